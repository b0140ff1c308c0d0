/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-import-private.h"

struct _VbImport
{
  GObject parent_instance;

  gint64 id;
  char *source_name;
  gint64 time;
  char *checksum;
  guint rows_read;
  guint rows_refused;
  gint64 n_observations;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_SOURCE_NAME,
  PROP_TIME,
  PROP_CHECKSUM,
  PROP_ROWS_READ,
  PROP_ROWS_REFUSED,
  PROP_N_OBSERVATIONS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbImport, vb_import, G_TYPE_OBJECT)

static void
vb_import_finalize (GObject *object)
{
  VbImport *self = VB_IMPORT (object);

  g_free (self->source_name);
  g_free (self->checksum);

  G_OBJECT_CLASS (vb_import_parent_class)->finalize (object);
}

static void
vb_import_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbImport *self = VB_IMPORT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_SOURCE_NAME:
      g_value_set_string (value, self->source_name);
      break;
    case PROP_TIME:
      g_value_set_int64 (value, self->time);
      break;
    case PROP_CHECKSUM:
      g_value_set_string (value, self->checksum);
      break;
    case PROP_ROWS_READ:
      g_value_set_uint (value, self->rows_read);
      break;
    case PROP_ROWS_REFUSED:
      g_value_set_uint (value, self->rows_refused);
      break;
    case PROP_N_OBSERVATIONS:
      g_value_set_int64 (value, self->n_observations);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_import_class_init (VbImportClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_import_finalize;
  object_class->get_property = vb_import_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_SOURCE_NAME] = g_param_spec_string ("source-name", NULL, NULL, "", flags);
  properties[PROP_TIME] = g_param_spec_int64 ("time", NULL, NULL, G_MININT64, G_MAXINT64, 0, flags);
  properties[PROP_CHECKSUM] = g_param_spec_string ("checksum", NULL, NULL, NULL, flags);
  properties[PROP_ROWS_READ] = g_param_spec_uint ("rows-read", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_ROWS_REFUSED] =
      g_param_spec_uint ("rows-refused", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_N_OBSERVATIONS] =
      g_param_spec_int64 ("n-observations", NULL, NULL, 0, G_MAXINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_import_init (VbImport *self)
{
}

VbImport *
vb_import_new (gint64 id,
               const char *source_name,
               gint64 time,
               const char *checksum,
               guint rows_read,
               guint rows_refused)
{
  VbImport *self = g_object_new (VB_TYPE_IMPORT, NULL);

  self->id = id;
  self->source_name = g_strdup (source_name);
  self->time = time;
  self->checksum = g_strdup (checksum);
  self->rows_read = rows_read;
  self->rows_refused = rows_refused;
  return self;
}

gint64
vb_import_get_id (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), 0);

  return self->id;
}

const char *
vb_import_get_source_name (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), NULL);

  return self->source_name;
}

gint64
vb_import_get_time (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), 0);

  return self->time;
}

const char *
vb_import_get_checksum (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), NULL);

  return self->checksum;
}

guint
vb_import_get_rows_read (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), 0);

  return self->rows_read;
}

guint
vb_import_get_rows_refused (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), 0);

  return self->rows_refused;
}

gint64
vb_import_get_n_observations (VbImport *self)
{
  g_return_val_if_fail (VB_IS_IMPORT (self), 0);

  return self->n_observations;
}

void
vb_import_set_n_observations (VbImport *self, gint64 n_observations)
{
  g_return_if_fail (VB_IS_IMPORT (self));

  if (self->n_observations == n_observations)
    return;
  self->n_observations = n_observations;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_N_OBSERVATIONS]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-gathered-private.h"

struct _VbGathered
{
  GObject parent_instance;

  char *name;
  char *problem;
  guint64 n_taken;
  guint64 n_same;
  GListStore *conflicts;
};

enum
{
  PROP_0,
  PROP_NAME,
  PROP_PROBLEM,
  PROP_N_TAKEN,
  PROP_N_SAME,
  PROP_N_CONFLICTS,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbGathered, vb_gathered, G_TYPE_OBJECT)

static void
vb_gathered_finalize (GObject *object)
{
  VbGathered *self = VB_GATHERED (object);

  g_free (self->name);
  g_free (self->problem);
  g_object_unref (self->conflicts);

  G_OBJECT_CLASS (vb_gathered_parent_class)->finalize (object);
}

static void
vb_gathered_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbGathered *self = VB_GATHERED (object);

  switch (prop_id)
    {
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_PROBLEM:
      g_value_set_string (value, self->problem);
      break;
    case PROP_N_TAKEN:
      g_value_set_uint64 (value, self->n_taken);
      break;
    case PROP_N_SAME:
      g_value_set_uint64 (value, self->n_same);
      break;
    case PROP_N_CONFLICTS:
      g_value_set_uint64 (value, g_list_model_get_n_items (G_LIST_MODEL (self->conflicts)));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_gathered_class_init (VbGatheredClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_gathered_finalize;
  object_class->get_property = vb_gathered_get_property;

  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, NULL, flags);
  properties[PROP_PROBLEM] = g_param_spec_string ("problem", NULL, NULL, NULL, flags);
  properties[PROP_N_TAKEN] = g_param_spec_uint64 ("n-taken", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_N_SAME] = g_param_spec_uint64 ("n-same", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  properties[PROP_N_CONFLICTS] =
      g_param_spec_uint64 ("n-conflicts", NULL, NULL, 0, G_MAXUINT64, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_gathered_init (VbGathered *self)
{
  self->conflicts = g_list_store_new (VB_TYPE_DIFFERENCE);
}

VbGathered *
vb_gathered_new (const char *name)
{
  VbGathered *self = g_object_new (VB_TYPE_GATHERED, NULL);

  self->name = g_strdup (name);
  return self;
}

void
vb_gathered_set_problem (VbGathered *self, const char *problem)
{
  g_free (self->problem);
  self->problem = g_strdup (problem);
}

void
vb_gathered_set_counts (VbGathered *self, guint64 n_taken, guint64 n_same)
{
  self->n_taken = n_taken;
  self->n_same = n_same;
}

void
vb_gathered_add_conflict (VbGathered *self, const VbDifferenceFields *fields)
{
  g_autoptr (VbDifference) difference = vb_difference_new (fields);

  g_list_store_append (self->conflicts, difference);
}

void
vb_gathered_forget (VbGathered *self)
{
  self->n_taken = 0;
  self->n_same = 0;
  g_list_store_remove_all (self->conflicts);
}

const char *
vb_gathered_get_name (VbGathered *self)
{
  g_return_val_if_fail (VB_IS_GATHERED (self), NULL);

  return self->name;
}

const char *
vb_gathered_get_problem (VbGathered *self)
{
  g_return_val_if_fail (VB_IS_GATHERED (self), NULL);

  return self->problem;
}

guint64
vb_gathered_get_n_taken (VbGathered *self)
{
  g_return_val_if_fail (VB_IS_GATHERED (self), 0);

  return self->n_taken;
}

guint64
vb_gathered_get_n_same (VbGathered *self)
{
  g_return_val_if_fail (VB_IS_GATHERED (self), 0);

  return self->n_same;
}

GListModel *
vb_gathered_get_conflicts (VbGathered *self)
{
  g_return_val_if_fail (VB_IS_GATHERED (self), NULL);

  return G_LIST_MODEL (self->conflicts);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

#include "vb-import.h"
#include "vb-store-schema.h"
#include "vb-target.h"

/* Steps of an hour's work are some hundred kilobytes; an import of a million observations that was
 * taken back is 20 MB. */
#define MAX_HISTORY_SIZE (256 << 20)

enum
{
  PROP_0,
  PROP_FILE,
  PROP_TITLE,
  PROP_MODIFIED,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbDocument, vb_document, G_TYPE_OBJECT)

/* A modified working copy that nobody closed stays to be recovered; the session may be going down
 * with us. */
static void
vb_document_dispose (GObject *object)
{
  VbDocument *self = VB_DOCUMENT (object);

  if (self->copy != NULL && !vb_document_get_modified (self))
    vb_document_close (self);

  G_OBJECT_CLASS (vb_document_parent_class)->dispose (object);
}

static void
vb_document_finalize (GObject *object)
{
  VbDocument *self = VB_DOCUMENT (object);

  g_clear_pointer (&self->connection, vb_store_connection_free);
  g_clear_pointer (&self->copy, vb_working_copy_unref);
  g_clear_object (&self->file);
  g_clear_object (&self->history);
  g_clear_object (&self->roots);
  g_clear_object (&self->imports);
  g_clear_object (&self->targets);
  g_clear_object (&self->ladders);
  g_clear_object (&self->assessments);
  g_hash_table_unref (self->assessments_by_id);
  g_clear_object (&self->focus_areas);
  g_clear_object (&self->actions);
  g_clear_object (&self->dialogues);
  g_clear_object (&self->scenarios);
  g_clear_object (&self->plans);
  g_clear_pointer (&self->breakdown_holds, g_array_unref);
  g_clear_pointer (&self->gap_lines, g_array_unref);
  g_clear_pointer (&self->accepted_risks, g_array_unref);
  g_clear_pointer (&self->variations, g_array_unref);
  g_hash_table_unref (self->units);
  g_free (self->typing);
  g_free (self->etag);
  g_free (self->title);

  G_OBJECT_CLASS (vb_document_parent_class)->finalize (object);
}

static void
vb_document_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbDocument *self = VB_DOCUMENT (object);

  switch (prop_id)
    {
    case PROP_FILE:
      g_value_set_object (value, self->file);
      break;
    case PROP_TITLE:
      g_value_set_string (value, vb_document_get_title (self));
      break;
    case PROP_MODIFIED:
    case PROP_CAN_UNDO:
    case PROP_CAN_REDO:
    case PROP_UNDO_LABEL:
    case PROP_REDO_LABEL:
      g_object_get_property (G_OBJECT (self->history), pspec->name, value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_document_class_init (VbDocumentClass *klass)
{
  static const char *const signals[] = {
    "units-changed",       "observations-changed",    "targets-changed",     "settings-changed",
    "imports-changed",     "ladders-changed",         "assessments-changed", "actions-changed",
    "focus-areas-changed", "dialogues-changed",       "scenarios-changed",   "plans-changed",
    "population-changed",  "breakdown-holds-changed", "occupancy-changed",
  };
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vb_document_dispose;
  object_class->finalize = vb_document_finalize;
  object_class->get_property = vb_document_get_property;

  properties[PROP_FILE] = g_param_spec_object ("file", NULL, NULL, G_TYPE_FILE, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    g_signal_new (signals[i], VB_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                  0);
  g_signal_new ("failed", VB_TYPE_DOCUMENT, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                G_TYPE_ERROR);
}

static void
on_history_notify (VbHistory *history, GParamSpec *pspec, VbDocument *self)
{
  g_object_notify (G_OBJECT (self), pspec->name);
}

static void
vb_document_init (VbDocument *self)
{
  self->history = vb_history_new (MAX_HISTORY_SIZE);
  g_signal_connect (self->history, "notify", G_CALLBACK (on_history_notify), self);
  vb_random_init (&self->ids, (guint64) g_random_int () << 32 | g_random_int (), 0);
  self->roots = g_list_store_new (VB_TYPE_UNIT);
  self->imports = g_list_store_new (VB_TYPE_IMPORT);
  self->targets = g_list_store_new (VB_TYPE_TARGET);
  self->ladders = g_list_store_new (VB_TYPE_LADDER);
  self->assessments = g_list_store_new (VB_TYPE_ASSESSMENT);
  self->focus_areas = g_list_store_new (VB_TYPE_FOCUS_AREA);
  self->actions = g_list_store_new (VB_TYPE_ACTION);
  self->dialogues = g_list_store_new (VB_TYPE_DIALOGUE);
  self->scenarios = g_list_store_new (VB_TYPE_SCENARIO);
  self->plans = g_list_store_new (VB_TYPE_PLAN);
  self->breakdown_holds = g_array_new (FALSE, FALSE, sizeof (VbBreakdownHoldRow));
  self->gap_lines = g_array_new (FALSE, FALSE, sizeof (VbGapLineRow));
  self->accepted_risks = g_array_new (FALSE, FALSE, sizeof (VbAcceptedRiskRow));
  self->variations = g_array_new (FALSE, FALSE, sizeof (VbCensusVariationRow));
  self->assessments_by_id =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
  self->units = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_object_unref);
}

VbDocument *
vb_document_new_for_copy (
    VbWorkingCopy *copy, GFile *file, const char *etag, gboolean modified, GError **error)
{
  g_autoptr (VbDocument) self = g_object_new (VB_TYPE_DOCUMENT, NULL);

  self->copy = copy;
  self->file = file != NULL ? g_object_ref (file) : NULL;
  self->etag = g_strdup (etag);
  if (modified)
    vb_history_mark_unsaved (self->history);
  self->marked_modified = modified;
  self->connection =
      vb_store_connection_open (vb_working_copy_get_database (copy), VB_STORE_WRITE, error);
  if (self->connection == NULL || !vb_document_refresh (self, ~(VbTouched) 0, NULL, error)
      || !vb_document_write_about (self, modified, error))
    return NULL;
  return g_steal_pointer (&self);
}

VbDocument *
vb_document_new (GError **error)
{
  g_autoptr (VbWorkingCopy) copy = vb_working_copy_new (error);
  g_autoptr (VbStoreConnection) connection = NULL;

  if (copy == NULL)
    return NULL;
  connection =
      vb_store_connection_open (vb_working_copy_get_database (copy), VB_STORE_PREPARE, error);
  if (connection == NULL || !vb_store_schema_create (connection, error))
    {
      vb_working_copy_discard (copy);
      return NULL;
    }
  g_clear_pointer (&connection, vb_store_connection_free);
  return vb_document_new_for_copy (g_steal_pointer (&copy), NULL, NULL, FALSE, error);
}

void
vb_document_close (VbDocument *self)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));

  if (self->copy == NULL)
    return;
  /* The objects stay readable; the facts behind them are gone. A thread that still reads or writes
   * the working copy has its own connection, and ends with an error or unheard. */
  if (self->connection != NULL)
    vb_store_connection_set_worthless (self->connection);
  vb_working_copy_discard (self->copy);
  g_clear_pointer (&self->copy, vb_working_copy_unref);
}

GFile *
vb_document_get_file (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return self->file;
}

/* The file's name without the suffix. */
static char *
make_title (GFile *file)
{
  g_autofree char *name = NULL;

  if (file == NULL)
    return g_strdup (_ ("Untitled plan"));
  name = g_file_get_basename (file);
  if (g_str_has_suffix (name, ".vardbalans"))
    name[strlen (name) - strlen (".vardbalans")] = '\0';
  return g_filename_display_name (name);
}

void
vb_document_set_file (VbDocument *self, GFile *file)
{
  if (!g_set_object (&self->file, file))
    return;
  g_clear_pointer (&self->title, g_free);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FILE]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
vb_document_get_title (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  if (self->title == NULL)
    self->title = make_title (self->file);
  return self->title;
}

gboolean
vb_document_start_afresh (VbDocument *self, const char *title, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);
  g_return_val_if_fail (self->file == NULL, FALSE);

  if (!vb_document_prepare_change (self, error))
    return FALSE;
  if (title != NULL)
    {
      g_free (self->title);
      self->title = g_strdup (title);
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
    }
  vb_history_clear (self->history);
  self->marked_modified = FALSE;
  return vb_document_write_about (self, FALSE, error);
}

gboolean
vb_document_get_modified (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return vb_history_get_modified (self->history);
}

gboolean
vb_document_get_busy (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  return self->working;
}

gboolean
vb_document_write_about (VbDocument *self, gboolean modified, GError **error)
{
  g_autofree char *uri = self->file != NULL ? g_file_get_uri (self->file) : NULL;
  VbWorkingCopyAbout about = { uri, self->etag, (char *) vb_document_get_title (self), modified };

  return vb_working_copy_write_about (self->copy, &about, error);
}

void
vb_document_set_id_seed (VbDocument *self, guint64 seed)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));

  vb_random_init (&self->ids, seed, 0);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-history.h"

#include <glib/gi18n-lib.h>

#include "vb-changeset.h"

/* A step and the moment it leads to. Moments are numbered and never reused, so that the saved one
 * is recognised even after steps were dropped at either end. */
typedef struct
{
  VbStep *step;
  guint64 moment;
} Entry;

struct _VbHistory
{
  GObject parent_instance;

  GQueue undo; /* of Entry, the latest first */
  GQueue redo; /* of Entry, the next first */
  gsize max_size;
  guint64 start; /* the moment before the oldest step that is kept */
  guint64 next_moment;
  guint64 saved;
};

#define NEVER G_MAXUINT64

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_LABEL,
  PROP_REDO_LABEL,
  PROP_MODIFIED,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbHistory, vb_history, G_TYPE_OBJECT)

VbStep *
vb_step_new (VbStepKind kind, const char *label, GBytes *changeset)
{
  VbStep *step = g_new0 (VbStep, 1);

  step->kind = kind;
  step->label = g_strdup (label);
  step->changeset = g_bytes_ref (changeset);
  return step;
}

void
vb_step_free (VbStep *step)
{
  g_free (step->label);
  g_bytes_unref (step->changeset);
  g_clear_pointer (&step->rows, vb_observation_rows_free);
  g_clear_pointer (&step->unit_ids, g_array_unref);
  g_free (step);
}

static void
entry_free (Entry *entry)
{
  vb_step_free (entry->step);
  g_free (entry);
}

static gsize
entry_get_size (const Entry *entry)
{
  gsize size = sizeof *entry + sizeof *entry->step + g_bytes_get_size (entry->step->changeset);

  if (entry->step->rows != NULL)
    size += vb_observation_rows_get_size (entry->step->rows);
  return size;
}

static void
vb_history_finalize (GObject *object)
{
  VbHistory *self = VB_HISTORY (object);

  g_queue_clear_full (&self->undo, (GDestroyNotify) entry_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) entry_free);

  G_OBJECT_CLASS (vb_history_parent_class)->finalize (object);
}

static void
vb_history_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbHistory *self = VB_HISTORY (object);

  switch (prop_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, vb_history_peek_undo (self) != NULL);
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, vb_history_peek_redo (self) != NULL);
      break;
    case PROP_UNDO_LABEL:
      g_value_take_string (value, vb_history_dup_undo_label (self));
      break;
    case PROP_REDO_LABEL:
      g_value_take_string (value, vb_history_dup_redo_label (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, vb_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_history_class_init (VbHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_history_finalize;
  object_class->get_property = vb_history_get_property;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_LABEL] = g_param_spec_string ("undo-label", NULL, NULL, NULL, flags);
  properties[PROP_REDO_LABEL] = g_param_spec_string ("redo-label", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_history_init (VbHistory *self)
{
  g_queue_init (&self->undo);
  g_queue_init (&self->redo);
  self->next_moment = 1;
}

VbHistory *
vb_history_new (gsize max_size)
{
  VbHistory *self = g_object_new (VB_TYPE_HISTORY, NULL);

  self->max_size = max_size;
  return self;
}

static void
notify_all (VbHistory *self)
{
  for (guint i = 1; i < N_PROPS; i++)
    g_object_notify_by_pspec (G_OBJECT (self), properties[i]);
}

static void
trim (VbHistory *self)
{
  gsize size = 0;

  for (GList *l = self->undo.head; l != NULL; l = l->next)
    size += entry_get_size (l->data);
  for (GList *l = self->redo.head; l != NULL; l = l->next)
    size += entry_get_size (l->data);
  while (size > self->max_size && self->undo.length + self->redo.length > 1)
    {
      Entry *oldest = g_queue_pop_tail (&self->undo);

      if (oldest != NULL)
        self->start = oldest->moment;
      else
        oldest = g_queue_pop_tail (&self->redo);
      size -= entry_get_size (oldest);
      entry_free (oldest);
    }
}

void
vb_history_push (VbHistory *self, VbStep *step)
{
  Entry *entry;

  g_return_if_fail (VB_IS_HISTORY (self));
  g_return_if_fail (step != NULL);

  g_queue_clear_full (&self->redo, (GDestroyNotify) entry_free);
  entry = g_new0 (Entry, 1);
  entry->step = step;
  entry->moment = self->next_moment++;
  g_queue_push_head (&self->undo, entry);
  trim (self);
  notify_all (self);
}

void
vb_history_clear (VbHistory *self)
{
  g_return_if_fail (VB_IS_HISTORY (self));

  g_queue_clear_full (&self->undo, (GDestroyNotify) entry_free);
  g_queue_clear_full (&self->redo, (GDestroyNotify) entry_free);
  self->start = self->next_moment++;
  self->saved = self->start;
  notify_all (self);
}

gboolean
vb_history_merge (VbHistory *self, GBytes *changeset)
{
  Entry *entry;
  g_autoptr (GBytes) both = NULL;

  g_return_val_if_fail (VB_IS_HISTORY (self), FALSE);

  entry = g_queue_peek_head (&self->undo);
  if (entry == NULL || entry->step->kind != VB_STEP_CHANGE || self->redo.length > 0)
    return FALSE;
  both = vb_changeset_concat (entry->step->changeset, changeset, NULL);
  if (both == NULL)
    return FALSE;
  if (g_bytes_get_size (both) == 0)
    {
      entry_free (g_queue_pop_head (&self->undo));
    }
  else
    {
      g_bytes_unref (entry->step->changeset);
      entry->step->changeset = g_steal_pointer (&both);
      /* What may have been saved half-way is not where the step leads now. */
      entry->moment = self->next_moment++;
      trim (self);
    }
  notify_all (self);
  return TRUE;
}

VbStep *
vb_history_peek_undo (VbHistory *self)
{
  Entry *entry;

  g_return_val_if_fail (VB_IS_HISTORY (self), NULL);

  entry = g_queue_peek_head (&self->undo);
  return entry != NULL ? entry->step : NULL;
}

VbStep *
vb_history_peek_redo (VbHistory *self)
{
  Entry *entry;

  g_return_val_if_fail (VB_IS_HISTORY (self), NULL);

  entry = g_queue_peek_head (&self->redo);
  return entry != NULL ? entry->step : NULL;
}

void
vb_history_step_back (VbHistory *self)
{
  g_return_if_fail (VB_IS_HISTORY (self));
  g_return_if_fail (self->undo.length > 0);

  g_queue_push_head (&self->redo, g_queue_pop_head (&self->undo));
  trim (self);
  notify_all (self);
}

void
vb_history_step_forward (VbHistory *self)
{
  g_return_if_fail (VB_IS_HISTORY (self));
  g_return_if_fail (self->redo.length > 0);

  g_queue_push_head (&self->undo, g_queue_pop_head (&self->redo));
  trim (self);
  notify_all (self);
}

guint64
vb_history_get_moment (VbHistory *self)
{
  Entry *entry;

  g_return_val_if_fail (VB_IS_HISTORY (self), NEVER);

  entry = g_queue_peek_head (&self->undo);
  return entry != NULL ? entry->moment : self->start;
}

void
vb_history_mark_saved (VbHistory *self, guint64 moment)
{
  g_return_if_fail (VB_IS_HISTORY (self));

  self->saved = moment;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_MODIFIED]);
}

void
vb_history_mark_unsaved (VbHistory *self)
{
  vb_history_mark_saved (self, NEVER);
}

gboolean
vb_history_get_modified (VbHistory *self)
{
  g_return_val_if_fail (VB_IS_HISTORY (self), FALSE);

  return vb_history_get_moment (self) != self->saved;
}

char *
vb_history_dup_undo_label (VbHistory *self)
{
  VbStep *step = vb_history_peek_undo (self);

  /* Translators: %s is a noun phrase such as "change of target occupancy, Ward 3" */
  return step != NULL ? g_strdup_printf (_ ("Undo %s"), step->label) : NULL;
}

char *
vb_history_dup_redo_label (VbHistory *self)
{
  VbStep *step = vb_history_peek_redo (self);

  /* Translators: %s is a noun phrase such as "change of target occupancy, Ward 3" */
  return step != NULL ? g_strdup_printf (_ ("Redo %s"), step->label) : NULL;
}

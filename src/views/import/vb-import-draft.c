/* SPDX-License-Identifier: GPL-3.0-or-later */
/* While a thread reads, nobody may change the importer. So a word of the user's stops the reading
 * and waits in a queue until the thread has let go, some milliseconds later. */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-draft.h"

#include <math.h>

/* Typing and clicking on should not start a reading each. */
#define READ_DELAY_MS 150

typedef enum
{
  WORD_MEANING,
  WORD_CHILD,
  WORD_CARE_TYPE,
  WORD_UNDER,
} WordKind;

/* What the user has said of the mapping. */
typedef struct
{
  WordKind kind;
  guint column;
  VbColumnMeaning meaning;
  VbCareType care_type;
  char *text;
} Word;

struct _VbImportDraft
{
  GObject parent_instance;

  VbDocument *document;
  GFile *file;
  char *name;
  char *sheet; /* NULL = the first that holds a table */
  VbImportDraftState state;
  VbImporter *importer;
  VbBatch *batch;
  GError *error;
  double fraction;
  gboolean remembered;
  gboolean forget; /* open without what is remembered */
  guint fault_column;
  char *fault; /* NULL = none */

  GCancellable *cancellable; /* of what runs now; else NULL */
  gboolean reading;          /* a thread has the importer */
  gboolean cancelled;        /* for good */
  GQueue words;              /* of Word */
  guint read_source;
};

enum
{
  SIGNAL_CHANGED,
  SIGNAL_PROGRESS,
  SIGNAL_TAKEN,
  SIGNAL_FAILED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbImportDraft, vb_import_draft, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void queue_read (VbImportDraft *self, guint delay);

static void
word_free (gpointer data)
{
  Word *word = data;

  g_free (word->text);
  g_free (word);
}

static void
set_state (VbImportDraft *self, VbImportDraftState state, GError *error)
{
  g_clear_error (&self->error);
  self->error = error;
  self->state = state;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

/* ---- levels ---------------------------------------------------------------------------------- */

typedef struct
{
  guint column;
  guint old_level;
  int rank;
} Level;

static int
compare_levels (gconstpointer a, gconstpointer b)
{
  const Level *x = a;
  const Level *y = b;

  if (x->rank != y->rank)
    return x->rank - y->rank;
  return x->old_level != y->old_level
             ? (x->old_level > y->old_level) - (x->old_level < y->old_level)
             : (x->column > y->column) - (x->column < y->column);
}

/* Levels must be numbered from the top without holes, which a column that has become a level, or is
 * one no longer, leaves. @by_kind: put them in the order of their kinds, else keep their order. A
 * code follows its names, and is left out when they are gone. */
static gboolean
renumber_levels (VbImporter *importer, gboolean by_kind, GError **error)
{
  g_autoptr (GArray) levels = g_array_new (FALSE, FALSE, sizeof (Level));
  guint n = vb_importer_get_n_columns (importer);
  gboolean ordered = TRUE;

  for (guint i = 0; i < n; i++)
    {
      const VbColumn *column = vb_importer_get_column (importer, i);
      Level level = { i, column->level, 0 };

      /* Clinics and theatres stand beside wards. */
      if (by_kind)
        level.rank = MIN ((int) column->kind, (int) VB_UNIT_WARD);
      if (column->role == VB_ROLE_LEVEL)
        g_array_append_val (levels, level);
    }
  g_array_sort (levels, compare_levels);
  for (guint i = 0; i < levels->len; i++)
    ordered = ordered && g_array_index (levels, Level, i).old_level == i;
  if (ordered)
    return TRUE;

  for (guint i = 0; i < levels->len; i++)
    {
      const Level *level = &g_array_index (levels, Level, i);

      if (!vb_importer_set_role (importer, level->column, VB_ROLE_LEVEL, i,
                                 vb_importer_get_column (importer, level->column)->kind, error))
        return FALSE;
    }
  for (guint i = 0; i < n; i++)
    {
      const VbColumn *column = vb_importer_get_column (importer, i);
      VbColumnRole role = VB_ROLE_LEFT_OUT;
      guint at = 0;

      if (column->role != VB_ROLE_LEVEL_CODE)
        continue;
      for (guint k = 0; k < levels->len; k++)
        if (g_array_index (levels, Level, k).old_level == column->level)
          {
            at = k;
            role = VB_ROLE_LEVEL_CODE;
          }
      if (!vb_importer_set_role (importer, i, role, at, column->kind, error))
        return FALSE;
    }
  return TRUE;
}

/* ---- words ----------------------------------------------------------------------------------- */

static gboolean
apply_meaning (VbImporter *importer, const Word *word, GError **error)
{
  const VbColumn *column = vb_importer_get_column (importer, word->column);
  const VbColumnMeaning *meaning = &word->meaning;
  g_autofree char *header = g_strdup (column->header);
  g_autofree char *child = g_strdup (column->child);
  guint level = meaning->level;

  if (meaning->role == VB_ROLE_MEASURE)
    {
      if (!vb_importer_map_measure (importer, header, meaning->measure, child, error))
        return FALSE;
    }
  else
    {
      /* Of its kind the last; renumbered below. */
      if (meaning->role == VB_ROLE_LEVEL)
        level = column->role == VB_ROLE_LEVEL ? column->level : G_MAXUINT;
      if (!vb_importer_set_role (importer, word->column, meaning->role, level, meaning->kind,
                                 error))
        return FALSE;
    }
  return renumber_levels (importer, meaning->role == VB_ROLE_LEVEL, error);
}

static gboolean
apply_child (VbImporter *importer, const Word *word, GError **error)
{
  const VbColumn *column = vb_importer_get_column (importer, word->column);
  g_autofree char *header = g_strdup (column->header);

  if (column->role != VB_ROLE_MEASURE)
    return TRUE;
  return vb_importer_map_measure (importer, header, column->measure, word->text, error);
}

static void
apply_words (VbImportDraft *self)
{
  Word *word;

  g_clear_pointer (&self->fault, g_free);
  while ((word = g_queue_pop_head (&self->words)) != NULL)
    {
      g_autoptr (GError) error = NULL;
      gboolean fine = TRUE;

      if (word->kind == WORD_UNDER)
        vb_importer_set_under (self->importer, word->text);
      else if (word->kind == WORD_CARE_TYPE)
        vb_importer_set_care_type (self->importer, word->text, word->care_type);
      else if (word->column < vb_importer_get_n_columns (self->importer))
        fine = word->kind == WORD_MEANING ? apply_meaning (self->importer, word, &error)
                                          : apply_child (self->importer, word, &error);
      if (!fine)
        {
          self->fault_column = word->column;
          g_free (self->fault);
          self->fault = g_strdup (error->message);
        }
      word_free (word);
    }
}

/* Takes over @word. */
static void
say (VbImportDraft *self, Word *word)
{
  if (self->importer == NULL || self->cancelled || self->state == VB_IMPORT_DRAFT_TAKING)
    {
      word_free (word);
      return;
    }
  g_queue_push_tail (&self->words, word);
  if (self->reading)
    {
      g_cancellable_cancel (self->cancellable);
      return;
    }
  apply_words (self);
  queue_read (self, READ_DELAY_MS);
}

/* ---- reading --------------------------------------------------------------------------------- */

static void
on_progress (double fraction, gpointer user_data)
{
  VbImportDraft *self = user_data;

  if (self->cancelled)
    return;
  self->fraction = fraction;
  g_signal_emit (self, signals[SIGNAL_PROGRESS], 0);
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbImportDraft) self = user_data;
  g_autoptr (VbBatch) batch = NULL;
  g_autoptr (GError) error = NULL;
  VbImporter *importer = VB_IMPORTER (source);

  batch = vb_importer_read_finish (importer, result, &error);
  /* Cancelled, or opened anew meanwhile. */
  if (self->cancelled || importer != self->importer)
    return;
  self->reading = FALSE;
  g_clear_object (&self->cancellable);
  if (!g_queue_is_empty (&self->words))
    {
      apply_words (self);
      queue_read (self, READ_DELAY_MS);
      return;
    }
  g_set_object (&self->batch, batch);
  if (batch != NULL)
    set_state (self, VB_IMPORT_DRAFT_READY, NULL);
  else
    set_state (self, VB_IMPORT_DRAFT_FAILED, g_steal_pointer (&error));
}

static gboolean
read_now (gpointer user_data)
{
  VbImportDraft *self = user_data;

  self->read_source = 0;
  self->reading = TRUE;
  self->fraction = 0;
  self->cancellable = g_cancellable_new ();
  vb_importer_read_async (self->importer, on_progress, self, self->cancellable, on_read,
                          g_object_ref (self));
  return G_SOURCE_REMOVE;
}

static void
queue_read (VbImportDraft *self, guint delay)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  self->read_source = g_timeout_add (delay, read_now, self);
  set_state (self, VB_IMPORT_DRAFT_READING, NULL);
}

/* ---- opening --------------------------------------------------------------------------------- */

static void
load_remembered (VbImportDraft *self)
{
  g_autofree char *mapping = NULL;
  g_autoptr (GError) error = NULL;

  self->remembered = FALSE;
  if (self->forget)
    return;
  mapping = vb_document_get_mapping (self->document, vb_importer_get_mapping_key (self->importer));
  if (mapping == NULL)
    return;
  self->remembered = vb_importer_load_mapping (self->importer, mapping, &error);
  if (error != NULL)
    g_warning ("%s", error->message);
}

static void
on_opened (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbImportDraft) self = user_data;
  GError *error = NULL;
  g_autoptr (VbImporter) importer = vb_importer_open_finish (result, &error);

  /* Cancelled, or another sheet wanted meanwhile. */
  if (self->cancelled || g_task_get_cancellable (G_TASK (result)) != self->cancellable)
    {
      g_clear_error (&error);
      return;
    }
  g_clear_object (&self->cancellable);
  g_set_object (&self->importer, importer);
  if (importer == NULL)
    {
      set_state (self, VB_IMPORT_DRAFT_FAILED, error);
      return;
    }
  load_remembered (self);
  queue_read (self, 0);
}

static void
open_now (VbImportDraft *self)
{
  g_clear_handle_id (&self->read_source, g_source_remove);
  g_queue_clear_full (&self->words, word_free);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->importer);
  g_clear_object (&self->batch);
  g_clear_pointer (&self->fault, g_free);
  self->reading = FALSE;
  self->cancellable = g_cancellable_new ();
  vb_importer_open_async (self->file, self->sheet, self->cancellable, on_opened,
                          g_object_ref (self));
  set_state (self, VB_IMPORT_DRAFT_OPENING, NULL);
}

/* ---- taking ---------------------------------------------------------------------------------- */

static void
on_taken (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbImportDraft) self = user_data;
  VbTaken taken = { 0 };
  g_autoptr (GError) error = NULL;
  gboolean done = vb_document_take_batch_finish (VB_DOCUMENT (source), result, &taken, &error);

  g_clear_object (&self->cancellable);
  /* What is taken is taken, and must be told. */
  if (done)
    g_signal_emit (self, signals[SIGNAL_TAKEN], 0, &taken);
  if (self->cancelled)
    return;
  set_state (self, VB_IMPORT_DRAFT_READY, NULL);
  if (!done)
    g_signal_emit (self, signals[SIGNAL_FAILED], 0, error);
}

void
vb_import_draft_take (VbImportDraft *self)
{
  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));
  g_return_if_fail (self->state == VB_IMPORT_DRAFT_READY);

  self->cancellable = g_cancellable_new ();
  set_state (self, VB_IMPORT_DRAFT_TAKING, NULL);
  vb_document_take_batch_async (self->document, self->batch, self->cancellable, on_taken,
                                g_object_ref (self));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_import_draft_finalize (GObject *object)
{
  VbImportDraft *self = VB_IMPORT_DRAFT (object);

  g_clear_handle_id (&self->read_source, g_source_remove);
  g_queue_clear_full (&self->words, word_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->importer);
  g_clear_object (&self->batch);
  g_clear_object (&self->document);
  g_clear_object (&self->file);
  g_clear_error (&self->error);
  g_free (self->fault);
  g_free (self->name);
  g_free (self->sheet);

  G_OBJECT_CLASS (vb_import_draft_parent_class)->finalize (object);
}

static void
vb_import_draft_class_init (VbImportDraftClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = vb_import_draft_finalize;

  signals[SIGNAL_CHANGED] =
      g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_PROGRESS] =
      g_signal_new ("progress", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_TAKEN] = g_signal_new ("taken", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                        G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[SIGNAL_FAILED] = g_signal_new ("failed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                         G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_import_draft_init (VbImportDraft *self)
{
  g_queue_init (&self->words);
}

VbImportDraft *
vb_import_draft_new (VbDocument *document, GFile *file)
{
  VbImportDraft *self;
  g_autofree char *name = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (VB_TYPE_IMPORT_DRAFT, NULL);
  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  name = g_file_get_basename (file);
  self->name = g_filename_display_name (name);
  open_now (self);
  return self;
}

void
vb_import_draft_cancel (VbImportDraft *self)
{
  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));

  self->cancelled = TRUE;
  g_clear_handle_id (&self->read_source, g_source_remove);
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* ---- what it is ------------------------------------------------------------------------------ */

VbImportDraftState
vb_import_draft_get_state (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), VB_IMPORT_DRAFT_FAILED);

  return self->state;
}

double
vb_import_draft_get_fraction (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), NAN);

  return self->state == VB_IMPORT_DRAFT_READING ? self->fraction : NAN;
}

const char *
vb_import_draft_get_name (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), NULL);

  return self->name;
}

VbImporter *
vb_import_draft_get_importer (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), NULL);

  return self->importer;
}

VbBatch *
vb_import_draft_get_batch (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), NULL);

  return self->batch;
}

const GError *
vb_import_draft_get_error (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), NULL);

  return self->error;
}

const char *
vb_import_draft_get_fault (VbImportDraft *self, guint column)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), NULL);

  return column == self->fault_column ? self->fault : NULL;
}

gboolean
vb_import_draft_get_remembered (VbImportDraft *self)
{
  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (self), FALSE);

  return self->remembered;
}

/* ---- the user's word ------------------------------------------------------------------------- */

void
vb_import_draft_set_meaning (VbImportDraft *self, guint column, VbColumnMeaning meaning)
{
  Word *word;

  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));

  word = g_new0 (Word, 1);
  word->kind = WORD_MEANING;
  word->column = column;
  word->meaning = meaning;
  say (self, word);
}

static void
say_text (VbImportDraft *self, WordKind kind, guint column, const char *text)
{
  Word *word = g_new0 (Word, 1);

  word->kind = kind;
  word->column = column;
  word->text = text != NULL && *text != '\0' ? g_strdup (text) : NULL;
  say (self, word);
}

void
vb_import_draft_set_child (VbImportDraft *self, guint column, const char *child)
{
  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));

  say_text (self, WORD_CHILD, column, child);
}

void
vb_import_draft_set_care_type (VbImportDraft *self, const char *unit, VbCareType type)
{
  Word *word;

  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));
  g_return_if_fail (unit != NULL);

  word = g_new0 (Word, 1);
  word->kind = WORD_CARE_TYPE;
  word->care_type = type;
  word->text = g_strdup (unit);
  say (self, word);
}

void
vb_import_draft_set_under (VbImportDraft *self, const char *under)
{
  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));

  say_text (self, WORD_UNDER, 0, under);
}

void
vb_import_draft_set_sheet (VbImportDraft *self, const char *sheet)
{
  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));

  if (self->cancelled || self->state == VB_IMPORT_DRAFT_TAKING)
    return;
  g_free (self->sheet);
  self->sheet = g_strdup (sheet);
  open_now (self);
}

void
vb_import_draft_reset (VbImportDraft *self)
{
  g_return_if_fail (VB_IS_IMPORT_DRAFT (self));

  if (self->cancelled || self->state == VB_IMPORT_DRAFT_TAKING)
    return;
  self->forget = TRUE;
  open_now (self);
}

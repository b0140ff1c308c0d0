/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one path of change, and the way back. */
#include "vb-document-private.h"

#include <glib/gi18n-lib.h>

gboolean
vb_document_fail_invalid (const char *message, GError **error)
{
  g_set_error_literal (error, VB_ERROR, VB_ERROR_INVALID, message);
  return FALSE;
}

gboolean
vb_document_take_text (const char *text, char **copy, GError **error)
{
  const char *rest = text;

  *copy = NULL;
  while (rest != NULL && g_ascii_isspace (*rest))
    rest++;
  if (rest == NULL || *rest == '\0')
    return TRUE;
  if (!g_utf8_validate (text, -1, NULL))
    return vb_document_fail_invalid (_ ("The text cannot be read"), error);
  *copy = g_strdup (text);
  return TRUE;
}

gboolean
vb_document_check_writable (VbDocument *self, GError **error)
{
  if (self->copy == NULL)
    return vb_document_fail_invalid (_ ("The document is closed"), error);
  if (self->working)
    return vb_document_fail_invalid (_ ("An import is in progress; wait until it is done"), error);
  return TRUE;
}

gboolean
vb_document_prepare_change (VbDocument *self, GError **error)
{
  if (!vb_document_check_writable (self, error))
    return FALSE;
  /* Before the change: a crash right after its commit must not lose it. */
  if (!self->marked_modified)
    {
      if (!vb_document_write_about (self, TRUE, error))
        return FALSE;
      self->marked_modified = TRUE;
    }
  return TRUE;
}

VbUnit *
vb_document_expect_unit (VbDocument *self, gint64 id, GError **error)
{
  VbUnit *unit = vb_document_get_unit (self, id);

  if (unit == NULL)
    g_set_error_literal (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                         _ ("The unit is no longer in the document"));
  return unit;
}

typedef struct
{
  VbStoreFunc func;
  gpointer data;
  GBytes *changeset; /* out */
} Change;

static gboolean
run_recorded (VbStoreConnection *connection, gpointer data, GError **error)
{
  Change *change = data;
  g_autoptr (VbRecorder) recorder = vb_recorder_new (connection, error);

  if (recorder == NULL || !change->func (connection, change->data, error))
    return FALSE;
  change->changeset = vb_recorder_dup_changeset (recorder, error);
  return change->changeset != NULL;
}

void
vb_document_end_step (VbDocument *self)
{
  self->group_begun = FALSE;
  g_clear_pointer (&self->typing, g_free);
}

/* The latest step grows, or there is a new one. */
static void
remember (VbDocument *self, const char *what, const char *label, GBytes *changeset)
{
  VbStep *latest = vb_history_peek_undo (self->history);
  gboolean grows = self->group_begun || (what != NULL && g_strcmp0 (what, self->typing) == 0);
  gboolean there = TRUE;

  if (grows && vb_history_merge (self->history, changeset))
    there = vb_history_peek_undo (self->history) == latest;
  else
    vb_history_push (self->history, vb_step_new (VB_STEP_CHANGE, label, changeset));
  /* A step that was taken back whole is gone, and the one before it must not grow. */
  self->group_begun = there && self->group_depth > 0;
  g_free (self->typing);
  self->typing = there ? g_strdup (what) : NULL;
}

gboolean
vb_document_change (
    VbDocument *self, const char *label, VbStoreFunc func, gpointer data, GError **error)
{
  return vb_document_change_text (self, NULL, label, func, data, error);
}

gboolean
vb_document_change_text (VbDocument *self,
                         const char *what,
                         const char *label,
                         VbStoreFunc func,
                         gpointer data,
                         GError **error)
{
  Change change = { func, data, NULL };
  g_autoptr (GBytes) changeset = NULL;
  gboolean done;

  if (!vb_document_prepare_change (self, error))
    return FALSE;
  done =
      vb_store_transact (self->connection, VB_STORE_TRANSACT_CHECKED, run_recorded, &change, error);
  changeset = change.changeset;
  if (!done)
    return FALSE;
  if (g_bytes_get_size (changeset) == 0)
    return TRUE;

  remember (self, what, label, changeset);
  vb_document_show_change (self, vb_changeset_get_touched (changeset), changeset);
  return TRUE;
}

void
vb_document_begin_group (VbDocument *self)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));

  if (self->group_depth++ == 0)
    self->group_begun = FALSE;
}

void
vb_document_end_group (VbDocument *self)
{
  g_return_if_fail (VB_IS_DOCUMENT (self));
  g_return_if_fail (self->group_depth > 0);

  if (--self->group_depth == 0)
    self->group_begun = FALSE;
}

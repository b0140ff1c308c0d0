/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-recovery.h"

#include "vb-document-private.h"

struct _VbRecovery
{
  GObject parent_instance;

  char *folder;
  char *title;
  GFile *file;
  gint64 time;
};

G_DEFINE_FINAL_TYPE (VbRecovery, vb_recovery, G_TYPE_OBJECT)

static void
vb_recovery_finalize (GObject *object)
{
  VbRecovery *self = VB_RECOVERY (object);

  g_free (self->folder);
  g_free (self->title);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (vb_recovery_parent_class)->finalize (object);
}

static void
vb_recovery_class_init (VbRecoveryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_recovery_finalize;
}

static void
vb_recovery_init (VbRecovery *self)
{
}

/* NULL when it has been taken or thrown away since it was listed. */
static VbRecovery *
vb_recovery_new (const char *folder)
{
  g_autoptr (VbWorkingCopy) copy = vb_working_copy_adopt (folder, NULL);
  g_auto (VbWorkingCopyAbout) about = { 0 };
  VbRecovery *self;

  if (copy == NULL)
    return NULL;
  vb_working_copy_read_about (copy, &about);
  self = g_object_new (VB_TYPE_RECOVERY, NULL);
  self->folder = g_strdup (folder);
  self->title = g_strdup (about.title != NULL ? about.title : "");
  self->file = about.uri != NULL ? g_file_new_for_uri (about.uri) : NULL;
  self->time = vb_working_copy_get_time (copy);
  return self;
}

static int
compare_times (gconstpointer a, gconstpointer b, gpointer data)
{
  gint64 x = vb_recovery_get_time ((VbRecovery *) a);
  gint64 y = vb_recovery_get_time ((VbRecovery *) b);

  return (x < y) - (x > y);
}

GListModel *
vb_document_list_recoverable (void)
{
  g_autoptr (GPtrArray) folders = vb_working_copy_list_abandoned ();
  GListStore *store = g_list_store_new (VB_TYPE_RECOVERY);

  for (guint i = 0; i < folders->len; i++)
    {
      g_autoptr (VbRecovery) recovery = vb_recovery_new (folders->pdata[i]);

      if (recovery != NULL)
        g_list_store_insert_sorted (store, recovery, compare_times, NULL);
    }
  return G_LIST_MODEL (store);
}

const char *
vb_recovery_get_title (VbRecovery *self)
{
  g_return_val_if_fail (VB_IS_RECOVERY (self), NULL);

  return self->title;
}

GFile *
vb_recovery_get_file (VbRecovery *self)
{
  g_return_val_if_fail (VB_IS_RECOVERY (self), NULL);

  return self->file;
}

gint64
vb_recovery_get_time (VbRecovery *self)
{
  g_return_val_if_fail (VB_IS_RECOVERY (self), 0);

  return self->time;
}

void
vb_recovery_open_async (VbRecovery *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer user_data)
{
  g_return_if_fail (VB_IS_RECOVERY (self));

  vb_document_recover_async (self->folder, cancellable, callback, user_data);
}

VbDocument *
vb_recovery_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return vb_document_recover_finish (result, error);
}

void
vb_recovery_discard (VbRecovery *self)
{
  g_autoptr (VbWorkingCopy) copy = NULL;

  g_return_if_fail (VB_IS_RECOVERY (self));

  copy = vb_working_copy_adopt (self->folder, NULL);
  if (copy != NULL)
    vb_working_copy_discard (copy);
}

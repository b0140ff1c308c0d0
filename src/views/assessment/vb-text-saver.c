/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-text-saver.h"

#define PAUSE_MS 1000

struct _VbTextSaver
{
  GObject parent_instance;

  GtkWidget *field; /* not owned */
  guint pause;      /* source of the pause that is waited for; 0 = nothing is unsaved */
  gboolean setting;
};

enum
{
  SIGNAL_SAVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbTextSaver, vb_text_saver, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static GtkTextBuffer *
get_buffer (VbTextSaver *self)
{
  return GTK_IS_TEXT_VIEW (self->field) ? gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->field))
                                        : NULL;
}

static char *
dup_text (VbTextSaver *self)
{
  GtkTextBuffer *buffer = get_buffer (self);
  GtkTextIter start, end;

  if (buffer == NULL)
    return g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->field)));

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  return gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
}

static void
on_pause (gpointer user_data)
{
  vb_text_saver_flush (user_data);
}

static void
on_changed (VbTextSaver *self)
{
  if (self->setting)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  self->pause = g_timeout_add_once (PAUSE_MS, on_pause, self);
}

static void
vb_text_saver_dispose (GObject *object)
{
  g_clear_handle_id (&VB_TEXT_SAVER (object)->pause, g_source_remove);

  G_OBJECT_CLASS (vb_text_saver_parent_class)->dispose (object);
}

static void
vb_text_saver_class_init (VbTextSaverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_text_saver_dispose;

  signals[SIGNAL_SAVE] = g_signal_new ("save", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
vb_text_saver_init (VbTextSaver *self)
{
}

VbTextSaver *
vb_text_saver_new (GtkWidget *field)
{
  VbTextSaver *self;
  GtkEventController *focus;

  g_return_val_if_fail (GTK_IS_EDITABLE (field) || GTK_IS_TEXT_VIEW (field), NULL);

  self = g_object_new (VB_TYPE_TEXT_SAVER, NULL);
  self->field = field;
  g_signal_connect_object (get_buffer (self) != NULL ? (gpointer) get_buffer (self) : field,
                           "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (vb_text_saver_flush), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_add_controller (field, focus);

  return self;
}

void
vb_text_saver_set_text (VbTextSaver *self, const char *text)
{
  g_autofree char *shown = NULL;

  g_return_if_fail (VB_IS_TEXT_SAVER (self));

  shown = dup_text (self);
  if (self->pause != 0 || g_str_equal (g_strstrip (shown), text != NULL ? text : ""))
    return;

  self->setting = TRUE;
  if (get_buffer (self) != NULL)
    gtk_text_buffer_set_text (get_buffer (self), text != NULL ? text : "", -1);
  else
    gtk_editable_set_text (GTK_EDITABLE (self->field), text != NULL ? text : "");
  self->setting = FALSE;
}

void
vb_text_saver_flush (VbTextSaver *self)
{
  g_autofree char *text = NULL;

  g_return_if_fail (VB_IS_TEXT_SAVER (self));

  if (self->pause == 0)
    return;

  g_clear_handle_id (&self->pause, g_source_remove);
  text = dup_text (self);
  g_signal_emit (self, signals[SIGNAL_SAVE], 0, g_strstrip (text));
}

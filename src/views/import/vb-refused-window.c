/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-refused-window.h"

#include <glib/gi18n-lib.h>

#include "vb-dialog-title.h"
#include "vb-problem-table.h"

struct _VbRefusedWindow
{
  AdwWindow parent_instance;

  AdwToastOverlay *toast_overlay;
  VbDialogTitle *window_title;
  VbProblemTable *problem_table;
};

G_DEFINE_FINAL_TYPE (VbRefusedWindow, vb_refused_window, ADW_TYPE_WINDOW)

static void
on_copy (VbRefusedWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->problem_table), "problems.copy", NULL);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("The list was copied")));
}

static void
on_save (VbRefusedWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->problem_table), "problems.save", NULL);
}

static void
on_saved (VbRefusedWindow *self)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("The list was saved")));
}

static void
on_error (VbRefusedWindow *self, const GError *error)
{
  AdwToast *toast = adw_toast_new (error->message);

  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
vb_refused_window_class_init (VbRefusedWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  g_type_ensure (VB_TYPE_PROBLEM_TABLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-refused-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbRefusedWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbRefusedWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbRefusedWindow, problem_table);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
  gtk_widget_class_bind_template_callback (widget_class, on_saved);
  gtk_widget_class_bind_template_callback (widget_class, on_error);
}

static void
vb_refused_window_init (VbRefusedWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_refused_window_new (GtkWindow *parent, const char *source_name, GPtrArray *problems)
{
  VbRefusedWindow *self;

  g_return_val_if_fail (problems != NULL, NULL);

  self = g_object_new (VB_TYPE_REFUSED_WINDOW, "transient-for", parent, NULL);
  vb_dialog_title_set_subtitle (self->window_title, source_name);
  vb_problem_table_set_source_name (self->problem_table, source_name);
  vb_problem_table_set_problems (self->problem_table, problems);
  return GTK_WIDGET (self);
}

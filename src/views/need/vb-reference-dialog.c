/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-reference-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-day-row.h"
#include "vb-dialog-title.h"
#include "vb-form.h"

struct _VbReferenceDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwEntryRow *beds_row;
  VbDayRow *from_row;
  AdwEntryRow *by_row;
  GtkLabel *problem;

  VbDocument *document;
  VbUnit *unit;
  VbCareType care_type;
  VbTarget *target; /* NULL = a new one */
};

G_DEFINE_FINAL_TYPE (VbReferenceDialog, vb_reference_dialog, ADW_TYPE_WINDOW)

/* The field that is wrong, or NULL. */
static GtkWidget *
check (VbReferenceDialog *self)
{
  GtkWidget *wrong = NULL;
  double beds;
  gboolean beds_wrong = !vb_form_get_number (self->beds_row, &beds) || !(beds >= 0);

  vb_form_mark (GTK_WIDGET (self->beds_row), beds_wrong);
  vb_form_tell (self->problem, NULL);
  if (!vb_day_row_get_valid (self->from_row))
    {
      vb_form_tell (self->problem, _ ("A date is written as 2026-10-31"));
      wrong = GTK_WIDGET (self->from_row);
    }
  if (beds_wrong)
    {
      vb_form_tell (self->problem, _ ("A reference number is a number of beds, 0 or more"));
      wrong = GTK_WIDGET (self->beds_row);
    }

  return wrong;
}

/* A number that was decided for another day is another number in the document: the old one goes. */
static gboolean
write_down (VbReferenceDialog *self, VbDay from, double beds, const char *by, GError **error)
{
  gboolean moved = self->target != NULL && vb_target_get_from (self->target) != from;

  return (!moved
          || vb_document_clear_target (self->document, vb_target_get_id (self->target), error))
         && vb_document_set_target (self->document, vb_unit_get_id (self->unit),
                                    VB_MEASURE_NEEDED_BEDS, self->care_type, from, beds, by, error);
}

static void
on_save (VbReferenceDialog *self)
{
  GtkWidget *wrong = check (self);
  g_autofree char *by = NULL;
  g_autoptr (GError) error = NULL;
  double beds;

  if (wrong != NULL)
    {
      gtk_widget_grab_focus (wrong);
      return;
    }

  vb_form_get_number (self->beds_row, &beds);
  by = vb_form_dup_text (self->by_row);
  vb_document_begin_group (self->document);
  write_down (self, vb_day_row_get_day (self->from_row), beds, by, &error);
  vb_document_end_group (self->document);
  if (error != NULL)
    vb_form_tell (self->problem, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
vb_reference_dialog_dispose (GObject *object)
{
  VbReferenceDialog *self = VB_REFERENCE_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->unit);
  g_clear_object (&self->target);

  G_OBJECT_CLASS (vb_reference_dialog_parent_class)->dispose (object);
}

static void
vb_reference_dialog_class_init (VbReferenceDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_reference_dialog_dispose;

  g_type_ensure (VB_TYPE_DAY_ROW);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/need/vb-reference-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbReferenceDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbReferenceDialog, beds_row);
  gtk_widget_class_bind_template_child (widget_class, VbReferenceDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, VbReferenceDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, VbReferenceDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
vb_reference_dialog_init (VbReferenceDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_reference_dialog_new (
    GtkWindow *parent, VbDocument *document, VbUnit *unit, VbCareType care_type, VbTarget *target)
{
  VbReferenceDialog *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_UNIT (unit), NULL);

  self = g_object_new (VB_TYPE_REFERENCE_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->unit = g_object_ref (unit);
  self->care_type = target != NULL ? vb_target_get_care_type (target) : care_type;
  g_set_object (&self->target, target);

  gtk_window_set_title (GTK_WINDOW (self),
                        target == NULL ? _ ("New Reference Number") : _ ("Edit Reference Number"));
  vb_dialog_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  vb_dialog_title_set_subtitle (self->window_title, vb_unit_get_name (unit));
  if (target != NULL)
    {
      vb_form_set_number (self->beds_row, vb_target_get_value (target));
      vb_day_row_set_day (self->from_row, vb_target_get_from (target));
      vb_form_set_text (self->by_row, vb_target_get_decided_by (target));
    }
  gtk_widget_grab_focus (GTK_WIDGET (self->beds_row));

  return GTK_WIDGET (self);
}

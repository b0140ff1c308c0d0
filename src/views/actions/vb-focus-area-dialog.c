/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-focus-area-dialog.h"

#include <glib/gi18n-lib.h>

#include "vb-dialog-title.h"
#include "vb-form.h"

struct _VbFocusAreaDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  AdwEntryRow *name_row;
  AdwComboRow *side_row;
  GtkTextView *goal_view;
  GtkLabel *problem;
  GtkWidget *remove_button;

  VbDocument *document;
  VbFocusAreaFacts *facts;
  gint64 id; /* 0 = new */
};

G_DEFINE_FINAL_TYPE (VbFocusAreaDialog, vb_focus_area_dialog, ADW_TYPE_WINDOW)

static const char *
get_side_word (guint side)
{
  return vb_balance_side_get_label ((VbBalanceSide) side);
}

static void
on_save (VbFocusAreaDialog *self)
{
  g_autoptr (VbFocusAreaFacts) facts = vb_focus_area_facts_copy (self->facts);
  g_autofree char *name = vb_form_dup_text (self->name_row);
  g_autoptr (GError) error = NULL;

  vb_form_mark (GTK_WIDGET (self->name_row), *name == '\0');
  vb_form_tell (self->problem, *name == '\0' ? _ ("Give the focus area a name") : NULL);
  if (*name == '\0')
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->name_row));
      return;
    }

  /* A name that was not touched keeps its other language. */
  if (g_strcmp0 (name, vb_bilingual_get (&facts->name)) != 0)
    vb_bilingual_set (&facts->name, name, NULL);
  facts->side = (VbBalanceSide) adw_combo_row_get_selected (self->side_row);
  g_free (facts->goal);
  facts->goal = vb_form_dup_lines (self->goal_view);

  if (self->id == 0)
    vb_document_add_focus_area (self->document, facts, &error);
  else
    vb_document_change_focus_area (self->document, self->id, facts, &error);
  if (error != NULL)
    vb_form_tell (self->problem, error->message);
  else
    gtk_window_close (GTK_WINDOW (self));
}

static void
on_remove (VbFocusAreaDialog *self)
{
  g_autoptr (GError) error = NULL;

  if (vb_document_remove_focus_area (self->document, self->id, &error))
    gtk_window_close (GTK_WINDOW (self));
  else
    vb_form_tell (self->problem, error->message);
}

static void
vb_focus_area_dialog_dispose (GObject *object)
{
  VbFocusAreaDialog *self = VB_FOCUS_AREA_DIALOG (object);

  g_clear_pointer (&self->facts, vb_focus_area_facts_free);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_focus_area_dialog_parent_class)->dispose (object);
}

static void
vb_focus_area_dialog_class_init (VbFocusAreaDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_focus_area_dialog_dispose;

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/actions/vb-focus-area-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbFocusAreaDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbFocusAreaDialog, name_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusAreaDialog, side_row);
  gtk_widget_class_bind_template_child (widget_class, VbFocusAreaDialog, goal_view);
  gtk_widget_class_bind_template_child (widget_class, VbFocusAreaDialog, problem);
  gtk_widget_class_bind_template_child (widget_class, VbFocusAreaDialog, remove_button);
  gtk_widget_class_bind_template_callback (widget_class, on_remove);
  gtk_widget_class_bind_template_callback (widget_class, on_save);
}

static void
vb_focus_area_dialog_init (VbFocusAreaDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_focus_area_dialog_new (GtkWindow *parent, VbDocument *document, VbFocusArea *area)
{
  const VbFocusAreaFacts empty = { .side = VB_BALANCE_SIDE_CAPACITY };
  gboolean own = area == NULL || vb_focus_area_get_own (area);
  VbFocusAreaDialog *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);

  self = g_object_new (VB_TYPE_FOCUS_AREA_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->facts = vb_focus_area_facts_copy (area != NULL ? vb_focus_area_get_facts (area) : &empty);
  self->id = area != NULL ? vb_focus_area_get_id (area) : 0;

  gtk_window_set_title (GTK_WINDOW (self),
                        self->id == 0 ? _ ("New Focus Area") : _ ("Edit Focus Area"));
  vb_dialog_title_set_title (self->window_title, gtk_window_get_title (GTK_WINDOW (self)));
  vb_form_set_text (self->name_row, vb_bilingual_get (&self->facts->name));
  vb_form_set_words (self->side_row, VB_N_BALANCE_SIDES, get_side_word, self->facts->side);
  vb_form_set_lines (self->goal_view, self->facts->goal);
  gtk_widget_set_sensitive (GTK_WIDGET (self->name_row), own);
  gtk_widget_set_sensitive (GTK_WIDGET (self->side_row), own);
  gtk_widget_set_visible (self->remove_button, own && self->id != 0);
  gtk_widget_grab_focus (own ? GTK_WIDGET (self->name_row) : GTK_WIDGET (self->goal_view));

  return GTK_WIDGET (self);
}

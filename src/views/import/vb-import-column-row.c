/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-column-row.h"

#include <glib/gi18n-lib.h>

#include "vb-care-types-window.h"
#include "vb-even-layout.h"
#include "vb-meaning-button.h"

struct _VbImportColumnRow
{
  GtkListBoxRow parent_instance;

  GtkWidget *halves;
  GtkLabel *header_label;
  GtkLabel *sample_label;
  GtkWidget *note_box;
  GtkWidget *note_icon;
  GtkLabel *note_label;
  GtkWidget *guessed_chip;
  VbMeaningButton *meaning_button;
  GtkWidget *meaning_box;
  GtkWidget *child_entry;
  GtkDropDown *care_type; /* of the child; made when there is one */

  VbImportDraft *draft;
  guint column;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (VbImportColumnRow, vb_import_column_row, GTK_TYPE_LIST_BOX_ROW)

static void
update_note (VbImportColumnRow *self, const VbColumn *column)
{
  const char *fault = vb_import_draft_get_fault (self->draft, self->column);
  const char *note = fault;

  if (note == NULL && column->why != NULL)
    note = g_dgettext (GETTEXT_PACKAGE, column->why);
  gtk_widget_set_visible (self->note_box, note != NULL);
  gtk_label_set_label (self->note_label, note != NULL ? note : "");
  gtk_widget_set_visible (self->note_icon, fault != NULL);
  if (fault != NULL)
    gtk_widget_add_css_class (self->note_box, "error");
  else
    gtk_widget_remove_css_class (self->note_box, "error");
}

static void
on_care_type (VbImportColumnRow *self)
{
  VbImporter *importer = vb_import_draft_get_importer (self->draft);
  guint selected = gtk_drop_down_get_selected (self->care_type);
  const VbColumn *column;

  if (self->updating || importer == NULL || selected >= VB_N_CARE_TYPES
      || self->column >= vb_importer_get_n_columns (importer))
    return;
  column = vb_importer_get_column (importer, self->column);
  if (column->child != NULL)
    vb_import_draft_set_care_type (self->draft, column->child, (VbCareType) selected);
}

/* What care the child gives, which no table of this form says. Most rows have no child, and a list
 * to choose from costs as much as the rest of them. */
static void
update_care_type (VbImportColumnRow *self, const char *child)
{
  VbImporter *importer = vb_import_draft_get_importer (self->draft);
  g_autofree char *name = NULL;

  if (self->care_type == NULL)
    {
      if (child == NULL)
        return;
      self->care_type =
          GTK_DROP_DOWN (gtk_drop_down_new (G_LIST_MODEL (vb_care_types_window_list ()), NULL));
      g_signal_connect_object (self->care_type, "notify::selected", G_CALLBACK (on_care_type), self,
                               G_CONNECT_SWAPPED);
      gtk_box_append (GTK_BOX (self->meaning_box), GTK_WIDGET (self->care_type));
    }
  gtk_widget_set_visible (GTK_WIDGET (self->care_type), child != NULL);
  if (child == NULL)
    return;
  /* Translators: %s is the name of a unit, such as a ward */
  name = g_strdup_printf (_ ("Care type of %s"), child);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->care_type), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->care_type), name);
  gtk_drop_down_set_selected (self->care_type, vb_importer_get_care_type (importer, child));
}

static void
update_child (VbImportColumnRow *self, const VbColumn *column)
{
  g_autofree char *name = NULL;
  /* Of a measure that was guessed there was one column only, and so no need of a child. */
  gboolean visible = column->role == VB_ROLE_MEASURE && !(column->guessed && column->child == NULL);

  gtk_widget_set_visible (self->child_entry, visible);
  update_care_type (self, visible ? column->child : NULL);
  if (!visible)
    return;
  /* Translators: name of a text field; %s is the header of a column */
  name = g_strdup_printf (_ ("Child unit that “%s” belongs to"), column->header);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->child_entry), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  if (!gtk_widget_has_focus (gtk_widget_get_first_child (self->child_entry)))
    gtk_editable_set_text (GTK_EDITABLE (self->child_entry),
                           column->child != NULL ? column->child : "");
}

void
vb_import_column_row_update (VbImportColumnRow *self)
{
  VbImporter *importer;
  const VbColumn *column;
  gboolean used;

  g_return_if_fail (VB_IS_IMPORT_COLUMN_ROW (self));

  importer = vb_import_draft_get_importer (self->draft);
  if (importer == NULL || self->column >= vb_importer_get_n_columns (importer))
    return;
  column = vb_importer_get_column (importer, self->column);
  used = column->role != VB_ROLE_LEFT_OUT;
  self->updating = TRUE;
  gtk_label_set_label (self->header_label, column->header);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->header_label), column->header);
  gtk_label_set_label (self->sample_label, column->sample != NULL ? column->sample : "");
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->sample_label), column->sample);
  gtk_widget_set_visible (GTK_WIDGET (self->sample_label),
                          column->sample != NULL && *column->sample != '\0');
  gtk_widget_set_visible (self->guessed_chip, used && column->guessed);
  if (used)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "left-out");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "left-out");
  vb_meaning_button_show (self->meaning_button, importer, self->column);
  update_child (self, column);
  update_note (self, column);
  self->updating = FALSE;
}

static void
on_chosen (VbImportColumnRow *self, const VbColumnMeaning *meaning)
{
  vb_import_draft_set_meaning (self->draft, self->column, *meaning);
}

static void
take_child (VbImportColumnRow *self)
{
  VbImporter *importer = vb_import_draft_get_importer (self->draft);
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->child_entry));
  const VbColumn *column;

  if (self->updating || importer == NULL || self->column >= vb_importer_get_n_columns (importer))
    return;
  column = vb_importer_get_column (importer, self->column);
  if (g_strcmp0 (text, column->child != NULL ? column->child : "") != 0)
    vb_import_draft_set_child (self->draft, self->column, text);
}

static void
vb_import_column_row_dispose (GObject *object)
{
  g_clear_object (&VB_IMPORT_COLUMN_ROW (object)->draft);

  G_OBJECT_CLASS (vb_import_column_row_parent_class)->dispose (object);
}

static void
vb_import_column_row_class_init (VbImportColumnRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_import_column_row_dispose;

  g_type_ensure (VB_TYPE_MEANING_BUTTON);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-import-column-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, halves);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, header_label);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, sample_label);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, note_box);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, note_icon);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, note_label);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, guessed_chip);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, meaning_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, child_entry);
  gtk_widget_class_bind_template_child (widget_class, VbImportColumnRow, meaning_box);
  gtk_widget_class_bind_template_callback (widget_class, on_chosen);
  gtk_widget_class_bind_template_callback (widget_class, take_child);
}

static void
vb_import_column_row_init (VbImportColumnRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->halves, vb_even_layout_new (12));
}

GtkWidget *
vb_import_column_row_new (VbImportDraft *draft, guint column)
{
  VbImportColumnRow *self;

  g_return_val_if_fail (VB_IS_IMPORT_DRAFT (draft), NULL);

  self = g_object_new (VB_TYPE_IMPORT_COLUMN_ROW, NULL);
  self->draft = g_object_ref (draft);
  self->column = column;
  vb_import_column_row_update (self);
  return GTK_WIDGET (self);
}

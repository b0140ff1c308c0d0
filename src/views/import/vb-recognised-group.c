/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-recognised-group.h"

#include <glib/gi18n-lib.h>

struct _VbRecognisedGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *file_row;
  AdwActionRow *cells_row;
  AdwActionRow *layout_row;
  AdwActionRow *periods_row;
  AdwComboRow *sheet_row;
  AdwEntryRow *under_row;

  VbImportDraft *draft;
  VbImporter *importer; /* whose sheets are listed */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (VbRecognisedGroup, vb_recognised_group, ADW_TYPE_PREFERENCES_GROUP)

static const char *
get_delimiter_words (char delimiter)
{
  switch (delimiter)
    {
    case ';':
      return _ ("parted by semicolons");
    case '\t':
      return _ ("parted by tabs");
    case ',':
      return _ ("parted by commas");
    default:
      return NULL;
    }
}

static const char *
get_decimal_words (char decimal)
{
  switch (decimal)
    {
    case ',':
      return _ ("decimal comma");
    case '.':
      return _ ("decimal point");
    default:
      return _ ("whole numbers");
    }
}

static void
show_words (VbRecognisedGroup *self, const VbRecognised *recognised)
{
  const char *delimiter = get_delimiter_words (recognised->delimiter);
  const char *decimal = get_decimal_words (recognised->decimal);
  const char *layout =
      recognised->wide ? _ ("one column for each period") : _ ("one row for each period");
  g_autofree char *file = g_strdup_printf ("%s, %s", recognised->format, recognised->encoding);
  g_autofree char *cells =
      delimiter != NULL ? g_strdup_printf ("%s, %s", delimiter, decimal) : g_strdup (decimal);
  /* Translators: %s is "one row for each period"; %u the number of a row */
  g_autofree char *table =
      g_strdup_printf (_ ("%s, headers in row %u"), layout, recognised->header_row);

  /* Inside a workbook there is no choice of encoding. */
  adw_action_row_set_subtitle (self->file_row,
                               recognised->delimiter != 0 ? file : recognised->format);
  adw_action_row_set_subtitle (self->cells_row, cells);
  adw_action_row_set_subtitle (self->layout_row, table);
  adw_action_row_set_subtitle (self->periods_row, vb_grain_get_label (recognised->grain));
}

static void
show_sheets (VbRecognisedGroup *self, const VbRecognised *recognised)
{
  guint n = recognised->sheets != NULL ? g_strv_length ((GStrv) recognised->sheets) : 0;
  g_autoptr (GtkStringList) sheets = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->sheet_row), n > 1);
  if (n < 2)
    return;
  sheets = gtk_string_list_new (recognised->sheets);
  adw_combo_row_set_model (self->sheet_row, G_LIST_MODEL (sheets));
  for (guint i = 0; i < n; i++)
    if (g_str_equal (recognised->sheets[i], recognised->sheet))
      adw_combo_row_set_selected (self->sheet_row, i);
}

void
vb_recognised_group_show (VbRecognisedGroup *self, VbImportDraft *draft)
{
  VbImporter *importer;
  const VbRecognised *recognised;

  g_return_if_fail (VB_IS_RECOGNISED_GROUP (self));
  g_return_if_fail (VB_IS_IMPORT_DRAFT (draft));

  importer = vb_import_draft_get_importer (draft);
  recognised = vb_importer_get_recognised (importer);
  g_set_object (&self->draft, draft);
  self->updating = TRUE;
  show_words (self, recognised);
  if (g_set_object (&self->importer, importer))
    {
      const char *under = vb_importer_get_under (importer);

      show_sheets (self, recognised);
      gtk_editable_set_text (GTK_EDITABLE (self->under_row), under != NULL ? under : "");
    }
  self->updating = FALSE;
}

static void
on_sheet (VbRecognisedGroup *self)
{
  GtkStringObject *sheet = adw_combo_row_get_selected_item (self->sheet_row);

  if (!self->updating && sheet != NULL)
    vb_import_draft_set_sheet (self->draft, gtk_string_object_get_string (sheet));
}

static void
on_under (VbRecognisedGroup *self)
{
  vb_import_draft_set_under (self->draft, gtk_editable_get_text (GTK_EDITABLE (self->under_row)));
}

static void
vb_recognised_group_dispose (GObject *object)
{
  VbRecognisedGroup *self = VB_RECOGNISED_GROUP (object);

  g_clear_object (&self->draft);
  g_clear_object (&self->importer);

  G_OBJECT_CLASS (vb_recognised_group_parent_class)->dispose (object);
}

static void
vb_recognised_group_class_init (VbRecognisedGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_recognised_group_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-recognised-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VbRecognisedGroup, file_row);
  gtk_widget_class_bind_template_child (widget_class, VbRecognisedGroup, cells_row);
  gtk_widget_class_bind_template_child (widget_class, VbRecognisedGroup, layout_row);
  gtk_widget_class_bind_template_child (widget_class, VbRecognisedGroup, periods_row);
  gtk_widget_class_bind_template_child (widget_class, VbRecognisedGroup, sheet_row);
  gtk_widget_class_bind_template_child (widget_class, VbRecognisedGroup, under_row);
  gtk_widget_class_bind_template_callback (widget_class, on_sheet);
  gtk_widget_class_bind_template_callback (widget_class, on_under);
}

static void
vb_recognised_group_init (VbRecognisedGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_recognised_group_new (void)
{
  return g_object_new (VB_TYPE_RECOGNISED_GROUP, NULL);
}

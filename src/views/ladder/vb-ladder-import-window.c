/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-ladder-import-window.h"

#include <glib/gi18n-lib.h>

#include "vb-dialog-title.h"
#include "vb-document-ladders.h"
#include "vb-ladder-reader.h"

struct _VbLadderImportWindow
{
  AdwWindow parent_instance;

  VbDocument *document;
  GFile *file;

  VbDialogTitle *window_title;
  AdwToastOverlay *toast_overlay;
  GtkWidget *take_button;
  GtkStack *stack;
  AdwStatusPage *fault_page;
  GtkEditable *name_row;
  GtkEditable *version_row;
  GtkEditable *id_row;
  GtkEditable *source_row;
  AdwComboRow *wording_row;
  AdwPreferencesGroup *areas_group;
};

G_DEFINE_FINAL_TYPE (VbLadderImportWindow, vb_ladder_import_window, ADW_TYPE_WINDOW)

static gboolean
is_valid (GtkEditable *row)
{
  return vb_ladder_id_is_valid (gtk_editable_get_text (row));
}

static void
on_changed (VbLadderImportWindow *self)
{
  gtk_widget_set_sensitive (self->take_button,
                            is_valid (self->id_row) && is_valid (self->version_row));
}

/* The ladder as the rows above say; @id, @version as they stand must be valid. */
static VbLadder *
read_ladder (VbLadderImportWindow *self, GError **error)
{
  const char *name = gtk_editable_get_text (self->name_row);
  const char *source = gtk_editable_get_text (self->source_row);
  VbLadderLabel label = { .id = gtk_editable_get_text (self->id_row),
                          .version = gtk_editable_get_text (self->version_row),
                          .wording = (VbWording) adw_combo_row_get_selected (self->wording_row) };
  VbLadder *ladder;

  vb_bilingual_set (&label.name, name, name);
  vb_bilingual_set (&label.source, source, source);
  ladder = vb_ladder_reader_read_table (self->file, &label, NULL, error);
  vb_bilingual_clear (&label.name);
  vb_bilingual_clear (&label.source);
  return ladder;
}

static void
on_take (VbLadderImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbLadder) ladder = read_ladder (self, &error);
  AdwToast *toast;

  if (ladder != NULL && vb_document_add_ladder (self->document, ladder, &error))
    {
      gtk_window_close (GTK_WINDOW (self));
      return;
    }
  toast = adw_toast_new (error->message);
  adw_toast_set_priority (toast, ADW_TOAST_PRIORITY_HIGH);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

/* ---- preview --------------------------------------------------------------------------------- */

/* "utvecklingstrappan-2024" from "Utvecklingstrappan 2024.xlsx"; owned by the caller. */
static char *
make_id (const char *name)
{
  g_autofree char *plain = g_str_to_ascii (name, "sv");
  GString *id = g_string_new (NULL);

  for (const char *c = plain; *c != '\0'; c++)
    if (g_ascii_isalnum (*c))
      g_string_append_c (id, g_ascii_tolower (*c));
    else if (id->len > 0 && id->str[id->len - 1] != '-')
      g_string_append_c (id, '-');
  if (id->len > 0 && id->str[id->len - 1] == '-')
    g_string_truncate (id, id->len - 1);
  return g_string_free (id, FALSE);
}

static char *
make_name (GFile *file)
{
  g_autofree char *base = g_file_get_basename (file);
  char *dot = strrchr (base, '.');

  if (dot != NULL && dot != base)
    *dot = '\0';
  return g_filename_display_name (base);
}

static void
add_area (VbLadderImportWindow *self, VbLadderArea *area)
{
  GtkWidget *row = adw_action_row_new ();
  guint n = g_list_model_get_n_items (vb_ladder_area_get_statements (area));
  g_autofree char *statements = g_strdup_printf (ngettext ("%u statement", "%u statements", n), n);
  /* Translators: "12 statements, up to step 5" */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, up to step %u"), statements, vb_ladder_area_get_last_step (area));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 vb_bilingual_get (vb_ladder_area_get_name (area)));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_preferences_group_add (self->areas_group, row);
}

static void
show_preview (VbLadderImportWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbLadder) ladder = read_ladder (self, &error);
  GListModel *areas;
  guint n;

  gtk_widget_set_visible (self->take_button, ladder != NULL);
  if (ladder == NULL)
    {
      adw_status_page_set_description (self->fault_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "fault");
      return;
    }
  areas = vb_ladder_get_areas (ladder);
  n = g_list_model_get_n_items (areas);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (areas, i);

      add_area (self, area);
    }
  gtk_stack_set_visible_child_name (self->stack, "preview");
}

static void
fill_wordings (VbLadderImportWindow *self)
{
  g_autoptr (GtkStringList) wordings = gtk_string_list_new (NULL);

  for (guint i = 0; i < VB_N_WORDINGS; i++)
    gtk_string_list_append (wordings, vb_wording_get_label ((VbWording) i));
  adw_combo_row_set_model (self->wording_row, G_LIST_MODEL (wordings));
  adw_combo_row_set_selected (self->wording_row, VB_WORDING_OFFICIAL);
}

static void
vb_ladder_import_window_dispose (GObject *object)
{
  VbLadderImportWindow *self = VB_LADDER_IMPORT_WINDOW (object);

  g_clear_object (&self->document);
  g_clear_object (&self->file);
  G_OBJECT_CLASS (vb_ladder_import_window_parent_class)->dispose (object);
}

static void
vb_ladder_import_window_class_init (VbLadderImportWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_ladder_import_window_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/ladder/vb-ladder-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, take_button);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, fault_page);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, name_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, version_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, id_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, source_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, wording_row);
  gtk_widget_class_bind_template_child (widget_class, VbLadderImportWindow, areas_group);
  gtk_widget_class_bind_template_callback (widget_class, on_take);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
vb_ladder_import_window_init (VbLadderImportWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_wordings (self);
}

GtkWidget *
vb_ladder_import_window_new (GtkWindow *parent, VbDocument *document, GFile *file)
{
  VbLadderImportWindow *self;
  g_autofree char *name = NULL;
  g_autofree char *id = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (VB_TYPE_LADDER_IMPORT_WINDOW, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  name = make_name (file);
  id = make_id (name);
  vb_dialog_title_set_subtitle (self->window_title, name);
  gtk_editable_set_text (self->name_row, name);
  gtk_editable_set_text (self->id_row, *id != '\0' ? id : "ladder");
  show_preview (self);
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-list.h"

#include <glib/gi18n-lib.h>

#include "vb-figure-help.h"
#include "vb-import-row.h"
#include "vb-page.h"
#include "vb-refused-window.h"

/* A plan that is filled every month has dozens; the latest are what one looks for. */
#define ROWS_AT_FIRST 8

struct _VbImportList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *more_button;
  GListModel *imports;
  GtkSliceListModel *slice;
};

G_DEFINE_FINAL_TYPE (VbImportList, vb_import_list, GTK_TYPE_WIDGET)

static GtkWidget *
make_row (gpointer item, gpointer user_data)
{
  return vb_import_row_new (VB_IMPORT (item));
}

static void
update_more (VbImportList *self)
{
  guint n = g_list_model_get_n_items (self->imports);
  guint size = gtk_slice_list_model_get_size (self->slice);

  gtk_widget_set_visible (GTK_WIDGET (self->list), n > 0);
  gtk_widget_set_visible (self->more_button, n > size);
  if (n > size)
    {
      g_autofree char *label = g_strdup_printf (
          ngettext ("Show %u Older Import", "Show %u Older Imports", n - size), n - size);

      gtk_button_set_label (GTK_BUTTON (self->more_button), label);
    }
}

static void
on_more (VbImportList *self)
{
  gtk_slice_list_model_set_size (self->slice, G_MAXUINT);
  update_more (self);
}

void
vb_import_list_set_imports (VbImportList *self, GListModel *imports)
{
  g_return_if_fail (VB_IS_IMPORT_LIST (self));
  g_return_if_fail (G_IS_LIST_MODEL (imports));

  if (!g_set_object (&self->imports, imports))
    {
      update_more (self);
      return;
    }
  gtk_slice_list_model_set_model (self->slice, imports);
  gtk_slice_list_model_set_size (self->slice, ROWS_AT_FIRST);
  update_more (self);
}

static void
present_refused (VbImportList *self, VbImport *import, GPtrArray *problems)
{
  GtkWidget *page = gtk_widget_get_ancestor (GTK_WIDGET (self), VB_TYPE_PAGE);
  GtkWidget *window = vb_refused_window_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                                             vb_import_get_source_name (import), problems);

  vb_figure_help_attach (window, vb_page_get_glossary (VB_PAGE (page)));
  gtk_window_present (GTK_WINDOW (window));
}

gboolean
vb_import_list_show_refused (VbImportList *self, VbDocument *document, gint64 id, GError **error)
{
  g_autoptr (GPtrArray) problems = NULL;

  g_return_val_if_fail (VB_IS_IMPORT_LIST (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (self->imports); i++)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (self->imports, i);

      if (vb_import_get_id (import) != id)
        continue;
      problems = vb_document_read_import_problems (document, id, error);
      if (problems == NULL)
        return FALSE;
      present_refused (self, import, problems);
      return TRUE;
    }
  return TRUE;
}

static void
vb_import_list_dispose (GObject *object)
{
  VbImportList *self = VB_IMPORT_LIST (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->slice);
  g_clear_object (&self->imports);

  G_OBJECT_CLASS (vb_import_list_parent_class)->dispose (object);
}

static void
vb_import_list_class_init (VbImportListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_import_list_dispose;

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_import_list_init (VbImportList *self)
{
  self->slice = gtk_slice_list_model_new (NULL, 0, ROWS_AT_FIRST);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "import-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Imports"), -1);
  gtk_list_box_bind_model (self->list, G_LIST_MODEL (self->slice), make_row, NULL, NULL);

  self->more_button = gtk_button_new ();
  gtk_widget_set_halign (self->more_button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (self->more_button, "flat");
  gtk_widget_set_visible (self->more_button, FALSE);
  g_signal_connect_object (self->more_button, "clicked", G_CALLBACK (on_more), self,
                           G_CONNECT_SWAPPED);

  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->list));
  gtk_box_append (GTK_BOX (self->box), self->more_button);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
}

GtkWidget *
vb_import_list_new (void)
{
  return g_object_new (VB_TYPE_IMPORT_LIST, NULL);
}

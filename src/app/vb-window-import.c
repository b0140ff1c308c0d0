/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables come in by the page that imports, wherever in the window they are dropped. */
#define G_LOG_DOMAIN "vb-app"

#include "vb-window-private.h"

#include <glib/gi18n-lib.h>

#include "vb-import-page.h"

/* The page that imports, in sight; in a new plan where the window has none. NULL while the window
 * is opening one. */
static VbImportPage *
show_import_page (VbWindow *self)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbDocument) document = NULL;
  VbPage *page;

  if (self->document == NULL)
    {
      if (!vb_window_is_free (self))
        return NULL;
      document = vb_document_new (&error);
      if (document == NULL)
        {
          vb_window_show_error (self, _ ("Could Not Make a New Plan"), error->message);
          return NULL;
        }
      vb_window_set_document (self, document);
    }
  vb_window_show_page (self, "import");
  page = vb_window_get_page (self);
  return VB_IS_IMPORT_PAGE (page) ? VB_IMPORT_PAGE (page) : NULL;
}

gboolean
vb_window_import_file (VbWindow *self, GFile *file)
{
  VbImportPage *page;

  g_return_val_if_fail (VB_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  page = show_import_page (self);
  if (page != NULL)
    vb_import_page_open_file (page, file);
  return page != NULL;
}

static void
import_action (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbImportPage *page = show_import_page (VB_WINDOW (widget));

  if (page != NULL)
    gtk_widget_activate_action (GTK_WIDGET (page), "import.choose", NULL);
}

void
_vb_window_class_import_init (VbWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.import", NULL, import_action);
}

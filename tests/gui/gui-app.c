/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-test"

#include "gui-app.h"

#include "vb-figure-help.h"
#include "vb-number.h"

VbApplication *
gui_app_new (void)
{
  VbApplication *application = vb_application_new ("se.vardbalans.Test", G_APPLICATION_NON_UNIQUE);
  g_autoptr (GError) error = NULL;

  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);

  return application;
}

void
gui_app_free (VbApplication *application)
{
  GList *windows;

  while ((windows = gtk_application_get_windows (GTK_APPLICATION (application))) != NULL)
    {
      gpointer window = windows->data;

      g_object_add_weak_pointer (window, &window);
      gtk_window_destroy (window);
      gui_settle ();
      g_assert_null (window);
    }
  g_object_unref (application);
}

VbWindow *
gui_app_open_window (VbApplication *application, int width, int height)
{
  VbWindow *window = vb_window_new (ADW_APPLICATION (application));

  /* Where there is no window manager, GTK draws a border of five pixels. */
  gtk_window_set_default_size (GTK_WINDOW (window), width + 10, height + 10);
  gtk_window_present (GTK_WINDOW (window));
  gui_wait_for_draw (GTK_WIDGET (window));

  return window;
}

void
gui_app_activate (VbWindow *window, const char *detailed_action)
{
  g_autofree char *name = NULL;
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_action_parse_detailed_name (detailed_action, &name, &target, &error));
  g_assert_true (gtk_widget_activate_action_variant (GTK_WIDGET (window), name, target));
}

static gboolean
is_idle (gpointer user_data)
{
  VbWindow *window = user_data;

  return vb_window_get_planner (window) != NULL
         && !vb_planner_get_busy (vb_window_get_planner (window));
}

void
gui_app_wait_until_idle (VbWindow *window)
{
  /* Twice: what one result shows may ask for another. */
  for (int i = 0; i < 2; i++)
    {
      gui_wait_until (is_idle, window);
      gui_wait_for_draw (GTK_WIDGET (window));
    }
}

void
gui_app_make_example (VbWindow *window)
{
  gui_app_activate (window, "win.open-example");
  gui_app_wait_until_idle (window);
}

void
gui_app_open_example (VbWindow *window)
{
  g_autofree char *path =
      g_test_build_filename (G_TEST_BUILT, "gui", "Region Exempel.vardbalans", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);

  vb_window_open_file (window, file);
  gui_app_wait_until_idle (window);
}

void
gui_app_show_page (VbWindow *window, const char *page_id)
{
  vb_window_show_page (window, page_id);
  gui_app_wait_until_idle (window);
}

static GtkWidget *
find_figure (GtkWidget *root, const char *figure)
{
  if (VB_IS_KEY_FIGURE (root)
      && g_strcmp0 (vb_key_figure_get_figure (VB_KEY_FIGURE (root)), figure) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_figure (child, figure);

      if (found != NULL)
        return found;
    }

  return NULL;
}

VbKeyFigure *
gui_app_get_figure (VbWindow *window, const char *figure)
{
  GtkWidget *found = find_figure (GTK_WIDGET (vb_window_get_page (window)), figure);

  g_assert_nonnull (found);

  return VB_KEY_FIGURE (found);
}

double
gui_app_get_number (VbWindow *window, const char *figure)
{
  g_autofree char *text = g_strdup (vb_key_figure_get_value (gui_app_get_figure (window, figure)));
  gsize length = strlen (text);
  double number;

  if (g_str_has_suffix (text, "%"))
    text[length - 1] = '\0';
  g_assert_true (vb_number_parse_typed (text, &number));

  return number;
}

static GtkWidget *
find_row (GtkWidget *root, const char *title)
{
  if (ADW_IS_PREFERENCES_ROW (root)
      && g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (root)), title) == 0)
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_row (child, title);

      if (found != NULL)
        return found;
    }

  return NULL;
}

GtkWidget *
gui_app_get_row (VbWindow *window, const char *title)
{
  GtkWidget *row = find_row (GTK_WIDGET (vb_window_get_page (window)), title);

  g_assert_nonnull (row);

  return row;
}

/* The heading of a column, as text; NULL when @widget is none. */
static const char *
get_column_title (GtkWidget *widget)
{
  GtkWidget *header = gtk_widget_get_parent (widget);
  GtkWidget *view = header != NULL ? gtk_widget_get_parent (header) : NULL;
  GtkWidget *label;

  if (view == NULL || !GTK_IS_COLUMN_VIEW (view) || gtk_widget_get_first_child (view) != header)
    return NULL;
  label = gui_find (widget, GTK_TYPE_LABEL, NULL);
  return label != NULL ? gtk_label_get_label (GTK_LABEL (label)) : NULL;
}

static guint
count_explained (VbGlossary *glossary, GtkWidget *root)
{
  const char *title = VB_IS_KEY_FIGURE (root) ? vb_key_figure_get_caption (VB_KEY_FIGURE (root))
                                              : get_column_title (root);
  guint n = 0;

  if (title != NULL && *title != '\0')
    {
      const char *figure = vb_figure_help_get_figure (root);
      VbGlossaryTerm *term = figure != NULL ? vb_glossary_find_figure (glossary, figure) : NULL;
      g_autofree char *tip = term != NULL ? vb_figure_help_dup_tip (term) : NULL;

      if (tip == NULL || strlen (tip) < 40)
        g_error ("“%s” (figure “%s”) has no term in data/glossary/glossary.csv, column figures",
                 title, figure != NULL ? figure : "not named");
      n++;
    }
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    n += count_explained (glossary, child);

  return n;
}

void
gui_app_assert_explained (VbWindow *window, GtkWidget *root, guint at_least)
{
  g_assert_cmpuint (count_explained (vb_page_get_glossary (vb_window_get_page (window)), root), >=,
                    at_least);
}

static VbUnit *
find_unit (GListModel *units, const char *name)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);
      VbUnit *found = g_strcmp0 (vb_unit_get_name (unit), name) == 0
                          ? unit
                          : find_unit (vb_unit_get_children (unit), name);

      if (found != NULL)
        return found; /* the document keeps it */
    }

  return NULL;
}

VbUnit *
gui_app_choose_unit (VbWindow *window, const char *name)
{
  VbUnit *unit = find_unit (vb_document_get_roots (vb_window_get_document (window)), name);

  g_assert_nonnull (unit);
  vb_session_set_unit (vb_window_get_session (window), unit);
  gui_app_wait_until_idle (window);

  return unit;
}

static GtkWidget *
find_dialog (void)
{
  GListModel *toplevels = gtk_window_get_toplevels ();

  for (guint i = g_list_model_get_n_items (toplevels); i > 0; i--)
    {
      g_autoptr (GtkWidget) toplevel = g_list_model_get_item (toplevels, i - 1);

      if (ADW_IS_MESSAGE_DIALOG (toplevel) && gtk_widget_get_mapped (toplevel))
        return toplevel;
    }

  return NULL;
}

static gboolean
has_dialog (gpointer user_data)
{
  return find_dialog () != NULL;
}

GtkWidget *
gui_app_wait_for_dialog (void)
{
  gui_wait_until (has_dialog, NULL);

  return find_dialog ();
}

void
gui_app_answer (GtkWidget *dialog, const char *label)
{
  GtkWidget *button = gui_find_text (dialog, label);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  gui_settle ();
}

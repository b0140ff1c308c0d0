/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-start-page.h"

#include "vb-window.h"

#define N_RECENT 5

struct _VbStartPage
{
  AdwBin parent_instance;

  AdwPreferencesGroup *recent_group;
  GPtrArray *recent_rows; /* of GtkWidget, not owned: children of the group */
  guint fill_source;
};

G_DEFINE_FINAL_TYPE (VbStartPage, vb_start_page, ADW_TYPE_BIN)

static int
compare_visited (gconstpointer a, gconstpointer b)
{
  GtkRecentInfo *info_a = *(GtkRecentInfo **) a;
  GtkRecentInfo *info_b = *(GtkRecentInfo **) b;

  return g_date_time_compare (gtk_recent_info_get_visited (info_b),
                              gtk_recent_info_get_visited (info_a));
}

/* The home folder is written "~": its path says nothing to its owner. */
static char *
describe_folder (GFile *file)
{
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *path = folder != NULL ? g_file_get_parse_name (folder) : g_strdup ("");
  const char *home = g_get_home_dir ();

  if (g_str_has_prefix (path, home))
    return g_strdup_printf ("~%s", path + strlen (home));

  return g_steal_pointer (&path);
}

static GtkWidget *
make_row (GtkRecentInfo *info)
{
  g_autoptr (GFile) file = g_file_new_for_uri (gtk_recent_info_get_uri (info));
  g_autofree char *title = g_strdup (gtk_recent_info_get_display_name (info));
  g_autofree char *folder = describe_folder (file);
  GtkWidget *row = adw_action_row_new ();

  if (g_str_has_suffix (title, VB_DOCUMENT_SUFFIX))
    title[strlen (title) - strlen (VB_DOCUMENT_SUFFIX)] = '\0';

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "win.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));

  return row;
}

static void
fill_recent (VbStartPage *self)
{
  g_autoptr (GPtrArray) plans =
      g_ptr_array_new_with_free_func ((GDestroyNotify) gtk_recent_info_unref);
  g_autolist (GtkRecentInfo) infos =
      gtk_recent_manager_get_items (gtk_recent_manager_get_default ());

  for (GList *l = infos; l != NULL; l = l->next)
    if (g_strcmp0 (gtk_recent_info_get_mime_type (l->data), VB_DOCUMENT_MIME_TYPE) == 0
        && gtk_recent_info_exists (l->data))
      g_ptr_array_add (plans, gtk_recent_info_ref (l->data));
  g_ptr_array_sort (plans, compare_visited);

  for (guint i = 0; i < self->recent_rows->len; i++)
    adw_preferences_group_remove (self->recent_group, g_ptr_array_index (self->recent_rows, i));
  g_ptr_array_set_size (self->recent_rows, 0);

  for (guint i = 0; i < MIN (plans->len, N_RECENT); i++)
    {
      GtkWidget *row = make_row (g_ptr_array_index (plans, i));

      adw_preferences_group_add (self->recent_group, row);
      g_ptr_array_add (self->recent_rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->recent_group), plans->len > 0);
}

static void
on_fill (gpointer user_data)
{
  VbStartPage *self = user_data;

  self->fill_source = 0;
  fill_recent (self);
}

/* The list of recent files is read after the first frame: it asks the disk about each of them. */
static void
vb_start_page_map (GtkWidget *widget)
{
  VbStartPage *self = VB_START_PAGE (widget);

  GTK_WIDGET_CLASS (vb_start_page_parent_class)->map (widget);

  if (self->fill_source == 0)
    {
      self->fill_source = g_timeout_add_once (50, on_fill, self);
      g_source_set_name_by_id (self->fill_source, "[vardbalans] recent plans");
    }
}

static void
vb_start_page_unmap (GtkWidget *widget)
{
  VbStartPage *self = VB_START_PAGE (widget);

  g_clear_handle_id (&self->fill_source, g_source_remove);

  GTK_WIDGET_CLASS (vb_start_page_parent_class)->unmap (widget);
}

static void
vb_start_page_finalize (GObject *object)
{
  VbStartPage *self = VB_START_PAGE (object);

  g_ptr_array_unref (self->recent_rows);

  G_OBJECT_CLASS (vb_start_page_parent_class)->finalize (object);
}

static void
vb_start_page_class_init (VbStartPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->finalize = vb_start_page_finalize;
  widget_class->map = vb_start_page_map;
  widget_class->unmap = vb_start_page_unmap;

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/vardbalans/Vardbalans/ui/app/vb-start-page.ui");
  gtk_widget_class_bind_template_child (widget_class, VbStartPage, recent_group);
}

static void
vb_start_page_init (VbStartPage *self)
{
  self->recent_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_start_page_new (void)
{
  return g_object_new (VB_TYPE_START_PAGE, NULL);
}

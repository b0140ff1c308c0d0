/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-gather-window.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

#include "vb-dialog-title.h"
#include "vb-gradual-list.h"
#include "vb-measure.h"
#include "vb-table-names.h"

/* Rows let out at a time. */
#define PORTION 30

struct _VbGatherWindow
{
  AdwWindow parent_instance;

  GCancellable *cancellable; /* while files are read */
  VbGradualList *rows;       /* of VbGathered, each followed by its VbDifference */

  VbDialogTitle *window_title;
  AdwToastOverlay *toast_overlay;
  GtkWidget *copy_button;
  GtkStack *stack;
  GtkProgressBar *progress_bar;
  GtkListView *list_view;
  AdwStatusPage *failed_page;
};

G_DEFINE_FINAL_TYPE (VbGatherWindow, vb_gather_window, ADW_TYPE_WINDOW)

/* ---- words ----------------------------------------------------------------------------------- */

/* Parts of a fact, as differences name them. */
static const struct
{
  const char *id;
  const char *word;
} parts[] = {
  { "value", N_ ("value") },
  { "decided_by", N_ ("decided by") },
  { "name", N_ ("name") },
  { "kind", N_ ("kind") },
  { "code", N_ ("code") },
  { "parent", N_ ("place") },
  { "care_type", N_ ("care type") },
  { "answer", N_ ("answer") },
  { "evidence", N_ ("evidence") },
  { "wanted_step", N_ ("wanted step") },
  { "priority", N_ ("priority") },
  { "owner_role", N_ ("responsible") },
  { "by_day", N_ ("by when") },
  { "comment", N_ ("comment") },
  { "participants", N_ ("participants") },
  { "note", N_ ("note") },
  { "title", N_ ("title") },
  { "description", N_ ("description") },
  { "status", N_ ("status") },
  { "start_day", N_ ("start") },
  { "due_day", N_ ("due") },
  { "done_day", N_ ("done") },
  { "goal", N_ ("goal") },
  { "default_target", N_ ("target occupancy of the plan") },
  { "hidden_demand", N_ ("hidden demand") },
  { "smallest_group", N_ ("smallest group shown") },
  { "consumption_change", N_ ("change of consumption") },
};

static char *
say_result (VbGathered *gathered)
{
  guint n_conflicts = g_list_model_get_n_items (vb_gathered_get_conflicts (gathered));
  guint64 n_taken = vb_gathered_get_n_taken (gathered);
  g_autofree char *taken = NULL;
  g_autofree char *conflicts = NULL;

  if (vb_gathered_get_problem (gathered) != NULL)
    /* Translators: %s is a sentence that says what is wrong with the file */
    return g_strdup_printf (_ ("Left out. %s"), vb_gathered_get_problem (gathered));
  if (n_taken == 0 && n_conflicts == 0)
    return g_strdup (_ ("Nothing new: all of it was here already"));

  taken = g_strdup_printf (ngettext ("%" PRIu64 " new fact", "%" PRIu64 " new facts", n_taken),
                           n_taken);
  if (n_conflicts == 0)
    return g_steal_pointer (&taken);
  conflicts = g_strdup_printf (
      ngettext ("%u said differently here", "%u said differently here", n_conflicts), n_conflicts);
  /* Translators: "12 new facts, 2 said differently here" */
  return g_strdup_printf (_ ("%s, %s"), taken, conflicts);
}

/* The word for an id of one of the closed word lists, or NULL. */
static const char *
find_word (const char *id)
{
  const VbMeasure *measure = vb_measure_find (id);
  VbGrain grain;
  VbRoleGroup role;
  VbAnswer answer;
  VbCareType care_type;

  if (measure != NULL)
    return _ (measure->name);
  if (vb_grain_from_id (id, &grain))
    return vb_grain_get_label (grain);
  if (vb_role_group_from_id (id, &role))
    return vb_role_group_get_label (role);
  if (vb_answer_from_id (id, &answer) && answer != VB_ANSWER_NONE)
    return vb_answer_get_label (answer);
  if (vb_care_type_from_id (id, &care_type) && care_type != VB_CARE_TYPE_NONE)
    return vb_care_type_get_label (care_type);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].id, id))
      return _ (parts[i].word);
  return NULL;
}

/* The period that two words tell, "month" and "2026-01-01"; NULL when they tell none. Owned by the
 * caller. */
static char *
say_period (const char *grain, const char *start)
{
  VbPeriod period = { VB_GRAIN_DAY, start != NULL ? vb_day_from_iso (start) : VB_DAY_NONE };

  if (period.start == VB_DAY_NONE || !vb_grain_from_id (grain, &period.grain))
    return NULL;

  return vb_period_format (period, FALSE);
}

/* Differences are told by ids, as files are; here they are read by people. Owned by the caller. */
static char *
say_words (const char *ids)
{
  g_auto (GStrv) words = g_strsplit (ids != NULL ? ids : "", " ", -1);
  g_autoptr (GStrvBuilder) said = g_strv_builder_new ();
  g_auto (GStrv) all = NULL;

  for (guint i = 0; words[i] != NULL; i++)
    {
      g_autofree char *period = say_period (words[i], words[i + 1]);
      const char *word = find_word (words[i]);

      if (period != NULL)
        i++;
      g_strv_builder_add (said, period != NULL ? period : word != NULL ? word : words[i]);
    }
  all = g_strv_builder_end (said);

  return g_strjoinv (" ", all);
}

static char *
or_nothing (const char *text)
{
  return text != NULL && *text != '\0' ? say_words (text) : g_strdup (_ ("nothing"));
}

/* @title, @subtitle: out, owned by the caller. */
static void
say_row (gpointer item, char **title, char **subtitle)
{
  if (VB_IS_GATHERED (item))
    {
      *title = g_strdup (vb_gathered_get_name (item));
      *subtitle = say_result (item);
    }
  else
    {
      const VbDifferenceFields *fields = vb_difference_get_fields (item);
      g_autofree char *what = say_words (fields->what);
      g_autofree char *ours = or_nothing (fields->ours);
      g_autofree char *theirs = or_nothing (fields->theirs);

      *title =
          fields->unit != NULL ? g_strdup_printf ("%s: %s", fields->unit, what) : g_strdup (what);
      /* Translators: both are what somebody said of the same thing */
      *subtitle = g_strdup_printf (_ ("Kept: %s. In the file: %s."), ours, theirs);
    }
}

/* ---- rows ------------------------------------------------------------------------------------ */

static GtkWidget *
new_row_label (const char *style)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (style != NULL)
    gtk_widget_add_css_class (label, style);
  return label;
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *lines = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);

  gtk_box_append (GTK_BOX (row), gtk_image_new ());
  gtk_box_append (GTK_BOX (lines), new_row_label (NULL));
  gtk_box_append (GTK_BOX (lines), new_row_label ("dim-label"));
  gtk_widget_set_hexpand (lines, TRUE);
  gtk_box_append (GTK_BOX (row), lines);
  gtk_widget_set_margin_top (row, 6);
  gtk_widget_set_margin_bottom (row, 6);
  gtk_widget_set_margin_start (row, 12);
  gtk_widget_set_margin_end (row, 12);
  gtk_list_item_set_activatable (list_item, FALSE);
  gtk_list_item_set_child (list_item, row);
}

static const char *
get_icon (gpointer item)
{
  if (!VB_IS_GATHERED (item))
    return NULL;
  return vb_gathered_get_problem (item) != NULL ? "dialog-warning-symbolic"
                                                : "object-select-symbolic";
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *list_item, gpointer data)
{
  gpointer item = gtk_list_item_get_item (list_item);
  GtkWidget *row = gtk_list_item_get_child (list_item);
  GtkWidget *image = gtk_widget_get_first_child (row);
  GtkWidget *lines = gtk_widget_get_next_sibling (image);
  GtkWidget *first = gtk_widget_get_first_child (lines);
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *name = NULL;

  say_row (item, &title, &subtitle);
  name = g_strdup_printf ("%s. %s", title, subtitle);
  gtk_image_set_from_icon_name (GTK_IMAGE (image), get_icon (item));
  gtk_label_set_text (GTK_LABEL (first), title);
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (first)), subtitle);
  vb_table_name_row (row, name);
}

/* ---- results -----------------------------------------------------------------------------------
 */

/* What wants to be read first: files left out, then files with conflicts. */
static guint
get_rank (VbGathered *gathered)
{
  if (vb_gathered_get_problem (gathered) != NULL)
    return 0;
  return g_list_model_get_n_items (vb_gathered_get_conflicts (gathered)) > 0 ? 1 : 2;
}

static void
add_rows (GPtrArray *rows, VbGathered *gathered)
{
  GListModel *conflicts = vb_gathered_get_conflicts (gathered);

  g_ptr_array_add (rows, g_object_ref (gathered));
  for (guint i = 0; i < g_list_model_get_n_items (conflicts); i++)
    g_ptr_array_add (rows, g_list_model_get_item (conflicts, i));
}

static void
show_result (VbGatherWindow *self, GPtrArray *gathered)
{
  g_autoptr (GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *subtitle = NULL;
  guint n_read = 0;

  for (guint rank = 0; rank <= 2; rank++)
    for (guint i = 0; i < gathered->len; i++)
      if (get_rank (gathered->pdata[i]) == rank)
        add_rows (rows, gathered->pdata[i]);
  for (guint i = 0; i < gathered->len; i++)
    n_read += get_rank (gathered->pdata[i]) > 0;
  vb_gradual_list_set_items (self->rows, rows, PORTION);

  subtitle = g_strdup_printf (
      ngettext ("%u of %u plan gathered", "%u of %u plans gathered", gathered->len), n_read,
      gathered->len);
  vb_dialog_title_set_subtitle (self->window_title, subtitle);
  gtk_widget_set_visible (self->copy_button, TRUE);
  gtk_stack_set_visible_child_name (self->stack, "result");
  gtk_widget_grab_focus (GTK_WIDGET (self->list_view));
}

static void
on_gathered (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (VbGatherWindow) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) gathered = vb_document_gather_finish (VB_DOCUMENT (source), result, &error);

  g_clear_object (&self->cancellable);
  if (gathered != NULL)
    {
      show_result (self, gathered);
    }
  else if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      gtk_window_destroy (GTK_WINDOW (self));
    }
  else
    {
      adw_status_page_set_description (self->failed_page, error->message);
      gtk_stack_set_visible_child_name (self->stack, "failed");
    }
}

static void
on_progress (guint n_read, guint n_files, gpointer data)
{
  VbGatherWindow *self = data;
  g_autofree char *text = g_strdup_printf (_ ("%u of %u"), n_read, n_files);

  gtk_progress_bar_set_fraction (self->progress_bar, (double) n_read / n_files);
  gtk_progress_bar_set_text (self->progress_bar, text);
}

static void
on_cancel (VbGatherWindow *self)
{
  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
}

/* While files are read the window goes when the reading has ended. */
static gboolean
vb_gather_window_close_request (GtkWindow *window)
{
  VbGatherWindow *self = VB_GATHER_WINDOW (window);

  if (self->cancellable == NULL)
    return GTK_WINDOW_CLASS (vb_gather_window_parent_class)->close_request (window);
  on_cancel (self);
  return TRUE;
}

static void
on_copy (VbGatherWindow *self)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GListModel *rows;

  vb_gradual_list_finish (self->rows);
  rows = vb_gradual_list_get_model (self->rows);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (rows, i);
      g_autofree char *title = NULL;
      g_autofree char *subtitle = NULL;

      say_row (item, &title, &subtitle);
      g_string_append_printf (text, "%s\t%s\n", title, subtitle);
    }
  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text->str);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_ ("The list was copied")));
}

static void
vb_gather_window_dispose (GObject *object)
{
  VbGatherWindow *self = VB_GATHER_WINDOW (object);

  g_clear_object (&self->rows);
  G_OBJECT_CLASS (vb_gather_window_parent_class)->dispose (object);
}

static void
vb_gather_window_class_init (VbGatherWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_gather_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = vb_gather_window_close_request;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/gather/vb-gather-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, copy_button);
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, list_view);
  gtk_widget_class_bind_template_child (widget_class, VbGatherWindow, failed_page);
  gtk_widget_class_bind_template_callback (widget_class, on_copy);
  gtk_widget_class_bind_template_callback (widget_class, on_cancel);
}

static void
vb_gather_window_init (VbGatherWindow *self)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkSelectionModel *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->rows = vb_gradual_list_new (G_TYPE_OBJECT);
  g_signal_connect (factory, "setup", G_CALLBACK (on_setup), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (on_bind), NULL);
  gtk_list_view_set_factory (self->list_view, factory);
  g_object_unref (factory);
  selection = GTK_SELECTION_MODEL (
      gtk_no_selection_new (g_object_ref (vb_gradual_list_get_model (self->rows))));
  gtk_list_view_set_model (self->list_view, selection);
  g_object_unref (selection);
}

GtkWidget *
vb_gather_window_new (GtkWindow *parent, VbDocument *document, GPtrArray *files)
{
  VbGatherWindow *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (files != NULL && files->len > 0, NULL);

  self = g_object_new (VB_TYPE_GATHER_WINDOW, "transient-for", parent, NULL);
  self->cancellable = g_cancellable_new ();
  on_progress (0, files->len, self);
  vb_document_gather_async (document, files, on_progress, self, self->cancellable, on_gathered,
                            g_object_ref (self));
  return GTK_WIDGET (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-figure-help.h"

#include <glib/gi18n-lib.h>

#include "vb-data-table.h"
#include "vb-figure-help-dialog.h"
#include "vb-glossary-reader.h"
#include "vb-key-figure.h"

#define FIGURE_KEY "vb-figure"
#define GLOSSARY_KEY "vb-glossary"

static const char *
get_text (VbGlossaryTerm *term, VbGlossaryField field)
{
  return vb_bilingual_get (vb_glossary_term_get_text (term, field));
}

VbGlossary *
vb_figure_help_read_glossary (void)
{
  g_autoptr (GError) error = NULL;
  VbGlossary *glossary = vb_glossary_reader_read_shipped (&error);

  if (glossary != NULL)
    return glossary;

  /* It is a part of the program, so this is a fault of the program. */
  g_critical ("The glossary cannot be read: %s", error->message);
  return vb_glossary_new ();
}

/* ---- what a widget is about ------------------------------------------------------------------ */

void
vb_figure_help_set_figure (GtkWidget *widget, const char *figure)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_data_full (G_OBJECT (widget), FIGURE_KEY, g_strdup (figure), g_free);
}

static const char *
get_own_figure (GtkWidget *widget)
{
  const char *figure = g_object_get_data (G_OBJECT (widget), FIGURE_KEY);

  if (figure != NULL)
    return figure;
  if (VB_IS_KEY_FIGURE (widget))
    return vb_key_figure_get_figure (VB_KEY_FIGURE (widget));
  return vb_data_table_find_figure (widget);
}

/* The widget itself or the nearest one that it stands in. */
static GtkWidget *
find_headed (GtkWidget *widget)
{
  while (widget != NULL && get_own_figure (widget) == NULL)
    widget = gtk_widget_get_parent (widget);

  return widget;
}

const char *
vb_figure_help_get_figure (GtkWidget *widget)
{
  GtkWidget *headed = find_headed (widget);

  return headed != NULL ? get_own_figure (headed) : NULL;
}

static VbGlossary *
get_glossary (GtkWidget *root)
{
  return g_object_get_data (G_OBJECT (root), GLOSSARY_KEY);
}

/* The term of what @widget, in @root, shows; NULL if none. */
static VbGlossaryTerm *
find_term (GtkWidget *root, GtkWidget *widget)
{
  const char *figure = widget != NULL ? vb_figure_help_get_figure (widget) : NULL;

  return figure != NULL ? vb_glossary_find_figure (get_glossary (root), figure) : NULL;
}

/* ---- the tooltip ----------------------------------------------------------------------------- */

static void
append_line (GString *text, const char *name, const char *line)
{
  g_autofree char *markup =
      *line != '\0' ? g_markup_printf_escaped ("\n<b>%s</b> %s", name, line) : g_strdup ("");

  g_string_append (text, markup);
}

char *
vb_figure_help_dup_text (VbGlossaryTerm *term)
{
  GString *text = g_string_new (NULL);
  g_autofree char *definition =
      g_markup_escape_text (get_text (term, VB_GLOSSARY_FIELD_DEFINITION), -1);

  g_string_append (text, definition);
  append_line (text, _ ("Unit:"), get_text (term, VB_GLOSSARY_FIELD_UNIT));
  append_line (text, _ ("Computed:"), get_text (term, VB_GLOSSARY_FIELD_COMPUTED));

  return g_string_free (text, FALSE);
}

char *
vb_figure_help_dup_tip (VbGlossaryTerm *term)
{
  g_autofree char *text = vb_figure_help_dup_text (term);
  g_autofree char *name =
      g_markup_printf_escaped ("<b>%s</b>", get_text (term, VB_GLOSSARY_FIELD_TERM));

  return g_strdup_printf ("%s\n%s", name, text);
}

static gboolean
on_query_tooltip (
    GtkWidget *root, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer user_data)
{
  GtkWidget *at = keyboard ? gtk_root_get_focus (gtk_widget_get_root (root))
                           : gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT);
  GtkWidget *widget = find_headed (at);
  VbGlossaryTerm *term = find_term (root, widget);
  graphene_rect_t bounds;
  g_autofree char *tip = NULL;

  if (term == NULL)
    return FALSE;

  tip = vb_figure_help_dup_tip (term);
  gtk_tooltip_set_markup (tooltip, tip);
  if (gtk_widget_compute_bounds (widget, root, &bounds))
    gtk_tooltip_set_tip_area (tooltip,
                              &(GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y,
                                               (int) bounds.size.width, (int) bounds.size.height });
  return TRUE;
}

/* ---- into the glossary ----------------------------------------------------------------------- */

void
vb_figure_help_open (GtkWidget *from, const char *term)
{
  GtkRoot *root = gtk_widget_get_root (from);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window != NULL)
    {
      g_autoptr (GtkWindow) above = g_object_ref (window);

      if (gtk_widget_activate_action (GTK_WIDGET (window), "win.show-term", "s", term))
        return;
      window = gtk_window_get_transient_for (above);
      if (window != NULL)
        gtk_window_close (above);
    }
}

static void
on_open (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  vb_figure_help_open (user_data, g_variant_get_string (parameter, NULL));
}

static gboolean
remove_menu (gpointer popover)
{
  if (gtk_widget_get_parent (popover) != NULL)
    gtk_widget_unparent (popover);

  return G_SOURCE_REMOVE;
}

static void
on_menu_closed (GtkWidget *popover)
{
  /* Not before the item that closed it has been activated. */
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, remove_menu, g_object_ref (popover), g_object_unref);
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, GtkWidget *root)
{
  VbGlossaryTerm *term = find_term (root, gtk_widget_pick (root, x, y, GTK_PICK_DEFAULT));
  g_autoptr (GMenu) menu = NULL;
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;
  GtkWidget *popover;

  if (term == NULL)
    return;

  menu = g_menu_new ();
  /* Translators: %s is a term of the glossary */
  label = g_strdup_printf (_ ("“%s” in the Glossary"), get_text (term, VB_GLOSSARY_FIELD_TERM));
  action = g_strdup_printf ("figure-help.open::%s", vb_glossary_term_get_id (term));
  g_menu_append (menu, label, action);
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_widget_set_parent (popover, root);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  g_signal_connect (popover, "closed", G_CALLBACK (on_menu_closed), NULL);
  g_signal_connect_object (root, "destroy", G_CALLBACK (gtk_widget_unparent), popover,
                           G_CONNECT_SWAPPED);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

/* F1: on a figure its term, in a table those of its columns; elsewhere the page's own help. */
static gboolean
on_help_key (GtkWidget *root, GVariant *args, gpointer user_data)
{
  GtkRoot *window = gtk_widget_get_root (root);
  GtkWidget *focus = gtk_root_get_focus (window);
  VbGlossaryTerm *term;
  GtkWidget *view, *dialog = NULL;

  if (focus == NULL || !GTK_IS_WINDOW (window))
    return FALSE;

  term = find_term (root, focus);
  view = gtk_widget_get_ancestor (focus, GTK_TYPE_COLUMN_VIEW);
  if (term != NULL)
    dialog = vb_figure_help_dialog_new_term (GTK_WINDOW (window), term);
  else if (view != NULL)
    dialog = vb_figure_help_dialog_new_table (GTK_WINDOW (window), GTK_COLUMN_VIEW (view),
                                              get_glossary (root));
  if (dialog == NULL)
    return FALSE;

  gtk_window_present (GTK_WINDOW (dialog));
  return TRUE;
}

void
vb_figure_help_attach (GtkWidget *root, VbGlossary *glossary)
{
  const GActionEntry entries[] = { { .name = "open", .activate = on_open, .parameter_type = "s" } };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  GtkGesture *click = gtk_gesture_click_new ();

  g_return_if_fail (GTK_IS_WIDGET (root));
  g_return_if_fail (VB_IS_GLOSSARY (glossary));

  g_object_set_data_full (G_OBJECT (root), GLOSSARY_KEY, g_object_ref (glossary), g_object_unref);

  gtk_widget_set_has_tooltip (root, TRUE);
  g_signal_connect (root, "query-tooltip", G_CALLBACK (on_query_tooltip), NULL);

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), root);
  gtk_widget_insert_action_group (root, "figure-help", G_ACTION_GROUP (group));

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click), root);
  gtk_widget_add_controller (root, GTK_EVENT_CONTROLLER (click));

  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                        gtk_callback_action_new (on_help_key, NULL, NULL)));
  gtk_widget_add_controller (root, keys);
}

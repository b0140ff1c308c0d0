/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Faults that no reader should meet, found by walking the tree of widgets. */
#define G_LOG_DOMAIN "vb-test"

#include "gui-helper.h"

#include <libintl.h>

/* Words that are English and not Swedish, in no abbreviation or name. */
static const char *const english_words[] = { "the",   "and",  "of",    "with", "from",     "year",
                                             "month", "week", "beds",  "need", "patients", "ward",
                                             "file",  "save", "undo",  "open", "close",    "search",
                                             "show",  "your", "where", "when", "which",    "above",
                                             "below", NULL };

typedef void (*Visitor) (GtkWidget *widget, GString *faults);

static void
walk (GtkWidget *widget, Visitor visit, GString *faults)
{
  if (!gtk_widget_get_mapped (widget))
    return;

  visit (widget, faults);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    walk (child, visit, faults);
}

static void
assert_no_faults (GtkWidget *root, Visitor visit)
{
  g_autoptr (GString) faults = g_string_new (NULL);

  walk (root, visit, faults);
  if (faults->len > 0)
    g_test_message ("%s", faults->str);
  g_assert_cmpstr (faults->str, ==, "");
}

/* Where a widget stands, for the message. */
static char *
describe (GtkWidget *widget)
{
  GString *path = g_string_new (NULL);

  for (GtkWidget *each = widget; each != NULL; each = gtk_widget_get_parent (each))
    {
      const char *id = gtk_buildable_get_buildable_id (GTK_BUILDABLE (each));

      g_string_prepend (path, path->len > 0 ? " > " : "");
      if (id != NULL && !g_str_has_prefix (id, "___"))
        {
          g_string_prepend (path, id);
          g_string_prepend_c (path, '#');
        }
      g_string_prepend (path, G_OBJECT_TYPE_NAME (each));
    }

  return g_string_free (path, FALSE);
}

static gboolean
is_named (GtkWidget *widget)
{
  GtkAccessible *accessible = GTK_ACCESSIBLE (widget);

  /* What the reader meets of it is the action row inside, which has the same title. */
  if (ADW_IS_EXPANDER_ROW (widget))
    return *adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget)) != '\0';
  /* The line of titles of a column view: each of them has its name. */
  if (GTK_IS_COLUMN_VIEW (gtk_widget_get_parent (widget)))
    return TRUE;

  return gtk_test_accessible_has_property (accessible, GTK_ACCESSIBLE_PROPERTY_LABEL)
         || gtk_test_accessible_has_relation (accessible, GTK_ACCESSIBLE_RELATION_LABELLED_BY);
}

/* A part of a control that is focused itself is named by the control that it is a part of. */
static gboolean
is_named_by_owner (GtkWidget *widget)
{
  for (GtkWidget *owner = gtk_widget_get_parent (widget); owner != NULL;
       owner = gtk_widget_get_parent (owner))
    {
      if (GTK_IS_EDITABLE (owner) || GTK_IS_MENU_BUTTON (owner) || ADW_IS_SPLIT_BUTTON (owner)
          || GTK_IS_DROP_DOWN (owner))
        return is_named (owner);
      if (GTK_IS_WINDOW_CONTROLS (owner) || ADW_IS_PREFERENCES_ROW (owner))
        return TRUE;
    }

  return FALSE;
}

/* Roles that stand for a control; boxes that only pass the focus on need no name. */
static gboolean
is_control (GtkWidget *widget)
{
  switch ((int) gtk_accessible_get_accessible_role (GTK_ACCESSIBLE (widget)))
    {
    case GTK_ACCESSIBLE_ROLE_BUTTON:
    case GTK_ACCESSIBLE_ROLE_CHECKBOX:
    case GTK_ACCESSIBLE_ROLE_COMBO_BOX:
    case GTK_ACCESSIBLE_ROLE_IMG:
    case GTK_ACCESSIBLE_ROLE_LINK:
    case GTK_ACCESSIBLE_ROLE_LIST_ITEM:
    case GTK_ACCESSIBLE_ROLE_RADIO:
    case GTK_ACCESSIBLE_ROLE_ROW:
    case GTK_ACCESSIBLE_ROLE_SEARCH_BOX:
    case GTK_ACCESSIBLE_ROLE_SLIDER:
    case GTK_ACCESSIBLE_ROLE_SPIN_BUTTON:
    case GTK_ACCESSIBLE_ROLE_SWITCH:
    case GTK_ACCESSIBLE_ROLE_TEXT_BOX:
      return TRUE;
    default:
      return FALSE;
    }
}

static void
visit_named (GtkWidget *widget, GString *faults)
{
  g_autofree char *where = NULL;

  if (!gtk_widget_get_focusable (widget) || !gtk_widget_is_sensitive (widget)
      || !is_control (widget) || is_named (widget) || is_named_by_owner (widget))
    return;

  where = describe (widget);
  g_string_append_printf (faults, "no accessible name: %s\n", where);
}

void
gui_assert_all_named (GtkWidget *root)
{
  assert_no_faults (root, visit_named);
}

static gboolean
has_english_word (const char *text)
{
  g_auto (GStrv) words = g_str_tokenize_and_fold (text, NULL, NULL);

  for (guint i = 0; words[i] != NULL; i++)
    if (g_strv_contains (english_words, words[i]))
      return TRUE;

  return FALSE;
}

static void
check_text (GtkWidget *widget, const char *text, GString *faults)
{
  g_autofree char *where = NULL;
  g_autofree char *line = NULL;

  if (text == NULL || *text == '\0')
    return;
  /* The title of a column is broken into lines after it was translated. */
  line = g_strdelimit (g_strdup (text), "\n", ' ');
  if (g_str_equal (dgettext (GETTEXT_PACKAGE, line), line) && !has_english_word (line))
    return;

  where = describe (widget);
  g_string_append_printf (faults, "not translated: \"%s\" in %s\n", text, where);
}

static void
visit_translated (GtkWidget *widget, GString *faults)
{
  if (GTK_IS_LABEL (widget))
    check_text (widget, gtk_label_get_text (GTK_LABEL (widget)), faults);
  else if (GTK_IS_TEXT (widget))
    check_text (widget, gtk_text_get_placeholder_text (GTK_TEXT (widget)), faults);

  check_text (widget, gtk_widget_get_tooltip_text (widget), faults);
}

void
gui_assert_translated (GtkWidget *root)
{
  assert_no_faults (root, visit_translated);
}

static void
visit_clipped (GtkWidget *widget, GString *faults)
{
  g_autofree char *where = NULL;
  graphene_rect_t bounds;
  int minimum;

  if (!GTK_IS_LABEL (widget))
    return;

  if (pango_layout_is_ellipsized (gtk_label_get_layout (GTK_LABEL (widget))))
    {
      gboolean told = FALSE;

      for (GtkWidget *each = widget; each != NULL && !told; each = gtk_widget_get_parent (each))
        told = gtk_widget_get_tooltip_text (each) != NULL;
      if (told)
        return;
    }
  else
    {
      /* Its bounds are with padding, as its minimum is; its width would be without. */
      gtk_widget_measure (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
      if (!gtk_widget_compute_bounds (widget, widget, &bounds) || bounds.size.width >= minimum)
        return;
    }

  where = describe (widget);
  g_string_append_printf (faults, "cut off: \"%s\" in %s\n",
                          gtk_label_get_text (GTK_LABEL (widget)), where);
}

void
gui_assert_not_clipped (GtkWidget *root)
{
  assert_no_faults (root, visit_clipped);
}

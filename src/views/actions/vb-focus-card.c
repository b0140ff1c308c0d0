/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-focus-card.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-card.h"
#include "vb-figure-help.h"
#include "vb-focus-area-dialog.h"
#include "vb-focus-measure-dialog.h"
#include "vb-focus-standing.h"
#include "vb-number.h"

#define ID_KEY "vb-id"

struct _VbFocusCard
{
  AdwBin parent_instance;

  GtkListBox *list;
  GHashTable *open; /* ids of the areas that are opened */
  VbPage *page;     /* which holds the card */
  VbUnit *unit;
};

G_DEFINE_FINAL_TYPE (VbFocusCard, vb_focus_card, ADW_TYPE_BIN)

static VbDocument *
get_document (VbFocusCard *self)
{
  return vb_page_get_document (self->page);
}

static GtkWindow *
get_window (VbFocusCard *self)
{
  return GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
}

static void
set_id (GtkWidget *widget, gint64 id)
{
  g_object_set_data_full (G_OBJECT (widget), ID_KEY, g_memdup2 (&id, sizeof id), g_free);
}

static gint64
get_id (GtkWidget *widget)
{
  return *(gint64 *) g_object_get_data (G_OBJECT (widget), ID_KEY);
}

/* ---- a measure ------------------------------------------------------------------------------- */

static char *
dup_value (const VbFocusMeasureFacts *facts, double value)
{
  g_autofree char *number = vb_number_format_key (value);

  return facts->measured_in != NULL && !isnan (value)
             ? g_strdup_printf ("%s\302\240%s", number, facts->measured_in)
             : g_steal_pointer (&number);
}

static char *
dup_standing (const VbFocusMeasureFacts *facts, const VbFocusStanding *standing)
{
  g_autofree char *latest = dup_value (facts, standing->latest);
  g_autofree char *target = dup_value (facts, facts->target);
  g_autofree char *day = NULL;
  g_autofree char *outcome = NULL;

  if (standing->day == VB_DAY_NONE)
    outcome = g_strdup (_ ("no outcome yet"));
  else
    {
      day = vb_day_format (standing->day);
      /* Translators: an outcome and its date: "outcome 3.2 % (1 Jan 2026)" */
      outcome = g_strdup_printf (_ ("outcome %s (%s)"), latest, day);
    }

  if (isnan (facts->target))
    return g_strdup_printf ("%s · %s", vb_focus_measure_kind_get_label (facts->kind), outcome);
  if (standing->day == VB_DAY_NONE)
    /* Translators: a target and that there is no outcome: "target 1.9 % · no outcome yet" */
    return g_strdup_printf (_ ("target %s · %s"), target, outcome);
  return standing->reached
             /* Translators: a target and an outcome: "target 1.9 % reached · outcome 1.8 % (…)" */
             ? g_strdup_printf (_ ("target %s reached · %s"), target, outcome)
             /* Translators: a target and an outcome: "target 1.9 % not reached · outcome 3.2 %" */
             : g_strdup_printf (_ ("target %s not reached · %s"), target, outcome);
}

static const char *
get_trend_word (const VbFocusStanding *standing)
{
  gboolean rises = standing->latest > standing->before;

  switch (standing->trend)
    {
    case VB_TREND_BETTER:
      return rises ? _ ("↗ rises, better") : _ ("↘ falls, better");
    case VB_TREND_WORSE:
      return rises ? _ ("↗ rises, worse") : _ ("↘ falls, worse");
    case VB_TREND_SAME:
      return _ ("→ as before");
    case VB_TREND_UNKNOWN:
    default:
      return NULL;
    }
}

static void
on_measure_activated (VbFocusCard *self, GtkWidget *row)
{
  VbFocusMeasure *measure = vb_document_get_focus_measure (get_document (self), get_id (row));

  if (measure != NULL)
    gtk_window_present (GTK_WINDOW (vb_focus_measure_dialog_new (
        get_window (self), get_document (self), vb_focus_measure_get_facts (measure)->focus_area_id,
        measure)));
}

static GtkWidget *
new_measure_row (VbFocusCard *self, VbFocusMeasure *measure)
{
  const VbFocusMeasureFacts *facts = vb_focus_measure_get_facts (measure);
  VbFocusStanding standing = vb_focus_standing_find (measure, get_document (self),
                                                     vb_page_get_planner (self->page), self->unit);
  g_autofree char *subtitle = dup_standing (facts, &standing);
  const char *trend = get_trend_word (&standing);
  g_autofree char *name = g_strdup_printf ("%s: %s%s%s", facts->name, subtitle,
                                           trend != NULL ? ", " : "", trend != NULL ? trend : "");
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), facts->name);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  if (trend != NULL)
    {
      GtkWidget *label = gtk_label_new (trend);

      gtk_label_set_wrap (GTK_LABEL (label), TRUE);
      gtk_label_set_xalign (GTK_LABEL (label), 1);
      gtk_widget_add_css_class (label, "caption-heading");
      gtk_widget_add_css_class (label, standing.trend == VB_TREND_BETTER  ? "surplus"
                                       : standing.trend == VB_TREND_WORSE ? "shortage"
                                                                          : "dim-label");
      vb_figure_help_set_figure (label, "focus_trend");
      adw_action_row_add_suffix (ADW_ACTION_ROW (row), label);
    }
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  vb_figure_help_set_figure (row, "focus_measure");
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  set_id (row, vb_focus_measure_get_id (measure));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_measure_activated), self,
                           G_CONNECT_SWAPPED);

  return row;
}

/* ---- an area --------------------------------------------------------------------------------- */

static void
on_add_measure (VbFocusCard *self, GtkWidget *row)
{
  gtk_window_present (GTK_WINDOW (
      vb_focus_measure_dialog_new (get_window (self), get_document (self), get_id (row), NULL)));
}

static void
on_edit_area (VbFocusCard *self, GtkWidget *row)
{
  VbFocusArea *area = vb_document_get_focus_area (get_document (self), get_id (row));

  if (area != NULL)
    gtk_window_present (
        GTK_WINDOW (vb_focus_area_dialog_new (get_window (self), get_document (self), area)));
}

static void
on_expanded (VbFocusCard *self, GParamSpec *pspec, AdwExpanderRow *row)
{
  gint64 id = get_id (GTK_WIDGET (row));

  if (adw_expander_row_get_expanded (row))
    g_hash_table_add (self->open, g_memdup2 (&id, sizeof id));
  else
    g_hash_table_remove (self->open, &id);
}

static guint
count_open_actions (VbFocusCard *self, gint64 area_id)
{
  GListModel *actions = vb_document_get_actions (get_document (self));
  g_autoptr (GHashTable) units = vb_unit_collect_ids (self->unit);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      if (facts->focus_area_id == area_id && facts->status != VB_ACTION_DONE
          && facts->status != VB_ACTION_CANCELLED && g_hash_table_contains (units, &facts->unit_id))
        n++;
    }

  return n;
}

static void
add_command (
    VbFocusCard *self, AdwExpanderRow *parent, const char *title, gint64 id, GCallback callback)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_widget_add_css_class (row, "command");
  set_id (row, id);
  g_signal_connect_object (row, "activated", callback, self, G_CONNECT_SWAPPED);
  adw_expander_row_add_row (parent, row);
}

static GtkWidget *
new_area_row (VbFocusCard *self, VbFocusArea *area)
{
  const VbFocusAreaFacts *facts = vb_focus_area_get_facts (area);
  GListModel *measures = vb_focus_area_get_measures (area);
  gint64 id = vb_focus_area_get_id (area);
  guint n_actions = count_open_actions (self, id);
  guint n_measures = g_list_model_get_n_items (measures);
  g_autofree char *actions =
      g_strdup_printf (ngettext ("%u open action", "%u open actions", n_actions), n_actions);
  g_autofree char *counted =
      g_strdup_printf (ngettext ("%u measure", "%u measures", n_measures), n_measures);
  g_autofree char *subtitle = NULL;
  AdwExpanderRow *row = ADW_EXPANDER_ROW (adw_expander_row_new ());

  subtitle = g_strdup_printf ("%s · %s · %s%s%s", vb_balance_side_get_label (facts->side), actions,
                              counted, facts->goal != NULL ? "\n" : "",
                              facts->goal != NULL ? facts->goal : "");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), vb_bilingual_get (&facts->name));
  adw_expander_row_set_subtitle (row, subtitle);
  if (!vb_bilingual_is_empty (&facts->description))
    gtk_widget_set_tooltip_text (GTK_WIDGET (row), vb_bilingual_get (&facts->description));
  set_id (GTK_WIDGET (row), id);

  for (guint i = 0; i < g_list_model_get_n_items (measures); i++)
    {
      g_autoptr (VbFocusMeasure) measure = g_list_model_get_item (measures, i);

      adw_expander_row_add_row (row, new_measure_row (self, measure));
    }
  add_command (self, row, _ ("New measure…"), id, G_CALLBACK (on_add_measure));
  add_command (self, row, _ ("Goal and name of the focus area…"), id, G_CALLBACK (on_edit_area));

  adw_expander_row_set_expanded (row, g_hash_table_contains (self->open, &id));
  g_signal_connect_object (row, "notify::expanded", G_CALLBACK (on_expanded), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (row);
}

void
vb_focus_card_show (VbFocusCard *self, VbPage *page, VbUnit *unit)
{
  GListModel *areas;
  GtkListBoxRow *row;

  g_return_if_fail (VB_IS_FOCUS_CARD (self));
  g_return_if_fail (VB_IS_PAGE (page));
  g_return_if_fail (VB_IS_UNIT (unit));

  self->page = page;
  g_set_object (&self->unit, unit);
  while ((row = gtk_list_box_get_row_at_index (self->list, 0)) != NULL)
    gtk_list_box_remove (self->list, GTK_WIDGET (row));

  areas = vb_document_get_focus_areas (get_document (self));
  for (guint i = 0; i < g_list_model_get_n_items (areas); i++)
    {
      g_autoptr (VbFocusArea) area = g_list_model_get_item (areas, i);

      gtk_list_box_append (self->list, new_area_row (self, area));
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
on_add_area (VbFocusCard *self)
{
  if (self->page != NULL)
    gtk_window_present (
        GTK_WINDOW (vb_focus_area_dialog_new (get_window (self), get_document (self), NULL)));
}

static void
vb_focus_card_dispose (GObject *object)
{
  VbFocusCard *self = VB_FOCUS_CARD (object);

  g_clear_object (&self->unit);
  g_clear_pointer (&self->open, g_hash_table_unref);

  G_OBJECT_CLASS (vb_focus_card_parent_class)->dispose (object);
}

static void
vb_focus_card_class_init (VbFocusCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_focus_card_dispose;
}

static void
vb_focus_card_init (VbFocusCard *self)
{
  GtkWidget *card = vb_card_new (_ ("How are the focus areas going?"),
                                 _ ("the five of Plats för vård, and own ones"));
  GtkWidget *button = gtk_button_new_from_icon_name ("list-add-symbolic");
  const char *name = _ ("New focus area");

  self->open = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  self->list = GTK_LIST_BOX (gtk_list_box_new ());
  gtk_list_box_set_selection_mode (self->list, GTK_SELECTION_NONE);
  gtk_widget_add_css_class (GTK_WIDGET (self->list), "focus-list");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Focus areas"), -1);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_signal_connect_object (button, "clicked", G_CALLBACK (on_add_area), self, G_CONNECT_SWAPPED);

  vb_card_add_suffix (VB_CARD (card), button);
  vb_card_set_child (VB_CARD (card), GTK_WIDGET (self->list));
  adw_bin_set_child (ADW_BIN (self), card);
}

GtkWidget *
vb_focus_card_new (void)
{
  return g_object_new (VB_TYPE_FOCUS_CARD, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-action-figures.h"

#include <glib/gi18n-lib.h>

#include "vb-action-words.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"

typedef enum
{
  CARD_UNDER_WAY,
  CARD_OVERDUE,
  CARD_CAPACITY,
  CARD_NEED,
  N_CARDS
} Card;

static const char *const names[N_CARDS] = { "actions_under_way", "actions_overdue",
                                            "expected_capacity", "expected_need" };

struct _VbActionFigures
{
  GtkWidget parent_instance;

  VbKeyFigureRow *row;
  VbKeyFigure *cards[N_CARDS]; /* of the row */

  GListModel *actions;
  GHashTable *units; /* ids */
  VbDay today;
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (VbActionFigures, vb_action_figures, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* ---- figures --------------------------------------------------------------------------------- */

static void
show_counts (VbActionFigures *self, const VbActionTotals *totals)
{
  guint n_open = totals->n_with_status[VB_ACTION_PROPOSED]
                 + totals->n_with_status[VB_ACTION_DECIDED]
                 + totals->n_with_status[VB_ACTION_UNDER_WAY];
  g_autofree char *under_way = vb_number_format (totals->n_with_status[VB_ACTION_UNDER_WAY], 0);
  g_autofree char *overdue = vb_number_format (totals->n_overdue, 0);
  /* Translators: how many actions are decided but not begun, and how many are proposed */
  g_autofree char *waiting =
      g_strdup_printf (_ ("%u decided, %u proposed"), totals->n_with_status[VB_ACTION_DECIDED],
                       totals->n_with_status[VB_ACTION_PROPOSED]);
  /* Translators: of how many actions that are neither done nor cancelled */
  g_autofree char *open = g_strdup_printf (ngettext ("of %u open", "of %u open", n_open), n_open);

  vb_key_figure_set (self->cards[CARD_UNDER_WAY], under_way, NULL, waiting);
  vb_key_figure_set (self->cards[CARD_OVERDUE], overdue, NULL, open);
}

static void
show_effect (VbKeyFigure *card, const VbEffectSum *expected, const VbEffectSum *done, int sign)
{
  g_autofree char *value = vb_number_format_key_signed (sign * expected->base);
  g_autofree char *range = vb_action_words_dup_range (expected->low, expected->high);
  g_autofree char *reached = vb_number_format_key_signed (sign * done->base);
  g_autofree char *sub = NULL;

  if (done->n_estimated > 0)
    /* Translators: the range of an effect in beds, and what is carried out already: "8–17, carried
     * out: +4" */
    sub = g_strdup_printf (_ ("%s, carried out: %s"), range, reached);
  else
    /* Translators: the range of an effect in beds: "range 8–17" */
    sub = g_strdup_printf (_ ("range %s"), range);
  vb_key_figure_set (card, expected->n_estimated > 0 ? value : NULL,
                     expected->n_estimated > 0 ? _ ("beds") : NULL,
                     expected->n_estimated > 0 || done->n_estimated > 0 ? sub : NULL);
}

void
vb_action_figures_show (VbActionFigures *self, GListModel *actions, VbUnit *unit, VbDay today)
{
  VbActionTotals totals;

  g_return_if_fail (VB_IS_ACTION_FIGURES (self));
  g_return_if_fail (VB_IS_UNIT (unit));

  g_set_object (&self->actions, actions);
  g_clear_pointer (&self->units, g_hash_table_unref);
  self->units = vb_unit_collect_ids (unit);
  self->today = today;

  vb_action_totals_count (&totals, actions, unit, today);
  show_counts (self, &totals);
  show_effect (self->cards[CARD_CAPACITY], &totals.expected[VB_BALANCE_SIDE_CAPACITY],
               &totals.done[VB_BALANCE_SIDE_CAPACITY], 1);
  show_effect (self->cards[CARD_NEED], &totals.expected[VB_BALANCE_SIDE_NEED],
               &totals.done[VB_BALANCE_SIDE_NEED], -1);
}

/* ---- where they come from -------------------------------------------------------------------- */

static gboolean
is_counted (VbActionFigures *self, Card card, const VbActionFacts *facts)
{
  gboolean open = facts->status != VB_ACTION_DONE && facts->status != VB_ACTION_CANCELLED;

  if (!g_hash_table_contains (self->units, &facts->unit_id))
    return FALSE;

  switch (card)
    {
    case CARD_UNDER_WAY:
      return facts->status == VB_ACTION_UNDER_WAY;
    case CARD_OVERDUE:
      return vb_action_facts_is_overdue (facts, self->today);
    case CARD_CAPACITY:
    case CARD_NEED:
      return open && vb_action_facts_get_effect (facts).n_estimated > 0
             && (facts->side == VB_BALANCE_SIDE_NEED) == (card == CARD_NEED);
    case N_CARDS:
    default:
      g_return_val_if_reached (FALSE);
    }
}

static const char *
get_formula (Card card)
{
  switch (card)
    {
    case CARD_UNDER_WAY:
      return _ ("Actions with the status Under Way");
    case CARD_OVERDUE:
      return _ ("Actions due before today that are neither carried out nor cancelled");
    case CARD_CAPACITY:
      return _ ("Sum of the beds that the open actions are expected to add");
    case CARD_NEED:
      return _ ("Sum of the beds that the open actions are expected to make needless");
    case N_CARDS:
    default:
      g_return_val_if_reached (NULL);
    }
}

static void
add_input (VbActionFigures *self, VbSourceCard *card, Card figure, const VbActionFacts *facts)
{
  VbEffectSum effect = vb_action_facts_get_effect (facts);
  g_autofree char *due = vb_action_words_dup_due (facts, self->today);
  g_autofree char *beds =
      vb_number_format_key_signed (figure == CARD_NEED ? -effect.base : effect.base);
  gboolean sums = figure == CARD_CAPACITY || figure == CARD_NEED;

  vb_source_card_add_input (card, sums ? beds : "1", facts->title,
                            due != NULL ? due : vb_action_status_get_label (facts->status),
                            sums ? VB_PROVENANCE_ILLUSTRATIVE : VB_PROVENANCE_REPORTED);
}

void
vb_action_figures_explain (VbActionFigures *self, VbSourceCard *card)
{
  const char *selected = vb_key_figure_row_get_selected (self->row);
  g_autofree char *title = NULL;
  guint figure = 0;

  while (figure < N_CARDS && g_strcmp0 (names[figure], selected) != 0)
    figure++;
  gtk_widget_set_visible (GTK_WIDGET (card), figure < N_CARDS && self->actions != NULL);
  if (figure == N_CARDS || self->actions == NULL)
    return;

  title = g_strdup_printf (_ ("Where does %s come from?"),
                           vb_key_figure_get_value (self->cards[figure]));
  vb_source_card_set_title (card, title);
  vb_source_card_set_formula (card, get_formula ((Card) figure));
  vb_source_card_set_numbers (card, NULL);
  vb_source_card_set_note (
      card, figure == CARD_CAPACITY || figure == CARD_NEED ? _ (
                "The range has every action at its low or at its high end at once. That effects "
                "overlap is not taken off; cancelled actions give nothing, and those carried "
                "out are counted by themselves.")
                                                           : NULL);
  vb_source_card_clear_inputs (card);
  for (guint i = 0; i < g_list_model_get_n_items (self->actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (self->actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      if (is_counted (self, (Card) figure, facts))
        add_input (self, card, (Card) figure, facts);
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
on_selected (VbActionFigures *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
vb_action_figures_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbActionFigures *self = VB_ACTION_FIGURES (object);

  if (prop_id == PROP_SELECTED)
    g_value_set_string (value, vb_key_figure_row_get_selected (self->row));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_action_figures_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  VbActionFigures *self = VB_ACTION_FIGURES (object);

  if (prop_id == PROP_SELECTED)
    vb_key_figure_row_set_selected (self->row, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_action_figures_dispose (GObject *object)
{
  VbActionFigures *self = VB_ACTION_FIGURES (object);

  if (self->row != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->row));
  self->row = NULL;
  g_clear_object (&self->actions);
  g_clear_pointer (&self->units, g_hash_table_unref);

  G_OBJECT_CLASS (vb_action_figures_parent_class)->dispose (object);
}

static void
vb_action_figures_class_init (VbActionFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vb_action_figures_get_property;
  object_class->set_property = vb_action_figures_set_property;
  object_class->dispose = vb_action_figures_dispose;

  properties[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_action_figures_init (VbActionFigures *self)
{
  const char *captions[N_CARDS] = { _ ("Under way"), _ ("Overdue"), _ ("Expected on capacity"),
                                    _ ("Expected on need") };

  self->row = VB_KEY_FIGURE_ROW (vb_key_figure_row_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->row), GTK_WIDGET (self));
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->row, self->cards[i]);
    }
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_action_figures_new (void)
{
  return g_object_new (VB_TYPE_ACTION_FIGURES, NULL);
}

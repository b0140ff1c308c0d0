/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-balance-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"

typedef enum
{
  CARD_NEED,
  CARD_AVAILABLE,
  CARD_GAP,
  CARD_OCCUPANCY,
  N_CARDS
} Card;

struct _VbBalanceFigures
{
  GtkWidget parent_instance;

  VbKeyFigureRow *row;
  VbKeyFigure *cards[N_CARDS]; /* of the row */
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (VbBalanceFigures, vb_balance_figures, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

int
vb_balance_get_sign (double gap)
{
  g_autofree char *shown = NULL;
  double typed;

  if (isnan (gap))
    return 0;
  /* −0.004 is shown as 0, and so is no shortage. */
  shown = vb_number_format_key (gap);
  if (vb_number_parse_typed (shown, &typed) && typed == 0.0)
    return 0;
  return gap < 0.0 ? -1 : 1;
}

const char *
vb_balance_get_word (double gap)
{
  int sign = vb_balance_get_sign (gap);

  if (isnan (gap))
    return "";
  return sign == 0 ? _ ("in balance") : sign < 0 ? _ ("shortage") : _ ("surplus");
}

static char *
format_gap_sub (const VbNeedFigures *now, const VbNeedFigures *before, VbPeriod period_before)
{
  g_autofree char *share = NULL;
  g_autofree char *change = NULL;
  g_autofree char *when = NULL;

  if (isnan (now->gap_share))
    return NULL;
  share = vb_number_format_percent_signed (now->gap_share, 1);
  if (before == NULL || isnan (before->gap_beds))
    return g_strdup_printf (_ ("%s of the need"), share);

  change = vb_number_format_key_signed (now->gap_beds - before->gap_beds);
  when = vb_period_format (period_before, FALSE);
  /* Translators: "−6.3 % · +2 beds since 2025" */
  return g_strdup_printf (_ ("%s · %s since %s"), share, change, when);
}

static void
show_occupancy (VbBalanceFigures *self, const VbNeedFigures *figures)
{
  g_autofree char *value = vb_number_format_percent (figures->occupancy, 1);
  g_autofree char *target = vb_number_format_percent (figures->target_occupancy, 1);
  g_autofree char *sub = NULL;

  if (!isnan (figures->target_occupancy))
    sub = g_strdup_printf (_ ("target %s"), target);
  vb_key_figure_set (self->cards[CARD_OCCUPANCY], value, NULL, sub);
}

static void
show_available (VbBalanceFigures *self, const VbNeedFigures *figures, const char *told_by)
{
  g_autofree char *value = vb_number_format_key (figures->available_beds);
  g_autofree char *established = vb_number_format_key (figures->established_beds);
  g_autofree char *sub = NULL;

  if (!isnan (figures->established_beds))
    sub = g_strdup_printf (_ ("of %s established"), established);
  else if (told_by != NULL)
    /* Translators: the name of a scenario */
    sub = g_strdup_printf (_ ("in “%s”"), told_by);
  vb_key_figure_set (self->cards[CARD_AVAILABLE], value, NULL, sub);
}

void
vb_balance_figures_show (VbBalanceFigures *self,
                         VbNeedTable *table,
                         VbUnit *unit,
                         VbCareGroup group,
                         int index,
                         const char *told_by)
{
  const VbNeedFigures *figures = NULL;
  const VbNeedFigures *before = NULL;
  VbPeriod period_before = { VB_GRAIN_YEAR, VB_DAY_NONE };
  g_autofree char *need = NULL;
  g_autofree char *target = NULL;
  g_autofree char *need_sub = NULL;
  g_autofree char *gap = NULL;
  g_autofree char *gap_sub = NULL;

  g_return_if_fail (VB_IS_BALANCE_FIGURES (self));

  if (table != NULL && unit != NULL && index >= 0)
    figures = vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index);
  if (figures == NULL)
    {
      for (guint i = 0; i < N_CARDS; i++)
        vb_key_figure_set (self->cards[i], NULL, NULL, NULL);
      return;
    }
  if (index > 0)
    {
      before = vb_need_table_get (table, vb_unit_get_id (unit), group, (guint) index - 1);
      period_before = vb_need_table_get_period (table, (guint) index - 1);
    }

  need = vb_number_format_key (figures->need_beds);
  target = vb_number_format_percent (figures->target_occupancy, 1);
  need_sub = isnan (figures->target_occupancy)
                 ? NULL
                 : g_strdup_printf (_ ("beds at %s occupancy"), target);
  vb_key_figure_set (self->cards[CARD_NEED], need, NULL, need_sub);

  show_available (self, figures, told_by);

  gap = vb_number_format_key_signed (figures->gap_beds);
  gap_sub = format_gap_sub (figures, before, period_before);
  vb_key_figure_set (self->cards[CARD_GAP], gap, vb_balance_get_word (figures->gap_beds), gap_sub);

  show_occupancy (self, figures);
}

const char *
vb_balance_figures_get_selected (VbBalanceFigures *self)
{
  g_return_val_if_fail (VB_IS_BALANCE_FIGURES (self), NULL);

  return vb_key_figure_row_get_selected (self->row);
}

void
vb_balance_figures_set_selected (VbBalanceFigures *self, const char *figure)
{
  g_return_if_fail (VB_IS_BALANCE_FIGURES (self));

  vb_key_figure_row_set_selected (self->row, figure);
}

static void
on_selected (VbBalanceFigures *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
vb_balance_figures_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbBalanceFigures *self = VB_BALANCE_FIGURES (object);

  if (prop_id == PROP_SELECTED)
    g_value_set_string (value, vb_balance_figures_get_selected (self));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_balance_figures_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  VbBalanceFigures *self = VB_BALANCE_FIGURES (object);

  if (prop_id == PROP_SELECTED)
    vb_balance_figures_set_selected (self, g_value_get_string (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_balance_figures_dispose (GObject *object)
{
  VbBalanceFigures *self = VB_BALANCE_FIGURES (object);

  if (self->row != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->row));
  self->row = NULL;

  G_OBJECT_CLASS (vb_balance_figures_parent_class)->dispose (object);
}

static void
vb_balance_figures_class_init (VbBalanceFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vb_balance_figures_get_property;
  object_class->set_property = vb_balance_figures_set_property;
  object_class->dispose = vb_balance_figures_dispose;

  properties[PROP_SELECTED] =
      g_param_spec_string ("selected", NULL, NULL, "need_beds",
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_balance_figures_init (VbBalanceFigures *self)
{
  const char *names[N_CARDS] = { "need_beds", "available_beds", "gap_beds", "occupancy" };
  const char *captions[N_CARDS] = { _ ("Need of beds"), _ ("Available beds"), _ ("Gap"),
                                    _ ("Occupancy") };

  self->row = VB_KEY_FIGURE_ROW (vb_key_figure_row_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->row), GTK_WIDGET (self));
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->row, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->row, names[CARD_NEED]);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_balance_figures_new (void)
{
  return g_object_new (VB_TYPE_BALANCE_FIGURES, NULL);
}

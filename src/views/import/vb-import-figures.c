/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-figures.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-import.h"
#include "vb-key-figure-row.h"
#include "vb-number.h"

/* Imports named when asked where the figures come from. */
#define MAX_SOURCES 6

typedef enum
{
  CARD_FIGURES,
  CARD_PERIOD,
  CARD_COVERAGE,
  CARD_FINDINGS,
  N_CARDS
} Card;

static const char *const names[N_CARDS] = { "figures", "period", "coverage", "findings" };

struct _VbImportFigures
{
  GtkWidget parent_instance;

  VbKeyFigureRow *row;
  VbKeyFigure *cards[N_CARDS]; /* of the row */

  VbDocument *document;
  VbUnit *unit;
  VbCoverage *coverage;
  double share; /* of @coverage under @unit */
};

enum
{
  PROP_SELECTED = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (VbImportFigures, vb_import_figures, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* ---- figures --------------------------------------------------------------------------------- */

static gint64
count_figures (VbDocument *document)
{
  GListModel *imports = vb_document_get_imports (document);
  gint64 n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (imports); i++)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (imports, i);

      n += vb_import_get_n_observations (import);
    }
  return n;
}

static void
show_figures (VbImportFigures *self)
{
  guint n_units = vb_document_get_n_units (self->document);
  g_autofree char *value = vb_number_format ((double) count_figures (self->document), 0);
  g_autofree char *sub = g_strdup_printf (ngettext ("of %u unit", "of %u units", n_units), n_units);

  vb_key_figure_set (self->cards[CARD_FIGURES], value, NULL, sub);
}

static void
show_period (VbImportFigures *self)
{
  VbDay first;
  VbDay end;
  VbPeriod from;
  VbPeriod to;
  g_autofree char *first_text = NULL;
  g_autofree char *last_text = NULL;
  g_autofree char *value = NULL;
  g_autofree char *sub = NULL;
  guint n;

  if (!vb_document_get_extent (self->document, &first, &end))
    {
      vb_key_figure_set (self->cards[CARD_PERIOD], NULL, NULL, NULL);
      return;
    }
  from = vb_period_containing (VB_GRAIN_MONTH, first);
  to = vb_period_containing (VB_GRAIN_MONTH, end - 1);
  n = (guint) vb_grain_distance (VB_GRAIN_MONTH, from.start, to.start) + 1;
  first_text = vb_period_format (vb_period_containing (VB_GRAIN_YEAR, first), FALSE);
  last_text = vb_period_format (vb_period_containing (VB_GRAIN_YEAR, end - 1), FALSE);
  value = g_str_equal (first_text, last_text) ? g_strdup (first_text)
                                              : g_strdup_printf ("%s–%s", first_text, last_text);
  sub = g_strdup_printf (ngettext ("%u month", "%u months", n), n);
  vb_key_figure_set (self->cards[CARD_PERIOD], value, NULL, sub);
}

static void
show_coverage (VbImportFigures *self)
{
  g_autofree char *value = NULL;
  g_autofree char *sub = NULL;
  double share;

  if (self->coverage == NULL)
    {
      vb_key_figure_set (self->cards[CARD_COVERAGE], NULL, NULL, NULL);
      return;
    }
  /* Missing days must not be rounded away. */
  share = self->share < 1 ? MIN (self->share, 0.999) : self->share;
  value = vb_number_format_percent (share, 1);
  /* Translators: %s is the name of a unit */
  sub = g_strdup_printf (_ ("of the unit-periods of %s"), vb_unit_get_name (self->unit));
  vb_key_figure_set (self->cards[CARD_COVERAGE], value, NULL, sub);
}

void
vb_import_figures_show (VbImportFigures *self,
                        VbDocument *document,
                        VbUnit *unit,
                        VbCoverage *coverage)
{
  gboolean other_unit;
  gboolean other_coverage;

  g_return_if_fail (VB_IS_IMPORT_FIGURES (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));
  g_return_if_fail (VB_IS_UNIT (unit));

  g_set_object (&self->document, document);
  other_unit = g_set_object (&self->unit, unit);
  other_coverage = g_set_object (&self->coverage, coverage);
  if (other_unit || other_coverage)
    self->share = coverage != NULL ? vb_coverage_get_mean (coverage, unit) : (double) NAN;
  show_figures (self);
  show_period (self);
  show_coverage (self);
}

void
vb_import_figures_show_findings (VbImportFigures *self, int n_findings)
{
  g_autofree char *value = NULL;
  g_autofree char *sub = NULL;

  g_return_if_fail (VB_IS_IMPORT_FIGURES (self));

  if (n_findings >= 0)
    {
      value = vb_number_format (n_findings, 0);
      /* Translators: %s is the name of a unit */
      sub = g_strdup_printf (_ ("by figures of %s"), vb_unit_get_name (self->unit));
    }
  vb_key_figure_set (self->cards[CARD_FINDINGS], value, NULL, sub);
}

/* ---- where they come from -------------------------------------------------------------------- */

static void
add_imports (VbImportFigures *self, VbSourceCard *card)
{
  GListModel *imports = vb_document_get_imports (self->document);

  for (guint i = 0; i < MIN (g_list_model_get_n_items (imports), MAX_SOURCES); i++)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (imports, i);
      g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (vb_import_get_time (import));
      g_autofree char *day =
          vb_day_format (vb_day_from_ymd (g_date_time_get_year (time), g_date_time_get_month (time),
                                          g_date_time_get_day_of_month (time)));
      g_autofree char *value = vb_number_format ((double) vb_import_get_n_observations (import), 0);
      /* Translators: %s is a date */
      g_autofree char *source = g_strdup_printf (_ ("imported %s"), day);

      vb_source_card_add_input (card, value, vb_import_get_source_name (import), source,
                                VB_PROVENANCE_REPORTED);
    }
}

static void
explain_period (VbImportFigures *self, VbSourceCard *card)
{
  VbDay first;
  VbDay end;
  g_autofree char *from = NULL;
  g_autofree char *to = NULL;
  g_autofree char *numbers = NULL;

  vb_source_card_set_formula (card, _ ("from the first day with a figure to the last"));
  if (!vb_document_get_extent (self->document, &first, &end))
    return;
  from = vb_day_format (first);
  to = vb_day_format (end - 1);
  numbers = g_strdup_printf ("%s – %s", from, to);
  vb_source_card_set_numbers (card, numbers);
}

static void
explain_coverage (VbSourceCard *card)
{
  vb_source_card_set_formula (
      card, _ ("days with data ÷ calendar days, the mean over all units without units below them, "
               "each from its first figure on"));
  vb_source_card_set_note (card, _ ("A unit that has never had data is not counted as missing. A "
                                    "year’s figure says nothing about its months."));
}

static void
explain_findings (VbSourceCard *card)
{
  vb_source_card_set_formula (
      card, _ ("rules that figures of the unit, or of one below it, break, each counted once for a "
               "unit and measure"));
  vb_source_card_set_note (
      card, _ ("Occupancy is at most 150 %. Shares lie between 0 and 100 %. Where there are "
               "patients there are beds. A reported total is within 2 % of the sum of its parts. A "
               "report is at most two weeks late. A level does not change by a third from one half "
               "year to the next."));
}

void
vb_import_figures_explain (VbImportFigures *self, VbSourceCard *card)
{
  const char *selected;
  VbKeyFigure *figure = NULL;
  g_autofree char *title = NULL;

  g_return_if_fail (VB_IS_IMPORT_FIGURES (self));

  selected = vb_key_figure_row_get_selected (self->row);
  for (guint i = 0; i < N_CARDS; i++)
    if (g_strcmp0 (selected, names[i]) == 0)
      figure = self->cards[i];
  gtk_widget_set_visible (GTK_WIDGET (card), figure != NULL && self->document != NULL);
  if (figure == NULL || self->document == NULL)
    return;

  /* Translators: %s is a figure */
  title = g_strdup_printf (_ ("Where does %s come from?"), vb_key_figure_get_value (figure));
  vb_source_card_set_title (card, title);
  vb_source_card_set_numbers (card, NULL);
  vb_source_card_set_note (card, NULL);
  vb_source_card_clear_inputs (card);
  if (figure == self->cards[CARD_FIGURES])
    {
      vb_source_card_set_formula (card, _ ("figures that were imported and that no later import or "
                                           "typed value has replaced"));
      add_imports (self, card);
    }
  else if (figure == self->cards[CARD_PERIOD])
    explain_period (self, card);
  else if (figure == self->cards[CARD_FINDINGS])
    explain_findings (card);
  else
    explain_coverage (card);
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
on_selected (VbImportFigures *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTED]);
}

static void
vb_import_figures_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbImportFigures *self = VB_IMPORT_FIGURES (object);

  if (prop_id == PROP_SELECTED)
    g_value_set_string (value, vb_key_figure_row_get_selected (self->row));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_import_figures_dispose (GObject *object)
{
  VbImportFigures *self = VB_IMPORT_FIGURES (object);

  if (self->row != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->row));
  self->row = NULL;
  g_clear_object (&self->document);
  g_clear_object (&self->unit);
  g_clear_object (&self->coverage);

  G_OBJECT_CLASS (vb_import_figures_parent_class)->dispose (object);
}

static void
vb_import_figures_class_init (VbImportFiguresClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = vb_import_figures_get_property;
  object_class->dispose = vb_import_figures_dispose;

  properties[PROP_SELECTED] = g_param_spec_string ("selected", NULL, NULL, "coverage",
                                                   G_PARAM_READABLE | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_import_figures_init (VbImportFigures *self)
{
  const char *captions[N_CARDS] = { _ ("Figures"), _ ("Period covered"), _ ("Coverage"),
                                    _ ("Rules broken") };

  self->share = NAN;
  self->row = VB_KEY_FIGURE_ROW (vb_key_figure_row_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->row), GTK_WIDGET (self));
  for (guint i = 0; i < N_CARDS; i++)
    {
      self->cards[i] = vb_key_figure_new (names[i], captions[i]);
      vb_key_figure_row_append (self->row, self->cards[i]);
    }
  vb_key_figure_row_set_selected (self->row, names[CARD_COVERAGE]);
  g_signal_connect_object (self->row, "notify::selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_import_figures_new (void)
{
  return g_object_new (VB_TYPE_IMPORT_FIGURES, NULL);
}

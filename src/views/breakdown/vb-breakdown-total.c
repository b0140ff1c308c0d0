/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-breakdown-total.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-scenario-outlook.h"
#include "vb-target.h"

/* The slider reaches to this many times the number that was found. */
#define REACH 2
#define LEAST_REACH 50
#define MOST_BEDS 1e6

/* In the order in which one takes the place of another that is missing. */
typedef enum
{
  SOURCE_SCENARIO,
  SOURCE_REFERENCE,
  SOURCE_NEED,
  SOURCE_TYPED,
  N_SOURCES
} Source;

typedef struct
{
  double beds; /* NAN: there is none */
  char *name;  /* in the row's list */
  char *words; /* inside a sentence */
} Offer;

struct _VbBreakdownTotal
{
  GObject parent_instance;

  VbPage *page; /* which owns this */
  AdwComboRow *source_row;
  AdwComboRow *year_row;
  VbAssumptionRow *beds_row;

  VbUnit *unit; /* of the offers */
  VbCareGroup group;
  Offer offers[N_SOURCES];
  VbScenario *scenario;
  GArray *years;   /* of VbScenarioBeds, those with a need */
  gint16 year;     /* that was chosen; 0 = none: the last */
  gboolean chosen; /* the reader has said which source */
  Source source;
  gboolean showing; /* the rows are being filled, which is no choice of the reader's */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbBreakdownTotal, vb_breakdown_total, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static void
set_offer (VbBreakdownTotal *self, Source source, double beds, char *name, char *words)
{
  Offer *offer = &self->offers[source];

  g_free (offer->name);
  g_free (offer->words);
  *offer = (Offer){ beds, name, words };
}

/* ---- what there is --------------------------------------------------------------------------- */

static void
find_years (VbBreakdownTotal *self, VbScenario *scenario)
{
  VbNeedTable *table = vb_planner_get_need (vb_page_get_planner (self->page), VB_GRAIN_YEAR);
  g_autofree VbScenarioBeds *years = NULL;
  guint n = 0;

  g_array_set_size (self->years, 0);
  if (scenario == NULL || table == NULL
      || vb_scenario_outlook_get_reach (scenario, self->unit, self->group)
             == VB_SCENARIO_REACH_NONE)
    return;

  /* What is wrong with a scenario is told where it is made. */
  years = vb_scenario_outlook_follow (scenario, self->unit, self->group, table, &n, NULL);
  for (guint i = 0; years != NULL && i < n; i++)
    if (!isnan (years[i].need))
      g_array_append_val (self->years, years[i]);
}

static guint
get_year_index (VbBreakdownTotal *self)
{
  for (guint i = 0; i < self->years->len; i++)
    if (g_array_index (self->years, VbScenarioBeds, i).year == self->year)
      return i;
  return self->years->len - 1;
}

static void
offer_scenario (VbBreakdownTotal *self, VbScenario *scenario)
{
  const VbScenarioBeds *chosen;
  const char *name;

  find_years (self, scenario);
  if (self->years->len == 0)
    {
      set_offer (self, SOURCE_SCENARIO, NAN, NULL, NULL);
      return;
    }

  chosen = &g_array_index (self->years, VbScenarioBeds, get_year_index (self));
  name = vb_bilingual_get (&vb_scenario_get_facts (scenario)->name);
  set_offer (self, SOURCE_SCENARIO, chosen->need, g_strdup (_ ("Scenario")),
             /* Translators: a year and the name of a scenario */
             g_strdup_printf (_ ("need in %d of the scenario %s"), chosen->year, name));
}

/* The one of the unit for the group that is in force on @day: the newest until then, else the first
 * that is to come. */
static VbTarget *
find_reference (VbDocument *document, VbUnit *unit, VbCareGroup group, VbDay day)
{
  GListModel *targets = vb_document_get_targets (document);
  VbTarget *best = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);
      VbCareType type = vb_target_get_care_type (target);
      VbDay from = vb_target_get_from (target);
      VbDay of_best = best != NULL ? vb_target_get_from (best) : VB_DAY_NONE;

      if (vb_target_get_unit_id (target) != vb_unit_get_id (unit)
          || vb_target_get_measure (target) != VB_MEASURE_NEEDED_BEDS
          || (type != VB_CARE_TYPE_NONE && vb_care_type_get_group (type) != group))
        continue;
      if (best == NULL || (from <= day ? of_best > day || from >= of_best : from < of_best))
        best = target;
    }
  return best; /* the list keeps it */
}

static void
offer_reference (VbBreakdownTotal *self)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (self->page));
  VbTarget *target = find_reference (vb_page_get_document (self->page), self->unit, self->group,
                                     vb_period_get_end (period) - 1);
  const char *by;
  g_autofree char *from = NULL;
  char *words;

  if (target == NULL)
    {
      set_offer (self, SOURCE_REFERENCE, NAN, NULL, NULL);
      return;
    }

  by = vb_target_get_decided_by (target);
  if (vb_target_get_from (target) != VB_DAY_NONE)
    from = vb_day_format (vb_target_get_from (target));
  if (from == NULL)
    words = g_strdup (_ ("reference number"));
  else if (by == NULL)
    words = g_strdup_printf (_ ("reference number from %s"), from);
  else
    /* Translators: a day, and who decided */
    words = g_strdup_printf (_ ("reference number from %s, decided by %s"), from, by);
  set_offer (self, SOURCE_REFERENCE, vb_target_get_value (target),
             g_strdup (_ ("Reference number")), words);
}

static void
offer_need (VbBreakdownTotal *self, VbNeedTable *table)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (self->page));
  int index = table != NULL ? vb_need_table_find_period (table, period.start) : -1;
  const VbNeedFigures *figures = index >= 0 ? vb_need_table_get (table, vb_unit_get_id (self->unit),
                                                                 self->group, (guint) index)
                                            : NULL;
  g_autofree char *when = vb_period_format (period, FALSE);

  set_offer (self, SOURCE_NEED, figures != NULL ? figures->need_beds : NAN,
             /* Translators: a period */
             g_strdup_printf (_ ("Need in %s"), when), g_strdup_printf (_ ("need in %s"), when));
}

/* ---- what is chosen -------------------------------------------------------------------------- */

static Source
get_source (VbBreakdownTotal *self)
{
  if (self->chosen && !isnan (self->offers[self->source].beds))
    return self->source;
  for (guint source = 0; source < N_SOURCES; source++)
    if (!isnan (self->offers[source].beds))
      return (Source) source;
  return SOURCE_TYPED;
}

static void
show_sources (VbBreakdownTotal *self, Source source)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);
  guint selected = 0;
  guint n = 0;

  for (guint i = 0; i < N_SOURCES; i++)
    if (!isnan (self->offers[i].beds))
      {
        gtk_string_list_append (names, self->offers[i].name);
        if (i == source)
          selected = n;
        n++;
      }
  adw_combo_row_set_model (self->source_row, G_LIST_MODEL (names));
  adw_combo_row_set_selected (self->source_row, selected);
  /* It stays where it is: a row that came with the first number typed would push the slider away
   * from under the pointer. */
  gtk_widget_set_visible (GTK_WIDGET (self->source_row), n > 0);
}

static void
show_years (VbBreakdownTotal *self, Source source)
{
  g_autoptr (GtkStringList) names = gtk_string_list_new (NULL);

  for (guint i = 0; i < self->years->len; i++)
    {
      g_autofree char *name =
          g_strdup_printf ("%d", g_array_index (self->years, VbScenarioBeds, i).year);

      gtk_string_list_append (names, name);
    }
  adw_combo_row_set_model (self->year_row, G_LIST_MODEL (names));
  if (self->years->len > 0)
    adw_combo_row_set_selected (self->year_row, get_year_index (self));
  gtk_widget_set_visible (GTK_WIDGET (self->year_row), source == SOURCE_SCENARIO);
}

static void
show_beds (VbBreakdownTotal *self, Source source)
{
  double most = LEAST_REACH;

  for (guint i = 0; i < SOURCE_TYPED; i++)
    if (self->offers[i].beds > most)
      most = ceil (self->offers[i].beds);
  most = MAX (most * REACH, self->source == SOURCE_TYPED ? self->offers[SOURCE_TYPED].beds : 0);
  /* A drag must not move the ends of its own slider. */
  if (!vb_assumption_row_get_dragging (self->beds_row))
    vb_assumption_row_set_range (self->beds_row, 0, MIN (most, MOST_BEDS), 1);
  vb_assumption_row_set_value (
      self->beds_row, isnan (self->offers[source].beds) ? 0 : round (self->offers[source].beds));
  vb_assumption_row_set_caption (self->beds_row, self->offers[source].words);
  vb_assumption_row_set_resettable (self->beds_row, self->chosen && source == SOURCE_TYPED);
}

void
vb_breakdown_total_show (VbBreakdownTotal *self,
                         VbUnit *unit,
                         VbCareGroup group,
                         VbNeedTable *table)
{
  VbScenario *scenario;
  Source source;

  g_return_if_fail (VB_IS_BREAKDOWN_TOTAL (self));
  g_return_if_fail (VB_IS_UNIT (unit));

  scenario = vb_session_get_scenario (vb_page_get_session (self->page));
  if (unit != self->unit || group != self->group || scenario != self->scenario)
    {
      /* A number typed for one unit says nothing of another. */
      self->chosen = FALSE;
      self->year = 0;
      set_offer (self, SOURCE_TYPED, NAN, NULL, NULL);
    }
  g_set_object (&self->unit, unit);
  g_set_object (&self->scenario, scenario);
  self->group = group;
  offer_scenario (self, scenario);
  offer_reference (self);
  offer_need (self, table);

  source = get_source (self);
  self->showing = TRUE;
  show_sources (self, source);
  show_years (self, source);
  show_beds (self, source);
  self->showing = FALSE;
}

gint64
vb_breakdown_total_get_beds (VbBreakdownTotal *self)
{
  double beds;

  g_return_val_if_fail (VB_IS_BREAKDOWN_TOTAL (self), -1);

  beds = self->offers[get_source (self)].beds;
  return isnan (beds) ? -1 : (gint64) round (beds);
}

const char *
vb_breakdown_total_get_source (VbBreakdownTotal *self)
{
  g_return_val_if_fail (VB_IS_BREAKDOWN_TOTAL (self), NULL);

  return self->offers[get_source (self)].words;
}

/* ---- what the reader does -------------------------------------------------------------------- */

static void
choose (VbBreakdownTotal *self, Source source)
{
  self->chosen = TRUE;
  self->source = source;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_source_selected (VbBreakdownTotal *self)
{
  guint left = adw_combo_row_get_selected (self->source_row);

  if (self->showing || left == GTK_INVALID_LIST_POSITION)
    return;
  for (guint source = 0; source < N_SOURCES; source++)
    if (!isnan (self->offers[source].beds) && left-- == 0)
      {
        choose (self, (Source) source);
        return;
      }
}

static void
on_year_selected (VbBreakdownTotal *self)
{
  guint selected = adw_combo_row_get_selected (self->year_row);

  if (self->showing || selected >= self->years->len)
    return;
  self->year = g_array_index (self->years, VbScenarioBeds, selected).year;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_beds_changed (VbBreakdownTotal *self, double beds)
{
  set_offer (self, SOURCE_TYPED, round (beds), g_strdup (_ ("Typed here")),
             g_strdup (_ ("typed here")));
  choose (self, SOURCE_TYPED);
}

static void
on_beds_reset (VbBreakdownTotal *self)
{
  set_offer (self, SOURCE_TYPED, NAN, NULL, NULL);
  self->chosen = FALSE;
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
vb_breakdown_total_dispose (GObject *object)
{
  VbBreakdownTotal *self = VB_BREAKDOWN_TOTAL (object);

  g_clear_object (&self->unit);
  g_clear_object (&self->scenario);

  G_OBJECT_CLASS (vb_breakdown_total_parent_class)->dispose (object);
}

static void
vb_breakdown_total_finalize (GObject *object)
{
  VbBreakdownTotal *self = VB_BREAKDOWN_TOTAL (object);

  for (guint source = 0; source < N_SOURCES; source++)
    set_offer (self, (Source) source, NAN, NULL, NULL);
  g_array_unref (self->years);

  G_OBJECT_CLASS (vb_breakdown_total_parent_class)->finalize (object);
}

static void
vb_breakdown_total_class_init (VbBreakdownTotalClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_breakdown_total_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_breakdown_total_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_breakdown_total_init (VbBreakdownTotal *self)
{
  self->years = g_array_new (FALSE, FALSE, sizeof (VbScenarioBeds));
  for (guint source = 0; source < N_SOURCES; source++)
    self->offers[source].beds = NAN;
}

VbBreakdownTotal *
vb_breakdown_total_new (VbPage *page,
                        AdwComboRow *source_row,
                        AdwComboRow *year_row,
                        VbAssumptionRow *beds_row)
{
  VbBreakdownTotal *self = g_object_new (VB_TYPE_BREAKDOWN_TOTAL, NULL);

  self->page = page;
  self->source_row = source_row;
  self->year_row = year_row;
  self->beds_row = beds_row;
  g_signal_connect_object (source_row, "notify::selected", G_CALLBACK (on_source_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (year_row, "notify::selected", G_CALLBACK (on_year_selected), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (beds_row, "changed", G_CALLBACK (on_beds_changed), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (beds_row, "reset", G_CALLBACK (on_beds_reset), self, G_CONNECT_SWAPPED);
  return self;
}

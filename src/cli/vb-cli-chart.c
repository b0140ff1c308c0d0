/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart: a page's picture as a file. */
#include "vb-cli-chart.h"
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vb-document-scenarios.h"
#include "vb-drawing-export.h"
#include "vb-error.h"
#include "vb-need-plot.h"
#include "vb-occupancy-plot.h"
#include "vb-year-plots.h"

/* px; a picture that fits a page's width and a slide. */
#define CHART_WIDTH 960
#define CHART_HEIGHT 540
/* Years that a strategic picture goes back, and months that the gap map shows. */
#define YEARS_SHOWN 10
#define MONTHS_SHOWN 12

typedef struct
{
  char *page;
  char *unit;
  char *grain;
  char *scenario;
  char *output;
} Options;

static const GOptionEntry entries[] = {
  { "page", 'p', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, page),
    N_ ("overview (gap map), need, ranking, occupancy, need-years, need-sisters, deviation, "
        "breakdown, occupancy-cost, potential, potential-waterfall, potential-tornado, population "
        "or scenarios"),
    N_ ("PAGE") },
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("The unit: a path, a code, or a name if unique; the first with beds if left out"),
    N_ ("UNIT") },
  { "grain", 'g', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, grain),
    N_ ("day, week, month, quarter or year; what suits the page if left out"), N_ ("GRAIN") },
  { "scenario", 's', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, scenario),
    N_ ("The scenario: its name, or its id as “scenarios” lists it"), N_ ("SCENARIO") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, output),
    N_ ("The picture; its suffix is svg, png or pdf"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

typedef struct
{
  const char *id;
  VbGrain grain;        /* the page's own */
  gboolean is_of_units; /* a unit without a need is enough */
  gboolean is_of_scenario;
  VbDrawing *(*draw) (const VbCliSubject *subject, GError **error);
} Page;

/* First of the @n periods that end with the last. */
static guint
first_of (const VbCliSubject *subject, guint n)
{
  return subject->last + 1 > n ? subject->last + 1 - n : 0;
}

static VbDrawing *
draw_overview (const VbCliSubject *subject, GError **error)
{
  guint first = first_of (subject, MONTHS_SHOWN);

  return vb_need_map_new (subject->need, subject->unit, first, subject->last + 1 - first);
}

static VbDrawing *
draw_need (const VbCliSubject *subject, GError **error)
{
  guint shown =
      vb_need_table_get_grain (subject->need) == VB_GRAIN_YEAR ? YEARS_SHOWN : 5 * MONTHS_SHOWN;
  guint first = first_of (subject, shown);

  return vb_need_plot_new (subject->need, subject->unit, subject->group, first,
                           subject->last + 1 - first);
}

static VbDrawing *
draw_ranking (const VbCliSubject *subject, GError **error)
{
  return vb_need_ranking_new (subject->need, subject->unit, subject->group, subject->last);
}

static VbDrawing *
draw_occupancy (const VbCliSubject *subject, GError **error)
{
  const VbNeedFigures *figures = vb_need_table_get (subject->need, vb_unit_get_id (subject->unit),
                                                    subject->group, subject->last);

  g_autofree char *whose = vb_year_plots_dup_whose_and_when (
      subject->unit, subject->group, vb_need_table_get_period (subject->need, subject->last));

  return vb_occupancy_plot_new (whose, figures->occupied_beds, figures->target_occupancy,
                                figures->available_beds, NAN);
}

static const Page pages[] = {
  { "overview", VB_GRAIN_MONTH, FALSE, FALSE, draw_overview },
  { "need", VB_GRAIN_YEAR, FALSE, FALSE, draw_need },
  { "ranking", VB_GRAIN_YEAR, FALSE, FALSE, draw_ranking },
  { "occupancy", VB_GRAIN_YEAR, FALSE, FALSE, draw_occupancy },
  { "need-years", VB_GRAIN_YEAR, FALSE, FALSE, vb_cli_draw_need_years },
  { "need-sisters", VB_GRAIN_YEAR, TRUE, FALSE, vb_cli_draw_need_sisters },
  { "deviation", VB_GRAIN_YEAR, FALSE, FALSE, vb_cli_draw_deviation },
  { "breakdown", VB_GRAIN_YEAR, FALSE, FALSE, vb_cli_draw_breakdown },
  { "occupancy-cost", VB_GRAIN_YEAR, FALSE, FALSE, vb_cli_draw_occupancy_cost },
  { "potential", VB_GRAIN_YEAR, TRUE, TRUE, vb_cli_draw_potential },
  { "potential-waterfall", VB_GRAIN_YEAR, TRUE, TRUE, vb_cli_draw_waterfall },
  { "potential-tornado", VB_GRAIN_YEAR, TRUE, TRUE, vb_cli_draw_tornado },
  { "population", VB_GRAIN_YEAR, TRUE, FALSE, vb_cli_draw_population },
  { "scenarios", VB_GRAIN_YEAR, TRUE, FALSE, vb_cli_draw_scenarios },
};

static const Page *
find_page (const char *id, GError **error)
{
  g_autoptr (GString) ids = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      if (g_strcmp0 (pages[i].id, id) == 0)
        return &pages[i];
      g_string_append_printf (ids, "%s%s", i > 0 ? ", " : "", pages[i].id);
    }

  /* Translators: a list of words, and what was found instead */
  g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("--page: expected one of %s, found “%s”"),
               ids->str, id != NULL ? id : "");
  return NULL;
}

static gboolean
find_format (const char *path, VbExportFormat *format, GError **error)
{
  const char *dot = path != NULL ? strrchr (path, '.') : NULL;
  g_autofree char *suffix = dot != NULL ? g_ascii_strdown (dot + 1, -1) : NULL;

  if (suffix != NULL && vb_export_format_from_id (suffix, format))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--output: expected a file name that ends with .svg, .png or .pdf, found “%s”"),
               path != NULL ? path : "");
  return FALSE;
}

/* Finds the last period for which @unit has a need; FALSE when there is none. */
static gboolean
find_last (VbNeedTable *need, VbUnit *unit, VbCliSubject *subject)
{
  VbCareGroup group = vb_need_table_get_main_group (need, vb_unit_get_id (unit));

  for (guint i = vb_need_table_get_n_periods (need); i > 0; i--)
    {
      const VbNeedFigures *figures = vb_need_table_get (need, vb_unit_get_id (unit), group, i - 1);

      if (figures != NULL && !isnan (figures->need_beds))
        {
          subject->unit = unit;
          subject->group = group;
          subject->last = i - 1;
          return TRUE;
        }
    }
  return FALSE;
}

/* A unit of which only other figures are known: the latest period there is. */
static gboolean
find_any (VbNeedTable *need, VbUnit *unit, VbCliSubject *subject)
{
  guint n = vb_need_table_get_n_periods (need);

  subject->unit = unit;
  subject->group = vb_need_table_get_main_group (need, vb_unit_get_id (unit));
  subject->last = n > 0 ? n - 1 : 0;
  return n > 0;
}

/* The unit asked for; without one, the root that has most units with need of its own making. */
static gboolean
find_subject (const char *name, gboolean any, VbCliSubject *subject, GError **error)
{
  VbNeedTable *need = subject->need;
  VbDocument *document = subject->document;
  GListModel *roots = vb_document_get_roots (document);
  guint most_children = 0;
  gboolean found = FALSE;

  if (name != NULL)
    {
      VbUnit *unit = vb_document_find_unit (document, name, error);

      if (unit == NULL)
        return FALSE;
      found = find_last (need, unit, subject) || (any && find_any (need, unit, subject));
    }
  else
    for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
      {
        g_autoptr (VbUnit) root = g_list_model_get_item (roots, i);
        guint n_children = g_list_model_get_n_items (vb_unit_get_children (root));
        VbCliSubject candidate = *subject;

        /* A root that is only told of in sums (a nation) says less than one with parts of its
         * own need; the document keeps the roots alive. */
        if (find_last (need, root, &candidate) && (!found || n_children > most_children)
            && !vb_need_table_get (need, vb_unit_get_id (root), candidate.group, candidate.last)
                    ->own)
          {
            *subject = candidate;
            most_children = n_children;
            found = TRUE;
          }
        else if (!found && find_last (need, root, subject))
          found = TRUE;
      }

  if (!found)
    g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                 _ ("There are no figures to draw a chart of: import bed days or occupied beds"));
  return found;
}

/* A page of a scenario shows the scenario's own unit. */
static gboolean
find_scenario (const Page *page, const char *name, VbCliSubject *subject, GError **error)
{
  if (name == NULL)
    {
      if (!page->is_of_scenario)
        return TRUE;
      g_set_error_literal (error, VB_ERROR, VB_ERROR_USAGE, _ ("--scenario is needed"));
      return FALSE;
    }

  subject->scenario = vb_document_find_scenario (subject->document, name, error);
  return subject->scenario != NULL;
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  static const VbPaintStyle style = VB_PAINT_STYLE_INIT;
  const Options *options = invocation->options;
  const Page *page = find_page (options->page, error);
  VbFrame frame = { &style, CHART_WIDTH, CHART_HEIGHT };
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbPlanner) planner = NULL;
  g_autoptr (VbNeedTable) need = NULL;
  g_autoptr (VbDrawing) drawing = NULL;
  g_autoptr (GBytes) picture = NULL;
  VbCliSubject subject = { NULL };
  VbDrawingSize size;
  VbExportFormat format;
  VbGrain grain;

  if (page == NULL || !find_format (options->output, &format, error)
      || !vb_cli_parse_grain (options->grain, page->grain, &grain, error))
    return FALSE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;
  subject.document = document;
  if (!find_scenario (page, options->scenario, &subject, error))
    return FALSE;

  planner = vb_planner_new (document);
  need = vb_planner_compute_need (planner, grain, VB_DAY_NONE, VB_DAY_NONE, NAN, NULL, error);
  subject.planner = planner;
  subject.need = need;
  if (need == NULL
      || (!page->is_of_scenario
          && !find_subject (options->unit, page->is_of_units, &subject, error)))
    return FALSE;

  drawing = page->draw (&subject, error);
  if (drawing == NULL)
    return FALSE;
  vb_drawing_measure (drawing, &style, &size);
  frame.width = MAX (frame.width, size.natural_width);
  frame.height = MAX (frame.height, size.natural_height);
  picture = vb_drawing_export (drawing, format, &frame, error);
  return picture != NULL && vb_cli_write_file (options->output, picture, error);
}

const VbCliCommand vb_cli_chart = {
  .name = "chart",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Write a page's chart as a picture"),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .run = run,
};

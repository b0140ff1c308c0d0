/* SPDX-License-Identifier: GPL-3.0-or-later */
/* chart: a page's picture as a file. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vb-drawing-export.h"
#include "vb-error.h"
#include "vb-need-plot.h"
#include "vb-occupancy-plot.h"
#include "vb-planner.h"

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
  char *output;
} Options;

static const GOptionEntry entries[] = {
  { "page", 'p', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, page),
    N_ ("overview (gap map), need, ranking or occupancy"), N_ ("PAGE") },
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("The unit: a path, a code, or a name if unique; the first with beds if left out"),
    N_ ("UNIT") },
  { "grain", 'g', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, grain),
    N_ ("day, week, month, quarter or year; what suits the page if left out"), N_ ("GRAIN") },
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, VB_CLI_OPTION (Options, output),
    N_ ("The picture; its suffix is svg, png or pdf"), N_ ("FILE") },
  G_OPTION_ENTRY_NULL,
};

/* What a page's picture is made of. */
typedef struct
{
  VbNeedTable *need;
  VbUnit *unit;
  VbCareGroup group;
  guint last; /* the last period that has figures */
} Subject;

typedef struct
{
  const char *id;
  VbGrain grain; /* the page's own */
  VbDrawing *(*draw) (const Subject *subject);
} Page;

/* First of the @n periods that end with the last. */
static guint
first_of (const Subject *subject, guint n)
{
  return subject->last + 1 > n ? subject->last + 1 - n : 0;
}

static VbDrawing *
draw_overview (const Subject *subject)
{
  guint first = first_of (subject, MONTHS_SHOWN);

  return vb_need_map_new (subject->need, subject->unit, first, subject->last + 1 - first);
}

static VbDrawing *
draw_need (const Subject *subject)
{
  guint shown =
      vb_need_table_get_grain (subject->need) == VB_GRAIN_YEAR ? YEARS_SHOWN : 5 * MONTHS_SHOWN;
  guint first = first_of (subject, shown);

  return vb_need_plot_new (subject->need, subject->unit, subject->group, first,
                           subject->last + 1 - first);
}

static VbDrawing *
draw_ranking (const Subject *subject)
{
  return vb_need_ranking_new (subject->need, subject->unit, subject->group, subject->last);
}

static VbDrawing *
draw_occupancy (const Subject *subject)
{
  const VbNeedFigures *figures = vb_need_table_get (subject->need, vb_unit_get_id (subject->unit),
                                                    subject->group, subject->last);

  return vb_occupancy_plot_new (figures->occupied_beds, figures->target_occupancy,
                                figures->available_beds, NAN);
}

static const Page pages[] = {
  { "overview", VB_GRAIN_MONTH, draw_overview },
  { "need", VB_GRAIN_YEAR, draw_need },
  { "ranking", VB_GRAIN_YEAR, draw_ranking },
  { "occupancy", VB_GRAIN_YEAR, draw_occupancy },
};

static const Page *
find_page (const char *id, GError **error)
{
  for (gsize i = 0; id != NULL && i < G_N_ELEMENTS (pages); i++)
    if (strcmp (pages[i].id, id) == 0)
      return &pages[i];

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--page: expected overview, need, ranking or occupancy, found “%s”"),
               id != NULL ? id : "");
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
find_last (VbNeedTable *need, VbUnit *unit, Subject *subject)
{
  VbCareGroup group = vb_need_table_get_main_group (need, vb_unit_get_id (unit));

  for (guint i = vb_need_table_get_n_periods (need); i > 0; i--)
    {
      const VbNeedFigures *figures = vb_need_table_get (need, vb_unit_get_id (unit), group, i - 1);

      if (figures != NULL && !isnan (figures->need_beds))
        {
          *subject = (Subject){ need, unit, group, i - 1 };
          return TRUE;
        }
    }
  return FALSE;
}

/* The unit asked for; without one, the root that has most units with need of its own making. */
static gboolean
find_subject (
    VbDocument *document, VbNeedTable *need, const char *name, Subject *subject, GError **error)
{
  GListModel *roots = vb_document_get_roots (document);
  guint most_children = 0;
  gboolean found = FALSE;

  if (name != NULL)
    {
      VbUnit *unit = vb_document_find_unit (document, name, error);

      if (unit == NULL)
        return FALSE;
      found = find_last (need, unit, subject);
    }
  else
    for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
      {
        g_autoptr (VbUnit) root = g_list_model_get_item (roots, i);
        guint n_children = g_list_model_get_n_items (vb_unit_get_children (root));
        Subject candidate;

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
  VbDrawingSize size;
  VbExportFormat format;
  VbGrain grain;
  Subject subject;

  if (page == NULL || !find_format (options->output, &format, error)
      || !vb_cli_parse_grain (options->grain, page->grain, &grain, error))
    return FALSE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;

  planner = vb_planner_new (document);
  need = vb_planner_compute_need (planner, grain, VB_DAY_NONE, VB_DAY_NONE, NAN, NULL, error);
  if (need == NULL || !find_subject (document, need, options->unit, &subject, error))
    return FALSE;

  drawing = page->draw (&subject);
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

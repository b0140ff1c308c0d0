/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-rollup-report.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-ladder-plot.h"
#include "vb-number.h"
#include "vb-report-parts.h"

#define INDENT 12.0
#define PROFILE_HEAD 56.0
#define PROFILE_ROW                                                                                \
  20.0 /* closer than on a screen, so that the page holds what belongs together                    \
        */

typedef struct
{
  VbReportWriter *writer;
  GListModel *rows;
  VbLadderRollup *top; /* the first of them */
  guint smallest;
} Making;

static char *
dup_step (guint step)
{
  return step > 0 ? g_strdup_printf ("%u", step) : g_strdup ("–");
}

static char *
dup_median (double median)
{
  return vb_number_format (median, isfinite (median) && floor (median) < median ? 1 : 0);
}

/* "2025: 2, 2026: 2.5". */
static char *
dup_trend (VbLadderRollup *row)
{
  GString *text = g_string_new (NULL);
  guint n;
  const VbLadderYear *years = vb_ladder_rollup_get_years (row, &n);

  for (guint i = 0; i < n; i++)
    {
      g_autofree char *median = dup_median (years[i].spread.median);

      g_string_append_printf (text, "%s%d: %s", i > 0 ? ", " : "", years[i].year, median);
    }
  if (n == 0)
    g_string_append (text, "–");
  return g_string_free (text, FALSE);
}

static char *
dup_withheld (guint smallest)
{
  /* Translators: %u is a number of participants */
  return g_strdup_printf (ngettext ("Groups of fewer than %u participant, and those that the rest "
                                    "would give away, are counted only in the units above them.",
                                    "Groups of fewer than %u participants, and those that the "
                                    "rest would give away, are counted only in the units above "
                                    "them.",
                                    smallest),
                          smallest);
}

static void
add_cover (Making *making, VbDay today)
{
  VbUnit *unit = vb_ladder_rollup_get_unit (making->top);
  VbLadder *ladder = vb_ladder_rollup_get_ladder (making->top);
  const VbLadderGroup *all = vb_ladder_rollup_get_all (making->top);
  guint n_units = vb_ladder_rollup_get_n_units (making->top);
  g_autofree char *path = vb_unit_dup_path (unit);
  g_autofree char *day = vb_day_format (today);
  g_autofree char *median = dup_median (all->overall.median);
  g_autofree char *of = NULL;
  g_autofree char *counted = NULL;
  g_autofree char *range = NULL;

  vb_report_parts_add_cover (making->writer, vb_unit_get_name (unit), path, ladder);
  vb_report_writer_add_text (making->writer, VB_REPORT_FIGURE, median);
  /* Translators: stands under a large figure: "is the median step of 5" */
  of = g_strdup_printf (_ ("is the median step of %u"), vb_ladder_get_n_steps (ladder));
  vb_report_writer_add_text (making->writer, VB_REPORT_SUBHEADING, of);
  if (all->overall.n > 0)
    {
      range = g_strdup_printf (_ ("The lowest assessment stands on step %u, the highest on %u."),
                               all->overall.lowest, all->overall.highest);
      vb_report_writer_add_text (making->writer, VB_REPORT_BODY, range);
    }
  /* Translators: numbers of latest assessments, of participants in them, and of units */
  counted = g_strdup_printf (_ ("%u assessments with %u participants in %u units; of each unit and "
                                "role group the latest counts. %s."),
                             all->n_assessments, all->n_participants, n_units, day);
  vb_report_writer_add_text (making->writer, VB_REPORT_BODY, counted);
  vb_report_parts_add_notice (making->writer, ladder);
}

static void
add_group (Making *making, VbRoleGroup role)
{
  const VbLadderGroup *group = vb_ladder_rollup_get_group (making->top, role);
  g_autofree char *n = g_strdup_printf ("%u", group->n_assessments);
  g_autofree char *participants = g_strdup_printf ("%u", group->n_participants);
  g_autofree char *lowest = dup_step (group->overall.lowest);
  g_autofree char *median = dup_median (group->overall.median);
  g_autofree char *highest = dup_step (group->overall.highest);
  const VbReportCell cells[] = {
    { .width = 0.34, .text = vb_role_group_get_label (role) },
    { .width = 0.14, .text = n, .xalign = 1 },
    { .width = 0.14, .text = participants, .xalign = 1 },
    { .width = 0.12, .text = lowest, .xalign = 1 },
    { .width = 0.12,
      .kind = group->withheld ? VB_REPORT_SMALL : VB_REPORT_STRONG,
      .text = group->withheld ? _ ("withheld") : median,
      .dim = group->withheld,
      .xalign = 1 },
    { .width = 0.14, .text = highest, .xalign = 1 },
  };

  if (group->n_assessments > 0)
    vb_report_parts_add_body_row (making->writer, cells, G_N_ELEMENTS (cells));
}

static void
add_spread (Making *making)
{
  g_autoptr (VbDrawing) counts = vb_ladder_counts_new (making->top);
  g_autoptr (VbDrawing) spread = vb_ladder_spread_new (making->top);
  const char *heading = _ ("How do the assessments spread?");
  const VbReportCell titles[] = {
    { .width = 0.34, .text = _ ("Role group") },
    { .width = 0.14, .text = _ ("Assessments"), .xalign = 1 },
    { .width = 0.14, .text = _ ("Participants"), .xalign = 1 },
    { .width = 0.12, .text = _ ("Lowest"), .xalign = 1 },
    { .width = 0.12, .text = _ ("Median"), .xalign = 1 },
    { .width = 0.14, .text = _ ("Highest"), .xalign = 1 },
  };

  vb_report_writer_turn_page (making->writer);
  vb_report_writer_add_bookmark (making->writer, heading);
  vb_report_writer_add_text (making->writer, VB_REPORT_HEADING, heading);
  vb_report_writer_add_drawing (making->writer, counts, 0);
  vb_report_writer_add_drawing (making->writer, spread,
                                PROFILE_HEAD + PROFILE_ROW * vb_drawing_get_n_rows (spread));
  vb_report_parts_begin_table (making->writer, _ ("Role groups"), titles, G_N_ELEMENTS (titles));
  for (VbRoleGroup role = 0; role < VB_N_ROLE_GROUPS; role++)
    add_group (making, role);
  vb_report_writer_end_table (making->writer);
}

static void
add_unit (Making *making, VbLadderRollup *row, guint top_depth)
{
  VbUnit *unit = vb_ladder_rollup_get_unit (row);
  const VbLadderGroup *all = vb_ladder_rollup_get_all (row);
  g_autofree char *n = g_strdup_printf ("%u", vb_ladder_rollup_get_n_assessments (row));
  g_autofree char *participants = g_strdup_printf ("%u", all->n_participants);
  g_autofree char *range =
      all->overall.n > 0 ? g_strdup_printf ("%u–%u", all->overall.lowest, all->overall.highest)
                         : g_strdup ("–");
  g_autofree char *median = dup_median (all->overall.median);
  g_autofree char *trend = dup_trend (row);
  const VbReportCell cells[] = {
    { .width = 0.34,
      .text = vb_unit_get_name (unit),
      .indent = (vb_unit_get_depth (unit) - top_depth) * INDENT },
    { .width = 0.13, .text = n, .xalign = 1 },
    { .width = 0.13, .text = participants, .xalign = 1 },
    { .width = 0.12,
      .kind = all->withheld ? VB_REPORT_SMALL : VB_REPORT_STRONG,
      .text = all->withheld ? _ ("withheld") : median,
      .dim = all->withheld,
      .xalign = 1 },
    { .width = 0.10, .text = range, .xalign = 1 },
    { .width = 0.18, .text = trend, .xalign = 1 },
  };

  vb_report_parts_add_body_row (making->writer, cells, G_N_ELEMENTS (cells));
}

static void
add_tree (Making *making)
{
  const char *heading = _ ("Units");
  const VbReportCell titles[] = {
    { .width = 0.34, .text = _ ("Unit") },
    { .width = 0.13, .text = _ ("Assessments"), .xalign = 1 },
    { .width = 0.13, .text = _ ("Participants"), .xalign = 1 },
    { .width = 0.12, .text = _ ("Median"), .xalign = 1 },
    { .width = 0.10, .text = _ ("Spread"), .xalign = 1 },
    { .width = 0.18, .text = _ ("By year"), .xalign = 1 },
  };
  g_autofree char *withheld = dup_withheld (making->smallest);
  guint top_depth = vb_unit_get_depth (vb_ladder_rollup_get_unit (making->top));

  vb_report_writer_turn_page (making->writer);
  vb_report_writer_add_bookmark (making->writer, heading);
  vb_report_writer_add_text (making->writer, VB_REPORT_HEADING, heading);
  vb_report_writer_set_continued (making->writer, _ ("Units, continued"));
  vb_report_parts_begin_table (making->writer, _ ("In the order of the organisation"), titles,
                               G_N_ELEMENTS (titles));
  for (guint i = 0; i < g_list_model_get_n_items (making->rows); i++)
    {
      g_autoptr (VbLadderRollup) row = g_list_model_get_item (making->rows, i);

      add_unit (making, row, top_depth);
    }
  vb_report_writer_end_table (making->writer);
  vb_report_writer_set_continued (making->writer, NULL);
  vb_report_writer_add_space (making->writer, 6);
  vb_report_writer_add_dim_text (making->writer, VB_REPORT_SMALL, withheld);
}

VbReport *
vb_rollup_report_new (GListModel *rows, guint smallest, VbDay today)
{
  g_autoptr (VbLadderRollup) top = NULL;
  g_autofree char *day = NULL;
  g_autofree char *title = NULL;
  Making making;

  g_return_val_if_fail (G_IS_LIST_MODEL (rows), NULL);
  g_return_val_if_fail (g_list_model_get_n_items (rows) > 0, NULL);

  top = g_list_model_get_item (rows, 0);
  day = vb_day_format (today);
  title = g_strdup_printf (_ ("Development ladder, %s and units below, %s"),
                           vb_unit_get_name (vb_ladder_rollup_get_unit (top)), day);
  making = (Making){ vb_report_writer_new (title), rows, top, smallest };
  add_cover (&making, today);
  add_spread (&making);
  add_tree (&making);
  return vb_report_writer_finish (making.writer);
}

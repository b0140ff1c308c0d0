/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-report-parts.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-action.h"
#include "vb-ladder-result.h"
#include "vb-number.h"

/* Where the title stands on a cover. */
#define COVER_TOP 90.0

void
vb_report_parts_add_cover (VbReportWriter *writer,
                           const char *unit_name,
                           const char *path,
                           VbLadder *ladder)
{
  g_autofree char *version = NULL;

  vb_report_writer_add_dim_text (writer, VB_REPORT_STRONG, _ ("Development ladder"));
  vb_report_writer_add_space (writer, COVER_TOP);
  vb_report_writer_add_bookmark (writer, unit_name);
  vb_report_writer_add_text (writer, VB_REPORT_TITLE, unit_name);
  if (path != NULL && g_strcmp0 (path, unit_name) != 0)
    vb_report_writer_add_dim_text (writer, VB_REPORT_BODY, path);
  /* Translators: the name of a ladder and its version */
  version = g_strdup_printf (_ ("%s, version %s"), vb_bilingual_get (vb_ladder_get_name (ladder)),
                             vb_ladder_get_version (ladder));
  vb_report_writer_add_text (writer, VB_REPORT_BODY, version);
  vb_report_writer_add_space (writer, 30);
}

void
vb_report_parts_add_step (VbReportWriter *writer, VbLadder *ladder, guint step)
{
  g_autofree char *figure = NULL;
  g_autofree char *of = NULL;

  figure = step > 0 ? g_strdup_printf ("%u", step) : g_strdup ("–");
  /* Translators: stands under a large figure, the step reached: "of 5 steps: Begun" */
  of = step > 0 ? g_strdup_printf (_ ("of %u steps: %s"), vb_ladder_get_n_steps (ladder),
                                   vb_bilingual_get (vb_ladder_get_step_name (ladder, step)))
                : g_strdup_printf (_ ("of %u steps"), vb_ladder_get_n_steps (ladder));
  vb_report_writer_add_text (writer, VB_REPORT_FIGURE, figure);
  vb_report_writer_add_text (writer, VB_REPORT_SUBHEADING, of);
  if (step > 0)
    vb_report_writer_add_text (writer, VB_REPORT_BODY,
                               vb_bilingual_get (vb_ladder_get_step_description (ladder, step)));
}

void
vb_report_parts_add_notice (VbReportWriter *writer, VbLadder *ladder)
{
  g_autofree char *rule = vb_ladder_dup_rule (ladder);
  const char *notice = vb_bilingual_get (vb_ladder_get_notice (ladder));
  const char *source = vb_bilingual_get (vb_ladder_get_source (ladder));

  vb_report_writer_add_space (writer, 18);
  vb_report_writer_add_rule (writer);
  vb_report_writer_add_dim_text (writer, VB_REPORT_SMALL, rule);
  if (*notice != '\0')
    vb_report_writer_add_text (writer, VB_REPORT_SMALL, notice);
  if (*source != '\0')
    vb_report_writer_add_dim_text (writer, VB_REPORT_SMALL, source);
}

#define MAX_CELLS 12

static void
copy_cells (VbReportCell *to, const VbReportCell *cells, guint n_cells, gboolean titles)
{
  g_return_if_fail (n_cells <= MAX_CELLS);

  for (guint i = 0; i < n_cells; i++)
    {
      to[i] = cells[i];
      to[i].kind =
          !titles && cells[i].kind == VB_REPORT_STRONG ? VB_REPORT_SMALL_STRONG : VB_REPORT_SMALL;
      to[i].dim = titles || cells[i].dim;
    }
}

void
vb_report_parts_begin_table (VbReportWriter *writer,
                             const char *heading,
                             const VbReportCell *titles,
                             guint n_titles)
{
  VbReportCell copies[MAX_CELLS];

  copy_cells (copies, titles, n_titles, TRUE);
  vb_report_writer_add_text (writer, VB_REPORT_SUBHEADING, heading);
  vb_report_writer_begin_table (writer, copies, n_titles);
}

void
vb_report_parts_add_body_row (VbReportWriter *writer, const VbReportCell *cells, guint n_cells)
{
  VbReportCell copies[MAX_CELLS];

  copy_cells (copies, cells, n_cells, FALSE);
  vb_report_writer_add_row (writer, copies, n_cells);
}

/* "+2.0 (1.0–3.0)": beds, with what they may be. */
static char *
dup_effect (const VbActionFacts *facts)
{
  g_autofree char *base = vb_number_format_key (facts->effect_base);
  g_autofree char *low = NULL;
  g_autofree char *high = NULL;

  if (isnan (facts->effect_low) || isnan (facts->effect_high))
    return g_steal_pointer (&base);
  low = vb_number_format_key (facts->effect_low);
  high = vb_number_format_key (facts->effect_high);
  return g_strdup_printf ("%s (%s–%s)", base, low, high);
}

static void
add_action (VbReportWriter *writer, const VbActionFacts *facts, VbDay today)
{
  g_autofree char *due = facts->due != VB_DAY_NONE ? vb_day_format (facts->due) : g_strdup ("–");
  g_autofree char *effect = dup_effect (facts);
  g_autofree char *status = g_strdup (vb_action_status_get_label (facts->status));
  const VbReportCell cells[] = {
    { .width = 0.40, .text = facts->title },
    { .width = 0.18, .text = facts->owner_role != NULL ? facts->owner_role : "–" },
    { .width = 0.14, .text = due },
    { .width = 0.14,
      .kind = vb_action_facts_is_overdue (facts, today) ? VB_REPORT_STRONG : VB_REPORT_SMALL,
      .text = vb_action_facts_is_overdue (facts, today) ? _ ("overdue") : status },
    { .width = 0.14, .text = effect, .xalign = 1 },
  };

  vb_report_writer_begin_block (writer);
  vb_report_parts_add_body_row (writer, cells, G_N_ELEMENTS (cells));
  if (facts->description != NULL)
    {
      const VbReportCell below[] = {
        { .width = 0.72, .kind = VB_REPORT_ITALIC, .text = facts->description },
      };

      vb_report_writer_add_row (writer, below, G_N_ELEMENTS (below));
    }
  vb_report_writer_end_block (writer);
}

void
vb_report_parts_add_actions (VbReportWriter *writer, GListModel *actions, VbDay today)
{
  const VbReportCell titles[] = {
    { .width = 0.40, .text = _ ("Action") },
    { .width = 0.18, .text = _ ("Responsible") },
    { .width = 0.14, .text = _ ("Due") },
    { .width = 0.14, .text = _ ("Status") },
    { .width = 0.14, .text = _ ("Effect, beds"), .xalign = 1 },
  };

  if (actions == NULL || g_list_model_get_n_items (actions) == 0)
    {
      vb_report_writer_add_text (writer, VB_REPORT_SUBHEADING, _ ("Actions"));
      vb_report_writer_add_text (writer, VB_REPORT_BODY, _ ("No actions have been written down."));
      return;
    }
  vb_report_parts_begin_table (writer, _ ("Actions"), titles, G_N_ELEMENTS (titles));
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);

      add_action (writer, vb_action_get_facts (action), today);
    }
  vb_report_writer_end_table (writer);
}

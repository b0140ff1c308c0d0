/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-breakdown-step.h"

#include <glib/gi18n-lib.h>

#include "vb-breakdown-finder.h"
#include "vb-page-explain.h"

static void
show (VbEmptyState *state,
      const char *title,
      const char *description,
      const char *label,
      const char *action)
{
  g_object_set (state, "title", title, "description", description, "action-label", label, "action",
                action, NULL);
}

/* A name in which nothing is a mnemonic. Owned by the caller. */
static char *
escape_label (const char *name)
{
  g_auto (GStrv) parts = g_strsplit (name, "_", -1);

  return g_strjoinv ("__", parts);
}

/* The unit to go to, else an import. */
static void
show_with_unit (
    VbEmptyState *state, VbPage *page, VbUnit *unit, const char *title, const char *description)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (page));
  VbUnit *other = vb_breakdown_finder_find_unit (vb_page_get_planner (page), unit, period);
  g_autofree char *name = NULL;
  g_autofree char *label = NULL;
  g_autofree char *action = NULL;

  if (other == NULL)
    {
      show (state, title, description, _ ("Import…"), "win.show-page::import");
      return;
    }
  name = escape_label (vb_unit_get_name (other));
  /* Translators: %s is a unit */
  label = g_strdup_printf (_ ("Break Down %s"), name);
  action =
      g_strdup_printf ("breakdown.choose-unit(int64 %" G_GINT64_FORMAT ")", vb_unit_get_id (other));
  show (state, title, description, label, action);
}

static void
show_without_figures (VbEmptyState *state, VbPage *page, VbUnit *unit, VbCareGroup group)
{
  VbPeriod period = vb_session_get_period (vb_page_get_session (page));
  g_autofree char *when = vb_period_format (period, FALSE);
  /* Translators: a unit and a period */
  g_autofree char *description = g_markup_printf_escaped (
      _ ("No unit right below %s has bed days, present beds or inhabitants by age "
         "in %s, which is what beds are shared out by."),
      vb_unit_get_name (unit), when);
  VbPeriod other;

  if (vb_breakdown_finder_find_period (vb_page_get_planner (page), unit, group, period.grain,
                                       &other))
    {
      g_autofree char *then = vb_period_format (other, FALSE);
      /* Translators: %s is a period */
      g_autofree char *label = g_strdup_printf (_ ("Show %s"), then);
      g_autofree char *action =
          g_strdup_printf ("breakdown.choose-period(int32 %d)", (int) other.start);

      show (state, _ ("Nothing to Share Out By"), description, label, action);
      return;
    }
  show_with_unit (state, page, unit, _ ("Nothing to Share Out By"), description);
}

gboolean
vb_breakdown_step_show (VbEmptyState *state, VbPage *page, VbUnit *unit)
{
  VbPlanner *planner = vb_page_get_planner (page);
  VbPeriod period = vb_session_get_period (vb_page_get_session (page));
  VbNeedTable *table;
  VbCareGroup group;

  if (unit == NULL || !vb_document_get_extent (vb_page_get_document (page), NULL, NULL))
    {
      show (state, _ ("No Figures Yet"),
            _ ("Beds are shared out by bed days and available beds. Import a table that has them."),
            _ ("Import…"), "win.show-page::import");
      return TRUE;
    }
  if (g_list_model_get_n_items (vb_unit_get_children (unit)) == 0)
    {
      show_with_unit (state, page, unit, _ ("Nothing Below This Unit"),
                      _ ("Beds are shared out over the units below the chosen one, and this one "
                         "has none."));
      return TRUE;
    }
  /* Nothing is known while the need is worked out. */
  table = vb_planner_get_need (planner, period.grain);
  group = vb_page_choose_group (page, table, unit);
  if (table == NULL || vb_breakdown_finder_can_share (planner, unit, group, period))
    return FALSE;
  show_without_figures (state, page, unit, group);
  return TRUE;
}

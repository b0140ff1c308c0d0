/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-action-words.h"

#include <glib/gi18n-lib.h>

#include "vb-action-totals.h"
#include "vb-number.h"

char *
vb_action_words_dup_due (const VbActionFacts *facts, VbDay today)
{
  VbDay day = facts->status == VB_ACTION_DONE ? facts->done : facts->due;
  g_autofree char *date = NULL;

  if (day == VB_DAY_NONE || facts->status == VB_ACTION_CANCELLED)
    return NULL;

  date = vb_day_format (day);
  if (facts->status == VB_ACTION_DONE)
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("carried out %s"), date);
  if (vb_action_facts_is_overdue (facts, today))
    /* Translators: %s is a date */
    return g_strdup_printf (_ ("overdue since %s"), date);
  /* Translators: %s is a date */
  return g_strdup_printf (_ ("due %s"), date);
}

char *
vb_action_words_dup_range (double low, double high)
{
  g_autofree char *from = vb_number_format_key (low);
  g_autofree char *to = vb_number_format_key (high);

  if (isnan (low) || isnan (high) || g_str_equal (from, to))
    return g_strdup ("–");
  return g_strdup_printf ("%s–%s", from, to);
}

char *
vb_action_words_dup_effect (const VbActionFacts *facts)
{
  VbEffectSum effect = vb_action_facts_get_effect (facts);
  g_autofree char *base = vb_number_format_key (effect.base);
  g_autofree char *range = vb_action_words_dup_range (effect.low, effect.high);
  g_autofree char *beds = NULL;

  if (effect.n_estimated == 0)
    return NULL;

  beds = g_str_equal (range, "–") ? g_strdup (base) : g_strdup_printf ("%s (%s)", base, range);
  return facts->side == VB_BALANCE_SIDE_CAPACITY
             /* Translators: %s is a number of beds, perhaps with a range: "4 (2–6)" */
             ? g_strdup_printf (_ ("raises capacity by %s beds"), beds)
             /* Translators: %s is a number of beds, perhaps with a range: "4 (2–6)" */
             : g_strdup_printf (_ ("lowers need by %s beds"), beds);
}

const char *
vb_action_words_get_focus_area (VbDocument *document, const VbActionFacts *facts)
{
  VbFocusArea *area = facts->focus_area_id != 0
                          ? vb_document_get_focus_area (document, facts->focus_area_id)
                          : NULL;

  return area != NULL ? vb_bilingual_get (&vb_focus_area_get_facts (area)->name) : NULL;
}

static void
append (GString *name, const char *part)
{
  if (part != NULL)
    g_string_append_printf (name, ", %s", part);
}

char *
vb_action_words_dup_name (VbDocument *document, const VbActionFacts *facts, VbDay today)
{
  GString *name = g_string_new (facts->title);
  g_autofree char *due = vb_action_words_dup_due (facts, today);
  g_autofree char *effect = vb_action_words_dup_effect (facts);

  append (name, vb_action_status_get_label (facts->status));
  append (name, facts->owner_role);
  append (name, due);
  append (name, effect);
  append (name, vb_action_words_get_focus_area (document, facts));

  return g_string_free (name, FALSE);
}

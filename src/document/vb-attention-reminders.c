/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-attention-reminders.h"

#include <glib/gi18n-lib.h>

#include "vb-action-totals.h"

/* A follow-up is told of this long before its day; own proposal. */
#define NOTICE_DAYS 14

typedef struct
{
  GPtrArray *found;
  VbDocument *document;
  GHashTable *units; /* ids; NULL = all */
  VbDay today;
} Reminder;

/* NULL when it is none of those that are looked at. */
static VbUnit *
get_unit (Reminder *self, gint64 id)
{
  return self->units == NULL || g_hash_table_contains (self->units, &id)
             ? vb_document_get_unit (self->document, id)
             : NULL;
}

static void
remind_of_action (Reminder *self, const VbActionFacts *facts)
{
  VbUnit *unit = get_unit (self, facts->unit_id);
  g_autofree char *due = NULL;
  g_autofree char *text = NULL;

  if (unit == NULL || !vb_action_facts_is_overdue (facts, self->today))
    return;

  due = vb_day_format (facts->due);
  /* Translators: an action and the day it was to be done: "“Open beds” is overdue since 30 Sep
   * 2026" */
  text = g_strdup_printf (_ ("“%s” is overdue since %s"), facts->title, due);
  g_ptr_array_add (self->found,
                   vb_attention_new (VB_ATTENTION_OVERDUE_ACTION, text, unit, "actions",
                                     vb_action_facts_get_effect (facts).base, facts->due,
                                     self->today));
}

/* NAN when none of its open actions is estimated. */
static double
get_linked_effect (Reminder *self, const VbDialogueFacts *facts)
{
  double sum = NAN;

  for (guint i = 0; i < facts->n_actions; i++)
    {
      VbAction *action = vb_document_get_action (self->document, facts->action_ids[i]);
      const VbActionFacts *linked = action != NULL ? vb_action_get_facts (action) : NULL;
      double effect;

      if (linked == NULL || linked->status == VB_ACTION_DONE
          || linked->status == VB_ACTION_CANCELLED)
        continue;
      effect = vb_action_facts_get_effect (linked).base;
      if (!isnan (effect))
        sum = isnan (sum) ? effect : sum + effect;
    }

  return sum;
}

static void
remind_of_dialogue (Reminder *self, const VbDialogueFacts *facts)
{
  VbUnit *unit = get_unit (self, facts->unit_id);
  gboolean overdue = vb_dialogue_facts_awaits_follow_up (facts, self->today);
  g_autofree char *held = NULL;
  g_autofree char *day = NULL;
  g_autofree char *text = NULL;

  if (unit == NULL || facts->followed_up || facts->follow_up == VB_DAY_NONE
      || facts->follow_up > self->today + NOTICE_DAYS)
    return;

  held = vb_day_format (facts->day);
  day = vb_day_format (facts->follow_up);
  text = overdue
             /* Translators: kind of a dialogue, the day it was held, the day to follow it up:
              * "Strategic Dialogue of 20 May 2026: follow-up overdue since 15 Oct 2026" */
             ? g_strdup_printf (_ ("%s of %s: follow-up overdue since %s"),
                                vb_dialogue_kind_get_label (facts->kind), held, day)
             /* Translators: as before, for a day to come */
             : g_strdup_printf (_ ("%s of %s: to be followed up %s"),
                                vb_dialogue_kind_get_label (facts->kind), held, day);
  g_ptr_array_add (self->found, vb_attention_new (VB_ATTENTION_FOLLOW_UP, text, unit, "dialogues",
                                                  get_linked_effect (self, facts), facts->day,
                                                  facts->follow_up));
}

void
_vb_attention_add_reminders (GPtrArray *found, VbDocument *document, VbUnit *unit, VbDay today)
{
  GListModel *actions = vb_document_get_actions (document);
  GListModel *dialogues = vb_document_get_dialogues (document);
  g_autoptr (GHashTable) units = unit != NULL ? vb_unit_collect_ids (unit) : NULL;
  Reminder self = { found, document, units, today };

  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (actions, i);

      remind_of_action (&self, vb_action_get_facts (action));
    }
  for (guint i = 0; i < g_list_model_get_n_items (dialogues); i++)
    {
      g_autoptr (VbDialogue) dialogue = g_list_model_get_item (dialogues, i);

      remind_of_dialogue (&self, vb_dialogue_get_facts (dialogue));
    }
}

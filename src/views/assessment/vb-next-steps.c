/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-next-steps.h"

#include <glib/gi18n-lib.h>

#include "vb-ladder-plot.h"

/* What one can take in at a glance; the rest comes when asked for. */
#define ROWS_AT_FIRST 4

struct _VbNextSteps
{
  AdwPreferencesGroup parent_instance;

  VbLadderResult *result;
  GListModel *actions;
  GPtrArray *rows;     /* GtkWidget, not owned */
  VbAssessment *shown; /* whose statements are all shown; not owned, only compared */
};

enum
{
  SIGNAL_MAKE_ACTION,
  SIGNAL_SHOW_ACTION,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbNextSteps, vb_next_steps, ADW_TYPE_PREFERENCES_GROUP)

/* The action of the unit that was made for @statement; cancelled ones do not count. Not owned. */
static VbAction *
find_action (VbNextSteps *self, VbLadderStatement *statement)
{
  VbAssessment *assessment = vb_ladder_result_get_assessment (self->result);
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  gint64 ladder_id = vb_ladder_make_id (vb_ladder_get_id (ladder), vb_ladder_get_version (ladder));

  for (guint i = 0; i < g_list_model_get_n_items (self->actions); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (self->actions, i);
      const VbActionFacts *facts = vb_action_get_facts (action);

      if (facts->unit_id == vb_assessment_get_unit_id (assessment) && facts->ladder_id == ladder_id
          && facts->status != VB_ACTION_CANCELLED
          && g_strcmp0 (facts->statement, vb_ladder_statement_get_id (statement)) == 0)
        return action;
    }
  return NULL;
}

static void
on_activated (VbNextSteps *self, GtkWidget *row)
{
  VbLadderStatement *statement = g_object_get_data (G_OBJECT (row), "vb-statement");
  VbAction *action = find_action (self, statement);

  if (action != NULL)
    g_signal_emit (self, signals[SIGNAL_SHOW_ACTION], 0, vb_action_get_id (action));
  else
    g_signal_emit (self, signals[SIGNAL_MAKE_ACTION], 0, statement);
}

static GtkWidget *
make_row (VbNextSteps *self, VbLadderStatement *statement)
{
  VbLadder *ladder = vb_ladder_result_get_ladder (self->result);
  GtkWidget *row = adw_action_row_new ();
  VbAction *action = find_action (self, statement);
  g_autoptr (VbLadderArea) area = NULL;
  g_autofree char *subtitle = NULL;
  const char *area_name = "";
  guint index;

  if (vb_ladder_find_statement_index (ladder, vb_ladder_statement_get_id (statement), &index))
    {
      area = g_list_model_get_item (vb_ladder_get_areas (ladder),
                                    vb_ladder_get_statement_area (ladder, index));
      area_name = vb_bilingual_get (vb_ladder_area_get_name (area));
    }
  subtitle = g_strdup_printf (
      "%s · %s", area_name,
      action != NULL ? vb_action_status_get_label (vb_action_get_facts (action)->status)
                     : _ ("make an action"));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row),
                                 vb_bilingual_get (vb_ladder_statement_get_text (statement)));
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name (action != NULL ? "object-select-symbolic"
                                                                          : "list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_object_set_data_full (G_OBJECT (row), "vb-statement", g_object_ref (statement), g_object_unref);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_activated), self, G_CONNECT_SWAPPED);
  return row;
}

static void
add_row (VbNextSteps *self, GtkWidget *row)
{
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->rows, row);
}

static void rebuild (VbNextSteps *self);

static void
on_more (VbNextSteps *self)
{
  self->shown = vb_ladder_result_get_assessment (self->result);
  rebuild (self);
  if (self->rows->len > ROWS_AT_FIRST)
    gtk_widget_grab_focus (g_ptr_array_index (self->rows, ROWS_AT_FIRST));
}

static int
find_focus (VbNextSteps *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    if (gtk_widget_has_focus (g_ptr_array_index (self->rows, i)))
      return (int) i;
  return -1;
}

static void
add_more_row (VbNextSteps *self, guint n_more)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title =
      g_strdup_printf (ngettext ("Show %u More", "Show %u More", n_more), n_more);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("pan-down-symbolic"));
  g_signal_connect_object (row, "activated", G_CALLBACK (on_more), self, G_CONNECT_SWAPPED);
  add_row (self, row);
}

static void
rebuild (VbNextSteps *self)
{
  g_autoptr (GListModel) missing = vb_ladder_result_list_next (self->result);
  g_autofree char *remains = vb_ladder_plot_dup_remains (self->result);
  guint n = g_list_model_get_n_items (missing);
  guint n_shown =
      self->shown == vb_ladder_result_get_assessment (self->result) || n <= ROWS_AT_FIRST + 1
          ? n
          : ROWS_AT_FIRST;
  int focus = find_focus (self);

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), remains);
  for (guint i = 0; i < n_shown; i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (missing, i);

      add_row (self, make_row (self, statement));
    }
  if (n_shown < n)
    add_more_row (self, n - n_shown);
  if (focus >= 0 && self->rows->len > 0)
    gtk_widget_grab_focus (
        g_ptr_array_index (self->rows, MIN ((guint) focus, self->rows->len - 1)));
}

void
vb_next_steps_show (VbNextSteps *self, VbLadderResult *result, GListModel *actions)
{
  g_return_if_fail (VB_IS_NEXT_STEPS (self));
  g_return_if_fail (VB_IS_LADDER_RESULT (result));
  g_return_if_fail (G_IS_LIST_MODEL (actions));

  g_set_object (&self->result, result);
  g_set_object (&self->actions, actions);
  rebuild (self);
}

static void
vb_next_steps_dispose (GObject *object)
{
  VbNextSteps *self = VB_NEXT_STEPS (object);

  g_clear_object (&self->result);
  g_clear_object (&self->actions);

  G_OBJECT_CLASS (vb_next_steps_parent_class)->dispose (object);
}

static void
vb_next_steps_finalize (GObject *object)
{
  g_ptr_array_unref (VB_NEXT_STEPS (object)->rows);

  G_OBJECT_CLASS (vb_next_steps_parent_class)->finalize (object);
}

static void
vb_next_steps_class_init (VbNextStepsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_next_steps_dispose;
  G_OBJECT_CLASS (klass)->finalize = vb_next_steps_finalize;

  signals[SIGNAL_MAKE_ACTION] =
      g_signal_new ("make-action", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_LADDER_STATEMENT);
  signals[SIGNAL_SHOW_ACTION] =
      g_signal_new ("show-action", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
vb_next_steps_init (VbNextSteps *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
vb_next_steps_new (void)
{
  return g_object_new (VB_TYPE_NEXT_STEPS, NULL);
}

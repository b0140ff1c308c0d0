/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenario-checks.h"

#include "vb-scenario-row.h"

/* More panels than these nobody compares at a glance. */
#define SHOWN_AT_FIRST 6
#define KEY_ID "vb-scenario"

struct _VbScenarioChecks
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows;     /* of AdwActionRow, owned by the group */
  GHashTable *choices; /* id (gint64) → checked, of those that were seen */
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbScenarioChecks, vb_scenario_checks, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

static gboolean
is_checked (VbScenarioChecks *self, gint64 id, guint index)
{
  gpointer checked;

  return g_hash_table_lookup_extended (self->choices, &id, NULL, &checked)
             ? GPOINTER_TO_INT (checked)
             : index < SHOWN_AT_FIRST;
}

static void
on_toggled (VbScenarioChecks *self, GtkCheckButton *check)
{
  gint64 *id = g_object_get_data (G_OBJECT (check), KEY_ID);

  g_hash_table_insert (self->choices, g_memdup2 (id, sizeof *id),
                       GINT_TO_POINTER (gtk_check_button_get_active (check)));
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static GtkWidget *
make_row (VbScenarioChecks *self, VbScenario *scenario, guint index)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *check = gtk_check_button_new ();
  gint64 id = vb_scenario_get_id (scenario);
  const char *name = vb_bilingual_get (&vb_scenario_get_facts (scenario)->name);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), is_checked (self, id, index));
  gtk_widget_set_valign (check, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (check), KEY_ID, g_memdup2 (&id, sizeof id), g_free);
  g_signal_connect_object (check, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  g_object_set_data_full (G_OBJECT (row), KEY_ID, g_memdup2 (&id, sizeof id), g_free);
  return row;
}

/* Whether the rows are those of @scenarios already: then they keep the focus. */
static gboolean
is_shown (VbScenarioChecks *self, GListModel *rows)
{
  if (g_list_model_get_n_items (rows) != self->rows->len)
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    {
      GObject *row = g_ptr_array_index (self->rows, i);
      const gint64 *id = g_object_get_data (row, KEY_ID);
      g_autoptr (VbScenarioRow) item = g_list_model_get_item (rows, i);
      VbScenario *scenario = vb_scenario_row_get_scenario (item);

      if (*id != vb_scenario_get_id (scenario)
          || g_strcmp0 (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                        vb_bilingual_get (&vb_scenario_get_facts (scenario)->name))
                 != 0)
        return FALSE;
    }
  return TRUE;
}

void
vb_scenario_checks_show (VbScenarioChecks *self, GListModel *rows)
{
  g_return_if_fail (VB_IS_SCENARIO_CHECKS (self));

  gtk_widget_set_visible (GTK_WIDGET (self), g_list_model_get_n_items (rows) > 1);
  if (is_shown (self, rows))
    return;

  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbScenarioRow) item = g_list_model_get_item (rows, i);
      GtkWidget *row = make_row (self, vb_scenario_row_get_scenario (item), i);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
}

gboolean
vb_scenario_checks_is_checked (VbScenarioChecks *self, VbScenario *scenario)
{
  g_return_val_if_fail (VB_IS_SCENARIO_CHECKS (self), FALSE);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const gint64 *id = g_object_get_data (g_ptr_array_index (self->rows, i), KEY_ID);

      if (*id == vb_scenario_get_id (scenario))
        return is_checked (self, *id, i);
    }
  return FALSE;
}

static void
vb_scenario_checks_finalize (GObject *object)
{
  VbScenarioChecks *self = VB_SCENARIO_CHECKS (object);

  g_ptr_array_unref (self->rows);
  g_hash_table_unref (self->choices);

  G_OBJECT_CLASS (vb_scenario_checks_parent_class)->finalize (object);
}

static void
vb_scenario_checks_class_init (VbScenarioChecksClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_scenario_checks_finalize;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_scenario_checks_init (VbScenarioChecks *self)
{
  self->rows = g_ptr_array_new ();
  self->choices = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
}

GtkWidget *
vb_scenario_checks_new (void)
{
  return g_object_new (VB_TYPE_SCENARIO_CHECKS, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-plan-group.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* How far a line may reach, in years, and how large a gap may be, in beds. */
#define REACH 30
#define MAX_GAP 100000

struct _VbPlanGroup
{
  AdwPreferencesGroup parent_instance;

  AdwActionRow *decided_row;
  GtkWidget *draw_button;
  GtkWidget *reset_button;
  GtkSpinButton *from_year;
  GtkSpinButton *from_gap;
  GtkSpinButton *to_year;
  GtkSpinButton *to_gap;
  GPtrArray *line_rows; /* borrowed: the group has them */
  gboolean showing;
};

enum
{
  SIGNAL_DRAWN,
  SIGNAL_CHANGED,
  SIGNAL_RESET,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbPlanGroup, vb_plan_group, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

VbGapLine
vb_plan_group_get_line (VbPlanGroup *self)
{
  VbGapLine line = { 0, NAN, 0, NAN };

  g_return_val_if_fail (VB_IS_PLAN_GROUP (self), line);

  line.from_year = (gint16) gtk_spin_button_get_value_as_int (self->from_year);
  line.from_gap = gtk_spin_button_get_value (self->from_gap);
  line.to_year = (gint16) gtk_spin_button_get_value_as_int (self->to_year);
  line.to_gap = gtk_spin_button_get_value (self->to_gap);
  line.to_year = MAX (line.to_year, line.from_year + 1);

  return line;
}

static void
show_decided (VbPlanGroup *self, VbPlan *plan)
{
  const VbPlanFacts *facts = vb_plan_get_facts (plan);
  g_autofree char *day = vb_day_format (facts->decided_day);
  g_autofree char *by = facts->decided_by != NULL
                            /* Translators: who decided a plan, and the day of that */
                            ? g_strdup_printf (_ ("decided by %s, %s"), facts->decided_by, day)
                            /* Translators: the day a plan was decided */
                            : g_strdup_printf (_ ("decided %s"), day);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->decided_row),
                                 vb_bilingual_get (&facts->name));
  adw_action_row_set_subtitle (self->decided_row, by);
}

static const char *
describe (const VbYearsOrder *order)
{
  if (order->plan != NULL)
    return NULL;
  switch (order->origin)
    {
    case VB_LINE_DRAWN:
      return _ ("No plan is decided: a straight line drawn by hand");
    case VB_LINE_NATIONAL:
      return _ ("No plan is decided: the published way to balance, as a straight line");
    case VB_LINE_NONE:
    default:
      return _ ("No plan is decided, and no line is drawn to compare with");
    }
}

static void
show_line (VbPlanGroup *self, const VbGapLine *line)
{
  gtk_spin_button_set_range (self->from_year, line->from_year - REACH, line->from_year + REACH);
  gtk_spin_button_set_range (self->to_year, line->from_year + 1, line->from_year + REACH);
  gtk_spin_button_set_value (self->from_year, line->from_year);
  gtk_spin_button_set_digits (self->from_gap,
                              fabs (line->from_gap - round (line->from_gap)) > 0.05);
  gtk_spin_button_set_value (self->from_gap, line->from_gap);
  gtk_spin_button_set_value (self->to_year, line->to_year);
  gtk_spin_button_set_value (self->to_gap, line->to_gap);
}

void
vb_plan_group_show (VbPlanGroup *self, const VbYearsOrder *order, gboolean drawable)
{
  gboolean has_line = order->plan == NULL && order->origin != VB_LINE_NONE;

  g_return_if_fail (VB_IS_PLAN_GROUP (self));

  self->showing = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self->decided_row), order->plan != NULL);
  for (guint i = 0; i < self->line_rows->len; i++)
    gtk_widget_set_visible (self->line_rows->pdata[i], has_line);
  gtk_widget_set_visible (self->draw_button, order->plan == NULL && !has_line && drawable);
  gtk_widget_set_visible (self->reset_button, has_line && order->origin == VB_LINE_DRAWN);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self), describe (order));
  if (order->plan != NULL)
    show_decided (self, order->plan);
  if (has_line)
    show_line (self, &order->line);
  self->showing = FALSE;
}

static void
on_value_changed (VbPlanGroup *self)
{
  if (!self->showing)
    g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_draw_clicked (VbPlanGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_DRAWN], 0);
}

static void
on_reset_clicked (VbPlanGroup *self)
{
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static GtkSpinButton *
add_line_row (VbPlanGroup *self, const char *title, double low, double high)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *spin = gtk_spin_button_new_with_range (low, high, 1);

  gtk_widget_set_valign (spin, GTK_ALIGN_CENTER);
  gtk_accessible_update_property (GTK_ACCESSIBLE (spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_editable_set_width_chars (GTK_EDITABLE (spin), 6);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), spin);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), spin);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
  g_ptr_array_add (self->line_rows, row);
  g_signal_connect_object (spin, "value-changed", G_CALLBACK (on_value_changed), self,
                           G_CONNECT_SWAPPED);

  return GTK_SPIN_BUTTON (spin);
}

static void
vb_plan_group_finalize (GObject *object)
{
  g_ptr_array_unref (VB_PLAN_GROUP (object)->line_rows);

  G_OBJECT_CLASS (vb_plan_group_parent_class)->finalize (object);
}

static void
vb_plan_group_class_init (VbPlanGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_plan_group_finalize;

  signals[SIGNAL_DRAWN] = g_signal_new ("drawn", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
vb_plan_group_init (VbPlanGroup *self)
{
  self->line_rows = g_ptr_array_new ();
  self->decided_row = ADW_ACTION_ROW (adw_action_row_new ());
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->decided_row), FALSE);
  adw_action_row_set_title_lines (self->decided_row, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), GTK_WIDGET (self->decided_row));

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), _ ("Plan to compare with"));
  self->reset_button = gtk_button_new_from_icon_name ("edit-undo-symbolic");
  gtk_widget_add_css_class (self->reset_button, "flat");
  gtk_widget_set_valign (self->reset_button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (self->reset_button, _ ("Remove the Drawn Line"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->reset_button),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Remove the Drawn Line"), -1);
  adw_preferences_group_set_header_suffix (ADW_PREFERENCES_GROUP (self), self->reset_button);
  g_signal_connect_object (self->reset_button, "clicked", G_CALLBACK (on_reset_clicked), self,
                           G_CONNECT_SWAPPED);
  self->draw_button = gtk_button_new_with_mnemonic (_ ("_Draw a Straight Line"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), self->draw_button);
  g_signal_connect_object (self->draw_button, "clicked", G_CALLBACK (on_draw_clicked), self,
                           G_CONNECT_SWAPPED);
  self->from_year = add_line_row (self, _ ("From the year"), 1900, 2200);
  self->from_gap = add_line_row (self, _ ("Gap then"), -MAX_GAP, MAX_GAP);
  self->to_year = add_line_row (self, _ ("To the year"), 1900, 2200);
  self->to_gap = add_line_row (self, _ ("Gap at the end"), -MAX_GAP, MAX_GAP);
}

GtkWidget *
vb_plan_group_new (void)
{
  return g_object_new (VB_TYPE_PLAN_GROUP, NULL);
}

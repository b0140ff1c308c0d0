/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-hold-group.h"

#include <glib/gi18n-lib.h>

struct _VbHoldGroup
{
  AdwPreferencesGroup parent_instance;

  GtkSwitch *lock_switch;
  GtkSpinButton *locked_spin;
  GtkSpinButton *minimum_spin;

  VbDocument *document;
  VbUnit *unit;
  VbCareGroup group;
  gint64 beds;
  gboolean showing; /* it is being filled, which is no change of the reader's */
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbHoldGroup, vb_hold_group, ADW_TYPE_PREFERENCES_GROUP)

static guint signals[N_SIGNALS];

void
vb_hold_group_show (
    VbHoldGroup *self, VbDocument *document, VbUnit *unit, VbCareGroup group, gint64 beds)
{
  VbBreakdownHold hold;

  g_return_if_fail (VB_IS_HOLD_GROUP (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));

  g_set_object (&self->document, document);
  g_set_object (&self->unit, unit);
  self->group = group;
  self->beds = beds;
  gtk_widget_set_visible (GTK_WIDGET (self), unit != NULL);
  if (unit == NULL)
    return;

  hold = vb_breakdown_board_get_hold (document, unit, group);
  self->showing = TRUE;
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self), vb_unit_get_name (unit));
  gtk_switch_set_active (self->lock_switch, hold.locked >= 0);
  gtk_widget_set_sensitive (GTK_WIDGET (self->locked_spin), hold.locked >= 0);
  gtk_spin_button_set_value (self->locked_spin, (double) (hold.locked >= 0 ? hold.locked : beds));
  gtk_spin_button_set_value (self->minimum_spin, MAX (hold.minimum, 0));
  self->showing = FALSE;
}

static void
on_changed (VbHoldGroup *self)
{
  int minimum = gtk_spin_button_get_value_as_int (self->minimum_spin);
  int locked = gtk_widget_get_sensitive (GTK_WIDGET (self->locked_spin))
                   ? gtk_spin_button_get_value_as_int (self->locked_spin)
                   : (int) self->beds;
  VbBreakdownHold hold = { gtk_switch_get_active (self->lock_switch) ? locked : -1,
                           minimum > 0 ? minimum : -1 };
  g_autoptr (GError) error = NULL;

  if (self->showing || self->unit == NULL)
    return;
  if (!vb_breakdown_board_set_hold (self->document, self->unit, self->group, hold, &error))
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
vb_hold_group_dispose (GObject *object)
{
  VbHoldGroup *self = VB_HOLD_GROUP (object);

  g_clear_object (&self->document);
  g_clear_object (&self->unit);

  G_OBJECT_CLASS (vb_hold_group_parent_class)->dispose (object);
}

static void
vb_hold_group_class_init (VbHoldGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_hold_group_dispose;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/breakdown/vb-hold-group.ui");
  gtk_widget_class_bind_template_child (widget_class, VbHoldGroup, lock_switch);
  gtk_widget_class_bind_template_child (widget_class, VbHoldGroup, locked_spin);
  gtk_widget_class_bind_template_child (widget_class, VbHoldGroup, minimum_spin);
  gtk_widget_class_bind_template_callback (widget_class, on_changed);
}

static void
vb_hold_group_init (VbHoldGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_hold_group_new (void)
{
  return g_object_new (VB_TYPE_HOLD_GROUP, NULL);
}

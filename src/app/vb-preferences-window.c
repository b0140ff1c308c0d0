/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-preferences-window.h"

#include "vb-assumption-row.h"
#include "vb-settings.h"

struct _VbPreferencesWindow
{
  AdwPreferencesWindow parent_instance;

  GSettings *settings; /* NULL when there are none: nothing can be changed */

  VbAssumptionRow *target_row;
};

G_DEFINE_FINAL_TYPE (VbPreferencesWindow, vb_preferences_window, ADW_TYPE_PREFERENCES_WINDOW)

#define TARGET_KEY "default-target-occupancy"

static void
update_target (VbPreferencesWindow *self)
{
  g_autoptr (GVariant) own = g_settings_get_user_value (self->settings, TARGET_KEY);

  vb_assumption_row_set_value (self->target_row,
                               g_settings_get_double (self->settings, TARGET_KEY));
  vb_assumption_row_set_resettable (self->target_row, own != NULL);
}

static void
on_target_changed (VbPreferencesWindow *self, double value)
{
  if (self->settings != NULL)
    g_settings_set_double (self->settings, TARGET_KEY, value);
}

static void
on_target_reset (VbPreferencesWindow *self)
{
  if (self->settings != NULL)
    g_settings_reset (self->settings, TARGET_KEY);
}

static void
vb_preferences_window_dispose (GObject *object)
{
  VbPreferencesWindow *self = VB_PREFERENCES_WINDOW (object);

  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vb_preferences_window_parent_class)->dispose (object);
}

static void
vb_preferences_window_class_init (VbPreferencesWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_preferences_window_dispose;

  g_type_ensure (VB_TYPE_ASSUMPTION_ROW);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/app/vb-preferences-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPreferencesWindow, target_row);
  gtk_widget_class_bind_template_callback (widget_class, on_target_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_target_reset);
}

static void
vb_preferences_window_init (VbPreferencesWindow *self)
{
  self->settings = vb_settings_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_sensitive (GTK_WIDGET (self->target_row), self->settings != NULL);
  if (self->settings != NULL)
    {
      g_signal_connect_object (self->settings, "changed::" TARGET_KEY, G_CALLBACK (update_target),
                               self, G_CONNECT_SWAPPED);
      update_target (self);
    }
}

GtkWidget *
vb_preferences_window_new (GtkWindow *parent)
{
  return g_object_new (VB_TYPE_PREFERENCES_WINDOW, "transient-for", parent, NULL);
}

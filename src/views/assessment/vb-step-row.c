/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-step-row.h"

#include <glib/gi18n-lib.h>

#include "vb-wrap-layout.h"

#define FLOOR 1

struct _VbStepRow
{
  GtkListBoxRow parent_instance;

  guint step;
  gboolean expanded;

  GtkLabel *step_label;
  GtkLabel *text_label;
  GtkImage *reached_image;
  GtkLabel *state_label;
  GtkImage *arrow_image;
};

enum
{
  PROP_EXPANDED = 1,
  N_PROPS
};

enum
{
  SIGNAL_MOVE,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbStepRow, vb_step_row, GTK_TYPE_LIST_BOX_ROW)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_name (VbStepRow *self)
{
  g_autofree char *name = g_strdup_printf ("%s: %s %s", gtk_label_get_label (self->step_label),
                                           gtk_label_get_label (self->text_label),
                                           gtk_label_get_label (self->state_label));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
on_activate (VbStepRow *self)
{
  if (self->step > FLOOR)
    vb_step_row_set_expanded (self, !self->expanded);
}

static gboolean
on_key (VbStepRow *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  if (keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, 1);
  else if (keyval == GDK_KEY_Up || keyval == GDK_KEY_KP_Up)
    g_signal_emit (self, signals[SIGNAL_MOVE], 0, -1);
  else
    return GDK_EVENT_PROPAGATE;

  return GDK_EVENT_STOP;
}

static void
vb_step_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_EXPANDED)
    g_value_set_boolean (value, vb_step_row_get_expanded (VB_STEP_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_step_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_EXPANDED)
    vb_step_row_set_expanded (VB_STEP_ROW (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_step_row_class_init (VbStepRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vb_step_row_get_property;
  object_class->set_property = vb_step_row_set_property;

  properties[PROP_EXPANDED] =
      g_param_spec_boolean ("expanded", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_MOVE] = g_signal_new ("move", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                       NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT);

  g_type_ensure (VB_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-step-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VbStepRow, step_label);
  gtk_widget_class_bind_template_child (widget_class, VbStepRow, text_label);
  gtk_widget_class_bind_template_child (widget_class, VbStepRow, reached_image);
  gtk_widget_class_bind_template_child (widget_class, VbStepRow, state_label);
  gtk_widget_class_bind_template_child (widget_class, VbStepRow, arrow_image);
  gtk_widget_class_bind_template_callback (widget_class, on_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_key);
}

static void
vb_step_row_init (VbStepRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_step_row_new (VbLadder *ladder, VbLadderArea *area, guint step)
{
  VbStepRow *self;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_LADDER (ladder), NULL);
  g_return_val_if_fail (VB_IS_LADDER_AREA (area), NULL);

  self = g_object_new (VB_TYPE_STEP_ROW, NULL);
  self->step = step;
  /* Translators: a step and its name: "Step 3 · Systematic" */
  label = g_strdup_printf (_ ("Step %u · %s"), step,
                           vb_bilingual_get (vb_ladder_get_step_name (ladder, step)));
  gtk_label_set_label (self->step_label, label);
  gtk_label_set_label (self->text_label,
                       vb_bilingual_get (vb_ladder_area_get_step_text (area, step)));
  /* The names of all steps begin at the same place. */
  if (step > FLOOR)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE, -1);
  else
    gtk_widget_set_opacity (GTK_WIDGET (self->arrow_image), 0);
  update_name (self);

  return GTK_WIDGET (self);
}

guint
vb_step_row_get_step (VbStepRow *self)
{
  g_return_val_if_fail (VB_IS_STEP_ROW (self), 0);

  return self->step;
}

gboolean
vb_step_row_get_expanded (VbStepRow *self)
{
  g_return_val_if_fail (VB_IS_STEP_ROW (self), FALSE);

  return self->expanded;
}

void
vb_step_row_set_expanded (VbStepRow *self, gboolean expanded)
{
  g_return_if_fail (VB_IS_STEP_ROW (self));

  expanded = !!expanded;
  if (self->expanded == expanded)
    return;

  self->expanded = expanded;
  gtk_image_set_from_icon_name (self->arrow_image,
                                expanded ? "pan-down-symbolic" : "pan-end-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_EXPANDED, expanded, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EXPANDED]);
}

void
vb_step_row_set_state (VbStepRow *self, const char *state, gboolean reached)
{
  g_return_if_fail (VB_IS_STEP_ROW (self));
  g_return_if_fail (state != NULL);

  gtk_label_set_label (self->state_label, state);
  gtk_widget_set_visible (GTK_WIDGET (self->reached_image), reached);
  update_name (self);
}

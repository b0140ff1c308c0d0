/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-assumption-row.h"
#include "vb-number.h"

/* Key presses and scroll steps closer together than this are one change. */
#define REST_MS 600

struct _VbAssumptionRow
{
  AdwPreferencesRow parent_instance;

  gboolean percent;
  guint decimals;
  gboolean dragging;
  gboolean pressed; /* a pointer button is held on the slider */
  gboolean has_suffix;
  gboolean from_inside; /* the row itself sets the value: not a change by the reader */
  guint rest_source;

  GtkAdjustment *adjustment;
  GtkScale *scale;
  GtkSpinButton *spin;
  GtkLabel *title_label;
  GtkLabel *caption_label;
  GtkWidget *caption_line;
  GtkWidget *reset_button;
};

typedef enum
{
  PROP_VALUE = 1,
  PROP_LOWER,
  PROP_UPPER,
  PROP_STEP,
  PROP_DECIMALS,
  PROP_PERCENT,
  PROP_CAPTION,
  PROP_RESETTABLE,
  N_PROPS
} VbAssumptionRowProperty;

enum
{
  SIGNAL_DRAG_BEGIN,
  SIGNAL_CHANGED,
  SIGNAL_DRAG_END,
  SIGNAL_RESET,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbAssumptionRow, vb_assumption_row, ADW_TYPE_PREFERENCES_ROW)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static char *
format_value (VbAssumptionRow *self, double value)
{
  return self->percent ? vb_number_format_percent (value, self->decimals)
                       : vb_number_format (value, self->decimals);
}

static gboolean
on_spin_output (VbAssumptionRow *self)
{
  g_autofree char *text = format_value (self, gtk_adjustment_get_value (self->adjustment));

  if (g_strcmp0 (gtk_editable_get_text (GTK_EDITABLE (self->spin)), text) != 0)
    gtk_editable_set_text (GTK_EDITABLE (self->spin), text);

  return TRUE;
}

/* The slider stops at values that can be shown, and so can be seen to be what they are. */
static void
update_precision (VbAssumptionRow *self)
{
  guint digits = self->decimals + (self->percent ? 2 : 0);

  gtk_range_set_round_digits (GTK_RANGE (self->scale), digits);
  gtk_spin_button_set_digits (self->spin, digits);
  on_spin_output (self);
}

static void
update_caption_line (VbAssumptionRow *self)
{
  gtk_widget_set_visible (self->caption_line, *gtk_label_get_label (self->caption_label) != '\0'
                                                  || gtk_widget_get_visible (self->reset_button)
                                                  || self->has_suffix);
}

static void
end_drag (VbAssumptionRow *self)
{
  g_clear_handle_id (&self->rest_source, g_source_remove);
  if (!self->dragging)
    return;

  self->dragging = FALSE;
  g_signal_emit (self, signals[SIGNAL_DRAG_END], 0);
}

static void
on_rested (gpointer user_data)
{
  VbAssumptionRow *self = user_data;

  self->rest_source = 0;
  if (!self->pressed)
    end_drag (self);
}

static void
on_value_changed (VbAssumptionRow *self)
{
  g_autofree char *text = format_value (self, gtk_adjustment_get_value (self->adjustment));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_VALUE_TEXT,
                                  text, -1);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  if (self->from_inside)
    return;

  if (!self->dragging)
    {
      self->dragging = TRUE;
      g_signal_emit (self, signals[SIGNAL_DRAG_BEGIN], 0);
    }
  g_clear_handle_id (&self->rest_source, g_source_remove);
  self->rest_source = g_timeout_add_once (REST_MS, on_rested, self);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0, gtk_adjustment_get_value (self->adjustment));
}

static gboolean
on_scale_event (VbAssumptionRow *self, GdkEvent *event)
{
  GdkEventType type = gdk_event_get_event_type (event);

  if (type == GDK_BUTTON_PRESS || type == GDK_TOUCH_BEGIN)
    {
      self->pressed = TRUE;
    }
  else if (type == GDK_BUTTON_RELEASE || type == GDK_TOUCH_END || type == GDK_TOUCH_CANCEL)
    {
      self->pressed = FALSE;
      /* Soon, and not now: the slider takes the release as its last change. */
      g_clear_handle_id (&self->rest_source, g_source_remove);
      self->rest_source = g_timeout_add_once (0, on_rested, self);
    }

  return GDK_EVENT_PROPAGATE;
}

/* In a field of per cent "85" and "85 %" are the same. */
static int
on_spin_input (VbAssumptionRow *self, double *value)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->spin));
  double factor;

  if (!vb_number_parse_typed (text, value))
    return GTK_INPUT_ERROR;
  if (self->percent && strchr (text, '%') == NULL)
    *value /= 100.0;

  /* What is taken is what the field then shows. */
  factor = pow (10.0, gtk_spin_button_get_digits (self->spin));
  *value = round (*value * factor) / factor;

  return TRUE;
}

static void
on_reset_clicked (VbAssumptionRow *self)
{
  end_drag (self);
  g_signal_emit (self, signals[SIGNAL_RESET], 0);
}

static void
on_title_changed (VbAssumptionRow *self)
{
  const char *title = adw_preferences_row_get_title (ADW_PREFERENCES_ROW (self));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self->scale), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->spin), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  -1);
}

static void
vb_assumption_row_dispose (GObject *object)
{
  VbAssumptionRow *self = VB_ASSUMPTION_ROW (object);

  g_clear_handle_id (&self->rest_source, g_source_remove);

  G_OBJECT_CLASS (vb_assumption_row_parent_class)->dispose (object);
}

/* The reader cannot go on with a row that is out of sight. */
static void
vb_assumption_row_unmap (GtkWidget *widget)
{
  VbAssumptionRow *self = VB_ASSUMPTION_ROW (widget);

  self->pressed = FALSE;
  end_drag (self);

  GTK_WIDGET_CLASS (vb_assumption_row_parent_class)->unmap (widget);
}

static void
vb_assumption_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbAssumptionRow *self = VB_ASSUMPTION_ROW (object);

  switch ((VbAssumptionRowProperty) prop_id)
    {
    case PROP_VALUE:
      g_value_set_double (value, vb_assumption_row_get_value (self));
      break;
    case PROP_LOWER:
      g_value_set_double (value, gtk_adjustment_get_lower (self->adjustment));
      break;
    case PROP_UPPER:
      g_value_set_double (value, gtk_adjustment_get_upper (self->adjustment));
      break;
    case PROP_STEP:
      g_value_set_double (value, gtk_adjustment_get_step_increment (self->adjustment));
      break;
    case PROP_DECIMALS:
      g_value_set_uint (value, self->decimals);
      break;
    case PROP_PERCENT:
      g_value_set_boolean (value, self->percent);
      break;
    case PROP_CAPTION:
      g_value_set_string (value, vb_assumption_row_get_caption (self));
      break;
    case PROP_RESETTABLE:
      g_value_set_boolean (value, vb_assumption_row_get_resettable (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_assumption_row_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  VbAssumptionRow *self = VB_ASSUMPTION_ROW (object);
  double lower = gtk_adjustment_get_lower (self->adjustment);
  double upper = gtk_adjustment_get_upper (self->adjustment);
  double step = gtk_adjustment_get_step_increment (self->adjustment);

  switch ((VbAssumptionRowProperty) prop_id)
    {
    case PROP_VALUE:
      vb_assumption_row_set_value (self, g_value_get_double (value));
      break;
    case PROP_LOWER:
      vb_assumption_row_set_range (self, g_value_get_double (value), upper, step);
      break;
    case PROP_UPPER:
      vb_assumption_row_set_range (self, lower, g_value_get_double (value), step);
      break;
    case PROP_STEP:
      vb_assumption_row_set_range (self, lower, upper, g_value_get_double (value));
      break;
    case PROP_DECIMALS:
      if (self->decimals != g_value_get_uint (value))
        {
          self->decimals = g_value_get_uint (value);
          update_precision (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_PERCENT:
      if (self->percent != g_value_get_boolean (value))
        {
          self->percent = g_value_get_boolean (value);
          update_precision (self);
          g_object_notify_by_pspec (object, pspec);
        }
      break;
    case PROP_CAPTION:
      vb_assumption_row_set_caption (self, g_value_get_string (value));
      break;
    case PROP_RESETTABLE:
      vb_assumption_row_set_resettable (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_assumption_row_class_init (VbAssumptionRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vb_assumption_row_dispose;
  object_class->get_property = vb_assumption_row_get_property;
  object_class->set_property = vb_assumption_row_set_property;
  widget_class->unmap = vb_assumption_row_unmap;

  properties[PROP_VALUE] =
      g_param_spec_double ("value", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0, flags);
  properties[PROP_LOWER] =
      g_param_spec_double ("lower", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0.0, flags);
  properties[PROP_UPPER] =
      g_param_spec_double ("upper", NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 1.0, flags);
  properties[PROP_STEP] = g_param_spec_double ("step", NULL, NULL, 0.0, G_MAXDOUBLE, 0.01, flags);
  properties[PROP_DECIMALS] = g_param_spec_uint ("decimals", NULL, NULL, 0, 6, 0, flags);
  properties[PROP_PERCENT] = g_param_spec_boolean ("percent", NULL, NULL, TRUE, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  properties[PROP_RESETTABLE] = g_param_spec_boolean ("resettable", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_DRAG_BEGIN] =
      g_signal_new ("drag-begin", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 0);
  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[SIGNAL_DRAG_END] = g_signal_new ("drag-end", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                           0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[SIGNAL_RESET] = g_signal_new ("reset", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-assumption-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, adjustment);
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, scale);
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, spin);
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, caption_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, caption_line);
  gtk_widget_class_bind_template_child (widget_class, VbAssumptionRow, reset_button);
  gtk_widget_class_bind_template_callback (widget_class, on_value_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_scale_event);
  gtk_widget_class_bind_template_callback (widget_class, on_spin_output);
  gtk_widget_class_bind_template_callback (widget_class, on_spin_input);
  gtk_widget_class_bind_template_callback (widget_class, on_reset_clicked);
  gtk_widget_class_bind_template_callback (widget_class, end_drag);
}

static void
vb_assumption_row_init (VbAssumptionRow *self)
{
  self->percent = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));

  /* In 250 pixels a title and a field fit, but no buttons: the slider and the arrow keys do what
   * they would. */
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->spin)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_BUTTON (child))
      gtk_widget_set_visible (child, FALSE);

  update_precision (self);
  g_signal_connect (self, "notify::title", G_CALLBACK (on_title_changed), NULL);
}

GtkWidget *
vb_assumption_row_new (const char *title)
{
  return g_object_new (VB_TYPE_ASSUMPTION_ROW, "title", title, NULL);
}

double
vb_assumption_row_get_value (VbAssumptionRow *self)
{
  g_return_val_if_fail (VB_IS_ASSUMPTION_ROW (self), NAN);

  return gtk_adjustment_get_value (self->adjustment);
}

void
vb_assumption_row_set_value (VbAssumptionRow *self, double value)
{
  g_return_if_fail (VB_IS_ASSUMPTION_ROW (self));

  if (self->dragging)
    return;

  self->from_inside = TRUE;
  gtk_adjustment_set_value (self->adjustment, value);
  self->from_inside = FALSE;
}

void
vb_assumption_row_set_range (VbAssumptionRow *self, double lower, double upper, double step)
{
  double old_lower, old_upper, old_step;

  g_return_if_fail (VB_IS_ASSUMPTION_ROW (self));

  old_lower = gtk_adjustment_get_lower (self->adjustment);
  old_upper = gtk_adjustment_get_upper (self->adjustment);
  old_step = gtk_adjustment_get_step_increment (self->adjustment);

  self->from_inside = TRUE;
  gtk_adjustment_configure (self->adjustment, gtk_adjustment_get_value (self->adjustment), lower,
                            upper, step, 5 * step, 0);
  self->from_inside = FALSE;

  if (old_lower != lower)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_LOWER]);
  if (old_upper != upper)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UPPER]);
  if (old_step != step)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_STEP]);
}

void
vb_assumption_row_set_caption (VbAssumptionRow *self, const char *caption)
{
  g_return_if_fail (VB_IS_ASSUMPTION_ROW (self));

  if (caption == NULL)
    caption = "";
  if (g_str_equal (gtk_label_get_label (self->caption_label), caption))
    return;

  gtk_label_set_label (self->caption_label, caption);
  update_caption_line (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

const char *
vb_assumption_row_get_caption (VbAssumptionRow *self)
{
  g_return_val_if_fail (VB_IS_ASSUMPTION_ROW (self), NULL);

  return gtk_label_get_label (self->caption_label);
}

void
vb_assumption_row_set_resettable (VbAssumptionRow *self, gboolean resettable)
{
  g_return_if_fail (VB_IS_ASSUMPTION_ROW (self));

  if (gtk_widget_get_visible (self->reset_button) == !!resettable)
    return;

  gtk_widget_set_visible (self->reset_button, resettable);
  update_caption_line (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_RESETTABLE]);
}

gboolean
vb_assumption_row_get_resettable (VbAssumptionRow *self)
{
  g_return_val_if_fail (VB_IS_ASSUMPTION_ROW (self), FALSE);

  return gtk_widget_get_visible (self->reset_button);
}

void
vb_assumption_row_add_suffix (VbAssumptionRow *self, GtkWidget *suffix)
{
  g_return_if_fail (VB_IS_ASSUMPTION_ROW (self));
  g_return_if_fail (GTK_IS_WIDGET (suffix));

  gtk_grid_attach_next_to (GTK_GRID (self->caption_line), suffix, NULL, GTK_POS_RIGHT, 1, 1);
  self->has_suffix = TRUE;
  update_caption_line (self);
}

gboolean
vb_assumption_row_get_dragging (VbAssumptionRow *self)
{
  g_return_val_if_fail (VB_IS_ASSUMPTION_ROW (self), FALSE);

  return self->dragging;
}

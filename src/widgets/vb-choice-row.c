/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-choice-row.h"
#include "vb-wrap-layout.h"

#define SPACING 6

struct _VbChoiceRow
{
  GtkWidget parent_instance;

  GPtrArray *buttons; /* of GtkToggleButton, children of this widget */
  guint chosen;
  gboolean setting;
};

enum
{
  PROP_CHOSEN = 1,
  N_PROPS
};

enum
{
  SIGNAL_PICKED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbChoiceRow, vb_choice_row, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
show_chosen (VbChoiceRow *self)
{
  self->setting = TRUE;
  for (guint i = 0; i < self->buttons->len; i++)
    gtk_toggle_button_set_active (self->buttons->pdata[i], i + 1 == self->chosen);
  self->setting = FALSE;
}

/* Of a choice that is picked again the button must not spring up. */
static void
pick (VbChoiceRow *self, guint choice)
{
  vb_choice_row_set_chosen (self, choice);
  show_chosen (self);
  g_signal_emit (self, signals[SIGNAL_PICKED], 0, choice);
}

static void
on_toggled (VbChoiceRow *self, GtkToggleButton *button)
{
  guint index;

  if (!self->setting && g_ptr_array_find (self->buttons, button, &index))
    pick (self, index + 1);
}

static gboolean
on_key (VbChoiceRow *self, guint keyval, guint keycode, GdkModifierType modifiers)
{
  guint digit =
      keyval >= GDK_KEY_KP_0 && keyval <= GDK_KEY_KP_9 ? keyval - GDK_KEY_KP_0 : keyval - GDK_KEY_0;

  if ((modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0 || digit == 0
      || digit > MIN (self->buttons->len, 9))
    return GDK_EVENT_PROPAGATE;

  pick (self, digit);

  return GDK_EVENT_STOP;
}

/* One stop on the way of Tab, whichever way it comes. */
static gboolean
vb_choice_row_focus (GtkWidget *widget, GtkDirectionType direction)
{
  if (direction != GTK_DIR_TAB_FORWARD && direction != GTK_DIR_TAB_BACKWARD)
    return GTK_WIDGET_CLASS (vb_choice_row_parent_class)->focus (widget, direction);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return FALSE;

  return gtk_widget_grab_focus (widget);
}

static gboolean
vb_choice_row_grab_focus (GtkWidget *widget)
{
  VbChoiceRow *self = VB_CHOICE_ROW (widget);

  if (self->buttons->len == 0)
    return FALSE;

  return gtk_widget_grab_focus (self->buttons->pdata[self->chosen > 0 ? self->chosen - 1 : 0]);
}

static void
vb_choice_row_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHOSEN)
    g_value_set_uint (value, vb_choice_row_get_chosen (VB_CHOICE_ROW (object)));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_choice_row_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_CHOSEN)
    vb_choice_row_set_chosen (VB_CHOICE_ROW (object), g_value_get_uint (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_choice_row_dispose (GObject *object)
{
  vb_choice_row_clear (VB_CHOICE_ROW (object));

  G_OBJECT_CLASS (vb_choice_row_parent_class)->dispose (object);
}

static void
vb_choice_row_finalize (GObject *object)
{
  g_ptr_array_unref (VB_CHOICE_ROW (object)->buttons);

  G_OBJECT_CLASS (vb_choice_row_parent_class)->finalize (object);
}

static void
vb_choice_row_class_init (VbChoiceRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->get_property = vb_choice_row_get_property;
  object_class->set_property = vb_choice_row_set_property;
  object_class->dispose = vb_choice_row_dispose;
  object_class->finalize = vb_choice_row_finalize;
  widget_class->focus = vb_choice_row_focus;
  widget_class->grab_focus = vb_choice_row_grab_focus;

  properties[PROP_CHOSEN] =
      g_param_spec_uint ("chosen", NULL, NULL, 0, G_MAXUINT, 0,
                         G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SIGNAL_PICKED] = g_signal_new ("picked", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);

  gtk_widget_class_set_css_name (widget_class, "choices");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_choice_row_init (VbChoiceRow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->buttons = g_ptr_array_new ();
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), vb_wrap_layout_new (SPACING));
}

GtkWidget *
vb_choice_row_new (void)
{
  return g_object_new (VB_TYPE_CHOICE_ROW, NULL);
}

void
vb_choice_row_append (VbChoiceRow *self, const char *label, const char *name)
{
  GtkWidget *button;
  GtkWidget *text;

  g_return_if_fail (VB_IS_CHOICE_ROW (self));
  g_return_if_fail (label != NULL);
  g_return_if_fail (name != NULL);

  text = gtk_label_new (NULL);
  gtk_label_set_markup (GTK_LABEL (text), label);
  button = gtk_toggle_button_new ();
  gtk_button_set_child (GTK_BUTTON (button), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  /* GTK tells it only when it changes. */
  gtk_accessible_update_state (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_STATE_PRESSED,
                               GTK_ACCESSIBLE_TRISTATE_FALSE, -1);
  gtk_widget_add_css_class (button, "choice");
  gtk_widget_set_parent (button, GTK_WIDGET (self));
  g_signal_connect_object (button, "toggled", G_CALLBACK (on_toggled), self, G_CONNECT_SWAPPED);

  g_ptr_array_add (self->buttons, button);
}

void
vb_choice_row_clear (VbChoiceRow *self)
{
  g_return_if_fail (VB_IS_CHOICE_ROW (self));

  for (guint i = 0; i < self->buttons->len; i++)
    gtk_widget_unparent (self->buttons->pdata[i]);
  g_ptr_array_set_size (self->buttons, 0);
}

guint
vb_choice_row_get_n_choices (VbChoiceRow *self)
{
  g_return_val_if_fail (VB_IS_CHOICE_ROW (self), 0);

  return self->buttons->len;
}

guint
vb_choice_row_get_chosen (VbChoiceRow *self)
{
  g_return_val_if_fail (VB_IS_CHOICE_ROW (self), 0);

  return self->chosen;
}

void
vb_choice_row_set_chosen (VbChoiceRow *self, guint chosen)
{
  g_return_if_fail (VB_IS_CHOICE_ROW (self));

  if (self->chosen == chosen)
    return;

  self->chosen = chosen;
  show_chosen (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHOSEN]);
}

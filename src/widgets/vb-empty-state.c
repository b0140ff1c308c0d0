/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-empty-state.h"

struct _VbEmptyState
{
  AdwBin parent_instance;

  char *action;

  GtkButton *button;
  AdwStatusPage *status_page;
};

typedef enum
{
  PROP_ICON_NAME = 1,
  PROP_TITLE,
  PROP_DESCRIPTION,
  PROP_ACTION_LABEL,
  PROP_ACTION,
  N_PROPS
} VbEmptyStateProperty;

G_DEFINE_FINAL_TYPE (VbEmptyState, vb_empty_state, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

/* The target first: a name alone is matched with the action at once, and would not fit it. */
static void
set_button_action (GtkActionable *button, const char *action)
{
  g_autoptr (GVariant) target = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = NULL;

  gtk_actionable_set_action_name (button, NULL);
  if (action == NULL)
    return;
  if (!g_action_parse_detailed_name (action, &name, &target, &error))
    {
      g_critical ("%s", error->message);
      return;
    }
  gtk_actionable_set_action_target_value (button, target);
  gtk_actionable_set_action_name (button, name);
}

static void
set_action (VbEmptyState *self, const char *action)
{
  if (g_strcmp0 (self->action, action) == 0)
    return;

  g_free (self->action);
  self->action = g_strdup (action);
  gtk_widget_set_visible (GTK_WIDGET (self->button), action != NULL);
  set_button_action (GTK_ACTIONABLE (self->button), action);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ACTION]);
}

/* A step may name what it goes to, which can be long. */
static void
set_label (VbEmptyState *self, const char *text)
{
  GtkLabel *label;

  gtk_button_set_label (self->button, text);
  label = GTK_LABEL (gtk_button_get_child (self->button));
  gtk_label_set_wrap (label, TRUE);
  gtk_label_set_justify (label, GTK_JUSTIFY_CENTER);
}

static void
vb_empty_state_finalize (GObject *object)
{
  VbEmptyState *self = VB_EMPTY_STATE (object);

  g_free (self->action);

  G_OBJECT_CLASS (vb_empty_state_parent_class)->finalize (object);
}

static void
vb_empty_state_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbEmptyState *self = VB_EMPTY_STATE (object);

  switch ((VbEmptyStateProperty) prop_id)
    {
    case PROP_ICON_NAME:
      g_value_set_string (value, adw_status_page_get_icon_name (self->status_page));
      break;
    case PROP_TITLE:
      g_value_set_string (value, adw_status_page_get_title (self->status_page));
      break;
    case PROP_DESCRIPTION:
      g_value_set_string (value, adw_status_page_get_description (self->status_page));
      break;
    case PROP_ACTION_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;
    case PROP_ACTION:
      g_value_set_string (value, self->action);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_empty_state_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbEmptyState *self = VB_EMPTY_STATE (object);

  if (prop_id == PROP_ACTION)
    {
      set_action (self, g_value_get_string (value));
      return;
    }

  /* The other properties are those of the widgets inside, which do not compare before they set. */
  {
    g_auto (GValue) present = G_VALUE_INIT;
    const char *text = g_value_get_string (value);

    g_value_init (&present, G_TYPE_STRING);
    vb_empty_state_get_property (object, prop_id, &present, pspec);
    if (g_strcmp0 (g_value_get_string (&present), text) == 0)
      return;

    switch ((VbEmptyStateProperty) prop_id)
      {
      case PROP_ICON_NAME:
        adw_status_page_set_icon_name (self->status_page, text);
        break;
      case PROP_TITLE:
        adw_status_page_set_title (self->status_page, text != NULL ? text : "");
        break;
      case PROP_DESCRIPTION:
        adw_status_page_set_description (self->status_page, text);
        break;
      case PROP_ACTION_LABEL:
        set_label (self, text != NULL ? text : "");
        break;
      case PROP_ACTION:
      case N_PROPS:
        G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      }
    g_object_notify_by_pspec (object, pspec);
  }
}

static void
vb_empty_state_class_init (VbEmptyStateClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_empty_state_finalize;
  object_class->get_property = vb_empty_state_get_property;
  object_class->set_property = vb_empty_state_set_property;

  properties[PROP_ICON_NAME] = g_param_spec_string ("icon-name", NULL, NULL, NULL, flags);
  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_DESCRIPTION] = g_param_spec_string ("description", NULL, NULL, "", flags);
  properties[PROP_ACTION_LABEL] = g_param_spec_string ("action-label", NULL, NULL, NULL, flags);
  properties[PROP_ACTION] = g_param_spec_string ("action", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-empty-state.ui");
  gtk_widget_class_bind_template_child (widget_class, VbEmptyState, button);
  gtk_widget_class_bind_template_child (widget_class, VbEmptyState, status_page);
}

static void
vb_empty_state_init (VbEmptyState *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_empty_state_new (const char *icon_name,
                    const char *title,
                    const char *description,
                    const char *action_label,
                    const char *action)
{
  return g_object_new (VB_TYPE_EMPTY_STATE, "icon-name", icon_name, "title", title, "description",
                       description, "action-label", action_label, "action", action, NULL);
}

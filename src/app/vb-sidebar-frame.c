/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-sidebar-frame.h"

struct _VbSidebarFrame
{
  AdwBin parent_instance;

  AdwFlap *flap;
  gboolean narrow;
  gboolean shown_when_wide;
};

typedef enum
{
  PROP_SIDEBAR = 1,
  PROP_CONTENT,
  PROP_NARROW,
  PROP_SHOW_SIDEBAR,
  N_PROPS
} VbSidebarFrameProperty;

G_DEFINE_FINAL_TYPE (VbSidebarFrame, vb_sidebar_frame, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

/* A swipe or Escape moves the flap, too. */
static void
on_reveal_changed (VbSidebarFrame *self)
{
  if (!self->narrow)
    self->shown_when_wide = adw_flap_get_reveal_flap (self->flap);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
vb_sidebar_frame_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbSidebarFrame *self = VB_SIDEBAR_FRAME (object);

  switch ((VbSidebarFrameProperty) prop_id)
    {
    case PROP_SIDEBAR:
      g_value_set_object (value, vb_sidebar_frame_get_sidebar (self));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, vb_sidebar_frame_get_content (self));
      break;
    case PROP_NARROW:
      g_value_set_boolean (value, self->narrow);
      break;
    case PROP_SHOW_SIDEBAR:
      g_value_set_boolean (value, vb_sidebar_frame_get_show_sidebar (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_sidebar_frame_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  VbSidebarFrame *self = VB_SIDEBAR_FRAME (object);

  switch ((VbSidebarFrameProperty) prop_id)
    {
    case PROP_SIDEBAR:
      vb_sidebar_frame_set_sidebar (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      vb_sidebar_frame_set_content (self, g_value_get_object (value));
      break;
    case PROP_NARROW:
      vb_sidebar_frame_set_narrow (self, g_value_get_boolean (value));
      break;
    case PROP_SHOW_SIDEBAR:
      vb_sidebar_frame_set_show_sidebar (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_sidebar_frame_class_init (VbSidebarFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vb_sidebar_frame_get_property;
  object_class->set_property = vb_sidebar_frame_set_property;

  properties[PROP_SIDEBAR] = g_param_spec_object ("sidebar", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_NARROW] = g_param_spec_boolean ("narrow", NULL, NULL, FALSE, flags);
  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_sidebar_frame_init (VbSidebarFrame *self)
{
  self->shown_when_wide = TRUE;
  self->flap = ADW_FLAP (adw_flap_new ());
  adw_flap_set_fold_policy (self->flap, ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_locked (self->flap, TRUE);
  adw_bin_set_child (ADW_BIN (self), GTK_WIDGET (self->flap));
  g_signal_connect_swapped (self->flap, "notify::reveal-flap", G_CALLBACK (on_reveal_changed),
                            self);
}

GtkWidget *
vb_sidebar_frame_new (void)
{
  return g_object_new (VB_TYPE_SIDEBAR_FRAME, NULL);
}

GtkWidget *
vb_sidebar_frame_get_sidebar (VbSidebarFrame *self)
{
  g_return_val_if_fail (VB_IS_SIDEBAR_FRAME (self), NULL);

  return adw_flap_get_flap (self->flap);
}

void
vb_sidebar_frame_set_sidebar (VbSidebarFrame *self, GtkWidget *sidebar)
{
  g_return_if_fail (VB_IS_SIDEBAR_FRAME (self));

  if (adw_flap_get_flap (self->flap) == sidebar)
    return;

  adw_flap_set_flap (self->flap, sidebar);
  adw_flap_set_separator (self->flap, gtk_separator_new (GTK_ORIENTATION_VERTICAL));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SIDEBAR]);
}

GtkWidget *
vb_sidebar_frame_get_content (VbSidebarFrame *self)
{
  g_return_val_if_fail (VB_IS_SIDEBAR_FRAME (self), NULL);

  return adw_flap_get_content (self->flap);
}

void
vb_sidebar_frame_set_content (VbSidebarFrame *self, GtkWidget *content)
{
  g_return_if_fail (VB_IS_SIDEBAR_FRAME (self));

  if (adw_flap_get_content (self->flap) == content)
    return;

  adw_flap_set_content (self->flap, content);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CONTENT]);
}

gboolean
vb_sidebar_frame_get_narrow (VbSidebarFrame *self)
{
  g_return_val_if_fail (VB_IS_SIDEBAR_FRAME (self), FALSE);

  return self->narrow;
}

void
vb_sidebar_frame_set_narrow (VbSidebarFrame *self, gboolean narrow)
{
  g_return_if_fail (VB_IS_SIDEBAR_FRAME (self));

  if (self->narrow == !!narrow)
    return;

  self->narrow = !!narrow;
  adw_flap_set_fold_policy (self->flap,
                            narrow ? ADW_FLAP_FOLD_POLICY_ALWAYS : ADW_FLAP_FOLD_POLICY_NEVER);
  adw_flap_set_modal (self->flap, narrow);
  adw_flap_set_reveal_flap (self->flap, narrow ? FALSE : self->shown_when_wide);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NARROW]);
}

gboolean
vb_sidebar_frame_get_show_sidebar (VbSidebarFrame *self)
{
  g_return_val_if_fail (VB_IS_SIDEBAR_FRAME (self), FALSE);

  return adw_flap_get_reveal_flap (self->flap);
}

void
vb_sidebar_frame_set_show_sidebar (VbSidebarFrame *self, gboolean show_sidebar)
{
  g_return_if_fail (VB_IS_SIDEBAR_FRAME (self));

  adw_flap_set_reveal_flap (self->flap, show_sidebar);
}

gboolean
vb_sidebar_frame_get_shown_when_wide (VbSidebarFrame *self)
{
  g_return_val_if_fail (VB_IS_SIDEBAR_FRAME (self), FALSE);

  return self->shown_when_wide;
}

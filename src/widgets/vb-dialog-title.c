/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-dialog-title.h"

struct _VbDialogTitle
{
  AdwBin parent_instance;

  GtkLabel *title;
  GtkLabel *subtitle;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  N_PROPS
} VbDialogTitleProperty;

G_DEFINE_FINAL_TYPE (VbDialogTitle, vb_dialog_title, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
vb_dialog_title_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbDialogTitle *self = VB_DIALOG_TITLE (object);

  switch ((VbDialogTitleProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, vb_dialog_title_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, vb_dialog_title_get_subtitle (self));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_dialog_title_set_property (GObject *object,
                              guint prop_id,
                              const GValue *value,
                              GParamSpec *pspec)
{
  VbDialogTitle *self = VB_DIALOG_TITLE (object);

  switch ((VbDialogTitleProperty) prop_id)
    {
    case PROP_TITLE:
      vb_dialog_title_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      vb_dialog_title_set_subtitle (self, g_value_get_string (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_dialog_title_class_init (VbDialogTitleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vb_dialog_title_get_property;
  object_class->set_property = vb_dialog_title_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-dialog-title.ui");
  gtk_widget_class_bind_template_child (widget_class, VbDialogTitle, title);
  gtk_widget_class_bind_template_child (widget_class, VbDialogTitle, subtitle);
}

static void
vb_dialog_title_init (VbDialogTitle *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_dialog_title_new (void)
{
  return g_object_new (VB_TYPE_DIALOG_TITLE, NULL);
}

const char *
vb_dialog_title_get_title (VbDialogTitle *self)
{
  g_return_val_if_fail (VB_IS_DIALOG_TITLE (self), NULL);

  return gtk_label_get_label (self->title);
}

void
vb_dialog_title_set_title (VbDialogTitle *self, const char *title)
{
  g_return_if_fail (VB_IS_DIALOG_TITLE (self));

  if (g_strcmp0 (gtk_label_get_label (self->title), title) == 0)
    return;
  gtk_label_set_label (self->title, title != NULL ? title : "");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
vb_dialog_title_get_subtitle (VbDialogTitle *self)
{
  g_return_val_if_fail (VB_IS_DIALOG_TITLE (self), NULL);

  return gtk_label_get_label (self->subtitle);
}

void
vb_dialog_title_set_subtitle (VbDialogTitle *self, const char *subtitle)
{
  g_return_if_fail (VB_IS_DIALOG_TITLE (self));

  if (g_strcmp0 (gtk_label_get_label (self->subtitle), subtitle) == 0)
    return;
  gtk_label_set_label (self->subtitle, subtitle != NULL ? subtitle : "");
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), subtitle != NULL && *subtitle != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

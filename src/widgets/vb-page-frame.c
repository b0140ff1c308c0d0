/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-page-frame.h"
#include "vb-page-layout.h"

struct _VbPageFrame
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkWidget *body;
  AdwBin *figures;
  AdwBin *content;
  GtkWidget *separator;
  AdwBin *inspector;
  AdwBin *empty_state;
};

typedef enum
{
  PROP_FIGURES = 1,
  PROP_CONTENT,
  PROP_INSPECTOR,
  PROP_EMPTY_STATE,
  PROP_EMPTY,
  N_PROPS
} VbPageFrameProperty;

G_DEFINE_FINAL_TYPE (VbPageFrame, vb_page_frame, ADW_TYPE_BIN)

static GParamSpec *properties[N_PROPS];

static void
set_part (VbPageFrame *self, AdwBin *bin, GtkWidget *part, VbPageFrameProperty property)
{
  if (adw_bin_get_child (bin) == part)
    return;

  adw_bin_set_child (bin, part);
  /* A stack cannot show a child that is hidden. */
  gtk_widget_set_visible (GTK_WIDGET (bin), part != NULL || bin == self->empty_state);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
vb_page_frame_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbPageFrame *self = VB_PAGE_FRAME (object);

  switch ((VbPageFrameProperty) prop_id)
    {
    case PROP_FIGURES:
      g_value_set_object (value, vb_page_frame_get_figures (self));
      break;
    case PROP_CONTENT:
      g_value_set_object (value, vb_page_frame_get_content (self));
      break;
    case PROP_INSPECTOR:
      g_value_set_object (value, vb_page_frame_get_inspector (self));
      break;
    case PROP_EMPTY_STATE:
      g_value_set_object (value, vb_page_frame_get_empty_state (self));
      break;
    case PROP_EMPTY:
      g_value_set_boolean (value, vb_page_frame_get_empty (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_page_frame_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbPageFrame *self = VB_PAGE_FRAME (object);

  switch ((VbPageFrameProperty) prop_id)
    {
    case PROP_FIGURES:
      vb_page_frame_set_figures (self, g_value_get_object (value));
      break;
    case PROP_CONTENT:
      vb_page_frame_set_content (self, g_value_get_object (value));
      break;
    case PROP_INSPECTOR:
      vb_page_frame_set_inspector (self, g_value_get_object (value));
      break;
    case PROP_EMPTY_STATE:
      vb_page_frame_set_empty_state (self, g_value_get_object (value));
      break;
    case PROP_EMPTY:
      vb_page_frame_set_empty (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_page_frame_class_init (VbPageFrameClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vb_page_frame_get_property;
  object_class->set_property = vb_page_frame_set_property;

  properties[PROP_FIGURES] = g_param_spec_object ("figures", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_CONTENT] = g_param_spec_object ("content", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_INSPECTOR] =
      g_param_spec_object ("inspector", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_EMPTY_STATE] =
      g_param_spec_object ("empty-state", NULL, NULL, GTK_TYPE_WIDGET, flags);
  properties[PROP_EMPTY] = g_param_spec_boolean ("empty", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-page-frame.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, stack);
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, body);
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, figures);
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, content);
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, separator);
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, inspector);
  gtk_widget_class_bind_template_child (widget_class, VbPageFrame, empty_state);
}

static void
vb_page_frame_init (VbPageFrame *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_widget_set_layout_manager (
      self->body, vb_page_layout_new (GTK_WIDGET (self->figures), GTK_WIDGET (self->content),
                                      self->separator, GTK_WIDGET (self->inspector)));
}

GtkWidget *
vb_page_frame_new (void)
{
  return g_object_new (VB_TYPE_PAGE_FRAME, NULL);
}

GtkWidget *
vb_page_frame_get_figures (VbPageFrame *self)
{
  g_return_val_if_fail (VB_IS_PAGE_FRAME (self), NULL);

  return adw_bin_get_child (self->figures);
}

void
vb_page_frame_set_figures (VbPageFrame *self, GtkWidget *figures)
{
  g_return_if_fail (VB_IS_PAGE_FRAME (self));

  set_part (self, self->figures, figures, PROP_FIGURES);
}

GtkWidget *
vb_page_frame_get_content (VbPageFrame *self)
{
  g_return_val_if_fail (VB_IS_PAGE_FRAME (self), NULL);

  return adw_bin_get_child (self->content);
}

void
vb_page_frame_set_content (VbPageFrame *self, GtkWidget *content)
{
  g_return_if_fail (VB_IS_PAGE_FRAME (self));

  set_part (self, self->content, content, PROP_CONTENT);
}

GtkWidget *
vb_page_frame_get_inspector (VbPageFrame *self)
{
  g_return_val_if_fail (VB_IS_PAGE_FRAME (self), NULL);

  return adw_bin_get_child (self->inspector);
}

void
vb_page_frame_set_inspector (VbPageFrame *self, GtkWidget *inspector)
{
  g_return_if_fail (VB_IS_PAGE_FRAME (self));

  set_part (self, self->inspector, inspector, PROP_INSPECTOR);
}

GtkWidget *
vb_page_frame_get_empty_state (VbPageFrame *self)
{
  g_return_val_if_fail (VB_IS_PAGE_FRAME (self), NULL);

  return adw_bin_get_child (self->empty_state);
}

void
vb_page_frame_set_empty_state (VbPageFrame *self, GtkWidget *empty_state)
{
  g_return_if_fail (VB_IS_PAGE_FRAME (self));

  set_part (self, self->empty_state, empty_state, PROP_EMPTY_STATE);
}

gboolean
vb_page_frame_get_empty (VbPageFrame *self)
{
  g_return_val_if_fail (VB_IS_PAGE_FRAME (self), FALSE);

  return g_str_equal (gtk_stack_get_visible_child_name (self->stack), "empty");
}

void
vb_page_frame_set_empty (VbPageFrame *self, gboolean empty)
{
  g_return_if_fail (VB_IS_PAGE_FRAME (self));

  if (vb_page_frame_get_empty (self) == !!empty)
    return;

  gtk_stack_set_visible_child_name (self->stack, empty ? "empty" : "body");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_EMPTY]);
}

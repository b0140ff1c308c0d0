/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-card.h"

struct _VbCard
{
  GtkWidget parent_instance;

  GtkWidget *child;

  GtkWidget *header;
  GtkBox *suffixes;
  GtkLabel *title_label;
  GtkLabel *subtitle_label;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_SUBTITLE,
  PROP_CHILD,
  N_PROPS
} VbCardProperty;

static void vb_card_buildable_init (GtkBuildableIface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (VbCard,
                               vb_card,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_BUILDABLE, vb_card_buildable_init))

static GParamSpec *properties[N_PROPS];
static GtkBuildableIface *parent_buildable_iface;

static void
update_header (VbCard *self)
{
  gboolean title = gtk_widget_get_visible (GTK_WIDGET (self->title_label));
  gboolean subtitle = gtk_widget_get_visible (GTK_WIDGET (self->subtitle_label));
  gboolean suffix = gtk_widget_get_first_child (GTK_WIDGET (self->suffixes)) != NULL;

  /* Alone it stands in the middle of the line of its suffixes. */
  gtk_widget_set_vexpand (GTK_WIDGET (self->title_label), !subtitle);
  gtk_widget_set_visible (self->header, title || subtitle || suffix);
}

static gboolean
set_text (VbCard *self, GtkLabel *label, const char *text)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_label_get_label (label), text))
    return FALSE;

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  update_header (self);

  return TRUE;
}

static void
vb_card_add_child (GtkBuildable *buildable, GtkBuilder *builder, GObject *child, const char *type)
{
  VbCard *self = VB_CARD (buildable);

  /* The template's own header comes in through here, too, before there is anything to add to. */
  if (self->suffixes == NULL || !GTK_IS_WIDGET (child))
    parent_buildable_iface->add_child (buildable, builder, child, type);
  else if (g_strcmp0 (type, "suffix") == 0)
    vb_card_add_suffix (self, GTK_WIDGET (child));
  else
    vb_card_set_child (self, GTK_WIDGET (child));
}

static void
vb_card_buildable_init (GtkBuildableIface *iface)
{
  parent_buildable_iface = g_type_interface_peek_parent (iface);
  iface->add_child = vb_card_add_child;
}

static void
vb_card_dispose (GObject *object)
{
  VbCard *self = VB_CARD (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_CARD);

  G_OBJECT_CLASS (vb_card_parent_class)->dispose (object);
}

/* A card stretches as what it holds does: a table that fills the page, a chart that does not. */
static void
vb_card_compute_expand (GtkWidget *widget, gboolean *hexpand, gboolean *vexpand)
{
  VbCard *self = VB_CARD (widget);

  *hexpand = TRUE;
  *vexpand =
      self->child != NULL && gtk_widget_compute_expand (self->child, GTK_ORIENTATION_VERTICAL);
}

static void
vb_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbCard *self = VB_CARD (object);

  switch ((VbCardProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, vb_card_get_title (self));
      break;
    case PROP_SUBTITLE:
      g_value_set_string (value, vb_card_get_subtitle (self));
      break;
    case PROP_CHILD:
      g_value_set_object (value, self->child);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbCard *self = VB_CARD (object);

  switch ((VbCardProperty) prop_id)
    {
    case PROP_TITLE:
      vb_card_set_title (self, g_value_get_string (value));
      break;
    case PROP_SUBTITLE:
      vb_card_set_subtitle (self, g_value_get_string (value));
      break;
    case PROP_CHILD:
      vb_card_set_child (self, g_value_get_object (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_card_class_init (VbCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vb_card_dispose;
  object_class->get_property = vb_card_get_property;
  object_class->set_property = vb_card_set_property;
  widget_class->compute_expand = vb_card_compute_expand;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_SUBTITLE] = g_param_spec_string ("subtitle", NULL, NULL, "", flags);
  properties[PROP_CHILD] = g_param_spec_object ("child", NULL, NULL, GTK_TYPE_WIDGET, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/vardbalans/Vardbalans/ui/widgets/vb-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VbCard, header);
  gtk_widget_class_bind_template_child (widget_class, VbCard, suffixes);
  gtk_widget_class_bind_template_child (widget_class, VbCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbCard, subtitle_label);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_card_init (VbCard *self)
{
  GtkLayoutManager *layout;

  gtk_widget_init_template (GTK_WIDGET (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 12);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
}

GtkWidget *
vb_card_new (const char *title, const char *subtitle)
{
  return g_object_new (VB_TYPE_CARD, "title", title, "subtitle", subtitle, NULL);
}

const char *
vb_card_get_title (VbCard *self)
{
  g_return_val_if_fail (VB_IS_CARD (self), NULL);

  return gtk_label_get_label (self->title_label);
}

void
vb_card_set_title (VbCard *self, const char *title)
{
  g_return_if_fail (VB_IS_CARD (self));

  if (set_text (self, self->title_label, title))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

const char *
vb_card_get_subtitle (VbCard *self)
{
  g_return_val_if_fail (VB_IS_CARD (self), NULL);

  return gtk_label_get_label (self->subtitle_label);
}

void
vb_card_set_subtitle (VbCard *self, const char *subtitle)
{
  g_return_if_fail (VB_IS_CARD (self));

  if (set_text (self, self->subtitle_label, subtitle))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUBTITLE]);
}

GtkWidget *
vb_card_get_child (VbCard *self)
{
  g_return_val_if_fail (VB_IS_CARD (self), NULL);

  return self->child;
}

void
vb_card_set_child (VbCard *self, GtkWidget *child)
{
  g_return_if_fail (VB_IS_CARD (self));
  g_return_if_fail (child == NULL || GTK_IS_WIDGET (child));

  if (self->child == child)
    return;

  g_clear_pointer (&self->child, gtk_widget_unparent);
  self->child = child;
  if (child != NULL)
    gtk_widget_set_parent (child, GTK_WIDGET (self));
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHILD]);
}

void
vb_card_add_suffix (VbCard *self, GtkWidget *suffix)
{
  g_return_if_fail (VB_IS_CARD (self));
  g_return_if_fail (GTK_IS_WIDGET (suffix));

  gtk_box_append (self->suffixes, suffix);
  update_header (self);
}

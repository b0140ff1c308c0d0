/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-key-figure.h"

#define MISSING "–"

struct _VbKeyFigure
{
  GtkToggleButton parent_instance;

  char *figure;

  GtkLabel *caption_label;
  GtkLabel *value_label;
  GtkLabel *word_label;
  GtkLabel *sub_label;
};

typedef enum
{
  PROP_FIGURE = 1,
  PROP_CAPTION,
  PROP_VALUE,
  PROP_WORD,
  PROP_SUB,
  N_PROPS
} VbKeyFigureProperty;

G_DEFINE_FINAL_TYPE (VbKeyFigure, vb_key_figure, GTK_TYPE_TOGGLE_BUTTON)

static GParamSpec *properties[N_PROPS];

/* A screen reader reads the card as one sentence, in the order the eye takes it. */
static void
update_accessible_label (VbKeyFigure *self)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->caption_label));
  const char *word = gtk_label_get_label (self->word_label);
  const char *sub = gtk_label_get_label (self->sub_label);

  g_string_append_printf (text, ": %s", gtk_label_get_label (self->value_label));
  if (*word != '\0')
    g_string_append_printf (text, " %s", word);
  if (*sub != '\0')
    g_string_append_printf (text, ", %s", sub);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

/* TRUE when the label's text changed. */
static gboolean
set_text (GtkLabel *label, const char *text)
{
  if (g_strcmp0 (gtk_label_get_label (label), text) == 0)
    return FALSE;

  gtk_label_set_label (label, text);

  return TRUE;
}

static gboolean
set_optional_text (GtkLabel *label, const char *text)
{
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');

  return set_text (label, text != NULL ? text : "");
}

/* The part of a card that is not said is NULL to callers, and an empty label inside. */
static const char *
get_optional_text (GtkLabel *label)
{
  const char *text = gtk_label_get_label (label);

  return *text != '\0' ? text : NULL;
}

static void
vb_key_figure_finalize (GObject *object)
{
  VbKeyFigure *self = VB_KEY_FIGURE (object);

  g_free (self->figure);

  G_OBJECT_CLASS (vb_key_figure_parent_class)->finalize (object);
}

static void
vb_key_figure_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_KEY_FIGURE);

  G_OBJECT_CLASS (vb_key_figure_parent_class)->dispose (object);
}

static void
vb_key_figure_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbKeyFigure *self = VB_KEY_FIGURE (object);

  switch ((VbKeyFigureProperty) prop_id)
    {
    case PROP_FIGURE:
      g_value_set_string (value, vb_key_figure_get_figure (self));
      break;
    case PROP_CAPTION:
      g_value_set_string (value, vb_key_figure_get_caption (self));
      break;
    case PROP_VALUE:
      g_value_set_string (value, vb_key_figure_get_value (self));
      break;
    case PROP_WORD:
      g_value_set_string (value, vb_key_figure_get_word (self));
      break;
    case PROP_SUB:
      g_value_set_string (value, vb_key_figure_get_sub (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_key_figure_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbKeyFigure *self = VB_KEY_FIGURE (object);

  switch ((VbKeyFigureProperty) prop_id)
    {
    case PROP_FIGURE:
      vb_key_figure_set_figure (self, g_value_get_string (value));
      break;
    case PROP_CAPTION:
      vb_key_figure_set_caption (self, g_value_get_string (value));
      break;
    case PROP_VALUE:
      vb_key_figure_set (self, g_value_get_string (value), vb_key_figure_get_word (self),
                         vb_key_figure_get_sub (self));
      break;
    case PROP_WORD:
      vb_key_figure_set (self, vb_key_figure_get_value (self), g_value_get_string (value),
                         vb_key_figure_get_sub (self));
      break;
    case PROP_SUB:
      vb_key_figure_set (self, vb_key_figure_get_value (self), vb_key_figure_get_word (self),
                         g_value_get_string (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_key_figure_class_init (VbKeyFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vb_key_figure_dispose;
  object_class->finalize = vb_key_figure_finalize;
  object_class->get_property = vb_key_figure_get_property;
  object_class->set_property = vb_key_figure_set_property;

  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, MISSING, flags);
  properties[PROP_WORD] = g_param_spec_string ("word", NULL, NULL, NULL, flags);
  properties[PROP_SUB] = g_param_spec_string ("sub", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-key-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, caption_label);
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, value_label);
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, word_label);
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, sub_label);
}

static void
vb_key_figure_init (VbKeyFigure *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_accessible_label (self);
}

VbKeyFigure *
vb_key_figure_new (const char *figure, const char *caption)
{
  return g_object_new (VB_TYPE_KEY_FIGURE, "figure", figure, "caption", caption, NULL);
}

const char *
vb_key_figure_get_figure (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return self->figure;
}

void
vb_key_figure_set_figure (VbKeyFigure *self, const char *figure)
{
  g_return_if_fail (VB_IS_KEY_FIGURE (self));

  if (g_strcmp0 (self->figure, figure) == 0)
    return;

  g_free (self->figure);
  self->figure = g_strdup (figure);

  /* A card without an explanation is text, not a button: it takes neither focus nor clicks. */
  gtk_widget_set_focusable (GTK_WIDGET (self), figure != NULL);
  gtk_widget_set_can_target (GTK_WIDGET (self), figure != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

const char *
vb_key_figure_get_caption (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return gtk_label_get_label (self->caption_label);
}

void
vb_key_figure_set_caption (VbKeyFigure *self, const char *caption)
{
  g_return_if_fail (VB_IS_KEY_FIGURE (self));

  if (!set_text (self->caption_label, caption != NULL ? caption : ""))
    return;

  update_accessible_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

const char *
vb_key_figure_get_value (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return gtk_label_get_label (self->value_label);
}

const char *
vb_key_figure_get_word (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return get_optional_text (self->word_label);
}

const char *
vb_key_figure_get_sub (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return get_optional_text (self->sub_label);
}

void
vb_key_figure_set (VbKeyFigure *self, const char *value, const char *word, const char *sub)
{
  gboolean value_changed, word_changed, sub_changed;

  g_return_if_fail (VB_IS_KEY_FIGURE (self));

  value_changed = set_text (self->value_label, value != NULL ? value : MISSING);
  word_changed = set_optional_text (self->word_label, word);
  sub_changed = set_optional_text (self->sub_label, sub);

  if (value_changed || word_changed || sub_changed)
    update_accessible_label (self);
  if (value_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  if (word_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORD]);
  if (sub_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUB]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-key-figure.h"

#define MISSING "–"

struct _VbKeyFigure
{
  GtkToggleButton parent_instance;

  char *figure;
  char *value;
  char *word;
  gboolean selectable;

  GtkLabel *caption_label;
  GtkLabel *value_label;
  GtkLabel *sub_label;
};

typedef enum
{
  PROP_FIGURE = 1,
  PROP_CAPTION,
  PROP_VALUE,
  PROP_WORD,
  PROP_SUB,
  PROP_SELECTABLE,
  N_PROPS
} VbKeyFigureProperty;

G_DEFINE_FINAL_TYPE (VbKeyFigure, vb_key_figure, GTK_TYPE_TOGGLE_BUTTON)

static GParamSpec *properties[N_PROPS];

/* A screen reader reads the card as one sentence, in the order the eye takes it. */
static void
update_accessible_label (VbKeyFigure *self)
{
  g_autoptr (GString) text = g_string_new (gtk_label_get_label (self->caption_label));
  const char *sub = gtk_label_get_label (self->sub_label);

  g_string_append_printf (text, ": %s", self->value);
  if (self->word != NULL)
    g_string_append_printf (text, " %s", self->word);
  if (*sub != '\0')
    g_string_append_printf (text, ", %s", sub);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text->str,
                                  -1);
}

/* Value and word are one label, so that the word moves below the value where the card is narrow. */
static void
update_value_label (VbKeyFigure *self)
{
  g_autofree char *markup = NULL;

  if (self->word != NULL)
    markup = g_markup_printf_escaped ("<span size=\"180%%\" weight=\"800\">%s</span> <b>%s</b>",
                                      self->value, self->word);
  else
    markup = g_markup_printf_escaped ("<span size=\"180%%\" weight=\"800\">%s</span>", self->value);

  gtk_label_set_markup (self->value_label, markup);
}

/* TRUE when the text changed; an empty one is none. */
static gboolean
replace_text (char **text, const char *replacement)
{
  if (replacement != NULL && *replacement == '\0')
    replacement = NULL;
  if (g_strcmp0 (*text, replacement) == 0)
    return FALSE;

  g_free (*text);
  *text = g_strdup (replacement);

  return TRUE;
}

static void
vb_key_figure_finalize (GObject *object)
{
  VbKeyFigure *self = VB_KEY_FIGURE (object);

  g_free (self->figure);
  g_free (self->value);
  g_free (self->word);

  G_OBJECT_CLASS (vb_key_figure_parent_class)->finalize (object);
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
    case PROP_SELECTABLE:
      g_value_set_boolean (value, vb_key_figure_get_selectable (self));
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
    case PROP_SELECTABLE:
      vb_key_figure_set_selectable (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_key_figure_clicked (GtkButton *button)
{
  if (VB_KEY_FIGURE (button)->selectable)
    GTK_BUTTON_CLASS (vb_key_figure_parent_class)->clicked (button);
}

static void
vb_key_figure_class_init (VbKeyFigureClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_key_figure_finalize;
  object_class->get_property = vb_key_figure_get_property;
  object_class->set_property = vb_key_figure_set_property;

  GTK_BUTTON_CLASS (klass)->clicked = vb_key_figure_clicked;

  properties[PROP_FIGURE] = g_param_spec_string ("figure", NULL, NULL, NULL, flags);
  properties[PROP_CAPTION] = g_param_spec_string ("caption", NULL, NULL, "", flags);
  properties[PROP_VALUE] = g_param_spec_string ("value", NULL, NULL, MISSING, flags);
  properties[PROP_WORD] = g_param_spec_string ("word", NULL, NULL, NULL, flags);
  properties[PROP_SUB] = g_param_spec_string ("sub", NULL, NULL, NULL, flags);
  properties[PROP_SELECTABLE] = g_param_spec_boolean ("selectable", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-key-figure.ui");
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, caption_label);
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, value_label);
  gtk_widget_class_bind_template_child (widget_class, VbKeyFigure, sub_label);
}

static void
vb_key_figure_init (VbKeyFigure *self)
{
  self->value = g_strdup (MISSING);
  self->selectable = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  update_value_label (self);
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
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_FIGURE]);
}

gboolean
vb_key_figure_get_selectable (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), FALSE);

  return self->selectable;
}

void
vb_key_figure_set_selectable (VbKeyFigure *self, gboolean selectable)
{
  g_return_if_fail (VB_IS_KEY_FIGURE (self));

  if (self->selectable == selectable)
    return;

  self->selectable = selectable;
  if (selectable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "plain");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "plain");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SELECTABLE]);
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

  if (caption == NULL)
    caption = "";
  if (g_str_equal (gtk_label_get_label (self->caption_label), caption))
    return;

  gtk_label_set_label (self->caption_label, caption);
  update_accessible_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAPTION]);
}

const char *
vb_key_figure_get_value (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return self->value;
}

const char *
vb_key_figure_get_word (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return self->word;
}

const char *
vb_key_figure_get_sub (VbKeyFigure *self)
{
  g_return_val_if_fail (VB_IS_KEY_FIGURE (self), NULL);

  return gtk_widget_get_visible (GTK_WIDGET (self->sub_label))
             ? gtk_label_get_label (self->sub_label)
             : NULL;
}

void
vb_key_figure_set (VbKeyFigure *self, const char *value, const char *word, const char *sub)
{
  gboolean value_changed, word_changed, sub_changed;

  g_return_if_fail (VB_IS_KEY_FIGURE (self));

  value_changed = replace_text (&self->value, value != NULL ? value : MISSING);
  word_changed = replace_text (&self->word, word);
  sub_changed = g_strcmp0 (vb_key_figure_get_sub (self), sub) != 0;

  if (value_changed || word_changed)
    update_value_label (self);
  if (sub_changed)
    {
      gtk_label_set_label (self->sub_label, sub != NULL ? sub : "");
      gtk_widget_set_visible (GTK_WIDGET (self->sub_label), sub != NULL);
    }
  if (value_changed || word_changed || sub_changed)
    update_accessible_label (self);
  if (value_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_VALUE]);
  if (word_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_WORD]);
  if (sub_changed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SUB]);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-source-card.h"

struct _VbSourceCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title_label;
  GtkLabel *formula_label;
  GtkLabel *numbers_label;
  GtkLabel *note_label;
  GtkBox *inputs;
};

typedef enum
{
  PROP_TITLE = 1,
  PROP_FORMULA,
  PROP_NUMBERS,
  PROP_NOTE,
  N_PROPS
} VbSourceCardProperty;

G_DEFINE_FINAL_TYPE (VbSourceCard, vb_source_card, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static void
set_text (VbSourceCard *self, GtkLabel *label, const char *text, VbSourceCardProperty property)
{
  if (text == NULL)
    text = "";
  if (g_str_equal (gtk_label_get_label (label), text))
    return;

  gtk_label_set_label (label, text);
  gtk_widget_set_visible (GTK_WIDGET (label), *text != '\0');
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
vb_source_card_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_SOURCE_CARD);

  G_OBJECT_CLASS (vb_source_card_parent_class)->dispose (object);
}

static void
vb_source_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbSourceCard *self = VB_SOURCE_CARD (object);

  switch ((VbSourceCardProperty) prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, vb_source_card_get_title (self));
      break;
    case PROP_FORMULA:
      g_value_set_string (value, vb_source_card_get_formula (self));
      break;
    case PROP_NUMBERS:
      g_value_set_string (value, vb_source_card_get_numbers (self));
      break;
    case PROP_NOTE:
      g_value_set_string (value, vb_source_card_get_note (self));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_source_card_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbSourceCard *self = VB_SOURCE_CARD (object);

  switch ((VbSourceCardProperty) prop_id)
    {
    case PROP_TITLE:
      vb_source_card_set_title (self, g_value_get_string (value));
      break;
    case PROP_FORMULA:
      vb_source_card_set_formula (self, g_value_get_string (value));
      break;
    case PROP_NUMBERS:
      vb_source_card_set_numbers (self, g_value_get_string (value));
      break;
    case PROP_NOTE:
      vb_source_card_set_note (self, g_value_get_string (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_source_card_class_init (VbSourceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vb_source_card_dispose;
  object_class->get_property = vb_source_card_get_property;
  object_class->set_property = vb_source_card_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_FORMULA] = g_param_spec_string ("formula", NULL, NULL, "", flags);
  properties[PROP_NUMBERS] = g_param_spec_string ("numbers", NULL, NULL, "", flags);
  properties[PROP_NOTE] = g_param_spec_string ("note", NULL, NULL, "", flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-source-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VbSourceCard, box);
  gtk_widget_class_bind_template_child (widget_class, VbSourceCard, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbSourceCard, formula_label);
  gtk_widget_class_bind_template_child (widget_class, VbSourceCard, numbers_label);
  gtk_widget_class_bind_template_child (widget_class, VbSourceCard, note_label);
  gtk_widget_class_bind_template_child (widget_class, VbSourceCard, inputs);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_source_card_init (VbSourceCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
}

GtkWidget *
vb_source_card_new (void)
{
  return g_object_new (VB_TYPE_SOURCE_CARD, NULL);
}

const char *
vb_source_card_get_title (VbSourceCard *self)
{
  g_return_val_if_fail (VB_IS_SOURCE_CARD (self), NULL);

  return gtk_label_get_label (self->title_label);
}

void
vb_source_card_set_title (VbSourceCard *self, const char *title)
{
  g_return_if_fail (VB_IS_SOURCE_CARD (self));

  set_text (self, self->title_label, title, PROP_TITLE);
}

const char *
vb_source_card_get_formula (VbSourceCard *self)
{
  g_return_val_if_fail (VB_IS_SOURCE_CARD (self), NULL);

  return gtk_label_get_label (self->formula_label);
}

void
vb_source_card_set_formula (VbSourceCard *self, const char *formula)
{
  g_return_if_fail (VB_IS_SOURCE_CARD (self));

  set_text (self, self->formula_label, formula, PROP_FORMULA);
}

const char *
vb_source_card_get_numbers (VbSourceCard *self)
{
  g_return_val_if_fail (VB_IS_SOURCE_CARD (self), NULL);

  return gtk_label_get_label (self->numbers_label);
}

void
vb_source_card_set_numbers (VbSourceCard *self, const char *numbers)
{
  g_return_if_fail (VB_IS_SOURCE_CARD (self));

  set_text (self, self->numbers_label, numbers, PROP_NUMBERS);
}

const char *
vb_source_card_get_note (VbSourceCard *self)
{
  g_return_val_if_fail (VB_IS_SOURCE_CARD (self), NULL);

  return gtk_label_get_label (self->note_label);
}

void
vb_source_card_set_note (VbSourceCard *self, const char *note)
{
  g_return_if_fail (VB_IS_SOURCE_CARD (self));

  set_text (self, self->note_label, note, PROP_NOTE);
}

static GtkWidget *
make_label (const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_natural_wrap_mode (GTK_LABEL (label), GTK_NATURAL_WRAP_NONE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);

  return label;
}

void
vb_source_card_add_input (VbSourceCard *self,
                          const char *value,
                          const char *name,
                          const char *source,
                          VbProvenance provenance)
{
  GtkWidget *input = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_grid_new (); /* a box would try widths for the wrapping label */
  g_autofree char *value_markup = g_markup_printf_escaped ("<b>%s</b> %s", value, name);
  GtkWidget *what, *chip;

  g_return_if_fail (VB_IS_SOURCE_CARD (self));
  g_return_if_fail (value != NULL && name != NULL);

  what = make_label (NULL, "numeric");
  gtk_label_set_markup (GTK_LABEL (what), value_markup);
  gtk_widget_set_hexpand (what, TRUE);
  gtk_grid_set_column_spacing (GTK_GRID (line), 6);
  gtk_grid_attach (GTK_GRID (line), what, 0, 0, 1, 1);

  chip = make_label (vb_provenance_get_label (provenance), "chip");
  gtk_label_set_wrap (GTK_LABEL (chip), FALSE);
  gtk_widget_set_valign (chip, GTK_ALIGN_START);
  gtk_widget_add_css_class (chip, vb_provenance_to_id (provenance));
  gtk_grid_attach (GTK_GRID (line), chip, 1, 0, 1, 1);

  gtk_box_append (GTK_BOX (input), line);
  if (source != NULL && *source != '\0')
    {
      GtkWidget *label = make_label (source, "caption");

      gtk_widget_add_css_class (label, "dim-label");
      gtk_box_append (GTK_BOX (input), label);
    }

  gtk_box_append (self->inputs, input);
  gtk_widget_set_visible (GTK_WIDGET (self->inputs), TRUE);
}

void
vb_source_card_clear_inputs (VbSourceCard *self)
{
  GtkWidget *input;

  g_return_if_fail (VB_IS_SOURCE_CARD (self));

  while ((input = gtk_widget_get_first_child (GTK_WIDGET (self->inputs))) != NULL)
    gtk_box_remove (self->inputs, input);
  gtk_widget_set_visible (GTK_WIDGET (self->inputs), FALSE);
}

guint
vb_source_card_get_n_inputs (VbSourceCard *self)
{
  guint n = 0;

  g_return_val_if_fail (VB_IS_SOURCE_CARD (self), 0);

  for (GtkWidget *input = gtk_widget_get_first_child (GTK_WIDGET (self->inputs)); input != NULL;
       input = gtk_widget_get_next_sibling (input))
    n++;

  return n;
}

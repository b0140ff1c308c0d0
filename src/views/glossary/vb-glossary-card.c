/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-glossary-card.h"

#include <glib/gi18n-lib.h>

struct _VbGlossaryCard
{
  AdwBin parent_instance;

  VbGlossary *glossary;

  GtkLabel *term_label;
  GtkLabel *translation_label;
  GtkLabel *status_label;
  GtkLabel *definition_label;
  GtkLabel *also_label;
  GtkLabel *unit_label;
  GtkLabel *computed_label;
  GtkLabel *source_label;
  GtkLabel *related_label;
};

enum
{
  SIGNAL_TERM_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbGlossaryCard, vb_glossary_card, ADW_TYPE_BIN)

static guint signals[N_SIGNALS];

/* What a term does not have takes no room, and neither does its caption. */
static void
show_text (GtkLabel *label, const char *text)
{
  gtk_label_set_label (label, text);
  gtk_widget_set_visible (gtk_widget_get_parent (GTK_WIDGET (label)), *text != '\0');
}

/* Other words for a term are told in the reader's language only. */
static void
show_also (VbGlossaryCard *self, VbGlossaryTerm *term)
{
  const VbBilingual *name = vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_TERM);
  const VbBilingual *also = vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_ALSO);
  const char *words = vb_bilingual_get (name) == name->sv ? also->sv : also->en;

  show_text (self->also_label, words != NULL ? words : "");
}

static void
show_translation (VbGlossaryCard *self, const VbBilingual *text)
{
  gboolean shows_swedish = vb_bilingual_get (text) == text->sv;
  const char *translation = shows_swedish ? text->en : text->sv;
  g_autofree char *line = NULL;

  gtk_widget_set_visible (GTK_WIDGET (self->translation_label), translation != NULL);
  if (translation == NULL)
    return;

  line = shows_swedish
             /* Translators: %s is the English word for a term of the glossary */
             ? g_strdup_printf (_ ("In English: %s"), translation)
             /* Translators: %s is the Swedish word for a term of the glossary */
             : g_strdup_printf (_ ("In Swedish: %s"), translation);
  gtk_label_set_label (self->translation_label, line);
}

static void
show_status (VbGlossaryCard *self, VbWording wording)
{
  gtk_label_set_label (self->status_label, vb_wording_get_label (wording));
  if (wording == VB_WORDING_OWN)
    gtk_widget_add_css_class (GTK_WIDGET (self->status_label), "illustrative");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->status_label), "illustrative");
}

static void
show_related (VbGlossaryCard *self, VbGlossaryTerm *term)
{
  const char *const *ids = vb_glossary_term_get_related (term);
  g_autoptr (GString) links = g_string_new (NULL);

  for (guint i = 0; ids[i] != NULL; i++)
    {
      VbGlossaryTerm *related = vb_glossary_find (self->glossary, ids[i]);
      g_autofree char *link = NULL;

      if (related == NULL)
        continue;
      link = g_markup_printf_escaped (
          "<a href=\"%s\">%s</a>", ids[i],
          vb_bilingual_get (vb_glossary_term_get_text (related, VB_GLOSSARY_FIELD_TERM)));
      g_string_append_printf (links, "%s%s", links->len > 0 ? "\n" : "", link);
    }

  show_text (self->related_label, links->str);
}

static gboolean
on_related_activated (VbGlossaryCard *self, const char *id)
{
  VbGlossaryTerm *term = vb_glossary_find (self->glossary, id);

  if (term != NULL)
    g_signal_emit (self, signals[SIGNAL_TERM_ACTIVATED], 0, term);

  return GDK_EVENT_STOP;
}

static void
vb_glossary_card_dispose (GObject *object)
{
  g_clear_object (&VB_GLOSSARY_CARD (object)->glossary);

  G_OBJECT_CLASS (vb_glossary_card_parent_class)->dispose (object);
}

static void
vb_glossary_card_class_init (VbGlossaryCardClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_glossary_card_dispose;

  signals[SIGNAL_TERM_ACTIVATED] =
      g_signal_new ("term-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, VB_TYPE_GLOSSARY_TERM);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/glossary/vb-glossary-card.ui");
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, term_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, translation_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, status_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, definition_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, also_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, unit_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, computed_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, source_label);
  gtk_widget_class_bind_template_child (widget_class, VbGlossaryCard, related_label);
  gtk_widget_class_bind_template_callback (widget_class, on_related_activated);
}

static void
vb_glossary_card_init (VbGlossaryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_glossary_card_new (void)
{
  return g_object_new (VB_TYPE_GLOSSARY_CARD, NULL);
}

void
vb_glossary_card_show (VbGlossaryCard *self, VbGlossary *glossary, VbGlossaryTerm *term)
{
  const struct
  {
    GtkLabel *label;
    VbGlossaryField field;
  } texts[] = {
    { self->definition_label, VB_GLOSSARY_FIELD_DEFINITION },
    { self->unit_label, VB_GLOSSARY_FIELD_UNIT },
    { self->computed_label, VB_GLOSSARY_FIELD_COMPUTED },
    { self->source_label, VB_GLOSSARY_FIELD_SOURCE },
  };
  const VbBilingual *name = vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_TERM);

  g_return_if_fail (VB_IS_GLOSSARY_CARD (self));
  g_return_if_fail (VB_IS_GLOSSARY (glossary));
  g_return_if_fail (VB_IS_GLOSSARY_TERM (term));

  g_set_object (&self->glossary, glossary);
  gtk_label_set_label (self->term_label, vb_bilingual_get (name));
  show_translation (self, name);
  show_also (self, term);
  show_status (self, vb_glossary_term_get_wording (term));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    show_text (texts[i].label, vb_bilingual_get (vb_glossary_term_get_text (term, texts[i].field)));
  show_related (self, term);
}

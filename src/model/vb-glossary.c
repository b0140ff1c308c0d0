/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-glossary.h"

#include "vb-measure.h"

struct _VbGlossary
{
  GObject parent_instance;

  GPtrArray *terms;
  GHashTable *by_id;      /* id → term */
  GHashTable *by_measure; /* VbMeasureId → term */
  GHashTable *by_figure;  /* its name → term */
};

static GType
vb_glossary_get_item_type (GListModel *model)
{
  return VB_TYPE_GLOSSARY_TERM;
}

static guint
vb_glossary_get_n_items (GListModel *model)
{
  return VB_GLOSSARY (model)->terms->len;
}

static gpointer
vb_glossary_get_item (GListModel *model, guint position)
{
  VbGlossary *self = VB_GLOSSARY (model);

  if (position >= self->terms->len)
    return NULL;
  return g_object_ref (self->terms->pdata[position]);
}

static void
vb_glossary_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = vb_glossary_get_item_type;
  iface->get_n_items = vb_glossary_get_n_items;
  iface->get_item = vb_glossary_get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (VbGlossary,
                               vb_glossary,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      vb_glossary_list_model_init))

static void
vb_glossary_finalize (GObject *object)
{
  VbGlossary *self = VB_GLOSSARY (object);

  g_hash_table_unref (self->by_id);
  g_hash_table_unref (self->by_measure);
  g_hash_table_unref (self->by_figure);
  g_ptr_array_unref (self->terms);

  G_OBJECT_CLASS (vb_glossary_parent_class)->finalize (object);
}

static void
vb_glossary_class_init (VbGlossaryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_glossary_finalize;
}

static void
vb_glossary_init (VbGlossary *self)
{
  self->terms = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
  self->by_measure = g_hash_table_new (NULL, NULL);
  self->by_figure = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

VbGlossary *
vb_glossary_new (void)
{
  return g_object_new (VB_TYPE_GLOSSARY, NULL);
}

gboolean
vb_glossary_add (VbGlossary *self, VbGlossaryTerm *term)
{
  VbMeasureId measure;

  g_return_val_if_fail (VB_IS_GLOSSARY (self), FALSE);
  g_return_val_if_fail (VB_IS_GLOSSARY_TERM (term), FALSE);

  measure = vb_glossary_term_get_measure (term);
  if (vb_glossary_find (self, vb_glossary_term_get_id (term)) != NULL
      || vb_glossary_find_measure (self, measure) != NULL)
    return FALSE;

  g_hash_table_insert (self->by_id, (gpointer) vb_glossary_term_get_id (term), term);
  if (measure != VB_MEASURE_NONE)
    g_hash_table_insert (self->by_measure, GUINT_TO_POINTER (measure), term);
  g_ptr_array_add (self->terms, g_object_ref (term));
  g_list_model_items_changed (G_LIST_MODEL (self), self->terms->len - 1, 0, 1);
  return TRUE;
}

gboolean
vb_glossary_add_figure (VbGlossary *self, const char *figure, VbGlossaryTerm *term)
{
  g_return_val_if_fail (VB_IS_GLOSSARY (self), FALSE);
  g_return_val_if_fail (figure != NULL, FALSE);
  g_return_val_if_fail (vb_glossary_find (self, vb_glossary_term_get_id (term)) == term, FALSE);

  if (vb_glossary_find_figure (self, figure) != NULL)
    return FALSE;

  g_hash_table_insert (self->by_figure, g_strdup (figure), term);
  return TRUE;
}

VbGlossaryTerm *
vb_glossary_find (VbGlossary *self, const char *id)
{
  g_return_val_if_fail (VB_IS_GLOSSARY (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return g_hash_table_lookup (self->by_id, id);
}

VbGlossaryTerm *
vb_glossary_find_measure (VbGlossary *self, VbMeasureId measure)
{
  g_return_val_if_fail (VB_IS_GLOSSARY (self), NULL);

  return g_hash_table_lookup (self->by_measure, GUINT_TO_POINTER (measure));
}

VbGlossaryTerm *
vb_glossary_find_figure (VbGlossary *self, const char *figure)
{
  VbGlossaryTerm *term;
  const VbMeasure *measure;

  g_return_val_if_fail (VB_IS_GLOSSARY (self), NULL);
  g_return_val_if_fail (figure != NULL, NULL);

  term = g_hash_table_lookup (self->by_figure, figure);
  if (term != NULL)
    return term;

  measure = vb_measure_find (figure);
  return measure != NULL ? vb_glossary_find_measure (self, measure->id) : NULL;
}

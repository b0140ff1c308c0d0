/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder.h"

#include <glib/gi18n-lib.h>

#include "vb-error.h"

typedef struct
{
  VbBilingual name;
  VbBilingual description;
} Step;

struct _VbLadder
{
  GObject parent_instance;

  char *id;
  char *version;
  VbBilingual name;
  VbBilingual source;
  VbBilingual notice;
  VbWording wording;
  VbAnswer at_least;
  double share_yes;
  guint n_steps;
  Step steps[VB_LADDER_MAX_STEPS + 1]; /* by step; [0] is not used */
  GListStore *areas;
  /* What the lists hold, flat; made when first asked for, which is after the filling in. */
  GPtrArray *statements;     /* of VbLadderStatement */
  GArray *statement_areas;   /* of guint */
  GHashTable *statement_ids; /* id → place */
};

G_DEFINE_FINAL_TYPE (VbLadder, vb_ladder, G_TYPE_OBJECT)

static void
vb_ladder_finalize (GObject *object)
{
  VbLadder *self = VB_LADDER (object);

  g_free (self->id);
  g_free (self->version);
  vb_bilingual_clear (&self->name);
  vb_bilingual_clear (&self->source);
  vb_bilingual_clear (&self->notice);
  for (guint step = 0; step < G_N_ELEMENTS (self->steps); step++)
    {
      vb_bilingual_clear (&self->steps[step].name);
      vb_bilingual_clear (&self->steps[step].description);
    }
  g_object_unref (self->areas);
  g_clear_pointer (&self->statements, g_ptr_array_unref);
  g_clear_pointer (&self->statement_areas, g_array_unref);
  g_clear_pointer (&self->statement_ids, g_hash_table_unref);

  G_OBJECT_CLASS (vb_ladder_parent_class)->finalize (object);
}

static void
vb_ladder_class_init (VbLadderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_ladder_finalize;
}

static void
vb_ladder_init (VbLadder *self)
{
  self->at_least = VB_ANSWER_MOSTLY;
  self->share_yes = 0.5;
  self->areas = g_list_store_new (VB_TYPE_LADDER_AREA);
}

VbLadder *
vb_ladder_new (const char *id, const char *version, guint n_steps)
{
  VbLadder *self;

  g_return_val_if_fail (vb_ladder_id_is_valid (id), NULL);
  g_return_val_if_fail (vb_ladder_id_is_valid (version), NULL);
  g_return_val_if_fail (n_steps >= 2 && n_steps <= VB_LADDER_MAX_STEPS, NULL);

  self = g_object_new (VB_TYPE_LADDER, NULL);
  self->id = g_strdup (id);
  self->version = g_strdup (version);
  self->n_steps = n_steps;
  return self;
}

void
vb_ladder_set_name (VbLadder *self, const VbBilingual *name)
{
  g_return_if_fail (VB_IS_LADDER (self));

  vb_bilingual_copy (&self->name, name);
}

void
vb_ladder_set_source (VbLadder *self, const VbBilingual *source)
{
  g_return_if_fail (VB_IS_LADDER (self));

  vb_bilingual_copy (&self->source, source);
}

void
vb_ladder_set_notice (VbLadder *self, const VbBilingual *notice)
{
  g_return_if_fail (VB_IS_LADDER (self));

  vb_bilingual_copy (&self->notice, notice);
}

void
vb_ladder_set_wording (VbLadder *self, VbWording wording)
{
  g_return_if_fail (VB_IS_LADDER (self));

  self->wording = wording;
}

void
vb_ladder_set_rule (VbLadder *self, VbAnswer at_least, double share_yes)
{
  g_return_if_fail (VB_IS_LADDER (self));
  g_return_if_fail (at_least >= VB_ANSWER_PARTLY && at_least <= VB_ANSWER_YES);
  g_return_if_fail (share_yes >= 0 && share_yes <= 1);

  self->at_least = at_least;
  self->share_yes = share_yes;
}

void
vb_ladder_set_step (VbLadder *self,
                    guint step,
                    const VbBilingual *name,
                    const VbBilingual *description)
{
  g_return_if_fail (VB_IS_LADDER (self));
  g_return_if_fail (step >= 1 && step <= self->n_steps);

  vb_bilingual_copy (&self->steps[step].name, name);
  vb_bilingual_copy (&self->steps[step].description, description);
}

void
vb_ladder_add_area (VbLadder *self, VbLadderArea *area)
{
  g_return_if_fail (VB_IS_LADDER (self));
  g_return_if_fail (VB_IS_LADDER_AREA (area));

  g_list_store_append (self->areas, area);
}

gboolean
vb_ladder_id_is_valid (const char *id)
{
  if (id == NULL || !g_ascii_isalnum (*id))
    return FALSE;
  for (; *id != '\0'; id++)
    if (!g_ascii_isalnum (*id) && strchr ("._-", *id) == NULL)
      return FALSE;
  return TRUE;
}

/* Takes note of the ids of @area's statements and of the steps that have some. */
static gboolean
validate_statements (VbLadderArea *area, GHashTable *ids, gboolean *has_step, GError **error)
{
  GListModel *statements = vb_ladder_area_get_statements (area);

  for (guint i = 0; i < g_list_model_get_n_items (statements); i++)
    {
      g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, i);

      if (!g_hash_table_add (ids, (gpointer) vb_ladder_statement_get_id (statement)))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("Area “%s”: expected every statement to have an id of its own, found "
                          "“%s” twice"),
                       vb_ladder_area_get_id (area), vb_ladder_statement_get_id (statement));
          return FALSE;
        }
      has_step[vb_ladder_statement_get_step (statement)] = TRUE;
    }
  return TRUE;
}

static gboolean
validate_area (VbLadder *self, VbLadderArea *area, GHashTable *ids, GError **error)
{
  gboolean has_step[VB_LADDER_MAX_STEPS + 1] = { FALSE };
  guint last = vb_ladder_area_get_last_step (area);

  if (last < 2 || last > self->n_steps)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("Area “%s”: expected statements for the steps 2 to %u, found %u as the last"),
                   vb_ladder_area_get_id (area), self->n_steps, last);
      return FALSE;
    }
  if (!validate_statements (area, ids, has_step, error))
    return FALSE;
  for (guint step = 2; step < last; step++)
    if (!has_step[step])
      {
        g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                     _ ("Area “%s”: expected statements for every step up to %u, found none for "
                        "step %u"),
                     vb_ladder_area_get_id (area), last, step);
        return FALSE;
      }
  return TRUE;
}

gboolean
vb_ladder_validate (VbLadder *self, GError **error)
{
  g_autoptr (GHashTable) area_ids = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GHashTable) statement_ids = g_hash_table_new (g_str_hash, g_str_equal);
  gboolean any_mandatory = FALSE;

  g_return_val_if_fail (VB_IS_LADDER (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->areas)); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (G_LIST_MODEL (self->areas), i);

      if (!g_hash_table_add (area_ids, (gpointer) vb_ladder_area_get_id (area)))
        {
          g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                       _ ("Expected every area to have an id of its own, found “%s” twice"),
                       vb_ladder_area_get_id (area));
          return FALSE;
        }
      if (!validate_area (self, area, statement_ids, error))
        return FALSE;
      any_mandatory |= vb_ladder_area_get_mandatory (area);
    }
  if (!any_mandatory)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("Expected at least one mandatory area, found none"));
      return FALSE;
    }
  return TRUE;
}

const char *
vb_ladder_get_id (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  return self->id;
}

const char *
vb_ladder_get_version (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  return self->version;
}

const VbBilingual *
vb_ladder_get_name (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  return &self->name;
}

const VbBilingual *
vb_ladder_get_source (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  return &self->source;
}

const VbBilingual *
vb_ladder_get_notice (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  return &self->notice;
}

VbWording
vb_ladder_get_wording (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), VB_WORDING_OWN);

  return self->wording;
}

guint
vb_ladder_get_n_steps (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), 0);

  return self->n_steps;
}

const VbBilingual *
vb_ladder_get_step_name (VbLadder *self, guint step)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);
  g_return_val_if_fail (step >= 1 && step <= self->n_steps, NULL);

  return &self->steps[step].name;
}

const VbBilingual *
vb_ladder_get_step_description (VbLadder *self, guint step)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);
  g_return_val_if_fail (step >= 1 && step <= self->n_steps, NULL);

  return &self->steps[step].description;
}

VbAnswer
vb_ladder_get_at_least (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), VB_ANSWER_NONE);

  return self->at_least;
}

double
vb_ladder_get_share_yes (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), 0);

  return self->share_yes;
}

GListModel *
vb_ladder_get_areas (VbLadder *self)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  return G_LIST_MODEL (self->areas);
}

guint
vb_ladder_get_n_statements (VbLadder *self)
{
  guint n = 0;

  g_return_val_if_fail (VB_IS_LADDER (self), 0);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->areas)); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (G_LIST_MODEL (self->areas), i);

      n += g_list_model_get_n_items (vb_ladder_area_get_statements (area));
    }
  return n;
}

VbLadderArea *
vb_ladder_find_area (VbLadder *self, const char *id)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->areas)); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (G_LIST_MODEL (self->areas), i);

      if (g_str_equal (vb_ladder_area_get_id (area), id))
        return area; /* the list keeps it alive */
    }
  return NULL;
}

VbLadderStatement *
vb_ladder_find_statement (VbLadder *self, const char *id)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->areas)); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (G_LIST_MODEL (self->areas), i);
      GListModel *statements = vb_ladder_area_get_statements (area);

      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          g_autoptr (VbLadderStatement) statement = g_list_model_get_item (statements, j);

          if (g_str_equal (vb_ladder_statement_get_id (statement), id))
            return statement; /* the list keeps it alive */
        }
    }
  return NULL;
}

/* ---- places ---------------------------------------------------------------------------------- */

static void
ensure_places (VbLadder *self)
{
  if (self->statements != NULL)
    return;
  self->statements = g_ptr_array_new_with_free_func (g_object_unref);
  self->statement_areas = g_array_new (FALSE, FALSE, sizeof (guint));
  self->statement_ids = g_hash_table_new (g_str_hash, g_str_equal);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->areas)); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (G_LIST_MODEL (self->areas), i);
      GListModel *statements = vb_ladder_area_get_statements (area);

      for (guint j = 0; j < g_list_model_get_n_items (statements); j++)
        {
          VbLadderStatement *statement = g_list_model_get_item (statements, j);

          g_hash_table_insert (self->statement_ids,
                               (gpointer) vb_ladder_statement_get_id (statement),
                               GUINT_TO_POINTER (self->statements->len));
          g_ptr_array_add (self->statements, statement);
          g_array_append_val (self->statement_areas, i);
        }
    }
}

VbLadderStatement *
vb_ladder_get_statement (VbLadder *self, guint index)
{
  g_return_val_if_fail (VB_IS_LADDER (self), NULL);

  ensure_places (self);
  g_return_val_if_fail (index < self->statements->len, NULL);

  return self->statements->pdata[index];
}

gboolean
vb_ladder_find_statement_index (VbLadder *self, const char *id, guint *index)
{
  gpointer place;

  g_return_val_if_fail (VB_IS_LADDER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  ensure_places (self);
  if (!g_hash_table_lookup_extended (self->statement_ids, id, NULL, &place))
    return FALSE;
  *index = GPOINTER_TO_UINT (place);
  return TRUE;
}

gboolean
vb_ladder_find_area_index (VbLadder *self, const char *id, guint *index)
{
  g_return_val_if_fail (VB_IS_LADDER (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->areas)); i++)
    {
      g_autoptr (VbLadderArea) area = g_list_model_get_item (G_LIST_MODEL (self->areas), i);

      if (g_str_equal (vb_ladder_area_get_id (area), id))
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

guint
vb_ladder_get_statement_area (VbLadder *self, guint index)
{
  g_return_val_if_fail (VB_IS_LADDER (self), 0);

  ensure_places (self);
  g_return_val_if_fail (index < self->statement_areas->len, 0);

  return g_array_index (self->statement_areas, guint, index);
}

/* ---- sameness -------------------------------------------------------------------------------- */

static gboolean
is_same_statement (VbLadderStatement *a, VbLadderStatement *b)
{
  return g_str_equal (vb_ladder_statement_get_id (a), vb_ladder_statement_get_id (b))
         && vb_ladder_statement_get_step (a) == vb_ladder_statement_get_step (b)
         && vb_ladder_statement_get_level (a) == vb_ladder_statement_get_level (b)
         && vb_bilingual_equal (vb_ladder_statement_get_text (a), vb_ladder_statement_get_text (b))
         && vb_bilingual_equal (vb_ladder_statement_get_evidence (a),
                                vb_ladder_statement_get_evidence (b));
}

static gboolean
is_same_area (VbLadderArea *a, VbLadderArea *b)
{
  if (!g_str_equal (vb_ladder_area_get_id (a), vb_ladder_area_get_id (b))
      || vb_ladder_area_get_mandatory (a) != vb_ladder_area_get_mandatory (b)
      || !vb_bilingual_equal (vb_ladder_area_get_name (a), vb_ladder_area_get_name (b))
      || !vb_bilingual_equal (vb_ladder_area_get_question (a), vb_ladder_area_get_question (b))
      || !vb_bilingual_equal (vb_ladder_area_get_help (a), vb_ladder_area_get_help (b)))
    return FALSE;
  for (guint step = 1; step <= VB_LADDER_MAX_STEPS; step++)
    if (!vb_bilingual_equal (vb_ladder_area_get_step_text (a, step),
                             vb_ladder_area_get_step_text (b, step)))
      return FALSE;
  return TRUE;
}

static gboolean
has_same_head (VbLadder *a, VbLadder *b)
{
  if (!g_str_equal (a->id, b->id) || !g_str_equal (a->version, b->version)
      || a->n_steps != b->n_steps || a->wording != b->wording || a->at_least != b->at_least
      || a->share_yes != b->share_yes || !vb_bilingual_equal (&a->name, &b->name)
      || !vb_bilingual_equal (&a->source, &b->source)
      || !vb_bilingual_equal (&a->notice, &b->notice))
    return FALSE;
  for (guint step = 1; step <= a->n_steps; step++)
    if (!vb_bilingual_equal (&a->steps[step].name, &b->steps[step].name)
        || !vb_bilingual_equal (&a->steps[step].description, &b->steps[step].description))
      return FALSE;
  return TRUE;
}

gboolean
vb_ladder_equal (VbLadder *self, VbLadder *other)
{
  guint n_areas;

  g_return_val_if_fail (VB_IS_LADDER (self), FALSE);
  g_return_val_if_fail (VB_IS_LADDER (other), FALSE);

  if (self == other)
    return TRUE;
  ensure_places (self);
  ensure_places (other);
  n_areas = g_list_model_get_n_items (G_LIST_MODEL (self->areas));
  if (!has_same_head (self, other)
      || g_list_model_get_n_items (G_LIST_MODEL (other->areas)) != n_areas
      || self->statements->len != other->statements->len)
    return FALSE;
  for (guint i = 0; i < n_areas; i++)
    {
      g_autoptr (VbLadderArea) one = g_list_model_get_item (G_LIST_MODEL (self->areas), i);
      g_autoptr (VbLadderArea) two = g_list_model_get_item (G_LIST_MODEL (other->areas), i);

      if (!is_same_area (one, two))
        return FALSE;
    }
  for (guint i = 0; i < self->statements->len; i++)
    if (vb_ladder_get_statement_area (self, i) != vb_ladder_get_statement_area (other, i)
        || !is_same_statement (self->statements->pdata[i], other->statements->pdata[i]))
      return FALSE;
  return TRUE;
}

/* The first 62 bits of SHA-256 ("id\nversion"), as ids of documents have 62; never 0. */
gint64
vb_ladder_make_id (const char *id, const char *version)
{
  g_autoptr (GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  guint8 digest[32];
  gsize size = sizeof digest;
  guint64 number = 0;

  g_return_val_if_fail (id != NULL, 0);
  g_return_val_if_fail (version != NULL, 0);

  g_checksum_update (checksum, (const guchar *) id, -1);
  g_checksum_update (checksum, (const guchar *) "\n", 1);
  g_checksum_update (checksum, (const guchar *) version, -1);
  g_checksum_get_digest (checksum, digest, &size);
  for (guint i = 0; i < 8; i++)
    number = number << 8 | digest[i];
  return MAX ((gint64) (number >> 2), 1);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which target is in force, as the engine finds it, but of one unit and with the decision itself.
 */
#include "vb-document-targets.h"

#include "vb-need.h"

#define WHOLE_DOCUMENT G_MAXUINT32

/* From a root down to the unit that is asked about, as a tree of the engine. */
typedef struct
{
  GPtrArray *units; /* of VbUnit, not owned */
  GArray *parents;  /* gint32 */
  GByteArray *care_types;
} Chain;

static void
chain_init (Chain *self, VbUnit *unit)
{
  self->units = g_ptr_array_new ();
  self->parents = g_array_new (FALSE, FALSE, sizeof (gint32));
  self->care_types = g_byte_array_new ();
  for (VbUnit *at = unit; at != NULL; at = vb_unit_get_parent (at))
    g_ptr_array_insert (self->units, 0, at);
  for (gint32 i = 0; i < (gint32) self->units->len; i++)
    {
      gint32 parent = i - 1;
      guint8 care_type = (guint8) vb_unit_get_care_type (self->units->pdata[i]);

      g_array_append_val (self->parents, parent);
      g_byte_array_append (self->care_types, &care_type, 1);
    }
}

static void
chain_clear (Chain *self)
{
  g_ptr_array_unref (self->units);
  g_array_unref (self->parents);
  g_byte_array_unref (self->care_types);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Chain, chain_clear)

typedef struct
{
  VbTargetInput input;
  VbTarget *target; /* not owned */
} Candidate;

static int
compare_candidates (gconstpointer a, gconstpointer b)
{
  const VbTargetInput *x = &((const Candidate *) a)->input;
  const VbTargetInput *y = &((const Candidate *) b)->input;

  if (x->unit != y->unit)
    return x->unit < y->unit ? -1 : 1;
  if (x->care_type != y->care_type)
    return (int) x->care_type - (int) y->care_type;
  return (x->from > y->from) - (x->from < y->from);
}

static GArray *
list_candidates (VbDocument *self, const Chain *chain)
{
  GListModel *targets = vb_document_get_targets (self);
  GArray *candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));

  for (guint i = 0; i < g_list_model_get_n_items (targets); i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (targets, i);
      gint64 unit_id = vb_target_get_unit_id (target);
      Candidate candidate = { .target = target };
      guint place = WHOLE_DOCUMENT;

      if (vb_target_get_measure (target) != VB_MEASURE_OCCUPANCY
          || (unit_id != 0
              && !g_ptr_array_find (chain->units, vb_document_get_unit (self, unit_id), &place)))
        continue;
      candidate.input.unit = place;
      candidate.input.care_type = (guint8) vb_target_get_care_type (target);
      candidate.input.from = vb_target_get_from (target);
      candidate.input.value = vb_target_get_value (target);
      g_array_append_val (candidates, candidate);
    }
  g_array_sort (candidates, compare_candidates);
  return candidates;
}

VbTargetInForce
vb_document_find_target (VbDocument *self, VbUnit *unit, VbCareGroup group, VbDay day)
{
  g_auto (Chain) chain = { 0 };
  g_autoptr (GArray) candidates = NULL;
  g_autofree VbTargetInput *inputs = NULL;
  VbTargetInForce in_force = { vb_document_get_default_target (self), NULL, NULL };
  VbTreeInput tree = { 0 };
  VbNeedInput input = { 0 };
  const Candidate *found;
  gint32 index;

  g_return_val_if_fail (VB_IS_UNIT (unit), in_force);

  if (group == VB_CARE_GROUP_NONE)
    group = vb_care_type_get_group (vb_unit_get_care_type (unit));
  chain_init (&chain, unit);
  candidates = list_candidates (self, &chain);
  inputs = g_new (VbTargetInput, candidates->len + 1);
  for (guint i = 0; i < candidates->len; i++)
    inputs[i] = g_array_index (candidates, Candidate, i).input;
  tree.n = chain.units->len;
  tree.parent = (const gint32 *) (gpointer) chain.parents->data;
  tree.care_type = chain.care_types->data;
  input.tree = &tree;
  input.targets = inputs;
  input.n_targets = candidates->len;

  index = vb_need_find_target (&input, tree.n - 1, group, day);
  if (index < 0)
    return in_force;
  found = &g_array_index (candidates, Candidate, index);
  in_force.value = found->input.value;
  in_force.target = found->target;
  if (found->input.unit != WHOLE_DOCUMENT)
    in_force.unit = chain.units->pdata[found->input.unit];
  return in_force;
}

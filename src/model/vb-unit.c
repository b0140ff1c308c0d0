/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "private/vb-unit-private.h"

#include "private/vb-list-private.h"

#include <math.h>

struct _VbUnit
{
  GObject parent_instance;

  gint64 id;
  VbUnit *parent; /* not owned: the parent owns us */
  GListStore *children;
  char *name;
  char *code;
  VbUnitKind kind;
  VbCareType own_care_type;
  double acute_share;
};

enum
{
  PROP_0,
  PROP_ID,
  PROP_NAME,
  PROP_CODE,
  PROP_KIND,
  PROP_CARE_TYPE,
  PROP_PATH,
  PROP_PARENT,
  PROP_CHILDREN,
  N_PROPS,
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (VbUnit, vb_unit, G_TYPE_OBJECT)

static VbUnit *
peek_child (VbUnit *self, guint index)
{
  g_autoptr (VbUnit) child = g_list_model_get_item (G_LIST_MODEL (self->children), index);

  return child; /* the list keeps it alive */
}

static void
notify_subtree (VbUnit *self, GParamSpec *pspec)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->children));

  g_object_notify_by_pspec (G_OBJECT (self), pspec);
  for (guint i = 0; i < n; i++)
    {
      VbUnit *child = peek_child (self, i);

      if (pspec == properties[PROP_CARE_TYPE] && child->own_care_type != VB_CARE_TYPE_NONE)
        continue;
      notify_subtree (child, pspec);
    }
}

static void
vb_unit_finalize (GObject *object)
{
  VbUnit *self = VB_UNIT (object);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->children));

  /* A view may hold a child longer than we live. */
  for (guint i = 0; i < n; i++)
    {
      VbUnit *child = peek_child (self, i);

      if (child->parent == self)
        child->parent = NULL;
    }
  g_clear_object (&self->children);
  g_free (self->name);
  g_free (self->code);

  G_OBJECT_CLASS (vb_unit_parent_class)->finalize (object);
}

static void
vb_unit_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbUnit *self = VB_UNIT (object);

  switch (prop_id)
    {
    case PROP_ID:
      g_value_set_int64 (value, self->id);
      break;
    case PROP_NAME:
      g_value_set_string (value, self->name);
      break;
    case PROP_CODE:
      g_value_set_string (value, self->code);
      break;
    case PROP_KIND:
      g_value_set_uint (value, self->kind);
      break;
    case PROP_CARE_TYPE:
      g_value_set_uint (value, vb_unit_get_care_type (self));
      break;
    case PROP_PATH:
      g_value_take_string (value, vb_unit_dup_path (self));
      break;
    case PROP_PARENT:
      g_value_set_object (value, self->parent);
      break;
    case PROP_CHILDREN:
      g_value_set_object (value, self->children);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_unit_class_init (VbUnitClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_STATIC_STRINGS;

  object_class->finalize = vb_unit_finalize;
  object_class->get_property = vb_unit_get_property;

  properties[PROP_ID] = g_param_spec_int64 ("id", NULL, NULL, 0, G_MAXINT64, 0, flags);
  properties[PROP_NAME] = g_param_spec_string ("name", NULL, NULL, "", flags);
  properties[PROP_CODE] = g_param_spec_string ("code", NULL, NULL, NULL, flags);
  properties[PROP_KIND] =
      g_param_spec_uint ("kind", NULL, NULL, 0, VB_N_UNIT_KINDS - 1, VB_UNIT_NATION, flags);
  properties[PROP_CARE_TYPE] =
      g_param_spec_uint ("care-type", NULL, NULL, 0, VB_N_CARE_TYPES - 1, VB_CARE_TYPE_NONE, flags);
  properties[PROP_PATH] = g_param_spec_string ("path", NULL, NULL, "", flags);
  properties[PROP_PARENT] = g_param_spec_object ("parent", NULL, NULL, VB_TYPE_UNIT, flags);
  properties[PROP_CHILDREN] =
      g_param_spec_object ("children", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_unit_init (VbUnit *self)
{
  self->children = g_list_store_new (VB_TYPE_UNIT);
  self->name = g_strdup ("");
  self->acute_share = NAN;
}

VbUnit *
vb_unit_new (gint64 id)
{
  VbUnit *self = g_object_new (VB_TYPE_UNIT, NULL);

  self->id = id;
  return self;
}

gint64
vb_unit_get_id (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), 0);

  return self->id;
}

gint64
vb_unit_get_parent_id (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), 0);

  return self->parent != NULL ? self->parent->id : 0;
}

VbUnit *
vb_unit_get_parent (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), NULL);

  return self->parent;
}

GListModel *
vb_unit_get_children (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), NULL);

  return G_LIST_MODEL (self->children);
}

const char *
vb_unit_get_name (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), NULL);

  return self->name;
}

const char *
vb_unit_get_code (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), NULL);

  return self->code;
}

VbUnitKind
vb_unit_get_kind (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), VB_UNIT_WARD);

  return self->kind;
}

VbCareType
vb_unit_get_own_care_type (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), VB_CARE_TYPE_NONE);

  return self->own_care_type;
}

VbCareType
vb_unit_get_care_type (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), VB_CARE_TYPE_NONE);

  for (VbUnit *unit = self; unit != NULL; unit = unit->parent)
    if (unit->own_care_type != VB_CARE_TYPE_NONE)
      return unit->own_care_type;
  return VB_CARE_TYPE_NONE;
}

double
vb_unit_get_acute_share (VbUnit *self)
{
  g_return_val_if_fail (VB_IS_UNIT (self), NAN);

  return self->acute_share;
}

char *
vb_unit_dup_path (VbUnit *self)
{
  GString *path;

  g_return_val_if_fail (VB_IS_UNIT (self), NULL);

  path = g_string_new (self->name);
  for (VbUnit *unit = self->parent; unit != NULL; unit = unit->parent)
    {
      g_string_prepend (path, " / ");
      g_string_prepend (path, unit->name);
    }
  return g_string_free (path, FALSE);
}

static void
collect_ids (VbUnit *self, GHashTable *ids)
{
  GListModel *children = vb_unit_get_children (self);
  gint64 id = vb_unit_get_id (self);

  g_hash_table_add (ids, g_memdup2 (&id, sizeof id));
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      collect_ids (child, ids);
    }
}

GHashTable *
vb_unit_collect_ids (VbUnit *self)
{
  GHashTable *ids = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);

  g_return_val_if_fail (VB_IS_UNIT (self), ids);

  collect_ids (self, ids);
  return ids;
}

guint
vb_unit_get_depth (VbUnit *self)
{
  guint depth = 0;

  g_return_val_if_fail (VB_IS_UNIT (self), 0);

  for (VbUnit *unit = self->parent; unit != NULL; unit = unit->parent)
    depth++;
  return depth;
}

void
vb_unit_set_name (VbUnit *self, const char *name)
{
  g_return_if_fail (VB_IS_UNIT (self));
  g_return_if_fail (name != NULL);

  if (g_str_equal (self->name, name))
    return;
  g_free (self->name);
  self->name = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_NAME]);
  notify_subtree (self, properties[PROP_PATH]);
}

void
vb_unit_set_code (VbUnit *self, const char *code)
{
  g_return_if_fail (VB_IS_UNIT (self));

  if (g_strcmp0 (self->code, code) == 0)
    return;
  g_free (self->code);
  self->code = g_strdup (code);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CODE]);
}

void
vb_unit_set_kind (VbUnit *self, VbUnitKind kind)
{
  g_return_if_fail (VB_IS_UNIT (self));

  if (self->kind == kind)
    return;
  self->kind = kind;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KIND]);
}

void
vb_unit_set_own_care_type (VbUnit *self, VbCareType care_type)
{
  g_return_if_fail (VB_IS_UNIT (self));

  if (self->own_care_type == care_type)
    return;
  self->own_care_type = care_type;
  notify_subtree (self, properties[PROP_CARE_TYPE]);
}

void
vb_unit_set_acute_share (VbUnit *self, double acute_share)
{
  g_return_if_fail (VB_IS_UNIT (self));

  self->acute_share = acute_share;
}

void
vb_unit_set_parent (VbUnit *self, VbUnit *parent)
{
  g_return_if_fail (VB_IS_UNIT (self));
  g_return_if_fail (parent == NULL || VB_IS_UNIT (parent));

  if (self->parent == parent)
    return;
  self->parent = parent;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PARENT]);
  notify_subtree (self, properties[PROP_PATH]);
  if (self->own_care_type == VB_CARE_TYPE_NONE)
    notify_subtree (self, properties[PROP_CARE_TYPE]);
}

void
vb_unit_set_children (VbUnit *self, GPtrArray *children)
{
  g_return_if_fail (VB_IS_UNIT (self));
  g_return_if_fail (children != NULL);

  vb_list_store_set_items (self->children, children);
}

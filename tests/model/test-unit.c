/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-list-private.h"
#include "vb-unit-private.h"

typedef struct
{
  VbUnit *region;
  VbUnit *hospital;
  VbUnit *ward;
} Fixture;

static void
adopt (VbUnit *parent, VbUnit *child)
{
  g_autoptr (GPtrArray) children = g_ptr_array_new ();

  g_ptr_array_add (children, child);
  vb_unit_set_children (parent, children);
  vb_unit_set_parent (child, parent);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->region = vb_unit_new (1);
  fixture->hospital = vb_unit_new (2);
  fixture->ward = vb_unit_new (3);
  vb_unit_set_name (fixture->region, "Region Norr");
  vb_unit_set_name (fixture->hospital, "Lasarettet");
  vb_unit_set_name (fixture->ward, "Avdelning 3");
  adopt (fixture->region, fixture->hospital);
  adopt (fixture->hospital, fixture->ward);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->region);
  g_clear_object (&fixture->hospital);
  g_clear_object (&fixture->ward);
}

static void
count (guint *n)
{
  (*n)++;
}

static void
test_path (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = vb_unit_dup_path (fixture->ward);
  guint notified = 0;

  g_assert_cmpstr (path, ==, "Region Norr / Lasarettet / Avdelning 3");
  g_assert_cmpuint (vb_unit_get_depth (fixture->ward), ==, 2);
  g_assert_cmpint (vb_unit_get_parent_id (fixture->ward), ==, 2);
  g_assert_cmpint (vb_unit_get_parent_id (fixture->region), ==, 0);

  g_signal_connect_swapped (fixture->ward, "notify::path", G_CALLBACK (count), &notified);
  vb_unit_set_name (fixture->region, "Region Norr");
  g_assert_cmpuint (notified, ==, 0);
  vb_unit_set_name (fixture->region, "Region Söder");
  g_assert_cmpuint (notified, ==, 1);
}

static void
test_care_type (Fixture *fixture, gconstpointer data)
{
  guint ward_notified = 0;

  g_signal_connect_swapped (fixture->ward, "notify::care-type", G_CALLBACK (count), &ward_notified);
  g_assert_cmpint (vb_unit_get_care_type (fixture->ward), ==, VB_CARE_TYPE_NONE);
  vb_unit_set_own_care_type (fixture->region, VB_CARE_TYPE_SOMATIC);
  g_assert_cmpint (vb_unit_get_care_type (fixture->ward), ==, VB_CARE_TYPE_SOMATIC);
  g_assert_cmpint (vb_unit_get_own_care_type (fixture->ward), ==, VB_CARE_TYPE_NONE);
  g_assert_cmpuint (ward_notified, ==, 1);
  vb_unit_set_own_care_type (fixture->ward, VB_CARE_TYPE_ICU);
  g_assert_cmpuint (ward_notified, ==, 2);
  /* A unit that says its own type does not care for its parent's. */
  vb_unit_set_own_care_type (fixture->hospital, VB_CARE_TYPE_GERIATRIC);
  g_assert_cmpint (vb_unit_get_care_type (fixture->ward), ==, VB_CARE_TYPE_ICU);
  g_assert_cmpuint (ward_notified, ==, 2);
}

static void
test_properties (Fixture *fixture, gconstpointer data)
{
  g_autofree char *name = NULL;
  g_autofree char *code = NULL;
  g_autofree char *path = NULL;
  g_autoptr (VbUnit) parent = NULL;
  g_autoptr (GListModel) children = NULL;
  gint64 id;
  guint kind;
  guint care_type;

  vb_unit_set_code (fixture->hospital, "L1");
  vb_unit_set_kind (fixture->hospital, VB_UNIT_HOSPITAL);
  vb_unit_set_acute_share (fixture->hospital, 0.5);
  g_object_get (fixture->hospital, "id", &id, "name", &name, "code", &code, "kind", &kind,
                "care-type", &care_type, "path", &path, "parent", &parent, "children", &children,
                NULL);
  g_assert_cmpint (id, ==, 2);
  g_assert_cmpstr (name, ==, "Lasarettet");
  g_assert_cmpstr (code, ==, "L1");
  g_assert_cmpuint (kind, ==, VB_UNIT_HOSPITAL);
  g_assert_cmpuint (care_type, ==, VB_CARE_TYPE_NONE);
  g_assert_cmpstr (path, ==, "Region Norr / Lasarettet");
  g_assert_true (parent == fixture->region);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 1);
  g_assert_cmpfloat (vb_unit_get_acute_share (fixture->hospital), ==, 0.5);
}

/* A child that a view still holds outlives its parent. */
static void
test_orphan (Fixture *fixture, gconstpointer data)
{
  g_clear_object (&fixture->region);
  g_assert_null (vb_unit_get_parent (fixture->hospital));
  g_assert_cmpint (vb_unit_get_parent_id (fixture->hospital), ==, 0);
}

static void
note_change (GListModel *model, guint position, guint removed, guint added, guint *change)
{
  change[0]++;
  change[1] = position;
  change[2] = removed;
  change[3] = added;
}

static void
test_list (void)
{
  g_autoptr (GListStore) store = g_list_store_new (VB_TYPE_UNIT);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  guint change[4] = { 0 };

  g_signal_connect (store, "items-changed", G_CALLBACK (note_change), change);
  for (gint64 id = 1; id <= 4; id++)
    g_ptr_array_add (items, vb_unit_new (id));
  vb_list_store_set_items (store, items);
  g_assert_cmpuint (change[0], ==, 1);
  g_assert_cmpuint (change[3], ==, 4);
  vb_list_store_set_items (store, items);
  g_assert_cmpuint (change[0], ==, 1);

  g_ptr_array_remove_index (items, 2);
  vb_list_store_set_items (store, items);
  g_assert_cmpuint (change[0], ==, 2);
  g_assert_cmpuint (change[1], ==, 2);
  g_assert_cmpuint (change[2], ==, 1);
  g_assert_cmpuint (change[3], ==, 0);

  g_ptr_array_insert (items, 0, vb_unit_new (5));
  vb_list_store_set_items (store, items);
  g_assert_cmpuint (change[0], ==, 3);
  g_assert_cmpuint (change[1], ==, 0);
  g_assert_cmpuint (change[2], ==, 0);
  g_assert_cmpuint (change[3], ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/model/unit/path", test_path);
  ADD ("/model/unit/care-type", test_care_type);
  ADD ("/model/unit/properties", test_properties);
  ADD ("/model/unit/orphan", test_orphan);
  g_test_add_func ("/model/unit/list", test_list);
  return g_test_run ();
}

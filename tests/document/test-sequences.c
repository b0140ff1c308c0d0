/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Random sequences of everything that can be done to a document – changes, imports, taking back,
 * undo, redo, saving – each compared with an oracle that knows nothing of databases. The seed is
 * printed; --seed=… runs it again. */
#include "document-fixture.h"
#include "oracle.h"
#include "vb-document-private.h"
#include "vb-import.h"
#include "vb-random.h"
#include "vb-target.h"

#define N_WARDS 4
#define N_STARTS 6
#define N_STEPS 250
#define ID G_GINT64_FORMAT

static const VbMeasureId measures[] = { VB_MEASURE_AVAILABLE_BEDS, VB_MEASURE_OCCUPIED_BEDS };

typedef struct
{
  VbDocument *document;
  Oracle *oracle;
  guint n_imports;
} Fixture;

static VbRandom dice;

static int
below (int n)
{
  return (int) vb_random_below (&dice, (guint32) n);
}

static VbDay
get_start (int index)
{
  return vb_day_from_ymd (2024, 1, 1) + index;
}

static gint64
find_id (VbDocument *document, const char *path)
{
  VbUnit *unit = vb_document_find_unit (document, path, NULL);

  return unit != NULL ? vb_unit_get_id (unit) : 0;
}

static gint64
find_ward (VbDocument *document, int ward)
{
  g_autofree char *path = g_strdup_printf ("Hospital / Ward %d", ward);

  return find_id (document, path);
}

/* ---- the things that can be done ------------------------------------------------------------ */

typedef struct
{
  int ward;
  guint measure; /* index */
  int start;     /* index */
  int value;
} Row;

static GArray *
make_rows (void)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  int share = 1 + below (4);

  for (int ward = 0; ward < N_WARDS; ward++)
    for (guint measure = 0; measure < G_N_ELEMENTS (measures); measure++)
      for (int start = 0; start < N_STARTS; start++)
        {
          Row row = { ward, measure, start, below (3) };

          if (below (share) == 0)
            g_array_append_val (rows, row);
        }
  return rows;
}

/* @ids: for each ward, its place among the batch's units, or -1. */
static VbBatch *
make_batch (GArray *rows, int *places)
{
  VbBatch *batch = vb_batch_new ();
  guint hospital = vb_batch_add_unit (batch, -1, VB_UNIT_HOSPITAL, "Hospital", NULL);

  for (int ward = 0; ward < N_WARDS; ward++)
    places[ward] = -1;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      g_autofree char *name = g_strdup_printf ("Ward %d", row->ward);

      places[row->ward] =
          (int) vb_batch_add_unit (batch, (gint32) hospital, VB_UNIT_WARD, name, NULL);
      vb_batch_add_observation (batch, (guint) places[row->ward], (guint16) measures[row->measure],
                                VB_GRAIN_DAY, get_start (row->start), row->value,
                                VB_PROVENANCE_REPORTED, i);
    }
  vb_batch_set_source (batch, "beds.csv", NULL, NULL, NULL);
  vb_batch_finish (batch);
  return batch;
}

/* Whether an import of @rows says anything that the document does not know. */
static gboolean
is_news (Fixture *fixture, GArray *rows)
{
  if (find_id (fixture->document, "Hospital") == 0)
    return TRUE;
  for (guint i = 0; i < rows->len; i++)
    {
      const Row *row = &g_array_index (rows, Row, i);
      gint64 unit = find_ward (fixture->document, row->ward);
      gint64 import;
      const char *known =
          unit != 0 ? oracle_get_newest_imported (fixture->oracle, unit, measures[row->measure],
                                                  get_start (row->start), &import)
                    : NULL;

      if (known == NULL || atoi (known) != row->value)
        return TRUE;
    }
  return FALSE;
}

static void
note_unit (Fixture *fixture, gint64 unit, gint64 import)
{
  g_autofree char *maker = g_strdup_printf ("%" ID, import);

  g_assert_cmpint (unit, !=, 0);
  if (oracle_get (fixture->oracle, "unit/%" ID, unit) == NULL)
    oracle_set (fixture->oracle, maker, "unit/%" ID, unit);
}

static void
do_import (Fixture *fixture)
{
  g_autoptr (GArray) rows = make_rows ();
  int places[N_WARDS];
  g_autoptr (VbBatch) batch = make_batch (rows, places);
  gboolean news = is_news (fixture, rows);
  GHashTable *before = oracle_begin (fixture->oracle);
  VbTaken taken = take (fixture->document, batch);
  g_autofree char *order = g_strdup_printf ("%u", ++fixture->n_imports);

  g_assert_true (news == (taken.import_id != 0));
  if (news)
    {
      g_assert_cmpuint (taken.observations_added + taken.observations_replaced
                            + taken.observations_same + taken.observations_beneath,
                        ==, rows->len);
      oracle_set (fixture->oracle, order, "import/%" ID, taken.import_id);
      note_unit (fixture, find_id (fixture->document, "Hospital"), taken.import_id);
      for (guint i = 0; i < rows->len; i++)
        {
          const Row *row = &g_array_index (rows, Row, i);
          gint64 unit = find_ward (fixture->document, row->ward);
          g_autofree char *value = g_strdup_printf ("%d", row->value);

          note_unit (fixture, unit, taken.import_id);
          oracle_set (fixture->oracle, "", "part/%" ID "/%" ID, unit, taken.import_id);
          oracle_set (fixture->oracle, value, "value/%" ID "/%u/%d/%" ID, unit,
                      measures[row->measure], get_start (row->start), taken.import_id);
        }
    }
  oracle_end (fixture->oracle, before);
}

static void
do_take_back (Fixture *fixture)
{
  GListModel *imports = vb_document_get_imports (fixture->document);
  guint n = g_list_model_get_n_items (imports);
  g_autoptr (VbImport) import = NULL;
  g_autoptr (GError) error = NULL;
  GHashTable *before;
  gint64 parent = find_id (fixture->document, "Hospital");

  if (n == 0)
    {
      g_assert_false (vb_document_take_back_import (fixture->document, 12345, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
      return;
    }
  import = g_list_model_get_item (imports, (guint) below ((int) n));
  before = oracle_begin (fixture->oracle);
  oracle_take_back (fixture->oracle, vb_import_get_id (import), parent);
  g_assert_true (
      vb_document_take_back_import (fixture->document, vb_import_get_id (import), &error));
  g_assert_no_error (error);
  oracle_end (fixture->oracle, before);
}

static void
do_type (Fixture *fixture)
{
  gint64 unit = find_ward (fixture->document, below (N_WARDS));
  VbMeasureId measure = measures[below (G_N_ELEMENTS (measures))];
  VbPeriod day = { VB_GRAIN_DAY, get_start (below (N_STARTS)) };
  int value = below (4) - 1;
  g_autoptr (GError) error = NULL;
  GHashTable *before;

  if (unit == 0)
    return;
  before = oracle_begin (fixture->oracle);
  if (value < 0)
    oracle_remove (fixture->oracle, "value/%" ID "/%u/%d/0", unit, measure, day.start);
  else
    {
      g_autofree char *text = g_strdup_printf ("%d", value);

      oracle_set (fixture->oracle, text, "value/%" ID "/%u/%d/0", unit, measure, day.start);
    }
  g_assert_true (vb_document_set_observation (fixture->document, unit, measure, day,
                                              value < 0 ? (double) NAN : value, &error));
  g_assert_no_error (error);
  oracle_end (fixture->oracle, before);
}

static void
do_target (Fixture *fixture)
{
  gint64 unit = find_ward (fixture->document, below (N_WARDS));
  int percent = 1 + below (3);
  g_autofree char *text = g_strdup_printf ("%d", percent);
  g_autoptr (GError) error = NULL;
  GHashTable *before;

  if (unit == 0)
    return;
  before = oracle_begin (fixture->oracle);
  oracle_set (fixture->oracle, text, "target/%" ID, unit);
  g_assert_true (vb_document_set_target (fixture->document, unit, VB_MEASURE_OCCUPANCY,
                                         VB_CARE_TYPE_NONE, VB_DAY_NONE, percent / 100.0, NULL,
                                         &error));
  g_assert_no_error (error);
  oracle_end (fixture->oracle, before);
}

static void
do_remove_ward (Fixture *fixture)
{
  gint64 unit = find_ward (fixture->document, below (N_WARDS));
  g_autofree char *infix = g_strdup_printf ("/%" ID, unit);
  g_autoptr (GError) error = NULL;
  GHashTable *before;
  GHashTableIter iter;
  gpointer key;

  if (unit == 0)
    return;
  before = oracle_begin (fixture->oracle);
  g_hash_table_iter_init (&iter, fixture->oracle->state);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    if (!g_str_has_prefix (key, "import/") && strstr (key, infix) != NULL)
      g_hash_table_iter_remove (&iter);
  g_assert_true (vb_document_remove_unit (fixture->document, unit, &error));
  g_assert_no_error (error);
  oracle_end (fixture->oracle, before);
}

static void
do_undo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean expected = oracle_undo (fixture->oracle);

  g_assert_true (vb_document_undo (fixture->document, &error) == expected);
  g_assert_true (expected == (error == NULL));
}

static void
do_redo (Fixture *fixture)
{
  g_autoptr (GError) error = NULL;
  gboolean expected = oracle_redo (fixture->oracle);

  g_assert_true (vb_document_redo (fixture->document, &error) == expected);
  g_assert_true (expected == (error == NULL));
}

/* ---- comparing ------------------------------------------------------------------------------- */

static gint64
ask (VbDocument *document, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 answer = -1;

  g_assert_true (vb_store_connection_read_int64 (document->connection, sql, &answer, &error));
  g_assert_no_error (error);
  return answer;
}

static void
compare_series (VbDocument *document, Oracle *oracle, gint64 unit, GHashTable *standing)
{
  for (guint m = 0; m < G_N_ELEMENTS (measures); m++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (GArray) points =
          vb_document_read_series (document, unit, measures[m], VB_GRAIN_DAY, &error);
      guint n = 0;

      g_assert_no_error (error);
      for (int s = 0; s < N_STARTS; s++)
        {
          const char *value;
          gint64 import;
          const VbSeriesPoint *point;
          gint64 *key;
          guint count;

          if (!oracle_get_standing (oracle, unit, measures[m], get_start (s), &value, &import))
            continue;
          g_assert_cmpuint (n, <, points->len);
          point = &g_array_index (points, VbSeriesPoint, n++);
          g_assert_cmpint (point->start, ==, get_start (s));
          g_assert_cmpfloat (point->value, ==, atoi (value));
          g_assert_cmpint (point->import_id, ==, import);
          key = g_memdup2 (&import, sizeof import);
          count = GPOINTER_TO_UINT (g_hash_table_lookup (standing, key));
          g_hash_table_insert (standing, key, GUINT_TO_POINTER (count + 1));
        }
      g_assert_cmpuint (n, ==, points->len);
    }
}

static void
compare (VbDocument *document, Oracle *oracle)
{
  g_autoptr (GPtrArray) units = oracle_list (oracle, "unit/");
  g_autoptr (GPtrArray) values = oracle_list (oracle, "value/");
  g_autoptr (GPtrArray) targets = oracle_list (oracle, "target/");
  g_autoptr (GPtrArray) imports = oracle_list (oracle, "import/");
  g_autoptr (GHashTable) standing =
      g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GListModel *import_list = vb_document_get_imports (document);
  GListModel *target_list = vb_document_get_targets (document);

  g_assert_cmpuint (vb_document_get_n_units (document), ==, units->len);
  for (guint i = 0; i < units->len; i++)
    {
      gint64 unit = g_ascii_strtoll ((char *) units->pdata[i] + strlen ("unit/"), NULL, 10);

      g_assert_nonnull (vb_document_get_unit (document, unit));
      compare_series (document, oracle, unit, standing);
    }
  g_assert_cmpint (ask (document, "SELECT (SELECT count (*) FROM observation)"
                                  " + (SELECT count (*) FROM observation_replaced)"),
                   ==, values->len);

  g_assert_cmpuint (g_list_model_get_n_items (target_list), ==, targets->len);
  for (guint i = 0; i < targets->len; i++)
    {
      g_autoptr (VbTarget) target = g_list_model_get_item (target_list, i);
      const char *expected = oracle_get (oracle, "target/%" ID, vb_target_get_unit_id (target));

      g_assert_cmpfloat (vb_target_get_value (target), ==, atoi (expected) / 100.0);
    }

  g_assert_cmpuint (g_list_model_get_n_items (import_list), ==, imports->len);
  for (guint i = 0; i < imports->len; i++)
    {
      g_autoptr (VbImport) import = g_list_model_get_item (import_list, i);
      gint64 id = vb_import_get_id (import);

      g_assert_nonnull (oracle_get (oracle, "import/%" ID, id));
      g_assert_cmpint (vb_import_get_n_observations (import), ==,
                       GPOINTER_TO_UINT (g_hash_table_lookup (standing, &id)));
    }
  g_assert_cmpint (ask (document, "SELECT count (*) FROM pragma_foreign_key_check"), ==, 0);
}

static void
compare_saved (Fixture *fixture, GFile *file)
{
  g_autoptr (VbDocument) again = NULL;
  g_autoptr (GError) error = NULL;

  save_as (fixture->document, file);
  g_assert_false (vb_document_get_modified (fixture->document));
  again = vb_document_open (file, NULL, &error);
  g_assert_no_error (error);
  compare (again, fixture->oracle);
}

static void
test_random (gconstpointer data)
{
  static void (*const deeds[]) (Fixture *) = { do_import, do_import, do_take_back,   do_type,
                                               do_type,   do_target, do_remove_ward, do_undo,
                                               do_undo,   do_undo,   do_redo,        do_redo };
  g_autoptr (VbDocument) document = new_document ();
  g_autoptr (Oracle) oracle = oracle_new ();
  g_autoptr (GFile) file = new_file ();
  Fixture fixture = { document, oracle, 0 };

  /* GLib gives every case the same numbers; the stream tells the cases apart. */
  vb_random_init (&dice, (guint64) g_test_rand_int (), GPOINTER_TO_UINT (data));
  for (int step = 0; step < N_STEPS; step++)
    {
      deeds[below (G_N_ELEMENTS (deeds))](&fixture);
      compare (document, oracle);
      if (step % 50 == 49)
        compare_saved (&fixture, file);
    }
  while (oracle->undo->len > 0)
    {
      do_undo (&fixture);
      compare (document, oracle);
    }
  while (oracle->redo->len > 0)
    do_redo (&fixture);
  compare (document, oracle);
  vb_document_close (document);
}

int
main (int argc, char *argv[])
{
  test_init (&argc, &argv);
  for (guint i = 0; i < 4; i++)
    {
      g_autofree char *path = g_strdup_printf ("/document/sequences/%u", i);

      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_random);
    }
  return test_run ();
}

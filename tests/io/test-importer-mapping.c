/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io-test-util.h"

static const char first[] = "Kod;Trust;Datum;vuxna_platser;iva_platser;ort;anm\n"
                            "R1;Ett;2024-03-31;10;2;x;1\nR1;Ett;2024-06-30;11;3;y;2\n";
/* The next delivery: headers in another case, one period only. */
static const char second[] = "KOD;trust;datum;Vuxna platser;IVA_platser;Ort;Anm\n"
                             "R1;Ett;2024-09-30;12;4;x;3\n";

static char *
make_mapping (void)
{
  static const char *const units[] = { "Trust", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (first);

  g_assert_true (
      vb_importer_map_measure (importer, "vuxna_platser", VB_MEASURE_AVAILABLE_BEDS, NULL, &error));
  g_assert_true (
      vb_importer_map_measure (importer, "iva_platser", VB_MEASURE_AVAILABLE_BEDS, "IVA", &error));
  g_assert_true (vb_importer_set_unit_columns (importer, units, &error));
  g_assert_true (vb_importer_skip (importer, "ort", "y", &error));
  vb_importer_set_under (importer, "England");
  vb_importer_set_care_type (importer, "IVA", VB_CARE_TYPE_ICU);
  g_assert_no_error (error);
  return vb_importer_save_mapping (importer);
}

static void
test_key (void)
{
  g_autoptr (VbImporter) a = test_open (first);
  g_autoptr (VbImporter) b = test_open (second);
  g_autoptr (VbImporter) c = test_open ("Kod;Trust;Datum;platser\nR1;Ett;2024-09-30;12\n");
  g_autoptr (VbImporter) wide = test_open ("region;disp_2023;disp_2024\nA;1;2\n");
  g_autoptr (VbImporter) wider = test_open ("region;disp_2023;disp_2024;disp_2025\nA;1;2;3\n");

  g_assert_cmpstr (vb_importer_get_mapping_key (a), ==, vb_importer_get_mapping_key (b));
  g_assert_cmpstr (vb_importer_get_mapping_key (a), !=, vb_importer_get_mapping_key (c));
  /* A year more is the same table. */
  g_assert_cmpstr (vb_importer_get_mapping_key (wide), ==, vb_importer_get_mapping_key (wider));
}

static void
test_same_table (void)
{
  g_autofree char *mapping = make_mapping ();
  g_autofree char *again = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (first);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_true (vb_importer_load_mapping (importer, mapping, &error));
  g_assert_no_error (error);
  again = vb_importer_save_mapping (importer);
  g_assert_cmpstr (again, ==, mapping);
  batch = test_read (importer);
  g_assert_cmpstr (vb_batch_get_under (batch), ==, "England");
  g_assert_cmpstr (vb_batch_get_mapping (batch), ==, mapping);
  test_assert_batch (batch, "Ett|available_beds|quarter|2024-01-01|10\n"
                            "Ett / IVA|available_beds|quarter|2024-01-01|2\n");
}

/* Headers may change their case; one period alone is read with the grain that was remembered. */
static void
test_next_delivery (void)
{
  g_autofree char *mapping = make_mapping ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (second);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_true (vb_importer_load_mapping (importer, mapping, &error));
  g_assert_no_error (error);
  batch = test_read (importer);
  test_assert_batch (batch, "Ett|available_beds|quarter|2024-07-01|12\n"
                            "Ett / IVA|available_beds|quarter|2024-07-01|4\n");
}

static void
test_long (void)
{
  static const char text[] = "indikator,region,ar,varde\nTomma sängar,Skåne,2024,5\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbImporter) later = test_open (text);
  g_autoptr (VbBatch) batch = NULL;
  g_autofree char *mapping = NULL;

  g_assert_true (
      vb_importer_map_measure (importer, "Tomma sängar", VB_MEASURE_WAITING, NULL, &error));
  mapping = vb_importer_save_mapping (importer);
  g_assert_true (vb_importer_load_mapping (later, mapping, &error));
  g_assert_no_error (error);
  batch = test_read (later);
  test_assert_batch (batch, "Skåne|waiting|year|2024-01-01|5\n");
}

/* A remembered mapping may not bring in what is refused. */
static void
test_refused_stays_refused (void)
{
  static const char mapping[] =
      "{\"version\":1,\"columns\":[{\"column\":\"patient\",\"role\":\"level\",\"level\":1,"
      "\"kind\":\"ward\"},{\"column\":\"gone\",\"role\":\"date\"}]}";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer =
      test_open ("datum;enhet;patient;disponibla\n2024-01-01;A;811218-9876;1\n");

  g_assert_true (vb_importer_load_mapping (importer, mapping, &error));
  g_assert_no_error (error);
  g_assert_cmpint (test_get_column (importer, "patient")->role, ==, VB_ROLE_LEFT_OUT);
}

static void
test_bad_mapping (void)
{
  static const char *const bad[] = {
    "",
    "not JSON",
    "[]",
    "{}",
    "{\"version\":2,\"columns\":[]}",
    "{\"version\":\"1\",\"columns\":[]}",
    "{\"version\":1}",
    "{\"version\":1,\"columns\":{}}",
    "{\"version\":1,\"columns\":[1]}",
    "{\"version\":1,\"columns\":[{\"column\":\"enhet\"}]}",
    "{\"version\":1,\"columns\":[{\"column\":\"enhet\",\"role\":\"king\"}]}",
    "{\"version\":1,\"columns\":[{\"column\":\"enhet\",\"role\":\"measure\"}]}",
    "{\"version\":1,\"columns\":[{\"column\":\"enhet\",\"role\":\"level\",\"kind\":\"moon\"}]}",
    "{\"version\":1,\"columns\":[],\"skip\":[{}]}",
    "{\"version\":1,\"columns\":[],\"skip\":1}",
    "{\"version\":1,\"columns\":[],\"grain\":\"decade\"}",
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VbImporter) importer = test_open ("datum;enhet;disponibla\n2024-01-01;A;1\n");

      g_test_message ("%s", bad[i]);
      g_assert_false (vb_importer_load_mapping (importer, bad[i], &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/importer/mapping/key", test_key);
  g_test_add_func ("/io/importer/mapping/same-table", test_same_table);
  g_test_add_func ("/io/importer/mapping/next-delivery", test_next_delivery);
  g_test_add_func ("/io/importer/mapping/long", test_long);
  g_test_add_func ("/io/importer/mapping/refused", test_refused_stays_refused);
  g_test_add_func ("/io/importer/mapping/bad", test_bad_mapping);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Units: levels, codes, totals, wholes, groupings, care types, parents. */
#include "io-test-util.h"

/* All units as "path [code] kind care-type", one a line. */
static char *
describe_units (VbBatch *batch)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    {
      VbBatchUnit *unit = vb_batch_get_unit (batch, i);
      g_autofree char *path = test_unit_path (batch, i);

      g_string_append_printf (text, "%s [%s] %s %s\n", path, unit->code != NULL ? unit->code : "",
                              vb_unit_kind_to_id (unit->kind),
                              vb_care_type_to_id (unit->care_type));
    }
  return g_string_free (text, FALSE);
}

static void
assert_units (VbBatch *batch, const char *expected)
{
  g_autofree char *described = describe_units (batch);

  g_assert_cmpstr (described, ==, expected);
}

static void
test_levels (void)
{
  g_autoptr (VbBatch) batch =
      test_import ("datum;avdelning;region_kod;region;sjukhus;klinik;disponibla\n"
                   "2024-01-01;Avd 1;12;Skåne;Lund;Medicin;1\n"
                   "2024-01-01;Avd 2;12;Skåne;Lund;;2\n"
                   "2024-01-01;;12;Skåne;Malmö;;3\n");

  /* Headers that all say their kind are put in its order; an empty cell is no level. */
  assert_units (batch, "Skåne [12] region \n"
                       "Skåne / Lund [] hospital \n"
                       "Skåne / Lund / Medicin [] department \n"
                       "Skåne / Lund / Medicin / Avd 1 [] ward \n"
                       "Skåne / Lund / Avd 2 [] ward \n"
                       "Skåne / Malmö [] hospital \n");
}

static void
test_unknown_levels (void)
{
  g_autoptr (VbImporter) importer = test_open ("datum;område;ställe;disponibla\n"
                                               "2024-01-01;Norr;Tallen;1\n"
                                               "2024-01-01;Norr;Granen;2\n");
  g_autoptr (VbBatch) batch = test_read (importer);

  assert_units (batch, "Norr [] region \nNorr / Tallen [] ward \nNorr / Granen [] ward \n");
}

/* A running number is no unit; a code goes with its own name, not with another level that happens
 * to have one of each. */
static void
test_codes (void)
{
  g_autoptr (VbBatch) batch = test_import ("nr;datum;region_kod;sjukhus;hsaid;disponibla\n"
                                           "1;2024-01-01;12;Lund;SE1;1\n"
                                           "2;2024-01-02;12;Lund;SE1;2\n"
                                           "3;2024-01-01;14;Borås;SE2;3\n");

  assert_units (batch, "12 [12] region \n12 / Lund [SE1] hospital \n"
                       "14 [14] region \n14 / Borås [SE2] hospital \n");
}

static void
test_totals (void)
{
  static const char text[] = "hospital,specialty,date,available_beds\n"
                             "H1,Surgery,2024-01-01,10\n"
                             "H1,Medicine,2024-01-01,20\n"
                             "H1,All Specialties,2024-01-01,30\n"
                             "H1,all_specialties,2024-02-01,31\n"
                             "H2,Samtliga,2024-01-01,7\n";
  g_autoptr (VbBatch) batch = test_import (text);

  test_assert_batch (batch, "H1|available_beds|month|2024-01-01|30\n"
                            "H1|available_beds|month|2024-02-01|31\n"
                            "H1 / Surgery|available_beds|month|2024-01-01|10\n"
                            "H1 / Medicine|available_beds|month|2024-01-01|20\n"
                            "H2|available_beds|month|2024-01-01|7\n");
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 0);
}

/* The realm is the parent of all, by its name; "Summa" without anything above it is no unit. */
static void
test_top_total (void)
{
  static const char realm[] = "ar;region;folkmangd\n"
                              "2024;Riket;100\n2024;Norr;30\n2024;Syd;70\n";
  static const char sum[] = "ar;region;folkmangd\n2024;Norr;30\n2024;Summa;100\n";
  g_autoptr (VbBatch) with_realm = test_import (realm);
  g_autoptr (VbBatch) with_sum = test_import (sum);
  g_autoptr (VbImporter) importer = test_open (sum);
  g_autoptr (VbBatch) under = NULL;
  VbBatchColumns columns;

  test_assert_batch (with_realm, "Riket|population|year|2024-01-01|100\n"
                                 "Riket / Norr|population|year|2024-01-01|30\n"
                                 "Riket / Syd|population|year|2024-01-01|70\n");
  g_assert_cmpint (vb_batch_get_unit (with_realm, 0)->kind, ==, VB_UNIT_NATION);

  test_assert_batch (with_sum, "Norr|population|year|2024-01-01|30\n");
  test_assert_problem (with_sum, VB_PROBLEM_UNKNOWN_UNIT, VB_PROBLEM_REFUSES_ROW, 3, "region",
                       "Summa");

  /* Under a unit, the sum is that unit's own figure. */
  vb_importer_set_under (importer, "Sverige");
  under = test_read (importer);
  columns = vb_batch_get_columns (under);
  g_assert_cmpuint (columns.n, ==, 2);
  g_assert_cmpint (vb_batch_get_unit (under, columns.unit[0])->parent, ==, VB_BATCH_ROOT);
  g_assert_cmpint (vb_batch_get_unit (under, columns.unit[1])->parent, ==, VB_BATCH_UNDER_ITSELF);
  g_assert_cmpfloat (columns.value[1], ==, 100);
}

/* Hospitals and the nation they add up to, in one column; its specialties cut across theirs. */
static const char whole_text[] = "date,hospital_code,hospital_name,specialism,beds_available\n"
                                 "2024-01-01,A,Alfa,all_specialties,10.1\n"
                                 "2024-01-01,A,Alfa,surgery,4\n"
                                 "2024-01-01,B,Beta,all_specialties,20.2\n"
                                 "2024-01-01,C,Gamma,all_specialties,5\n"
                                 "2024-01-01,W,Wales,all_specialties,35.3\n"
                                 "2024-01-01,W,Wales,surgery,4\n"
                                 "2024-02-01,A,Alfa,all_specialties,11\n"
                                 "2024-02-01,B,Beta,all_specialties,21\n"
                                 "2024-02-01,W,Wales,all_specialties,32\n"
                                 "2024-03-01,A,Alfa,all_specialties,12\n"
                                 "2024-03-01,B,Beta,all_specialties,22\n"
                                 "2024-03-01,W,Wales,all_specialties,34\n";

static void
test_whole (void)
{
  g_autoptr (VbBatch) batch = test_import (whole_text);

  assert_units (batch, "Wales [W] nation \n"
                       "Wales / Alfa [A] hospital \n"
                       "Wales / Alfa / surgery [] department \n"
                       "Wales / Beta [B] hospital \n"
                       "Wales / Gamma [C] hospital \n");
  test_assert_problem (batch, VB_PROBLEM_OVERLAPPING_GROUPING, VB_PROBLEM_NOTE, 7, "specialism",
                       "surgery");
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 1);
}

static void
test_whole_under_itself (void)
{
  g_autoptr (VbImporter) importer = test_open (whole_text);
  g_autoptr (VbBatch) batch = NULL;

  vb_importer_set_under (importer, "Storbritannien / Wales");
  batch = test_read (importer);
  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    {
      VbBatchUnit *unit = vb_batch_get_unit (batch, i);

      if (g_str_equal (unit->name, "Alfa"))
        g_assert_cmpint (unit->parent, ==, VB_BATCH_ROOT);
      g_assert_cmpstr (unit->name, !=, "Wales");
    }
}

/* One ward that happens to be the sum of two others is no whole. */
static void
test_no_whole (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;avdelning;disponibla;inneliggande\n"
                                           "2024-01-01;A;10;9\n2024-01-01;B;10;8\n"
                                           "2024-01-01;C;20;15\n"
                                           "2024-02-01;A;10;7\n2024-02-01;B;10;9\n"
                                           "2024-02-01;C;20;19\n");

  for (guint i = 0; i < vb_batch_get_n_units (batch); i++)
    g_assert_cmpint (vb_batch_get_unit (batch, i)->parent, ==, VB_BATCH_ROOT);
}

/* Groupings overlap the specialties that make up the total; "All Other" is what they lack. */
static void
test_groupings (void)
{
  g_autoptr (VbBatch) batch = test_import ("hb19_code,date,specialty,beds_available\n"
                                           "S1,2019-04-01,All Specialties,60\n"
                                           "S1,2019-04-01,Surgery,20\n"
                                           "S1,2019-04-01,Cardiology,30\n"
                                           "S1,2019-04-01,All Other,10\n"
                                           "S1,2019-04-01,All Acute,50\n"
                                           "S1,2019-04-01,Medical Grouping,30\n"
                                           "S1,2019-07-01,All Specialties,61\n"
                                           "S1,2019-07-01,Surgery,21\n"
                                           "S1,2019-07-01,Cardiology,30\n"
                                           "S1,2019-07-01,All Other,10\n"
                                           "S1,2019-07-01,All Acute,51\n");

  assert_units (batch, "S1 [S1] region \n"
                       "S1 / Surgery [] department \n"
                       "S1 / Cardiology [] department \n"
                       "S1 / All Other [] department \n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_OVERLAPPING_GROUPING), ==, 3);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 3);
}

/* Without a reported total, a grouping may be all there is. */
static void
test_groupings_alone (void)
{
  g_autoptr (VbBatch) batch = test_import ("board,date,specialty,beds_available\n"
                                           "S1,2019-04-01,Medical Grouping,30\n"
                                           "S1,2019-07-01,Medical Grouping,31\n");

  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, 2);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 0);
}

static void
test_care_types (void)
{
  /* A unit of one care type has it; one of several has a unit for each. */
  g_autoptr (VbBatch) batch =
      test_import ("datum;sjukhus;vardtyp(som/psyk/iva/ger);disponibla\n"
                   "2024-01-01;Lund;som;1\n2024-01-01;Lund;iva;2\n2024-01-01;Lund;alla;3\n"
                   "2024-01-01;Malmö;psyk;4\n2024-01-01;Ystad;rymd;5\n");

  test_assert_batch (batch, "Lund|available_beds|day|2024-01-01|3\n"
                            "Lund / som|available_beds|day|2024-01-01|1\n"
                            "Lund / iva|available_beds|day|2024-01-01|2\n"
                            "Malmö|available_beds|day|2024-01-01|4\n"
                            "Ystad|available_beds|day|2024-01-01|5\n");
  assert_units (batch, "Lund [] hospital \n"
                       "Lund / som [] department somatic\n"
                       "Lund / iva [] department icu\n"
                       "Malmö [] hospital psychiatric\n"
                       "Ystad [] hospital \n");
  test_assert_problem (batch, VB_PROBLEM_UNKNOWN_CARE_TYPE, VB_PROBLEM_NOTE, 6,
                       "vardtyp(som/psyk/iva/ger)", "rymd");
}

/* A clinic may have one ward of its own name; a unit may not have its own code above it. */
static void
test_own_parent_levels (void)
{
  g_autoptr (VbBatch) batch =
      test_import ("datum;klinik_kod;klinik;avdelning_kod;avdelning;disponibla\n"
                   "2024-01-01;K1;Geriatrik;A1;Geriatrik;1\n"
                   "2024-01-01;K2;Medicin;K2;Medicin;2\n");

  test_assert_batch (batch, "Geriatrik / Geriatrik|available_beds|day|2024-01-01|1\n");
  test_assert_problem (batch, VB_PROBLEM_OWN_PARENT, VB_PROBLEM_REFUSES_ROW, 3, "avdelning",
                       "Medicin");
}

static void
test_parent_column (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;överordnad;disponibla\n"
                                           "2024-01-01;Avd 1;Medicin;1\n"
                                           "2024-01-01;Medicin;Lund;2\n"
                                           "2024-01-01;Lund;;3\n"
                                           "2024-01-01;Själv;Själv;4\n"
                                           "2024-01-01;A;B;5\n"
                                           "2024-01-01;B;A;6\n"
                                           "2024-01-01;Barn;Själv;7\n"
                                           "2024-01-01;C;A;8\n");

  test_assert_batch (batch, "Lund|available_beds|day|2024-01-01|3\n"
                            "Lund / Medicin|available_beds|day|2024-01-01|2\n"
                            "Lund / Medicin / Avd 1|available_beds|day|2024-01-01|1\n"
                            "Själv / Barn|available_beds|day|2024-01-01|7\n"
                            "A / C|available_beds|day|2024-01-01|8\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_OWN_PARENT), ==, 3);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 3);
}

/* Most tables do not say what care their units give: the user does, by name, code or path, and the
 * word stands before the column's. */
static void
test_said_care_types (void)
{
  g_autoptr (VbImporter) importer =
      test_open ("datum;sjukhus;klinik_kod;klinik;vårdtyp;disponibla;iva\n"
                 "2024-01-01;Norra;K1;Psykiatri;;10;1\n"
                 "2024-01-01;Norra;K2;Medicin;;20;2\n"
                 "2024-01-01;Södra;K3;Medicin;somatisk;30;3\n");
  g_autoptr (VbBatch) batch = NULL;
  g_autofree char *units = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (
      vb_importer_map_measure (importer, "iva", VB_MEASURE_AVAILABLE_BEDS, "IVA", &error));
  g_assert_no_error (error);
  vb_importer_set_care_type (importer, "IVA", VB_CARE_TYPE_ICU);
  vb_importer_set_care_type (importer, "K1", VB_CARE_TYPE_PSYCHIATRIC);
  vb_importer_set_care_type (importer, "Medicin", VB_CARE_TYPE_SOMATIC);
  vb_importer_set_care_type (importer, "Södra / Medicin", VB_CARE_TYPE_GERIATRIC);
  vb_importer_set_care_type (importer, "Södra", VB_CARE_TYPE_ICU);
  vb_importer_set_care_type (importer, "Södra", VB_CARE_TYPE_NONE);
  batch = test_read (importer);
  units = describe_units (batch);
  g_assert_cmpstr (units, ==,
                   "Norra [] hospital \n"
                   "Norra / Psykiatri [K1] department psychiatric\n"
                   "Norra / Medicin [K2] department somatic\n"
                   "Södra [] hospital \n"
                   "Södra / Medicin [K3] department geriatric\n"
                   "Norra / Psykiatri / IVA [] ward icu\n"
                   "Norra / Medicin / IVA [] ward icu\n"
                   "Södra / Medicin / IVA [] ward icu\n");
}

/* Full paths, as the program itself writes them. */
static void
test_paths (void)
{
  g_autoptr (VbBatch) batch = test_import ("measure,unit,grain,start,value,provenance\n"
                                           "bed_days,Skåne / Lund,month,2024-01-01,1,reported\n"
                                           "bed_days,Skåne / Lund,month,2024-02-01,2,reported\n"
                                           "bed_days,Skåne / Ystad,month,2024-01-01,3,reported\n");

  test_assert_batch (batch, "Skåne / Lund|bed_days|month|2024-01-01|1\n"
                            "Skåne / Lund|bed_days|month|2024-02-01|2\n"
                            "Skåne / Ystad|bed_days|month|2024-01-01|3\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/importer/units/levels", test_levels);
  g_test_add_func ("/io/importer/units/unknown-levels", test_unknown_levels);
  g_test_add_func ("/io/importer/units/codes", test_codes);
  g_test_add_func ("/io/importer/units/said-care-types", test_said_care_types);
  g_test_add_func ("/io/importer/units/totals", test_totals);
  g_test_add_func ("/io/importer/units/top-total", test_top_total);
  g_test_add_func ("/io/importer/units/whole", test_whole);
  g_test_add_func ("/io/importer/units/whole-under-itself", test_whole_under_itself);
  g_test_add_func ("/io/importer/units/no-whole", test_no_whole);
  g_test_add_func ("/io/importer/units/groupings", test_groupings);
  g_test_add_func ("/io/importer/units/groupings-alone", test_groupings_alone);
  g_test_add_func ("/io/importer/units/care-types", test_care_types);
  g_test_add_func ("/io/importer/units/own-parent-levels", test_own_parent_levels);
  g_test_add_func ("/io/importer/units/parent-column", test_parent_column);
  g_test_add_func ("/io/importer/units/paths", test_paths);
  return g_test_run ();
}

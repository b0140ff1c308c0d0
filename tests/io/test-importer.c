/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is recognised in good tables: encodings, delimiters, layouts, dates, headers. */
#include "io-test-util.h"

static void
test_ordinary (void)
{
  static const char text[] = "datum;sjukhus;avdelning;faststallda;disponibla;inneliggande\n"
                             "2024-01-01;Norra;Avd 1;20;18;17,5\n"
                             "2024-01-02;Norra;Avd 1;20;18;19\n"
                             "2024-01-01;Norra;Avd 2;10;10;8\n";
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = test_read (importer);
  const VbRecognised *recognised = vb_importer_get_recognised (importer);

  g_assert_cmpstr (recognised->format, ==, "CSV");
  g_assert_cmpstr (recognised->encoding, ==, "UTF-8");
  g_assert_cmpint (recognised->delimiter, ==, ';');
  g_assert_cmpint (recognised->decimal, ==, ',');
  g_assert_cmpuint (recognised->header_row, ==, 1);
  g_assert_cmpint (recognised->grain, ==, VB_GRAIN_DAY);
  g_assert_false (recognised->wide);
  g_assert_cmpint (test_get_column (importer, "sjukhus")->kind, ==, VB_UNIT_HOSPITAL);
  g_assert_cmpint (test_get_column (importer, "avdelning")->kind, ==, VB_UNIT_WARD);
  g_assert_cmpint (test_get_column (importer, "avdelning")->level, ==, 1);
  test_assert_batch (batch, "Norra / Avd 1|available_beds|day|2024-01-01|18\n"
                            "Norra / Avd 1|available_beds|day|2024-01-02|18\n"
                            "Norra / Avd 1|established_beds|day|2024-01-01|20\n"
                            "Norra / Avd 1|established_beds|day|2024-01-02|20\n"
                            "Norra / Avd 1|occupied_beds|day|2024-01-01|17.5\n"
                            "Norra / Avd 1|occupied_beds|day|2024-01-02|19\n"
                            "Norra / Avd 2|available_beds|day|2024-01-01|10\n"
                            "Norra / Avd 2|established_beds|day|2024-01-01|10\n"
                            "Norra / Avd 2|occupied_beds|day|2024-01-01|8\n");
  g_assert_cmpuint (vb_batch_get_rows_read (batch), ==, 3);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 0);
  g_assert_cmpuint (vb_batch_get_problems (batch)->len, ==, 0);
  g_assert_cmpuint (strlen (vb_batch_get_checksum (batch)), ==, 64);
  g_assert_cmpstr (vb_batch_get_mapping_key (batch), ==, vb_importer_get_mapping_key (importer));
}

/* The same table in every encoding and with every line end. */
static void
test_encodings (void)
{
  static const char text[] = "Månad;Avdelning;Disponibla vårdplatser;Inskrivna\r\n"
                             "2024-01;Östra 5;18,5;17\r\n";
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize mark_size;
    const char *name;
  } cases[] = {
    { "UTF-8", "", 0, "UTF-8" },
    { "UTF-8", "\xEF\xBB\xBF", 3, "UTF-8" },
    { "ISO-8859-1", "", 0, "Windows-1252" },
    { "WINDOWS-1252", "", 0, "Windows-1252" },
    { "UTF-16LE", "\xFF\xFE", 2, "UTF-16" },
    { "UTF-16BE", "\xFE\xFF", 2, "UTF-16" },
    { "UTF-16LE", "", 0, "UTF-16" },
    { "UTF-16BE", "", 0, "UTF-16" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autoptr (VbImporter) importer = NULL;
      g_autoptr (VbBatch) batch = NULL;
      g_autofree char *converted = NULL;
      gsize size;

      g_test_message ("case %u, %s", i, cases[i].charset);
      converted = g_convert (text, -1, cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_byte_array_append (bytes, (const guint8 *) cases[i].mark, (guint) cases[i].mark_size);
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) size);
      importer = test_open_bytes (bytes->data, bytes->len);
      g_assert_cmpstr (vb_importer_get_recognised (importer)->encoding, ==, cases[i].name);
      batch = test_read (importer);
      test_assert_batch (batch, "Östra 5|available_beds|month|2024-01-01|18.5\n"
                                "Östra 5|occupied_beds|month|2024-01-01|17\n");
    }
}

/* A stray byte beyond the first block of an otherwise plain file: read again as Windows-1252. */
static void
test_late_encoding (void)
{
  g_autoptr (GString) text = g_string_new ("datum,avdelning,disponibla\n");
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbBatch) batch = NULL;

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *day = vb_day_to_iso (vb_day_from_ymd (1960, 1, 1) + (VbDay) i);

      g_string_append_printf (text, "%s,Avd 1,5\n", day);
    }
  g_string_append (text, "2024-01-01,V\xE5rd,6\n");
  importer = test_open_bytes (text->str, text->len);
  g_assert_cmpstr (vb_importer_get_recognised (importer)->encoding, ==, "Windows-1252");
  batch = test_read (importer);
  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, 20001);
  g_assert_cmpstr (vb_batch_get_unit (batch, 1)->name, ==, "Vård");
}

static void
test_date_columns (void)
{
  static const struct
  {
    const char *header;
    const char *first;
    const char *second;
    const char *grain;
    const char *first_start;
    const char *second_start;
  } cases[] = {
    { "datum", "2024-01-01", "2024-01-02", "day", "2024-01-01", "2024-01-02" },
    { "datum", "2024-01-01 06:00", "2024-01-02 06:00", "day", "2024-01-01", "2024-01-02" },
    { "datum", "20240101", "20240102", "day", "2024-01-01", "2024-01-02" },
    { "datum", "45292", "45293", "day", "2024-01-01", "2024-01-02" },
    { "date", "2024-01-01", "2024-02-01", "month", "2024-01-01", "2024-02-01" },
    { "date", "2024-01-31", "2024-02-29", "month", "2024-01-01", "2024-02-01" },
    { "date", "2024-06-30", "2024-09-30", "quarter", "2024-04-01", "2024-07-01" },
    { "date", "2024-04-01", "2024-07-01", "quarter", "2024-04-01", "2024-07-01" },
    { "date", "2023-12-31", "2024-12-31", "year", "2023-01-01", "2024-01-01" },
    { "månad", "2024-01", "2024-02", "month", "2024-01-01", "2024-02-01" },
    { "månad", "jan 2024", "feb 2024", "month", "2024-01-01", "2024-02-01" },
    { "month", "Jan-24", "Feb-24", "month", "2024-01-01", "2024-02-01" },
    { "kvartal", "2024K1", "2024K2", "quarter", "2024-01-01", "2024-04-01" },
    { "kvartal", "2024 kv 1", "2024 kv 2", "quarter", "2024-01-01", "2024-04-01" },
    { "vecka", "2024 v. 27", "2024 v. 28", "week", "2024-07-01", "2024-07-08" },
    { "week", "2024-W27", "2024-W28", "week", "2024-07-01", "2024-07-08" },
    { "week", "2024-07-01", "2024-07-08", "week", "2024-07-01", "2024-07-08" },
    { "år", "2023", "2024", "year", "2023-01-01", "2024-01-01" },
    { "tillfälle", "2024-01-01", "2024-01-02", "day", "2024-01-01", "2024-01-02" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text = g_strdup_printf ("%s;enhet;inneliggande\n%s;A;1\n%s;A;2\n",
                                               cases[i].header, cases[i].first, cases[i].second);
      g_autofree char *expected =
          g_strdup_printf ("A|occupied_beds|%s|%s|1\nA|occupied_beds|%s|%s|2\n", cases[i].grain,
                           cases[i].first_start, cases[i].grain, cases[i].second_start);
      g_autoptr (VbImporter) importer = test_open (text);
      g_autoptr (VbBatch) batch = test_read (importer);

      g_test_message ("case %u", i);
      g_assert_cmpstr (vb_grain_to_id (vb_importer_get_recognised (importer)->grain), ==,
                       cases[i].grain);
      test_assert_batch (batch, expected);
    }
}

static void
test_headers (void)
{
  static const struct
  {
    const char *header;
    const char *measure; /* NULL: left out */
  } cases[] = {
    { "Inneliggande", "occupied_beds" },
    { "inskrivna", "occupied_beds" },
    { "Admitted", "occupied_beds" },
    { "daily_beds_occupied", "occupied_beds" },
    { "average_occupied_beds", "occupied_beds" },
    { "Vårddygn", "bed_days" },
    { "VÅRDDAGAR (antal)", "bed_days" },
    { "total_occupied_beds", "bed_days" },
    { "Disponibla vårdplatser", "available_beds" },
    { "disponibla", "available_beds" },
    { "Beds", "available_beds" },
    { "daily_beds_available", "available_beds" },
    { "average_available_beds", "available_beds" },
    { "average_number_available_staffed_beds", "available_beds" },
    { "available_beds", "available_beds" },
    { "total_available_beds", "available_bed_days" },
    { "Fastställda", "established_beds" },
    { "fastställda vårdplatser", "established_beds" },
    { "AppointedBeds", "established_beds" },
    { "Överbeläggningar", "overcrowding" },
    { "overbelaggningar", "overcrowding" },
    { "utlokaliserade", "outliers_out" },
    { "utlokaliserade_ut", "outliers_out" },
    { "Placed", "outliers_out" },
    { "utlokaliserade in", "outliers_in" },
    { "Utskrivningsklara", "discharge_ready" },
    { "DischargeReady", "discharge_ready" },
    { "permission", "on_leave" },
    { "permissioner", "on_leave" },
    { "OnLeave", "on_leave" },
    { "vårdtillfällen akuta", "admissions_acute" },
    { "inskrivningar_akut", "admissions_acute" },
    { "non_elective_inpatient", "admissions_acute" },
    { "inskrivningar planerade", "admissions_planned" },
    { "elective_inpatient", "admissions_planned" },
    { "total_inpatients", "admissions" },
    { "total_day_case", "day_cases" },
    { "utskrivningar", "discharges" },
    { "population", "population" },
    { "staff_hours", "staff_hours" },
    { "AvailableBeds", NULL },
    { "Lediga", NULL },
    { "Lediga vårdplatser", NULL },
    { "något annat", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strdup_printf ("datum;enhet;%s\n2024-01-01;A;1\n2024-01-02;A;2\n", cases[i].header);
      g_autoptr (VbImporter) importer = test_open (text);
      const VbColumn *column = vb_importer_get_column (importer, 2);

      g_test_message ("“%s”", cases[i].header);
      g_assert_cmpint (column->role, ==,
                       cases[i].measure != NULL ? VB_ROLE_MEASURE : VB_ROLE_LEFT_OUT);
      if (cases[i].measure != NULL)
        g_assert_cmpstr (vb_measure_get (column->measure)->key, ==, cases[i].measure);
      else
        g_assert_nonnull (column->why);
    }
}

/* The record layout of a ward system: free beds and the ratio are left out, remarks are no units.
 */
static void
test_ward_system (void)
{
  static const char text[] =
      "ReportDate,ReportTime,CareUnitID,AppointedBeds,Beds,Admitted,OnLeave,Placed,"
      "AvailableBeds,DischargeReady,OccupancyRate,ConfirmedByUserName,Comment\n"
      "2024-01-01,06:00,301,20,18,17,1,0,1,3,0.94,anna,lugnt\n"
      "2024-01-02,06:00,301,20,18,19,0,2,-1,4,1.06,anna,trångt\n";
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = test_read (importer);

  g_assert_cmpint (test_get_column (importer, "AvailableBeds")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_cmpint (test_get_column (importer, "OccupancyRate")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_cmpint (test_get_column (importer, "Comment")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_cmpint (test_get_column (importer, "ConfirmedByUserName")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_cmpint (test_get_column (importer, "ReportTime")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_cmpuint (vb_batch_get_n_units (batch), ==, 1);
  g_assert_cmpstr (vb_batch_get_unit (batch, 0)->name, ==, "301");
  g_assert_cmpstr (vb_batch_get_unit (batch, 0)->code, ==, "301");
  g_assert_cmpint (vb_batch_get_unit (batch, 0)->kind, ==, VB_UNIT_WARD);
  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, 12);
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_NOT_IMPORTED_COLUMN), ==, 2);
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_UNKNOWN_COLUMN), ==, 3);
}

static void
test_wide (void)
{
  static const char text[] = "lanskod;region;folkmangd;disp_per_1000_2023;disp_per_1000_2024;"
                             "overbel_100_2024\n"
                             "01;Stockholm;2471906;2,1;2;4,3\n"
                             "03;Uppsala;407720;1,9;;8,3\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_true (vb_importer_get_recognised (importer)->wide);
  g_assert_cmpuint (vb_importer_get_n_columns (importer), ==, 5);
  g_assert_cmpint (test_get_column (importer, "disp_per_1000")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_true (vb_importer_map_measure (importer, "disp_per_1000",
                                          VB_MEASURE_AVAILABLE_BEDS_PER_1000, NULL, &error));
  g_assert_no_error (error);
  batch = test_read (importer);
  test_assert_batch (batch, "Stockholm|available_beds_per_1000|year|2023-01-01|2.1\n"
                            "Stockholm|available_beds_per_1000|year|2024-01-01|2\n"
                            "Uppsala|available_beds_per_1000|year|2023-01-01|1.9\n");
  g_assert_cmpstr (vb_batch_get_unit (batch, 0)->code, ==, "01");
}

/* Said in full, a header of a wide table means its own period only. */
static void
test_wide_one_period (void)
{
  static const char text[] = "region;a_2023;a_2024\nNorr;1;2\nSyd;3;4\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_true (
      vb_importer_map_measure (importer, "a_2024", VB_MEASURE_AVAILABLE_BEDS, NULL, &error));
  g_assert_no_error (error);
  batch = test_read (importer);
  test_assert_batch (batch, "Norr|available_beds|year|2024-01-01|2\n"
                            "Syd|available_beds|year|2024-01-01|4\n");
}

static void
test_wide_bare_periods (void)
{
  static const char text[] = "region,2014,2015\nStockholm,5164,5163\nUppsala,941,923\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_true (vb_importer_map_measure (importer, "*", VB_MEASURE_AVAILABLE_BEDS, NULL, &error));
  g_assert_no_error (error);
  batch = test_read (importer);
  test_assert_batch (batch, "Stockholm|available_beds|year|2014-01-01|5164\n"
                            "Stockholm|available_beds|year|2015-01-01|5163\n"
                            "Uppsala|available_beds|year|2014-01-01|941\n"
                            "Uppsala|available_beds|year|2015-01-01|923\n");
}

/* Measures by name in the rows, months in the headers, below two title lines. */
static void
test_wide_named (void)
{
  static const char text[] = "Rapport;;;\n"
                             "Uttagen;2024-03-01;;\n"
                             "Avdelning;Mått;jan 2024;feb 2024\n"
                             "Avd 1;Disponibla;18;18\n"
                             "Avd 1;Inneliggande;17,2;18,1\n";
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = test_read (importer);

  g_assert_cmpuint (vb_importer_get_recognised (importer)->header_row, ==, 3);
  test_assert_batch (batch, "Avd 1|available_beds|month|2024-01-01|18\n"
                            "Avd 1|available_beds|month|2024-02-01|18\n"
                            "Avd 1|occupied_beds|month|2024-01-01|17.2\n"
                            "Avd 1|occupied_beds|month|2024-02-01|18.1\n");
}

static void
test_long (void)
{
  static const char text[] = "indikator,region,ar,varde\n"
                             "Disponibla vårdplatser,Skåne,2024,2400\n"
                             "Överbeläggningar,Skåne,2024,93.5\n"
                             "Nöjda patienter,Skåne,2024,87\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = test_read (importer);
  g_autoptr (VbBatch) mapped = NULL;

  g_assert_cmpint (test_get_column (importer, "indikator")->role, ==, VB_ROLE_MEASURE_NAME);
  g_assert_cmpint (test_get_column (importer, "varde")->role, ==, VB_ROLE_VALUE);
  test_assert_batch (batch, "Skåne|available_beds|year|2024-01-01|2400\n"
                            "Skåne|overcrowding|year|2024-01-01|93.5\n");
  test_assert_problem (batch, VB_PROBLEM_UNKNOWN_MEASURE, VB_PROBLEM_REFUSES_ROW, 4, "indikator",
                       "Nöjda patienter");
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 1);

  /* A measure that the rows name is mapped by its name. */
  g_assert_true (
      vb_importer_map_measure (importer, "Nöjda patienter", VB_MEASURE_COMPLETED, NULL, &error));
  g_assert_no_error (error);
  mapped = test_read (importer);
  g_assert_cmpuint (vb_batch_get_n_observations (mapped), ==, 3);
}

static void
test_number_signs (void)
{
  /* Groups by no-break space, thin space and apostrophe; decimals by comma. */
  static const char comma[] = "datum;enhet;vårddygn;inneliggande\n"
                              "2024-01-01;A;1\u00A0234;1 234,5\n"
                              "2024-01-02;A;12\u202F345;1'234,5\n"
                              "2024-01-03;A;1.234;0,5\n";
  /* "1,234" in quotes in a comma file is a group of thousands. */
  static const char point[] = "date,unit,bed_days\n2024-01-01,A,\"1,234\"\n2024-01-02,A,56\n";
  g_autoptr (VbBatch) with_comma = test_import (comma);
  g_autoptr (VbBatch) with_point = test_import (point);

  test_assert_batch (with_comma, "A|occupied_beds|day|2024-01-01|1234.5\n"
                                 "A|occupied_beds|day|2024-01-02|1234.5\n"
                                 "A|occupied_beds|day|2024-01-03|0.5\n"
                                 "A|bed_days|day|2024-01-01|1234\n"
                                 "A|bed_days|day|2024-01-02|12345\n"
                                 "A|bed_days|day|2024-01-03|1234\n");
  test_assert_batch (with_point, "A|bed_days|day|2024-01-01|1234\nA|bed_days|day|2024-01-02|56\n");
}

/* Six columns could be the available beds: none is guessed, the user's word holds. */
static void
test_doubtful_columns (void)
{
  static const char text[] =
      "trust_code,date,adult_beds_available,adult_beds_occupied,icu_beds_available,"
      "icu_beds_occupied,adult_occupancy_rate\n"
      "R0A,2022-04-01,100,90,10,9,0.9\n"
      "R0A,2022-05-01,101,91,11,8,0.9\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_null (vb_importer_read (importer, NULL, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_clear_error (&error);

  g_assert_true (vb_importer_map_measure (importer, "adult_beds_available",
                                          VB_MEASURE_AVAILABLE_BEDS, NULL, &error));
  g_assert_true (vb_importer_map_measure (importer, "icu_beds_available", VB_MEASURE_AVAILABLE_BEDS,
                                          "Intensive care", &error));
  g_assert_no_error (error);
  g_assert_false (vb_importer_map_measure (importer, "adult_beds_occupied",
                                           VB_MEASURE_AVAILABLE_BEDS, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_USAGE);
  g_clear_error (&error);
  g_assert_false (
      vb_importer_map_measure (importer, "no such column", VB_MEASURE_BED_DAYS, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_assert_cmpint (test_get_column (importer, "adult_beds_occupied")->role, ==, VB_ROLE_LEFT_OUT);

  batch = test_read (importer);
  test_assert_batch (batch, "R0A|available_beds|month|2022-04-01|100\n"
                            "R0A|available_beds|month|2022-05-01|101\n"
                            "R0A / Intensive care|available_beds|month|2022-04-01|10\n"
                            "R0A / Intensive care|available_beds|month|2022-05-01|11\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_DOUBTFUL_COLUMN), ==, 2);
}

static void
test_user_columns (void)
{
  static const char text[] = "datum;ort;enhet;disponibla;kommun\n"
                             "2024-01-01;Lund;A;5;x\n2024-01-02;Lund;A;6;y\n";
  static const char *const enhet[] = { "enhet", NULL };
  static const char *const missing[] = { "enhet", "stad", NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_false (vb_importer_set_unit_columns (importer, missing, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_true (vb_importer_set_unit_columns (importer, enhet, &error));
  g_assert_true (vb_importer_skip (importer, "kommun", "y", &error));
  g_assert_no_error (error);
  g_assert_false (vb_importer_skip (importer, "stad", "y", &error));
  vb_importer_set_under (importer, "Region X");
  batch = test_read (importer);
  test_assert_batch (batch, "A|available_beds|day|2024-01-01|5\n");
  g_assert_cmpstr (vb_batch_get_under (batch), ==, "Region X");
  test_assert_problem (batch, VB_PROBLEM_SKIPPED_BY_USER, VB_PROBLEM_NOTE, 3, "kommun", "y");
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 1);
}

static void
test_roles (void)
{
  static const char text[] = "dag;a;b;c\n2024-01-01;Ost;1;2\n2024-01-02;Ost;3;4\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;

  g_assert_cmpint (test_get_column (importer, "a")->role, ==, VB_ROLE_LEVEL);
  g_assert_true (vb_importer_map_measure (importer, "b", VB_MEASURE_BED_DAYS, NULL, &error));
  g_assert_true (vb_importer_set_role (importer, 1, VB_ROLE_LEVEL, 0, VB_UNIT_CLINIC, &error));
  g_assert_true (vb_importer_set_role (importer, 3, VB_ROLE_LEFT_OUT, 0, VB_UNIT_WARD, &error));
  g_assert_no_error (error);
  g_assert_false (test_get_column (importer, "a")->guessed);
  batch = test_read (importer);
  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, 2);
  g_assert_cmpint (vb_batch_get_unit (batch, 0)->kind, ==, VB_UNIT_CLINIC);
  /* What the user has left out is not reported. */
  g_assert_cmpuint (vb_batch_get_problems (batch)->len, ==, 0);
}

static void
test_preview (void)
{
  static const char text[] = "region;disp_2023;disp_2024\nNorr;1;2\nSyd;3;4\n";
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (GPtrArray) rows = vb_importer_preview (importer, 1);
  const char *const *cells;

  g_assert_cmpuint (rows->len, ==, 1);
  cells = rows->pdata[0];
  g_assert_cmpuint (g_strv_length ((GStrv) cells), ==, 2);
  g_assert_cmpstr (cells[0], ==, "Norr");
  g_assert_cmpstr (cells[1], ==, "1 · 2");
}

static void
on_progress (double fraction, gpointer data)
{
  double *last = data;

  g_assert_cmpfloat (fraction, >=, *last);
  g_assert_cmpfloat (fraction, <=, 1);
  *last = fraction;
}

static void
test_progress_and_cancel (void)
{
  static const char text[] = "datum;enhet;disponibla\n2024-01-01;A;5\n";
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = NULL;
  double last = -1;

  batch = vb_importer_read (importer, on_progress, &last, cancellable, &error);
  g_assert_no_error (error);
  g_assert_cmpfloat (last, >=, 0);
  g_cancellable_cancel (cancellable);
  g_assert_null (vb_importer_read (importer, NULL, NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/importer/ordinary", test_ordinary);
  g_test_add_func ("/io/importer/encodings", test_encodings);
  g_test_add_func ("/io/importer/late-encoding", test_late_encoding);
  g_test_add_func ("/io/importer/date-columns", test_date_columns);
  g_test_add_func ("/io/importer/headers", test_headers);
  g_test_add_func ("/io/importer/ward-system", test_ward_system);
  g_test_add_func ("/io/importer/wide", test_wide);
  g_test_add_func ("/io/importer/wide-one-period", test_wide_one_period);
  g_test_add_func ("/io/importer/wide-bare-periods", test_wide_bare_periods);
  g_test_add_func ("/io/importer/wide-named", test_wide_named);
  g_test_add_func ("/io/importer/long", test_long);
  g_test_add_func ("/io/importer/number-signs", test_number_signs);
  g_test_add_func ("/io/importer/doubtful-columns", test_doubtful_columns);
  g_test_add_func ("/io/importer/user-columns", test_user_columns);
  g_test_add_func ("/io/importer/roles", test_roles);
  g_test_add_func ("/io/importer/preview", test_preview);
  g_test_add_func ("/io/importer/progress-and-cancel", test_progress_and_cancel);
  return g_test_run ();
}

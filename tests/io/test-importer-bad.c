/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Bad tables: each fault has one clear message, and costs no more than its cell, row, column or
 * file. */
#include <errno.h>
#include <fcntl.h>
#include <unistd.h>

#include "io-test-util.h"
#include "vb-byte-source.h"

static void
test_no_table (void)
{
  static const char prose[] = "Once upon a time, there was a ward.\nIt had beds.\n"
                              "They, too, were full, and so on.\n";
  static const char html[] = "<html><body>\n<table><tr><td>1</td></tr></table>\n</body></html>\n";
  static const char no_header[] = "2024-01-01,1,2\n2024-01-02,3,4\n";
  static const char only_header[] = "datum;enhet;disponibla\n";
  static const char one_column[] = "disponibla\n1\n2\n";
  static const char pdf[] = "%PDF-1.7\n1 0 obj\n";
  static const char xls[] = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1 and more";
  static const char database[] = "SQLite format 3\0 and more";
  static const char broken_zip[] = "PK\x03\x04 and nothing of a directory";

  test_open_fails ("", 0, "empty");
  test_open_fails (prose, sizeof prose - 1, "not a table");
  test_open_fails (html, sizeof html - 1, "not a table");
  test_open_fails (no_header, sizeof no_header - 1, "not a table");
  test_open_fails (only_header, sizeof only_header - 1, "not a table");
  test_open_fails (one_column, sizeof one_column - 1, "not a table");
  test_open_fails (pdf, sizeof pdf - 1, "PDF");
  test_open_fails (xls, sizeof xls - 1, "XLSX");
  test_open_fails (database, sizeof database - 1, "database");
  test_open_fails (broken_zip, sizeof broken_zip - 1, "damaged");
}

static void
test_missing_file (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nonexistent/table.csv");
  g_autoptr (GFile) folder = g_file_new_for_path (g_get_tmp_dir ());
  g_autoptr (GError) error = NULL;

  g_assert_null (vb_importer_open (file, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "table.csv"));
  g_clear_error (&error);
  g_assert_null (vb_importer_open (folder, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
}

/* 300 MB of NUL, as a hole in a file: refused by its first bytes. */
static void
test_nul (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *path = NULL;
  gint64 begin;
  int fd = g_file_open_tmp ("vardbalans-test-XXXXXX", &path, &error);

  g_assert_no_error (error);
  g_assert_cmpint (ftruncate (fd, 300 * 1000 * 1000), ==, 0);
  g_close (fd, NULL);
  file = g_file_new_for_path (path);
  begin = g_get_monotonic_time ();
  g_assert_null (vb_importer_open (file, NULL, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "binary"));
  g_assert_cmpint (g_get_monotonic_time () - begin, <, G_USEC_PER_SEC);
  g_unlink (path);
}

static void
test_nul_in_table (void)
{
  static const char text[] = "datum;enhet;disponibla\n2024-01-01;A;1\n2024-01-02;A\0;2\n";

  test_open_fails (text, sizeof text - 1, "binary");
}

/* A pipe is copied first: a table is read twice. */
static void
test_pipe (void)
{
  static const char text[] = "datum;enhet;disponibla\n2024-01-01;A;1\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbBatch) batch = NULL;
  g_autofree char *path = NULL;
  int ends[2];

  g_assert_cmpint (pipe (ends), ==, 0);
  g_assert_cmpint (write (ends[1], text, sizeof text - 1), ==, sizeof text - 1);
  close (ends[1]);
  path = g_strdup_printf ("/dev/fd/%d", ends[0]);
  file = g_file_new_for_path (path);
  importer = vb_importer_open (file, NULL, NULL, &error);
  g_assert_no_error (error);
  batch = test_read (importer);
  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, 1);
  close (ends[0]);
}

/* What never ends is not copied without end. */
static void
test_endless (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbByteSource) source = NULL;
  int zeros = g_open ("/dev/zero", O_RDONLY, 0);

  g_assert_cmpint (zeros, >=, 0);
  source = vb_byte_source_new_for_stream (zeros, 1024 * 1024, "standard input", NULL, &error);
  g_assert_null (source);
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (error->message, "standard input"));
  g_assert_nonnull (strstr (error->message, "more than 1 megabyte"));
  close (zeros);
}

static void
test_bad_cells (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;disponibla;inneliggande\n"
                                           "2024-01-01;A;stängd;17\n"
                                           "2024-01-02;A;20;-3\n"
                                           "2024-01-03;A;1e15;4\n"
                                           "2024-01-04;A;stängd;stängd\n"
                                           "2024-01-05;A;..;5\n"
                                           "2024-01-06;A;;\n");

  test_assert_batch (batch, "A|available_beds|day|2024-01-02|20\n"
                            "A|occupied_beds|day|2024-01-01|17\n"
                            "A|occupied_beds|day|2024-01-03|4\n"
                            "A|occupied_beds|day|2024-01-05|5\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_NOT_A_NUMBER), ==, 3);
  test_assert_problem (batch, VB_PROBLEM_NEGATIVE, VB_PROBLEM_REFUSES_CELL, 3, "inneliggande",
                       "-3");
  test_assert_problem (batch, VB_PROBLEM_OUT_OF_RANGE, VB_PROBLEM_REFUSES_CELL, 4, "disponibla",
                       "1e15");
  test_assert_problem (batch, VB_PROBLEM_NO_FIGURE, VB_PROBLEM_REFUSES_ROW, 7, NULL, NULL);
  g_assert_cmpuint (vb_batch_get_rows_read (batch), ==, 6);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 2);
}

static void
test_bad_rows (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;disponibla\n"
                                           "2024-02-29;A;1\n"
                                           "2024-02-30;A;2\n"
                                           "Summa;A;3\n"
                                           ";A;4\n"
                                           "2024-03-01;;5\n"
                                           "\n"
                                           "2024-03-02;A;6\n");
  GPtrArray *problems = vb_batch_get_problems (batch);
  static const guint rows[] = { 3, 4, 5, 6 };

  test_assert_batch (batch, "A|available_beds|day|2024-02-29|1\n"
                            "A|available_beds|day|2024-03-02|6\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_NOT_A_DATE), ==, 2);
  test_assert_problem (batch, VB_PROBLEM_MISSING_DATE, VB_PROBLEM_REFUSES_ROW, 5, "datum", NULL);
  test_assert_problem (batch, VB_PROBLEM_UNKNOWN_UNIT, VB_PROBLEM_REFUSES_ROW, 6, "enhet", NULL);
  g_assert_cmpuint (problems->len, ==, G_N_ELEMENTS (rows));
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpuint (((VbProblem *) problems->pdata[i])->row, ==, rows[i]);
  g_assert_cmpuint (vb_batch_get_rows_read (batch), ==, 6);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 4);
}

/* Too short: what is there is taken. Too long: which cell is which cannot be known. */
static void
test_ragged (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum,enhet,disponibla,inneliggande\n"
                                           "2024-01-01,A,1,2\n"
                                           "2024-01-02,A,3\n"
                                           "2024-01-03,A, norr,5,6\n"
                                           "2024-01-04,A,7,8,,\n");
  GPtrArray *problems = vb_batch_get_problems (batch);
  const VbProblem *short_row;
  const VbProblem *long_row;

  test_assert_batch (batch, "A|available_beds|day|2024-01-01|1\n"
                            "A|available_beds|day|2024-01-02|3\n"
                            "A|available_beds|day|2024-01-04|7\n"
                            "A|occupied_beds|day|2024-01-01|2\n"
                            "A|occupied_beds|day|2024-01-04|8\n");
  g_assert_cmpuint (problems->len, ==, 2);
  short_row = problems->pdata[0];
  long_row = problems->pdata[1];
  g_assert_cmpuint (short_row->row, ==, 3);
  g_assert_cmpint (short_row->kind, ==, VB_PROBLEM_RAGGED_ROW);
  g_assert_cmpint (short_row->extent, ==, VB_PROBLEM_NOTE);
  g_assert_cmpuint (long_row->row, ==, 4);
  g_assert_cmpint (long_row->extent, ==, VB_PROBLEM_REFUSES_ROW);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 1);
}

/* A quote that is opened and not closed costs its row, not those that follow. */
static void
test_open_quote (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;disponibla\n"
                                           "2024-01-01;A;1\n"
                                           "2024-01-02;\"A;2\n"
                                           "2024-01-03;A;3\n"
                                           "2024-01-04;\"A\";4\n"
                                           "2024-01-05;\"A;5\n");

  test_assert_batch (batch, "A|available_beds|day|2024-01-01|1\n"
                            "A|available_beds|day|2024-01-03|3\n"
                            "A|available_beds|day|2024-01-04|4\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_OPEN_QUOTE), ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const VbProblem *problem = g_ptr_array_index (vb_batch_get_problems (batch), i);

      g_assert_cmpuint (problem->row, ==, i == 0 ? 3 : 6);
      g_assert_cmpint (problem->extent, ==, VB_PROBLEM_REFUSES_ROW);
      g_assert_cmpstr (problem->column, ==, "enhet");
      g_assert_cmpstr (problem->value, ==, "\"A");
    }
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 2);
}

static void
test_doubled_headers (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer =
      test_open ("datum;enhet;disponibla;Disponibla;inneliggande\n2024-01-01;A;1;2;3\n");
  g_autoptr (VbBatch) batch = test_read (importer);

  test_assert_batch (batch, "A|occupied_beds|day|2024-01-01|3\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_DOUBLED_HEADER), ==, 2);
  g_assert_false (
      vb_importer_map_measure (importer, "disponibla", VB_MEASURE_AVAILABLE_BEDS, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

static void
test_ambiguous_decimals (void)
{
  g_autoptr (VbImporter) importer = test_open ("datum;enhet;vårddygn;inneliggande\n"
                                               "2024-01-01;A;1.234,56;1,5\n"
                                               "2024-01-02;A;1,234.56;2,5\n");
  g_autoptr (VbBatch) batch = test_read (importer);
  g_autoptr (VbBatch) said = NULL;
  g_autoptr (GError) error = NULL;

  test_assert_batch (batch, "A|occupied_beds|day|2024-01-01|1.5\n"
                            "A|occupied_beds|day|2024-01-02|2.5\n");
  test_assert_problem (batch, VB_PROBLEM_AMBIGUOUS_DECIMALS, VB_PROBLEM_REFUSES_COLUMN, 0,
                       "vårddygn", NULL);
  /* It is seen beforehand, and saying that it is figures does not help. */
  g_assert_cmpint (test_get_column (importer, "vårddygn")->role, ==, VB_ROLE_LEFT_OUT);
  g_assert_nonnull (strstr (test_get_column (importer, "vårddygn")->why, "decimal commas"));
  g_assert_cmpint (vb_importer_get_recognised (importer)->decimal, ==, ',');
  g_assert_true (vb_importer_map_measure (importer, "vårddygn", VB_MEASURE_BED_DAYS, NULL, &error));
  g_assert_no_error (error);
  g_assert_nonnull (strstr (test_get_column (importer, "vårddygn")->why, "decimal commas"));
  said = test_read (importer);
  g_assert_cmpuint (vb_batch_get_n_observations (said), ==, 2);
}

/* The numbers stand nowhere in what comes out: not in a problem, a sample or the preview. */
static void
test_personal_numbers (void)
{
  static const char text[] = "datum;enhet;patient;disponibla\n"
                             "2024-01-01;A;811218-9876;1\n"
                             "2024-01-02;A;19701063-2391;2\n"
                             "2024-01-03;A;8112189876;3\n";
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = test_open (text);
  g_autoptr (VbBatch) batch = test_read (importer);
  g_autoptr (GPtrArray) preview = vb_importer_preview (importer, 10);
  const char *const *first = preview->pdata[0];

  test_assert_batch (batch, "A|available_beds|day|2024-01-01|1\n"
                            "A|available_beds|day|2024-01-02|2\n"
                            "A|available_beds|day|2024-01-03|3\n");
  test_assert_problem (batch, VB_PROBLEM_PERSONAL_IDENTITY_NUMBER, VB_PROBLEM_REFUSES_COLUMN, 0,
                       "patient", NULL);
  g_assert_null (test_get_column (importer, "patient")->sample);
  g_assert_cmpstr (first[2], ==, "");
  g_assert_false (vb_importer_map_measure (importer, "patient", VB_MEASURE_BED_DAYS, NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_false (vb_importer_set_role (importer, 2, VB_ROLE_LEVEL, 1, VB_UNIT_WARD, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* One among names of wards refuses its row, and is not repeated in the report. */
static void
test_personal_number_as_unit (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;disponibla\n"
                                           "2024-01-01;Avd 1;1\n2024-01-01;Avd 2;2\n"
                                           "2024-01-01;811218-9876;3\n");

  g_assert_cmpuint (vb_batch_get_n_units (batch), ==, 2);
  test_assert_problem (batch, VB_PROBLEM_PERSONAL_IDENTITY_NUMBER, VB_PROBLEM_REFUSES_ROW, 4,
                       "enhet", NULL);
}

/* Where most cells of a column hold one, in whatever writing, the column is refused. */
static void
test_personal_numbers_in_text (void)
{
  g_autoptr (VbImporter) importer = test_open ("datum;enhet;kontakt;inskrivna\n"
                                               "2024-01-01;Avd 1;121212-1212, Anna;9\n"
                                               "2024-01-02;Avd 1;121212 1212;8\n"
                                               "2024-01-03;Avd 1;19121212 1212;7\n"
                                               "2024-01-04;Avd 1;Bo;6\n");
  g_autoptr (VbBatch) batch = test_read (importer);
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (vb_batch_get_n_observations (batch), ==, 4);
  test_assert_problem (batch, VB_PROBLEM_PERSONAL_IDENTITY_NUMBER, VB_PROBLEM_REFUSES_COLUMN, 0,
                       "kontakt", NULL);
  g_assert_false (vb_importer_set_role (importer, 2, VB_ROLE_LEVEL, 1, VB_UNIT_WARD, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_INVALID);
}

/* Where fewer do, their rows or cells are: nothing of them is kept, not even in a problem. */
static void
test_personal_numbers_here_and_there (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;enhetskod;vårdtyp;disponibla\n"
                                           "2024-01-01;Avd 1;K1;ICU;1\n"
                                           "2024-01-01;Avd 2;K2;ICU;2\n"
                                           "2024-01-01;Avd 3;K3;;121212 1212\n"
                                           "2024-01-01;Anna 121212 1212;K4;;3\n"
                                           "2024-01-01;Avd 5;19121212-1212 A;;4\n"
                                           "2024-01-01;Avd 6;K6;Bo 121212-1212;5\n"
                                           "121212-1212;Avd 7;K7;;6\n"
                                           "2024-01-01;Avd 8;K8;;8\n");
  g_autoptr (GString) told = g_string_new (NULL);
  GPtrArray *problems = vb_batch_get_problems (batch);

  g_assert_cmpuint (vb_batch_get_n_units (batch), ==, 4);
  for (guint i = 0; i < problems->len; i++)
    {
      const VbProblem *problem = problems->pdata[i];

      if (problem->kind != VB_PROBLEM_PERSONAL_IDENTITY_NUMBER)
        continue;
      g_string_append_printf (told, "%u %s %d\n", problem->row, problem->column,
                              problem->extent == VB_PROBLEM_REFUSES_ROW);
      g_assert_null (problem->value);
    }
  g_assert_cmpstr (told->str, ==, "4 disponibla 0\n5 enhet 1\n6 enhet 1\n7 vårdtyp 1\n8 datum 1\n");
}

static void
test_duplicates (void)
{
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;disponibla;inneliggande\n"
                                           "2024-01-01;A;1;2\n"
                                           "2024-01-01;A;1;3\n"
                                           "2024-01-02;A;4;\n"
                                           "2024-01-02;A;5;\n"
                                           "2024-01-03;A;6;7\n"
                                           "2024-01-03;A;6;7\n");
  GPtrArray *problems = vb_batch_get_problems (batch);

  test_assert_batch (batch, "A|available_beds|day|2024-01-01|1\n"
                            "A|available_beds|day|2024-01-03|6\n"
                            "A|occupied_beds|day|2024-01-03|7\n");
  g_assert_cmpuint (test_count_problems (batch, VB_PROBLEM_CONFLICTING_DUPLICATE), ==, 4);
  g_assert_cmpstr (((VbProblem *) problems->pdata[0])->column, ==, "inneliggande");
  g_assert_cmpuint (vb_batch_get_rows_read (batch), ==, 6);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 2);
}

static void
test_bad_text (void)
{
  /* UTF-8 with one stray byte among good characters: that row's unit is unreadable. */
  g_autoptr (VbBatch) batch = test_import ("datum;enhet;överbeläggningar\n"
                                           "2024-01-01;Östra;1\n2024-01-01;V\xE5rd;2\n");

  test_assert_batch (batch, "Östra|overcrowding|day|2024-01-01|1\n");
  g_assert_cmpint (test_find_problem (batch, VB_PROBLEM_BAD_TEXT)->extent, ==,
                   VB_PROBLEM_REFUSES_ROW);
}

static void
test_nothing_to_take (void)
{
  static const struct
  {
    const char *text;
    const char *words;
  } cases[] = {
    { "enhet;disponibla\nA;1\nB;2\n", "dates" },
    { "datum;enhet;annat\n2024-01-01;A;1\n", "measure" },
    { "datum;disponibla\n2024-01-01;1\n", "units" },
    { "datum;avdelning;disponibla\n2024-01-01;191212121212;1\n",
      "the column “avdelning” holds personal identity numbers" },
    { "datum;avdelning;disponibla\n31.1.2024;A;1\n", "2024-01-31" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (VbImporter) importer = test_open (cases[i].text);

      g_assert_null (vb_importer_read (importer, NULL, NULL, NULL, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].words));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/importer/bad/no-table", test_no_table);
  g_test_add_func ("/io/importer/bad/missing-file", test_missing_file);
  g_test_add_func ("/io/importer/bad/nul", test_nul);
  g_test_add_func ("/io/importer/bad/nul-in-table", test_nul_in_table);
  g_test_add_func ("/io/importer/bad/pipe", test_pipe);
  g_test_add_func ("/io/importer/bad/cells", test_bad_cells);
  g_test_add_func ("/io/importer/bad/rows", test_bad_rows);
  g_test_add_func ("/io/importer/bad/ragged", test_ragged);
  g_test_add_func ("/io/importer/bad/endless", test_endless);
  g_test_add_func ("/io/importer/bad/open-quote", test_open_quote);
  g_test_add_func ("/io/importer/bad/doubled-headers", test_doubled_headers);
  g_test_add_func ("/io/importer/bad/ambiguous-decimals", test_ambiguous_decimals);
  g_test_add_func ("/io/importer/bad/personal-numbers", test_personal_numbers);
  g_test_add_func ("/io/importer/bad/personal-number-as-unit", test_personal_number_as_unit);
  g_test_add_func ("/io/importer/bad/personal-numbers-in-text", test_personal_numbers_in_text);
  g_test_add_func ("/io/importer/bad/personal-numbers-here-and-there",
                   test_personal_numbers_here_and_there);
  g_test_add_func ("/io/importer/bad/duplicates", test_duplicates);
  g_test_add_func ("/io/importer/bad/bad-text", test_bad_text);
  g_test_add_func ("/io/importer/bad/nothing-to-take", test_nothing_to_take);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-file.h"

#include <glib/gstdio.h>
#include <math.h>
#include <string.h>
#include <xlsxwriter.h>

#include "vb-error.h"
#include "vb-population-summary.h"
#include "vb-population-words.h"

static VbPopulationFile *
read_bytes (gconstpointer data, gsize size, gboolean *recognised, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "folk.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VbPopulationFile *population;

  g_assert_true (g_file_set_contents (path, data, (gssize) size, NULL));
  *recognised = vb_population_file_recognise (file, NULL, NULL);
  population = vb_population_file_read (file, NULL, NULL, error);
  g_unlink (path);
  g_rmdir (folder);
  return population;
}

static VbPopulationFile *
read_text (const char *text)
{
  g_autoptr (GError) error = NULL;
  gboolean recognised;
  VbPopulationFile *file = read_bytes (text, strlen (text), &recognised, &error);

  g_assert_no_error (error);
  g_assert_true (recognised);
  return file;
}

static VbPopulationFacts *
get_place (VbPopulationFile *file, guint index)
{
  g_assert_cmpuint (file->problems->len, ==, 0);
  g_assert_cmpuint (index, <, file->places->len);
  return file->places->pdata[index];
}

/* The inhabitants of a group; NAN when it is not there. */
static double
find_count (VbPopulationFacts *facts, gint16 year, VbSex sex, gint16 from, gint16 to)
{
  for (guint i = 0; i < facts->counts->len; i++)
    {
      const VbPopulationCount *count = &g_array_index (facts->counts, VbPopulationCount, i);

      if (count->year == year && count->sex == sex && count->ages.from == from
          && count->ages.to == to)
        return count->inhabitants;
    }
  return NAN;
}

static double
find_use (VbPopulationFacts *facts, gint16 year, VbCareGroup group, VbSex sex, gint16 from)
{
  for (guint i = 0; i < facts->uses->len; i++)
    {
      const VbCareUse *use = &g_array_index (facts->uses, VbCareUse, i);

      if (use->year == year && use->group == group && use->sex == sex && use->ages.from == from)
        return use->bed_days;
    }
  return NAN;
}

static void
test_long (void)
{
  g_autoptr (VbPopulationFile) file =
      read_text ("Our region\n"
                 "\n"
                 "unit,year,sex,age,inhabitants,kind,somatic bed days,ICU bed days\n"
                 "Region A,2025,women,0–64,1000,outcome,200,\n"
                 "Region A,2025,women,65+,300,outcome,600,5\n"
                 "Region A,2025,men,0–64,1100,outcome,150,\n"
                 "Region A,2025,men,65+,250,outcome,700,7\n"
                 "Region A,2030,women,0–64,990,projection,,\n"
                 "Region A,2030,women,65+,350,projection,,\n"
                 "Region A,2030,men,0–64,1090,projection,,\n"
                 "Region A,2030,men,65+,300,projection,,\n");
  VbPopulationFacts *facts;
  gint16 first, last;

  /* The ICU column speaks of the old only. */
  g_assert_cmpuint (file->problems->len, ==, 2);
  g_assert_cmpint (((VbProblem *) file->problems->pdata[0])->kind, ==, VB_PROBLEM_MISSING_AGES);
  g_assert_cmpuint (((VbProblem *) file->problems->pdata[0])->row, ==, 5);

  facts = file->places->pdata[0];
  g_assert_true (file->kind_known);
  g_assert_cmpuint (file->n_rows, ==, 8);
  g_assert_cmpstr (facts->name, ==, "Region A");
  g_assert_cmpstr (facts->source, ==, "folk.csv");
  g_assert_cmpfloat (find_count (facts, 2025, VB_SEX_WOMEN, 65, VB_AGE_NO_END), ==, 300);
  g_assert_cmpfloat (find_count (facts, 2030, VB_SEX_MEN, 0, 64), ==, 1090);
  g_assert_cmpfloat (find_use (facts, 2025, VB_CARE_GROUP_SOMATIC, VB_SEX_MEN, 65), ==, 700);
  vb_population_facts_get_years (facts, &first, &last);
  g_assert_cmpint (first, ==, 2025);
  g_assert_cmpint (last, ==, 2030);
  g_assert_cmpint (vb_population_facts_get_last_outcome (facts), ==, 2025);
}

/* Swedish headers and words, decimal commas, groups parted by spaces, no unit, totals that are
 * there in parts. */
static void
test_swedish (void)
{
  g_autoptr (VbPopulationFile) file = read_text ("År;Kön;Ålder;Antal invånare;Vårddygn somatik\n"
                                                 "2025;kvinnor;0–79 år;10 000;1 000,5\n"
                                                 "2025;kvinnor;80 år och äldre;700;2 000\n"
                                                 "2025;kvinnor;totalt ålder;10 700;3 000,5\n"
                                                 "2025;män;0–79 år;10 500;900\n"
                                                 "2025;män;80 år och äldre;500;1 700\n"
                                                 "2025;totalt;0–79 år;20 500;1 900,5\n"
                                                 "2025;totalt;80 år och äldre;1 200;3 700\n"
                                                 "2026;totalt;0–79 år;20 400;\n"
                                                 "2026;totalt;80 år och äldre;1 300;\n");
  VbPopulationFacts *facts = get_place (file, 0);

  g_assert_null (facts->name);
  g_assert_false (file->kind_known);
  g_assert_cmpuint (facts->counts->len, ==, 6);
  g_assert_cmpuint (facts->uses->len, ==, 4);
  g_assert_cmpfloat (find_count (facts, 2025, VB_SEX_WOMEN, 0, 79), ==, 10000);
  g_assert_cmpfloat (find_use (facts, 2025, VB_CARE_GROUP_SOMATIC, VB_SEX_WOMEN, 0), ==, 1000.5);
  g_assert_cmpfloat (find_count (facts, 2026, VB_SEX_ALL, 80, VB_AGE_NO_END), ==, 1300);

  vb_population_file_set_last_outcome (file, 2025);
  g_assert_cmpint (vb_population_facts_get_last_outcome (facts), ==, 2025);
  vb_population_file_set_last_outcome (file, 2026);
  g_assert_cmpint (vb_population_facts_get_last_outcome (facts), ==, 2026);
}

static void
assert_text (char *text, const char *expected)
{
  g_assert_cmpstr (text, ==, expected);
  g_free (text);
}

/* What is told before it is taken. */
static void
test_summary (void)
{
  g_autoptr (VbPopulationFile) file =
      read_text ("enhet;år;kön;ålder;folkmängd;vårddygn somatik;vårddygn IVA;slag\n"
                 "A;2025;kvinnor;0–64;10;5;;utfall\nA;2025;kvinnor;65+;10;5;;utfall\n"
                 "A;2025;män;0–64;10;5;;utfall\nA;2025;män;65+;10;5;;utfall\n"
                 "B;2030;;0+;9;;;prognos\nB;2024;;0+;9;;3;utfall\n");
  g_autoptr (VbPopulationSummary) summary = vb_population_summary_new (file);

  g_assert_cmpuint (summary->n_rows, ==, 6);
  g_assert_cmpuint (summary->n_refused, ==, 0);
  g_assert_cmpuint (summary->years->len, ==, 3);
  g_assert_cmpint (g_array_index (summary->years, gint16, 0), ==, 2024);
  g_assert_cmpint (g_array_index (summary->years, gint16, 2), ==, 2030);
  g_assert_cmpint (summary->last_outcome, ==, 2025);
  assert_text (vb_population_summary_dup_ages (summary), "0–64, All Ages, 65+");
  assert_text (vb_population_summary_dup_sexes (summary), "Women and Men, Women, Men");
  assert_text (vb_population_summary_dup_uses (summary), "Somatic Care, Intensive Care, 2024–2025");
}

/* A row counts once, however many faults it has; many ages are counted. */
static void
test_summary_of_faults (void)
{
  g_autoptr (VbPopulationFile) file = read_text ("age;2025;2026\n0–64;x;y\n65+;1;2\n");
  g_autoptr (VbPopulationSummary) summary = vb_population_summary_new (file);
  g_autoptr (GString) text = g_string_new ("age;2025\n");
  g_autoptr (VbPopulationFile) single = NULL;
  g_autoptr (VbPopulationSummary) many = NULL;

  g_assert_cmpuint (file->problems->len, ==, 2);
  g_assert_cmpuint (summary->n_rows, ==, 2);
  g_assert_cmpuint (summary->n_refused, ==, 1);
  for (guint age = 0; age < 100; age++)
    g_string_append_printf (text, "%u;1\n", age);
  g_string_append (text, "100+;1\n");
  single = read_text (text->str);
  many = vb_population_summary_new (single);
  assert_text (vb_population_summary_dup_ages (many), "101, from 0 to 100+");
  g_assert_null (vb_population_summary_dup_uses (many));
  g_assert_cmpint (many->last_outcome, ==, 0);
}

/* A column a year, single years of age, the code before the name, as Statistics Sweden's table of
 * text. */
static void
test_wide (void)
{
  g_autoptr (VbPopulationFile) file = read_text (
      "\"Folkmängden efter region, ålder, kön och år\"\n"
      "\n"
      "\"region\",\"ålder\",\"kön\",\"Folkmängd 2024\",\"Folkmängd 2025\",\"Prognos 2026\"\n"
      "\"23 Jämtlands län\",\"0 år\",\"män\",600,590,580\n"
      "\"23 Jämtlands län\",\"0 år\",\"kvinnor\",570,560,550\n"
      "\"23 Jämtlands län\",\"1+ år\",\"män\",66000,66100,66200\n"
      "\"23 Jämtlands län\",\"1+ år\",\"kvinnor\",64000,64100,..\n"
      "\n"
      "Källa: SCB\n");
  VbPopulationFacts *facts = file->places->pdata[0];

  g_assert_cmpuint (file->problems->len, ==, 1);
  g_assert_cmpint (((VbProblem *) file->problems->pdata[0])->kind, ==, VB_PROBLEM_MISSING_AGES);
  g_assert_cmpuint (file->places->len, ==, 1);
  g_assert_cmpstr (facts->name, ==, "23 Jämtlands län");
  g_assert_cmpfloat (find_count (facts, 2024, VB_SEX_MEN, 0, 0), ==, 600);
  g_assert_cmpfloat (find_count (facts, 2025, VB_SEX_WOMEN, 1, VB_AGE_NO_END), ==, 64100);
}

static void
add_row (lxw_worksheet *sheet, lxw_row_t row, const char *a, const char *b, const char *c, int n)
{
  worksheet_write_string (sheet, row, 0, a, NULL);
  worksheet_write_string (sheet, row, 1, b, NULL);
  worksheet_write_string (sheet, row, 2, c, NULL);
  worksheet_write_number (sheet, row, 3, n, NULL);
  worksheet_write_number (sheet, row, 4, n + 10, NULL);
}

/* The same as a workbook: no headers above region, age and sex, and each written once. */
static void
test_workbook (void)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "folk.xlsx", NULL);
  g_autoptr (GFile) source = g_file_new_for_path (path);
  g_autoptr (VbPopulationFile) file = NULL;
  g_autoptr (GError) error = NULL;
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *sheet = workbook_add_worksheet (workbook, "about");
  VbPopulationFacts *facts;

  worksheet_write_string (sheet, 0, 0, "Nothing here", NULL);
  sheet = workbook_add_worksheet (workbook, "000001");
  worksheet_write_string (sheet, 0, 0, "Befolkningsframskrivning efter region, ålder och kön",
                          NULL);
  worksheet_write_string (sheet, 2, 3, "2027", NULL);
  worksheet_write_string (sheet, 2, 4, "2028", NULL);
  add_row (sheet, 3, "01 Stockholms län", "0–79 år", "män", 100);
  add_row (sheet, 4, "", "", "kvinnor", 110);
  add_row (sheet, 5, "", "80+ år", "män", 20);
  add_row (sheet, 6, "", "", "kvinnor", 30);
  add_row (sheet, 7, "03 Uppsala län", "0–79 år", "män", 200);
  add_row (sheet, 8, "", "", "kvinnor", 210);
  add_row (sheet, 9, "", "80+ år", "män", 40);
  add_row (sheet, 10, "", "", "kvinnor", 60);
  worksheet_write_string (sheet, 12, 0, "Källa: SCB", NULL);
  g_assert_cmpint (workbook_close (workbook), ==, LXW_NO_ERROR);

  g_assert_true (vb_population_file_recognise (source, NULL, NULL));
  file = vb_population_file_read (source, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (file->places->len, ==, 2);
  g_assert_true (file->kind_known);
  facts = get_place (file, 1);
  g_assert_cmpstr (facts->name, ==, "03 Uppsala län");
  g_assert_cmpuint (facts->counts->len, ==, 8);
  g_assert_cmpfloat (find_count (facts, 2028, VB_SEX_WOMEN, 80, VB_AGE_NO_END), ==, 70);
  g_assert_cmpint (vb_population_facts_get_last_outcome (facts), ==, 0);
  g_unlink (path);
  g_rmdir (folder);
}

/* Each fault is told once: where, and what stood there. */
static void
test_faults (void)
{
  static const struct
  {
    const char *rows;
    VbProblemKind kind;
    guint row;
    const char *column;
    const char *value;
  } cases[] = {
    { "A,2025,all,0-17,5,\nA,2025,all,18+,x7,\n", VB_PROBLEM_NOT_A_NUMBER, 3, "inhabitants", "x7" },
    { "A,2025,all,0-17,-5,\nA,2025,all,18+,7,\n", VB_PROBLEM_NEGATIVE, 2, "inhabitants", "-5" },
    { "A,2025,all,0-17,5,\nA,2025,all,old,7,\n", VB_PROBLEM_NOT_AN_AGE, 3, "age", "old" },
    { "A,2025,all,0-17,5,\nA,2025,them,18+,7,\n", VB_PROBLEM_NOT_A_SEX, 3, "sex", "them" },
    { "A,25,all,0-17,5,\nA,2025,all,0+,7,\n", VB_PROBLEM_NOT_A_YEAR, 2, "year", "25" },
    { "A,2025,all,0-17,5,\nA,2025,all,15+,7,\n", VB_PROBLEM_OVERLAPPING_AGES, 3, "age", "15+" },
    { "A,2025,all,0+,5,\nA,2025,all,0+,7,\n", VB_PROBLEM_OVERLAPPING_AGES, 3, "age", "0+" },
    { "A,2025,all,0-17,5,\nA,2025,all,19+,7,\n", VB_PROBLEM_MISSING_AGES, 3, "age", "19+" },
    { "A,2025,all,0-17,5,\nA,2025,all,18-79,7,\n", VB_PROBLEM_MISSING_AGES, 3, "age", "18–79" },
    { "A,2025,women,0-17,5,\nA,2025,women,18+,7,\n", VB_PROBLEM_ONE_SEX, 2, "sex", "Women" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *text =
          g_strconcat ("unit,year,sex,age,inhabitants,remark\n", cases[i].rows, NULL);
      g_autoptr (VbPopulationFile) file = read_text (text);
      const VbProblem *problem = NULL;
      gboolean found = FALSE;

      g_assert_cmpuint (file->problems->len, >=, 1);
      for (guint j = 0; j < file->problems->len && !found; j++)
        {
          problem = file->problems->pdata[j];
          found = problem->kind == cases[i].kind && problem->row == cases[i].row;
        }
      g_assert_true (found);
      g_assert_cmpstr (problem->column, ==, cases[i].column);
      if (problem->kind != VB_PROBLEM_OVERLAPPING_AGES || cases[i].value[0] != '0')
        g_assert_cmpstr (problem->value, ==, cases[i].value);
    }
}

static void
test_columns (void)
{
  g_autoptr (VbPopulationFile) vague = read_text ("year,age,inhabitants,bed days\n"
                                                  "2025,0+,10,20\n");
  g_autoptr (VbPopulationFile) twice = read_text ("age,2025,Folkmängd 2025\n"
                                                  "0+,10,20\n");
  g_autoptr (VbPopulationFile) mixed = read_text ("year;age;inhabitants\n"
                                                  "2025;0–17;1234,5\n"
                                                  "2025;18+;1234.5\n");
  g_autoptr (VbPopulationFile) kinds = read_text ("year,age,inhabitants,kind\n"
                                                  "2025,0+,10,perhaps\n");

  g_assert_cmpint (((VbProblem *) vague->problems->pdata[0])->kind, ==, VB_PROBLEM_NO_CARE_GROUP);
  g_assert_cmpstr (((VbProblem *) vague->problems->pdata[0])->column, ==, "bed days");
  g_assert_cmpint (((VbProblem *) twice->problems->pdata[0])->kind, ==, VB_PROBLEM_DOUBLED_HEADER);
  g_assert_cmpint (((VbProblem *) mixed->problems->pdata[0])->kind, ==,
                   VB_PROBLEM_AMBIGUOUS_DECIMALS);
  g_assert_cmpint (((VbProblem *) kinds->problems->pdata[0])->kind, ==, VB_PROBLEM_NOT_A_KIND);
}

/* Tables of something else are not taken for one of population. */
static void
test_others (void)
{
  static const char *const others[] = {
    "",
    "unit,date,available beds,occupied beds\nA,2025-01-01,10,9\n",
    "unit,2024,2025\nA,10,9\nB,8,7\n",
    ",2024,2025\nA,10,9\nB,8,7\n",
    "year,inhabitants\n2025,10\n",
    "age,remark\n0–17,5\n",
    "år,ålder,kön\n2025,0–17,män\n",
  };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      g_autoptr (GError) error = NULL;
      gboolean recognised;

      g_assert_null (read_bytes (others[i], strlen (others[i]), &recognised, &error));
      g_assert_false (recognised);
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, "folk.csv"));
    }
}

static void
test_ages (void)
{
  static const struct
  {
    const char *text;
    gint16 from;
    gint16 to; /* -1: no age */
    gboolean is_total;
  } cases[] = {
    { "0", 0, 0, FALSE },
    { "42", 42, 42, FALSE },
    { "42 år", 42, 42, FALSE },
    { "0–17", 0, 17, FALSE },
    { "0-17 år", 0, 17, FALSE },
    { " 18 till 64 ", 18, 64, FALSE },
    { "65 to 79 years of age", 65, 79, FALSE },
    { "80+", 80, VB_AGE_NO_END, FALSE },
    { "80+ år", 80, VB_AGE_NO_END, FALSE },
    { "80-", 80, VB_AGE_NO_END, FALSE },
    { "80 år och äldre", 80, VB_AGE_NO_END, FALSE },
    { "80 years and older", 80, VB_AGE_NO_END, FALSE },
    { "≥ 85", 85, VB_AGE_NO_END, FALSE },
    { "under 18", 0, 17, FALSE },
    { "yngre än 18 år", 0, 17, FALSE },
    { "<1", 0, 0, FALSE },
    { "Totalt", 0, VB_AGE_NO_END, TRUE },
    { "samtliga åldrar", 0, VB_AGE_NO_END, TRUE },
    { "All ages", 0, VB_AGE_NO_END, TRUE },
    { "", 0, -1, FALSE },
    { "barn", 0, -1, FALSE },
    { "17-0", 0, -1, FALSE },
    { "0-17-64", 0, -1, FALSE },
    { "-5", 0, -1, FALSE },
    { "2025-01-17", 0, -1, FALSE },
    { "99999999999", 0, -1, FALSE },
    { "131", 0, -1, FALSE },
    { "under 0", 0, -1, FALSE },
    { "10+ 20", 0, -1, FALSE },
    { "5/9", 0, -1, FALSE },
    { "\xff\xfe", 0, -1, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VbAges ages = { -1, -1 };
      gboolean is_total = FALSE;
      gboolean read = vb_population_words_read_ages (cases[i].text, &ages, &is_total);

      g_assert_cmpint (read, ==, cases[i].to >= 0);
      g_assert_cmpint (ages.to, ==, cases[i].to);
      g_assert_cmpint (is_total, ==, cases[i].is_total);
      if (read)
        g_assert_cmpint (ages.from, ==, cases[i].from);
    }
}

/* Bytes at random, and tables with bytes changed at random, never break the reader, and what it
 * takes is in order. */
static void
test_hostile (void)
{
  const char seed[] = "region;ålder;kön;2024;2025;prognos 2026;vårddygn iva\n"
                      "A;0-17;män;1;2;3;4\nA;18+;män;1;2;3;4\n"
                      "A;0-17;kvinnor;1;2;3;4\nA;18+;kvinnor;1;2;3;4\n";
  GRand *random = g_rand_new_with_seed (17);

  for (guint n = 0; n < 3000; n++)
    {
      g_autofree char *bytes = g_memdup2 (seed, sizeof seed - 1);
      g_autoptr (VbPopulationFile) file = NULL;
      gboolean recognised;

      for (int i = g_rand_int_range (random, 0, 6); i >= 0; i--)
        bytes[g_rand_int_range (random, 0, sizeof seed - 1)] =
            (char) g_rand_int_range (random, 1, 256);
      file =
          read_bytes (bytes, (gsize) g_rand_int_range (random, 0, sizeof seed), &recognised, NULL);
      for (guint i = 0; file != NULL && file->problems->len == 0 && i < file->places->len; i++)
        {
          VbPopulationFacts *facts = file->places->pdata[i];
          g_autoptr (GError) error = NULL;

          vb_population_facts_check (facts, &error);
          g_assert_no_error (error);
          g_assert_true (facts->name == NULL || g_utf8_validate (facts->name, -1, NULL));
        }
    }
  g_rand_free (random);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/io/population-file/long", test_long);
  g_test_add_func ("/io/population-file/swedish", test_swedish);
  g_test_add_func ("/io/population-file/wide", test_wide);
  g_test_add_func ("/io/population-file/workbook", test_workbook);
  g_test_add_func ("/io/population-file/faults", test_faults);
  g_test_add_func ("/io/population-file/summary", test_summary);
  g_test_add_func ("/io/population-file/summary-of-faults", test_summary_of_faults);
  g_test_add_func ("/io/population-file/columns", test_columns);
  g_test_add_func ("/io/population-file/others", test_others);
  g_test_add_func ("/io/population-file/ages", test_ages);
  g_test_add_func ("/io/population-file/hostile", test_hostile);

  return g_test_run ();
}

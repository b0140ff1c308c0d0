/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>
#include <string.h>

#include "vb-date-form.h"
#include "vb-number-form.h"
#include "vb-personal-number.h"
#include "vb-string-table.h"
#include "vb-xlsx-workbook.h"

static void
test_number_parse (void)
{
  static const struct
  {
    const char *text;
    char decimal;
    double value; /* NAN: no number */
  } cases[] = {
    { "0", '.', 0 },
    { "12,5", ',', 12.5 },
    { "12.5", '.', 12.5 },
    { "12,5", '.', NAN },
    { "1 234,5", ',', 1234.5 },
    { "1\u00A0234", '.', 1234 },
    { "1\u202F234\u202F567", '.', 1234567 },
    { "1'234.5", '.', 1234.5 },
    { "1’234.5", '.', 1234.5 },
    { "1.234,56", ',', 1234.56 },
    { "1,234.56", '.', 1234.56 },
    { "1.234,56", '.', NAN },
    { "1,234,567", '.', 1234567 },
    { "12,34,567", '.', NAN },
    { "12 34", '.', NAN },
    { "1 234.567.890", '.', NAN },
    { "-3", '.', -3 },
    { "−5,25", ',', -5.25 },
    { "+7", '.', 7 },
    { "96,5 %", ',', 96.5 },
    { "1e5", '.', 100000 },
    { "2.5E-3", '.', 0.0025 },
    { "1e999", '.', NAN },
    { "0.30000000000000004", '.', 0.30000000000000004 },
    { "410.21999200000001", '.', 410.21999200000001 },
    { "123456789012345678901234567890", '.', 1.2345678901234568e29 },
    { "  8  ", '.', 8 },
    { "stängd", '.', NAN },
    { "", '.', NAN },
    { "-", '.', NAN },
    { "%", '.', NAN },
    { ".", '.', NAN },
    { "1.2.3", '.', NAN },
    { "0x1F", '.', NAN },
    { "nan", '.', NAN },
    { "inf", '.', NAN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      double value = -99;
      gboolean parsed =
          vb_number_form_parse (cases[i].text, strlen (cases[i].text), cases[i].decimal, &value);

      g_test_message ("“%s” with “%c”", cases[i].text, cases[i].decimal);
      g_assert_cmpint (parsed, ==, cases[i].value == cases[i].value);
      if (parsed)
        g_assert_cmpfloat (value, ==, cases[i].value);
      else
        g_assert_cmpfloat (value, ==, -99);
    }
}

/* The fast way must give the very double that the C library gives. */
static void
test_number_exact (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 20000; i++)
    {
      g_autofree char *text =
          g_strdup_printf ("%u.%0*u", g_rand_int_range (random, 0, 99999999),
                           g_rand_int_range (random, 1, 10), g_rand_int_range (random, 0, 999999));
      double value = 0;

      g_assert_true (vb_number_form_parse (text, strlen (text), '.', &value));
      g_assert_cmpfloat (value, ==, g_ascii_strtod (text, NULL));
    }
}

static void
test_number_inspect (void)
{
  static const struct
  {
    const char *text;
    gboolean number;
    VbNumberForm form;
  } cases[] = {
    { "12", TRUE, VB_NUMBER_FORM_NONE },
    { "12,5", TRUE, VB_NUMBER_FORM_DECIMAL_COMMA },
    { "12.5", TRUE, VB_NUMBER_FORM_DECIMAL_POINT },
    { "1,234", TRUE, VB_NUMBER_FORM_UNSURE_COMMA },
    { "1.234", TRUE, VB_NUMBER_FORM_UNSURE_POINT },
    { "0,125", TRUE, VB_NUMBER_FORM_DECIMAL_COMMA },
    { "1234.567", TRUE, VB_NUMBER_FORM_DECIMAL_POINT },
    { "1.234,56", TRUE, VB_NUMBER_FORM_DECIMAL_COMMA },
    { "1,234.56", TRUE, VB_NUMBER_FORM_DECIMAL_POINT },
    { "1,234,567", TRUE, VB_NUMBER_FORM_DECIMAL_POINT },
    { "1 234,567", TRUE, VB_NUMBER_FORM_DECIMAL_COMMA },
    { "12 %", TRUE, VB_NUMBER_FORM_PERCENT },
    { "1.2.3", FALSE, VB_NUMBER_FORM_NONE },
    { "stängd", FALSE, VB_NUMBER_FORM_NONE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VbNumberForm form = VB_NUMBER_FORM_NONE;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (vb_number_form_inspect (cases[i].text, strlen (cases[i].text), &form), ==,
                       cases[i].number);
      g_assert_cmpint (form, ==, cases[i].form);
    }
}

static void
test_number_missing (void)
{
  static const char *const missing[] = { "", " ", "-", "–", "..", "…", ".", "NA", "n/a", "NULL" };
  static const char *const present[] = { "0", "stängd", "x", "#N/A", "-1", "N" };

  for (guint i = 0; i < G_N_ELEMENTS (missing); i++)
    g_assert_true (vb_number_form_is_missing (missing[i], strlen (missing[i])));
  for (guint i = 0; i < G_N_ELEMENTS (present); i++)
    g_assert_false (vb_number_form_is_missing (present[i], strlen (present[i])));
}

static void
test_date_parse (void)
{
  static const struct
  {
    const char *text;
    VbDateForm form;
    VbGrain grain;
    const char *start;
  } cases[] = {
    { "2024-01-31", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-01-31" },
    { "2024-02-29", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-02-29" },
    { "2024-01-31T06:00:00", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-01-31" },
    { "2024-01-31 06:00", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-01-31" },
    { "2024-01-31T06:00:00Z", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-01-31" },
    { "20240131", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-01-31" },
    { "2024/1/5", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2024-01-05" },
    { "3 juli 2026", VB_DATE_FORM_PERIOD, VB_GRAIN_DAY, "2026-07-03" },
    { "2024-01", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2024-01-01" },
    { "202401", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2024-01-01" },
    { "2024M01", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2024-01-01" },
    { "jan 2024", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2024-01-01" },
    { "januari 2024", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2024-01-01" },
    { "Jan-24", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2024-01-01" },
    { "okt. 2023", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2023-10-01" },
    { "October 2023", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2023-10-01" },
    { "2023 maj", VB_DATE_FORM_PERIOD, VB_GRAIN_MONTH, "2023-05-01" },
    { "2024K1", VB_DATE_FORM_PERIOD, VB_GRAIN_QUARTER, "2024-01-01" },
    { "2024Q4", VB_DATE_FORM_PERIOD, VB_GRAIN_QUARTER, "2024-10-01" },
    { "2024 kv 2", VB_DATE_FORM_PERIOD, VB_GRAIN_QUARTER, "2024-04-01" },
    { "2024 kv. 2", VB_DATE_FORM_PERIOD, VB_GRAIN_QUARTER, "2024-04-01" },
    { "Q3 2024", VB_DATE_FORM_PERIOD, VB_GRAIN_QUARTER, "2024-07-01" },
    { "2024-Q3", VB_DATE_FORM_PERIOD, VB_GRAIN_QUARTER, "2024-07-01" },
    { "2024 v. 27", VB_DATE_FORM_PERIOD, VB_GRAIN_WEEK, "2024-07-01" },
    { "2024-W27", VB_DATE_FORM_PERIOD, VB_GRAIN_WEEK, "2024-07-01" },
    { "2024v27", VB_DATE_FORM_PERIOD, VB_GRAIN_WEEK, "2024-07-01" },
    { "v. 1 2021", VB_DATE_FORM_PERIOD, VB_GRAIN_WEEK, "2021-01-04" },
    { "2020 v. 53", VB_DATE_FORM_PERIOD, VB_GRAIN_WEEK, "2020-12-28" },
    { "2024", VB_DATE_FORM_PERIOD, VB_GRAIN_YEAR, "2024-01-01" },
    { "2024-02-30", VB_DATE_FORM_IMPOSSIBLE, VB_GRAIN_DAY, NULL },
    { "2023-02-29", VB_DATE_FORM_IMPOSSIBLE, VB_GRAIN_DAY, NULL },
    { "0001-01-01", VB_DATE_FORM_IMPOSSIBLE, VB_GRAIN_DAY, NULL },
    { "2024-13", VB_DATE_FORM_IMPOSSIBLE, VB_GRAIN_DAY, NULL },
    { "2024K5", VB_DATE_FORM_IMPOSSIBLE, VB_GRAIN_DAY, NULL },
    { "2021 v. 53", VB_DATE_FORM_IMPOSSIBLE, VB_GRAIN_DAY, NULL },
    { "stängd", VB_DATE_FORM_NONE, VB_GRAIN_DAY, NULL },
    { "Summa", VB_DATE_FORM_NONE, VB_GRAIN_DAY, NULL },
    { "12.5", VB_DATE_FORM_NONE, VB_GRAIN_DAY, NULL },
    { "-2024", VB_DATE_FORM_NONE, VB_GRAIN_DAY, NULL },
    { "410", VB_DATE_FORM_NONE, VB_GRAIN_DAY, NULL },
    { "", VB_DATE_FORM_NONE, VB_GRAIN_DAY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      VbPeriod period = { VB_GRAIN_DAY, VB_DAY_NONE };

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (vb_date_form_parse (cases[i].text, strlen (cases[i].text), &period), ==,
                       cases[i].form);
      if (cases[i].form == VB_DATE_FORM_PERIOD)
        {
          g_assert_cmpint (period.grain, ==, cases[i].grain);
          g_assert_cmpint (period.start, ==, vb_day_from_iso (cases[i].start));
        }
    }
}

static void
test_date_serial (void)
{
  g_assert_cmpint (vb_date_form_from_serial (45292, VB_SERIAL_DAYS_1900), ==,
                   vb_day_from_ymd (2024, 1, 1));
  g_assert_cmpint (vb_date_form_from_serial (45292.75, VB_SERIAL_DAYS_1900), ==,
                   vb_day_from_ymd (2024, 1, 1));
  g_assert_cmpint (vb_date_form_from_serial (43830, VB_SERIAL_DAYS_1904), ==,
                   vb_day_from_ymd (2024, 1, 1));
  g_assert_cmpint (vb_date_form_from_serial (1, VB_SERIAL_DAYS_1900), ==,
                   vb_day_from_ymd (1900, 1, 1));
  g_assert_cmpint (vb_date_form_from_serial (59, VB_SERIAL_DAYS_1900), ==,
                   vb_day_from_ymd (1900, 2, 28));
  g_assert_cmpint (vb_date_form_from_serial (60, VB_SERIAL_DAYS_1900), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_date_form_from_serial (61, VB_SERIAL_DAYS_1900), ==,
                   vb_day_from_ymd (1900, 3, 1));
  g_assert_cmpint (vb_date_form_from_serial (-1, VB_SERIAL_DAYS_1900), ==, VB_DAY_NONE);
  g_assert_cmpint (vb_date_form_from_serial (1e300, VB_SERIAL_DAYS_1900), ==, VB_DAY_NONE);
}

static VbGrain
infer (const char *const *days, VbGrain hint)
{
  VbDay starts[8];
  guint n = 0;

  for (; days[n] != NULL; n++)
    starts[n] = vb_day_from_iso (days[n]);
  return vb_date_form_infer_grain (starts, n, hint);
}

static void
test_date_grain (void)
{
  static const char *const month_starts[] = { "2024-01-01", "2024-02-01", "2024-04-01", NULL };
  static const char *const month_ends[] = { "2024-01-31", "2024-02-29", NULL };
  static const char *const quarter_starts[] = { "2019-04-01", "2019-07-01", "2020-01-01", NULL };
  static const char *const quarter_ends[] = { "2021-06-30", "2021-09-30", "2022-03-31", NULL };
  static const char *const year_ends[] = { "2022-12-31", "2023-12-31", NULL };
  static const char *const days[] = { "2024-01-01", "2024-01-02", NULL };
  static const char *const mondays[] = { "2024-01-01", "2024-01-08", NULL };
  static const char *const mixed[] = { "2024-01-01", "2024-01-31", NULL };
  static const char *const one[] = { "2023-12-31", NULL };

  g_assert_cmpint (infer (month_starts, VB_GRAIN_DAY), ==, VB_GRAIN_MONTH);
  g_assert_cmpint (infer (month_ends, VB_GRAIN_DAY), ==, VB_GRAIN_MONTH);
  g_assert_cmpint (infer (quarter_starts, VB_GRAIN_DAY), ==, VB_GRAIN_QUARTER);
  g_assert_cmpint (infer (quarter_ends, VB_GRAIN_DAY), ==, VB_GRAIN_QUARTER);
  g_assert_cmpint (infer (quarter_ends, VB_GRAIN_MONTH), ==, VB_GRAIN_MONTH);
  g_assert_cmpint (infer (year_ends, VB_GRAIN_DAY), ==, VB_GRAIN_YEAR);
  g_assert_cmpint (infer (days, VB_GRAIN_MONTH), ==, VB_GRAIN_DAY);
  g_assert_cmpint (infer (mondays, VB_GRAIN_DAY), ==, VB_GRAIN_DAY);
  g_assert_cmpint (infer (mondays, VB_GRAIN_WEEK), ==, VB_GRAIN_WEEK);
  g_assert_cmpint (infer (mixed, VB_GRAIN_DAY), ==, VB_GRAIN_DAY);
  g_assert_cmpint (infer (one, VB_GRAIN_DAY), ==, VB_GRAIN_DAY);
  g_assert_cmpint (infer (one, VB_GRAIN_QUARTER), ==, VB_GRAIN_QUARTER);
}

static void
test_date_in_header (void)
{
  static const struct
  {
    const char *header;
    const char *base; /* NULL: no period */
    VbGrain grain;
    const char *start;
  } cases[] = {
    { "disp_per_1000_2024", "disp_per_1000", VB_GRAIN_YEAR, "2024-01-01" },
    { "folkmangd_2024_harledd", "folkmangd_harledd", VB_GRAIN_YEAR, "2024-01-01" },
    { "vardtillf_100k_2019", "vardtillf_100k", VB_GRAIN_YEAR, "2019-01-01" },
    { "2024", "*", VB_GRAIN_YEAR, "2024-01-01" },
    { "jan 2024", "*", VB_GRAIN_MONTH, "2024-01-01" },
    { "Disponibla 2024-03", "Disponibla", VB_GRAIN_MONTH, "2024-03-01" },
    { "Disponibla (2024 kv 1)", "Disponibla", VB_GRAIN_QUARTER, "2024-01-01" },
    { "2024-01-01", "*", VB_GRAIN_DAY, "2024-01-01" },
    { "2016_H1", NULL, VB_GRAIN_DAY, NULL },
    { "hb19_code", NULL, VB_GRAIN_DAY, NULL },
    { "trust18_code", NULL, VB_GRAIN_DAY, NULL },
    { "per_1000", NULL, VB_GRAIN_DAY, NULL },
    { "", NULL, VB_GRAIN_DAY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *base = NULL;
      VbPeriod period;

      g_test_message ("“%s”", cases[i].header);
      g_assert_cmpint (vb_date_form_find_in_header (cases[i].header, &period, &base), ==,
                       cases[i].base != NULL);
      g_assert_cmpstr (base, ==, cases[i].base);
      if (base == NULL)
        continue;
      g_assert_cmpint (period.grain, ==, cases[i].grain);
      g_assert_cmpint (period.start, ==, vb_day_from_iso (cases[i].start));
    }
}

static void
test_personal_number (void)
{
  /* Numbers of Skatteverket's examples and test series: none belongs to a person. */
  static const char *const yes[] = { "811218-9876",
                                     "8112189876",
                                     "19811218-9876",
                                     "198112189876",
                                     "811218+9876",
                                     "701063-2391",
                                     "811218 9876",
                                     "19811218 9876",
                                     "811218 \xE2\x80\x93 9876",
                                     "811218\xC2\xA0"
                                     "9876",
                                     "811218-9876, Anna",
                                     "Anna (198112189876)",
                                     "Avd 3, pnr:811218-9876 A",
                                     "12 811218-9876" };
  static const char *const no[] = { "811218-9875",      "811318-9876",     "8112189",
                                    "81121-89876",      "1234567890",      "811218/9876",
                                    "stängd",           "45292",           "20240131",
                                    "811218-98761",     "1811218-9876",    "98112189876",
                                    "Avd 811218, 9876", "2024-01-01 12:30" };

  for (guint i = 0; i < G_N_ELEMENTS (yes); i++)
    g_assert_true (vb_personal_number_is_in (yes[i], strlen (yes[i])));
  for (guint i = 0; i < G_N_ELEMENTS (no); i++)
    g_assert_false (vb_personal_number_is_in (no[i], strlen (no[i])));
}

static void
test_string_table (void)
{
  g_autoptr (VbStringTable) table = vb_string_table_new ();
  gboolean is_new;

  for (guint round = 0; round < 2; round++)
    for (guint i = 0; i < 5000; i++)
      {
        g_autofree char *text = g_strdup_printf ("Avdelning %u", i);

        g_assert_cmpuint (vb_string_table_intern (table, text, strlen (text), &is_new), ==, i);
        g_assert_cmpint (is_new, ==, round == 0);
      }
  g_assert_cmpuint (vb_string_table_get_size (table), ==, 5000);
  g_assert_cmpstr (vb_string_table_get (table, 4711, NULL), ==, "Avdelning 4711");
  g_assert_cmpuint (vb_string_table_find (table, "Avdelning", 9), ==, VB_STRING_TABLE_NONE);
  g_assert_cmpuint (vb_string_table_intern (table, "a\0b", 3, NULL), !=,
                    vb_string_table_intern (table, "a\0c", 3, NULL));
}

static void
test_xlsx_formats (void)
{
  static const struct
  {
    guint id;
    const char *code;
    gboolean date;
  } cases[] = {
    { 0, NULL, FALSE },
    { 2, NULL, FALSE },
    { 14, NULL, TRUE },
    { 17, NULL, TRUE },
    { 18, NULL, FALSE },
    { 22, NULL, TRUE },
    { 30, NULL, TRUE },
    { 46, NULL, FALSE },
    { 164, "yyyy\\-mm\\-dd", TRUE },
    { 165, "[$-41D]d mmmm yyyy;@", TRUE },
    { 166, "mmm-yy", TRUE },
    { 167, "mmm", TRUE },
    { 168, "0.00", FALSE },
    { 169, "#,##0\\ \"dagar\"", FALSE },
    { 170, "[h]:mm:ss", FALSE },
    { 171, "hh:mm", FALSE },
    { 172, "General", FALSE },
    { 173, "[Red]0;[Blue]-0", FALSE },
    { 174, "yyyy-mm-dd hh:mm", TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%u %s", cases[i].id, cases[i].code);
      g_assert_cmpint (vb_xlsx_is_date_format (cases[i].id, cases[i].code), ==, cases[i].date);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/number-form/parse", test_number_parse);
  g_test_add_func ("/io/number-form/exact", test_number_exact);
  g_test_add_func ("/io/number-form/inspect", test_number_inspect);
  g_test_add_func ("/io/number-form/missing", test_number_missing);
  g_test_add_func ("/io/date-form/parse", test_date_parse);
  g_test_add_func ("/io/date-form/serial", test_date_serial);
  g_test_add_func ("/io/date-form/grain", test_date_grain);
  g_test_add_func ("/io/date-form/header", test_date_in_header);
  g_test_add_func ("/io/personal-number/is-in", test_personal_number);
  g_test_add_func ("/io/string-table/intern", test_string_table);
  g_test_add_func ("/io/xlsx/formats", test_xlsx_formats);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-number.h"

#include <locale.h>
#include <math.h>

#define NBSP "\xc2\xa0"
#define MINUS "\xe2\x88\x92"
#define DASH "\xe2\x80\x93"

#define assert_text(call, expected)                                                                \
  G_STMT_START                                                                                     \
  {                                                                                                \
    g_autofree char *text_ = (call);                                                               \
    g_assert_cmpstr (text_, ==, expected);                                                         \
  }                                                                                                \
  G_STMT_END

static void
test_format_english (void)
{
  assert_text (vb_number_format (1234.5, 1), "1,234.5");
  assert_text (vb_number_format (-1234567.891, 2), MINUS "1,234,567.89");
  assert_text (vb_number_format (999, 0), "999");
  assert_text (vb_number_format (0.125, 3), "0.125");
  assert_text (vb_number_format (-0.04, 1), "0.0");
  assert_text (vb_number_format (NAN, 1), DASH);
  assert_text (vb_number_format (-INFINITY, 1), MINUS "\xe2\x88\x9e");
  assert_text (vb_number_format (1e21, 2), "1,000,000,000,000,000,000,000.00");
}

static void
test_format_signed (void)
{
  assert_text (vb_number_format_signed (12, 0), "+12");
  assert_text (vb_number_format_signed (-26, 0), MINUS "26");
  assert_text (vb_number_format_signed (0, 0), "0");
  assert_text (vb_number_format_signed (0.4, 0), "0");
  assert_text (vb_number_format_signed (-0.4, 0), "0");
  assert_text (vb_number_format_signed (NAN, 0), DASH);
}

static void
test_format_percent (void)
{
  assert_text (vb_number_format_percent (0.965, 1), "96.5%");
  assert_text (vb_number_format_percent (-0.063, 1), MINUS "6.3%");
  assert_text (vb_number_format_percent (1.1, 0), "110%");
  assert_text (vb_number_format_percent (NAN, 0), DASH);
}

static void
test_format_key (void)
{
  assert_text (vb_number_format_key (17830.4), "17,830");
  assert_text (vb_number_format_key (412.4), "412");
  assert_text (vb_number_format_key (26.73), "26.7");
  assert_text (vb_number_format_key (27), "27");
  assert_text (vb_number_format_key (99.96), "100");
  assert_text (vb_number_format_key (999.6), "1,000");
  assert_text (vb_number_format_key (4.21), "4.2");
  assert_text (vb_number_format_key (0.456), "0.46");
  assert_text (vb_number_format_key (0), "0");
  assert_text (vb_number_format_key (NAN), DASH);
  assert_text (vb_number_format_key_signed (-4.21), MINUS "4.2");
  assert_text (vb_number_format_key_signed (26.73), "+26.7");
  assert_text (vb_number_format_key_signed (-0.001), "0");
}

static void
test_format_swedish (void)
{
  if (setlocale (LC_NUMERIC, "sv_SE.UTF-8") == NULL)
    {
      g_test_skip ("no Swedish locale");
      return;
    }

  assert_text (vb_number_format (1234.5, 1), "1" NBSP "234,5");
  assert_text (vb_number_format_signed (-1234567, 0), MINUS "1" NBSP "234" NBSP "567");
  assert_text (vb_number_format_key (26.73), "26,7");
  assert_text (vb_number_to_file (1234.5), "1234.5");

  setlocale (LC_NUMERIC, "C.UTF-8");
}

static void
test_to_file (void)
{
  g_autoptr (GRand) rand = g_rand_new_with_seed (20261031);

  assert_text (vb_number_to_file (NAN), "");
  assert_text (vb_number_to_file (0.0), "0");
  assert_text (vb_number_to_file (-0.0), "0");
  assert_text (vb_number_to_file (0.1), "0.1");
  assert_text (vb_number_to_file (-2230), "-2230");
  assert_text (vb_number_to_file (1.0 / 3), "0.3333333333333333");
  assert_text (vb_number_to_file (INFINITY), "inf");

  for (int i = 0; i < 10000; i++)
    {
      double value = (g_rand_double (rand) - 0.5) * pow (10, g_rand_int_range (rand, -12, 13));
      g_autofree char *text = vb_number_to_file (value);

      g_assert_true (g_ascii_strtod (text, NULL) == value);
    }
}

static void
test_parse_typed (void)
{
  const struct
  {
    const char *text;
    double value;
  } good[] = {
    { "12", 12 },
    { " 12,5 ", 12.5 },
    { "12.5", 12.5 },
    { "1 234", 1234 },
    { "1" NBSP "234,5", 1234.5 },
    { "1\xe2\x80\xaf"
      "234",
      1234 },
    { MINUS "26", -26 },
    { "-26", -26 },
    { "+26", 26 },
    { "96,5 %", 0.965 },
    { "96.5%", 0.965 },
    { ",5", 0.5 },
    { "0", 0 },
    /* As the source language writes groups, and as it does not. */
    { "1,220", 1220 },
    { MINUS "12,345,678.5", -12345678.5 },
    { "0,850", 0.85 },
    { "1,2200", 1.22 },
  };
  const char *bad[] = { "",         "   ",  "-",      "%",    "1,2,3",  "1.234,56", "12 34",
                        "1234 567", "12,",  "abc",    "12a",  "1e5",    "--1",      "1 %%",
                        "nan",      "\xff", "1 2345", "1 23", "12 % 3", "inf" };
  double value = 42;

  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_assert_true (vb_number_parse_typed (good[i].text, &value));
      g_assert_cmpfloat_with_epsilon (value, good[i].value, 1e-12);
    }

  value = 42;
  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    if (vb_number_parse_typed (bad[i], &value) || value != 42)
      g_error ("“%s” is taken for %g", bad[i], value);
}

/* What is shown can be typed back. */
static void
test_round_trip (void)
{
  for (int i = -300000; i < 300000; i += 701)
    {
      g_autofree char *text = vb_number_format (i / 100.0, 2);
      double value;

      g_assert_true (vb_number_parse_typed (text, &value));
      g_assert_cmpfloat_with_epsilon (value, i / 100.0, 1e-9);
    }
}

int
main (int argc, char *argv[])
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/base/number/format-english", test_format_english);
  g_test_add_func ("/base/number/format-signed", test_format_signed);
  g_test_add_func ("/base/number/format-percent", test_format_percent);
  g_test_add_func ("/base/number/format-key", test_format_key);
  g_test_add_func ("/base/number/format-swedish", test_format_swedish);
  g_test_add_func ("/base/number/to-file", test_to_file);
  g_test_add_func ("/base/number/parse-typed", test_parse_typed);
  g_test_add_func ("/base/number/round-trip", test_round_trip);
  return g_test_run ();
}

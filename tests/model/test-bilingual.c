/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-bilingual.h"

static void
check (const char *language, const char *sv, const char *en, const char *expected)
{
  VbBilingual text = { NULL, NULL };

  g_setenv ("LANGUAGE", language, TRUE);
  vb_bilingual_set (&text, sv, en);
  g_assert_cmpstr (vb_bilingual_get (&text), ==, expected);
  vb_bilingual_clear (&text);
}

static void
test_language (void)
{
  check ("sv", "plats", "bed", "plats");
  check ("sv_SE.UTF-8", "plats", "bed", "plats");
  check ("de:sv", "plats", "bed", "plats");
  check ("en", "plats", "bed", "bed");
  check ("en_GB:sv", "plats", "bed", "bed");
  check ("de", "plats", "bed", "bed");
}

static void
test_missing (void)
{
  VbBilingual text = { NULL, NULL };

  check ("sv", NULL, "bed", "bed");
  check ("sv", "  ", "bed", "bed");
  check ("en", "plats", NULL, "plats");
  check ("en", "plats", "", "plats");
  check ("en", NULL, NULL, "");
  g_assert_true (vb_bilingual_is_empty (&text));
}

static void
test_copy (void)
{
  VbBilingual text = { NULL, NULL };
  VbBilingual copy = { NULL, NULL };

  vb_bilingual_set (&text, " plats\n", NULL);
  g_assert_cmpstr (text.sv, ==, "plats");
  vb_bilingual_set (&copy, "annat", "other");
  vb_bilingual_copy (&copy, &text);
  vb_bilingual_clear (&text);
  g_assert_cmpstr (copy.sv, ==, "plats");
  g_assert_null (copy.en);
  vb_bilingual_copy (&copy, &copy);
  g_assert_cmpstr (copy.sv, ==, "plats");
  vb_bilingual_clear (&copy);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/bilingual/language", test_language);
  g_test_add_func ("/model/bilingual/missing", test_missing);
  g_test_add_func ("/model/bilingual/copy", test_copy);
  return g_test_run ();
}

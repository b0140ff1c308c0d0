/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-glossary.h"

static VbGlossaryTerm *
make_term (const char *id, const char *sv, const char *en, VbMeasureId measure)
{
  const char *related[] = { "gap", NULL };
  const VbBilingual texts[VB_N_GLOSSARY_FIELDS] = {
    [VB_GLOSSARY_FIELD_TERM] = { (char *) sv, (char *) en },
    [VB_GLOSSARY_FIELD_ALSO] = { (char *) "MVT; vårdlängd", NULL },
    [VB_GLOSSARY_FIELD_DEFINITION] = { (char *) "Vad det betyder.", (char *) "What it means." },
    [VB_GLOSSARY_FIELD_UNIT] = { NULL, (char *) "unfindable" },
  };

  return vb_glossary_term_new (id, texts, VB_WORDING_PARAPHRASE, measure, related);
}

static void
test_find (void)
{
  g_autoptr (VbGlossary) glossary = vb_glossary_new ();
  g_autoptr (VbGlossaryTerm) bed = make_term ("bed", "vårdplats", "bed", VB_MEASURE_AVAILABLE_BEDS);
  g_autoptr (VbGlossaryTerm) gap = make_term ("gap", "gap", "gap", VB_MEASURE_NONE);
  g_autoptr (VbGlossaryTerm) other = make_term ("other", "annat", "other", VB_MEASURE_NONE);
  g_autoptr (VbGlossaryTerm) same_id = make_term ("bed", "säng", "cot", VB_MEASURE_NONE);
  g_autoptr (VbGlossaryTerm) same_measure =
      make_term ("open-bed", "öppen plats", "open bed", VB_MEASURE_AVAILABLE_BEDS);

  g_assert_true (vb_glossary_add (glossary, bed));
  g_assert_true (vb_glossary_add (glossary, gap));
  g_assert_true (vb_glossary_add (glossary, other));
  g_assert_false (vb_glossary_add (glossary, same_id));
  g_assert_false (vb_glossary_add (glossary, same_measure));

  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (glossary)), ==, 3);
  g_assert_true (vb_glossary_find (glossary, "gap") == gap);
  g_assert_null (vb_glossary_find (glossary, "open-bed"));
  g_assert_true (vb_glossary_find_measure (glossary, VB_MEASURE_AVAILABLE_BEDS) == bed);
  g_assert_null (vb_glossary_find_measure (glossary, VB_MEASURE_BED_DAYS));
  g_assert_null (vb_glossary_find_measure (glossary, VB_MEASURE_NONE));

  g_assert_true (vb_glossary_add_figure (glossary, "gap_beds", gap));
  g_assert_false (vb_glossary_add_figure (glossary, "gap_beds", other));
  g_assert_false (vb_glossary_add_figure (glossary, "available_beds", other));
  g_assert_true (vb_glossary_find_figure (glossary, "gap_beds") == gap);
  g_assert_true (vb_glossary_find_figure (glossary, "available_beds") == bed);
  g_assert_null (vb_glossary_find_figure (glossary, "bed_days"));
  g_assert_null (vb_glossary_find_figure (glossary, "gap"));

  g_assert_cmpstr (vb_glossary_term_get_related (bed)[0], ==, "gap");
  g_assert_cmpint (vb_glossary_term_get_wording (bed), ==, VB_WORDING_PARAPHRASE);
  g_assert_cmpstr (vb_glossary_term_get_text (bed, VB_GLOSSARY_FIELD_DEFINITION)->sv, ==,
                   "Vad det betyder.");
}

static void
test_search (void)
{
  g_autoptr (VbGlossaryTerm) term =
      make_term ("mean-length-of-stay", "medelvårdtid", "mean length of stay", VB_MEASURE_NONE);

  g_assert_true (vb_glossary_term_matches (term, ""));
  g_assert_true (vb_glossary_term_matches (term, " "));
  g_assert_true (vb_glossary_term_matches (term, "Medelvård"));
  g_assert_true (vb_glossary_term_matches (term, "medelvard"));
  g_assert_true (vb_glossary_term_matches (term, "mvt"));
  g_assert_true (vb_glossary_term_matches (term, "stay length"));
  g_assert_true (vb_glossary_term_matches (term, "betyder"));
  g_assert_false (vb_glossary_term_matches (term, "stay bed"));
  g_assert_false (vb_glossary_term_matches (term, "unfindable"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/model/glossary/find", test_find);
  g_test_add_func ("/model/glossary/search", test_search);
  return g_test_run ();
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-glossary-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vb-error.h"
#include "vb-measure.h"

#define HEADER                                                                                     \
  "id,term_sv,term_en,definition_sv,definition_en,source_sv,source_en,status,measure,figures,"     \
  "related\n"
#define GAP "gap,gap,gap,Skillnad.,Difference.,Egen,Own,own,,gap_beds; gap_share,bed\n"
#define BED "bed,vårdplats,bed,Plats.,Place.,Banken,The bank,paraphrase,available_beds,,\n"

static VbGlossary *
read_text (const char *text, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "glossary.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  VbGlossary *glossary;

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  glossary = vb_glossary_reader_read (file, NULL, error);
  g_unlink (path);
  g_rmdir (folder);
  return glossary;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbGlossary) glossary = read_text (HEADER GAP BED, &error);
  VbGlossaryTerm *term;

  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (glossary)), ==, 2);
  term = vb_glossary_find (glossary, "gap");
  g_assert_cmpint (vb_glossary_term_get_wording (term), ==, VB_WORDING_OWN);
  g_assert_cmpstr (vb_glossary_term_get_related (term)[0], ==, "bed");
  g_assert_null (vb_glossary_term_get_related (term)[1]);
  g_assert_cmpstr (vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_DEFINITION)->en, ==,
                   "Difference.");
  g_assert_true (vb_bilingual_is_empty (vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_UNIT)));
  g_assert_true (vb_glossary_find_figure (glossary, "gap_share") == term);
  term = vb_glossary_find_measure (glossary, VB_MEASURE_AVAILABLE_BEDS);
  g_assert_cmpstr (vb_glossary_term_get_id (term), ==, "bed");
  g_assert_cmpint (vb_glossary_term_get_wording (term), ==, VB_WORDING_PARAPHRASE);
}

static void
test_refused (void)
{
  static const struct
  {
    const char *text;
    const char *message;
  } cases[] = {
    { HEADER BED BED, "glossary.csv, row 3, column “id”: expected an id that no other row has" },
    { HEADER BED "Bed two,a,b,c,d,e,f,own,,,\n", "expected an id of lower-case letters" },
    { HEADER BED ",a,b,c,d,e,f,own,,,\n", "expected an id of lower-case letters" },
    { HEADER BED "cot,,b,c,d,e,f,own,,,\n", "column “term_sv”: expected a text" },
    { HEADER BED "cot,a,b,,d,e,f,own,,,\n", "column “definition_sv”: expected a text" },
    { HEADER BED "cot,a,b,c,d,e,f,official,,,\n",
      "column “status”: expected paraphrase or own, found “official”" },
    { HEADER BED "cot,a,b,c,d,e,f,own,cots,,\n",
      "column “measure”: expected the key of a measure, or nothing, found “cots”" },
    { HEADER BED "cot,a,b,c,d,e,f,own,available_beds,,\n",
      "column “measure”: expected a measure that no other row has" },
    { HEADER BED GAP "cot,a,b,c,d,e,f,own,,,gap; cots\n",
      "row 4, column “related”: expected ids of terms, parted by “;”, found “gap; cots”" },
    { HEADER BED GAP "cot,a,b,c,d,e,f,own,,cots; gap_beds,\n",
      "column “figures”: expected figures that no other row explains, found “cots; gap_beds”" },
    { "id,term_sv,definition_sv\nbed,a,b\n", "a column called “status”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_text (cases[i].text, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* The glossary that comes with the program: complete in both languages, a term for each measure,
 * and every term of the chain from need to follow-up. */
static void
test_shipped (void)
{
  static const char *const expected[] = {
    "care-need",
    "demand",
    "production-need",
    "capacity-need",
    "available-capacity",
    "gap",
    "balancing",
    "production-plan",
    "need-based-schedule",
    "follow-up",
    "joint-planning",
    "bed",
    "available-bed",
    "established-bed",
    "technical-bed",
    "overcrowding",
    "outlier",
    "inpatient-care",
    "stay",
    "care-day",
    "length-of-stay",
    "mean-length-of-stay",
    "occupancy",
    "discharge-ready",
    "production-planning",
    "capacity-planning",
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (VbGlossary) glossary = vb_glossary_reader_read_shipped (&error);
  const VbMeasure *const *measures;
  guint n_measures;

  g_assert_no_error (error);
  g_assert_cmpint (g_list_model_get_n_items (G_LIST_MODEL (glossary)), >=, 90);
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_nonnull (vb_glossary_find (glossary, expected[i]));
  measures = vb_measure_list (&n_measures);
  for (guint i = 0; i < n_measures; i++)
    {
      VbGlossaryTerm *term = vb_glossary_find_measure (glossary, measures[i]->id);

      g_assert_nonnull (term);
      g_assert_false (
          vb_bilingual_is_empty (vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_UNIT)));
      g_assert_false (
          vb_bilingual_is_empty (vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_COMPUTED)));
    }

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (glossary)); i++)
    {
      g_autoptr (VbGlossaryTerm) term = g_list_model_get_item (G_LIST_MODEL (glossary), i);

      for (guint field = 0; field < VB_N_GLOSSARY_FIELDS; field++)
        {
          const VbBilingual *text = vb_glossary_term_get_text (term, field);

          /* Other words for it may be there in one language only. */
          if (field != VB_GLOSSARY_FIELD_ALSO)
            g_assert_true ((text->sv == NULL) == (text->en == NULL));
        }
      g_assert_nonnull (vb_glossary_term_get_text (term, VB_GLOSSARY_FIELD_SOURCE)->sv);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/glossary-reader/read", test_read);
  g_test_add_func ("/io/glossary-reader/refused", test_refused);
  g_test_add_func ("/io/glossary-reader/shipped", test_shipped);
  return g_test_run ();
}

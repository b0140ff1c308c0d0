/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ladder-reader.h"

#include <glib/gstdio.h>
#include <string.h>

#include "vb-error.h"

static const char key_file[] = "[Ladder]\n"
                               "Id=small\n"
                               "Version=1.2\n"
                               "Statements=small.csv\n"
                               "Name=Small\n"
                               "Name[sv]=Liten\n"
                               "Wording=paraphrase\n"
                               "Source=Somebody\n"
                               "Areas=A;B\n"
                               "Steps=3\n"
                               "[Scoring]\n"
                               "EveryAtLeast=yes\n"
                               "ShareYes=1\n"
                               "[Step 1]\n"
                               "Name=One\n"
                               "[Step 2]\n"
                               "Name=Two\n"
                               "[Step 3]\n"
                               "Name=Three\n"
                               "Description[sv]=Tredje steget\n"
                               "[Area A]\n"
                               "Name=First\n"
                               "Question[sv]=Hur?\n"
                               "Step1=Nothing yet\n"
                               "[Area B]\n"
                               "Name=Second\n"
                               "Mandatory=false\n";

static const char table[] = "area,step,level,id,statement_sv,statement_en,evidence_sv,evidence_en\n"
                            "A,2,strategic,A2-x,Plan finns.,There is a plan.,Planen.,The plan.\n"
                            "A,2,taktisk,,Mer finns.,There is more.,,\n"
                            "A,3,Operativ,,Allt finns.,,,\n"
                            "B,2,,,Plan två finns.,There is plan two.,,\n";

/* Reads "small.ladder" and "small.csv" from a folder made for them. */
static VbLadder *
read_ladder (const char *keys, const char *statements, GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("vardbalans-test-XXXXXX", NULL);
  g_autofree char *key_path = g_build_filename (folder, "small.ladder", NULL);
  g_autofree char *table_path = g_build_filename (folder, "small.csv", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (key_path);
  VbLadder *ladder;

  g_assert_true (g_file_set_contents (key_path, keys, -1, NULL));
  g_assert_true (g_file_set_contents (table_path, statements, -1, NULL));
  ladder = vb_ladder_reader_read (file, NULL, error);
  g_unlink (key_path);
  g_unlink (table_path);
  g_rmdir (folder);
  return ladder;
}

static VbLadder *
read_table (const char *statements, GError **error)
{
  const VbLadderLabel label = {
    .id = "official",
    .version = "2024",
    .name = { (char *) "Officiell", NULL },
    .source = { (char *) "Myndigheten", NULL },
    .wording = VB_WORDING_OFFICIAL,
  };
  g_autofree char *path = NULL;
  g_autoptr (GFile) file = NULL;
  VbLadder *ladder;
  int fd = g_file_open_tmp ("vardbalans-test-XXXXXX", &path, NULL);

  g_close (fd, NULL);
  g_assert_true (g_file_set_contents (path, statements, -1, NULL));
  file = g_file_new_for_path (path);
  ladder = vb_ladder_reader_read_table (file, &label, NULL, error);
  g_unlink (path);
  return ladder;
}

static void
test_read (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbLadder) ladder = read_ladder (key_file, table, &error);
  VbLadderStatement *statement;
  VbLadderArea *area;

  g_assert_no_error (error);
  g_assert_cmpstr (vb_ladder_get_id (ladder), ==, "small");
  g_assert_cmpstr (vb_ladder_get_version (ladder), ==, "1.2");
  g_assert_cmpstr (vb_ladder_get_name (ladder)->sv, ==, "Liten");
  g_assert_cmpstr (vb_ladder_get_name (ladder)->en, ==, "Small");
  g_assert_cmpint (vb_ladder_get_wording (ladder), ==, VB_WORDING_PARAPHRASE);
  g_assert_true (vb_bilingual_is_empty (vb_ladder_get_notice (ladder)));
  g_assert_cmpint (vb_ladder_get_n_steps (ladder), ==, 3);
  g_assert_cmpint (vb_ladder_get_at_least (ladder), ==, VB_ANSWER_YES);
  g_assert_cmpfloat (vb_ladder_get_share_yes (ladder), ==, 1);
  g_assert_cmpstr (vb_ladder_get_step_name (ladder, 3)->en, ==, "Three");
  g_assert_cmpstr (vb_ladder_get_step_description (ladder, 3)->sv, ==, "Tredje steget");

  area = vb_ladder_find_area (ladder, "A");
  g_assert_true (vb_ladder_area_get_mandatory (area));
  g_assert_false (vb_ladder_area_get_mandatory (vb_ladder_find_area (ladder, "B")));
  g_assert_cmpint (vb_ladder_area_get_last_step (area), ==, 3);
  g_assert_cmpstr (vb_ladder_area_get_question (area)->sv, ==, "Hur?");
  g_assert_null (vb_ladder_area_get_question (area)->en);
  g_assert_cmpstr (vb_ladder_area_get_step_text (area, 1)->en, ==, "Nothing yet");

  g_assert_cmpint (vb_ladder_get_n_statements (ladder), ==, 4);
  statement = vb_ladder_find_statement (ladder, "A2-x");
  g_assert_cmpint (vb_ladder_statement_get_level (statement), ==, VB_PLANNING_LEVEL_STRATEGIC);
  g_assert_cmpstr (vb_ladder_statement_get_evidence (statement)->en, ==, "The plan.");
  statement = vb_ladder_find_statement (ladder, "A2-1");
  g_assert_cmpint (vb_ladder_statement_get_level (statement), ==, VB_PLANNING_LEVEL_TACTICAL);
  statement = vb_ladder_find_statement (ladder, "A3-1");
  g_assert_cmpint (vb_ladder_statement_get_level (statement), ==, VB_PLANNING_LEVEL_OPERATIONAL);
  g_assert_null (vb_ladder_statement_get_text (statement)->en);
  statement = vb_ladder_find_statement (ladder, "B2-1");
  g_assert_cmpint (vb_ladder_statement_get_level (statement), ==, VB_PLANNING_LEVEL_NONE);
}

/* Without [Scoring] the usual rule holds; a share may be written as a person writes it. */
static void
test_scoring (void)
{
  g_autoptr (GString) without = g_string_new (key_file);
  g_autoptr (GString) percent = g_string_new (key_file);
  g_autoptr (VbLadder) usual = NULL;
  g_autoptr (VbLadder) typed = NULL;

  g_string_replace (without, "[Scoring]\nEveryAtLeast=yes\nShareYes=1\n", "", 0);
  usual = read_ladder (without->str, table, NULL);
  g_assert_cmpint (vb_ladder_get_at_least (usual), ==, VB_ANSWER_MOSTLY);
  g_assert_cmpfloat (vb_ladder_get_share_yes (usual), ==, 0.5);

  g_string_replace (percent, "ShareYes=1", "ShareYes=0,75", 0);
  typed = read_ladder (percent->str, table, NULL);
  g_assert_cmpfloat (vb_ladder_get_share_yes (typed), ==, 0.75);
}

/* Each change to the key file, and the message it gives. */
static void
test_bad_keys (void)
{
  static const struct
  {
    const char *find;
    const char *replace;
    const char *message;
  } cases[] = {
    { "Id=small", "Id=small one",
      "small.ladder, group [Ladder], key “Id”: expected an id of letters a–z, digits, “.”, “_” "
      "and “-”, found “small one”" },
    { "Version=1.2\n", "", "key “Version”: expected an id of" },
    { "Steps=3", "Steps=1", "key “Steps”: expected a number from 2 to 9, found “1”" },
    { "Wording=paraphrase", "Wording=mine",
      "key “Wording”: expected own, paraphrase or official, found “mine”" },
    { "Name=Small\nName[sv]=Liten\n", "", "group [Ladder], key “Name”: expected a text, found “”" },
    { "Source=Somebody\n", "", "key “Source”: expected a text" },
    { "Areas=A;B\n", "", "key “Areas”: expected the ids of the areas" },
    { "Areas=A;B", "Areas=A;B;A", "key “Areas”: expected each area once, found “A”" },
    { "Areas=A;B", "Areas=A;B;C", "group [Area C], key “Name”: expected a text" },
    { "Areas=A;B", "Areas=A", "expected only areas that the key “Areas” lists, found [Area B]" },
    { "EveryAtLeast=yes", "EveryAtLeast=no",
      "group [Scoring], key “EveryAtLeast”: expected partly, mostly or yes, found “no”" },
    { "ShareYes=1", "ShareYes=1.5", "key “ShareYes”: expected a number from 0 to 1, found “1.5”" },
    { "ShareYes=1", "ShareYes=nan", "key “ShareYes”: expected a number from 0 to 1" },
    { "[Step 2]\nName=Two\n", "", "group [Step 2], key “Name”: expected a text" },
    { "[Step 2]", "[Step 4]\nName=Four\n[Step 2]", "one for each step, found 4" },
    { "Mandatory=false", "Mandatory=nej",
      "group [Area B], key “Mandatory”: expected true or false, found “nej”" },
    { "Mandatory=false", "Mandatry=false",
      "group [Area B], key “Mandatry”: expected one of the keys Name, Question" },
    { "[Scoring]", "[Score]",
      "expected one of the groups [Ladder], [Scoring], [Step …], [Area …], found [Score]" },
    { "Statements=small.csv", "Statements=../small.csv",
      "key “Statements”: expected the name of a file in the same folder, found “../small.csv”" },
    { "Statements=small.csv", "Statements=-", "key “Statements”: expected the name of a file" },
    { "Statements=small.csv", "Statements=", "key “Statements”: expected the name of a file" },
    { "Statements=small.csv", "Statements=other.csv", "other.csv" },
    { "[Ladder]\n", "Ladder\n", "small.ladder: " },
    { "Mandatory=false\n", "\xFF\xFE=x\n", "small.ladder: expected a text in UTF-8" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) keys = g_string_new (key_file);
      g_autoptr (GError) error = NULL;

      g_assert_cmpint (g_string_replace (keys, cases[i].find, cases[i].replace, 1), ==, 1);
      g_assert_null (read_ladder (keys->str, table, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_bad_rows (void)
{
  static const struct
  {
    const char *rows; /* below a header and one good row */
    const char *message;
  } cases[] = {
    { "C,2,,,x\n",
      "small.csv, row 3, column “area”: expected the id of an area of the key file, found “C”" },
    { "A,1,,,x\n", "row 3, column “step”: expected a step from 2 to 3, found “1”" },
    { "A,4,,,x\n", "expected a step from 2 to 3, found “4”" },
    { "A,två,,,x\n", "column “step”: expected a step from 2 to 3, found “två”" },
    { "A,2,high,,x\n",
      "column “level”: expected strategic, tactical, operational or nothing, found “high”" },
    { "A,2,,a b,x\n", "column “id”: expected an id of letters" },
    { "A,2,,first,x\n", "row 3, column “id”: expected an id that no other row has, found “first”" },
    { "A,2,,,\n", "row 3, column “statement_sv”: expected a statement, found “”" },
    { "\nA,2,,second,x\nA,2,,second,x\n", "row 5, column “id”" },
    { "A,2,,,x\n", "small.csv: Area “B”: expected statements for the steps 2 to 3" },
    { "B,3,,,x\n", "small.csv: Area “B”: expected statements for every step up to 3, found none "
                   "for step 2" },
  };
  g_autoptr (GError) no_text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *rows =
          g_strconcat ("area,step,level,id,statement_sv\nA,2,,first,x\n", cases[i].rows, NULL);
      g_autoptr (GError) error = NULL;

      g_assert_null (read_ladder (key_file, rows, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }

  g_assert_null (read_ladder (key_file, "area,step,level\nA,2,\nB,2,\n", &no_text));
  g_assert_error (no_text, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_assert_nonnull (strstr (no_text->message, "a column called “statement”"));
}

/* A region's own table: Swedish headers, areas by name, the floor among the rows. */
static void
test_table_alone (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (VbLadder) ladder = read_table ("Område;Steg;Påstående\n"
                                            "Ledning och styrning;1;Ingen plan\n"
                                            "Ledning och styrning;1;finns.\n"
                                            "Ledning och styrning;2;En plan finns.\n"
                                            "Ledning och styrning;3;Planen följs.\n"
                                            "Ledning och styrning;3;Planen ändras.\n"
                                            "Behov;2;Behovet är känt.\n",
                                            &error);
  VbLadderStatement *statement;
  VbLadderArea *area;

  g_assert_no_error (error);
  g_assert_cmpstr (vb_ladder_get_id (ladder), ==, "official");
  g_assert_cmpstr (vb_ladder_get_source (ladder)->sv, ==, "Myndigheten");
  g_assert_cmpint (vb_ladder_get_wording (ladder), ==, VB_WORDING_OFFICIAL);
  g_assert_cmpint (vb_ladder_get_n_steps (ladder), ==, 3);
  area = vb_ladder_find_area (ladder, "Ledning och styrning");
  g_assert_cmpstr (vb_ladder_area_get_name (area)->sv, ==, "Ledning och styrning");
  g_assert_cmpstr (vb_ladder_area_get_step_text (area, 1)->sv, ==, "Ingen plan finns.");
  g_assert_true (vb_ladder_area_get_mandatory (area));
  g_assert_cmpint (vb_ladder_get_n_statements (ladder), ==, 4);
  statement = vb_ladder_find_statement (ladder, "1.3-2");
  g_assert_cmpstr (vb_ladder_statement_get_text (statement)->sv, ==, "Planen ändras.");
  g_assert_cmpstr (vb_ladder_statement_get_text (statement)->en, ==, "Planen ändras.");
  g_assert_nonnull (vb_ladder_find_statement (ladder, "Behov2-1"));
}

static void
test_bad_table_alone (void)
{
  static const struct
  {
    const char *table;
    const char *message;
  } cases[] = {
    { "area,step,statement\nA,1,x\nB,1,y\n", "expected statements of step 2 and above" },
    { "area,step,statement\nA,2,x\n,2,y\n", "row 3, column “area”: expected the name of an area" },
    { "area,step,statement\nA,2,x\nA,12,y\n", "expected a step from 1 to 2, found “12”" },
    { "area,statement\nA,x\nB,y\n", "a column called “step”" },
    { "nothing at all", "expected" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (read_table (cases[i].table, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

/* Bytes changed, taken out and doubled anywhere: a ladder or a message, never a crash. */
static void
mangle (GString *text)
{
  for (int n = g_test_rand_int_range (1, 6); n > 0 && text->len > 0; n--)
    {
      gssize at = g_test_rand_int_range (0, (gint32) text->len);
      gssize length = g_test_rand_int_range (1, MIN (40, (gint32) text->len - (gint32) at) + 1);
      g_autofree char *piece = g_strndup (text->str + at, (gsize) length);

      switch (g_test_rand_int_range (0, 3))
        {
        case 0:
          text->str[at] = (char) g_test_rand_int_range (1, 256);
          break;
        case 1:
          g_string_erase (text, at, length);
          break;
        default:
          g_string_insert (text, at, piece);
        }
    }
}

static void
test_mangled (void)
{
  guint n_read = 0;

  for (guint round = 0; round < 300; round++)
    {
      g_autoptr (GString) keys = g_string_new (key_file);
      g_autoptr (GString) statements = g_string_new (table);
      g_autoptr (VbLadder) ladder = NULL;
      g_autoptr (GError) error = NULL;

      mangle (round % 2 == 0 ? keys : statements);
      ladder = read_ladder (keys->str, statements->str, &error);
      g_assert_true ((ladder == NULL) == (error != NULL));
      if (ladder != NULL)
        {
          g_assert_true (vb_ladder_validate (ladder, NULL));
          n_read++;
          continue;
        }
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  g_assert_cmpint (n_read, >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/ladder-reader/read", test_read);
  g_test_add_func ("/io/ladder-reader/scoring", test_scoring);
  g_test_add_func ("/io/ladder-reader/bad-keys", test_bad_keys);
  g_test_add_func ("/io/ladder-reader/bad-rows", test_bad_rows);
  g_test_add_func ("/io/ladder-reader/table-alone", test_table_alone);
  g_test_add_func ("/io/ladder-reader/bad-table-alone", test_bad_table_alone);
  g_test_add_func ("/io/ladder-reader/mangled", test_mangled);
  return g_test_run ();
}

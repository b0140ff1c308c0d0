/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "io-test-util.h"
#include "vb-csv-reader.h"

typedef struct
{
  GFile *file;
  VbByteSource *source;
  VbTableReader *reader;
} Fixture;

static void
open_bytes (Fixture *fixture, gconstpointer data, gsize size, VbEncoding encoding, gsize skip)
{
  g_autoptr (GError) error = NULL;

  fixture->file = test_file_new (data, size);
  fixture->source = vb_byte_source_new (fixture->file, NULL, &error);
  g_assert_no_error (error);
  fixture->reader = VB_TABLE_READER (
      vb_csv_reader_new (vb_text_reader_new (fixture->source, encoding, skip), ','));
}

static void
close_fixture (Fixture *fixture)
{
  g_object_unref (fixture->reader);
  vb_byte_source_free (fixture->source);
  test_file_free (fixture->file);
}

/* The table with "|" between cells and "$" after each row. */
static char *
flatten (VbTableReader *reader)
{
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);
  guint number = 0;
  VbRow row;

  while (vb_table_reader_next (reader, &row, &error))
    {
      g_assert_cmpuint (row.number, ==, ++number);
      for (guint i = 0; i < row.n_cells; i++)
        {
          if (i > 0)
            g_string_append_c (text, '|');
          g_string_append_len (text, row.cells[i].text, row.cells[i].length);
        }
      g_string_append_c (text, '$');
    }
  g_assert_no_error (error);
  return g_string_free (text, FALSE);
}

static void
test_rows (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "", "" },
    { "a,b\n1,2\n", "a|b$1|2$" },
    { "a,b\n1,2", "a|b$1|2$" },
    { "a,b\r\n1,2\r\n", "a|b$1|2$" },
    { "a,b\r1,2\r", "a|b$1|2$" },
    { "a,b\n\n1,2\n", "a|b$$1|2$" },
    { "a,\n,b\n", "a|$|b$" },
    { "\"a,b\",c\n", "a,b|c$" },
    { "\"a\nb\",c\n", "a\nb|c$" },
    { "\"a\r\nb\",c\n", "a\r\nb|c$" },
    { "\"say \"\"hi\"\"\",c\n", "say \"hi\"|c$" },
    { "\"\",\"\"\n", "|$" },
    { "\"\"\"\"\n", "\"$" },
    { "5\" bed,x\n", "5\" bed|x$" },
    { "\"a\"b,c\n", "ab|c$" },
    { "\"never closed,1\nb,2\n", "\"never closed|1$b|2$" },
    { "a,\"never closed\nb,2\n", "a|\"never closed$b|2$" },
    { "a,\"b\"", "a|b$" },
    { "\"Rosen\" ward,c\n", "Rosen ward|c$" },
    { "\"open,1\nb,2\n\"c\",3\n", "\"open|1$b|2$c|3$" },
    { "\"open\"\"x\"y\"z,1\nb,2\n", "\"open\"\"x\"y\"z|1$b|2$" },
    { "åäö,é\n", "åäö|é$" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      Fixture fixture;
      g_autofree char *flat = NULL;

      g_test_message ("case %u", i);
      open_bytes (&fixture, cases[i].text, strlen (cases[i].text), VB_ENCODING_UTF8, 0);
      flat = flatten (fixture.reader);
      g_assert_cmpstr (flat, ==, cases[i].expected);
      close_fixture (&fixture);
    }
}

/* Whatever falls on the border between two blocks of the file: each kind of row is moved over it
 * byte by byte. */
static void
test_block_borders (void)
{
  static const char row[] = "\"x\"\"y\",å\r\n\"a\nb\",2\r";
  static const char expected[] = "x\"y|å$a\nb|2$";
  const gsize block = 256 * 1024;

  for (gsize shift = 0; shift <= sizeof row; shift++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autofree char *flat = NULL;
      Fixture fixture;

      while (text->len < block - shift - 1)
        g_string_append_c (text, 'z');
      g_string_append_c (text, '\n');
      g_string_append (text, row);
      open_bytes (&fixture, text->str, text->len, VB_ENCODING_UTF8, 0);
      flat = flatten (fixture.reader);
      g_assert_cmpstr (flat + block - shift, ==, expected);
      close_fixture (&fixture);
    }
}

static void
test_long_rows (void)
{
  g_autoptr (GString) text = g_string_new ("\"");
  g_autoptr (GError) error = NULL;
  Fixture fixture;
  VbRow row;

  /* A quoted field of half a mebibyte, then one cell more than a table can have. */
  for (guint i = 0; i < 512 * 1024; i++)
    g_string_append_c (text, 'q');
  g_string_append (text, "\",1\n");
  for (guint i = 0; i <= VB_TABLE_MAX_COLUMNS; i++)
    g_string_append_c (text, ',');
  open_bytes (&fixture, text->str, text->len, VB_ENCODING_UTF8, 0);
  g_assert_true (vb_table_reader_next (fixture.reader, &row, &error));
  g_assert_cmpuint (row.cells[0].length, ==, 512 * 1024);
  g_assert_cmpuint (row.n_cells, ==, 2);
  g_assert_false (vb_table_reader_next (fixture.reader, &row, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  close_fixture (&fixture);
}

static void
test_delimiters (void)
{
  static const struct
  {
    const char *text;
    char delimiter;
  } cases[] = {
    { "a,b,c\n1,2,3\n4,5,6\n", ',' },
    { "a;b;c\n1,5;2,5;3\n4,5;5,5;6\n", ';' },
    { "a;b\n1,5;2\n", ';' },
    { "a\tb\n1,5\t2\n", '\t' },
    { "Title of it all\n\na;b;c\n1;2;3\n4;5;6\n", ';' },
    { "\"a, b, c\";x\n\"d, e, f\";y\n", ';' },
    { "Once upon a time, there was a ward.\nIt had beds.\nThey, too, were full, and so on, too.\n",
      0 },
    { "a\nb\nc\n", 0 },
    { "", 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      Fixture fixture;
      char delimiter = '?';

      g_test_message ("case %u", i);
      open_bytes (&fixture, cases[i].text, strlen (cases[i].text), VB_ENCODING_UTF8, 0);
      g_assert_true (vb_csv_reader_sniff (VB_CSV_READER (fixture.reader), &delimiter, &error));
      g_assert_no_error (error);
      g_assert_cmpint (delimiter, ==, cases[i].delimiter);
      close_fixture (&fixture);
    }
}

/* @text in each encoding gives the same cells. */
static void
test_encodings (void)
{
  static const char text[] = "Överbeläggning,“Säng”\nÅ – 5,€\n";
  static const char expected[] = "Överbeläggning|“Säng”$Å – 5|€$";
  static const struct
  {
    const char *charset;
    const char *mark;
    gsize mark_size;
    VbEncoding encoding;
  } cases[] = {
    { "UTF-8", "", 0, VB_ENCODING_UTF8 },
    { "UTF-8", "\xEF\xBB\xBF", 3, VB_ENCODING_UTF8 },
    { "UTF-16LE", "\xFF\xFE", 2, VB_ENCODING_UTF16LE },
    { "UTF-16BE", "\xFE\xFF", 2, VB_ENCODING_UTF16BE },
    { "WINDOWS-1252", "", 0, VB_ENCODING_WINDOWS_1252 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GByteArray) bytes = g_byte_array_new ();
      g_autofree char *converted = NULL;
      g_autofree char *flat = NULL;
      Fixture fixture;
      gsize size;
      gsize skip;

      converted = g_convert (text, -1, cases[i].charset, "UTF-8", NULL, &size, NULL);
      g_byte_array_append (bytes, (const guint8 *) cases[i].mark, (guint) cases[i].mark_size);
      g_byte_array_append (bytes, (const guint8 *) converted, (guint) size);
      if (cases[i].encoding != VB_ENCODING_WINDOWS_1252)
        g_assert_cmpint (vb_encoding_recognise (bytes->data, bytes->len, &skip), ==,
                         cases[i].encoding);
      g_test_message ("%s", cases[i].charset);
      open_bytes (&fixture, bytes->data, bytes->len, cases[i].encoding, cases[i].mark_size);
      flat = flatten (fixture.reader);
      g_assert_cmpstr (flat, ==, expected);
      close_fixture (&fixture);
    }
}

static void
test_bad_text (void)
{
  static const guint8 utf8[] = { 'a', 0xC3, ',', 0xE5, '\n' };
  static const guint8 utf16[] = { 'a', 0, 0x00, 0xD8, 'b', 0, 'c' };
  static const guint8 nul[] = { 'a', ',', 0, 'b' };
  g_autoptr (GError) error = NULL;
  g_autofree char *flat8 = NULL;
  g_autofree char *flat16 = NULL;
  Fixture fixture;
  VbRow row;

  open_bytes (&fixture, utf8, sizeof utf8, VB_ENCODING_UTF8, 0);
  flat8 = flatten (fixture.reader);
  g_assert_cmpstr (flat8, ==, "a\uFFFD|\uFFFD$");
  close_fixture (&fixture);

  open_bytes (&fixture, utf16, sizeof utf16, VB_ENCODING_UTF16LE, 0);
  flat16 = flatten (fixture.reader);
  g_assert_cmpstr (flat16, ==, "a\uFFFDb\uFFFD$");
  close_fixture (&fixture);

  open_bytes (&fixture, nul, sizeof nul, VB_ENCODING_UTF8, 0);
  g_assert_false (vb_table_reader_next (fixture.reader, &row, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  close_fixture (&fixture);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/csv-reader/rows", test_rows);
  g_test_add_func ("/io/csv-reader/block-borders", test_block_borders);
  g_test_add_func ("/io/csv-reader/long-rows", test_long_rows);
  g_test_add_func ("/io/csv-reader/delimiters", test_delimiters);
  g_test_add_func ("/io/text-reader/encodings", test_encodings);
  g_test_add_func ("/io/text-reader/bad-text", test_bad_text);
  return g_test_run ();
}

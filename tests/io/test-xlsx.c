/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Workbooks: as a spreadsheet program writes them (libxlsxwriter), and packages made by hand with
 * what it cannot write. */
#include <archive.h>
#include <archive_entry.h>
#include <xlsxwriter.h>

#include "io-test-util.h"

/* A package out of part names and contents, NULL-terminated. */
static GByteArray *
make_package (const char *const *parts)
{
  gsize size = 1024 * 1024;
  gsize used = 0;
  guint8 *buffer = g_malloc (size);
  struct archive *zip = archive_write_new ();
  GByteArray *bytes;

  archive_write_set_format_zip (zip);
  g_assert_cmpint (archive_write_open_memory (zip, buffer, size, &used), ==, ARCHIVE_OK);
  for (guint i = 0; parts[i] != NULL; i += 2)
    {
      struct archive_entry *entry = archive_entry_new ();

      archive_entry_set_pathname (entry, parts[i]);
      archive_entry_set_size (entry, (la_int64_t) strlen (parts[i + 1]));
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      g_assert_cmpint (archive_write_header (zip, entry), ==, ARCHIVE_OK);
      archive_write_data (zip, parts[i + 1], strlen (parts[i + 1]));
      archive_entry_free (entry);
    }
  g_assert_cmpint (archive_write_close (zip), ==, ARCHIVE_OK);
  archive_write_free (zip);
  bytes = g_byte_array_new ();
  g_byte_array_append (bytes, buffer, (guint) used);
  g_free (buffer);
  return bytes;
}

#define WORKBOOK                                                                                   \
  "<workbook xmlns:r='r'><sheets><sheet name='Blad1' sheetId='1' "                                 \
  "r:id='rId1'/></sheets></workbook>"
#define RELATIONS                                                                                  \
  "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>"

static VbBatch *
import_sheet (const char *workbook, const char *styles, const char *strings, const char *rows)
{
  g_autofree char *sheet =
      g_strdup_printf ("<?xml version='1.0' encoding='UTF-8'?>\n<worksheet><sheetData>%s"
                       "</sheetData></worksheet>",
                       rows);
  const char *const parts[] = { "xl/workbook.xml",
                                workbook,
                                "xl/_rels/workbook.xml.rels",
                                RELATIONS,
                                "xl/styles.xml",
                                styles,
                                "xl/sharedStrings.xml",
                                strings,
                                "xl/worksheets/sheet1.xml",
                                sheet,
                                NULL };
  g_autoptr (GByteArray) bytes = make_package (parts);
  g_autoptr (VbImporter) importer = test_open_bytes (bytes->data, bytes->len);

  return test_read (importer);
}

#define TEXT(cell, text) "<c r='" cell "' t='inlineStr'><is><t>" text "</t></is></c>"
#define HEADER                                                                                     \
  "<row r='1'>" TEXT ("A1", "datum") TEXT ("B1", "enhet") TEXT ("C1", "disponibla")                \
      TEXT ("D1", "inneliggande") "</row>"
#define STYLES                                                                                     \
  "<styleSheet><numFmts><numFmt numFmtId='164' formatCode='yyyy\\-mm\\-dd'/></numFmts>"            \
  "<cellStyleXfs><xf numFmtId='14'/></cellStyleXfs>"                                               \
  "<cellXfs><xf numFmtId='0'/><xf numFmtId='14'/><xf numFmtId='164'/><xf numFmtId='2'/></cellXfs>" \
  "</styleSheet>"

/* A workbook as people make them: a cover sheet, titles, merged headings, dates, a formula. */
static void
test_written (void)
{
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "vardbalans-test-written.xlsx", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  g_autoptr (VbImporter) importer = NULL;
  g_autoptr (VbImporter) by_number = NULL;
  g_autoptr (VbBatch) batch = NULL;
  lxw_workbook *workbook = workbook_new (path);
  lxw_worksheet *cover = workbook_add_worksheet (workbook, "Försättsblad");
  lxw_worksheet *data = workbook_add_worksheet (workbook, "Vårdplatser");
  lxw_format *date = workbook_add_format (workbook);
  const VbRecognised *recognised;

  format_set_num_format (date, "d mmmm yyyy");
  worksheet_write_string (cover, 0, 0, "Vårdplatser i Region X", NULL);
  worksheet_write_string (data, 0, 0, "Uttag ur systemet", NULL);
  worksheet_write_string (data, 2, 0, "Datum", NULL);
  worksheet_write_string (data, 2, 1, "Avdelning", NULL);
  worksheet_merge_range (data, 2, 2, 2, 3, "Vårdplatser", NULL);
  worksheet_write_string (data, 3, 2, "Disponibla", NULL);
  worksheet_write_string (data, 3, 3, "Inneliggande", NULL);
  for (lxw_row_t i = 0; i < 3; i++)
    {
      lxw_datetime when = { 2024, 1, (int) i + 1, 0, 0, 0 };

      worksheet_write_datetime (data, 4 + i, 0, &when, date);
      worksheet_write_string (data, 4 + i, 1, "Östra 5", NULL);
      worksheet_write_number (data, 4 + i, 2, 18, NULL);
      worksheet_write_formula_num (data, 4 + i, 3, "=C5*0.95", NULL, 17.1 + i);
    }
  workbook_close (workbook);

  importer = vb_importer_open (file, NULL, NULL, &error);
  g_assert_no_error (error);
  recognised = vb_importer_get_recognised (importer);
  g_assert_cmpstr (recognised->format, ==, "XLSX");
  g_assert_cmpstr (recognised->sheet, ==, "Vårdplatser");
  g_assert_cmpuint (g_strv_length ((GStrv) recognised->sheets), ==, 2);
  g_assert_cmpuint (recognised->header_row, ==, 4);
  batch = test_read (importer);
  test_assert_batch (batch, "Östra 5|available_beds|day|2024-01-01|18\n"
                            "Östra 5|available_beds|day|2024-01-02|18\n"
                            "Östra 5|available_beds|day|2024-01-03|18\n"
                            "Östra 5|occupied_beds|day|2024-01-01|17.1\n"
                            "Östra 5|occupied_beds|day|2024-01-02|18.1\n"
                            "Östra 5|occupied_beds|day|2024-01-03|19.1\n");

  by_number = vb_importer_open (file, "2", NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (vb_importer_get_recognised (by_number)->sheet, ==, "Vårdplatser");
  g_assert_null (vb_importer_open (file, "Försättsblad", NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
  g_clear_error (&error);
  g_assert_null (vb_importer_open (file, "Blad 9", NULL, &error));
  g_assert_error (error, VB_ERROR, VB_ERROR_NOT_FOUND);
  g_file_delete (file, NULL, NULL);
}

static void
test_cells (void)
{
  g_autoptr (VbBatch) batch = import_sheet (
      WORKBOOK, STYLES,
      "<sst><si><t>Avd 1</t></si><si><r><t>Avd</t></r><r><t xml:space='preserve'> 2</t></r>"
      "<rPh sb='0' eb='1'><t>yomi</t></rPh></si></sst>",
      HEADER
      /* Shared strings, plain and in runs; dates by built-in and by custom format. */
      "<row r='2'><c r='A2' s='1'><v>45292</v></c><c r='B2' t='s'><v>0</v></c>"
      "<c r='C2'><v>18</v></c><c r='D2' s='3'><v>17.300000000000001</v></c></row>"
      "<row r='3'><c r='A3' s='2'><v>45293.25</v></c><c r='B3' t='s'><v>1</v></c>"
      "<c r='C3'><f>SUM(1,2)</f><v>3</v></c></row>"
      /* A gap, no references, a formula's text; numbers as text. */
      "<row r='7'><c t='d'><v>2024-01-03</v></c><c t='str'><f>A1</f><v>Avd 1</v></c>"
      "<c t='inlineStr'><is><t>12,5</t></is></c></row>"
      /* What is no number. */
      "<row><c r='A8' t='inlineStr'><is><t>2024-01-04</t></is></c><c r='B8' t='s'><v>0</v></c>"
      "<c r='C8' t='b'><v>1</v></c><c r='D8' t='e'><v>#DIV/0!</v></c></row>"
      "<row r='9'><c r='A9' s='1'><v>45296</v></c><c r='B9' t='s'><v>0</v></c>"
      "<c r='C9' s='1'><v>45296</v></c><c r='D9' t='s'><v>99</v></c></row>");
  GPtrArray *problems = vb_batch_get_problems (batch);

  test_assert_batch (batch, "Avd 1|available_beds|day|2024-01-01|18\n"
                            "Avd 1|available_beds|day|2024-01-03|12.5\n"
                            "Avd 1|occupied_beds|day|2024-01-01|17.3\n"
                            "Avd 2|available_beds|day|2024-01-02|3\n");
  g_assert_cmpuint (problems->len, ==, 3);
  g_assert_cmpuint (((VbProblem *) problems->pdata[0])->row, ==, 8);
  g_assert_cmpstr (((VbProblem *) problems->pdata[0])->value, ==, "TRUE");
  g_assert_cmpstr (((VbProblem *) problems->pdata[1])->value, ==, "#DIV/0!");
  g_assert_cmpuint (((VbProblem *) problems->pdata[2])->row, ==, 9);
  g_assert_cmpuint (vb_batch_get_rows_refused (batch), ==, 2);
}

static void
test_1904 (void)
{
  static const char workbook[] =
      "<workbook xmlns:r='r'><workbookPr date1904='1'/><sheets><sheet name='B' r:id='rId1'/>"
      "</sheets></workbook>";
  static const char rows[] = HEADER "<row r='2'><c r='A2' s='1'><v>43830</v></c>" TEXT (
      "B2", "A") "<c r='C2'><v>1</v></c></row><row r='3'><c r='A3' "
                 "s='1'><v>43831</v></c>" TEXT ("B3", "A") "<c r='C3'><v>2</v></c></row>";
  static const char bare[] = HEADER "<row r='2'><c r='A2'><v>43830</v></c>" TEXT (
      "B2", "A") "<c r='C2'><v>1</v></c></row><row r='3'><c "
                 "r='A3'><v>43831</v></c>" TEXT ("B3", "A") "<c r='C3'><v>2</v></c></row>";
  static const char expected[] = "A|available_beds|day|2024-01-01|1\n"
                                 "A|available_beds|day|2024-01-02|2\n";
  g_autoptr (VbBatch) styled = import_sheet (workbook, STYLES, "<sst/>", rows);
  g_autoptr (VbBatch) unstyled = import_sheet (workbook, STYLES, "<sst/>", bare);

  test_assert_batch (styled, expected);
  test_assert_batch (unstyled, expected);
}

/* Periods as headers: dates that show as months. */
static void
test_wide (void)
{
  g_autoptr (VbBatch) batch = import_sheet (
      WORKBOOK, STYLES, "<sst/>",
      "<row r='1'>" TEXT ("A1", "Avdelning") TEXT (
          "B1", "Mått") "<c r='C1' s='1'><v>45292</v></c><c r='D1' s='1'><v>45323</v></c></row>"
                        "<row r='2'>" TEXT ("A2", "Avd 1") TEXT (
                            "B2",
                            "Vårddygn") "<c r='C2'><v>500</v></c><c r='D2'><v>480</v></c></row>");

  test_assert_batch (batch, "Avd 1|bed_days|month|2024-01-01|500\n"
                            "Avd 1|bed_days|month|2024-02-01|480\n");
}

/* Elements with a written-out namespace, absolute part names, no styles and no shared strings. */
static void
test_namespaces (void)
{
  const char *const parts[] = {
    "[Content_Types].xml",
    "<Types/>",
    "xl/workbook.xml",
    "<x:workbook xmlns:x='m' xmlns:rel='r'><x:sheets><x:sheet name='B' rel:id='R9'/></x:sheets>"
    "</x:workbook>",
    "xl/_rels/workbook.xml.rels",
    "<Relationships><Relationship Id='R9' Target='/xl/Worksheets/blad.xml'/></Relationships>",
    "xl/worksheets/Blad.xml",
    "<x:worksheet xmlns:x='m'><x:sheetData>"
    "<x:row><x:c t='inlineStr'><x:is><x:t>år</x:t></x:is></x:c>"
    "<x:c t='inlineStr'><x:is><x:t>region</x:t></x:is></x:c>"
    "<x:c t='inlineStr'><x:is><x:t>folkmängd</x:t></x:is></x:c></x:row>"
    "<x:row><x:c><x:v>2024</x:v></x:c><x:c t='inlineStr'><x:is><x:t>A &amp; B</x:t></x:is></x:c>"
    "<x:c><x:v>1.5E3</x:v></x:c></x:row>"
    "</x:sheetData></x:worksheet>",
    NULL
  };
  g_autoptr (GByteArray) bytes = make_package (parts);
  g_autoptr (VbImporter) importer = test_open_bytes (bytes->data, bytes->len);
  g_autoptr (VbBatch) batch = test_read (importer);

  test_assert_batch (batch, "A & B|population|year|2024-01-01|1500\n");
}

static void
test_no_workbook (void)
{
  const char *const zip[] = { "letter.txt", "Hello", NULL };
  const char *const broken[] = { "xl/workbook.xml", "<workbook><sheets>", NULL };
  const char *const no_sheets[] = { "xl/workbook.xml", "<workbook><sheets/></workbook>", NULL };
  const char *const no_table[] = { "xl/workbook.xml", WORKBOOK, "xl/worksheets/sheet1.xml",
                                   "<worksheet><sheetData/></worksheet>", NULL };
  g_autoptr (GByteArray) a = make_package (zip);
  g_autoptr (GByteArray) b = make_package (broken);
  g_autoptr (GByteArray) c = make_package (no_sheets);
  g_autoptr (GByteArray) d = make_package (no_table);

  test_open_fails (a->data, a->len, "not an XLSX workbook");
  test_open_fails (b->data, b->len, "damaged");
  test_open_fails (c->data, c->len, "no sheet");
  test_open_fails (d->data, d->len, "not a table");
  /* Cut off anywhere, it is damaged: the directory of a ZIP file stands last. */
  test_open_fails (d->data, d->len / 2, "damaged");
}

/* 100 MB of nothing in a hundred kilobytes, where the rows should be and as one long text. */
static void
test_bomb (void)
{
  static const char *const fillers[] = { "<row></row>", "x" };
  static const char head[] = "<worksheet><sheetData>" HEADER "<row r='2'>" TEXT ("A2", "2024-01-01")
      TEXT ("B2", "A") "<c r='C2'><v>1</v></c></row>";

  for (guint i = 0; i < G_N_ELEMENTS (fillers); i++)
    {
      g_autofree char *path = NULL;
      g_autoptr (GFile) file = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GString) block = g_string_new (NULL);
      struct archive *zip = archive_write_new ();
      struct archive_entry *entry = archive_entry_new ();
      gint64 begin;
      int fd = g_file_open_tmp ("vardbalans-test-XXXXXX.xlsx", &path, NULL);

      while (block->len < 1000 * 1000)
        g_string_append (block, fillers[i]);
      archive_write_set_format_zip (zip);
      g_assert_cmpint (archive_write_open_fd (zip, fd), ==, ARCHIVE_OK);
      archive_entry_set_pathname (entry, "xl/workbook.xml");
      archive_entry_set_size (entry, sizeof WORKBOOK - 1);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_write_header (zip, entry);
      archive_write_data (zip, WORKBOOK, sizeof WORKBOOK - 1);
      archive_entry_clear (entry);
      archive_entry_set_pathname (entry, "xl/worksheets/sheet1.xml");
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_write_header (zip, entry);
      archive_write_data (zip, head, sizeof head - 1);
      for (guint k = 0; k < 100; k++)
        archive_write_data (zip, block->str, block->len);
      archive_entry_free (entry);
      archive_write_close (zip);
      archive_write_free (zip);
      close (fd);

      file = g_file_new_for_path (path);
      begin = g_get_monotonic_time ();
      g_assert_null (vb_importer_open (file, NULL, NULL, &error));
      g_assert_error (error, VB_ERROR, VB_ERROR_BAD_INPUT);
      g_assert_nonnull (strstr (error->message, "unpacks"));
      g_test_message ("refused after %" G_GINT64_FORMAT " ms",
                      (g_get_monotonic_time () - begin) / 1000);
      g_file_delete (file, NULL, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/io/xlsx/written", test_written);
  g_test_add_func ("/io/xlsx/cells", test_cells);
  g_test_add_func ("/io/xlsx/1904", test_1904);
  g_test_add_func ("/io/xlsx/wide", test_wide);
  g_test_add_func ("/io/xlsx/namespaces", test_namespaces);
  g_test_add_func ("/io/xlsx/no-workbook", test_no_workbook);
  g_test_add_func ("/io/xlsx/bomb", test_bomb);
  return g_test_run ();
}

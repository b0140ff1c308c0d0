/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-xlsx-workbook.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"

#define MAX_SHARED_TEXT (256 * 1024 * 1024)
#define MAX_STYLES 65536
#define MAX_SHEETS 4096

gboolean
vb_xlsx_is_date_format (guint id, const char *code)
{
  gboolean day = FALSE;
  gboolean month = FALSE;
  gboolean clock = FALSE;

  /* ECMA-376-1 18.8.30: 14–17 and 22 are dates; 27–36 and 50–58 are dates in East Asian locales. */
  if ((id >= 14 && id <= 17) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return TRUE;
  if (code == NULL)
    return FALSE;
  for (const char *p = code; *p != '\0' && *p != ';'; p++)
    {
      const char *close = NULL;

      if (*p == '"')
        close = strchr (p + 1, '"');
      else if (*p == '[')
        close = strchr (p + 1, ']');
      else if ((*p == '\\' || *p == '_' || *p == '*') && p[1] != '\0')
        close = p + 1;
      if (close != NULL)
        p = close;
      else if (g_ascii_strncasecmp (p, "General", 7) == 0)
        p += 6;
      else if (strchr ("yYdD", *p) != NULL)
        day = TRUE;
      else if (*p == 'm' || *p == 'M')
        month = TRUE;
      else if (strchr ("hHsS", *p) != NULL)
        clock = TRUE;
    }
  /* Beside hours or seconds, m is minutes. */
  return day || (month && !clock);
}

static void
workbook_start (GMarkupParseContext *context,
                const char *element,
                const char **names,
                const char **values,
                gpointer data,
                GError **error)
{
  VbXlsxWorkbook *self = data;

  if (g_str_equal (element, "workbookPr"))
    {
      const char *flag = vb_xlsx_get_attribute (names, values, "date1904");

      if (flag != NULL && (g_str_equal (flag, "1") || g_str_equal (flag, "true")))
        self->days = VB_SERIAL_DAYS_1904;
    }
  else if (g_str_equal (element, "sheet") && self->sheet_names->len < MAX_SHEETS)
    {
      const char *name = vb_xlsx_get_attribute (names, values, "name");
      const char *id = NULL;

      /* "r:id", whatever the prefix. */
      for (guint i = 0; names[i] != NULL; i++)
        if (strchr (names[i], ':') != NULL && g_str_equal (vb_xlsx_local_name (names[i]), "id"))
          id = values[i];
      if (name == NULL || id == NULL)
        return;
      g_ptr_array_add (self->sheet_names, g_strdup (name));
      g_ptr_array_add (self->sheet_parts, g_strdup (id));
    }
}

typedef struct
{
  GHashTable *targets; /* relation id → part */
} Relations;

static void
relations_start (GMarkupParseContext *context,
                 const char *element,
                 const char **names,
                 const char **values,
                 gpointer data,
                 GError **error)
{
  Relations *relations = data;
  const char *id = vb_xlsx_get_attribute (names, values, "Id");
  const char *target = vb_xlsx_get_attribute (names, values, "Target");
  char *part;

  if (!g_str_equal (element, "Relationship") || id == NULL || target == NULL)
    return;
  if (target[0] == '/')
    part = g_strdup (target + 1);
  else
    part = g_strconcat ("xl/", target, NULL);
  g_hash_table_insert (relations->targets, g_strdup (id), part);
}

typedef struct
{
  VbXlsxWorkbook *workbook;
  GHashTable *formats; /* id of a number format → its code */
  gboolean in_cell_styles;
} Styles;

static void
styles_start (GMarkupParseContext *context,
              const char *element,
              const char **names,
              const char **values,
              gpointer data,
              GError **error)
{
  Styles *styles = data;
  const char *id = vb_xlsx_get_attribute (names, values, "numFmtId");
  guint number = id != NULL ? (guint) g_ascii_strtoull (id, NULL, 10) : 0;

  if (g_str_equal (element, "cellXfs"))
    styles->in_cell_styles = TRUE;
  else if (g_str_equal (element, "numFmt") && id != NULL)
    {
      const char *code = vb_xlsx_get_attribute (names, values, "formatCode");

      g_hash_table_insert (styles->formats, GUINT_TO_POINTER (number), g_strdup (code));
    }
  else if (g_str_equal (element, "xf") && styles->in_cell_styles
           && styles->workbook->date_styles->len < MAX_STYLES)
    {
      const char *code = g_hash_table_lookup (styles->formats, GUINT_TO_POINTER (number));
      gboolean date = vb_xlsx_is_date_format (number, code);

      g_array_append_val (styles->workbook->date_styles, date);
    }
}

static void
styles_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Styles *styles = data;

  if (g_str_equal (element, "cellXfs"))
    styles->in_cell_styles = FALSE;
}

typedef struct
{
  VbXlsxWorkbook *workbook;
  guint phonetic; /* within rPh: how the word is read, not the word */
  gboolean in_text;
} Strings;

static void
strings_start (GMarkupParseContext *context,
               const char *element,
               const char **names,
               const char **values,
               gpointer data,
               GError **error)
{
  Strings *strings = data;

  if (g_str_equal (element, "rPh"))
    strings->phonetic++;
  else if (g_str_equal (element, "t"))
    strings->in_text = strings->phonetic == 0;
}

static void
strings_end (GMarkupParseContext *context, const char *element, gpointer data, GError **error)
{
  Strings *strings = data;

  if (g_str_equal (element, "rPh"))
    strings->phonetic--;
  else if (g_str_equal (element, "t"))
    strings->in_text = FALSE;
  else if (g_str_equal (element, "si"))
    {
      gsize end = strings->workbook->text->len;

      g_array_append_val (strings->workbook->text_ends, end);
    }
}

static void
strings_text (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Strings *strings = data;

  if (!strings->in_text)
    return;
  if (strings->workbook->text->len + length > MAX_SHARED_TEXT)
    g_set_error_literal (error, G_MARKUP_ERROR, G_MARKUP_ERROR_PARSE, "too much text");
  else
    g_string_append_len (strings->workbook->text, text, (gssize) length);
}

/* Sheets name their part by a relation; @sheet_parts holds the relations' ids until now. */
static gboolean
resolve_sheets (VbXlsxWorkbook *self, VbXlsxPackage *package, GError **error)
{
  static const GMarkupParser parser = { relations_start, NULL, NULL, NULL, NULL };
  g_autoptr (GHashTable) targets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  Relations relations = { targets };
  gboolean missing;

  if (!vb_xlsx_package_parse (package, "xl/_rels/workbook.xml.rels", &parser, &relations, &missing,
                              error)
      && !missing)
    return FALSE;
  for (guint i = 0; i < self->sheet_parts->len; i++)
    {
      char **part = (char **) &g_ptr_array_index (self->sheet_parts, i);
      const char *target = g_hash_table_lookup (targets, *part);
      char *resolved =
          target != NULL ? g_strdup (target) : g_strdup_printf ("xl/worksheets/sheet%u.xml", i + 1);

      g_free (*part);
      *part = resolved;
    }
  return TRUE;
}

static gboolean
read_parts (VbXlsxWorkbook *self, VbXlsxPackage *package, const char *name, GError **error)
{
  static const GMarkupParser workbook_parser = { workbook_start, NULL, NULL, NULL, NULL };
  static const GMarkupParser styles_parser = { styles_start, styles_end, NULL, NULL, NULL };
  static const GMarkupParser strings_parser = { strings_start, strings_end, strings_text, NULL,
                                                NULL };
  g_autoptr (GHashTable) formats = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Styles styles = { self, formats, FALSE };
  Strings strings = { self, 0, FALSE };
  gboolean missing;

  if (!vb_xlsx_package_parse (package, "xl/workbook.xml", &workbook_parser, self, &missing, error))
    {
      if (missing)
        g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                     _ ("“%s” is a ZIP file, but not an XLSX workbook"), name);
      return FALSE;
    }
  if (!resolve_sheets (self, package, error))
    return FALSE;
  if (!vb_xlsx_package_parse (package, "xl/styles.xml", &styles_parser, &styles, &missing, error)
      && !missing)
    return FALSE;
  return vb_xlsx_package_parse (package, "xl/sharedStrings.xml", &strings_parser, &strings,
                                &missing, error)
         || missing;
}

VbXlsxWorkbook *
vb_xlsx_workbook_new (VbXlsxPackage *package, const char *name, GError **error)
{
  g_autoptr (VbXlsxWorkbook) self = g_new0 (VbXlsxWorkbook, 1);

  self->days = VB_SERIAL_DAYS_1900;
  self->sheet_names = g_ptr_array_new_with_free_func (g_free);
  self->sheet_parts = g_ptr_array_new_with_free_func (g_free);
  self->date_styles = g_array_new (FALSE, FALSE, sizeof (gboolean));
  self->text = g_string_new (NULL);
  self->text_ends = g_array_new (FALSE, FALSE, sizeof (gsize));
  if (!read_parts (self, package, name, error))
    return NULL;
  if (self->sheet_names->len == 0)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT, _ ("The workbook “%s” has no sheet"), name);
      return NULL;
    }
  g_ptr_array_add (self->sheet_names, NULL);
  return g_steal_pointer (&self);
}

void
vb_xlsx_workbook_free (VbXlsxWorkbook *self)
{
  if (self == NULL)
    return;
  g_ptr_array_unref (self->sheet_names);
  g_ptr_array_unref (self->sheet_parts);
  g_array_unref (self->date_styles);
  g_string_free (self->text, TRUE);
  g_array_unref (self->text_ends);
  g_free (self);
}

gboolean
vb_xlsx_workbook_get_string (VbXlsxWorkbook *self, guint64 index, const char **text, gsize *length)
{
  gsize start;

  if (index >= self->text_ends->len)
    return FALSE;
  start = index > 0 ? g_array_index (self->text_ends, gsize, index - 1) : 0;
  *text = self->text->str + start;
  *length = g_array_index (self->text_ends, gsize, index) - start;
  return TRUE;
}

gboolean
vb_xlsx_workbook_is_date_style (VbXlsxWorkbook *self, guint64 style)
{
  return style < self->date_styles->len && g_array_index (self->date_styles, gboolean, style);
}

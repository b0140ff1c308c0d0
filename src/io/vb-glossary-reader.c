/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-glossary-reader.h"

#include <glib/gi18n-lib.h>

#include "vb-glossary-resources.h"
#include "vb-measure.h"
#include "vb-text-table.h"

#define RESOURCE "resource:///se/vardbalans/Vardbalans/glossary/glossary.csv"

enum
{
  COLUMN_ID,
  COLUMN_STATUS,
  COLUMN_MEASURE,
  COLUMN_FIGURES,
  COLUMN_RELATED,
  /* Two for each VbGlossaryField, Swedish first. */
  COLUMN_TEXTS,
  N_COLUMNS = COLUMN_TEXTS + 2 * VB_N_GLOSSARY_FIELDS,
};

#define COLUMN_SV(field) (COLUMN_TEXTS + 2 * (field))
#define COLUMN_EN(field) (COLUMN_TEXTS + 2 * (field) + 1)

static const VbTextColumn columns[N_COLUMNS] = {
  [COLUMN_ID] = { "id", TRUE },
  [COLUMN_STATUS] = { "status", TRUE },
  [COLUMN_MEASURE] = { "measure|mått", FALSE },
  [COLUMN_FIGURES] = { "figures|uppgifter", FALSE },
  [COLUMN_RELATED] = { "related|se även", FALSE },
  [COLUMN_SV (VB_GLOSSARY_FIELD_TERM)] = { "term_sv", TRUE },
  [COLUMN_EN (VB_GLOSSARY_FIELD_TERM)] = { "term_en", FALSE },
  [COLUMN_SV (VB_GLOSSARY_FIELD_ALSO)] = { "also_sv", FALSE },
  [COLUMN_EN (VB_GLOSSARY_FIELD_ALSO)] = { "also_en", FALSE },
  [COLUMN_SV (VB_GLOSSARY_FIELD_DEFINITION)] = { "definition_sv", TRUE },
  [COLUMN_EN (VB_GLOSSARY_FIELD_DEFINITION)] = { "definition_en", FALSE },
  [COLUMN_SV (VB_GLOSSARY_FIELD_UNIT)] = { "unit_sv", FALSE },
  [COLUMN_EN (VB_GLOSSARY_FIELD_UNIT)] = { "unit_en", FALSE },
  [COLUMN_SV (VB_GLOSSARY_FIELD_COMPUTED)] = { "computed_sv", FALSE },
  [COLUMN_EN (VB_GLOSSARY_FIELD_COMPUTED)] = { "computed_en", FALSE },
  [COLUMN_SV (VB_GLOSSARY_FIELD_SOURCE)] = { "source_sv", FALSE },
  [COLUMN_EN (VB_GLOSSARY_FIELD_SOURCE)] = { "source_en", FALSE },
};

/* Lower-case letters, digits and '-'. */
static gboolean
is_id (const char *text)
{
  for (const char *p = text; *p != '\0'; p++)
    if (!g_ascii_islower (*p) && !g_ascii_isdigit (*p) && *p != '-')
      return FALSE;
  return *text != '\0';
}

/* What stands in a cell, parted by ';'. */
static GStrv
split (VbTextTable *table, guint row, guint column)
{
  g_auto (GStrv) parts = g_strsplit (vb_text_table_get (table, row, column), ";", -1);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();

  for (guint i = 0; parts[i] != NULL; i++)
    if (*g_strstrip (parts[i]) != '\0')
      g_strv_builder_add (builder, parts[i]);
  return g_strv_builder_end (builder);
}

/* The columns that are words of a list. */
static gboolean
read_words (VbTextTable *table, guint row, VbWording *wording, VbMeasureId *measure, GError **error)
{
  const char *status = vb_text_table_get (table, row, COLUMN_STATUS);
  const char *key = vb_text_table_get (table, row, COLUMN_MEASURE);

  if (!vb_wording_from_id (status, wording) || *wording == VB_WORDING_OFFICIAL)
    return vb_text_table_refuse (table, row, COLUMN_STATUS, _ ("paraphrase or own"), error);

  *measure = VB_MEASURE_NONE;
  if (*key == '\0')
    return TRUE;
  if (vb_measure_find (key) == NULL)
    return vb_text_table_refuse (table, row, COLUMN_MEASURE, _ ("the key of a measure, or nothing"),
                                 error);
  *measure = vb_measure_find (key)->id;
  return TRUE;
}

static gboolean
check_new (VbTextTable *table, guint row, VbGlossary *glossary, VbMeasureId measure, GError **error)
{
  const char *id = vb_text_table_get (table, row, COLUMN_ID);

  if (!is_id (id))
    return vb_text_table_refuse (table, row, COLUMN_ID,
                                 _ ("an id of lower-case letters a–z, digits and “-”"), error);
  if (vb_glossary_find (glossary, id) != NULL)
    return vb_text_table_refuse (table, row, COLUMN_ID, _ ("an id that no other row has"), error);
  if (vb_glossary_find_measure (glossary, measure) != NULL)
    return vb_text_table_refuse (table, row, COLUMN_MEASURE, _ ("a measure that no other row has"),
                                 error);
  return TRUE;
}

static gboolean
read_figures (
    VbTextTable *table, guint row, VbGlossary *glossary, VbGlossaryTerm *term, GError **error)
{
  g_auto (GStrv) figures = split (table, row, COLUMN_FIGURES);

  for (guint i = 0; figures[i] != NULL; i++)
    if (!vb_glossary_add_figure (glossary, figures[i], term))
      return vb_text_table_refuse (table, row, COLUMN_FIGURES,
                                   _ ("figures that no other row explains"), error);
  return TRUE;
}

static gboolean
read_row (VbTextTable *table, guint row, VbGlossary *glossary, GError **error)
{
  VbBilingual texts[VB_N_GLOSSARY_FIELDS] = { { NULL, NULL } };
  g_autoptr (VbGlossaryTerm) term = NULL;
  g_auto (GStrv) related = NULL;
  VbMeasureId measure;
  VbWording wording;

  if (!read_words (table, row, &wording, &measure, error)
      || !check_new (table, row, glossary, measure, error))
    return FALSE;
  for (guint field = VB_GLOSSARY_FIELD_TERM; field < VB_N_GLOSSARY_FIELDS; field++)
    if ((field == VB_GLOSSARY_FIELD_TERM || field == VB_GLOSSARY_FIELD_DEFINITION)
        && *vb_text_table_get (table, row, COLUMN_SV (field)) == '\0')
      return vb_text_table_refuse (table, row, COLUMN_SV (field), _ ("a text"), error);

  for (guint field = 0; field < VB_N_GLOSSARY_FIELDS; field++)
    vb_bilingual_set (&texts[field], vb_text_table_get (table, row, COLUMN_SV (field)),
                      vb_text_table_get (table, row, COLUMN_EN (field)));
  related = split (table, row, COLUMN_RELATED);
  term = vb_glossary_term_new (vb_text_table_get (table, row, COLUMN_ID), texts, wording, measure,
                               (const char *const *) related);
  for (guint field = 0; field < VB_N_GLOSSARY_FIELDS; field++)
    vb_bilingual_clear (&texts[field]);
  return vb_glossary_add (glossary, term) && read_figures (table, row, glossary, term, error);
}

/* Links lead somewhere; seen only when every term is there. */
static gboolean
check_related (VbTextTable *table, VbGlossary *glossary, GError **error)
{
  for (guint row = 0; row < vb_text_table_get_n_rows (table); row++)
    {
      g_auto (GStrv) related = split (table, row, COLUMN_RELATED);

      for (guint i = 0; related[i] != NULL; i++)
        if (vb_glossary_find (glossary, related[i]) == NULL)
          return vb_text_table_refuse (table, row, COLUMN_RELATED,
                                       _ ("ids of terms, parted by “;”"), error);
    }
  return TRUE;
}

VbGlossary *
vb_glossary_reader_read (GFile *file, GCancellable *cancellable, GError **error)
{
  g_autoptr (VbTextTable) table = NULL;
  g_autoptr (VbGlossary) glossary = vb_glossary_new ();

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  table = vb_text_table_read (file, columns, N_COLUMNS, cancellable, error);
  if (table == NULL)
    return NULL;
  for (guint row = 0; row < vb_text_table_get_n_rows (table); row++)
    if (!read_row (table, row, glossary, error))
      return NULL;
  if (!check_related (table, glossary, error))
    return NULL;
  return g_steal_pointer (&glossary);
}

VbGlossary *
vb_glossary_reader_read_shipped (GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_uri (RESOURCE);

  /* Makes the linker keep the resource. */
  vb_glossary_get_resource ();
  return vb_glossary_reader_read (file, NULL, error);
}

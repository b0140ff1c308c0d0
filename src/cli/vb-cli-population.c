/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-population.h"

#include <glib/gi18n-lib.h>

#include "vb-document-population.h"
#include "vb-error.h"
#include "vb-population-file.h"
#include "vb-population-words.h"
#include "vb-problem-report.h"

/* How many problems are told on standard error when no report file is asked for. */
#define MAX_PROBLEMS_TOLD 20

/* ---- problems -------------------------------------------------------------------------------- */

gboolean
vb_cli_write_problems (const char *path, GPtrArray *problems, GError **error)
{
  g_autoptr (GBytes) bytes = vb_problem_report_to_csv (problems, error);

  return bytes != NULL && vb_cli_write_file (path, bytes, error);
}

static void
tell_problem (const VbProblem *problem)
{
  const char *what = _ (vb_problem_kind_get_problem (problem->kind));
  const char *expected = _ (vb_problem_kind_get_expected (problem->kind));
  const char *column = problem->column != NULL ? problem->column : "–";
  const char *value = problem->value != NULL ? problem->value : "";

  if (problem->row > 0)
    vb_cli_print_message (_ ("Row %u, column %s: %s; expected %s, found “%s”"), problem->row,
                          column, what, expected, value);
  else
    vb_cli_print_message (_ ("Column %s: %s; expected %s"), column, what, expected);
}

void
vb_cli_tell_problems (GPtrArray *problems, gboolean has_report)
{
  guint told = 0;
  guint left = 0;

  for (guint i = 0; i < problems->len; i++)
    {
      const VbProblem *problem = problems->pdata[i];

      /* Whole columns are always named; single cells only where no file tells of them. */
      if (problem->row == 0 || (!has_report && told < MAX_PROBLEMS_TOLD))
        {
          tell_problem (problem);
          told++;
        }
      else
        left++;
    }
  if (left > 0 && !has_report)
    vb_cli_print_message (ngettext ("… and %u more; --report lists them all",
                                    "… and %u more; --report lists them all", left),
                          left);
}

/* ---- population ------------------------------------------------------------------------------ */

static gboolean
refuse_file (const VbPopulationFile *file, GError **error)
{
  g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
               ngettext ("%s: %u fault; a population is taken whole or not at all",
                         "%s: %u faults; a population is taken whole or not at all",
                         file->problems->len),
               file->name, file->problems->len);
  return FALSE;
}

/* 0 when the file means no unit that there is. */
static gint64
find_unit (VbDocument *document, const VbPopulationFacts *facts, VbUnit *under, gboolean is_only)
{
  VbUnit *unit = facts->name != NULL ? vb_document_match_population (document, facts->name) : NULL;

  if (unit == NULL && (facts->name == NULL || is_only))
    unit = under;
  return unit != NULL ? vb_unit_get_id (unit) : 0;
}

static void
tell_population (const VbPopulationFacts *facts, VbUnit *unit)
{
  g_autofree char *path = unit != NULL ? vb_unit_dup_path (unit) : NULL;
  gint16 first, last;

  vb_population_facts_get_years (facts, &first, &last);
  if (path == NULL)
    vb_cli_print_message (_ ("“%s” is no unit of the plan, and left out"),
                          facts->name != NULL ? facts->name : "–");
  else
    /* Translators: a unit, two numbers of figures, and three years */
    vb_cli_print_message (_ ("%s: %u figures of inhabitants, %u of bed days; %d–%d, outcome up to "
                             "%d"),
                          path, facts->counts->len, facts->uses->len, first, last,
                          vb_population_facts_get_last_outcome (facts));
}

static gboolean
take (VbDocument *document,
      const VbPopulationFile *file,
      VbUnit *under,
      gboolean dry_run,
      GError **error)
{
  g_autofree gint64 *unit_ids = g_new0 (gint64, file->places->len + 1);
  gboolean any = FALSE;

  for (guint i = 0; i < file->places->len; i++)
    {
      unit_ids[i] = find_unit (document, file->places->pdata[i], under, file->places->len == 1);
      any |= unit_ids[i] != 0;
      tell_population (file->places->pdata[i],
                       unit_ids[i] != 0 ? vb_document_get_unit (document, unit_ids[i]) : NULL);
    }
  if (!any)
    {
      g_set_error (error, VB_ERROR, VB_ERROR_BAD_INPUT,
                   _ ("%s: expected the name or code of a unit of the plan, found none; --under "
                      "says whose population it is"),
                   file->name);
      return FALSE;
    }
  return dry_run
         || vb_document_set_population (document, unit_ids,
                                        (VbPopulationFacts *const *) file->places->pdata,
                                        file->places->len, error);
}

/* @last: the last year that was counted, as it was typed; NULL: as the file tells, and where it
 * does not, the last year that is over. */
static gboolean
set_outcome (VbPopulationFile *file, VbDocument *document, const char *last, GError **error)
{
  gint16 year = vb_document_get_last_full_year (document);

  if (last == NULL && file->kind_known)
    return TRUE;
  if (last != NULL && !vb_population_words_read_year (last, &year))
    {
      g_set_error (error, VB_ERROR, VB_ERROR_INVALID,
                   _ ("--last-outcome: expected a year, such as 2025, found “%s”"), last);
      return FALSE;
    }
  vb_population_file_set_last_outcome (file, year);
  return TRUE;
}

gboolean
vb_cli_import_population (VbCliDocument *document,
                          GFile *file,
                          const VbCliPopulationOptions *options,
                          GError **error)
{
  g_autoptr (VbPopulationFile) read = NULL;
  VbUnit *under = NULL;

  if (options->under != NULL)
    {
      under = vb_document_find_unit (document, options->under, error);
      if (under == NULL)
        return FALSE;
    }
  read = vb_population_file_read (file, options->sheet, NULL, error);
  if (read == NULL)
    return FALSE;
  if (options->report != NULL && !vb_cli_write_problems (options->report, read->problems, error))
    return FALSE;
  vb_cli_tell_problems (read->problems, options->report != NULL);
  if (read->problems->len > 0)
    return refuse_file (read, error);

  return set_outcome (read, document, options->last_outcome, error)
         && take (document, read, under, options->dry_run, error)
         && (options->dry_run || vb_cli_save_document (document, error));
}

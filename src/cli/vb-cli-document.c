/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#include "vb-date-form.h"
#include "vb-error.h"
#include "vb-number.h"

void
vb_cli_document_close (VbCliDocument *self)
{
  vb_document_close (self);
  g_object_unref (self);
}

VbCliDocument *
vb_cli_open_document (VbCliInvocation *invocation, GError **error)
{
  return vb_cli_open_file (invocation->arguments[0], error);
}

VbCliDocument *
vb_cli_open_file (const char *name, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_commandline_arg (name);
  VbCliDocument *document = vb_document_open (file, NULL, error);

  /* What is wrong with the file's bytes does not say which file it is. */
  if (document == NULL && !g_error_matches (*error, VB_ERROR, VB_ERROR_STORAGE))
    g_prefix_error (error, "%s: ", name);
  return document;
}

gboolean
vb_cli_save_document (VbCliDocument *self, GError **error)
{
  return vb_document_save (self, FALSE, NULL, error);
}

VbGrain
vb_cli_get_default_grain (VbDocument *document)
{
  guint grains = vb_document_get_grains (document);
  VbGrain grain = VB_GRAIN_YEAR;

  while (grain > VB_GRAIN_MONTH && (grains & (1u << grain)) == 0)
    grain--;
  return grain;
}

gboolean
vb_cli_parse_grain (const char *text, VbGrain fallback, VbGrain *grain, GError **error)
{
  *grain = fallback;
  if (text == NULL || vb_grain_from_id (text, grain))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--grain: expected day, week, month, quarter or year, found “%s”"), text);
  return FALSE;
}

static gboolean
parse_period (const char *option, const char *text, VbPeriod *period, GError **error)
{
  if (vb_date_form_parse (text, strlen (text), period) == VB_DATE_FORM_PERIOD)
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("%s: expected a date or period such as 2024-01-31, 2024-01 or 2024, found “%s”"),
               option, text);
  return FALSE;
}

gboolean
vb_cli_parse_from (const char *text, VbDay *day, GError **error)
{
  VbPeriod period = { VB_GRAIN_DAY, VB_DAY_NONE };

  if (text != NULL && !parse_period ("--from", text, &period, error))
    return FALSE;

  *day = period.start;
  return TRUE;
}

gboolean
vb_cli_parse_to (const char *text, VbDay *day, GError **error)
{
  VbPeriod period;

  *day = VB_DAY_NONE;
  if (text == NULL)
    return TRUE;
  if (!parse_period ("--to", text, &period, error))
    return FALSE;

  *day = vb_period_get_end (period) - 1;
  return TRUE;
}

gboolean
vb_cli_parse_target_occupancy (const char *text, double *target, GError **error)
{
  *target = NAN;
  if (text == NULL || (vb_number_parse_typed (text, target) && *target > 0.0 && *target <= 1.0))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--target-occupancy: expected a share above 0 and up to 1, such as 0.85, "
                  "found “%s”"),
               text);
  return FALSE;
}

gboolean
vb_cli_parse_care_type (const char *text, VbCareType *type, GError **error)
{
  *type = VB_CARE_TYPE_NONE;
  if (text == NULL || (vb_care_type_from_id (text, type) && *type != VB_CARE_TYPE_NONE))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--care-type: expected somatic, geriatric, icu or psychiatric, found “%s”"),
               text);
  return FALSE;
}

const char *
vb_cli_get_file_text (const VbBilingual *text)
{
  return text->sv != NULL ? text->sv : text->en;
}

const VbMeasure *
vb_cli_parse_measure (const char *text, GError **error)
{
  const VbMeasure *measure = vb_measure_find (text);

  if (measure == NULL)
    g_set_error (error, VB_ERROR, VB_ERROR_NOT_FOUND,
                 _ ("There is no measure “%s”. The measures are listed by “vardbalans-cli info”."),
                 text);
  return measure;
}

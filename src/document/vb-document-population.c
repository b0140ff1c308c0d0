/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-document-population.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "vb-document-private.h"
#include "vb-population-table.h"

#define DIGITS "0123456789"
/* Statistics Sweden's code of a county; a municipality's is longer. */
#define COUNTY_CODE_LENGTH 2

VbPopulationFacts *
vb_document_read_population (VbDocument *self, gint64 unit_id, GError **error)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  return vb_population_table_read (self->connection, unit_id, error);
}

VbUnit *
vb_document_match_population (VbDocument *self, const char *name)
{
  gsize length = strspn (name, DIGITS);
  g_autofree char *code = g_strndup (name, length);
  VbUnit *unit;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), NULL);

  unit = vb_document_find_unit (self, name, NULL);
  if (unit == NULL && length > 0)
    unit = vb_document_find_unit (self, code, NULL);
  /* A municipality is not the county that has its name. */
  if (unit == NULL && length == COUNTY_CODE_LENGTH && name[length] == ' ')
    unit = vb_document_find_unit (self, name + length + 1, NULL);
  return unit;
}

gint16
vb_document_get_last_full_year (VbDocument *self)
{
  int year, month, day;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  vb_day_to_ymd (vb_document_get_now (self), &year, &month, &day);
  return (gint16) (year - 1);
}

typedef struct
{
  const gint64 *unit_ids;
  VbPopulationFacts *const *facts;
  guint n;
} Taking;

static gboolean
put_population (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Taking *taking = data;

  for (guint i = 0; i < taking->n; i++)
    if (taking->unit_ids[i] != 0
        && !vb_population_table_put (connection, taking->unit_ids[i], taking->facts[i], error))
      return FALSE;
  return TRUE;
}

gboolean
vb_document_set_population (VbDocument *self,
                            const gint64 *unit_ids,
                            VbPopulationFacts *const *facts,
                            guint n,
                            GError **error)
{
  Taking taking = { unit_ids, facts, n };
  VbUnit *first = NULL;
  guint n_units = 0;
  g_autofree char *label = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  for (guint i = 0; i < n; i++)
    {
      VbUnit *unit;

      if (unit_ids[i] == 0)
        continue;
      unit = vb_document_expect_unit (self, unit_ids[i], error);
      if (unit == NULL || !vb_population_facts_check (facts[i], error))
        return FALSE;
      if (n_units++ == 0)
        first = unit;
    }
  if (first == NULL)
    return TRUE;
  label = n_units == 1
              /* Translators: these follow "Undo"; %s is a unit */
              ? g_strdup_printf (_ ("import of population, %s"), vb_unit_get_name (first))
              : g_strdup_printf (ngettext ("import of population, %u unit",
                                           "import of population, %u units", n_units),
                                 n_units);
  return vb_document_change (self, label, put_population, &taking, error);
}

double
vb_document_get_consumption_change (VbDocument *self)
{
  g_return_val_if_fail (VB_IS_DOCUMENT (self), 0);

  return self->settings.consumption_change;
}

static gboolean
update_setting (VbStoreConnection *connection, gpointer data, GError **error)
{
  return vb_setting_table_update (connection, data, error);
}

gboolean
vb_document_set_consumption_change (VbDocument *self, double share, GError **error)
{
  VbSettingRow row;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  if (!(share > -1 && share <= 1))
    return vb_document_fail_invalid (
        _ ("The yearly change of consumption must be above −1 and at most 1"), error);
  row = self->settings;
  row.consumption_change = share;
  return vb_document_change (self, _ ("change of consumption"), update_setting, &row, error);
}

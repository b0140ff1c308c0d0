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

/* Of whom, and what; the facts are the caller's. */
typedef struct
{
  gint64 *unit_ids;
  VbPopulationFacts **facts;
  guint n;
} Taking;

static void
taking_free (Taking *taking)
{
  g_free (taking->unit_ids);
  g_free (taking->facts);
  g_free (taking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Taking, taking_free)

static gboolean
put_population (VbStoreConnection *connection, gpointer data, GError **error)
{
  const Taking *taking = data;

  for (guint i = 0; i < taking->n; i++)
    if (!vb_population_table_put (connection, taking->unit_ids[i], taking->facts[i], error))
      return FALSE;
  return TRUE;
}

/* NULL when something of it cannot be. @label: out, for the undo step. */
static Taking *
check_taking (VbDocument *self,
              const gint64 *unit_ids,
              VbPopulationFacts *const *facts,
              guint n,
              char **label,
              GError **error)
{
  g_autoptr (Taking) taking = g_new0 (Taking, 1);
  VbUnit *first = NULL;

  taking->unit_ids = g_new (gint64, n + 1);
  taking->facts = g_new (VbPopulationFacts *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      VbUnit *unit;

      if (unit_ids[i] == 0)
        continue;
      unit = vb_document_expect_unit (self, unit_ids[i], error);
      if (unit == NULL || !vb_population_facts_check (facts[i], error))
        return NULL;
      if (first == NULL)
        first = unit;
      taking->unit_ids[taking->n] = unit_ids[i];
      taking->facts[taking->n++] = facts[i];
    }
  *label = taking->n <= 1
               /* Translators: these follow "Undo"; %s is a unit */
               ? g_strdup_printf (_ ("import of population, %s"),
                                  first != NULL ? vb_unit_get_name (first) : "–")
               : g_strdup_printf (ngettext ("import of population, %u unit",
                                            "import of population, %u units", taking->n),
                                  taking->n);
  return g_steal_pointer (&taking);
}

gboolean
vb_document_set_population (VbDocument *self,
                            const gint64 *unit_ids,
                            VbPopulationFacts *const *facts,
                            guint n,
                            GError **error)
{
  g_autofree char *label = NULL;
  g_autoptr (Taking) taking = NULL;

  g_return_val_if_fail (VB_IS_DOCUMENT (self), FALSE);

  taking = check_taking (self, unit_ids, facts, n, &label, error);
  return taking != NULL && vb_document_change (self, label, put_population, taking, error);
}

void
vb_document_set_population_async (VbDocument *self,
                                  const gint64 *unit_ids,
                                  VbPopulationFacts *const *facts,
                                  guint n,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer user_data)
{
  g_autofree char *label = NULL;
  GError *error = NULL;
  Taking *taking;

  g_return_if_fail (VB_IS_DOCUMENT (self));

  taking = check_taking (self, unit_ids, facts, n, &label, &error);
  if (taking == NULL)
    g_task_report_error (self, callback, user_data, vb_document_change_async, error);
  else
    vb_document_change_async (self, label, put_population, taking, (GDestroyNotify) taking_free,
                              cancellable, callback, user_data);
}

gboolean
vb_document_set_population_finish (VbDocument *self, GAsyncResult *result, GError **error)
{
  return vb_document_change_finish (self, result, error);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* breakdown: a number of beds shared out over the units below one. */
#include "vb-cli-commands.h"
#include "vb-cli-document.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "vb-error.h"
#include "vb-planner.h"

#define MAX_BEDS 1000000000

typedef struct
{
  char *unit;
  char *beds;
  char *key;
  char **locks;
  char **minimums;
  char *from;
  char *to;
  char *care_type;
} Options;

static const GOptionEntry entries[] = {
  { "unit", 'u', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, unit),
    N_ ("The unit whose beds are shared out: a path, a code, or a name if unique"), N_ ("UNIT") },
  { "beds", 'b', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, beds),
    N_ ("How many beds are shared out"), N_ ("N") },
  { "key", 'k', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, key),
    N_ ("What they are shared out by: bed-days, present-beds or population-need"), N_ ("KEY") },
  { "lock", 'l', 0, G_OPTION_ARG_STRING_ARRAY, VB_CLI_OPTION (Options, locks),
    N_ ("Beds that a unit is to have; may be given several times"), N_ ("UNIT=N") },
  { "minimum", 'm', 0, G_OPTION_ARG_STRING_ARRAY, VB_CLI_OPTION (Options, minimums),
    N_ ("Beds that a unit is to have at least; may be given several times"), N_ ("UNIT=N") },
  { "from", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, from),
    N_ ("Measure the key from this date or period on"), N_ ("DATE") },
  { "to", 0, 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, to),
    N_ ("Measure the key up to this date or period, itself included"), N_ ("DATE") },
  { "care-type", 'c', 0, G_OPTION_ARG_STRING, VB_CLI_OPTION (Options, care_type),
    N_ ("Only units of somatic, geriatric, icu or psychiatric care"), N_ ("TYPE") },
  G_OPTION_ENTRY_NULL,
};

static const char *const columns[] = { "unit",         "kind",       "parent", "weight", "beds",
                                       "present_beds", "difference", "locked", NULL };

static gboolean
parse_beds (const char *option, const char *text, gint64 *beds, GError **error)
{
  guint64 number;

  if (g_ascii_string_to_unsigned (text, 10, 0, MAX_BEDS, &number, NULL))
    {
      *beds = (gint64) number;
      return TRUE;
    }

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("%s: expected a whole number of beds, found “%s”"), option, text);
  return FALSE;
}

static gboolean
parse_key (const char *text, VbBreakdownKey *key, GError **error)
{
  if (vb_breakdown_key_from_id (text, key))
    return TRUE;

  g_set_error (error, VB_ERROR, VB_ERROR_USAGE,
               _ ("--key: expected bed-days, present-beds or population-need, found “%s”"), text);
  return FALSE;
}

static gboolean
parse_options (const Options *options, VbBreakdownOrder *order, GError **error)
{
  VbCareType type = VB_CARE_TYPE_NONE;

  if (options->unit == NULL || options->beds == NULL || options->key == NULL)
    {
      g_set_error_literal (error, VB_ERROR, VB_ERROR_USAGE,
                           _ ("--unit, --beds and --key are needed"));
      return FALSE;
    }
  if (!vb_cli_parse_care_type (options->care_type, &type, error))
    return FALSE;

  order->group = vb_care_type_get_group (type);
  return parse_beds ("--beds", options->beds, &order->beds, error)
         && parse_key (options->key, &order->key, error)
         && vb_cli_parse_from (options->from, &order->from, error)
         && vb_cli_parse_to (options->to, &order->to, error);
}

/* The hold on @unit in @holds, a new one when there is none yet. */
static VbBreakdownUnitHold *
find_hold (GArray *holds, VbUnit *unit)
{
  VbBreakdownUnitHold hold = { unit, -1, 0 };

  for (guint i = 0; i < holds->len; i++)
    if (g_array_index (holds, VbBreakdownUnitHold, i).unit == unit)
      return &g_array_index (holds, VbBreakdownUnitHold, i);
  g_array_append_val (holds, hold);

  return &g_array_index (holds, VbBreakdownUnitHold, holds->len - 1);
}

/* Each of @texts is UNIT=N; the name of a unit may hold a "=" too. */
static gboolean
parse_holds (VbDocument *document,
             const char *option,
             char **texts,
             gboolean lock,
             GArray *holds,
             GError **error)
{
  for (guint i = 0; texts != NULL && texts[i] != NULL; i++)
    {
      const char *sign = strrchr (texts[i], '=');
      g_autofree char *name = NULL;
      VbUnit *unit;
      gint64 beds;

      if (sign == NULL || sign == texts[i])
        {
          g_set_error (error, VB_ERROR, VB_ERROR_USAGE, _ ("%s: expected UNIT=N, found “%s”"),
                       option, texts[i]);
          return FALSE;
        }
      name = g_strndup (texts[i], (gsize) (sign - texts[i]));
      if (!parse_beds (option, sign + 1, &beds, error))
        return FALSE;
      unit = vb_document_find_unit (document, name, error);
      if (unit == NULL)
        return FALSE;
      if (lock)
        find_hold (holds, unit)->locked = beds;
      else
        find_hold (holds, unit)->minimum = beds;
    }
  return TRUE;
}

static void
add_beds (VbTableWriter *table, double beds)
{
  if (beds >= 0)
    vb_table_writer_add_integer (table, (gint64) beds);
  else
    vb_table_writer_add_text (table, NULL);
}

static void
add_row (VbTableWriter *table, VbBreakdownRow *row)
{
  const VbBreakdownFigures *figures = vb_breakdown_row_get_figures (row);
  VbUnit *unit = vb_breakdown_row_get_unit (row);
  VbUnit *parent = vb_unit_get_parent (unit);
  g_autofree char *path = vb_unit_dup_path (unit);
  g_autofree char *parent_path = parent != NULL ? vb_unit_dup_path (parent) : NULL;

  vb_table_writer_add_text (table, path);
  vb_table_writer_add_text (table, vb_unit_kind_to_id (vb_unit_get_kind (unit)));
  vb_table_writer_add_text (table, parent_path);
  vb_table_writer_add_number (table, figures->weight);
  add_beds (table, figures->beds);
  vb_table_writer_add_number (table, figures->present_beds);
  vb_table_writer_add_number (table, figures->difference);
  add_beds (table, (double) figures->locked);
  if (figures->residual == 0)
    return;

  /* No unit, but the beds that are left on one: its children's sum with them. */
  vb_table_writer_add_text (table, "residual");
  vb_table_writer_add_text (table, NULL);
  vb_table_writer_add_text (table, path);
  vb_table_writer_add_text (table, NULL);
  vb_table_writer_add_integer (table, figures->residual);
  vb_table_writer_add_text (table, NULL);
  vb_table_writer_add_text (table, NULL);
  vb_table_writer_add_text (table, NULL);
}

static void
tell_order (const VbBreakdownOrder *order)
{
  g_autofree char *from = vb_day_to_iso (order->from);
  g_autofree char *to = vb_day_to_iso (order->to);

  /* Translators: a key ("Bed Days"), a care group ("somatic care"), and two days. */
  vb_cli_print_message (_ ("Shared out by: %s, %s, %s – %s"),
                        vb_breakdown_key_get_label (order->key),
                        vb_care_group_get_phrase (order->group), from, to);
}

static void
tell_unknown (VbBreakdownTable *breakdown, const VbBreakdownOrder *order)
{
  guint n;
  g_autofree char *names = vb_breakdown_table_dup_unknown (breakdown, &n);

  if (names != NULL)
    /* Translators: a number of units, a key ("bed days"), names of units */
    vb_cli_print_message (ngettext ("%u unit has no %s, and gets no beds unless it is locked: %s",
                                    "%u units have no %s, and get no beds unless they are locked: "
                                    "%s",
                                    n),
                          n, vb_breakdown_key_get_phrase (order->key), names);
}

static gboolean
run (VbCliInvocation *invocation, GError **error)
{
  const Options *options = invocation->options;
  g_autoptr (GArray) holds = g_array_new (FALSE, FALSE, sizeof (VbBreakdownUnitHold));
  g_autoptr (VbCliDocument) document = NULL;
  g_autoptr (VbPlanner) planner = NULL;
  g_autoptr (VbBreakdownTable) breakdown = NULL;
  GListModel *rows;
  VbBreakdownOrder order = { 0 };
  VbTableWriter *table;

  if (!parse_options (options, &order, error))
    return FALSE;
  document = vb_cli_open_document (invocation, error);
  if (document == NULL)
    return FALSE;
  order.unit = vb_document_find_unit (document, options->unit, error);
  if (order.unit == NULL || !parse_holds (document, "--lock", options->locks, TRUE, holds, error)
      || !parse_holds (document, "--minimum", options->minimums, FALSE, holds, error))
    return FALSE;

  order.holds = (const VbBreakdownUnitHold *) (gpointer) holds->data;
  order.n_holds = holds->len;
  planner = vb_planner_new (document);
  breakdown = vb_planner_compute_breakdown (planner, &order, NULL, error);
  if (breakdown == NULL)
    return FALSE;

  rows = vb_breakdown_table_get_rows (breakdown);
  table = vb_cli_begin_table (invocation, columns);
  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (VbBreakdownRow) row = g_list_model_get_item (rows, i);

      add_row (table, row);
    }
  tell_order (&order);
  tell_unknown (breakdown, &order);
  return TRUE;
}

const VbCliCommand vb_cli_breakdown = {
  .name = "breakdown",
  .arguments = N_ ("FILE"),
  .summary = N_ ("Share a number of beds out over the units below one"),
  .description = N_ (
      "Whole beds, by largest remainder, so that the children of every unit add up to it. What a "
      "unit is locked at it keeps; the rest goes by the key: bed days used, with outliers where "
      "they belong; the beds there are; or what a unit's own inhabitants need, each age and sex at "
      "as many bed days as in the unit shared out, and below the last unit with inhabitants by bed "
      "days. Where no unit below has any of the key, the beds stay in a row “residual”. Without "
      "--from and --to the key is measured over the latest whole period of the coarsest grain "
      "stored. A unit without any of the key gets no beds unless it is locked: they are empty, "
      "and it is named. Somatic care, intensive care and psychiatry are never added together: of a "
      "unit with several, the first is shared out. A missing figure is empty."),
  .entries = entries,
  .options_size = sizeof (Options),
  .min_arguments = 1,
  .max_arguments = 1,
  .has_table = TRUE,
  .run = run,
};

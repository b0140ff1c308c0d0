/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-advice-row.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-figure-table.h"
#include "vb-number.h"
#include "vb-occupancy-charts.h"

#define MIN_HEIGHT 150

struct _VbAdviceRow
{
  GObject parent_instance;

  char *name;
  const char *figure;
  char *own;
  char *usual;
  char *used;
};

G_DEFINE_FINAL_TYPE (VbAdviceRow, vb_advice_row, G_TYPE_OBJECT)

static void
vb_advice_row_finalize (GObject *object)
{
  VbAdviceRow *self = VB_ADVICE_ROW (object);

  g_free (self->name);
  g_free (self->own);
  g_free (self->usual);
  g_free (self->used);

  G_OBJECT_CLASS (vb_advice_row_parent_class)->finalize (object);
}

static void
vb_advice_row_class_init (VbAdviceRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_advice_row_finalize;
}

static void
vb_advice_row_init (VbAdviceRow *self)
{
}

/* Takes the three texts over; NULL = there is none. */
static void
append (GListStore *store, const char *name, const char *figure, char *own, char *usual, char *used)
{
  g_autoptr (VbAdviceRow) row = g_object_new (VB_TYPE_ADVICE_ROW, NULL);

  row->name = g_strdup (name);
  row->figure = figure;
  row->own = own;
  row->usual = usual;
  row->used = used;
  g_list_store_append (store, row);
}

static char *
dup_share (double share)
{
  return isnan (share) ? NULL : vb_number_format_percent (share, 0);
}

static char *
dup_number (double number, int decimals)
{
  return isnan (number) ? NULL : vb_number_format (number, decimals);
}

static char *
dup_key (double number)
{
  return isnan (number) ? NULL : vb_number_format_key (number);
}

static void
append_ward (GListStore *store, VbOccupancyRow *row)
{
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);

  append (store, _ ("Acute share"), "acute_share", dup_share (figures->acute_share), NULL, NULL);
  append (store, _ ("Variation"), "variation", dup_number (figures->measured_variation, 2),
          dup_number (figures->usual_variation, 2), dup_number (figures->variation, 2));
  append (store, _ ("Accepted risk"), "max_risk", NULL,
          vb_occupancy_charts_format_risk (figures->usual_risk),
          vb_occupancy_charts_format_risk (figures->max_risk));
  append (store, _ ("Beds"), "beds_needed", dup_key (figures->available_beds), NULL,
          dup_number (figures->beds_needed, 0));
  append (store, _ ("Target occupancy"), "recommended_target", dup_share (figures->target_in_force),
          NULL, dup_share (figures->recommended_target));
  append (store, _ ("With today’s beds"), "target_of_beds", NULL, NULL,
          dup_share (figures->target_of_beds));
  append (store, _ ("With patients refused"), "target_of_beds_refusing", NULL, NULL,
          dup_share (figures->target_of_beds_refusing));
}

static void
append_whole (GListStore *store, const VbOccupancyFigures *figures)
{
  append (store, _ ("Units"), "n_wards", dup_number (figures->n_wards, 0), NULL, NULL);
  append (store, _ ("Beds"), "beds_needed", dup_key (figures->available_beds), NULL,
          dup_number (figures->beds_needed, 0));
  append (store, _ ("Target occupancy"), "recommended_target", dup_share (figures->target_in_force),
          NULL, dup_share (figures->recommended_target));
  append (store, _ ("Plain mean of the units’ targets"), "mean_target", NULL, NULL,
          dup_share (figures->mean_target));
  append (store, _ ("Target if all beds were shared"), "target_shared", NULL, NULL,
          dup_share (figures->target_shared));
  append (store, _ ("Beds it takes to be apart"), "beds_apart", NULL, NULL,
          dup_number (figures->beds_apart, 0));
}

GListModel *
vb_advice_row_list (VbOccupancyRow *row)
{
  GListStore *store = g_list_store_new (VB_TYPE_ADVICE_ROW);
  const VbOccupancyFigures *figures = vb_occupancy_row_get_figures (row);

  append (store, _ ("Mean patients"), "mean_census", dup_key (figures->mean_census), NULL, NULL);
  if (isnan (figures->usual_variation))
    append_whole (store, figures);
  else
    append_ward (store, row);
  return G_LIST_MODEL (store);
}

const char *
vb_advice_row_get_name (VbAdviceRow *self)
{
  g_return_val_if_fail (VB_IS_ADVICE_ROW (self), NULL);

  return self->name;
}

const char *
vb_advice_row_get_figure (VbAdviceRow *self)
{
  g_return_val_if_fail (VB_IS_ADVICE_ROW (self), NULL);

  return self->figure;
}

const char *
vb_advice_row_get_own (VbAdviceRow *self)
{
  g_return_val_if_fail (VB_IS_ADVICE_ROW (self), NULL);

  return self->own;
}

const char *
vb_advice_row_get_usual (VbAdviceRow *self)
{
  g_return_val_if_fail (VB_IS_ADVICE_ROW (self), NULL);

  return self->usual;
}

const char *
vb_advice_row_get_used (VbAdviceRow *self)
{
  g_return_val_if_fail (VB_IS_ADVICE_ROW (self), NULL);

  return self->used;
}

/* ---- the table ------------------------------------------------------------------------------- */

static char *
dup_name (gpointer row)
{
  return g_strdup (vb_advice_row_get_name (row));
}

static char *
dup_said (const char *text)
{
  return g_strdup (text != NULL ? text : "–");
}

/* A column in which nothing is said is not shown; the order that things are told in says most. */
static double
get_presence (const char *text)
{
  return text != NULL ? 0 : NAN;
}

static double
get_own (gpointer row)
{
  return get_presence (vb_advice_row_get_own (row));
}

static double
get_usual (gpointer row)
{
  return get_presence (vb_advice_row_get_usual (row));
}

static double
get_used (gpointer row)
{
  return get_presence (vb_advice_row_get_used (row));
}

static char *
dup_own (gpointer row)
{
  return dup_said (vb_advice_row_get_own (row));
}

static char *
dup_usual (gpointer row)
{
  return dup_said (vb_advice_row_get_usual (row));
}

static char *
dup_used (gpointer row)
{
  return dup_said (vb_advice_row_get_used (row));
}

GtkWidget *
vb_advice_row_new_table (void)
{
  const VbFigureColumn columns[] = {
    { _ ("What it rests on"), "recommended_target", NULL, dup_name, FALSE },
    { _ ("Today"), "recommended_target", get_own, dup_own, TRUE },
    { _ ("Usual"), "recommended_target", get_usual, dup_usual, TRUE },
    { _ ("In the model"), "recommended_target", get_used, dup_used, TRUE },
  };

  return vb_figure_table_new (_ ("What the recommended target rests on"), columns,
                              G_N_ELEMENTS (columns), MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-roll-up-tree.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-unit-tree.h"

struct _VbRollUpTree
{
  GtkWidget parent_instance;

  VbUnitTree *tree;
  VbOccupancyStudy *study;
};

enum
{
  SIGNAL_FIGURE_SELECTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbRollUpTree, vb_roll_up_tree, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- columns --------------------------------------------------------------------------------- */

static const VbOccupancyFigures *
get_figures (VbUnit *unit, gpointer user_data)
{
  VbRollUpTree *self = user_data;
  VbOccupancyRow *row = self->study != NULL ? vb_occupancy_study_find (self->study, unit) : NULL;

  return row != NULL ? vb_occupancy_row_get_figures (row) : &vb_occupancy_figures_unknown;
}

/* A ward has no mean and nobody to share with. */
static double
of_several (const VbOccupancyFigures *figures, double number)
{
  return figures->n_wards > 1 ? number : NAN;
}

static double
get_wards (VbUnit *unit, gpointer user_data)
{
  return get_figures (unit, user_data)->n_wards;
}

static char *
dup_wards (VbUnit *unit, gpointer user_data)
{
  return vb_number_format (get_wards (unit, user_data), 0);
}

static double
get_census (VbUnit *unit, gpointer user_data)
{
  return get_figures (unit, user_data)->mean_census;
}

static char *
dup_census (VbUnit *unit, gpointer user_data)
{
  return vb_number_format_key (get_census (unit, user_data));
}

static double
get_needed (VbUnit *unit, gpointer user_data)
{
  return get_figures (unit, user_data)->beds_needed;
}

static char *
dup_needed (VbUnit *unit, gpointer user_data)
{
  return vb_number_format (get_needed (unit, user_data), 0);
}

static double
get_target (VbUnit *unit, gpointer user_data)
{
  return get_figures (unit, user_data)->recommended_target;
}

static char *
dup_target (VbUnit *unit, gpointer user_data)
{
  return vb_number_format_percent (get_target (unit, user_data), 1);
}

static double
get_mean (VbUnit *unit, gpointer user_data)
{
  const VbOccupancyFigures *figures = get_figures (unit, user_data);

  return of_several (figures, figures->mean_target);
}

static char *
dup_mean (VbUnit *unit, gpointer user_data)
{
  return vb_number_format_percent (get_mean (unit, user_data), 1);
}

static double
get_shared (VbUnit *unit, gpointer user_data)
{
  const VbOccupancyFigures *figures = get_figures (unit, user_data);

  return of_several (figures, figures->target_shared);
}

static char *
dup_shared (VbUnit *unit, gpointer user_data)
{
  return vb_number_format_percent (get_shared (unit, user_data), 1);
}

static double
get_apart (VbUnit *unit, gpointer user_data)
{
  const VbOccupancyFigures *figures = get_figures (unit, user_data);

  return of_several (figures, figures->beds_apart);
}

static char *
dup_apart (VbUnit *unit, gpointer user_data)
{
  return vb_number_format (get_apart (unit, user_data), 0);
}

static char *
dup_name (VbUnit *unit, gpointer user_data)
{
  return g_strdup (vb_unit_get_name (unit));
}

/* Those that have patients in the group. */
static gboolean
is_known (VbUnit *unit, gpointer user_data)
{
  VbRollUpTree *self = user_data;

  return self->study != NULL && vb_occupancy_study_find (self->study, unit) != NULL;
}

void
vb_roll_up_tree_show (VbRollUpTree *self, VbOccupancyStudy *study, VbUnit *unit)
{
  g_return_if_fail (VB_IS_ROLL_UP_TREE (self));

  g_set_object (&self->study, study);
  vb_unit_tree_show (self->tree, study != NULL ? unit : NULL);
}

char *
vb_roll_up_tree_dup_text (VbRollUpTree *self)
{
  g_return_val_if_fail (VB_IS_ROLL_UP_TREE (self), NULL);

  return vb_unit_tree_dup_text (self->tree);
}

static void
on_selected (VbRollUpTree *self)
{
  VbUnit *unit = vb_unit_tree_get_selected (self->tree);

  if (unit != NULL)
    g_signal_emit (self, signals[SIGNAL_FIGURE_SELECTED], 0, unit,
                   vb_unit_tree_get_figure (self->tree));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_roll_up_tree_dispose (GObject *object)
{
  VbRollUpTree *self = VB_ROLL_UP_TREE (object);

  if (self->tree != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->tree));
  self->tree = NULL;
  g_clear_object (&self->study);

  G_OBJECT_CLASS (vb_roll_up_tree_parent_class)->dispose (object);
}

static void
vb_roll_up_tree_class_init (VbRollUpTreeClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_roll_up_tree_dispose;

  signals[SIGNAL_FIGURE_SELECTED] =
      g_signal_new ("figure-selected", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, VB_TYPE_UNIT, G_TYPE_STRING);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vb_roll_up_tree_init (VbRollUpTree *self)
{
  const VbUnitColumn columns[] = {
    { "unit", _ ("Unit"), dup_name, NULL, NULL, 0 },
    { "n_wards", _ ("Units"), dup_wards, get_wards, NULL, 0 },
    { "mean_census", _ ("Patients"), dup_census, get_census, NULL, 0 },
    { "beds_needed", C_ ("beds", "Needed"), dup_needed, get_needed, NULL, 0 },
    /* Translators: short for recommended target */
    { "recommended_target", _ ("Rec. target"), dup_target, get_target, NULL, 0 },
    { "mean_target", _ ("Plain mean"), dup_mean, get_mean, NULL, 0 },
    { "target_shared", _ ("If shared"), dup_shared, get_shared, NULL, 0 },
    { "beds_apart", _ ("Beds to be apart"), dup_apart, get_apart, NULL, 0 },
  };

  self->tree = VB_UNIT_TREE (vb_unit_tree_new (_ ("Targets of units and of their whole"), columns,
                                               G_N_ELEMENTS (columns), is_known, self));
  g_signal_connect_object (self->tree, "unit-selected", G_CALLBACK (on_selected), self,
                           G_CONNECT_SWAPPED);
  gtk_widget_set_parent (GTK_WIDGET (self->tree), GTK_WIDGET (self));
}

GtkWidget *
vb_roll_up_tree_new (void)
{
  return g_object_new (VB_TYPE_ROLL_UP_TREE, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-levels-grid.h"

#include <glib/gi18n-lib.h>

#include "vb-balance-figures.h"
#include "vb-figure-help.h"
#include "vb-number.h"

typedef enum
{
  CELL_NEED,
  CELL_AVAILABLE,
  CELL_GAP,
  N_CELLS
} Cell;

struct _VbLevelsGrid
{
  GtkWidget parent_instance;

  GtkWidget *grid;
  GtkWidget *buttons[VB_N_LEVELS];
  GtkWidget *periods[VB_N_LEVELS];
  GtkWidget *cells[VB_N_LEVELS][N_CELLS];
  VbPeriod shown[VB_N_LEVELS];
};

enum
{
  SIGNAL_PERIOD_ACTIVATED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbLevelsGrid, vb_levels_grid, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static const char *
get_level_name (VbLevel level)
{
  switch (level)
    {
    case VB_LEVEL_STRATEGIC:
      return C_ ("level", "Strategic");
    case VB_LEVEL_TACTICAL:
      return C_ ("level", "Tactical");
    case VB_LEVEL_OPERATIONAL:
    default:
      return C_ ("level", "Operational");
    }
}

/* "2030, Plats för vård 2024". */
static char *
dup_period (const VbLevelBalance *balance, const char *scenario)
{
  g_autofree char *period = NULL;

  if (balance->period.start == VB_DAY_NONE)
    return g_strdup ("–");
  period = vb_period_format (balance->period, FALSE);
  /* Translators: a year, and the scenario whose figures are shown */
  return scenario != NULL ? g_strdup_printf (_ ("%s, %s"), period, scenario)
                          : g_steal_pointer (&period);
}

static void
show_level (VbLevelsGrid *self, VbLevel level, const VbLevelBalance *balance, const char *scenario)
{
  const VbNeedFigures *figures = &balance->figures;
  g_autofree char *period = NULL;
  g_autofree char *need = vb_number_format_key (figures->need_beds);
  g_autofree char *available = vb_number_format_key (figures->available_beds);
  g_autofree char *gap = vb_number_format_key_signed (figures->gap_beds);
  g_autofree char *name = NULL;
  gboolean known = balance->period.start != VB_DAY_NONE;

  self->shown[level] = balance->period;
  period = dup_period (balance, scenario);
  gtk_widget_set_tooltip_text (self->buttons[level], scenario != NULL
                                                         ? _ ("Show the scenario")
                                                         : _ ("Show this period on every page"));
  gtk_label_set_label (GTK_LABEL (self->periods[level]), period);
  gtk_label_set_label (GTK_LABEL (self->cells[level][CELL_NEED]), need);
  gtk_label_set_label (GTK_LABEL (self->cells[level][CELL_AVAILABLE]), available);
  gtk_label_set_label (GTK_LABEL (self->cells[level][CELL_GAP]), gap);
  gtk_widget_set_sensitive (self->buttons[level], known);

  gtk_widget_remove_css_class (self->cells[level][CELL_GAP], "shortage");
  if (vb_balance_get_sign (figures->gap_beds) < 0)
    gtk_widget_add_css_class (self->cells[level][CELL_GAP], "shortage");

  /* Translators: level, period, need, available beds, gap, "shortage" or "surplus" */
  name = g_strdup_printf (_ ("%s, %s: need %s, available %s, gap %s %s"), get_level_name (level),
                          period, need, available, gap, vb_balance_get_word (figures->gap_beds));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->buttons[level]),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
vb_levels_grid_show (VbLevelsGrid *self,
                     const VbLevelBalance levels[VB_N_LEVELS],
                     const char *scenario)
{
  g_return_if_fail (VB_IS_LEVELS_GRID (self));

  for (guint level = 0; level < VB_N_LEVELS; level++)
    show_level (self, (VbLevel) level, &levels[level],
                level == VB_LEVEL_STRATEGIC ? scenario : NULL);
}

static void
on_clicked (GtkWidget *button, VbLevelsGrid *self)
{
  for (guint level = 0; level < VB_N_LEVELS; level++)
    if (self->buttons[level] == button)
      g_signal_emit (self, signals[SIGNAL_PERIOD_ACTIVATED], 0, (int) self->shown[level].grain,
                     (int) self->shown[level].start);
}

static GtkWidget *
add_label (VbLevelsGrid *self, int column, int row, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), column == 0 ? 0.0f : 1.0f);
  gtk_widget_add_css_class (label, css_class);
  gtk_grid_attach (GTK_GRID (self->grid), label, column, row, 1, 1);
  return label;
}

static GtkWidget *
new_level_button (VbLevelsGrid *self, VbLevel level)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (get_level_name (level));
  GtkWidget *button = gtk_button_new ();

  self->periods[level] = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_xalign (GTK_LABEL (self->periods[level]), 0);
  gtk_label_set_wrap (GTK_LABEL (self->periods[level]), TRUE);
  gtk_widget_add_css_class (self->periods[level], "caption");
  gtk_widget_add_css_class (self->periods[level], "dim-label");
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), self->periods[level]);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "level");
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect (button, "clicked", G_CALLBACK (on_clicked), self);
  return button;
}

static void
vb_levels_grid_dispose (GObject *object)
{
  VbLevelsGrid *self = VB_LEVELS_GRID (object);

  g_clear_pointer (&self->grid, gtk_widget_unparent);

  G_OBJECT_CLASS (vb_levels_grid_parent_class)->dispose (object);
}

static void
vb_levels_grid_class_init (VbLevelsGridClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_levels_grid_dispose;

  signals[SIGNAL_PERIOD_ACTIVATED] =
      g_signal_new ("period-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 2, G_TYPE_INT, G_TYPE_INT);

  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
vb_levels_grid_init (VbLevelsGrid *self)
{
  const char *titles[N_CELLS] = { C_ ("beds", "Need"), C_ ("beds", "Available"), _ ("Gap") };
  const char *figures[N_CELLS] = { "need_beds", "available_beds", "gap_beds" };

  self->grid = gtk_grid_new ();
  gtk_grid_set_column_spacing (GTK_GRID (self->grid), 12);
  gtk_grid_set_row_spacing (GTK_GRID (self->grid), 3);
  gtk_widget_set_parent (self->grid, GTK_WIDGET (self));

  for (int cell = 0; cell < N_CELLS; cell++)
    vb_figure_help_set_figure (add_label (self, cell + 1, 0, titles[cell], "caption-heading"),
                               figures[cell]);
  for (int level = 0; level < VB_N_LEVELS; level++)
    {
      self->buttons[level] = new_level_button (self, (VbLevel) level);
      gtk_grid_attach (GTK_GRID (self->grid), self->buttons[level], 0, level + 1, 1, 1);
      for (int cell = 0; cell < N_CELLS; cell++)
        self->cells[level][cell] = add_label (self, cell + 1, level + 1, NULL, "numeric");
    }
}

GtkWidget *
vb_levels_grid_new (void)
{
  return g_object_new (VB_TYPE_LEVELS_GRID, NULL);
}

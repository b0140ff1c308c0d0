/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-even-layout.h"

struct _VbEvenLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  gboolean own_heights;
};

G_DEFINE_FINAL_TYPE (VbEvenLayout, vb_even_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
count_children (GtkWidget *widget)
{
  int n = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      n++;

  return n;
}

/* The largest minimum and natural size of any child, in @orientation. */
static void
measure_largest (
    GtkWidget *widget, GtkOrientation orientation, int for_size, int *minimum, int *natural)
{
  *minimum = *natural = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_minimum, child_natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, orientation, for_size, &child_minimum, &child_natural, NULL, NULL);
      *minimum = MAX (*minimum, child_minimum);
      *natural = MAX (*natural, child_natural);
    }
}

/* The most columns of n, n/2, n/4 … (rounded up) that leave every child its minimum width. */
static int
choose_columns (VbEvenLayout *self, GtkWidget *widget, int n, int width)
{
  int minimum, natural, columns = n;

  measure_largest (widget, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural);
  while (columns > 1 && columns * minimum + (columns - 1) * self->spacing > width)
    columns = (columns + 1) / 2;

  return columns;
}

static int
column_width (VbEvenLayout *self, int columns, int width)
{
  return MAX (0, (width - (columns - 1) * self->spacing) / columns);
}

/* The height of each row that has its own: that of its highest child. */
static GArray *
measure_rows (GtkWidget *widget, int columns, int width)
{
  GArray *heights = g_array_new (FALSE, TRUE, sizeof (int));
  int i = 0;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int natural;

      if (!gtk_widget_should_layout (child))
        continue;

      gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);
      if (i % columns == 0)
        g_array_append_val (heights, natural);
      else if (natural > g_array_index (heights, int, i / columns))
        g_array_index (heights, int, i / columns) = natural;
      i++;
    }

  return heights;
}

static GtkSizeRequestMode
vb_even_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
vb_even_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  VbEvenLayout *self = VB_EVEN_LAYOUT (manager);
  int n = count_children (widget);

  *minimum = *natural = 0;
  if (n == 0)
    return;

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_largest (widget, orientation, -1, minimum, natural);
      *natural = n * *natural + (n - 1) * self->spacing;
    }
  else
    {
      int columns = for_size < 0 ? n : choose_columns (self, widget, n, for_size);
      int width = for_size < 0 ? -1 : column_width (self, columns, for_size);
      int rows = (n + columns - 1) / columns;

      if (self->own_heights)
        {
          g_autoptr (GArray) heights = measure_rows (widget, columns, width);

          *natural = (rows - 1) * self->spacing;
          for (guint i = 0; i < heights->len; i++)
            *natural += g_array_index (heights, int, i);
          *minimum = *natural;
          return;
        }

      measure_largest (widget, orientation, width, minimum, natural);
      *minimum = rows * *minimum + (rows - 1) * self->spacing;
      *natural = rows * *natural + (rows - 1) * self->spacing;
    }
}

static void
vb_even_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  VbEvenLayout *self = VB_EVEN_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int n = count_children (widget);
  int columns, rows, cell_width, cell_height, y = 0, i = 0;
  g_autoptr (GArray) heights = NULL;

  if (n == 0)
    return;

  columns = choose_columns (self, widget, n, width);
  rows = (n + columns - 1) / columns;
  cell_width = column_width (self, columns, width);
  cell_height = MAX (0, (height - (rows - 1) * self->spacing) / rows);
  if (self->own_heights && rows > 1)
    heights = measure_rows (widget, columns, cell_width);

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int column = i % columns;
      GtkAllocation allocation = { 0, 0, cell_width, cell_height };

      if (!gtk_widget_should_layout (child))
        continue;

      allocation.x = (rtl ? columns - 1 - column : column) * (cell_width + self->spacing);
      if (heights != NULL)
        allocation.height = g_array_index (heights, int, i / columns);
      allocation.y = y;
      gtk_widget_size_allocate (child, &allocation, -1);
      i++;
      if (i % columns == 0)
        y += allocation.height + self->spacing;
    }
}

static void
vb_even_layout_class_init (VbEvenLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = vb_even_layout_get_request_mode;
  layout_class->measure = vb_even_layout_measure;
  layout_class->allocate = vb_even_layout_allocate;
}

static void
vb_even_layout_init (VbEvenLayout *self)
{
}

GtkLayoutManager *
vb_even_layout_new (int spacing)
{
  VbEvenLayout *self = g_object_new (VB_TYPE_EVEN_LAYOUT, NULL);

  self->spacing = spacing;

  return GTK_LAYOUT_MANAGER (self);
}

GtkLayoutManager *
vb_even_layout_new_with_own_heights (int spacing)
{
  VbEvenLayout *self = VB_EVEN_LAYOUT (vb_even_layout_new (spacing));

  self->own_heights = TRUE;

  return GTK_LAYOUT_MANAGER (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-wrap-layout.h"

struct _VbWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
};

enum
{
  PROP_SPACING = 1,
  N_PROPS
};

G_DEFINE_FINAL_TYPE (VbWrapLayout, vb_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GParamSpec *properties[N_PROPS];

/* One line: the children from @first up to @end, which is not in it. */
typedef struct
{
  GtkWidget *first;
  GtkWidget *end;
  int width; /* what its children would like, with the space between them */
  int n_expanding;
} Line;

static int
measure_width (GtkWidget *child, int *natural)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, natural, NULL, NULL);

  return minimum;
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);

  return natural;
}

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

/* The line that begins with @first and fits in @width; a line holds at least one child. */
static Line
take_line (VbWrapLayout *self, GtkWidget *first, int width)
{
  Line line = { first, NULL, 0, 0 };
  gboolean empty = TRUE;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int natural, wider;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_width (child, &natural);
      wider = empty ? natural : line.width + self->spacing + natural;
      if (!empty && wider > width)
        {
          line.end = child;
          break;
        }
      line.width = wider;
      line.n_expanding += expands (child) ? 1 : 0;
      empty = FALSE;
    }

  return line;
}

/* What @child gets of its line. A child alone on a line too narrow for it gets the line. */
static int
get_child_width (const Line *line, GtkWidget *child, int width)
{
  int natural;
  int minimum = measure_width (child, &natural);

  if (line->width > width)
    return MAX (minimum, width);

  return expands (child) ? natural + (width - line->width) / line->n_expanding : natural;
}

static int
measure_line (const Line *line, int width)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      height = MAX (height, measure_height (child, get_child_width (line, child, width)));

  return height;
}

static GtkSizeRequestMode
vb_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_horizontally (VbWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  gboolean empty = TRUE;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      int child_natural;

      if (!gtk_widget_should_layout (child))
        continue;
      *minimum = MAX (*minimum, measure_width (child, &child_natural));
      *natural += child_natural + (empty ? 0 : self->spacing);
      empty = FALSE;
    }
}

static int
measure_lines (VbWrapLayout *self, GtkWidget *widget, int width)
{
  int height = 0;

  for (GtkWidget *first = gtk_widget_get_first_child (widget); first != NULL;)
    {
      Line line = take_line (self, first, width);

      height += (height > 0 ? self->spacing : 0) + measure_line (&line, width);
      first = line.end;
    }

  return height;
}

static void
vb_wrap_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  VbWrapLayout *self = VB_WRAP_LAYOUT (manager);
  int width = for_size;

  *minimum = *natural = 0;
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      measure_horizontally (self, widget, minimum, natural);
      return;
    }

  /* Without a width: as wide as it would like to be, on one line. */
  if (width < 0)
    {
      int least = 0, wanted = 0;

      measure_horizontally (self, widget, &least, &wanted);
      width = wanted;
    }
  *minimum = *natural = measure_lines (self, widget, width);
}

static void
allocate_line (
    VbWrapLayout *self, const Line *line, int y, int width, int height, gboolean right_to_left)
{
  int x = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { x, y, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;

      allocation.width = get_child_width (line, child, width);
      if (right_to_left)
        allocation.x = width - x - allocation.width;
      gtk_widget_size_allocate (child, &allocation, -1);
      x += allocation.width + self->spacing;
    }
}

static void
vb_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  VbWrapLayout *self = VB_WRAP_LAYOUT (manager);
  gboolean right_to_left = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  int y = 0;

  for (GtkWidget *first = gtk_widget_get_first_child (widget); first != NULL;)
    {
      Line line = take_line (self, first, width);
      int line_height = measure_line (&line, width);

      allocate_line (self, &line, y, width, line_height, right_to_left);
      y += line_height + self->spacing;
      first = line.end;
    }
}

static void
vb_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    g_value_set_int (value, VB_WRAP_LAYOUT (object)->spacing);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  if (prop_id == PROP_SPACING)
    VB_WRAP_LAYOUT (object)->spacing = g_value_get_int (value);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
}

static void
vb_wrap_layout_class_init (VbWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  object_class->get_property = vb_wrap_layout_get_property;
  object_class->set_property = vb_wrap_layout_set_property;

  layout_class->get_request_mode = vb_wrap_layout_get_request_mode;
  layout_class->measure = vb_wrap_layout_measure;
  layout_class->allocate = vb_wrap_layout_allocate;

  properties[PROP_SPACING] =
      g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
vb_wrap_layout_init (VbWrapLayout *self)
{
}

GtkLayoutManager *
vb_wrap_layout_new (int spacing)
{
  return g_object_new (VB_TYPE_WRAP_LAYOUT, "spacing", spacing, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-wrap-layout.h"

struct _VbWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int basis;
  GtkAlign align;
};

typedef enum
{
  PROP_SPACING = 1,
  PROP_BASIS,
  PROP_ALIGN,
  N_PROPS
} VbWrapLayoutProperty;

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

static gboolean
expands (GtkWidget *child)
{
  return gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL);
}

/* What @child can do with, and the width that decides on which line it stands. */
static int
measure_width (VbWrapLayout *self, GtkWidget *child, int *wanted)
{
  int minimum;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, wanted, NULL, NULL);
  if (self->basis > 0 && expands (child))
    *wanted = MIN (*wanted, MAX (minimum, self->basis));

  return minimum;
}

static int
measure_height (GtkWidget *child, int width)
{
  int minimum, natural;

  gtk_widget_measure (child, GTK_ORIENTATION_VERTICAL, width, &minimum, &natural, NULL, NULL);

  return natural;
}

/* The line that begins with @first and fits in @width; a line holds at least one child. */
static Line
take_line (VbWrapLayout *self, GtkWidget *first, int width)
{
  Line line = { first, NULL, 0, 0 };
  gboolean empty = TRUE;

  for (GtkWidget *child = first; child != NULL; child = gtk_widget_get_next_sibling (child))
    {
      int wanted, wider;

      if (!gtk_widget_should_layout (child))
        continue;

      measure_width (self, child, &wanted);
      wider = empty ? wanted : line.width + self->spacing + wanted;
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
get_child_width (VbWrapLayout *self, const Line *line, GtkWidget *child, int width)
{
  int wanted;
  int minimum = measure_width (self, child, &wanted);

  if (line->width > width)
    return MAX (minimum, width);

  return expands (child) ? wanted + (width - line->width) / line->n_expanding : wanted;
}

static int
measure_line (VbWrapLayout *self, const Line *line, int width)
{
  int height = 0;

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    if (gtk_widget_should_layout (child))
      height = MAX (height, measure_height (child, get_child_width (self, line, child, width)));

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
      int wanted;

      if (!gtk_widget_should_layout (child))
        continue;
      *minimum = MAX (*minimum, measure_width (self, child, &wanted));
      *natural += wanted + (empty ? 0 : self->spacing);
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

      height += (height > 0 ? self->spacing : 0) + measure_line (self, &line, width);
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

  if (self->align == GTK_ALIGN_END && line->n_expanding == 0)
    x = MAX (0, width - line->width);

  for (GtkWidget *child = line->first; child != line->end;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkAllocation allocation = { x, y, 0, height };

      if (!gtk_widget_should_layout (child))
        continue;

      allocation.width = get_child_width (self, line, child, width);
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
      int line_height = measure_line (self, &line, width);

      allocate_line (self, &line, y, width, line_height, right_to_left);
      y += line_height + self->spacing;
      first = line.end;
    }
}

static void
vb_wrap_layout_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbWrapLayout *self = VB_WRAP_LAYOUT (object);

  switch ((VbWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      g_value_set_int (value, self->spacing);
      break;
    case PROP_BASIS:
      g_value_set_int (value, self->basis);
      break;
    case PROP_ALIGN:
      g_value_set_enum (value, self->align);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_wrap_layout_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbWrapLayout *self = VB_WRAP_LAYOUT (object);

  switch ((VbWrapLayoutProperty) prop_id)
    {
    case PROP_SPACING:
      self->spacing = g_value_get_int (value);
      break;
    case PROP_BASIS:
      self->basis = g_value_get_int (value);
      break;
    case PROP_ALIGN:
      self->align = g_value_get_enum (value);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_wrap_layout_class_init (VbWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = vb_wrap_layout_get_property;
  object_class->set_property = vb_wrap_layout_set_property;

  layout_class->get_request_mode = vb_wrap_layout_get_request_mode;
  layout_class->measure = vb_wrap_layout_measure;
  layout_class->allocate = vb_wrap_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_BASIS] = g_param_spec_int ("basis", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_ALIGN] =
      g_param_spec_enum ("align", NULL, NULL, GTK_TYPE_ALIGN, GTK_ALIGN_START, flags);
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

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-page-layout.h"
#include "vb-text-scale.h"

/* Pixels at the usual text size. */
#define SPACING 12
#define INSPECTOR_WIDTH 254
#define WIDE_FROM 824

struct _VbPageLayout
{
  GtkLayoutManager parent_instance;

  GtkWidget *figures;
  GtkWidget *content;
  GtkWidget *separator;
  GtkWidget *inspector;
};

G_DEFINE_FINAL_TYPE (VbPageLayout, vb_page_layout, GTK_TYPE_LAYOUT_MANAGER)

static int
measure (GtkWidget *part, GtkOrientation orientation, int for_size, int *natural)
{
  int minimum;

  if (!gtk_widget_should_layout (part))
    return *natural = 0;

  gtk_widget_measure (part, orientation, for_size, &minimum, natural, NULL, NULL);

  return minimum;
}

static int
minimum_width (GtkWidget *part)
{
  int natural;

  return measure (part, GTK_ORIENTATION_HORIZONTAL, -1, &natural);
}

static int
inspector_width (VbPageLayout *self)
{
  int width = INSPECTOR_WIDTH * vb_text_scale_get (self->inspector);

  return MAX (width, minimum_width (self->inspector));
}

static gboolean
is_wide (VbPageLayout *self, int width)
{
  int needed;

  if (!gtk_widget_should_layout (self->inspector))
    return FALSE;

  needed = minimum_width (self->content) + 2 * SPACING + inspector_width (self);

  return width >= MAX (needed, WIDE_FROM * vb_text_scale_get (self->inspector));
}

/* Space between two parts, of which either may be hidden. */
static int
gap (GtkWidget *above, GtkWidget *below)
{
  return gtk_widget_should_layout (above) && gtk_widget_should_layout (below) ? SPACING : 0;
}

static GtkSizeRequestMode
vb_page_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
measure_height (VbPageLayout *self, int width, int *minimum, int *natural)
{
  GtkOrientation vertical = GTK_ORIENTATION_VERTICAL;
  int content_natural, inspector_natural, figures_natural;
  int figures = measure (self->figures, vertical, width, &figures_natural);
  int content, inspector;

  if (width >= 0 && is_wide (self, width))
    {
      int side = inspector_width (self);

      content = measure (self->content, vertical, width - side - 2 * SPACING, &content_natural);
      inspector = measure (self->inspector, vertical, side, &inspector_natural);
      *minimum = MAX (content, inspector);
      *natural = MAX (content_natural, inspector_natural);
    }
  else
    {
      int space = gap (self->content, self->inspector);

      content = measure (self->content, vertical, width, &content_natural);
      inspector = measure (self->inspector, vertical, width, &inspector_natural);
      *minimum = content + space + inspector;
      *natural = content_natural + space + inspector_natural;
    }

  *minimum += figures + gap (self->figures, self->content);
  *natural += figures_natural + gap (self->figures, self->content);
}

static void
vb_page_layout_measure (GtkLayoutManager *manager,
                        GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  VbPageLayout *self = VB_PAGE_LAYOUT (manager);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      int figures, content, inspector;

      *minimum = measure (self->figures, orientation, -1, &figures);
      *minimum = MAX (*minimum, measure (self->content, orientation, -1, &content));
      *minimum = MAX (*minimum, measure (self->inspector, orientation, -1, &inspector));
      *natural = MAX (figures, content + gap (self->content, self->inspector) + inspector);
    }
  else
    {
      measure_height (self, for_size, minimum, natural);
    }
}

static void
allocate (VbPageLayout *self,
          GtkWidget *part,
          gboolean rtl,
          int total,
          int x,
          int y,
          int width,
          int height)
{
  GtkAllocation allocation = { rtl ? total - x - width : x, y, width, height };

  if (gtk_widget_should_layout (part))
    gtk_widget_size_allocate (part, &allocation, -1);
}

static void
vb_page_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  VbPageLayout *self = VB_PAGE_LAYOUT (manager);
  gboolean rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  gboolean wide = is_wide (self, width);
  int figures, top;

  measure (self->figures, GTK_ORIENTATION_VERTICAL, width, &figures);
  top = figures + gap (self->figures, self->content);
  allocate (self, self->figures, rtl, width, 0, 0, width, figures);

  gtk_widget_set_child_visible (self->separator, wide);
  if (wide)
    {
      int side = inspector_width (self);
      int rest = MAX (0, height - top);
      int content = width - side - 2 * SPACING;

      allocate (self, self->content, rtl, width, 0, top, content, rest);
      allocate (self, self->separator, rtl, width, content + SPACING, top, 1, rest);
      allocate (self, self->inspector, rtl, width, width - side, top, side, rest);
    }
  else
    {
      int natural, inspector, content;

      measure (self->inspector, GTK_ORIENTATION_VERTICAL, width, &natural);
      inspector = natural;
      content = MAX (0, height - top - gap (self->content, self->inspector) - inspector);
      allocate (self, self->content, rtl, width, 0, top, width, content);
      allocate (self, self->inspector, rtl, width, 0, height - inspector, width, inspector);
    }
}

static void
vb_page_layout_class_init (VbPageLayoutClass *klass)
{
  GtkLayoutManagerClass *layout_class = GTK_LAYOUT_MANAGER_CLASS (klass);

  layout_class->get_request_mode = vb_page_layout_get_request_mode;
  layout_class->measure = vb_page_layout_measure;
  layout_class->allocate = vb_page_layout_allocate;
}

static void
vb_page_layout_init (VbPageLayout *self)
{
}

GtkLayoutManager *
vb_page_layout_new (GtkWidget *figures,
                    GtkWidget *content,
                    GtkWidget *separator,
                    GtkWidget *inspector)
{
  VbPageLayout *self = g_object_new (VB_TYPE_PAGE_LAYOUT, NULL);

  self->figures = figures;
  self->content = content;
  self->separator = separator;
  self->inspector = inspector;

  return GTK_LAYOUT_MANAGER (self);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include <glib/gi18n-lib.h>

#include "vb-period-picker.h"

#define YEARS_SHOWN 12

struct _VbPeriodPicker
{
  GtkWidget parent_instance;

  VbPeriod period;
  VbDay extent_first;
  VbDay extent_end;
  int shown_year; /* of the popover; of years the last of those shown */

  GtkButton *previous_button;
  GtkButton *next_button;
  GtkMenuButton *menu_button;
  GtkPopover *popover;
  GtkBox *grains;
  GtkLabel *year_label;
  GtkGrid *grid;
};

enum
{
  SIGNAL_CHANGED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbPeriodPicker, vb_period_picker, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

static int
get_year (VbDay day)
{
  int year, month, day_of_month;

  vb_day_to_ymd (day, &year, &month, &day_of_month);

  return year;
}

/* The year that a period is found under: a week's is that of its Thursday. */
static int
get_period_year (VbPeriod period)
{
  return get_year (period.grain == VB_GRAIN_WEEK ? period.start + 3 : period.start);
}

static guint
get_columns (VbGrain grain)
{
  switch (grain)
    {
    case VB_GRAIN_WEEK:
      return 9;
    case VB_GRAIN_DAY:
      return 7;
    case VB_GRAIN_QUARTER:
      return 4;
    case VB_GRAIN_MONTH:
    case VB_GRAIN_YEAR:
    default:
      return 3;
    }
}

/* The first period that the popover shows, and how many. */
static VbPeriod
get_first_shown (VbPeriodPicker *self, guint *n)
{
  VbGrain grain = self->period.grain;
  VbPeriod first;

  if (grain == VB_GRAIN_YEAR)
    {
      *n = YEARS_SHOWN;
      return vb_period_containing (grain,
                                   vb_day_from_ymd (self->shown_year - YEARS_SHOWN + 1, 1, 1));
    }

  /* 4 January is in the year's first ISO week, 28 December in its last. */
  first = vb_period_containing (grain, vb_day_from_ymd (self->shown_year, 1, 4));
  *n = vb_grain_distance (grain, first.start,
                          vb_grain_floor (grain, vb_day_from_ymd (self->shown_year, 12, 28)))
       + 1;

  return first;
}

static gboolean
is_in_extent (VbPeriodPicker *self, VbPeriod period)
{
  return period.start < self->extent_end && vb_period_get_end (period) > self->extent_first;
}

static void
choose (VbPeriodPicker *self, VbPeriod period)
{
  if (period.grain == self->period.grain && period.start == self->period.start)
    return;

  vb_period_picker_set_period (self, period);
  g_signal_emit (self, signals[SIGNAL_CHANGED], 0);
}

static void
on_choice_clicked (VbPeriodPicker *self, GtkWidget *button)
{
  VbPeriod period = self->period;

  period.start = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "start"));
  gtk_popover_popdown (self->popover);
  choose (self, period);
}

static GtkWidget *
make_choice (VbPeriodPicker *self, VbPeriod period)
{
  g_autofree char *name = vb_period_format (period, FALSE);
  g_autofree char *brief = vb_period_format (period, TRUE);
  GtkWidget *button;

  /* There are 53 weeks in the grid, and room for their numbers only. */
  if (period.grain == VB_GRAIN_WEEK)
    {
      int year, week;

      vb_day_get_iso_week (period.start, &year, &week);
      g_free (brief);
      brief = g_strdup_printf ("%d", week);
    }

  button = gtk_button_new_with_label (brief);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "period-choice");
  if (period.start == self->period.start)
    gtk_widget_add_css_class (button, "chosen");
  else if (!is_in_extent (self, period))
    gtk_widget_add_css_class (button, "dim-label");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data (G_OBJECT (button), "start", GINT_TO_POINTER (period.start));
  g_signal_connect_swapped (button, "clicked", G_CALLBACK (on_choice_clicked), self);

  return button;
}

static void
fill_popover (VbPeriodPicker *self)
{
  guint columns = get_columns (self->period.grain);
  g_autofree char *years = NULL;
  VbPeriod period;
  GtkWidget *child;
  guint n;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->grid))) != NULL)
    gtk_grid_remove (self->grid, child);

  period = get_first_shown (self, &n);
  for (guint i = 0; i < n; i++)
    {
      gtk_grid_attach (self->grid, make_choice (self, period), i % columns, i / columns, 1, 1);
      period = vb_period_shift (period, 1);
    }

  if (self->period.grain == VB_GRAIN_YEAR)
    years = g_strdup_printf ("%d–%d", self->shown_year - YEARS_SHOWN + 1, self->shown_year);
  else
    years = g_strdup_printf ("%d", self->shown_year);
  gtk_label_set_label (self->year_label, years);
}

static void
show_period (VbPeriodPicker *self)
{
  if (self->period.grain == VB_GRAIN_YEAR)
    {
      /* The years with data end the grid, or else the present one does. */
      int last = self->extent_end > VB_DAY_NONE ? get_year (self->extent_end - 1) : 0;
      int year = get_period_year (self->period);

      self->shown_year = year <= last && year > last - YEARS_SHOWN ? last : year;
    }
  else
    {
      self->shown_year = get_period_year (self->period);
    }

  fill_popover (self);
}

static void
on_step_years (VbPeriodPicker *self, int n)
{
  int step = self->period.grain == VB_GRAIN_YEAR ? n * YEARS_SHOWN : n;

  self->shown_year = CLAMP (self->shown_year + step, YEARS_SHOWN + 1, 9000);
  fill_popover (self);
}

static void
on_previous_years (VbPeriodPicker *self)
{
  on_step_years (self, -1);
}

static void
on_next_years (VbPeriodPicker *self)
{
  on_step_years (self, 1);
}

static void
on_previous_clicked (VbPeriodPicker *self)
{
  choose (self, vb_period_shift (self->period, -1));
}

static void
on_next_clicked (VbPeriodPicker *self)
{
  choose (self, vb_period_shift (self->period, 1));
}

/* The popover's content is made when it is asked for: most starts never open it. */
static void
on_popover_show (VbPeriodPicker *self)
{
  show_period (self);
}

/* The period of @grain that shows most like the present one: from a year its latest month with
 * data, from a month its year. */
static VbPeriod
convert_period (VbPeriodPicker *self, VbGrain grain)
{
  VbDay day = self->period.start;

  if (grain < self->period.grain)
    {
      day = vb_period_get_end (self->period) - 1;
      if (self->extent_end > self->period.start)
        day = MIN (day, self->extent_end - 1);
    }

  return vb_period_containing (grain, day);
}

static void
on_grain_toggled (VbPeriodPicker *self, GtkToggleButton *button)
{
  VbGrain grain = GPOINTER_TO_INT (g_object_get_data (G_OBJECT (button), "grain"));

  if (!gtk_toggle_button_get_active (button) || grain == self->period.grain)
    return;

  choose (self, convert_period (self, grain));
  show_period (self);
}

static void
add_grain (VbPeriodPicker *self, VbGrain grain, const char *label)
{
  GtkWidget *first = gtk_widget_get_first_child (GTK_WIDGET (self->grains));
  GtkWidget *button = gtk_toggle_button_new_with_mnemonic (label);

  g_object_set_data (G_OBJECT (button), "grain", GINT_TO_POINTER (grain));
  if (first != NULL)
    gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
  gtk_widget_set_hexpand (button, TRUE);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (on_grain_toggled), self);
  gtk_box_append (self->grains, button);
}

static void
update_controls (VbPeriodPicker *self)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;

  if (self->period.start == VB_DAY_NONE)
    return;

  text = vb_period_format (self->period, FALSE);
  gtk_menu_button_set_label (self->menu_button, text);
  /* Translators: %s is a period, such as "2026" or "July 2026" */
  name = g_strdup_printf (_ ("Period: %s"), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);

  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->grains)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GPOINTER_TO_INT (g_object_get_data (G_OBJECT (child), "grain")) == (int) self->period.grain)
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (child), TRUE);
}

static void
vb_period_picker_dispose (GObject *object)
{
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_PERIOD_PICKER);

  G_OBJECT_CLASS (vb_period_picker_parent_class)->dispose (object);
}

static void
vb_period_picker_class_init (VbPeriodPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_period_picker_dispose;

  signals[SIGNAL_CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/widgets/vb-period-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, previous_button);
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, next_button);
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, grains);
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, year_label);
  gtk_widget_class_bind_template_child (widget_class, VbPeriodPicker, grid);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_next_clicked);
  gtk_widget_class_bind_template_callback (widget_class, on_previous_years);
  gtk_widget_class_bind_template_callback (widget_class, on_next_years);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
vb_period_picker_init (VbPeriodPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));

  add_grain (self, VB_GRAIN_YEAR, C_ ("grain", "_Year"));
  add_grain (self, VB_GRAIN_QUARTER, C_ ("grain", "_Quarter"));
  add_grain (self, VB_GRAIN_MONTH, C_ ("grain", "_Month"));
  add_grain (self, VB_GRAIN_WEEK, C_ ("grain", "_Week"));

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Period"), -1);
}

GtkWidget *
vb_period_picker_new (void)
{
  return g_object_new (VB_TYPE_PERIOD_PICKER, NULL);
}

VbPeriod
vb_period_picker_get_period (VbPeriodPicker *self)
{
  g_return_val_if_fail (VB_IS_PERIOD_PICKER (self), ((VbPeriod){ VB_GRAIN_YEAR, VB_DAY_NONE }));

  return self->period;
}

void
vb_period_picker_set_period (VbPeriodPicker *self, VbPeriod period)
{
  g_return_if_fail (VB_IS_PERIOD_PICKER (self));

  if (period.grain == self->period.grain && period.start == self->period.start)
    return;

  self->period = period;
  update_controls (self);
}

void
vb_period_picker_set_extent (VbPeriodPicker *self, VbDay first, VbDay end)
{
  g_return_if_fail (VB_IS_PERIOD_PICKER (self));

  self->extent_first = first;
  self->extent_end = end;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-day-row.h"

#include <glib/gi18n-lib.h>

struct _VbDayRow
{
  AdwEntryRow parent_instance;

  GtkMenuButton *button;
  GtkCalendar *calendar;
  gboolean showing; /* the calendar turns to the row's day, which nobody picked */
};

G_DEFINE_FINAL_TYPE (VbDayRow, vb_day_row, ADW_TYPE_ENTRY_ROW)

static char *
dup_text (VbDayRow *self)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self))));
}

VbDay
vb_day_row_get_day (VbDayRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (VB_IS_DAY_ROW (self), VB_DAY_NONE);

  text = dup_text (self);
  return vb_day_from_iso (text);
}

void
vb_day_row_set_day (VbDayRow *self, VbDay day)
{
  g_autofree char *text = day != VB_DAY_NONE ? vb_day_to_iso (day) : g_strdup ("");

  g_return_if_fail (VB_IS_DAY_ROW (self));

  gtk_editable_set_text (GTK_EDITABLE (self), text);
}

gboolean
vb_day_row_get_valid (VbDayRow *self)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (VB_IS_DAY_ROW (self), FALSE);

  text = dup_text (self);
  return *text == '\0' || vb_day_from_iso (text) != VB_DAY_NONE;
}

static void
on_changed (VbDayRow *self)
{
  gboolean valid = vb_day_row_get_valid (self);

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
}

static void
on_calendar_shown (VbDayRow *self)
{
  VbDay day = vb_day_row_get_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, dayno;

  if (day == VB_DAY_NONE)
    return;

  vb_day_to_ymd (day, &year, &month, &dayno);
  date = g_date_time_new_utc (year, month, dayno, 0, 0, 0);
  self->showing = TRUE;
  gtk_calendar_select_day (self->calendar, date);
  self->showing = FALSE;
}

static void
on_day_selected (VbDayRow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  if (self->showing)
    return;
  gtk_editable_set_text (GTK_EDITABLE (self), text);
  gtk_menu_button_popdown (self->button);
}

static void
vb_day_row_class_init (VbDayRowClass *klass)
{
}

static void
vb_day_row_init (VbDayRow *self)
{
  GtkWidget *popover = gtk_popover_new ();
  const char *name = _ ("Choose the date in a calendar");

  self->calendar = GTK_CALENDAR (gtk_calendar_new ());
  gtk_popover_set_child (GTK_POPOVER (popover), GTK_WIDGET (self->calendar));
  self->button = GTK_MENU_BUTTON (gtk_menu_button_new ());
  gtk_menu_button_set_icon_name (self->button, "x-office-calendar-symbolic");
  gtk_menu_button_set_popover (self->button, popover);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->button), name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  name, -1);
  gtk_widget_set_valign (GTK_WIDGET (self->button), GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (GTK_WIDGET (self->button), "flat");
  adw_entry_row_add_suffix (ADW_ENTRY_ROW (self), GTK_WIDGET (self->button));

  g_signal_connect (self, "changed", G_CALLBACK (on_changed), NULL);
  g_signal_connect_object (popover, "show", G_CALLBACK (on_calendar_shown), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->calendar, "day-selected", G_CALLBACK (on_day_selected), self,
                           G_CONNECT_SWAPPED);
}

GtkWidget *
vb_day_row_new (void)
{
  return g_object_new (VB_TYPE_DAY_ROW, NULL);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-import-row.h"

#include <glib/gi18n-lib.h>

#include "vb-number.h"
#include "vb-period.h"

struct _VbImportRow
{
  AdwActionRow parent_instance;

  GtkWidget *refused_button;
  GtkWidget *take_back_button;

  VbImport *import;
};

G_DEFINE_FINAL_TYPE (VbImportRow, vb_import_row, ADW_TYPE_ACTION_ROW)

/* "31 Oct 2026 14:05": the day as the reader writes it. */
static char *
dup_time (gint64 time)
{
  g_autoptr (GDateTime) moment = g_date_time_new_from_unix_local (time);
  g_autofree char *clock = g_date_time_format (moment, "%H:%M");
  g_autofree char *day =
      vb_day_format (vb_day_from_ymd (g_date_time_get_year (moment), g_date_time_get_month (moment),
                                      g_date_time_get_day_of_month (moment)));

  return g_strdup_printf ("%s %s", day, clock);
}

static char *
dup_count (const char *format, gint64 count)
{
  g_autofree char *number = vb_number_format ((double) count, 0);
  GString *text = g_string_new (format);

  g_string_replace (text, "%s", number, 1);
  return g_string_free (text, FALSE);
}

static void
update (VbImportRow *self)
{
  guint n_read = vb_import_get_rows_read (self->import);
  guint n_refused = vb_import_get_rows_refused (self->import);
  gint64 n_observations = vb_import_get_n_observations (self->import);
  g_autofree char *time = dup_time (vb_import_get_time (self->import));
  /* Translators: %s is a number; the parts of this line are joined by dots */
  g_autofree char *read =
      dup_count (ngettext ("%s row read", "%s rows read", n_read), (gint64) n_read);
  g_autofree char *refused =
      dup_count (ngettext ("%s refused", "%s refused", n_refused), (gint64) n_refused);
  /* Translators: %s is a number: figures of an import that no later import has replaced */
  g_autofree char *living = dup_count (
      ngettext ("%s figure in use", "%s figures in use", (gulong) n_observations), n_observations);
  g_autofree char *subtitle = g_strdup_printf ("%s · %s · %s · %s", time, read, refused, living);

  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), subtitle);
  gtk_widget_set_visible (self->refused_button, n_refused > 0);
}

static void
name_button (GtkWidget *button, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

static void
name_buttons (VbImportRow *self)
{
  const char *source = vb_import_get_source_name (self->import);
  /* Translators: name of a button; %s is the name of a file */
  g_autofree char *refused = g_strdup_printf (_ ("Show what was refused of “%s”"), source);
  /* Translators: name of a button; %s is the name of a file */
  g_autofree char *take_back = g_strdup_printf (_ ("Take back the import of “%s”"), source);

  name_button (self->refused_button, refused);
  name_button (self->take_back_button, take_back);
}

static void
vb_import_row_dispose (GObject *object)
{
  VbImportRow *self = VB_IMPORT_ROW (object);

  g_clear_object (&self->import);

  G_OBJECT_CLASS (vb_import_row_parent_class)->dispose (object);
}

static void
vb_import_row_class_init (VbImportRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_import_row_dispose;

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/import/vb-import-row.ui");
  gtk_widget_class_bind_template_child (widget_class, VbImportRow, refused_button);
  gtk_widget_class_bind_template_child (widget_class, VbImportRow, take_back_button);
}

static void
vb_import_row_init (VbImportRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_import_row_new (VbImport *import)
{
  VbImportRow *self;
  gint64 id;

  g_return_val_if_fail (VB_IS_IMPORT (import), NULL);

  id = vb_import_get_id (import);
  self = g_object_new (VB_TYPE_IMPORT_ROW, NULL);
  self->import = g_object_ref (import);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), vb_import_get_source_name (import));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), vb_import_get_source_name (import));
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->refused_button), "x", id);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (self->take_back_button), "x", id);
  name_buttons (self);
  g_signal_connect_object (import, "notify", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

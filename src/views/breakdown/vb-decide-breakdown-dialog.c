/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-decide-breakdown-dialog.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-day-row.h"
#include "vb-dialog-title.h"
#include "vb-form.h"
#include "vb-number.h"

struct _VbDecideBreakdownDialog
{
  AdwWindow parent_instance;

  VbDialogTitle *window_title;
  GtkLabel *summary;
  VbDayRow *from_row;
  AdwEntryRow *by_row;
  GtkLabel *problem;

  VbDocument *document;
  VbBreakdownTable *table;
};

enum
{
  SIGNAL_DECIDED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbDecideBreakdownDialog, vb_decide_breakdown_dialog, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static gboolean
decide (VbDecideBreakdownDialog *self, GError **error)
{
  static const VbCareType types[VB_N_CARE_GROUPS] = { VB_CARE_TYPE_NONE, VB_CARE_TYPE_SOMATIC,
                                                      VB_CARE_TYPE_ICU, VB_CARE_TYPE_PSYCHIATRIC };
  GListModel *rows = vb_breakdown_table_get_rows (self->table);
  guint n = g_list_model_get_n_items (rows);
  g_autofree gint64 *units = g_new (gint64, n);
  g_autofree double *beds = g_new (double, n);
  g_autofree char *by = vb_form_dup_text (self->by_row);

  guint n_decided = 0;

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (VbBreakdownRow) row = g_list_model_get_item (rows, i);
      const VbBreakdownFigures *figures = vb_breakdown_row_get_figures (row);

      if (isnan (figures->beds))
        continue;
      units[n_decided] = vb_unit_get_id (vb_breakdown_row_get_unit (row));
      beds[n_decided++] = figures->beds;
    }
  return vb_document_decide_breakdown (self->document, units, beds, n_decided,
                                       types[vb_breakdown_table_get_scope (self->table)->group],
                                       vb_day_row_get_day (self->from_row), by, error);
}

static void
on_decide (VbDecideBreakdownDialog *self)
{
  gboolean wrong = vb_day_row_get_day (self->from_row) == VB_DAY_NONE;
  g_autofree char *by = vb_form_dup_text (self->by_row);
  gboolean unnamed = *by == '\0';
  g_autoptr (GError) error = NULL;

  vb_form_mark (GTK_WIDGET (self->from_row), wrong);
  vb_form_mark (GTK_WIDGET (self->by_row), unnamed);
  vb_form_tell (self->problem, wrong     ? _ ("A date is written as 2026-10-31")
                               : unnamed ? _ ("Write who has decided it")
                                         : NULL);
  if (wrong || unnamed)
    {
      gtk_widget_grab_focus (wrong ? GTK_WIDGET (self->from_row) : GTK_WIDGET (self->by_row));
      return;
    }

  if (!decide (self, &error))
    {
      vb_form_tell (self->problem, error->message);
      return;
    }
  g_signal_emit (self, signals[SIGNAL_DECIDED], 0);
  gtk_window_close (GTK_WINDOW (self));
}

static void
summarise (VbDecideBreakdownDialog *self)
{
  const VbBreakdownScope *scope = vb_breakdown_table_get_scope (self->table);
  guint n = g_list_model_get_n_items (vb_breakdown_table_get_rows (self->table));
  gint64 residual = vb_breakdown_table_get_residual (self->table);
  g_autofree char *beds = vb_number_format ((double) scope->beds, 0);
  guint n_unknown;
  g_autofree char *unknown = vb_breakdown_table_dup_unknown (self->table, &n_unknown);
  g_autofree char *units = vb_number_format (n - n_unknown, 0);
  g_autofree char *left = vb_number_format ((double) residual, 0);
  g_autoptr (GString) text = g_string_new (NULL);

  /* Translators: numbers of beds and units, a care group ("somatic care"), a key ("bed days") */
  g_string_append_printf (text,
                          _ ("%s beds of %s, shared out by %s, become the reference numbers of %s "
                             "units."),
                          beds, vb_care_group_get_phrase (scope->group),
                          vb_breakdown_key_get_phrase (scope->key), units);
  if (residual > 0)
    {
      g_string_append_c (text, ' ');
      g_string_append_printf (text, _ ("%s of them stay where no unit below could take them."),
                              left);
    }
  if (unknown != NULL)
    {
      g_autofree char *left_out = vb_number_format (n_unknown, 0);

      g_string_append_c (text, ' ');
      /* Translators: a number of units, a key ("bed days"), names of units */
      g_string_append_printf (text,
                              _ ("%s units without %s are left out, unless they are locked at a "
                                 "number first: %s."),
                              left_out, vb_breakdown_key_get_phrase (scope->key), unknown);
    }
  gtk_label_set_label (self->summary, text->str);
}

/* A decision is most often about the year to come. */
static VbDay
get_next_year (void)
{
  int year, month, day;

  vb_day_to_ymd (vb_day_get_today (), &year, &month, &day);
  return vb_day_from_ymd (year + 1, 1, 1);
}

static void
vb_decide_breakdown_dialog_dispose (GObject *object)
{
  VbDecideBreakdownDialog *self = VB_DECIDE_BREAKDOWN_DIALOG (object);

  g_clear_object (&self->document);
  g_clear_object (&self->table);

  G_OBJECT_CLASS (vb_decide_breakdown_dialog_parent_class)->dispose (object);
}

static void
vb_decide_breakdown_dialog_class_init (VbDecideBreakdownDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_decide_breakdown_dialog_dispose;

  signals[SIGNAL_DECIDED] = g_signal_new ("decided", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (VB_TYPE_DAY_ROW);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/breakdown/vb-decide-breakdown-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, VbDecideBreakdownDialog, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbDecideBreakdownDialog, summary);
  gtk_widget_class_bind_template_child (widget_class, VbDecideBreakdownDialog, from_row);
  gtk_widget_class_bind_template_child (widget_class, VbDecideBreakdownDialog, by_row);
  gtk_widget_class_bind_template_child (widget_class, VbDecideBreakdownDialog, problem);
  gtk_widget_class_bind_template_callback (widget_class, on_decide);
}

static void
vb_decide_breakdown_dialog_init (VbDecideBreakdownDialog *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_decide_breakdown_dialog_new (GtkWindow *parent, VbDocument *document, VbBreakdownTable *table)
{
  VbDecideBreakdownDialog *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_BREAKDOWN_TABLE (table), NULL);

  self = g_object_new (VB_TYPE_DECIDE_BREAKDOWN_DIALOG, "transient-for", parent, NULL);
  self->document = g_object_ref (document);
  self->table = g_object_ref (table);
  vb_dialog_title_set_subtitle (self->window_title,
                                vb_unit_get_name (vb_breakdown_table_get_scope (table)->unit));
  summarise (self);
  vb_day_row_set_day (self->from_row, get_next_year ());
  gtk_widget_grab_focus (GTK_WIDGET (self->by_row));

  return GTK_WIDGET (self);
}

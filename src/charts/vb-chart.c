/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-chart.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-chart-canvas.h"
#include "vb-chart-output.h"
#include "vb-chart-style.h"
#include "vb-chart-table.h"

/* A map of hundreds of units scrolls in itself beyond this height at 100 % text, px. */
#define MAX_HEIGHT 560
/* A window of 360 px leaves this to a drawing; a wider one scrolls in itself there. */
#define MAX_LEAST_WIDTH 280

struct _VbChart
{
  GtkWidget parent_instance;

  VbDrawing *drawing;
  gboolean show_table;
  gboolean table_is_filled;
  GCancellable *cancellable;

  GtkLabel *title_label;
  GtkLabel *subtitle_label;
  GtkLabel *readout_label;
  GtkWidget *header;
  GtkStack *words; /* the subtitle, or what is read out */
  GtkStack *stack;
  GtkScrolledWindow *scroller;
  VbChartCanvas *canvas;
  VbChartTable *table;
};

typedef enum
{
  PROP_DRAWING = 1,
  PROP_SHOW_TABLE,
  N_PROPS
} VbChartProperty;

enum
{
  CELL_ACTIVATED,
  POINT_DRAG_BEGIN,
  POINT_DRAGGED,
  POINT_DRAG_END,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbChart, vb_chart, GTK_TYPE_WIDGET)

/* What went wrong or well stands where figures are read out, until the next one is. */
static void
tell (VbChart *self, const char *text)
{
  gtk_label_set_label (self->readout_label, text);
  gtk_stack_set_visible_child_name (self->words, *text != '\0' ? "readout" : "subtitle");
}

/* ---- actions ---- */

static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VbChart *self = VB_CHART (widget);
  g_autoptr (GError) error = NULL;

  if (vb_chart_output_copy (self->drawing, gtk_widget_get_clipboard (widget), &error))
    tell (self, _ ("The picture was copied"));
  else
    tell (self, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbChart) self = user_data;
  g_autoptr (GError) error = NULL;

  if (vb_chart_output_save_finish (result, &error))
    tell (self, _ ("The picture was saved"));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_autofree char *text = g_strdup_printf (_ ("Could not save: %s"), error->message);

      tell (self, text);
    }
}

static void
file_chosen_cb (VbChart *self, int response, GtkNativeDialog *dialog)
{
  VbExportFormat format =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (dialog), "vb-export-format"));
  VbDrawing *drawing = g_object_get_data (G_OBJECT (dialog), "vb-drawing");

  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_chart_output_save_async (drawing, file, format, self->cancellable, saved_cb,
                                  g_object_ref (self));
    }
  g_object_unref (dialog);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VbChart *self = VB_CHART (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  VbExportFormat format;
  GtkFileChooserNative *dialog;
  g_autofree char *file_name = NULL;

  if (!vb_export_format_from_id (g_variant_get_string (parameter, NULL), &format))
    return;

  dialog = gtk_file_chooser_native_new (_ ("Save Picture"),
                                        GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                        GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  file_name = vb_chart_output_dup_file_name (self->drawing, format);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), file_name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The drawing may be another one by the time the name is chosen. */
  g_object_set_data_full (G_OBJECT (dialog), "vb-drawing", g_object_ref (self->drawing),
                          g_object_unref);
  g_object_set_data (G_OBJECT (dialog), "vb-export-format", GUINT_TO_POINTER (format));
  g_signal_connect_object (dialog, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
print_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  VbChart *self = VB_CHART (widget);
  GtkRoot *root = gtk_widget_get_root (widget);
  g_autoptr (GtkPrintOperation) operation = vb_chart_output_new_print (self->drawing);
  g_autoptr (GError) error = NULL;

  if (gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG,
                               GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, &error)
      == GTK_PRINT_OPERATION_RESULT_ERROR)
    tell (self, error->message);
}

/* ---- following the canvas ---- */

static void
readout_changed_cb (VbChart *self)
{
  tell (self, vb_chart_canvas_get_readout (self->canvas));
}

static void
cell_activated_cb (VbChart *self, guint column, guint row)
{
  g_signal_emit (self, signals[CELL_ACTIVATED], 0, column, row);
}

static void
point_drag_began_cb (VbChart *self)
{
  g_signal_emit (self, signals[POINT_DRAG_BEGIN], 0);
}

static void
point_dragged_cb (VbChart *self, double value)
{
  g_signal_emit (self, signals[POINT_DRAGGED], 0, value);
}

static void
point_drag_ended_cb (VbChart *self)
{
  g_signal_emit (self, signals[POINT_DRAG_END], 0);
}

/* ---- state ---- */

/* The table is filled when it is first looked at: most never are. */
static void
fill_table (VbChart *self)
{
  if (self->table_is_filled || !self->show_table)
    return;
  vb_chart_table_set_drawing (self->table, self->drawing);
  self->table_is_filled = TRUE;
}

static void
update_size (VbChart *self)
{
  int most = (int) (MAX_HEIGHT * vb_chart_style_get (GTK_WIDGET (self)).text_scale);
  int width, height, least;

  if (self->drawing == NULL)
    return;
  gtk_widget_measure (GTK_WIDGET (self->canvas), GTK_ORIENTATION_HORIZONTAL, -1, &width, NULL, NULL,
                      NULL);
  gtk_widget_measure (GTK_WIDGET (self->canvas), GTK_ORIENTATION_VERTICAL, -1, &height, NULL, NULL,
                      NULL);
  least = MIN (height, most);
  gtk_scrolled_window_set_min_content_width (self->scroller, MIN (width, MAX_LEAST_WIDTH));
  /* Neither may pass the other on the way. */
  gtk_scrolled_window_set_min_content_height (self->scroller, -1);
  gtk_scrolled_window_set_max_content_height (self->scroller, most);
  gtk_scrolled_window_set_min_content_height (self->scroller, least);
}

static void
vb_chart_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (vb_chart_parent_class)->css_changed (widget, change);
  update_size (VB_CHART (widget));
}

static void
vb_chart_dispose (GObject *object)
{
  VbChart *self = VB_CHART (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->drawing);
  gtk_widget_dispose_template (GTK_WIDGET (self), VB_TYPE_CHART);

  G_OBJECT_CLASS (vb_chart_parent_class)->dispose (object);
}

static void
vb_chart_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbChart *self = VB_CHART (object);

  switch ((VbChartProperty) prop_id)
    {
    case PROP_DRAWING:
      g_value_set_object (value, self->drawing);
      break;
    case PROP_SHOW_TABLE:
      g_value_set_boolean (value, self->show_table);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_chart_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbChart *self = VB_CHART (object);

  switch ((VbChartProperty) prop_id)
    {
    case PROP_DRAWING:
      vb_chart_set_drawing (self, g_value_get_object (value));
      break;
    case PROP_SHOW_TABLE:
      vb_chart_set_show_table (self, g_value_get_boolean (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_chart_class_init (VbChartClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->dispose = vb_chart_dispose;
  object_class->get_property = vb_chart_get_property;
  object_class->set_property = vb_chart_set_property;
  widget_class->css_changed = vb_chart_css_changed;

  properties[PROP_DRAWING] = g_param_spec_object ("drawing", NULL, NULL, VB_TYPE_DRAWING, flags);
  properties[PROP_SHOW_TABLE] = g_param_spec_boolean ("show-table", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[CELL_ACTIVATED] = g_signal_new ("cell-activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                          NULL, G_TYPE_NONE, 2, G_TYPE_UINT, G_TYPE_UINT);
  signals[POINT_DRAG_BEGIN] = g_signal_new ("point-drag-begin", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                            NULL, NULL, G_TYPE_NONE, 0);
  signals[POINT_DRAGGED] = g_signal_new ("point-dragged", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                         NULL, G_TYPE_NONE, 1, G_TYPE_DOUBLE);
  signals[POINT_DRAG_END] =
      g_signal_new ("point-drag-end", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", "s", save_action);
  gtk_widget_class_install_action (widget_class, "chart.print", NULL, print_action);
  gtk_widget_class_install_property_action (widget_class, "chart.show-table", "show-table");

  g_type_ensure (VB_TYPE_CHART_CANVAS);
  g_type_ensure (VB_TYPE_CHART_TABLE);
  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/vardbalans/Vardbalans/ui/charts/vb-chart.ui");
  gtk_widget_class_bind_template_child (widget_class, VbChart, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbChart, subtitle_label);
  gtk_widget_class_bind_template_child (widget_class, VbChart, readout_label);
  gtk_widget_class_bind_template_child (widget_class, VbChart, header);
  gtk_widget_class_bind_template_child (widget_class, VbChart, words);
  gtk_widget_class_bind_template_child (widget_class, VbChart, stack);
  gtk_widget_class_bind_template_child (widget_class, VbChart, scroller);
  gtk_widget_class_bind_template_child (widget_class, VbChart, canvas);
  gtk_widget_class_bind_template_child (widget_class, VbChart, table);
  gtk_widget_class_bind_template_callback (widget_class, readout_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, cell_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_drag_began_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_dragged_cb);
  gtk_widget_class_bind_template_callback (widget_class, point_drag_ended_cb);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
update_actions (VbChart *self)
{
  gboolean has_drawing = self->drawing != NULL;

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.copy", has_drawing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.save", has_drawing);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "chart.print", has_drawing);
}

static void
vb_chart_init (VbChart *self)
{
  GtkLayoutManager *layout;

  self->cancellable = g_cancellable_new ();
  gtk_widget_init_template (GTK_WIDGET (self));

  layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));
  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (layout), 6);
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_LABELLED_BY,
                                  self->title_label, NULL, -1);
  update_actions (self);
}

GtkWidget *
vb_chart_new (void)
{
  return g_object_new (VB_TYPE_CHART, NULL);
}

VbDrawing *
vb_chart_get_drawing (VbChart *self)
{
  g_return_val_if_fail (VB_IS_CHART (self), NULL);

  return self->drawing;
}

/* What can be dragged on screen says so; a saved picture need not. */
static char *
dup_subtitle (VbDrawing *drawing)
{
  const char *subtitle = vb_drawing_get_subtitle (drawing);
  VbHandle handle;

  if (!vb_drawing_get_handle (drawing, &handle))
    return g_strdup (subtitle != NULL ? subtitle : "");
  if (subtitle == NULL)
    return g_strdup (_ ("drag the point"));
  return g_strdup_printf ("%s · %s", subtitle, _ ("drag the point"));
}

void
vb_chart_set_drawing (VbChart *self, VbDrawing *drawing)
{
  g_autofree char *subtitle = NULL;

  g_return_if_fail (VB_IS_CHART (self));
  g_return_if_fail (drawing == NULL || VB_IS_DRAWING (drawing));

  if (!g_set_object (&self->drawing, drawing))
    return;

  subtitle = drawing != NULL ? dup_subtitle (drawing) : g_strdup ("");
  gtk_label_set_label (self->title_label, drawing != NULL ? vb_drawing_get_title (drawing) : "");
  gtk_label_set_label (self->subtitle_label, subtitle);
  vb_chart_canvas_set_drawing (self->canvas, drawing);
  update_size (self);
  self->table_is_filled = FALSE;
  fill_table (self);
  update_actions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DRAWING]);
}

gboolean
vb_chart_get_show_table (VbChart *self)
{
  g_return_val_if_fail (VB_IS_CHART (self), FALSE);

  return self->show_table;
}

void
vb_chart_set_show_table (VbChart *self, gboolean show_table)
{
  g_return_if_fail (VB_IS_CHART (self));

  show_table = !!show_table;
  if (self->show_table == show_table)
    return;
  self->show_table = show_table;
  fill_table (self);
  /* A table out of sight is none to a screen reader either. */
  gtk_widget_set_visible (GTK_WIDGET (self->table), show_table);
  gtk_stack_set_visible_child_name (self->stack, show_table ? "table" : "drawing");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_TABLE]);
}

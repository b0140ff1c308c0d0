/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-actions-table.h"

#include <glib/gi18n-lib.h>

#include "vb-action-menu.h"
#include "vb-action-totals.h"
#include "vb-action-words.h"
#include "vb-data-table.h"
#include "vb-number.h"

#define MIN_HEIGHT 220
#define COLUMN_KEY "vb-column"

typedef enum
{
  COLUMN_TITLE,
  COLUMN_STATUS,
  COLUMN_DUE,
  COLUMN_OWNER,
  COLUMN_FOCUS_AREA,
  COLUMN_LEVEL,
  COLUMN_UNIT,
  COLUMN_START,
  COLUMN_SIDE,
  COLUMN_EFFECT,
  COLUMN_RANGE,
  N_COLUMNS
} Column;

struct _VbActionsTable
{
  GtkWidget parent_instance;

  GtkWidget *scroller;
  GtkColumnView *view;
  GListStore *rows; /* of VbAction */
  GtkSingleSelection *selection;

  VbDocument *document;
  VbDay today;
};

G_DEFINE_FINAL_TYPE (VbActionsTable, vb_actions_table, GTK_TYPE_WIDGET)

/* ---- cells ----------------------------------------------------------------------------------- */

static const char *
get_title (Column column)
{
  switch (column)
    {
    case COLUMN_TITLE:
      return _ ("Action");
    case COLUMN_STATUS:
      return _ ("Status");
    case COLUMN_DUE:
      return _ ("Due");
    case COLUMN_OWNER:
      return _ ("Responsible");
    case COLUMN_FOCUS_AREA:
      return _ ("Focus area");
    case COLUMN_LEVEL:
      return _ ("Level");
    case COLUMN_UNIT:
      return _ ("Unit");
    case COLUMN_START:
      return C_ ("action", "Start");
    case COLUMN_SIDE:
      return _ ("Effect on");
    case COLUMN_EFFECT:
      return _ ("Beds");
    case COLUMN_RANGE:
      return _ ("Range");
    case N_COLUMNS:
    default:
      g_return_val_if_reached ("");
    }
}

static char *
dup_day (VbDay day)
{
  return day != VB_DAY_NONE ? vb_day_format (day) : g_strdup ("–");
}

static char *
dup_due (VbActionsTable *self, const VbActionFacts *facts)
{
  g_autofree char *day = dup_day (facts->due);

  if (!vb_action_facts_is_overdue (facts, self->today))
    return g_steal_pointer (&day);
  /* Translators: %s is the day that an action was due on */
  return g_strdup_printf (_ ("%s, overdue"), day);
}

static const char *
get_side_word (VbBalanceSide side)
{
  return side == VB_BALANCE_SIDE_CAPACITY ? _ ("capacity") : _ ("need");
}

static char *
dup_cell (VbActionsTable *self, VbAction *action, Column column)
{
  const VbActionFacts *facts = vb_action_get_facts (action);
  VbEffectSum effect = vb_action_facts_get_effect (facts);
  VbUnit *unit = vb_document_get_unit (self->document, facts->unit_id);
  const char *text = NULL;

  switch (column)
    {
    case COLUMN_TITLE:
      return g_strdup (facts->title);
    case COLUMN_STATUS:
      return g_strdup (vb_action_status_get_label (facts->status));
    case COLUMN_DUE:
      return dup_due (self, facts);
    case COLUMN_START:
      return dup_day (facts->start);
    case COLUMN_EFFECT:
      return vb_number_format_key (effect.base);
    case COLUMN_RANGE:
      return vb_action_words_dup_range (effect.low, effect.high);
    case COLUMN_OWNER:
      text = facts->owner_role;
      break;
    case COLUMN_FOCUS_AREA:
      text = vb_action_words_get_focus_area (self->document, facts);
      break;
    case COLUMN_LEVEL:
      text = facts->level != VB_PLANNING_LEVEL_NONE ? vb_planning_level_get_label (facts->level)
                                                    : NULL;
      break;
    case COLUMN_UNIT:
      text = unit != NULL ? vb_unit_get_name (unit) : NULL;
      break;
    case COLUMN_SIDE:
      text = effect.n_estimated > 0 ? get_side_word (facts->side) : NULL;
      break;
    case N_COLUMNS:
    default:
      g_return_val_if_reached (NULL);
    }

  return g_strdup (text != NULL ? text : "–");
}

static gboolean
is_number (Column column)
{
  return column == COLUMN_EFFECT || column == COLUMN_RANGE;
}

static gboolean
on_key (GtkEventControllerKey *keys,
        guint keyval,
        guint keycode,
        GdkModifierType state,
        VbActionsTable *self)
{
  VbAction *action = gtk_single_selection_get_selected_item (self->selection);
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));

  if (action == NULL || focus == NULL)
    return GDK_EVENT_PROPAGATE;
  if (keyval == GDK_KEY_Delete)
    return gtk_widget_activate_action (GTK_WIDGET (self), "actions.remove", "x",
                                       vb_action_get_id (action));
  if (keyval == GDK_KEY_Menu || (keyval == GDK_KEY_F10 && (state & GDK_SHIFT_MASK) != 0))
    {
      double x, y;

      gtk_widget_translate_coordinates (focus, GTK_WIDGET (self), 24,
                                        gtk_widget_get_height (focus) / 2.0, &x, &y);
      vb_action_menu_popup (GTK_WIDGET (self), action, x, y);
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static void
on_secondary_click (GtkGestureClick *gesture, int n_press, double x, double y, VbActionsTable *self)
{
  GtkWidget *label = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));
  GtkListItem *item = g_object_get_data (G_OBJECT (label), "vb-item");
  double at_x, at_y;

  gtk_single_selection_set_selected (self->selection, gtk_list_item_get_position (item));
  gtk_widget_translate_coordinates (label, GTK_WIDGET (self), x, y, &at_x, &at_y);
  vb_action_menu_popup (GTK_WIDGET (self), gtk_list_item_get_item (item), at_x, at_y);
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
on_setup (GtkSignalListItemFactory *factory, GtkListItem *item, VbActionsTable *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  GtkWidget *label = column == COLUMN_TITLE || is_number ((Column) column)
                         ? vb_data_table_new_label (column)
                         : vb_data_table_new_text_label ();
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), GDK_BUTTON_SECONDARY);
  g_signal_connect (click, "pressed", G_CALLBACK (on_secondary_click), self);
  gtk_widget_add_controller (label, GTK_EVENT_CONTROLLER (click));
  g_object_set_data (G_OBJECT (label), "vb-item", item); /* which outlives its label */
  gtk_list_item_set_child (item, label);
}

static void
on_bind (GtkSignalListItemFactory *factory, GtkListItem *item, VbActionsTable *self)
{
  guint column = GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (factory), COLUMN_KEY));
  VbAction *action = gtk_list_item_get_item (item);
  GtkWidget *label = gtk_list_item_get_child (item);
  g_autofree char *text = dup_cell (self, action, (Column) column);

  vb_data_table_fill_label (label, get_title ((Column) column), text);
  gtk_widget_remove_css_class (label, "overdue");
  if (column == COLUMN_DUE
      && vb_action_facts_is_overdue (vb_action_get_facts (action), self->today))
    gtk_widget_add_css_class (label, "overdue");
}

/* ---- order ----------------------------------------------------------------------------------- */

static int
compare_days (VbDay a, VbDay b)
{
  /* What has no day comes last. */
  if (a == VB_DAY_NONE || b == VB_DAY_NONE)
    return (a == VB_DAY_NONE) - (b == VB_DAY_NONE);
  return a < b ? -1 : a > b;
}

typedef struct
{
  VbActionsTable *table;
  Column column;
} Order;

static int
compare (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const Order *order = user_data;
  const VbActionFacts *x = vb_action_get_facts ((VbAction *) a);
  const VbActionFacts *y = vb_action_get_facts ((VbAction *) b);
  VbEffectSum ex = vb_action_facts_get_effect (x);
  VbEffectSum ey = vb_action_facts_get_effect (y);
  g_autofree char *tx = NULL;
  g_autofree char *ty = NULL;

  switch (order->column)
    {
    case COLUMN_STATUS:
      return (int) x->status - (int) y->status;
    case COLUMN_LEVEL:
      return (int) x->level - (int) y->level;
    case COLUMN_DUE:
      return compare_days (x->due, y->due);
    case COLUMN_START:
      return compare_days (x->start, y->start);
    case COLUMN_EFFECT:
      return vb_data_table_compare_numbers (ex.base, ey.base);
    case COLUMN_RANGE:
      return vb_data_table_compare_numbers (ex.high - ex.low, ey.high - ey.low);
    case COLUMN_TITLE:
    case COLUMN_OWNER:
    case COLUMN_FOCUS_AREA:
    case COLUMN_UNIT:
    case COLUMN_SIDE:
    case N_COLUMNS:
    default:
      tx = dup_cell (order->table, (VbAction *) a, order->column);
      ty = dup_cell (order->table, (VbAction *) b, order->column);
      return g_utf8_collate (tx, ty);
    }
}

/* ---- out ------------------------------------------------------------------------------------- */

static char *
dup_cell_cb (gpointer item, guint column, gpointer user_data)
{
  return dup_cell (user_data, item, (Column) column);
}

static void
copy (GtkWidget *widget, const char *action_name, GVariant *parameter)
{
  VbActionsTable *self = VB_ACTIONS_TABLE (widget);
  g_autofree char *text = vb_data_table_dup_tsv (self->view, dup_cell_cb, self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (widget), text);
}

static void
add_day (VbTableExporter *exporter, VbDay day)
{
  g_autofree char *text = day != VB_DAY_NONE ? vb_day_to_iso (day) : NULL;

  vb_table_exporter_add_text (exporter, text);
}

/* Files hold what they can be read back from: ISO days, numbers as numbers, nothing for nothing. */
static void
export_row (VbActionsTable *self, VbTableExporter *exporter, VbAction *action)
{
  const VbActionFacts *facts = vb_action_get_facts (action);
  VbUnit *unit = vb_document_get_unit (self->document, facts->unit_id);
  g_autofree char *path = unit != NULL ? vb_unit_dup_path (unit) : NULL;

  vb_table_exporter_add_text (exporter, facts->title);
  vb_table_exporter_add_text (exporter, path);
  vb_table_exporter_add_text (exporter, vb_action_words_get_focus_area (self->document, facts));
  vb_table_exporter_add_text (exporter, vb_action_status_get_label (facts->status));
  vb_table_exporter_add_text (
      exporter, vb_action_facts_is_overdue (facts, self->today) ? C_ ("action", "overdue") : NULL);
  vb_table_exporter_add_text (exporter, facts->owner_role);
  vb_table_exporter_add_text (exporter, facts->level != VB_PLANNING_LEVEL_NONE
                                            ? vb_planning_level_get_label (facts->level)
                                            : NULL);
  add_day (exporter, facts->start);
  add_day (exporter, facts->due);
  add_day (exporter, facts->done);
  vb_table_exporter_add_text (exporter, get_side_word (facts->side));
  vb_table_exporter_add_number (exporter, facts->effect_low);
  vb_table_exporter_add_number (exporter, facts->effect_base);
  vb_table_exporter_add_number (exporter, facts->effect_high);
  vb_table_exporter_add_text (exporter, facts->description);
}

VbTableExporter *
vb_actions_table_export (VbActionsTable *self)
{
  const char *const headers[] = {
    _ ("Action"),  _ ("Unit"),        _ ("Focus area"),  _ ("Status"),
    _ ("Overdue"), _ ("Responsible"), _ ("Level"),       C_ ("action", "Start"),
    _ ("Due"),     _ ("Carried out"), _ ("Effect on"),   _ ("Beds, low"),
    _ ("Beds"),    _ ("Beds, high"),  _ ("Description"), NULL
  };
  VbTableExporter *exporter;

  g_return_val_if_fail (VB_IS_ACTIONS_TABLE (self), NULL);

  exporter = vb_table_exporter_new (_ ("Actions"), headers);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      export_row (self, exporter, action);
    }

  return exporter;
}

/* ---- what it shows --------------------------------------------------------------------------- */

void
vb_actions_table_show (VbActionsTable *self, VbDocument *document, GListModel *actions, VbDay today)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);
  VbAction *selected;
  gint64 kept;

  g_return_if_fail (VB_IS_ACTIONS_TABLE (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));

  selected = gtk_single_selection_get_selected_item (self->selection);
  kept = selected != NULL ? vb_action_get_id (selected) : 0;
  g_set_object (&self->document, document);
  self->today = today;
  for (guint i = 0; i < g_list_model_get_n_items (actions); i++)
    g_ptr_array_add (items, g_list_model_get_item (actions, i));
  g_list_store_splice (self->rows, 0, g_list_model_get_n_items (G_LIST_MODEL (self->rows)),
                       items->pdata, items->len);

  for (guint i = 0; kept != 0 && i < g_list_model_get_n_items (G_LIST_MODEL (self->selection)); i++)
    {
      g_autoptr (VbAction) action = g_list_model_get_item (G_LIST_MODEL (self->selection), i);

      if (vb_action_get_id (action) == kept)
        gtk_single_selection_set_selected (self->selection, i);
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
on_activated (VbActionsTable *self, guint position)
{
  g_autoptr (VbAction) action = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (action != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "actions.edit", "x", vb_action_get_id (action));
}

static void
add_column (VbActionsTable *self, Column column)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  Order *order = g_new (Order, 1);

  *order = (Order){ self, column };
  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, 0);
  vb_data_table_append_column (self->view, get_title (column), factory,
                               GTK_SORTER (gtk_custom_sorter_new (compare, order, g_free)));
  if (column != COLUMN_TITLE && !is_number (column))
    vb_data_table_set_text (self->view);
}

static void
vb_actions_table_dispose (GObject *object)
{
  VbActionsTable *self = VB_ACTIONS_TABLE (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->rows);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_actions_table_parent_class)->dispose (object);
}

static void
vb_actions_table_class_init (VbActionsTableClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_actions_table_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  vb_data_table_install_copy (widget_class, "table.copy", copy);
}

static void
vb_actions_table_init (VbActionsTable *self)
{
  static const char *const figures[] = { "action",     "action_status", "action_due",
                                         "owner_role", "focus_area",    "planning_level",
                                         "unit",       "action_start",  "effect_side",
                                         "effect",     "effect_range",  NULL };
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkSortListModel *sorted;

  self->view = vb_data_table_new_view (_ ("Actions"));
  self->rows = g_list_store_new (VB_TYPE_ACTION);
  for (guint column = 0; column < N_COLUMNS; column++)
    add_column (self, (Column) column);
  vb_data_table_set_figures (self->view, figures);
  vb_data_table_dress_titles (self->view);

  sorted = gtk_sort_list_model_new (g_object_ref (G_LIST_MODEL (self->rows)),
                                    g_object_ref (gtk_column_view_get_sorter (self->view)));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_column_view_set_model (self->view, GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection); /* the view's */
  g_signal_connect_object (self->view, "activate", G_CALLBACK (on_activated), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (on_key), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);

  self->scroller = vb_data_table_new_scroller (self->view, MIN_HEIGHT, VB_DATA_TABLE_MAX_HEIGHT);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
}

GtkWidget *
vb_actions_table_new (void)
{
  return g_object_new (VB_TYPE_ACTIONS_TABLE, NULL);
}

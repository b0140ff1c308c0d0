/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-unit-cells.h"

#include "vb-data-table.h"

#define CELL_CHARS 4
#define NAME_CHARS 14
#define COLUMN_KEY "vb-column"
#define STYLE_KEY "vb-style"
#define SHOWN_KEY "vb-shown"
#define CHOSEN_CLASS "chosen"
/* Cells to fill before the main loop is let go on. */
#define CELLS_IN_TURN 150

/* A cell that shows a unit. */
typedef struct
{
  GtkListItem *list_item; /* not owned */
  guint filled;           /* the generation it was filled in */
} Bound;

struct _VbUnitCells
{
  GObject parent_instance;

  GArray *columns; /* of VbUnitColumn; titles are owned */
  gpointer user_data;

  GHashTable *bound; /* cell (not owned) → Bound */
  guint generation;  /* of what the cells show */
  guint source;      /* fills those of an older one */

  guint marked_column;
  VbUnit *marked;
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_EDITED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbUnitCells, vb_unit_cells, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

static guint
get_index (gpointer cell)
{
  return GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (cell), COLUMN_KEY));
}

VbUnit *
vb_unit_cells_peek_unit (gpointer tree_row)
{
  g_autoptr (VbUnit) unit =
      tree_row != NULL ? VB_UNIT (gtk_tree_list_row_get_item (tree_row)) : NULL;

  return unit;
}

static VbUnit *
peek_unit (const Bound *bound)
{
  return vb_unit_cells_peek_unit (gtk_list_item_get_item (bound->list_item));
}

/* ---- columns --------------------------------------------------------------------------------- */

guint
vb_unit_cells_get_n_columns (VbUnitCells *self)
{
  g_return_val_if_fail (VB_IS_UNIT_CELLS (self), 0);

  return self->columns->len;
}

const VbUnitColumn *
vb_unit_cells_get_column (VbUnitCells *self, guint column)
{
  g_return_val_if_fail (VB_IS_UNIT_CELLS (self), NULL);
  g_return_val_if_fail (column < self->columns->len, NULL);

  return &g_array_index (self->columns, VbUnitColumn, column);
}

void
vb_unit_cells_set_title (VbUnitCells *self, guint column, const char *title)
{
  VbUnitColumn *changed = (VbUnitColumn *) vb_unit_cells_get_column (self, column);

  g_return_if_fail (changed != NULL);

  g_free ((char *) changed->title);
  changed->title = g_strdup (title);
}

char *
vb_unit_cells_dup_text (VbUnitCells *self, guint column, VbUnit *unit)
{
  const VbUnitColumn *asked = vb_unit_cells_get_column (self, column);

  g_return_val_if_fail (asked != NULL, NULL);

  return asked->dup_text (unit, self->user_data);
}

int
vb_unit_cells_compare (VbUnitCells *self, guint column, VbUnit *a, VbUnit *b)
{
  const VbUnitColumn *by = vb_unit_cells_get_column (self, column);
  g_autofree char *left = NULL;
  g_autofree char *right = NULL;

  g_return_val_if_fail (by != NULL, 0);

  if (by->get_number != NULL)
    return vb_data_table_compare_numbers (by->get_number (a, self->user_data),
                                          by->get_number (b, self->user_data));

  left = by->dup_text (a, self->user_data);
  right = by->dup_text (b, self->user_data);
  return g_utf8_collate (left, right);
}

/* ---- filling --------------------------------------------------------------------------------- */

static void
set_style (GtkWidget *cell, const char *style)
{
  const char *before = g_object_get_data (G_OBJECT (cell), STYLE_KEY);

  if (g_strcmp0 (before, style) == 0)
    return;
  if (before != NULL)
    gtk_widget_remove_css_class (cell, before);
  if (style != NULL)
    gtk_widget_add_css_class (cell, style);
  g_object_set_data_full (G_OBJECT (cell), STYLE_KEY, g_strdup (style), g_free);
}

/* A cell that is being written in is left alone. */
static void
fill_editable (GtkWidget *cell, const char *title, const char *text)
{
  g_autofree char *name = g_strdup_printf ("%s: %s", title, text);

  if (gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;
  gtk_editable_set_text (GTK_EDITABLE (cell), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (cell), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (cell), SHOWN_KEY, g_strdup (text), g_free);
}

static void
mark_cell (VbUnitCells *self, GtkWidget *cell, VbUnit *unit)
{
  if (get_index (cell) == self->marked_column && unit == self->marked)
    gtk_widget_add_css_class (cell, CHOSEN_CLASS);
  else
    gtk_widget_remove_css_class (cell, CHOSEN_CLASS);
}

static void
fill_cell (VbUnitCells *self, GtkWidget *cell, Bound *bound)
{
  const VbUnitColumn *column = vb_unit_cells_get_column (self, get_index (cell));
  VbUnit *unit = peek_unit (bound);
  g_autofree char *text = column->dup_text (unit, self->user_data);

  bound->filled = self->generation;
  if (GTK_IS_EDITABLE_LABEL (cell))
    fill_editable (cell, column->title, text);
  else
    vb_data_table_fill_label (cell, column->title, text);
  if (column->get_style != NULL)
    set_style (cell, column->get_style (unit, self->user_data));
  mark_cell (self, cell, unit);
}

static gboolean
fill_some (gpointer user_data)
{
  VbUnitCells *self = user_data;
  GHashTableIter iter;
  gpointer cell, bound;
  guint n_filled = 0;

  g_hash_table_iter_init (&iter, self->bound);
  while (n_filled < CELLS_IN_TURN && g_hash_table_iter_next (&iter, &cell, &bound))
    if (((Bound *) bound)->filled != self->generation)
      {
        fill_cell (self, cell, bound);
        n_filled++;
      }
  if (n_filled == CELLS_IN_TURN)
    return G_SOURCE_CONTINUE;

  self->source = 0;
  return G_SOURCE_REMOVE;
}

void
vb_unit_cells_fill (VbUnitCells *self, guint first, guint last)
{
  GHashTableIter iter;
  gpointer cell, bound;

  g_return_if_fail (VB_IS_UNIT_CELLS (self));

  self->generation++;
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &cell, &bound))
    {
      guint position = gtk_list_item_get_position (((Bound *) bound)->list_item);

      if (first <= position && position <= last)
        fill_cell (self, cell, bound);
    }
  if (self->source == 0)
    self->source = g_idle_add (fill_some, self);
}

void
vb_unit_cells_mark (VbUnitCells *self, guint column, VbUnit *unit)
{
  GHashTableIter iter;
  gpointer cell, bound;

  g_return_if_fail (VB_IS_UNIT_CELLS (self));

  self->marked_column = column;
  g_set_object (&self->marked, unit);
  g_hash_table_iter_init (&iter, self->bound);
  while (g_hash_table_iter_next (&iter, &cell, &bound))
    mark_cell (self, cell, peek_unit (bound));
}

/* ---- writing in a cell ----------------------------------------------------------------------- */

static void
on_editing (VbUnitCells *self, GParamSpec *pspec, GtkWidget *cell)
{
  Bound *bound = g_hash_table_lookup (self->bound, cell);
  g_autofree char *text = g_strdup (gtk_editable_get_text (GTK_EDITABLE (cell)));
  const char *shown = g_object_get_data (G_OBJECT (cell), SHOWN_KEY);
  GtkWidget *view = gtk_widget_get_ancestor (cell, GTK_TYPE_COLUMN_VIEW);
  g_autoptr (VbUnit) unit = NULL;

  if (bound == NULL || gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;

  unit = g_object_ref (peek_unit (bound));
  if (view != NULL)
    gtk_widget_grab_focus (view);
  if (g_strcmp0 (text, shown) != 0)
    {
      g_signal_emit (self, signals[SIGNAL_EDITED], 0, unit,
                     vb_unit_cells_get_column (self, get_index (cell))->figure, text);
      /* Whoever heard it may have put another unit in the cell's row. */
      bound = g_hash_table_lookup (self->bound, cell);
      if (bound != NULL)
        fill_cell (self, cell, bound);
    }
}

static void
start_editing (GtkWidget *cell)
{
  gtk_editable_label_start_editing (GTK_EDITABLE_LABEL (cell));
  gtk_editable_select_region (GTK_EDITABLE (cell), 0, -1);
}

gboolean
vb_unit_cells_start_editing (VbUnitCells *self, guint column, VbUnit *unit)
{
  GHashTableIter iter;
  gpointer cell, bound;

  g_return_val_if_fail (VB_IS_UNIT_CELLS (self), FALSE);

  g_hash_table_iter_init (&iter, self->bound);
  while (unit != NULL && g_hash_table_iter_next (&iter, &cell, &bound))
    if (get_index (cell) == column && peek_unit (bound) == unit)
      {
        start_editing (cell);
        return TRUE;
      }
  return FALSE;
}

static void
on_cell_pressed (GtkGestureClick *gesture, int n_presses, double x, double y, GtkWidget *cell)
{
  if (n_presses != 2 || gtk_editable_label_get_editing (GTK_EDITABLE_LABEL (cell)))
    return;
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  start_editing (cell);
}

/* Rows keep the focus, so that the arrow keys go from row to row; the cell has it while it is
 * written in. */
static GtkWidget *
new_editable (VbUnitCells *self)
{
  GtkWidget *cell = gtk_editable_label_new ("");
  GtkGesture *click = gtk_gesture_click_new ();

  gtk_widget_set_focusable (cell, FALSE);
  gtk_editable_set_alignment (GTK_EDITABLE (cell), 1);
  gtk_editable_set_width_chars (GTK_EDITABLE (cell), CELL_CHARS);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (cell), CELL_CHARS);
  gtk_widget_add_css_class (cell, "numeric");
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect (click, "pressed", G_CALLBACK (on_cell_pressed), cell);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  g_signal_connect_object (cell, "notify::editing", G_CALLBACK (on_editing), self,
                           G_CONNECT_SWAPPED);
  return cell;
}

/* ---- the factory ----------------------------------------------------------------------------- */

static void
on_cell_chosen (VbUnitCells *self, int n_presses, double x, double y, GtkGesture *gesture)
{
  GtkWidget *cell = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  g_signal_emit (self, signals[SIGNAL_CHOSEN], 0, get_index (cell));
}

static void
on_setup (VbUnitCells *self, GtkListItem *list_item, GtkListItemFactory *factory)
{
  guint index = get_index (factory);
  const VbUnitColumn *column = vb_unit_cells_get_column (self, index);
  GtkWidget *cell = column->edit_key != 0                     ? new_editable (self)
                    : index > 0 && column->get_number == NULL ? vb_data_table_new_text_label ()
                                                              : vb_data_table_new_label (index);
  GtkGesture *click = gtk_gesture_click_new ();

  g_object_set_data (G_OBJECT (cell), COLUMN_KEY, GUINT_TO_POINTER (index));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (click), GTK_PHASE_CAPTURE);
  g_signal_connect_object (click, "pressed", G_CALLBACK (on_cell_chosen), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (cell, GTK_EVENT_CONTROLLER (click));
  if (index == 0)
    {
      GtkWidget *expander = gtk_tree_expander_new ();

      gtk_label_set_width_chars (GTK_LABEL (cell), NAME_CHARS);
      gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), cell);
      gtk_list_item_set_child (list_item, expander);
    }
  else
    {
      gtk_list_item_set_child (list_item, cell);
    }
}

static GtkWidget *
get_cell (GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);

  return GTK_IS_TREE_EXPANDER (child) ? gtk_tree_expander_get_child (GTK_TREE_EXPANDER (child))
                                      : child;
}

static void
on_bind (VbUnitCells *self, GtkListItem *list_item)
{
  GtkWidget *child = gtk_list_item_get_child (list_item);
  GtkWidget *cell = get_cell (list_item);
  Bound *bound = g_new (Bound, 1);

  if (GTK_IS_TREE_EXPANDER (child))
    gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (child), gtk_list_item_get_item (list_item));
  bound->list_item = list_item;
  g_hash_table_insert (self->bound, cell, bound);
  fill_cell (self, cell, bound);
}

static void
on_unbind (VbUnitCells *self, GtkListItem *list_item)
{
  GtkWidget *cell = get_cell (list_item);

  g_hash_table_remove (self->bound, cell);
  if (GTK_IS_EDITABLE_LABEL (cell))
    gtk_editable_label_stop_editing (GTK_EDITABLE_LABEL (cell), FALSE);
}

GtkListItemFactory *
vb_unit_cells_new_factory (VbUnitCells *self, guint column)
{
  GtkListItemFactory *factory;

  g_return_val_if_fail (VB_IS_UNIT_CELLS (self), NULL);

  factory = gtk_signal_list_item_factory_new ();
  g_object_set_data (G_OBJECT (factory), COLUMN_KEY, GUINT_TO_POINTER (column));
  g_signal_connect_object (factory, "setup", G_CALLBACK (on_setup), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "bind", G_CALLBACK (on_bind), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (on_unbind), self, G_CONNECT_SWAPPED);
  return factory;
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
clear_column (gpointer data)
{
  g_free ((char *) ((VbUnitColumn *) data)->title);
}

static void
vb_unit_cells_finalize (GObject *object)
{
  VbUnitCells *self = VB_UNIT_CELLS (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->marked);
  g_hash_table_unref (self->bound);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (vb_unit_cells_parent_class)->finalize (object);
}

static void
vb_unit_cells_class_init (VbUnitCellsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_unit_cells_finalize;

  signals[SIGNAL_CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                         NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_UINT);
  signals[SIGNAL_EDITED] =
      g_signal_new ("edited", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, VB_TYPE_UNIT, G_TYPE_STRING, G_TYPE_STRING);
}

static void
vb_unit_cells_init (VbUnitCells *self)
{
  self->columns = g_array_new (FALSE, FALSE, sizeof (VbUnitColumn));
  g_array_set_clear_func (self->columns, clear_column);
  self->bound = g_hash_table_new_full (NULL, NULL, NULL, g_free);
}

VbUnitCells *
vb_unit_cells_new (const VbUnitColumn *columns, guint n_columns, gpointer user_data)
{
  VbUnitCells *self = g_object_new (VB_TYPE_UNIT_CELLS, NULL);

  self->user_data = user_data;
  for (guint i = 0; i < n_columns; i++)
    {
      VbUnitColumn column = columns[i];

      column.title = g_strdup (columns[i].title);
      g_array_append_val (self->columns, column);
    }
  return self;
}

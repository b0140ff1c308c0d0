/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-unit-picker.h"

#include <glib/gi18n-lib.h>

#include "vb-table-names.h"

struct _VbUnitPicker
{
  GtkWidget parent_instance;

  GListModel *roots;
  VbUnit *unit;

  GtkMenuButton *menu_button;
  GtkLabel *unit_label;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
};

typedef enum
{
  PROP_ROOTS = 1,
  PROP_UNIT,
  N_PROPS
} VbUnitPickerProperty;

G_DEFINE_FINAL_TYPE (VbUnitPicker, vb_unit_picker, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

/* The list shows tree rows, or, while searching, the units themselves. */
static VbUnit *
dup_unit (gpointer item)
{
  return GTK_IS_TREE_LIST_ROW (item) ? VB_UNIT (gtk_tree_list_row_get_item (item))
                                     : g_object_ref (VB_UNIT (item));
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void
on_row_setup (VbUnitPicker *self, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_tree_expander_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *where = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_ellipsize (GTK_LABEL (name), PANGO_ELLIPSIZE_MIDDLE);
  gtk_label_set_xalign (GTK_LABEL (where), 0);
  gtk_label_set_ellipsize (GTK_LABEL (where), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (where, "caption");
  gtk_widget_add_css_class (where, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), where);
  gtk_tree_expander_set_child (GTK_TREE_EXPANDER (expander), box);
  gtk_list_item_set_child (list_item, expander);
}

static void
on_row_bind (VbUnitPicker *self, GtkListItem *list_item)
{
  GtkWidget *expander = gtk_list_item_get_child (list_item);
  GtkWidget *box = gtk_tree_expander_get_child (GTK_TREE_EXPANDER (expander));
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *where = gtk_widget_get_last_child (box);
  gpointer item = gtk_list_item_get_item (list_item);
  g_autoptr (VbUnit) unit = dup_unit (item);
  g_autofree char *path = vb_unit_dup_path (unit);
  gboolean searching = !GTK_IS_TREE_LIST_ROW (item);

  gtk_tree_expander_set_list_row (GTK_TREE_EXPANDER (expander), searching ? NULL : item);
  gtk_label_set_label (GTK_LABEL (name), vb_unit_get_name (unit));

  /* The tree itself shows where a unit belongs. */
  gtk_widget_set_visible (where, searching && vb_unit_get_parent (unit) != NULL);
  if (vb_unit_get_parent (unit) != NULL)
    {
      g_autofree char *parent_path = vb_unit_dup_path (vb_unit_get_parent (unit));

      gtk_label_set_label (GTK_LABEL (where), parent_path);
    }

  gtk_widget_set_tooltip_text (expander, path);
  vb_table_name_row (expander, vb_unit_get_name (unit));
}

/* ---- tree ------------------------------------------------------------------------------------ */

static GListModel *
create_children (gpointer item, gpointer user_data)
{
  GListModel *children = vb_unit_get_children (VB_UNIT (item));

  return g_list_model_get_n_items (children) > 0 ? g_object_ref (children) : NULL;
}

static gboolean
is_above (VbUnit *unit, VbUnit *below)
{
  for (VbUnit *each = vb_unit_get_parent (below); each != NULL; each = vb_unit_get_parent (each))
    if (each == unit)
      return TRUE;

  return FALSE;
}

/* The whole tree, open as far as the chosen unit and its children. */
static void
show_tree (VbUnitPicker *self)
{
  g_autoptr (GtkTreeListModel) tree = NULL;
  guint chosen = GTK_INVALID_LIST_POSITION;
  gboolean only_root;

  if (self->roots == NULL)
    return;

  only_root = g_list_model_get_n_items (self->roots) == 1;
  tree = gtk_tree_list_model_new (g_object_ref (self->roots), FALSE, FALSE, create_children, NULL,
                                  NULL);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (tree)); i++)
    {
      g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, i);
      g_autoptr (VbUnit) unit = VB_UNIT (gtk_tree_list_row_get_item (row));

      if (unit == self->unit)
        chosen = i;
      if (unit == self->unit || (only_root && i == 0)
          || (self->unit != NULL && is_above (unit, self->unit)))
        gtk_tree_list_row_set_expanded (row, TRUE);
    }

  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (tree));
  gtk_single_selection_set_selected (self->selection, chosen);
  gtk_stack_set_visible_child_name (self->stack, "list");
  if (chosen != GTK_INVALID_LIST_POSITION)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", chosen);
}

/* ---- search ---------------------------------------------------------------------------------- */

static char *
fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL_COMPOSE);

  return g_utf8_casefold (normal != NULL ? normal : "", -1);
}

static gboolean
matches (VbUnit *unit, const char *needle)
{
  const char *code = vb_unit_get_code (unit);
  g_autofree char *name = fold (vb_unit_get_name (unit));
  g_autofree char *folded_code = fold (code != NULL ? code : "");

  return strstr (name, needle) != NULL || g_str_has_prefix (folded_code, needle);
}

static void
collect_matches (GListModel *units, const char *needle, GListStore *found)
{
  for (guint i = 0; i < g_list_model_get_n_items (units); i++)
    {
      g_autoptr (VbUnit) unit = g_list_model_get_item (units, i);

      if (matches (unit, needle))
        g_list_store_append (found, unit);
      collect_matches (vb_unit_get_children (unit), needle, found);
    }
}

static void
on_search_changed (VbUnitPicker *self)
{
  g_autofree char *needle = fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_autoptr (GListStore) found = NULL;

  if (*g_strstrip (needle) == '\0')
    {
      show_tree (self);
      return;
    }

  found = g_list_store_new (VB_TYPE_UNIT);
  if (self->roots != NULL)
    collect_matches (self->roots, needle, found);
  gtk_single_selection_set_model (self->selection, G_LIST_MODEL (found));
  gtk_single_selection_set_selected (self->selection, 0);
  gtk_stack_set_visible_child_name (
      self->stack, g_list_model_get_n_items (G_LIST_MODEL (found)) > 0 ? "list" : "nothing");
}

/* ---- choice ---------------------------------------------------------------------------------- */

static void
choose_position (VbUnitPicker *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  g_autoptr (VbUnit) unit = NULL;

  if (item == NULL)
    return;

  unit = dup_unit (item);
  gtk_popover_popdown (self->popover);
  vb_unit_picker_set_unit (self, unit);
}

static void
on_list_activate (VbUnitPicker *self, guint position)
{
  choose_position (self, position);
}

static void
on_search_activate (VbUnitPicker *self)
{
  choose_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_stop_search (VbUnitPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static gboolean
on_search_key (VbUnitPicker *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
on_popover_show (VbUnitPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  show_tree (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

/* A tree that nobody sees need not follow the document. */
static void
on_popover_closed (VbUnitPicker *self)
{
  gtk_single_selection_set_model (self->selection, NULL);
}

static void
update_label (VbUnitPicker *self)
{
  const char *name = self->unit != NULL ? vb_unit_get_name (self->unit) : _ ("No Unit");
  /* Translators: %s is the name of a unit, such as a ward */
  g_autofree char *label = g_strdup_printf (_ ("Unit: %s"), name);
  g_autofree char *path = self->unit != NULL ? vb_unit_dup_path (self->unit) : NULL;

  gtk_label_set_label (self->unit_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), path != NULL ? path : name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
vb_unit_picker_dispose (GObject *object)
{
  VbUnitPicker *self = VB_UNIT_PICKER (object);

  if (self->unit != NULL)
    g_signal_handlers_disconnect_by_func (self->unit, update_label, self);
  g_clear_object (&self->unit);
  g_clear_object (&self->roots);
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_UNIT_PICKER);

  G_OBJECT_CLASS (vb_unit_picker_parent_class)->dispose (object);
}

static void
vb_unit_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbUnitPicker *self = VB_UNIT_PICKER (object);

  switch ((VbUnitPickerProperty) prop_id)
    {
    case PROP_ROOTS:
      g_value_set_object (value, self->roots);
      break;
    case PROP_UNIT:
      g_value_set_object (value, self->unit);
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_unit_picker_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbUnitPicker *self = VB_UNIT_PICKER (object);

  switch ((VbUnitPickerProperty) prop_id)
    {
    case PROP_ROOTS:
      vb_unit_picker_set_roots (self, g_value_get_object (value));
      break;
    case PROP_UNIT:
      vb_unit_picker_set_unit (self, g_value_get_object (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_unit_picker_class_init (VbUnitPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = vb_unit_picker_dispose;
  object_class->get_property = vb_unit_picker_get_property;
  object_class->set_property = vb_unit_picker_set_property;

  properties[PROP_ROOTS] = g_param_spec_object ("roots", NULL, NULL, G_TYPE_LIST_MODEL, flags);
  properties[PROP_UNIT] = g_param_spec_object ("unit", NULL, NULL, VB_TYPE_UNIT, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/vb-unit-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, unit_label);
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, VbUnitPicker, selection);
  gtk_widget_class_bind_template_callback (widget_class, on_row_setup);
  gtk_widget_class_bind_template_callback (widget_class, on_row_bind);
  gtk_widget_class_bind_template_callback (widget_class, on_search_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_search_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_stop_search);
  gtk_widget_class_bind_template_callback (widget_class, on_search_key);
  gtk_widget_class_bind_template_callback (widget_class, on_list_activate);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_show);
  gtk_widget_class_bind_template_callback (widget_class, on_popover_closed);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vb_unit_picker_init (VbUnitPicker *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  update_label (self);
}

GtkWidget *
vb_unit_picker_new (void)
{
  return g_object_new (VB_TYPE_UNIT_PICKER, NULL);
}

void
vb_unit_picker_set_roots (VbUnitPicker *self, GListModel *roots)
{
  g_return_if_fail (VB_IS_UNIT_PICKER (self));
  g_return_if_fail (roots == NULL || G_IS_LIST_MODEL (roots));

  if (g_set_object (&self->roots, roots))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROOTS]);
}

VbUnit *
vb_unit_picker_get_unit (VbUnitPicker *self)
{
  g_return_val_if_fail (VB_IS_UNIT_PICKER (self), NULL);

  return self->unit;
}

void
vb_unit_picker_set_unit (VbUnitPicker *self, VbUnit *unit)
{
  g_return_if_fail (VB_IS_UNIT_PICKER (self));
  g_return_if_fail (unit == NULL || VB_IS_UNIT (unit));

  if (self->unit == unit)
    return;

  if (self->unit != NULL)
    g_signal_handlers_disconnect_by_func (self->unit, update_label, self);
  g_set_object (&self->unit, unit);
  if (unit != NULL)
    g_signal_connect_swapped (unit, "notify", G_CALLBACK (update_label), self);
  update_label (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_UNIT]);
}

void
vb_unit_picker_popup (VbUnitPicker *self)
{
  g_return_if_fail (VB_IS_UNIT_PICKER (self));

  gtk_menu_button_popup (self->menu_button);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-lever-list.h"

#include <glib/gi18n-lib.h>

#include "vb-lever-editor.h"

struct _VbLeverList
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkListBox *list;
  GtkWidget *nothing;
  GtkMenuButton *add_button;
  GPtrArray *editors; /* of VbLeverEditor, in their order */
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbLeverList, vb_lever_list, GTK_TYPE_WIDGET)

static guint signals[N_SIGNALS];

/* ---- rows ------------------------------------------------------------------------------------ */

static void
on_error (VbLeverList *self, const GError *error)
{
  g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static VbLeverEditor *
find_editor (VbLeverList *self, VbLever *lever)
{
  for (guint i = 0; i < self->editors->len; i++)
    if (vb_lever_editor_get_lever (self->editors->pdata[i]) == lever)
      return self->editors->pdata[i];
  return NULL;
}

static VbLeverEditor *
make_editor (VbLeverList *self, VbDocument *document, VbLever *lever)
{
  VbLeverEditor *editor = vb_lever_editor_new (document, lever);

  g_signal_connect_object (editor, "error", G_CALLBACK (on_error), self, G_CONNECT_SWAPPED);

  return editor;
}

static gboolean
has_rows_of (VbLeverList *self, GListModel *levers)
{
  if (g_list_model_get_n_items (levers) != self->editors->len)
    return FALSE;
  for (guint i = 0; i < self->editors->len; i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);

      if (vb_lever_editor_get_lever (self->editors->pdata[i]) != lever)
        return FALSE;
    }
  return TRUE;
}

/* The one that the reader's focus is in, and where in it; NULL: in none. */
static VbLeverEditor *
find_focus (VbLeverList *self, GtkWidget **focus)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  for (guint i = 0; *focus != NULL && i < self->editors->len; i++)
    if (gtk_widget_is_ancestor (*focus, vb_lever_editor_get_row (self->editors->pdata[i])))
      return self->editors->pdata[i];
  return NULL;
}

/* Levers that were here before keep their rows, which then stand in another order. */
static void
arrange_rows (VbLeverList *self, VbDocument *document, GListModel *levers)
{
  GtkWidget *row, *focus;
  VbLeverEditor *focused = find_focus (self, &focus);
  g_autoptr (GPtrArray) before = g_steal_pointer (&self->editors);

  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < g_list_model_get_n_items (levers); i++)
    {
      g_autoptr (VbLever) lever = g_list_model_get_item (levers, i);
      VbLeverEditor *editor = NULL;

      for (guint k = 0; k < before->len && editor == NULL; k++)
        if (vb_lever_editor_get_lever (before->pdata[k]) == lever)
          editor = g_object_ref (before->pdata[k]);
      g_ptr_array_add (self->editors,
                       editor != NULL ? editor : make_editor (self, document, lever));
    }
  while ((row = GTK_WIDGET (gtk_list_box_get_row_at_index (self->list, 0))) != NULL)
    gtk_list_box_remove (self->list, row);
  for (guint i = 0; i < self->editors->len; i++)
    gtk_list_box_append (self->list, vb_lever_editor_get_row (self->editors->pdata[i]));
  if (focused != NULL && find_editor (self, vb_lever_editor_get_lever (focused)) == focused)
    gtk_widget_grab_focus (focus);
}

void
vb_lever_list_show (VbLeverList *self, VbDocument *document, VbScenario *scenario)
{
  GListModel *levers;

  g_return_if_fail (VB_IS_LEVER_LIST (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));
  g_return_if_fail (VB_IS_SCENARIO (scenario));

  levers = vb_scenario_get_levers (scenario);
  if (!has_rows_of (self, levers))
    arrange_rows (self, document, levers);
  for (guint i = 0; i < self->editors->len; i++)
    vb_lever_editor_show (self->editors->pdata[i],
                          vb_scenario_get_facts (scenario)->target_occupancy, i,
                          self->editors->len);
  gtk_widget_set_visible (self->nothing, self->editors->len == 0);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->editors->len > 0);
}

/* ---- what can be added ----------------------------------------------------------------------- */

void
vb_lever_list_set_catalogue (VbLeverList *self, VbReadyScenario *catalogue)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) own = g_menu_new ();
  g_autoptr (GMenu) need = g_menu_new ();
  g_autoptr (GMenu) capacity = g_menu_new ();

  g_return_if_fail (VB_IS_LEVER_LIST (self));
  g_return_if_fail (VB_IS_READY_SCENARIO (catalogue));

  for (guint i = 0; i < vb_ready_scenario_get_n_levers (catalogue); i++)
    {
      const VbReadyLever *lever = vb_ready_scenario_get_lever (catalogue, i);
      g_autoptr (GMenuItem) item = g_menu_item_new (vb_bilingual_get (&lever->name), NULL);

      g_menu_item_set_action_and_target (item, "lever.add", "s", lever->id);
      g_menu_append_item (lever->figures.side == VB_BALANCE_SIDE_NEED ? need : capacity, item);
    }
  g_menu_append_section (menu, vb_balance_side_get_label (VB_BALANCE_SIDE_NEED),
                         G_MENU_MODEL (need));
  g_menu_append_section (menu, vb_balance_side_get_label (VB_BALANCE_SIDE_CAPACITY),
                         G_MENU_MODEL (capacity));
  g_menu_append (own, _ ("_Own Lever…"), "lever.new");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (own));
  gtk_menu_button_set_menu_model (self->add_button, G_MENU_MODEL (menu));
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_lever_list_dispose (GObject *object)
{
  VbLeverList *self = VB_LEVER_LIST (object);

  g_clear_pointer (&self->editors, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_LEVER_LIST);

  G_OBJECT_CLASS (vb_lever_list_parent_class)->dispose (object);
}

static void
vb_lever_list_class_init (VbLeverListClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_lever_list_dispose;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/potential/vb-lever-list.ui");
  gtk_widget_class_bind_template_child (widget_class, VbLeverList, box);
  gtk_widget_class_bind_template_child (widget_class, VbLeverList, list);
  gtk_widget_class_bind_template_child (widget_class, VbLeverList, nothing);
  gtk_widget_class_bind_template_child (widget_class, VbLeverList, add_button);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
vb_lever_list_init (VbLeverList *self)
{
  self->editors = g_ptr_array_new_with_free_func (g_object_unref);
  gtk_widget_init_template (GTK_WIDGET (self));
}

GtkWidget *
vb_lever_list_new (void)
{
  return g_object_new (VB_TYPE_LEVER_LIST, NULL);
}

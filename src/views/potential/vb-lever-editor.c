/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-lever-editor.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"

#define DAYS_OF_YEAR 365.0

struct _VbLeverEditor
{
  GObject parent_instance;

  VbDocument *document;
  VbLever *lever;
  VbAssumptionRow *row;
  GtkMenuButton *menu_button;
  guint index;
  guint n;
};

enum
{
  SIGNAL_ERROR,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbLeverEditor, vb_lever_editor, G_TYPE_OBJECT)

static guint signals[N_SIGNALS];

/* ---- what the reader does -------------------------------------------------------------------- */

static void
on_drag_begin (VbLeverEditor *self)
{
  vb_document_begin_group (self->document);
}

static void
on_changed (VbLeverEditor *self, double value)
{
  g_autoptr (VbLeverFacts) facts = vb_lever_facts_copy (vb_lever_get_facts (self->lever));
  g_autoptr (GError) error = NULL;

  facts->figures.base = CLAMP (value, facts->figures.low, facts->figures.high);
  if (!vb_document_change_lever (self->document, vb_lever_get_id (self->lever), facts, &error))
    g_signal_emit (self, signals[SIGNAL_ERROR], 0, error);
}

static void
on_drag_end (VbLeverEditor *self)
{
  vb_document_end_group (self->document);
}

/* ---- menu ------------------------------------------------------------------------------------ */

static void
append_item (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static void
show_menu (VbLeverEditor *self)
{
  gint64 id = vb_lever_get_id (self->lever);
  g_autoptr (GMenu) menu = g_menu_new ();
  g_autoptr (GMenu) what = g_menu_new ();
  g_autoptr (GMenu) order = g_menu_new ();
  g_autoptr (GMenu) away = g_menu_new ();

  append_item (what, _ ("_Edit…"), "lever.edit", g_variant_new_int64 (id));
  append_item (what, _ ("_Where Does This Come From?"), "lever.explain", g_variant_new_int64 (id));
  if (self->index > 0)
    append_item (order, _ ("Move _Up"), "lever.move", g_variant_new ("(xi)", id, -1));
  if (self->index + 1 < self->n)
    append_item (order, _ ("Move _Down"), "lever.move", g_variant_new ("(xi)", id, 1));
  append_item (away, _ ("_Remove"), "lever.remove", g_variant_new_int64 (id));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (what));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (order));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (away));
  gtk_menu_button_set_menu_model (self->menu_button, G_MENU_MODEL (menu));
}

static void
add_menu (VbLeverEditor *self)
{
  GtkWidget *button = gtk_menu_button_new ();

  self->menu_button = GTK_MENU_BUTTON (button);
  gtk_menu_button_set_icon_name (self->menu_button, "view-more-symbolic");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  vb_assumption_row_add_suffix (self->row, button);
}

static void
add_shortcut (VbLeverEditor *self, GtkEventController *controller, guint keyval, int by)
{
  GtkShortcut *shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (keyval, GDK_ALT_MASK),
                                            gtk_named_action_new ("lever.move"));

  gtk_shortcut_set_arguments (shortcut, g_variant_new ("(xi)", vb_lever_get_id (self->lever), by));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
}

static void
add_shortcuts (VbLeverEditor *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();

  add_shortcut (self, controller, GDK_KEY_Up, -1);
  add_shortcut (self, controller, GDK_KEY_Down, 1);
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (self->row), controller);
}

/* ---- what is shown --------------------------------------------------------------------------- */

/* Steps that make sense for the hand: a hundredth of the range at most, and round. */
static double
get_step (const VbLeverFigures *figures, guint *decimals)
{
  double range = figures->high - figures->low;

  if (figures->basis == VB_LEVER_BASIS_SHARE)
    {
      *decimals = range > 0.2 ? 0 : 1;
      return range > 0.2 ? 0.01 : 0.001;
    }
  *decimals = range < 10 ? 1 : 0;
  return range < 10 ? 0.1 : range < 500 ? 1 : 10;
}

static const char *
get_status_phrase (VbFigureStatus status)
{
  switch (status)
    {
    case VB_FIGURE_STATUS_OFFICIAL:
      return C_ ("figures of a lever", "official");
    case VB_FIGURE_STATUS_DERIVED:
      return C_ ("figures of a lever", "derived");
    case VB_FIGURE_STATUS_OWN:
    default:
      return C_ ("figures of a lever", "own proposal");
    }
}

static char *
dup_caption (const VbLeverFacts *facts, double target)
{
  const VbLeverFigures *figures = &facts->figures;
  g_autoptr (GString) text = g_string_new (NULL);

  if (figures->basis == VB_LEVER_BASIS_SHARE)
    {
      double beds =
          figures->base * figures->influence * figures->bed_days / (DAYS_OF_YEAR * target);
      g_autofree char *shown = vb_number_format_key (beds);

      /* Translators: what a share of bed days is in beds */
      g_string_append_printf (text, _ ("%s beds"), shown);
      g_string_append (text, " · ");
    }
  if (figures->influence < 1)
    {
      g_autofree char *share = vb_number_format_percent (figures->influence, 0);

      /* Translators: the share of a lever that can be influenced */
      g_string_append_printf (text, _ ("%s can be influenced"), share);
      g_string_append (text, " · ");
    }
  if (figures->probability < 1)
    {
      g_autofree char *share = vb_number_format_percent (figures->probability, 0);

      g_string_append_printf (text, _ ("probability %s"), share);
      g_string_append (text, " · ");
    }
  /* Translators: %d is a year */
  g_string_append_printf (text, _ ("full effect %d"), figures->full);
  g_string_append_printf (text, " · %s", get_status_phrase (facts->status));

  return g_strdup (text->str);
}

static void
set_side (VbLeverEditor *self, VbBalanceSide side)
{
  static const char *const classes[VB_N_BALANCE_SIDES] = { "of-capacity", "of-need" };

  for (int i = 0; i < VB_N_BALANCE_SIDES; i++)
    if (i == (int) side)
      gtk_widget_add_css_class (GTK_WIDGET (self->row), classes[i]);
    else
      gtk_widget_remove_css_class (GTK_WIDGET (self->row), classes[i]);
}

void
vb_lever_editor_show (VbLeverEditor *self, double target, guint index, guint n)
{
  const VbLeverFacts *facts;
  const char *name;
  g_autofree char *caption = NULL;
  g_autofree char *menu_name = NULL;
  guint decimals;
  double step;

  g_return_if_fail (VB_IS_LEVER_EDITOR (self));

  facts = vb_lever_get_facts (self->lever);
  name = vb_bilingual_get (&facts->name);
  caption = dup_caption (facts, target);
  step = get_step (&facts->figures, &decimals);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->row), name);
  g_object_set (self->row, "percent", facts->figures.basis == VB_LEVER_BASIS_SHARE, "decimals",
                decimals, NULL);
  vb_assumption_row_set_range (self->row, facts->figures.low, facts->figures.high, step);
  vb_assumption_row_set_value (self->row, facts->figures.base);
  vb_assumption_row_set_caption (self->row, caption);
  set_side (self, (VbBalanceSide) facts->figures.side);

  /* Translators: %s is the name of a lever */
  menu_name = g_strdup_printf (_ ("More about %s"), name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), menu_name);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  menu_name, -1);
  if (self->index != index || self->n != n)
    {
      self->index = index;
      self->n = n;
      show_menu (self);
    }
}

/* ---- life ------------------------------------------------------------------------------------ */

static void
vb_lever_editor_dispose (GObject *object)
{
  VbLeverEditor *self = VB_LEVER_EDITOR (object);

  g_clear_object (&self->row);
  g_clear_object (&self->lever);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (vb_lever_editor_parent_class)->dispose (object);
}

static void
vb_lever_editor_class_init (VbLeverEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = vb_lever_editor_dispose;

  signals[SIGNAL_ERROR] = g_signal_new ("error", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                        NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_ERROR);
}

static void
vb_lever_editor_init (VbLeverEditor *self)
{
}

VbLeverEditor *
vb_lever_editor_new (VbDocument *document, VbLever *lever)
{
  VbLeverEditor *self;

  g_return_val_if_fail (VB_IS_DOCUMENT (document), NULL);
  g_return_val_if_fail (VB_IS_LEVER (lever), NULL);

  self = g_object_new (VB_TYPE_LEVER_EDITOR, NULL);
  self->document = g_object_ref (document);
  self->lever = g_object_ref (lever);
  self->row = VB_ASSUMPTION_ROW (g_object_ref_sink (vb_assumption_row_new ("")));
  add_menu (self);
  add_shortcuts (self);
  g_signal_connect_object (self->row, "drag-begin", G_CALLBACK (on_drag_begin), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "changed", G_CALLBACK (on_changed), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->row, "drag-end", G_CALLBACK (on_drag_end), self,
                           G_CONNECT_SWAPPED);

  return self;
}

VbLever *
vb_lever_editor_get_lever (VbLeverEditor *self)
{
  g_return_val_if_fail (VB_IS_LEVER_EDITOR (self), NULL);

  return self->lever;
}

GtkWidget *
vb_lever_editor_get_row (VbLeverEditor *self)
{
  g_return_val_if_fail (VB_IS_LEVER_EDITOR (self), NULL);

  return GTK_WIDGET (self->row);
}

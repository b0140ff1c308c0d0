/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-scenario-picker.h"

#include <glib/gi18n-lib.h>

#include "vb-document-scenarios.h"
#include "vb-table-names.h"

struct _VbScenarioPicker
{
  GtkWidget parent_instance;

  VbSession *session;
  GSignalGroup *session_signals;
  GSignalGroup *document_signals;

  GtkMenuButton *menu_button;
  GtkLabel *scenario_label;
  GtkPopover *popover;
  GtkSearchEntry *search_entry;
  GtkStack *stack;
  GtkListView *list_view;
  GtkSingleSelection *selection;
};

typedef enum
{
  PROP_SESSION = 1,
  N_PROPS
} VbScenarioPickerProperty;

G_DEFINE_FINAL_TYPE (VbScenarioPicker, vb_scenario_picker, GTK_TYPE_WIDGET)

static GParamSpec *properties[N_PROPS];

static const char *
get_today (void)
{
  /* Translators: instead of a scenario: how things are */
  return C_ ("scenario", "Today");
}

/* ---- choices: today (a string), then scenarios ------------------------------------------------
 */

static const char *
get_name (gpointer item)
{
  return VB_IS_SCENARIO (item)
             ? vb_bilingual_get (&vb_scenario_get_facts (VB_SCENARIO (item))->name)
             : gtk_string_object_get_string (GTK_STRING_OBJECT (item));
}

static VbUnit *
get_unit (VbScenarioPicker *self, VbScenario *scenario)
{
  return vb_document_get_unit (vb_session_get_document (self->session),
                               vb_scenario_get_facts (scenario)->unit_id);
}

static gboolean
matches (VbScenarioPicker *self, gpointer item, const char *search)
{
  VbUnit *unit = VB_IS_SCENARIO (item) ? get_unit (self, VB_SCENARIO (item)) : NULL;

  return *search == '\0' || g_str_match_string (search, get_name (item), TRUE)
         || (unit != NULL && g_str_match_string (search, vb_unit_get_name (unit), TRUE));
}

static void
take_choice (VbScenarioPicker *self, GListStore *choices, gpointer item, const char *search)
{
  if (matches (self, item, search))
    g_list_store_append (choices, item);
}

/* How many units @scenario's is above the one chosen; -1 when it is none of these. */
static int
get_distance (VbScenarioPicker *self, VbScenario *scenario)
{
  VbUnit *own = get_unit (self, scenario);
  int distance = 0;

  for (VbUnit *unit = vb_session_get_unit (self->session); unit != NULL;
       unit = vb_unit_get_parent (unit), distance++)
    if (unit == own)
      return distance;
  return -1;
}

static void
take_at_distance (VbScenarioPicker *self, GListStore *choices, int distance, const char *search)
{
  GListModel *scenarios = vb_document_get_scenarios (vb_session_get_document (self->session));

  for (guint i = 0; i < g_list_model_get_n_items (scenarios); i++)
    {
      g_autoptr (VbScenario) scenario = g_list_model_get_item (scenarios, i);

      if (get_distance (self, scenario) == distance)
        take_choice (self, choices, scenario, search);
    }
}

static GListModel *
collect_choices (VbScenarioPicker *self, const char *search)
{
  GListStore *choices = g_list_store_new (G_TYPE_OBJECT);
  g_autoptr (GtkStringObject) today = gtk_string_object_new (get_today ());
  int distance = 0;

  take_choice (self, choices, today, search);
  for (VbUnit *unit = vb_session_get_unit (self->session); unit != NULL;
       unit = vb_unit_get_parent (unit))
    take_at_distance (self, choices, distance++, search);
  take_at_distance (self, choices, -1, search);
  return G_LIST_MODEL (choices);
}

static gboolean
is_chosen (VbScenarioPicker *self, gpointer item)
{
  VbScenario *scenario = vb_session_get_scenario (self->session);

  return VB_IS_SCENARIO (item) ? item == (gpointer) scenario : scenario == NULL;
}

static void
show_choices (VbScenarioPicker *self)
{
  const char *search = gtk_editable_get_text (GTK_EDITABLE (self->search_entry));
  g_autoptr (GListModel) choices = collect_choices (self, search);
  guint chosen = *search != '\0' ? 0 : GTK_INVALID_LIST_POSITION;

  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (choices, i);

      if (is_chosen (self, item))
        chosen = i;
    }
  gtk_single_selection_set_model (self->selection, choices);
  gtk_single_selection_set_selected (self->selection, chosen);
  gtk_stack_set_visible_child_name (self->stack,
                                    g_list_model_get_n_items (choices) > 0 ? "list" : "nothing");
  if (chosen != GTK_INVALID_LIST_POSITION && g_list_model_get_n_items (choices) > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list_view), "list.scroll-to-item", "u", chosen);
}

/* ---- rows ------------------------------------------------------------------------------------ */

static void
on_row_setup (VbScenarioPicker *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *name = gtk_label_new (NULL);
  GtkWidget *whose = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (name), 0);
  gtk_label_set_wrap (GTK_LABEL (name), TRUE);
  gtk_label_set_xalign (GTK_LABEL (whose), 0);
  gtk_label_set_ellipsize (GTK_LABEL (whose), PANGO_ELLIPSIZE_START);
  gtk_widget_add_css_class (whose, "caption");
  gtk_widget_add_css_class (whose, "dim-label");
  gtk_widget_set_valign (box, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (box), name);
  gtk_box_append (GTK_BOX (box), whose);
  gtk_list_item_set_child (list_item, box);
}

/* Whose it is where that is not the unit in sight. */
static void
on_row_bind (VbScenarioPicker *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_list_item_get_child (list_item);
  GtkWidget *name = gtk_widget_get_first_child (box);
  GtkWidget *whose = gtk_widget_get_last_child (box);
  gpointer item = gtk_list_item_get_item (list_item);
  VbUnit *unit = VB_IS_SCENARIO (item) ? get_unit (self, VB_SCENARIO (item)) : NULL;
  gboolean other = unit != NULL && unit != vb_session_get_unit (self->session);
  g_autofree char *path = other ? vb_unit_dup_path (unit) : NULL;
  g_autofree char *row_name = NULL;

  gtk_label_set_label (GTK_LABEL (name), get_name (item));
  gtk_label_set_label (GTK_LABEL (whose), other ? path : "");
  gtk_widget_set_visible (whose, other);
  /* Translators: a scenario and the unit that it is about */
  row_name = other ? g_strdup_printf (_ ("%s, %s"), get_name (item), vb_unit_get_name (unit))
                   : g_strdup (get_name (item));
  vb_table_name_row (box, row_name);
}

/* ---- choice ---------------------------------------------------------------------------------- */

static void
choose_position (VbScenarioPicker *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (item == NULL)
    return;

  gtk_popover_popdown (self->popover);
  vb_session_set_scenario (self->session, VB_IS_SCENARIO (item) ? VB_SCENARIO (item) : NULL);
}

static void
on_list_activate (VbScenarioPicker *self, guint position)
{
  choose_position (self, position);
}

static void
on_search_changed (VbScenarioPicker *self)
{
  /* The entry tells a little late. */
  if (self->session != NULL && gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    show_choices (self);
}

static void
on_search_activate (VbScenarioPicker *self)
{
  choose_position (self, gtk_single_selection_get_selected (self->selection));
}

static void
on_stop_search (VbScenarioPicker *self)
{
  gtk_popover_popdown (self->popover);
}

static gboolean
on_search_key (VbScenarioPicker *self, guint keyval)
{
  if (keyval != GDK_KEY_Down && keyval != GDK_KEY_KP_Down)
    return GDK_EVENT_PROPAGATE;

  return gtk_widget_child_focus (GTK_WIDGET (self->list_view), GTK_DIR_TAB_FORWARD);
}

static void
on_popover_show (VbScenarioPicker *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->search_entry), "");
  if (self->session != NULL)
    show_choices (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->search_entry));
}

static void
on_popover_closed (VbScenarioPicker *self)
{
  gtk_single_selection_set_model (self->selection, NULL);
}

/* ---- what is chosen -------------------------------------------------------------------------- */

static void
update (VbScenarioPicker *self)
{
  VbScenario *scenario = self->session != NULL ? vb_session_get_scenario (self->session) : NULL;
  const char *name = scenario != NULL ? get_name (scenario) : get_today ();
  /* Translators: %s is the name of a scenario, or Today */
  g_autofree char *label = g_strdup_printf (_ ("Scenario: %s"), name);

  gtk_label_set_label (self->scenario_label, name);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->menu_button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->menu_button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  label, -1);
}

static void
on_scenarios_changed (VbScenarioPicker *self)
{
  update (self);
  if (gtk_widget_get_mapped (GTK_WIDGET (self->popover)))
    show_choices (self);
}

static void
vb_scenario_picker_dispose (GObject *object)
{
  VbScenarioPicker *self = VB_SCENARIO_PICKER (object);

  g_clear_object (&self->session_signals);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->session);
  gtk_widget_dispose_template (GTK_WIDGET (object), VB_TYPE_SCENARIO_PICKER);

  G_OBJECT_CLASS (vb_scenario_picker_parent_class)->dispose (object);
}

static void
vb_scenario_picker_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbScenarioPicker *self = VB_SCENARIO_PICKER (object);

  switch ((VbScenarioPickerProperty) prop_id)
    {
    case PROP_SESSION:
      g_value_set_object (value, self->session);
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_scenario_picker_set_property (GObject *object,
                                 guint prop_id,
                                 const GValue *value,
                                 GParamSpec *pspec)
{
  VbScenarioPicker *self = VB_SCENARIO_PICKER (object);

  switch ((VbScenarioPickerProperty) prop_id)
    {
    case PROP_SESSION:
      vb_scenario_picker_set_session (self, g_value_get_object (value));
      break;
    case N_PROPS:
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_scenario_picker_class_init (VbScenarioPickerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = vb_scenario_picker_dispose;
  object_class->get_property = vb_scenario_picker_get_property;
  object_class->set_property = vb_scenario_picker_set_property;

  properties[PROP_SESSION] =
      g_param_spec_object ("session", NULL, NULL, VB_TYPE_SESSION,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/vb-scenario-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, menu_button);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, scenario_label);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, popover);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, search_entry);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, list_view);
  gtk_widget_class_bind_template_child (widget_class, VbScenarioPicker, selection);
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
vb_scenario_picker_init (VbScenarioPicker *self)
{
  self->session_signals = g_signal_group_new (VB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::scenario", G_CALLBACK (update),
                                  self);
  self->document_signals = g_signal_group_new (VB_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "scenarios-changed",
                                  G_CALLBACK (on_scenarios_changed), self);
  gtk_widget_init_template (GTK_WIDGET (self));
  update (self);
}

GtkWidget *
vb_scenario_picker_new (void)
{
  return g_object_new (VB_TYPE_SCENARIO_PICKER, NULL);
}

void
vb_scenario_picker_set_session (VbScenarioPicker *self, VbSession *session)
{
  g_return_if_fail (VB_IS_SCENARIO_PICKER (self));
  g_return_if_fail (session == NULL || VB_IS_SESSION (session));

  if (!g_set_object (&self->session, session))
    return;

  g_signal_group_set_target (self->session_signals, session);
  g_signal_group_set_target (self->document_signals,
                             session != NULL ? vb_session_get_document (session) : NULL);
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SESSION]);
}

void
vb_scenario_picker_popup (VbScenarioPicker *self)
{
  g_return_if_fail (VB_IS_SCENARIO_PICKER (self));

  gtk_menu_button_popup (self->menu_button);
}

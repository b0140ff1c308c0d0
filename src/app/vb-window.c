/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-window-private.h"

#include <glib/gi18n-lib.h>

#include "vb-figure-help.h"
#include "vb-page-table.h"
#include "vb-settings.h"
#include "vb-start-page.h"
#include "vb-text-scale.h"

/* Narrower than this, in pixels at the usual text size, the pickers have a line of their own and
 * the sidebar comes over the page. */
#define WIDE_FROM 720

typedef enum
{
  PROP_SHOW_SIDEBAR = 1,
  N_PROPS
} VbWindowProperty;

G_DEFINE_FINAL_TYPE (VbWindow, vb_window, ADW_TYPE_APPLICATION_WINDOW)

static GParamSpec *properties[N_PROPS];

/* ---- wide and narrow --------------------------------------------------------------------------
 */

static gboolean
is_narrow_width (VbWindow *self, int width)
{
  return width < WIDE_FROM * vb_text_scale_get (GTK_WIDGET (self));
}

static void
set_narrow (VbWindow *self, gboolean narrow)
{
  AdwBin *from = narrow ? self->wide_pickers : self->narrow_pickers;
  AdwBin *to = narrow ? self->narrow_pickers : self->wide_pickers;

  self->narrow = narrow;
  if (adw_bin_get_child (from) == self->pickers)
    {
      g_object_ref (self->pickers);
      adw_bin_set_child (from, NULL);
      adw_bin_set_child (to, self->pickers);
      g_object_unref (self->pickers);
    }

  adw_header_bar_set_title_widget (ADW_HEADER_BAR (self->header_bar),
                                   narrow ? GTK_WIDGET (self->narrow_title)
                                          : GTK_WIDGET (self->wide_pickers));
  gtk_widget_set_visible (self->title_box, !narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_pickers), narrow && self->document != NULL);
  gtk_widget_set_visible (self->redo_button, !narrow && self->document != NULL);
  vb_sidebar_frame_set_narrow (self->sidebar_frame, narrow);
}

static gboolean
on_narrow_changed (gpointer user_data)
{
  VbWindow *self = user_data;

  self->narrow_source = 0;
  set_narrow (self, is_narrow_width (self, gtk_widget_get_width (GTK_WIDGET (self))));

  return G_SOURCE_REMOVE;
}

/* The parts cannot be moved while they are being laid out. */
static void
vb_window_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  VbWindow *self = VB_WINDOW (widget);

  GTK_WIDGET_CLASS (vb_window_parent_class)->size_allocate (widget, width, height, baseline);

  if (is_narrow_width (self, width) != self->narrow && self->narrow_source == 0)
    self->narrow_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, on_narrow_changed, self, NULL);
}

/* ---- what the document and the session say ------------------------------------------------------
 */

static void
update_title (VbWindow *self)
{
  const char *title, *state;
  g_autofree char *window_title = NULL;

  if (self->document == NULL)
    {
      gtk_label_set_label (self->title_label, _ ("Vårdbalans"));
      gtk_label_set_label (self->state_label, "");
      adw_window_title_set_title (self->narrow_title, _ ("Vårdbalans"));
      adw_window_title_set_subtitle (self->narrow_title, "");
      gtk_window_set_title (GTK_WINDOW (self), _ ("Vårdbalans"));
      return;
    }

  title = vb_document_get_title (self->document);
  if (self->saving)
    state = _ ("saving…");
  else if (vb_document_get_file (self->document) == NULL)
    state = _ ("not saved");
  else if (vb_document_get_modified (self->document))
    state = _ ("edited");
  else
    state = _ ("saved");

  /* Translators: title of the window: a plan's name, then the program's */
  window_title = g_strdup_printf (_ ("%s – Vårdbalans"), title);
  gtk_label_set_label (self->title_label, title);
  gtk_label_set_label (self->state_label, state);
  adw_window_title_set_title (self->narrow_title, title);
  adw_window_title_set_subtitle (self->narrow_title, state);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->narrow_title), title);
  gtk_window_set_title (GTK_WINDOW (self), window_title);
}

static void
on_document_notify (VbWindow *self)
{
  update_title (self);
  _vb_window_update_actions (self);
}

static void
on_units_changed (VbWindow *self)
{
  vb_unit_picker_set_roots (self->unit_picker, vb_document_get_roots (self->document));
}

static void
on_extent_changed (VbWindow *self)
{
  VbDay first = VB_DAY_NONE, end = VB_DAY_NONE;

  vb_document_get_extent (self->document, &first, &end);
  vb_period_picker_set_extent (self->period_picker, first, end);
}

static void
on_session_unit (VbWindow *self)
{
  vb_unit_picker_set_unit (self->unit_picker, vb_session_get_unit (self->session));
}

static void
on_session_period (VbWindow *self)
{
  vb_period_picker_set_period (self->period_picker, vb_session_get_period (self->session));
}

static void
on_unit_picked (VbWindow *self)
{
  if (self->session != NULL)
    vb_session_set_unit (self->session, vb_unit_picker_get_unit (self->unit_picker));
}

static void
on_period_picked (VbWindow *self)
{
  if (self->session != NULL)
    vb_session_set_period (self->session, vb_period_picker_get_period (self->period_picker));
}

static void
on_planner_failed (VbWindow *self, const GError *error)
{
  vb_window_show_error (self, _ ("The Figures Could Not Be Computed"), error->message);
}

static void
on_document_failed (VbWindow *self, const GError *error)
{
  vb_window_show_error (self, _ ("The Plan Could Not Be Read Again"), error->message);
}

/* ---- pages --------------------------------------------------------------------------------------
 */

static void
on_page_toast (VbWindow *self, AdwToast *toast)
{
  vb_window_add_toast (self, g_object_ref (toast));
}

static void
on_page_error (VbWindow *self, const GError *error)
{
  vb_window_show_error (self, _ ("That Did Not Work"), error->message);
}

static VbPage *
ensure_page (VbWindow *self, const VbPageEntry *entry)
{
  GtkWidget *page = gtk_stack_get_child_by_name (self->page_stack, entry->id);

  if (page != NULL)
    return VB_PAGE (page);

  page = g_object_new (entry->get_type (), "page-id", entry->id, "title",
                       g_dgettext (GETTEXT_PACKAGE, entry->title), "session", self->session,
                       "planner", self->planner, "glossary", self->glossary, NULL);
  g_signal_connect_object (page, "toast", G_CALLBACK (on_page_toast), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "error", G_CALLBACK (on_page_error), self, G_CONNECT_SWAPPED);
  gtk_stack_add_titled (self->page_stack, page, entry->id, vb_page_get_title (VB_PAGE (page)));

  return VB_PAGE (page);
}

static void
clear_pages (VbWindow *self)
{
  GtkWidget *page;

  while ((page = gtk_widget_get_first_child (GTK_WIDGET (self->page_stack))) != NULL)
    gtk_stack_remove (self->page_stack, page);
}

VbPage *
vb_window_get_page (VbWindow *self)
{
  GtkWidget *page;

  g_return_val_if_fail (VB_IS_WINDOW (self), NULL);

  page = gtk_stack_get_visible_child (self->page_stack);

  return page != NULL ? VB_PAGE (page) : NULL;
}

void
vb_window_show_page (VbWindow *self, const char *id)
{
  const VbPageEntry *entry = vb_page_table_find (id);

  g_return_if_fail (VB_IS_WINDOW (self));

  if (entry == NULL || self->document == NULL)
    return;

  gtk_stack_set_visible_child (self->page_stack, GTK_WIDGET (ensure_page (self, entry)));
  self->restoring = TRUE;
  vb_sidebar_set_page (self->sidebar, id);
  self->restoring = FALSE;

  if (self->settings != NULL)
    g_settings_set_string (self->settings, "last-page", id);
}

static void
on_sidebar_page (VbWindow *self)
{
  if (!self->restoring)
    vb_window_show_page (self, vb_sidebar_get_page (self->sidebar));
}

static void
on_sidebar_activated (VbWindow *self)
{
  if (self->narrow)
    vb_sidebar_frame_set_show_sidebar (self->sidebar_frame, FALSE);
}

/* The page shown last, or the first. */
static void
show_first_page (VbWindow *self)
{
  g_autofree char *last =
      self->settings != NULL ? g_settings_get_string (self->settings, "last-page") : NULL;
  const VbPageEntry *entries;
  guint n;

  entries = vb_page_table_get (&n);
  if (vb_page_table_find (last) != NULL)
    vb_window_show_page (self, last);
  else if (n > 0)
    vb_window_show_page (self, entries[0].id);
}

/* ---- document
 * ------------------------------------------------------------------------------------ */

void
_vb_window_show_content (VbWindow *self)
{
  gboolean has_document = self->document != NULL;

  gtk_stack_set_visible_child_name (self->main_stack, self->opening  ? "loading"
                                                      : has_document ? "plan"
                                                                     : "start");
  gtk_widget_set_visible (self->sidebar_button, has_document);
  gtk_widget_set_visible (self->undo_button, has_document);
  gtk_widget_set_visible (self->redo_button, has_document && !self->narrow);
  gtk_widget_set_visible (GTK_WIDGET (self->wide_pickers), has_document);
  gtk_widget_set_visible (GTK_WIDGET (self->narrow_pickers), has_document && self->narrow);
  update_title (self);
  _vb_window_update_actions (self);
}

void
vb_window_set_document (VbWindow *self, VbDocument *document)
{
  g_return_if_fail (VB_IS_WINDOW (self));
  g_return_if_fail (VB_IS_DOCUMENT (document));

  if (self->document == document)
    return;

  clear_pages (self);
  g_set_object (&self->document, document);
  g_clear_object (&self->session);
  g_clear_object (&self->planner);
  self->session = vb_session_new (document);
  self->planner = vb_planner_new (document);

  g_signal_group_set_target (self->document_signals, self->document);
  g_signal_group_set_target (self->session_signals, self->session);
  g_signal_group_set_target (self->planner_signals, self->planner);
  on_units_changed (self);
  on_extent_changed (self);
  on_session_unit (self);
  on_session_period (self);
  vb_scenario_picker_set_session (self->scenario_picker, self->session);

  _vb_window_show_content (self);
  show_first_page (self);
}

VbDocument *
vb_window_get_document (VbWindow *self)
{
  g_return_val_if_fail (VB_IS_WINDOW (self), NULL);

  return self->document;
}

VbSession *
vb_window_get_session (VbWindow *self)
{
  g_return_val_if_fail (VB_IS_WINDOW (self), NULL);

  return self->session;
}

VbPlanner *
vb_window_get_planner (VbWindow *self)
{
  g_return_val_if_fail (VB_IS_WINDOW (self), NULL);

  return self->planner;
}

gboolean
vb_window_is_free (VbWindow *self)
{
  g_return_val_if_fail (VB_IS_WINDOW (self), FALSE);

  return self->document == NULL && !self->opening;
}

void
vb_window_add_toast (VbWindow *self, AdwToast *toast)
{
  g_return_if_fail (VB_IS_WINDOW (self));

  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
vb_window_show_error (VbWindow *self, const char *heading, const char *body)
{
  GtkWidget *dialog;

  g_return_if_fail (VB_IS_WINDOW (self));

  dialog = adw_message_dialog_new (GTK_WINDOW (self), heading, body);
  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* ---- life
 * ---------------------------------------------------------------------------------------- */

static void
restore_state (VbWindow *self)
{
  int width = 1180, height = 780;

  if (self->settings != NULL)
    {
      width = g_settings_get_int (self->settings, "window-width");
      height = g_settings_get_int (self->settings, "window-height");
      vb_sidebar_frame_set_show_sidebar (self->sidebar_frame,
                                         g_settings_get_boolean (self->settings, "show-sidebar"));
      if (g_settings_get_boolean (self->settings, "window-maximized"))
        gtk_window_maximize (GTK_WINDOW (self));
    }

  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  set_narrow (self, is_narrow_width (self, width));
}

static void
save_state (VbWindow *self)
{
  int width, height;

  if (self->settings == NULL)
    return;

  /* GTK keeps the default size at the size that the window has when it is not maximized. */
  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  g_settings_set_int (self->settings, "window-width", MAX (width, 360));
  g_settings_set_int (self->settings, "window-height", MAX (height, 294));
  g_settings_set_boolean (self->settings, "window-maximized",
                          gtk_window_is_maximized (GTK_WINDOW (self)));
  g_settings_set_boolean (self->settings, "show-sidebar",
                          vb_sidebar_frame_get_shown_when_wide (self->sidebar_frame));
}

static gboolean
vb_window_close_request (GtkWindow *window)
{
  VbWindow *self = VB_WINDOW (window);

  if (!_vb_window_request_close (self))
    return GDK_EVENT_STOP;

  save_state (self);

  return GTK_WINDOW_CLASS (vb_window_parent_class)->close_request (window);
}

static void
on_show_sidebar_changed (VbWindow *self)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SHOW_SIDEBAR]);
}

static void
vb_window_constructed (GObject *object)
{
  VbWindow *self = VB_WINDOW (object);

  G_OBJECT_CLASS (vb_window_parent_class)->constructed (object);

  _vb_window_init_drop (self);
  restore_state (self);
  _vb_window_show_content (self);
}

static void
vb_window_dispose (GObject *object)
{
  VbWindow *self = VB_WINDOW (object);

  g_clear_handle_id (&self->narrow_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->page_stack != NULL)
    clear_pages (self);
  g_clear_object (&self->document_signals);
  g_clear_object (&self->session_signals);
  g_clear_object (&self->planner_signals);
  g_clear_object (&self->planner);
  g_clear_object (&self->session);
  g_clear_object (&self->document);
  g_clear_object (&self->glossary);
  g_clear_object (&self->settings);

  G_OBJECT_CLASS (vb_window_parent_class)->dispose (object);
}

static void
vb_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  VbWindow *self = VB_WINDOW (object);

  switch ((VbWindowProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR:
      /* Its action asks for it before the template is there. */
      g_value_set_boolean (value, self->sidebar_frame == NULL
                                      || vb_sidebar_frame_get_show_sidebar (self->sidebar_frame));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  VbWindow *self = VB_WINDOW (object);

  switch ((VbWindowProperty) prop_id)
    {
    case PROP_SHOW_SIDEBAR:
      vb_sidebar_frame_set_show_sidebar (self->sidebar_frame, g_value_get_boolean (value));
      break;
    case N_PROPS:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
vb_window_class_init (VbWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->constructed = vb_window_constructed;
  object_class->dispose = vb_window_dispose;
  object_class->get_property = vb_window_get_property;
  object_class->set_property = vb_window_set_property;
  widget_class->size_allocate = vb_window_size_allocate;
  window_class->close_request = vb_window_close_request;

  properties[PROP_SHOW_SIDEBAR] = g_param_spec_boolean ("show-sidebar", NULL, NULL, TRUE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  gtk_widget_class_install_property_action (widget_class, "win.show-sidebar", "show-sidebar");
  _vb_window_class_actions_init (klass);
  _vb_window_class_documents_init (klass);
  _vb_window_class_gather_init (klass);
  _vb_window_class_import_init (klass);

  g_type_ensure (VB_TYPE_PERIOD_PICKER);
  g_type_ensure (VB_TYPE_SCENARIO_PICKER);
  g_type_ensure (VB_TYPE_SIDEBAR);
  g_type_ensure (VB_TYPE_SIDEBAR_FRAME);
  g_type_ensure (VB_TYPE_START_PAGE);
  g_type_ensure (VB_TYPE_UNIT_PICKER);

  gtk_widget_class_set_template_from_resource (widget_class,
                                               "/se/vardbalans/Vardbalans/ui/app/vb-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, header_bar);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, title_box);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, title_label);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, state_label);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, narrow_title);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, wide_pickers);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, narrow_pickers);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, pickers);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, unit_picker);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, scenario_picker);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, period_picker);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, main_stack);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, sidebar_frame);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, page_stack);
  gtk_widget_class_bind_template_child (widget_class, VbWindow, loading_page);
  gtk_widget_class_bind_template_callback (widget_class, on_unit_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_period_picked);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_page);
  gtk_widget_class_bind_template_callback (widget_class, on_sidebar_activated);
  gtk_widget_class_bind_template_callback (widget_class, on_show_sidebar_changed);
}

static void
vb_window_init (VbWindow *self)
{
  self->settings = vb_settings_new ();
  self->glossary = vb_figure_help_read_glossary ();

  self->document_signals = g_signal_group_new (VB_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify", G_CALLBACK (on_document_notify),
                                  self);
  g_signal_group_connect_swapped (self->document_signals, "units-changed",
                                  G_CALLBACK (on_units_changed), self);
  g_signal_group_connect_swapped (self->document_signals, "observations-changed",
                                  G_CALLBACK (on_extent_changed), self);
  g_signal_group_connect_swapped (self->document_signals, "failed", G_CALLBACK (on_document_failed),
                                  self);
  self->session_signals = g_signal_group_new (VB_TYPE_SESSION);
  g_signal_group_connect_swapped (self->session_signals, "notify::unit",
                                  G_CALLBACK (on_session_unit), self);
  g_signal_group_connect_swapped (self->session_signals, "period-changed",
                                  G_CALLBACK (on_session_period), self);
  self->planner_signals = g_signal_group_new (VB_TYPE_PLANNER);
  g_signal_group_connect_swapped (self->planner_signals, "failed", G_CALLBACK (on_planner_failed),
                                  self);

  gtk_widget_init_template (GTK_WIDGET (self));
}

VbWindow *
vb_window_new (AdwApplication *application)
{
  return g_object_new (VB_TYPE_WINDOW, "application", application, NULL);
}

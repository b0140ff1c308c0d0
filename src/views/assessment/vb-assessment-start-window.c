/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-assessment-start-window.h"

#include <glib/gi18n-lib.h>

#include "vb-dialog-title.h"
#include "vb-document-ladders.h"
#include "vb-ladder-reader.h"

struct _VbAssessmentStartWindow
{
  AdwWindow parent_instance;

  VbSession *session;
  VbUnit *unit;
  GListStore
      *ladders; /* of VbLadder: those of the document, and those that come with the program */

  AdwToastOverlay *toast_overlay;
  VbDialogTitle *window_title;
  AdwPreferencesGroup *drafts_group;
  AdwComboRow *role_row;
  AdwEntryRow *day_row;
  GtkMenuButton *day_button;
  GtkCalendar *calendar;
  AdwActionRow *participants_row;
  GtkSpinButton *participants_spin;
  AdwComboRow *ladder_row;
  GtkLabel *notice_label;
  GtkWidget *start_button;
};

enum
{
  SIGNAL_STARTED,
  N_SIGNALS
};

G_DEFINE_FINAL_TYPE (VbAssessmentStartWindow, vb_assessment_start_window, ADW_TYPE_WINDOW)

static guint signals[N_SIGNALS];

static VbDocument *
get_document (VbAssessmentStartWindow *self)
{
  return vb_session_get_document (self->session);
}

static VbDay
get_day (VbAssessmentStartWindow *self)
{
  g_autofree char *text =
      g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->day_row))));

  return vb_day_from_iso (text);
}

static void
tell (VbAssessmentStartWindow *self, const char *text)
{
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (text));
}

static void
go_on_with (VbAssessmentStartWindow *self, gint64 assessment)
{
  g_signal_emit (self, signals[SIGNAL_STARTED], 0, assessment);
  gtk_window_close (GTK_WINDOW (self));
}

/* ---- what the user does ---------------------------------------------------------------------- */

static void
on_start (VbAssessmentStartWindow *self)
{
  VbLadder *ladder = adw_combo_row_get_selected_item (self->ladder_row);
  g_autoptr (GError) error = NULL;
  gint64 assessment;

  if (get_day (self) == VB_DAY_NONE || ladder == NULL)
    return;

  /* What is typed counts when the field is left, which a mnemonic does not do. */
  gtk_spin_button_update (self->participants_spin);

  assessment = vb_document_start_assessment (
      get_document (self), vb_unit_get_id (self->unit), ladder,
      adw_combo_row_get_selected (self->role_row), get_day (self),
      gtk_spin_button_get_value_as_int (self->participants_spin), &error);
  if (assessment == 0)
    tell (self, error->message);
  else
    go_on_with (self, assessment);
}

static void
on_draft_activated (VbAssessmentStartWindow *self, AdwActionRow *row)
{
  gint64 *assessment = g_object_get_data (G_OBJECT (row), "assessment");

  go_on_with (self, *assessment);
}

static void
on_day_changed (VbAssessmentStartWindow *self)
{
  gboolean valid = get_day (self) != VB_DAY_NONE;

  if (valid)
    gtk_widget_remove_css_class (GTK_WIDGET (self->day_row), "error");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self->day_row), "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->day_row), GTK_ACCESSIBLE_STATE_INVALID,
                               valid ? GTK_ACCESSIBLE_INVALID_FALSE : GTK_ACCESSIBLE_INVALID_TRUE,
                               -1);
  gtk_widget_set_sensitive (self->start_button, valid);
}

static void
on_calendar_shown (VbAssessmentStartWindow *self)
{
  VbDay day = get_day (self);
  g_autoptr (GDateTime) date = NULL;
  int year, month, dayno;

  if (day == VB_DAY_NONE)
    return;

  vb_day_to_ymd (day, &year, &month, &dayno);
  date = g_date_time_new_utc (year, month, dayno, 0, 0, 0);
  gtk_calendar_select_day (self->calendar, date);
}

static void
on_day_selected (VbAssessmentStartWindow *self)
{
  g_autoptr (GDateTime) date = gtk_calendar_get_date (self->calendar);
  g_autofree char *text = g_date_time_format (date, "%Y-%m-%d");

  gtk_editable_set_text (GTK_EDITABLE (self->day_row), text);
  gtk_menu_button_popdown (self->day_button);
}

static void
on_ladder (VbAssessmentStartWindow *self)
{
  VbLadder *ladder = adw_combo_row_get_selected_item (self->ladder_row);
  const VbBilingual *notice = ladder != NULL ? vb_ladder_get_notice (ladder) : NULL;

  gtk_label_set_label (self->notice_label, notice != NULL ? vb_bilingual_get (notice) : "");
  gtk_widget_set_visible (GTK_WIDGET (self->notice_label),
                          notice != NULL && !vb_bilingual_is_empty (notice));
}

/* A small group would be known by its answers. */
static void
on_participants (VbAssessmentStartWindow *self)
{
  guint smallest = vb_document_get_smallest_group (get_document (self));
  g_autofree char *subtitle = NULL;

  if ((guint) gtk_spin_button_get_value_as_int (self->participants_spin) < smallest)
    subtitle = g_strdup_printf (ngettext ("Only how many, no names. The result of fewer than %u is "
                                          "shown only together with others.",
                                          "Only how many, no names. The result of fewer than %u is "
                                          "shown only together with others.",
                                          smallest),
                                smallest);
  else
    subtitle = g_strdup (_ ("Only how many, no names"));
  adw_action_row_set_subtitle (self->participants_row, subtitle);
}

/* ---- life ------------------------------------------------------------------------------------ */

static char *
get_ladder_name (VbLadder *ladder)
{
  return g_strdup_printf ("%s (%s)", vb_bilingual_get (vb_ladder_get_name (ladder)),
                          vb_ladder_get_version (ladder));
}

static void
vb_assessment_start_window_dispose (GObject *object)
{
  VbAssessmentStartWindow *self = VB_ASSESSMENT_START_WINDOW (object);

  g_clear_object (&self->ladders);
  g_clear_object (&self->unit);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (vb_assessment_start_window_parent_class)->dispose (object);
}

static void
vb_assessment_start_window_class_init (VbAssessmentStartWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = vb_assessment_start_window_dispose;

  signals[SIGNAL_STARTED] = g_signal_new ("started", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                          0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  g_type_ensure (VB_TYPE_DIALOG_TITLE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/se/vardbalans/Vardbalans/ui/views/assessment/vb-assessment-start-window.ui");
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, window_title);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, drafts_group);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, role_row);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, day_row);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, day_button);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, calendar);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, participants_row);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, participants_spin);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, ladder_row);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, notice_label);
  gtk_widget_class_bind_template_child (widget_class, VbAssessmentStartWindow, start_button);
  gtk_widget_class_bind_template_callback (widget_class, on_start);
  gtk_widget_class_bind_template_callback (widget_class, on_day_changed);
  gtk_widget_class_bind_template_callback (widget_class, on_calendar_shown);
  gtk_widget_class_bind_template_callback (widget_class, on_day_selected);
  gtk_widget_class_bind_template_callback (widget_class, on_ladder);
  gtk_widget_class_bind_template_callback (widget_class, on_participants);
}

static void
vb_assessment_start_window_init (VbAssessmentStartWindow *self)
{
  g_autoptr (GtkStringList) roles = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) name = gtk_cclosure_expression_new (
      G_TYPE_STRING, NULL, 0, NULL, G_CALLBACK (get_ladder_name), NULL, NULL);

  self->ladders = g_list_store_new (VB_TYPE_LADDER);
  gtk_widget_init_template (GTK_WIDGET (self));

  for (VbRoleGroup role = VB_ROLE_GROUP_MANAGEMENT; role < VB_N_ROLE_GROUPS; role++)
    gtk_string_list_append (roles, vb_role_group_get_label (role));
  adw_combo_row_set_model (self->role_row, G_LIST_MODEL (roles));
  adw_combo_row_set_expression (self->ladder_row, name);
  adw_combo_row_set_model (self->ladder_row, G_LIST_MODEL (self->ladders));
}

static gboolean
has_ladder (VbAssessmentStartWindow *self, VbLadder *ladder)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->ladders)); i++)
    {
      g_autoptr (VbLadder) each = g_list_model_get_item (G_LIST_MODEL (self->ladders), i);

      if (g_str_equal (vb_ladder_get_id (each), vb_ladder_get_id (ladder))
          && g_str_equal (vb_ladder_get_version (each), vb_ladder_get_version (ladder)))
        return TRUE;
    }

  return FALSE;
}

/* Those that come with the program first; one that the document has too is the same. */
static void
add_ladders (VbAssessmentStartWindow *self)
{
  GListModel *stored = vb_document_get_ladders (get_document (self));
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) shipped = vb_ladder_reader_read_shipped (&error);

  if (shipped == NULL)
    /* They are a part of the program, so this is a fault of the program. */
    g_critical ("The ladders cannot be read: %s", error->message);
  for (guint i = 0; shipped != NULL && i < shipped->len; i++)
    g_list_store_append (self->ladders, shipped->pdata[i]);
  for (guint i = 0; i < g_list_model_get_n_items (stored); i++)
    {
      g_autoptr (VbLadder) ladder = g_list_model_get_item (stored, i);

      if (!has_ladder (self, ladder))
        g_list_store_append (self->ladders, ladder);
    }
}

static GtkWidget *
add_draft (VbAssessmentStartWindow *self, VbAssessment *assessment)
{
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *day = vb_day_format (vb_assessment_get_day (assessment));
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  gint64 *id = g_new (gint64, 1);

  *id = vb_assessment_get_id (assessment);
  g_object_set_data_full (G_OBJECT (row), "assessment", id, g_free);
  title = g_strdup_printf ("%s, %s", vb_role_group_get_label (vb_assessment_get_role (assessment)),
                           day);
  /* Translators: how far a self-assessment has come, and its ladder */
  subtitle = g_strdup_printf (
      _ ("%u of %u statements answered · %s"), vb_assessment_get_n_answered (assessment),
      vb_ladder_get_n_statements (ladder), vb_bilingual_get (vb_ladder_get_name (ladder)));
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect_object (row, "activated", G_CALLBACK (on_draft_activated), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->drafts_group, row);

  return row;
}

/* What was begun for the unit and not finished is offered before something new is begun. */
static void
add_drafts (VbAssessmentStartWindow *self)
{
  GListModel *assessments = vb_document_get_assessments (get_document (self));
  GtkWidget *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);
      GtkWidget *row;

      if (vb_assessment_get_unit_id (assessment) != vb_unit_get_id (self->unit)
          || vb_assessment_get_state (assessment) != VB_ASSESSMENT_DRAFT)
        continue;
      row = add_draft (self, assessment);
      if (first == NULL)
        first = row;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->drafts_group), first != NULL);
  gtk_window_set_focus (GTK_WINDOW (self), first != NULL ? first : GTK_WIDGET (self->role_row));
}

GtkWidget *
vb_assessment_start_window_new (GtkWindow *parent, VbSession *session)
{
  VbAssessmentStartWindow *self;
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autofree char *today = g_date_time_format (now, "%Y-%m-%d");

  g_return_val_if_fail (VB_IS_SESSION (session), NULL);
  g_return_val_if_fail (vb_session_get_unit (session) != NULL, NULL);

  self = g_object_new (VB_TYPE_ASSESSMENT_START_WINDOW, "transient-for", parent, NULL);
  self->session = g_object_ref (session);
  self->unit = g_object_ref (vb_session_get_unit (session));

  vb_dialog_title_set_subtitle (self->window_title, vb_unit_get_name (self->unit));
  gtk_editable_set_text (GTK_EDITABLE (self->day_row), today);
  add_ladders (self);
  add_drafts (self);
  on_ladder (self);
  on_participants (self);

  return GTK_WIDGET (self);
}

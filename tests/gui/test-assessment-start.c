/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is asked before a self-assessment begins. */
#include "gui-helper.h"

#include "vb-assessment-start-window.h"
#include "vb-document-ladders.h"
#include "vb-ladder-reader.h"

/* A ward with a self-assessment that was begun. */
typedef struct
{
  VbDocument *document;
  gint64 unit;
  gint64 draft;
} Fixture;

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);

  g_assert_no_error (error);
  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  self->unit = vb_document_add_unit (self->document, 0, VB_UNIT_WARD, "Medicin 1", NULL, &error);
  g_assert_no_error (error);
  self->draft = vb_document_start_assessment (self->document, self->unit, ladders->pdata[0],
                                              VB_ROLE_GROUP_MANAGEMENT,
                                              vb_day_from_ymd (2026, 11, 12), 6, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  vb_document_close (self->document);
  g_assert_finalize_object (self->document);
}

static void
on_started (gint64 *started, gint64 assessment)
{
  *started = assessment;
}

static GtkWidget *
open_start (Fixture *self, gint64 *started)
{
  g_autoptr (VbSession) session = vb_session_new (self->document);
  GtkWidget *start = vb_assessment_start_window_new (NULL, session);

  g_signal_connect_swapped (start, "started", G_CALLBACK (on_started), started);
  gtk_window_present (GTK_WINDOW (start));
  gui_wait_for_draw (start);

  return start;
}

static void
test_start (Fixture *self, gconstpointer data)
{
  gint64 started = 0;
  GtkWidget *start = open_start (self, &started);
  GtkWidget *button = gui_find (start, GTK_TYPE_BUTTON, "suggested-action");
  GtkWidget *day = gui_find (start, ADW_TYPE_ENTRY_ROW, NULL);
  GtkWidget *role = gui_find (start, ADW_TYPE_COMBO_ROW, NULL);
  GtkWidget *participants = gui_find (start, GTK_TYPE_SPIN_BUTTON, NULL);
  VbAssessment *assessment;

  gui_assert_all_named (start);
  g_assert_nonnull (gui_find_text (start, "Medicin 1"));
  g_assert_nonnull (gui_find_text (start, "Own proposal, not Socialstyrelsen's wording."));
  g_assert_nonnull (gui_find_text (start, "Only how many, no names. The result of fewer than 5 is "
                                          "shown only together with others."));
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (participants), 7);
  g_assert_nonnull (gui_find_text (start, "Only how many, no names"));

  gtk_editable_set_text (GTK_EDITABLE (day), "2026-02-30");
  g_assert_false (gtk_widget_is_sensitive (button));
  gtk_test_accessible_assert_state (day, GTK_ACCESSIBLE_STATE_INVALID, GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_editable_set_text (GTK_EDITABLE (day), "2026-11-22");
  g_assert_true (gtk_widget_is_sensitive (button));

  adw_combo_row_set_selected (ADW_COMBO_ROW (role), VB_ROLE_GROUP_NURSES);
  /* Typed, and the button pressed by its mnemonic. */
  gtk_editable_set_text (GTK_EDITABLE (participants), "8");
  g_signal_emit_by_name (button, "clicked");
  gui_settle ();
  g_assert_cmpint (started, !=, 0);
  g_assert_cmpint (started, !=, self->draft);

  assessment = vb_document_get_assessment (self->document, started);
  g_assert_cmpint (vb_assessment_get_unit_id (assessment), ==, self->unit);
  g_assert_cmpint (vb_assessment_get_role (assessment), ==, VB_ROLE_GROUP_NURSES);
  g_assert_cmpint (vb_assessment_get_day (assessment), ==, vb_day_from_ymd (2026, 11, 22));
  g_assert_cmpuint (vb_assessment_get_participants (assessment), ==, 8);
  g_assert_cmpstr (vb_ladder_get_id (vb_assessment_get_ladder (assessment)), ==, "ten-areas");
}

/* What was begun is offered first, with how far it has come. */
static void
test_start_offers_draft (Fixture *self, gconstpointer data)
{
  gint64 started = 0;
  g_autoptr (GError) error = NULL;
  GtkWidget *start;
  GtkWidget *row;

  vb_document_set_answer (self->document, self->draft, "A2-S1", VB_ANSWER_YES, &error);
  g_assert_no_error (error);
  vb_document_set_answer (self->document, self->draft, "A2-T1", VB_ANSWER_NO, &error);
  g_assert_no_error (error);

  start = open_start (self, &started);
  row = gui_find (start, ADW_TYPE_ACTION_ROW, NULL);
  g_assert_cmpstr (adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)), ==,
                   "Management, 12 Nov 2026");
  g_assert_cmpstr (adw_action_row_get_subtitle (ADW_ACTION_ROW (row)), ==,
                   "2 of 122 statements answered · Production and capacity planning in ten areas");
  adw_action_row_activate (ADW_ACTION_ROW (row));
  gui_settle ();
  g_assert_cmpint (started, ==, self->draft);
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, function)                                                                        \
  g_test_add ("/views/assessment-start/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("new", test_start);
  ADD ("draft", test_start_offers_draft);
#undef ADD

  return g_test_run ();
}

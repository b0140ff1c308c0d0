/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A self-assessment is filled in as a reader would: with keys, on the rows that have the focus. Run
 * in Swedish, it tests the translation too. */
#include "gui-helper.h"

#include "vb-area-card.h"
#include "vb-assessment-wizard.h"
#include "vb-choice-row.h"
#include "vb-ladder-reader.h"
#include "vb-review-card.h"
#include "vb-review-row.h"
#include "vb-statement-row.h"
#include "vb-step-row.h"

#define N_AREAS 10

typedef struct
{
  char *language;
  VbDocument *document;
  VbLadder *ladder;
  gint64 unit;
  gint64 assessment;
  GtkWidget *wizard; /* in the window */
  GtkWindow *window;
  guint n_done;
  guint n_closed;
} Fixture;

/* ---- the fixture ----------------------------------------------------------------------------- */

static void
count (guint *number)
{
  (*number)++;
}

static void
on_error (Fixture *self, const GError *error)
{
  g_assert_no_error (error);
}

static VbAssessment *
get_assessment (Fixture *self)
{
  return vb_document_get_assessment (self->document, self->assessment);
}

static void
open_wizard (Fixture *self, int width, int height)
{
  self->wizard = vb_assessment_wizard_new (self->document, self->assessment);
  g_signal_connect_swapped (self->wizard, "done", G_CALLBACK (count), &self->n_done);
  g_signal_connect_swapped (self->wizard, "closed", G_CALLBACK (count), &self->n_closed);
  g_signal_connect_swapped (self->wizard, "error", G_CALLBACK (on_error), self);
  self->window = gui_window_new (self->wizard, width, height);
}

static void
set_up (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = NULL;

  self->language = g_strdup (g_getenv ("LANGUAGE"));
  g_setenv ("LANGUAGE", data, TRUE);

  ladders = vb_ladder_reader_read_shipped (&error);
  g_assert_no_error (error);
  self->ladder = g_object_ref (ladders->pdata[0]);
  self->document = vb_document_new (&error);
  g_assert_no_error (error);
  self->unit = vb_document_add_unit (self->document, 0, VB_UNIT_WARD, "Medicin 1", NULL, &error);
  g_assert_no_error (error);
  self->assessment = vb_document_start_assessment (self->document, self->unit, self->ladder,
                                                   VB_ROLE_GROUP_MANAGEMENT,
                                                   vb_day_from_ymd (2026, 11, 12), 6, &error);
  g_assert_no_error (error);
  open_wizard (self, 940, 720);
}

static void
tear_down (Fixture *self, gconstpointer data)
{
  if (self->window != NULL)
    gui_window_destroy (self->window);
  vb_document_close (self->document);
  g_object_unref (self->ladder);
  g_assert_finalize_object (self->document);

  if (self->language != NULL)
    g_setenv ("LANGUAGE", self->language, TRUE);
  else
    g_unsetenv ("LANGUAGE");
  g_free (self->language);
}

/* ---- keys and rows --------------------------------------------------------------------------- */

/* The controller of @widget that would see a key on its way up from the focus. */
static GtkEventController *
find_key_controller (GtkWidget *widget)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_EVENT_CONTROLLER_KEY (controller)
          && gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_BUBBLE)
        return controller; /* the widget keeps it */
    }

  return NULL;
}

/* A key from the focus upwards, until somebody takes it. What GTK itself does with a key (Enter,
 * Tab) is not told this way. */
static void
press (Fixture *self, guint keyval)
{
  for (GtkWidget *widget = gtk_window_get_focus (self->window); widget != NULL;
       widget = gtk_widget_get_parent (widget))
    {
      GtkEventController *controller = find_key_controller (widget);
      gboolean handled = FALSE;

      if (controller != NULL)
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, 0, &handled);
      if (handled)
        break;
    }
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

static void
press_all (Fixture *self, const char *keys)
{
  for (const char *key = keys; *key != '\0'; key++)
    press (self, (guint) *key);
}

static VbStatementRow *
find_statement (GtkWidget *root, const char *id)
{
  if (VB_IS_STATEMENT_ROW (root))
    {
      VbLadderStatement *statement = vb_statement_row_get_statement (VB_STATEMENT_ROW (root));

      return g_str_equal (vb_ladder_statement_get_id (statement), id) ? VB_STATEMENT_ROW (root)
                                                                      : NULL;
    }

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VbStatementRow *found = find_statement (child, id);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static VbStatementRow *
get_statement (Fixture *self, const char *id)
{
  VbStatementRow *row = find_statement (self->wizard, id);

  g_assert_nonnull (row);

  return row;
}

static VbStepRow *
find_step (GtkWidget *root, guint step)
{
  if (VB_IS_STEP_ROW (root))
    return vb_step_row_get_step (VB_STEP_ROW (root)) == step ? VB_STEP_ROW (root) : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      VbStepRow *found = find_step (child, step);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
assert_focus_on (Fixture *self, const char *id)
{
  GtkWidget *focus = gtk_window_get_focus (self->window);

  g_assert_true (VB_IS_STATEMENT_ROW (focus));
  g_assert_cmpstr (
      vb_ladder_statement_get_id (vb_statement_row_get_statement (VB_STATEMENT_ROW (focus))), ==,
      id);
}

static void
assert_answer (Fixture *self, const char *id, VbAnswer answer)
{
  g_assert_cmpint (vb_assessment_get_answer (get_assessment (self), id), ==, answer);
}

static void
assert_says (Fixture *self, const char *text)
{
  if (gui_find_text (self->wizard, text) == NULL)
    g_test_message ("nothing says: %s", text);
  g_assert_nonnull (gui_find_text (self->wizard, text));
}

static GtkWidget *
get_next_button (Fixture *self)
{
  return gui_find (self->wizard, GTK_TYPE_BUTTON, "suggested-action");
}

static void
click_next (Fixture *self)
{
  g_signal_emit_by_name (get_next_button (self), "clicked");
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

static guint
get_page (Fixture *self)
{
  return vb_assessment_wizard_get_page (VB_ASSESSMENT_WIZARD (self->wizard));
}

static void
show_page (Fixture *self, guint page)
{
  vb_assessment_wizard_show_page (VB_ASSESSMENT_WIZARD (self->wizard), page);
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

static void
undo (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  vb_document_undo (self->document, &error);
  g_assert_no_error (error);
  gui_wait_for_draw (GTK_WIDGET (self->window));
}

/* ---- answers --------------------------------------------------------------------------------- */

static void
test_keys_answer (Fixture *self, gconstpointer data)
{
  VbStatementRow *row = get_statement (self, "A2-S1");
  VbLadderStatement *statement = vb_statement_row_get_statement (row);
  const char *text = vb_bilingual_get (vb_ladder_statement_get_text (statement));
  g_autofree char *unanswered =
      g_strdup_printf ("Step 2 · Strategic. %s Answer: Not Answered", text);
  g_autofree char *answered = g_strdup_printf ("Step 2 · Strategic. %s Answer: Mostly", text);

  gtk_test_accessible_assert_role (row, GTK_ACCESSIBLE_ROLE_LIST_ITEM);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, unanswered);

  assert_focus_on (self, "A2-S1");
  press (self, '3');
  assert_answer (self, "A2-S1", VB_ANSWER_MOSTLY);
  gtk_test_accessible_assert_property (row, GTK_ACCESSIBLE_PROPERTY_LABEL, answered);

  /* On to the next by itself, and by the keys of a number pad; 0 takes an answer away. */
  assert_focus_on (self, "A2-T1");
  press (self, GDK_KEY_KP_5);
  assert_answer (self, "A2-T1", VB_ANSWER_NOT_RELEVANT);
  assert_focus_on (self, "A2-O1");
  press (self, GDK_KEY_Up);
  assert_focus_on (self, "A2-T1");
  press (self, '0');
  assert_answer (self, "A2-T1", VB_ANSWER_NONE);
  assert_focus_on (self, "A2-T1");

  /* What is no answer is left to others. */
  press (self, '6');
  assert_answer (self, "A2-T1", VB_ANSWER_NONE);
  press (self, GDK_KEY_Down);
  assert_focus_on (self, "A2-O1");
}

/* Each of the five can be clicked as well. */
static void
test_buttons_answer (Fixture *self, gconstpointer data)
{
  static const char *const names[] = { "1 No", "2 Partly", "3 Mostly", "4 Yes", "5 Not Relevant" };
  GtkWidget *choices =
      gui_find (GTK_WIDGET (get_statement (self, "A2-T1")), VB_TYPE_CHOICE_ROW, NULL);
  GtkWidget *button = gtk_widget_get_first_child (choices);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++, button = gtk_widget_get_next_sibling (button))
    {
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, names[i]);
      g_signal_emit_by_name (button, "clicked");
      gui_wait_for_draw (GTK_WIDGET (self->window));
      assert_answer (self, "A2-T1", VB_ANSWER_NO + i);
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_PRESSED,
                                        GTK_ACCESSIBLE_TRISTATE_TRUE);
    }
  g_assert_null (button);
}

static void
test_steps_open_and_fold (Fixture *self, gconstpointer data)
{
  GtkWidget *higher = GTK_WIDGET (get_statement (self, "A3-S1"));
  GtkWidget *highest = GTK_WIDGET (get_statement (self, "A5-S1"));

  assert_says (self, "Step 1 · Reactive");
  assert_says (self, "the floor, always reached");
  g_assert_false (gtk_widget_get_visible (higher));
  gtk_test_accessible_assert_state (find_step (self->wizard, 2), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    TRUE);
  gtk_test_accessible_assert_state (find_step (self->wizard, 3), GTK_ACCESSIBLE_STATE_EXPANDED,
                                    FALSE);

  /* A fulfilled step opens the next, and the area's step follows at once. */
  press_all (self, "44");
  assert_says (self, "2 of 3 answered");
  g_assert_false (gtk_widget_get_visible (higher));
  press (self, '3');
  assert_says (self, "fulfilled");
  assert_says (self, "Step 2 · Begun");
  g_assert_true (gtk_widget_get_visible (higher));
  assert_focus_on (self, "A3-S1");

  /* One that is not fulfilled leaves those above it folded, and goes on to the button. */
  press_all (self, "111");
  assert_says (self, "not fulfilled");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_statement (self, "A4-S1"))));
  g_assert_true (gtk_window_get_focus (self->window) == get_next_button (self));

  /* Whoever wants answers above all the same. */
  g_signal_emit_by_name (find_step (self->wizard, 5), "activate");
  gui_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_true (gtk_widget_get_visible (highest));
  gtk_widget_grab_focus (highest);
  press (self, '2');
  assert_answer (self, "A5-S1", VB_ANSWER_PARTLY);
  g_signal_emit_by_name (find_step (self->wizard, 5), "activate");
  g_assert_false (gtk_widget_get_visible (highest));
}

/* An area is opened where there is something to do: its fulfilled steps are folded. */
static void
test_opens_at_lowest_unfulfilled (Fixture *self, gconstpointer data)
{
  press_all (self, "444");
  show_page (self, 1);
  show_page (self, 0);

  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_statement (self, "A2-S1"))));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_statement (self, "A3-S1"))));
  assert_focus_on (self, "A3-S1");
}

static void
test_passed_over (Fixture *self, gconstpointer data)
{
  press (self, GDK_KEY_Down);
  press_all (self, "44");
  /* The last one is answered, but not the first. */
  assert_focus_on (self, "A2-S1");
  press (self, '4');
  assert_says (self, "Step 2 · Begun");
}

/* ---- texts ----------------------------------------------------------------------------------- */

static void
test_evidence (Fixture *self, gconstpointer data)
{
  VbStatementRow *row = get_statement (self, "A2-S1");
  GtkWidget *entry = gui_find (GTK_WIDGET (row), GTK_TYPE_ENTRY, NULL);
  g_autofree char *expected = g_strdup_printf (
      "Evidence, such as: %s",
      vb_bilingual_get (vb_ladder_statement_get_evidence (vb_statement_row_get_statement (row))));

  g_assert_cmpstr (gtk_entry_get_placeholder_text (GTK_ENTRY (entry)), ==, expected);
  gtk_test_accessible_assert_property (entry, GTK_ACCESSIBLE_PROPERTY_LABEL, expected);

  /* Enter on the row goes there; Enter there stores and goes on. */
  g_signal_emit_by_name (row, "activate");
  g_assert_true (gtk_widget_is_ancestor (gtk_window_get_focus (self->window), entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "  protokoll 2026-10-02 ");
  g_assert_null (vb_assessment_get_evidence (get_assessment (self), "A2-S1"));
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpstr (vb_assessment_get_evidence (get_assessment (self), "A2-S1"), ==,
                   "protokoll 2026-10-02");
  assert_focus_on (self, "A2-T1");

  /* What is typed is stored when the page is left in haste, and can be undone. */
  gtk_editable_set_text (GTK_EDITABLE (entry), "protokoll 2026-11-03");
  show_page (self, 1);
  g_assert_cmpstr (vb_assessment_get_evidence (get_assessment (self), "A2-S1"), ==,
                   "protokoll 2026-11-03");
  show_page (self, 0);
  undo (self);
  entry = gui_find (GTK_WIDGET (get_statement (self, "A2-S1")), GTK_TYPE_ENTRY, NULL);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), !=, "protokoll 2026-11-03");
}

static gboolean
has_comment (gpointer user_data)
{
  return vb_assessment_get_area (get_assessment (user_data), "A")->comment != NULL;
}

/* A pause is enough. */
static void
test_comment (Fixture *self, gconstpointer data)
{
  GtkWidget *view = gui_find (self->wizard, GTK_TYPE_TEXT_VIEW, NULL);

  gtk_text_buffer_set_text (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)), "Två\nrader", -1);
  g_assert_false (has_comment (self));
  gui_wait_until (has_comment, self);
  g_assert_cmpstr (vb_assessment_get_area (get_assessment (self), "A")->comment, ==, "Två\nrader");
}

/* ---- pages ----------------------------------------------------------------------------------- */

static void
test_goes_back_and_forth (Fixture *self, gconstpointer data)
{
  GtkWidget *previous = gui_find (self->wizard, GTK_TYPE_BUTTON, "page-step");
  GtkWidget *dots = gui_find (self->wizard, GTK_TYPE_BUTTON, "area-dot");

  assert_says (self, "1 Leadership and culture");
  assert_says (self, "Medicin 1 · Management · 12 Nov 2026 · saved as you go");
  assert_says (self, "Own proposal, not Socialstyrelsen's wording.");
  g_assert_false (gtk_widget_get_visible (previous));
  gtk_test_accessible_assert_property (get_next_button (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next: Need");
  gtk_test_accessible_assert_property (
      dots, GTK_ACCESSIBLE_PROPERTY_LABEL,
      "1 Leadership and culture: Step 1 · Reactive, 3 statements left to answer");

  click_next (self);
  assert_says (self, "2 Need");
  g_assert_cmpstr (vb_assessment_get_current_area (get_assessment (self)), ==, "B");
  assert_focus_on (self, "B2-S1");
  gtk_test_accessible_assert_property (previous, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Previous: Leadership and culture");
  gtk_widget_activate_action (self->wizard, "assessment.next", NULL);
  assert_says (self, "3 Capacity");
  gtk_widget_activate_action (self->wizard, "assessment.previous", NULL);
  assert_says (self, "2 Need");

  /* A dot leads to its area, the mark behind the dots to the review. */
  g_signal_emit_by_name (dots, "clicked");
  g_assert_cmpuint (get_page (self), ==, 0);
  g_signal_emit_by_name (gtk_widget_get_last_child (gtk_widget_get_parent (dots)), "clicked");
  g_assert_cmpuint (get_page (self), ==, N_AREAS);
}

static void
test_resumes (Fixture *self, gconstpointer data)
{
  click_next (self);
  click_next (self);
  press_all (self, "44");
  gtk_widget_activate_action (self->wizard, "assessment.leave", NULL);
  g_assert_cmpuint (self->n_closed, ==, 1);
  gui_window_destroy (self->window);

  open_wizard (self, 940, 720);
  assert_says (self, "3 Capacity");
  assert_focus_on (self, "C2-O1");
  g_assert_cmpint (vb_statement_row_get_answer (get_statement (self, "C2-S1")), ==, VB_ANSWER_YES);
}

static void
test_undo_is_in_sight (Fixture *self, gconstpointer data)
{
  press_all (self, "42");
  undo (self);
  assert_answer (self, "A2-T1", VB_ANSWER_NONE);
  g_assert_cmpint (vb_statement_row_get_answer (get_statement (self, "A2-T1")), ==, VB_ANSWER_NONE);
  assert_focus_on (self, "A2-T1");

  /* What is undone on another page is shown there. */
  show_page (self, 4);
  undo (self);
  g_assert_cmpuint (get_page (self), ==, 0);
  assert_focus_on (self, "A2-S1");
  g_assert_cmpint (vb_statement_row_get_answer (get_statement (self, "A2-S1")), ==, VB_ANSWER_NONE);

  g_assert_true (vb_document_redo (self->document, NULL));
  g_assert_cmpint (vb_statement_row_get_answer (get_statement (self, "A2-S1")), ==, VB_ANSWER_YES);

  /* Its beginning undone, there is nothing to fill in. */
  undo (self);
  g_assert_cmpuint (self->n_closed, ==, 0);
  undo (self);
  g_assert_cmpuint (self->n_closed, ==, 1);
}

static void
test_wanted_step (Fixture *self, gconstpointer data)
{
  GtkWidget *label = gui_find_text (self->wizard, "Wanted step");
  GtkWidget *choices = gtk_label_get_mnemonic_widget (GTK_LABEL (label));
  GtkWidget *third = gtk_widget_get_next_sibling (
      gtk_widget_get_next_sibling (gtk_widget_get_first_child (choices)));

  gtk_test_accessible_assert_property (third, GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Wanted: Step 3 · Systematic");
  gtk_widget_grab_focus (choices);
  press (self, '3');
  g_assert_cmpuint (vb_assessment_get_area (get_assessment (self), "A")->wanted_step, ==, 3);
  g_assert_cmpuint (vb_choice_row_get_chosen (VB_CHOICE_ROW (choices)), ==, 3);
  g_assert_true (gtk_window_get_focus (self->window) == get_next_button (self));

  undo (self);
  g_assert_cmpuint (vb_choice_row_get_chosen (VB_CHOICE_ROW (choices)), ==, 0);

  /* The same once more takes it away. */
  g_signal_emit_by_name (third, "clicked");
  g_signal_emit_by_name (third, "clicked");
  g_assert_cmpuint (vb_assessment_get_area (get_assessment (self), "A")->wanted_step, ==, 0);
  g_assert_cmpuint (vb_choice_row_get_chosen (VB_CHOICE_ROW (choices)), ==, 0);
}

/* ---- review ---------------------------------------------------------------------------------- */

static void
answer_all (Fixture *self, const char *area, guint step, VbAnswer answer)
{
  static const char *const levels[] = { "S1", "T1", "O1" };
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      g_autofree char *id = g_strdup_printf ("%s%u-%s", area, step, levels[i]);

      vb_document_set_answer (self->document, self->assessment, id, answer, &error);
      g_assert_no_error (error);
    }
}

static GtkWidget *
get_review_row (Fixture *self, guint area)
{
  GtkWidget *list = gtk_widget_get_parent (gui_find (self->wizard, VB_TYPE_REVIEW_ROW, NULL));

  return GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (list), area));
}

static void
test_review (Fixture *self, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  for (const char *area = "ABCDEFGHIJ"; *area != '\0'; area++)
    {
      char id[] = { *area, '\0' };

      answer_all (self, id, 2, VB_ANSWER_YES);
    }
  answer_all (self, "B", 2, VB_ANSWER_NO);
  answer_all (self, "B", 3, VB_ANSWER_YES);
  answer_all (self, "C", 3, VB_ANSWER_NO);
  vb_document_set_wanted_step (self->document, self->assessment, "C", 4, &error);
  g_assert_no_error (error);

  show_page (self, N_AREAS);
  assert_says (self, "Reached: Step 1 · Reactive");
  assert_says (self, "The lowest step of the areas that count. Their mean is 1.9.");
  gtk_test_accessible_assert_property (get_review_row (self, 1), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "2 Need: Step 1 · Reactive, wanted: –, all answered. Hole: "
                                       "step 2 is not fulfilled, though step 3 is");
  gtk_test_accessible_assert_property (get_review_row (self, 2), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "3 Capacity: Step 2 · Begun, wanted: step 4, all answered");
  gtk_test_accessible_assert_property (get_review_row (self, 3), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "4 Forecasting: Step 2 · Begun, wanted: –, 4 not answered");

  /* A row leads to its area. */
  g_signal_emit_by_name (get_review_row (self, 3), "activate");
  gui_wait_for_draw (GTK_WIDGET (self->window));
  g_assert_cmpuint (get_page (self), ==, 3);
  assert_focus_on (self, "D3-S1");
}

static void
test_done (Fixture *self, gconstpointer data)
{
  show_page (self, N_AREAS - 1);
  gtk_test_accessible_assert_property (get_next_button (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Next: Review");
  click_next (self);
  g_assert_cmpuint (get_page (self), ==, N_AREAS);
  g_assert_true (gtk_window_get_focus (self->window) == get_next_button (self));
  gtk_test_accessible_assert_property (get_next_button (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Finish");
  click_next (self);
  g_assert_cmpuint (self->n_done, ==, 1);
  g_assert_cmpint (vb_assessment_get_state (get_assessment (self)), ==, VB_ASSESSMENT_DONE);

  /* It can be looked through, and opened again. */
  gui_window_destroy (self->window);
  open_wizard (self, 940, 720);
  g_assert_cmpuint (get_page (self), ==, N_AREAS);
  show_page (self, 0);
  assert_says (self, "Medicin 1 · Management · 12 Nov 2026 · done, not to be changed");
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_statement (self, "A2-S1"))));
  show_page (self, N_AREAS);
  gtk_test_accessible_assert_property (get_next_button (self), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                       "Change Answers");
  click_next (self);
  g_assert_cmpint (vb_assessment_get_state (get_assessment (self)), ==, VB_ASSESSMENT_DRAFT);
  show_page (self, 0);
  press (self, '1');
  assert_answer (self, "A2-S1", VB_ANSWER_NO);
}

/* ---- what every page has --------------------------------------------------------------------- */

/* Words are translated only where the program began in Swedish; the ladder's follow the reader. */
static gboolean
is_translated (void)
{
  return g_strcmp0 (g_dgettext (GETTEXT_PACKAGE, "Wanted: %s"), "Wanted: %s") != 0;
}

static void
test_lint (Fixture *self, gconstpointer data)
{
  static const int widths[] = { 940, 360 };

  answer_all (self, "B", 2, VB_ANSWER_NO);
  answer_all (self, "B", 3, VB_ANSWER_YES);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      gui_window_destroy (self->window);
      open_wizard (self, widths[i], 720);
      for (guint page = 0; page <= N_AREAS; page++)
        {
          show_page (self, page);
          g_assert_cmpint (gtk_widget_get_width (self->wizard), <=, widths[i]);
          gui_assert_all_named (self->wizard);
          gui_assert_not_clipped (self->wizard);
          if (g_str_equal (data, "sv") && is_translated ())
            gui_assert_translated (self->wizard);
        }
    }
}

int
main (int argc, char *argv[])
{
  gui_init (&argc, &argv);

#define ADD(path, language, function)                                                              \
  g_test_add ("/views/assessment/" path, Fixture, language, set_up, function, tear_down)
  ADD ("keys", "en", test_keys_answer);
  ADD ("buttons", "en", test_buttons_answer);
  ADD ("fold", "en", test_steps_open_and_fold);
  ADD ("lowest-unfulfilled", "en", test_opens_at_lowest_unfulfilled);
  ADD ("passed-over", "en", test_passed_over);
  ADD ("evidence", "en", test_evidence);
  ADD ("comment", "en", test_comment);
  ADD ("back-and-forth", "en", test_goes_back_and_forth);
  ADD ("resume", "en", test_resumes);
  ADD ("undo", "en", test_undo_is_in_sight);
  ADD ("wanted-step", "en", test_wanted_step);
  ADD ("review", "en", test_review);
  ADD ("done", "en", test_done);
  ADD ("lint/en", "en", test_lint);
  ADD ("lint/sv", "sv", test_lint);
#undef ADD

  return g_test_run ();
}

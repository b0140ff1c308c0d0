/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "pictures-scenes.h"

#include "vb-assessment-wizard.h"
#include "vb-dialogue-dialog.h"
#include "vb-document-actions.h"
#include "vb-document-ladders.h"
#include "vb-focus-area-dialog.h"
#include "vb-focus-card.h"
#include "vb-focus-measure-dialog.h"
#include "vb-ladder-page.h"
#include "vb-ladder-reader.h"

/* ---- actions and dialogues ------------------------------------------------------------------- */

static GtkWidget *
find_part (VbWindow *window, GType type)
{
  GtkWidget *part = gui_find (GTK_WIDGET (vb_window_get_page (window)), type, NULL);

  g_assert_nonnull (part);
  return part;
}

static void
take_dialog (
    const Camera *camera, VbWindow *window, const char *action, gint64 id, const char *name)
{
  GtkWidget *page = GTK_WIDGET (vb_window_get_page (window));

  g_assert_true (id != 0 ? gtk_widget_activate_action (page, action, "x", id)
                         : gtk_widget_activate_action (page, action, NULL));
  camera_take_newest_window (camera, name);
}

static void
take_focus_areas (const Camera *camera, VbWindow *window)
{
  VbDocument *document = vb_window_get_document (window);
  g_autoptr (VbFocusArea) area = g_list_model_get_item (vb_document_get_focus_areas (document), 0);
  g_autoptr (VbFocusMeasure) measure = g_list_model_get_item (vb_focus_area_get_measures (area), 0);
  GtkWidget *card = find_part (window, VB_TYPE_FOCUS_CARD);

  adw_expander_row_set_expanded (ADW_EXPANDER_ROW (gui_find (card, ADW_TYPE_EXPANDER_ROW, NULL)),
                                 TRUE);
  gui_wait_for_draw (GTK_WIDGET (window));
  camera_take (camera, card, "focus-areas");

  gtk_window_present (GTK_WINDOW (vb_focus_area_dialog_new (GTK_WINDOW (window), document, NULL)));
  camera_take_newest_window (camera, "focus-area-new");
  gtk_window_present (GTK_WINDOW (vb_focus_area_dialog_new (GTK_WINDOW (window), document, area)));
  camera_take_newest_window (camera, "focus-area-edit");
  gtk_window_present (GTK_WINDOW (vb_focus_measure_dialog_new (
      GTK_WINDOW (window), document, vb_focus_area_get_id (area), measure)));
  camera_take_newest_window (camera, "focus-measure-edit");
}

static void
take_actions (const Camera *camera, VbWindow *window)
{
  VbDocument *document = vb_window_get_document (window);
  g_autoptr (VbAction) action = g_list_model_get_item (vb_document_get_actions (document), 0);
  g_autoptr (VbDialogue) dialogue = g_list_model_get_item (vb_document_get_dialogues (document), 0);

  gui_app_show_page (window, "actions");
  take_dialog (camera, window, "actions.add", 0, "action-new");
  take_dialog (camera, window, "actions.edit", vb_action_get_id (action), "action-edit");
  take_focus_areas (camera, window);
  /* The board is chosen, and of the two buttons the first. */
  gtk_toggle_button_set_active (
      GTK_TOGGLE_BUTTON (gtk_widget_get_next_sibling (find_part (window, GTK_TYPE_TOGGLE_BUTTON))),
      TRUE);
  gui_app_wait_until_idle (window);
  camera_take_page (camera, window, "actions-table");

  gui_app_show_page (window, "dialogues");
  take_dialog (camera, window, "dialogues.add", 0, "dialogue-new");
  gtk_window_present (GTK_WINDOW (
      vb_dialogue_dialog_new (GTK_WINDOW (window), document,
                              vb_session_get_unit (vb_window_get_session (window)), dialogue)));
  camera_take_newest_window (camera, "dialogue-edit");
}

/* ---- a self-assessment ----------------------------------------------------------------------- */

static void
take_wizard (const Camera *camera, VbWindow *window, guint page, const char *name)
{
  GtkWidget *wizard = find_part (window, VB_TYPE_ASSESSMENT_WIZARD);

  vb_assessment_wizard_show_page (VB_ASSESSMENT_WIZARD (wizard), page);
  gui_wait_for_draw (GTK_WIDGET (window));
  camera_take_scrolled (camera, GTK_WIDGET (window), wizard, name);
}

static void
take_report (const Camera *camera, VbWindow *window, gboolean units, const char *name)
{
  const double scale = 1.5; /* pixels a point */
  g_autoptr (VbReport) report =
      vb_ladder_page_make_report (VB_LADDER_PAGE (vb_window_get_page (window)), units);

  for (guint page = 0; page < vb_report_get_n_pages (report); page++)
    {
      g_autofree char *file = g_strdup_printf ("%s-%u-%s.png", name, page + 1, camera->variant);
      g_autofree char *path = g_build_filename (camera->folder, file, NULL);
      cairo_surface_t *surface =
          cairo_image_surface_create (CAIRO_FORMAT_RGB24, (int) (scale * VB_REPORT_PAGE_WIDTH),
                                      (int) (scale * VB_REPORT_PAGE_HEIGHT));
      cairo_t *cr = cairo_create (surface);

      cairo_set_source_rgb (cr, 1, 1, 1);
      cairo_paint (cr);
      cairo_scale (cr, scale, scale);
      vb_report_draw_page (report, cr, page);
      g_assert_cmpint (cairo_surface_write_to_png (surface, path), ==, CAIRO_STATUS_SUCCESS);
      g_print ("%s\n", path);
      cairo_destroy (cr);
      cairo_surface_destroy (surface);
    }
}

/* Half of the statements answered, not all of them alike. */
static gint64
begin_assessment (VbWindow *window, VbLadder *ladder)
{
  VbDocument *document = vb_window_get_document (window);
  VbUnit *unit = vb_session_get_unit (vb_window_get_session (window));
  g_autoptr (GError) error = NULL;
  gint64 id = vb_document_start_assessment (document, vb_unit_get_id (unit), ladder,
                                            VB_ROLE_GROUP_MANAGEMENT,
                                            vb_day_from_ymd (2026, 11, 12), 6, &error);

  g_assert_no_error (error);
  for (guint i = 0; i < vb_ladder_get_n_statements (ladder) / 2; i++)
    {
      VbLadderStatement *statement = vb_ladder_get_statement (ladder, i);
      const char *id_of_statement = vb_ladder_statement_get_id (statement);

      vb_document_set_answer (document, id, id_of_statement,
                              vb_ladder_statement_get_step (statement) < 3
                                  ? VB_ANSWER_YES
                                  : (VbAnswer) (VB_ANSWER_NO + i % 4),
                              &error);
      g_assert_no_error (error);
    }

  return id;
}

static void
take_assessment (const Camera *camera, VbWindow *window)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) ladders = vb_ladder_reader_read_shipped (&error);
  guint n_areas;
  gint64 id;

  g_assert_no_error (error);
  n_areas = g_list_model_get_n_items (vb_ladder_get_areas (ladders->pdata[0]));
  gui_app_show_page (window, "ladder");
  take_report (camera, window, FALSE, "report");
  take_report (camera, window, TRUE, "report-units");
  id = begin_assessment (window, ladders->pdata[0]);
  gui_app_wait_until_idle (window);
  take_dialog (camera, window, "ladder.new", 0, "assessment-start");

  vb_ladder_page_open_assessment (VB_LADDER_PAGE (vb_window_get_page (window)), id);
  take_wizard (camera, window, 0, "wizard-first");
  take_wizard (camera, window, 1, "wizard-area");
  take_wizard (camera, window, n_areas, "wizard-review");
}

void
pictures_take_development (const Camera *camera, VbWindow *window)
{
  take_actions (camera, window);
  take_assessment (camera, window);
}

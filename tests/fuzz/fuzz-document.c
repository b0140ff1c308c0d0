/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the program does with a file that it is told is a document. */
#include <fcntl.h>
#include <math.h>
#include <stdint.h>
#include <sys/mman.h>
#include <unistd.h>

#include "vb-document-actions.h"
#include "vb-document-ladders.h"
#include "vb-document.h"
#include "vb-import.h"
#include "vb-ladder-board.h"
#include "vb-snapshot.h"

int LLVMFuzzerTestOneInput (const uint8_t *data, size_t size);

static void
read_unit (VbDocument *document, VbUnit *unit)
{
  GListModel *children = vb_unit_get_children (unit);
  g_autofree char *path = vb_unit_dup_path (unit);

  g_assert_true (g_str_has_suffix (path, vb_unit_get_name (unit)));
  g_assert_true (vb_document_get_unit (document, vb_unit_get_id (unit)) == unit);
  for (VbGrain grain = 0; grain < VB_N_GRAINS; grain++)
    {
      GArray *points = vb_document_read_series (document, vb_unit_get_id (unit),
                                                VB_MEASURE_AVAILABLE_BEDS, grain, NULL);

      g_clear_pointer (&points, g_array_unref);
    }
  for (guint i = 0; i < g_list_model_get_n_items (children); i++)
    {
      g_autoptr (VbUnit) child = g_list_model_get_item (children, i);

      g_assert_true (vb_unit_get_parent (child) == unit);
      read_unit (document, child);
    }
}

/* May fail, not fall. */
static void
change (VbDocument *document)
{
  GListModel *roots = vb_document_get_roots (document);
  GListModel *imports = vb_document_get_imports (document);
  g_autoptr (VbUnit) unit = g_list_model_get_item (roots, 0);
  g_autoptr (VbImport) import = g_list_model_get_item (imports, 0);
  VbPeriod day = { VB_GRAIN_DAY, vb_day_from_ymd (2024, 1, 25) };

  if (import != NULL)
    {
      GPtrArray *problems =
          vb_document_read_import_problems (document, vb_import_get_id (import), NULL);

      g_clear_pointer (&problems, g_ptr_array_unref);
      vb_document_take_back_import (document, vb_import_get_id (import), NULL);
      vb_document_undo (document, NULL);
    }
  if (unit != NULL)
    {
      gint64 id = vb_unit_get_id (unit);

      vb_document_set_observation (document, id, VB_MEASURE_AVAILABLE_BEDS, day, 1, NULL);
      vb_document_set_observation (document, id, VB_MEASURE_AVAILABLE_BEDS, day, (double) NAN,
                                   NULL);
      vb_document_remove_unit (document, id, NULL);
      vb_document_undo (document, NULL);
    }
}

/* Scores it, answers the first statement, and takes that back. */
static void
use_assessment (VbDocument *document, VbAssessment *assessment)
{
  g_autoptr (VbLadderResult) result = vb_ladder_board_score (assessment);
  VbLadder *ladder = vb_assessment_get_ladder (assessment);
  const char *statement = vb_ladder_statement_get_id (vb_ladder_get_statement (ladder, 0));
  VbUnit *unit = vb_document_get_unit (document, vb_assessment_get_unit_id (assessment));
  gint64 id = vb_assessment_get_id (assessment);
  GListModel *rows = vb_ladder_board_roll_up (vb_document_get_assessments (document), ladder, unit,
                                              vb_document_get_smallest_group (document));

  g_assert_cmpuint (vb_ladder_result_get_step (result, VB_PLANNING_LEVEL_NONE), <=,
                    vb_ladder_get_n_steps (ladder));
  g_object_unref (rows);
  vb_document_reopen_assessment (document, id, NULL);
  vb_document_set_answer (document, id, statement, VB_ANSWER_PARTLY, NULL);
  vb_document_undo (document, NULL);
  vb_document_remove_assessment (document, id, NULL);
  vb_document_undo (document, NULL);
}

static void
use_plan (VbDocument *document)
{
  GListModel *assessments = vb_document_get_assessments (document);
  GListModel *actions = vb_document_get_actions (document);
  g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, 0);
  g_autoptr (VbAction) action = g_list_model_get_item (actions, 0);
  g_autoptr (VbDialogue) dialogue = g_list_model_get_item (vb_document_get_dialogues (document), 0);

  if (assessment != NULL)
    use_assessment (document, assessment);
  if (action != NULL)
    {
      vb_document_change_action (document, vb_action_get_id (action), vb_action_get_facts (action),
                                 NULL);
      vb_document_remove_action (document, vb_action_get_id (action), NULL);
      vb_document_undo (document, NULL);
    }
  if (dialogue != NULL)
    vb_document_change_dialogue (document, vb_dialogue_get_id (dialogue),
                                 vb_dialogue_get_facts (dialogue), NULL);
}

static void
use (VbDocument *document)
{
  static const guint16 measures[] = { VB_MEASURE_AVAILABLE_BEDS, VB_MEASURE_POPULATION };
  GListModel *roots = vb_document_get_roots (document);
  g_autoptr (VbSnapshot) snapshot = vb_snapshot_new (document);
  g_autoptr (VbSnapshotObservations) observations =
      vb_snapshot_read_observations (snapshot, measures, G_N_ELEMENTS (measures), NULL, NULL);
  VbDay first;
  VbDay end;

  g_assert_true (observations == NULL
                 || vb_snapshot_get_tree (snapshot)->n == vb_document_get_n_units (document));
  vb_document_get_extent (document, &first, &end);
  for (guint i = 0; i < g_list_model_get_n_items (roots); i++)
    {
      g_autoptr (VbUnit) root = g_list_model_get_item (roots, i);

      read_unit (document, root);
    }
  use_plan (document);
  change (document);
}

int
LLVMFuzzerTestOneInput (const uint8_t *data, size_t size)
{
  int fd = memfd_create ("fuzz", MFD_CLOEXEC);
  g_autofree char *path = g_strdup_printf ("/proc/self/fd/%d", fd);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (VbDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (fd, >=, 0);
  g_assert_cmpint (write (fd, data, size), ==, (gssize) size);
  document = vb_document_open (file, NULL, &error);
  close (fd);
  g_assert_true ((document != NULL) == (error == NULL));
  if (document != NULL)
    {
      use (document);
      vb_document_close (document);
    }
  return 0;
}

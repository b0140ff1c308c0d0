/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-history.h"

static VbStep *
make_step (const char *label, gsize size)
{
  g_autofree char *bytes = g_malloc0 (size);
  g_autoptr (GBytes) changeset = g_bytes_new (bytes, size);

  return vb_step_new (VB_STEP_CHANGE, label, changeset);
}

static void
test_line (void)
{
  g_autoptr (VbHistory) history = vb_history_new (100000);

  g_assert_null (vb_history_peek_undo (history));
  vb_history_push (history, make_step ("a", 10));
  vb_history_push (history, make_step ("b", 10));
  vb_history_step_back (history);
  g_assert_cmpstr (vb_history_peek_undo (history)->label, ==, "a");
  g_assert_cmpstr (vb_history_peek_redo (history)->label, ==, "b");
  vb_history_push (history, make_step ("c", 10));
  g_assert_null (vb_history_peek_redo (history));
  vb_history_step_back (history);
  vb_history_step_back (history);
  g_assert_null (vb_history_peek_undo (history));
  vb_history_step_forward (history);
  g_assert_cmpstr (vb_history_peek_redo (history)->label, ==, "c");
}

static void
test_saved (void)
{
  g_autoptr (VbHistory) history = vb_history_new (100000);

  g_assert_false (vb_history_get_modified (history));
  vb_history_push (history, make_step ("a", 10));
  g_assert_true (vb_history_get_modified (history));
  vb_history_mark_saved (history, vb_history_get_moment (history));
  vb_history_push (history, make_step ("b", 10));
  vb_history_step_back (history);
  g_assert_false (vb_history_get_modified (history));
  vb_history_step_back (history);
  g_assert_true (vb_history_get_modified (history));
  /* Another way to the same height is not the same place. */
  vb_history_push (history, make_step ("c", 10));
  g_assert_true (vb_history_get_modified (history));
  vb_history_mark_unsaved (history);
  vb_history_step_back (history);
  g_assert_true (vb_history_get_modified (history));
}

/* Old steps go when there is no room; the newest stays however large; what was saved before the
 * oldest kept step is out of reach. */
static void
test_cap (void)
{
  g_autoptr (VbHistory) history = vb_history_new (10000);
  guint n = 0;

  for (guint i = 0; i < 30; i++)
    vb_history_push (history, make_step ("x", 900));
  while (vb_history_peek_undo (history) != NULL)
    {
      vb_history_step_back (history);
      n++;
    }
  g_assert_cmpuint (n, >=, 8);
  g_assert_cmpuint (n, <=, 11);
  g_assert_true (vb_history_get_modified (history));
  vb_history_push (history, make_step ("large", 50000));
  g_assert_cmpstr (vb_history_peek_undo (history)->label, ==, "large");
  vb_history_step_back (history);
  g_assert_cmpstr (vb_history_peek_redo (history)->label, ==, "large");
}

static void
on_notify (VbHistory *history, GParamSpec *pspec, GString *heard)
{
  if (g_str_equal (pspec->name, "undo-label"))
    g_string_append_c (heard, '.');
}

static void
test_labels (void)
{
  g_autoptr (VbHistory) history = vb_history_new (100000);
  g_autoptr (GString) heard = g_string_new (NULL);
  g_autofree char *undo_label = NULL;
  g_autofree char *redo_label = NULL;
  gboolean can_undo;
  gboolean can_redo;
  gboolean modified;

  g_signal_connect (history, "notify", G_CALLBACK (on_notify), heard);
  vb_history_push (history, make_step ("removal of Ward 3", 10));
  vb_history_push (history, make_step ("move of Ward 4", 10));
  vb_history_step_back (history);
  g_object_get (history, "undo-label", &undo_label, "redo-label", &redo_label, "can-undo",
                &can_undo, "can-redo", &can_redo, "modified", &modified, NULL);
  g_assert_cmpstr (undo_label, ==, "Undo removal of Ward 3");
  g_assert_cmpstr (redo_label, ==, "Redo move of Ward 4");
  g_assert_true (can_undo && can_redo && modified);
  g_assert_cmpstr (heard->str, ==, "...");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/document/history/line", test_line);
  g_test_add_func ("/document/history/saved", test_saved);
  g_test_add_func ("/document/history/cap", test_cap);
  g_test_add_func ("/document/history/labels", test_labels);
  return g_test_run ();
}

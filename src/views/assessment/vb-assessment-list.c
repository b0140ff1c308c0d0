/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-assessment-list.h"

#include <glib/gi18n-lib.h>

#include "vb-ladder-words.h"

struct _VbAssessmentList
{
  AdwPreferencesGroup parent_instance;

  GPtrArray *rows; /* GtkWidget, not owned */
};

enum
{
  SIGNAL_CHOSEN,
  SIGNAL_OPEN,
  SIGNAL_REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (VbAssessmentList, vb_assessment_list, ADW_TYPE_PREFERENCES_GROUP)

static gint64
get_id (GtkWidget *widget)
{
  GtkWidget *row = gtk_widget_get_ancestor (widget, ADW_TYPE_ACTION_ROW);

  return *(gint64 *) g_object_get_data (G_OBJECT (row), "vb-assessment");
}

static void
emit (GtkWidget *widget, guint signal)
{
  GtkWidget *self = gtk_widget_get_ancestor (widget, VB_TYPE_ASSESSMENT_LIST);

  g_signal_emit (self, signals[signal], 0, get_id (widget));
}

static void
on_activated (GtkWidget *row)
{
  emit (row, SIGNAL_CHOSEN);
}

static void
on_open (GtkWidget *button)
{
  emit (button, SIGNAL_OPEN);
}

static void
on_remove (GtkWidget *button)
{
  emit (button, SIGNAL_REMOVE);
}

static GtkWidget *
add_button (
    GtkWidget *row, const char *icon_name, const char *tip, const char *name, GCallback callback)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon_name);
  /* Translators: what a button does, and with which assessment: "Remove: 12 Nov 2026 · Management"
   */
  g_autofree char *label = g_strdup_printf (_ ("%s: %s"), tip, name);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect (button, "clicked", callback, NULL);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);
  return button;
}

/* "Management, 7 participants"; "Management, draft: 34 of 122 answered". */
static char *
dup_subtitle (VbAssessment *assessment)
{
  guint n = vb_assessment_get_participants (assessment);
  const char *role = vb_role_group_get_label (vb_assessment_get_role (assessment));

  if (vb_assessment_get_state (assessment) == VB_ASSESSMENT_DRAFT)
    /* Translators: a role group, and how many statements of how many are answered */
    return g_strdup_printf (_ ("%s, draft: %u of %u answered"), role,
                            vb_assessment_get_n_answered (assessment),
                            vb_ladder_get_n_statements (vb_assessment_get_ladder (assessment)));
  /* Translators: a role group and its number of participants */
  return g_strdup_printf (ngettext ("%s, %u participant", "%s, %u participants", n), role, n);
}

static GtkWidget *
make_row (VbAssessment *assessment, gboolean shown, gboolean versions)
{
  GtkWidget *row = adw_action_row_new ();
  gint64 id = vb_assessment_get_id (assessment);
  g_autofree char *title = vb_day_format (vb_assessment_get_day (assessment));
  g_autofree char *name = vb_ladder_words_dup_assessment (assessment);
  g_autofree char *facts = dup_subtitle (assessment);
  g_autofree char *subtitle = NULL;
  gboolean draft = vb_assessment_get_state (assessment) == VB_ASSESSMENT_DRAFT;
  GtkWidget *mark = gtk_image_new_from_icon_name ("object-select-symbolic");

  if (versions)
    {
      VbLadder *ladder = vb_assessment_get_ladder (assessment);

      subtitle =
          g_strdup_printf ("%s · %s %s", facts, vb_bilingual_get (vb_ladder_get_name (ladder)),
                           vb_ladder_get_version (ladder));
    }
  g_object_set_data_full (G_OBJECT (row), "vb-assessment", g_memdup2 (&id, sizeof id), g_free);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), versions ? subtitle : facts);
  adw_action_row_set_subtitle_lines (ADW_ACTION_ROW (row), 3);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  g_signal_connect (row, "activated", G_CALLBACK (on_activated), NULL);

  /* Keeps its room where it is not seen, so that the titles stand in line. */
  gtk_widget_set_opacity (mark, shown ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (mark), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  shown ? _ ("shown") : "", -1);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), mark);
  add_button (row, draft ? "document-edit-symbolic" : "view-list-symbolic",
              draft ? _ ("Resume") : _ ("Show Answers"), name, G_CALLBACK (on_open));
  add_button (row, "user-trash-symbolic", _ ("Remove"), name, G_CALLBACK (on_remove));
  return row;
}

static gboolean
has_versions (GListModel *assessments, gint64 unit_id)
{
  VbLadder *first = NULL;

  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);

      if (vb_assessment_get_unit_id (assessment) != unit_id)
        continue;
      if (first != NULL && vb_assessment_get_ladder (assessment) != first)
        return TRUE;
      first = vb_assessment_get_ladder (assessment);
    }
  return FALSE;
}

/* The place of the row that has the focus, or whose button has; -1 if none. */
static int
find_focus (VbAssessmentList *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->rows, i);

      if (gtk_widget_has_focus (row) || gtk_widget_get_focus_child (row) != NULL)
        return (int) i;
    }
  return -1;
}

void
vb_assessment_list_show (VbAssessmentList *self,
                         VbDocument *document,
                         gint64 unit_id,
                         VbAssessment *shown)
{
  GListModel *assessments = vb_document_get_assessments (document);
  gboolean versions = has_versions (assessments, unit_id);
  int focus;

  g_return_if_fail (VB_IS_ASSESSMENT_LIST (self));

  focus = find_focus (self);
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);
  for (guint i = 0; i < g_list_model_get_n_items (assessments); i++)
    {
      g_autoptr (VbAssessment) assessment = g_list_model_get_item (assessments, i);
      GtkWidget *row;

      if (vb_assessment_get_unit_id (assessment) != unit_id)
        continue;
      row = make_row (assessment, assessment == shown, versions);
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  /* Who walks the list with the keyboard stays in it. */
  if (focus >= 0 && self->rows->len > 0)
    gtk_widget_grab_focus (
        g_ptr_array_index (self->rows, MIN ((guint) focus, self->rows->len - 1)));
}

static void
vb_assessment_list_finalize (GObject *object)
{
  g_ptr_array_unref (VB_ASSESSMENT_LIST (object)->rows);

  G_OBJECT_CLASS (vb_assessment_list_parent_class)->finalize (object);
}

static void
vb_assessment_list_class_init (VbAssessmentListClass *klass)
{
  static const char *const names[N_SIGNALS] = { "chosen", "open", "remove" };

  G_OBJECT_CLASS (klass)->finalize = vb_assessment_list_finalize;

  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                               NULL, NULL, G_TYPE_NONE, 1, G_TYPE_INT64);
}

static void
vb_assessment_list_init (VbAssessmentList *self)
{
  self->rows = g_ptr_array_new ();
}

GtkWidget *
vb_assessment_list_new (void)
{
  return g_object_new (VB_TYPE_ASSESSMENT_LIST, NULL);
}

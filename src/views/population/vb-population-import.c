/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-views"

#include "vb-population-import.h"

#include <glib/gi18n-lib.h>

#include "vb-document-population.h"
#include "vb-population-file.h"

/* So many lines fit in a dialog. */
#define MAX_LINES 8
#define RESPONSE_TAKE "take"

/* What the dialog was opened for. */
typedef struct
{
  VbPage *page; /* not owned: the dialog goes with its window */
  VbPopulationFile *file;
  gint64 *unit_ids; /* one a place; 0 = left out */
} Proposal;

static void
proposal_free (gpointer data, GClosure *closure)
{
  Proposal *proposal = data;

  g_clear_object (&proposal->page);
  vb_population_file_free (proposal->file);
  g_free (proposal->unit_ids);
  g_free (proposal);
}

/* ---- what is said ---------------------------------------------------------------------------- */

static void
append_more (GString *text, guint n)
{
  if (n > MAX_LINES)
    g_string_append_printf (text, ngettext ("… and %u more", "… and %u more", n - MAX_LINES),
                            n - MAX_LINES);
}

static char *
describe_problems (GPtrArray *problems)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (problems->len, MAX_LINES); i++)
    {
      const VbProblem *problem = problems->pdata[i];
      const char *what = _ (vb_problem_kind_get_problem (problem->kind));
      const char *expected = _ (vb_problem_kind_get_expected (problem->kind));
      const char *column = problem->column != NULL ? problem->column : "–";

      if (problem->row > 0)
        g_string_append_printf (text, _ ("Row %u, column %s: %s; expected %s, found “%s”"),
                                problem->row, column, what, expected,
                                problem->value != NULL ? problem->value : "");
      else
        g_string_append_printf (text, _ ("Column %s: %s; expected %s"), column, what, expected);
      g_string_append_c (text, '\n');
    }
  append_more (text, problems->len);
  return g_string_free (text, FALSE);
}

static char *
describe_place (VbDocument *document, const VbPopulationFacts *facts, gint64 unit_id)
{
  VbUnit *unit = unit_id != 0 ? vb_document_get_unit (document, unit_id) : NULL;
  gint16 last_outcome = vb_population_facts_get_last_outcome (facts);
  gint16 first, last;

  if (unit == NULL)
    return g_strdup_printf (_ ("“%s” is no unit of the plan, and left out"),
                            facts->name != NULL ? facts->name : "–");
  vb_population_facts_get_years (facts, &first, &last);
  if (facts->counts->len == 0)
    return g_strdup_printf (_ ("%s: bed days only"), vb_unit_get_name (unit));
  if (facts->uses->len == 0)
    /* Translators: a unit and three years */
    return g_strdup_printf (_ ("%s: inhabitants %d–%d, outcome up to %d"), vb_unit_get_name (unit),
                            first, last, last_outcome);
  return g_strdup_printf (_ ("%s: inhabitants %d–%d, outcome up to %d, and bed days"),
                          vb_unit_get_name (unit), first, last, last_outcome);
}

static char *
describe_places (VbDocument *document, const Proposal *proposal)
{
  GPtrArray *places = proposal->file->places;
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < MIN (places->len, MAX_LINES); i++)
    {
      g_autofree char *line = describe_place (document, places->pdata[i], proposal->unit_ids[i]);

      g_string_append_printf (text, "%s\n", line);
    }
  append_more (text, places->len);
  return g_string_free (text, FALSE);
}

/* ---- what is done ---------------------------------------------------------------------------- */

static void
on_response (GtkWidget *dialog, const char *response, gpointer user_data)
{
  Proposal *proposal = user_data;
  VbDocument *document = vb_page_get_document (proposal->page);
  g_autoptr (GError) error = NULL;
  AdwToast *toast;

  if (!g_str_equal (response, RESPONSE_TAKE))
    return;
  if (!vb_document_set_population (document, proposal->unit_ids,
                                   (VbPopulationFacts *const *) proposal->file->places->pdata,
                                   proposal->file->places->len, &error))
    {
      vb_page_report_error (proposal->page, error);
      return;
    }
  toast = adw_toast_new (_ ("The population was imported"));
  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, "win.undo");
  vb_page_add_toast (proposal->page, toast);
}

static gboolean
find_units (Proposal *proposal)
{
  VbDocument *document = vb_page_get_document (proposal->page);
  VbUnit *chosen = vb_session_get_unit (vb_page_get_session (proposal->page));
  GPtrArray *places = proposal->file->places;
  gboolean any = FALSE;

  proposal->unit_ids = g_new0 (gint64, places->len + 1);
  for (guint i = 0; i < places->len; i++)
    {
      const VbPopulationFacts *facts = places->pdata[i];
      VbUnit *unit =
          facts->name != NULL ? vb_document_match_population (document, facts->name) : NULL;

      if (unit == NULL && (facts->name == NULL || places->len == 1))
        unit = chosen;
      proposal->unit_ids[i] = unit != NULL ? vb_unit_get_id (unit) : 0;
      any |= unit != NULL;
    }
  return any;
}

static void
propose (VbPage *page, VbPopulationFile *file)
{
  Proposal *proposal = g_new0 (Proposal, 1);
  GtkWidget *dialog =
      adw_message_dialog_new (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))), NULL, NULL);
  gboolean sound = file->problems->len == 0;
  g_autofree char *body = NULL;
  gboolean any;

  proposal->page = g_object_ref (page);
  proposal->file = file;
  vb_population_file_set_last_outcome (
      file, vb_document_get_last_full_year (vb_page_get_document (page)));
  any = find_units (proposal);
  body = sound ? describe_places (vb_page_get_document (page), proposal)
               : describe_problems (file->problems);

  if (sound && any)
    {
      adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("Import %s?"), file->name);
      adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"),
                                        RESPONSE_TAKE, _ ("_Import"), NULL);
      adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), RESPONSE_TAKE,
                                                  ADW_RESPONSE_SUGGESTED);
      adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), RESPONSE_TAKE);
    }
  else
    {
      adw_message_dialog_format_heading (ADW_MESSAGE_DIALOG (dialog), _ ("%s Cannot Be Taken"),
                                         file->name);
      adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Close"));
    }
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  adw_message_dialog_set_body (ADW_MESSAGE_DIALOG (dialog), g_strchomp (body));
  g_signal_connect_data (dialog, "response", G_CALLBACK (on_response), proposal, proposal_free, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
on_read (GObject *source, GAsyncResult *result, gpointer user_data)
{
  g_autoptr (VbPage) page = user_data;
  g_autoptr (GError) error = NULL;
  VbPopulationFile *file = vb_population_file_read_finish (result, &error);

  if (file == NULL)
    vb_page_report_error (page, error);
  else if (gtk_widget_get_root (GTK_WIDGET (page)) == NULL)
    vb_population_file_free (file);
  else
    propose (page, file);
}

void
vb_population_import_open (VbPage *page, GFile *file)
{
  g_return_if_fail (VB_IS_PAGE (page));
  g_return_if_fail (G_IS_FILE (file));

  vb_population_file_read_async (file, NULL, on_read, g_object_ref (page));
}

static void
on_chosen (GtkNativeDialog *dialog, int response, VbPage *page)
{
  if (response == GTK_RESPONSE_ACCEPT)
    {
      g_autoptr (GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));

      vb_population_import_open (page, file);
    }
  gtk_native_dialog_destroy (dialog);
  g_object_unref (dialog);
}

void
vb_population_import_choose (VbPage *page)
{
  GtkFileChooserNative *dialog;

  g_return_if_fail (VB_IS_PAGE (page));

  dialog = gtk_file_chooser_native_new (_ ("Import Population"),
                                        GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (page))),
                                        GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"), _ ("_Cancel"));
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_object (dialog, "response", G_CALLBACK (on_chosen), page, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-recovery-offer.h"

#include <glib/gi18n-lib.h>

#include "vb-recovery.h"

typedef struct
{
  VbWindow *window;
  GListModel *recoveries;
  guint position;
} Offer;

static void offer_next (Offer *offer);

static void
offer_free (Offer *offer)
{
  g_object_unref (offer->window);
  g_object_unref (offer->recoveries);
  g_free (offer);
}

static void
on_response (AdwMessageDialog *dialog, const char *response, Offer *offer)
{
  g_autoptr (VbRecovery) recovery = g_list_model_get_item (offer->recoveries, offer->position);

  if (g_str_equal (response, "recover"))
    vb_window_recover (offer->window, recovery);
  else if (g_str_equal (response, "discard"))
    vb_recovery_discard (recovery);

  offer->position++;
  offer_next (offer);
}

static char *
describe (VbRecovery *recovery)
{
  g_autoptr (GDateTime) time = g_date_time_new_from_unix_local (vb_recovery_get_time (recovery));
  /* Translators: when a plan was changed last, in the notation of g_date_time_format() */
  g_autofree char *when = g_date_time_format (time, _ ("%-d %B %Y at %H:%M"));

  /* Translators: %s is a date and a time */
  return g_strdup_printf (
      _ ("The program ended before its last changes, of %s, were saved. They are "
         "all kept, and the file was left as it is."),
      when);
}

static void
offer_next (Offer *offer)
{
  g_autoptr (VbRecovery) recovery = g_list_model_get_item (offer->recoveries, offer->position);
  g_autofree char *heading = NULL;
  g_autofree char *body = NULL;
  GtkWidget *dialog;

  if (recovery == NULL)
    {
      offer_free (offer);
      return;
    }

  /* Translators: %s is the name of a plan */
  heading = g_strdup_printf (_ ("Recover “%s”?"), vb_recovery_get_title (recovery));
  body = describe (recovery);
  dialog = adw_message_dialog_new (GTK_WINDOW (offer->window), heading, body);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "later", _ ("_Not Now"), "discard",
                                    _ ("_Discard"), "recover", _ ("_Recover"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "discard",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "recover",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "recover");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "later");
  g_signal_connect (dialog, "response", G_CALLBACK (on_response), offer);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
vb_recovery_offer (VbWindow *window)
{
  Offer *offer;

  g_return_if_fail (VB_IS_WINDOW (window));

  offer = g_new0 (Offer, 1);
  offer->window = g_object_ref (window);
  offer->recoveries = vb_document_list_recoverable ();
  offer_next (offer);
}

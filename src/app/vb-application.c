/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-app"

#include "vb-application.h"

#include <glib/gi18n-lib.h>

#include "vb-config.h"
#include "vb-preferences-window.h"
#include "vb-recovery-offer.h"
#include "vb-window.h"

#define RESOURCE_BASE "/se/vardbalans/Vardbalans"
/* After the first frame, and before the reader has begun with anything else. */
#define RECOVERY_DELAY_MS 300

struct _VbApplication
{
  AdwApplication parent_instance;

  guint recovery_source;
  gboolean recovery_offered; /* once a run */
};

G_DEFINE_FINAL_TYPE (VbApplication, vb_application, ADW_TYPE_APPLICATION)

static const GOptionEntry options[] = {
  { "new-window", 'w', 0, G_OPTION_ARG_NONE, NULL, N_ ("Open a new window"), NULL },
  { "version", 'V', 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version and exit"), NULL },
  { NULL },
};

static void
on_offer_recovery (gpointer user_data)
{
  VbApplication *self = user_data;
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  self->recovery_source = 0;
  if (VB_IS_WINDOW (active))
    vb_recovery_offer (VB_WINDOW (active));
}

static VbWindow *
open_window (VbApplication *self)
{
  VbWindow *window = vb_window_new (ADW_APPLICATION (self));

  gtk_window_present (GTK_WINDOW (window));
  if (!self->recovery_offered)
    {
      self->recovery_offered = TRUE;
      self->recovery_source = g_timeout_add_once (RECOVERY_DELAY_MS, on_offer_recovery, self);
    }

  return window;
}

/* The window in front, if it has room for a document; else a new one. */
static VbWindow *
get_free_window (VbApplication *self)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (self));

  if (VB_IS_WINDOW (active) && vb_window_is_free (VB_WINDOW (active)))
    return VB_WINDOW (active);

  return open_window (self);
}

/* ---- actions --------------------------------------------------------------------------------- */

static void
preferences_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWindow *parent = gtk_application_get_active_window (user_data);

  gtk_window_present (GTK_WINDOW (vb_preferences_window_new (parent)));
}

static void
about_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  GtkWidget *window = adw_about_window_new ();

  g_object_set (window, "transient-for", gtk_application_get_active_window (user_data), "modal",
                TRUE, "application-icon", VB_APPLICATION_ID, "application-name", _ ("Vårdbalans"),
                "version", VB_VERSION, "developer-name", _ ("The Vårdbalans developers"),
                "comments", _ ("Production and capacity planning in health care"), "license-type",
                GTK_LICENSE_GPL_3_0,
                /* Translators: Put your names here, one a line. */
                "translator-credits", _ ("translator-credits"), NULL);
  gtk_window_present (GTK_WINDOW (window));
}

/* Each window closes as if its button were pressed: those with changes ask, and one that stays
 * keeps the program running. */
static void
quit_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (user_data));

  for (GList *l = windows; l != NULL; l = l->next)
    gtk_window_close (l->data);
}

static void
new_window_action (GSimpleAction *action, GVariant *parameter, gpointer user_data)
{
  open_window (user_data);
}

static const GActionEntry actions[] = {
  { "new-window", new_window_action },
  { "preferences", preferences_action },
  { "about", about_action },
  { "quit", quit_action },
};

static const struct
{
  const char *action;
  const char *keys[2];
} accelerators[] = {
  { "win.new-plan", { "<Control>n" } },       { "win.open", { "<Control>o" } },
  { "win.import", { "<Control>i" } },         { "win.save", { "<Control>s" } },
  { "win.save-as", { "<Control><Shift>s" } }, { "window.close", { "<Control>w" } },
  { "app.quit", { "<Control>q" } },           { "app.preferences", { "<Control>comma" } },
};

/* ---- life --------------------------------------------------------------------------------------
 */

static void
vb_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (vb_application_parent_class)->startup (application);

  g_action_map_add_action_entries (G_ACTION_MAP (application), actions, G_N_ELEMENTS (actions),
                                   application);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    {
      const char *keys[] = { accelerators[i].keys[0], NULL };

      gtk_application_set_accels_for_action (GTK_APPLICATION (application), accelerators[i].action,
                                             keys);
    }
  gtk_window_set_default_icon_name (VB_APPLICATION_ID);
}

static void
vb_application_activate (GApplication *application)
{
  GtkWindow *active = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (active != NULL)
    gtk_window_present (active);
  else
    open_window (VB_APPLICATION (application));
}

static void
vb_application_open (GApplication *application, GFile **files, int n_files, const char *hint)
{
  VbApplication *self = VB_APPLICATION (application);

  for (int i = 0; i < n_files; i++)
    {
      VbWindow *window = get_free_window (self);

      vb_window_open_file (window, files[i]);
      gtk_window_present (GTK_WINDOW (window));
    }
}

static int
vb_application_handle_local_options (GApplication *application, GVariantDict *dict)
{
  g_autoptr (GError) error = NULL;

  if (g_variant_dict_contains (dict, "version"))
    {
      g_print ("%s %s\n", g_get_application_name (), VB_VERSION);
      return 0;
    }

  if (g_variant_dict_contains (dict, "new-window"))
    {
      /* To the running program, or to this one where there is none. */
      if (!g_application_register (application, NULL, &error))
        {
          g_printerr ("%s\n", error->message);
          return 1;
        }
      g_action_group_activate_action (G_ACTION_GROUP (application), "new-window", NULL);
      if (g_application_get_is_remote (application))
        return 0;
    }

  return -1;
}

static void
vb_application_shutdown (GApplication *application)
{
  VbApplication *self = VB_APPLICATION (application);

  g_clear_handle_id (&self->recovery_source, g_source_remove);

  G_APPLICATION_CLASS (vb_application_parent_class)->shutdown (application);
}

static void
vb_application_class_init (VbApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = vb_application_startup;
  application_class->shutdown = vb_application_shutdown;
  application_class->activate = vb_application_activate;
  application_class->open = vb_application_open;
  application_class->handle_local_options = vb_application_handle_local_options;
}

static void
vb_application_init (VbApplication *self)
{
  GApplication *application = G_APPLICATION (self);

  g_application_add_main_option_entries (application, options);
  g_application_set_option_context_parameter_string (application, _ ("[FILE…]"));
  g_application_set_option_context_summary (
      application, _ ("Opens each plan in a window of its own, or the start page."));
}

VbApplication *
vb_application_new (const char *application_id, GApplicationFlags flags)
{
  return g_object_new (VB_TYPE_APPLICATION, "application-id", application_id, "flags", flags,
                       "resource-base-path", RESOURCE_BASE, NULL);
}

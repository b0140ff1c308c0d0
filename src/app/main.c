/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <glib/gi18n-lib.h>

#include "vb-application.h"
#include "vb-config.h"
#include "vb-locale.h"

int
main (int argc, char *argv[])
{
  g_autoptr (VbApplication) application = NULL;

  vb_locale_setup ();
  g_set_application_name (_ ("Vårdbalans"));

  application = vb_application_new (VB_APPLICATION_ID, G_APPLICATION_HANDLES_OPEN);

  return g_application_run (G_APPLICATION (application), argc, argv);
}

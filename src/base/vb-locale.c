/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-locale.h"

#include <glib/gi18n-lib.h>
#include <locale.h>

#include "vb-config.h"

static gboolean
is_in_build_folder (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *root = g_path_get_dirname (VB_BUILD_LOCALEDIR);

  return program != NULL && g_str_has_prefix (program, root)
         && program[strlen (root)] == G_DIR_SEPARATOR;
}

void
vb_locale_setup (void)
{
  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, is_in_build_folder () ? VB_BUILD_LOCALEDIR : VB_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
}

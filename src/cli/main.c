/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-cli.h"
#include "vb-cli-commands.h"
#include "vb-locale.h"

int
main (int argc, char *argv[])
{
  vb_locale_setup ();
  return vb_cli_main (argc, argv, vb_cli_commands);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-error.h"

/* Not by G_DEFINE_QUARK: clang-format would put spaces into the name. */
GQuark
vb_error_quark (void)
{
  return g_quark_from_static_string ("vb-error-quark");
}

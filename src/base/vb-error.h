/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One error domain; each code is something a caller can act on. Messages are translated sentences
 * for a person. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VB_ERROR_USAGE,           /* wrong arguments: exit 1 */
  VB_ERROR_BAD_INPUT,       /* a file or value that cannot be used: exit 2 */
  VB_ERROR_NOT_FOUND,       /* no such unit, measure …: exit 1 on the command line */
  VB_ERROR_INVALID,         /* a change that would break a rule of the document */
  VB_ERROR_IMPOSSIBLE,      /* a calculation with no answer (locks that exceed the total …) */
  VB_ERROR_NOT_A_DOCUMENT,  /* another program's file: exit 3 */
  VB_ERROR_DAMAGED,         /* a document that fails its checks: exit 3 */
  VB_ERROR_TOO_NEW,         /* made by a newer version: exit 3 */
  VB_ERROR_CHANGED_ON_DISK, /* someone else saved in between: ask, never overwrite: exit 3 */
  VB_ERROR_STORAGE,         /* disk full, no permission, I/O error: exit 3 */
} VbError;

#define VB_ERROR (vb_error_quark ())
GQuark vb_error_quark (void);

G_END_DECLS

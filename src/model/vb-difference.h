/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* Something that two documents say differently. Texts are as the command line has them, whatever
 * the locale; they are borrowed. */
typedef struct
{
  const char *table; /* "target", "answer" … */
  const char *unit;  /* path of the unit it is about; NULL = none */
  const char *what;  /* which of the unit's, and which part of it */
  const char *ours;  /* NULL: nothing is said here */
  const char *theirs;
} VbDifferenceFields;

typedef void (*VbDifferenceFunc) (const VbDifferenceFields *fields, gpointer data);

#define VB_TYPE_DIFFERENCE (vb_difference_get_type ())
G_DECLARE_FINAL_TYPE (VbDifference, vb_difference, VB, DIFFERENCE, GObject)

/* The same as a row of a list. Properties: table, unit, what, ours, theirs. */
VbDifference *vb_difference_new (const VbDifferenceFields *fields);
const VbDifferenceFields *vb_difference_get_fields (VbDifference *self);

G_END_DECLS

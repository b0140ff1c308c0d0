/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers as table files write them: decimal point or comma, groups of three parted by space,
 * no-break space, thin space, apostrophe or the other sign, U+2212 as minus, a trailing per cent
 * sign. What a sign means is settled for a whole column, so reading is in two steps: gather the
 * evidence, then parse with the sign that follows from it. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  VB_NUMBER_FORM_NONE = 0,
  VB_NUMBER_FORM_DECIMAL_COMMA = 1 << 0, /* the comma can only be a decimal sign */
  VB_NUMBER_FORM_DECIMAL_POINT = 1 << 1,
  VB_NUMBER_FORM_UNSURE_COMMA = 1 << 2, /* "1,234": decimals or a group */
  VB_NUMBER_FORM_UNSURE_POINT = 1 << 3,
  VB_NUMBER_FORM_PERCENT = 1 << 4,
} VbNumberForm;

/* FALSE when @text is no number with either decimal sign; else @form tells what it shows. */
gboolean vb_number_form_inspect (const char *text, gsize length, VbNumberForm *form);
/* @decimal is '.' or ','; the other one may then only part groups of three. FALSE and @out alone
 * when @text is no finite number. A per cent sign is allowed and does not divide: a measure that is
 * published in per cent keeps its unit. */
gboolean vb_number_form_parse (const char *text, gsize length, char decimal, double *out);
/* Nothing there, or one of the marks statistics use for a missing figure: "-", "..", "NA" … */
gboolean vb_number_form_is_missing (const char *text, gsize length);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Whether what can be a Swedish personal identity number or coordination number stands anywhere in
 * @text, alone or among other words: ten or twelve digits, perhaps with "-", "+", a dash or a space
 * before the last four, a date that exists (a coordination number has 60 added to the day) and a
 * right check digit (Luhn's formula over the last ten). Digits of a longer number are none. Source:
 * folkbokföringslagen (1991:481) 18 § and Skatteverket's SKV 704. */
gboolean vb_personal_number_is_in (const char *text, gsize length);

G_END_DECLS

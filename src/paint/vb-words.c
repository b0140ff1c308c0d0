/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-words.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"

/* @number is consumed. A gap that rounds to nought is neither shortage nor surplus. */
static char *
add_word (char *number, double gap)
{
  char *text;

  if (!isfinite (gap) || !(number[0] == '+' || g_str_has_prefix (number, "\u2212")))
    return number;
  text = g_strdup_printf ("%s %s", number, gap < 0 ? _ ("shortage") : _ ("surplus"));
  g_free (number);
  return text;
}

char *
vb_words_dup_gap (double gap)
{
  return add_word (vb_number_format_key_signed (gap), gap);
}

char *
vb_words_dup_gap_share (double share)
{
  return add_word (vb_number_format_percent_signed (share, 1), share);
}

char *
vb_words_dup_lower (const char *name)
{
  const char *rest = g_utf8_next_char (name);
  char first[7] = { 0 };

  if (*name == '\0' || (*rest != '\0' && g_unichar_isupper (g_utf8_get_char (rest))))
    return g_strdup (name);
  g_unichar_to_utf8 (g_unichar_tolower (g_utf8_get_char (name)), first);
  return g_strconcat (first, rest, NULL);
}

char *
vb_words_dup_upper (const char *name)
{
  char first[7] = { 0 };

  if (*name == '\0')
    return g_strdup (name);
  g_unichar_to_utf8 (g_unichar_toupper (g_utf8_get_char (name)), first);
  return g_strconcat (first, g_utf8_next_char (name), NULL);
}

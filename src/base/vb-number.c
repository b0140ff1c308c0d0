/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-number.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <math.h>

#define MINUS "\xe2\x88\x92"      /* U+2212 */
#define NO_BREAK_SPACE "\xc2\xa0" /* U+00A0 */
#define MISSING "\xe2\x80\x93"    /* U+2013 */
#define INFINITY_SIGN "\xe2\x88\x9e"

#define MAX_DECIMALS 15

/* One of the locale's separators as UTF-8; @fallback where the locale has none. */
static char *
get_separator (nl_item item, const char *fallback)
{
  const char *text = nl_langinfo (item);
  g_autofree char *utf8 = NULL;

  if (text == NULL || *text == '\0')
    return g_strdup (fallback);

  utf8 = g_utf8_validate (text, -1, NULL) ? g_strdup (text)
                                          : g_locale_to_utf8 (text, -1, NULL, NULL, NULL);
  if (utf8 == NULL)
    return g_strdup (fallback);

  /* The locales' spaces vary with their age (U+0020, U+00A0, U+202F): one of them is used, which
   * never breaks a line and which every font has. */
  if (g_unichar_isspace (g_utf8_get_char (utf8)))
    return g_strdup (NO_BREAK_SPACE);

  return g_steal_pointer (&utf8);
}

/* @value with @decimals decimals in the reader's locale; @plus puts a + before what is positive. */
static char *
format_number (double value, int decimals, gboolean plus)
{
  char format[8];
  char digits[G_ASCII_DTOSTR_BUF_SIZE + 320];
  g_autofree char *group = NULL;
  GString *text = NULL;
  const char *point;
  gsize n_whole;

  g_return_val_if_fail (decimals >= 0 && decimals <= MAX_DECIMALS, NULL);

  if (isnan (value))
    return g_strdup (MISSING);

  text = g_string_new (NULL);
  if (isinf (value))
    {
      g_string_append (text, value < 0 ? MINUS : plus ? "+" : "");
      g_string_append (text, INFINITY_SIGN);
      return g_string_free (text, FALSE);
    }

  g_snprintf (format, sizeof format, "%%.%df", decimals);
  g_ascii_formatd (digits, sizeof digits, format, fabs (value));

  /* The sign is that of the number shown: −0.04 with one decimal is 0.0, not −0.0. */
  if (strpbrk (digits, "123456789") != NULL)
    g_string_append (text, value < 0 ? MINUS : plus ? "+" : "");

  point = strchr (digits, '.');
  n_whole = point != NULL ? (gsize) (point - digits) : strlen (digits);
  /* The C locale has no groups; the source language is English, and so are its. */
  group = get_separator (THOUSEP, ",");
  for (gsize i = 0; i < n_whole; i++)
    {
      if (i > 0 && (n_whole - i) % 3 == 0)
        g_string_append (text, group);
      g_string_append_c (text, digits[i]);
    }

  if (point != NULL)
    {
      g_autofree char *radix = get_separator (RADIXCHAR, ".");

      g_string_append (text, radix);
      g_string_append (text, point + 1);
    }

  return g_string_free (text, FALSE);
}

char *
vb_number_format (double value, int decimals)
{
  return format_number (value, decimals, FALSE);
}

char *
vb_number_format_signed (double value, int decimals)
{
  return format_number (value, decimals, TRUE);
}

static char *
format_percent (double fraction, int decimals, gboolean plus)
{
  g_autofree char *number = format_number (fraction * 100, decimals, plus);

  if (isnan (fraction))
    return g_steal_pointer (&number);

  /* Translators: a percentage; languages that part number and sign use a no-break space */
  return g_strdup_printf (C_ ("percentage", "%s%%"), number);
}

char *
vb_number_format_percent (double fraction, int decimals)
{
  return format_percent (fraction, decimals, FALSE);
}

char *
vb_number_format_percent_signed (double fraction, int decimals)
{
  return format_percent (fraction, decimals, TRUE);
}

/* How many decimals a key figure has: three meaningful digits from 10 up, else two; none for a
 * figure that is whole when so rounded. */
static int
get_key_decimals (double value)
{
  double size = fabs (value);
  int decimals = size >= 100 ? 0 : size >= 1 ? 1 : 2;
  double scale = decimals == 2 ? 100 : decimals == 1 ? 10 : 1;

  return fmod (rint (size * scale), scale) == 0 ? 0 : decimals;
}

char *
vb_number_format_key (double value)
{
  return format_number (value, get_key_decimals (value), FALSE);
}

char *
vb_number_format_key_signed (double value)
{
  return format_number (value, get_key_decimals (value), TRUE);
}

char *
vb_number_to_file (double value)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (isnan (value))
    return g_strdup ("");
  if (isinf (value))
    return g_strdup (value < 0 ? "-inf" : "inf");
  if (value == 0)
    return g_strdup ("0"); /* also for -0.0 */

  /* Fifteen digits always survive text → double → text, seventeen always the other way round. */
  g_ascii_formatd (text, sizeof text, "%.15g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_formatd (text, sizeof text, "%.16g", value);
  if (g_ascii_strtod (text, NULL) != value)
    g_ascii_formatd (text, sizeof text, "%.17g", value);

  return g_strdup (text);
}

/* Whether the comma at @p parts groups, as it does where numbers are written "1,220": it is
 * followed by three digits and no more, and what is @before it is more than a 0. */
static gboolean
is_group_comma (const char *p, const GString *before)
{
  g_autofree char *group = NULL;

  if (*p != ',' || before->len == 0 || before->str[0] == '0' || strspn (p + 1, "0123456789") != 3)
    return FALSE;

  group = get_separator (THOUSEP, ",");
  return g_str_equal (group, ",");
}

gboolean
vb_number_parse_typed (const char *text, double *out)
{
  g_autofree char *trimmed = NULL;
  g_autoptr (GString) digits = g_string_new (NULL);
  const char *p;
  gboolean negative = FALSE;
  gboolean has_point = FALSE;
  guint n_digits = 0;
  guint in_group = 0; /* digits since the last group separator */
  guint n_groups = 0;
  guint n_decimals = 0;
  double value;

  g_return_val_if_fail (text != NULL, FALSE);

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;

  trimmed = g_strdup (text);
  p = g_strstrip (trimmed);

  if (g_str_has_prefix (p, MINUS))
    {
      negative = TRUE;
      p += strlen (MINUS);
    }
  else if (*p == '-' || *p == '+')
    {
      negative = *p == '-';
      p++;
    }

  for (; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (g_ascii_isdigit (*p))
        {
          g_string_append_c (digits, *p);
          n_digits++;
          if (has_point)
            n_decimals++;
          else
            in_group++;
        }
      else if ((c == '.' || c == ',') && !has_point && !is_group_comma (p, digits))
        {
          if (n_groups > 0 && in_group != 3)
            return FALSE;
          has_point = TRUE;
          g_string_append_c (digits, '.');
        }
      else if ((g_unichar_isspace (c) || c == ',') && !has_point
               && g_ascii_isdigit (*g_utf8_next_char (p)))
        {
          if (n_groups == 0 ? in_group < 1 || in_group > 3 : in_group != 3)
            return FALSE;
          n_groups++;
          in_group = 0;
        }
      else
        break;
    }

  if (n_digits == 0 || (has_point && n_decimals == 0)
      || (!has_point && n_groups > 0 && in_group != 3))
    return FALSE;

  value = g_ascii_strtod (digits->str, NULL);

  while (*p != '\0' && g_unichar_isspace (g_utf8_get_char (p)))
    p = g_utf8_next_char (p);
  if (*p == '%')
    {
      value /= 100;
      p++;
    }
  if (*p != '\0')
    return FALSE;

  *out = negative ? -value : value;
  return TRUE;
}

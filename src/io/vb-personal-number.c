/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-personal-number.h"

#include <string.h>

#include "vb-period.h"

#define MIN_LENGTH 10
/* " - " */
#define MAX_SEPARATORS 3

static gboolean
check_digit_fits (const char *ten)
{
  guint sum = 0;

  for (guint i = 0; i < 10; i++)
    {
      guint product = (guint) (ten[i] - '0') * (i % 2 == 0 ? 2 : 1);

      sum += product / 10 + product % 10;
    }
  return sum % 10 == 0;
}

/* @digits: ten or twelve of them. */
static gboolean
is_number (const char *digits, gsize n)
{
  const char *ten = digits + n - 10;
  int year = 2000; /* a leap year: ten digits do not tell the century */
  int month = (ten[2] - '0') * 10 + (ten[3] - '0');
  int day = (ten[4] - '0') * 10 + (ten[5] - '0');

  if (n == 12)
    {
      year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10
             + (digits[3] - '0');
      if (year < 1800 || year > 2199)
        return FALSE;
    }
  if (day > 60)
    day -= 60;
  return vb_day_from_ymd (year, month, day) != VB_DAY_NONE && check_digit_fits (ten);
}

/* The bytes of one sign that may part the birthday from the last four, or 0. */
static gsize
match_separator (const char *text, gsize length)
{
  /* Hyphens and dashes, the minus sign, and spaces that do not break. */
  static const char *const signs[] = { "-",
                                       "+",
                                       " ",
                                       "\xC2\xA0",
                                       "\xE2\x80\x90",
                                       "\xE2\x80\x91",
                                       "\xE2\x80\x92",
                                       "\xE2\x80\x93",
                                       "\xE2\x80\x94",
                                       "\xE2\x80\xAF",
                                       "\xE2\x88\x92" };

  for (gsize i = 0; i < G_N_ELEMENTS (signs); i++)
    {
      gsize n = strlen (signs[i]);

      if (n <= length && memcmp (text, signs[i], n) == 0)
        return n;
    }
  return 0;
}

static gsize
count_digits (const char *text, gsize length)
{
  gsize n = 0;

  while (n < length && g_ascii_isdigit (text[n]))
    n++;
  return n;
}

/* Whether the run of @n digits that @text begins with is such a number, or its birthday. */
static gboolean
begins_with_number (const char *text, gsize length, gsize n)
{
  char digits[12];
  gsize end = n;

  if (n == 10 || n == 12)
    return is_number (text, n);
  if (n != 6 && n != 8)
    return FALSE;
  for (guint i = 0; i < MAX_SEPARATORS; i++)
    end += match_separator (text + end, length - end);
  if (end == n || count_digits (text + end, length - end) != 4)
    return FALSE;
  memcpy (digits, text, n);
  memcpy (digits + n, text + end, 4);
  return is_number (digits, n + 4);
}

gboolean
vb_personal_number_is_in (const char *text, gsize length)
{
  if (length < MIN_LENGTH)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      gsize n = count_digits (text + i, length - i);

      if (n == 0)
        continue;
      if (begins_with_number (text + i, length - i, n))
        return TRUE;
      i += n;
    }
  return FALSE;
}

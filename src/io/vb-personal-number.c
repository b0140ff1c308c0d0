/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-personal-number.h"

#include "vb-period.h"

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

gboolean
vb_personal_number_check (const char *text, gsize length)
{
  char digits[12];
  const char *ten;
  guint n = 0;
  int year = 2000; /* a leap year: ten digits do not tell the century */
  int month;
  int day;

  if (length < 10 || length > 13)
    return FALSE;
  for (gsize i = 0; i < length; i++)
    {
      if (g_ascii_isdigit (text[i]))
        {
          if (n == 12)
            return FALSE;
          digits[n++] = text[i];
        }
      else if ((text[i] != '-' && text[i] != '+') || i != length - 5)
        return FALSE;
    }
  if (n != 10 && n != 12)
    return FALSE;
  ten = digits + n - 10;
  if (n == 12)
    {
      year = (digits[0] - '0') * 1000 + (digits[1] - '0') * 100 + (digits[2] - '0') * 10
             + (digits[3] - '0');
      if (year < 1800 || year > 2199)
        return FALSE;
    }
  month = (ten[2] - '0') * 10 + (ten[3] - '0');
  day = (ten[4] - '0') * 10 + (ten[5] - '0');
  if (day > 60)
    day -= 60;
  return vb_day_from_ymd (year, month, day) != VB_DAY_NONE && check_digit_fits (ten);
}

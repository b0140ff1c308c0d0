/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-number-form.h"

#include <math.h>
#include <string.h>

/* Longer than any number that a person or a program writes; keeps the copy on the stack. */
#define MAX_LENGTH 64
/* A double holds integers exactly up to 2^53 and powers of ten up to 10^22: within both, one
 * multiplication or division is correctly rounded (Clinger 1990), and strtod is not needed. */
#define MAX_EXACT_MANTISSA (G_GUINT64_CONSTANT (1) << 53)
#define MAX_EXACT_POWER 22

static const double powers_of_ten[] = {
  1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,  1e8,  1e9,  1e10, 1e11,
  1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22,
};

/* A number taken apart: digits and the signs between them, each character one byte: '0'–'9', ',',
 * '.', and ' ' for anything that can only part groups. */
typedef struct
{
  char body[MAX_LENGTH + 1];
  guint n;
  gboolean negative;
  gboolean percent;
  int exponent;
} Parts;

/* Bytes of the group separator at @text, 0 if there is none: space, apostrophe, U+00A0, U+2009,
 * U+202F, U+2019. */
static guint
group_separator (const char *text, const char *end)
{
  gsize left = end - text;

  if (*text == ' ' || *text == '\'')
    return 1;
  if (left >= 2 && memcmp (text, "\xC2\xA0", 2) == 0)
    return 2;
  if (left >= 3
      && (memcmp (text, "\xE2\x80\x89", 3) == 0 || memcmp (text, "\xE2\x80\xAF", 3) == 0
          || memcmp (text, "\xE2\x80\x99", 3) == 0))
    return 3;
  return 0;
}

static void
trim (const char **start, const char **end)
{
  for (;;)
    {
      if (*start < *end && (**start == ' ' || **start == '\t' || **start == '\n'))
        (*start)++;
      else if (*end - *start >= 2 && memcmp (*start, "\xC2\xA0", 2) == 0)
        *start += 2;
      else
        break;
    }
  for (;;)
    {
      if (*start < *end && ((*end)[-1] == ' ' || (*end)[-1] == '\t' || (*end)[-1] == '\n'))
        (*end)--;
      else if (*end - *start >= 2 && memcmp (*end - 2, "\xC2\xA0", 2) == 0)
        *end -= 2;
      else
        break;
    }
}

static gboolean
take_exponent (const char **pos, const char *end, int *exponent)
{
  const char *p = *pos + 1;
  gboolean negative = FALSE;
  int value = 0;

  if (p < end && (*p == '+' || *p == '-'))
    negative = *p++ == '-';
  if (p == end || end - p > 3)
    return FALSE;
  for (; p < end; p++)
    {
      if (!g_ascii_isdigit (*p))
        return FALSE;
      value = value * 10 + (*p - '0');
    }
  *pos = p;
  *exponent = negative ? -value : value;
  return TRUE;
}

static gboolean
take_apart (const char *text, gsize length, Parts *parts)
{
  const char *p = text;
  const char *end = text + length;

  trim (&p, &end);
  parts->n = 0;
  parts->negative = FALSE;
  parts->percent = FALSE;
  parts->exponent = 0;
  if (p < end && (*p == '-' || *p == '+'))
    parts->negative = *p++ == '-';
  else if (end - p >= 3 && memcmp (p, "\xE2\x88\x92", 3) == 0)
    {
      parts->negative = TRUE;
      p += 3;
    }
  if (p < end && end[-1] == '%')
    {
      parts->percent = TRUE;
      end--;
      trim (&p, &end);
    }
  if (p == end || end - p > MAX_LENGTH)
    return FALSE;
  while (p < end)
    {
      guint separator;

      if (g_ascii_isdigit (*p) || *p == ',' || *p == '.')
        parts->body[parts->n++] = *p++;
      else if ((*p == 'e' || *p == 'E') && parts->n > 0)
        {
          if (!take_exponent (&p, end, &parts->exponent))
            return FALSE;
        }
      else if ((separator = group_separator (p, end)) > 0)
        {
          parts->body[parts->n++] = ' ';
          p += separator;
        }
      else
        return FALSE;
    }
  parts->body[parts->n] = '\0';
  return parts->n > 0;
}

/* With @decimal as decimal sign: digits (whole groups of three, parted by one and the same sign
 * that is not @decimal), perhaps @decimal and more digits. */
static gboolean
fits (const Parts *parts, char decimal)
{
  char part = '\0';
  guint run = 0;
  guint i = 0;
  guint n_digits = 0;

  for (; i < parts->n && parts->body[i] != decimal; i++)
    {
      char c = parts->body[i];

      if (g_ascii_isdigit (c))
        {
          run++;
          n_digits++;
          continue;
        }
      if (part == '\0' ? run < 1 || run > 3 : run != 3 || c != part)
        return FALSE;
      part = c;
      run = 0;
    }
  if (part != '\0' && run != 3)
    return FALSE;
  if (i < parts->n)
    {
      for (i++; i < parts->n; i++, n_digits++)
        if (!g_ascii_isdigit (parts->body[i]))
          return FALSE;
    }
  return n_digits > 0;
}

gboolean
vb_number_form_inspect (const char *text, gsize length, VbNumberForm *form)
{
  Parts parts;
  gboolean comma;
  gboolean point;

  /* Most cells are a few plain digits, and show nothing. */
  if (length > 0 && length <= 9)
    {
      gsize i = 0;

      while (i < length && g_ascii_isdigit (text[i]))
        i++;
      if (i == length)
        {
          *form = VB_NUMBER_FORM_NONE;
          return TRUE;
        }
    }
  if (!take_apart (text, length, &parts))
    return FALSE;
  comma = fits (&parts, ',');
  point = fits (&parts, '.');
  if (!comma && !point)
    return FALSE;
  *form = parts.percent ? VB_NUMBER_FORM_PERCENT : VB_NUMBER_FORM_NONE;
  if (comma && point)
    {
      const char *sign = strpbrk (parts.body, ",.");

      /* "0,125" fits as a group too, but no one writes a group of zero thousands. */
      if (sign != NULL && parts.body[0] == '0')
        *form |= *sign == ',' ? VB_NUMBER_FORM_DECIMAL_COMMA : VB_NUMBER_FORM_DECIMAL_POINT;
      else if (sign != NULL)
        *form |= *sign == ',' ? VB_NUMBER_FORM_UNSURE_COMMA : VB_NUMBER_FORM_UNSURE_POINT;
    }
  else
    *form |= comma ? VB_NUMBER_FORM_DECIMAL_COMMA : VB_NUMBER_FORM_DECIMAL_POINT;
  return TRUE;
}

static gboolean
parse_parts (const Parts *parts, char decimal, double *out)
{
  guint64 mantissa = 0;
  int exponent = parts->exponent;
  gboolean after = FALSE;
  gboolean exact = TRUE;
  double value;

  for (guint i = 0; i < parts->n; i++)
    {
      char c = parts->body[i];

      if (c == decimal)
        after = TRUE;
      if (!g_ascii_isdigit (c))
        continue;
      if (mantissa >= MAX_EXACT_MANTISSA / 10)
        exact = FALSE;
      else
        mantissa = mantissa * 10 + (guint64) (c - '0');
      if (after)
        exponent--;
    }
  if (exact && ABS (exponent) <= MAX_EXACT_POWER)
    value = exponent < 0 ? (double) mantissa / powers_of_ten[-exponent]
                         : (double) mantissa * powers_of_ten[exponent];
  else
    {
      char plain[MAX_LENGTH + 8];
      guint n = 0;

      for (guint i = 0; i < parts->n; i++)
        {
          if (parts->body[i] == decimal)
            plain[n++] = '.';
          else if (g_ascii_isdigit (parts->body[i]))
            plain[n++] = parts->body[i];
        }
      g_snprintf (plain + n, sizeof plain - n, "e%d", parts->exponent);
      value = g_ascii_strtod (plain, NULL);
    }
  if (!isfinite (value))
    return FALSE;
  *out = parts->negative ? -value : value;
  return TRUE;
}

/* Digits, perhaps a decimal sign and digits: nearly every cell of a real file. */
static gboolean
parse_plain (const char *text, gsize length, char decimal, double *out)
{
  guint64 mantissa = 0;
  gsize after = 0;
  gsize i = 0;

  if (length == 0 || length > 15 || !g_ascii_isdigit (text[0]))
    return FALSE;
  for (; i < length && g_ascii_isdigit (text[i]); i++)
    mantissa = mantissa * 10 + (guint64) (text[i] - '0');
  if (i < length)
    {
      if (text[i] != decimal)
        return FALSE;
      after = length - i - 1;
      for (i++; i < length; i++)
        {
          if (!g_ascii_isdigit (text[i]))
            return FALSE;
          mantissa = mantissa * 10 + (guint64) (text[i] - '0');
        }
    }
  *out = (double) mantissa / powers_of_ten[after];
  return TRUE;
}

gboolean
vb_number_form_parse (const char *text, gsize length, char decimal, double *out)
{
  Parts parts;

  if (parse_plain (text, length, decimal, out))
    return TRUE;
  return take_apart (text, length, &parts) && fits (&parts, decimal)
         && parse_parts (&parts, decimal, out);
}

gboolean
vb_number_form_is_missing (const char *text, gsize length)
{
  static const char *const marks[] = { "-",    ".",    "..",  "...", "NA",
                                       "N/A",  "na",   "n/a", "NaN", "nan",
                                       "NULL", "null", "–",   "—",   "\xE2\x80\xA6" };
  const char *start = text;
  const char *end = text + length;

  trim (&start, &end);
  length = end - start;
  if (length == 0)
    return TRUE;
  if (length > 4 || (g_ascii_isdigit (*start)))
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (marks); i++)
    if (strlen (marks[i]) == length && memcmp (marks[i], start, length) == 0)
      return TRUE;
  return FALSE;
}

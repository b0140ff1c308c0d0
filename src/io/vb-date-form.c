/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-date-form.h"

#include <math.h>
#include <string.h>

#define FIRST_YEAR 1900
#define LAST_YEAR 2199
/* A bare number in a header is a year only when it is about to be one: "per_1000" is not. */
#define FIRST_HEADER_YEAR 1950
#define LAST_HEADER_YEAR 2100
#define MAX_TOKENS 8
#define MAX_LENGTH 48

typedef struct
{
  gboolean is_number;
  int value;     /* number */
  guint n;       /* its digits, or the word's letters */
  char word[12]; /* lower case; a longer word is cut, and then equals nothing */
  char before;   /* the sign that parted it from the token before: 0 = none, ' ' among others */
} Token;

static const char *const month_words[][6] = {
  { "jan", "januari", "january", NULL },
  { "feb", "februari", "february", NULL },
  { "mar", "mars", "march", NULL },
  { "apr", "april", NULL },
  { "maj", "may", NULL },
  { "jun", "juni", "june", NULL },
  { "jul", "juli", "july", NULL },
  { "aug", "augusti", "august", NULL },
  { "sep", "sept", "september", NULL },
  { "okt", "oct", "oktober", "october", NULL },
  { "nov", "november", NULL },
  { "dec", "december", NULL },
};

/* Splits into runs of digits and of ASCII letters. FALSE when anything else than the signs that
 * part dates stands between, or when there are too many. */
static gboolean
split (const char *text, gsize length, Token *tokens, guint *n_tokens)
{
  const char *end = text + length;
  const char *p = text;
  char before = 0;
  guint n = 0;

  while (p < end)
    {
      Token *token;

      if (!g_ascii_isalnum (*p))
        {
          if (strchr (" -/.,:_+", *p) == NULL)
            return FALSE;
          /* The telling sign wins over the spaces around it. */
          if (before == 0 || before == ' ')
            before = *p;
          p++;
          continue;
        }
      if (n == MAX_TOKENS)
        return FALSE;
      token = &tokens[n++];
      token->before = before;
      token->is_number = g_ascii_isdigit (*p);
      token->value = 0;
      token->n = 0;
      before = 0;
      for (; p < end && (token->is_number ? g_ascii_isdigit (*p) : g_ascii_isalpha (*p)); p++)
        {
          if (token->is_number)
            {
              if (token->n == 8)
                return FALSE;
              token->value = token->value * 10 + (*p - '0');
            }
          else if (token->n + 1 < sizeof token->word)
            token->word[token->n] = g_ascii_tolower (*p);
          token->n++;
        }
      if (!token->is_number)
        token->word[MIN (token->n, sizeof token->word - 1)] = '\0';
    }
  *n_tokens = n;
  /* "-2024" and "2024-" are something else. */
  return n > 0 && strchr (" ", tokens[0].before) != NULL && strchr (" .", before) != NULL;
}

static gboolean
is_word (const Token *token, const char *const *words)
{
  if (token->is_number || token->n >= sizeof token->word)
    return FALSE;
  return g_strv_contains (words, token->word);
}

static gboolean
is_year (const Token *token)
{
  return token->is_number && token->n == 4 && token->value >= FIRST_YEAR
         && token->value <= LAST_YEAR;
}

static gboolean
is_small (const Token *token)
{
  return token->is_number && token->n <= 2;
}

static int
month_of (const Token *token)
{
  for (guint i = 0; i < G_N_ELEMENTS (month_words); i++)
    if (is_word (token, month_words[i]))
      return (int) i + 1;
  return 0;
}

static VbDateForm
make_day (int year, int month, int day, VbPeriod *period)
{
  period->grain = VB_GRAIN_DAY;
  period->start = vb_day_from_ymd (year, month, day);
  return period->start == VB_DAY_NONE ? VB_DATE_FORM_IMPOSSIBLE : VB_DATE_FORM_PERIOD;
}

static VbDateForm
make_month (int year, int month, VbPeriod *period)
{
  period->grain = VB_GRAIN_MONTH;
  period->start = vb_day_from_ymd (year, month, 1);
  return period->start == VB_DAY_NONE ? VB_DATE_FORM_IMPOSSIBLE : VB_DATE_FORM_PERIOD;
}

static VbDateForm
make_quarter (int year, int quarter, VbPeriod *period)
{
  if (quarter < 1 || quarter > 4)
    return VB_DATE_FORM_IMPOSSIBLE;
  period->grain = VB_GRAIN_QUARTER;
  period->start = vb_day_from_ymd (year, quarter * 3 - 2, 1);
  return VB_DATE_FORM_PERIOD;
}

/* ISO 8601: week 1 is the one with 4 January in it. */
static VbDateForm
make_week (int year, int week, VbPeriod *period)
{
  VbDay monday = vb_grain_floor (VB_GRAIN_WEEK, vb_day_from_ymd (year, 1, 4)) + (week - 1) * 7;
  int week_year;
  int week_number;

  if (week < 1 || week > 53)
    return VB_DATE_FORM_IMPOSSIBLE;
  vb_day_get_iso_week (monday, &week_year, &week_number);
  if (week_year != year)
    return VB_DATE_FORM_IMPOSSIBLE;
  period->grain = VB_GRAIN_WEEK;
  period->start = monday;
  return VB_DATE_FORM_PERIOD;
}

/* "06:00", "06:00:00.000", "T06:00Z", "T06:00:00+01:00" after a full date: the day is what counts.
 */
static gboolean
is_time_of_day (const Token *tokens, guint n)
{
  static const char *const words[] = { "t", "z", NULL };
  guint numbers = 0;

  for (guint i = 0; i < n; i++)
    {
      if (tokens[i].is_number)
        numbers++;
      else if (!is_word (&tokens[i], words))
        return FALSE;
    }
  return n == 0 || numbers >= 2;
}

static VbDateForm
parse_packed (const Token *token, VbPeriod *period)
{
  int year = token->n == 8 ? token->value / 10000 : token->value / 100;

  if (year < FIRST_YEAR || year > LAST_YEAR)
    return VB_DATE_FORM_NONE;
  if (token->n == 8)
    return make_day (year, token->value / 100 % 100, token->value % 100, period);
  return make_month (year, token->value % 100, period);
}

/* A word that names a quarter or a week, with its number and a year on either side. */
static VbDateForm
parse_numbered (const Token *tokens, guint n, VbPeriod *period)
{
  static const char *const quarter[] = { "k", "q", "kv", "kvartal", "quarter", "qtr", NULL };
  static const char *const week[] = { "v", "w", "vecka", "week", "wk", NULL };
  static const char *const month[] = { "m", NULL };
  int year;
  int number;
  guint word;

  if (n != 3)
    return VB_DATE_FORM_NONE;
  if (is_year (&tokens[0]) && is_small (&tokens[2]))
    {
      year = tokens[0].value;
      number = tokens[2].value;
      word = 1;
    }
  else if (is_small (&tokens[1]) && is_year (&tokens[2]))
    {
      year = tokens[2].value;
      number = tokens[1].value;
      word = 0;
    }
  else
    return VB_DATE_FORM_NONE;
  if (is_word (&tokens[word], quarter))
    return make_quarter (year, number, period);
  if (is_word (&tokens[word], week))
    return make_week (year, number, period);
  if (is_word (&tokens[word], month))
    return make_month (year, number, period);
  return VB_DATE_FORM_NONE;
}

/* "jan 2024", "Jan-24", "2024 jan", "3 jul 2026". */
static VbDateForm
parse_named_month (const Token *tokens, guint n, VbPeriod *period)
{
  if (n == 2 && month_of (&tokens[0]) > 0)
    {
      if (is_year (&tokens[1]))
        return make_month (tokens[1].value, month_of (&tokens[0]), period);
      if (tokens[1].is_number && tokens[1].n == 2)
        return make_month (2000 + tokens[1].value, month_of (&tokens[0]), period);
    }
  if (n == 2 && is_year (&tokens[0]) && month_of (&tokens[1]) > 0)
    return make_month (tokens[0].value, month_of (&tokens[1]), period);
  if (n == 3 && is_small (&tokens[0]) && month_of (&tokens[1]) > 0 && is_year (&tokens[2]))
    return make_day (tokens[2].value, month_of (&tokens[1]), tokens[0].value, period);
  return VB_DATE_FORM_NONE;
}

static gboolean
two_digits (const char *text, int *value)
{
  if (!g_ascii_isdigit (text[0]) || !g_ascii_isdigit (text[1]))
    return FALSE;
  *value = (text[0] - '0') * 10 + (text[1] - '0');
  return TRUE;
}

VbDateForm
vb_date_form_parse (const char *text, gsize length, VbPeriod *period)
{
  Token tokens[MAX_TOKENS];
  VbDateForm form;
  guint n;
  int century;
  int year;
  int month;
  int day;

  if (length == 10 && text[4] == '-' && text[7] == '-' && two_digits (text, &century)
      && two_digits (text + 2, &year) && two_digits (text + 5, &month)
      && two_digits (text + 8, &day))
    {
      year += century * 100;
      if (year < FIRST_YEAR || year > LAST_YEAR)
        return VB_DATE_FORM_IMPOSSIBLE;
      return make_day (year, month, day, period);
    }
  if (length == 0 || length > MAX_LENGTH || !split (text, length, tokens, &n))
    return VB_DATE_FORM_NONE;
  if (n == 1)
    {
      if (is_year (&tokens[0]))
        {
          period->grain = VB_GRAIN_YEAR;
          period->start = vb_day_from_ymd (tokens[0].value, 1, 1);
          return VB_DATE_FORM_PERIOD;
        }
      if (tokens[0].is_number && (tokens[0].n == 8 || tokens[0].n == 6))
        return parse_packed (&tokens[0], period);
      return VB_DATE_FORM_NONE;
    }
  if (is_year (&tokens[0]) && tokens[1].is_number && tokens[1].before != 0
      && strchr ("-/_.", tokens[1].before) != NULL && tokens[1].n <= 2)
    {
      if (n == 2)
        return tokens[1].before == '.' ? VB_DATE_FORM_NONE
                                       : make_month (tokens[0].value, tokens[1].value, period);
      if (is_small (&tokens[2]) && tokens[2].before == tokens[1].before
          && is_time_of_day (tokens + 3, n - 3))
        return make_day (tokens[0].value, tokens[1].value, tokens[2].value, period);
      return VB_DATE_FORM_NONE;
    }
  form = parse_numbered (tokens, n, period);
  return form != VB_DATE_FORM_NONE ? form : parse_named_month (tokens, n, period);
}

VbDay
vb_date_form_from_serial (double serial, VbSerialDays system)
{
  double whole = floor (serial);
  VbDay day;

  if (!(whole >= 0 && whole < 120000) || system == VB_SERIAL_DAYS_NONE)
    return VB_DAY_NONE;
  if (system == VB_SERIAL_DAYS_1904)
    day = vb_day_from_ymd (1904, 1, 1) + (VbDay) whole;
  else if (whole == 0 || whole == 60)
    return VB_DAY_NONE;
  else
    day = vb_day_from_ymd (1899, 12, 31) + (VbDay) whole - (whole > 60 ? 1 : 0);
  return day < vb_day_from_ymd (LAST_YEAR + 1, 1, 1) ? day : VB_DAY_NONE;
}

/* Every day is the first (@ends: the last) day of a period of @grain. */
static gboolean
all_at_edge (const VbDay *days, gsize n, VbGrain grain, gboolean ends)
{
  for (gsize i = 0; i < n; i++)
    {
      VbDay edge = ends ? days[i] + 1 : days[i];

      if (vb_grain_floor (grain, edge) != edge)
        return FALSE;
    }
  return TRUE;
}

VbGrain
vb_date_form_infer_grain (const VbDay *days, gsize n, VbGrain hint)
{
  static const VbGrain grains[] = { VB_GRAIN_YEAR, VB_GRAIN_QUARTER, VB_GRAIN_MONTH };

  if (n == 0)
    return VB_GRAIN_DAY;
  if (hint > VB_GRAIN_DAY
      && (all_at_edge (days, n, hint, FALSE) || all_at_edge (days, n, hint, TRUE)))
    return hint;
  if (n < 2)
    return VB_GRAIN_DAY;
  for (guint i = 0; i < G_N_ELEMENTS (grains); i++)
    if (all_at_edge (days, n, grains[i], FALSE) || all_at_edge (days, n, grains[i], TRUE))
      return grains[i];
  return VB_GRAIN_DAY;
}

/* The half-years and thirds of a year are no grain of ours; taking "2016_H1" for the year 2016
 * would store half a year's figure as a whole year's. */
static gboolean
is_part_of_year (const char *base)
{
  return strlen (base) == 2 && strchr ("hHtT", base[0]) != NULL && strchr ("123", base[1]) != NULL;
}

static gboolean
is_plausible_in_header (const char *text, gsize length, VbPeriod *period)
{
  int year;
  int month;
  int day;

  if (vb_date_form_parse (text, length, period) != VB_DATE_FORM_PERIOD)
    return FALSE;
  vb_day_to_ymd (period->start, &year, &month, &day);
  return year >= FIRST_HEADER_YEAR && year <= LAST_HEADER_YEAR;
}

static gboolean
is_break (char c)
{
  return c == ' ' || c == '_' || c == '-' || c == ',' || c == ':' || c == '/' || c == '('
         || c == ')' || c == '.';
}

/* @header without the bytes from @start to @end, and without the signs that parted them. */
static char *
cut_out (const char *header, const char *start, const char *end)
{
  g_autoptr (GString) base = NULL;

  while (start > header && is_break (start[-1]))
    start--;
  base = g_string_new_len (header, start - header);
  while (is_break (*end))
    end++;
  if (*end != '\0')
    {
      if (base->len > 0)
        g_string_append_c (base, strchr (header, '_') != NULL ? '_' : ' ');
      g_string_append (base, end);
    }
  return g_string_free (g_steal_pointer (&base), FALSE);
}

gboolean
vb_date_form_find_in_header (const char *header, VbPeriod *period, char **base)
{
  const char *starts[MAX_TOKENS * 2];
  const char *ends[MAX_TOKENS * 2];
  guint n = 0;
  gsize length = strlen (header);

  for (const char *p = header; *p != '\0' && n < G_N_ELEMENTS (starts);)
    {
      while (is_break (*p))
        p++;
      if (*p == '\0')
        break;
      starts[n] = p;
      while (*p != '\0' && !is_break (*p))
        p++;
      ends[n++] = p;
    }
  if (length > 200)
    return FALSE;
  /* The longest stretch of words that is a period: "2024-01" before "2024". */
  for (guint width = MIN (n, 4); width >= 1; width--)
    for (guint last = n; last >= width; last--)
      {
        const char *start = starts[last - width];
        const char *end = ends[last - 1];
        g_autofree char *rest = NULL;

        if (!is_plausible_in_header (start, end - start, period))
          continue;
        rest = cut_out (header, start, end);
        if (is_part_of_year (rest))
          return FALSE;
        *base = rest[0] == '\0' ? g_strdup ("*") : g_steal_pointer (&rest);
        return TRUE;
      }
  return FALSE;
}

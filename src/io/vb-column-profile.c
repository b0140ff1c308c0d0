/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-column-profile.h"

#include <string.h>

#include "vb-personal-number.h"

/* More different texts than this are remarks, or worse; units and dates are far fewer. */
#define MAX_VALUES 200000
#define MAX_BYTES (32 * 1024 * 1024)
#define MAX_SAMPLED 4
#define MAX_SAMPLE_LENGTH 24
/* Serial days that a column of dates could hold: 1954 to 2119. */
#define FIRST_SERIAL 20000
#define LAST_SERIAL 80000

enum
{
  FACT_NUMBER = 1 << 0,
  FACT_DATE = 1 << 1,
  FACT_SERIAL = 1 << 2,
  FACT_PERSONAL = 1 << 3,
  FACT_MISSING = 1 << 4,
};

void
vb_column_profile_init (VbColumnProfile *self, gboolean keep_all)
{
  memset (self, 0, sizeof *self);
  self->keep_all = keep_all;
  self->values = vb_string_table_new ();
  self->facts = g_array_new (FALSE, FALSE, sizeof (guint8));
  self->last = VB_STRING_TABLE_NONE;
  self->sample = g_string_new (NULL);
}

void
vb_column_profile_clear (VbColumnProfile *self)
{
  g_clear_pointer (&self->values, vb_string_table_free);
  g_clear_pointer (&self->facts, g_array_unref);
  if (self->sample != NULL)
    g_string_free (self->sample, TRUE);
  self->sample = NULL;
}

static void
add_sample (VbColumnProfile *self, const char *text, gsize length)
{
  gsize n = length;

  if (self->n_sampled == MAX_SAMPLED
      || (length == self->last_sample_length && self->sample->len >= length
          && memcmp (self->sample->str + self->sample->len - length, text, length) == 0))
    return;
  self->last_sample_length = length;
  if (self->n_sampled++ > 0)
    g_string_append (self->sample, " · ");
  if (length > MAX_SAMPLE_LENGTH)
    {
      n = MAX_SAMPLE_LENGTH;
      while (n > 0 && ((guchar) text[n] & 0xC0) == 0x80)
        n--;
    }
  g_string_append_len (self->sample, text, (gssize) n);
  if (n < length)
    g_string_append (self->sample, "…");
}

static void
add_number (VbColumnProfile *self, VbNumberForm form)
{
  self->n_numbers++;
  self->n_decimal_comma += (form & VB_NUMBER_FORM_DECIMAL_COMMA) != 0;
  self->n_decimal_point += (form & VB_NUMBER_FORM_DECIMAL_POINT) != 0;
  self->n_unsure_comma += (form & VB_NUMBER_FORM_UNSURE_COMMA) != 0;
  self->n_unsure_point += (form & VB_NUMBER_FORM_UNSURE_POINT) != 0;
}

static gboolean
is_serial (const char *text, gsize length)
{
  double value;

  return vb_number_form_parse (text, length, '.', &value) && value >= FIRST_SERIAL
         && value <= LAST_SERIAL;
}

static guint8
find_facts (const VbCell *cell)
{
  VbNumberForm form;
  VbPeriod period;
  guint8 facts = 0;

  if (cell->kind == VB_CELL_DATE
      || vb_date_form_parse (cell->text, cell->length, &period) == VB_DATE_FORM_PERIOD)
    facts |= FACT_DATE;
  if (cell->kind == VB_CELL_NUMBER || vb_number_form_inspect (cell->text, cell->length, &form))
    {
      facts |= FACT_NUMBER;
      if (is_serial (cell->text, cell->length))
        facts |= FACT_SERIAL;
    }
  else if (vb_number_form_is_missing (cell->text, cell->length))
    facts |= FACT_MISSING;
  if (vb_personal_number_is_in (cell->text, cell->length))
    facts |= FACT_PERSONAL;
  return facts;
}

static void
count_facts (VbColumnProfile *self, guint8 facts)
{
  if (facts & FACT_MISSING)
    return;
  self->n_filled++;
  self->n_dates += (facts & FACT_DATE) != 0;
  self->n_serials += (facts & FACT_SERIAL) != 0;
  self->n_personal += (facts & FACT_PERSONAL) != 0;
  self->n_numbers += (facts & FACT_NUMBER) != 0;
  self->n_texts += (facts & (FACT_NUMBER | FACT_DATE)) == 0;
}

/* A number in a column of which only texts are kept. */
static gboolean
take_plain_number (VbColumnProfile *self, const VbCell *cell)
{
  VbNumberForm form = VB_NUMBER_FORM_NONE;

  if (self->keep_all)
    return FALSE;
  if (cell->kind != VB_CELL_NUMBER
      && (cell->kind != VB_CELL_TEXT || !vb_number_form_inspect (cell->text, cell->length, &form)))
    return FALSE;
  self->n_filled++;
  add_number (self, form);
  if (vb_personal_number_is_in (cell->text, cell->length))
    self->n_personal++;
  if (self->n_sampled < MAX_SAMPLED)
    add_sample (self, cell->text, cell->length);
  return TRUE;
}

guint32
vb_column_profile_add (VbColumnProfile *self, const VbCell *cell)
{
  gboolean is_new;
  guint32 id;

  if (cell->length == 0)
    return VB_STRING_TABLE_NONE;
  if (self->last != VB_STRING_TABLE_NONE)
    {
      gsize length;
      const char *text = vb_string_table_get (self->values, self->last, &length);

      if (length == cell->length && memcmp (text, cell->text, length) == 0)
        {
          count_facts (self, g_array_index (self->facts, guint8, self->last));
          return self->last;
        }
    }
  if (take_plain_number (self, cell))
    return VB_STRING_TABLE_NONE;
  if (self->overflown)
    {
      count_facts (self, find_facts (cell));
      return VB_STRING_TABLE_NONE;
    }
  id = vb_string_table_intern (self->values, cell->text, cell->length, &is_new);
  if (is_new)
    {
      guint8 facts = find_facts (cell);

      g_array_append_val (self->facts, facts);
      add_sample (self, cell->text, cell->length);
      self->overflown = vb_string_table_get_size (self->values) > MAX_VALUES
                        || vb_string_table_get_n_bytes (self->values) > MAX_BYTES;
    }
  count_facts (self, g_array_index (self->facts, guint8, id));
  self->last = id;
  return id;
}

gboolean
vb_column_profile_is_personal (const VbColumnProfile *self)
{
  return self->n_filled > 0 && self->n_personal * 2 >= self->n_filled;
}

gboolean
vb_column_profile_is_numeric (const VbColumnProfile *self)
{
  return self->n_numbers * 2 >= self->n_filled;
}

gboolean
vb_column_profile_is_textual (const VbColumnProfile *self)
{
  return self->n_texts * 2 > self->n_filled;
}

gboolean
vb_column_profile_is_dates (const VbColumnProfile *self)
{
  return self->n_filled > 0 && self->n_dates * 2 >= self->n_filled;
}

gboolean
vb_column_profile_is_serials (const VbColumnProfile *self)
{
  return self->n_dates == 0 && self->n_serials > 0 && self->n_serials * 2 >= self->n_filled;
}

gboolean
vb_column_profile_is_ambiguous (const VbColumnProfile *self)
{
  return self->n_decimal_comma > 0 && self->n_decimal_point > 0;
}

char
vb_column_profile_get_decimal (const VbColumnProfile *self)
{
  if (self->n_decimal_comma > 0)
    return ',';
  return self->n_decimal_point > 0 ? '.' : 0;
}

VbDateForm
vb_column_profile_parse_date (const char *text,
                              gsize length,
                              VbSerialDays serials,
                              VbPeriod *period)
{
  double serial;

  if (serials != VB_SERIAL_DAYS_NONE && is_serial (text, length)
      && vb_number_form_parse (text, length, '.', &serial))
    {
      period->grain = VB_GRAIN_DAY;
      period->start = vb_date_form_from_serial (serial, serials);
      return period->start != VB_DAY_NONE ? VB_DATE_FORM_PERIOD : VB_DATE_FORM_IMPOSSIBLE;
    }
  return vb_date_form_parse (text, length, period);
}

static int
compare_days (gconstpointer a, gconstpointer b)
{
  return *(const VbDay *) a - *(const VbDay *) b;
}

VbGrain
vb_column_profile_infer_grain (const VbColumnProfile *self, VbSerialDays serials, VbGrain hint)
{
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (VbDay));
  guint n_days = 0;

  for (guint32 id = 0; id < vb_string_table_get_size (self->values); id++)
    {
      gsize length;
      const char *text = vb_string_table_get (self->values, id, &length);
      VbPeriod period;

      if (vb_column_profile_parse_date (text, length, serials, &period) == VB_DATE_FORM_PERIOD
          && period.grain == VB_GRAIN_DAY)
        g_array_append_val (days, period.start);
    }
  g_array_sort (days, compare_days);
  /* One day may be written in several ways, with a time of day for one. */
  for (guint i = 0; i < days->len; i++)
    if (i == 0 || g_array_index (days, VbDay, i) != g_array_index (days, VbDay, n_days - 1))
      g_array_index (days, VbDay, n_days++) = g_array_index (days, VbDay, i);
  return vb_date_form_infer_grain ((const VbDay *) (gpointer) days->data, n_days, hint);
}

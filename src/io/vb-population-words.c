/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-population-words.h"

#include <string.h>

#include "vb-header-words.h"

#define MIN_YEAR 1900
#define MAX_YEAR 2300

typedef struct
{
  const char *squashed; /* normalised, without its spaces */
  int meaning;
} Word;

static const Word headers[] = {
  { "unit", VB_POPULATION_HEADER_UNIT },
  { "enhet", VB_POPULATION_HEADER_UNIT },
  { "region", VB_POPULATION_HEADER_UNIT },
  { "lan", VB_POPULATION_HEADER_UNIT },
  { "kommun", VB_POPULATION_HEADER_UNIT },
  { "omrade", VB_POPULATION_HEADER_UNIT },
  { "area", VB_POPULATION_HEADER_UNIT },
  { "county", VB_POPULATION_HEADER_UNIT },
  { "municipality", VB_POPULATION_HEADER_UNIT },
  { "hospital", VB_POPULATION_HEADER_UNIT },
  { "sjukhus", VB_POPULATION_HEADER_UNIT },
  { "catchment", VB_POPULATION_HEADER_UNIT },
  { "catchmentarea", VB_POPULATION_HEADER_UNIT },
  { "upptagningsomrade", VB_POPULATION_HEADER_UNIT },
  { "code", VB_POPULATION_HEADER_CODE },
  { "kod", VB_POPULATION_HEADER_CODE },
  { "lanskod", VB_POPULATION_HEADER_CODE },
  { "regionkod", VB_POPULATION_HEADER_CODE },
  { "kommunkod", VB_POPULATION_HEADER_CODE },
  { "unitcode", VB_POPULATION_HEADER_CODE },
  { "year", VB_POPULATION_HEADER_YEAR },
  { "ar", VB_POPULATION_HEADER_YEAR },
  { "tid", VB_POPULATION_HEADER_YEAR },
  { "sex", VB_POPULATION_HEADER_SEX },
  { "gender", VB_POPULATION_HEADER_SEX },
  { "kon", VB_POPULATION_HEADER_SEX },
  { "age", VB_POPULATION_HEADER_AGE },
  { "ages", VB_POPULATION_HEADER_AGE },
  { "agegroup", VB_POPULATION_HEADER_AGE },
  { "agegroups", VB_POPULATION_HEADER_AGE },
  { "alder", VB_POPULATION_HEADER_AGE },
  { "aldersgrupp", VB_POPULATION_HEADER_AGE },
  { "aldersklass", VB_POPULATION_HEADER_AGE },
  { "aldersintervall", VB_POPULATION_HEADER_AGE },
  { "kind", VB_POPULATION_HEADER_KIND },
  { "slag", VB_POPULATION_HEADER_KIND },
  { "utfallellerprognos", VB_POPULATION_HEADER_KIND },
  { "outcomeorprojection", VB_POPULATION_HEADER_KIND },
  { "inhabitants", VB_POPULATION_HEADER_INHABITANTS },
  { "population", VB_POPULATION_HEADER_INHABITANTS },
  { "persons", VB_POPULATION_HEADER_INHABITANTS },
  { "number", VB_POPULATION_HEADER_INHABITANTS },
  { "folkmangd", VB_POPULATION_HEADER_INHABITANTS },
  { "befolkning", VB_POPULATION_HEADER_INHABITANTS },
  { "invanare", VB_POPULATION_HEADER_INHABITANTS },
  { "antal", VB_POPULATION_HEADER_INHABITANTS },
  { "antalinvanare", VB_POPULATION_HEADER_INHABITANTS },
  { "antalpersoner", VB_POPULATION_HEADER_INHABITANTS },
  { "personer", VB_POPULATION_HEADER_INHABITANTS },
};

static const Word kinds[] = {
  { "outcome", VB_POPULATION_OUTCOME },
  { "actual", VB_POPULATION_OUTCOME },
  { "utfall", VB_POPULATION_OUTCOME },
  { "faktisk", VB_POPULATION_OUTCOME },
  { "projection", VB_POPULATION_PROJECTION },
  { "projected", VB_POPULATION_PROJECTION },
  { "forecast", VB_POPULATION_PROJECTION },
  { "prognos", VB_POPULATION_PROJECTION },
  { "framskriven", VB_POPULATION_PROJECTION },
  { "framskrivning", VB_POPULATION_PROJECTION },
  { "befolkningsframskrivning", VB_POPULATION_PROJECTION },
  { "befolkningsprognos", VB_POPULATION_PROJECTION },
};

static const Word sexes[] = {
  { "all", VB_SEX_ALL },         { "alla", VB_SEX_ALL },        { "both", VB_SEX_ALL },
  { "bothsexes", VB_SEX_ALL },   { "badakonen", VB_SEX_ALL },   { "total", VB_SEX_ALL },
  { "totalt", VB_SEX_ALL },      { "samtliga", VB_SEX_ALL },    { "kvinnorochman", VB_SEX_ALL },
  { "womenandmen", VB_SEX_ALL }, { "menandwomen", VB_SEX_ALL }, { "women", VB_SEX_WOMEN },
  { "woman", VB_SEX_WOMEN },     { "female", VB_SEX_WOMEN },    { "females", VB_SEX_WOMEN },
  { "f", VB_SEX_WOMEN },         { "kvinnor", VB_SEX_WOMEN },   { "kvinna", VB_SEX_WOMEN },
  { "k", VB_SEX_WOMEN },         { "men", VB_SEX_MEN },         { "man", VB_SEX_MEN },
  { "male", VB_SEX_MEN },        { "males", VB_SEX_MEN },       { "m", VB_SEX_MEN },
};

/* What a word of an age group says. */
typedef enum
{
  AGE_NOTHING,
  AGE_TOTAL,
  AGE_OLDER,
  AGE_YOUNGER,
} AgeWord;

static const Word age_words[] = {
  { "ar", AGE_NOTHING },      { "ars", AGE_NOTHING },   { "aring", AGE_NOTHING },
  { "aringar", AGE_NOTHING }, { "alder", AGE_NOTHING }, { "aldrar", AGE_NOTHING },
  { "och", AGE_NOTHING },     { "till", AGE_NOTHING },  { "an", AGE_NOTHING },
  { "year", AGE_NOTHING },    { "years", AGE_NOTHING }, { "yrs", AGE_NOTHING },
  { "of", AGE_NOTHING },      { "age", AGE_NOTHING },   { "ages", AGE_NOTHING },
  { "aged", AGE_NOTHING },    { "old", AGE_NOTHING },   { "and", AGE_NOTHING },
  { "or", AGE_NOTHING },      { "to", AGE_NOTHING },    { "than", AGE_NOTHING },
  { "all", AGE_TOTAL },       { "alla", AGE_TOTAL },    { "total", AGE_TOTAL },
  { "totalt", AGE_TOTAL },    { "totala", AGE_TOTAL },  { "samtliga", AGE_TOTAL },
  { "summa", AGE_TOTAL },     { "older", AGE_OLDER },   { "over", AGE_OLDER },
  { "above", AGE_OLDER },     { "more", AGE_OLDER },    { "aldre", AGE_OLDER },
  { "uppat", AGE_OLDER },     { "w", AGE_OLDER },       { "under", AGE_YOUNGER },
  { "younger", AGE_YOUNGER }, { "yngre", AGE_YOUNGER },
};

/* -1 when it is none of them. */
static int
find_word (const Word *words, gsize n, const char *squashed)
{
  for (gsize i = 0; i < n; i++)
    if (g_str_equal (words[i].squashed, squashed))
      return words[i].meaning;
  return -1;
}

static char *
squash (const char *text)
{
  g_autofree char *normal = vb_header_words_normalise (text);
  char *to = normal;

  for (const char *from = normal; *from != '\0'; from++)
    if (*from != ' ')
      *to++ = *from;
  *to = '\0';
  return g_steal_pointer (&normal);
}

gboolean
vb_population_words_read_year (const char *text, gint16 *out)
{
  guint64 year;

  if (strlen (text) != 4 || !g_ascii_string_to_unsigned (text, 10, MIN_YEAR, MAX_YEAR, &year, NULL))
    return FALSE;
  *out = (gint16) year;
  return TRUE;
}

/* "folkmangd 2025", "prognos 2030", "2025": a year, and words that a count of people has. */
static gboolean
read_year_figures (const char *normal, VbPopulationHeader *out)
{
  g_auto (GStrv) words = g_strsplit (normal, " ", -1);
  VbPopulationHeader header = { .meaning = VB_POPULATION_HEADER_YEAR_FIGURES };

  for (guint i = 0; words[i] != NULL; i++)
    {
      int kind = find_word (kinds, G_N_ELEMENTS (kinds), words[i]);

      if (header.year == 0 && vb_population_words_read_year (words[i], &header.year))
        continue;
      if (kind >= 0)
        {
          header.kind_known = TRUE;
          header.kind = (VbPopulationKind) kind;
        }
      else if (find_word (headers, G_N_ELEMENTS (headers), words[i])
               != VB_POPULATION_HEADER_INHABITANTS)
        return FALSE;
    }
  if (header.year == 0)
    return FALSE;
  *out = header;
  return TRUE;
}

static gboolean
read_bed_days (const char *normal, const char *squashed, VbPopulationHeader *out)
{
  g_auto (GStrv) words = g_strsplit (normal, " ", -1);

  if (strstr (squashed, "varddygn") == NULL && strstr (squashed, "varddagar") == NULL
      && strstr (squashed, "beddays") == NULL && strstr (squashed, "caredays") == NULL)
    return FALSE;

  out->meaning = VB_POPULATION_HEADER_BED_DAYS;
  if (strstr (squashed, "somat") != NULL)
    out->group = VB_CARE_GROUP_SOMATIC;
  else if (strstr (squashed, "iva") != NULL || strstr (squashed, "icu") != NULL
           || strstr (squashed, "intens") != NULL)
    out->group = VB_CARE_GROUP_ICU;
  else if (strstr (squashed, "psyk") != NULL || strstr (squashed, "psych") != NULL)
    out->group = VB_CARE_GROUP_PSYCHIATRIC;
  for (guint i = 0; words[i] != NULL; i++)
    if (vb_population_words_read_year (words[i], &out->year))
      break;
  return TRUE;
}

void
vb_population_words_read_header (const char *header, VbPopulationHeader *out)
{
  g_autofree char *normal = vb_header_words_normalise (header);
  g_autofree char *squashed = squash (header);
  int kind = find_word (kinds, G_N_ELEMENTS (kinds), squashed);
  int meaning = find_word (headers, G_N_ELEMENTS (headers), squashed);

  *out = (VbPopulationHeader){ .meaning = VB_POPULATION_HEADER_UNKNOWN };
  if (*squashed == '\0')
    out->meaning = VB_POPULATION_HEADER_BLANK;
  else if (meaning >= 0)
    out->meaning = (VbPopulationMeaning) meaning;
  else if (kind >= 0)
    {
      out->meaning = VB_POPULATION_HEADER_INHABITANTS;
      out->kind_known = TRUE;
      out->kind = (VbPopulationKind) kind;
    }
  else if (!read_bed_days (normal, squashed, out))
    read_year_figures (normal, out);
}

gboolean
vb_population_words_is_projection (const char *title)
{
  g_autofree char *normal = vb_header_words_normalise (title);
  g_auto (GStrv) words = g_strsplit (normal, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    if (find_word (kinds, G_N_ELEMENTS (kinds), words[i]) == VB_POPULATION_PROJECTION)
      return TRUE;
  return FALSE;
}

/* ---- ages ------------------------------------------------------------------------------------ */

/* What has been read of an age group. */
typedef struct
{
  gint numbers[2];
  guint n_numbers;
  gboolean total;
  gboolean older;
  gboolean younger;
  gboolean ends_open; /* a dash after the last number */
} AgeText;

static gboolean
take_number (AgeText *age, const char **p)
{
  gint number = 0;

  if (age->n_numbers == G_N_ELEMENTS (age->numbers))
    return FALSE;
  for (; g_ascii_isdigit (**p); (*p)++)
    if (number <= VB_AGE_MAX)
      number = 10 * number + (**p - '0');
  age->numbers[age->n_numbers++] = number;
  age->ends_open = FALSE;
  return number <= VB_AGE_MAX;
}

static gboolean
take_word (AgeText *age, const char **p)
{
  const char *start = *p;
  g_autofree char *word = NULL;
  g_autofree char *squashed = NULL;
  int says;

  while (g_unichar_isalpha (g_utf8_get_char (*p)))
    *p = g_utf8_next_char (*p);
  word = g_strndup (start, (gsize) (*p - start));
  squashed = squash (word);
  says = find_word (age_words, G_N_ELEMENTS (age_words), squashed);
  age->total |= says == AGE_TOTAL;
  age->older |= says == AGE_OLDER;
  age->younger |= says == AGE_YOUNGER;
  return says >= 0;
}

static gboolean
take_sign (AgeText *age, const char **p)
{
  gunichar c = g_utf8_get_char (*p);

  *p = g_utf8_next_char (*p);
  switch (c)
    {
    case '+':
    case 0x2265: /* ≥ */
      age->older = TRUE;
      return TRUE;
    case '<':
      age->younger = TRUE;
      return TRUE;
    case '-':
    case 0x2010: /* hyphens, dashes, minus */
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
      if (age->n_numbers == 0)
        return FALSE;
      age->ends_open = TRUE;
      return TRUE;
    default:
      return g_unichar_isspace (c) || c == '.' || c == ',';
    }
}

static gboolean
settle_ages (const AgeText *age, VbAges *out)
{
  gboolean open = age->older || age->ends_open;

  if (age->total)
    {
      *out = (VbAges){ 0, VB_AGE_NO_END };
      return age->n_numbers == 0 && !age->older && !age->younger;
    }
  if (age->n_numbers == 2)
    *out = (VbAges){ (gint16) age->numbers[0], (gint16) age->numbers[1] };
  else if (age->n_numbers == 1 && age->younger)
    *out = (VbAges){ 0, (gint16) (age->numbers[0] - 1) };
  else if (age->n_numbers == 1)
    *out = (VbAges){ (gint16) age->numbers[0], open ? VB_AGE_NO_END : (gint16) age->numbers[0] };
  else
    return FALSE;
  return !(age->n_numbers == 2 && (open || age->younger)) && !(age->younger && open)
         && vb_ages_is_valid (*out);
}

gboolean
vb_population_words_read_ages (const char *text, VbAges *out, gboolean *is_total)
{
  AgeText age = { { 0, 0 }, 0, FALSE, FALSE, FALSE, FALSE };
  const char *p = text;
  VbAges ages;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  while (*p != '\0')
    {
      gboolean taken;

      if (g_ascii_isdigit (*p))
        taken = take_number (&age, &p);
      else if (g_unichar_isalpha (g_utf8_get_char (p)))
        taken = take_word (&age, &p);
      else
        taken = take_sign (&age, &p);
      if (!taken)
        return FALSE;
    }
  if (!settle_ages (&age, &ages))
    return FALSE;
  *out = ages;
  *is_total = age.total;
  return TRUE;
}

gboolean
vb_population_words_read_sex (const char *text, VbSex *out)
{
  g_autofree char *squashed = squash (text);
  int sex = find_word (sexes, G_N_ELEMENTS (sexes), squashed);

  if (sex < 0)
    return FALSE;
  *out = (VbSex) sex;
  return TRUE;
}

gboolean
vb_population_words_read_kind (const char *text, VbPopulationKind *out)
{
  g_autofree char *squashed = squash (text);
  int kind = find_word (kinds, G_N_ELEMENTS (kinds), squashed);

  if (kind < 0)
    return FALSE;
  *out = (VbPopulationKind) kind;
  return TRUE;
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-header-words.h"

#include <string.h>

#include "vb-measure.h"

typedef struct
{
  const char *squashed; /* the normalised header without its spaces */
  VbMeasureId measure;
} Synonym;

static const Synonym synonyms[] = {
  { "inneliggande", VB_MEASURE_OCCUPIED_BEDS },
  { "inneliggandepatienter", VB_MEASURE_OCCUPIED_BEDS },
  { "inskrivna", VB_MEASURE_OCCUPIED_BEDS },
  { "inskrivnapatienter", VB_MEASURE_OCCUPIED_BEDS },
  { "belagda", VB_MEASURE_OCCUPIED_BEDS },
  { "belagdavardplatser", VB_MEASURE_OCCUPIED_BEDS },
  { "admitted", VB_MEASURE_OCCUPIED_BEDS },
  { "occupied", VB_MEASURE_OCCUPIED_BEDS },
  { "averageoccupied", VB_MEASURE_OCCUPIED_BEDS },
  { "averageoccupiedbeds", VB_MEASURE_OCCUPIED_BEDS },
  { "varddygn", VB_MEASURE_BED_DAYS },
  { "varddagar", VB_MEASURE_BED_DAYS },
  { "totaloccupiedbeds", VB_MEASURE_BED_DAYS },
  { "disponibla", VB_MEASURE_AVAILABLE_BEDS },
  { "disponiblavardplatser", VB_MEASURE_AVAILABLE_BEDS },
  { "disponiblaplatser", VB_MEASURE_AVAILABLE_BEDS },
  { "beds", VB_MEASURE_AVAILABLE_BEDS },
  { "available", VB_MEASURE_AVAILABLE_BEDS },
  { "averageavailable", VB_MEASURE_AVAILABLE_BEDS },
  { "averageavailablebeds", VB_MEASURE_AVAILABLE_BEDS },
  { "totalavailablebeds", VB_MEASURE_AVAILABLE_BED_DAYS },
  { "faststallda", VB_MEASURE_ESTABLISHED_BEDS },
  { "faststalldavardplatser", VB_MEASURE_ESTABLISHED_BEDS },
  { "faststalldaplatser", VB_MEASURE_ESTABLISHED_BEDS },
  { "appointedbeds", VB_MEASURE_ESTABLISHED_BEDS },
  { "overbelaggning", VB_MEASURE_OVERCROWDING },
  { "overbelaggningar", VB_MEASURE_OVERCROWDING },
  { "utlokaliserade", VB_MEASURE_OUTLIERS_OUT },
  { "utlokaliseradepatienter", VB_MEASURE_OUTLIERS_OUT },
  { "utlokaliseradeut", VB_MEASURE_OUTLIERS_OUT },
  { "placed", VB_MEASURE_OUTLIERS_OUT },
  { "utlokaliseradein", VB_MEASURE_OUTLIERS_IN },
  { "utskrivningsklara", VB_MEASURE_DISCHARGE_READY },
  { "utskrivningsklarapatienter", VB_MEASURE_DISCHARGE_READY },
  { "dischargeready", VB_MEASURE_DISCHARGE_READY },
  { "permission", VB_MEASURE_ON_LEAVE },
  { "permissioner", VB_MEASURE_ON_LEAVE },
  { "onleave", VB_MEASURE_ON_LEAVE },
  { "vardtillfallenakut", VB_MEASURE_ADMISSIONS_ACUTE },
  { "vardtillfallenakuta", VB_MEASURE_ADMISSIONS_ACUTE },
  { "akutavardtillfallen", VB_MEASURE_ADMISSIONS_ACUTE },
  { "inskrivningarakut", VB_MEASURE_ADMISSIONS_ACUTE },
  { "inskrivningarakuta", VB_MEASURE_ADMISSIONS_ACUTE },
  { "akutainskrivningar", VB_MEASURE_ADMISSIONS_ACUTE },
  { "nonelectiveinpatient", VB_MEASURE_ADMISSIONS_ACUTE },
  { "nonelectiveinpatients", VB_MEASURE_ADMISSIONS_ACUTE },
  { "vardtillfallenplanerade", VB_MEASURE_ADMISSIONS_PLANNED },
  { "planeradevardtillfallen", VB_MEASURE_ADMISSIONS_PLANNED },
  { "inskrivningarplanerade", VB_MEASURE_ADMISSIONS_PLANNED },
  { "planeradeinskrivningar", VB_MEASURE_ADMISSIONS_PLANNED },
  { "electiveinpatient", VB_MEASURE_ADMISSIONS_PLANNED },
  { "electiveinpatients", VB_MEASURE_ADMISSIONS_PLANNED },
  { "vardtillfallen", VB_MEASURE_ADMISSIONS },
  { "inskrivningar", VB_MEASURE_ADMISSIONS },
  { "totalinpatient", VB_MEASURE_ADMISSIONS },
  { "totalinpatients", VB_MEASURE_ADMISSIONS },
  { "totaldaycase", VB_MEASURE_DAY_CASES },
  { "totaldaycases", VB_MEASURE_DAY_CASES },
  { "utskrivningar", VB_MEASURE_DISCHARGES },
  { "folkmangd", VB_MEASURE_POPULATION },
};

static const char *const free_beds[] = { "availablebeds", "lediga",   "ledigavardplatser",
                                         "ledigaplatser", "freebeds", "vacantbeds",
                                         "freebed",       NULL };
static const char *const totals[] = { "all", "alla",  "allt",  "total",    "totals", "totalt",
                                      "sum", "summa", "riket", "samtliga", NULL };
/* What may follow "all" or "total" without making it a part: "All Specialties", "alla enheter". */
static const char *const everything[] = {
  "specialties",   "specialities", "specialisms", "hospitals",     "sites",
  "trusts",        "boards",       "regions",     "wards",         "units",
  "beds",          "departments",  "programmes",  "specialiteter", "enheter",
  "sjukhus",       "kliniker",     "avdelningar", "regioner",      "verksamheter",
  "forvaltningar", "vardplatser",  "patienter",   "hela",          NULL
};

static gunichar
next_letter (const char **p)
{
  gunichar c = g_utf8_get_char (*p);
  gunichar base;
  gsize n = 0;

  *p = g_utf8_next_char (*p);
  /* å and ä are a with a mark: files drop the marks as often as they keep them. */
  n = g_unichar_fully_decompose (c, FALSE, &base, 1);
  if (n > 1 && g_unichar_isalpha (base))
    c = base;
  return c;
}

char *
vb_header_words_normalise (const char *header)
{
  g_autoptr (GString) out = g_string_new (NULL);
  gboolean gap = FALSE;
  gboolean was_lower = FALSE;
  int depth = 0;

  for (const char *p = header; *p != '\0';)
    {
      gunichar c = next_letter (&p);

      if (c == '(' || c == '[')
        depth++;
      else if (c == ')' || c == ']')
        depth = MAX (depth - 1, 0);
      else if (depth > 0)
        continue;
      else if (g_unichar_isalnum (c) || c == '%' || c == '*')
        {
          if (out->len > 0 && (gap || (was_lower && g_unichar_isupper (c))))
            g_string_append_c (out, ' ');
          gap = FALSE;
          was_lower = g_unichar_islower (c);
          g_string_append_unichar (out, g_unichar_tolower (c));
          continue;
        }
      else if (g_unichar_ismark (c))
        continue;
      gap = TRUE;
      was_lower = FALSE;
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
squash (const char *normalised)
{
  GString *out = g_string_sized_new (32);

  for (const char *p = normalised; *p != '\0'; p++)
    if (*p != ' ')
      g_string_append_c (out, *p);
  return g_string_free (out, FALSE);
}

static gboolean
has_word (char **words, const char *word)
{
  return g_strv_contains ((const char *const *) words, word);
}

/* Words that say how a count was made, not of what: "average number (of) occupied (staffed) beds".
 */
static char *
squash_without_fillers (char **words)
{
  static const char *const fillers[] = { "number", "no", "of",    "the",   "staffed",
                                         "antal",  "nr", "medel", "daily", NULL };
  GString *out = g_string_sized_new (32);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *word = words[i];

      if (g_strv_contains (fillers, word))
        continue;
      if (g_str_equal (word, "mean") || g_str_equal (word, "avg"))
        word = "average";
      g_string_append (out, word);
    }
  return g_string_free (out, FALSE);
}

static VbMeasureId
find_synonym (const char *squashed)
{
  for (guint i = 0; i < G_N_ELEMENTS (synonyms); i++)
    if (g_str_equal (synonyms[i].squashed, squashed))
      return synonyms[i].measure;
  if (g_str_has_suffix (squashed, "bedsavailable") || g_str_has_suffix (squashed, "bedavailable"))
    return VB_MEASURE_AVAILABLE_BEDS;
  if (g_str_has_suffix (squashed, "bedsoccupied") || g_str_has_suffix (squashed, "bedoccupied"))
    return VB_MEASURE_OCCUPIED_BEDS;
  return VB_MEASURE_NONE;
}

/* "staffhours" is the key "staff_hours". */
static gboolean
is_squashed_key (const char *squashed, const char *key)
{
  for (; *key != '\0'; key++)
    if (*key != '_' && *squashed++ != *key)
      return FALSE;
  return *squashed == '\0';
}

/* By the catalogue's own key, which is what the program itself writes. */
static VbMeasureId
find_key (const char *squashed)
{
  guint n;
  const VbMeasure *const *list = vb_measure_list (&n);

  for (guint i = 0; i < n; i++)
    if (is_squashed_key (squashed, list[i]->key))
      return list[i]->id;
  return VB_MEASURE_NONE;
}

static VbMeasureId
find_measure (const char *header, char **words)
{
  g_autofree char *squashed = g_strjoinv ("", words);
  g_autofree char *essential = squash_without_fillers (words);
  const VbMeasure *exact = vb_measure_find (header);
  VbMeasureId measure;

  /* The key "available_beds" as we write it is ours; TakeCare's "AvailableBeds" are the free ones.
   */
  if (exact != NULL)
    return exact->id;
  measure = find_synonym (squashed);
  if (measure == VB_MEASURE_NONE && !g_str_equal (essential, "availablebeds"))
    measure = find_synonym (essential);
  if (measure == VB_MEASURE_NONE && !g_strv_contains (free_beds, squashed))
    measure = find_key (squashed);
  return measure;
}

VbMeasureId
vb_header_words_find_measure (const char *label)
{
  g_autofree char *normalised = vb_header_words_normalise (label);
  g_auto (GStrv) words = g_strsplit (normalised, " ", -1);

  return find_measure (label, words);
}

static gboolean
is_ratio (char **words, const char *squashed)
{
  static const char *const marks[] = { "rate",    "percent", "percentage", "pct",
                                       "procent", "%",       "ratio",      NULL };

  for (guint i = 0; marks[i] != NULL; i++)
    if (has_word (words, marks[i]))
      return TRUE;
  return g_str_equal (squashed, "belaggning") || g_str_has_prefix (squashed, "belaggningsgrad")
         || g_str_equal (squashed, "occupancy") || g_str_has_suffix (squashed, "occupancyrate");
}

typedef struct
{
  const char *word;
  gboolean prefix; /* also "sjukhusnamn", "regionkod" */
  VbUnitKind kind;
} KindWord;

static const KindWord kind_words[] = {
  { "nation", FALSE, VB_UNIT_NATION },
  { "country", FALSE, VB_UNIT_NATION },
  { "land", FALSE, VB_UNIT_NATION },
  { "region", TRUE, VB_UNIT_REGION },
  { "board", FALSE, VB_UNIT_REGION },
  { "trust", FALSE, VB_UNIT_REGION },
  { "hb", FALSE, VB_UNIT_REGION },
  { "forvaltning", TRUE, VB_UNIT_REGION },
  { "lan", FALSE, VB_UNIT_REGION },
  { "lans", TRUE, VB_UNIT_REGION },
  { "landsting", TRUE, VB_UNIT_REGION },
  { "county", FALSE, VB_UNIT_REGION },
  { "sjukhus", TRUE, VB_UNIT_HOSPITAL },
  { "hospital", FALSE, VB_UNIT_HOSPITAL },
  { "site", FALSE, VB_UNIT_HOSPITAL },
  { "klinik", TRUE, VB_UNIT_DEPARTMENT },
  { "verksamhet", TRUE, VB_UNIT_DEPARTMENT },
  { "programme", FALSE, VB_UNIT_DEPARTMENT },
  { "specialty", FALSE, VB_UNIT_DEPARTMENT },
  { "speciality", FALSE, VB_UNIT_DEPARTMENT },
  { "specialism", FALSE, VB_UNIT_DEPARTMENT },
  { "specialitet", TRUE, VB_UNIT_DEPARTMENT },
  { "department", FALSE, VB_UNIT_DEPARTMENT },
  { "avdelning", TRUE, VB_UNIT_WARD },
  { "vardavdelning", TRUE, VB_UNIT_WARD },
  { "enhet", TRUE, VB_UNIT_WARD },
  { "vardenhet", TRUE, VB_UNIT_WARD },
  { "ward", FALSE, VB_UNIT_WARD },
  { "unit", FALSE, VB_UNIT_WARD },
  { "careunit", FALSE, VB_UNIT_WARD },
};

/* The last word of "health_board_of_trust" … is the noun in English: later words win. */
static gboolean
find_kind (char **words, VbUnitKind *kind)
{
  gboolean found = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    for (guint k = 0; k < G_N_ELEMENTS (kind_words); k++)
      {
        const KindWord *entry = &kind_words[k];
        gsize n = strlen (entry->word);

        if (strncmp (words[i], entry->word, n) != 0)
          continue;
        /* "trust18", "hb19": editions of an area code. */
        if (strspn (words[i] + n, "0123456789") == strlen (words[i] + n)
            || (entry->prefix
                && (g_str_has_suffix (words[i], "namn") || g_str_has_suffix (words[i], "kod")
                    || g_str_has_suffix (words[i], "id") || g_str_has_suffix (words[i], "nr")
                    || g_str_has_suffix (words[i], "en") || g_str_has_suffix (words[i], "et")
                    || g_str_has_suffix (words[i], "somrade"))))
          {
            *kind = entry->kind;
            found = TRUE;
          }
      }
  return found;
}

static const char *const code_words[] = { "code",   "kod",   "id",  "nr", "nummer",
                                          "number", "hsaid", "hsa", NULL };
static const char *const name_words[] = { "name", "namn", NULL };

static gboolean
is_code_word (const char *word)
{
  return g_strv_contains (code_words, word) || g_str_has_suffix (word, "kod")
         || g_str_has_suffix (word, "code");
}

static gboolean
is_date_word (const char *word, VbGrain *grain)
{
  static const char *const days[] = { "date",  "datum",      "dag",      "day",      "period",
                                      "dygn",  "reportdate", "matdatum", "tidpunkt", "rapportdatum",
                                      "start", "tidsperiod", NULL };
  static const char *const months[] = { "month", "manad", NULL };
  static const char *const quarters[] = { "quarter", "kvartal", NULL };
  static const char *const years[] = { "year", "ar", NULL };
  static const char *const weeks[] = { "week", "vecka", NULL };

  if (g_strv_contains (days, word))
    *grain = VB_GRAIN_DAY;
  else if (g_strv_contains (months, word))
    *grain = VB_GRAIN_MONTH;
  else if (g_strv_contains (quarters, word))
    *grain = VB_GRAIN_QUARTER;
  else if (g_strv_contains (years, word))
    *grain = VB_GRAIN_YEAR;
  else if (g_strv_contains (weeks, word))
    *grain = VB_GRAIN_WEEK;
  else
    return FALSE;
  return TRUE;
}

/* One or two words, one of them a date word: "date", "report date", "vecka nr"; not "tid" and not
 * "length of stay days". */
static gboolean
is_date_header (char **words, VbGrain *grain)
{
  guint n = g_strv_length (words);

  if (n == 0 || n > 3)
    return FALSE;
  return is_date_word (words[0], grain) || is_date_word (words[n - 1], grain);
}

static gboolean
contains_any (const char *squashed, const char *const *list)
{
  return g_strv_contains (list, squashed);
}

void
vb_header_words_read (const char *header, VbHeader *out)
{
  static const char *const care[] = { "vardtyp", "caretype", "typavvard", "vardform", NULL };
  static const char *const measure_names[] = { "matt",      "measure",       "matetal",
                                               "variabel",  "variable",      "indikator",
                                               "indicator", "indikatornamn", "kpinamn",
                                               "kpi",       "measurename",   "storhet",
                                               "nyckeltal", "metric",        NULL };
  static const char *const values[] = { "varde", "value", "antal", "count", "matvarde", NULL };
  static const char *const parents[] = { "parent",     "parentunit",      "parentname",
                                         "parentpath", "foralder",        "overordnad",
                                         "tillhor",    "overordnadenhet", "parentcode",
                                         NULL };
  static const char *const remarks[] = { "kommentar",     "kommentarer", "comment",
                                         "comments",      "anmarkning",  "note",
                                         "notes",         "notering",    "fritext",
                                         "tid",           "time",        "klockslag",
                                         "confirmedtime", "reporttime",  "confirmedbyusername",
                                         "username",      "anvandare",   "isopenfivedaysaweek",
                                         "akutplanerad",  "grain",       "provenance",
                                         "kalla",         "source",      NULL };
  g_autofree char *normalised = vb_header_words_normalise (header);
  g_auto (GStrv) words = g_strsplit (normalised, " ", -1);
  g_autofree char *squashed = squash (normalised);
  gboolean code = FALSE;

  *out = (VbHeader){ VB_HEADER_UNKNOWN };
  for (guint i = 0; words[i] != NULL; i++)
    code = code || is_code_word (words[i]);
  out->measure = find_measure (header, words);
  out->kind_known = find_kind (words, &out->kind);
  if (contains_any (squashed, remarks))
    out->meaning = VB_HEADER_REMARK;
  else if (contains_any (squashed, care))
    out->meaning = VB_HEADER_CARE_TYPE;
  else if (contains_any (squashed, parents))
    out->meaning = VB_HEADER_PARENT;
  else if (contains_any (squashed, free_beds) && out->measure == VB_MEASURE_NONE)
    out->meaning = VB_HEADER_FREE_BEDS;
  else if (is_ratio (words, squashed) && vb_measure_find (header) == NULL)
    out->meaning = VB_HEADER_RATIO;
  else if (out->measure != VB_MEASURE_NONE)
    out->meaning = VB_HEADER_MEASURE;
  else if (contains_any (squashed, measure_names))
    out->meaning = VB_HEADER_MEASURE_NAME;
  else if (contains_any (squashed, values))
    out->meaning = VB_HEADER_VALUE;
  else if (out->kind_known)
    out->meaning = code ? VB_HEADER_LEVEL_CODE : VB_HEADER_LEVEL;
  else if (is_date_header (words, &out->grain))
    out->meaning = VB_HEADER_DATE;
  else if (code)
    out->meaning = VB_HEADER_LEVEL_CODE;
  if (out->meaning == VB_HEADER_RATIO || out->meaning == VB_HEADER_FREE_BEDS)
    out->measure = VB_MEASURE_NONE;
}

char *
vb_header_words_dup_stem (const char *header)
{
  g_autofree char *normalised = vb_header_words_normalise (header);
  g_auto (GStrv) words = g_strsplit (normalised, " ", -1);
  GString *stem = g_string_new (NULL);

  for (guint i = 0; words[i] != NULL; i++)
    {
      gsize n = strlen (words[i]);

      if (g_strv_contains (code_words, words[i]) || g_strv_contains (name_words, words[i]))
        continue;
      /* "regionkod", "lansnamn"; a genitive s ("lans") is no part of the stem. */
      if (n > 3 && g_str_has_suffix (words[i], "kod"))
        n -= 3;
      else if (n > 4
               && (g_str_has_suffix (words[i], "namn") || g_str_has_suffix (words[i], "code")))
        n -= 4;
      if (n < strlen (words[i]) && n > 1 && words[i][n - 1] == 's' && n > 3)
        n -= g_str_has_prefix (words[i], "sjukhus") ? 0 : 1;
      g_string_append_len (stem, words[i], n);
    }
  return g_string_free (stem, FALSE);
}

/* "all", "all specialties", "total, all hospitals": a total word, and nothing that narrows it. */
gboolean
vb_header_words_is_total (const char *name)
{
  g_autofree char *normalised = vb_header_words_normalise (name);
  g_auto (GStrv) words = g_strsplit (normalised, " ", -1);
  gboolean total = FALSE;

  for (guint i = 0; words[i] != NULL; i++)
    {
      if (g_strv_contains (totals, words[i]))
        total = TRUE;
      else if (!g_strv_contains (everything, words[i]))
        return FALSE;
    }
  return total;
}

gboolean
vb_header_words_is_grouping (const char *name)
{
  static const char *const first[] = { "all", "alla", "samtliga", "summa", "sum", "total", NULL };
  static const char *const last[] = { "grouping", "groupings", "total", "totalt",
                                      "summa",    "samtliga",  NULL };
  g_autofree char *normalised = vb_header_words_normalise (name);
  g_auto (GStrv) words = g_strsplit (normalised, " ", -1);
  guint n = g_strv_length (words);

  if (n < 2 || vb_header_words_is_total (name))
    return FALSE;
  return g_strv_contains (first, words[0]) || g_strv_contains (last, words[n - 1]);
}

gboolean
vb_header_words_find_care_type (const char *label, VbCareType *out)
{
  static const struct
  {
    const char *prefix;
    VbCareType type;
  } prefixes[] = {
    { "som", VB_CARE_TYPE_SOMATIC },       { "psyk", VB_CARE_TYPE_PSYCHIATRIC },
    { "psych", VB_CARE_TYPE_PSYCHIATRIC }, { "mental", VB_CARE_TYPE_PSYCHIATRIC },
    { "iva", VB_CARE_TYPE_ICU },           { "icu", VB_CARE_TYPE_ICU },
    { "intensiv", VB_CARE_TYPE_ICU },      { "critical", VB_CARE_TYPE_ICU },
    { "ger", VB_CARE_TYPE_GERIATRIC },
  };
  g_autofree char *normalised = vb_header_words_normalise (label);

  for (guint i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (normalised, prefixes[i].prefix))
      {
        *out = prefixes[i].type;
        return TRUE;
      }
  return FALSE;
}

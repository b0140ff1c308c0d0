/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the words of a table's headers and labels mean, in Swedish and English. Case, accents, "_",
 * "-", spaces and whatever stands in brackets do not matter. */
#pragma once

#include "vb-terms.h"

G_BEGIN_DECLS

/* The header in lower case without accents, its words parted by single spaces, "AppointedBeds" as
 * two words, bracketed parts left out. Owned by the caller. */
char *vb_header_words_normalise (const char *header);

/* What a header says about its column before its values have been seen. */
typedef enum
{
  VB_HEADER_UNKNOWN,
  VB_HEADER_DATE,
  VB_HEADER_LEVEL,      /* a unit's name */
  VB_HEADER_LEVEL_CODE, /* a unit's code */
  VB_HEADER_PARENT,     /* the name of the unit above the row's unit */
  VB_HEADER_CARE_TYPE,
  VB_HEADER_MEASURE,
  VB_HEADER_MEASURE_NAME,
  VB_HEADER_VALUE,
  VB_HEADER_FREE_BEDS, /* left out: available less occupied */
  VB_HEADER_RATIO,     /* left out where its parts are present */
  VB_HEADER_REMARK,    /* left out: comments, who and when */
} VbHeaderMeaning;

typedef struct
{
  VbHeaderMeaning meaning;
  VbMeasureId measure;
  gboolean kind_known;
  VbUnitKind kind;
  VbGrain grain; /* DATE: "month" says month; else DAY */
} VbHeader;

/* Fills @out; its meaning is UNKNOWN when nothing is recognised. */
void vb_header_words_read (const char *header, VbHeader *out);
/* The measure a label of a long table names, by catalogue key or by the words above. */
VbMeasureId vb_header_words_find_measure (const char *label);
/* The stem that "hospital_code" and "hospital_name" share, so that they are known as a pair. */
char *vb_header_words_dup_stem (const char *header);

/* A unit's name that says "all of them" ("Summa", "all_specialties"): the row is its parent's. */
gboolean vb_header_words_is_total (const char *name);
/* A name that says "several of them" ("All Acute", "Medical Grouping", "Summa medicin"). */
gboolean vb_header_words_is_grouping (const char *name);
/* FALSE when @label is no care type that is known. */
gboolean vb_header_words_find_care_type (const char *label, VbCareType *out);

G_END_DECLS

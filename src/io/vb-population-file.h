/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tables of population as they are published and exported: a row for each unit, year, sex and age
 * group, or a column a year as Statistics Sweden has them; bed days by care group beside the
 * inhabitants. CSV or XLSX; data/example/README.md describes the columns. */
#pragma once

#include <gio/gio.h>

#include "vb-population-facts.h"
#include "vb-problem.h"

G_BEGIN_DECLS

/* What was read. A table with a single fault is refused whole, since a population that lacks a
 * group would need too few beds: places are to be taken only when there are no problems. */
typedef struct
{
  char *name;          /* of the file */
  guint n_rows;        /* with figures */
  gboolean kind_known; /* it says itself what is outcome and what is projection */
  GPtrArray *places;   /* of VbPopulationFacts; the name is NULL where no unit is named */
  GPtrArray *problems; /* of VbProblem, in the order of the rows */
} VbPopulationFile;

/* @file NULL is standard input; @sheet NULL the first with such a table. VB_ERROR_BAD_INPUT when
 * there is no such table at all: what was expected and found. */
VbPopulationFile *
vb_population_file_read (GFile *file, const char *sheet, GCancellable *cancellable, GError **error);
/* The same in a thread. */
void vb_population_file_read_async (GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer user_data);
VbPopulationFile *vb_population_file_read_finish (GAsyncResult *result, GError **error);
void vb_population_file_free (VbPopulationFile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPopulationFile, vb_population_file_free)

/* Whether the headers of @file are those of a table of population. */
gboolean vb_population_file_recognise (GFile *file, const char *sheet, GCancellable *cancellable);
/* Years after @year are projections, whatever the file itself tells; 0: all of them are. */
void vb_population_file_set_last_outcome (VbPopulationFile *self, gint16 year);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The same door as vb-document.h, and the same rules: who lives where, and what care they use.
 * Signal of the document: "population-changed". */
#pragma once

#include "vb-document.h"
#include "vb-population-facts.h"

G_BEGIN_DECLS

/* What is known of the population of a unit, sorted; nothing in it when that is nothing. Owned by
 * the caller. */
VbPopulationFacts *vb_document_read_population (VbDocument *self, gint64 unit_id, GError **error);
/* The unit that a table of population means by @name: a path, a code or a name, also as Statistics
 * Sweden writes it, "23 Jämtlands län". NULL when there is none, or several. */
VbUnit *vb_document_match_population (VbDocument *self, const char *name);
/* The latest year that lies wholly before vb_document_get_now(). People are counted at the end of a
 * year, so that a file that does not tell has projections after it. */
gint16 vb_document_get_last_full_year (VbDocument *self);
/* How much more, or less, an inhabitant of the same age and sex uses each year; 0 = as much. */
double vb_document_get_consumption_change (VbDocument *self);

/* Takes @facts[i], which is put in order, for each of the @n @unit_ids, in one undo step: of every
 * year that it has inhabitants of, and of every year and care group that it has bed days of, the
 * unit has these and no others. Unit ids of 0 are left out. VB_ERROR_INVALID when figures cannot be
 * or groups overlap. */
gboolean vb_document_set_population (VbDocument *self,
                                     const gint64 *unit_ids,
                                     VbPopulationFacts *const *facts,
                                     guint n,
                                     GError **error);
/* The same in a thread: a country's municipalities by age and year are millions of rows. @facts
 * must stay as they are until the answer. */
void vb_document_set_population_async (VbDocument *self,
                                       const gint64 *unit_ids,
                                       VbPopulationFacts *const *facts,
                                       guint n,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer user_data);
gboolean vb_document_set_population_finish (VbDocument *self, GAsyncResult *result, GError **error);
/* @share: above -1, at most 1. */
gboolean vb_document_set_consumption_change (VbDocument *self, double share, GError **error);

G_END_DECLS

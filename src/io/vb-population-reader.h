/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One table of population, row by row. */
#pragma once

#include "vb-population-file.h"
#include "vb-table-reader.h"

G_BEGIN_DECLS

typedef struct _VbPopulationReader VbPopulationReader;

/* Looks for the headers of such a table among the first rows of @table, which is borrowed. NULL
 * without @error when there are none. */
VbPopulationReader *_vb_population_reader_new (VbTableReader *table, GError **error);
void _vb_population_reader_free (VbPopulationReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbPopulationReader, _vb_population_reader_free)

/* Reads all of it into @file, which is empty but for its name. */
gboolean _vb_population_reader_read (VbPopulationReader *self,
                                     VbPopulationFile *file,
                                     GCancellable *cancellable,
                                     GError **error);

G_END_DECLS

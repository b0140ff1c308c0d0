/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One unit, care group and period: the figures of need and gap. A plain struct of base, so that the
 * engine can fill it and the model can hold it without either knowing the other. */
#pragma once

#include "vb-terms.h"

G_BEGIN_DECLS

/* Missing figures are NAN, never 0. Fractions, not per cent. gap = available - need (negative =
 * shortage) everywhere. */
typedef struct
{
  double days;     /* days with data; of a sum over units bed_days / sum of its bed_days a day */
  double bed_days; /* V: occupied bed days used (with overcrowding, outliers, hidden demand) */
  double available_beds; /* mean over the days with data */
  double established_beds;
  double occupied_beds;    /* bed_days / days */
  double overcrowding;     /* mean overcrowded patients a day, as reported */
  double occupancy;        /* bed_days / (available_beds x days); may exceed 1 */
  double target_occupancy; /* T; for a parent without own figures sum V / (days x sum need) */
  double need_beds;
  double gap_beds;
  double gap_share; /* gap / need */
  /* 0..1: days with data / days x children present / children, of the bed days or of the available
   * beds, whichever is less. */
  double coverage;
  guint8 provenance;        /* VbProvenance, the worst of the inputs */
  guint8 own;               /* 1: the unit's own reported figure; 0: the sum of its children */
  gint16 target_unit_steps; /* steps up to the unit whose target is in force; -1 the document's, its
                             * default, or an override */
} VbNeedFigures;

/* Of what nothing is known. */
extern const VbNeedFigures vb_need_figures_unknown;

G_END_DECLS

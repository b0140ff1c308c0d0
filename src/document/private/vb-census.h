/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the units' daily census and admissions of one year say: how the one varies, and how many of
 * the other are acute. Measured in a thread, immutable then. Private to the document room. */
#pragma once

#include "private/vb-facts.h"

G_BEGIN_DECLS

/* Of one unit; NAN: not known. */
typedef struct
{
  double n_days;    /* known, and not closed */
  double n_closed;  /* without beds and patients: a ward of five days, or closed for the summer */
  double variation; /* variance ÷ mean, on the days that are not closed */
  double admissions_acute;
  double admissions;
  double acute_share;
} VbCensusFigures;

typedef struct
{
  gatomicrefcount ref_count;
  VbFacts *facts;
  VbSnapshot *assumptions;
  VbCareGroup group;
  int year;
  VbCensusFigures *figures; /* by index in the tree */
  VbDay first;              /* of the known days */
  guint n_days;
  guint8 *days; /* what a unit was on each of them: n_days for every index in the tree */
} VbCensus;

/* Of the patients in @group. @assumptions: a snapshot of the same tree as the facts'. */
VbCensus *_vb_census_measure (VbFacts *facts,
                              VbSnapshot *assumptions,
                              VbCareGroup group,
                              int year,
                              GCancellable *cancellable,
                              GError **error);
VbCensus *_vb_census_ref (VbCensus *self);
void _vb_census_unref (VbCensus *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbCensus, _vb_census_unref)

/* Whether it would come out the same if it were measured again. */
gboolean _vb_census_suits (const VbCensus *self,
                           const VbFacts *facts,
                           const VbSnapshot *assumptions,
                           VbCareGroup group,
                           int year);

/* All NAN for a unit that was made since. */
VbCensusFigures _vb_census_find (const VbCensus *self, gint64 unit_id);

/* Days on which the unit is closed ÷ days known, of those of @period within the year: below 1, and
 * 0 where nothing is known or it never opened. */
double _vb_census_get_closed_share (const VbCensus *self, gint64 unit_id, VbPeriod period);

G_END_DECLS

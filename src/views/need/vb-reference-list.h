/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The inspector's reference numbers of a unit: each with the day from which it is in force and who
 * decided it, to be changed, removed, and added to. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_REFERENCE_LIST (vb_reference_list_get_type ())
G_DECLARE_FINAL_TYPE (VbReferenceList, vb_reference_list, VB, REFERENCE_LIST, AdwPreferencesGroup)

GtkWidget *vb_reference_list_new (void);
/* @table: of years. Errors and what was done are told by @page, which the list stands in. */
void vb_reference_list_show (
    VbReferenceList *self, VbPage *page, VbNeedTable *table, VbUnit *unit, VbCareGroup group);

G_END_DECLS

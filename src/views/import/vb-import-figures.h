/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The key figures of the data: units, figures, period covered, coverage, rules broken. */
#pragma once

#include "vb-coverage.h"
#include "vb-document.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_FIGURES (vb_import_figures_get_type ())
G_DECLARE_FINAL_TYPE (VbImportFigures, vb_import_figures, VB, IMPORT_FIGURES, GtkWidget)

/* Property "selected": the name of the figure to be explained; "coverage" at first. */
GtkWidget *vb_import_figures_new (void);
/* @coverage: NULL while it is not known. */
void vb_import_figures_show (VbImportFigures *self,
                             VbDocument *document,
                             VbUnit *unit,
                             VbCoverage *coverage);
/* @n_findings: rules broken under the unit shown; −1 while it is not known. */
void vb_import_figures_show_findings (VbImportFigures *self, int n_findings);
/* "Where does this come from?" of the selected figure. */
void vb_import_figures_explain (VbImportFigures *self, VbSourceCard *card);

G_END_DECLS

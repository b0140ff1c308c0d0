/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page share. */
#pragma once

#include "vb-scenarios-page.h"

#include "vb-card.h"
#include "vb-care-group-row.h"
#include "vb-chart.h"
#include "vb-figure-table.h"
#include "vb-key-figure-row.h"
#include "vb-page-frame.h"
#include "vb-scenario-checks.h"
#include "vb-scenario-comparison.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

struct _VbScenariosPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbKeyFigure *gap_figure;
  VbKeyFigure *balance_figure;
  VbKeyFigure *cost_figure;
  VbKeyFigure *plan_figure;
  VbChart *chart;
  VbCard *table_card;
  VbFigureTable *table;
  VbCard *difference_card;
  GtkBox *difference_box;
  GtkLabel *sentences;
  VbFigureTable *step_table;
  VbCareGroupRow *care_group_row;
  AdwComboRow *year_row;
  AdwComboRow *base_row;
  AdwActionRow *plan_row;
  VbScenarioChecks *checks;
  AdwPreferencesGroup *notice_group;
  GtkLabel *notice;
  VbSourceCard *source_card;
  GtkStack *stack; /* of empty states */

  VbScenarioComparison *comparison;
  gint64 scenario_id; /* the one in question; 0 = none */
  gint64 base_id;     /* what the reader compares with; 0 = what suggests itself */
  GArray *bases;      /* gint64, what the row offers */
  gint16 shown_first; /* years that the row offers */
  gint16 shown_last;
  char *whose;      /* "Riket, somatic care" */
  gboolean filling; /* a row is being filled, not chosen from */
};

/* The one in question; NULL when there is none. */
VbScenario *_vb_scenarios_page_get_scenario (VbScenariosPage *self);

/* ---- vb-scenarios-page-explain.c -------------------------------------------------------------
 */

/* Explains the selected key figure of the one in question. */
void _vb_scenarios_page_explain (VbScenariosPage *self);

/* ---- vb-scenarios-page-actions.c -------------------------------------------------------------
 */

/* Makes the scenario @id the one in question, here and on every page. */
void _vb_scenarios_page_choose (VbScenariosPage *self, gint64 id);
void _vb_scenarios_page_install_actions (GtkWidgetClass *widget_class);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the page share. */
#pragma once

#include "vb-assumption-row.h"
#include "vb-chart.h"
#include "vb-figure-table.h"
#include "vb-key-figure-row.h"
#include "vb-lever-list.h"
#include "vb-outlook.h"
#include "vb-page-frame.h"
#include "vb-potential-page.h"
#include "vb-ready-scenario.h"
#include "vb-source-card.h"

G_BEGIN_DECLS

typedef enum
{
  VB_POTENTIAL_CARD_START,
  VB_POTENTIAL_CARD_EFFECT,
  VB_POTENTIAL_CARD_GAP,
  VB_POTENTIAL_CARD_BALANCE,
  VB_POTENTIAL_N_CARDS
} VbPotentialCard;

struct _VbPotentialPage
{
  VbPage parent_instance;

  VbPageFrame *frame;
  VbKeyFigureRow *figures;
  VbKeyFigure *cards[VB_POTENTIAL_N_CARDS]; /* of the row */
  GtkWidget *notice;
  GtkLabel *notice_label;
  GtkLabel *problem;
  VbChart *trajectory_chart;
  GtkStack *charts;
  VbChart *waterfall_chart;
  VbChart *tornado_chart;
  GtkStack *tables;
  AdwBin *years_bin;
  AdwBin *levers_bin;
  VbFigureTable *years_table;
  VbFigureTable *levers_table;
  AdwComboRow *year_row;
  VbAssumptionRow *target_row;
  AdwComboRow *distribution_row;
  GtkMenuButton *scenario_button;
  VbLeverList *lever_list;
  VbSourceCard *source_card;
  AdwPreferencesGroup *own_group;
  AdwPreferencesGroup *ready_group;

  VbOutlook *outlook;
  VbReadyScenario *catalogue; /* NULL when it cannot be read */
  GPtrArray *ready;           /* of VbReadyScenario */
  GPtrArray *own_rows;        /* borrowed: the group has them */
  gboolean showing;           /* fields are being filled, which is no choice of the reader's */

  /* What is explained: a lever, else a figure of a year, else the key figure that is selected. */
  VbLever *explained_lever;
  gint16 explained_year; /* 0 = none */
};

/* vb-potential-page-actions.c */
void _vb_potential_page_class_actions_init (GtkWidgetClass *widget_class);
/* The ready scenarios, as rows of the empty page and as a menu. */
void _vb_potential_page_offer_scenarios (VbPotentialPage *self);

/* The plan's scenarios of the session's unit, as rows of the empty page. */
void _vb_potential_page_show_own_scenarios (VbPotentialPage *self);

/* vb-potential-page.c */
void _vb_potential_page_explain_lever (VbPotentialPage *self, VbLever *lever);

G_END_DECLS

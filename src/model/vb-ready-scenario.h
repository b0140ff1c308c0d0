/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-bilingual.h"
#include "vb-lever-figures.h"

G_BEGIN_DECLS

/* A figure that a ready scenario starts from or comes to, and whose it is. */
typedef struct
{
  char *id; /* "need" and "capacity" are there always: beds each year without any lever, or until
             * the year of a "need-2030" or "capacity-2030", which says it from then on */
  VbBilingual name;
  double value; /* in beds unless the name says otherwise */
  VbFigureStatus status;
  VbBilingual source;
  GStrv levers; /* ids of those whose full effects add up to it; NULL = it is no such sum */
} VbReadyFigure;

typedef struct
{
  char *id; /* unique in the scenario */
  VbBilingual name;
  VbLeverFigures figures;
  VbFigureStatus status; /* of the figures */
  VbBilingual source;
  guint focus_area; /* 1–5 as vb-focus-area.h has them; 0 = none */
} VbReadyLever;

#define VB_TYPE_READY_SCENARIO (vb_ready_scenario_get_type ())
G_DECLARE_FINAL_TYPE (VbReadyScenario, vb_ready_scenario, VB, READY_SCENARIO, GObject)

/* A scenario that somebody has published, or that follows from what has been, to start from.
 * Whoever makes it fills it in and validates it before anybody else sees it; after that it does not
 * change.
 */
VbReadyScenario *
vb_ready_scenario_new (const char *id, VbCareGroup group, gint16 first_year, gint16 last_year);
void vb_ready_scenario_set_name (VbReadyScenario *self, const VbBilingual *name);
void vb_ready_scenario_set_description (VbReadyScenario *self, const VbBilingual *description);
void vb_ready_scenario_set_notice (VbReadyScenario *self, const VbBilingual *notice);
void vb_ready_scenario_set_target_occupancy (VbReadyScenario *self, double target);
/* Both copy what they are given. */
void vb_ready_scenario_add_figure (VbReadyScenario *self, const VbReadyFigure *figure);
void vb_ready_scenario_add_lever (VbReadyScenario *self, const VbReadyLever *lever);
/* The rules that take the whole to see: need and capacity are there, a figure "gap" is their
 * difference, ids differ, and a figure with levers is the sum of their full effects, to within its
 * rounding to whole beds. VB_ERROR_INVALID names the figure or lever. */
gboolean vb_ready_scenario_validate (VbReadyScenario *self, GError **error);

const char *vb_ready_scenario_get_id (VbReadyScenario *self);
const VbBilingual *vb_ready_scenario_get_name (VbReadyScenario *self);
const VbBilingual *vb_ready_scenario_get_description (VbReadyScenario *self);
const VbBilingual *vb_ready_scenario_get_notice (VbReadyScenario *self); /* said with it always */
VbCareGroup vb_ready_scenario_get_group (VbReadyScenario *self);
gint16 vb_ready_scenario_get_first_year (VbReadyScenario *self);
gint16 vb_ready_scenario_get_last_year (VbReadyScenario *self);
/* What bed days of its levers are turned into beds with; 0.90 if not said. */
double vb_ready_scenario_get_target_occupancy (VbReadyScenario *self);
guint vb_ready_scenario_get_n_figures (VbReadyScenario *self);
const VbReadyFigure *vb_ready_scenario_get_figure (VbReadyScenario *self, guint index);
/* NULL if there is none of that id. */
const VbReadyFigure *vb_ready_scenario_find_figure (VbReadyScenario *self, const char *id);
guint vb_ready_scenario_get_n_levers (VbReadyScenario *self);
const VbReadyLever *vb_ready_scenario_get_lever (VbReadyScenario *self, guint index);
const VbReadyLever *vb_ready_scenario_find_lever (VbReadyScenario *self,
                                                  const char *id); /* as above */
/* What a lever comes to at its base value and full effect: size × influence × probability, of bed
 * days ÷ (365 × target occupancy) when the size is a share of them. Unit: beds. */
double vb_ready_scenario_get_full_effect (VbReadyScenario *self, const VbReadyLever *lever);

G_END_DECLS

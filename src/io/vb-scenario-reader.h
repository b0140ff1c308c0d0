/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading ready scenarios from the files that planners edit; data/scenarios/README.md describes
 * them. A file that breaks a rule is refused whole, with VB_ERROR_BAD_INPUT: file, place, what was
 * expected and what was found. */
#pragma once

#include <gio/gio.h>

#include "vb-ready-scenario.h"

G_BEGIN_DECLS

/* A key file (NAME.scenario). Owned by the caller. */
VbReadyScenario *vb_scenario_reader_read (GFile *file, GCancellable *cancellable, GError **error);

/* Those that come with the program, of VbReadyScenario; the national one first. */
GPtrArray *vb_scenario_reader_read_shipped (GError **error);

/* The levers to choose from, as a scenario of a unit with the need and capacity that their sizes
 * are for. Owned by the caller. */
VbReadyScenario *vb_scenario_reader_read_catalogue (GError **error);

G_END_DECLS

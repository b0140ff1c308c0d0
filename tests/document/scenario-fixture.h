/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A ready scenario with something in every field. */
#pragma once

#include "vb-ready-scenario.h"

/* "ready-1", ICU, 2024 to 2026: 110 beds needed, 100 available, and two levers: at once 6 beds more
 * ("Öppna"), and by 2026 half of 3,285 bed days less, which are 5 beds at 90 % ("Minska"). */
VbReadyScenario *make_ready_scenario (void);

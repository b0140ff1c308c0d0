/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the ladder page say alike. All are owned by the caller. */
#pragma once

#include "vb-assessment.h"
#include "vb-ladder-rollup.h"

G_BEGIN_DECLS

/* "2", "2.5", "–". */
char *vb_ladder_words_dup_step (double step);
/* "12 Nov 2026 · Management". */
char *vb_ladder_words_dup_assessment (VbAssessment *assessment);
/* The median of each year: "2025: 2, 2026: 2.5"; "–" for none. */
char *vb_ladder_words_dup_trend (VbLadderRollup *row);

G_END_DECLS

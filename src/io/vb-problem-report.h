/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-problem.h"

G_BEGIN_DECLS

/* @problems (of VbProblem; NULL: none) as CSV by RFC 4180, in UTF-8, with the columns row, column,
 * value, problem, expected. As it is a file, its words are English whatever the locale. Owned by
 * the caller. */
GBytes *vb_problem_report_to_csv (GPtrArray *problems, GError **error);

G_END_DECLS

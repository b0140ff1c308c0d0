/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The step that imports a table of population: a summary of what was recognised, or of what is
 * wrong, and the taking of it. */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

/* Lets the reader choose a file; then as the next. */
void vb_population_import_choose (VbPage *page);
/* Reads @file in a thread, shows in a dialog over @page what it holds, and takes it as one step
 * when the reader agrees. Where it names no unit that there is, it is the session's unit's. */
void vb_population_import_open (VbPage *page, GFile *file);

G_END_DECLS

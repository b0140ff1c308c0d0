/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long the main loop is held up, for benchmarks that hold it to a bar. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Call first: from then on each turn of the default main loop is timed. */
void perf_loop_watch (void);
/* Forgets the turns so far. */
void perf_loop_start (void);
/* Milliseconds of the longest turn since perf_loop_start(). */
double perf_loop_get_longest (void);

double perf_milliseconds_since (gint64 start);
/* Prints @figure beside its bar, both in milliseconds; FALSE when the bar is missed. */
gboolean perf_report (const char *what, double figure, double bar);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "perf-loop.h"

/* When the main loop last came back from waiting, and the longest it has worked since. */
static gint64 woke_up;
static gint64 longest_turn;

static gint
poll_and_time (GPollFD *fds, guint n_fds, gint timeout)
{
  gint result;

  if (woke_up > 0)
    longest_turn = MAX (longest_turn, g_get_monotonic_time () - woke_up);
  result = g_poll (fds, n_fds, timeout);
  woke_up = g_get_monotonic_time ();

  return result;
}

void
perf_loop_watch (void)
{
  g_main_context_set_poll_func (NULL, poll_and_time);
}

void
perf_loop_start (void)
{
  woke_up = 0;
  longest_turn = 0;
}

double
perf_loop_get_longest (void)
{
  return (double) longest_turn / 1000;
}

double
perf_milliseconds_since (gint64 start)
{
  return (double) (g_get_monotonic_time () - start) / 1000;
}

gboolean
perf_report (const char *what, double figure, double bar)
{
  g_print ("%-46s %8.1f ms   bar %6.0f ms   %s\n", what, figure, bar,
           figure <= bar ? "ok" : "MISSED");

  return figure <= bar;
}

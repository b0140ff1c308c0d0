/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-breakdown-plot.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-number.h"
#include "vb-pairs.h"

VbDrawing *
vb_breakdown_plot_new (const char *parent,
                       double beds,
                       const char *key,
                       const VbBreakdownShare *shares,
                       guint n_shares,
                       double residual)
{
  VbPairNames names = { _ ("Unit"), _ ("Present beds"), _ ("Allotted beds"), _ ("Difference") };
  g_autofree VbPair *pairs = g_new (VbPair, n_shares + 1);
  g_autofree char *total = vb_number_format_key (beds);
  /* Translators: a unit, its number of beds, and the key they are shared out by: "Region Exempel,
   * 412 beds shared out by bed days" */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("%s, %s beds shared out by %s"), parent, total, key);
  static const char *const columns[] = { "unit", "available_beds", "allotted_beds",
                                         "breakdown_difference", NULL };
  VbDrawing *plot;
  guint n = n_shares;

  for (guint i = 0; i < n_shares; i++)
    pairs[i] = (VbPair){ shares[i].unit, shares[i].name, shares[i].present_beds,
                         shares[i].allotted_beds, shares[i].locked };
  if (fabs (residual) > 0)
    pairs[n++] = (VbPair){ 0, _ ("Not shared out"), 0, residual, FALSE };
  plot = VB_DRAWING (vb_pairs_new (_ ("Who gets the beds?"), subtitle, &names, pairs, n));
  vb_drawing_set_figures (plot, columns);

  return plot;
}

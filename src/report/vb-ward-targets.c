/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-ward-targets.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-dots.h"

static int
compare_wards (gconstpointer a, gconstpointer b, gpointer user_data)
{
  const VbWardTarget *left = a;
  const VbWardTarget *right = b;

  return (left->mean_patients > right->mean_patients)
         - (left->mean_patients < right->mean_patients);
}

VbDrawing *
vb_ward_targets_new (const char *when,
                     const VbWholeTarget *whole,
                     const VbWardTarget *wards,
                     guint n_wards,
                     const VbTargetOfSize *sizes,
                     guint n_sizes)
{
  static const char *const columns[] = { "unit", "mean_census", "recommended_target", NULL };
  g_autofree VbWardTarget *known = g_new (VbWardTarget, n_wards + 1);
  g_autofree VbPoint *curve = g_new (VbPoint, n_sizes + 1);
  /* Translators: a region or a hospital */
  g_autofree char *title =
      g_strdup_printf (_ ("Why is the target of %s not the mean of its units’?"), whole->name);
  /* Translators: %s is a period, "2026" */
  g_autofree char *subtitle =
      g_strdup_printf (_ ("large units weigh more, and may be fuller, %s"), when);
  VbDots *dots = vb_dots_new (title, subtitle);
  guint n_known = 0;

  vb_dots_set_names (dots, _ ("Unit"), _ ("Mean patients"), VB_FORM_KEY, _ ("Recommended target"),
                     VB_FORM_PERCENT);
  vb_drawing_set_figures (VB_DRAWING (dots), columns);
  for (guint i = 0; i < n_wards; i++)
    if (isfinite (wards[i].mean_patients) && isfinite (wards[i].target))
      known[n_known++] = wards[i];
  g_qsort_with_data (known, (int) n_known, sizeof *known, compare_wards, NULL);
  for (guint i = 0; i < n_known; i++)
    vb_dots_add_dot (dots, known[i].name, known[i].mean_patients, known[i].target,
                     known[i].emphasised);

  for (guint i = 0; i < n_sizes; i++)
    curve[i] = (VbPoint){ sizes[i].mean_patients, sizes[i].target };
  vb_dots_set_curve (dots, _ ("what size alone allows"), curve, n_sizes);
  /* Translators: the share follows each of these: "if all shared 93%" */
  vb_dots_add_level (dots, VB_ROLE_AVAILABLE, _ ("if all shared"), whole->target_shared);
  vb_dots_add_level (dots, VB_ROLE_TARGET, _ ("target of the whole"), whole->target);
  vb_dots_add_level (dots, VB_ROLE_OUTCOME, _ ("plain mean"), whole->mean_target);
  return VB_DRAWING (dots);
}

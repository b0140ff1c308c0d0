/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-age-row.h"

#include <glib/gi18n-lib.h>

struct _VbAgeRow
{
  GObject parent_instance;

  VbAgeFigures figures;
};

G_DEFINE_FINAL_TYPE (VbAgeRow, vb_age_row, G_TYPE_OBJECT)

static void
vb_age_row_class_init (VbAgeRowClass *klass)
{
}

static void
vb_age_row_init (VbAgeRow *self)
{
}

VbAgeRow *
vb_age_row_new (const VbAgeFigures *figures)
{
  VbAgeRow *self;

  g_return_val_if_fail (figures != NULL, NULL);

  self = g_object_new (VB_TYPE_AGE_ROW, NULL);
  self->figures = *figures;

  return self;
}

const VbAgeFigures *
vb_age_row_get_figures (VbAgeRow *self)
{
  g_return_val_if_fail (VB_IS_AGE_ROW (self), NULL);

  return &self->figures;
}

char *
vb_age_row_dup_name (VbAgeRow *self)
{
  g_autofree char *ages = NULL;

  g_return_val_if_fail (VB_IS_AGE_ROW (self), NULL);

  if (self->figures.is_total)
    return g_strdup (C_ ("population", "Everybody"));
  ages = vb_ages_format (self->figures.ages);
  switch (self->figures.sex)
    {
    case VB_SEX_WOMEN:
      /* Translators: %s is an age group, "18–44" */
      return g_strdup_printf (_ ("%s, women"), ages);
    case VB_SEX_MEN:
      return g_strdup_printf (_ ("%s, men"), ages);
    case VB_SEX_ALL:
    default:
      return g_steal_pointer (&ages);
    }
}

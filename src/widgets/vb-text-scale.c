/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "vb-widgets"

#include "vb-text-scale.h"

/* gtk-xft-dpi is in 1024ths of a dot per inch; 96 dpi is the unscaled size. */
#define UNSCALED_DPI (96 * 1024)

double
vb_text_scale_get (GtkWidget *widget)
{
  int dpi = 0;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), 1.0);

  g_object_get (gtk_widget_get_settings (widget), "gtk-xft-dpi", &dpi, NULL);

  return dpi > 0 ? MAX (1.0, dpi / (double) UNSCALED_DPI) : 1.0;
}

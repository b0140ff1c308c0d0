/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one place where a widget's theme is asked how charts shall look. */
#pragma once

#include <gtk/gtk.h>

#include "vb-paint-style.h"

G_BEGIN_DECLS

/* Scheme, contrast, font and text size that are in force for @widget. */
VbPaintStyle vb_chart_style_get (GtkWidget *widget);

G_END_DECLS

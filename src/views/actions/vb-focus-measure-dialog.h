/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a measure of a focus area is defined, and the outcomes noted that no observation holds. */
#pragma once

#include <adwaita.h>

#include "vb-document-actions.h"

G_BEGIN_DECLS

#define VB_TYPE_FOCUS_MEASURE_DIALOG (vb_focus_measure_dialog_get_type ())
G_DECLARE_FINAL_TYPE (
    VbFocusMeasureDialog, vb_focus_measure_dialog, VB, FOCUS_MEASURE_DIALOG, AdwWindow)

/* @measure: the one to change; NULL for a new one of the focus area @area_id. */
GtkWidget *vb_focus_measure_dialog_new (GtkWindow *parent,
                                        VbDocument *document,
                                        gint64 area_id,
                                        VbFocusMeasure *measure);

G_END_DECLS

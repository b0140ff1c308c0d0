/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A reference number of beds: how many, from which day, decided by whom. */
#pragma once

#include <adwaita.h>

#include "vb-document.h"
#include "vb-target.h"

G_BEGIN_DECLS

#define VB_TYPE_REFERENCE_DIALOG (vb_reference_dialog_get_type ())
G_DECLARE_FINAL_TYPE (VbReferenceDialog, vb_reference_dialog, VB, REFERENCE_DIALOG, AdwWindow)

/* To change @target, or to add one of @unit and @care_type where it is NULL. */
GtkWidget *vb_reference_dialog_new (
    GtkWindow *parent, VbDocument *document, VbUnit *unit, VbCareType care_type, VbTarget *target);

G_END_DECLS

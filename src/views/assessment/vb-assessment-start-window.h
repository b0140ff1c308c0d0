/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Asks what a self-assessment has to know before its first question: who makes it, when, how many
 * they are, and by which ladder. The unit is the one that the session is at. */
#pragma once

#include <adwaita.h>

#include "vb-session.h"

G_BEGIN_DECLS

#define VB_TYPE_ASSESSMENT_START_WINDOW (vb_assessment_start_window_get_type ())
G_DECLARE_FINAL_TYPE (
    VbAssessmentStartWindow, vb_assessment_start_window, VB, ASSESSMENT_START_WINDOW, AdwWindow)

/* Signal: "started" (gint64): the assessment to go on with, which is new or a draft that the reader
 * chose. The session must have a unit. */
GtkWidget *vb_assessment_start_window_new (GtkWindow *parent, VbSession *session);

G_END_DECLS

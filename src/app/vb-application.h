/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

#define VB_TYPE_APPLICATION (vb_application_get_type ())
G_DECLARE_FINAL_TYPE (VbApplication, vb_application, VB, APPLICATION, AdwApplication)

/* The program: one process, a window for each document. */
VbApplication *vb_application_new (const char *application_id, GApplicationFlags flags);

G_END_DECLS

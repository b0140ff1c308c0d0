/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The levers of a scenario, each with its slider, and the ways to add one: of the catalogue, or of
 * one's own. Activates "lever.add" (s: id in the catalogue) and "lever.new", and what the levers'
 * own menus do (vb-lever-editor.h). */
#pragma once

#include <adwaita.h>

#include "vb-document-scenarios.h"

G_BEGIN_DECLS

#define VB_TYPE_LEVER_LIST (vb_lever_list_get_type ())
G_DECLARE_FINAL_TYPE (VbLeverList, vb_lever_list, VB, LEVER_LIST, GtkWidget)

/* Signal "error" (GError): the document refused a change. */
GtkWidget *vb_lever_list_new (void);
/* What can be added. */
void vb_lever_list_set_catalogue (VbLeverList *self, VbReadyScenario *catalogue);
/* Rows stay who they are: a slider in the reader's hand is not taken away. */
void vb_lever_list_show (VbLeverList *self, VbDocument *document, VbScenario *scenario);

G_END_DECLS

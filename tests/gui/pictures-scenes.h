/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a reader meets beside the pages on the example's region: other units and periods, an import
 * under way, dialogs. */
#pragma once

#include "gui-app.h"

G_BEGIN_DECLS

typedef struct
{
  VbApplication *application;
  const char *folder;
  const char *variant;
  int width;
  int height;
} Camera;

/* Writes FOLDER/NAME-VARIANT.png. */
void camera_take (const Camera *camera, GtkWidget *widget, const char *name);
/* Of the window's page; what does not fit in the window follows in pictures NAME-2, NAME-3… */
void camera_take_page (const Camera *camera, VbWindow *window, const char *name);
/* @window, again for each height of what the first scrolled list or text in sight in @part shows;
 * once when there is none. @part: may be NULL. */
void
camera_take_scrolled (const Camera *camera, GtkWidget *window, GtkWidget *part, const char *name);
/* The window that was opened last, which is destroyed then. */
void camera_take_newest_window (const Camera *camera, const char *name);

/* The country, a ward in its weeks, a unit without figures. @window shows the example. */
void pictures_take_places (const Camera *camera, VbWindow *window);
/* Dialogs of actions and dialogues, the table of actions, a self-assessment under way and what is
 * printed of it. @window shows the example, which has a new self-assessment afterwards. */
void pictures_take_development (const Camera *camera, VbWindow *window);
/* The years and the sister units of a region and of the country. */
void pictures_take_need (const Camera *camera, VbWindow *window);
/* A ward's occupancy in each of the page's views. */
void pictures_take_occupancy (const Camera *camera, VbWindow *window);
/* The pages that follow a scenario, under the national one, and their dialogs. */
void pictures_take_strategic (const Camera *camera, VbWindow *window);
/* An own scenario beside the national one, decided as plan. @window shows the example, which has
 * both afterwards. */
void pictures_take_scenarios (const Camera *camera, VbWindow *window);
/* Locks in a breakdown, one that cannot be kept, and the decision. */
void pictures_take_breakdown (const Camera *camera, VbWindow *window);
/* A table with faults: its preview, what it brought, what was refused. */
void pictures_take_import (const Camera *camera);
/* Plans to gather, of which one is none, and ladders, of which one is none. */
void pictures_take_received (const Camera *camera);
void pictures_take_dialogs (const Camera *camera);

G_END_DECLS

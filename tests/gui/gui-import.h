/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window in a test of the import: tables to bring in, and what its page and its preview show.
 */
#pragma once

#include "gui-app.h"
#include "vb-unit.h"

G_BEGIN_DECLS

/* A table as a Swedish hospital keeps it, with a word among the numbers and a sum without a date.
 */
#define GUI_IMPORT_WARDS                                                                           \
  "Sjukhus;Avdelning;Datum;Disponibla vårdplatser;Inneliggande\n"                                 \
  "Norra;Medicin 1;2024-01;20;18,5\n"                                                              \
  "Norra;Medicin 1;2024-02;stängd;19,5\n"                                                         \
  "Norra;Medicin 2;2024-01;12;11\n"                                                                \
  "Norra;Medicin 2;2024-02;12;13,25\n"                                                             \
  "Norra;Summa;;32;29,5\n"

typedef struct
{
  VbApplication *application;
  VbWindow *window;
  char *folder; /* for files; what they leave in it goes with it */
} GuiImport;

/* Adds a test that has a window on its start page. */
void gui_import_add (const char *path, void (*test) (GuiImport *self, gconstpointer data));

/* The widget of @type, with @css_class unless that is NULL; fails the test when there is none. */
GtkWidget *gui_import_find (GuiImport *self, GType type, const char *css_class);
GtkWidget *gui_import_find_preview (GuiImport *self);
GtkButton *gui_import_find_take_button (GuiImport *self);
/* The stack's page in sight: "overview" or "preview". */
const char *gui_import_get_shown (GuiImport *self);
/* Fails the test unless @text is in sight in @root. */
void gui_import_assert_text (GtkWidget *root, const char *text);

/* A file in the folder. @size: -1 = up to the NUL. Owned by the caller. */
GFile *gui_import_write_file (GuiImport *self, const char *name, const char *data, gssize size);
/* The preview of a file of @data. */
void gui_import_open_table (GuiImport *self, const char *name, const char *data);
/* Until the preview's figures can be taken. */
void gui_import_wait_until_ready (GuiImport *self);
void gui_import_press (GtkWidget *button);
/* Takes the preview's figures, and waits for what they lead to. */
void gui_import_take (GuiImport *self);

/* The unit of this path; fails the test when there is none. */
VbUnit *gui_import_find_unit (GuiImport *self, const char *path);
/* What the document holds for the period that begins on @day; -1 = nothing. */
double gui_import_get_value (
    GuiImport *self, const char *path, VbMeasureId measure, VbGrain grain, const char *day);

/* For gui_wait_until(), with the GuiImport. */
gboolean gui_import_shows_overview (gpointer user_data);
gboolean gui_import_has_no_units (gpointer user_data);

G_END_DECLS

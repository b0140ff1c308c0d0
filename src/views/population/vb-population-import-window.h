/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of population before it is taken: what was read, which years are outcome, whose it is;
 * or what is wrong with it. */
#pragma once

#include <adwaita.h>

#include "vb-document.h"
#include "vb-glossary.h"
#include "vb-population-file.h"

G_BEGIN_DECLS

#define VB_TYPE_POPULATION_IMPORT_WINDOW (vb_population_import_window_get_type ())
G_DECLARE_FINAL_TYPE (
    VbPopulationImportWindow, vb_population_import_window, VB, POPULATION_IMPORT_WINDOW, AdwWindow)

/* @file is taken over. @chosen: whose population it is where the file names no unit that there is;
 * may be NULL. @glossary explains the headings of the list of faults.
 * Signal: "taken": the document has it; the window closes. */
GtkWidget *vb_population_import_window_new (GtkWindow *parent,
                                            VbDocument *document,
                                            VbGlossary *glossary,
                                            VbUnit *chosen,
                                            VbPopulationFile *file);

G_END_DECLS

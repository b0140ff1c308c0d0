/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-page.h"

G_BEGIN_DECLS

#define VB_TYPE_IMPORT_PAGE (vb_import_page_get_type ())
G_DECLARE_FINAL_TYPE (VbImportPage, vb_import_page, VB, IMPORT_PAGE, VbPage)

/* Import and quality: takes tables in, tells where figures are missing and which rules they break,
 * and lists what was imported. Action "import.choose": asks for a file. */

/* Shows what would be taken from @file. Another file that was being looked at is put aside. */
void vb_import_page_open_file (VbImportPage *self, GFile *file);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of a ZIP package, fed to XML parsers as they are unpacked, within limits: a bomb of a
 * few kilobytes must not fill the memory. */
#pragma once

#include "vb-byte-source.h"

G_BEGIN_DECLS

/* Whether the first bytes are those of a ZIP file. */
gboolean vb_xlsx_package_recognise (const guint8 *head, gsize size);

typedef struct _VbXlsxPackage VbXlsxPackage;

/* Borrows @source. */
VbXlsxPackage *vb_xlsx_package_new (VbByteSource *source);
void vb_xlsx_package_free (VbXlsxPackage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbXlsxPackage, vb_xlsx_package_free)

/* Parses the whole part @name with @parser. FALSE with @error when it cannot be read or is no XML;
 * when there is no such part, FALSE with @missing TRUE and no error. */
gboolean vb_xlsx_package_parse (VbXlsxPackage *self,
                                const char *name,
                                const GMarkupParser *parser,
                                gpointer user_data,
                                gboolean *missing,
                                GError **error);

/* The same bit by bit, for a sheet of any size. One part at a time. */
gboolean vb_xlsx_package_open_part (VbXlsxPackage *self,
                                    const char *name,
                                    const GMarkupParser *parser,
                                    gpointer user_data,
                                    gboolean *missing,
                                    GError **error);
/* Parses the next block; @done becomes TRUE after the last. */
gboolean vb_xlsx_package_parse_more (VbXlsxPackage *self, gboolean *done, GError **error);
void vb_xlsx_package_close_part (VbXlsxPackage *self);
/* How much of the file has been unpacked, 0 … 1. */
double vb_xlsx_package_get_fraction (VbXlsxPackage *self);

/* "x:row" is "row": some programs write the namespace out. */
const char *vb_xlsx_local_name (const char *element);
/* NULL when the element has no such attribute. */
const char *vb_xlsx_get_attribute (const char **names, const char **values, const char *name);

G_END_DECLS

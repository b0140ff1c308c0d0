/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Statements on the table import_problem: what an import refused. */
#pragma once

#include "vb-problem.h"
#include "vb-store-connection.h"

G_BEGIN_DECLS

/* An array of VbProblem, in file order. */
GPtrArray *
vb_import_problem_table_read (VbStoreConnection *connection, gint64 import, GError **error);
/* Stores the first @n of @problems (of VbProblem). */
gboolean vb_import_problem_table_insert (
    VbStoreConnection *connection, gint64 import, GPtrArray *problems, guint n, GError **error);
gboolean
vb_import_problem_table_delete (VbStoreConnection *connection, gint64 import, GError **error);

G_END_DECLS

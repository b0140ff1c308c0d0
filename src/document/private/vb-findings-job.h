/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for figures that break a rule, and telling of them. Private to the document room. */
#pragma once

#include "vb-finding.h"
#include "vb-quality.h"
#include "vb-snapshot.h"

G_BEGIN_DECLS

/* In a thread. @now: the document's. */
GArray *
_vb_find_faults (VbSnapshot *snapshot, VbDay now, GCancellable *cancellable, GError **error);
/* As a list of VbFinding, owned by the caller. On the document's thread. */
GListModel *_vb_list_findings (VbDocument *document, const VbSnapshot *snapshot, GArray *faults);

G_END_DECLS

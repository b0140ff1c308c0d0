/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define VB_TYPE_RECORD (vb_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (VbRecord, vb_record, VB, RECORD, GObject)

/* What a document keeps under an id, with facts that may change: the base of actions, dialogues,
 * focus areas, their measures, scenarios and levers. Read-only from outside. Properties: id, facts
 * (a boxed struct of the class's own), which notifies when any of them changes. */
struct _VbRecordClass
{
  GObjectClass parent_class;

  GType facts_type; /* boxed */
  GEqualFunc facts_equal;
  GParamSpec *facts_property;
};

gint64 vb_record_get_id (VbRecord *self);
/* Of the class's type; owned by the record, valid until it changes. */
gconstpointer vb_record_get_facts (VbRecord *self);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "vb-record.h"

G_BEGIN_DECLS

/* For the class_init of a kind of record: its facts are of the boxed type @type, and those that
 * @equal finds the same are no change. */
void _vb_record_class_set_facts (VbRecordClass *klass, GType type, GEqualFunc equal);
/* A record of @type, owned by the caller. @facts are copied, here and in the next. */
gpointer _vb_record_new (GType type, gint64 id, gconstpointer facts);
/* Nothing is notified that stays as it is. */
void _vb_record_set_facts (VbRecord *self, gconstpointer facts);

G_END_DECLS

/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "vb-period.h"
#include "vb-unit.h"

G_BEGIN_DECLS

#define VB_TYPE_ATTENTION (vb_attention_get_type ())
G_DECLARE_FINAL_TYPE (VbAttention, vb_attention, VB, ATTENTION, GObject)

typedef enum
{
  VB_ATTENTION_SHORTAGE, /* beds are missing for weeks on end */
  VB_ATTENTION_NO_DATA,  /* the unit stopped reporting */
  VB_ATTENTION_SURPLUS,  /* beds that could be moved to where they are missing */
  VB_ATTENTION_OVERDUE_ACTION,
  VB_ATTENTION_FOLLOW_UP, /* a dialogue is to be followed up */
} VbAttentionKind;

/* One thing to attend to: what, where, when, and how many beds it is about. Immutable. Properties:
 * text, unit, page. @text in the reader's language; @page is the id of the page that shows more;
 * @effect in beds, always positive, NAN when nobody can tell; @from … @end the days it is about. */
VbAttention *vb_attention_new (VbAttentionKind kind,
                               const char *text,
                               VbUnit *unit,
                               const char *page,
                               double effect,
                               VbDay from,
                               VbDay end);

VbAttentionKind vb_attention_get_kind (VbAttention *self);
const char *vb_attention_get_text (VbAttention *self);
VbUnit *vb_attention_get_unit (VbAttention *self);
const char *vb_attention_get_page (VbAttention *self);
double vb_attention_get_effect (VbAttention *self);
VbDay vb_attention_get_from (VbAttention *self);
VbDay vb_attention_get_end (VbAttention *self);

G_END_DECLS

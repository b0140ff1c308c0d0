/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Small joins of words that every drawing says alike. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* "−26 shortage", "+6 surplus", "0", "–". Owned by the caller, as all here. */
char *vb_words_dup_gap (double gap);
/* Of a share: "−6.3 % shortage". */
char *vb_words_dup_gap_share (double share);
/* The name inside a sentence: "Need" → "need", but "ICU" stays. */
char *vb_words_dup_lower (const char *name);
char *vb_words_dup_upper (const char *name);

G_END_DECLS

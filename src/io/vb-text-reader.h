/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of a file as UTF-8, block by block, whatever its encoding. */
#pragma once

#include "vb-byte-source.h"

G_BEGIN_DECLS

typedef enum
{
  VB_ENCODING_UTF8,
  VB_ENCODING_UTF16LE,
  VB_ENCODING_UTF16BE,
  VB_ENCODING_WINDOWS_1252,
} VbEncoding;

const char *vb_encoding_get_name (VbEncoding encoding); /* "UTF-8" …, never translated */

/* What the first bytes of a file say: a byte order mark, or every other byte NUL. Text without
 * either is UTF-8 until it proves not to be. @skip: bytes of the mark. */
VbEncoding vb_encoding_recognise (const guint8 *head, gsize size, gsize *skip);

typedef struct _VbTextReader VbTextReader;

/* Borrows @source. */
VbTextReader *vb_text_reader_new (VbByteSource *source, VbEncoding encoding, gsize skip);
const char *vb_text_reader_get_name (VbTextReader *self); /* of the source, for messages */
void vb_text_reader_free (VbTextReader *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbTextReader, vb_text_reader_free)

/* Appends valid UTF-8 to @out and returns how much; 0 at the end, -1 on error. What is no text in
 * the encoding becomes U+FFFD. VB_ERROR_BAD_INPUT at the first NUL: no table has one. */
gssize vb_text_reader_read (VbTextReader *self, GByteArray *out, GError **error);
void vb_text_reader_rewind (VbTextReader *self);
/* Characters beyond ASCII that were right, and places that were not, since the start. */
guint64 vb_text_reader_get_n_wide (VbTextReader *self);
guint64 vb_text_reader_get_n_bad (VbTextReader *self);
/* 0 … 1. */
double vb_text_reader_get_fraction (VbTextReader *self);

G_END_DECLS

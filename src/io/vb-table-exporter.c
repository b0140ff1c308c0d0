/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "vb-table-exporter.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#include "vb-error.h"
#include "vb-file.h"

typedef struct
{
  char *text; /* NULL: a number */
  double number;
} Cell;

struct _VbTableExporter
{
  GObject parent_instance;

  char *title;
  GStrv headers;
  guint n_columns;
  GArray *cells; /* of Cell, row after row */
  gint64 time;
};

G_DEFINE_FINAL_TYPE (VbTableExporter, vb_table_exporter, G_TYPE_OBJECT)

static void
cell_clear (gpointer data)
{
  g_free (((Cell *) data)->text);
}

static void
vb_table_exporter_finalize (GObject *object)
{
  VbTableExporter *self = VB_TABLE_EXPORTER (object);

  g_free (self->title);
  g_strfreev (self->headers);
  g_array_unref (self->cells);
  G_OBJECT_CLASS (vb_table_exporter_parent_class)->finalize (object);
}

static void
vb_table_exporter_class_init (VbTableExporterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = vb_table_exporter_finalize;
}

static void
vb_table_exporter_init (VbTableExporter *self)
{
  self->cells = g_array_new (FALSE, FALSE, sizeof (Cell));
  g_array_set_clear_func (self->cells, cell_clear);
}

VbTableExporter *
vb_table_exporter_new (const char *title, const char *const *headers)
{
  VbTableExporter *self;

  g_return_val_if_fail (headers != NULL && headers[0] != NULL, NULL);

  self = g_object_new (VB_TYPE_TABLE_EXPORTER, NULL);
  self->title = g_strdup (title);
  self->headers = g_strdupv ((GStrv) headers);
  self->n_columns = g_strv_length (self->headers);
  return self;
}

void
vb_table_exporter_add_text (VbTableExporter *self, const char *text)
{
  Cell cell = { g_strdup (text != NULL ? text : ""), NAN };

  g_return_if_fail (VB_IS_TABLE_EXPORTER (self));

  g_array_append_val (self->cells, cell);
}

void
vb_table_exporter_add_number (VbTableExporter *self, double value)
{
  Cell cell = { NULL, value };

  g_return_if_fail (VB_IS_TABLE_EXPORTER (self));

  g_array_append_val (self->cells, cell);
}

guint
vb_table_exporter_get_n_rows (VbTableExporter *self)
{
  g_return_val_if_fail (VB_IS_TABLE_EXPORTER (self), 0);

  return self->cells->len / self->n_columns;
}

void
vb_table_exporter_set_time (VbTableExporter *self, gint64 time)
{
  g_return_if_fail (VB_IS_TABLE_EXPORTER (self));

  self->time = time;
}

GBytes *
vb_table_exporter_to_bytes (VbTableExporter *self, VbTableFormat format, GError **error)
{
  g_autoptr (VbTableWriter) writer = NULL;

  g_return_val_if_fail (VB_IS_TABLE_EXPORTER (self), NULL);
  g_return_val_if_fail (self->cells->len % self->n_columns == 0, NULL);

  writer = vb_table_writer_new (format, error);
  if (writer == NULL)
    return NULL;
  vb_table_writer_set_about (writer, self->title, self->time);
  vb_table_writer_begin_table (writer, format == VB_TABLE_FORMAT_XLSX ? self->title : NULL,
                               (const char *const *) self->headers);
  for (guint i = 0; i < self->cells->len; i++)
    {
      const Cell *cell = &g_array_index (self->cells, Cell, i);

      if (cell->text != NULL)
        vb_table_writer_add_text (writer, cell->text);
      else
        vb_table_writer_add_number (writer, cell->number);
    }
  return vb_table_writer_finish (writer, error);
}

static gboolean
set_storage_error (GError **error, const char *reason)
{
  g_set_error (error, VB_ERROR, VB_ERROR_STORAGE, _ ("The table could not be written: %s"), reason);
  return FALSE;
}

gboolean
vb_table_exporter_write (VbTableExporter *self,
                         GFile *file,
                         VbTableFormat format,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GBytes) bytes = vb_table_exporter_to_bytes (self, format, error);
  g_autoptr (GError) local = NULL;

  if (bytes == NULL)
    return FALSE;
  if (vb_file_replace (file, bytes, cancellable, &local))
    return TRUE;
  if (g_error_matches (local, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      g_propagate_error (error, g_steal_pointer (&local));
      return FALSE;
    }
  return set_storage_error (error, local->message);
}

/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of VbExchange share. */
#pragma once

#include "vb-exchange.h"
#include "vb-store-private.h"

G_BEGIN_DECLS

/* How a column is to be understood. */
typedef enum
{
  VB_EXCHANGE_PLAIN,
  VB_EXCHANGE_UNIT,    /* id of a unit, which may be another one here */
  VB_EXCHANGE_IMPORT,  /* likewise of an import */
  VB_EXCHANGE_MEASURE, /* shown by its key */
  VB_EXCHANGE_LADDER,  /* id of a ladder, the same everywhere; not shown */
} VbExchangeMeaning;

typedef enum
{
  VB_EXCHANGE_KEY = 1 << 0,  /* tells the row from the others; bound by FIND in the order here */
  VB_EXCHANGE_SAID = 1 << 1, /* of a key: stands in what is said about the row */
  VB_EXCHANGE_FREE = 1 << 2, /* may differ */
  VB_EXCHANGE_FILL = 1 << 3, /* where it is empty here, what is said there is taken */
} VbExchangeFlags;

typedef struct
{
  const char *name;
  VbExchangeMeaning meaning;
  VbExchangeFlags flags;
} VbExchangeColumn;

/* What is done with the rows of a table. */
typedef enum
{
  VB_EXCHANGE_FACTS,      /* compared, taken, reported */
  VB_EXCHANGE_SETTINGS,   /* compared and reported, never taken */
  VB_EXCHANGE_TEXT,       /* of a ladder: taken with it, else the same or refused */
  VB_EXCHANGE_ASSESSMENT, /* facts of which some outdo others */
  VB_EXCHANGE_WHOLE,      /* facts whose parts are of one piece: none is added to ours */
  VB_EXCHANGE_PARTS,      /* of an assessment or a whole, whose id is the first column */
  VB_EXCHANGE_TRAIL,      /* no facts: taken where there is nothing, never reported */
} VbExchangeTreatment;

enum
{
  VB_EXCHANGE_READ, /* the unit that the row is about, words that tell it, then the columns */
  VB_EXCHANGE_FIND, /* the columns of the row with a key */
  VB_EXCHANGE_PUT,  /* writes the columns, in the place of the row with the same key */
  VB_EXCHANGE_N_STATEMENTS,
};

#define VB_EXCHANGE_MAX_COLUMNS 25

typedef struct
{
  const char *name;
  VbExchangeTreatment treatment;
  VbExchangeColumn columns[VB_EXCHANGE_MAX_COLUMNS]; /* ends with one without a name */
} VbExchangeTable;

/* Every table but unit, import and those of the observations, in the order in which they may be
 * written. */
extern const VbExchangeTable _vb_exchange_tables[];
guint _vb_exchange_get_n_tables (void);
/* NULL when the treatment of @table does not need the statement. */
const char *_vb_exchange_get_text (guint table, guint statement);
/* A statement of table @table, prepared on @connection. */
VbStoreStatement *_vb_exchange_get_statement (VbStoreConnection *connection,
                                              guint table,
                                              guint statement,
                                              GError **error);

struct _VbExchange
{
  VbStoreConnection *ours;
  VbStoreConnection *theirs;
  VbDifferenceFunc report;
  gpointer report_data;
  VbExchangeTally tally;

  GHashTable *units;   /* id there → VbExchangeUnit */
  GArray *unit_order;  /* gint64, ids there */
  GHashTable *imports; /* id there → id here (gint64) */
  GHashTable *origins; /* of imports: id here → id there */

  GHashTable *ladders; /* ids of those that were here before */
  GHashTable *closed;  /* their ids of assessments and wholes that nothing is added to */
  GHashTable *outdone; /* ids of assessments that they have finished since */
};

typedef struct
{
  gint64 id; /* here */
  char *path;
} VbExchangeUnit;

/* How the unit with @id there is called; NULL if it is not known. */
const VbExchangeUnit *_vb_exchange_find_unit (VbExchange *self, gint64 id);

/* Observations, with what they stand before. */
gboolean _vb_exchange_take_observations (VbExchange *self, GError **error);
gboolean
_vb_exchange_compare_observations (VbExchange *self, gboolean missing_only, GError **error);

G_END_DECLS

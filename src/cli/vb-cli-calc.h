/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The calc commands: the engine on bare figures. Rows in, the same rows with result columns out. A
 * command of plain numbers is described by a VbCliCalc; its VbCliCommand runs vb_cli_calc_run(). */
#pragma once

#include "vb-cli-input.h"
#include "vb-cli.h"

G_BEGIN_DECLS

typedef enum
{
  VB_CLI_CALC_NUMBER,  /* read, between min and max */
  VB_CLI_CALC_INTEGER, /* the same, whole */
  VB_CLI_CALC_RESULT,
} VbCliCalcRole;

typedef struct
{
  const char *name;
  VbCliCalcRole role;
  double min, max;
  const char *expected; /* N_("a number from 0 to 1"), for the message */
} VbCliCalcColumn;

#define VB_CLI_CALC_MAX_COLUMNS 16

typedef struct
{
  const VbCliCalcColumn *columns; /* in the order of the output; ends with a NULL name */
  /* @values: one for each column; reads the inputs, sets the results. FALSE with @error when there
   * is no answer; the frame adds where. */
  gboolean (*compute) (double *values, GError **error);
} VbCliCalc;

#define VB_CLI_CALC_ARGUMENTS N_ ("[FILE]")

/* Runs the calc that the command of @invocation describes, on the file that its arguments name. */
gboolean vb_cli_calc_run (VbCliInvocation *invocation, GError **error);

/* Which columns a calc prints, and where each comes from. Results go right behind the column that
 * they follow in @order, and a result that the input holds already is replaced where it stands. */
typedef struct
{
  char **names;
  int *sources; /* column of the input, or -1 - index in @order for a result */
  guint n;
} VbCliCalcLayout;

/* @order: names of inputs and results as the output has them, NULL-terminated; @is_result one flag
 * a name. */
VbCliCalcLayout *vb_cli_calc_layout_new (const VbCliInput *input,
                                         const char *const *order,
                                         const gboolean *is_result);
void vb_cli_calc_layout_free (VbCliCalcLayout *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (VbCliCalcLayout, vb_cli_calc_layout_free)

G_END_DECLS

/* SPDX-License-Identifier: MIT */
/* A table whose header row says what its columns hold: actions, and reports on them. */
#ifndef MINUTEBOOK_RECOGNISE_CELLS_H
#define MINUTEBOOK_RECOGNISE_CELLS_H

#include "deeds.h"

typedef enum {
    MB_CELL_OTHER,
    MB_CELL_TEXT,
    MB_CELL_OWNER,
    MB_CELL_DUE,
    MB_CELL_REF,
    MB_CELL_STATUS,
    MB_CELLS
} MbCellKind;

/* Which column holds what: an index, or -1. */
typedef struct {
    int column[MB_CELLS];
    int count;
} MbColumns;

/* What a cell says as the header of its column. */
MbCellKind mb_cell_kind(const char *cell);
/* What a row, taken as a header, says of its columns. */
MbColumns mb_columns_of(const char *row);
/* The trimmed cell of that kind, NULL where it is empty or absent. Newly allocated. */
char *mb_cell_of(const MbColumns *columns, MbCellKind kind, char **cells);
/* Adds the update that a row of an action log is, where its ref is one of the board's actions (updates.c). */
gboolean mb_update_row(MbReadingCase *c, const MbColumns *columns, char **cells);
/* "closed", "still open": MbUpdateOutcome (updates.c). */
int mb_update_outcome(const MbWords *words, int from, int to, gboolean *doubtful);

#endif

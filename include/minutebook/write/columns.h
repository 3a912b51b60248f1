/* SPDX-License-Identifier: MIT */
/* A list of values as aligned columns for people to read. */
#ifndef MINUTEBOOK_WRITE_COLUMNS_H
#define MINUTEBOOK_WRITE_COLUMNS_H

#include "minutebook/base/value.h"

/* A column: the key in each map of the list, its heading, whether it is set to the right, whether it may be narrowed
 * and wrapped to fit, and whether it may be left out where room is short (0: never; else the highest goes first). A
 * NULL key ends a table of columns. */
typedef struct {
    const char *key;
    const char *heading;
    gboolean right;
    gboolean flexible;
    int spare;
} MbColumn;

/* LIST as columns within WIDTH (0: one line a row, however wide), a heading line first. Columns that are empty
 * throughout are left out; lists in a cell are joined by ", "; control characters are made visible. LEFT_OUT (may be
 * NULL) is set to the headings of columns left out for want of room, newly allocated, or NULL. Newly allocated. */
char *mb_write_columns(const MbValue *list, const MbColumn *columns, int width, char **left_out);

#endif

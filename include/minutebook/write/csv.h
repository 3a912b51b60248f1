/* SPDX-License-Identifier: MIT */
/* Rows as CSV (RFC 4180: CRLF, quotes doubled), harmless in a spreadsheet. */
#ifndef MINUTEBOOK_WRITE_CSV_H
#define MINUTEBOOK_WRITE_CSV_H

#include "minutebook/base/value.h"

/* ROWS: a list of maps with the same keys; the first line names the keys. A text that a spreadsheet might take for a
   formula (one that begins with = + - @, a tab or a line break, also behind spaces or quotes and in full-width form)
   gets an apostrophe before it; lists in a cell are joined by "; ". Newly allocated; "" for no rows. Source: CWE-1236.
 */
char *mb_write_csv(const MbValue *rows);
/* The same with the keys of COLUMNS (NULL-ended), so that no rows still have their first line. */
char *mb_write_csv_headed(const MbValue *rows, const char *const *columns);

#endif

/* SPDX-License-Identifier: MIT */
/* A document tree as plain text for reading on a screen or in an e-mail. */
#ifndef MINUTEBOOK_WRITE_TEXT_H
#define MINUTEBOOK_WRITE_TEXT_H

#include "minutebook/doc/doc.h"

/* Wrapped at COLUMNS (0: 80) by display width; headings underlined, tables with wrapped cells, the marking at head and
 * foot; control characters made visible. Newly allocated; ends with a line break. */
char *mb_write_text(const MbDoc *doc, int columns);

#endif

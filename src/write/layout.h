/* SPDX-License-Identifier: MIT */
/* Columns of text set side by side: how wide each may be, and how a row of wrapped cells is printed. Shared by lists
 * (columns.c) and tables in documents (text.c). */
#ifndef MINUTEBOOK_WRITE_LAYOUT_H
#define MINUTEBOOK_WRITE_LAYOUT_H

#include "minutebook/base/value.h"

#define MB_LAYOUT_GAP 2

typedef struct {
    int natural; /* display columns of the widest line in it; 0: nothing is in it */
    int least;   /* not narrower than this where all columns can have their least: the longest word, within reason */
    gboolean flexible;
    gboolean right;
    int width; /* worked out by mb_layout_fit */
} MbLayoutColumn;

/* Sets the widths so that all columns with gaps fit WIDTH: as wide as they ask to be where there is room; else the
 * flexible ones give way, the widest first; where these would become too narrow to read, all do. Words are broken only
 * where no column has its least any more. */
void mb_layout_fit(MbLayoutColumn *columns, guint count, int width);
/* Appends one row: CELLS (COUNT texts, NULL for empty) wrapped within their widths; INDENT spaces before it, no spaces
 * at the ends of lines. Columns that are 0 wide are left out. */
void mb_layout_row(GString *out, const MbLayoutColumn *columns, guint count, const char *const *cells, int indent);

/* The width of the longest part of TEXT that is not broken where it can be helped: a word, or what stands between its
 * hyphens, slashes, points and at signs. */
int mb_layout_least(const char *text);

/* TEXT safe to show within one line: control characters visible, line breaks and tabs as spaces. Newly allocated. */
char *mb_layout_line(const char *text);
/* A value as the text of one cell: "yes" and "no", numbers, lists joined by SEPARATOR, the values of a map by spaces;
 * "" for null. Newly allocated. */
char *mb_layout_value(const MbValue *value, const char *separator);

#endif

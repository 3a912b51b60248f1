/* SPDX-License-Identifier: MIT */
/* The grid: rows and columns of styled cells that screens paint and a terminal shows. Painting clips: nothing outside
   the grid or the area given is ever written. All text goes through mb_text_visible's rules: a control, bidirectional
   or zero-width character in stored text becomes a visible mark, never a byte the terminal obeys (PROMISES T1, X1).
   What the hand does is grid/stroke.h; what shows a grid is terminal/. */
#ifndef MINUTEBOOK_GRID_GRID_H
#define MINUTEBOOK_GRID_GRID_H

#include "minutebook/grid/look.h"

#define MB_CELL_CHARS 4

/* One cell: a character and the combining ones on it (more than fit are not shown). Of a wide character the second cell
 * has width 0. */
typedef struct {
    gunichar chars[MB_CELL_CHARS]; /* chars[0] is 0 in the second half of a wide character; ends at the first 0 */
    guint8 width;                  /* 1, 2, or 0 */
    guint8 look;                   /* MbLook */
    guint8 attributes;             /* MbAttributes, added to the look's own */
    guint8 unused;
} MbGridCell;

typedef struct {
    int row, column, rows, columns;
} MbArea;

typedef struct MbGrid MbGrid;

MbGrid *mb_grid_new(int rows, int columns); /* blank; at least 1×1 */
void mb_grid_free(MbGrid *grid);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbGrid, mb_grid_free)
/* Blank afterwards. */
void mb_grid_resize(MbGrid *grid, int rows, int columns);
int mb_grid_rows(const MbGrid *grid);
int mb_grid_columns(const MbGrid *grid);
MbArea mb_grid_area(const MbGrid *grid); /* the whole */
/* Borrowed; inside the grid only. A row's cells follow each other. */
const MbGridCell *mb_grid_row(const MbGrid *grid, int row);

/* Fills AREA with spaces in LOOK. */
void mb_grid_fill(MbGrid *grid, MbArea area, MbLook look);
/* Puts TEXT (UTF-8; one line) from COLUMN on, at most COLUMNS wide. Returns the columns used. A wide character that
 * does not fit whole is left out. */
int mb_grid_put(MbGrid *grid, int row, int column, int columns, const char *text, MbLook look, guint attributes);
/* The same, ending in "…" where it was cut. */
int mb_grid_put_fit(MbGrid *grid, int row, int column, int columns, const char *text, MbLook look, guint attributes);
/* The same, right-aligned in COLUMNS; cut with "…". */
void mb_grid_put_right(MbGrid *grid, int row, int column, int columns, const char *text, MbLook look);
/* LENGTH bytes of TEXT. */
int mb_grid_put_length(MbGrid *grid, int row, int column, int columns, const char *text, gsize length, MbLook look,
                       guint attributes);
/* Lines between panes: box characters, which a terminal without them shows as | - +. */
void mb_grid_horizontal(MbGrid *grid, int row, int column, int columns, MbLook look);
void mb_grid_vertical(MbGrid *grid, int row, int column, int rows, MbLook look);
void mb_grid_box(MbGrid *grid, MbArea area, const char *title, MbLook look);
/* Gives cells that are there another look, or adds attributes. */
void mb_grid_look(MbGrid *grid, int row, int column, int columns, MbLook look);
void mb_grid_add(MbGrid *grid, int row, int column, int columns, guint attributes);

/* The terminal's cursor: on the thing in focus, always, so that screen readers follow. Hidden only where ROW < 0. */
void mb_grid_set_cursor(MbGrid *grid, int row, int column);
void mb_grid_cursor(const MbGrid *grid, int *row, int *column);

gboolean mb_grid_cell_equal(const MbGridCell *a, const MbGridCell *b);
void mb_grid_copy(MbGrid *to, const MbGrid *from); /* sizes agree afterwards */
/* Whether anything was painted on ROW since the last mb_grid_settle (or the grid is new): a terminal looks at these
 * rows only. */
gboolean mb_grid_touched(const MbGrid *grid, int row);
void mb_grid_settle(MbGrid *grid);

/* For tests: the characters, a line a row (each ends in \n), trailing spaces cut; and the same shape in look letters,
 * trailing '.' cut. Newly allocated. */
char *mb_grid_text(const MbGrid *grid);
char *mb_grid_looks(const MbGrid *grid);

/* Columns of the character when it begins a cell, as both grid and terminal lay it out: 0 (combining), 1 or 2. The
 * sum over a text is base/text.h's mb_text_width. */
int mb_grid_char_width(gunichar c);
/* The text as the grid shows it: what mb_grid_put does with what must not reach a terminal. Newly allocated. */
char *mb_grid_visible(const char *text, gsize length);
/* A plain ASCII stand-in for a character of the screens' own (▸ → >, … → ., │ → |); '?' for others. */
char mb_grid_ascii(gunichar c);

#endif

/* SPDX-License-Identifier: MIT */
/* The grid's cells: making, filling, putting text, copying, comparing. Lines and boxes: lines.c; what a stored text
   becomes before it is put: visible.c; grids as tests read them: dump.c. Whatever is written over one half of a wide
   character, the other half becomes a space, so that no row ever holds half a character. */
#include "minutebook/grid/grid.h"

#include <string.h>

struct MbGrid {
    int rows, columns;
    int cursor_row, cursor_column;
    MbGridCell *cells;
    guint8 *touched; /* a byte a row */
};

static const MbGridCell blank = {.chars = {' '}, .width = 1, .look = MB_LOOK_TEXT};

static void clear(MbGrid *grid)
{
    for (gsize i = 0; i < (gsize)grid->rows * (gsize)grid->columns; i++)
        grid->cells[i] = blank;
    memset(grid->touched, 1, (gsize)grid->rows);
    grid->cursor_row = grid->cursor_column = 0;
}

static void set_size(MbGrid *grid, int rows, int columns)
{
    grid->rows = MAX(rows, 1);
    grid->columns = MAX(columns, 1);
    grid->cells = g_renew(MbGridCell, grid->cells, (gsize)grid->rows * (gsize)grid->columns);
    grid->touched = g_renew(guint8, grid->touched, grid->rows);
}

MbGrid *mb_grid_new(int rows, int columns)
{
    MbGrid *grid = g_new0(MbGrid, 1);
    mb_grid_resize(grid, rows, columns);
    return grid;
}

void mb_grid_free(MbGrid *grid)
{
    if (grid == NULL)
        return;
    g_free(grid->cells);
    g_free(grid->touched);
    g_free(grid);
}

void mb_grid_resize(MbGrid *grid, int rows, int columns)
{
    set_size(grid, rows, columns);
    clear(grid);
}

int mb_grid_rows(const MbGrid *grid)
{
    return grid->rows;
}

int mb_grid_columns(const MbGrid *grid)
{
    return grid->columns;
}

MbArea mb_grid_area(const MbGrid *grid)
{
    return (MbArea){.rows = grid->rows, .columns = grid->columns};
}

static MbGridCell *row_cells(const MbGrid *grid, int row)
{
    return grid->cells + (gsize)row * (gsize)grid->columns;
}

const MbGridCell *mb_grid_row(const MbGrid *grid, int row)
{
    g_return_val_if_fail(row >= 0 && row < grid->rows, NULL);
    return row_cells(grid, row);
}

gboolean mb_grid_touched(const MbGrid *grid, int row)
{
    return row >= 0 && row < grid->rows && grid->touched[row] != 0;
}

void mb_grid_settle(MbGrid *grid)
{
    memset(grid->touched, 0, (gsize)grid->rows);
}

static void make_space(MbGridCell *cell)
{
    memset(cell->chars, 0, sizeof cell->chars);
    cell->chars[0] = ' ';
    cell->width = 1;
}

/* Before the first cell from COLUMN on is written: the left half of a wide character loses its right one there. */
static void split_left(MbGridCell *cells, int column)
{
    if (column > 0 && cells[column].width == 0)
        make_space(&cells[column - 1]);
}

/* After the last cell before COLUMN was written: what was a right half stands alone. */
static void split_right(const MbGrid *grid, MbGridCell *cells, int column)
{
    if (column < grid->columns && cells[column].width == 0)
        make_space(&cells[column]);
}

/* The part of COLUMNS from *COLUMN on that lies in the grid; FALSE where there is none. */
static gboolean clip(const MbGrid *grid, int row, int *column, int *columns)
{
    if (row < 0 || row >= grid->rows || *columns <= 0 || *column >= grid->columns)
        return FALSE;
    gint64 end = MIN((gint64)*column + *columns, grid->columns);
    *column = MAX(*column, 0);
    *columns = (int)MAX(end - *column, 0);
    return *columns > 0;
}

static void fill_row(MbGrid *grid, int row, int column, int columns, MbLook look)
{
    if (!clip(grid, row, &column, &columns))
        return;
    MbGridCell *cells = row_cells(grid, row);
    MbGridCell filled = blank;
    filled.look = (guint8)look;
    split_left(cells, column);
    for (int i = column; i < column + columns; i++)
        cells[i] = filled;
    split_right(grid, cells, column + columns);
    grid->touched[row] = 1;
}

void mb_grid_fill(MbGrid *grid, MbArea area, MbLook look)
{
    gint64 end = MIN((gint64)area.row + area.rows, grid->rows);
    for (int row = MAX(area.row, 0); row < end; row++)
        fill_row(grid, row, area.column, area.columns, look);
}

int mb_grid_char_width(gunichar c)
{
    if (c < 0x7F)
        return c >= 0x20;
    if (c < 0x300)
        return c >= 0xA0;
    if (g_unichar_iszerowidth(c) || c == 0x2028 || c == 0x2029)
        return 0;
    return g_unichar_iswide(c) ? 2 : 1;
}

/* Where a text goes on being put. */
typedef struct {
    MbGrid *grid;
    MbGridCell *cells;
    int column, columns; /* of the area */
    int used;            /* columns of it, also those outside the grid */
    int last;            /* column of the cell put last, -1: none that is seen */
    MbGridCell style;
    gboolean begun;
} Pen;

static void pen_combine(Pen *pen, gunichar c)
{
    if (pen->last < 0)
        return;
    gunichar *chars = pen->cells[pen->last].chars;
    for (int i = 1; i < MB_CELL_CHARS; i++) {
        if (chars[i] == 0) {
            chars[i] = c;
            return;
        }
    }
}

static void pen_write(Pen *pen, int column, gunichar c, int width)
{
    MbGridCell *cell = &pen->cells[column];
    if (!pen->begun)
        split_left(pen->cells, column);
    pen->begun = TRUE;
    *cell = pen->style;
    cell->chars[0] = c;
    cell->width = (guint8)width;
    if (width == 2)
        cell[1] = pen->style;
    pen->last = column;
}

/* FALSE where the area is full. */
static gboolean pen_char(Pen *pen, gunichar c)
{
    int width = mb_grid_char_width(c);
    if (width == 0) {
        pen_combine(pen, c);
        return TRUE;
    }
    if (pen->used + width > pen->columns)
        return FALSE;
    int column = pen->column + pen->used;
    pen->used += width;
    if (column >= 0 && column + width <= pen->grid->columns)
        pen_write(pen, column, c, width);
    else
        pen->last = -1;
    return TRUE;
}

static void pen_end(Pen *pen)
{
    int end = pen->column + pen->used;
    if (pen->begun)
        split_right(pen->grid, pen->cells, MIN(end, pen->grid->columns));
}

static gboolean pen_begin(Pen *pen, MbGrid *grid, int row, int column, int columns, MbLook look, guint attributes)
{
    if (row < 0 || row >= grid->rows || column >= grid->columns || columns <= 0)
        return FALSE;
    int room = column < 0 && column < grid->columns - G_MAXINT ? G_MAXINT : grid->columns - column;
    *pen = (Pen){.grid = grid,
                 .cells = row_cells(grid, row),
                 .column = column,
                 .columns = MIN(columns, room),
                 .last = -1,
                 .style = {.look = (guint8)look, .attributes = (guint8)attributes}};
    grid->touched[row] = 1;
    return TRUE;
}

/* TEXT is as mb_grid_visible leaves it. Returns where it stopped. */
static const char *pen_text(Pen *pen, const char *text)
{
    for (; *text != '\0'; text = g_utf8_next_char(text)) {
        if (!pen_char(pen, g_utf8_get_char(text)))
            break;
    }
    return text;
}

static gboolean is_plain(const char *text, gsize length)
{
    for (gsize i = 0; i < length; i++) {
        if (text[i] < 0x20 || text[i] > 0x7E)
            return FALSE;
    }
    return TRUE;
}

/* The bytes of TEXT that can matter in COLUMNS columns and one more: of a line of a million letters the rest is never
   looked at. */
static gsize length_that_matters(const char *text, gsize length, int columns)
{
    gint64 seen = 0;
    gsize i = 0;
    while (i < length && seen <= (gint64)columns + 1) {
        gunichar c =
            (guchar)text[i] < 0x80 ? (gunichar)text[i] : g_utf8_get_char_validated(text + i, (gssize)(length - i));
        gboolean valid = c < 0x110000;
        i += valid ? (gsize)g_unichar_to_utf8(c, NULL) : 1;
        seen += valid && c >= 0x300 ? mb_grid_char_width(c) : 1;
    }
    /* The emoji joined to the last one decides whether its joiner is seen. */
    while (i < length && ((guchar)text[i] & 0xC0) == 0x80)
        i++;
    return i;
}

int mb_grid_put_length(MbGrid *grid, int row, int column, int columns, const char *text, gsize length, MbLook look,
                       guint attributes)
{
    Pen pen;
    if (text == NULL || !pen_begin(&pen, grid, row, column, columns, look, attributes))
        return 0;
    length = length_that_matters(text, length, pen.columns);
    if (is_plain(text, length)) {
        for (gsize i = 0; i < length && pen_char(&pen, (gunichar)text[i]); i++)
            ;
    } else {
        g_autofree char *shown = mb_grid_visible(text, length);
        pen_text(&pen, shown);
    }
    pen_end(&pen);
    return pen.used;
}

int mb_grid_put(MbGrid *grid, int row, int column, int columns, const char *text, MbLook look, guint attributes)
{
    return text != NULL ? mb_grid_put_length(grid, row, column, columns, text, strlen(text), look, attributes) : 0;
}

/* What of TEXT fits COLUMNS, with "…" where it was cut. Newly allocated. */
static char *fitted(const char *text, int columns)
{
    g_autofree char *shown = mb_grid_visible(text, length_that_matters(text, strlen(text), columns));
    GString *out = g_string_new(NULL);
    int width = 0, kept = 0; /* KEPT: bytes that leave room for the mark */
    for (const char *at = shown; *at != '\0'; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        width += mb_grid_char_width(c);
        if (width > columns) {
            g_string_truncate(out, (gsize)kept);
            g_string_append(out, columns > 0 ? "…" : "");
            break;
        }
        g_string_append_unichar(out, c);
        if (width < columns)
            kept = (int)out->len;
    }
    return g_string_free(out, FALSE);
}

int mb_grid_put_fit(MbGrid *grid, int row, int column, int columns, const char *text, MbLook look, guint attributes)
{
    if (text == NULL || columns <= 0)
        return 0;
    gsize length = strlen(text);
    if (length <= (gsize)columns && is_plain(text, length))
        return mb_grid_put_length(grid, row, column, columns, text, length, look, attributes);
    g_autofree char *shown = fitted(text, columns);
    return mb_grid_put(grid, row, column, columns, shown, look, attributes);
}

void mb_grid_put_right(MbGrid *grid, int row, int column, int columns, const char *text, MbLook look)
{
    if (text == NULL || columns <= 0)
        return;
    g_autofree char *shown = fitted(text, columns);
    int width = 0;
    for (const char *at = shown; *at != '\0'; at = g_utf8_next_char(at))
        width += mb_grid_char_width(g_utf8_get_char(at));
    mb_grid_put(grid, row, column + columns - width, width, shown, look, 0);
}

void mb_grid_look(MbGrid *grid, int row, int column, int columns, MbLook look)
{
    if (!clip(grid, row, &column, &columns))
        return;
    for (int i = column; i < column + columns; i++)
        row_cells(grid, row)[i].look = (guint8)look;
    grid->touched[row] = 1;
}

void mb_grid_add(MbGrid *grid, int row, int column, int columns, guint attributes)
{
    if (!clip(grid, row, &column, &columns))
        return;
    for (int i = column; i < column + columns; i++)
        row_cells(grid, row)[i].attributes |= (guint8)attributes;
    grid->touched[row] = 1;
}

void mb_grid_set_cursor(MbGrid *grid, int row, int column)
{
    grid->cursor_row = row < 0 ? -1 : MIN(row, grid->rows - 1);
    grid->cursor_column = CLAMP(column, 0, grid->columns - 1);
}

void mb_grid_cursor(const MbGrid *grid, int *row, int *column)
{
    *row = grid->cursor_row;
    *column = grid->cursor_column;
}

gboolean mb_grid_cell_equal(const MbGridCell *a, const MbGridCell *b)
{
    return memcmp(a, b, sizeof *a) == 0;
}

void mb_grid_copy(MbGrid *to, const MbGrid *from)
{
    if (to->rows != from->rows || to->columns != from->columns)
        set_size(to, from->rows, from->columns);
    memcpy(to->cells, from->cells, sizeof *to->cells * (gsize)to->rows * (gsize)to->columns);
    memset(to->touched, 1, (gsize)to->rows);
    to->cursor_row = from->cursor_row;
    to->cursor_column = from->cursor_column;
}

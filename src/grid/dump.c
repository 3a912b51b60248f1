/* SPDX-License-Identifier: MIT */
/* What a grid reads like to a test. */
#include "minutebook/grid/grid.h"

/* Cuts what stands at the end of the line, from FROM on, and equals LAST. */
static void cut_end(GString *out, gsize from, char last)
{
    while (out->len > from && out->str[out->len - 1] == last)
        g_string_truncate(out, out->len - 1);
}

static void append_cell(GString *out, const MbGridCell *cell)
{
    for (int i = 0; i < MB_CELL_CHARS && cell->chars[i] != 0; i++)
        g_string_append_unichar(out, cell->chars[i]);
}

char *mb_grid_text(const MbGrid *grid)
{
    GString *out = g_string_new(NULL);
    for (int row = 0; row < mb_grid_rows(grid); row++) {
        gsize from = out->len;
        for (int i = 0; i < mb_grid_columns(grid); i++)
            append_cell(out, &mb_grid_row(grid, row)[i]);
        cut_end(out, from, ' ');
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

char *mb_grid_looks(const MbGrid *grid)
{
    GString *out = g_string_new(NULL);
    for (int row = 0; row < mb_grid_rows(grid); row++) {
        const MbGridCell *cells = mb_grid_row(grid, row);
        gsize from = out->len;
        for (int i = 0; i < mb_grid_columns(grid); i++) {
            if (cells[i].width > 0)
                g_string_append_c(out, mb_look_letter(cells[i].look));
        }
        cut_end(out, from, '.');
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

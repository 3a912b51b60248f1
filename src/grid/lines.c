/* SPDX-License-Identifier: MIT */
/* Lines between panes and boxes around them. A line replaces what was there; it does not join with it, since what was
   there may be the last picture's. */
#include "minutebook/grid/grid.h"

void mb_grid_horizontal(MbGrid *grid, int row, int column, int columns, MbLook look)
{
    gint64 end = MIN((gint64)column + columns, mb_grid_columns(grid));
    for (int i = MAX(column, 0); i < end; i++)
        mb_grid_put(grid, row, i, 1, "─", look, 0);
}

void mb_grid_vertical(MbGrid *grid, int row, int column, int rows, MbLook look)
{
    gint64 end = MIN((gint64)row + rows, mb_grid_rows(grid));
    for (int i = MAX(row, 0); i < end && column >= 0; i++)
        mb_grid_put(grid, i, column, 1, "│", look, 0);
}

/* A corner; nothing where it lies outside on the left, as a cut line would. */
static void corner(MbGrid *grid, int row, int column, const char *sign, MbLook look)
{
    if (column >= 0)
        mb_grid_put(grid, row, column, 1, sign, look, 0);
}

static void put_title(MbGrid *grid, MbArea area, const char *title, MbLook look)
{
    int room = area.columns - 4;
    if (title == NULL || title[0] == '\0' || room < 3)
        return;
    g_autofree char *spaced = g_strdup_printf(" %s ", title);
    mb_grid_put_fit(grid, area.row, area.column + 2, room, spaced, look, MB_ATTRIBUTE_BOLD);
}

void mb_grid_box(MbGrid *grid, MbArea area, const char *title, MbLook look)
{
    if (area.rows < 2 || area.columns < 2)
        return;
    int right = area.column + area.columns - 1, bottom = area.row + area.rows - 1;
    mb_grid_horizontal(grid, area.row, area.column + 1, area.columns - 2, look);
    mb_grid_horizontal(grid, bottom, area.column + 1, area.columns - 2, look);
    mb_grid_vertical(grid, area.row + 1, area.column, area.rows - 2, look);
    mb_grid_vertical(grid, area.row + 1, right, area.rows - 2, look);
    corner(grid, area.row, area.column, "┌", look);
    corner(grid, area.row, right, "┐", look);
    corner(grid, bottom, area.column, "└", look);
    corner(grid, bottom, right, "┘", look);
    put_title(grid, area, title, look);
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/screens/list.h"

/* Keeps the row in focus among those seen. */
static void scroll(MbList *list, int rows)
{
    int last = MAX(0, list->count - rows);

    list->at = CLAMP(list->at, 0, MAX(0, list->count - 1));
    if (list->at < list->top)
        list->top = list->at;
    if (list->at >= list->top + rows)
        list->top = list->at - rows + 1;
    list->top = CLAMP(list->top, 0, last);
}

/* Where in the whole the rows seen are. */
static void paint_bar(const MbList *list, MbGrid *grid, MbArea area)
{
    int size = MAX(1, area.rows * area.rows / list->count);
    int room = area.rows - size;
    int last = list->count - area.rows;
    int start = last > 0 ? room * list->top / last : 0;

    for (int row = 0; row < area.rows; row++)
        mb_grid_put(grid, area.row + row, area.column + area.columns - 1, 1,
                    row >= start && row < start + size ? "┃" : "│", MB_LOOK_FRAME, 0);
}

void mb_list_paint(MbList *list, MbGrid *grid, MbArea area, MbRowPainter painter, gpointer data)
{
    gboolean bar = list->count > area.rows;
    int columns = area.columns - (bar ? 2 : 0);

    list->area = area;
    scroll(list, area.rows);
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    for (int row = 0; row < area.rows && list->top + row < list->count; row++) {
        gboolean focus = list->top + row == list->at;

        if (focus)
            mb_grid_fill(grid, (MbArea){area.row + row, area.column, 1, columns}, MB_LOOK_FOCUS);
        painter(data, list->top + row, grid, area.row + row, area.column, columns, focus);
    }
    if (bar)
        paint_bar(list, grid, area);
    mb_grid_set_cursor(grid, area.row + list->at - list->top, area.column);
}

static gboolean mouse(MbList *list, const MbStroke *stroke)
{
    int row = stroke->row - list->area.row;

    if (stroke->mouse == MB_MOUSE_WHEEL_UP)
        list->at -= 3;
    else if (stroke->mouse == MB_MOUSE_WHEEL_DOWN)
        list->at += 3;
    else if (stroke->mouse == MB_MOUSE_PRESS && row >= 0 && row < list->area.rows && list->top + row < list->count)
        list->at = list->top + row;
    else
        return FALSE;
    list->at = CLAMP(list->at, 0, MAX(0, list->count - 1));
    return TRUE;
}

gboolean mb_list_stroke(MbList *list, const MbStroke *stroke)
{
    int page = MAX(1, list->area.rows - 1);

    if (stroke->kind == MB_STROKE_MOUSE)
        return mouse(list, stroke);
    if (stroke->kind != MB_STROKE_KEY || stroke->modifiers)
        return FALSE;
    switch (stroke->key) {
    case MB_KEY_UP:
        list->at--;
        break;
    case MB_KEY_DOWN:
        list->at++;
        break;
    case MB_KEY_PAGE_UP:
        list->at -= page;
        break;
    case MB_KEY_PAGE_DOWN:
        list->at += page;
        break;
    case MB_KEY_HOME:
        list->at = 0;
        break;
    case MB_KEY_END:
        list->at = list->count - 1;
        break;
    default:
        return FALSE;
    }
    list->at = CLAMP(list->at, 0, MAX(0, list->count - 1));
    return TRUE;
}

void mb_list_set_count(MbList *list, int count)
{
    list->count = count;
    list->at = CLAMP(list->at, 0, MAX(0, count - 1));
}

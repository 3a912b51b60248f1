/* SPDX-License-Identifier: MIT */
/* The write-up as cells: items with their ticks, notes and minute side by side or one above the other. */
#include "writeup.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/gap.h"
#include "minutebook/clerk/number.h"

#include <string.h>

enum { WIDE = 130, LIST_WIDE = 34, LIST_NARROW = 24 };

const MbItem *mb_writeup_item(const Writeup *writeup)
{
    return writeup->at >= 0 && writeup->at < (int)writeup->items->len ? writeup->items->pdata[writeup->at] : NULL;
}

void mb_writeup_tally(const Writeup *writeup, int *all, int *done)
{
    *all = *done = 0;
    for (guint i = 0; i < writeup->items->len; i++) {
        const MbItem *item = writeup->items->pdata[i];

        if (mb_gap_wants_minute(writeup->dossier, item)) {
            ++*all;
            *done += item->written_up;
        }
    }
}

char *mb_writeup_headline(MbView *view, char **right)
{
    const Writeup *writeup = view->data;
    g_autofree char *day = mb_day_long(writeup->meeting->day);
    int all, done;

    mb_writeup_tally(writeup, &all, &done);
    *right = g_strdup_printf("%d of %d written up · %s", done, all, mb_meeting_state_words[writeup->meeting->state]);
    return g_strdup_printf("Write up: %s, %s",
                           writeup->board->short_name ? writeup->board->short_name : writeup->board->name, day);
}

/* --- items --- */

static void paint_item(const Writeup *writeup, MbGrid *grid, MbArea area, int row, int index)
{
    const MbItem *item = writeup->items->pdata[index];
    gboolean here = index == writeup->at, wants = mb_gap_wants_minute(writeup->dossier, item);
    MbLook look = here ? MB_LOOK_FOCUS : wants && !item->written_up ? MB_LOOK_TEXT : MB_LOOK_QUIET;
    g_autofree char *name =
        g_strdup_printf("%*s%s%s%s", mb_number_depth(writeup->dossier, item) * 2, "", item->number ? item->number : "",
                        item->number ? " " : "", item->title ? item->title : "");

    if (here)
        mb_grid_fill(grid, (MbArea){row, area.column, 1, area.columns}, MB_LOOK_FOCUS);
    mb_grid_put(grid, row, area.column, 1,
                item->written_up ? "✓"
                : wants          ? "·"
                                 : " ",
                here               ? MB_LOOK_FOCUS
                : item->written_up ? MB_LOOK_GOOD
                                   : look,
                0);
    mb_grid_put_fit(grid, row, area.column + 2, area.columns - 2, name, look, 0);
}

static void paint_list(Writeup *writeup, MbGrid *grid, MbArea area)
{
    int count = (int)writeup->items->len;
    int first =
        count <= area.rows || writeup->at < area.rows / 2 ? 0 : MIN(writeup->at - area.rows / 2, count - area.rows);

    writeup->list = area;
    writeup->list_first = first;
    if (!area.columns)
        return;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    for (int row = 0; row < area.rows && first + row < count; row++)
        paint_item(writeup, grid, area, area.row + row, first + row);
    mb_grid_vertical(grid, area.row, area.column + area.columns, area.rows, MB_LOOK_FRAME);
}

int mb_writeup_item_at(const Writeup *writeup, int row, int column)
{
    int index = writeup->list_first + row - writeup->list.row;

    return column < writeup->list.columns && row >= writeup->list.row && row < writeup->list.row + writeup->list.rows &&
                   index < (int)writeup->items->len
               ? index
               : -1;
}

/* --- the texts --- */

static void paint_title(const Writeup *writeup, MbGrid *grid, MbArea area)
{
    const MbItem *item = mb_writeup_item(writeup);
    g_autofree char *title = item ? g_strdup_printf("%s%s%s", item->number ? item->number : "",
                                                    item->number ? "  " : "", item->title ? item->title : "")
                                  : g_strdup("This meeting has no agenda");
    const char *state = !item ? "" : item->written_up ? "✓ written up" : "not ticked yet";
    int width = mb_text_width(state);

    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    mb_grid_put_fit(grid, area.row, area.column + 2, area.columns - width - 4, title, MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD);
    mb_grid_put_right(grid, area.row, area.column + area.columns - width - 1, width, state,
                      item && item->written_up ? MB_LOOK_GOOD : MB_LOOK_QUIET);
}

/* A line with the name of the text below it. */
static void paint_rule(const Writeup *writeup, MbGrid *grid, int row, int column, int columns, int side)
{
    static const char *const names[SIDES] = {[SIDE_NOTES] = " Notes: they go to nobody ", [SIDE_MINUTE] = " Minute "};
    gboolean here = writeup->side == side;

    mb_grid_horizontal(grid, row, column, columns, MB_LOOK_FRAME);
    mb_grid_put_fit(grid, row, column + 2, columns - 3, names[side], here ? MB_LOOK_TITLE : MB_LOOK_QUIET,
                    here ? MB_ATTRIBUTE_BOLD : 0);
}

static void paint_side(const Writeup *writeup, MbGrid *grid, MbArea area, int side)
{
    MbArea text = {area.row + 1, area.column, area.rows - 1, area.columns};

    paint_rule(writeup, grid, area.row, area.column, area.columns, side);
    mb_editor_paint(writeup->sides[side].editor, grid, text, side == SIDE_MINUTE && area.columns >= 110 ? 28 : 0,
                    writeup->side == side);
}

/* Side by side where there is room, else the notes above the minute. */
static void paint_sides(const Writeup *writeup, MbGrid *grid, MbArea area)
{
    MbArea notes = area, minute = area;

    if (writeup->first_side == SIDE_MINUTE) {
        paint_side(writeup, grid, area, SIDE_MINUTE);
        return;
    }
    if (area.columns >= WIDE - LIST_WIDE) {
        notes.columns = area.columns * 2 / 5;
        minute.column = notes.column + notes.columns + 1;
        minute.columns = area.columns - notes.columns - 1;
        mb_grid_vertical(grid, area.row + 1, minute.column - 1, area.rows - 1, MB_LOOK_FRAME);
    } else {
        notes.rows = MAX(3, area.rows * 2 / 5);
        minute.row = notes.row + notes.rows;
        minute.rows = area.rows - notes.rows;
    }
    paint_side(writeup, grid, notes, SIDE_NOTES);
    paint_side(writeup, grid, minute, SIDE_MINUTE);
}

void mb_writeup_paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Writeup *writeup = view->data;
    int list = area.columns >= WIDE                                       ? LIST_WIDE
               : area.columns >= 76 && writeup->first_side == SIDE_MINUTE ? LIST_NARROW
                                                                          : 0;
    int left = area.column + list + (list ? 1 : 0);

    if (whole) {
        mb_grid_fill(grid, area, MB_LOOK_TEXT);
        paint_list(writeup, grid, (MbArea){area.row, area.column, area.rows, list});
        paint_title(writeup, grid, (MbArea){area.row, left, 1, area.column + area.columns - left});
    }
    paint_sides(writeup, grid, (MbArea){area.row + 1, left, area.rows - 1, area.column + area.columns - left});
}

/* SPDX-License-Identifier: MIT */
/* A list of any length, of which only the rows that are seen are fetched and drawn. */
#ifndef MINUTEBOOK_SCREENS_LIST_H
#define MINUTEBOOK_SCREENS_LIST_H

#include "minutebook/grid/grid.h"
#include "minutebook/grid/stroke.h"

typedef struct {
    int count;   /* rows in all */
    int at;      /* the row in focus */
    int top;     /* the first row seen */
    MbArea area; /* where it was painted last: for clicks */
} MbList;

/* Paints row INDEX on ROW of the grid; FOCUS: it is the one in focus. */
typedef void (*MbRowPainter)(gpointer data, int index, MbGrid *grid, int row, int column, int columns, gboolean focus);

/* Paints; a bar at the right where there is more than is seen. Sets the cursor on the row in focus. */
void mb_list_paint(MbList *list, MbGrid *grid, MbArea area, MbRowPainter painter, gpointer data);
/* Arrows, pages, Home, End, wheel and clicks; TRUE where taken. */
gboolean mb_list_stroke(MbList *list, const MbStroke *stroke);
void mb_list_set_count(MbList *list, int count);

#endif

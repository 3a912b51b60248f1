/* SPDX-License-Identifier: MIT */
/* What the columns of a table of actions hold, by the words of its header row. */
#include "cells.h"

#include "minutebook/base/text.h"

#include <string.h>

MbCellKind mb_cell_kind(const char *cell)
{
    static const struct {
        const char *words;
        MbCellKind kind;
    } kinds[] = {
        {"|action|actions|action required|actions required|action point|action points|task|tasks|what|action "
         "agreed|agreed action|"
         "action item|action to be taken|actions agreed|",
         MB_CELL_TEXT},
        {"|owner|owners|owner(s)|who|lead|leads|responsible|responsibility|by whom|person|officer|action by|assigned "
         "to|"
         "action owner|lead officer|responsible officer|responsible person|person responsible|lead person|",
         MB_CELL_OWNER},
        {"|due|deadline|when|by when|date|target date|timescale|due date|target|completion date|timeframe|date due|due "
         "by|"
         "by|complete by|",
         MB_CELL_DUE},
        {"|ref|ref.|no|no.|number|#|ref no|ref no.|action no|action no.|id|action ref|", MB_CELL_REF},
        {"|status|progress|update|updates|outcome|rag|comments|comment|current position|progress update|",
         MB_CELL_STATUS},
    };
    g_autofree char *fold = mb_text_fold(cell);
    g_autofree char *sought = g_strdup_printf("|%s|", g_strstrip(fold));

    for (gsize i = 0; strlen(sought) > 2 && i < G_N_ELEMENTS(kinds); i++)
        if (strstr(kinds[i].words, sought))
            return kinds[i].kind;
    return MB_CELL_OTHER;
}

MbColumns mb_columns_of(const char *row)
{
    MbColumns columns = {.column = {-1, -1, -1, -1, -1, -1}};
    g_auto(GStrv) cells = g_strsplit(row, "\t", 32);

    for (int i = 0; cells[i]; i++) {
        g_autofree char *plain = g_strdelimit(g_strdup(cells[i]), "*:", ' ');
        MbCellKind kind = mb_cell_kind(g_strstrip(plain));
        if (kind != MB_CELL_OTHER && columns.column[kind] < 0)
            columns.column[kind] = i;
        columns.count++;
    }
    return columns;
}

char *mb_cell_of(const MbColumns *columns, MbCellKind kind, char **cells)
{
    int column = columns->column[kind];

    if (column < 0 || column >= (int)g_strv_length(cells))
        return NULL;
    char *cell = g_strstrip(g_strdup(cells[column]));
    if (*cell)
        return cell;
    g_free(cell);
    return NULL;
}

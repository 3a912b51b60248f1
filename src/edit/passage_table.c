/* SPDX-License-Identifier: MIT */
/* Tables: from cell to cell, new rows, out again. */
#include "passage_private.h"

#include "cluster.h"

#include <string.h>

#define MOST_ROWS    1000
#define MOST_COLUMNS 64

gboolean mb_table_empty(const MbParagraph *table)
{
    return strspn(table->text->str, "\t\n") == table->text->len;
}

/* The bounds of the row around OFFSET. */
static void row_around(const GString *text, int offset, int *start, int *end)
{
    *start = *end = offset;
    while (*start > 0 && text->str[*start - 1] != '\n')
        (*start)--;
    while (*end < (int)text->len && text->str[*end] != '\n')
        (*end)++;
}

/* "\n\t\t": what makes a row like the one from START to END. */
static char *new_row(const GString *text, int start, int end)
{
    GString *row = g_string_new("\n");

    for (int i = start; i < end; i++)
        if (text->str[i] == '\t')
            g_string_append_c(row, '\t');
    return g_string_free(row, FALSE);
}

/* A row after the last, the caret in its first cell. */
static void append_row(MbPassage *passage)
{
    MbSpot at = passage->caret;
    const GString *text = mb_passage_paragraph(passage, at.paragraph)->text;
    g_autofree char *row = NULL;
    int start, end;

    row_around(text, (int)text->len, &start, &end);
    row = new_row(text, start, end);
    at.offset = end;
    mb_passage_splice(passage, MB_EDIT_CHANGED, at, 0, row, strlen(row), NULL, (MbSpot){at.paragraph, end + 1});
}

static void place_in_cell(MbPassage *passage, int offset)
{
    MbSpot caret = passage->caret;
    int start, end;

    mb_cell_around(mb_passage_paragraph(passage, caret.paragraph)->text, offset, &start, &end);
    mb_passage_place(passage, (MbSpot){caret.paragraph, end}, FALSE);
}

gboolean mb_passage_cell(MbPassage *passage, gboolean forward)
{
    MbSpot caret = passage->caret;
    const GString *text = mb_passage_paragraph(passage, caret.paragraph)->text;
    int start, end;

    if (!mb_passage_in_table(passage, caret))
        return FALSE;
    mb_cell_around(text, caret.offset, &start, &end);
    if (forward && end == (int)text->len)
        append_row(passage);
    else if (forward)
        place_in_cell(passage, end + 1);
    else if (start > 0)
        place_in_cell(passage, start - 1);
    return TRUE;
}

/* The empty last row, from START, goes, and a paragraph behind the table begins. */
static void leave_table(MbPassage *passage, int index, int start)
{
    MbParagraph *table = mb_paragraph_copy(mb_passage_paragraph(passage, index));
    MbParagraph *next = mb_paragraph_new();
    GPtrArray *after = mb_paragraphs_new();

    mb_paragraph_splice(table, start - 1, (int)table->text->len - start + 1, "", 0, NULL);
    next->layer = table->layer;
    g_ptr_array_add(after, table);
    g_ptr_array_add(after, next);
    mb_passage_run(passage, MB_EDIT_TYPED, index, 1, after, (MbSpot){index + 1, 0});
}

void mb_table_enter(MbPassage *passage)
{
    MbSpot caret = passage->caret;
    const GString *text = mb_passage_paragraph(passage, caret.paragraph)->text;
    int start, end;

    row_around(text, caret.offset, &start, &end);
    if (end < (int)text->len)
        place_in_cell(passage, end + 1);
    else if (start > 0 && strspn(text->str + start, "\t") == text->len - (gsize)start)
        leave_table(passage, caret.paragraph, start);
    else
        append_row(passage);
}

static MbParagraph *table_new(int rows, int columns, int layer)
{
    MbParagraph *table = mb_paragraph_new();

    table->style = MB_STYLE_TABLE;
    table->layer = layer;
    for (int row = 0; row < rows; row++) {
        if (row)
            g_string_append_c(table->text, '\n');
        for (int column = 1; column < columns; column++)
            g_string_append_c(table->text, '\t');
    }
    g_byte_array_set_size(table->fonts, (guint)table->text->len);
    if (table->text->len)
        memset(table->fonts->data, 0, table->text->len);
    return table;
}

void mb_passage_insert_table(MbPassage *passage, int rows, int columns)
{
    int index = passage->caret.paragraph;
    const MbParagraph *here = mb_passage_paragraph(passage, index);
    gboolean instead = !here->text->len && here->style != MB_STYLE_TABLE;
    MbParagraph *table = table_new(CLAMP(rows, 1, MOST_ROWS), CLAMP(columns, 1, MOST_COLUMNS), here->layer);
    GPtrArray *after = mb_paragraphs_new();

    if (instead) {
        g_free(table->id);
        table->id = g_strdup(here->id);
    }
    mb_paragraph_stamp(table);
    g_ptr_array_add(after, table);
    mb_passage_run(passage, MB_EDIT_CHANGED, instead ? index : index + 1, instead, after,
                   (MbSpot){instead ? index : index + 1, 0});
}

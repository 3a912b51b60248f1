/* SPDX-License-Identifier: MIT */
/* The editor's passage as cells: text with fonts, selection, gaps, what is private, and the marks beside it. */
#include "editor_private.h"

#include "minutebook/base/text.h"

#include <string.h>

/* What is painted of one line. */
typedef struct {
    MbEditor *editor;
    MbGrid *grid;
    int index; /* of the paragraph */
    const MbParagraph *paragraph;
    int from, to; /* bytes selected in this paragraph; from = to: none */
    GArray *misspelt;
    GArray *found; /* pairs of start and end */
} Brush;

static void find_selection(Brush *brush)
{
    MbSpot start, end;

    brush->from = brush->to = 0;
    if (!mb_passage_selection(brush->editor->passage, &start, &end) || brush->index < start.paragraph ||
        brush->index > end.paragraph)
        return;
    brush->from = brush->index == start.paragraph ? start.offset : 0;
    brush->to = brush->index == end.paragraph ? end.offset : (int)brush->paragraph->text->len + 1;
}

static void find_needle(Brush *brush)
{
    const char *needle = brush->editor->needle;

    brush->found = needle ? mb_passage_places(brush->editor->passage, needle, brush->index) : NULL;
}

static gboolean within(const GArray *pairs, int at, gboolean lengths)
{
    for (guint i = 0; pairs && i + 1 < pairs->len; i += 2) {
        int start = g_array_index(pairs, int, i);
        int end = g_array_index(pairs, int, i + 1) + (lengths ? start : 0);

        if (at >= start && at < end)
            return TRUE;
    }
    return FALSE;
}

/* "??" stands for something missed. */
static gboolean is_gap(const char *text, int at)
{
    return text[at] == '?' && (text[at + 1] == '?' || (at > 0 && text[at - 1] == '?'));
}

static MbLook base_look(const MbParagraph *paragraph)
{
    if (paragraph->layer != MB_LAYER_MINUTE)
        return MB_LOOK_PRIVATE;
    return paragraph->style == MB_STYLE_HEADING  ? MB_LOOK_HEADING
           : paragraph->style == MB_STYLE_EDITOR ? MB_LOOK_QUIET
                                                 : MB_LOOK_TEXT;
}

static MbLook look_at(const Brush *brush, int at)
{
    if (at >= brush->from && at < brush->to)
        return MB_LOOK_SELECTED;
    if (within(brush->found, at, FALSE))
        return MB_LOOK_FOUND;
    if (is_gap(brush->paragraph->text->str, at))
        return MB_LOOK_GAP;
    if (within(brush->misspelt, at, TRUE))
        return MB_LOOK_MISSPELT;
    return base_look(brush->paragraph);
}

static guint attributes_at(const Brush *brush, int at)
{
    guint8 fonts = (guint)at < brush->paragraph->fonts->len ? brush->paragraph->fonts->data[at] : 0;

    return (fonts & MB_FONT_BOLD ? MB_ATTRIBUTE_BOLD : 0) | (fonts & MB_FONT_ITALIC ? MB_ATTRIBUTE_ITALIC : 0);
}

/* Bytes START to END from COLUMN on, in runs of one look. */
static int paint_run(const Brush *brush, int row, int column, int right, int start, int end)
{
    const char *text = brush->paragraph->text->str;

    while (start < end && column < right) {
        MbLook look = look_at(brush, start);
        guint attributes = attributes_at(brush, start);
        int stop = start;

        while (stop < end && look_at(brush, stop) == look && attributes_at(brush, stop) == attributes)
            stop = (int)(g_utf8_next_char(text + stop) - text);
        column += mb_grid_put_length(brush->grid, row, column, right - column, text + start, (gsize)(stop - start),
                                     look, attributes);
        start = stop;
    }
    return column;
}

/* --- tables --- */

/* The width of each column of a table, as its widest cell, all within COLUMNS. */
static GArray *table_widths(const MbParagraph *paragraph, int columns)
{
    g_auto(GStrv) rows = g_strsplit(paragraph->text->str, "\n", -1);
    GArray *widths = g_array_new(FALSE, TRUE, sizeof(int));
    int total = 0, most;

    for (char **row = rows; *row; row++) {
        g_auto(GStrv) cells = g_strsplit(*row, "\t", -1);

        for (guint i = 0; cells[i]; i++) {
            if (i >= widths->len)
                g_array_set_size(widths, i + 1);
            g_array_index(widths, int, i) = MAX(g_array_index(widths, int, i), MAX(2, mb_text_width(cells[i])));
        }
    }
    for (guint i = 0; i < widths->len; i++)
        total += g_array_index(widths, int, i) + 3;
    most = widths->len ? MAX(4, (columns - 3 * (int)widths->len) / (int)widths->len) : columns;
    for (guint i = 0; total > columns && i < widths->len; i++)
        g_array_index(widths, int, i) = MIN(g_array_index(widths, int, i), most);
    return widths;
}

/* A row of a table; the caret's column where the caret is in it, else -1. */
static int paint_table_row(const Brush *brush, const MbLayoutLine *line, int row, int left, int right, int caret)
{
    const char *text = brush->paragraph->text->str;
    g_autoptr(GArray) widths = table_widths(brush->paragraph, right - left);
    int start = line->start, column = left, at = -1;
    guint cell = 0;

    for (int end = line->start; end <= line->end; end++) {
        if (end < line->end && text[end] != '\t')
            continue;
        int width = cell < widths->len ? g_array_index(widths, int, cell) : 4;

        mb_grid_put(brush->grid, row, column, right - column, "│ ", MB_LOOK_FRAME, 0);
        paint_run(brush, row, column + 2, MIN(right, column + 2 + width), start, end);
        if (line->start == 0)
            mb_grid_add(brush->grid, row, column + 2, MIN(width, right - column - 2), MB_ATTRIBUTE_BOLD);
        if (caret >= start && caret <= end) {
            g_autofree char *before = g_strndup(text + start, (gsize)(caret - start));

            at = MIN(column + 2 + MIN(mb_text_width(before), width), right - 1);
        }
        column += width + 3;
        start = end + 1;
        cell++;
    }
    mb_grid_put(brush->grid, row, column, MAX(0, right - column), "│", MB_LOOK_FRAME, 0);
    return at;
}

/* --- lines --- */

static void paint_gutter(const Brush *brush, int row, int column)
{
    const MbDress *dress = &brush->editor->dress;

    if (brush->paragraph->layer == MB_LAYER_PRIVATE)
        mb_grid_put(brush->grid, row, column, 1, "▌", MB_LOOK_PRIVATE, 0);
    else if (dress->restricted && dress->restricted(dress->data, brush->paragraph))
        mb_grid_put(brush->grid, row, column, 1, "■", MB_LOOK_RESTRICTED, 0);
}

/* The columns used, from the text's left edge. */
static int paint_line(const Brush *brush, const MbLayout *layout, int line_index, int row, int left, int right)
{
    const MbLayoutLine *line = &g_array_index(layout->lines, MbLayoutLine, line_index);

    if (brush->paragraph->style == MB_STYLE_TABLE) {
        paint_table_row(brush, line, row, left, right, -1);
        return right - left;
    }
    if (line_index == 0 && line->indent) {
        g_autofree char *lead = mb_editor_lead(brush->editor, brush->index);

        mb_grid_put(brush->grid, row, left, line->indent, lead, base_look(brush->paragraph), 0);
    }
    return paint_run(brush, row, left + line->indent, right, line->start, line->end) - left;
}

/* The mark: in the margin on the paragraph's first line; without a margin at the end of its last where there is room.
 */
static void paint_mark(const Brush *brush, const MbLayout *layout, int line, int row, int left, int used, int right,
                       int margin)
{
    const MbDress *dress = &brush->editor->dress;
    gboolean last = line == (int)layout->lines->len - 1;
    MbLook look = MB_LOOK_MARK;
    g_autofree char *mark = NULL;

    if (!dress->mark || !(margin ? line == 0 : last))
        return;
    mark = dress->mark(dress->data, brush->paragraph, &look);
    if (!mark)
        return;
    if (margin)
        mb_grid_put_fit(brush->grid, row, right + 1, margin - 1, mark, look, 0);
    else if (left + used + 3 + 6 <= right)
        mb_grid_put_right(brush->grid, row, left + used + 3, right - left - used - 3, mark, look);
    else
        mb_grid_put(brush->grid, row, left - 1, 1, "▸", look, 0);
}

static void note_row(MbEditor *editor, int paragraph, int line)
{
    MbScreenLine here = {paragraph, line};

    g_array_append_val(editor->rows, here);
}

/* A paragraph from its line FIRST on; returns the rows used. */
static int paint_paragraph(Brush *brush, MbArea area, int row, int first, int margin)
{
    MbEditor *editor = brush->editor;
    const MbLayout *layout = mb_editor_layout(editor, brush->index);
    int left = area.column + EDITOR_GUTTER, right = area.column + area.columns - margin;
    int total = mb_layout_rows(layout), used = 0;

    find_selection(brush);
    find_needle(brush);
    brush->misspelt = editor->dress.misspelt ? editor->dress.misspelt(editor->dress.data, brush->paragraph) : NULL;
    for (int line = first; line < total && row + used < area.row + area.rows; line++, used++) {
        gboolean text = line < (int)layout->lines->len;

        note_row(editor, brush->index, text ? line : -1);
        if (!text)
            continue;
        paint_gutter(brush, row + used, area.column);
        int width = paint_line(brush, layout, line, row + used, left, right);
        paint_mark(brush, layout, line, row + used, left, width, right, margin);
    }
    g_clear_pointer(&brush->misspelt, g_array_unref);
    g_clear_pointer(&brush->found, g_array_unref);
    return used;
}

static void set_cursor(MbEditor *editor, MbGrid *grid, MbArea area, int margin)
{
    MbSpot caret = mb_passage_caret(editor->passage);
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, caret.paragraph);
    const MbLayout *layout = mb_editor_layout(editor, caret.paragraph);
    int line = mb_layout_line_at(layout, caret.offset);
    int left = area.column + EDITOR_GUTTER, right = area.column + area.columns - margin;

    for (guint i = 0; i < editor->rows->len; i++) {
        const MbScreenLine *here = &g_array_index(editor->rows, MbScreenLine, i);

        if (here->paragraph != caret.paragraph || here->line != line)
            continue;
        int column = left + mb_layout_column(paragraph, layout, caret.offset);

        if (paragraph->style == MB_STYLE_TABLE) {
            Brush brush = {.editor = editor, .grid = grid, .index = caret.paragraph, .paragraph = paragraph};

            find_selection(&brush);
            column = paint_table_row(&brush, &g_array_index(layout->lines, MbLayoutLine, line), area.row + (int)i, left,
                                     right, caret.offset);
        }
        mb_grid_set_cursor(grid, area.row + (int)i, CLAMP(column, left, MAX(left, right - 1)));
        return;
    }
}

void mb_editor_paint(MbEditor *editor, MbGrid *grid, MbArea area, int margin, gboolean focus)
{
    int count, row = area.row;

    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    editor->area = area;
    editor->columns = MAX(4, area.columns - EDITOR_GUTTER - margin - 1);
    g_array_set_size(editor->rows, 0);
    if (!editor->passage || area.rows < 1)
        return;
    mb_editor_scroll(editor, area.rows);
    count = mb_passage_count(editor->passage);
    for (int i = editor->top.paragraph; i < count && row < area.row + area.rows; i++) {
        Brush brush = {
            .editor = editor, .grid = grid, .index = i, .paragraph = mb_passage_paragraph(editor->passage, i)};

        row += paint_paragraph(&brush, area, row, i == editor->top.paragraph ? editor->top.offset : 0, margin);
    }
    while ((int)editor->rows->len < area.rows)
        note_row(editor, -1, -1);
    if (focus)
        set_cursor(editor, grid, area, margin);
}

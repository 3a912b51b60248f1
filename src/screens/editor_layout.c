/* SPDX-License-Identifier: MIT */
/* Paragraphs broken into lines of the screen. Only what is seen is laid out, and kept until it changes. Where a line
 * may be broken: Unicode Standard Annex 14. */
#include "editor_private.h"

#include <linebreak.h>
#include <string.h>

void mb_layout_free(gpointer data)
{
    MbLayout *layout = data;

    g_free(layout->id);
    g_array_unref(layout->lines);
    g_free(layout);
}

int mb_layout_rows(const MbLayout *layout)
{
    return (int)layout->lines->len + layout->extra + layout->gap;
}

static int char_width(const char *at)
{
    return *at == '\t' ? 1 : mb_grid_char_width(g_utf8_get_char(at));
}

static int text_width(const char *text)
{
    int width = 0;

    for (; *text; text = g_utf8_next_char(text))
        width += char_width(text);
    return width;
}

char *mb_editor_lead(MbEditor *editor, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, index);
    int level = MAX(0, paragraph->level) * 2;

    if (paragraph->style == MB_STYLE_BULLET)
        return g_strdup_printf("%*s%s ", level, "", paragraph->level % 2 ? "◦" : "•");
    if (paragraph->style == MB_STYLE_NUMBERED) {
        g_autofree char *number = mb_passage_number(editor->passage, index);

        return g_strdup_printf("%*s%s ", level, "", number ? number : "1.");
    }
    if (paragraph->style == MB_STYLE_PARAGRAPH && paragraph->number)
        return g_strdup_printf("%s  ", paragraph->number);
    return g_strdup("");
}

static void add_line(GArray *lines, int start, int end, int indent, int width)
{
    MbLayoutLine line = {start, end, indent, width};

    g_array_append_val(lines, line);
}

/* Cells of a table are set in columns; each row is a line of the text, cut where it is too long. */
static void lay_table(const char *text, int length, GArray *lines)
{
    int start = 0;

    for (int at = 0; at <= length; at++)
        if (at == length || text[at] == '\n') {
            add_line(lines, start, at, 0, 0);
            start = at + 1;
        }
}

static void lay_text(const char *text, int length, int columns, int indent, GArray *lines)
{
    g_autofree char *breaks = g_malloc((gsize)length + 1);
    int start = 0, width = 0, at = 0;
    int fit = 0, fit_width = 0; /* the last place where the line may end */

    set_linebreaks_utf8((const utf8_t *)text, (size_t)length, "en", breaks);
    while (at < length) {
        int next = (int)(g_utf8_next_char(text + at) - text);
        int wide = char_width(text + at);

        /* A space may hang over the edge. */
        if (width + wide > columns && text[at] != ' ' && at > start) {
            int end = fit > start ? fit : at;

            add_line(lines, start, end, indent, fit > start ? fit_width : width);
            start = end;
            at = end;
            width = 0;
            fit = start;
            continue;
        }
        width += wide;
        if (breaks[next - 1] == LINEBREAK_ALLOWBREAK || breaks[next - 1] == LINEBREAK_MUSTBREAK) {
            fit = next;
            fit_width = width;
        }
        at = next;
    }
    add_line(lines, start, length, indent, width);
}

static gboolean is_list(const MbParagraph *paragraph)
{
    return paragraph->style == MB_STYLE_BULLET || paragraph->style == MB_STYLE_NUMBERED;
}

/* An empty line between paragraphs, none within a list. */
static int gap_after(MbEditor *editor, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, index);

    if (index + 1 >= mb_passage_count(editor->passage))
        return 0;
    return !(is_list(paragraph) && is_list(mb_passage_paragraph(editor->passage, index + 1))) &&
           paragraph->style != MB_STYLE_HEADING;
}

static MbLayout *layout_new(MbEditor *editor, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, index);
    g_autofree char *lead = mb_editor_lead(editor, index);
    MbLayout *layout = g_new0(MbLayout, 1);
    int indent = text_width(lead);

    layout->id = g_strdup(paragraph->id);
    layout->version = mb_passage_paragraph_version(editor->passage, index);
    layout->columns = editor->columns;
    layout->lines = g_array_new(FALSE, FALSE, sizeof(MbLayoutLine));
    if (paragraph->style == MB_STYLE_TABLE)
        lay_table(paragraph->text->str, (int)paragraph->text->len, layout->lines);
    else
        lay_text(paragraph->text->str, (int)paragraph->text->len, MAX(4, editor->columns - indent), indent,
                 layout->lines);
    return layout;
}

MbLayout *mb_editor_layout(MbEditor *editor, int index)
{
    const MbParagraph *paragraph = mb_passage_paragraph(editor->passage, index);
    MbLayout *layout = g_hash_table_lookup(editor->layouts, paragraph->id);

    if (!layout || layout->columns != editor->columns ||
        layout->version != mb_passage_paragraph_version(editor->passage, index)) {
        if (g_hash_table_size(editor->layouts) > 512)
            g_hash_table_remove_all(editor->layouts);
        layout = layout_new(editor, index);
        editor->laid++;
        g_hash_table_replace(editor->layouts, layout->id, layout);
    }
    layout->gap = gap_after(editor, index);
    return layout;
}

int mb_layout_line_at(const MbLayout *layout, int offset)
{
    int line = 0;

    while (line + 1 < (int)layout->lines->len && offset >= g_array_index(layout->lines, MbLayoutLine, line + 1).start)
        line++;
    return line;
}

int mb_layout_column(const MbParagraph *paragraph, const MbLayout *layout, int offset)
{
    const MbLayoutLine *line = &g_array_index(layout->lines, MbLayoutLine, mb_layout_line_at(layout, offset));
    const char *at = paragraph->text->str + line->start;
    int column = line->indent;

    for (; at < paragraph->text->str + offset; at = g_utf8_next_char(at))
        column += char_width(at);
    return column;
}

int mb_layout_offset(const MbParagraph *paragraph, const MbLayout *layout, int index, int column)
{
    const MbLayoutLine *line = &g_array_index(layout->lines, MbLayoutLine, index);
    const char *text = paragraph->text->str;
    gboolean last = index + 1 == (int)layout->lines->len;
    int at = line->start, here = line->indent;

    while (at < line->end) {
        int wide = char_width(text + at);

        if (here + wide > column)
            break;
        /* The end of a broken line is the beginning of the next: the caret stays before its last character. */
        if (!last && (int)(g_utf8_next_char(text + at) - text) >= line->end)
            break;
        here += wide;
        at = (int)(g_utf8_next_char(text + at) - text);
        while (at < line->end && mb_grid_char_width(g_utf8_get_char(text + at)) == 0)
            at = (int)(g_utf8_next_char(text + at) - text);
    }
    return at;
}

/* --- scrolling --- */

static void step_back(MbEditor *editor, int rows)
{
    while (rows > 0) {
        if (editor->top.offset >= rows) {
            editor->top.offset -= rows;
            return;
        }
        rows -= editor->top.offset;
        editor->top.offset = 0;
        if (editor->top.paragraph == 0)
            return;
        editor->top.paragraph--;
        editor->top.offset = mb_layout_rows(mb_editor_layout(editor, editor->top.paragraph));
    }
}

void mb_editor_scroll_by(MbEditor *editor, int rows)
{
    int count = mb_passage_count(editor->passage);

    if (rows < 0) {
        step_back(editor, -rows);
        return;
    }
    editor->top.offset += rows;
    for (;;) {
        int here = mb_layout_rows(mb_editor_layout(editor, editor->top.paragraph));

        if (editor->top.offset < here)
            return;
        if (editor->top.paragraph + 1 >= count) {
            editor->top.offset = MAX(0, here - 1);
            return;
        }
        editor->top.offset -= here;
        editor->top.paragraph++;
    }
}

/* Rows from the top of the screen to the caret; -1 above it, ROWS or more below. */
static int rows_to_caret(MbEditor *editor, MbSpot caret, int line, int rows)
{
    int row = -editor->top.offset;

    if (caret.paragraph < editor->top.paragraph ||
        (caret.paragraph == editor->top.paragraph && line < editor->top.offset))
        return -1;
    for (int i = editor->top.paragraph; i < caret.paragraph && row < rows; i++)
        row += mb_layout_rows(mb_editor_layout(editor, i));
    return row + line;
}

void mb_editor_scroll(MbEditor *editor, int rows)
{
    MbSpot caret = mb_passage_caret(editor->passage);
    int line = mb_layout_line_at(mb_editor_layout(editor, caret.paragraph), caret.offset);
    int row;

    editor->top.paragraph = MIN(editor->top.paragraph, mb_passage_count(editor->passage) - 1);
    editor->top.offset = MIN(editor->top.offset, mb_layout_rows(mb_editor_layout(editor, editor->top.paragraph)) - 1);
    row = rows_to_caret(editor, caret, line, rows);
    if (row >= 0 && row < rows)
        return;
    editor->top = (MbSpot){caret.paragraph, line};
    if (row >= rows)
        step_back(editor, rows - 1);
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/write/text.h"

#include "layout.h"

#include "minutebook/base/text.h"

#include <string.h>

typedef struct {
    GString *out;
    int columns;
} Writer;

/* All spans of NODE as one text, line breaks kept, safe to show. */
static char *inline_text(const MbNode *node)
{
    g_autoptr(GString) all = g_string_new(NULL);

    for (guint i = 0; i < node->children->len; i++) {
        const MbNode *span = node->children->pdata[i];

        if (span->kind == MB_NODE_SPAN)
            g_string_append(all, span->text);
    }
    return mb_text_visible(g_strdelimit(all->str, "\t\r", ' '), TRUE);
}

static void append_spaces(GString *out, int count)
{
    for (int i = 0; i < count; i++)
        g_string_append_c(out, ' ');
}

/* TEXT wrapped; the first line after MARK, the others set in by its width. */
static void append_wrapped(Writer *writer, int indent, const char *mark, const char *text)
{
    int hang = mb_text_width(mark);
    g_auto(GStrv) lines = mb_text_wrap(text, MAX(writer->columns - indent - hang, 10));

    for (guint i = 0; lines[i]; i++) {
        if (*lines[i] || (i == 0 && *mark)) {
            append_spaces(writer->out, indent);
            g_string_append(writer->out, i ? "" : mark);
            append_spaces(writer->out, i ? hang : 0);
            g_string_append(writer->out, lines[i]);
        }
        g_string_append_c(writer->out, '\n');
    }
}

static void append_blank(Writer *writer)
{
    if (writer->out->len && !g_str_has_suffix(writer->out->str, "\n\n"))
        g_string_append_c(writer->out, '\n');
}

static void append_rule(Writer *writer, const char *text, char c)
{
    g_auto(GStrv) lines = mb_text_wrap(text, writer->columns);
    int width = 0;

    for (guint i = 0; lines[i]; i++)
        width = MAX(width, mb_text_width(lines[i]));
    for (int i = 0; i < width; i++)
        g_string_append_c(writer->out, c);
    g_string_append_c(writer->out, '\n');
}

static void append_heading(Writer *writer, const MbNode *node)
{
    static const char rules[] = {'=', '-', '~', '.'};
    g_autofree char *text = inline_text(node);

    append_blank(writer);
    append_wrapped(writer, 0, "", text);
    if (node->level <= (int)G_N_ELEMENTS(rules))
        append_rule(writer, text, rules[node->level - 1]);
}

static void append_list(Writer *writer, const MbNode *list, int indent);

static void append_list_item(Writer *writer, const MbNode *item, int indent)
{
    g_autofree char *visible = mb_layout_line(item->mark ? item->mark : "-");
    g_autofree char *mark = g_strconcat(visible, " ", NULL);
    g_autofree char *text = inline_text(item);
    int inner = indent + mb_text_width(mark);

    append_wrapped(writer, indent, mark, text);
    for (guint i = 0; i < item->children->len; i++) {
        const MbNode *child = item->children->pdata[i];

        if (child->kind == MB_NODE_LIST) {
            append_list(writer, child, inner);
        } else if (child->kind == MB_NODE_PARAGRAPH) {
            g_autofree char *paragraph = inline_text(child);

            append_wrapped(writer, inner, "", paragraph);
        }
    }
}

static void append_list(Writer *writer, const MbNode *list, int indent)
{
    for (guint i = 0; i < list->children->len; i++)
        append_list_item(writer, list->children->pdata[i], indent);
}

static char **row_cells(const MbNode *row, guint columns)
{
    char **cells = g_new0(char *, columns + 1);

    for (guint i = 0; i < columns; i++)
        cells[i] = i < row->children->len ? inline_text(row->children->pdata[i]) : g_strdup("");
    return cells;
}

static int widest_line(const char *text)
{
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
    int width = 0;

    for (guint i = 0; lines[i]; i++)
        width = MAX(width, mb_text_width(lines[i]));
    return width;
}

static MbLayoutColumn *measure_table(const Writer *writer, const MbNode *table)
{
    MbLayoutColumn *layout = g_new0(MbLayoutColumn, table->columns);

    for (int column = 0; column < table->columns; column++) {
        layout[column].flexible = TRUE;
        layout[column].right = table->align[column] == MB_ALIGN_RIGHT;
        layout[column].natural = 1;
    }
    for (guint i = 0; i < table->children->len; i++) {
        g_auto(GStrv) cells = row_cells(table->children->pdata[i], table->columns);

        for (int column = 0; column < table->columns; column++)
            layout[column].natural = MAX(layout[column].natural, widest_line(cells[column]));
    }
    mb_layout_fit(layout, table->columns, writer->columns);
    return layout;
}

/* A line of hyphens under each cell of the header row. */
static void append_header_rule(Writer *writer, const MbLayoutColumn *layout, guint count)
{
    g_auto(GStrv) cells = g_new0(char *, count + 1);

    for (guint i = 0; i < count; i++)
        cells[i] = g_strnfill(layout[i].width, '-');
    mb_layout_row(writer->out, layout, count, (const char *const *)cells, 0);
}

static void append_table(Writer *writer, const MbNode *table)
{
    g_autofree MbLayoutColumn *layout = measure_table(writer, table);

    for (guint i = 0; i < table->children->len; i++) {
        const MbNode *row = table->children->pdata[i];
        g_auto(GStrv) cells = row_cells(row, table->columns);

        mb_layout_row(writer->out, layout, table->columns, (const char *const *)cells, 0);
        if (row->header)
            append_header_rule(writer, layout, table->columns);
    }
}

static void append_block(Writer *writer, const MbNode *node)
{
    g_autofree char *text =
        node->children && node->kind != MB_NODE_LIST && node->kind != MB_NODE_TABLE ? inline_text(node) : NULL;

    switch (node->kind) {
    case MB_NODE_HEADING:
        append_heading(writer, node);
        break;
    case MB_NODE_PARAGRAPH:
        append_wrapped(writer, 0, "", text);
        break;
    case MB_NODE_NOTE:
        append_wrapped(writer, 4, "", text);
        break;
    case MB_NODE_LIST:
        append_list(writer, node, 0);
        break;
    case MB_NODE_TABLE:
        append_table(writer, node);
        break;
    default:
        break;
    }
    append_blank(writer);
}

static void append_centred(Writer *writer, const char *text)
{
    g_autofree char *line = text ? mb_layout_line(text) : NULL;

    if (!line)
        return;
    append_spaces(writer->out, MAX((writer->columns - mb_text_width(line)) / 2, 0));
    g_string_append(writer->out, line);
    g_string_append_c(writer->out, '\n');
}

static void end_lines(GString *out)
{
    while (out->len && out->str[out->len - 1] == '\n')
        g_string_truncate(out, out->len - 1);
    g_string_append_c(out, '\n');
}

char *mb_write_text(const MbDoc *doc, int columns)
{
    Writer writer = {.out = g_string_new(NULL), .columns = columns > 0 ? columns : 80};

    append_centred(&writer, doc->marking);
    append_centred(&writer, doc->header);
    append_blank(&writer);
    for (guint i = 0; i < doc->root->children->len; i++)
        append_block(&writer, doc->root->children->pdata[i]);
    append_centred(&writer, doc->footer);
    append_centred(&writer, doc->marking);
    end_lines(writer.out);
    return g_string_free(writer.out, FALSE);
}

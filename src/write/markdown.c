/* SPDX-License-Identifier: MIT */
#include "minutebook/write/markdown.h"

#include "layout.h"

#include "minutebook/base/text.h"

#include <string.h>

/* What is markup wherever it stands. */
static const char everywhere[] = "\\`*_[]<>&|~$#";

/* Whether the mark at AT, first in its line, would make the line a heading, a list, a rule or a code block. */
static gboolean is_line_mark(const char *at)
{
    return strchr("#+-=>~", *at) != NULL;
}

/* Length of the digits of "12. " or "12) " at AT, 0 where none stand there. */
static gsize ordered_mark(const char *at)
{
    gsize digits = strspn(at, "0123456789");

    return digits && digits <= 9 && (at[digits] == '.' || at[digits] == ')') &&
                   (at[digits + 1] == ' ' || !at[digits + 1])
               ? digits
               : 0;
}

/* The beginning of a line: spaces go, marks are escaped. Returns what is left to write. */
static const char *append_line_start(GString *out, const char *at)
{
    gsize digits;

    while (*at == ' ')
        at++;
    digits = ordered_mark(at);
    if (*at && is_line_mark(at) && !strchr(everywhere, *at))
        g_string_append_c(out, '\\');
    g_string_append_len(out, at, (gssize)digits);
    if (digits)
        g_string_append_c(out, '\\');
    return at + digits;
}

/* "http://…" and "www.…" would become links by themselves. */
static gboolean begins_link(const char *from, const char *at)
{
    return strncmp(at, "://", 3) == 0 || (*at == '.' && at - from >= 3 && g_ascii_strncasecmp(at - 3, "www", 3) == 0);
}

static void append_escaped(GString *out, const char *text, gboolean line_start)
{
    const char *at = line_start ? append_line_start(out, text) : text;

    for (; *at; at++) {
        gboolean image = *at == '!' && at[1] == '[';

        if (strchr(everywhere, *at) || image || begins_link(text, at))
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at);
    }
}

static const char *style_mark(int style)
{
    static const char *const marks[] = {"", "**", "*", "***"};

    return marks[style & 3];
}

/* A span's text between its marks; spaces stay outside them, since a mark beside a space is none. */
static void append_styled(GString *out, const char *text, int style, gboolean line_start)
{
    gsize lead = strspn(text, " ");
    g_autofree char *core = g_strchomp(g_strdup(text + lead));
    const char *mark = *core ? style_mark(style) : "";
    const char *tail = text + lead + strlen(core);

    if (!line_start)
        g_string_append_len(out, text, (gssize)lead);
    g_string_append(out, mark);
    append_escaped(out, core, line_start && !*mark);
    g_string_append(out, mark);
    g_string_append(out, tail);
}

static char *span_text(const MbNode *span)
{
    g_autofree char *text = g_strdup(span->text);

    return mb_text_visible(g_strdelimit(text, "\t\r", ' '), TRUE);
}

/* The spans of NODE in one line; a line break is LINE_BREAK. */
static void append_spans(GString *out, const MbNode *node, const char *line_break, gboolean line_start)
{
    for (guint i = 0; i < node->children->len; i++) {
        const MbNode *span = node->children->pdata[i];
        g_autofree char *text = span->kind == MB_NODE_SPAN ? span_text(span) : NULL;
        g_auto(GStrv) lines = text ? g_strsplit(text, "\n", -1) : NULL;

        for (guint at = 0; lines && lines[at]; at++) {
            if (at)
                g_string_append(out, line_break);
            append_styled(out, lines[at], span->style, line_start || at);
            line_start = line_start && !*lines[at];
        }
    }
}

static void append_list(GString *out, const MbNode *list, int indent);

/* A mark that Markdown knows stays; any other is text behind a bullet. Returns how far what is inside is set in. */
static int append_mark(GString *out, const char *mark)
{
    gsize digits = mark ? ordered_mark(mark) : 0;

    if (digits && !mark[digits + 1]) {
        g_string_append_printf(out, "%s ", mark);
        return (int)digits + 2;
    }
    g_string_append(out, "- ");
    if (mark) {
        g_autofree char *visible = mb_layout_line(mark);

        append_escaped(out, visible, TRUE);
        g_string_append_c(out, ' ');
    }
    return 2;
}

static void append_list_item(GString *out, const MbNode *item, int indent)
{
    g_autofree char *margin = g_strnfill(indent, ' ');
    int inner;

    g_string_append(out, margin);
    inner = indent + append_mark(out, item->mark);
    append_spans(out, item, "<br>", TRUE);
    g_string_append_c(out, '\n');
    for (guint i = 0; i < item->children->len; i++) {
        const MbNode *child = item->children->pdata[i];

        if (child->kind == MB_NODE_LIST) {
            append_list(out, child, inner);
        } else if (child->kind == MB_NODE_PARAGRAPH) {
            g_autofree char *inner_margin = g_strnfill(inner, ' ');

            g_string_append_printf(out, "\n%s", inner_margin);
            append_spans(out, child, "<br>", TRUE);
            g_string_append_c(out, '\n');
        }
    }
}

static void append_list(GString *out, const MbNode *list, int indent)
{
    for (guint i = 0; i < list->children->len; i++)
        append_list_item(out, list->children->pdata[i], indent);
}

static void append_row(GString *out, const MbNode *row, int columns)
{
    g_string_append_c(out, '|');
    for (int i = 0; i < columns; i++) {
        g_string_append_c(out, ' ');
        if (row && i < (int)row->children->len)
            append_spans(out, row->children->pdata[i], "<br>", FALSE);
        g_string_append(out, " |");
    }
    g_string_append_c(out, '\n');
}

/* A table in this dialect has a header row always; an empty one stands where the document has none. */
static void append_table(GString *out, const MbNode *table)
{
    static const char *const rules[] = {" --- |", " ---: |", " :---: |"};
    guint first = table->children->len && ((MbNode *)table->children->pdata[0])->header ? 1 : 0;

    append_row(out, first ? table->children->pdata[0] : NULL, table->columns);
    g_string_append_c(out, '|');
    for (int i = 0; i < table->columns; i++)
        g_string_append(out, rules[table->align[i]]);
    g_string_append_c(out, '\n');
    for (guint i = first; i < table->children->len; i++)
        append_row(out, table->children->pdata[i], table->columns);
}

static void append_block(GString *out, const MbNode *node)
{
    if (node->kind == MB_NODE_HEADING)
        for (int i = 0; i < node->level; i++)
            g_string_append_c(out, '#');
    if (node->kind == MB_NODE_HEADING)
        g_string_append_c(out, ' ');
    if (node->kind == MB_NODE_NOTE)
        g_string_append(out, "> ");
    if (node->kind == MB_NODE_LIST)
        append_list(out, node, 0);
    else if (node->kind == MB_NODE_TABLE)
        append_table(out, node);
    else if (node->kind == MB_NODE_PAGE_BREAK)
        g_string_append(out, "---");
    else
        append_spans(out, node,
                     node->kind == MB_NODE_PARAGRAPH ? "\\\n"
                     : node->kind == MB_NODE_NOTE    ? "\\\n> "
                                                     : " ",
                     node->kind != MB_NODE_HEADING);
    g_string_append(out, g_str_has_suffix(out->str, "\n") ? "\n" : "\n\n");
}

static void append_fact(GString *out, const char *text, const char *mark)
{
    g_autofree char *line = text ? mb_layout_line(text) : NULL;

    if (!line)
        return;
    g_string_append(out, mark);
    append_escaped(out, line, !*mark);
    g_string_append_printf(out, "%s\n\n", mark);
}

static void append_comment_between_lists(GString *out, const MbNode *node, const MbNode *before)
{
    if (before && before->kind == MB_NODE_LIST && node->kind == MB_NODE_LIST)
        g_string_append(out, "<!-- -->\n\n"); /* else the two would be one list */
}

char *mb_write_markdown(const MbDoc *doc)
{
    GString *out = g_string_new(NULL);
    const MbNode *before = NULL;

    append_fact(out, doc->marking, "**");
    append_fact(out, doc->header, "");
    for (guint i = 0; i < doc->root->children->len; i++) {
        const MbNode *node = doc->root->children->pdata[i];

        append_comment_between_lists(out, node, before);
        append_block(out, node);
        before = node;
    }
    append_fact(out, doc->footer, "");
    append_fact(out, doc->marking, "**");
    if (out->len > 1)
        g_string_truncate(out, out->len - 1);
    return g_string_free(out, FALSE);
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/doc/doc.h"

#include "minutebook/base/notation.h"

#include <string.h>

void mb_node_free(MbNode *node)
{
    if (!node)
        return;
    g_free(node->text);
    g_free(node->mark);
    g_free(node->align);
    if (node->children)
        g_ptr_array_unref(node->children);
    g_free(node);
}

static void free_node(gpointer node)
{
    mb_node_free(node);
}

static MbNode *new_node(MbNodeKind kind)
{
    MbNode *node = g_new0(MbNode, 1);

    node->kind = kind;
    if (kind != MB_NODE_SPAN && kind != MB_NODE_PAGE_BREAK)
        node->children = g_ptr_array_new_with_free_func(free_node);
    return node;
}

static MbNode *append_node(MbNode *parent, MbNodeKind kind, const char *text)
{
    MbNode *node = new_node(kind);

    node->audience = parent->audience;
    g_ptr_array_add(parent->children, node);
    if (text)
        mb_node_span(node, text, MB_SPAN_PLAIN);
    return node;
}

MbDoc *mb_doc_new(const char *title, const char *language)
{
    MbDoc *doc = g_new0(MbDoc, 1);

    doc->title = g_strdup(title);
    doc->language = g_strdup(language);
    doc->root = new_node(MB_NODE_ROOT);
    return doc;
}

void mb_doc_free(MbDoc *doc)
{
    if (!doc)
        return;
    g_free(doc->title);
    g_free(doc->language);
    g_free(doc->header);
    g_free(doc->footer);
    g_free(doc->marking);
    mb_node_free(doc->root);
    g_free(doc);
}

MbNode *mb_node_heading(MbNode *parent, int level, const char *text)
{
    MbNode *node = append_node(parent, MB_NODE_HEADING, text);

    node->level = CLAMP(level, 1, 6);
    return node;
}

MbNode *mb_node_paragraph(MbNode *parent, const char *text)
{
    return append_node(parent, MB_NODE_PARAGRAPH, text);
}

MbNode *mb_node_list(MbNode *parent)
{
    return append_node(parent, MB_NODE_LIST, NULL);
}

MbNode *mb_node_list_item(MbNode *list, const char *mark, const char *text)
{
    MbNode *node = append_node(list, MB_NODE_LIST_ITEM, text);

    node->mark = g_strdup(mark);
    return node;
}

MbNode *mb_node_table(MbNode *parent, int columns)
{
    MbNode *node = append_node(parent, MB_NODE_TABLE, NULL);

    node->columns = columns;
    node->align = g_new0(MbAlign, columns);
    return node;
}

void mb_node_align(MbNode *table, int column, MbAlign align)
{
    g_return_if_fail(column >= 0 && column < table->columns);
    table->align[column] = align;
}

MbNode *mb_node_row(MbNode *table, gboolean header)
{
    MbNode *node = append_node(table, MB_NODE_ROW, NULL);

    node->header = header;
    return node;
}

MbNode *mb_node_cell(MbNode *row, const char *text)
{
    return append_node(row, MB_NODE_CELL, text);
}

MbNode *mb_node_note(MbNode *parent, const char *text)
{
    return append_node(parent, MB_NODE_NOTE, text);
}

MbNode *mb_node_page_break(MbNode *parent)
{
    return append_node(parent, MB_NODE_PAGE_BREAK, NULL);
}

MbNode *mb_node_span(MbNode *parent, const char *text, int style)
{
    MbNode *node;

    if (!text || !*text)
        return NULL;
    node = append_node(parent, MB_NODE_SPAN, NULL);
    node->text = g_strdup(text);
    node->style = style;
    return node;
}

/* Runs of one font, each a span; fonts and span styles are the same bits. */
void mb_node_rich(MbNode *parent, const char *text)
{
    g_autoptr(GString) plain = g_string_new(NULL);
    g_autoptr(GByteArray) fonts = g_byte_array_new();
    gsize from = 0;

    mb_notation_read(text ? text : "", plain, fonts);
    for (gsize at = 1; at <= plain->len; at++) {
        if (at < plain->len && fonts->data[at] == fonts->data[from])
            continue;
        g_autofree char *run = g_strndup(plain->str + from, at - from);

        mb_node_span(parent, run, fonts->data[from]);
        from = at;
    }
}

static gboolean collect_text(const MbNode *node, int depth, gboolean enter, gpointer data)
{
    GString *out = data;

    (void)depth;
    if (enter && node->kind == MB_NODE_SPAN)
        g_string_append(out, node->text);
    else if (node->kind != MB_NODE_SPAN && out->len && out->str[out->len - 1] != ' ')
        g_string_append_c(out, ' ');
    return TRUE;
}

char *mb_node_text(const MbNode *node)
{
    GString *out = g_string_new(NULL);

    mb_node_walk(node, collect_text, out);
    return g_strchomp(g_string_free(out, FALSE));
}

static void walk(const MbNode *node, int depth, MbNodeVisitor visit, gpointer data)
{
    gboolean inside = visit(node, depth, TRUE, data);

    for (guint i = 0; inside && node->children && i < node->children->len; i++)
        walk(node->children->pdata[i], depth + 1, visit, data);
    visit(node, depth, FALSE, data);
}

void mb_node_walk(const MbNode *node, MbNodeVisitor visit, gpointer data)
{
    walk(node, 0, visit, data);
}

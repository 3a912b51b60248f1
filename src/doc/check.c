/* SPDX-License-Identifier: MIT */
/* The structural check of a document tree, and its dump. */
#include "minutebook/doc/doc.h"

#include <string.h>

static const char *const kind_names[] = {"root", "heading", "paragraph", "list",       "list item", "table",
                                         "row",  "cell",    "note",      "page break", "span"};

static gboolean is_block(MbNodeKind kind)
{
    return kind == MB_NODE_HEADING || kind == MB_NODE_PARAGRAPH || kind == MB_NODE_LIST || kind == MB_NODE_TABLE ||
           kind == MB_NODE_NOTE || kind == MB_NODE_PAGE_BREAK;
}

static gboolean may_hold(MbNodeKind parent, MbNodeKind child)
{
    switch (parent) {
    case MB_NODE_ROOT:
        return is_block(child);
    case MB_NODE_LIST:
        return child == MB_NODE_LIST_ITEM;
    case MB_NODE_LIST_ITEM:
        return child == MB_NODE_SPAN || child == MB_NODE_PARAGRAPH || child == MB_NODE_LIST;
    case MB_NODE_TABLE:
        return child == MB_NODE_ROW;
    case MB_NODE_ROW:
        return child == MB_NODE_CELL;
    case MB_NODE_HEADING:
    case MB_NODE_PARAGRAPH:
    case MB_NODE_CELL:
    case MB_NODE_NOTE:
        return child == MB_NODE_SPAN;
    default:
        return FALSE;
    }
}

typedef struct {
    GPtrArray *faults;
    int level; /* of the last heading */
    int block; /* how many blocks of the root were met */
} Check;

static void G_GNUC_PRINTF(2, 3) fault(Check *check, const char *format, ...)
{
    va_list arguments;
    g_autofree char *text = NULL;

    va_start(arguments, format);
    text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_ptr_array_add(check->faults, g_strdup_printf("Block %d: %s.", check->block, text));
}

static void check_heading(Check *check, const MbNode *node)
{
    g_autofree char *text = mb_node_text(node);

    if (!*text)
        fault(check, "a heading says nothing");
    if (node->level > check->level + 1)
        fault(check, "heading level %d follows level %d", node->level, check->level);
    check->level = node->level;
}

static void check_table(Check *check, const MbNode *node)
{
    if (!node->children->len)
        fault(check, "a table has no rows");
    for (guint i = 0; i < node->children->len; i++) {
        const MbNode *row = node->children->pdata[i];

        if (row->kind == MB_NODE_ROW && (int)row->children->len != node->columns)
            fault(check, "row %u has %u cells in a table of %d columns", i + 1, row->children->len, node->columns);
        if (row->kind == MB_NODE_ROW && row->header && i > 0)
            fault(check, "row %u is a header row and not the first", i + 1);
    }
}

static gboolean check_node(const MbNode *node, int depth, gboolean enter, gpointer data)
{
    Check *check = data;

    if (!enter)
        return TRUE;
    check->block += depth == 1;
    for (guint i = 0; node->children && i < node->children->len; i++) {
        const MbNode *child = node->children->pdata[i];

        if (!may_hold(node->kind, child->kind))
            fault(check, "a %s stands in a %s", kind_names[child->kind], kind_names[node->kind]);
        if (child->audience < node->audience)
            fault(check, "a %s is for more people than the %s it stands in", kind_names[child->kind],
                  kind_names[node->kind]);
    }
    if (node->kind == MB_NODE_HEADING)
        check_heading(check, node);
    if (node->kind == MB_NODE_TABLE)
        check_table(check, node);
    return TRUE;
}

GPtrArray *mb_doc_check(const MbDoc *doc)
{
    Check check = {.faults = g_ptr_array_new_with_free_func(g_free)};

    mb_node_walk(doc->root, check_node, &check);
    return check.faults;
}

static void dump_details(GString *out, const MbNode *node)
{
    static const char *const audiences[] = {"", " for members", " for the clerk"};
    static const char *const aligns[] = {" left", " right", " centre"};

    if (node->kind == MB_NODE_HEADING)
        g_string_append_printf(out, " %d", node->level);
    if (node->style & MB_SPAN_BOLD)
        g_string_append(out, " bold");
    if (node->style & MB_SPAN_ITALIC)
        g_string_append(out, " italic");
    if (node->mark)
        g_string_append_printf(out, " %s", node->mark);
    if (node->header)
        g_string_append(out, " header");
    for (int i = 0; i < node->columns; i++)
        g_string_append(out, aligns[node->align[i]]);
    g_string_append(out, audiences[node->audience]);
    if (node->text)
        g_string_append_printf(out, ": %s", node->text);
}

static gboolean dump_node(const MbNode *node, int depth, gboolean enter, gpointer data)
{
    GString *out = data;

    if (!enter || node->kind == MB_NODE_ROOT)
        return TRUE;
    for (int i = 1; i < depth; i++)
        g_string_append(out, "  ");
    g_string_append(out, kind_names[node->kind]);
    dump_details(out, node);
    g_string_append_c(out, '\n');
    return TRUE;
}

static void dump_fact(GString *out, const char *name, const char *text)
{
    if (text)
        g_string_append_printf(out, "%s: %s\n", name, text);
}

char *mb_doc_dump(const MbDoc *doc)
{
    GString *out = g_string_new(NULL);

    dump_fact(out, "title", doc->title);
    dump_fact(out, "language", doc->language);
    dump_fact(out, "header", doc->header);
    dump_fact(out, "footer", doc->footer);
    dump_fact(out, "marking", doc->marking);
    mb_node_walk(doc->root, dump_node, out);
    return g_string_free(out, FALSE);
}

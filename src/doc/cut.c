/* SPDX-License-Identifier: MIT */
#include "minutebook/doc/cut.h"

static void free_node(gpointer node)
{
    mb_node_free(node);
}

/* NODE without its children. */
static MbNode *copy_alone(const MbNode *node)
{
    MbNode *copy = g_memdup2(node, sizeof *node);

    copy->text = g_strdup(node->text);
    copy->mark = g_strdup(node->mark);
    copy->align = g_memdup2(node->align, (gsize)node->columns * sizeof *node->align);
    copy->children = node->children ? g_ptr_array_new_with_free_func(free_node) : NULL;
    return copy;
}

static gboolean holds_nothing(const MbNode *node)
{
    return node->children && !node->children->len && node->kind != MB_NODE_CELL && node->kind != MB_NODE_ROOT;
}

/* Whether a section that begins at HEADING ends before NODE. */
static gboolean ends_section(const MbNode *heading, const MbNode *node)
{
    return node->kind == MB_NODE_HEADING && node->level <= heading->level;
}

/* Whether anything but headings stood in the section that begins at INDEX of the uncut children. */
static gboolean section_said_something(const GPtrArray *nodes, guint index)
{
    const MbNode *heading = nodes->pdata[index];

    for (guint i = index + 1; i < nodes->len && !ends_section(heading, nodes->pdata[i]); i++)
        if (((const MbNode *)nodes->pdata[i])->kind != MB_NODE_HEADING)
            return TRUE;
    return FALSE;
}

/* Removes headings whose section lost all that was in it; KEPT are the children that are left, FROM their indexes among
 * the uncut ones. */
static void drop_bare_headings(GPtrArray *kept, GArray *from, const GPtrArray *uncut)
{
    for (guint i = kept->len; i-- > 0;) {
        const MbNode *node = kept->pdata[i];
        gboolean bare = i + 1 >= kept->len || ends_section(node, kept->pdata[i + 1]);

        if (node->kind == MB_NODE_HEADING && bare && section_said_something(uncut, g_array_index(from, guint, i))) {
            g_ptr_array_remove_index(kept, i);
            g_array_remove_index(from, i);
        }
    }
}

static MbNode *cut_node(const MbNode *node, MbFor audience);

static void cut_children(MbNode *copy, const MbNode *node, MbFor audience)
{
    g_autoptr(GArray) from = g_array_new(FALSE, FALSE, sizeof(guint));

    for (guint i = 0; i < node->children->len; i++) {
        MbNode *child = cut_node(node->children->pdata[i], audience);

        if (!child)
            continue;
        g_ptr_array_add(copy->children, child);
        g_array_append_val(from, i);
    }
    drop_bare_headings(copy->children, from, node->children);
}

/* NULL where nothing of NODE is for AUDIENCE. */
static MbNode *cut_node(const MbNode *node, MbFor audience)
{
    MbNode *copy;

    if (node->audience > audience && node->kind != MB_NODE_CELL)
        return NULL;
    copy = copy_alone(node);
    if (node->audience > audience) { /* an empty cell in its place */
        copy->audience = audience;
        return copy;
    }
    if (node->children)
        cut_children(copy, node, audience);
    if (node->children && node->children->len && holds_nothing(copy))
        g_clear_pointer(&copy, mb_node_free);
    return copy;
}

MbDoc *mb_doc_cut(const MbDoc *doc, MbFor audience)
{
    MbDoc *copy = g_memdup2(doc, sizeof *doc);

    copy->title = g_strdup(doc->title);
    copy->language = g_strdup(doc->language);
    copy->header = g_strdup(doc->header);
    copy->footer = g_strdup(doc->footer);
    copy->marking = g_strdup(doc->marking);
    copy->root = cut_node(doc->root, audience);
    if (!copy->root)
        copy->root = copy_alone(doc->root);
    return copy;
}

/* SPDX-License-Identifier: MIT */
/* The paragraphs of a minute as blocks: bullets and numbered lines become lists, nested by their level. */
#include "documents.h"

#include "facts.h"
#include "minutes_told.h"

#include "minutebook/clerk/number.h"
#include "minutebook/model/minute.h"

#include <string.h>

#define DEEPEST_LIST 6

typedef struct {
    const MbComposition *composition;
    GHashTable *told; /* may be NULL */
    MbNode *root;
    int heading;                 /* the level of sub-headings */
    MbNode *lists[DEEPEST_LIST]; /* the open list at each level; NULL: none */
    int counts[DEEPEST_LIST];
} Text;

static void close_lists(Text *text, int from)
{
    for (int level = from; level < DEEPEST_LIST; level++) {
        text->lists[level] = NULL;
        text->counts[level] = 0;
    }
}

/* The open list at LEVEL; where none is, one in the last item of the list above. */
static MbNode *list_at(Text *text, int level)
{
    MbNode *parent = text->root;

    if (text->lists[level])
        return text->lists[level];
    if (level > 0) {
        MbNode *above = list_at(text, level - 1);

        parent = above->children->len ? above->children->pdata[above->children->len - 1]
                                      : mb_node_list_item(above, NULL, NULL);
    }
    text->lists[level] = mb_node_list(parent);
    return text->lists[level];
}

static void add_words(const Text *text, MbNode *node, const MbMinute *minute)
{
    const MbAction *action = text->told ? g_hash_table_lookup(text->told, minute) : NULL;
    g_autofree char *tail =
        action ? mb_told_tail(text->composition->dossier, minute, action, text->composition->meeting->day) : NULL;

    mb_node_rich(node, minute->text);
    mb_node_span(node, tail, MB_SPAN_PLAIN);
}

static void add_list_item(Text *text, const MbMinute *minute)
{
    int level = CLAMP(minute->level, 0, DEEPEST_LIST - 1);
    g_autofree char *mark = NULL;
    MbNode *list;

    close_lists(text, level + 1);
    list = list_at(text, level);
    text->counts[level]++;
    if (minute->style == MB_STYLE_NUMBERED && minute->number)
        mark = g_str_has_suffix(minute->number, ".") || strpbrk(minute->number, "()")
                   ? g_strdup(minute->number)
                   : g_strconcat(minute->number, ".", NULL);
    else if (minute->style == MB_STYLE_NUMBERED)
        mark = g_strdup_printf("%d.", text->counts[level]);
    add_words(text, mb_node_list_item(list, mark, NULL), minute);
}

static gboolean begins_with(const char *text, const char *number)
{
    gsize length = strlen(number);

    return text && strncmp(text, number, length) == 0 && strchr(" .)", text[length]);
}

static void add_rich(const Text *text, MbNode *node, const MbMinute *minute)
{
    if (minute->number && !begins_with(minute->text, minute->number)) {
        mb_node_span(node, minute->number, MB_SPAN_PLAIN);
        mb_node_span(node, " ", MB_SPAN_PLAIN);
    }
    add_words(text, node, minute);
}

static int columns_of(const GPtrArray *cells)
{
    int columns = 0;

    for (guint i = 0; i < cells->len; i++)
        columns = MAX(columns, ((MbCell *)cells->pdata[i])->col + 1);
    return columns;
}

static const MbCell *cell_at(const GPtrArray *cells, int row, int col)
{
    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];

        if (cell->row == row && cell->col == col)
            return cell;
    }
    return NULL;
}

static void add_table(Text *text, const MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = mb_dossier_of(text->composition->dossier, &MB_CELL, "minute", minute->id);
    int columns = columns_of(cells);
    int rows = 0;
    MbNode *table;

    if (!columns)
        return;
    for (guint i = 0; i < cells->len; i++)
        rows = MAX(rows, ((MbCell *)cells->pdata[i])->row + 1);
    table = mb_node_table(text->root, columns);
    for (int row = 0; row < rows; row++) {
        const MbCell *first = cell_at(cells, row, 0);
        MbNode *node = mb_node_row(table, row == 0 && first && first->header);

        for (int col = 0; col < columns; col++) {
            const MbCell *cell = cell_at(cells, row, col);

            mb_node_rich(mb_node_cell(node, NULL), cell ? cell->text : NULL);
        }
    }
}

static void add_paragraph(Text *text, const MbMinute *minute)
{
    if (minute->style == MB_STYLE_BULLET || minute->style == MB_STYLE_NUMBERED) {
        add_list_item(text, minute);
        return;
    }
    close_lists(text, 0);
    if (minute->style == MB_STYLE_TABLE)
        add_table(text, minute);
    else if (minute->style == MB_STYLE_HEADING)
        add_rich(text, mb_node_heading(text->root, text->heading, NULL), minute);
    else if (minute->style == MB_STYLE_EDITOR)
        add_rich(text, mb_node_note(text->root, NULL), minute);
    else
        add_rich(text, mb_node_paragraph(text->root, NULL), minute);
}

void mb_compose_text(const MbComposition *composition, MbNode *root, const MbItem *item, GHashTable *told)
{
    g_autoptr(GPtrArray) minutes =
        item ? mb_facts_parts(composition->dossier, &MB_MINUTE, "item", item->id)
             : mb_facts_parts(composition->dossier, &MB_MINUTE, "meeting", composition->meeting->id);
    Text text = {.composition = composition,
                 .told = told,
                 .root = root,
                 .heading = item ? 4 + mb_number_depth(composition->dossier, item) : 3};

    gboolean withheld = composition->public_copy && item &&
                        mb_facts_restriction(composition->dossier, item); /* its only text is the notice */

    for (guint i = 0; i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];

        if (minute->layer != MB_LAYER_MINUTE || g_strcmp0(minute->item, item ? item->id : NULL) != 0)
            continue;
        if (withheld)
            mb_node_note(root, minute->text);
        else
            add_paragraph(&text, minute);
    }
}

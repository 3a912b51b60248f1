/* SPDX-License-Identifier: MIT */
/* The text and the notes of an item, and the spans of the text that are withheld. */
#include "loading.h"

#include "minutebook/exchange/minute_text.h"
#include "minutebook/model/by_hand.h"

#include <string.h>

/* Paragraphs as a file has them. */
typedef struct {
    GPtrArray *paragraphs; /* MbMinute, free-standing until they are taken into the book */
    GPtrArray *cells;
} Text;

static GPtrArray *cells_of(const GPtrArray *cells, const MbMinute *minute)
{
    GPtrArray *of = g_ptr_array_new();

    for (guint i = 0; i < cells->len; i++)
        if (strcmp(((MbCell *)cells->pdata[i])->minute, minute->id) == 0)
            g_ptr_array_add(of, cells->pdata[i]);
    return of;
}

static gboolean same_cells(MbLoading *loading, const MbMinute *known, const GPtrArray *cells, const MbMinute *want)
{
    g_autoptr(GPtrArray) old = mb_loading_of(loading, &MB_CELL, "minute", known->id);
    g_autoptr(GPtrArray) new = cells_of(cells, want);

    if (old->len != new->len)
        return FALSE;
    for (guint i = 0; i < new->len; i++) {
        const MbCell *wanted = new->pdata[i];
        gboolean found = FALSE;
        for (guint j = 0; j < old->len && !found; j++) {
            const MbCell *cell = old->pdata[j];
            found = cell->row == wanted->row && cell->col == wanted->col && cell->header == wanted->header &&
                    g_strcmp0(cell->text, wanted->text) == 0;
        }
        if (!found)
            return FALSE;
    }
    return TRUE;
}

static gboolean same_paragraph(MbLoading *loading, const MbMinute *known, const Text *text, const MbMinute *want)
{
    if (known->style != want->style || known->level != want->level || g_strcmp0(known->number, want->number) != 0 ||
        g_strcmp0(known->text, want->text) != 0)
        return FALSE;
    return want->style != MB_STYLE_TABLE || same_cells(loading, known, text->cells, want);
}

static int compare_positions(gconstpointer a, gconstpointer b)
{
    return (*(const MbMinute *const *)a)->position - (*(const MbMinute *const *)b)->position;
}

static GPtrArray *paragraphs_known(MbLoading *loading, const MbItem *item, int layer)
{
    GPtrArray *all = mb_loading_of(loading, &MB_MINUTE, "item", item->id);

    for (guint i = all->len; i-- > 0;)
        if (((MbMinute *)all->pdata[i])->layer != layer)
            g_ptr_array_remove_index(all, i);
    g_ptr_array_sort(all, compare_positions);
    return all;
}

/* With a paragraph go its cells and what of it was withheld. */
static void drop_paragraph(MbLoading *loading, MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = mb_loading_of(loading, &MB_CELL, "minute", minute->id);
    g_autoptr(GPtrArray) restrictions = mb_loading_of(loading, &MB_RESTRICTION, "minute", minute->id);
    g_autoptr(GPtrArray) corrections = mb_loading_of(loading, &MB_CORRECTION, "minute", minute->id);

    for (guint i = 0; i < cells->len; i++)
        mb_loading_drop(loading, cells->pdata[i]);
    for (guint i = 0; i < restrictions->len; i++)
        mb_loading_drop(loading, restrictions->pdata[i]);
    for (guint i = 0; i < corrections->len; i++)
        mb_set(&((MbCorrection *)mb_loading_edit(loading, corrections->pdata[i]))->minute, NULL);
    mb_loading_drop(loading, minute);
}

static void add_paragraph(MbLoading *loading, const Text *text, MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = cells_of(text->cells, minute);

    mb_loading_add(loading, minute);
    for (guint i = 0; i < cells->len; i++) {
        mb_loading_add(loading, cells->pdata[i]);
        g_ptr_array_remove(text->cells, cells->pdata[i]);
    }
}

/* Takes out of OLD the first paragraph that is the same as WANT; NULL where there is none. */
static MbMinute *take_same(MbLoading *loading, GPtrArray *old, const Text *text, const MbMinute *want)
{
    for (guint i = 0; i < old->len; i++)
        if (same_paragraph(loading, old->pdata[i], text, want))
            return g_ptr_array_remove_index(old, i);
    return NULL;
}

static void drop_cells_of(const Text *text, const MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = cells_of(text->cells, minute);

    for (guint i = 0; i < cells->len; i++) {
        g_ptr_array_remove(text->cells, cells->pdata[i]);
        mb_record_free(cells->pdata[i]);
    }
}

static void replace_text(MbLoading *loading, const MbItem *item, int layer, const Text *text)
{
    g_autoptr(GPtrArray) old = paragraphs_known(loading, item, layer);

    for (guint i = 0; i < text->paragraphs->len; i++) {
        MbMinute *want = text->paragraphs->pdata[i];
        MbMinute *known = take_same(loading, old, text, want);
        if (known) {
            ((MbMinute *)mb_loading_edit(loading, known))->position = (int)i;
            drop_cells_of(text, want);
            mb_record_free(want);
            continue;
        }
        mb_set(&want->meeting, item->meeting);
        mb_set(&want->item, item->id);
        want->layer = layer;
        add_paragraph(loading, text, want);
    }
    for (guint i = 0; i < old->len; i++)
        drop_paragraph(loading, old->pdata[i]);
}

static void load_layer(MbLoading *loading, const MbItem *item, const MbFields *fields, const char *key, int layer)
{
    g_autofree char *written = NULL;
    Text text = {.paragraphs = g_ptr_array_new(), .cells = g_ptr_array_new()};

    mb_fields_set_lines(fields, key, &written);
    mb_minute_text_read(written, item->number, text.paragraphs, text.cells);
    replace_text(loading, item, layer, &text);
    g_ptr_array_unref(text.paragraphs);
    g_ptr_array_unref(text.cells);
}

/* The restriction of that span of MINUTE: known, or new. */
static MbRestriction *span_known(MbLoading *loading, const MbMinute *minute, int start, int length)
{
    g_autoptr(GPtrArray) all = mb_loading_of(loading, &MB_RESTRICTION, "minute", minute->id);

    for (guint i = 0; i < all->len; i++) {
        MbRestriction *restriction = all->pdata[i];
        if (restriction->start == start && restriction->length == length)
            return mb_loading_edit(loading, restriction);
    }
    MbRestriction *made = mb_loading_new(loading, &MB_RESTRICTION);
    mb_set(&made->minute, minute->id);
    made->start = start;
    made->length = length;
    return made;
}

/* Withholds WORDS wherever they stand in MINUTE, for what GIVEN says; how often they do. */
static guint withhold(MbLoading *loading, const MbMinute *minute, const char *words, const MbRestriction *given,
                      const MbFields *fields)
{
    gboolean whole = g_strcmp0(minute->text, words) == 0;
    int length = (int)g_utf8_strlen(words, -1);
    guint count = 0;

    for (const char *at = minute->text; at && (at = strstr(at, words)) != NULL; at += strlen(words)) {
        int start = (int)g_utf8_strlen(minute->text, at - minute->text);
        MbRestriction *restriction = span_known(loading, minute, whole ? MB_NO_INT : start, whole ? MB_NO_INT : length);
        if (mb_value_find(fields->map, "paragraph", NULL))
            mb_set(&restriction->paragraph, given->paragraph);
        if (mb_value_find(fields->map, "reason", NULL))
            mb_set(&restriction->reason, given->reason);
        count++;
    }
    return count;
}

static void load_span(MbLoading *loading, const MbBoard *board, const MbItem *item, const MbValue *value)
{
    static const char *const known[] = {"text", "paragraph", "reason", NULL};
    MbFields fields;
    guint count = 0;

    if (!mb_fields_open(&fields, loading->faults, value, "a span to withhold", "{text: the exact words, paragraph: 1}",
                        known) ||
        !mb_fields_need(&fields, "text", "a span to withhold"))
        return;
    g_autofree char *words = mb_fields_text(&fields, "text");
    g_autoptr(GPtrArray) paragraphs = paragraphs_known(loading, item, MB_LAYER_MINUTE);
    MbRestriction *given = mb_record_new(&MB_RESTRICTION);
    mb_loading_check_paragraph(loading, board, &fields, "paragraph");
    mb_fields_set(&fields, "paragraph", &given->paragraph);
    mb_fields_set(&fields, "reason", &given->reason);
    for (guint i = 0; words && i < paragraphs->len; i++)
        count += withhold(loading, paragraphs->pdata[i], words, given, &fields);
    mb_record_free(given);
    if (words && !count) {
        g_autofree char *shown = mb_fields_shown(words);
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(&fields, "text")),
                      "\"%s\" does not stand in the text of this item: expected words exactly as they stand in one of "
                      "its paragraphs",
                      shown);
    }
}

void mb_load_text(MbLoading *loading, const MbBoard *board, const MbItem *item, const MbFields *fields)
{
    const MbValue *spans = mb_fields_list(fields, "restricted_text", "- {text: the exact words, paragraph: 1}");

    if (mb_value_find(fields->map, "text", NULL) && !mb_by_hand(item->by_hand, "text"))
        load_layer(loading, item, fields, "text", MB_LAYER_MINUTE);
    if (mb_value_find(fields->map, "notes", NULL) && !mb_by_hand(item->by_hand, "notes"))
        load_layer(loading, item, fields, "notes", MB_LAYER_NOTE);
    for (guint i = 0; i < mb_value_length(spans); i++)
        load_span(loading, board, item, mb_value_at(spans, i));
}

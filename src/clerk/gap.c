/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/gap.h"

#include "minutebook/base/notation.h"
#include "minutebook/clerk/number.h"

#include <string.h>

enum { AROUND = 28 }; /* characters shown on each side */

gboolean mb_gap_find(const char *text, int nth, int *start, int *end)
{
    const char *at = text;

    while ((at = strstr(at, "??"))) {
        gsize length = strspn(at, "?");

        if (nth-- == 0) {
            *start = (int)(at - text);
            *end = *start + (int)length;
            return TRUE;
        }
        at += length;
    }
    return FALSE;
}

static void gap_free(gpointer data)
{
    MbGap *gap = data;

    g_free(gap->words);
    g_free(gap);
}

/* The words around bytes START to END, cut at AROUND characters on each side. */
static char *words_around(const char *text, int start, int end)
{
    const char *from = text + start, *to = text + end;

    for (int i = 0; i < AROUND && from > text; i++)
        from = g_utf8_prev_char(from);
    for (int i = 0; i < AROUND && *to; i++)
        to = g_utf8_next_char(to);
    return g_strdup_printf("%s%.*s%s", from > text ? "…" : "", (int)(to - from), from, *to ? "…" : "");
}

/* NOTATION as it is read: bold and italic are no part of it. */
static char *plain(const char *notation)
{
    GString *text = g_string_new(NULL);
    g_autoptr(GByteArray) fonts = g_byte_array_new();

    mb_notation_read(notation, text, fonts);
    return g_string_free(text, FALSE);
}

static void add_gaps(GPtrArray *gaps, const MbItem *item, const MbMinute *minute, const char *text, int *nth)
{
    g_autofree char *words = plain(text ? text : "");
    int start, end;

    for (int i = 0; mb_gap_find(words, i, &start, &end); i++) {
        MbGap *gap = g_new0(MbGap, 1);

        gap->item = item;
        gap->minute = minute;
        gap->nth = (*nth)++;
        gap->words = words_around(words, start, end);
        g_ptr_array_add(gaps, gap);
    }
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const MbCell *first = *(MbCell *const *)a, *second = *(MbCell *const *)b;

    return first->row != second->row ? first->row - second->row : first->col - second->col;
}

static void add_minute(GPtrArray *gaps, const MbDossier *dossier, const MbItem *item, const MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = NULL;
    int nth = 0;

    add_gaps(gaps, item, minute, minute->text, &nth);
    if (minute->style != MB_STYLE_TABLE)
        return;
    cells = mb_dossier_of(dossier, &MB_CELL, "minute", minute->id);
    g_ptr_array_sort(cells, by_place);
    for (guint i = 0; i < cells->len; i++)
        add_gaps(gaps, item, minute, ((MbCell *)cells->pdata[i])->text, &nth);
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbMinute *first = *(MbMinute *const *)a, *second = *(MbMinute *const *)b;

    return first->layer != second->layer ? first->layer - second->layer : first->position - second->position;
}

static void add_item(GPtrArray *gaps, const MbDossier *dossier, const MbItem *item, GPtrArray *minutes)
{
    for (guint i = 0; i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];

        if (minute->layer != MB_LAYER_PRIVATE && g_strcmp0(minute->item, item ? item->id : NULL) == 0)
            add_minute(gaps, dossier, item, minute);
    }
}

GPtrArray *mb_gap_list(const MbDossier *dossier, const char *meeting)
{
    GPtrArray *gaps = g_ptr_array_new_with_free_func(gap_free);
    g_autoptr(GPtrArray) minutes = mb_dossier_of(dossier, &MB_MINUTE, "meeting", meeting);
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting);

    g_ptr_array_sort(minutes, by_position);
    add_item(gaps, dossier, NULL, minutes);
    for (guint i = 0; i < items->len; i++)
        add_item(gaps, dossier, items->pdata[i], minutes);
    return gaps;
}

gboolean mb_gap_wants_minute(const MbDossier *dossier, const MbItem *item)
{
    return !item->dropped && !item->deferred_to && !item->taken_with && !item->carried_forward &&
           (mb_dossier_first(dossier, &MB_MINUTE, "item", item->id) ||
            !mb_dossier_first(dossier, &MB_ITEM, "parent", item->id));
}

/* SPDX-License-Identifier: MIT */
#include "paragraphs.h"

#include "deed.h"
#include "find.h"
#include "find_key.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/desk/understand.h"
#include "minutebook/recognise/reading.h"

#include <string.h>

enum { GAP = 1024, LABEL = 40 }; /* between two positions, as in edit/paragraph.h; letters of a label */

static int by_place(gconstpointer a, gconstpointer b)
{
    const MbMinute *one = *(MbMinute *const *)a, *other = *(MbMinute *const *)b;
    int notes = (one->layer == MB_LAYER_NOTE) - (other->layer == MB_LAYER_NOTE);

    if (notes)
        return notes;
    return one->position != other->position ? one->position - other->position : strcmp(one->id, other->id);
}

GPtrArray *mb_paragraphs(const MbDossier *dossier, const char *item)
{
    GPtrArray *all = mb_dossier_of(dossier, &MB_MINUTE, "item", item);

    g_ptr_array_sort(all, by_place);
    return all;
}

/* --- naming one --- */

static MbMinute *by_key(MbDesk *desk, const MbItem *item, const char *words, GError **error)
{
    MbMinute *minute = mb_find_key(desk, &MB_MINUTE, words, error);
    g_autofree char *name = mb_deed_item_name(item);

    if (minute && g_strcmp0(minute->item, item->id) != 0) {
        mb_deed_refuse(error, "That paragraph does not stand under item %s; nothing was changed.", name);
        return NULL;
    }
    return minute;
}

MbMinute *mb_paragraph_meant(MbDesk *desk, const MbItem *item, const char *words, GError **error)
{
    g_autoptr(GPtrArray) all = mb_paragraphs(mb_desk_dossier(desk), item->id);
    g_autofree char *name = mb_deed_item_name(item);
    int number;

    if (mb_find_is_key(words))
        return by_key(desk, item, words, error);
    if (!all->len) {
        mb_deed_refuse(error, "Item %s has no text yet; `minutes add` writes some.", name);
        return NULL;
    }
    if (!mb_find_number(words, "PARAGRAPH", &number, error))
        return NULL;
    if (number < 1 || number > (int)all->len) {
        mb_deed_refuse(error, "Item %s has %u paragraph%s; there is no paragraph %d.", name, all->len,
                       all->len == 1 ? "" : "s", number);
        return NULL;
    }
    return all->pdata[number - 1];
}

char *mb_paragraph_label(const MbMinute *minute)
{
    g_autofree char *text = mb_text_fit(minute->text ? minute->text : "", LABEL);

    return g_strdup_printf("“%s”", text);
}

/* --- the pen --- */

static int usual_layer(MbDesk *desk, const MbMeeting *meeting)
{
    const MbBoard *board = mb_find_board_of(desk, meeting);

    return mb_pace_under_way(meeting) && board && board->live_notes ? MB_LAYER_NOTE : MB_LAYER_MINUTE;
}

gboolean mb_pen_set(MbPen *pen, MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                    const MbItem *item, GError **error)
{
    const char *after = mb_argument(arguments, "--after");

    *pen = (MbPen){.desk = desk, .meeting = meeting, .item = item};
    pen->layer = usual_layer(desk, meeting);
    pen->ids = g_ptr_array_new_with_free_func(g_free);
    if (!after)
        return TRUE;
    pen->after = mb_paragraph_meant(desk, item, after, error);
    if (pen->after && pen->after->layer != MB_LAYER_PRIVATE)
        pen->layer = pen->after->layer;
    return pen->after != NULL;
}

void mb_pen_clear(MbPen *pen)
{
    g_clear_pointer(&pen->ids, g_ptr_array_unref);
}

/* A passage is the notes, or the minute, with the private lines: only among these do positions count. */
static gboolean same_passage(const MbPen *pen, const MbMinute *minute)
{
    return minute->layer == pen->layer || minute->layer == MB_LAYER_PRIVATE;
}

/* The last of the passage, where nothing is named. */
static MbMinute *last_of(const MbPen *pen, const GPtrArray *all)
{
    MbMinute *last = NULL;

    for (guint i = 0; i < all->len; i++) {
        MbMinute *minute = all->pdata[i];

        if (same_passage(pen, minute) && (!last || minute->position >= last->position))
            last = minute;
    }
    return last;
}

/* The position of the one that follows AFTER; G_MAXINT where it is the last. */
static int following(const MbPen *pen, const GPtrArray *all, const MbMinute *after)
{
    int next = G_MAXINT;

    for (guint i = 0; i < all->len; i++) {
        const MbMinute *minute = all->pdata[i];

        if (minute != after && same_passage(pen, minute) && minute->position >= after->position)
            next = MIN(next, minute->position);
    }
    return next;
}

/* The whole passage gets new gaps. */
static gboolean spread(MbPen *pen, const GPtrArray *all, GError **error)
{
    int position = 0;

    for (guint i = 0; i < all->len; i++) {
        MbMinute *minute = all->pdata[i];

        if (!same_passage(pen, minute))
            continue;
        minute->position = position += GAP;
        if (!mb_deed_save(pen->desk, minute, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean find_room(MbPen *pen, int *position, GError **error)
{
    g_autoptr(GPtrArray) all = mb_paragraphs(mb_desk_dossier(pen->desk), pen->item->id);
    const MbMinute *after = pen->after ? pen->after : last_of(pen, all);
    int next;

    *position = GAP;
    if (!after)
        return TRUE;
    next = following(pen, all, after);
    if (next - after->position < 2) {
        if (!spread(pen, all, error))
            return FALSE;
        next = following(pen, all, after);
    }
    *position = next == G_MAXINT ? after->position + GAP : after->position + (next - after->position) / 2;
    return TRUE;
}

MbMinute *mb_pen_write(MbPen *pen, const char *text, GError **error)
{
    MbMinute *minute;
    int position;

    if (!find_room(pen, &position, error))
        return NULL;
    minute = mb_dossier_new_record(mb_desk_dossier(pen->desk), &MB_MINUTE);
    mb_set(&minute->meeting, pen->meeting->id);
    mb_set(&minute->item, pen->item->id);
    mb_set(&minute->text, text);
    mb_set_take(&minute->typed_at, mb_clock_stamp(mb_clock_now()));
    minute->layer = pen->layer;
    minute->position = position;
    pen->after = minute;
    g_ptr_array_add(pen->ids, g_strdup(minute->id));
    return mb_deed_save(pen->desk, minute, error) ? minute : NULL;
}

/* --- what is read from it --- */

static gboolean written(const MbPen *pen, const char *minute)
{
    return minute && g_ptr_array_find_with_equal_func(pen->ids, minute, g_str_equal, NULL);
}

static gboolean confirm(MbPen *pen, GError **error)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(pen->desk), &MB_MARK);

    for (guint i = 0; i < all->len; i++) {
        MbMark *mark = all->pdata[i];

        if (!written(pen, mark->minute) || mark->state != MB_MARK_MADE)
            continue;
        mark->state = MB_MARK_ACCEPTED;
        if (!mb_deed_save(pen->desk, mark, error))
            return FALSE;
    }
    return TRUE;
}

gboolean mb_pen_understand(MbPen *pen, GError **error)
{
    g_auto(MbUnderstood) understood = {0};
    gboolean done;

    if (!pen->ids->len)
        return TRUE;
    g_ptr_array_add(pen->ids, NULL);
    done = mb_understand(pen->desk, pen->meeting, pen->item, (const char *const *)pen->ids->pdata, &understood, error);
    g_ptr_array_remove_index(pen->ids, pen->ids->len - 1);
    return done && confirm(pen, error);
}

GPtrArray *mb_pen_made(const MbPen *pen, const MbNoun *noun)
{
    const MbDossier *dossier = mb_desk_dossier(pen->desk);
    GPtrArray *marks = mb_dossier_all(dossier, &MB_MARK);
    GPtrArray *made = g_ptr_array_new();

    for (guint p = 0; p < pen->ids->len; p++)
        for (guint i = 0; i < marks->len; i++) {
            const MbMark *mark = marks->pdata[i];
            gpointer record = g_strcmp0(mark->minute, pen->ids->pdata[p]) == 0 && g_strcmp0(mark->kind, noun->name) == 0
                                  ? mb_dossier_find(dossier, noun, mark->record)
                                  : NULL;

            if (record && !g_ptr_array_find(made, record, NULL))
                g_ptr_array_add(made, record);
        }
    return made;
}

gboolean mb_pen_mark(MbPen *pen, const MbMinute *minute, int reading, gpointer record, const char *shown,
                     GError **error)
{
    const MbRecord *head = record;
    MbMark *mark = mb_dossier_new_record(mb_desk_dossier(pen->desk), &MB_MARK);

    mb_set(&mark->meeting, pen->meeting->id);
    mb_set(&mark->item, pen->item->id);
    mb_set(&mark->minute, minute->id);
    mb_set(&mark->reading, mb_reading_words[reading]);
    mb_set(&mark->words, minute->text);
    mb_set(&mark->shown, shown);
    mb_set(&mark->kind, head->noun->name);
    mb_set(&mark->record, head->id);
    mark->position = 0;
    mark->start = 0;
    mark->length = (int)strlen(minute->text);
    mark->sure = 100;
    mark->state = MB_MARK_ACCEPTED;
    return mb_deed_save(pen->desk, mark, error);
}

/* --- words --- */

/* A first word that keeps its capital: a name or an abbreviation has another one later, or a full stop. */
static gboolean keeps_capital(const char *text)
{
    const char *second = *text ? g_utf8_next_char(text) : text;

    return !*second || !g_unichar_islower(g_utf8_get_char(second));
}

char *mb_words_within(const char *text)
{
    g_autofree char *stripped = g_strstrip(g_strdup(text));
    gsize length = strlen(stripped);

    while (length && strchr(".;", stripped[length - 1]))
        stripped[--length] = '\0';
    if (!keeps_capital(stripped)) {
        gunichar first = g_unichar_tolower(g_utf8_get_char(stripped));
        char letter[7] = "";

        g_unichar_to_utf8(first, letter);
        return g_strconcat(letter, g_utf8_next_char(stripped), NULL);
    }
    return g_steal_pointer(&stripped);
}

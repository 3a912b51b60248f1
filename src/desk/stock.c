/* SPDX-License-Identifier: MIT */
#include "minutebook/desk/stock.h"

#include "minutebook/exchange/sentences.h"
#include "minutebook/model/name.h"
#include "minutebook/store/query.h"

#include <string.h>

static void stock_free(gpointer data)
{
    MbStock *stock = data;

    g_free(stock->key);
    g_free(stock->text);
    g_free(stock);
}

GPtrArray *mb_stock_load(MbDesk *desk, const MbBoard *board, GError **error)
{
    g_autoptr(GPtrArray) sentences = mb_sentences_load(board->rules, error);
    GPtrArray *all = sentences ? g_ptr_array_new_with_free_func(stock_free) : NULL;

    (void)desk;
    for (guint i = 0; sentences && i < sentences->len; i++) {
        const MbSentence *sentence = sentences->pdata[i];
        MbStock *stock = g_new0(MbStock, 1);

        stock->key = g_strdup(sentence->key);
        stock->text = g_strdup(sentence->text);
        g_ptr_array_add(all, stock);
    }
    return all;
}

/* --- slots --- */

typedef struct {
    MbDesk *desk;
    const MbDossier *dossier;
    const MbMeeting *meeting;
    const MbItem *item;
    MbTime now;
} Slots;

static char *unknown(char *text)
{
    if (text && *text)
        return text;
    g_free(text);
    return g_strdup("??");
}

/* Who is in the chair, or who usually is. */
static char *chair(const Slots *slots)
{
    const MbMeeting *meeting = slots->meeting;
    const MbPerson *person = mb_dossier_find(slots->dossier, &MB_PERSON, meeting->chair);

    if (!person && meeting->chair_words)
        return g_strdup(meeting->chair_words);
    if (!person)
        person = mb_office_holder(slots->dossier, meeting->board, "Chair", meeting->day);
    return person ? mb_person_print(person) : g_strdup("The Chair");
}

static char *next_meeting(const Slots *slots)
{
    MbDay day = slots->meeting->day;
    g_autoptr(GPtrArray) meetings =
        mb_store_meetings(mb_desk_book(slots->desk), slots->meeting->board, day + 1, mb_day_add_months(day, 18), NULL);

    for (guint i = 0; meetings && i < meetings->len; i++)
        if (((MbMeeting *)meetings->pdata[i])->state != MB_STATE_CANCELLED)
            return mb_day_long(((MbMeeting *)meetings->pdata[i])->day);
    return NULL;
}

/* Newly allocated; NULL or "" where it is not known. */
static char *slot(const Slots *slots, const char *name)
{
    const MbBoard *board = mb_dossier_find(slots->dossier, &MB_BOARD, slots->meeting->board);

    if (strcmp(name, "chair") == 0)
        return chair(slots);
    if (strcmp(name, "time") == 0)
        return mb_time_text(slots->now);
    if (strcmp(name, "date") == 0)
        return mb_day_long(slots->meeting->day);
    if (strcmp(name, "item") == 0)
        return slots->item ? g_strdup(slots->item->title) : NULL;
    if (strcmp(name, "board") == 0)
        return board ? g_strdup(board->name) : NULL;
    return strcmp(name, "next") == 0 ? next_meeting(slots) : NULL;
}

char *mb_stock_fill(MbDesk *desk, const MbDossier *dossier, const MbMeeting *meeting, const MbItem *item, MbTime now,
                    const char *text)
{
    const Slots slots = {desk, dossier, meeting, item, now};
    GString *out = g_string_new(NULL);

    while (*text) {
        const char *end = *text == '{' ? strchr(text, '}') : NULL;

        if (end) {
            g_autofree char *name = g_strndup(text + 1, (gsize)(end - text - 1));
            g_autofree char *words = unknown(slot(&slots, name));

            g_string_append(out, words);
            text = end + 1;
        } else
            g_string_append_c(out, *text++);
    }
    return g_string_free(out, FALSE);
}

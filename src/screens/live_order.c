/* SPDX-License-Identifier: MIT */
/* What the chair changes of the order in the live meeting: items taken together, a late item, the chair handed over;
   and a stranger named. */
#include "live.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

/* --- items taken together --- */

static void others_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;
    g_auto(GStrv) words = g_strsplit_set(text, " ,", -1);

    (void)data;
    if (!*text)
        return;
    mb_live_ask_begin(live);
    mb_live_ask_add(live, mb_live_item_key(live));
    for (char **word = words; *word; word++)
        mb_live_ask_add(live, **word ? g_strdup(*word) : NULL);
    mb_live_ask_do(live, "agenda together");
}

/* Mostly it is the next one. */
void mb_live_together(MbView *view)
{
    const Live *live = view->data;
    const MbItem *next = live->at + 1 < (int)live->items->len ? live->items->pdata[live->at + 1] : NULL;

    mb_app_ask(view, "Together with", next ? next->number : NULL,
               "The numbers of the other items: “6 7 8”. The text stands here.", others_answered, NULL);
}

gboolean mb_live_is_together(MbView *view)
{
    const Live *live = view->data;
    const MbItem *item = mb_live_item(live);

    return item && (item->taken_with || mb_dossier_first(live->dossier, &MB_ITEM, "taken_with", item->id));
}

void mb_live_apart(MbView *view)
{
    Live *live = view->data;
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *item = mb_live_item_key(live);

    /* The text of an item that stood under another one is its own from now on. */
    if (mb_live_do(live, "agenda apart", meeting, item, NULL))
        mb_live_open_item(live, live->at);
}

/* --- a late item --- */

static void reason_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;

    (void)data;
    if (!*text) {
        mb_app_say(view->app, MB_LOOK_WARNING, "Not added: a late item needs the chair's reason, which is printed.");
        return;
    }
    mb_live_ask_add(live, g_strdup("--urgent"));
    mb_live_ask_add(live, g_strdup(text));
    if (mb_live_item(live)) {
        mb_live_ask_add(live, g_strdup("--after"));
        mb_live_ask_add(live, mb_live_item_key(live));
    }
    mb_live_ask_do(live, "agenda add");
}

static void title_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;

    (void)data;
    if (!*text)
        return;
    mb_live_ask_begin(live);
    mb_live_ask_add(live, g_strdup(text));
    mb_app_ask(view, "The chair's reason", NULL, "Why it cannot wait; it is printed in the minutes.", reason_answered,
               NULL);
}

void mb_live_urgent(MbView *view)
{
    mb_app_ask(view, "Late item", NULL, "Its title; it comes after the item at hand, and F8 goes to it.",
               title_answered, NULL);
}

/* --- the chair --- */

static const char *office_of(const Live *live, const char *person)
{
    g_autoptr(GPtrArray) offices = mb_dossier_of(live->dossier, &MB_OFFICE, "person", person);
    MbDay day = live->meeting->day;

    for (guint i = 0; i < offices->len; i++) {
        const MbOffice *office = offices->pdata[i];

        if (g_strcmp0(office->board, live->board->id) == 0 && (office->since == MB_NO_DAY || office->since <= day) &&
            (office->until == MB_NO_DAY || office->until >= day))
            return office->office;
    }
    return NULL;
}

static void capacity_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;

    (void)data;
    if (*text) {
        mb_live_ask_add(live, g_strdup("--capacity"));
        mb_live_ask_add(live, g_strdup(text));
    }
    mb_live_ask_do(live, "meeting chair");
}

static void chair_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;

    (void)data;
    mb_live_ask_begin(live);
    mb_live_ask_add(live, choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text));
    mb_app_ask(view, "In the chair as", choice->key ? office_of(live, choice->key) : NULL,
               "“Vice-chair”, “elected for this item”; or nothing.", capacity_answered, NULL);
}

/* Whoever holds an office comes first: mostly it is the vice-chair. */
static void add_members(const Live *live, GPtrArray *choices, gboolean officers)
{
    g_autoptr(GPtrArray) seats = mb_dossier_of(live->dossier, &MB_SEAT, "board", live->board->id);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, seat->person);
        const MbAttendance *line = person ? mb_live_attendance(live, person->id) : NULL;
        const char *office = person ? office_of(live, person->id) : NULL;
        g_autofree char *name = person ? mb_person_print(person) : NULL;

        if (name && (office != NULL) == officers &&
            mb_seat_on(live->dossier, live->board->id, person->id, live->meeting->day) == seat)
            mb_choices_add(choices, name,
                           office ? office
                           : line ? mb_attendance_words[line->status]
                                  : NULL,
                           NULL, g_strdup(person->id));
    }
}

void mb_live_chair(MbView *view)
{
    GPtrArray *choices = mb_choices_new();

    add_members(view->data, choices, TRUE);
    add_members(view->data, choices, FALSE);
    mb_app_choose(view, "Who takes the chair?", choices, TRUE, chair_chosen, NULL);
}

/* --- a stranger named --- */

/* Placeholders on the register: "?1". New array, borrowed. */
static GPtrArray *strangers(const Live *live)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(live->dossier, &MB_ATTENDANCE, "meeting", live->id);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];

        if (!line->person && line->name && line->name[0] == '?')
            g_ptr_array_add(found, line->name);
    }
    return found;
}

gboolean mb_live_has_stranger(MbView *view)
{
    g_autoptr(GPtrArray) found = strangers(view->data);

    return found->len > 0;
}

static void named(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;

    (void)data;
    mb_live_ask_add(live, choice->key ? g_strconcat("@", choice->key, NULL) : g_strdup(choice->text));
    mb_live_ask_add(live, choice->key ? NULL : g_strdup("--guest"));
    mb_live_ask_do(live, "attendance name");
}

static void ask_name(MbView *view, const char *stranger)
{
    Live *live = view->data;
    GPtrArray *people = mb_dossier_all(live->dossier, &MB_PERSON);
    GPtrArray *choices = mb_choices_new();
    g_autofree char *title = g_strdup_printf("Who is %s? (a name that is not in the book: a guest)", stranger);

    mb_live_ask_begin(live);
    mb_live_ask_add(live, g_strdup(stranger));
    for (guint i = 0; i < people->len; i++)
        mb_choices_add(choices, ((MbPerson *)people->pdata[i])->name, NULL, NULL,
                       g_strdup(((MbPerson *)people->pdata[i])->id));
    mb_app_choose(view, title, choices, TRUE, named, NULL);
}

static void stranger_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)data;
    ask_name(view, choice->text);
}

void mb_live_stranger(MbView *view)
{
    g_autoptr(GPtrArray) found = NULL;
    GPtrArray *choices;

    mb_live_read(view->data);
    found = strangers(view->data);
    if (found->len == 1) {
        g_autofree char *only = g_strdup(found->pdata[0]);

        ask_name(view, only);
        return;
    }
    choices = mb_choices_new();
    for (guint i = 0; i < found->len; i++)
        mb_choices_add(choices, found->pdata[i], NULL, NULL, g_strdup(found->pdata[i]));
    mb_app_choose(view, "Which stranger?", choices, FALSE, stranger_chosen, NULL);
}

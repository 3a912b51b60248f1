/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

static int position_of(const MbRecord *record)
{
    const MbField *field = mb_noun_field(record->noun, "position");

    return field ? *(const int *)((const char *)record + field->offset) : 0;
}

static int by_position(gconstpointer a, gconstpointer b)
{
    int first = position_of(*(MbRecord *const *)a);
    int second = position_of(*(MbRecord *const *)b);

    return (first > second) - (first < second);
}

GPtrArray *mb_facts_parts(const MbDossier *dossier, const MbNoun *noun, const char *field, const char *id)
{
    GPtrArray *parts = mb_dossier_of(dossier, noun, field, id);

    g_ptr_array_sort(parts, by_position);
    return parts;
}

char *mb_facts_person(const MbDossier *dossier, const char *id, const char *words)
{
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, id);

    return person ? mb_person_print(person) : g_strdup(words);
}

char *mb_facts_seat_initials(const MbDossier *dossier, const MbSeat *seat)
{
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, seat->person);

    if (seat->initials)
        return g_strdup(seat->initials);
    if (person && person->initials)
        return g_strdup(person->initials);
    return person && person->name ? mb_name_initials(person->name) : NULL;
}

static char *presenter_text(const MbDossier *dossier, const MbPresenter *presenter)
{
    g_autofree char *name = mb_facts_person(dossier, presenter->person, presenter->name);
    g_autofree char *absent = mb_facts_person(dossier, presenter->on_behalf_of, presenter->on_behalf_of_name);

    if (name && absent)
        return g_strdup_printf("%s on behalf of %s", name, absent);
    return g_steal_pointer(&name);
}

char *mb_facts_presenters(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) presenters = mb_facts_parts(dossier, &MB_PRESENTER, "item", item->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < presenters->len; i++) {
        char *name = presenter_text(dossier, presenters->pdata[i]);

        if (name)
            g_ptr_array_add(names, name);
    }
    g_ptr_array_add(names, NULL);
    return names->len > 1 ? mb_text_join((const char *const *)names->pdata) : NULL;
}

static gboolean is_chair(const MbMeeting *meeting, const MbPresenter *presenter)
{
    if (presenter->on_behalf_of || presenter->on_behalf_of_name)
        return FALSE;
    if (presenter->person)
        return g_strcmp0(presenter->person, meeting->chair) == 0;
    return mb_text_same(presenter->name, "chair") ||
           (presenter->name && mb_text_same(presenter->name, meeting->chair_words));
}

char *mb_facts_presenters_but_chair(const MbDossier *dossier, const MbMeeting *meeting, const MbItem *item)
{
    g_autoptr(GPtrArray) presenters = mb_facts_parts(dossier, &MB_PRESENTER, "item", item->id);

    for (guint i = 0; i < presenters->len; i++)
        if (!is_chair(meeting, presenters->pdata[i]))
            return mb_facts_presenters(dossier, item);
    return NULL;
}

char *mb_facts_item(const MbDossier *dossier, const char *id)
{
    const MbItem *item = mb_dossier_find(dossier, &MB_ITEM, id);

    return item ? g_strdup(item->number ? item->number : item->title) : NULL;
}

char *mb_facts_action_item(const MbDossier *dossier, const MbAction *action)
{
    char *item = mb_facts_item(dossier, action->item);

    return item ? item : g_strdup(action->item_words);
}

const char *mb_facts_item_paper(const MbItem *item)
{
    return item->paper_words ? item->paper_words : mb_paper_state_words[item->paper];
}

const MbRestriction *mb_facts_restriction(const MbDossier *dossier, const MbItem *item)
{
    g_autoptr(GPtrArray) restrictions = mb_dossier_of(dossier, &MB_RESTRICTION, "item", item->id);

    for (guint i = 0; i < restrictions->len; i++) {
        const MbRestriction *restriction = restrictions->pdata[i];

        if (restriction->lifted_on == MB_NO_DAY)
            return restriction;
    }
    return NULL;
}

const char *mb_facts_public_title(const MbItem *item, const MbRestriction *restriction)
{
    if (!restriction->public_title)
        return "Restricted item";
    return mb_text_same(restriction->public_title, "same") ? item->title : restriction->public_title;
}

const char *mb_facts_board(const MbDossier *dossier, const char *id)
{
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, id);

    return board ? board->name : NULL;
}

char *mb_facts_meeting_day(const MbDossier *dossier, const char *id)
{
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, id);

    if (!meeting)
        return NULL;
    return meeting->day == MB_NO_DAY ? g_strdup(meeting->day_words) : mb_day_iso(meeting->day);
}

/* Minutes that stand as approved know a meeting by the day it was planned for. One moved from before MEETING to after
 * it was not next by that day; it is taken by its own. */
static MbDay day_known(const MbMeeting *meeting, const MbMeeting *other)
{
    gboolean settled = meeting->state == MB_STATE_APPROVED || meeting->state == MB_STATE_SIGNED;

    return settled && other->planned_day > meeting->day ? other->planned_day : other->day;
}

/* The record has no day on which a meeting was cancelled: to approved minutes it was the next one all the same. */
static gboolean may_be_next(const MbMeeting *meeting, const MbMeeting *other)
{
    gboolean settled = meeting->state == MB_STATE_APPROVED || meeting->state == MB_STATE_SIGNED;
    MbDay day = day_known(meeting, other);

    if (other == meeting || g_strcmp0(other->board, meeting->board) != 0 ||
        (other->state == MB_STATE_CANCELLED && !settled))
        return FALSE;
    return day > meeting->day || (day == meeting->day && other->starts > meeting->starts);
}

const MbMeeting *mb_facts_next_meeting(const MbDossier *dossier, const MbMeeting *meeting, MbDay *day)
{
    GPtrArray *all = mb_dossier_all(dossier, &MB_MEETING);
    const MbMeeting *next = NULL;

    *day = MB_NO_DAY;
    for (guint i = 0; meeting->day != MB_NO_DAY && i < all->len; i++) {
        const MbMeeting *other = all->pdata[i];
        MbDay known = day_known(meeting, other);

        if (!may_be_next(meeting, other) ||
            (next && (known > *day || (known == *day && other->starts >= next->starts))))
            continue;
        next = other;
        *day = known;
    }
    return next;
}

char *mb_facts_chair(const MbDossier *dossier, const MbMeeting *meeting)
{
    return mb_facts_person(dossier, meeting->chair, meeting->chair_words);
}

char *mb_facts_chair_expected(const MbDossier *dossier, const MbMeeting *meeting)
{
    char *chair = mb_facts_chair(dossier, meeting);
    const MbPerson *holder = chair ? NULL : mb_office_holder(dossier, meeting->board, "Chair", meeting->day);

    return holder ? mb_person_print(holder) : chair;
}

const char *mb_facts_marking(const MbDossier *dossier, const MbMeeting *meeting)
{
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, meeting->board);

    return meeting->marking || !board ? meeting->marking : board->marking;
}

void mb_facts_take(MbValue *map, const char *key, char *text)
{
    mb_value_set_text(map, key, text);
    g_free(text);
}

void mb_facts_day(MbValue *map, const char *key, MbDay day)
{
    mb_facts_take(map, key, day == MB_NO_DAY ? NULL : mb_day_iso(day));
}

void mb_facts_time(MbValue *map, const char *key, MbTime time)
{
    mb_facts_take(map, key, time == MB_NO_TIME ? NULL : mb_time_text(time));
}

void mb_facts_number(MbValue *map, const char *key, int number)
{
    if (number == MB_NO_INT)
        mb_value_set_text(map, key, NULL);
    else
        mb_value_set_int(map, key, number);
}

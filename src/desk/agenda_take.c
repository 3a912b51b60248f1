/* SPDX-License-Identifier: MIT */
/* The agenda as it is taken: from item to item, some together, some carried forward. */
#include "agenda.h"
#include "attendance.h"
#include "commands.h"
#include "find.h"
#include "life.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"

/* --- taken --- */

/* The item that the arguments name, or that with which it is taken together; not one that is off this agenda. */
static MbItem *item_to_take(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, GError **error)
{
    MbItem *item = mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
    MbItem *first = item ? mb_dossier_find(mb_desk_dossier(desk), &MB_ITEM, item->taken_with) : NULL;
    g_autofree char *name = item ? mb_agenda_item_name(desk, meeting, item) : NULL;

    if (item && g_strcmp0(item->meeting, meeting->id) != 0)
        mb_deed_refuse(error, "That item is on the agenda of another meeting.");
    else if (item && item->dropped)
        mb_deed_refuse(error, "%s was taken off the agenda.", name);
    else if (item && item->deferred_to)
        mb_deed_refuse(error, "%s was deferred to another meeting.", name);
    else
        return first ? first : item;
    return NULL;
}

static gboolean is_running(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    const MbEvent *adjourned = mb_life_last(desk, meeting, MB_EVENT_ADJOURNED);
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *since = adjourned ? mb_time_text(adjourned->at) : NULL;

    if (!mb_life_under_way(desk, meeting, error))
        return FALSE;
    return !mb_pace_adjourned(mb_desk_dossier(desk), meeting) ||
           mb_deed_refuse(error, "%s is adjourned since %s; `meeting resume` goes on.", name, since);
}

/* What was carried forward and is taken after all is carried no more. */
static gboolean uncarry(MbDesk *desk, MbItem *item, MbAnswer *answer, GError **error)
{
    if (!item->carried_forward)
        return TRUE;
    item->carried_forward = FALSE;
    mb_life_add(answer, "It is no longer carried forward.");
    return mb_deed_save(desk, item, error);
}

static gboolean take(MbDesk *desk, const MbMeeting *meeting, MbItem *item, MbTime at, MbAnswer *answer, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autofree char *before = g_strdup(mb_pace_item_at(dossier, meeting, at));
    g_autofree char *name = mb_agenda_item_name(desk, meeting, item);
    g_autofree char *time = mb_time_text(at);
    gboolean again = mb_pace_taken(dossier, meeting, item->id);

    if (g_strcmp0(before, item->id) == 0) {
        mb_deed_say(answer, "%s is being taken already.", name);
        return TRUE;
    }
    if (!mb_life_stamp(desk, meeting, MB_EVENT_ITEM_TAKEN, at, item->id, NULL, NULL, error) ||
        !mb_life_settle(desk, meeting, error))
        return FALSE;
    mb_deed_say(answer, "%s taken%s at %s.", name, again ? " again" : "", time);
    return uncarry(desk, item, answer, error) && mb_attendance_item(desk, meeting, before, item, at, answer, error) &&
           mb_life_quorum(desk, meeting, at, answer, error);
}

static gboolean agenda_take(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    MbItem *item;
    MbTime at;

    if (!meeting || !is_running(desk, meeting, error) || !mb_life_at(desk, arguments, meeting, &at, error))
        return FALSE;
    item = item_to_take(desk, arguments, meeting, error);
    return item && take(desk, meeting, item, at, answer, error);
}

static const MbArgument take_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, MB_AT_OPTION, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_agenda_take = {
    .name = "agenda take",
    .help = "goes to an item: its clock runs, that of the one before stands",
    .example = "next 5 --at 10:20",
    .more = "In any order; the printed numbers stay. Who left for the item before comes back.",
    .arguments = take_arguments,
    .need = MB_NEED_DEED,
    .run = agenda_take};

/* --- together, apart --- */

static gboolean join(MbDesk *desk, MbItem *item, const MbItem *first, GError **error)
{
    g_autoptr(GPtrArray) others = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "taken_with", item->id);

    for (guint i = 0; i < others->len; i++)
        mb_set(&((MbItem *)others->pdata[i])->taken_with, first->id);
    mb_set(&item->taken_with, first->id);
    return mb_deed_save_all(desk, others, NULL, error) && mb_deed_save(desk, item, error);
}

/* The events of ITEM are those of FIRST from now on, so that there is one clock. */
static gboolean join_clocks(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const MbItem *first,
                            GError **error)
{
    g_autoptr(GPtrArray) events = mb_pace_events(mb_desk_dossier(desk), meeting);

    for (guint i = 0; i < events->len; i++) {
        MbEvent *event = events->pdata[i];

        if (event->what != MB_EVENT_ITEM_TAKEN || g_strcmp0(event->item, item->id) != 0)
            continue;
        mb_set(&event->item, first->id);
        if (!mb_deed_save(desk, event, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean may_join(const MbItem *item, const MbItem *first, GError **error)
{
    g_autofree char *name = mb_deed_item_name(item);

    if (item == first)
        return mb_deed_refuse(error, "Item %s cannot be taken together with itself.", name);
    if (item->dropped || item->deferred_to)
        return mb_deed_refuse(error, "Item %s is no longer on this agenda.", name);
    return TRUE;
}

static gboolean agenda_together(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *words = mb_argument_all(arguments, "OTHER");
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;
    g_autofree char *name = NULL;
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    MbItem *first = meeting ? item_to_take(desk, arguments, meeting, error) : NULL;

    if (!first)
        return FALSE;
    for (guint i = 0; words[i]; i++) {
        MbItem *item = mb_find_item(desk, meeting, words[i], error);

        if (!item || !may_join(item, first, error) || !join(desk, item, first, error) ||
            !join_clocks(desk, meeting, item, first, error))
            return FALSE;
        g_ptr_array_add(names, mb_deed_item_name(item));
    }
    g_ptr_array_add(names, NULL);
    list = mb_text_join((const char *const *)names->pdata);
    name = mb_agenda_item_name(desk, meeting, first);
    mb_deed_say(answer, "%s is taken together with %s: one text under the first, decisions apart.", name, list);
    return mb_life_settle(desk, meeting, error);
}

static const MbArgument together_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "ITEM", .help = "the item under which the text stands"},
    {.name = "OTHER", .help = "what is taken together with it", .flags = MB_ARGUMENT_MANY},
    MB_BOARD_OPTION,
    {.name = NULL}};
const MbCommand mb_command_agenda_together = {.name = "agenda together",
                                              .help =
                                                  "takes items together: one text, their numbers and decisions apart",
                                              .example = "next 5 6 7",
                                              .arguments = together_arguments,
                                              .need = MB_NEED_DEED,
                                              .run = agenda_together};

static gboolean agenda_apart(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    MbItem *item = meeting ? mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error) : NULL;
    g_autofree char *name = item ? mb_agenda_item_name(desk, meeting, item) : NULL;
    g_autoptr(GPtrArray) others = NULL;

    if (!item)
        return FALSE;
    others = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "taken_with", item->id);
    if (!item->taken_with && !others->len)
        return mb_deed_refuse(error, "%s is not taken together with another.", name);
    if (item->taken_with)
        g_ptr_array_add(others, item);
    for (guint i = 0; i < others->len; i++) {
        MbItem *other = others->pdata[i];

        mb_set(&other->taken_with, NULL);
        other->started = MB_NO_TIME;
        other->ended = MB_NO_TIME;
    }
    mb_deed_say(answer, "%s stands by itself again; the text stays where it was written.", name);
    return mb_deed_save_all(desk, others, NULL, error) && mb_life_settle(desk, meeting, error);
}

static const MbArgument item_arguments[] = {MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_agenda_apart = {.name = "agenda apart",
                                           .help = "takes an item by itself again, or all that were taken with it",
                                           .example = "next 6",
                                           .arguments = item_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = agenda_apart};

/* --- carried forward --- */

static gboolean agenda_carry(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    MbItem *item = meeting ? mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error) : NULL;
    g_autofree char *name = item ? mb_agenda_item_name(desk, meeting, item) : NULL;
    gboolean undo = mb_argument(arguments, "--undo") != NULL;

    if (!item)
        return FALSE;
    if (item->dropped || item->deferred_to)
        return mb_deed_refuse(error, "%s is no longer on this agenda: it was %s.", name,
                              item->dropped ? "taken off" : "deferred to another meeting");
    if (!undo && item->source == MB_SOURCE_STANDING)
        return mb_deed_refuse(error, "%s is a standing item; the next agenda has it anyway.", name);
    if (undo && !item->carried_forward)
        return mb_deed_refuse(error, "%s was not carried forward.", name);
    if (!undo && item->carried_forward) {
        mb_deed_say(answer, "%s is carried forward already.", name);
        return TRUE;
    }
    item->carried_forward = !undo;
    mb_deed_say(answer, undo ? "%s is no longer carried forward." : "%s is carried forward: the next draft has it.",
                name);
    return mb_deed_save(desk, item, error);
}

static const MbArgument carry_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, {.name = "--undo", .help = "it is not carried forward after all"},
    MB_BOARD_OPTION,     {.name = NULL},
};
const MbCommand mb_command_agenda_carry = {.name = "agenda carry",
                                           .help = "carries an item that was not reached to the next agenda",
                                           .example = "next 9",
                                           .arguments = carry_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = agenda_carry};

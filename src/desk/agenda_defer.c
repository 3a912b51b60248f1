/* SPDX-License-Identifier: MIT */
/* Items that leave the agenda: deferred to another meeting, or dropped. A new draft brings neither back. */
#include "agenda.h"

#include "commands.h"
#include "find.h"
#include "schedule.h"

static gboolean copy_leads(MbDesk *desk, const MbItem *item, const MbEntry *entry, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) presenters = mb_dossier_of(dossier, &MB_PRESENTER, "item", item->id);

    for (guint i = 0; i < presenters->len; i++) {
        const MbPresenter *presenter = presenters->pdata[i];
        MbEntryLead *lead = mb_dossier_new_record(dossier, &MB_ENTRY_LEAD);

        mb_set(&lead->entry, entry->id);
        mb_set(&lead->person, presenter->person);
        mb_set(&lead->name, presenter->name);
        lead->position = (int)i;
        if (!mb_deed_save(desk, lead, error))
            return FALSE;
    }
    return TRUE;
}

/* What is withheld here is withheld there: an item's own restriction, or that of an item it is a part of, goes with it.
 */
static void copy_restriction(MbDesk *desk, const MbItem *item, MbEntry *entry)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbRestriction *restriction = NULL;

    for (const MbItem *at = item; at && !restriction; at = mb_dossier_find(dossier, &MB_ITEM, at->parent)) {
        const MbRestriction *own = mb_dossier_first(dossier, &MB_RESTRICTION, "item", at->id);

        restriction = own && own->lifted_on == MB_NO_DAY ? own : NULL;
    }
    if (!restriction)
        return;
    entry->restricted = TRUE;
    mb_set(&entry->paragraph, restriction->paragraph);
    mb_set(&entry->reason, restriction->reason);
    mb_set(&entry->public_title, restriction->public_title);
}

/* An entry of the forward plan for an item that did not come from it. */
static MbEntry *entry_for(MbDesk *desk, const MbMeeting *from, MbItem *item, GError **error)
{
    MbEntry *entry = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ENTRY);

    mb_set(&entry->board, from->board);
    mb_set(&entry->title, item->title);
    entry->section = MB_SECTION_BUSINESS;
    entry->minutes = item->minutes;
    entry->purpose = item->purpose;
    entry->paper = item->paper;
    mb_set(&item->entry, entry->id);
    return copy_leads(desk, item, entry, error) ? entry : NULL;
}

/* The forward plan follows: the entry that ITEM came from (or one made for it) moves to the other meeting, with the
 * reason. */
static gboolean move_entry(MbDesk *desk, const MbMeeting *from, MbItem *item, const MbMeeting *to, const char *why,
                           GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbEntry *entry = mb_dossier_find(dossier, &MB_ENTRY, item->entry);
    g_autoptr(GPtrArray) moves = NULL;
    MbMove *move;

    if (!entry && !(entry = entry_for(desk, from, item, error)))
        return FALSE;
    copy_restriction(desk, item, entry);
    moves = mb_dossier_of(dossier, &MB_MOVE, "entry", entry->id);
    mb_set(&entry->meeting, to->id);
    entry->state = MB_ENTRY_MOVED;
    move = mb_dossier_new_record(dossier, &MB_MOVE);
    mb_set(&move->entry, entry->id);
    mb_set(&move->from_meeting, from->id);
    mb_set(&move->to_meeting, to->id);
    mb_set(&move->why, why);
    move->position = (int)moves->len;
    move->on = mb_desk_today(desk, mb_find_board_of(desk, from));
    return mb_deed_save(desk, entry, error) && mb_deed_save(desk, move, error);
}

/* Takes ITEM and what is nested in it off the agenda; a new draft does not bring it back. */
static gboolean drop(MbDesk *desk, MbItem *item, const char *why, const MbMeeting *to, GError **error)
{
    g_autoptr(GPtrArray) nested = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "parent", item->id);

    item->dropped = TRUE;
    mb_set(&item->dropped_why, why);
    mb_set(&item->deferred_to, to ? to->id : NULL);
    for (guint i = 0; i < nested->len; i++)
        if (!drop(desk, nested->pdata[i], why, to, error))
            return FALSE;
    return mb_deed_save(desk, item, error);
}

static gboolean agenda_defer(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *why = mb_argument(arguments, "--why");
    MbMeeting *meeting;
    MbItem *item = mb_agenda_item(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;
    g_autofree char *day = NULL;
    const MbBoard *board;
    MbMeeting *to;

    if (!item)
        return FALSE;
    board = mb_find_board_of(desk, meeting);
    to = mb_find_meeting(desk, mb_argument(arguments, "TO"), board->name, error);
    if (!to)
        return FALSE;
    if (to == meeting)
        return mb_deed_refuse(error, "The item is on that meeting's agenda already.");
    if (to->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "The meeting it would go to is %s already.", mb_meeting_state_words[to->state]);
    shown = mb_agenda_item_name(desk, meeting, item);
    if (!move_entry(desk, meeting, item, to, why, error) || !drop(desk, item, why, to, error) ||
        !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    day = mb_day_long(to->day);
    mb_deed_say(answer, "%s deferred to %s: %s", shown, day, why);
    return TRUE;
}

static const MbArgument defer_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "TO", .help = "the meeting it goes to: a date of the same board"},
    {.name = "--why", .value = "TEXT", .help = "the reason; kept with the plan", .flags = MB_ARGUMENT_NEEDED},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_agenda_defer = {.name = "agenda defer",
                                           .help = "defers an item to another meeting; the forward plan follows",
                                           .example = "next 6 2026-03-26 --why \"the data are late\" --board CSP",
                                           .arguments = defer_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = agenda_defer};

static gboolean agenda_drop(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *why = mb_argument(arguments, "--why");
    MbMeeting *meeting;
    MbItem *item = mb_agenda_item(desk, arguments, &meeting, error);
    g_autofree char *shown = NULL;

    if (!item)
        return FALSE;
    shown = mb_agenda_item_name(desk, meeting, item);
    if (!drop(desk, item, why, NULL, error) || !mb_schedule_renumber(desk, meeting, error))
        return FALSE;
    mb_deed_say(answer, "%s taken off the agenda%s%s", shown, why ? ": " : ".", why ? why : "");
    return TRUE;
}

static const MbArgument drop_arguments[] = {MB_MEETING_ARGUMENT,
                                            MB_ITEM_ARGUMENT,
                                            {.name = "--why", .value = "TEXT", .help = "the reason"},
                                            MB_BOARD_OPTION,
                                            {.name = NULL}};
const MbCommand mb_command_agenda_drop = {.name = "agenda drop",
                                          .help = "takes an item off the agenda; a new draft does not bring it back",
                                          .example = "next 9 --why \"settled by e-mail\"",
                                          .arguments = drop_arguments,
                                          .need = MB_NEED_DEED,
                                          .run = agenda_drop};

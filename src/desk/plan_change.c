/* SPDX-License-Identifier: MIT */
/* The forward plan: added to, and moved within, always with a reason. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "plan.h"
#include "remark.h"
#include "schedule.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/check.h"
#include "minutebook/store/dossier.h"

#include <string.h>

static gboolean save_leads(MbDesk *desk, const MbBoard *board, const MbEntry *entry, const char *const *leads,
                           GError **error)
{
    for (guint i = 0; leads[i]; i++) {
        MbEntryLead *lead;
        MbPerson *person;

        if (!mb_find_person_or_words(desk, board, leads[i], &person, error))
            return FALSE;
        lead = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ENTRY_LEAD);
        mb_set(&lead->entry, entry->id);
        mb_set(&lead->person, person ? person->id : NULL);
        mb_set(&lead->name, leads[i]);
        lead->position = (int)i;
        if (!mb_deed_save(desk, lead, error))
            return FALSE;
    }
    return TRUE;
}

/* Above every position in use, so that what is added comes last. */
static int last_position(const MbDossier *dossier, const char *meeting)
{
    g_autoptr(GPtrArray) entries = mb_dossier_of(dossier, &MB_ENTRY, "meeting", meeting);
    int last = 0;

    for (guint i = 0; i < entries->len; i++)
        last = MAX(last, ((MbEntry *)entries->pdata[i])->position + 1);
    return last;
}

/* ", 15 minutes, for decision, led by Edie Lark and Dov Pell": what was planned, for the answer. */
static char *entry_details(MbDesk *desk, const MbEntry *entry)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) leads = mb_dossier_of(dossier, &MB_ENTRY_LEAD, "entry", entry->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;
    GString *details = g_string_new(NULL);

    for (guint i = 0; i < leads->len; i++) {
        const MbEntryLead *lead = leads->pdata[i];

        g_ptr_array_add(names, mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, lead->person), lead->name));
    }
    g_ptr_array_add(names, NULL);
    list = mb_text_join((const char *const *)names->pdata);
    if (entry->minutes != MB_NO_INT)
        g_string_append_printf(details, ", %d minute%s", entry->minutes, entry->minutes == 1 ? "" : "s");
    if (*mb_purpose_words[entry->purpose])
        g_string_append_printf(details, ", for %s", mb_purpose_words[entry->purpose]);
    if (*list)
        g_string_append_printf(details, ", led by %s", list);
    return g_string_free(details, FALSE);
}

/* What `check` says of those who lead ENTRY: a team, a guest, a post are accepted and told. */
static void remark_leads(MbDesk *desk, const MbBoard *board, const MbEntry *entry, MbAnswer *answer)
{
    const MbCheck check = {.dossier = mb_desk_dossier(desk), .today = mb_desk_today(desk, board)};
    g_autoptr(GPtrArray) findings = mb_findings_new();
    g_autofree char *title = g_strdup_printf("“%s”", entry->title);

    mb_check_plan(&check, board->id, findings);
    for (guint i = 0; i < findings->len; i++) {
        const MbFinding *finding = findings->pdata[i];

        if (strcmp(finding->rule, "lead-not-on-roll") == 0 && strstr(finding->text, title))
            mb_remark(answer, finding->rule, g_strdup(finding->place), g_strdup(finding->text), g_strdup(finding->fix));
    }
}

static gboolean plan_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    const char *minutes = mb_argument(arguments, "--minutes");
    const char *purpose = mb_argument(arguments, "--purpose");
    g_autofree char *details = NULL;
    g_autofree char *name = NULL;
    const MbBoard *board;
    MbEntry *entry;

    if (!meeting)
        return FALSE;
    name = mb_find_meeting_name(desk, meeting);
    if (meeting->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; nothing is planned for it any more.", name,
                              mb_meeting_state_words[meeting->state]);
    if (mb_deed_blank(mb_argument(arguments, "TITLE")))
        return mb_deed_refuse(error, "What is planned needs a title.");
    board = mb_find_board_of(desk, meeting);
    entry = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ENTRY);
    mb_set(&entry->board, board->id);
    mb_set(&entry->meeting, meeting->id);
    mb_set(&entry->title, mb_argument(arguments, "TITLE"));
    mb_set(&entry->priority, mb_argument(arguments, "--priority"));
    mb_set(&entry->note, mb_argument(arguments, "--note"));
    entry->section = MB_SECTION_BUSINESS;
    entry->position = last_position(mb_desk_dossier(desk), meeting->id);
    if ((minutes && !mb_find_number(minutes, "--minutes", &entry->minutes, error)) ||
        (purpose && !mb_find_word(purpose, "--purpose", mb_purpose_words, &entry->purpose, error)) ||
        !mb_deed_save(desk, entry, error) ||
        !save_leads(desk, board, entry, mb_argument_all(arguments, "--lead"), error))
        return FALSE;
    details = entry_details(desk, entry);
    remark_leads(desk, board, entry, answer);
    mb_deed_say(answer, "%s planned for %s%s.", entry->title, name, details);
    return TRUE;
}

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "TITLE", .help = "in quotes"},
    {.name = "--lead", .value = "PERSON", .help = "who leads; may stand several times", .flags = MB_ARGUMENT_MANY},
    {.name = "--minutes", .value = "N", .help = "minutes it needs"},
    {.name = "--purpose", .value = "PURPOSE", .help = "decision, discussion or information"},
    {.name = "--priority", .value = "N", .help = "number of the board's priority"},
    {.name = "--note", .value = "TEXT", .help = "for the secretary"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_plan_add = {.name = "plan add",
                                       .help = "plans an item for a meeting",
                                       .example =
                                           "2026-03-26 \"Hate crime\" --lead \"Julian Roe\" --minutes 15 --board CSP",
                                       .arguments = add_arguments,
                                       .need = MB_NEED_DEED,
                                       .run = plan_add};

static gboolean entry_fits(const MbDossier *dossier, const MbEntry *entry, const MbMeeting *to, const MbMeeting *from,
                           const char *words, gboolean whole)
{
    const MbMeeting *meeting = mb_plan_meeting(dossier, entry);

    if (g_strcmp0(entry->board, to->board) != 0 || entry->parent || entry->state == MB_ENTRY_DROPPED ||
        entry->state == MB_ENTRY_DONE || !entry->title)
        return FALSE;
    if (from ? meeting != from
             : meeting == to || (meeting && meeting->state >= MB_STATE_LIVE && meeting->state != MB_STATE_CANCELLED))
        return FALSE;
    return whole ? mb_text_same(entry->title, words) : mb_text_contains(entry->title, words);
}

static GPtrArray *entries_meant(const MbDossier *dossier, const MbMeeting *to, const MbMeeting *from, const char *words)
{
    GPtrArray *all = mb_dossier_all(dossier, &MB_ENTRY);
    GPtrArray *found = g_ptr_array_new();

    for (int whole = 1; whole >= 0 && !found->len; whole--)
        for (guint i = 0; i < all->len; i++)
            if (entry_fits(dossier, all->pdata[i], to, from, words, whole))
                g_ptr_array_add(found, all->pdata[i]);
    g_ptr_array_sort_with_data(found, mb_plan_by_meeting, (gpointer)dossier);
    return found;
}

/* The one entry that WORDS mean: of several with one title, those of other meetings, --from decides. */
static MbEntry *entry_meant(MbDesk *desk, const MbMeeting *to, const MbMeeting *from, const char *words, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) found = entries_meant(dossier, to, from, words);
    GString *list = g_string_new(NULL);

    for (guint i = 0; i < found->len && i < 8; i++) {
        const MbMeeting *meeting = mb_plan_meeting(dossier, found->pdata[i]);
        g_autofree char *day = meeting ? mb_day_iso(meeting->day) : g_strdup("no meeting");

        g_string_append_printf(list, "%s%s (%s)", i ? "; " : "", ((MbEntry *)found->pdata[i])->title, day);
    }
    if (found->len == 0)
        mb_deed_refuse(error, "The forward plan of %s has no “%s” that could move; `minutebook plan` lists it.",
                       mb_find_board_name(mb_find_board_of(desk, to)), words);
    if (found->len > 1)
        mb_deed_refuse(error, "“%s” fits several entries: %s. Say which with --from MEETING or more of the title.",
                       words, list->str);
    g_string_free(list, TRUE);
    return found->len == 1 ? found->pdata[0] : NULL;
}

/* The item on the agenda that the entry leaves goes with it, where nothing has been written under it. */
static gboolean leave_agenda(MbDesk *desk, const MbEntry *entry, const MbMeeting *from, const MbMeeting *to,
                             const char *why, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) items = NULL;

    if (!from || from->state >= MB_STATE_LIVE)
        return TRUE;
    if (!mb_store_dossier_meeting(mb_desk_book(desk), dossier, from->id, error))
        return FALSE;
    items = mb_dossier_of(dossier, &MB_ITEM, "entry", entry->id);
    for (guint i = 0; i < items->len; i++) {
        MbItem *item = items->pdata[i];

        if (g_strcmp0(item->meeting, from->id) != 0 || item->dropped)
            continue;
        item->dropped = TRUE;
        mb_set(&item->dropped_why, why);
        mb_set(&item->deferred_to, to->id);
        if (!mb_deed_save(desk, item, error))
            return FALSE;
    }
    return items->len == 0 || mb_schedule_renumber(desk, from, error);
}

static gboolean plan_move(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *from_words = mb_argument(arguments, "--from");
    const char *why = mb_argument(arguments, "--why");
    MbMeeting *to = mb_deed_meeting(desk, arguments, error);
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) moves = NULL;
    g_autofree char *name = NULL;
    g_autofree char *was = NULL;
    MbMeeting *from = NULL;
    const MbMeeting *old;
    const MbBoard *board;
    MbEntry *entry;
    MbMove *move;

    if (!to)
        return FALSE;
    board = mb_find_board_of(desk, to);
    name = mb_find_meeting_name(desk, to);
    if (to->state >= MB_STATE_LIVE)
        return mb_deed_refuse(error, "%s is %s; nothing moves to it any more.", name,
                              mb_meeting_state_words[to->state]);
    if (mb_deed_blank(why))
        return mb_deed_refuse(error, "--why: a move needs its reason.");
    if (from_words && !(from = mb_find_meeting(desk, from_words, board->name, error)))
        return FALSE;
    if (!mb_store_dossier_plan(mb_desk_book(desk), dossier, board->id, MB_NO_DAY, MB_NO_DAY, error) ||
        !mb_store_dossier_meetings(mb_desk_book(desk), dossier, board->id, MB_NO_DAY, MB_NO_DAY, error))
        return FALSE;
    entry = entry_meant(desk, to, from, mb_argument(arguments, "ITEM"), error);
    if (!entry)
        return FALSE;
    old = mb_plan_meeting(dossier, entry);
    was = old ? mb_day_long(old->day) : g_strdup("no meeting");
    moves = mb_dossier_of(dossier, &MB_MOVE, "entry", entry->id);
    move = mb_dossier_new_record(dossier, &MB_MOVE);
    mb_set(&move->entry, entry->id);
    mb_set(&move->from_meeting, old ? old->id : NULL);
    mb_set(&move->to_meeting, to->id);
    mb_set(&move->why, why);
    move->on = mb_desk_today(desk, board);
    move->position = (int)moves->len;
    if (!leave_agenda(desk, entry, old, to, why, error))
        return FALSE;
    mb_set(&entry->meeting, to->id);
    entry->state = MB_ENTRY_MOVED;
    if (!mb_deed_save(desk, entry, error) || !mb_deed_save(desk, move, error))
        return FALSE;
    mb_deed_say(answer, "%s moved from %s to %s: %s%s", entry->title, was, name, why,
                g_str_has_suffix(why, ".") ? "" : ".");
    return TRUE;
}

static const MbArgument move_arguments[] = {
    {.name = "ITEM", .help = "the planned item: its title, or an unambiguous part"},
    {.name = "MEETING", .help = "where it goes: a date, next, or BOARD/DATE"},
    {.name = "--why", .value = "TEXT", .help = "the reason", .flags = MB_ARGUMENT_NEEDED},
    {.name = "--from", .value = "MEETING", .help = "the meeting it stands at, where several have it"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_plan_move = {
    .name = "plan move",
    .help = "moves a planned item to another meeting, with the reason",
    .example = "\"Hate crime\" CSP/2026-03-26 --why \"the data are late\" --from 2026-01-29",
    .arguments = move_arguments,
    .need = MB_NEED_DEED,
    .run = plan_move};

/* SPDX-License-Identifier: MIT */
/* The action log: listed and added to. What becomes of an action is actions_change.c. */
#include "actions.h"

#include "change.h"
#include "commands.h"
#include "due.h"
#include "find.h"
#include "remark.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/overdue.h"
#include "minutebook/compose/paper.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"
#include "minutebook/store/record.h"

static const MbColumn action_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "ref", .heading = "Ref", .right = TRUE},
    {.key = "text", .heading = "Action", .flexible = TRUE},
    {.key = "owners", .heading = "Owner", .flexible = TRUE},
    {.key = "due", .heading = "Due"},
    {.key = "days_late", .heading = "Late", .right = TRUE},
    {.key = "chasers", .heading = "Chased", .right = TRUE, .spare = 1},
    {.key = "status", .heading = "Status"},
    {.key = NULL},
};

/* Of overdue ones all are open. */
static const MbColumn overdue_columns[] = {
    {.key = "short", .heading = "Board"},
    {.key = "ref", .heading = "Ref", .right = TRUE},
    {.key = "text", .heading = "Action", .flexible = TRUE},
    {.key = "owners", .heading = "Owner", .flexible = TRUE},
    {.key = "due", .heading = "Due"},
    {.key = "days_late", .heading = "Late", .right = TRUE},
    {.key = "chasers", .heading = "Chased", .right = TRUE, .spare = 1},
    {.key = NULL},
};

static gboolean read_filter(MbDesk *desk, const MbArguments *arguments, MbActionFilter *filter, GError **error)
{
    const char *owner = mb_argument(arguments, "--owner");
    const char *meeting = mb_argument(arguments, "--meeting");
    MbBoard *board;

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error))
        return FALSE;
    filter->board = board ? board->id : NULL;
    filter->today = mb_desk_today(desk, board);
    filter->overdue = mb_argument(arguments, "--overdue") != NULL;
    filter->open = mb_argument(arguments, "--open") != NULL;
    if (owner) {
        MbPerson *person = mb_find_person(desk, board, owner, error);

        filter->owner = person ? person->id : NULL;
        if (!person)
            return FALSE;
    }
    if (meeting) {
        MbMeeting *found = mb_find_meeting(desk, meeting, mb_argument(arguments, "--board"), error);

        filter->meeting = found ? found->id : NULL;
    }
    return !meeting || filter->meeting;
}

/* The items under which ACTIONS were raised, for their numbers. */
static gboolean load_items(MbDesk *desk, GPtrArray *actions, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);

    for (guint i = 0; i < actions->len; i++) {
        const char *id = ((MbAction *)actions->pdata[i])->item;
        GError *problem = NULL;
        MbItem *item = id && !mb_dossier_find(dossier, &MB_ITEM, id)
                           ? mb_store_get(mb_desk_book(desk), &MB_ITEM, id, &problem)
                           : NULL;

        if (problem) {
            g_propagate_error(error, problem);
            return FALSE;
        }
        if (item)
            mb_dossier_add(dossier, item);
    }
    return TRUE;
}

/* Puts ACTIONS on the desk with their parts, and gives the rows in their order. */
static MbValue *action_rows(MbDesk *desk, GPtrArray *actions, MbDay today, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbValue *rows;

    for (guint i = 0; i < actions->len; i++)
        actions->pdata[i] = mb_dossier_add(dossier, actions->pdata[i]);
    g_ptr_array_set_free_func(actions, NULL);
    if (!mb_store_dossier_action_parts(mb_desk_book(desk), dossier, error) || !load_items(desk, actions, error))
        return NULL;
    mb_dossier_freeze(dossier);
    rows = mb_value_new_list();
    for (guint i = 0; i < actions->len; i++)
        mb_value_add(rows, mb_paper_action(dossier, actions->pdata[i], today));
    return rows;
}

enum { DUE_WIDTH = 24 };

/* For people: where there is no date, the words that stand for it; what is not late says nothing of it. */
static void show_for_people(MbValue *rows)
{
    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        const char *words = mb_value_get_text(row, "due") ? NULL : mb_value_get_text(row, "due_words");
        g_autofree char *shown = words ? mb_text_fit(words, DUE_WIDTH) : NULL;

        if (shown)
            mb_value_set_text(row, "due", shown);
        if (mb_value_int(mb_value_get(row, "days_late")) == 0)
            mb_value_set_text(row, "days_late", NULL);
    }
}

static gboolean actions_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbActionFilter filter = {0};
    g_autoptr(GPtrArray) actions = NULL;
    MbValue *rows;

    if (!read_filter(desk, arguments, &filter, error))
        return FALSE;
    actions = mb_store_actions(mb_desk_book(desk), &filter, error);
    rows = actions ? action_rows(desk, actions, filter.today, error) : NULL;
    if (!rows)
        return FALSE;
    mb_deed_list(answer, rows, filter.overdue ? overdue_columns : action_columns,
                 filter.overdue ? "Nothing is overdue." : "No action fits.");
    mb_deed_short_names(desk, answer);
    show_for_people(mb_deed_shown(answer));
    if (actions->len > 1)
        answer->note = g_strdup_printf("%u actions%s", actions->len, filter.overdue ? " overdue" : "");
    return TRUE;
}

static const MbArgument list_arguments[] = {
    {.name = "--overdue", .help = "open and past their due date"},
    {.name = "--open", .help = "not closed"},
    {.name = "--owner", .value = "PERSON", .help = "owned by this person, or by the post the person holds"},
    MB_BOARD_OPTION,
    {.name = "--meeting", .value = "MEETING", .help = "raised at this meeting"},
    {.name = NULL},
};
const MbCommand mb_command_actions = {
    .name = "actions",
    .help = "the action log: who owes what, how late, how often chased",
    .example = "--overdue --board CSP",
    .arguments = list_arguments,
    .need = MB_NEED_BOOK,
    .run = actions_list,
};

/* A due date as typed: a date in any form that due.h reads, "next meeting", or words that are kept as they are. */
gboolean mb_actions_set_due(MbDesk *desk, MbAction *action, const char *words, const char *name, GError **error)
{
    const MbBoard *board = mb_dossier_find(mb_desk_dossier(desk), &MB_BOARD, action->board);
    g_autoptr(GPtrArray) next = NULL;

    mb_set(&action->due_words, words);
    mb_set(&action->due_meeting, NULL);
    if (!mb_text_same(words, "next meeting"))
        return mb_due_read(words, name, mb_desk_today(desk, board), &action->due, error);
    action->due = MB_NO_DAY;
    next = mb_store_meetings_next(mb_desk_book(desk), mb_desk_today(desk, board) + 1, action->board, error);
    if (!next)
        return FALSE;
    if (next->len) {
        mb_set(&action->due_meeting, ((MbMeeting *)next->pdata[0])->id);
        action->due = ((MbMeeting *)next->pdata[0])->day;
    }
    return TRUE;
}

const char *mb_actions_board_name(MbDesk *desk, const MbAction *action)
{
    return mb_find_board_name(mb_dossier_find(mb_desk_dossier(desk), &MB_BOARD, action->board));
}

static char *place_of(MbDesk *desk, const MbAction *action)
{
    return g_strdup_printf("%s, action %s", mb_actions_board_name(desk, action), action->ref);
}

/* "30 June 2026", "next meeting, 11 February 2026", else the words; NULL where nothing is said. */
char *mb_actions_due_text(const MbAction *action)
{
    g_autofree char *day = action->due != MB_NO_DAY ? mb_day_long(action->due) : NULL;

    if (day && action->due_meeting)
        return g_strdup_printf("at the meeting of %s", day);
    return day ? g_steal_pointer(&day) : action->due_words ? g_strdup_printf("“%s”", action->due_words) : NULL;
}

/* What is to be said after the due date: words are no date. */
const char *mb_actions_due_note(const MbAction *action)
{
    return action->due == MB_NO_DAY && action->due_words ? " It has no date, and so is never overdue." : "";
}

void mb_actions_remark_due(MbDesk *desk, const MbAction *action, MbAnswer *answer)
{
    g_autofree char *day = mb_day_long(action->due);

    if (action->due != MB_NO_DAY &&
        action->due < mb_desk_today(desk, mb_dossier_find(mb_desk_dossier(desk), &MB_BOARD, action->board)))
        mb_remark(answer, "due-in-the-past", place_of(desk, action),
                  g_strdup_printf("It is due on %s, which is past: it is overdue at once.", day),
                  g_strdup("Give it a later date with `actions redate`."));
}

gboolean mb_actions_save_owner(MbDesk *desk, const MbAction *action, int position, const char *words,
                               const MbBoard *board, MbAnswer *answer, GError **error)
{
    MbPerson *person;
    MbOwner *owner;

    if (mb_deed_blank(words))
        return mb_deed_refuse(error, "--owner: an owner needs a name.");
    if (!mb_find_person_or_words(desk, board, words, &person, error))
        return FALSE;
    owner = mb_dossier_new_record(mb_desk_dossier(desk), &MB_OWNER);
    mb_set(&owner->action, action->id);
    mb_set(&owner->person, person ? person->id : NULL);
    mb_set(&owner->name, person ? NULL : words);
    owner->position = position;
    if (!person)
        mb_remark_nobody(desk, answer, "owner-not-on-roll", place_of(desk, action), "the owner", words);
    return mb_deed_save(desk, owner, error);
}

/* The owners in full: "Ada Quill and Bram Oake". */
char *mb_actions_owners_of(MbDesk *desk, const MbAction *action)
{
    g_autoptr(GPtrArray) owners = mb_overdue_owners(mb_desk_dossier(desk), action, mb_desk_today(desk, NULL));

    g_ptr_array_add(owners, NULL);
    return mb_text_join((const char *const *)owners->pdata);
}

/* The board an action is added to: --board, that of --meeting, or the only one. */
static MbBoard *board_for(MbDesk *desk, const MbMeeting *meeting, const char *words, GError **error)
{
    GPtrArray *all;

    if (meeting)
        return mb_find_board_of(desk, meeting);
    if (words)
        return mb_find_board(desk, words, error);
    if (!mb_desk_boards(desk, error))
        return NULL;
    all = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    if (all->len == 1)
        return all->pdata[0];
    mb_deed_refuse(error, "Which board's action is it? Say --board BOARD or --meeting MEETING.");
    return NULL;
}

/* The item of MEETING under which the action was raised. */
static gboolean set_item(MbDesk *desk, MbAction *action, const MbMeeting *meeting, const char *words, GError **error)
{
    g_autofree char *id = meeting ? g_strdup(meeting->id) : NULL;
    MbItem *item;

    if (!words)
        return TRUE;
    if (!meeting)
        return mb_deed_refuse(error, "--item needs --meeting: an item belongs to one.");
    if (!mb_store_dossier_meeting(mb_desk_book(desk), mb_desk_dossier(desk), id, error))
        return FALSE;
    item = mb_find_item(desk, mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, id), words, error);
    mb_set(&action->item, item ? item->id : NULL);
    return item != NULL;
}

static MbAction *new_action(MbDesk *desk, MbBoard *board, const MbMeeting *meeting, const char *text)
{
    MbAction *action = mb_dossier_new_record(mb_desk_dossier(desk), &MB_ACTION);

    mb_set(&action->board, board->id);
    mb_set(&action->text, text);
    action->raised_on = meeting ? meeting->day : mb_desk_today(desk, board);
    mb_set(&action->raised_at, meeting ? meeting->id : NULL);
    if (board->next_ref == MB_NO_INT || board->next_ref == 0)
        board->next_ref = 1;
    mb_set_take(&action->ref, g_strdup_printf("%d", board->next_ref++));
    return action;
}

static void say_added(MbDesk *desk, const MbAction *action, const MbBoard *board, MbAnswer *answer)
{
    g_autofree char *who = mb_actions_owners_of(desk, action);
    g_autofree char *due = mb_actions_due_text(action);

    answer->value = mb_value_new_map();
    mb_value_set_text(answer->value, "board", board->name);
    mb_value_set_text(answer->value, "ref", action->ref);
    mb_deed_say(answer, "Action %s added to the log of %s, for %s%s%s: %s%s%s", action->ref, mb_find_board_name(board),
                who, due ? ", due " : "", due ? due : "", action->text, g_str_has_suffix(action->text, ".") ? "" : ".",
                mb_actions_due_note(action));
}

static gboolean actions_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *meeting_words = mb_argument(arguments, "--meeting");
    const char *due = mb_argument(arguments, "--due");
    const char *const *owners = mb_argument_all(arguments, "--owner");
    MbMeeting *meeting =
        meeting_words ? mb_find_meeting(desk, meeting_words, mb_argument(arguments, "--board"), error) : NULL;
    MbBoard *board;
    MbAction *action;

    if (meeting_words && !meeting)
        return FALSE;
    board = board_for(desk, meeting, mb_argument(arguments, "--board"), error);
    if (!board)
        return FALSE;
    if (mb_deed_blank(mb_argument(arguments, "TEXT")))
        return mb_deed_refuse(error, "An action needs a text: what is to be done.");
    action = new_action(desk, board, meeting, mb_argument(arguments, "TEXT"));
    if ((due && !mb_actions_set_due(desk, action, due, "--due", error)) ||
        !set_item(desk, action, meeting, mb_argument(arguments, "--item"), error) ||
        !mb_deed_save(desk, action, error) || !mb_deed_save(desk, board, error))
        return FALSE;
    for (guint i = 0; owners[i]; i++)
        if (!mb_actions_save_owner(desk, action, (int)i, owners[i], board, answer, error))
            return FALSE;
    mb_actions_remark_due(desk, action, answer);
    say_added(desk, action, board, answer);
    return TRUE;
}

static const MbArgument add_arguments[] = {
    {.name = "TEXT", .help = "what is to be done, in quotes"},
    {.name = "--owner",
     .value = "PERSON",
     .help = "who owes it; may stand several times",
     .flags = MB_ARGUMENT_MANY | MB_ARGUMENT_NEEDED},
    {.name = "--due",
     .value = "DUE",
     .help = "a date (2026-02-27, 27 February), \"next meeting\", or words kept as written"},
    MB_BOARD_OPTION,
    {.name = "--meeting", .value = "MEETING", .help = "raised at this meeting"},
    {.name = "--item", .value = "ITEM", .help = "under this item of it"},
    {.name = NULL},
};
const MbCommand mb_command_actions_add = {
    .name = "actions add",
    .help = "adds an action to the log; its ref is the board's next",
    .example = "\"Circulate the slides\" --owner \"Julian Roe\" --due 2026-02-06 --board CSP",
    .arguments = add_arguments,
    .need = MB_NEED_DEED,
    .run = actions_add,
};

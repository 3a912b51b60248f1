/* SPDX-License-Identifier: MIT */
/* What becomes of an action: updated, handed over, closed, reopened, redated. */
#include "actions.h"

#include "change.h"
#include "commands.h"
#include "find.h"

static gboolean save_update(MbDesk *desk, const MbAction *action, const char *text, int outcome, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbUpdate *update;
    g_autoptr(GPtrArray) earlier = mb_dossier_of(dossier, &MB_UPDATE, "action", action->id);

    update = mb_dossier_new_record(dossier, &MB_UPDATE);
    mb_set(&update->action, action->id);
    mb_set(&update->text, text);
    update->position = (int)earlier->len;
    update->outcome = outcome;
    update->on = mb_desk_today(desk, mb_dossier_find(dossier, &MB_BOARD, action->board));
    return mb_deed_save(desk, update, error);
}

static MbAction *action_meant(MbDesk *desk, const MbArguments *arguments, GError **error)
{
    return mb_find_action(desk, mb_argument(arguments, "REF"), mb_argument(arguments, "--board"), error);
}

static gboolean hand_over(MbDesk *desk, const MbAction *action, const char *const *owners, MbAnswer *answer,
                          GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, action->board);
    g_autoptr(GPtrArray) before = mb_dossier_of(dossier, &MB_OWNER, "action", action->id);

    for (guint i = 0; owners[0] && i < before->len; i++) {
        if (!mb_deed_delete(desk, before->pdata[i], error))
            return FALSE;
        mb_record_free(mb_dossier_steal(dossier, before->pdata[i]));
    }
    for (guint i = 0; owners[i]; i++)
        if (!mb_actions_save_owner(desk, action, (int)i, owners[i], board, answer, error))
            return FALSE;
    return TRUE;
}

/* Whether there is something to update, and the action is open to it. */
static gboolean may_update(MbDesk *desk, const MbArguments *arguments, const MbAction *action, GError **error)
{
    const char *wording = mb_argument(arguments, "--text");
    gboolean reported = mb_argument(arguments, "--reported-complete") != NULL;

    if (!mb_argument(arguments, "TEXT") && !wording && !mb_argument(arguments, "--owner") && !reported)
        return mb_deed_refuse(
            error, "What is new about action %s? Give a TEXT in quotes, or --text, --owner or --reported-complete.",
            action->ref);
    if (wording && mb_deed_blank(wording))
        return mb_deed_refuse(error, "--text: an action needs a text: what is to be done.");
    if (action->status == MB_ACTION_CLOSED && reported)
        return mb_deed_refuse(error, "Action %s of %s is closed; `actions reopen` opens it again.", action->ref,
                              mb_actions_board_name(desk, action));
    return TRUE;
}

static gboolean actions_update(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbAction *action = action_meant(desk, arguments, error);
    const char *text = mb_argument(arguments, "TEXT");
    const char *wording = mb_argument(arguments, "--text");
    int status = action ? action->status : MB_ACTION_OPEN;
    g_autofree char *owed = action ? mb_actions_owners_of(desk, action) : NULL;
    g_autofree char *worded = action ? g_strdup(action->text) : NULL;
    g_autofree char *owe = NULL;
    g_autoptr(GString) changes = g_string_new(NULL);

    if (!action || !may_update(desk, arguments, action, error))
        return FALSE;
    if (wording)
        mb_set(&action->text, wording);
    if (mb_argument(arguments, "--reported-complete"))
        action->status = MB_ACTION_REPORTED;
    if (!hand_over(desk, action, mb_argument_all(arguments, "--owner"), answer, error) ||
        (text && !save_update(desk, action, text, MB_UPDATE_OPEN, error)) || !mb_deed_save(desk, action, error))
        return FALSE;
    owe = mb_actions_owners_of(desk, action);
    mb_change_text(changes, "text", worded, action->text);
    mb_change_text(changes, "owner", owed, owe);
    mb_change_text(changes, "status", mb_action_status_words[status], mb_action_status_words[action->status]);
    if (text)
        g_string_append_printf(changes, "%supdated: %s", changes->len ? "; " : "", text);
    mb_deed_say(answer, "Action %s of %s: %s%s", action->ref, mb_actions_board_name(desk, action),
                mb_change_words(changes), text ? "" : ".");
    return TRUE;
}

#define REF_ARGUMENT                                                                                                   \
    {                                                                                                                  \
        .name = "REF", .help = "the action's ref, or BOARD/REF"                                                        \
    }

static const MbArgument update_arguments[] = {
    REF_ARGUMENT,
    {.name = "TEXT", .help = "what was reported, in quotes", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--reported-complete", .help = "the owner says it is done; the board closes it"},
    {.name = "--text", .value = "TEXT", .help = "corrects the wording of the action itself"},
    {.name = "--owner", .value = "PERSON", .help = "hands it over; may stand several times", .flags = MB_ARGUMENT_MANY},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_actions_update = {
    .name = "actions update",
    .help = "adds what was reported on an action, hands it over, or corrects its wording",
    .example = "CSP/84 \"Draft received, with the lawyers.\"",
    .arguments = update_arguments,
    .need = MB_NEED_DEED,
    .run = actions_update,
};

static gboolean actions_close(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbAction *action = action_meant(desk, arguments, error);
    const char *text = mb_argument(arguments, "TEXT");
    const char *at = mb_argument(arguments, "--meeting");
    MbMeeting *meeting = NULL;
    int was;

    if (!action)
        return FALSE;
    if (action->status == MB_ACTION_CLOSED)
        return mb_deed_refuse(error, "Action %s of %s is closed already.", action->ref,
                              mb_actions_board_name(desk, action));
    if (at) {
        meeting = mb_find_meeting(desk, at, mb_actions_board_name(desk, action), error);
        if (!meeting)
            return FALSE;
    }
    was = action->status;
    action->status = MB_ACTION_CLOSED;
    action->closed_on =
        meeting ? meeting->day : mb_desk_today(desk, mb_dossier_find(mb_desk_dossier(desk), &MB_BOARD, action->board));
    mb_set(&action->closed_at, meeting ? meeting->id : NULL);
    if (text && !save_update(desk, action, text, MB_UPDATE_CLOSED, error))
        return FALSE;
    if (!mb_deed_save(desk, action, error))
        return FALSE;
    mb_deed_say(answer, "Action %s of %s: status %s → closed%s%s", action->ref, mb_actions_board_name(desk, action),
                mb_action_status_words[was], text ? ": " : ".", text ? text : "");
    return TRUE;
}

static const MbArgument close_arguments[] = {
    REF_ARGUMENT,
    {.name = "TEXT", .help = "what was reported, in quotes", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--meeting", .value = "MEETING", .help = "closed at this meeting of its board"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_actions_close = {
    .name = "actions close",
    .help = "closes an action",
    .example = "CSP/84 \"Done; the slides went out on 9 January.\"",
    .arguments = close_arguments,
    .need = MB_NEED_DEED,
    .run = actions_close,
};

static gboolean actions_reopen(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbAction *action = action_meant(desk, arguments, error);
    const char *why = mb_argument(arguments, "--why");
    int was;

    if (!action)
        return FALSE;
    was = action->status;
    if (action->status == MB_ACTION_OPEN)
        return mb_deed_refuse(error, "Action %s of %s is open already.", action->ref,
                              mb_actions_board_name(desk, action));
    action->status = MB_ACTION_OPEN;
    action->closed_on = MB_NO_DAY;
    mb_set(&action->closed_at, NULL);
    if ((why && !save_update(desk, action, why, MB_UPDATE_OPEN, error)) || !mb_deed_save(desk, action, error))
        return FALSE;
    mb_deed_say(answer, "Action %s of %s: status %s → open%s%s", action->ref, mb_actions_board_name(desk, action),
                mb_action_status_words[was], why ? ": " : ".", why ? why : "");
    return TRUE;
}

static const MbArgument reopen_arguments[] = {
    REF_ARGUMENT,
    {.name = "--why", .value = "TEXT", .help = "the reason; kept with the action"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_actions_reopen = {
    .name = "actions reopen",
    .help = "opens a closed action again",
    .example = "CSP/84 --why \"The slides were the wrong ones\"",
    .arguments = reopen_arguments,
    .need = MB_NEED_DEED,
    .run = actions_reopen,
};

static gboolean actions_redate(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbAction *action = action_meant(desk, arguments, error);
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) earlier = NULL;
    g_autofree char *was = NULL;
    g_autofree char *due = NULL;
    MbRedate *redate;

    if (!action)
        return FALSE;
    if (action->status == MB_ACTION_CLOSED)
        return mb_deed_refuse(error, "Action %s of %s is closed; `actions reopen` opens it again.", action->ref,
                              mb_actions_board_name(desk, action));
    earlier = mb_dossier_of(dossier, &MB_REDATE, "action", action->id);
    redate = mb_dossier_new_record(dossier, &MB_REDATE);
    mb_set(&redate->action, action->id);
    redate->position = (int)earlier->len;
    redate->on = mb_desk_today(desk, mb_dossier_find(dossier, &MB_BOARD, action->board));
    was = mb_actions_due_text(action);
    redate->from_day = action->due;
    mb_set(&redate->from_words, action->due_words);
    if (!mb_actions_set_due(desk, action, mb_argument(arguments, "DUE"), "DUE", error))
        return FALSE;
    redate->to_day = action->due;
    mb_set(&redate->to_words, action->due_words);
    mb_set(&redate->why, mb_argument(arguments, "--why"));
    if (!mb_deed_save(desk, redate, error) || !mb_deed_save(desk, action, error))
        return FALSE;
    due = mb_actions_due_text(action);
    mb_actions_remark_due(desk, action, answer);
    mb_deed_say(answer, "Action %s of %s: due %s → %s.%s", action->ref, mb_actions_board_name(desk, action),
                was ? was : "none", due ? due : "none", mb_actions_due_note(action));
    return TRUE;
}

static const MbArgument redate_arguments[] = {
    REF_ARGUMENT,
    {.name = "DUE", .help = "a date (2026-02-27, 27 February), \"next meeting\", or words kept as written"},
    {.name = "--why", .value = "TEXT", .help = "the reason; kept with the action"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_actions_redate = {
    .name = "actions redate",
    .help = "gives an action another due date and keeps the old one on record",
    .example = "CSP/84 2026-03-27 --why \"waits for the budget\"",
    .arguments = redate_arguments,
    .need = MB_NEED_DEED,
    .run = actions_redate,
};

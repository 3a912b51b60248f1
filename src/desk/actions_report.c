/* SPDX-License-Identifier: MIT */
/* The sweep of the action log at a meeting: what is reported on each action, minuted and recorded in one go. The
   sentence is one that the reader understands ("Ref 99 – … This action is closed."), and the record is what it read:
   when the sentence is corrected, the update follows it. */
#include "actions.h"

#include "commands.h"
#include "find.h"
#include "life.h"
#include "paragraphs.h"
#include "recorded.h"

#include "minutebook/base/text.h"
#include "minutebook/recognise/reading.h"
#include "minutebook/store/dossier.h"

#include <string.h>

enum { HOW_CLOSE, HOW_OPEN, HOW_REDATE, HOW_HAND_OVER };
static const char *const how_words[] = {"close", "open", "redate", "hand-over", NULL};

typedef struct {
    MbDesk *desk;
    const MbArguments *arguments;
    const MbMeeting *meeting;
    const MbItem *item;
    MbAction *action;
    int how;
} Report;

/* --- what is changed besides --- */

static gboolean redate(Report *report, MbAnswer *answer, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(report->desk);
    g_autoptr(GPtrArray) earlier = mb_dossier_of(dossier, &MB_REDATE, "action", report->action->id);
    MbAction *action = report->action;
    MbRedate *moved = mb_dossier_new_record(dossier, &MB_REDATE);

    mb_set(&moved->action, action->id);
    moved->position = (int)earlier->len;
    moved->on = report->meeting->day;
    moved->from_day = action->due;
    mb_set(&moved->from_words, action->due_words);
    if (!mb_actions_set_due(report->desk, action, mb_argument(report->arguments, "--due"), "--due", error))
        return FALSE;
    moved->to_day = action->due;
    mb_set(&moved->to_words, action->due_words);
    mb_set(&moved->why, mb_argument(report->arguments, "TEXT"));
    mb_actions_remark_due(report->desk, action, answer);
    return mb_deed_save(report->desk, moved, error) && mb_deed_save(report->desk, action, error);
}

static gboolean hand_over(Report *report, MbAnswer *answer, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(report->desk);
    const char *const *owners = mb_argument_all(report->arguments, "--owner");
    g_autoptr(GPtrArray) before = mb_dossier_of(dossier, &MB_OWNER, "action", report->action->id);

    for (guint i = 0; i < before->len; i++) {
        if (!mb_deed_delete(report->desk, before->pdata[i], error))
            return FALSE;
        mb_record_free(mb_dossier_steal(dossier, before->pdata[i]));
    }
    for (guint i = 0; owners[i]; i++)
        if (!mb_actions_save_owner(report->desk, report->action, (int)i, owners[i],
                                   mb_find_board_of(report->desk, report->meeting), answer, error))
            return FALSE;
    return TRUE;
}

/* An action that the owner had reported as done, and that the board keeps, is open again. */
static gboolean keep_open(Report *report, GError **error)
{
    if (report->action->status != MB_ACTION_REPORTED)
        return TRUE;
    report->action->status = MB_ACTION_OPEN;
    return mb_deed_save(report->desk, report->action, error);
}

static gboolean change(Report *report, MbAnswer *answer, GError **error)
{
    if (report->how == HOW_CLOSE)
        return TRUE;
    return keep_open(report, error) && (report->how != HOW_REDATE || redate(report, answer, error)) &&
           (report->how != HOW_HAND_OVER || hand_over(report, answer, error));
}

/* --- the sentence --- */

static char *ending_of(const Report *report)
{
    g_autofree char *due = mb_actions_due_text(report->action);
    g_autofree char *owners = mb_actions_owners_of(report->desk, report->action);

    switch (report->how) {
    case HOW_CLOSE:
        return g_strdup("This action is closed.");
    case HOW_REDATE:
        return g_strdup_printf("This action remains open, due %s.", due ? due : "without a date");
    case HOW_HAND_OVER:
        return g_strdup_printf("This action remains open and passes to %s.", owners);
    default:
        return g_strdup("This action remains open.");
    }
}

static char *sentence_of(const Report *report)
{
    g_autofree char *text =
        g_strstrip(g_strdup(mb_argument(report->arguments, "TEXT") ? mb_argument(report->arguments, "TEXT") : ""));
    g_autofree char *ending = ending_of(report);
    gsize length = strlen(text);
    gboolean stopped = length && strchr(".!?", text[length - 1]);

    return g_strdup_printf("Ref %s – %s%s%s", report->action->ref, text, !length ? "" : stopped ? " " : ". ", ending);
}

/* --- the update --- */

static int outcome_of(const Report *report)
{
    return report->how == HOW_CLOSE ? (int)MB_UPDATE_CLOSED : (int)MB_UPDATE_OPEN;
}

static MbUpdate *new_update(Report *report, const char *text)
{
    MbDossier *dossier = mb_desk_dossier(report->desk);
    g_autoptr(GPtrArray) earlier = mb_dossier_of(dossier, &MB_UPDATE, "action", report->action->id);
    MbUpdate *update = mb_dossier_new_record(dossier, &MB_UPDATE);

    mb_set(&update->action, report->action->id);
    mb_set(&update->meeting, report->meeting->id);
    mb_set(&update->item, report->item->id);
    mb_set(&update->text, text);
    update->on = report->meeting->day;
    update->position = (int)earlier->len;
    return update;
}

/* The update that was read from the sentence, or one made by hand where it was not read. */
static gboolean ensure_update(Report *report, MbPen *pen, const MbMinute *minute, GError **error)
{
    g_autoptr(GPtrArray) made = mb_pen_made(pen, &MB_UPDATE);
    MbUpdate *update = made->len ? made->pdata[0] : new_update(report, minute->text);

    if (!made->len || update->outcome != outcome_of(report)) {
        update->outcome = outcome_of(report);
        if (!mb_deed_save(report->desk, update, error))
            return FALSE;
    }
    if (!made->len && !mb_pen_mark(pen, minute, MB_READ_UPDATE, update, report->action->ref, error))
        return FALSE;
    if (report->how != HOW_CLOSE || report->action->status == MB_ACTION_CLOSED)
        return TRUE;
    report->action->status = MB_ACTION_CLOSED;
    report->action->closed_on = report->meeting->day;
    mb_set(&report->action->closed_at, report->meeting->id);
    return mb_deed_save(report->desk, report->action, error);
}

static gboolean write_sentence(Report *report, MbAnswer *answer, GError **error)
{
    g_auto(MbPen) pen = {0};
    g_autofree char *sentence = sentence_of(report);
    g_autofree char *place = mb_recorded_place(report->desk, report->meeting, report->item);
    const char *ref = report->action->ref;
    MbMinute *minute;

    if (!mb_pen_set(&pen, report->desk, report->arguments, report->meeting, report->item, error))
        return FALSE;
    minute = mb_pen_write(&pen, sentence, error);
    if (!minute || !mb_pen_understand(&pen, error) || !ensure_update(report, &pen, minute, error))
        return FALSE;
    mb_deed_say(answer, "%s: %s", place, sentence);
    mb_value_set_text(answer->value, "ref", ref);
    mb_value_set_text(answer->value, "status", mb_action_status_words[report->action->status]);
    mb_value_set_text(answer->value, "sentence", sentence);
    return TRUE;
}

/* --- what must stand before --- */

static gboolean may_report(const Report *report, GError **error)
{
    const char *board = mb_actions_board_name(report->desk, report->action);
    const char *ref = report->action->ref;

    if (g_strcmp0(report->action->board, report->meeting->board) != 0)
        return mb_deed_refuse(error, "Action %s belongs to %s, and that meeting is another board's.", ref, board);
    if (report->action->status == MB_ACTION_CLOSED)
        return mb_deed_refuse(error, "Action %s of %s is closed; `actions reopen` opens it again.", ref, board);
    if (g_strcmp0(report->action->raised_at, report->meeting->id) == 0)
        return mb_deed_refuse(error, "Action %s of %s was raised at that very meeting; it is reported on at the next.",
                              ref, board);
    if (report->how == HOW_REDATE && mb_deed_blank(mb_argument(report->arguments, "--due")))
        return mb_deed_refuse(error, "To which date? Say --due.");
    if (report->how == HOW_HAND_OVER && !mb_argument(report->arguments, "--owner"))
        return mb_deed_refuse(error, "To whom? Say --owner.");
    return TRUE;
}

static MbMeeting *load_meeting(MbDesk *desk, const MbArguments *arguments, GError **error)
{
    MbMeeting *meeting =
        mb_find_meeting(desk, mb_argument(arguments, "--meeting"), mb_argument(arguments, "--board"), error);
    g_autofree char *id = meeting ? g_strdup(meeting->id) : NULL;
    g_autofree char *name = NULL;

    if (!meeting || !mb_store_dossier_board(mb_desk_book(desk), mb_desk_dossier(desk), meeting->board, error) ||
        !mb_store_dossier_meeting(mb_desk_book(desk), mb_desk_dossier(desk), id, error))
        return NULL;
    meeting = mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, id);
    name = mb_find_meeting_name(desk, meeting);
    if (meeting->state < MB_STATE_APPROVED)
        return meeting;
    mb_deed_refuse(error, "%s is %s; nothing more is recorded in its minutes.", name,
                   mb_meeting_state_words[meeting->state]);
    return NULL;
}

/* The ref within the meeting's board, unless it names another. */
static MbAction *action_meant(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, GError **error)
{
    const char *board = mb_argument(arguments, "--board");

    return mb_find_action(desk, mb_argument(arguments, "REF"),
                          board ? board : mb_find_board_name(mb_find_board_of(desk, meeting)), error);
}

static gboolean actions_report(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    Report report = {.desk = desk, .arguments = arguments};

    mb_desk_clear(desk);
    if (!mb_find_word(mb_argument(arguments, "HOW"), "HOW", how_words, &report.how, error))
        return FALSE;
    report.meeting = load_meeting(desk, arguments, error);
    report.item = report.meeting ? mb_find_item(desk, report.meeting, mb_argument(arguments, "--item"), error) : NULL;
    report.action = report.item ? action_meant(desk, arguments, report.meeting, error) : NULL;
    return report.action && may_report(&report, error) && change(&report, answer, error) &&
           write_sentence(&report, answer, error);
}

static const MbArgument report_arguments[] = {
    {.name = "REF", .help = "the action's ref"},
    {.name = "HOW", .help = "close, open, redate, hand-over"},
    {.name = "TEXT", .help = "what was reported, in quotes", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--meeting", .value = "MEETING", .help = "at which meeting", .flags = MB_ARGUMENT_NEEDED},
    {.name = "--item", .value = "ITEM", .help = "under which item it is minuted", .flags = MB_ARGUMENT_NEEDED},
    {.name = "--due", .value = "DUE", .help = "of redate: a date, \"next meeting\", or words kept as written"},
    {.name = "--owner", .value = "PERSON", .help = "of hand-over: may stand several times", .flags = MB_ARGUMENT_MANY},
    MB_AFTER_OPTION,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_actions_report = {
    .name = "actions report",
    .help = "minutes what was reported on an action at a meeting, and closes, keeps, redates it or hands it over",
    .example = "84 close \"The slides went out.\" --meeting next --item 2",
    .arguments = report_arguments,
    .need = MB_NEED_DEED,
    .run = actions_report,
};

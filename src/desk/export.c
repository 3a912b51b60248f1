/* SPDX-License-Identifier: MIT */
/* Documents out: records cut for an audience, composed, written. Nothing that an audience may not see comes past the
 * cut. */
#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/base/file.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/cut.h"
#include "minutebook/compose/document.h"
#include "minutebook/exchange/json.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"
#include "minutebook/write/csv.h"
#include "minutebook/write/markdown.h"
#include "minutebook/write/text.h"

#include <string.h>

static const char *const formats[] = {"text", "markdown", "csv", "json", NULL};
static const char *const audiences[] = {"public", "members", NULL};
enum { FORMAT_TEXT, FORMAT_MARKDOWN, FORMAT_CSV, FORMAT_JSON };

/* The cut judges a correction or an update by what it is about: the corrected meetings, and the places of actions
 * raised elsewhere. What it cannot judge it withholds. */
static gboolean gather_minutes(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) corrections = mb_dossier_of(dossier, &MB_CORRECTION, "at", meeting->id);

    for (guint i = 0; i < corrections->len; i++)
        if (!mb_store_dossier_meeting(mb_desk_book(desk), dossier, ((MbCorrection *)corrections->pdata[i])->meeting,
                                      error))
            return FALSE;
    return mb_store_restricted_places(mb_desk_book(desk), dossier, meeting->board, error);
}

/* What a document is composed of lies on the desk: the meeting, and what its kind needs beyond. */
static gboolean gather(MbDesk *desk, const MbMeeting *meeting, int kind, GError **error)
{
    MbBook *book = mb_desk_book(desk);
    MbDossier *dossier = mb_desk_dossier(desk);

    if (!mb_store_dossier_people(book, dossier, error))
        return FALSE;
    switch (kind) {
    case MB_DOCUMENT_ACTIONS:
        return mb_store_dossier_open_actions(book, dossier, meeting->board, error) &&
               mb_store_dossier_action_parts(book, dossier, error) &&
               mb_store_restricted_places(book, dossier, meeting->board, error);
    case MB_DOCUMENT_PLAN:
        return mb_store_dossier_plan(book, dossier, meeting->board, meeting->day, meeting->day, error) &&
               mb_store_dossier_meetings(book, dossier, meeting->board, MB_NO_DAY, MB_NO_DAY, error) &&
               mb_store_restricted_places(book, dossier, meeting->board, error);
    case MB_DOCUMENT_DECISIONS:
        return TRUE;
    case MB_DOCUMENT_MINUTES:
        return gather_minutes(desk, meeting, error);
    case MB_DOCUMENT_AGENDA: /* names the actions due to report */
        return mb_store_dossier_meetings(book, dossier, meeting->board, mb_day_add_months(meeting->day, -24),
                                         mb_day_add_months(meeting->day, 12), error) &&
               mb_store_dossier_open_actions(book, dossier, meeting->board, error) &&
               mb_store_restricted_places(book, dossier, meeting->board, error);
    default:
        return mb_store_dossier_meetings(book, dossier, meeting->board, mb_day_add_months(meeting->day, -24),
                                         mb_day_add_months(meeting->day, 12), error);
    }
}

static char *write_format(const MbComposition *composition, int kind, int format, GError **error)
{
    g_autoptr(MbDoc) doc = NULL;
    g_autoptr(MbValue) value = NULL;

    if (format == FORMAT_JSON) {
        value = mb_compose_value(composition, kind);
        return mb_json_write(value);
    }
    if (format == FORMAT_CSV) {
        value = mb_compose_rows(composition, kind);
        if (!value)
            mb_deed_refuse(error, "--format csv: %s is no table; actions, attendance, plan and decisions are.",
                           mb_document_words[kind]);
        return value ? mb_write_csv_headed(value, mb_compose_columns(kind)) : NULL;
    }
    doc = mb_compose_document(composition, kind);
    return format == FORMAT_TEXT ? mb_write_text(doc, 80) : mb_write_markdown(doc);
}

static gboolean export(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *path = mb_argument(arguments, "-o");
    const char *audience_words = mb_argument(arguments, "--audience");
    MbComposition composition = {0};
    g_autoptr(MbDossier) cut = NULL;
    g_autofree char *bytes = NULL;
    const MbBoard *board;
    MbMeeting *meeting;
    int audience = 0;
    int format;
    int kind;

    if (!mb_find_word(mb_argument(arguments, "DOCUMENT"), "DOCUMENT", mb_document_words, &kind, error) ||
        !mb_find_word(mb_argument(arguments, "--format") ? mb_argument(arguments, "--format") : "text", "--format",
                      formats, &format, error) ||
        (audience_words && !mb_find_word(audience_words, "--audience", audiences, &audience, error)))
        return FALSE;
    meeting = mb_deed_meeting(desk, arguments, error);
    if (!meeting || !gather(desk, meeting, kind, error))
        return FALSE;
    board = mb_find_board_of(desk, meeting);
    composition.rules = mb_desk_rules(desk, board, NULL);
    composition.today = mb_desk_today(desk, board);
    composition.public_copy = audience == 0;
    cut = mb_cut_dossier(mb_desk_dossier(desk), composition.rules, audience == 0 ? MB_CUT_PUBLIC : MB_CUT_MEMBERS,
                         composition.today);
    mb_dossier_freeze(cut);
    composition.dossier = cut;
    composition.meeting = mb_dossier_find(cut, &MB_MEETING, meeting->id);
    bytes = write_format(&composition, kind, format, error);
    if (!bytes)
        return FALSE;
    if (!path) {
        answer->text = g_steal_pointer(&bytes);
        answer->raw = TRUE;
        return TRUE;
    }
    if (!mb_file_write(path, bytes, strlen(bytes), error))
        return FALSE;
    mb_deed_say(answer, "Written: %s (%s).", path, audiences[audience]);
    return TRUE;
}

static const MbArgument export_arguments[] = {
    {.name = "DOCUMENT", .help = "agenda, minutes, actions, attendance, plan or decisions"},
    MB_MEETING_ARGUMENT,
    {.name = "--format",
     .value = "FORMAT",
     .help = "text (unless said), markdown, csv (not of agenda and minutes) or json"},
    {.name = "--audience", .value = "AUDIENCE", .help = "public (unless said) or members"},
    {.name = "-o", .value = "FILE", .help = "where it goes; left out: to standard output"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_export = {.name = "export",
                                     .help = "a document for people to read; public unless asked otherwise",
                                     .example = "minutes last --board CSP --format markdown -o minutes.md",
                                     .arguments = export_arguments,
                                     .need = MB_NEED_BOOK,
                                     .run = export};

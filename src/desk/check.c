/* SPDX-License-Identifier: MIT */
/* Faults found, and the ladder of notice days. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "findings.h"
#include "loading.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/check.h"
#include "minutebook/clerk/notice.h"
#include "minutebook/store/dossier.h"

#include <string.h>
#include <unistd.h>

static void answer_findings(MbAnswer *answer, GPtrArray *findings)
{
    mb_findings_answer(answer, findings, "Nothing is wrong that the rules of check would see.");
    for (guint i = 0; i < findings->len; i++)
        if (((MbFinding *)findings->pdata[i])->severity != MB_SEVERITY_INFORMATION)
            answer->status = 1;
}

static gboolean check_board(MbDesk *desk, MbBoard *board, GPtrArray *findings, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbDay today = mb_desk_today(desk, board);
    MbCheck check = {.dossier = dossier, .today = today};

    if (!mb_store_dossier_board(mb_desk_book(desk), dossier, board->id, error) ||
        !mb_store_dossier_plan(mb_desk_book(desk), dossier, board->id, today, mb_day_add_months(today, 15), error) ||
        !mb_store_dossier_meetings(mb_desk_book(desk), dossier, board->id, mb_day_add_months(today, -12),
                                   mb_day_add_months(today, 15), error))
        return FALSE;
    check.rules = mb_desk_rules(desk, board, NULL);
    mb_check_roll(&check, board->id, findings);
    mb_check_plan(&check, board->id, findings);
    return TRUE;
}

static gboolean check_meeting(MbDesk *desk, const MbArguments *arguments, GPtrArray *findings, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    MbCheck check;

    if (!meeting || !mb_deed_surroundings(desk, meeting, error) || !mb_deed_approvals(desk, meeting, error) ||
        !mb_store_dossier_plan(mb_desk_book(desk), mb_desk_dossier(desk), meeting->board, meeting->day, meeting->day,
                               error))
        return FALSE;
    check = (MbCheck){.dossier = mb_desk_dossier(desk),
                      .meeting = meeting,
                      .today = mb_desk_today(desk, mb_find_board_of(desk, meeting))};
    check.rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);
    mb_check_meeting(&check, findings);
    return TRUE;
}

/* The next meeting of each board, the roll and the plan. */
static gboolean check_everything(MbDesk *desk, const MbArguments *arguments, GPtrArray *findings, GError **error)
{
    MbBoard *only;
    g_autoptr(GPtrArray) boards = g_ptr_array_new();
    GPtrArray *all;

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &only, error))
        return FALSE;
    all = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    for (guint i = 0; i < all->len; i++)
        if (!only || all->pdata[i] == only)
            g_ptr_array_add(boards, all->pdata[i]);
    for (guint i = 0; i < boards->len; i++)
        if (!check_board(desk, boards->pdata[i], findings, error))
            return FALSE;
    return TRUE;
}

static gboolean is_yaml(const char *words)
{
    return g_str_has_suffix(words, ".yaml") || g_str_has_suffix(words, ".yml");
}

/* "FILE:LINE:COLUMN: what is wrong: expected what" as a finding. */
static void add_fault(GPtrArray *findings, const char *line)
{
    const char *space = strstr(line, ": ");
    const char *expected = strstr(line, "expected ");
    const char *text = space ? space + 2 : line;

    mb_findings_add(findings, "file-fault", MB_SEVERITY_ERROR, space ? g_strndup(line, space - line) : g_strdup(""),
                    g_strdup(text),
                    expected ? g_strdup_printf("Give %s.", expected + strlen("expected "))
                             : g_strdup("Correct the file and check it again."));
}

/* What `load` would say of a file: its faults as findings, nothing kept. */
static gboolean check_file(MbDesk *desk, const char *path, GPtrArray *findings, GError **error)
{
    const char *const paths[] = {path, NULL};
    g_autoptr(MbFiles) files = mb_files_new();
    g_autoptr(GError) faults = NULL;
    MbAnswer answer = {0};
    g_auto(GStrv) lines = NULL;
    gboolean fine;
    guint changes;

    if (!mb_files_read(files, paths, error))
        return FALSE;
    fine = mb_loading_examine(desk, files, &answer, &changes, &faults);
    if (!fine && !g_error_matches(faults, MB_ERROR, MB_ERROR_INPUT)) {
        g_propagate_error(error, g_steal_pointer(&faults));
        return FALSE;
    }
    lines = g_strsplit(fine ? "" : faults->message, "\n", -1);
    for (guint i = 0; lines[i] && *lines[i]; i++)
        add_fault(findings, lines[i]);
    for (guint i = 0; answer.findings && i < answer.findings->len; i++) {
        const MbFinding *finding = answer.findings->pdata[i];

        mb_findings_add(findings, finding->rule, finding->severity, g_strdup(finding->place), g_strdup(finding->text),
                        g_strdup(finding->fix));
    }
    mb_answer_clear(&answer);
    return TRUE;
}

static gboolean check(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *what = mb_argument(arguments, "MEETING");
    g_autoptr(GPtrArray) findings = mb_findings_new();
    gboolean done;

    if (!what)
        done = check_everything(desk, arguments, findings, error);
    else if (is_yaml(what))
        done = check_file(desk, what, findings, error);
    else
        done = check_meeting(desk, arguments, findings, error);
    if (done)
        answer_findings(answer, findings);
    return done;
}

static const MbArgument check_arguments[] = {
    {.name = "MEETING",
     .help = "a date, next, last, BOARD/DATE; or a YAML file; left out: rolls and forward plans",
     .flags = MB_ARGUMENT_OPTIONAL},
    MB_BOARD_OPTION,
    {.name = NULL}};
const MbCommand mb_command_check = {
    .name = "check",
    .help = "faults found in a meeting, a file, or the rolls and plans, each with rule, place and fix",
    .example = "next --board CSP",
    .arguments = check_arguments,
    .need = MB_NEED_BOOK,
    .run = check};

static const MbColumn ladder_columns[] = {
    {.key = "date", .heading = "Date"},
    {.key = "weekday", .heading = "Day"},
    {.key = "counted", .heading = "Counts", .right = TRUE},
    {.key = "why", .heading = "Why", .flexible = TRUE},
    {.key = NULL},
};

static MbValue *ladder_rows(const MbNotice *notice, MbDay meeting)
{
    g_autoptr(GArray) ladder = mb_notice_ladder(notice, meeting);
    MbValue *rows = mb_value_new_list();

    for (guint i = 0; i < ladder->len; i++) {
        const MbRung *rung = &g_array_index(ladder, MbRung, i);
        g_autofree char *day = mb_day_iso(rung->day);
        MbValue *row = mb_value_new_map();

        mb_value_set_text(row, "date", day);
        mb_value_set_text(row, "weekday", mb_weekday_name(mb_day_weekday(rung->day)));
        if (rung->counted)
            mb_value_set_int(row, "counted", rung->counted);
        else
            mb_value_set_text(row, "counted", NULL);
        mb_value_set_text(row, "why", rung->why);
        mb_value_add(rows, row);
    }
    return rows;
}

static gboolean notice_show(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    gboolean papers = mb_argument(arguments, "--papers") != NULL;
    const MbBoard *board = meeting ? mb_find_board_of(desk, meeting) : NULL;
    const MbRules *rules = board ? mb_desk_rules(desk, board, NULL) : NULL;
    g_autofree char *period = NULL;
    g_autofree char *by = NULL;
    g_autofree char *day = NULL;
    MbNotice notice;

    if (!meeting)
        return FALSE;
    if (!mb_notice_for(board, rules, papers ? MB_NOTICE_PAPERS : MB_NOTICE_AGENDA, &notice))
        return mb_deed_refuse(error,
                              "%s has no rule of notice; give its file `notice: {agenda: 5 clear days}` or a rule set.",
                              board->name);
    mb_deed_list(answer, ladder_rows(&notice, meeting->day), ladder_columns, "No day of notice is asked for.");
    period = mb_notice_text(&notice);
    by = mb_day_full(mb_notice_issue_by(&notice, meeting->day));
    day = mb_day_full(meeting->day);
    answer->note = g_strdup_printf("%s for the meeting of %s: the %s must be out by %s.%s%s%s", period, day,
                                   papers ? "papers" : "agenda", by, notice.source ? " (" : "",
                                   notice.source ? notice.source : "", notice.source ? ")" : "");
    return TRUE;
}

static const MbArgument notice_arguments[] = {MB_MEETING_ARGUMENT,
                                              {.name = "--papers", .help = "of the papers instead of the agenda"},
                                              MB_BOARD_OPTION,
                                              {.name = NULL}};
const MbCommand mb_command_notice = {.name = "notice",
                                     .help = "by which day the agenda must be out, counted back day by day",
                                     .example = "next --board CSP",
                                     .arguments = notice_arguments,
                                     .need = MB_NEED_BOOK,
                                     .run = notice_show};

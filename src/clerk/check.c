/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/check.h"

#include "check_case.h"

static void run_all(MbCase *c, const MbCheckRow *const *families)
{
    for (; *families; families++)
        mb_case_run(c, *families);
}

void mb_check_meeting(const MbCheck *check, GPtrArray *findings)
{
    static const MbCheckRow *const families[] = {mb_check_agenda_rows,     mb_check_time_rows,
                                                 mb_check_plan_rows,       mb_check_notice_rows,
                                                 mb_check_attendance_rows, mb_check_text_rows,
                                                 mb_check_dates_rows,      mb_check_speaker_rows,
                                                 mb_check_actions_rows,    NULL};
    static const MbCheckRow *const of_cancelled[] = {mb_check_plan_rows, NULL};
    MbCase c;

    mb_case_begin(&c, check, check->meeting->board, check->meeting, findings);
    run_all(&c, check->meeting->state == MB_STATE_CANCELLED ? of_cancelled : families);
    mb_case_end(&c);
}

void mb_check_draft(const MbCheck *check, GPtrArray *findings)
{
    static const MbCheckRow *const families[] = {mb_check_agenda_rows, mb_check_time_rows, NULL};
    MbCase c;

    if (check->meeting->state == MB_STATE_CANCELLED)
        return;
    mb_case_begin(&c, check, check->meeting->board, check->meeting, findings);
    run_all(&c, families);
    mb_case_end(&c);
}

static void check_without_meeting(const MbCheck *check, const char *board, const MbCheckRow *const *families,
                                  GPtrArray *findings)
{
    MbCase c;

    mb_case_begin(&c, check, board, NULL, findings);
    run_all(&c, families);
    mb_case_end(&c);
}

void mb_check_plan(const MbCheck *check, const char *board, GPtrArray *findings)
{
    static const MbCheckRow *const families[] = {mb_check_plan_rows, mb_check_plan_alone_rows, NULL};

    check_without_meeting(check, board, families, findings);
}

void mb_check_roll(const MbCheck *check, const char *board, GPtrArray *findings)
{
    static const MbCheckRow *const families[] = {mb_check_roll_rows, NULL};

    check_without_meeting(check, board, families, findings);
}

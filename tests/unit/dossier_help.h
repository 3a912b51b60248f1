/* SPDX-License-Identifier: MIT */
/* Small builders of dossiers for tests of what a clerk works out. Records are borrowed from the dossier. */
#ifndef MINUTEBOOK_TESTS_DOSSIER_HELP_H
#define MINUTEBOOK_TESTS_DOSSIER_HELP_H

#include "minutebook/model/nouns.h"

G_GNUC_UNUSED static MbDay help_day(const char *iso)
{
    MbDay day = mb_day_parse_iso(iso);

    g_assert_cmpint(day, !=, MB_NO_DAY);
    return day;
}

G_GNUC_UNUSED static MbBoard *help_board(MbDossier *dossier, const char *name)
{
    MbBoard *board = mb_dossier_new_record(dossier, &MB_BOARD);

    mb_set(&board->name, name);
    return board;
}

/* On ISO from 10:00 to 13:00. */
G_GNUC_UNUSED static MbMeeting *help_meeting(MbDossier *dossier, const MbBoard *board, const char *iso, int state)
{
    MbMeeting *meeting = mb_dossier_new_record(dossier, &MB_MEETING);

    mb_set(&meeting->board, board->id);
    meeting->day = help_day(iso);
    meeting->starts = 10 * 60;
    meeting->ends = 13 * 60;
    meeting->state = state;
    return meeting;
}

G_GNUC_UNUSED static MbItem *help_item(MbDossier *dossier, const MbMeeting *meeting, const MbItem *parent,
                                       const char *title, int minutes)
{
    MbItem *item = mb_dossier_new_record(dossier, &MB_ITEM);

    mb_set(&item->meeting, meeting->id);
    mb_set(&item->parent, parent ? parent->id : NULL);
    mb_set(&item->title, title);
    item->minutes = minutes;
    item->position = (int)mb_dossier_all(dossier, &MB_ITEM)->len;
    return item;
}

G_GNUC_UNUSED static MbPlan *help_plan(MbDossier *dossier, const MbBoard *board, const char *since, const char *until)
{
    MbPlan *plan = mb_dossier_new_record(dossier, &MB_PLAN);

    mb_set(&plan->board, board->id);
    plan->since = help_day(since);
    plan->until = help_day(until);
    return plan;
}

G_GNUC_UNUSED static MbLine *help_line(MbDossier *dossier, const MbPlan *plan, MbSection section, const char *title,
                                       int minutes, MbEvery every)
{
    MbLine *line = mb_dossier_new_record(dossier, &MB_LINE);

    mb_set(&line->plan, plan->id);
    line->section = section;
    line->position = (int)mb_dossier_all(dossier, &MB_LINE)->len;
    mb_set(&line->title, title);
    line->minutes = minutes;
    line->every = every;
    return line;
}

G_GNUC_UNUSED static void help_lead(MbDossier *dossier, const MbLine *line, const char *name)
{
    MbLineLead *lead = mb_dossier_new_record(dossier, &MB_LINE_LEAD);

    mb_set(&lead->line, line->id);
    mb_set(&lead->name, name);
    lead->position = (int)mb_dossier_all(dossier, &MB_LINE_LEAD)->len;
}

G_GNUC_UNUSED static MbPerson *help_person(MbDossier *dossier, const char *name)
{
    MbPerson *person = mb_dossier_new_record(dossier, &MB_PERSON);

    mb_set(&person->name, name);
    return person;
}

/* A new person of that name on the board's roll. */
G_GNUC_UNUSED static MbSeat *help_seat(MbDossier *dossier, const MbBoard *board, const char *name, const MbGroup *group)
{
    MbSeat *seat = mb_dossier_new_record(dossier, &MB_SEAT);

    mb_set(&seat->board, board->id);
    mb_set(&seat->person, help_person(dossier, name)->id);
    mb_set(&seat->seat_group, group ? group->id : NULL);
    seat->position = (int)mb_dossier_all(dossier, &MB_SEAT)->len;
    return seat;
}

G_GNUC_UNUSED static MbGroup *help_group(MbDossier *dossier, const MbBoard *board, const char *name, int quorum)
{
    MbGroup *group = mb_dossier_new_record(dossier, &MB_GROUP);

    mb_set(&group->board, board->id);
    mb_set(&group->name, name);
    group->quorum = quorum;
    return group;
}

G_GNUC_UNUSED static MbAttendance *help_attendance(MbDossier *dossier, const MbMeeting *meeting, const char *person,
                                                   int status)
{
    MbAttendance *attendance = mb_dossier_new_record(dossier, &MB_ATTENDANCE);

    mb_set(&attendance->meeting, meeting->id);
    mb_set(&attendance->person, person);
    attendance->status = status;
    return attendance;
}

G_GNUC_UNUSED static MbAction *help_action(MbDossier *dossier, const MbBoard *board, const char *ref,
                                           const char *raised, const char *due)
{
    MbAction *action = mb_dossier_new_record(dossier, &MB_ACTION);

    mb_set(&action->board, board->id);
    mb_set(&action->ref, ref);
    action->raised_on = raised ? help_day(raised) : MB_NO_DAY;
    action->due = due ? help_day(due) : MB_NO_DAY;
    return action;
}

#endif

/* SPDX-License-Identifier: MIT */
/* Rows of lists. A whole meeting is paper.c. */
#include "minutebook/compose/paper.h"

#include "facts.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/overdue.h"
#include "minutebook/model/name.h"

#include "paper_parts.h"

MbValue *mb_paper_board(const MbDossier *dossier, const MbBoard *board, int people)
{
    MbValue *row = mb_value_new_map();

    (void)dossier;
    mb_value_set_text(row, "name", board->name);
    mb_value_set_text(row, "short", board->short_name);
    mb_value_set_text(row, "organisation", board->organisation);
    mb_facts_number(row, "people", people);
    return row;
}

MbValue *mb_paper_meeting(const MbDossier *dossier, const MbMeeting *meeting)
{
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "board", mb_facts_board(dossier, meeting->board));
    mb_facts_take(row, "date", meeting->day == MB_NO_DAY ? g_strdup(meeting->day_words) : mb_day_iso(meeting->day));
    mb_facts_time(row, "start", meeting->starts);
    mb_facts_time(row, "end", meeting->ends);
    mb_value_set_text(row, "venue", meeting->venue);
    mb_value_set_text(row, "state", mb_meeting_state_words[meeting->state]);
    return row;
}

MbValue *mb_paper_seat(const MbDossier *dossier, const MbSeat *seat, MbDay day)
{
    MbValue *row = mb_value_new_map();
    const MbGroup *group = mb_seat_group(dossier, seat);

    mb_facts_take(row, "name", mb_facts_person(dossier, seat->person, NULL));
    mb_facts_take(row, "initials", mb_facts_seat_initials(dossier, seat));
    mb_value_set_text(row, "post", mb_seat_post(dossier, seat));
    mb_value_set_text(row, "organisation", mb_seat_organisation(dossier, seat));
    mb_value_set_text(row, "group", group ? group->name : NULL);
    mb_value_set_text(row, "office", mb_office_on(dossier, seat->board, seat->person, day));
    mb_value_set_bool(row, "voting", mb_seat_votes(dossier, seat));
    mb_facts_day(row, "from", seat->since);
    mb_facts_day(row, "to", seat->until);
    return row;
}

MbValue *mb_paper_attendance(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance)
{
    MbValue *row = mb_value_new_map();

    mb_facts_take(row, "name", mb_facts_attendance_name(dossier, attendance));
    mb_value_set_text(row, "post", mb_facts_attendance_post(dossier, meeting, attendance));
    mb_value_set_text(row, "organisation", mb_facts_attendance_organisation(dossier, meeting, attendance));
    mb_value_set_text(row, "group", mb_facts_attendance_group(dossier, meeting, attendance));
    mb_paper_add_status(dossier, attendance, row);
    return row;
}

static MbDay raised_on(const MbDossier *dossier, const MbAction *action)
{
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, action->raised_at);

    return action->raised_on == MB_NO_DAY && meeting ? meeting->day : action->raised_on;
}

MbValue *mb_paper_action(const MbDossier *dossier, const MbAction *action, MbDay today)
{
    MbValue *row = mb_value_new_map();
    g_autoptr(GPtrArray) chasers = mb_dossier_of(dossier, &MB_CHASER, "action", action->id);

    mb_value_set_text(row, "ref", action->ref);
    mb_value_set_text(row, "board", mb_facts_board(dossier, action->board));
    mb_value_set_text(row, "text", action->text);
    mb_value_set(row, "owners", mb_paper_owners(dossier, action, today));
    mb_facts_day(row, "raised", raised_on(dossier, action));
    mb_facts_take(row, "item", mb_facts_action_item(dossier, action));
    mb_facts_day(row, "due", action->due);
    mb_value_set_text(row, "due_words", action->due_words);
    mb_value_set_text(row, "status", mb_action_status_words[action->status]);
    mb_value_set_int(row, "days_late", mb_overdue_days(action, today));
    mb_value_set_int(row, "chasers", chasers->len);
    return row;
}

MbValue *mb_paper_decision(const MbDossier *dossier, const MbDecision *decision)
{
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "board", mb_facts_board(dossier, decision->board));
    mb_facts_take(row, "meeting", mb_facts_meeting_day(dossier, decision->meeting));
    mb_paper_add_decision(dossier, decision, row);
    mb_value_set_text(row, "method", decision->method);
    mb_value_set_text(row, "body", decision->body);
    mb_facts_take(row, "taken_by", mb_facts_person(dossier, decision->taken_by, NULL));
    mb_facts_day(row, "on", decision->on);
    return row;
}

static char *leads_of(const MbDossier *dossier, const MbEntry *entry)
{
    g_autoptr(GPtrArray) leads = mb_facts_parts(dossier, &MB_ENTRY_LEAD, "entry", entry->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < leads->len; i++) {
        const MbEntryLead *lead = leads->pdata[i];
        char *name = mb_facts_person(dossier, lead->person, lead->name);

        if (name)
            g_ptr_array_add(names, name);
    }
    g_ptr_array_add(names, NULL);
    return names->len > 1 ? mb_text_join((const char *const *)names->pdata) : NULL;
}

static MbValue *moves_of(const MbDossier *dossier, const MbEntry *entry)
{
    g_autoptr(GPtrArray) moves = mb_facts_parts(dossier, &MB_MOVE, "entry", entry->id);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < moves->len; i++) {
        const MbMove *move = moves->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_facts_take(row, "from", mb_facts_meeting_day(dossier, move->from_meeting));
        mb_facts_take(row, "to", mb_facts_meeting_day(dossier, move->to_meeting));
        mb_value_set_text(row, "why", move->why);
        mb_facts_day(row, "on", move->on);
        mb_value_add(list, row);
    }
    return list;
}

MbValue *mb_paper_entry(const MbDossier *dossier, const MbEntry *entry)
{
    MbValue *row = mb_value_new_map();
    char *day = mb_facts_meeting_day(dossier, entry->meeting);

    mb_value_set_text(row, "board", mb_facts_board(dossier, entry->board));
    mb_facts_take(row, "meeting", day ? day : g_strdup(entry->meeting_words));
    mb_value_set_text(row, "item", entry->title);
    mb_facts_take(row, "lead", leads_of(dossier, entry));
    mb_facts_number(row, "minutes", entry->minutes);
    mb_value_set_text(row, "status", entry->status ? entry->status : mb_entry_state_words[entry->state]);
    mb_value_set(row, "moved", moves_of(dossier, entry));
    return row;
}

MbValue *mb_paper_finding(const MbFinding *finding)
{
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "rule", finding->rule);
    mb_value_set_text(row, "severity", mb_severity_words[finding->severity]);
    mb_value_set_text(row, "place", finding->place);
    mb_value_set_text(row, "text", finding->text);
    mb_value_set_text(row, "fix", finding->fix);
    return row;
}

MbValue *mb_paper_findings(const GPtrArray *findings)
{
    MbValue *list = mb_value_new_list();

    for (guint i = 0; findings && i < findings->len; i++)
        mb_value_add(list, mb_paper_finding(findings->pdata[i]));
    return list;
}

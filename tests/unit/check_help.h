/* SPDX-License-Identifier: MIT */
/* For the tests of checks: a board with one meeting on Thursday 29 January 2026, 10:00 to 13:00, looked at on 5
 * January; records put into it one by one, and assertions on what is found. */
#ifndef TEST_CHECK_HELP_H
#define TEST_CHECK_HELP_H

#include "minutebook/clerk/check.h"
#include "minutebook/model/nouns.h"

#include <string.h>

#define PLACE "CSP, 29 January 2026"

typedef struct {
    MbDossier *dossier;
    MbRules *rules;
    MbBoard *board;
    MbMeeting *meeting;
    MbDay today;
    GPtrArray *findings;
    int position;
} Room;

static inline gpointer put(Room *room, const MbNoun *noun)
{
    return mb_dossier_new_record(room->dossier, noun);
}

static inline MbMeeting *put_meeting(Room *room, const char *day, MbMeetingState state)
{
    MbMeeting *meeting = put(room, &MB_MEETING);

    mb_set(&meeting->board, room->board->id);
    meeting->day = mb_day_parse_iso(day);
    meeting->starts = mb_time_parse("10:00");
    meeting->ends = mb_time_parse("13:00");
    meeting->state = state;
    return meeting;
}

static inline Room room_new(MbMeetingState state)
{
    Room room = {.dossier = mb_dossier_new(), .rules = mb_rules_new(), .today = mb_day_parse_iso("2026-01-05")};

    room.board = put(&room, &MB_BOARD);
    mb_set(&room.board->name, "Community Safety Partnership Board");
    mb_set(&room.board->short_name, "CSP");
    room.meeting = put_meeting(&room, "2026-01-29", state);
    room.findings = mb_findings_new();
    return room;
}

static inline void room_free(Room *room)
{
    mb_dossier_free(room->dossier);
    mb_rules_free(room->rules);
    g_ptr_array_unref(room->findings);
}

/* ---- people ---- */

static inline MbPerson *put_person(Room *room, const char *name)
{
    MbPerson *person = put(room, &MB_PERSON);

    mb_set(&person->name, name);
    return person;
}

static inline MbSeat *put_seat(Room *room, const MbPerson *person)
{
    MbSeat *seat = put(room, &MB_SEAT);

    mb_set(&seat->board, room->board->id);
    mb_set(&seat->person, person->id);
    return seat;
}

static inline MbPerson *put_member(Room *room, const char *name)
{
    MbPerson *person = put_person(room, name);

    put_seat(room, person);
    return person;
}

static inline MbAttendance *put_attendance(Room *room, const MbPerson *person, MbAttendanceStatus status)
{
    MbAttendance *attendance = put(room, &MB_ATTENDANCE);

    mb_set(&attendance->meeting, room->meeting->id);
    mb_set(&attendance->person, person ? person->id : NULL);
    attendance->status = status;
    return attendance;
}

/* ---- agenda and minutes ---- */

static inline MbItem *put_item_at(Room *room, const MbMeeting *meeting, const char *number, const char *title)
{
    MbItem *item = put(room, &MB_ITEM);

    mb_set(&item->meeting, meeting->id);
    mb_set(&item->number, number);
    mb_set(&item->title, title);
    item->position = room->position++;
    return item;
}

/* An item of ten minutes. */
static inline MbItem *put_item(Room *room, const char *number, const char *title)
{
    MbItem *item = put_item_at(room, room->meeting, number, title);

    item->minutes = 10;
    return item;
}

static inline MbPresenter *put_presenter(Room *room, const MbItem *item, const MbPerson *person, const char *name)
{
    MbPresenter *presenter = put(room, &MB_PRESENTER);

    mb_set(&presenter->item, item->id);
    mb_set(&presenter->person, person ? person->id : NULL);
    mb_set(&presenter->name, name);
    return presenter;
}

static inline MbMinute *put_text(Room *room, const MbItem *item, const char *text)
{
    MbMinute *minute = put(room, &MB_MINUTE);

    mb_set(&minute->meeting, room->meeting->id);
    mb_set(&minute->item, item->id);
    mb_set(&minute->text, text);
    return minute;
}

static inline MbDecision *put_decision(Room *room, const MbItem *item, const char *text)
{
    MbDecision *decision = put(room, &MB_DECISION);

    mb_set(&decision->board, room->board->id);
    mb_set(&decision->meeting, room->meeting->id);
    mb_set(&decision->item, item->id);
    mb_set(&decision->text, text);
    return decision;
}

static inline MbAction *put_action(Room *room, const char *ref, const char *text)
{
    MbAction *action = put(room, &MB_ACTION);

    mb_set(&action->board, room->board->id);
    mb_set(&action->ref, ref);
    mb_set(&action->text, text);
    return action;
}

/* ---- the plan ---- */

static inline MbPlan *put_plan(Room *room)
{
    MbPlan *plan = put(room, &MB_PLAN);

    mb_set(&plan->board, room->board->id);
    mb_set(&plan->year, "2025/26");
    plan->since = mb_day_parse_iso("2025-04-01");
    plan->until = mb_day_parse_iso("2026-03-31");
    return plan;
}

static inline MbEntry *put_entry(Room *room, const MbPlan *plan, const MbMeeting *meeting, const char *title)
{
    MbEntry *entry = put(room, &MB_ENTRY);

    mb_set(&entry->board, room->board->id);
    mb_set(&entry->plan, plan ? plan->id : NULL);
    mb_set(&entry->meeting, meeting ? meeting->id : NULL);
    mb_set(&entry->title, title);
    entry->section = MB_SECTION_BUSINESS;
    return entry;
}

static inline void put_lead(Room *room, const MbEntry *entry, const MbPerson *person, const char *name)
{
    MbEntryLead *lead = put(room, &MB_ENTRY_LEAD);

    mb_set(&lead->entry, entry->id);
    mb_set(&lead->person, person ? person->id : NULL);
    mb_set(&lead->name, name);
}

/* ---- looking ---- */

static inline MbCheck room_case(const Room *room)
{
    return (MbCheck){.dossier = room->dossier, .rules = room->rules, .meeting = room->meeting, .today = room->today};
}

static inline void look_meeting(Room *room)
{
    MbCheck check = room_case(room);

    g_ptr_array_set_size(room->findings, 0);
    mb_check_meeting(&check, room->findings);
}

static inline void look_plan(Room *room)
{
    MbCheck check = room_case(room);

    check.meeting = NULL;
    g_ptr_array_set_size(room->findings, 0);
    mb_check_plan(&check, room->board->id, room->findings);
}

static inline void look_roll(Room *room)
{
    MbCheck check = room_case(room);

    check.meeting = NULL;
    g_ptr_array_set_size(room->findings, 0);
    mb_check_roll(&check, room->board->id, room->findings);
}

static inline const MbFinding *finding_of(const Room *room, const char *rule)
{
    for (guint i = 0; i < room->findings->len; i++) {
        const MbFinding *finding = room->findings->pdata[i];
        if (strcmp(finding->rule, rule) == 0)
            return finding;
    }
    return NULL;
}

static inline guint count_of(const Room *room, const char *rule)
{
    guint count = 0;

    for (guint i = 0; i < room->findings->len; i++)
        count += strcmp(((const MbFinding *)room->findings->pdata[i])->rule, rule) == 0;
    return count;
}

/* The first finding of RULE is as grave, at that place, and says TEXT, a whole sentence. */
#define assert_found(room, rule, want_severity, want_place, want_text)                                                 \
    do {                                                                                                               \
        const MbFinding *found = finding_of(room, rule);                                                               \
        if (!found)                                                                                                    \
            g_error("%s was not found", rule);                                                                         \
        g_assert_cmpstr(mb_severity_words[found->severity], ==, want_severity);                                        \
        g_assert_cmpstr(found->place, ==, want_place);                                                                 \
        g_assert_cmpstr(found->text, ==, want_text);                                                                   \
    } while (0)

#define assert_silent(room, rule)                                                                                      \
    do {                                                                                                               \
        const MbFinding *found = finding_of(room, rule);                                                               \
        g_assert_cmpstr(found ? found->text : NULL, ==, NULL);                                                         \
    } while (0)

#endif

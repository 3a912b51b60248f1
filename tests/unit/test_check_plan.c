/* SPDX-License-Identifier: MIT */
/* What is noticed in a forward plan and in the notice given. */
#include "check_help.h"

static MbLine *put_line(Room *room, const MbPlan *plan, const char *title)
{
    MbLine *line = put(room, &MB_LINE);

    mb_set(&line->plan, plan->id);
    mb_set(&line->title, title);
    line->section = MB_SECTION_BUSINESS;
    return line;
}

static void test_gap(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbLine *line = put_line(&room, put_plan(&room), "Annual report");

    line->statutory = TRUE;
    line->every = MB_EVERY_MONTHS;
    mb_set(&line->months, "6");
    look_plan(&room);
    assert_found(&room, "plan-gap", "error", "CSP, forward plan 2025/26, Annual report",
                 "“Annual report” is statutory, and comes to no meeting in 2025/26.");
    mb_set(&line->months, "1");
    look_plan(&room);
    assert_silent(&room, "plan-gap");
    mb_set(&line->months, "6");
    line->statutory = FALSE;
    look_plan(&room);
    assert_silent(&room, "plan-gap");
    room_free(&room);
}

static void test_gap_dropped(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPlan *plan = put_plan(&room);
    MbLine *line = put_line(&room, plan, "Annual report");
    MbEntry *entry = put_entry(&room, plan, room.meeting, "Annual report");

    line->statutory = TRUE;
    line->every = MB_EVERY_MEETING;
    mb_set(&entry->line, line->id);
    entry->state = MB_ENTRY_DROPPED;
    look_plan(&room);
    assert_found(&room, "plan-gap", "error", "CSP, forward plan 2025/26, Annual report",
                 "“Annual report” is statutory, and has been dropped from every meeting of 2025/26.");
    entry->state = MB_ENTRY_PLANNED;
    look_plan(&room);
    assert_silent(&room, "plan-gap");
    room_free(&room);
}

static void test_empty_meeting(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPlan *plan = put_plan(&room);
    MbEntry *entry = put_entry(&room, plan, room.meeting, "Welcome");

    entry->section = MB_SECTION_OPENING;
    look_plan(&room);
    assert_found(&room, "plan-empty-meeting", "warning", "CSP, forward plan 2025/26, 29 January 2026",
                 "No business is planned for the meeting of 29 January 2026.");
    entry->section = MB_SECTION_BUSINESS;
    look_plan(&room);
    assert_silent(&room, "plan-empty-meeting");
    entry->section = MB_SECTION_OPENING;
    room.meeting->state = MB_STATE_CANCELLED;
    look_plan(&room);
    assert_silent(&room, "plan-empty-meeting");
    room_free(&room);
}

static MbMove *put_move(Room *room, const MbEntry *entry, const MbMeeting *from, const MbMeeting *to, const char *why)
{
    MbMove *move = put(room, &MB_MOVE);

    mb_set(&move->entry, entry->id);
    mb_set(&move->from_meeting, from->id);
    mb_set(&move->to_meeting, to ? to->id : NULL);
    mb_set(&move->why, why);
    return move;
}

static void test_moved(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbMeeting *september = put_meeting(&room, "2025-09-25", MB_STATE_APPROVED);
    MbMeeting *december = put_meeting(&room, "2025-12-11", MB_STATE_APPROVED);
    MbEntry *entry = put_entry(&room, put_plan(&room), room.meeting, "Hate crime");
    MbMove *move;

    put_move(&room, entry, september, december, "the agenda was full");
    look_plan(&room);
    assert_silent(&room, "plan-moved");
    assert_silent(&room, "move-unspecified");
    move = put_move(&room, entry, december, room.meeting, "figures were late");
    look_plan(&room);
    assert_found(
        &room, "plan-moved", "information", "CSP, forward plan 2025/26, Hate crime",
        "“Hate crime” has been moved twice: from 25 September 2025 to 11 December 2025, then to 29 January 2026.");
    mb_set(&move->why, NULL);
    look_plan(&room);
    assert_found(&room, "move-unspecified", "warning", "CSP, forward plan 2025/26, Hate crime",
                 "“Hate crime” was moved from 11 December 2025, and no reason is given.");
    room_free(&room);
}

static void test_contradiction(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPlan *plan = put_plan(&room);
    MbEntry *other;

    put_entry(&room, plan, room.meeting, "Reducing Reoffending Board");
    other = put_entry(&room, plan, room.meeting, "Any other business");
    mb_set(&other->note, "NO UPDATE FOR REDUCING REOFFENDING BOARD");
    look_plan(&room);
    assert_found(&room, "plan-contradiction", "warning", "CSP, forward plan 2025/26, Reducing Reoffending Board",
                 "“Reducing Reoffending Board” is planned for 29 January 2026, and “Any other business” at the same "
                 "meeting says that there is no update on it.");
    mb_set(&other->note, NULL);
    look_plan(&room);
    assert_silent(&room, "plan-contradiction");
    mb_set(&other->title, "Reducing reoffending board");
    look_plan(&room);
    assert_found(&room, "plan-contradiction", "warning", "CSP, forward plan 2025/26, Reducing Reoffending Board",
                 "“Reducing Reoffending Board” is planned twice for 29 January 2026.");
    g_assert_cmpuint(count_of(&room, "plan-contradiction"), ==, 1);
    room_free(&room);
}

static void test_contradicting_paper(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbEntry *entry = put_entry(&room, put_plan(&room), room.meeting, "Hate crime");

    mb_set(&entry->status, "Item received");
    entry->paper = MB_PAPER_AWAITED;
    look_plan(&room);
    assert_found(&room, "plan-contradiction", "warning", "CSP, forward plan 2025/26, Hate crime",
                 "“Hate crime” has the status “Item received”, and its paper is marked awaited.");
    entry->paper = MB_PAPER_RECEIVED;
    look_plan(&room);
    assert_silent(&room, "plan-contradiction");
    room_free(&room);
}

static void test_stale(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbEntry *entry = put_entry(&room, put_plan(&room), room.meeting, "Year 6 transition");
    MbItem *item = put_item(&room, "1", "Welcome");

    look_plan(&room);
    assert_found(&room, "plan-stale", "warning", "CSP, forward plan 2025/26, Year 6 transition",
                 "“Year 6 transition” is still planned for 29 January 2026, and that meeting was held without it.");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "plan-stale"), ==, 1);
    mb_set(&item->entry, entry->id);
    look_plan(&room);
    assert_silent(&room, "plan-stale");
    mb_set(&item->entry, NULL);
    entry->state = MB_ENTRY_DONE;
    look_plan(&room);
    assert_silent(&room, "plan-stale");
    room_free(&room);
}

static void test_stale_paper(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPaper *paper = put(&room, &MB_PAPER);

    put_entry(&room, put_plan(&room), room.meeting, "Performance dashboard");
    put_item(&room, "4", "Strategic assessment");
    mb_set(&paper->meeting, room.meeting->id);
    mb_set(&paper->title, "Performance dashboard, quarter 3");
    look_plan(&room);
    assert_silent(&room, "plan-stale");
    room_free(&room);
}

static void test_stale_cancelled(void)
{
    Room room = room_new(MB_STATE_CANCELLED);
    MbPlan *plan = put_plan(&room);
    MbLine *line = put_line(&room, plan, "Prevent");
    MbEntry *entry = put_entry(&room, plan, room.meeting, "Prevent");

    mb_set(&entry->line, line->id);
    line->every = MB_EVERY_MONTHS;
    look_meeting(&room);
    assert_found(&room, "plan-stale", "warning", "CSP, forward plan 2025/26, Prevent",
                 "“Prevent” is still planned for 29 January 2026, and that meeting was cancelled.");
    line->every = MB_EVERY_MEETING;
    look_meeting(&room);
    assert_silent(&room, "plan-stale");
    room_free(&room);
}

static void test_priority(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbEntry *entry = put_entry(&room, put_plan(&room), room.meeting, "Hate crime");
    MbPriority *priority = put(&room, &MB_PRIORITY);

    mb_set(&entry->priority, "8");
    look_plan(&room);
    assert_silent(&room, "priority-number"); /* the board numbers no priorities */
    mb_set(&priority->board, room.board->id);
    mb_set(&priority->year, "2025/26");
    mb_set(&priority->number, "5");
    look_plan(&room);
    assert_found(&room, "priority-number", "warning", "CSP, forward plan 2025/26, Hate crime",
                 "“Hate crime” serves priority 8, and the board has no priority 8 in 2025/26.");
    mb_set(&entry->priority, "5");
    look_plan(&room);
    assert_silent(&room, "priority-number");
    room_free(&room);
}

static void test_lead(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbEntry *entry = put_entry(&room, put_plan(&room), room.meeting, "Cameras");
    MbPost *post = put(&room, &MB_POST);

    put_lead(&room, entry, NULL, "Community Safety Team");
    look_plan(&room);
    assert_found(&room, "lead-not-on-roll", "information", "CSP, forward plan 2025/26, Cameras",
                 "Community Safety Team, who leads “Cameras”, is not on the roll.");
    mb_set(&post->title, "Community Safety Team");
    look_plan(&room);
    assert_silent(&room, "lead-not-on-roll");
    room_free(&room);
}

/* ---- notice ---- */

static Room room_with_notice(void)
{
    Room room = room_new(MB_STATE_PLANNED);

    room.board->agenda_notice = 5;
    room.board->agenda_notice_kind = MB_NOTICE_CLEAR_DAYS;
    return room;
}

/* Five clear days before Thursday 29 January, Saturdays and Sundays left out: out by Wednesday 21 January. */
static void test_notice_not_called(void)
{
    Room room = room_with_notice();

    room.today = mb_day_parse_iso("2026-01-17");
    look_meeting(&room);
    assert_silent(&room, "notice-due");
    room.today = mb_day_parse_iso("2026-01-18");
    look_meeting(&room);
    assert_found(&room, "notice-due", "information", PLACE,
                 "The agenda must be out by Wednesday 21 January 2026 to give 5 clear days of notice.");
    assert_silent(&room, "short-notice");
    room.today = mb_day_parse_iso("2026-01-22");
    look_meeting(&room);
    assert_silent(&room, "notice-due");
    assert_found(&room, "short-notice", "error", PLACE,
                 "The agenda is not out, and the last day for 5 clear days of notice was Wednesday 21 January 2026.");
    room_free(&room);
}

static void test_notice_called_late(void)
{
    Room room = room_with_notice();

    room.meeting->state = MB_STATE_CALLED;
    room.meeting->called_on = mb_day_parse_iso("2026-01-22");
    look_meeting(&room);
    assert_found(&room, "short-notice", "error", PLACE,
                 "The agenda went out on Thursday 22 January 2026; 5 clear days of notice asked for Wednesday 21 "
                 "January 2026 at the latest.");
    mb_set(&room.meeting->called_late_why, "the grant lapses on 31 January");
    look_meeting(&room);
    assert_silent(&room, "short-notice");
    mb_set(&room.meeting->called_late_why, NULL);
    room.meeting->called_on = mb_day_parse_iso("2026-01-21");
    look_meeting(&room);
    assert_silent(&room, "short-notice");
    room_free(&room);
}

static void test_notice_published(void)
{
    Room room = room_with_notice();
    MbPublication *publication = put(&room, &MB_PUBLICATION);

    room.today = mb_day_parse_iso("2026-01-23");
    mb_set(&publication->meeting, room.meeting->id);
    mb_set(&publication->document, "agenda");
    publication->on = mb_day_parse_iso("2026-01-20");
    look_meeting(&room);
    assert_silent(&room, "short-notice");
    publication->on = mb_day_parse_iso("2026-01-23");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "short-notice"), ==, 1);
    room_free(&room);
}

static void test_holiday(void)
{
    Room room = room_new(MB_STATE_PLANNED);

    room.meeting->day = mb_day_parse_iso("2026-04-03");
    look_meeting(&room);
    assert_found(&room, "meeting-on-holiday", "warning", "CSP, 3 April 2026",
                 "Friday 3 April 2026 is a bank holiday: Good Friday.");
    room.meeting->day = mb_day_parse_iso("2026-04-02");
    look_meeting(&room);
    assert_silent(&room, "meeting-on-holiday");
    room_free(&room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/plan/gap", test_gap);
    g_test_add_func("/check/plan/gap-dropped", test_gap_dropped);
    g_test_add_func("/check/plan/empty-meeting", test_empty_meeting);
    g_test_add_func("/check/plan/moved", test_moved);
    g_test_add_func("/check/plan/contradiction", test_contradiction);
    g_test_add_func("/check/plan/contradicting-paper", test_contradicting_paper);
    g_test_add_func("/check/plan/stale", test_stale);
    g_test_add_func("/check/plan/stale-paper", test_stale_paper);
    g_test_add_func("/check/plan/stale-cancelled", test_stale_cancelled);
    g_test_add_func("/check/plan/priority", test_priority);
    g_test_add_func("/check/plan/lead", test_lead);
    g_test_add_func("/check/notice/not-called", test_notice_not_called);
    g_test_add_func("/check/notice/called-late", test_notice_called_late);
    g_test_add_func("/check/notice/published", test_notice_published);
    g_test_add_func("/check/notice/holiday", test_holiday);
    return g_test_run();
}

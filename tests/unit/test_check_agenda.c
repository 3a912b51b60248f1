/* SPDX-License-Identifier: MIT */
/* What is noticed in an agenda: against the plan, presenters, restrictions, letters, papers, approvals, times. */
#include "check_help.h"

typedef struct {
    Room room;
    MbEntry *entry;
    MbItem *item;
} Pair;

/* An entry for the meeting and the item that was drafted from it. */
static Pair pair_new(const char *planned, const char *titled)
{
    Pair pair = {.room = room_new(MB_STATE_PLANNED)};

    pair.entry = put_entry(&pair.room, NULL, pair.room.meeting, planned);
    pair.item = put_item(&pair.room, "4", titled);
    mb_set(&pair.item->entry, pair.entry->id);
    return pair;
}

static void test_plan_vs_agenda(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbEntry *entry = put_entry(&room, NULL, room.meeting, "Hate crime");

    look_meeting(&room);
    assert_silent(&room, "plan-vs-agenda"); /* no agenda yet */
    put_item(&room, "1", "Welcome");
    look_meeting(&room);
    assert_found(&room, "plan-vs-agenda", "error", PLACE,
                 "“Hate crime” is planned for this meeting and is not on its agenda.");
    entry->state = MB_ENTRY_DROPPED;
    look_meeting(&room);
    assert_silent(&room, "plan-vs-agenda");
    entry->state = MB_ENTRY_MOVED; /* moved to this meeting */
    put_item(&room, "2", "Hate crime");
    look_meeting(&room);
    assert_silent(&room, "plan-vs-agenda");
    room_free(&room);
}

static void test_part_missing(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbEntry *whole = put_entry(&room, NULL, room.meeting, "Any other business");
    MbEntry *part = put_entry(&room, NULL, room.meeting, "Performance report");

    mb_set(&part->parent, whole->id);
    put_item(&room, "14", "Any other business");
    look_meeting(&room);
    assert_found(&room, "plan-vs-agenda", "error", PLACE ", item 14 Any other business",
                 "“Performance report” is planned for this meeting and is not on its agenda.");
    room_free(&room);
}

static void test_dropped_by_hand(void)
{
    Pair pair = pair_new("Hate crime", "Hate crime");

    put_item(&pair.room, "1", "Welcome");
    pair.item->dropped = TRUE;
    look_meeting(&pair.room);
    assert_silent(&pair.room, "plan-vs-agenda");
    room_free(&pair.room);
}

static void test_title_variant(void)
{
    Pair pair = pair_new("Primary Young People Safety Summit", "Primary Safety School Summit");

    look_meeting(&pair.room);
    assert_found(
        &pair.room, "title-variant", "warning", PLACE ", item 4 Primary Safety School Summit",
        "The agenda says “Primary Safety School Summit”, the forward plan “Primary Young People Safety Summit”.");
    mb_set(&pair.item->entry, NULL); /* an agenda from paper: found by its words */
    look_meeting(&pair.room);
    g_assert_cmpuint(count_of(&pair.room, "title-variant"), ==, 1);
    assert_silent(&pair.room, "plan-vs-agenda");
    mb_set(&pair.item->title, "Primary young people safety summit: lessons");
    look_meeting(&pair.room);
    assert_silent(&pair.room, "title-variant");
    room_free(&pair.room);
}

static void test_presenter_changed(void)
{
    Pair pair = pair_new("ASB update", "ASB update");
    MbPerson *karen = put_member(&pair.room, "Karen Bryan");
    MbPerson *qais = put_member(&pair.room, "Qais Ghafar");
    MbPresenter *presenter = put_presenter(&pair.room, pair.item, qais, NULL);

    put_lead(&pair.room, pair.entry, karen, NULL);
    look_meeting(&pair.room);
    assert_found(&pair.room, "presenter-changed", "warning", PLACE ", item 4 ASB update",
                 "“ASB update” is presented by Qais Ghafar on the agenda, and led by Karen Bryan in the forward plan.");
    mb_set(&presenter->on_behalf_of, karen->id);
    look_meeting(&pair.room);
    assert_silent(&pair.room, "presenter-changed");
    room_free(&pair.room);
}

static void test_presenter_holds_office(void)
{
    Pair pair = pair_new("Welcome", "Welcome");
    MbPerson *chair = put_member(&pair.room, "Nadia Whitcombe");
    MbOffice *office = put(&pair.room, &MB_OFFICE);

    mb_set(&office->board, pair.room.board->id);
    mb_set(&office->person, chair->id);
    mb_set(&office->office, "Chair");
    put_lead(&pair.room, pair.entry, NULL, "Chair");
    put_presenter(&pair.room, pair.item, chair, NULL);
    look_meeting(&pair.room);
    assert_silent(&pair.room, "presenter-changed");
    assert_silent(&pair.room, "lead-not-on-roll");
    room_free(&pair.room);
}

static void test_presenter_with_apologies(void)
{
    Room room = room_new(MB_STATE_CALLED);
    MbPerson *lucian = put_member(&room, "Lucian Haverstock");
    MbAttendance *attendance = put_attendance(&room, lucian, MB_ATTENDANCE_APOLOGIES);

    put_presenter(&room, put_item(&room, "6", "Early help"), lucian, NULL);
    look_meeting(&room);
    assert_found(&room, "presenter-with-apologies", "warning", PLACE ", item 6 Early help",
                 "Lucian Haverstock, named as presenter of “Early help”, has sent apologies.");
    attendance->status = MB_ATTENDANCE_PRESENT;
    look_meeting(&room);
    assert_silent(&room, "presenter-with-apologies");
    room_free(&room);
}

static void test_lead_not_on_roll(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPerson *geraint = put_person(&room, "Geraint Mossop");
    MbSeat *seat = put_seat(&room, geraint);

    put_presenter(&room, put_item(&room, "5", "Budget"), geraint, NULL);
    look_meeting(&room);
    assert_silent(&room, "lead-not-on-roll");
    seat->until = mb_day_parse_iso("2026-01-20");
    look_meeting(&room);
    assert_found(&room, "lead-not-on-roll", "information", PLACE ", item 5 Budget",
                 "Geraint Mossop, who is to present “Budget”, is on the roll until 20 January 2026 only.");
    room.meeting->state = MB_STATE_CIRCULATED; /* past: nothing to be done */
    look_meeting(&room);
    assert_silent(&room, "lead-not-on-roll");
    room_free(&room);
}

static void test_restricted_lost(void)
{
    Pair pair = pair_new("RESTRICTED: Review update", "Review update");

    pair.entry->restricted = TRUE;
    look_meeting(&pair.room);
    assert_found(&pair.room, "restricted-lost", "error", PLACE ", item 4 Review update",
                 "“Review update” is restricted in the forward plan and open on the agenda.");
    assert_silent(&pair.room, "title-variant");
    MbRestriction *restriction = put(&pair.room, &MB_RESTRICTION);
    mb_set(&restriction->item, pair.item->id);
    look_meeting(&pair.room);
    assert_silent(&pair.room, "restricted-lost");
    room_free(&pair.room);
}

static void test_restricted_no_reason(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPaper *paper = put(&room, &MB_PAPER);
    MbItem *item = put_item(&room, "11", "Review update");
    MbRestriction *restriction = put(&room, &MB_RESTRICTION);

    mb_set(&restriction->item, item->id);
    look_meeting(&room);
    assert_found(&room, "restricted-no-reason", "warning", PLACE ", item 11 Review update",
                 "“Review update” is restricted, and neither a paragraph nor a reason is given.");
    mb_set(&paper->item, item->id);
    mb_set(&restriction->item, NULL);
    mb_set(&restriction->paper, paper->id);
    look_meeting(&room);
    assert_found(&room, "restricted-no-reason", "warning", PLACE ", item 11 Review update",
                 "A paper of “Review update” is restricted, and neither a paragraph nor a reason is given.");
    mb_set(&restriction->paragraph, "1");
    look_meeting(&room);
    assert_silent(&room, "restricted-no-reason");
    room_free(&room);
}

static MbItem *put_part(Room *room, const MbItem *parent, const char *number)
{
    MbItem *part = put_item(room, number, "Report");

    mb_set(&part->parent, parent->id);
    part->lettered = TRUE;
    return part;
}

static void test_letter_gap(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbItem *other = put_item(&room, "14", "Any other business");
    MbItem *last;

    put_part(&room, other, "14(a)");
    last = put_part(&room, other, "14(c)");
    look_meeting(&room);
    assert_found(&room, "letter-gap", "warning", PLACE ", item 14(c) Report", "14(c) follows 14(a): there is no (b).");
    mb_set(&last->number, "14(b)");
    look_meeting(&room);
    assert_silent(&room, "letter-gap");
    room_free(&room);
}

static void test_paper_state(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbItem *item = put_item(&room, "7", "Stop and search");

    item->paper = MB_PAPER_VERBAL;
    mb_set(&item->pages, "11-30");
    look_meeting(&room);
    assert_found(&room, "paper-state-contradiction", "warning", PLACE ", item 7 Stop and search",
                 "“Stop and search” is marked verbal, and yet has pages 11-30.");
    item->paper = MB_PAPER_RECEIVED;
    look_meeting(&room);
    assert_silent(&room, "paper-state-contradiction");
    room_free(&room);
}

/* ---- approval ---- */

static void test_approval_before(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbMeeting *earlier = put_meeting(&room, "2025-12-11", MB_STATE_CIRCULATED);
    MbItem *item = put_item(&room, "3", "Minutes");
    MbMeeting *between;

    look_meeting(&room);
    assert_found(&room, "previous-minutes-not-approved", "error", PLACE,
                 "The minutes of 11 December 2025 are not approved, and no item of this agenda approves them.");
    between = put_meeting(&room, "2026-01-08", MB_STATE_PLANNED); /* it is that meeting's business */
    look_meeting(&room);
    assert_silent(&room, "previous-minutes-not-approved");
    between->state = MB_STATE_CANCELLED;
    mb_set(&item->approves, earlier->id);
    look_meeting(&room);
    assert_silent(&room, "previous-minutes-not-approved");
    room_free(&room);
}

static void test_approval_extraordinary(void)
{
    Room room = room_new(MB_STATE_PLANNED);

    put_meeting(&room, "2025-12-11", MB_STATE_CIRCULATED);
    put_item(&room, "1", "The one matter");
    room.meeting->kind = MB_MEETING_EXTRAORDINARY;
    look_meeting(&room);
    assert_silent(&room, "previous-minutes-not-approved");
    room.rules->extraordinary_approves = TRUE;
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "previous-minutes-not-approved"), ==, 1);
    room_free(&room);
}

static void test_approval_after(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbMeeting *earlier = put_meeting(&room, "2025-12-11", MB_STATE_CIRCULATED);
    MbItem *item = put_item(&room, "3", "Minutes");

    mb_set(&item->approves, earlier->id);
    put_text(&room, item, "They were looked at.");
    look_meeting(&room);
    assert_found(&room, "previous-minutes-not-approved", "error", PLACE ", item 3 Minutes",
                 "The minutes of 11 December 2025 came up here, and no approval is recorded.");
    put_decision(&room, item, "That the minutes be approved");
    look_meeting(&room);
    assert_silent(&room, "previous-minutes-not-approved");
    room_free(&room);
}

static void test_approval_unknown(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbMinute *text =
        put_text(&room, put_item(&room, "3", "Minutes and Action Log (March 2023)"), "The log was gone through.");

    look_meeting(&room);
    assert_found(&room, "previous-minutes-not-approved", "error", PLACE ", item 3 Minutes and Action Log (March 2023)",
                 "Under “Minutes and Action Log (March 2023)” no approval of earlier minutes is recorded.");
    mb_set(&text->text, "The minutes were approved as a true record.");
    look_meeting(&room);
    assert_silent(&room, "previous-minutes-not-approved");
    room_free(&room);
}

/* ---- times ---- */

static void test_untimed(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbItem *item = put_item(&room, "12", "Night safety charter");

    item->minutes = MB_NO_INT;
    look_meeting(&room);
    assert_found(&room, "untimed-item", "warning", PLACE ", item 12 Night safety charter",
                 "“Night safety charter” has no minutes allotted.");
    item->minutes = 5;
    look_meeting(&room);
    assert_silent(&room, "untimed-item");
    room_free(&room);
}

static void test_over_time(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbItem *item = put_item(&room, "1", "Assessment");

    item->minutes = 195;
    look_meeting(&room);
    assert_found(&room, "over-time", "error", PLACE,
                 "The items come to 195 minutes and the meeting has 180: 15 minutes too many.");
    item->minutes = 180;
    look_meeting(&room);
    assert_silent(&room, "over-time");
    room_free(&room);
}

static void test_total_time(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbItem *item = put_item(&room, "3", "Minutes and matters arising");
    MbItem *nested = put_item(&room, "3.1", "Matters arising");

    mb_set(&nested->parent, item->id);
    nested->minutes = 25;
    look_meeting(&room);
    assert_found(&room, "total-time", "error", PLACE ", item 3 Minutes and matters arising",
                 "“Minutes and matters arising” is allotted 10 minutes, and what is nested in it 25.");
    nested->minutes = 10;
    look_meeting(&room);
    assert_silent(&room, "total-time");
    mb_set(&item->standing_text, "TOTAL TIME: 174 MINUTES");
    look_meeting(&room);
    assert_found(&room, "total-time", "error", PLACE ", item 3 Minutes and matters arising",
                 "The agenda prints a total of 174 minutes; its items come to 10.");
    mb_set(&item->standing_text, "Total time: 10 minutes");
    look_meeting(&room);
    assert_silent(&room, "total-time");
    room_free(&room);
}

static void test_late(void)
{
    Room room = room_new(MB_STATE_CALLED);
    MbItem *late;

    put_item(&room, "9", "Budget");
    late = put_item(&room, "9A", "Flood");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "late-without-reason"), ==, 1);
    assert_found(&room, "late-without-reason", "warning", PLACE ", item 9A Flood",
                 "“Flood” came after the agenda had gone out, and no reason of the chair is given for taking it.");
    mb_set(&late->urgent_why, "The river rose after the agenda went out");
    look_meeting(&room);
    assert_silent(&room, "late-without-reason");
    mb_set(&late->urgent_why, NULL);
    mb_set(&late->number, "A1"); /* a number of the board's own */
    look_meeting(&room);
    assert_silent(&room, "late-without-reason");
    room_free(&room);
}

/* Approved by a decision of a meeting in between, though its state says nothing of it. */
static void test_approved_between(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbMeeting *september = put_meeting(&room, "2025-09-25", MB_STATE_CIRCULATED);
    MbMeeting *december = put_meeting(&room, "2025-12-11", MB_STATE_APPROVED);
    MbItem *item = put_item_at(&room, december, "2", "Minutes");
    MbDecision *decision;

    put_item(&room, "1", "Welcome");
    mb_set(&item->approves, september->id);
    decision = put_decision(&room, item, "That the minutes be approved");
    mb_set(&decision->meeting, december->id);
    decision->outcome = MB_OUTCOME_DEFERRED;
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "previous-minutes-not-approved"), ==, 1);
    decision->outcome = MB_OUTCOME_APPROVED;
    look_meeting(&room);
    assert_silent(&room, "previous-minutes-not-approved");
    room_free(&room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/agenda/plan-vs-agenda", test_plan_vs_agenda);
    g_test_add_func("/check/agenda/part-missing", test_part_missing);
    g_test_add_func("/check/agenda/dropped-by-hand", test_dropped_by_hand);
    g_test_add_func("/check/agenda/title-variant", test_title_variant);
    g_test_add_func("/check/agenda/presenter-changed", test_presenter_changed);
    g_test_add_func("/check/agenda/presenter-holds-office", test_presenter_holds_office);
    g_test_add_func("/check/agenda/presenter-with-apologies", test_presenter_with_apologies);
    g_test_add_func("/check/agenda/lead-not-on-roll", test_lead_not_on_roll);
    g_test_add_func("/check/agenda/restricted-lost", test_restricted_lost);
    g_test_add_func("/check/agenda/restricted-no-reason", test_restricted_no_reason);
    g_test_add_func("/check/agenda/letter-gap", test_letter_gap);
    g_test_add_func("/check/agenda/paper-state", test_paper_state);
    g_test_add_func("/check/agenda/late", test_late);
    g_test_add_func("/check/approval/between", test_approved_between);
    g_test_add_func("/check/approval/before", test_approval_before);
    g_test_add_func("/check/approval/extraordinary", test_approval_extraordinary);
    g_test_add_func("/check/approval/after", test_approval_after);
    g_test_add_func("/check/approval/unknown", test_approval_unknown);
    g_test_add_func("/check/time/untimed", test_untimed);
    g_test_add_func("/check/time/over-time", test_over_time);
    g_test_add_func("/check/time/total-time", test_total_time);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* What is noticed in attendance, decisions and votes, and in the roll. */
#include "check_help.h"

static void test_inquorate(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *jo = put_member(&room, "Jo Bell");
    MbPerson *kim = put_member(&room, "Kim Ash");
    MbAttendance *attendance;

    room.board->quorum_members = 2;
    put_attendance(&room, jo, MB_ATTENDANCE_PRESENT);
    attendance = put_attendance(&room, kim, MB_ATTENDANCE_APOLOGIES);
    put_decision(&room, put_item(&room, "4", "Budget"), "That the budget be approved");
    look_meeting(&room);
    assert_found(&room, "inquorate", "error", PLACE,
                 "The meeting took decisions without a quorum: only 1 of 2 members were there.");
    attendance->status = MB_ATTENDANCE_PRESENT;
    look_meeting(&room);
    assert_silent(&room, "inquorate");
    room_free(&room);
}

static void test_inquorate_for_item(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *jo = put_member(&room, "Jo Bell");
    MbPerson *kim = put_member(&room, "Kim Ash");
    MbItem *item = put_item(&room, "4", "Grant");
    MbItem *other = put_item(&room, "5", "Plan");
    MbDeclaration *declaration = put(&room, &MB_DECLARATION);

    room.board->quorum_members = 2;
    put_attendance(&room, jo, MB_ATTENDANCE_PRESENT);
    put_attendance(&room, kim, MB_ATTENDANCE_PRESENT);
    put_decision(&room, other, "That the plan be agreed");
    mb_set(&declaration->meeting, room.meeting->id);
    mb_set(&declaration->item, item->id);
    mb_set(&declaration->person, kim->id);
    declaration->effect = MB_EFFECT_LEFT;
    look_meeting(&room);
    assert_silent(&room, "inquorate");
    put_decision(&room, item, "That the grant be paid");
    look_meeting(&room);
    assert_found(&room, "inquorate", "error", PLACE ", item 4 Grant",
                 "A decision was taken under “Grant” without a quorum: only 1 of 2 members were there.");
    room_free(&room);
}

static void test_conflicted(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *shanthi = put_member(&room, "Shanthi Morrowby");
    MbItem *declarations = put_item(&room, "2", "Declarations of interest");
    MbItem *item = put_item(&room, "8", "Grant");
    MbDeclaration *declaration = put(&room, &MB_DECLARATION);
    MbDecision *decision = put_decision(&room, item, "That the grant be paid");

    mb_set(&declaration->meeting, room.meeting->id);
    mb_set(&declaration->item, declarations->id);
    mb_set(&declaration->person, shanthi->id);
    mb_set(&declaration->nature, "Chief Executive of the service to be paid (item 8)");
    declaration->effect = MB_EFFECT_LEFT;
    mb_set(&decision->mover, shanthi->id);
    look_meeting(&room);
    assert_found(
        &room, "conflicted-mover", "error", PLACE ", item 8 Grant",
        "Shanthi Morrowby declared an interest and left and yet is recorded as having moved “That the grant be paid”.");
    mb_set(&declaration->nature, "Chief Executive of a service (item 18)");
    look_meeting(&room);
    assert_silent(&room, "conflicted-mover"); /* of another item */
    mb_set(&declaration->nature, "Chief Executive of a service (item 8.1)");
    look_meeting(&room);
    assert_silent(&room, "conflicted-mover");
    mb_set(&declaration->nature, "Chief Executive of a service (items 6 and 8)");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "conflicted-mover"), ==, 1);
    mb_set(&declaration->nature, NULL);
    mb_set(&declaration->item, item->id);
    declaration->effect = MB_EFFECT_STAYED;
    look_meeting(&room);
    assert_silent(&room, "conflicted-mover");
    room_free(&room);
}

static void test_conflicted_voter(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *kim = put_member(&room, "Kim Ash");
    MbItem *item = put_item(&room, "8", "Grant");
    MbDeclaration *declaration = put(&room, &MB_DECLARATION);
    MbVote *vote = put(&room, &MB_VOTE);

    mb_set(&declaration->meeting, room.meeting->id);
    mb_set(&declaration->item, item->id);
    mb_set(&declaration->person, kim->id);
    declaration->effect = MB_EFFECT_DID_NOT_VOTE;
    mb_set(&vote->decision, put_decision(&room, item, "That the grant be paid")->id);
    mb_set(&vote->person, kim->id);
    look_meeting(&room);
    assert_found(&room, "conflicted-mover", "error", PLACE ", item 8 Grant",
                 "Kim Ash declared an interest and did not vote and yet is recorded as having voted on “That the grant "
                 "be paid”.");
    mb_set(&declaration->dispensation, "D4");
    look_meeting(&room);
    assert_silent(&room, "conflicted-mover");
    mb_set(&declaration->dispensation, NULL);
    vote->vote = MB_VOTE_BARRED;
    look_meeting(&room);
    assert_silent(&room, "conflicted-mover");
    room_free(&room);
}

/* ---- votes ---- */

static void put_vote(Room *room, const MbDecision *decision, const MbPerson *person, MbVoteKind kind)
{
    MbVote *vote = put(room, &MB_VOTE);

    mb_set(&vote->decision, decision->id);
    mb_set(&vote->person, person->id);
    vote->vote = kind;
}

static void test_votes_named(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *jo = put_member(&room, "Jo Bell");
    MbPerson *kim = put_member(&room, "Kim Ash");
    MbDecision *decision = put_decision(&room, put_item(&room, "9", "Trial"), "That the trial be supported");

    put_attendance(&room, jo, MB_ATTENDANCE_PRESENT);
    put_attendance(&room, kim, MB_ATTENDANCE_PRESENT);
    put_vote(&room, decision, jo, MB_VOTE_FOR);
    put_vote(&room, decision, kim, MB_VOTE_ABSTAINED);
    decision->votes_for = 2;
    decision->votes_against = 0;
    look_meeting(&room);
    assert_found(&room, "arithmetic", "error", PLACE ", item 9 Trial",
                 "“That the trial be supported”: 2 counted for, and 1 named.");
    decision->votes_for = 1;
    decision->votes_abstained = 1;
    look_meeting(&room);
    assert_silent(&room, "arithmetic");
    room_free(&room);
}

static void test_votes_present(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *jo = put_member(&room, "Jo Bell");
    MbPerson *observer = put_person(&room, "Olwen Tredgold");
    MbSeat *seat = put_seat(&room, observer);
    MbDecision *decision = put_decision(&room, put_item(&room, "9", "Trial"), "That the trial be supported");

    put_attendance(&room, jo, MB_ATTENDANCE_PRESENT);
    put_attendance(&room, observer, MB_ATTENDANCE_IN_PART);
    seat->voting = MB_NO;
    decision->votes_for = 2;
    decision->votes_against = 0;
    look_meeting(&room);
    assert_found(&room, "arithmetic", "error", PLACE ", item 9 Trial",
                 "“That the trial be supported”: 2 votes, and only 1 of those present could vote.");
    seat->voting = MB_YES;
    look_meeting(&room);
    assert_silent(&room, "arithmetic");
    room_free(&room);
}

static void test_votes_outcome(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbDecision *decision = put_decision(&room, put_item(&room, "9", "Trial"), "That the trial be supported");

    decision->outcome = MB_OUTCOME_APPROVED;
    decision->votes_for = 3;
    decision->votes_against = 4;
    look_meeting(&room);
    assert_found(&room, "arithmetic", "error", PLACE ", item 9 Trial",
                 "“That the trial be supported” is recorded as approved, with 3 for and 4 against.");
    decision->outcome = MB_OUTCOME_REJECTED;
    look_meeting(&room);
    assert_silent(&room, "arithmetic");
    room_free(&room);
}

/* ---- attendance as printed ---- */

static void test_printed(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *jenny = put_person(&room, "Jenny Barnett");
    MbSeat *seat = put_seat(&room, jenny);
    MbPost *post = put(&room, &MB_POST);
    MbAttendance *attendance = put_attendance(&room, NULL, MB_ATTENDANCE_PRESENT);

    mb_set(&post->title, "Operational Director");
    mb_set(&seat->post, post->id);
    mb_set(&attendance->name, "Cllr Jenny Barnet");
    look_meeting(&room);
    assert_found(&room, "name-variant", "warning", PLACE,
                 "Cllr Jenny Barnet, in the attendance, is on no roll; Jenny Barnett is, and is spelled nearly alike.");
    mb_set(&attendance->name, "Penny Burnham");
    look_meeting(&room);
    assert_silent(&room, "name-variant");
    mb_set(&attendance->name, NULL);
    mb_set(&attendance->person, jenny->id);
    mb_set(&attendance->post, "Operations Director");
    look_meeting(&room);
    assert_found(
        &room, "role-variant", "warning", PLACE,
        "Jenny Barnett is printed here as Operations Director, and stands on the roll as Operational Director.");
    mb_set(&attendance->post, "Operational Director, Harrowmere");
    look_meeting(&room);
    assert_silent(&room, "role-variant");
    assert_silent(&room, "group-duplicate");
    put_attendance(&room, jenny, MB_ATTENDANCE_APOLOGIES);
    look_meeting(&room);
    assert_found(&room, "group-duplicate", "warning", PLACE, "Jenny Barnett stands in the attendance twice.");
    room_free(&room);
}

/* ---- the roll ---- */

static void test_initials(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbSeat *one = put_seat(&room, put_person(&room, "Jonquil Rosewarne"));
    MbSeat *other = put_seat(&room, put_person(&room, "Jasper Redfearn"));

    look_roll(&room);
    assert_found(&room, "shared-initials", "warning", "CSP, roll, Jonquil Rosewarne",
                 "Jonquil Rosewarne and Jasper Redfearn share the initials JR.");
    mb_set(&one->initials, "JRo");
    mb_set(&other->initials, "JRe");
    look_roll(&room);
    assert_found(&room, "shared-initials", "information", "CSP, roll, Jonquil Rosewarne",
                 "Jonquil Rosewarne and Jasper Redfearn would both be JR; the roll tells them apart as JRo and JRe.");
    other->until = mb_day_parse_iso("2025-12-31"); /* sits no more */
    look_roll(&room);
    assert_silent(&room, "shared-initials");
    room_free(&room);
}

static void test_names(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPerson *other;

    put_member(&room, "Russell Freeman");
    other = put_member(&room, "Russel Freeman");
    look_roll(&room);
    assert_found(&room, "name-variant", "warning", "CSP, roll, Russell Freeman",
                 "Russell Freeman and Russel Freeman are spelled nearly alike and may be one person.");
    mb_set(&other->name, "Ruth Freeman");
    look_roll(&room);
    assert_silent(&room, "name-variant");
    room_free(&room);
}

static void test_terms(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbPerson *geraint = put_person(&room, "Geraint Mossop");
    MbSeat *seat = put_seat(&room, geraint);
    MbOffice *office = put(&room, &MB_OFFICE);

    mb_set(&office->board, room.board->id);
    mb_set(&office->person, geraint->id);
    mb_set(&office->office, "Treasurer");
    seat->until = mb_day_parse_iso("2026-03-15");
    look_roll(&room);
    assert_silent(&room, "term-ends");
    room.today = mb_day_parse_iso("2026-01-15");
    look_roll(&room);
    assert_found(&room, "term-ends", "information", "CSP, roll, Geraint Mossop",
                 "The term of Geraint Mossop ends on 15 March 2026.");
    assert_silent(&room, "term-ended");
    room.today = mb_day_parse_iso("2026-03-16");
    look_roll(&room);
    assert_found(&room, "term-ended", "warning", "CSP, roll, Geraint Mossop",
                 "Geraint Mossop is still Treasurer, and left the board on 15 March 2026.");
    room_free(&room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/attendance/inquorate", test_inquorate);
    g_test_add_func("/check/attendance/inquorate-for-item", test_inquorate_for_item);
    g_test_add_func("/check/attendance/conflicted", test_conflicted);
    g_test_add_func("/check/attendance/conflicted-voter", test_conflicted_voter);
    g_test_add_func("/check/attendance/printed", test_printed);
    g_test_add_func("/check/votes/named", test_votes_named);
    g_test_add_func("/check/votes/present", test_votes_present);
    g_test_add_func("/check/votes/outcome", test_votes_outcome);
    g_test_add_func("/check/roll/initials", test_initials);
    g_test_add_func("/check/roll/names", test_names);
    g_test_add_func("/check/roll/terms", test_terms);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* What is noticed in the register, and in who moved, seconded and voted by it. */
#include "check_help.h"

#define ITEM PLACE ", item 4 Grant"

typedef struct {
    Room room;
    MbItem *item;
    MbPerson *jo, *kim;
    MbAttendance *jo_came, *kim_came;
    MbDecision *decision;
} Hall;

/* Two members, both there, and a decision that they took. */
static Hall hall_new(void)
{
    Hall hall = {.room = room_new(MB_STATE_WRITTEN_UP)};

    hall.jo = put_member(&hall.room, "Jo Bell");
    hall.kim = put_member(&hall.room, "Kim Ash");
    hall.jo_came = put_attendance(&hall.room, hall.jo, MB_ATTENDANCE_PRESENT);
    hall.kim_came = put_attendance(&hall.room, hall.kim, MB_ATTENDANCE_PRESENT);
    hall.item = put_item(&hall.room, "4", "Grant");
    hall.decision = put_decision(&hall.room, hall.item, "That the grant be paid");
    mb_set(&hall.decision->mover, hall.jo->id);
    mb_set(&hall.decision->seconder, hall.kim->id);
    return hall;
}

static MbVote *put_vote(Hall *hall, const MbPerson *person)
{
    MbVote *vote = put(&hall->room, &MB_VOTE);

    mb_set(&vote->decision, hall->decision->id);
    mb_set(&vote->person, person->id);
    return vote;
}

static MbDeclaration *declare(Hall *hall, const MbPerson *person)
{
    MbDeclaration *declaration = put(&hall->room, &MB_DECLARATION);

    mb_set(&declaration->meeting, hall->room.meeting->id);
    mb_set(&declaration->item, hall->item->id);
    mb_set(&declaration->person, person->id);
    return declaration;
}

static void test_nothing(void)
{
    static const char *const rules[] = {"mover-not-present",  "mover-is-seconder",  "voter-without-vote",
                                        "remote-not-allowed", "member-unaccounted", "deputy-not-named",
                                        "arithmetic",         "closed-before-start"};
    Hall hall = hall_new();

    put_vote(&hall, hall.jo);
    put_vote(&hall, hall.kim);
    hall.decision->votes_for = 2;
    hall.room.meeting->closed = mb_time_parse("13:10");
    look_meeting(&hall.room);
    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
        assert_silent(&hall.room, rules[i]);
    room_free(&hall.room);
}

/* ---- who could vote ---- */

#define TOO_MANY "“That the grant be paid”: 2 votes, and only 1 of those present could vote."

static void test_votes_interest(void)
{
    Hall hall = hall_new();
    MbDeclaration *declaration = declare(&hall, hall.kim);

    hall.decision->votes_for = 2;
    look_meeting(&hall.room);
    assert_silent(&hall.room, "arithmetic"); /* an interest that keeps nobody from voting */
    declaration->effect = MB_EFFECT_LEFT;
    look_meeting(&hall.room);
    assert_found(&hall.room, "arithmetic", "error", ITEM, TOO_MANY);
    mb_set(&declaration->dispensation, "D4");
    look_meeting(&hall.room);
    assert_silent(&hall.room, "arithmetic");
    room_free(&hall.room);
}

static void test_votes_left(void)
{
    Hall hall = hall_new();

    hall.decision->votes_for = 2;
    hall.item->started = mb_time_parse("11:00");
    hall.kim_came->status = MB_ATTENDANCE_IN_PART;
    hall.kim_came->left = mb_time_parse("10:40");
    look_meeting(&hall.room);
    assert_found(&hall.room, "arithmetic", "error", ITEM, TOO_MANY);
    hall.kim_came->left = mb_time_parse("11:40");
    look_meeting(&hall.room);
    assert_silent(&hall.room, "arithmetic");
    room_free(&hall.room);
}

static void test_votes_remote(void)
{
    Hall hall = hall_new();

    hall.decision->votes_for = 2;
    hall.kim_came->mode = MB_MODE_REMOTE;
    look_meeting(&hall.room);
    assert_found(&hall.room, "arithmetic", "error", ITEM, TOO_MANY);
    hall.room.rules->remote_votes = TRUE;
    look_meeting(&hall.room);
    assert_silent(&hall.room, "arithmetic");
    room_free(&hall.room);
}

static void test_voter(void)
{
    Hall hall = hall_new();
    MbPerson *guest = put_person(&hall.room, "Olwen Tredgold");
    MbVote *vote;

    put_attendance(&hall.room, guest, MB_ATTENDANCE_PRESENT);
    vote = put_vote(&hall, guest);
    look_meeting(&hall.room);
    assert_found(&hall.room, "voter-without-vote", "error", ITEM,
                 "Olwen Tredgold is recorded as having voted on “That the grant be paid”, and has no seat on the "
                 "board.");
    put_seat(&hall.room, guest)->voting = MB_NO;
    look_meeting(&hall.room);
    assert_found(&hall.room, "voter-without-vote", "error", ITEM,
                 "Olwen Tredgold is recorded as having voted on “That the grant be paid”, and has a seat without a "
                 "vote.");
    vote->vote = MB_VOTE_BARRED;
    look_meeting(&hall.room);
    assert_silent(&hall.room, "voter-without-vote");
    vote->vote = MB_VOTE_FOR;
    mb_set(&vote->person, hall.kim->id);
    hall.kim_came->status = MB_ATTENDANCE_APOLOGIES;
    look_meeting(&hall.room);
    assert_found(&hall.room, "voter-without-vote", "error", ITEM,
                 "Kim Ash is recorded as having voted on “That the grant be paid”, and was not there.");
    room_free(&hall.room);
}

/* ---- movers ---- */

static void test_mover_absent(void)
{
    Hall hall = hall_new();

    hall.kim_came->status = MB_ATTENDANCE_APOLOGIES;
    look_meeting(&hall.room);
    assert_found(&hall.room, "mover-not-present", "error", ITEM,
                 "Kim Ash is recorded as having seconded “That the grant be paid”, and was not there.");
    mb_set(&hall.decision->seconder, NULL);
    mb_set(&hall.decision->seconder_name, "the Chair");
    look_meeting(&hall.room);
    g_assert_cmpuint(count_of(&hall.room, "mover-not-present"), ==, 1); /* somebody called so was not there either */
    mb_set(&hall.decision->seconder_name, "Chair");
    look_meeting(&hall.room);
    assert_silent(&hall.room, "mover-not-present");
    mb_set(&hall.decision->seconder_name, "Cllr Jo Bell");
    look_meeting(&hall.room);
    assert_silent(&hall.room, "mover-not-present");
    room_free(&hall.room);
}

/* Whoever stands in for a member moves as well as the member. */
static void test_mover_stood_in(void)
{
    Hall hall = hall_new();
    MbPerson *deputy = put_person(&hall.room, "Ivy Ivory");

    hall.kim_came->status = MB_ATTENDANCE_REPRESENTED;
    mb_set(&hall.kim_came->represented_by, deputy->id);
    mb_set(&hall.decision->seconder, deputy->id);
    look_meeting(&hall.room);
    assert_silent(&hall.room, "mover-not-present");
    mb_set(&hall.decision->seconder, hall.kim->id);
    look_meeting(&hall.room);
    g_assert_cmpuint(count_of(&hall.room, "mover-not-present"), ==, 1);
    room_free(&hall.room);
}

static void test_mover_left(void)
{
    Hall hall = hall_new();

    hall.item->started = mb_time_parse("11:00");
    hall.jo_came->status = MB_ATTENDANCE_IN_PART;
    hall.jo_came->left = mb_time_parse("10:40");
    look_meeting(&hall.room);
    assert_found(&hall.room, "mover-not-present", "error", ITEM,
                 "Jo Bell is recorded as having moved “That the grant be paid”, and was not there.");
    room_free(&hall.room);
}

static void test_mover_is_seconder(void)
{
    Hall hall = hall_new();
    MbMotion *motion = put(&hall.room, &MB_MOTION);

    mb_set(&hall.decision->seconder, hall.jo->id);
    look_meeting(&hall.room);
    assert_found(&hall.room, "mover-is-seconder", "error", ITEM,
                 "Jo Bell is recorded as having both moved and seconded “That the grant be paid”.");
    mb_set(&hall.decision->seconder, hall.kim->id);
    mb_set(&motion->meeting, hall.room.meeting->id);
    mb_set(&motion->item, hall.item->id);
    mb_set(&motion->text, "That it wait");
    mb_set(&motion->mover_name, "Dr Vane");
    mb_set(&motion->seconder_name, "dr vane");
    look_meeting(&hall.room);
    assert_found(&hall.room, "mover-is-seconder", "error", ITEM,
                 "Dr Vane is recorded as having both moved and seconded “That it wait”.");
    room_free(&hall.room);
}

/* ---- the register ---- */

static void test_deputy(void)
{
    Hall hall = hall_new();
    MbDeputy *deputy = put(&hall.room, &MB_DEPUTY);
    const MbSeat *seat = mb_dossier_first(hall.room.dossier, &MB_SEAT, "person", hall.kim->id);

    hall.room.rules->deputies_count = TRUE;
    mb_set(&deputy->seat, seat->id);
    mb_set(&deputy->name, "Ivy Ivory");
    hall.kim_came->status = MB_ATTENDANCE_REPRESENTED;
    mb_set(&hall.kim_came->represented_by_name, "Ian Iron");
    look_meeting(&hall.room);
    assert_found(&hall.room, "deputy-not-named", "information", PLACE,
                 "Ian Iron stood in for Kim Ash and is not among the deputies named for that seat: not counted towards "
                 "the quorum.");
    hall.room.rules->deputies_count = FALSE;
    look_meeting(&hall.room);
    g_assert_cmpint(finding_of(&hall.room, "deputy-not-named")->severity, ==, MB_SEVERITY_WARNING);
    mb_set(&hall.kim_came->represented_by_name, "Ivy Ivory");
    look_meeting(&hall.room);
    assert_silent(&hall.room, "deputy-not-named");
    deputy->until = mb_day_parse_iso("2025-12-31");
    look_meeting(&hall.room);
    g_assert_cmpuint(count_of(&hall.room, "deputy-not-named"), ==, 1);
    room_free(&hall.room);
}

static void test_remote(void)
{
    Hall hall = hall_new();
    MbAttendance *guest = put_attendance(&hall.room, put_person(&hall.room, "Olwen Tredgold"), MB_ATTENDANCE_PRESENT);

    guest->mode = MB_MODE_REMOTE;
    look_meeting(&hall.room);
    assert_silent(&hall.room, "remote-not-allowed");
    hall.jo_came->mode = MB_MODE_REMOTE;
    look_meeting(&hall.room);
    assert_found(&hall.room, "remote-not-allowed", "warning", PLACE,
                 "Jo Bell attended remotely, and under the rules of the board a member is present only in the room.");
    hall.room.rules->remote_allowed = TRUE;
    look_meeting(&hall.room);
    assert_silent(&hall.room, "remote-not-allowed");
    room_free(&hall.room);
}

static void test_unaccounted(void)
{
    Hall hall = hall_new();
    MbPerson *left = put_member(&hall.room, "Lee Oak");
    MbSeat *seat = mb_dossier_first(hall.room.dossier, &MB_SEAT, "person", left->id);

    seat->until = mb_day_parse_iso("2025-12-31");
    look_meeting(&hall.room);
    assert_silent(&hall.room, "member-unaccounted");
    seat->until = MB_NO_DAY;
    look_meeting(&hall.room);
    assert_found(&hall.room, "member-unaccounted", "warning", PLACE,
                 "The register does not say whether Lee Oak was there.");
    put_member(&hall.room, "Max Pine");
    look_meeting(&hall.room);
    assert_found(&hall.room, "member-unaccounted", "warning", PLACE,
                 "The register does not say whether Lee Oak and Max Pine were there.");
    g_assert_cmpuint(count_of(&hall.room, "member-unaccounted"), ==, 1);
    hall.room.meeting->state = MB_STATE_LIVE; /* the register is still being taken */
    look_meeting(&hall.room);
    assert_silent(&hall.room, "member-unaccounted");
    room_free(&hall.room);
}

static void test_closed(void)
{
    Hall hall = hall_new();

    hall.room.meeting->closed = mb_time_parse("09:30");
    look_meeting(&hall.room);
    assert_found(&hall.room, "closed-before-start", "error", PLACE,
                 "The meeting closed at 09:30, before it began at 10:00.");
    hall.room.meeting->starts = mb_time_parse("19:00");
    hall.room.meeting->closed = mb_time_parse("00:15"); /* past midnight */
    look_meeting(&hall.room);
    assert_silent(&hall.room, "closed-before-start");
    room_free(&hall.room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/register/nothing", test_nothing);
    g_test_add_func("/check/votes/interest", test_votes_interest);
    g_test_add_func("/check/votes/left", test_votes_left);
    g_test_add_func("/check/votes/remote", test_votes_remote);
    g_test_add_func("/check/votes/voter", test_voter);
    g_test_add_func("/check/movers/absent", test_mover_absent);
    g_test_add_func("/check/movers/stood-in", test_mover_stood_in);
    g_test_add_func("/check/movers/left", test_mover_left);
    g_test_add_func("/check/movers/is-seconder", test_mover_is_seconder);
    g_test_add_func("/check/register/deputy", test_deputy);
    g_test_add_func("/check/register/remote", test_remote);
    g_test_add_func("/check/register/unaccounted", test_unaccounted);
    g_test_add_func("/check/register/closed", test_closed);
    return g_test_run();
}

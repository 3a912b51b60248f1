/* SPDX-License-Identifier: MIT */
#include "dossier_help.h"

#include "minutebook/clerk/quorum.h"

/* A board of four statutory and three other members, and one who is invited and neither votes nor counts. */
typedef struct {
    MbDossier *dossier;
    MbRules *rules;
    MbBoard *board;
    MbMeeting *meeting;
    MbGroup *statutory, *others, *invited;
    MbSeat *seats[8];
    MbAttendance *came[8];
} Room;

static void set_up(Room *room, gconstpointer data)
{
    static const char *const names[] = {"Ann Ash", "Bob Birch", "Cat Cedar", "Dan Dogwood",
                                        "Eve Elm", "Fay Fir",   "Gil Gorse", "Hal Hazel"};

    (void)data;
    room->dossier = mb_dossier_new();
    room->rules = mb_rules_new();
    room->rules->remote_counts = TRUE;
    room->board = help_board(room->dossier, "Board");
    room->meeting = help_meeting(room->dossier, room->board, "2026-01-29", MB_STATE_LIVE);
    room->statutory = help_group(room->dossier, room->board, "Statutory", MB_NO_INT);
    room->others = help_group(room->dossier, room->board, "Non-statutory", MB_NO_INT);
    room->invited = help_group(room->dossier, room->board, "Invited", MB_NO_INT);
    room->invited->non_voting = room->invited->outside_quorum = TRUE;
    for (guint i = 0; i < 8; i++) {
        room->seats[i] = help_seat(room->dossier, room->board, names[i],
                                   i < 4   ? room->statutory
                                   : i < 7 ? room->others
                                           : room->invited);
        room->came[i] = help_attendance(room->dossier, room->meeting, room->seats[i]->person, MB_ATTENDANCE_APOLOGIES);
    }
}

static void tear_down(Room *room, gconstpointer data)
{
    (void)data;
    mb_rules_free(room->rules);
    mb_dossier_free(room->dossier);
}

/* The first STATUTORY of the statutory members and OTHERS of the others are there, and always the one who is invited.
 */
static void seat_people(Room *room, guint statutory, guint others)
{
    for (guint i = 0; i < 8; i++)
        room->came[i]->status =
            i < statutory || (i >= 4 && i < 4 + others) || i == 7 ? MB_ATTENDANCE_PRESENT : MB_ATTENDANCE_APOLOGIES;
}

static void assert_quorum(const Room *room, MbTime at, const char *item, int here, int required, const char *shortfall)
{
    MbQuorum quorum = mb_quorum_at(room->dossier, room->rules, room->meeting, at, item);

    g_assert_cmpint(quorum.here, ==, here);
    g_assert_cmpint(quorum.required, ==, required);
    g_assert_cmpstr(quorum.shortfall, ==, shortfall);
    g_assert_cmpint(quorum.quorate, ==, shortfall == NULL);
    mb_quorum_clear(&quorum);
}

static void assert_words(const Room *room, const char *expected)
{
    g_autofree char *words = mb_quorum_words(room->dossier, room->rules, room->board, room->meeting->day);

    g_assert_cmpstr(words, ==, expected);
}

static void test_number(Room *room, gconstpointer data)
{
    (void)data;
    assert_words(room, NULL);
    assert_quorum(room, MB_NO_TIME, NULL, 0, 0, NULL);
    room->board->quorum_members = 5;
    room->statutory->quorum = 3;
    assert_words(room, "5 members, 3 of them Statutory");
    seat_people(room, 3, 2);
    assert_quorum(room, MB_NO_TIME, NULL, 5, 5, NULL);
    seat_people(room, 3, 1);
    assert_quorum(room, MB_NO_TIME, NULL, 4, 5, "4 of 5 members");
    seat_people(room, 2, 3);
    assert_quorum(room, MB_NO_TIME, NULL, 5, 5, "2 of 3 Statutory members");
    seat_people(room, 2, 2);
    assert_quorum(room, MB_NO_TIME, NULL, 4, 5, "4 of 5 members and 2 of 3 Statutory members");
    room->board->quorum_members = MB_NO_INT;
    assert_words(room, "3 Statutory members");
    seat_people(room, 2, 3);
    assert_quorum(room, MB_NO_TIME, NULL, 5, 3, "2 of 3 Statutory members");
}

static void test_fraction(Room *room, gconstpointer data)
{
    (void)data;
    room->board->quorum_over = 1;
    room->board->quorum_under = 3; /* of seven: 2 1/3 */
    assert_words(room, "3 of 7 voting members");
    room->board->quorum_rounding = MB_ROUND_NEAREST;
    assert_words(room, "2 of 7 voting members");
    room->board->quorum_rounding = MB_ROUND_DOWN;
    room->board->quorum_at_least = 3;
    assert_words(room, "3 of 7 voting members");
    room->board->quorum_under = MB_NO_INT;
    room->board->quorum_at_least = MB_NO_INT;
    room->board->quorum_majority = TRUE;
    assert_words(room, "4 of 7 voting members");
    room->invited->outside_quorum = FALSE;
    room->board->quorum_of = MB_QUORUM_OF_ALL; /* of eight, more than half */
    assert_words(room, "5 of 8 members");
    seat_people(room, 4, 0);
    assert_quorum(room, MB_NO_TIME, NULL, 5, 5, NULL);
}

static void test_rules(Room *room, gconstpointer data)
{
    (void)data;
    room->rules->quorum_over = 1;
    room->rules->quorum_under = 4;
    assert_words(room, "2 of 7 voting members");
    room->board->quorum_members = 6;
    assert_words(room, "6 members");
    room->board->quorum_members = MB_NO_INT;
    room->seats[0]->until = help_day("2025-12-31"); /* left: a quarter of six is still two, a half is three */
    room->rules->quorum_under = 2;
    assert_words(room, "3 of 6 voting members");
    seat_people(room, 2, 1);
    assert_quorum(room, MB_NO_TIME, NULL, 2, 3, "2 of 3 members");
}

static void test_times(Room *room, gconstpointer data)
{
    MbPresence *back = mb_dossier_new_record(room->dossier, &MB_PRESENCE);

    (void)data;
    room->board->quorum_members = 2;
    seat_people(room, 2, 0);
    room->came[0]->arrived = mb_time_parse("09:50"); /* before the start */
    room->came[1]->arrived = mb_time_parse("10:20");
    room->came[1]->left = mb_time_parse("11:45");
    mb_set(&back->attendance, room->came[1]->id);
    back->arrived = mb_time_parse("12:30");
    assert_quorum(room, mb_time_parse("10:10"), NULL, 1, 2, "1 of 2 members");
    assert_quorum(room, mb_time_parse("10:20"), NULL, 2, 2, NULL);
    assert_quorum(room, mb_time_parse("11:45"), NULL, 1, 2, "1 of 2 members");
    assert_quorum(room, mb_time_parse("12:45"), NULL, 2, 2, NULL);
    assert_quorum(room, MB_NO_TIME, NULL, 2, 2, NULL);
}

static void test_items(Room *room, gconstpointer data)
{
    MbItem *first = help_item(room->dossier, room->meeting, NULL, "First", 5);
    MbItem *second = help_item(room->dossier, room->meeting, NULL, "Second", 5);
    MbItem *third = help_item(room->dossier, room->meeting, NULL, "Third", 5);

    (void)data;
    room->board->quorum_members = 2;
    seat_people(room, 2, 0);
    mb_set(&room->came[1]->left_item, second->id); /* no times are known */
    assert_quorum(room, MB_NO_TIME, first->id, 2, 2, NULL);
    assert_quorum(room, MB_NO_TIME, third->id, 1, 2, "1 of 2 members");
    mb_set(&room->came[1]->left_item, NULL);
    mb_set(&room->came[1]->arrived_item, second->id);
    assert_quorum(room, MB_NO_TIME, first->id, 1, 2, "1 of 2 members");
    assert_quorum(room, MB_NO_TIME, third->id, 2, 2, NULL);
}

static MbInterestKind *add_kind(Room *room, const char *name, gboolean counts)
{
    MbInterestKind *kind = g_new0(MbInterestKind, 1);

    kind->name = g_strdup(name);
    kind->counts_to_quorum = counts;
    g_ptr_array_add(room->rules->interests, kind);
    return kind;
}

static void test_interests(Room *room, gconstpointer data)
{
    MbItem *grant = help_item(room->dossier, room->meeting, NULL, "Grant", 5);
    MbItem *other = help_item(room->dossier, room->meeting, NULL, "Other", 5);
    MbDeclaration *declaration = mb_dossier_new_record(room->dossier, &MB_DECLARATION);

    (void)data;
    add_kind(room, "pecuniary interest", FALSE);
    add_kind(room, "personal interest", TRUE);
    room->board->quorum_members = 3;
    seat_people(room, 3, 0);
    mb_set(&declaration->meeting, room->meeting->id);
    mb_set(&declaration->item, grant->id);
    mb_set(&declaration->person, room->seats[0]->person);
    mb_set(&declaration->kind, "pecuniary interest");
    assert_quorum(room, MB_NO_TIME, grant->id, 2, 3, "2 of 3 members");
    assert_quorum(room, MB_NO_TIME, other->id, 3, 3, NULL);
    assert_quorum(room, MB_NO_TIME, NULL, 3, 3, NULL);
    mb_set(&declaration->dispensation, "D4");
    assert_quorum(room, MB_NO_TIME, grant->id, 3, 3, NULL);
    mb_set(&declaration->kind, "personal interest");
    mb_set(&declaration->dispensation, NULL);
    assert_quorum(room, MB_NO_TIME, grant->id, 3, 3, NULL);
    declaration->effect = MB_EFFECT_LEFT; /* whatever the kind, an empty chair does not count */
    assert_quorum(room, MB_NO_TIME, grant->id, 2, 3, "2 of 3 members");
}

static void test_deputies_and_remote(Room *room, gconstpointer data)
{
    MbDeputy *deputy = mb_dossier_new_record(room->dossier, &MB_DEPUTY);

    (void)data;
    room->board->quorum_members = 3;
    seat_people(room, 2, 0);
    room->came[2]->status = MB_ATTENDANCE_REPRESENTED;
    mb_set(&room->came[2]->represented_by_name, "Ivy Ivory");
    mb_set(&deputy->seat, room->seats[2]->id);
    mb_set(&deputy->name, "Ivy Ivory");
    room->rules->deputies_count = FALSE; /* as in a council: only members count */
    assert_quorum(room, MB_NO_TIME, NULL, 2, 3, "2 of 3 members");
    room->rules->deputies_count = TRUE;
    assert_quorum(room, MB_NO_TIME, NULL, 3, 3, NULL);
    deputy->outside_quorum = TRUE;
    assert_quorum(room, MB_NO_TIME, NULL, 2, 3, "2 of 3 members");
    deputy->outside_quorum = FALSE;
    mb_set(&room->came[2]->represented_by, room->seats[0]->person); /* a member who is there already counts once */
    assert_quorum(room, MB_NO_TIME, NULL, 2, 3, "2 of 3 members");
    mb_set(&room->came[2]->represented_by, NULL);
    room->came[0]->mode = MB_MODE_REMOTE;
    assert_quorum(room, MB_NO_TIME, NULL, 3, 3, NULL);
    room->rules->remote_counts = FALSE;
    assert_quorum(room, MB_NO_TIME, NULL, 2, 3, "2 of 3 members");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/quorum/number", Room, NULL, set_up, test_number, tear_down);
    g_test_add("/quorum/fraction", Room, NULL, set_up, test_fraction, tear_down);
    g_test_add("/quorum/rules", Room, NULL, set_up, test_rules, tear_down);
    g_test_add("/quorum/times", Room, NULL, set_up, test_times, tear_down);
    g_test_add("/quorum/items", Room, NULL, set_up, test_items, tear_down);
    g_test_add("/quorum/interests", Room, NULL, set_up, test_interests, tear_down);
    g_test_add("/quorum/deputies-and-remote", Room, NULL, set_up, test_deputies_and_remote, tear_down);
    return g_test_run();
}

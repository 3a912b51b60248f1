/* SPDX-License-Identifier: MIT */
/* The pace of a meeting: each item its own minutes, whatever the order; adjournments left out; what is left. */
#include "dossier_help.h"

#include "minutebook/clerk/pace.h"

typedef struct {
    MbDossier *dossier;
    MbMeeting *meeting; /* 10:00 to 13:00 */
    MbItem *items[4];   /* of 10, 30, 20 and 15 minutes */
} Room;

static void room_set_up(Room *room, gconstpointer data)
{
    static const int minutes[] = {10, 30, 20, 15};
    MbBoard *board;

    (void)data;
    room->dossier = mb_dossier_new();
    board = help_board(room->dossier, "Board");
    room->meeting = help_meeting(room->dossier, board, "2026-02-11", MB_STATE_LIVE);
    for (gsize i = 0; i < G_N_ELEMENTS(minutes); i++)
        room->items[i] = help_item(room->dossier, room->meeting, NULL, "Item", minutes[i]);
}

static void room_tear_down(Room *room, gconstpointer data)
{
    (void)data;
    mb_dossier_free(room->dossier);
}

static MbTime at(const char *time)
{
    return mb_time_parse(time);
}

static void event(Room *room, int what, const char *time, const MbItem *item)
{
    int position = (int)mb_dossier_all(room->dossier, &MB_EVENT)->len;
    MbEvent *event = mb_dossier_new_record(room->dossier, &MB_EVENT);

    mb_set(&event->meeting, room->meeting->id);
    event->what = what;
    event->at = at(time);
    event->position = position;
    mb_set(&event->item, item ? item->id : NULL);
}

static void take(Room *room, const char *time, int index)
{
    event(room, MB_EVENT_ITEM_TAKEN, time, room->items[index]);
}

static int used(Room *room, int index, const char *now)
{
    return mb_pace_used(room->dossier, room->meeting, room->items[index]->id, at(now));
}

static void test_jumping(Room *room, gconstpointer data)
{
    (void)data;
    take(room, "10:00", 0);
    take(room, "10:07", 2);
    take(room, "10:17", 1);
    take(room, "10:20", 2);
    g_assert_cmpint(used(room, 0, "10:30"), ==, 7);
    g_assert_cmpint(used(room, 1, "10:30"), ==, 3);
    g_assert_cmpint(used(room, 2, "10:30"), ==, 20);
    g_assert_cmpint(used(room, 3, "10:30"), ==, 0);
    g_assert_cmpstr(mb_pace_current(room->dossier, room->meeting), ==, room->items[2]->id);
    g_assert_cmpstr(mb_pace_item_at(room->dossier, room->meeting, at("10:18")), ==, room->items[1]->id);
    g_assert_null(mb_pace_item_at(room->dossier, room->meeting, at("09:59")));
}

static void test_adjournment(Room *room, gconstpointer data)
{
    (void)data;
    take(room, "10:00", 0);
    event(room, MB_EVENT_ADJOURNED, "10:05", NULL);
    g_assert_true(mb_pace_adjourned(room->dossier, room->meeting));
    g_assert_cmpint(used(room, 0, "10:30"), ==, 5);
    event(room, MB_EVENT_RESUMED, "10:30", NULL);
    g_assert_false(mb_pace_adjourned(room->dossier, room->meeting));
    g_assert_cmpint(used(room, 0, "10:32"), ==, 7);
    event(room, MB_EVENT_CLOSED, "10:40", NULL);
    g_assert_cmpint(used(room, 0, "12:00"), ==, 15);
}

/* A clock behind the last event, which was set ahead by hand, does not make a day of it. */
static void test_clock_behind(Room *room, gconstpointer data)
{
    (void)data;
    take(room, "10:10", 0);
    g_assert_cmpint(used(room, 0, "10:09"), ==, 0);
}

static void test_forecast(Room *room, gconstpointer data)
{
    MbPace pace = mb_pace_at(room->dossier, room->meeting, at("10:00"));

    (void)data;
    g_assert_cmpint(pace.planned_left, ==, 75);
    g_assert_cmpint(pace.time_left, ==, 180);
    g_assert_cmpint(pace.forecast, ==, at("11:15"));
    g_assert_cmpint(pace.over, ==, -105);
    take(room, "10:00", 0);
    take(room, "10:12", 1);
    pace = mb_pace_at(room->dossier, room->meeting, at("12:50"));
    /* Item 2 has had its 30 minutes and more; 20 and 15 are left. */
    g_assert_cmpint(pace.planned_left, ==, 35);
    g_assert_cmpint(pace.over, ==, 25);
    room->items[3]->carried_forward = TRUE;
    pace = mb_pace_at(room->dossier, room->meeting, at("12:50"));
    g_assert_cmpint(pace.planned_left, ==, 20);
    pace = mb_pace_at(room->dossier, room->meeting, at("13:05"));
    g_assert_cmpint(pace.time_left, ==, -5);
}

static void test_together(Room *room, gconstpointer data)
{
    MbPace pace;

    (void)data;
    mb_set(&room->items[2]->taken_with, room->items[1]->id);
    take(room, "10:00", 1);
    g_assert_true(mb_pace_taken(room->dossier, room->meeting, room->items[2]->id));
    pace = mb_pace_at(room->dossier, room->meeting, at("10:40"));
    /* 50 minutes for the two, 40 of them gone; 10 and 15 for the others. */
    g_assert_cmpint(pace.planned_left, ==, 35);
}

static void test_settled(Room *room, gconstpointer data)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();

    (void)data;
    take(room, "10:00", 0);
    take(room, "10:07", 1);
    mb_pace_settle(room->dossier, room->meeting, changed);
    g_assert_cmpuint(changed->len, ==, 2);
    g_assert_cmpint(room->items[0]->ended, ==, at("10:07"));
    g_assert_cmpint(room->items[1]->ended, ==, MB_NO_TIME);
    g_assert_cmpint(room->items[0]->taken, ==, MB_NO_INT);
    take(room, "10:17", 3);
    take(room, "10:20", 2);
    take(room, "10:25", 1);
    event(room, MB_EVENT_CLOSED, "10:40", NULL);
    mb_pace_settle(room->dossier, room->meeting, changed);
    g_assert_cmpint(room->items[1]->started, ==, at("10:07"));
    g_assert_cmpint(room->items[1]->ended, ==, at("10:40"));
    g_assert_cmpint(room->items[0]->taken, ==, 1);
    g_assert_cmpint(room->items[3]->taken, ==, 3);
    g_assert_cmpint(room->items[2]->taken, ==, 4);
}

static void test_midnight(Room *room, gconstpointer data)
{
    (void)data;
    room->meeting->starts = at("22:30");
    g_assert_cmpint(mb_pace_minute(room->meeting, at("00:10")), ==, 100);
    g_assert_cmpint(mb_pace_minute(room->meeting, at("22:20")), ==, -10);
    take(room, "23:50", 0);
    g_assert_cmpint(used(room, 0, "00:10"), ==, 20);
}

static void test_public(Room *room, gconstpointer data)
{
    (void)data;
    g_assert_false(mb_pace_excluded(room->dossier, room->meeting));
    event(room, MB_EVENT_PUBLIC_EXCLUDED, "10:10", NULL);
    g_assert_true(mb_pace_excluded(room->dossier, room->meeting));
    event(room, MB_EVENT_PUBLIC_READMITTED, "10:20", NULL);
    g_assert_false(mb_pace_excluded(room->dossier, room->meeting));
    g_assert_true(mb_pace_under_way(room->meeting));
    room->meeting->closed = at("12:00");
    g_assert_false(mb_pace_under_way(room->meeting));
}

#define ADD(path, function) g_test_add(path, Room, NULL, room_set_up, function, room_tear_down)

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    ADD("/pace/jumping between items gives each its own minutes", test_jumping);
    ADD("/pace/an adjournment does not count", test_adjournment);
    ADD("/pace/a clock behind the last event counts nothing", test_clock_behind);
    ADD("/pace/what is left and when it will end", test_forecast);
    ADD("/pace/items taken together share their minutes", test_together);
    ADD("/pace/begun first, left last, in what order", test_settled);
    ADD("/pace/past midnight", test_midnight);
    ADD("/pace/the public, and whether it is under way", test_public);
    return g_test_run();
}

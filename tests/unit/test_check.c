/* SPDX-License-Identifier: MIT */
/* How checks are run: their order, what is settled, what a draft is checked for, one finding a fault. */
#include "check_help.h"

static Room room_with_faults(void)
{
    Room room = room_new(MB_STATE_PLANNED);
    MbItem *item = put_item(&room, "3", "Minutes of Friday 11 December 2025");

    item->minutes = 200;
    item->paper = MB_PAPER_VERBAL;
    mb_set(&item->pages, "1-4");
    room.board->agenda_notice = 5;
    room.board->agenda_notice_kind = MB_NOTICE_DAYS;
    room.today = mb_day_parse_iso("2026-01-28");
    put_entry(&room, NULL, room.meeting, "Minutes");
    put_entry(&room, NULL, room.meeting, "Minutes");
    return room;
}

static void test_order(void)
{
    static const char *const order[] = {"paper-state-contradiction", "over-time", "plan-contradiction", "short-notice",
                                        "weekday-wrong"};
    Room room = room_with_faults();

    look_meeting(&room);
    g_assert_cmpuint(room.findings->len, ==, G_N_ELEMENTS(order));
    for (guint i = 0; i < room.findings->len; i++)
        g_assert_cmpstr(((const MbFinding *)room.findings->pdata[i])->rule, ==, order[i]);
    room_free(&room);
}

static void test_draft(void)
{
    Room room = room_with_faults();
    MbCheck check = room_case(&room);

    mb_check_draft(&check, room.findings);
    g_assert_cmpuint(room.findings->len, ==, 2);
    g_assert_nonnull(finding_of(&room, "paper-state-contradiction"));
    g_assert_nonnull(finding_of(&room, "over-time"));
    room.meeting->state = MB_STATE_CANCELLED;
    g_ptr_array_set_size(room.findings, 0);
    mb_check_draft(&check, room.findings);
    g_assert_cmpuint(room.findings->len, ==, 0);
    room_free(&room);
}

static void test_settled(void)
{
    Room room = room_with_faults();
    MbSettled *settled = put(&room, &MB_SETTLED);

    look_meeting(&room);
    const MbFinding *finding = finding_of(&room, "over-time");
    mb_set(&settled->board, room.board->id);
    mb_set(&settled->meeting, room.meeting->id);
    mb_set(&settled->rule, "over-time");
    mb_set(&settled->place, finding->place);
    mb_set(&settled->text, finding->text);
    look_meeting(&room);
    assert_silent(&room, "over-time");
    g_assert_nonnull(finding_of(&room, "weekday-wrong"));
    room.meeting->ends = mb_time_parse("12:00"); /* the facts have changed */
    look_meeting(&room);
    assert_found(&room, "over-time", "error", PLACE,
                 "The items come to 200 minutes and the meeting has 120: 80 minutes too many.");
    room_free(&room);
}

/* Asked for the meeting and for the plan, a fault is told once; with another fault it is told again. */
static void test_once(void)
{
    Room room = room_with_faults();
    MbCheck check = room_case(&room);
    guint before;

    look_meeting(&room);
    before = room.findings->len;
    check.meeting = NULL;
    mb_check_plan(&check, room.board->id, room.findings);
    g_assert_cmpuint(room.findings->len, ==, before);
    room_free(&room);
}

static void test_undated(void)
{
    Room room = room_with_faults();

    room.meeting->day = MB_NO_DAY;
    mb_set(&room.meeting->day_words, "Sept 26");
    look_meeting(&room);
    assert_found(&room, "over-time", "error", "CSP, Sept 26",
                 "The items come to 200 minutes and the meeting has 180: 20 minutes too many.");
    assert_silent(&room, "short-notice");
    room_free(&room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/order", test_order);
    g_test_add_func("/check/draft", test_draft);
    g_test_add_func("/check/settled", test_settled);
    g_test_add_func("/check/once", test_once);
    g_test_add_func("/check/undated", test_undated);
    return g_test_run();
}

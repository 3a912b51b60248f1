/* SPDX-License-Identifier: MIT */
/* What is noticed in actions and in what is reported on them. */
#include "check_help.h"

#define ITEM PLACE ", item 4 Hate crime"

typedef struct {
    Room room;
    MbItem *item;
    MbAction *action;
    MbOwner *owner;
    MbPerson *julie;
} Log;

/* A meeting written up, with one action that has all it needs; its owner was there. */
static Log log_new(void)
{
    Log log = {.room = room_new(MB_STATE_WRITTEN_UP)};

    log.julie = put_member(&log.room, "Julie Rogers");
    put_attendance(&log.room, log.julie, MB_ATTENDANCE_PRESENT);
    log.item = put_item(&log.room, "4", "Hate crime");
    put_text(&log.room, log.item, "Noted.");
    log.action = put_action(&log.room, "97", "Circulate the slides");
    mb_set(&log.action->raised_at, log.room.meeting->id);
    mb_set(&log.action->item, log.item->id);
    log.action->raised_on = log.room.meeting->day;
    log.action->due = mb_day_parse_iso("2026-02-12");
    log.owner = put(&log.room, &MB_OWNER);
    mb_set(&log.owner->action, log.action->id);
    mb_set(&log.owner->person, log.julie->id);
    return log;
}

/* An open action of an earlier meeting, due on DUE. */
static MbAction *put_earlier(Log *log, const char *due)
{
    MbAction *action = put_action(&log->room, "84", "Chase the bid");

    action->raised_on = mb_day_parse_iso("2025-12-11");
    action->due = mb_day_parse_iso(due);
    return action;
}

static MbUpdate *put_update(Log *log, const MbAction *action, MbUpdateOutcome outcome)
{
    MbUpdate *update = put(&log->room, &MB_UPDATE);

    mb_set(&update->action, action->id);
    mb_set(&update->meeting, log->room.meeting->id);
    update->outcome = outcome;
    return update;
}

static void test_nothing(void)
{
    Log log = log_new();

    look_meeting(&log.room);
    g_assert_cmpuint(log.room.findings->len, ==, 0);
    room_free(&log.room);
}

static void test_no_owner(void)
{
    Log log = log_new();

    mb_set(&log.owner->action, NULL);
    look_meeting(&log.room);
    assert_found(&log.room, "action-no-owner", "warning", ITEM, "Action 97 has no owner.");
    room_free(&log.room);
}

static void test_no_due(void)
{
    Log log = log_new();

    log.action->due = MB_NO_DAY;
    mb_set(&log.action->due_words, "as soon as possible");
    look_meeting(&log.room);
    assert_found(&log.room, "action-no-due", "warning", ITEM,
                 "Action 97 has no date by which it is due, only “as soon as possible”.");
    log.action->status = MB_ACTION_CLOSED;
    look_meeting(&log.room);
    assert_silent(&log.room, "action-no-due");
    room_free(&log.room);
}

static void test_owner_not_present(void)
{
    Log log = log_new();
    MbPerson *yasir = put_member(&log.room, "Yasir Khan");
    MbAttendance *attendance = put_attendance(&log.room, yasir, MB_ATTENDANCE_APOLOGIES);

    mb_set(&log.owner->person, yasir->id);
    look_meeting(&log.room);
    assert_found(&log.room, "owner-not-present", "information", ITEM,
                 "Action 97 was given to Yasir Khan, who was not there.");
    attendance->status = MB_ATTENDANCE_REPRESENTED;
    look_meeting(&log.room);
    assert_silent(&log.room, "owner-not-present");
    room_free(&log.room);
}

static void test_due_on_holiday(void)
{
    Log log = log_new();

    look_meeting(&log.room);
    assert_silent(&log.room, "due-on-holiday");
    log.action->due = mb_day_parse_iso("2026-02-14");
    look_meeting(&log.room);
    assert_found(&log.room, "due-on-holiday", "information", ITEM, "Action 97 is due on Saturday 14 February 2026.");
    log.action->due = mb_day_parse_iso("2026-04-03");
    look_meeting(&log.room);
    assert_found(&log.room, "due-on-holiday", "information", ITEM,
                 "Action 97 is due on Friday 3 April 2026, Good Friday.");
    log.action->status = MB_ACTION_CLOSED;
    look_meeting(&log.room);
    assert_silent(&log.room, "due-on-holiday");
    room_free(&log.room);
}

/* What the text labels an action is one, unless it reports on an earlier action or says that there is none. */
static void test_labelled(void)
{
    static const char *const silent[] = {
        "Action: none.",
        "Action 84: Julie to circulate the slides.",
        "The call to action: everybody is to help.",
        "Actions to follow were agreed.",
        "Julie said that the action plan had been sent to all.",
    };
    static const char *const stated[] = {
        "The board heard of it. Action: Julie to circulate the slides.",
        "**Action:** Julie to circulate the slides by Friday.",
        "ACTION – Julie to circulate the slides",
    };
    Log log = log_new();
    MbItem *other = put_item(&log.room, "5", "Prevent");
    MbMinute *text = put_text(&log.room, other, "Noted.");

    for (gsize i = 0; i < G_N_ELEMENTS(silent); i++) {
        mb_set(&text->text, silent[i]);
        look_meeting(&log.room);
        assert_silent(&log.room, "no-labelled-action");
    }
    for (gsize i = 0; i < G_N_ELEMENTS(stated); i++) {
        mb_set(&text->text, stated[i]);
        look_meeting(&log.room);
        g_assert_cmpuint(count_of(&log.room, "no-labelled-action"), ==, 1);
    }
    put_text(&log.room, other, "Action: Kim to ask."); /* one finding an item */
    look_meeting(&log.room);
    g_assert_cmpuint(count_of(&log.room, "no-labelled-action"), ==, 1);
    assert_found(&log.room, "no-labelled-action", "warning", PLACE ", item 5 Prevent",
                 "The text states an action, “Julie to circulate the slides”, and none is recorded under the item.");
    mb_set(&log.action->item, other->id);
    look_meeting(&log.room);
    assert_silent(&log.room, "no-labelled-action");
    room_free(&log.room);
}

static void test_owner_by_post(void)
{
    Log log = log_new();
    MbPost *post = put(&log.room, &MB_POST);
    MbTenure *tenure = put(&log.room, &MB_TENURE);
    MbPerson *absent = put_member(&log.room, "Kofi Lindqvist");

    mb_set(&post->title, "Head of Service");
    mb_set(&tenure->post, post->id);
    mb_set(&tenure->person, log.julie->id);
    mb_set(&log.owner->person, NULL);
    mb_set(&log.owner->post, post->id);
    look_meeting(&log.room);
    assert_silent(&log.room, "owner-not-present");
    mb_set(&tenure->person, absent->id);
    look_meeting(&log.room);
    assert_found(&log.room, "owner-not-present", "information", ITEM,
                 "Action 97 was given to Kofi Lindqvist, who was not there.");
    assert_silent(&log.room, "owner-not-on-roll");
    room_free(&log.room);
}

static void test_owner_not_on_roll(void)
{
    Log log = log_new();

    mb_set(&log.owner->person, NULL);
    mb_set(&log.owner->name, "David Kleinberg");
    look_meeting(&log.room);
    assert_found(&log.room, "owner-not-on-roll", "warning", ITEM,
                 "Action 97 belongs to David Kleinberg, who is not on the roll.");
    mb_set(&log.owner->name, "All partners");
    look_meeting(&log.room);
    assert_silent(&log.room, "owner-not-on-roll");
    mb_set(&log.owner->name, "David Kleinberg"); /* a guest who was there */
    mb_set(&put_attendance(&log.room, NULL, MB_ATTENDANCE_PRESENT)->name, "David Kleinberg");
    look_meeting(&log.room);
    assert_silent(&log.room, "owner-not-on-roll");
    room_free(&log.room);
}

static void test_duplicate_ref(void)
{
    Log log = log_new();
    MbAction *other = put_action(&log.room, "97", "Chase the bid");

    look_meeting(&log.room);
    assert_found(&log.room, "duplicate-ref", "error", ITEM,
                 "Ref 97 stands for two actions: “Circulate the slides” and “Chase the bid”.");
    mb_set(&other->board, "another board");
    look_meeting(&log.room);
    assert_silent(&log.room, "duplicate-ref");
    room_free(&log.room);
}

static void test_contradicting_updates(void)
{
    Log log = log_new();
    MbAction *action = put_earlier(&log, "2026-03-26");
    MbUpdate *second;

    put_update(&log, action, MB_UPDATE_OPEN);
    second = put_update(&log, action, MB_UPDATE_CLOSED);
    look_meeting(&log.room);
    assert_found(&log.room, "duplicate-ref", "error", PLACE ", action 84",
                 "Action 84 was reported on twice at this meeting, once as closed and once as open.");
    second->outcome = MB_UPDATE_OPEN;
    look_meeting(&log.room);
    assert_silent(&log.room, "duplicate-ref");
    room_free(&log.room);
}

static void test_closed_when_raised(void)
{
    Log log = log_new();

    log.action->status = MB_ACTION_CLOSED;
    mb_set(&log.action->closed_at, log.room.meeting->id);
    look_meeting(&log.room);
    assert_found(&log.room, "closed-when-raised", "information", ITEM,
                 "Action 97 was closed at the meeting that raised it.");
    mb_set(&log.action->closed_at, NULL);
    log.action->closed_on = mb_day_parse_iso("2026-02-10");
    look_meeting(&log.room);
    assert_silent(&log.room, "closed-when-raised");
    room_free(&log.room);
}

static void test_update_without_outcome(void)
{
    Log log = log_new();
    MbUpdate *update = put_update(&log, put_earlier(&log, "2026-01-20"), MB_UPDATE_NONE);

    mb_set(&update->item, log.item->id);
    look_meeting(&log.room);
    assert_found(&log.room, "update-without-outcome", "warning", ITEM,
                 "The update on action 84 does not say whether it is closed or remains open.");
    update->outcome = MB_UPDATE_OPEN;
    look_meeting(&log.room);
    assert_silent(&log.room, "update-without-outcome");
    room_free(&log.room);
}

static void test_not_reported_back(void)
{
    Log log = log_new();
    MbAction *action = put_earlier(&log, "2026-01-29");

    look_meeting(&log.room);
    assert_found(&log.room, "not-reported-back", "warning", PLACE ", action 84",
                 "Action 84 was due by this meeting, is still open, and was not reported on.");
    action->due = mb_day_parse_iso("2026-01-30");
    look_meeting(&log.room);
    assert_silent(&log.room, "not-reported-back");
    mb_set(&action->due_meeting, log.room.meeting->id);
    look_meeting(&log.room);
    g_assert_cmpuint(count_of(&log.room, "not-reported-back"), ==, 1);
    put_update(&log, action, MB_UPDATE_OPEN);
    look_meeting(&log.room);
    assert_silent(&log.room, "not-reported-back");
    room_free(&log.room);
}

static void test_not_on_agenda(void)
{
    Log log = log_new();
    MbAction *action = put_earlier(&log, "2026-01-29");

    log.room.meeting->state = MB_STATE_PLANNED;
    look_meeting(&log.room);
    assert_found(&log.room, "action-not-on-agenda", "error", PLACE ", action 84",
                 "Action 84 is due at this meeting, and its agenda has no item for matters arising.");
    log.item->matters_arising = TRUE;
    look_meeting(&log.room);
    assert_silent(&log.room, "action-not-on-agenda");
    log.item->matters_arising = FALSE;
    action->status = MB_ACTION_CLOSED;
    look_meeting(&log.room);
    assert_silent(&log.room, "action-not-on-agenda");
    room_free(&log.room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/actions/nothing", test_nothing);
    g_test_add_func("/check/actions/no-owner", test_no_owner);
    g_test_add_func("/check/actions/no-due", test_no_due);
    g_test_add_func("/check/actions/owner-not-present", test_owner_not_present);
    g_test_add_func("/check/actions/due-on-holiday", test_due_on_holiday);
    g_test_add_func("/check/actions/labelled", test_labelled);
    g_test_add_func("/check/actions/owner-by-post", test_owner_by_post);
    g_test_add_func("/check/actions/owner-not-on-roll", test_owner_not_on_roll);
    g_test_add_func("/check/actions/duplicate-ref", test_duplicate_ref);
    g_test_add_func("/check/actions/contradicting-updates", test_contradicting_updates);
    g_test_add_func("/check/actions/closed-when-raised", test_closed_when_raised);
    g_test_add_func("/check/actions/update-without-outcome", test_update_without_outcome);
    g_test_add_func("/check/actions/not-reported-back", test_not_reported_back);
    g_test_add_func("/check/actions/not-on-agenda", test_not_on_agenda);
    return g_test_run();
}

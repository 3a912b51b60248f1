/* SPDX-License-Identifier: MIT */
/* Names that leave open who is meant, and people whom an action needs and who were not there. */
#include "check_help.h"

static MbOwner *put_owner(Room *room, const MbAction *action, const MbPerson *person, const char *name)
{
    MbOwner *owner = put(room, &MB_OWNER);

    mb_set(&owner->action, action->id);
    mb_set(&owner->person, person ? person->id : NULL);
    mb_set(&owner->name, name);
    return owner;
}

static MbAction *raise_action(Room *room, const char *text)
{
    MbAction *action = put_action(room, "84", text);

    mb_set(&action->raised_at, room->meeting->id);
    return action;
}

static void test_ambiguous_owner(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbAction *action = raise_action(&room, "Circulate the slides");
    MbOwner *owner = put_owner(&room, action, NULL, "Jo");

    put_member(&room, "Jo Broadbent");
    look_meeting(&room);
    assert_silent(&room, "name-ambiguous"); /* one Jo */
    put_member(&room, "Jo Davies");
    look_meeting(&room);
    assert_found(&room, "name-ambiguous", "warning", PLACE ", action 84",
                 "“Jo”, the owner of action 84, may be Jo Broadbent and Jo Davies.");
    mb_set(&owner->name, "Davies");
    look_meeting(&room);
    assert_silent(&room, "name-ambiguous");
    put_member(&room, "Ada Davies");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "name-ambiguous"), ==, 1);
    mb_set(&owner->name, "Jo Davies");
    look_meeting(&room);
    assert_silent(&room, "name-ambiguous");
    room_free(&room);
}

static void test_ambiguous_presenter_and_lead(void)
{
    Room room = room_new(MB_STATE_CALLED);
    MbItem *item = put_item(&room, "4", "Hate crime");
    MbPlan *plan = put_plan(&room);

    put_member(&room, "Steve Calder");
    put_member(&room, "Steve Thompson");
    put_presenter(&room, item, NULL, "Steve");
    put_lead(&room, put_entry(&room, plan, room.meeting, "Reoffending"), NULL, "Steve");
    look_meeting(&room);
    assert_found(&room, "name-ambiguous", "warning", PLACE ", item 4 Hate crime",
                 "“Steve”, the presenter, may be Steve Calder and Steve Thompson.");
    look_plan(&room);
    assert_found(&room, "name-ambiguous", "warning", "CSP, forward plan 2025/26, Reoffending",
                 "“Steve”, who leads “Reoffending”, may be Steve Calder and Steve Thompson.");
    room_free(&room);
}

static void test_counterpart(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);
    MbPerson *martin = put_member(&room, "Martin Reeve");
    MbPerson *clare = put_member(&room, "Clare Moore");
    MbAttendance *attendance = put_attendance(&room, clare, MB_ATTENDANCE_APOLOGIES);
    MbAction *action = raise_action(&room, "Liaise with Clare Moore");

    put_attendance(&room, martin, MB_ATTENDANCE_PRESENT);
    put_owner(&room, action, martin, NULL);
    look_meeting(&room);
    assert_found(&room, "counterpart-not-present", "warning", PLACE ", action 84",
                 "Action 84 needs Clare Moore, who sent apologies.");
    mb_set(&action->text, "Chase an update from Clare");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "counterpart-not-present"), ==, 1);
    mb_set(&action->text, "Clare the deck"); /* no first name by itself */
    look_meeting(&room);
    assert_silent(&room, "counterpart-not-present");
    mb_set(&action->text, "Liaise with Clare Moores");
    look_meeting(&room);
    assert_silent(&room, "counterpart-not-present");
    mb_set(&action->text, "Liaise with Clare Moore");
    attendance->status = MB_ATTENDANCE_PRESENT;
    look_meeting(&room);
    assert_silent(&room, "counterpart-not-present");
    attendance->status = MB_ATTENDANCE_APOLOGIES;
    put_owner(&room, action, clare, NULL); /* owner-not-present says it */
    look_meeting(&room);
    assert_silent(&room, "counterpart-not-present");
    room_free(&room);
}

/* Another Clare may be meant. */
static void test_counterpart_unclear(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);

    put_attendance(&room, put_member(&room, "Clare Moore"), MB_ATTENDANCE_APOLOGIES);
    put_attendance(&room, put_member(&room, "Clare Brutton"), MB_ATTENDANCE_PRESENT);
    raise_action(&room, "Chase an update from Clare");
    look_meeting(&room);
    assert_silent(&room, "counterpart-not-present");
    room_free(&room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/names/owner", test_ambiguous_owner);
    g_test_add_func("/check/names/presenter-and-lead", test_ambiguous_presenter_and_lead);
    g_test_add_func("/check/names/counterpart", test_counterpart);
    g_test_add_func("/check/names/counterpart-unclear", test_counterpart_unclear);
    return g_test_run();
}

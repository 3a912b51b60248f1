/* SPDX-License-Identifier: MIT */
/* What is noticed in the text of the minutes: gaps, missing minutes, dates, speakers. */
#include "check_help.h"

#define ITEM PLACE ", item 4 Hate crime"

typedef struct {
    Room room;
    MbItem *item;
    MbMinute *text;
} Page;

/* Minutes written up, with one item and one paragraph under it. */
static Page page_new(const char *text)
{
    Page page = {.room = room_new(MB_STATE_WRITTEN_UP)};

    page.item = put_item(&page.room, "4", "Hate crime");
    page.text = put_text(&page.room, page.item, text);
    return page;
}

static void look_at(Page *page, const char *text)
{
    mb_set(&page->text->text, text);
    look_meeting(&page->room);
}

static void test_gap(void)
{
    Page page = page_new("The grant was £?? for the year.");

    look_meeting(&page.room);
    assert_found(&page.room, "gap-mark", "warning", ITEM,
                 "A gap is still to be filled in: “The grant was £?? for the year.”.");
    look_at(&page, "?1: asked about the bus.");
    g_assert_cmpuint(count_of(&page.room, "gap-mark"), ==, 1);
    look_at(&page, "Why? Nobody knew.");
    assert_silent(&page.room, "gap-mark");
    page.text->layer = MB_LAYER_NOTE;
    look_at(&page, "Ask ??");
    assert_silent(&page.room, "gap-mark");
    room_free(&page.room);
}

static void test_empty_item(void)
{
    Page page = page_new("Noted.");
    MbItem *empty = put_item(&page.room, "5", "Prevent");
    MbItem *part;

    look_meeting(&page.room);
    assert_found(&page.room, "empty-item", "warning", PLACE ", item 5 Prevent",
                 "“Prevent” has no minute: no text, no decision.");
    empty->carried_forward = TRUE;
    look_meeting(&page.room);
    assert_silent(&page.room, "empty-item");
    empty->carried_forward = FALSE;
    part = put_item(&page.room, "5(a)", "Part");
    mb_set(&part->parent, empty->id);
    part->lettered = TRUE;
    look_meeting(&page.room);
    assert_silent(&page.room, "empty-item");
    room_free(&page.room);
}

/* Minutes just begun: one finding that lists what is missing, not one an item. */
static void test_many_empty(void)
{
    Page page = page_new("Noted.");
    MbItem *last;

    put_item(&page.room, "5", "Prevent");
    put_item(&page.room, "6", "Budget");
    put_item(&page.room, "7", "Fire");
    look_meeting(&page.room);
    g_assert_cmpuint(count_of(&page.room, "empty-item"), ==, 3);
    last = put_item(&page.room, NULL, "Other business");
    look_meeting(&page.room);
    g_assert_cmpuint(count_of(&page.room, "empty-item"), ==, 1);
    assert_found(&page.room, "empty-item", "warning", PLACE,
                 "4 items have no minute, no text and no decision: 5 Prevent, 6 Budget, 7 Fire and Other business.");
    last->carried_forward = TRUE;
    look_meeting(&page.room);
    g_assert_cmpuint(count_of(&page.room, "empty-item"), ==, 3);
    room_free(&page.room);
}

/* A live meeting has items to come. */
static void test_empty_live(void)
{
    Page page = page_new("Noted.");

    put_item(&page.room, "5", "Prevent");
    page.room.meeting->state = MB_STATE_LIVE;
    look_meeting(&page.room);
    assert_silent(&page.room, "empty-item");
    page.room.meeting->closed = mb_time_parse("12:00");
    look_meeting(&page.room);
    g_assert_cmpuint(count_of(&page.room, "empty-item"), ==, 1);
    room_free(&page.room);
}

static void test_not_written(void)
{
    Room room = room_new(MB_STATE_WRITTEN_UP);

    put_item(&room, "1", "Welcome");
    put_item(&room, "2", "Prevent");
    look_meeting(&room);
    g_assert_cmpuint(count_of(&room, "empty-item"), ==, 1);
    assert_found(&room, "empty-item", "warning", PLACE,
                 "The minutes are not written yet: the agenda has 2 items, and none of them a text.");
    room_free(&room);
}

static void test_signoff(void)
{
    Page page = page_new("The strategy was gone through.");
    MbAction *action = put_action(&page.room, "97", "Redraft it");

    page.item->purpose = MB_PURPOSE_DECISION;
    look_meeting(&page.room);
    assert_found(&page.room, "signoff-without-decision", "warning", ITEM,
                 "“Hate crime” was for decision, and no decision is recorded.");
    mb_set(&action->item, page.item->id);
    look_meeting(&page.room);
    assert_found(&page.room, "signoff-without-decision", "information", ITEM,
                 "“Hate crime” was for decision, and no decision is recorded.");
    put_decision(&page.room, page.item, "That the strategy be approved");
    look_meeting(&page.room);
    assert_silent(&page.room, "signoff-without-decision");
    room_free(&page.room);
}

static void test_breaks_off(void)
{
    Page page = page_new("Members wished to see more of it, to nurture cultural competence such as");

    look_meeting(&page.room);
    assert_found(&page.room, "text-breaks-off", "warning", ITEM,
                 "A paragraph breaks off: “… to nurture cultural competence such as”.");
    look_at(&page, "Members wished to see more of it, to nurture **cultural competence of every kind.**");
    assert_silent(&page.room, "text-breaks-off");
    look_at(&page, "To nurture competence such as");
    assert_silent(&page.room, "text-breaks-off"); /* a line, no running text */
    look_at(&page, "Action: Julie to pass Martin's details to David and to the others");
    assert_silent(&page.room, "text-breaks-off");
    room_free(&page.room);
}

static void test_appendix(void)
{
    Page page = page_new("The figures are in Appendix C.");
    MbPaper *paper = put(&page.room, &MB_PAPER);

    mb_set(&paper->meeting, page.room.meeting->id);
    mb_set(&paper->appendix, "B");
    look_meeting(&page.room);
    assert_found(&page.room, "missing-appendix", "information", ITEM,
                 "Appendix C is named, and no paper of this meeting is Appendix C.");
    mb_set(&paper->appendix, "C");
    look_meeting(&page.room);
    assert_silent(&page.room, "missing-appendix");
    room_free(&page.room);
}

/* ---- dates ---- */

static void test_weekday(void)
{
    Page page = page_new("The next workshop is on Wednesday 29th September.");

    page.room.meeting->day = mb_day_parse_iso("2023-09-27");
    look_meeting(&page.room);
    assert_found(&page.room, "weekday-wrong", "error", "CSP, 27 September 2023, item 4 Hate crime",
                 "“Wednesday 29th September”: 29 September 2023 is a Friday.");
    look_at(&page, "It is on Friday 29th of September.");
    assert_silent(&page.room, "weekday-wrong");
    look_at(&page, "It is on Wednesday 09 December 2023.");
    assert_found(&page.room, "weekday-wrong", "error", "CSP, 27 September 2023, item 4 Hate crime",
                 "“Wednesday 09 December 2023”: 9 December 2023 is a Saturday.");
    look_at(&page, "It is on Thu 28/09/2023.");
    assert_silent(&page.room, "weekday-wrong");
    look_at(&page, "It is on Fri 28/09/23.");
    g_assert_cmpuint(count_of(&page.room, "weekday-wrong"), ==, 1);
    room_free(&page.room);
}

/* What could be meant by a date half a year off is not called wrong; a verb is no weekday. */
static void test_weekday_doubtful(void)
{
    Page page = page_new("It was seen on Monday 2 June and again on Tuesday 2 June.");

    page.room.meeting->day = mb_day_parse_iso("2025-12-03"); /* 2 June 2025 was a Monday, 2 June 2026 is a Tuesday */
    look_meeting(&page.room);
    assert_silent(&page.room, "weekday-wrong");
    look_at(&page, "The panel sat 4 March and again in May.");
    assert_silent(&page.room, "weekday-wrong");
    room_free(&page.room);
}

static void test_weekday_elsewhere(void)
{
    Page page = page_new("Noted.");
    MbAction *action = put_action(&page.room, "97", "Redraft it");
    MbMinute *note = put_text(&page.room, page.item, "Ring Jo on Friday 30 January.");

    mb_set(&action->raised_at, page.room.meeting->id);
    mb_set(&action->item, page.item->id);
    mb_set(&action->due_words, "by Monday 30 January");
    note->layer = MB_LAYER_NOTE;
    look_meeting(&page.room);
    g_assert_cmpuint(count_of(&page.room, "weekday-wrong"), ==, 1);
    assert_found(&page.room, "weekday-wrong", "error", ITEM, "“Monday 30 January”: 30 January 2026 is a Friday.");
    mb_set(&action->due_words, "by Friday 30 January");
    mb_set(&page.item->title, "Minutes of Friday 11 December 2025");
    look_meeting(&page.room);
    assert_found(&page.room, "weekday-wrong", "error", PLACE ", item 4 Minutes of Friday 11 December 2025",
                 "“Friday 11 December 2025”: 11 December 2025 is a Thursday.");
    room_free(&page.room);
}

static void test_impossible(void)
{
    Page page = page_new("The form is due by 31 June.");

    look_meeting(&page.room);
    assert_found(&page.room, "date-impossible", "error", ITEM, "“31 June”: there is no such day.");
    look_at(&page, "The form is due by 29 February 2027.");
    g_assert_cmpuint(count_of(&page.room, "date-impossible"), ==, 1);
    look_at(&page, "The form is due by 29 February; 48 may come.");
    assert_silent(&page.room, "date-impossible");
    room_free(&page.room);
}

static void test_year(void)
{
    Page page = page_new("Noted.");
    MbAction *action = put_action(&page.room, "97", "Redraft it");
    MbMeeting *earlier = put_meeting(&page.room, "2025-12-11", MB_STATE_APPROVED);

    mb_set(&action->raised_at, page.room.meeting->id);
    mb_set(&action->item, page.item->id);
    action->due = mb_day_parse_iso("2025-02-12");
    look_meeting(&page.room);
    assert_found(&page.room, "date-year", "warning", ITEM,
                 "Action 97 is due on 12 February 2025, before the meeting of 29 January 2026 that raised it.");
    action->due = mb_day_parse_iso("2026-02-12");
    mb_set(&page.item->approves, earlier->id);
    mb_set(&page.item->title, "Minutes of 11 December 2024");
    look_meeting(&page.room);
    assert_found(&page.room, "date-year", "warning", PLACE ", item 4 Minutes of 11 December 2024",
                 "The title says “11 December 2024”; the minutes approved here are those of 11 December 2025.");
    mb_set(&page.item->title, "Minutes of 11 December 2025");
    look_meeting(&page.room);
    assert_silent(&page.room, "date-year");
    room_free(&page.room);
}

static void test_next_meeting(void)
{
    Page page = page_new("The next meeting will be in June 2026.");

    mb_set(&page.item->title, "Date of next meeting");
    look_meeting(&page.room);
    assert_found(&page.room, "next-meeting-undated", "warning", PLACE ", item 4 Date of next meeting",
                 "The next meeting is named without a day and month.");
    look_at(&page, "The next meeting will be on 26 March 2026 at 10:00.");
    assert_silent(&page.room, "next-meeting-undated");
    assert_silent(&page.room, "date-year");
    look_at(&page, "The next meeting will be on 26 March 2025.");
    assert_found(&page.room, "date-year", "warning", PLACE ", item 4 Date of next meeting",
                 "The next meeting cannot be on “26 March 2025”, before this one.");
    room_free(&page.room);
}

/* ---- speakers ---- */

static void test_with_apologies(void)
{
    Page page = page_new("MC – asked ML to circulate the slides.");
    MbAttendance *attendance =
        put_attendance(&page.room, put_member(&page.room, "Martin Cross"), MB_ATTENDANCE_APOLOGIES);

    look_meeting(&page.room);
    assert_found(&page.room, "speaker-with-apologies", "error", ITEM, "Martin Cross speaks here, and sent apologies.");
    assert_silent(&page.room, "speaker-not-present");
    attendance->status = MB_ATTENDANCE_IN_PART;
    look_meeting(&page.room);
    assert_silent(&page.room, "speaker-with-apologies");
    assert_silent(&page.room, "initials-undefined");
    room_free(&page.room);
}

static void test_not_present(void)
{
    Page page = page_new("JRo – reported.");
    MbPerson *jonquil = put_person(&page.room, "Jonquil Rosewarne");
    MbSeat *seat = put_seat(&page.room, jonquil);

    mb_set(&seat->initials, "JRo");
    put_attendance(&page.room, put_member(&page.room, "Jasper Redfearn"), MB_ATTENDANCE_PRESENT);
    look_meeting(&page.room);
    assert_found(&page.room, "speaker-not-present", "error", ITEM,
                 "Jonquil Rosewarne speaks here, and is not recorded as present.");
    put_attendance(&page.room, jonquil, MB_ATTENDANCE_PRESENT);
    look_meeting(&page.room);
    assert_silent(&page.room, "speaker-not-present");
    room_free(&page.room);
}

static void test_named_speaker(void)
{
    Page page = page_new("Peter asked about the lighting.");
    MbPerson *pete = put_member(&page.room, "Peter Doherty");
    MbAttendance *attendance = put_attendance(&page.room, pete, MB_ATTENDANCE_PRESENT);

    mb_set(&page.text->speaker_words, "Peter");
    look_meeting(&page.room);
    assert_silent(&page.room, "speaker-not-present");
    attendance->status = MB_ATTENDANCE_REPRESENTED;
    mb_set(&page.text->speaker, pete->id);
    look_meeting(&page.room);
    assert_found(&page.room, "speaker-not-present", "error", ITEM,
                 "Peter Doherty speaks here, and was represented by a deputy.");
    mb_set(&page.text->speaker, NULL);
    mb_set(&page.text->speaker_words, "Winifred");
    look_meeting(&page.room);
    assert_found(&page.room, "speaker-not-present", "error", ITEM,
                 "Winifred speaks here, and is not recorded as present.");
    room_free(&page.room);
}

static void test_undefined(void)
{
    Page page = page_new("MC – asked for the slides.");
    MbMinute *second = put_text(&page.room, page.item, "XYZ – had none.");

    put_attendance(&page.room, put_member(&page.room, "Martin Cross"), MB_ATTENDANCE_PRESENT);
    look_meeting(&page.room);
    assert_found(&page.room, "initials-undefined", "warning", ITEM,
                 "The initials XYZ are nobody's in the attendance or on the roll.");
    mb_set(&page.text->text, "CCTV – the cameras were out."); /* no speaker is named by initials here */
    mb_set(&second->text, "ASB – there was less of it.");
    look_meeting(&page.room);
    assert_silent(&page.room, "initials-undefined");
    room_free(&page.room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/text/gap", test_gap);
    g_test_add_func("/check/text/empty-item", test_empty_item);
    g_test_add_func("/check/text/many-empty", test_many_empty);
    g_test_add_func("/check/text/empty-live", test_empty_live);
    g_test_add_func("/check/text/not-written", test_not_written);
    g_test_add_func("/check/text/signoff", test_signoff);
    g_test_add_func("/check/text/breaks-off", test_breaks_off);
    g_test_add_func("/check/text/appendix", test_appendix);
    g_test_add_func("/check/dates/weekday", test_weekday);
    g_test_add_func("/check/dates/weekday-doubtful", test_weekday_doubtful);
    g_test_add_func("/check/dates/weekday-elsewhere", test_weekday_elsewhere);
    g_test_add_func("/check/dates/impossible", test_impossible);
    g_test_add_func("/check/dates/year", test_year);
    g_test_add_func("/check/dates/next-meeting", test_next_meeting);
    g_test_add_func("/check/speakers/with-apologies", test_with_apologies);
    g_test_add_func("/check/speakers/not-present", test_not_present);
    g_test_add_func("/check/speakers/named", test_named_speaker);
    g_test_add_func("/check/speakers/undefined", test_undefined);
    return g_test_run();
}

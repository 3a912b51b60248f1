/* SPDX-License-Identifier: MIT */
/* A forward plan: its meetings, lines and moves, and what a second loading keeps. */
#include "load_help.h"

#define BOARD                                                                                                          \
    "board: HTB\nrules: charity-trustees\nroll:\n  - {name: First Last, office: Chair}\n  - {name: Dr Second "         \
    "Name}\n---\n"
#define HEAD BOARD "board: HTB\nyear: 2025/26\nstarts: April\n"
#define MEETINGS                                                                                                       \
    "meetings:\n  - {date: 2025-09-27, time: \"10:00-13:00\", venue: Hall, chair: First Last}\n  - {date: "            \
    "2025-12-06, time: \"10:00-13:00\"}\n  - {date: 2026-03-28, chair: Detective Superintendent}\n"

static const char plan[] = HEAD MEETINGS
    "notice: {agenda: 7 days, papers: 8 working days}\n"
    "opening:\n"
    "  - {title: Apologies, presenter: Chair, minutes: 2, paper: verbal, text: \"Members are asked\\n  to declare.\"}\n"
    "  - {title: Minutes, matters_arising: true}\n"
    "business:\n"
    "  - {title: Budget, lead: [First Last, Finance team], every: [March, Sept], purpose: decision, minutes: 20, "
    "statutory: true, recommendations: [to agree, to note], from: 2025-04-01, until: 2026-03-31}\n"
    "  - {title: Hate crime, priority: 5, lead: Second Name, at: [2025-12-06, TBC], status: item received, note: with "
    "the report}\n"
    "  - {title: Review, every: second meeting, restricted: {public_title: same, reason: personal}}\n"
    "  - {title: Fire, every: quarter}\n"
    "  - {title: Risk, every: December}\n"
    "closing:\n"
    "  - {title: Any other business, parts: [{title: Performance, lead: Analyst}, {title: Groups, letter: z}]}\n"
    "moves:\n"
    "  - {item: Hate crime, from: 2025-12-06, to: 2026-03-28, why: data not ready, on: 2025-11-01}\n";

static void test_meetings(void)
{
    Book book = book_new();

    book_load_well(&book, plan);
    MbPlan *made = book_find(&book, &MB_PLAN, "year", "2025/26");
    assert_field(made, "since", "2025-04-01");
    assert_field(made, "until", "2026-03-31");
    MbMeeting *first = book_find(&book, &MB_MEETING, "day", "2025-09-27");
    assert_field(first, "starts", "10:00");
    assert_field(first, "ends", "13:00");
    assert_field(first, "venue", "Hall");
    assert_field(first, "state", "planned");
    assert_field(first, "chair", ((MbPerson *)book_find(&book, &MB_PERSON, "name", "First Last"))->id);
    assert_field(first, "chair_words", NULL);
    MbMeeting *last = book_find(&book, &MB_MEETING, "day", "2026-03-28");
    assert_field(last, "chair", NULL);
    assert_field(last, "chair_words", "Detective Superintendent");
    MbBoard *board = book_find(&book, &MB_BOARD, "name", "HTB");
    assert_field(board, "agenda_notice", "7");
    assert_field(board, "agenda_notice_kind", "days");
    assert_field(board, "papers_notice_kind", "working days");
    book_free(&book);
}

static void test_lines(void)
{
    static const char *const every[][3] = {
        {"Apologies", "meeting", NULL},     {"Minutes", "meeting", NULL},
        {"Budget", "months", "3 9"},        {"Hate crime", NULL, NULL},
        {"Review", "second meeting", NULL}, {"Fire", "quarter", NULL},
        {"Risk", "months", "12"},           {"Any other business", "meeting", NULL},
        {"Performance", NULL, NULL},
    };
    Book book = book_new();

    book_load_well(&book, plan);
    for (gsize i = 0; i < G_N_ELEMENTS(every); i++) {
        MbLine *line = book_find(&book, &MB_LINE, "title", every[i][0]);
        assert_field(line, "every", every[i][1]);
        assert_field(line, "months", every[i][2]);
    }
    MbLine *budget = book_find(&book, &MB_LINE, "title", "Budget");
    assert_field(budget, "section", "business");
    assert_field(budget, "purpose", "decision");
    assert_field(budget, "minutes", "20");
    assert_field(budget, "statutory", "1");
    assert_field(budget, "until", "2026-03-31");
    assert_field(book_find(&book, &MB_LINE, "title", "Apologies"), "standing_text", "Members are asked to declare.");
    assert_field(book_find(&book, &MB_LINE, "title", "Review"), "public_title", "same");
    MbLine *parent = book_find(&book, &MB_LINE, "title", "Any other business");
    assert_field(book_find(&book, &MB_LINE, "title", "Performance"), "parent", parent->id);
    assert_field(book_find(&book, &MB_LINE, "title", "Performance"), "letter", "a");
    assert_field(book_find(&book, &MB_LINE, "title", "Groups"), "letter", "z");
    g_assert_cmpuint(book_count(&book, &MB_LINE_RECOMMENDATION), ==, 2);
    book_free(&book);
}

static void test_leads(void)
{
    Book book = book_new();

    book_load_well(&book, plan);
    MbPerson *second = book_find(&book, &MB_PERSON, "name", "Second Name");
    assert_field(book_find(&book, &MB_LINE_LEAD, "name", "Finance team"), "person", NULL);
    assert_field(book_find(&book, &MB_LINE_LEAD, "person", second->id), "name", "Second Name");
    g_assert_true(book_found(&book, "lead-not-on-roll", "2 leads are not on the roll: Finance team and Analyst."));
    g_assert_false(book_found(&book, "lead-not-on-roll", "Chair")); /* an office is whoever holds it */
    g_assert_cmpuint(book.load.findings->len, ==, 1);
    assert_field(book_find(&book, &MB_LINE_WHEN, "words", "TBC"), "day", NULL);
    assert_field(book_find(&book, &MB_LINE_WHEN, "day", "2025-12-06"), "words", NULL);
    book_free(&book);
}

static void test_move(void)
{
    Book book = book_new();

    book_load_well(&book, plan);
    MbEntry *entry = book_find(&book, &MB_ENTRY, "title", "Hate crime");
    MbMeeting *to = book_find(&book, &MB_MEETING, "day", "2026-03-28");
    assert_field(entry, "planned_day", "2025-12-06");
    assert_field(entry, "meeting", to->id);
    assert_field(entry, "state", "moved");
    assert_field(entry, "line", ((MbLine *)book_find(&book, &MB_LINE, "title", "Hate crime"))->id);
    assert_field(entry, "priority", "5");
    assert_field(entry, "status", "item received");
    MbMove *move = book_find(&book, &MB_MOVE, "entry", entry->id);
    assert_field(move, "from_meeting", ((MbMeeting *)book_find(&book, &MB_MEETING, "day", "2025-12-06"))->id);
    assert_field(move, "to_meeting", to->id);
    assert_field(move, "why", "data not ready");
    assert_field(move, "on", "2025-11-01");
    g_assert_cmpuint(book_count(&book, &MB_ENTRY_LEAD), ==, 1);
    book_free(&book);
}

static void test_again(void)
{
    Book book = book_new();

    book_load_well(&book, plan);
    book_load_well(&book, plan);
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    g_assert_cmpuint(book.load.gone->len, ==, 0);
    book_free(&book);
}

/* What was moved on by hand after the file's move stays where it is. */
static void test_moved_on_by_hand(void)
{
    Book book = book_new();

    book_load_well(&book, plan);
    MbEntry *entry = book_find(&book, &MB_ENTRY, "title", "Hate crime");
    static const char *const days[] = {"2025-09-27", "2025-12-06"}; /* elsewhere, and back to where it came from */
    for (gsize i = 0; i < G_N_ELEMENTS(days); i++) {
        MbMeeting *now = book_find(&book, &MB_MEETING, "day", days[i]);
        mb_set(&entry->meeting, now->id);
        book_load_well(&book, plan);
        assert_field(entry, "meeting", now->id);
        g_assert_cmpuint(book.load.changed->len, ==, 0);
    }
    book_free(&book);
}

/* A move on from the meeting to which the item was moved carries the same entry. */
static void test_chain(void)
{
    Book book = book_new();

    book_load_well(&book, HEAD MEETINGS
                   "business:\n  - {title: Budget, at: [2025-09-27]}\nmoves:\n  - {item: Budget, from: 2025-09-27, to: "
                   "2025-12-06, why: a}\n  - {item: Budget, from: 2025-12-06, to: 2026-03-28, why: b}\n");
    g_assert_cmpuint(book_count(&book, &MB_ENTRY), ==, 1);
    g_assert_cmpuint(book_count(&book, &MB_MOVE), ==, 2);
    MbEntry *entry = book_find(&book, &MB_ENTRY, "title", "Budget");
    assert_field(entry, "planned_day", "2025-09-27");
    assert_field(entry, "meeting", ((MbMeeting *)book_find(&book, &MB_MEETING, "day", "2026-03-28"))->id);
    assert_field(book_find(&book, &MB_MOVE, "why", "b"), "position", "1");
    book_free(&book);
}

/* A standing item that comes anyway is moved as an entry of its own, with its parts. */
static void test_move_with_parts(void)
{
    Book book = book_new();

    book_load_well(&book, HEAD MEETINGS "closing:\n  - {title: Reports, parts: [{title: One}, {title: Two}]}\nmoves:\n "
                                        " - {item: Reports, from: 2025-09-27, to: 2025-12-06, why: a}\n");
    MbEntry *entry = book_find(&book, &MB_ENTRY, "title", "Reports");
    g_assert_cmpuint(book_count(&book, &MB_ENTRY), ==, 3);
    assert_field(book_find(&book, &MB_ENTRY, "title", "Two"), "parent", entry->id);
    assert_field(book_find(&book, &MB_ENTRY, "title", "Two"), "meeting", entry->meeting);
    assert_field(book_find(&book, &MB_ENTRY, "title", "Two"), "letter", "b");
    assert_field(book_find(&book, &MB_ENTRY, "title", "Two"), "section", "closing");
    book_free(&book);
}

/* A key that is taken out of the file is taken out of the line; what the file no longer names stays, and is told. */
static void test_line_changes(void)
{
    Book book = book_new();

    book_load_well(&book, HEAD "business:\n  - {title: Budget, lead: First Last, minutes: 20, note: x, at: [TBC]}\n  - "
                               "{title: Fire, every: meeting}\n");
    book_load_well(&book, HEAD "business:\n  - {title: budget, every: meeting}\n");
    MbLine *budget = book_find(&book, &MB_LINE, "title", "budget");
    assert_field(budget, "minutes", NULL);
    assert_field(budget, "note", NULL);
    assert_field(budget, "every", "meeting");
    g_assert_cmpuint(book_count(&book, &MB_LINE), ==, 2);
    g_assert_cmpuint(book_count(&book, &MB_LINE_LEAD), ==, 0);
    g_assert_cmpuint(book.load.gone->len, ==, 2); /* the lead and the words TBC */
    g_assert_true(book_found(&book, "plan-line-not-in-file", "Fire"));
    book_free(&book);
}

static void test_rule(void)
{
    Book book = book_new();

    book_load_well(&book, HEAD
                   "meetings: {rule: \"first Monday of May, June, September\", time: \"14:00-16:30\", venue: Hall}\n");
    g_assert_cmpuint(book_count(&book, &MB_MEETING), ==, 3);
    assert_field(book_find(&book, &MB_MEETING, "day", "2025-05-12"), "starts", "14:00");
    assert_field(book_find(&book, &MB_MEETING, "day", "2025-06-02"), "venue", "Hall");
    assert_field(book_find(&book, &MB_PLAN, "year", "2025/26"), "meeting_rule", "first Monday of May, June, September");
    g_assert_true(book_found(
        &book, "meeting-on-holiday",
        "By the rule a meeting falls on Monday 5 May 2025, a bank holiday; it was put a week later, on 12 May 2025."));
    g_assert_cmpuint(book.load.findings->len, ==, 1);
    book_free(&book);
}

/* The plan rules a meeting until it is held; then the meeting's own record does. */
static void test_held(void)
{
    Book book = book_new();

    book_load_well(&book, HEAD MEETINGS);
    MbMeeting *first = book_find(&book, &MB_MEETING, "day", "2025-09-27");
    MbMeeting *second = book_find(&book, &MB_MEETING, "day", "2025-12-06");
    mb_set(&first->venue, "Elsewhere");
    first->state = MB_STATE_WRITTEN_UP;
    mb_set(&second->venue, "Elsewhere");
    book_load_well(
        &book, HEAD
        "meetings:\n  - {date: 2025-09-27, time: \"09:00-10:00\", venue: Hall}\n  - {date: 2025-12-06, venue: Hall}\n");
    assert_field(first, "venue", "Elsewhere");
    assert_field(first, "starts", "10:00");
    assert_field(second, "venue", "Hall");
    book_free(&book);
}

static void test_findings(void)
{
    Book book = book_new();

    book_load_well(&book, HEAD "meetings: [{date: 2024-09-27}]\nbusiness:\n  - {title: Budget, at: [2025-10-01]}\n");
    g_assert_true(
        book_found(&book, "plan-date-outside-year",
                   "The meeting on 27 September 2024 is not in the plan's year, 1 April 2025 to 31 March 2026."));
    g_assert_true(book_found(&book, "plan-at-no-meeting",
                             "The item is planned for 1 October 2025, when the board has no meeting."));
    book_free(&book);
}

/* The year starts as the rule set says, where the plan says nothing. */
static void test_year(void)
{
    static const char *const rows[][4] = {
        {"maintained-school-governors", "2025/26", "2025-09-01", "2026-08-31"},
        {"maintained-school-governors", "2025", "2025-01-01", "2025-12-31"},
        {"english-parish", "2025-26", "2025-05-01", "2026-04-30"},
        {"partnership", "2025/2026", "2025-04-01", "2026-03-31"},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Book book = book_new();
        g_autofree char *yaml =
            g_strdup_printf("board: A\nrules: %s\n---\nboard: A\nyear: %s\n", rows[i][0], rows[i][1]);
        book_load_well(&book, yaml);
        MbPlan *made = book_find(&book, &MB_PLAN, "year", rows[i][1]);
        assert_field(made, "since", rows[i][2]);
        assert_field(made, "until", rows[i][3]);
        book_free(&book);
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/plan/meetings", test_meetings);
    g_test_add_func("/load/plan/lines", test_lines);
    g_test_add_func("/load/plan/leads", test_leads);
    g_test_add_func("/load/plan/move", test_move);
    g_test_add_func("/load/plan/again", test_again);
    g_test_add_func("/load/plan/moved-on-by-hand", test_moved_on_by_hand);
    g_test_add_func("/load/plan/chain", test_chain);
    g_test_add_func("/load/plan/move-with-parts", test_move_with_parts);
    g_test_add_func("/load/plan/line-changes", test_line_changes);
    g_test_add_func("/load/plan/rule", test_rule);
    g_test_add_func("/load/plan/held", test_held);
    g_test_add_func("/load/plan/findings", test_findings);
    g_test_add_func("/load/plan/year", test_year);
    return g_test_run();
}

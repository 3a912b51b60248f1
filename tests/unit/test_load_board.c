/* SPDX-License-Identifier: MIT */
/* A board and its roll: what is loaded, and what a second loading changes and keeps. */
#include "load_help.h"

static const char trust[] = "board: Harbour Trust Board\n"
                            "short: HTB\n"
                            "organisation: Harbour Trust\n"
                            "zone: Europe/London\n"
                            "marking: NOT PROTECTIVELY MARKED\n"
                            "strapline: Safe together\n"
                            "rules: charity-trustees\n"
                            "style: attendance-by-group\n"
                            "numbering: 1.0\n"
                            "restricted: last\n"
                            "saturdays: true\n"
                            "names: [Harbour Trustees]\n"
                            "notice: {agenda: 5 clear days, papers: 2 weeks}\n"
                            "quorum: {members: 1, groups: {Statutory: 1}}\n"
                            "groups: [Statutory, {name: Invited, voting: false, quorum: false}]\n"
                            "audiences:\n"
                            "  - {name: Core group, groups: [Statutory], plus: [Third Name], minus: [Dr Second Name]}\n"
                            "roll:\n"
                            "  - {name: Cllr First Last, initials: FLa, post: Director, organisation: Council, group: "
                            "Statutory, office: Chair, email: first.last@example.org}\n"
                            "  - {name: Dr Second Name, post: Head of Service, organisation: Probation, group: "
                            "Invited, deputies: [Third Name, Outsider], voting: true,\n"
                            "     from: 2022-05-01, to: 2035-08-31, aliases: [S. Name], assistant: pa@example.org, "
                            "away_until: 2026-02-01, note: text}\n"
                            "offices:\n"
                            "  - {name: Dr Second Name, office: Chair, from: 2024-05-01, to: 2025-05-14}\n"
                            "contacts:\n"
                            "  - {name: Third Name, post: High Sheriff, organisation: County, email: g@example.org}\n"
                            "interests:\n"
                            "  - {name: Cllr First Last, nature: Director of a supplier, from: 2024-05-01}\n"
                            "decisions:\n"
                            "  - {on: 2025-08-12, text: That the fence be mended, outcome: approved, taken_by: First "
                            "Last, method: chair's action}\n"
                            "priorities:\n"
                            "  - {year: 2025/26, number: 1, title: Violence against women and girls}\n";

static void test_facts(void)
{
    static const char *const facts[][2] = {
        {"name", "Harbour Trust Board"},
        {"short_name", "HTB"},
        {"organisation", "Harbour Trust"},
        {"zone", "Europe/London"},
        {"marking", "NOT PROTECTIVELY MARKED"},
        {"strapline", "Safe together"},
        {"rules", "charity-trustees"},
        {"style", "attendance-by-group"},
        {"numbering", "1.0"},
        {"restricted_last", "1"},
        {"saturdays", "1"},
        {"agenda_notice", "5"},
        {"agenda_notice_kind", "clear days"},
        {"papers_notice", "14"},
        {"papers_notice_kind", "days"},
        {"quorum_members", "1"},
        {"quorum_at_least", NULL},
        {"next_ref", "1"},
    };
    Book book = book_new();

    book_load_well(&book, trust);
    MbBoard *board = book_find(&book, &MB_BOARD, "short_name", "HTB");
    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
        assert_field(board, facts[i][0], facts[i][1]);
    assert_field(book_find(&book, &MB_BOARD_NAME, "name", "Harbour Trustees"), "board", board->id);
    assert_field(book_find(&book, &MB_GROUP, "name", "Statutory"), "quorum", "1");
    assert_field(book_find(&book, &MB_GROUP, "name", "Invited"), "non_voting", "1");
    assert_field(book_find(&book, &MB_GROUP, "name", "Invited"), "outside_quorum", "1");
    assert_field(book_find(&book, &MB_PRIORITY, "number", "1"), "title", "Violence against women and girls");
    g_assert_cmpuint(book.load.findings->len, ==, 0);
    book_free(&book);
}

static void test_roll(void)
{
    Book book = book_new();

    book_load_well(&book, trust);
    MbPerson *second = book_find(&book, &MB_PERSON, "name", "Second Name");
    MbSeat *seat = book_find(&book, &MB_SEAT, "person", second->id);
    assert_field(second, "honorific", "Dr");
    assert_field(second, "assistant", "pa@example.org");
    assert_field(second, "away_until", "2026-02-01");
    assert_field(second, "contact", "0");
    assert_field(seat, "voting", "yes");
    assert_field(seat, "since", "2022-05-01");
    assert_field(seat, "until", "2035-08-31");
    assert_field(seat, "note", "text");
    assert_field(seat, "seat_group", ((MbGroup *)book_find(&book, &MB_GROUP, "name", "Invited"))->id);
    assert_field(book_find(&book, &MB_SEAT, "initials", "FLa"), "position", "0");
    assert_field(book_find(&book, &MB_ALIAS, "name", "S. Name"), "person", second->id);
    MbPerson *third = book_find(&book, &MB_PERSON, "name", "Third Name");
    assert_field(third, "contact", "1");
    assert_field(book_find(&book, &MB_TENURE, "person", third->id), "post",
                 ((MbPost *)book_find(&book, &MB_POST, "title", "High Sheriff"))->id);
    assert_field(book_find(&book, &MB_DEPUTY, "person", third->id), "name", NULL);
    assert_field(book_find(&book, &MB_DEPUTY, "name", "Outsider"), "person", NULL);
    book_free(&book);
}

static void test_registers(void)
{
    Book book = book_new();

    book_load_well(&book, trust);
    MbPerson *first = book_find(&book, &MB_PERSON, "name", "First Last");
    MbPerson *second = book_find(&book, &MB_PERSON, "name", "Second Name");
    g_assert_cmpuint(book_count(&book, &MB_OFFICE), ==, 2);
    assert_field(book_find(&book, &MB_OFFICE, "person", first->id), "since", NULL);
    assert_field(book_find(&book, &MB_OFFICE, "person", second->id), "until", "2025-05-14");
    assert_field(book_find(&book, &MB_INTEREST, "person", first->id), "nature", "Director of a supplier");
    MbDecision *decision = book_find(&book, &MB_DECISION, "taken_by", first->id);
    assert_field(decision, "on", "2025-08-12");
    assert_field(decision, "outcome", "approved");
    assert_field(decision, "meeting", NULL);
    assert_field(decision, "method", "chair's action");
    g_assert_cmpuint(book_count(&book, &MB_AUDIENCE_ENTRY), ==, 3);
    assert_field(book_find(&book, &MB_AUDIENCE_ENTRY, "person", second->id), "minus", "1");
    book_free(&book);
}

static void test_again(void)
{
    Book book = book_new();

    book_load_well(&book, trust);
    g_assert_cmpuint(book.load.changed->len, >, 20);
    book_load_well(&book, trust);
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    g_assert_cmpuint(book.load.gone->len, ==, 0);
    book_free(&book);
}

/* Found by short name; absent keys stay; the person is found without honorific. */
static void test_update(void)
{
    Book book = book_new();

    book_load_well(&book, trust);
    book_load_well(&book, "board: htb\nmarking: ~\nroll:\n  - {name: first last, post: Mayor, group: Invited}\n");
    MbBoard *board = book_find(&book, &MB_BOARD, "name", "Harbour Trust Board");
    MbPerson *first = book_find(&book, &MB_PERSON, "honorific", "Cllr");
    MbSeat *seat = book_find(&book, &MB_SEAT, "person", first->id);
    assert_field(board, "marking", NULL);
    assert_field(board, "strapline", "Safe together");
    assert_field(board, "agenda_notice", "5");
    assert_field(seat, "initials", "FLa");
    assert_field(seat, "post", ((MbPost *)book_find(&book, &MB_POST, "title", "Mayor"))->id);
    assert_field(first, "email", "first.last@example.org");
    g_assert_cmpuint(book_count(&book, &MB_BOARD), ==, 1);
    g_assert_cmpuint(book_count(&book, &MB_PERSON), ==, 3);
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 2);
    book_free(&book);
}

/* The chair passes on: the undated office of the one whom the roll names without it is gone. */
static void test_chair_passes(void)
{
    Book book = book_new();

    book_load_well(&book, "board: T\nroll:\n  - {name: Ann Lee, office: Chair}\n  - {name: Bo Roe}\n");
    book_load_well(&book, "board: T\nroll:\n  - {name: Ann Lee}\n  - {name: Bo Roe, office: Chair}\n");
    MbPerson *bo = book_find(&book, &MB_PERSON, "name", "Bo Roe");
    g_assert_cmpuint(book_count(&book, &MB_OFFICE), ==, 1);
    assert_field(book_find(&book, &MB_OFFICE, "office", "Chair"), "person", bo->id);
    g_assert_cmpuint(book.load.gone->len, ==, 1);
    book_free(&book);
}

/* An office in the roll that `offices:` dates is one office. */
static void test_dated_office(void)
{
    Book book = book_new();

    book_load_well(&book, "board: T\nroll:\n  - {name: Ann Lee, office: Chair, from: 2020-01-01}\noffices:\n  - {name: "
                          "Ann Lee, office: Chair, from: 2024-10-02}\n");
    g_assert_cmpuint(book_count(&book, &MB_OFFICE), ==, 1);
    assert_field(book_find(&book, &MB_OFFICE, "office", "Chair"), "since", "2024-10-02");
    book_free(&book);
}

/* Two terms of one person are two seats, told apart by their first day. */
static void test_two_terms(void)
{
    static const char *const yaml[] = {
        "board: T\nroll:\n  - {name: Ann Lee, from: 2018-01-01, to: 2021-12-31}\n  - {name: Ann Lee, from: 2024-01-01, "
        "note: one}\n",
        "board: T\nroll:\n  - {name: Ann Lee, from: 2018-01-01, to: 2021-12-31}\n  - {name: Ann Lee, from: 2024-01-01, "
        "note: two}\n",
    };
    Book book = book_new();

    book_load_well(&book, yaml[0]);
    book_load_well(&book, yaml[1]);
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 2);
    g_assert_cmpuint(book.load.changed->len, ==, 1);
    assert_field(book_find(&book, &MB_SEAT, "since", "2024-01-01"), "note", "two");
    assert_field(book_find(&book, &MB_SEAT, "since", "2018-01-01"), "note", NULL);
    book_free(&book);
}

/* A renewed term of someone named once moves the seat's days. */
static void test_one_term(void)
{
    Book book = book_new();

    book_load_well(&book, "board: T\nroll:\n  - {name: Ann Lee, from: 2024-01-01}\n");
    book_load_well(&book, "board: T\nroll:\n  - {name: Ann Lee, from: 2024-02-01}\n");
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 1);
    assert_field(book_find(&book, &MB_SEAT, "position", "0"), "since", "2024-02-01");
    book_free(&book);
}

/* One person on two boards is one person; the contact who takes a seat is a contact no more. */
static void test_two_boards(void)
{
    Book book = book_new();

    book_load_well(&book, "board: A\nparent: B\nroll:\n  - {name: Dr Ann Lee, initials: AL}\ncontacts:\n  - {name: Bo "
                          "Roe}\n---\nboard: B\nroll:\n  - {name: Ann Lee, initials: ANL}\n  - {name: Bo Roe}\n");
    g_assert_cmpuint(book_count(&book, &MB_PERSON), ==, 2);
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 3);
    assert_field(book_find(&book, &MB_PERSON, "name", "Bo Roe"), "contact", "0");
    assert_field(book_find(&book, &MB_BOARD, "name", "A"), "parent",
                 ((MbBoard *)book_find(&book, &MB_BOARD, "name", "B"))->id);
    book_free(&book);
}

static void test_quorum(void)
{
    Book book = book_new();

    book_load_well(&book, "board: A\nquorum: {fraction: 1/4, at_least: 3, rounding: down, of: all}\n");
    MbBoard *board = book_find(&book, &MB_BOARD, "name", "A");
    assert_field(board, "quorum_over", "1");
    assert_field(board, "quorum_under", "4");
    assert_field(board, "quorum_at_least", "3");
    assert_field(board, "quorum_rounding", "down");
    assert_field(board, "quorum_of", "all");
    g_assert_true(
        book_found(&book, "quorum-larger-than-roll", "The quorum asks for 3 members at least, and the roll has 0."));
    book_load_well(&book, "board: A\nquorum: {majority: true}\n");
    assert_field(board, "quorum_over", NULL);
    assert_field(board, "quorum_at_least", NULL);
    assert_field(board, "quorum_majority", "1");
    g_assert_cmpuint(book.load.findings->len, ==, 0);
    book_free(&book);
}

static void test_findings(void)
{
    Book book = book_new();

    book_load_well(&book,
                   "board: A\nrules: charity-trustees\ngroups: [Staff]\nquorum: {members: 2, groups: {Staff: "
                   "2}}\nroll:\n  - {name: Ann Lee, group: Staff}\n  - {name: Bo Roe, group: Staff, to: 2001-01-01}\n"
                   "offices:\n  - {name: Old Chair, office: Chair, to: 2020-01-01}\ninterests:\n  - {name: Ann Lee, "
                   "nature: Owner, kind: fishy}\n");
    g_assert_true(book_found(&book, "quorum-larger-than-roll", "The quorum asks for 2 members, and the roll has 1."));
    g_assert_true(
        book_found(&book, "quorum-larger-than-roll", "The quorum asks for 2 Staff members, and the roll has 1."));
    g_assert_true(
        book_found(&book, "name-not-on-roll",
                   "Old Chair is on no roll and no list of contacts, and was added to the people of the book."));
    g_assert_true(book_found(&book, "interest-kind-unknown",
                             "The rule set charity-trustees has no interest of the kind \"fishy\""));
    g_assert_cmpuint(book.load.findings->len, ==, 4);
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/board/facts", test_facts);
    g_test_add_func("/load/board/roll", test_roll);
    g_test_add_func("/load/board/registers", test_registers);
    g_test_add_func("/load/board/again", test_again);
    g_test_add_func("/load/board/update", test_update);
    g_test_add_func("/load/board/chair-passes", test_chair_passes);
    g_test_add_func("/load/board/dated-office", test_dated_office);
    g_test_add_func("/load/board/two-terms", test_two_terms);
    g_test_add_func("/load/board/one-term", test_one_term);
    g_test_add_func("/load/board/two-boards", test_two_boards);
    g_test_add_func("/load/board/quorum", test_quorum);
    g_test_add_func("/load/board/findings", test_findings);
    return g_test_run();
}

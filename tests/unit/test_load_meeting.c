/* SPDX-License-Identifier: MIT */
/* A meeting with all that hangs on it, and what a second loading keeps. */
#include "load_help.h"

#define BOARD                                                                                                          \
    "board: HTB\nrules: english-principal-council\ngroups: [Statutory]\nroll:\n"                                       \
    "  - {name: First Last, post: Director, organisation: Council, aliases: [F. Last]}\n"                              \
    "  - {name: Dr Second Name, post: Head of Service, organisation: Probation}\n"                                     \
    "  - {name: Fourth Name}\n"                                                                                        \
    "contacts:\n  - {name: Third Name}\n---\n"
#define MEETING BOARD "meeting: 2025-12-11\nboard: HTB\n"
#define ITEM    MEETING "items:\n  - number: \"4\"\n    title: Hate crime\n"

static const char meeting[] = MEETING
    "kind: extraordinary\nstate: written up\ntime: \"10:00-13:00\"\nclosed: \"12:52\"\nvenue: Hall\nchair: First "
    "Last\nchair_capacity: Vice-chair\nminute_taker: A Clerk\n"
    "objectives: [to be updated]\npublic_present: 3\n"
    "attendance:\n"
    "  - {name: F. Last, status: present}\n"
    "  - {name: Second Name, status: represented, by: Third Name}\n"
    "  - {name: Guest Person, status: in part, group: Guest, post: High Sheriff, organisation: County, mode: remote, "
    "from: \"10:20\", to: \"11:45\", note: left for item 6, words: Yes in part, role: observer, initials: GP}\n"
    "events:\n"
    "  - {at: \"11:05\", what: adjourned, item: \"4\", text: fire alarm}\n"
    "published:\n"
    "  - {document: agenda, state: agenda, on: 2025-12-03, audience: public}\n"
    "sent:\n"
    "  - {document: agenda, to: Third Name, on: 2025-12-03, by: e-mail}\n"
    "items:\n"
    "  - number: \"4\"\n"
    "    minute_number: 25/117\n"
    "    title: Hate crime\n"
    "    presenter: [First Last, Team]\n"
    "    on_behalf_of: Dr Second Name\n"
    "    purpose: discussion\n"
    "    minutes: 15\n"
    "    paper: received\n"
    "    papers:\n"
    "      - {title: Report, pages: 11-30, state: received, security: UNRESTRICTED, paragraph: 1, author: First Last, "
    "contact: f@example.org, appendix: A}\n"
    "    restricted: {paragraph: 3, public_title: same, reason: money, lifted: 2026-01-02, lifted_by: the Chair}\n"
    "    recommendations: [to note the report]\n"
    "    taken: 4\n"
    "    text: |\n"
    "      4.1 The Chair spoke of the Larch case.\n"
    "\n"
    "      | a | b |\n"
    "      | 1 | 2 |\n"
    "    notes: |\n"
    "      Ask again.\n"
    "    restricted_text:\n"
    "      - {text: the Larch case, paragraph: 1, reason: names}\n"
    "    declarations:\n"
    "      - {name: First Last, kind: disclosable pecuniary interest, nature: Director, effect: left, dispensation: "
    "D4, out: \"10:31\", back: \"10:44\"}\n"
    "    decisions:\n"
    "      - {text: That we go, outcome: resolved, condition: subject to cost, mover: First Last, seconder: Fourth "
    "Name, for: 7, against: 2, abstained: 1,\n"
    "         votes: {First Last: for, Fourth Name: against}, body: Cabinet, form: boxed, method: show of hands}\n"
    "    actions:\n"
    "      - {ref: 96, text: Circulate the slides, owners: [F. Last, All partners, {post: Head of Service, "
    "organisation: Probation}], due: 2026-01-09, due_words: by 9 January,\n"
    "         updates: [{on: 2026-01-05, text: Nearly, outcome: open}], chasers: [{on: 2026-01-06, step: reminder, to: "
    "First Last}], moved: [{from: 2026-01-02, to: 2026-01-09, why: ill, on: 2025-12-30}]}\n"
    "      - {text: Write, owners: Fourth Name}\n"
    "    motions:\n"
    "      - {text: That we stay, mover: First Last, outcome: carried, for: 5, against: 4, amendments: [{text: a "
    "while, mover: Fourth Name, outcome: lost}]}\n"
    "    elections:\n"
    "      - {office: Vice-chair, rounds: [[{name: First Last, votes: 4}, {name: Fourth Name, votes: 4}], [{name: "
    "First Last, votes: 5}, {name: Fourth Name, votes: 3}]], elected: First Last}\n"
    "    items:\n"
    "      - {number: 4.1, title: Figures, taken_with: \"5\"}\n"
    "  - {number: \"5\", title: Budget}\n";

static const char *person_id(const Book *book, const char *name)
{
    return ((MbPerson *)book_find(book, &MB_PERSON, "name", name))->id;
}

static void assert_fields(gpointer record, const char *const (*fields)[2], gsize count)
{
    for (gsize i = 0; i < count; i++)
        assert_field(record, fields[i][0], fields[i][1]);
}

static void test_facts(void)
{
    static const char *const facts[][2] = {
        {"kind", "extraordinary"},
        {"state", "written up"},
        {"starts", "10:00"},
        {"ends", "13:00"},
        {"closed", "12:52"},
        {"venue", "Hall"},
        {"chair_capacity", "Vice-chair"},
        {"minute_taker", NULL},
        {"minute_taker_words", "A Clerk"},
        {"public_present", "3"},
        {"chair_words", NULL},
    };
    Book book = book_new();

    book_load_well(&book, meeting);
    MbMeeting *made = book_find(&book, &MB_MEETING, "day", "2025-12-11");
    assert_fields(made, facts, G_N_ELEMENTS(facts));
    assert_field(made, "chair", person_id(&book, "First Last"));
    assert_field(book_find(&book, &MB_OBJECTIVE, "meeting", made->id), "text", "to be updated");
    MbEvent *event = book_find(&book, &MB_EVENT, "what", "adjourned");
    assert_field(event, "at", "11:05");
    assert_field(event, "item", ((MbItem *)book_find(&book, &MB_ITEM, "title", "Hate crime"))->id);
    assert_field(book_find(&book, &MB_PUBLICATION, "document", "agenda"), "on", "2025-12-03");
    assert_field(book_find(&book, &MB_SENDING, "document", "agenda"), "person", person_id(&book, "Third Name"));
    book_free(&book);
}

static void test_attendance(void)
{
    static const char *const guest[][2] = {
        {"person", NULL},
        {"status", "in part"},
        {"group_name", "Guest"},
        {"post", "High Sheriff"},
        {"organisation", "County"},
        {"mode", "remote"},
        {"arrived", "10:20"},
        {"left", "11:45"},
        {"note", "left for item 6"},
        {"status_words", "Yes in part"},
        {"role", "observer"},
        {"initials", "GP"},
        {"position", "2"},
    };
    Book book = book_new();

    book_load_well(&book, meeting);
    MbAttendance *first = book_find(&book, &MB_ATTENDANCE, "person", person_id(&book, "First Last"));
    assert_field(first, "name", "F. Last");
    MbAttendance *second = book_find(&book, &MB_ATTENDANCE, "person", person_id(&book, "Second Name"));
    assert_field(second, "status", "represented");
    assert_field(second, "represented_by", person_id(&book, "Third Name"));
    assert_field(second, "represented_by_name", NULL);
    assert_fields(book_find(&book, &MB_ATTENDANCE, "name", "Guest Person"), guest, G_N_ELEMENTS(guest));
    book_free(&book);
}

static void test_item(void)
{
    static const char *const facts[][2] = {
        {"number", "4"},
        {"number_kept", "1"},
        {"minute_number", "25/117"},
        {"purpose", "discussion"},
        {"minutes", "15"},
        {"paper", "received"},
        {"taken", "4"},
        {"position", "0"},
        {"parent", NULL},
    };
    static const char *const paper[][2] = {{"first_page", "11"},     {"last_page", "30"},
                                           {"state", "received"},    {"security", "UNRESTRICTED"},
                                           {"author", "First Last"}, {"appendix", "A"}};
    Book book = book_new();

    book_load_well(&book, meeting);
    MbItem *item = book_find(&book, &MB_ITEM, "title", "Hate crime");
    assert_fields(item, facts, G_N_ELEMENTS(facts));
    MbItem *nested = book_find(&book, &MB_ITEM, "title", "Figures");
    assert_field(nested, "parent", item->id);
    assert_field(nested, "taken_with", ((MbItem *)book_find(&book, &MB_ITEM, "title", "Budget"))->id);
    MbPaper *report = book_find(&book, &MB_PAPER, "title", "Report");
    assert_fields(report, paper, G_N_ELEMENTS(paper));
    assert_field(book_find(&book, &MB_RESTRICTION, "paper", report->id), "paragraph", "1");
    MbRestriction *restriction = book_find(&book, &MB_RESTRICTION, "item", item->id);
    assert_field(restriction, "public_title", "same");
    assert_field(restriction, "lifted_on", "2026-01-02");
    assert_field(book_find(&book, &MB_PRESENTER, "name", "Team"), "on_behalf_of", person_id(&book, "Second Name"));
    assert_field(book_find(&book, &MB_RECOMMENDATION, "item", item->id), "text", "to note the report");
    book_free(&book);
}

static void test_text(void)
{
    Book book = book_new();

    book_load_well(&book, meeting);
    MbMinute *spoken = book_find(&book, &MB_MINUTE, "number", "4.1");
    assert_field(spoken, "text", "The Chair spoke of the Larch case.");
    assert_field(spoken, "layer", "minute");
    MbRestriction *span = book_find(&book, &MB_RESTRICTION, "minute", spoken->id);
    assert_field(span, "start", "19");
    assert_field(span, "length", "14");
    assert_field(span, "item", NULL);
    MbMinute *table = book_find(&book, &MB_MINUTE, "style", "table");
    g_assert_cmpuint(book_count(&book, &MB_CELL), ==, 4);
    assert_field(book_find(&book, &MB_CELL, "text", "2"), "minute", table->id);
    assert_field(book_find(&book, &MB_MINUTE, "text", "Ask again."), "layer", "note");
    book_free(&book);
}

static void test_decisions(void)
{
    static const char *const facts[][2] = {
        {"outcome", "resolved"}, {"condition", "subject to cost"}, {"votes_for", "7"},
        {"votes_against", "2"},  {"votes_abstained", "1"},         {"body", "Cabinet"},
        {"form", "boxed"},       {"method", "show of hands"},
    };
    static const char *const declared[][2] = {
        {"kind", "disclosable pecuniary interest"},
        {"nature", "Director"},
        {"effect", "left"},
        {"dispensation", "D4"},
        {"left", "10:31"},
        {"back", "10:44"},
    };
    Book book = book_new();

    book_load_well(&book, meeting);
    MbDecision *decision = book_find(&book, &MB_DECISION, "text", "That we go");
    assert_fields(decision, facts, G_N_ELEMENTS(facts));
    assert_field(decision, "mover", person_id(&book, "First Last"));
    assert_field(book_find(&book, &MB_VOTE, "person", person_id(&book, "Fourth Name")), "vote", "against");
    assert_fields(book_find(&book, &MB_DECLARATION, "person", person_id(&book, "First Last")), declared,
                  G_N_ELEMENTS(declared));
    MbMotion *motion = book_find(&book, &MB_MOTION, "text", "That we stay");
    assert_field(motion, "outcome", "carried");
    assert_field(book_find(&book, &MB_MOTION, "text", "a while"), "amends", motion->id);
    assert_field(book_find(&book, &MB_ELECTION, "office", "Vice-chair"), "elected", person_id(&book, "First Last"));
    g_assert_cmpuint(book_count(&book, &MB_CANDIDATE), ==, 4);
    assert_field(book_find(&book, &MB_CANDIDATE, "votes", "5"), "round", "2");
    book_free(&book);
}

static void test_actions(void)
{
    Book book = book_new();

    book_load_well(&book, meeting);
    MbAction *action = book_find(&book, &MB_ACTION, "ref", "96");
    assert_field(action, "due", "2026-01-09");
    assert_field(action, "due_words", "by 9 January");
    assert_field(action, "raised_on", "2025-12-11");
    assert_field(action, "status", "open");
    assert_field(book_find(&book, &MB_OWNER, "name", "All partners"), "person", NULL);
    assert_field(
        book_find(&book, &MB_OWNER, "post", ((MbPost *)book_find(&book, &MB_POST, "title", "Head of Service"))->id),
        "position", "2");
    assert_field(book_find(&book, &MB_OWNER, "person", person_id(&book, "First Last")), "name", NULL);
    g_assert_true(book_found(&book, "owner-not-on-roll",
                             "The owner All partners is neither on the roll nor among the contacts."));
    g_assert_cmpuint(book.load.findings->len, ==, 1);
    assert_field(book_find(&book, &MB_UPDATE, "action", action->id), "text", "Nearly");
    assert_field(book_find(&book, &MB_CHASER, "action", action->id), "person", person_id(&book, "First Last"));
    assert_field(book_find(&book, &MB_REDATE, "action", action->id), "why", "ill");
    /* the one without ref gets the next above the highest, and the board the one after */
    assert_field(book_find(&book, &MB_ACTION, "text", "Write"), "ref", "97");
    assert_field(book_find(&book, &MB_BOARD, "name", "HTB"), "next_ref", "98");
    book_free(&book);
}

static void test_again(void)
{
    Book book = book_new();

    book_load_well(&book, meeting);
    book_load_well(&book, meeting);
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    g_assert_cmpuint(book.load.gone->len, ==, 0);
    book_free(&book);
}

/* Only the paragraph that differs is replaced; what was withheld of it goes with it. */
static void test_text_again(void)
{
    Book book = book_new();

    book_load_well(&book, ITEM "    text: |\n      One.\n\n      Two secret.\n\n      Three.\n    restricted_text: "
                               "[{text: secret, paragraph: 1}]\n");
    MbMinute *three = book_find(&book, &MB_MINUTE, "text", "Three.");
    book_load_well(&book, ITEM "    text: |\n      One.\n\n      Zero.\n\n      Two.\n\n      Three.\n");
    g_assert_cmpuint(book_count(&book, &MB_MINUTE), ==, 4);
    g_assert_true(book_find(&book, &MB_MINUTE, "text", "Three.") == three);
    assert_field(three, "position", "3");
    g_assert_cmpuint(book.load.gone->len, ==, 2);
    g_assert_cmpuint(book.load.changed->len, ==, 3); /* Zero, Two, and Three's position */
    g_assert_cmpuint(book_count(&book, &MB_RESTRICTION), ==, 0);
    book_free(&book);
}

/* All places where the words stand are withheld; a whole paragraph as a whole. */
static void test_spans(void)
{
    Book book = book_new();

    book_load_well(
        &book,
        ITEM "    text: |\n      é Ann saw Ann.\n\n      Ann\n    restricted_text: [{text: Ann, paragraph: 2}]\n");
    g_assert_cmpuint(book_count(&book, &MB_RESTRICTION), ==, 3);
    assert_field(book_find(&book, &MB_RESTRICTION, "start", "2"), "length", "3");
    assert_field(book_find(&book, &MB_RESTRICTION, "start", "10"), "length", "3");
    MbMinute *whole = book_find(&book, &MB_MINUTE, "text", "Ann");
    assert_field(book_find(&book, &MB_RESTRICTION, "minute", whole->id), "start", NULL);
    book_free(&book);
}

static void test_by_hand(void)
{
    Book book = book_new();

    book_load_well(&book, ITEM "    minutes: 15\n    presenter: First Last\n    text: From the file.\n");
    MbItem *item = book_find(&book, &MB_ITEM, "number", "4");
    mb_set(&item->by_hand, "title minutes presenter text");
    item->minutes = 20;
    book_load_well(
        &book,
        ITEM "    minutes: 25\n    purpose: decision\n    presenter: Fourth Name\n    text: From the file again.\n");
    assert_field(item, "minutes", "20");
    assert_field(item, "purpose", "decision");
    assert_field(book_find(&book, &MB_PRESENTER, "item", item->id), "person", person_id(&book, "First Last"));
    assert_field(book_find(&book, &MB_MINUTE, "item", item->id), "text", "From the file.");
    book_free(&book);
}

/* An item is known by number and title, then by title, then by number. */
static void test_item_matching(void)
{
    Book book = book_new();

    book_load_well(&book, MEETING "items:\n  - {number: \"1\", title: Apologies}\n  - {number: \"2\", title: Fire}\n  "
                                  "- {number: \"3\", title: Flood}\n");
    MbItem *fire = book_find(&book, &MB_ITEM, "title", "Fire");
    MbItem *flood = book_find(&book, &MB_ITEM, "title", "Flood");
    book_load_well(&book, MEETING "items:\n  - {number: \"2\", title: Flood}\n  - {number: \"3\", title: fire}\n  - "
                                  "{number: \"1\", title: Welcome}\n");
    g_assert_cmpuint(book_count(&book, &MB_ITEM), ==, 3);
    assert_field(fire, "number", "3");
    assert_field(flood, "number", "2");
    assert_field(book_find(&book, &MB_ITEM, "title", "Welcome"), "number", "1");
    book_free(&book);
}

/* Closed in the book stays closed, redated stays redated, approved stays approved, though the file knew it otherwise.
 */
static void test_goes_forward(void)
{
    static const char yaml[] =
        ITEM "    actions:\n      - {ref: 1, text: Write, due: 2026-01-09, status: open}\nstate: circulated\n";
    Book book = book_new();

    book_load_well(&book, yaml);
    MbAction *action = book_find(&book, &MB_ACTION, "ref", "1");
    MbMeeting *held = book_find(&book, &MB_MEETING, "day", "2025-12-11");
    MbRedate *redate = mb_dossier_new_record(book.book, &MB_REDATE);
    mb_set(&redate->action, action->id);
    action->due = mb_day_parse_iso("2026-02-09");
    action->status = MB_ACTION_CLOSED;
    held->state = MB_STATE_APPROVED;
    book_load_well(&book, yaml);
    assert_field(action, "status", "closed");
    assert_field(action, "due", "2026-02-09");
    assert_field(held, "state", "approved");
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    book_free(&book);
}

static void test_approved_is_fixed(void)
{
    Book book = book_new();

    book_load_well(&book, ITEM "    text: As it was.\nstate: approved\n");
    book_load_well(&book, ITEM "    text: As it was.\n");
    g_autofree char *faults = book_load(&book, ITEM "    text: As it was not.\n");
    g_assert_cmpstr(faults, ==,
                    "f:16:11: the minutes of HTB on 2025-12-11 are approved and their text is fixed: expected the text "
                    "as it was approved; record a correction at a later meeting");
    book_free(&book);
}

static void test_updates(void)
{
    Book book = book_new();

    book_load_well(&book,
                   ITEM "    actions:\n      - {ref: 1, text: Write, due_words: by the next meeting}\n      - {ref: 2, "
                        "text: Read}\n      - {ref: 3, text: Sing, due_words: March's meeting}\nstate: circulated\n"
                        "---\nmeeting: 2026-03-12\nboard: HTB\nstate: written up\nitems:\n  - title: Minutes\n    "
                        "approves: 2025-12-11\n    corrections: [{page: 3, item: \"4\", old: twelve, new: twenty}]\n"
                        "    updates: [{ref: 1, text: Written, outcome: closed}, {ref: 2, text: Begun}]\n---\nmeeting: "
                        "2026-01-29\nboard: HTB\nstate: cancelled\n");
    MbMeeting *march = book_find(&book, &MB_MEETING, "day", "2026-03-12");
    MbMeeting *december = book_find(&book, &MB_MEETING, "day", "2025-12-11");
    MbItem *minutes = book_find(&book, &MB_ITEM, "title", "Minutes");
    MbAction *write = book_find(&book, &MB_ACTION, "ref", "1");
    assert_field(write, "status", "closed");
    assert_field(write, "closed_on", "2026-03-12");
    assert_field(write, "closed_at", march->id);
    assert_field(write, "due_meeting", march->id); /* January's was cancelled */
    assert_field(write, "due", "2026-03-12");
    assert_field(book_find(&book, &MB_ACTION, "ref", "2"), "status", "open");
    assert_field(book_find(&book, &MB_ACTION, "ref", "3"), "due", "2026-03-12");
    assert_field(book_find(&book, &MB_UPDATE, "text", "Begun"), "meeting", march->id);
    assert_field(minutes, "approves", december->id);
    assert_field(december, "state", "approved");
    assert_field(december, "received_as", minutes->id);
    assert_field(book_find(&book, &MB_CORRECTION, "new_text", "twenty"), "meeting", december->id);
    book_free(&book);
}

/* A file loaded later, of a later meeting, still finds action, meeting and minutes of the earlier one. */
static void test_two_commands(void)
{
    Book book = book_new();

    book_load_well(&book, ITEM "    actions: [{ref: 7, text: Write}]\n");
    book_load_well(&book, "meeting: 2026-03-12\nboard: HTB\nitems:\n  - title: Minutes\n    approves: 2024-01-01\n    "
                          "updates: [{ref: 7, text: Written, outcome: closed}]\n");
    assert_field(book_find(&book, &MB_ACTION, "ref", "7"), "status", "closed");
    g_assert_true(
        book_found(&book, "approves-unknown-meeting",
                   "The minutes approved are of 1 January 2024, when the book has no meeting of this board."));
    book_free(&book);
}

static void test_two_on_a_day(void)
{
    static const char yaml[] = BOARD "meeting: \"2025-12-11@10:00\"\nboard: HTB\nvenue: One\n---\nmeeting: "
                                     "\"2025-12-11@14:00\"\nboard: HTB\nvenue: Two\n";
    Book book = book_new();

    book_load_well(&book, yaml);
    g_assert_cmpuint(book_count(&book, &MB_MEETING), ==, 2);
    assert_field(book_find(&book, &MB_MEETING, "starts", "14:00"), "venue", "Two");
    book_load_well(&book, yaml);
    g_assert_cmpuint(book_count(&book, &MB_MEETING), ==, 2);
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    book_free(&book);
}

/* The same ref under two items is two actions, each known again: it is for the checks to say so. */
static void test_double_ref(void)
{
    static const char yaml[] = ITEM
        "    actions: [{ref: 108, text: Write}]\n  - {number: \"5\", title: Fire, actions: [{ref: 108, text: Read}]}\n";
    Book book = book_new();

    book_load_well(&book, yaml);
    g_assert_cmpuint(book_count(&book, &MB_ACTION), ==, 2);
    book_load_well(&book, yaml);
    g_assert_cmpuint(book_count(&book, &MB_ACTION), ==, 2);
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/meeting/facts", test_facts);
    g_test_add_func("/load/meeting/attendance", test_attendance);
    g_test_add_func("/load/meeting/item", test_item);
    g_test_add_func("/load/meeting/text", test_text);
    g_test_add_func("/load/meeting/decisions", test_decisions);
    g_test_add_func("/load/meeting/actions", test_actions);
    g_test_add_func("/load/meeting/again", test_again);
    g_test_add_func("/load/meeting/text-again", test_text_again);
    g_test_add_func("/load/meeting/spans", test_spans);
    g_test_add_func("/load/meeting/by-hand", test_by_hand);
    g_test_add_func("/load/meeting/item-matching", test_item_matching);
    g_test_add_func("/load/meeting/goes-forward", test_goes_forward);
    g_test_add_func("/load/meeting/approved-is-fixed", test_approved_is_fixed);
    g_test_add_func("/load/meeting/updates", test_updates);
    g_test_add_func("/load/meeting/two-commands", test_two_commands);
    g_test_add_func("/load/meeting/two-on-a-day", test_two_on_a_day);
    g_test_add_func("/load/meeting/double-ref", test_double_ref);
    return g_test_run();
}

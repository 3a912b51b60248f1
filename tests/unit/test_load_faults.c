/* SPDX-License-Identifier: MIT */
/* What is refused, and in which words: each row is a document and all its faults. Rows of a plan or a meeting follow a
 * board of ten lines. */
#include "load_help.h"

#define BOARD                                                                                                          \
    "board: Harbour Trust Board\n"                                                                                     \
    "short: HTB\n"                                                                                                     \
    "rules: english-principal-council\n"                                                                               \
    "groups: [Statutory, Invited]\n"                                                                                   \
    "roll:\n"                                                                                                          \
    "  - {name: Ann Lee, group: Statutory}\n"                                                                          \
    "  - {name: Dr Bo Roe, group: Statutory}\n"                                                                        \
    "  - {name: Cy Lee, group: Invited, aliases: [Lee]}\n"                                                             \
    "  - {name: Di Lee, group: Invited, aliases: [Lee]}\n"                                                             \
    "---\n"
#define PLAN     BOARD "board: HTB\nyear: 2025/26\n"
#define MEETINGS PLAN "meetings: [{date: 2025-09-27}, {date: 2025-12-06}]\n"
#define MEETING  BOARD "meeting: 2025-12-11\nboard: HTB\n"
#define ITEM     MEETING "items:\n  - title: Hate crime\n"

typedef struct {
    const char *name;
    const char *yaml;
    const char *faults;
} Row;

static const Row rows[] = {
    /* which document it is */
    {"no-kind", "name: Harbour\n",
     "f:1:1: what this describes is not said: expected board: (a board), year: with board: (a forward plan) or "
     "meeting: with board: (a meeting)"},
    {"empty", "# nothing\n", "f:1:1: the file holds nothing: expected a board, a forward plan or a meeting"},
    {"a-list", "- one\n",
     "f:1:1: what this describes is not said: expected board: (a board), year: with board: (a forward plan) or "
     "meeting: with board: (a meeting)"},
    {"duplicate-key", "board: A\nboard: B\n", "f:2:1: the key “board” stands twice; expected it once, as in line 1"},
    {"plan-without-board", "board: HTB\nyear: 2025/26\n",
     "f:1:8: HTB is no board of this book, which has none yet: load the board's own file first or with this one"},
    {"unknown-board", BOARD "board: HTV\nyear: 2025/26\n",
     "f:11:8: HTV is no board of this book: expected HTB (known: HTB, Harbour Trust Board)"},
    {"meeting-of-unknown-board", BOARD "meeting: 2025-12-11\nboard: Council\n",
     "f:12:8: Council is no board of this book: expected one of HTB, Harbour Trust Board"},
    {"meeting-without-board", BOARD "meeting: 2025-12-11\n", "f:11:1: a meeting needs board:"},
    /* a board */
    {"board-key", "board: A\nstyel: x\n", "f:2:1: styel: is no key of a board: expected style:"},
    {"board-key-far", "board: A\nqqqqqqqq: x\n",
     "f:2:1: qqqqqqqq: is no key of a board: expected one of board, short, organisation, parent, zone, marking, "
     "strapline, rules, style, numbering, restricted, saturdays, names, notice, quorum, groups, audiences, roll, "
     "offices, contacts, interests, decisions, priorities, live"},
    {"board-name-list", "board: [A]\n", "f:1:8: board: is a list: expected a text"},
    {"rules", "board: A\nrules: partnersip\n",
     "f:2:8: partnersip is no rule set: expected partnership (known: charity-trustees, company, english-parish, "
     "english-principal-council, maintained-school-governors, partnership)"},
    {"style", "board: A\nstyle: attendance-by-grup\n",
     "f:2:8: attendance-by-grup is no house style: expected attendance-by-group (known: attendance-by-group, "
     "numbered-right-hand, agenda-and-pack)"},
    {"numbering", "board: A\nnumbering: 2.0\n", "f:2:12: 2.0 is no numbering: expected one of 1, 1.0, 1.1"},
    {"zone", "board: A\nzone: Europe/Londn\n",
     "f:2:7: Europe/Londn is no time zone of this machine: expected one such as Europe/London"},
    {"parent", "board: A\nparent: Council\n", "f:2:9: Council is no board of this book: expected one of A"},
    {"parent-self", "board: A\nparent: A\n", "f:2:9: a board is no committee of itself: expected another board"},
    {"saturdays", "board: A\nsaturdays: sometimes\n", "f:2:12: sometimes is no answer: expected true or false"},
    {"restricted-place", "board: A\nrestricted: first\n",
     "f:2:13: first is no place for restricted business: expected one of in place, last"},
    {"notice", "board: A\nnotice: {agenda: five days, papers: 8 working day}\n",
     "f:2:18: five days is no period of notice: expected a number and clear days, working days, days or weeks, such as "
     "5 clear days"},
    {"notice-key", "board: A\nnotice: {agnda: 5 days}\n", "f:2:10: agnda: is no key of notice: expected agenda:"},
    {"notice-text", "board: A\nnotice: 5 clear days\n",
     "f:2:9: 5 clear days is not notice: expected keys, such as {agenda: 5 clear days, papers: 8 working days}"},
    {"quorum-fraction", "board: A\nquorum: {fraction: 5/4}\n", "f:2:20: 5/4 is no fraction: expected one such as 1/4"},
    {"quorum-word", "board: A\nquorum: {fraction: 1/4, rounding: upp, of: voters}\n",
     "f:2:35: upp is no rounding: expected up (known: up, nearest, down)\n"
     "f:2:44: voters is no membership: expected one of voting, all"},
    {"quorum-negative", "board: A\nquorum: {members: -1}\n",
     "f:2:19: members: -1 is negative: expected a whole number such as 15"},
    {"quorum-group", "board: A\ngroups: [Statutory]\nquorum: {groups: {Statutry: 3}}\n",
     "f:3:19: Statutry is no group of this board: expected Statutory (known: Statutory)"},
    {"group-key", "board: A\ngroups: [{name: Invited, votes: no}]\n",
     "f:2:26: votes: is no key of a group: expected one of name, voting, quorum"},
    {"short-taken", BOARD "board: Hospital Trust\nshort: HTB\n",
     "f:12:8: HTB already means Harbour Trust Board: expected another short name, or Harbour Trust Board under names: "
     "where it is the same board"},
    {"seat-key", "board: A\nroll:\n  - {name: Ann Lee, grup: X}\n",
     "f:3:21: grup: is no key of a seat on the roll: expected group:"},
    {"seat-without-name", "board: A\nroll:\n  - {post: Director}\n", "f:3:5: a seat on the roll needs name:"},
    {"seat-text", "board: A\nroll:\n  - Ann Lee\n",
     "f:3:5: Ann Lee is not a seat on the roll: expected keys, such as {name: First Last, post: Director}"},
    {"roll-map", "board: A\nroll: {name: Ann Lee}\n",
     "f:2:7: roll: is no list: expected one such as - {name: First Last, post: Director}"},
    {"seat-group", "board: A\ngroups: [Statutory]\nroll:\n  - {name: Ann Lee, group: Statutary}\n",
     "f:4:28: Statutary is no group of this board: expected Statutory (known: Statutory)"},
    {"seat-group-none", "board: A\nroll:\n  - {name: Ann Lee, group: Statutory}\n",
     "f:3:28: Statutory is no group of this board, which has none"},
    {"seat-dates", "board: A\nroll:\n  - {name: Ann Lee, from: 2025-02-30, to: 31/12/2025}\n",
     "f:3:27: 2025-02-30 is no date: expected YYYY-MM-DD\n"
     "f:3:43: 31/12/2025 is no date: expected YYYY-MM-DD"},
    {"seat-order", "board: A\nroll:\n  - {name: Ann Lee, from: 2025-03-01, to: 2025-02-01}\n",
     "f:3:43: the end 2025-02-01 is before the start 2025-03-01: expected a later date"},
    {"seat-voting", "board: A\nroll:\n  - {name: Ann Lee, voting: maybe}\n",
     "f:3:29: maybe is no answer: expected true or false"},
    {"seat-email", "board: A\nroll:\n  - {name: Ann Lee, email: ann at example.org}\n",
     "f:3:28: ann at example.org is no e-mail address: expected one such as first.last@example.org"},
    {"seat-name-map", "board: A\nroll:\n  - {name: {first: Ann}}\n", "f:3:12: name: is a map of keys: expected a text"},
    {"office-order",
     BOARD "board: HTB\noffices:\n  - {name: Ann Lee, office: Chair, from: 2025-02-01, to: 2025-01-01}\n",
     "f:13:58: the end 2025-01-01 is before the start 2025-02-01: expected a later date"},
    {"audience", BOARD "board: HTB\naudiences:\n  - {name: Core, groups: [Statutry], plus: [Nobody Known]}\n",
     "f:13:27: Statutry is no group of this board: expected Statutory (known: Statutory, Invited)\n"
     "f:13:45: Nobody Known is nobody on the roll or among the contacts: expected a name as it stands there"},
    {"between", BOARD "board: HTB\ndecisions:\n  - {on: 2025-08-12, text: Yes, outcome: agred}\n  - {text: No}\n",
     "f:13:42: agred is no outcome: expected agreed (known: agreed, approved, noted, resolved, recommended, rejected, "
     "deferred)\n"
     "f:14:5: a decision taken between meetings needs on:"},
    /* a plan */
    {"year", BOARD "board: HTB\nyear: 2025/27\n", "f:12:7: 2025/27 is no year: expected one such as 2025/26 or 2025"},
    {"year-words", BOARD "board: HTB\nyear: next\n", "f:12:7: next is no year: expected one such as 2025/26 or 2025"},
    {"starts", PLAN "starts: Aprill\n", "f:13:9: Aprill is no month: expected one such as April"},
    {"plan-key", PLAN "bussiness: []\n", "f:13:1: bussiness: is no key of a forward plan: expected business:"},
    {"plan-date", PLAN "meetings:\n  - {date: 2025-02-30}\n", "f:14:12: 2025-02-30 is no date: expected YYYY-MM-DD"},
    {"plan-no-date", PLAN "meetings:\n  - {time: \"10:00-13:00\"}\n", "f:14:5: a meeting of the plan needs date:"},
    {"plan-twice", PLAN "meetings:\n  - {date: 2025-09-27}\n  - {date: 2025-09-27, time: \"10:00-11:00\"}\n",
     "f:15:5: the meeting on 2025-09-27 stands here twice: expected another date, or another time"},
    {"plan-time-order", PLAN "meetings:\n  - {date: 2025-09-27, time: \"13:00-10:00\"}\n",
     "f:14:30: the end 10:00 is before the start 13:00: expected a later time"},
    {"plan-time", PLAN "meetings:\n  - {date: 2025-09-27, time: \"10am\"}\n",
     "f:14:30: 10am is no time: expected HH:MM-HH:MM, such as \"10:00-13:00\""},
    {"plan-rule-order", PLAN "meetings: {rule: thrid Thursday of March}\n",
     "f:13:18: thrid Thursday of March is no rule for dates: expected a rule such as \"third Thursday of March, June, "
     "September, December\": it begins with first, second, third, fourth, fifth or last"},
    {"plan-rule-weekday", PLAN "meetings: {rule: third Thirsday of March}\n",
     "f:13:18: third Thirsday of March is no rule for dates: expected a rule such as \"third Thursday of March, June, "
     "September, December\": a weekday follows \"third\""},
    {"plan-rule-month", PLAN "meetings: {rule: third Thursday of Marsh}\n",
     "f:13:18: third Thursday of Marsh is no rule for dates: expected a rule such as \"third Thursday of March, June, "
     "September, December\" or \"last Wednesday of every month\": after \"of\" come months"},
    {"every", PLAN "business:\n  - {title: Budget, every: fortnight}\n",
     "f:14:28: fortnight is no recurrence: expected meeting, second meeting, quarter, a month or a list of months"},
    {"every-month", PLAN "business:\n  - {title: Budget, every: [March, Setpember]}\n",
     "f:14:36: Setpember is no month: expected one such as September"},
    {"line-minutes", PLAN "business:\n  - {title: Budget, minutes: -5}\n",
     "f:14:30: minutes: -5 is negative: expected a whole number such as 15"},
    {"line-minutes-words", PLAN "business:\n  - {title: Budget, minutes: ten}\n",
     "f:14:30: ten is no whole number: expected one such as 15"},
    {"line-without-title", PLAN "business:\n  - {minutes: 5}\n", "f:14:5: a plan item needs title:"},
    {"line-key", PLAN "business:\n  - {title: Budget, presentr: Ann Lee}\n",
     "f:14:21: presentr: is no key of a plan item: expected presenter:"},
    {"line-order", PLAN "business:\n  - {title: Budget, from: 2026-01-01, until: 2025-01-01}\n",
     "f:14:46: the end 2025-01-01 is before the start 2026-01-01: expected a later date"},
    {"line-purpose", PLAN "business:\n  - {title: Budget, purpose: decison}\n",
     "f:14:30: decison is no purpose: expected decision (known: decision, discussion, information)"},
    {"line-paper", PLAN "business:\n  - {title: Budget, paper: lost}\n",
     "f:14:28: lost is no state of a paper: expected one of verbal, awaited, received, to be circulated, late"},
    {"line-paragraph", PLAN "business:\n  - {title: Budget, restricted: {paragraph: 9}}\n",
     "f:14:45: 9 is no paragraph of the rule set english-principal-council: expected one of 1, 2, 3, 4, 5, 6, 7"},
    {"line-restricted-text", PLAN "business:\n  - {title: Budget, restricted: yes}\n",
     "f:14:33: yes is not a restriction: expected keys, such as {paragraph: 1, public_title: same}"},
    {"line-at", MEETINGS "business:\n  - {title: Budget, at: [2025-13-01]}\n",
     "f:15:26: 2025-13-01 is no date: expected YYYY-MM-DD"},
    {"part-key", PLAN "closing:\n  - {title: Budget, parts: [{title: Reserves, parts: []}]}\n",
     "f:14:47: parts: is no key of a part of a plan item: expected one of title, lead, presenter, every, at, from, "
     "until, purpose, minutes, paper, priority, status, note, text, statutory, matters_arising, recommendations, "
     "restricted, letter"},
    {"statutory", PLAN "business:\n  - {title: Budget, statutory: perhaps}\n",
     "f:14:32: perhaps is no answer: expected true or false"},
    {"move-item",
     MEETINGS
     "business:\n  - {title: Budget}\nmoves:\n  - {item: Budgte, from: 2025-09-27, to: 2025-12-06, why: late}\n",
     "f:17:12: Budgte is no item of this plan: expected Budget (known: Budget)"},
    {"move-to",
     MEETINGS
     "business:\n  - {title: Budget}\nmoves:\n  - {item: Budget, from: 2025-09-27, to: 2025-12-07, why: late}\n",
     "f:17:42: HTB has no meeting on 2025-12-07: expected the date of one of its meetings"},
    {"move-why",
     MEETINGS "business:\n  - {title: Budget}\nmoves:\n  - {item: Budget, from: 2025-09-27, to: 2025-12-06}\n",
     "f:17:5: a move needs why:"},
    {"move-same",
     MEETINGS
     "business:\n  - {title: Budget}\nmoves:\n  - {item: Budget, from: 2025-09-27, to: 2025-09-27, why: late}\n",
     "f:17:42: the item is moved to the meeting from which it comes: expected another date"},
    /* a meeting */
    {"meeting-date", BOARD "meeting: 11 December\nboard: HTB\n",
     "f:11:10: 11 December is no date: expected YYYY-MM-DD, or \"YYYY-MM-DD@HH:MM\" where two meetings are on one day"},
    {"meeting-two",
     BOARD "meeting: \"2025-12-11@10:00\"\nboard: HTB\n---\nmeeting: \"2025-12-11@14:00\"\nboard: HTB\n---\nmeeting: "
           "2025-12-11\nboard: HTB\n",
     "f:17:10: HTB meets more than once on 2025-12-11: expected the time with it, such as \"2025-12-11@10:00\""},
    {"meeting-key", MEETING "venu: Hall\n", "f:13:1: venu: is no key of a meeting: expected venue:"},
    {"meeting-state", MEETING "state: aproved\n",
     "f:13:8: aproved is no state of a meeting: expected approved (known: planned, called, live, written up, with the "
     "chair, circulated, approved, signed, cancelled)"},
    {"meeting-kind", MEETING "kind: special\n",
     "f:13:7: special is no kind of meeting: expected one of ordinary, extraordinary, annual"},
    {"meeting-time", MEETING "time: \"13:00-10:00\"\n",
     "f:13:7: the end 10:00 is before the start 13:00: expected a later time"},
    {"meeting-closed", MEETING "closed: \"25:00\"\n",
     "f:13:9: 25:00 is no time of day: expected HH:MM, such as \"10:05\""},
    {"public", MEETING "public_present: -2\n",
     "f:13:17: public_present: -2 is negative: expected a whole number such as 15"},
    {"attendance-status", MEETING "attendance:\n  - {name: Ann Lee, status: presnt}\n",
     "f:14:29: presnt is no status of attendance: expected present (known: present, apologies, absent, represented, in "
     "part)"},
    {"attendance-times", MEETING "attendance:\n  - {name: Ann Lee, status: in part, from: \"11:00\", to: \"10:00\"}\n",
     "f:14:57: the end 10:00 is before the start 11:00: expected a later time"},
    {"attendance-ambiguous", MEETING "attendance:\n  - {name: Lee, status: present}\n",
     "f:14:12: Lee may mean several people (Cy Lee and Di Lee): expected a name that only one of them bears"},
    {"attendance-mode", MEETING "attendance:\n  - {name: Ann Lee, mode: online}\n",
     "f:14:27: online is no mode of attendance: expected one of in person, remote"},
    {"event", MEETING "events:\n  - {at: \"11:05\", what: ajourned}\n",
     "f:14:25: ajourned is no event: expected adjourned (known: opened, adjourned, resumed, closed, quorum lost, "
     "quorum regained, public excluded, public readmitted, chair handed over, item taken)"},
    {"event-item", ITEM "events:\n  - {what: closed, item: \"7\"}\n",
     "f:16:26: 7 is no item of this meeting: expected the number of one of its items"},
    {"published", MEETING "published:\n  - {document: agenda, state: printed, on: 2025-11-31}\n",
     "f:14:31: printed is no state of a publication: expected one of agenda, supplement, draft, final, withdrawn\n"
     "f:14:44: 2025-11-31 is no date: expected YYYY-MM-DD"},
    {"sent", MEETING "sent:\n  - {document: agenda, on: 2025-12-03}\n", "f:14:5: a sending needs to:"},
    /* an item */
    {"item-key", ITEM "    presentor: Ann Lee\n",
     "f:15:5: presentor: is no key of an agenda item: expected presenter:"},
    {"item-minutes", ITEM "    minutes: -10\n",
     "f:15:14: minutes: -10 is negative: expected a whole number such as 15"},
    {"item-purpose", ITEM "    purpose: gossip\n",
     "f:15:14: gossip is no purpose: expected one of decision, discussion, information"},
    {"item-paragraph", ITEM "    restricted: {paragraph: 12}\n",
     "f:15:29: 12 is no paragraph of the rule set english-principal-council: expected one of 1, 2, 3, 4, 5, 6, 7"},
    {"item-pages", ITEM "    papers: [{title: Report, pages: 30-11}]\n",
     "f:15:37: 30-11 is no range of pages: expected one such as 11-30"},
    {"item-list", MEETING "items: Hate crime\n",
     "f:13:8: items: is no list: expected one such as - {number: \"1\", title: Apologies}"},
    {"item-text-list", ITEM "    text: [one, two]\n",
     "f:15:11: text: is a list: expected a text, such as one that begins with | and goes on in the next lines"},
    {"item-words", ITEM "    text: All is well.\n    restricted_text:\n      - {text: all is ill, paragraph: 1}\n",
     "f:17:16: \"all is ill\" does not stand in the text of this item: expected words exactly as they stand in one of "
     "its paragraphs"},
    {"item-taken-with", ITEM "    taken_with: \"5\"\n",
     "f:15:17: 5 is no item of this meeting: expected the number of one of its items"},
    {"corrections-alone", ITEM "    corrections: [{old: a, new: b}]\n",
     "f:15:18: corrections: stand under an item that approves no minutes: expected approves: with the date of the "
     "meeting whose minutes they correct"},
    {"approves-itself", ITEM "    approves: 2025-12-11\n",
     "f:15:15: a meeting does not approve its own minutes: expected the date of an earlier one"},
    {"declaration-effect", ITEM "    declarations:\n      - {name: Ann Lee, effect: slept}\n",
     "f:16:33: slept is no effect of an interest: expected one of left, stayed, spoke, did not vote"},
    {"declaration-times",
     ITEM "    declarations:\n      - {name: Ann Lee, effect: left, out: \"10:44\", back: \"10:31\"}\n",
     "f:16:59: the end 10:31 is before the start 10:44: expected a later time"},
    {"decision-outcome", ITEM "    decisions:\n      - {text: Yes, outcome: aproved}\n",
     "f:16:30: aproved is no outcome: expected approved (known: agreed, approved, noted, resolved, recommended, "
     "rejected, deferred)"},
    {"decision-vote", ITEM "    decisions:\n      - {text: Yes, votes: {Ann Lee: yes}, for: many}\n",
     "f:16:38: yes is no vote: expected one of for, against, abstained, barred\n"
     "f:16:49: many is no whole number: expected one such as 15"},
    {"action-due", ITEM "    actions:\n      - {ref: 1, text: Write, owners: [Ann Lee], due: next meeting}\n",
     "f:16:55: next meeting is no date: expected YYYY-MM-DD"},
    {"action-status", ITEM "    actions:\n      - {ref: 1, text: Write, status: opened}\n",
     "f:16:39: opened is no status of an action: expected open (known: open, reported, closed, superseded)"},
    {"action-text", ITEM "    actions:\n      - {ref: 1, owners: [Ann Lee]}\n      - {owners: [Ann Lee]}\n",
     "f:16:9: an action needs text:\n"
     "f:17:9: an action without ref needs text:"},
    {"action-closed", ITEM "    actions:\n      - {ref: 1, text: Write, closed: 2025-12-01}\n",
     "f:16:39: the end 2025-12-01 is before the start 2025-12-11: expected a later date"},
    {"update-ref", ITEM "    updates:\n      - {ref: 84, text: Done, outcome: closed}\n",
     "f:16:15: HTB has no action 84: expected the ref of an action raised before"},
    {"update-outcome",
     ITEM "    actions:\n      - {ref: 84, text: Do}\n    updates:\n      - {ref: 84, text: Done, outcome: done}\n",
     "f:18:40: done is no outcome of an update: expected one of open, closed"},
    {"motion", ITEM "    motions:\n      - {text: That we go, outcome: won, amendments: [{mover: Ann Lee}]}\n",
     "f:16:37: won is no outcome of a motion: expected one of carried, lost, withdrawn, not put\n"
     "f:16:55: a motion needs text:"},
    {"election", ITEM "    elections:\n      - {office: Chair, rounds: [{name: Ann Lee}]}\n",
     "f:16:34: a round is a list of candidates: expected one such as [{name: First Last, votes: 4}]"},
    {"all-at-once", ITEM "    minutes: -1\n    purpos: decision\n  - title: Next\n    approves: 2025-02-30\n",
     "f:15:14: minutes: -1 is negative: expected a whole number such as 15\n"
     "f:16:5: purpos: is no key of an agenda item: expected purpose:\n"
     "f:18:15: 2025-02-30 is no date: expected YYYY-MM-DD"},
};

static void test_row(gconstpointer data)
{
    const Row *row = data;
    Book book = book_new();
    g_autofree char *faults = book_load(&book, row->yaml);

    g_assert_cmpstr(faults, ==, row->faults);
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *path = g_strconcat("/load/faults/", rows[i].name, NULL);
        g_test_add_data_func(path, &rows[i], test_row);
    }
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* What a file may not do to a book (overwrite another meeting's action, change approved minutes, name one person
 * twice), and findings told once. */
#include "load_help.h"

#define BOARD                                                                                                          \
    "board: HTB\nrules: charity-trustees\ngroups: [Trustees]\nroll:\n"                                                 \
    "  - {name: Ann Lee, post: Head of Probation, organisation: Probation Service, office: Chair}\n"                   \
    "  - {name: Dr Bo Roe, group: Trustees}\n"                                                                         \
    "  - {name: Ruth Eagles}\n---\n"
#define RAISED                                                                                                         \
    BOARD "meeting: 2025-09-25\nboard: HTB\nitems:\n  - number: \"1\"\n    title: Slides\n    actions: [{ref: 84, "    \
          "text: Circulate the slides}]\n"
#define NEXT  "meeting: 2025-12-11\nboard: HTB\nitems:\n  - number: \"4\"\n    title: Hate crime\n"
#define FIXED "the minutes of HTB on 2025-12-11 are approved: expected "
#define AS    " as it was approved; record a correction at a later meeting"

static void assert_faults(Book *book, const char *yaml, const char *expected)
{
    g_autofree char *faults = book_load(book, yaml);

    g_assert_cmpstr(faults, ==, expected);
}

static guint times_found(const Book *book, const char *rule)
{
    guint count = 0;

    for (guint i = 0; i < book->load.findings->len; i++)
        count += strcmp(((MbFinding *)book->load.findings->pdata[i])->rule, rule) == 0;
    return count;
}

static void test_ref_of_another(void)
{
    Book book = book_new();

    book_load_well(&book, RAISED);
    assert_faults(
        &book, NEXT "    actions: [{ref: 84, text: Buy a boat}]\n",
        "f:6:21: ref 84 is the action “Circulate the slides” of 25 September 2025: expected a ref of its own");
    book_free(&book);
}

/* Two meetings of one command are no different; the meeting itself updates its own, under another item too. */
static void test_ref_of_its_own(void)
{
    Book book = book_new();

    assert_faults(
        &book, RAISED "---\n" NEXT "    actions: [{ref: 84, text: Buy a boat}]\n",
        "f:21:21: ref 84 is the action “Circulate the slides” of 25 September 2025: expected a ref of its own");
    book_free(&book);
    book = book_new();
    book_load_well(&book, RAISED);
    book_load_well(&book, "meeting: 2025-09-25\nboard: HTB\nitems:\n  - {number: \"1\", title: Slides}\n  - {number: "
                          "\"2\", title: Any other, actions: [{ref: 84, text: Circulate all slides}]}\n");
    g_assert_cmpuint(book_count(&book, &MB_ACTION), ==, 1);
    assert_field(book_find(&book, &MB_ACTION, "ref", "84"), "text", "Circulate all slides");
    book_free(&book);
}

static const char approved[] =
    BOARD "meeting: 2025-12-11\nboard: HTB\nstate: approved\ntime: \"10:00-13:00\"\nclosed: \"12:52\"\nchair: Ann Lee\n"
          "attendance:\n  - {name: Ann Lee, status: present}\n  - {name: Bo Roe, status: apologies}\n"
          "items:\n  - number: \"4\"\n    title: Hate crime\n    presenter: Ann Lee\n    minutes: 5\n    text: As it "
          "was.\n    notes: Mine.\n"
          "    declarations: [{name: Ann Lee, effect: left}]\n    decisions: [{text: Yes, outcome: agreed, for: 3}]\n"
          "    actions: [{ref: 7, text: Write, owners: [Bo Roe], due: 2026-01-09, status: open}]\n";

/* Each row: words of the file, what stands there instead, and what is refused. */
static const char *const changes[][3] = {
    {"closed: \"12:52\"", "closed: \"12:59\"", "f:13:9: " FIXED "closed:" AS},
    {"time: \"10:00-13:00\"", "time: \"10:00-12:00\"", "f:12:7: " FIXED "time:" AS},
    {"chair: Ann Lee", "chair: Bo Roe", "f:14:8: " FIXED "chair:" AS},
    {"state: approved", "state: signed", "f:11:8: " FIXED "state:" AS},
    {"status: apologies", "status: present", "f:17:5: " FIXED "attendance:" AS},
    {"- {name: Bo Roe, status: apologies}", "- {name: Bo Roe, status: apologies}\n  - {name: A Guest, status: present}",
     "f:18:5: " FIXED "attendance:" AS},
    {"title: Hate crime", "title: Hate", "f:20:12: " FIXED "title:" AS},
    {"presenter: Ann Lee", "presenter: Bo Roe", "f:21:16: " FIXED "presenter:" AS},
    {"minutes: 5", "minutes: 6", "f:22:14: " FIXED "minutes:" AS},
    {"As it was.", "As it was not.",
     "f:23:11: the minutes of HTB on 2025-12-11 are approved and their text is fixed: expected the text" AS},
    {"effect: left", "effect: stayed", "f:25:19: " FIXED "declarations:" AS},
    {"for: 3", "for: 4", "f:26:17: " FIXED "decisions:" AS},
    {"text: Write", "text: Read", "f:27:15: " FIXED "actions:" AS},
    {"[Bo Roe]", "[Ann Lee]", "f:27:14: " FIXED "actions:" AS},
    {"2026-01-09", "2026-02-09", "f:27:15: " FIXED "actions:" AS},
    {"items:\n", "items:\n  - {number: \"5\", title: Late}\n", "f:19:5: " FIXED "the item" AS},
    /* what goes on */
    {"notes: Mine.", "notes: Mine still.", ""},
    {"status: open", "status: closed, closed: 2026-01-05", ""},
    {"due: 2026-01-09", "due: 2026-02-06, moved: [{from: 2026-01-09, to: 2026-02-06, why: ill}]", ""},
    {"state: approved\n", "state: written up\npublished: [{document: minutes, state: final, on: 2026-02-01}]\n", ""},
};

static void test_approved(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(changes); i++) {
        Book book = book_new();
        g_auto(GStrv) parts = g_strsplit(approved, changes[i][0], 2);
        g_autofree char *changed = g_strjoinv(changes[i][1], parts);
        book_load_well(&book, approved);
        book_load_well(&book, approved);
        g_assert_cmpuint(book.load.changed->len, ==, 0);
        assert_faults(&book, changed, changes[i][2]);
        book_free(&book);
    }
}

/* A plan fills in what a meeting lacks, but nothing of one whose minutes are approved. */
static void test_approved_and_plan(void)
{
    Book book = book_new();

    book_load_well(&book, approved);
    book_load_well(&book,
                   "board: HTB\nyear: 2025/26\nmeetings: [{date: 2025-12-11, time: \"10:00-13:00\", venue: Hall}]\n");
    assert_field(book_find(&book, &MB_MEETING, "day", "2025-12-11"), "venue", NULL);
    book_free(&book);
}

static void test_twice_on_roll(void)
{
    Book book = book_new();

    assert_faults(
        &book,
        "board: A\nroll:\n  - {name: Jo Bloggs}\n  - {name: Jo Bloggs}\n  - {name: Dr Jo Bloggs, from: 2025-01-01}\n",
        "f:4:12: Jo Bloggs stands twice on this roll, first in line 3: expected each person once, or terms (from:, "
        "to:) that do not overlap\n"
        "f:5:12: Dr Jo Bloggs stands twice on this roll, first in line 3: expected each person once, or terms (from:, "
        "to:) that do not overlap");
    book_free(&book);
    book = book_new();
    book_load_well(&book, "board: A\nroll:\n  - {name: Jo Bloggs, from: 2020-01-01, to: 2022-01-01}\n  - {name: Dr Jo "
                          "Bloggs, from: 2022-01-02}\n");
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 2);
    book_free(&book);
}

static void test_numbers(void)
{
    Book book = book_new();

    assert_faults(&book,
                  BOARD "meeting: 2025-12-11\nboard: HTB\nitems:\n  - {number: \"4\", title: One, items: [{number: "
                        "\"4\", title: Below}]}\n  - {number: \"5\", title: Two}\n  - {number: \"4\", title: Three}\n",
                  "f:14:14: the number 4 stands twice, first in line 12: expected a number of its own");
    book_free(&book);
    book = book_new();
    book_load_well(&book, BOARD "meeting: 2025-12-11\nboard: HTB\nitems: [{title: One}, {title: Two}, {number: none, "
                                "title: Three}, {number: none, title: Four}]\n");
    g_assert_cmpuint(book_count(&book, &MB_ITEM), ==, 4);
    book_free(&book);
}

/* What cannot be placed is still read, and nothing is told twice. */
static void test_all_at_once(void)
{
    static const char *const rows[][2] = {
        {BOARD "board: HTB\nyear: soon\nmeetings: [{date: 2025-09-27, time: \"25:00\"}]\nbusiness: [{title: Fire, "
               "every: Febtober}]\nmoves: [{item: Fire, from: 2025-09-27, to: 2025-02-30, why: x}]\n",
         "f:10:7: soon is no year: expected one such as 2025/26 or 2025\n"
         "f:11:37: 25:00 is no time: expected HH:MM-HH:MM, such as \"10:00-13:00\"\n"
         "f:12:33: Febtober is no recurrence: expected meeting, second meeting, quarter, a month or a list of months\n"
         "f:13:44: 2025-02-30 is no date: expected YYYY-MM-DD"},
        {BOARD "board: HTB\nyear: soon\nmeetings: {rule: first Blueday of May, time: \"25:00\"}\nmoves: [{item: Fire, "
               "from: 2025-09-27, to: 2025-10-27, why: x}]\n",
         NULL},
        {BOARD "board: HTB\nyear: 2025/26\nmeetings: {rule: \"first Monday of May, June, July\", time: \"25:00\", "
               "venue: [Hall]}\n",
         "f:11:59: 25:00 is no time: expected HH:MM-HH:MM, such as \"10:00-13:00\"\n"
         "f:11:75: venue: is a list: expected a text"},
        {BOARD
         "meeting: soon\nboard: HTB\nclosed: late\nitems: [{title: Fire, minutes: -1, restricted: {paragraph: [1]}}]\n",
         NULL},
        {"board: A\nshort: [B]\norganisation: [C]\nroll: [{name: Ann Lee, post: [D], organisation: [E], office: [F], "
         "from: x, to: y, deputies: [[G]], aliases: [[H]]}]\n"
         "offices: [{name: Ann Lee, office: [Chair], from: x}]\ncontacts: [{name: Bo, post: [P], organisation: [O]}]\n",
         NULL},
        {BOARD
         "meeting: 2025-12-11\nboard: HTB\nitems:\n  - {title: One, presenter: [Ann Lee, Bo Roe], on_behalf_of: [Cy], "
         "number: [1], taken_with: [2], approves: [3], text: Ann Ann., restricted_text: [{text: Ann, paragraph: [1], "
         "reason: [x]}],\n"
         "     actions: [{ref: [1], text: [x]}, {ref: 1, text: y, owners: [{post: [z]}], superseded_by: [q], updates: "
         "[{on: x, text: [a]}], chasers: [{on: x, to: [b]}], moved: [{to: [c]}]}],\n"
         "     decisions: [{text: [x], votes: {Ann Lee: [y]}}], declarations: [{name: [x], item: [y]}],\n"
         "     papers: [{title: [x], pages: [1], paragraph: [q], state: [z]}], motions: [{text: [x], mover: [y], "
         "amendments: [{text: [x]}]}], elections: [{office: [x], elected: [y], rounds: [[{name: [x], votes: [1]}]]}],\n"
         "     updates: [{ref: [1], outcome: [x]}], decisions: [{text: y, outcome: [x], condition: [y], mover: [z]}]}\n"
         "attendance: [{name: [x], status: [y], by: [z], from: [a], to: [b]}]\nevents: [{what: [x], at: [y], item: "
         "[z], person: [p]}]\npublished: [{document: [x], on: [y], state: [z]}]\nsent: [{document: [x], to: [y], on: "
         "[z]}]\n"
         "chair: [x]\ntime: [y]\nobjectives: [[x]]\n---\nboard: HTB\nyear: 2026/27\nstarts: [x]\nbusiness: [{title: "
         "[x]}, {title: y, every: [[z]], at: [[z]], lead: [[x]], restricted: {paragraph: [x]}}]\n",
         NULL},
    };
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        Book book = book_new();
        g_autofree char *faults = book_load(&book, rows[i][0]);
        g_auto(GStrv) lines = g_strsplit(faults, "\n", -1);
        if (rows[i][1])
            g_assert_cmpstr(faults, ==, rows[i][1]);
        g_assert_cmpuint(g_strv_length(lines), >, 1);
        for (char **line = lines; *line; line++)
            if (g_strv_contains((const char *const *)line + 1, *line))
                g_error("told twice: %s", *line);
        book_free(&book);
    }
}

static void test_unnamed(void)
{
    Book book = book_new();

    book_load_well(&book, BOARD "board: Other\n");
    book_load_well(&book, "board: HTB\nroll:\n  - {name: Ann Lee}\n  - {name: Ruth Eagles-Smith}\n");
    g_assert_cmpuint(times_found(&book, "roll-unnamed"), ==, 1);
    g_assert_true(book_found(&book, "roll-unnamed",
                             "The file no longer names Dr Bo Roe and Ruth Eagles, who are kept on the roll."));
    const MbFinding *finding = book.load.findings->pdata[0];
    g_assert_cmpstr(finding->fix, ==,
                    "Ruth Eagles-Smith may be Ruth Eagles: to rename, add `aliases: [Ruth Eagles]`. Give whoever has "
                    "left to: with the last day.");
    g_assert_cmpint(finding->severity, ==, MB_SEVERITY_INFORMATION);
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 4);
    book_free(&book);
}

/* The alias renames, whether or not the new name was loaded before; a second time nothing changes. */
static void test_rename(void)
{
    static const char renamed[] = "board: HTB\nroll:\n  - {name: Ann Lee}\n  - {name: Bo Roe}\n  - {name: Mrs Ruth "
                                  "Eagles-Smith, aliases: [Ruth Eagles]}\n";

    for (int before = 0; before < 2; before++) {
        Book book = book_new();
        book_load_well(&book,
                       BOARD "meeting: 2025-12-11\nboard: HTB\nattendance: [{name: Ruth Eagles, status: present}]\n");
        MbPerson *ruth = book_find(&book, &MB_PERSON, "name", "Ruth Eagles");
        if (before)
            book_load_well(&book,
                           "board: HTB\nroll:\n  - {name: Ruth Eagles-Smith, email: r@example.org}\n---\nmeeting: "
                           "2026-01-11\nboard: HTB\nattendance: [{name: Ruth Eagles-Smith, status: apologies}]\n");
        book_load_well(&book, renamed);
        assert_field(ruth, "name", "Ruth Eagles-Smith");
        assert_field(ruth, "honorific", "Mrs");
        assert_field(ruth, "email", before ? "r@example.org" : NULL);
        g_assert_cmpuint(book_count(&book, &MB_PERSON), ==, 3);
        g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 3);
        if (before)
            assert_field(book_find(&book, &MB_ATTENDANCE, "status", "apologies"), "person", ruth->id);
        g_assert_cmpuint(times_found(&book, "roll-unnamed"), ==, 0);
        book_load_well(&book, renamed);
        g_assert_cmpuint(book.load.changed->len + book.load.gone->len, ==, 0);
        book_free(&book);
    }
}

/* Who was renamed is still the one whom approved minutes name. */
static void test_rename_and_approved(void)
{
    static const char met[] = "meeting: 2025-12-11\nboard: HTB\nstate: approved\nchair: Ruth Eagles\nattendance: "
                              "[{name: Ruth Eagles, status: present}]\n";
    Book book = book_new();

    book_load_well(&book, BOARD);
    book_load_well(&book, met);
    book_load_well(&book, "board: HTB\nroll:\n  - {name: Ruth Eagles-Smith, aliases: [Ruth Eagles]}\n");
    book_load_well(&book, met);
    assert_field(book_find(&book, &MB_ATTENDANCE, "status", "present"), "name", "Ruth Eagles");
    book_free(&book);
}

static void test_folded(void)
{
    Book book = book_new();

    book_load_well(&book, BOARD
                   "board: HTB\nyear: 2025/26\nopening:\n  - {title: A, presenter: Clerk}\nbusiness:\n  - {title: B, "
                   "lead: [Finance team, Head of Probation]}\n  - {title: C, lead: [Analyst, Clerk/Treasurer]}\n"
                   "  - {title: D, lead: [finance team, Trustees, \"Head of Probation, Probation Service\", Probation "
                   "Service Head of Probation]}\n");
    g_assert_cmpuint(book.load.findings->len, ==, 1);
    g_assert_true(book_found(&book, "lead-not-on-roll", "2 leads are not on the roll: Finance team and Analyst."));
    book_load_well(&book, "board: HTB\nyear: 2025/26\n");
    g_assert_cmpuint(book.load.findings->len, ==, 1);
    g_assert_true(
        book_found(&book, "plan-line-not-in-file",
                   "The book's plan has 4 items that the file does not name, which were kept: A, B, C and D."));
    book_free(&book);
}

static void test_binary(void)
{
    static const char nul[] = "board: A\0\1\2\3";
    const char *name = "f", *bytes = nul;
    gsize length = sizeof nul;
    Book book = book_new();

    book_begin(&book);
    mb_load_files(&book.load, &name, &bytes, &length, 1);
    g_autofree char *faults = mb_faults_text(book.load.faults);
    g_assert_cmpstr(faults, ==, "f:1:1: this is no text file: expected YAML, saved as UTF-8");
    g_autofree char *high = g_strnfill(500, '\377');
    assert_faults(&book, high, "f:1:1: this is no text file: expected YAML, saved as UTF-8");
    assert_faults(&book, "board: \377\n", "f:1:8: the byte FF is not UTF-8 text; expected a file saved as UTF-8");
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/guard/ref-of-another", test_ref_of_another);
    g_test_add_func("/load/guard/ref-of-its-own", test_ref_of_its_own);
    g_test_add_func("/load/guard/approved", test_approved);
    g_test_add_func("/load/guard/approved-and-plan", test_approved_and_plan);
    g_test_add_func("/load/guard/twice-on-roll", test_twice_on_roll);
    g_test_add_func("/load/guard/numbers", test_numbers);
    g_test_add_func("/load/guard/all-at-once", test_all_at_once);
    g_test_add_func("/load/guard/unnamed", test_unnamed);
    g_test_add_func("/load/guard/rename", test_rename);
    g_test_add_func("/load/guard/rename-and-approved", test_rename_and_approved);
    g_test_add_func("/load/guard/folded", test_folded);
    g_test_add_func("/load/guard/binary", test_binary);
    return g_test_run();
}

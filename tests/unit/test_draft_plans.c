/* SPDX-License-Identifier: MIT */
/* Drafts from plans as people write them: a real year's forward plan, and the templates that ship. */
#include "load_help.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/draft.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/clerk/timing.h"
#include "minutebook/exchange/rules.h"

static void load_text(Book *book, const char *text)
{
    g_autofree char *faults = book_load(book, text);

    g_assert_cmpstr(faults, ==, "");
}

static void load_data(Book *book, const char *name)
{
    g_autofree char *here = g_path_get_dirname(__FILE__);
    g_autofree char *path = g_build_filename(here, "..", "data", name, NULL);
    g_autofree char *text = NULL;
    g_autoptr(GError) error = NULL;

    g_file_get_contents(path, &text, NULL, &error);
    g_assert_no_error(error);
    load_text(book, text);
}

static void make_entries(Book *book)
{
    GPtrArray *plans = mb_dossier_all(book->book, &MB_PLAN);
    g_autoptr(GPtrArray) made = g_ptr_array_new();

    for (guint i = 0; i < plans->len; i++)
        mb_recur_entries(book->book, plans->pdata[i], made);
}

static void draft(Book *book, const MbRules *rules, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) gone = g_ptr_array_new();

    mb_draft_agenda(book->book, rules, meeting, changed, gone);
    g_assert_cmpuint(gone->len, ==, 0);
}

static const char *const september[] = {
    "1 Introductions and Apologies",
    "2 Declaration of Interest",
    "3 Minutes and Actions from previous meeting",
    "4 Primary Young People Safety Summit",
    "5 ASB Community MARAC Update",
    "6 Serious Violence Duty Workshop Update and vulnerability plan progress update",
    "7 Knife crime work update with police and LBBD",
    "8 Stop and Search Charter",
    "9 Domestic Abuse Improvement Programme Update",
    "10 2023/24 LCPF CVS Funding and Specification",
    "11 Crime and Disorder Strategic Assessment",
    "12 Domestic Homicide Review Update",
    "13 Forward Plan",
    "14 AOB",
    "14(a) Performance Report",
    "14(b) Contextual Safeguarding & Exploitation and YOS Board",
    "14(c) Hate Crime, Intolerance and Extremism",
    "14(d) Violence Against Women and Girls",
    "14(e) ASB Tasking Group",
    "14(f) Safer Neighbourhood Board Update",
    "14(g) Safeguarding Boards (LSCB/SAB Updates)",
};

static void assert_september(const Book *book, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) items = mb_number_items(book->book, meeting->id);

    g_assert_cmpuint(items->len, ==, G_N_ELEMENTS(september));
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        g_autofree char *line = g_strdup_printf("%s %s", item->number, item->title);
        gboolean restricted = mb_dossier_first(book->book, &MB_RESTRICTION, "item", item->id) != NULL;
        g_assert_cmpstr(line, ==, september[i]);
        g_assert_cmpint(restricted, ==, i >= 9 && i <= 11);
    }
}

static void assert_meeting(Book *book, const char *day, guint outermost, int planned, int untimed)
{
    MbMeeting *meeting = book_find(book, &MB_MEETING, "day", day);
    g_autoptr(GPtrArray) items = NULL;
    MbTiming timing;
    guint count = 0;

    draft(book, NULL, meeting);
    items = mb_number_items(book->book, meeting->id);
    for (guint i = 0; i < items->len; i++)
        count += !((const MbItem *)items->pdata[i])->parent;
    timing = mb_timing_of(book->book, meeting);
    g_assert_cmpuint(count, ==, outermost);
    g_assert_cmpint(timing.planned, ==, planned);
    g_assert_cmpint(timing.untimed, ==, untimed);
    g_assert_cmpint(timing.available, ==, 180);
}

/* The printed plan says 174 minutes; its own times add up to 149, and two items have none. */
static void test_real_plan(void)
{
    Book book = book_new();

    load_data(&book, "bd-forward-plan.yaml");
    make_entries(&book);
    assert_meeting(&book, "2023-09-27", 14, 149, 2);
    assert_september(&book, book_find(&book, &MB_MEETING, "day", "2023-09-27"));
    assert_meeting(&book, "2023-12-06", 15, 139, 0);
    assert_meeting(&book, "2024-03-27", 10, 79, 0);
    book_free(&book);
}

static void test_real_roll(void)
{
    Book book = book_new();

    load_data(&book, "thurrock-roll.yaml");
    g_assert_cmpuint(book_count(&book, &MB_SEAT), ==, 26);
    g_assert_cmpuint(book_count(&book, &MB_GROUP), ==, 4);
    assert_field(book_find(&book, &MB_SEAT, "initials", "JRe"), "position", "4");
    book_free(&book);
}

/* Each template loads once its board is there, and drafts an agenda that fits its meeting. */
static void assert_template(const char *name, const char *board, const char *rules_name)
{
    g_autofree char *path = g_strdup_printf("forms/plans/%s.yaml", name);
    g_autofree char *yaml = g_strdup_printf("board: %s\nrules: %s\n", board, rules_name);
    g_autoptr(GError) error = NULL;
    g_autoptr(MbRules) rules = mb_rules_load(rules_name, &error);
    const MbEmbedded *plan = mb_embedded_find(path);
    Book book = book_new();
    GPtrArray *meetings;

    g_assert_no_error(error);
    g_assert_nonnull(plan);
    load_text(&book, yaml);
    load_text(&book, plan->bytes);
    make_entries(&book);
    meetings = mb_dossier_all(book.book, &MB_MEETING);
    g_assert_cmpuint(meetings->len, >=, 4);
    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        MbTiming timing;

        draft(&book, rules, meeting);
        timing = mb_timing_of(book.book, meeting);
        g_assert_cmpint(timing.planned, >, 30);
        g_assert_cmpint(timing.planned, <=, timing.available);
    }
    book_free(&book);
}

static void test_templates(void)
{
    assert_template("partnership", "Ashbourne Vale Community Safety Partnership", "partnership");
    assert_template("school", "Larkrise Primary School Governing Board", "maintained-school-governors");
    assert_template("charity", "Trustees of the Millbrook Garden Trust", "charity-trustees");
}

static void assert_rules(const char *name, int notice, int kind, const char *paragraphs, const char *interests,
                         const char *quorum_of_nine)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(MbRules) rules = mb_rules_load(name, &error);
    g_autoptr(GString) have = g_string_new(NULL);
    g_autoptr(GString) kinds = g_string_new(NULL);
    g_autofree char *words = NULL;
    Book book = book_new();
    MbBoard *board = mb_dossier_new_record(book.book, &MB_BOARD);

    g_assert_no_error(error);
    g_assert_cmpint(rules->agenda_notice, ==, notice);
    g_assert_cmpint(rules->agenda_notice_kind, ==, kind);
    for (guint i = 0; i < rules->reasons->len; i++) {
        const MbReason *reason = rules->reasons->pdata[i];
        g_string_append_printf(have, "%s%s", i ? ", " : "", reason->paragraph);
        g_assert_false(mb_text_empty(reason->words));
        g_assert_false(mb_text_empty(reason->source));
    }
    g_assert_cmpstr(have->str, ==, paragraphs);
    for (guint i = 0; i < rules->interests->len; i++)
        g_string_append_printf(kinds, "%s%s", i ? ", " : "",
                               ((const MbInterestKind *)rules->interests->pdata[i])->name);
    g_assert_cmpstr(kinds->str, ==, interests);
    g_assert_nonnull(strstr(rules->withheld, "%s"));
    g_assert_nonnull(strstr(rules->exclusion, "%w"));
    g_assert_true(rules->agenda_notice_source && rules->papers_notice_source && rules->counting_source &&
                  rules->quorum_source && rules->withheld_source && rules->vote_source && rules->approval_source &&
                  rules->remote_source);
    for (guint i = 0; i < 9; i++) {
        MbSeat *seat = mb_dossier_new_record(book.book, &MB_SEAT);
        mb_set(&seat->board, board->id);
        mb_set(&seat->person, seat->id);
    }
    words = mb_quorum_words(book.book, rules, board, MB_NO_DAY);
    g_assert_cmpstr(words, ==, quorum_of_nine);
    book_free(&book);
}

static void test_rule_sets(void)
{
    const char *council =
        "disclosable pecuniary interest, other registerable interest, non-registerable interest, sensitive interest";

    assert_rules("english-principal-council", 5, MB_NOTICE_CLEAR_DAYS, "1, 2, 3, 4, 5, 6, 7", council,
                 "3 of 9 voting members");
    assert_rules("english-parish", 3, MB_NOTICE_CLEAR_DAYS, "confidential, special reasons", council,
                 "3 of 9 voting members");
    assert_rules("maintained-school-governors", 7, MB_NOTICE_CLEAR_DAYS, "a, b, c",
                 "pecuniary interest, conflict of interest, personal interest", "5 of 9 voting members");
    assert_rules("charity-trustees", 7, MB_NOTICE_DAYS, "personal, staffing, commercial, legal",
                 "conflict of interest, conflict of loyalty, trustee benefit", "3 of 9 voting members");
    assert_rules("partnership", 5, MB_NOTICE_CLEAR_DAYS, "1, 2, 3, 4, 5, 6, 7",
                 "pecuniary interest, personal interest, prejudicial interest", "3 of 9 voting members");
    assert_rules("company", 7, MB_NOTICE_DAYS, "personal, staffing, commercial, legal",
                 "interest in a transaction, situational conflict", "2 members");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/draft-plans/real-plan", test_real_plan);
    g_test_add_func("/draft-plans/real-roll", test_real_roll);
    g_test_add_func("/draft-plans/templates", test_templates);
    g_test_add_func("/draft-plans/rule-sets", test_rule_sets);
    return g_test_run();
}

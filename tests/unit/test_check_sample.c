/* SPDX-License-Identifier: MIT */
/* No false alarms: the sample's meetings that were held are good minutes, and checks find in them only what is really
 * amiss (actions on which nobody reported, a planned item never taken). Notice is tested apart. */
#include "load_help.h"
#include "minutebook/clerk/check.h"
#include "minutebook/clerk/recur.h"
#include "minutebook/exchange/rules.h"

static void load_sample(Book *book)
{
    const char *names[100], *bytes[100];
    gsize lengths[100];
    guint count = 0;

    for (gsize i = 0; i < mb_embedded_count && count < G_N_ELEMENTS(names); i++)
        if (g_str_has_prefix(mb_embedded[i].path, "sample-data/")) {
            names[count] = mb_embedded[i].path;
            bytes[count] = mb_embedded[i].bytes;
            lengths[count++] = mb_embedded[i].length;
        }
    book_begin(book);
    mb_load_files(&book->load, names, bytes, lengths, count);
    g_autofree char *faults = mb_faults_text(book->load.faults);
    g_assert_cmpstr(faults, ==, "");
}

static void make_entries(Book *book)
{
    GPtrArray *plans = mb_dossier_all(book->book, &MB_PLAN);
    g_autoptr(GPtrArray) made = g_ptr_array_new();

    for (guint i = 0; i < plans->len; i++)
        mb_recur_entries(book->book, plans->pdata[i], made);
}

static gboolean is_expected(const MbFinding *finding)
{
    static const char *const rules[] = {"not-reported-back", "plan-stale", "short-notice"};

    for (gsize i = 0; i < G_N_ELEMENTS(rules); i++)
        if (strcmp(finding->rule, rules[i]) == 0)
            return TRUE;
    return finding->severity == MB_SEVERITY_INFORMATION;
}

static guint check_meeting(const Book *book, const MbMeeting *meeting)
{
    const MbBoard *board = mb_dossier_find(book->book, &MB_BOARD, meeting->board);
    g_autoptr(MbRules) rules = mb_rules_load(board->rules, NULL);
    g_autoptr(GPtrArray) findings = mb_findings_new();
    MbCheck check = {
        .dossier = book->book, .rules = rules, .meeting = meeting, .today = mb_day_parse_iso("2026-01-15")};
    guint unexpected = 0;

    g_assert_nonnull(rules);
    mb_check_meeting(&check, findings);
    for (guint i = 0; i < findings->len; i++) {
        const MbFinding *finding = findings->pdata[i];
        if (is_expected(finding))
            continue;
        g_test_message("%s: %s: %s", finding->rule, finding->place, finding->text);
        unexpected++;
    }
    return unexpected;
}

static void test_held(void)
{
    Book book = book_new();
    guint unexpected = 0, held = 0;

    load_sample(&book);
    make_entries(&book);
    GPtrArray *meetings = mb_dossier_all(book.book, &MB_MEETING);
    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        if (meeting->state < MB_STATE_LIVE)
            continue;
        unexpected += check_meeting(&book, meeting);
        held++;
    }
    g_assert_cmpuint(held, >=, 25);
    g_assert_cmpuint(unexpected, ==, 0);
    book_free(&book);
}

/* Initials told apart on the roll are for information; nothing on the sample's rolls is worse. */
static void test_rolls(void)
{
    Book book = book_new();
    g_autoptr(GPtrArray) findings = mb_findings_new();

    load_sample(&book);
    GPtrArray *boards = mb_dossier_all(book.book, &MB_BOARD);
    for (guint i = 0; i < boards->len; i++) {
        MbCheck check = {.dossier = book.book, .today = mb_day_parse_iso("2026-01-15")};
        mb_check_roll(&check, ((const MbBoard *)boards->pdata[i])->id, findings);
    }
    g_assert_cmpuint(findings->len, >, 0);
    for (guint i = 0; i < findings->len; i++)
        g_assert_cmpint(((const MbFinding *)findings->pdata[i])->severity, ==, MB_SEVERITY_INFORMATION);
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/sample/held", test_held);
    g_test_add_func("/check/sample/rolls", test_rolls);
    return g_test_run();
}

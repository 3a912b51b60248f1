/* SPDX-License-Identifier: MIT */
/* Rule sets: those that ship can all be read; the user's own come first; faults have their place. */
#include "minutebook/base/error.h"
#include "minutebook/exchange/rules.h"

#include <glib/gstdio.h>
#include <string.h>

static const char own[] =
    "name: own\ntitle: Our own rules\nyear_starts: May\n"
    "notice: {agenda: 3 clear days, papers: 1 week, source: s1, papers_source: s2}\n"
    "counting: {saturdays: yes, easter_break: yes, christmas_break: no, source: s3}\n"
    "quorum: {fraction: 1/3, at_least: 3, rounding: up, of: all, majority: false, inquorate: recommend, deputies: yes, "
    "source: s4}\n"
    "withholding:\n  reasons:\n    - {paragraph: a, words: A person can be identified, source: s5}\n  notice: Withheld "
    "under %s.\n  exclusion: \"Excluded: %w\"\n  readmission: Back.\n  source: s6\n"
    "interests:\n  - {name: pecuniary interest, speak: no, vote: no, leave: yes, quorum: no, source: s7}\n"
    "voting: {carried: 1/2, base: votes cast, casting_vote: true, source: s8}\n"
    "approval: {extraordinary: false, publish_draft: true, source: s9}\n"
    "remote: {allowed: yes, quorum: no, vote: yes, source: s10}\n";

/* A fresh configuration folder with forms/rules/NAME.yaml. */
static char *configure(const char *name, const char *text)
{
    char *folder = g_dir_make_tmp("minutebook-rules-XXXXXX", NULL);
    g_autofree char *rules = g_build_filename(folder, "minutebook", "forms", "rules", NULL);
    g_autofree char *file = g_strconcat(rules, "/", name, ".yaml", NULL);

    g_assert_cmpint(g_mkdir_with_parents(rules, 0700), ==, 0);
    g_assert_true(g_file_set_contents(file, text, -1, NULL));
    g_setenv("XDG_CONFIG_HOME", folder, TRUE);
    return folder;
}

static void clean(char *folder, const char *name)
{
    static const char *const parts[] = {"minutebook/forms/rules", "minutebook/forms", "minutebook", ""};
    g_autofree char *file = g_strconcat(folder, "/minutebook/forms/rules/", name, ".yaml", NULL);

    g_remove(file);
    for (gsize i = 0; i < G_N_ELEMENTS(parts); i++) {
        g_autofree char *part = g_build_filename(folder, parts[i], NULL);
        g_rmdir(part);
    }
    g_free(folder);
    g_setenv("XDG_CONFIG_HOME", "/nonexistent", TRUE);
}

static void test_own(void)
{
    char *folder = configure("own", own);
    g_autoptr(GError) error = NULL;
    g_autoptr(MbRules) rules = mb_rules_load("own", &error);

    g_assert_no_error(error);
    g_assert_cmpstr(rules->title, ==, "Our own rules");
    g_assert_cmpint(rules->year_starts, ==, 5);
    g_assert_cmpint(rules->agenda_notice, ==, 3);
    g_assert_cmpint(rules->agenda_notice_kind, ==, MB_NOTICE_CLEAR_DAYS);
    g_assert_cmpint(rules->papers_notice, ==, 7);
    g_assert_cmpstr(rules->papers_notice_source, ==, "s2");
    g_assert_true(rules->saturdays && rules->easter_break && !rules->christmas_break);
    g_assert_cmpint(rules->quorum_under, ==, 3);
    g_assert_cmpint(rules->quorum_at_least, ==, 3);
    g_assert_cmpint(rules->quorum_of, ==, MB_QUORUM_OF_ALL);
    g_assert_true(rules->inquorate_recommends);
    g_assert_true(rules->deputies_count);
    g_assert_cmpstr(mb_rules_reason(rules, "A")->words, ==, "A person can be identified");
    g_assert_null(mb_rules_reason(rules, "b"));
    g_assert_cmpstr(rules->withheld, ==, "Withheld under %s.");
    g_assert_true(mb_rules_interest(rules, "Pecuniary interest")->must_leave);
    g_assert_false(mb_rules_interest(rules, "Pecuniary interest")->may_vote);
    g_assert_cmpint(rules->vote_under, ==, 2);
    g_assert_cmpstr(rules->vote_base, ==, "votes cast");
    g_assert_true(rules->casting_vote && rules->publish_draft && !rules->extraordinary_approves);
    g_assert_true(rules->remote_allowed && !rules->remote_counts && rules->remote_votes);
    clean(folder, "own");
}

/* The user's own file of a shipped name rules. */
static void test_overrides(void)
{
    char *folder = configure("company", "name: company\ntitle: Ours\n");
    g_autoptr(MbRules) rules = mb_rules_load("company", NULL);

    g_assert_cmpstr(rules->title, ==, "Ours");
    g_assert_cmpint(rules->agenda_notice, ==, MB_NO_INT);
    clean(folder, "company");
    g_autoptr(MbRules) shipped = mb_rules_load("company", NULL);
    g_assert_cmpstr(shipped->title, !=, "Ours");
}

static void test_shipped(void)
{
    static const char *const names[] = {
        "charity-trustees", "company", "english-parish", "english-principal-council", "maintained-school-governors",
        "partnership"};
    g_auto(GStrv) known = mb_rules_names();

    g_assert_cmpuint(g_strv_length(known), ==, G_N_ELEMENTS(names));
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++) {
        g_autoptr(GError) error = NULL;
        g_autoptr(MbRules) rules = mb_rules_load(names[i], &error);
        g_assert_no_error(error);
        g_assert_cmpstr(known[i], ==, names[i]);
        g_assert_cmpint(rules->year_starts, >, 0);
        g_assert_cmpuint(rules->reasons->len, >, 0);
        g_assert_cmpuint(rules->interests->len, >, 0);
        g_assert_nonnull(rules->title);
    }
}

static void test_faults(void)
{
    char *folder = configure("own", "name: own\nyear_starts: Mai\nnotice: {agenda: soon}\nquorm: {}\n");
    g_autofree char *file = g_build_filename(folder, "minutebook", "forms", "rules", "own.yaml", NULL);
    g_autofree char *expected = g_strdup_printf("%s:2:14: Mai is no month: expected one such as April\n"
                                                "%s:3:18: soon is no period of notice: expected a number and clear "
                                                "days, working days, days or weeks, such as 5 clear days\n"
                                                "%s:4:1: quorm: is no key of a rule set: expected quorum:",
                                                file, file, file);
    g_autoptr(GError) error = NULL;

    g_assert_null(mb_rules_load("own", &error));
    g_assert_error(error, MB_ERROR, MB_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, expected);
    clean(folder, "own");
}

static void check_unknown(const char *name, const char *begin)
{
    g_autoptr(GError) error = NULL;

    g_assert_null(mb_rules_load(name, &error));
    g_assert_error(error, MB_ERROR, MB_ERROR_INPUT);
    g_assert_true(g_str_has_prefix(error->message, begin));
}

static void test_unknown(void)
{
    check_unknown("partnerships", "partnerships is no rule set: expected partnership (known: ");
    check_unknown("../../etc/passwd", "../../etc/passwd is no rule set: expected one of charity-trustees");
    check_unknown("", " is no rule set: expected one of ");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_setenv("XDG_CONFIG_HOME", "/nonexistent", TRUE);
    g_test_add_func("/rules/own", test_own);
    g_test_add_func("/rules/overrides", test_overrides);
    g_test_add_func("/rules/shipped", test_shipped);
    g_test_add_func("/rules/faults", test_faults);
    g_test_add_func("/rules/unknown", test_unknown);
    return g_test_run();
}

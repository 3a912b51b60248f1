/* SPDX-License-Identifier: MIT */
/* What is carried: majorities of the votes cast, of those present, of all members; ties and the casting vote. */
#include "minutebook/clerk/vote.h"

static const MbVoteRule simple = {.over = 1, .under = 2, .base = MB_VOTE_OF_CAST, .casting_vote = TRUE};
static const MbVoteRule no_casting = {.over = 1, .under = 2, .base = MB_VOTE_OF_CAST};
static const MbVoteRule two_thirds = {.over = 2, .under = 3, .base = MB_VOTE_OF_CAST};
static const MbVoteRule present = {.over = 1, .under = 2, .base = MB_VOTE_OF_PRESENT, .casting_vote = TRUE};
static const MbVoteRule all = {.over = 1, .under = 2, .base = MB_VOTE_OF_ALL};

static void expect(const MbVoteRule *rule, int for_, int against, int abstained, int casting, const char *words)
{
    MbVoteCount count = {
        .for_ = for_, .against = against, .abstained = abstained, .present = 9, .members = 13, .casting = casting};
    MbVoteResult result = mb_vote_result(rule, &count);
    g_autofree char *told = mb_vote_words_of(rule, &count, &result);

    g_assert_cmpstr(told, ==, words);
}

static void test_cast(void)
{
    expect(&simple, 5, 4, 0, MB_NO_INT, "carried, 5 for, 4 against");
    expect(&simple, 4, 5, 0, MB_NO_INT, "lost, 4 for, 5 against");
    expect(&simple, 1, 0, 8, MB_NO_INT, "carried, 1 for, 0 against, 8 abstained");
    expect(&simple, 0, 0, 9, MB_NO_INT, "lost, 0 for, 0 against, 9 abstained");
}

static void test_tie(void)
{
    MbVoteCount count = {.for_ = 4, .against = 4, .present = MB_NO_INT, .members = MB_NO_INT, .casting = MB_NO_INT};
    MbVoteResult result = mb_vote_result(&simple, &count);

    g_assert_true(result.tie && result.casting_open && !result.carried);
    expect(&simple, 4, 4, 0, MB_VOTE_FOR, "carried, 4 for, 4 against, by the chair's casting vote for");
    expect(&simple, 4, 4, 1, MB_VOTE_AGAINST,
           "lost, 4 for, 4 against, 1 abstained, by the chair's casting vote against");
    expect(&no_casting, 4, 4, 0, MB_VOTE_FOR, "lost, 4 for, 4 against");
    expect(&simple, 5, 4, 0, MB_VOTE_AGAINST, "carried, 5 for, 4 against");
}

/* Carried by more than the share. */
static void test_share(void)
{
    expect(&two_thirds, 6, 3, 0, MB_NO_INT, "lost, 6 for, 3 against: 7 of 9 are needed");
    expect(&two_thirds, 7, 2, 0, MB_NO_INT, "carried, 7 for, 2 against: 7 of 9 are needed");
}

static void test_bases(void)
{
    expect(&present, 4, 2, 3, MB_NO_INT, "lost, 4 for, 2 against, 3 abstained: 5 of 9 are needed");
    expect(&present, 5, 0, 4, MB_NO_INT, "carried, 5 for, 0 against, 4 abstained: 5 of 9 are needed");
    expect(&present, 4, 4, 1, MB_VOTE_FOR,
           "carried, 4 for, 4 against, 1 abstained, by the chair's casting vote for: 5 of 9 are needed");
    expect(&all, 6, 0, 0, MB_NO_INT, "lost, 6 for, 0 against: 7 of 13 are needed");
    expect(&all, 7, 2, 0, MB_NO_INT, "carried, 7 for, 2 against: 7 of 13 are needed");
}

/* Nobody is on the register: the votes cast are counted, and it is said. */
static void test_unknown_base(void)
{
    MbVoteCount count = {.for_ = 3, .against = 2, .present = MB_NO_INT, .members = MB_NO_INT, .casting = MB_NO_INT};
    MbVoteResult result = mb_vote_result(&present, &count);

    g_assert_true(result.carried);
    g_assert_false(result.known);
    g_assert_cmpint(result.base, ==, 5);
    g_assert_cmpint(result.needed, ==, 3);
}

static void test_rule(void)
{
    MbVoteRule rule = mb_vote_rule(NULL);

    g_assert_cmpint(rule.over, ==, 1);
    g_assert_cmpint(rule.under, ==, 2);
    g_assert_cmpint(rule.base, ==, MB_VOTE_OF_CAST);
    g_assert_false(rule.casting_vote);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/vote/of-the-votes-cast", test_cast);
    g_test_add_func("/vote/tie", test_tie);
    g_test_add_func("/vote/more-than-a-share", test_share);
    g_test_add_func("/vote/of-those-present-and-of-all", test_bases);
    g_test_add_func("/vote/base-not-known", test_unknown_base);
    g_test_add_func("/vote/no-rule-set", test_rule);
    return g_test_run();
}

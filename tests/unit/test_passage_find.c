/* SPDX-License-Identifier: MIT */
/* Find and replace. */
#include "test_passage.h"

/* Finds NEEDLE from the caret of SHOWN; EXPECTED shows it selected, NULL: it is not there. */
static void find(const char *shown, const char *needle, gboolean exact, gboolean forward, const char *expected)
{
    g_autoptr(MbPassage) passage = passage_of(shown);
    MbSpot start = {-1, -1}, end = {-1, -1};
    gboolean found = mb_passage_find(passage, needle, exact, mb_passage_caret(passage), forward, &start, &end);

    g_assert_cmpint(found, ==, expected != NULL);
    if (!found)
        return;
    mb_passage_select(passage, start, end);
    assert_shown(passage, expected);
}

static void test_forward(void)
{
    find("|one two one", "one", FALSE, TRUE, "[one|] two one");
    find("o|ne two one", "one", FALSE, TRUE, "one two [one|]");
    find("one two on|e", "one", FALSE, TRUE, "[one|] two one");
    find("one|\ntwo", "two", FALSE, TRUE, "one\n[two|]");
    find("one\ntwo|", "one", FALSE, TRUE, "[one|]\ntwo");
    find("|one", "three", FALSE, TRUE, NULL);
    find("|one", "", FALSE, TRUE, NULL);
}

static void test_back(void)
{
    find("one two one|", "one", FALSE, FALSE, "one two [one|]");
    find("one two o|ne", "one", FALSE, FALSE, "[one|] two one");
    find("|one two one", "one", FALSE, FALSE, "one two [one|]");
    find("|one\ntwo", "two", FALSE, FALSE, "one\n[two|]");
}

static void test_folded(void)
{
    find("|Le CAFÉ", "café", FALSE, TRUE, "Le [CAFÉ|]");
    find("|Le cafe\xCC\x81 noir", "CAFE", FALSE, TRUE, "Le [cafe\xCC\x81|] noir");
    find("|O’Neill", "o'neill", FALSE, TRUE, "[O’Neill|]");
    find("|Straße", "STRASSE", FALSE, TRUE, "[Straße|]");
    find("|one   two", "one two", FALSE, TRUE, "[one   two|]");
    find("|**o**ne", "one", FALSE, TRUE, "[**o**ne|]");
    find("|one two", "e ", FALSE, TRUE, "on[e |]two");
    /* not from one cell into the next */
    find("T |one¦two", "one two", FALSE, TRUE, NULL);
}

static void test_exact(void)
{
    find("|Café cafe", "cafe", TRUE, TRUE, "Café [cafe|]");
    find("|cafe\xCC\x81", "cafe", TRUE, TRUE, NULL);
    find("|Lee lee", "lee", TRUE, TRUE, "Lee [lee|]");
}

static int replace_all(const char *shown, const char *needle, gboolean exact, const char *by, const char *expected)
{
    g_autoptr(MbPassage) passage = passage_of(shown);
    int count = mb_passage_replace_all(passage, needle, exact, by);

    assert_shown(passage, expected);
    if (count) {
        g_assert_true(mb_passage_undo(passage, NULL));
        assert_shown(passage, shown);
    }
    return count;
}

static void test_replace(void)
{
    g_assert_cmpint(replace_all("Lee said.\nno\nMr **Lee**, lee|.", "lee", FALSE, "Leigh",
                                "Leigh said.\nno\nMr **Leigh**, Leigh|."),
                    ==, 3);
    g_assert_cmpint(replace_all("Lee lee|", "lee", TRUE, "x", "Lee x|"), ==, 1);
    g_assert_cmpint(replace_all("aaaa|", "aa", FALSE, "a", "aa|"), ==, 2);
    g_assert_cmpint(replace_all("aXb|", "x", FALSE, "", "ab|"), ==, 1);
    g_assert_cmpint(replace_all("ab|", "x", FALSE, "y", "ab|"), ==, 0);
    g_assert_cmpint(replace_all("ab|", "", FALSE, "y", "ab|"), ==, 0);
    g_assert_cmpint(replace_all("ab|", "b", FALSE, "x\ny", "ax y|"), ==, 1);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    at_time(0, 0);
    g_test_add_func("/find/on, and round", test_forward);
    g_test_add_func("/find/back, and round", test_back);
    g_test_add_func("/find/case, accents, apostrophes and spaces do not matter", test_folded);
    g_test_add_func("/find/exact", test_exact);
    g_test_add_func("/find/replace all is one edit", test_replace);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* Text: marks for a terminal, columns, comparison (base/text.h). No locale is set, as none is needed. */
#include "minutebook/base/text.h"

#include <string.h>

/* Takes TEXT. */
static void assert_text(char *text, const char *expected)
{
    g_assert_cmpstr(text, ==, expected);
    g_free(text);
}

static void assert_visible(const char *text, const char *expected)
{
    assert_text(mb_text_visible(text, FALSE), expected);
    g_autofree char *once = mb_text_visible(text, FALSE);
    assert_text(mb_text_visible(once, FALSE), expected); /* a mark is not marked again */
}

static void test_visible_plain(void)
{
    assert_visible("The Chair’s report – café, 10 £, 日本", "The Chair’s report – café, 10 £, 日本");
    assert_visible("", "");
    assert_visible(NULL, "");
}

static void test_visible_controls(void)
{
    assert_visible("a\033[31mred", "a␛[31mred");
    assert_visible("\001\037\177", "␁␟␡");
    assert_visible("a\nb\tc\rd", "a␊b␉c␍d");
    assert_text(mb_text_visible("a\nb\tc\rd\b", TRUE), "a\nb\tc␍d␈");
    assert_visible("\302\233"
                   "2J",
                   "‹U+009B›2J"); /* CSI as one C1 character in UTF-8 */
    assert_visible("\233"
                   "2J",
                   "\357\277\2752J"); /* and as a bare byte */
    assert_visible("a\377b\303", "a\357\277\275b\357\277\275");
}

static void test_visible_hidden(void)
{
    assert_visible("pay \342\200\256"
                   "001",
                   "pay ‹U+202E›001"); /* right to left override */
    assert_visible("\342\201\246\342\201\251", "‹U+2066›‹U+2069›");
    assert_visible("\342\200\216\342\200\217\330\234", "‹U+200E›‹U+200F›‹U+061C›");
    assert_visible("a\342\200\213b\357\273\277c", "a‹U+200B›b‹U+FEFF›c");
    assert_visible("\363\240\201\201", "‹U+E0041›"); /* tag character */
    assert_visible("a\342\200\250b", "a‹U+2028›b");
    assert_visible("co\302\255operate", "co\302\255operate"); /* soft hyphen: every word processor makes them */
    assert_visible("e\314\201", "e\314\201");
}

static void test_visible_joined(void)
{
    assert_visible("👩\342\200\215💻", "👩\342\200\215💻");
    assert_visible("❤️\342\200\215🔥", "❤️\342\200\215🔥");
    assert_visible("a\342\200\215b", "a‹U+200D›b");
    assert_visible("👩\342\200\215b", "👩‹U+200D›b");
    assert_visible("👩 \342\200\215💻", "👩 ‹U+200D›💻");
}

/* Whatever the bytes, nothing that steers a terminal is left. */
static void test_visible_every_byte(void)
{
    GRand *chance = g_rand_new_with_seed(20260115);
    for (int round = 0; round < 20000; round++) {
        char bytes[12] = {0};
        for (int i = 0; i < 11; i++)
            bytes[i] = (char)g_rand_int_range(chance, 1, 256);
        g_autofree char *shown = mb_text_visible(bytes, FALSE);
        g_assert_true(g_utf8_validate(shown, -1, NULL));
        for (const char *at = shown; *at != '\0'; at = g_utf8_next_char(at))
            g_assert_false(g_unichar_iscntrl(g_utf8_get_char(at)));
    }
    g_rand_free(chance);
}

static void test_store(void)
{
    assert_text(mb_text_store("a\r\nb\rc\n", -1), "a\nb\nc\n");
    assert_text(mb_text_store("\r\r\n\n", -1), "\n\n\n");
    assert_text(mb_text_store("a\0b", 3), "a\357\277\275b");
    assert_text(mb_text_store("caf\351", 4), "caf\357\277\275");
    assert_text(mb_text_store("a\033b", -1), "a\033b");
    assert_text(mb_text_store("abc", 2), "ab");
    assert_text(mb_text_store(NULL, 0), "");
}

static void test_width(void)
{
    g_assert_cmpint(mb_text_width("Minutes"), ==, 7);
    g_assert_cmpint(mb_text_width("café – £"), ==, 8);
    g_assert_cmpint(mb_text_width("e\314\201"), ==, 1);
    g_assert_cmpint(mb_text_width("日本"), ==, 4);
    g_assert_cmpint(mb_text_width("🙂"), ==, 2);
    g_assert_cmpint(mb_text_width("a\033\nb\302\233"), ==, 2);
    g_assert_cmpint(mb_text_width("a\377b"), ==, 3);
    g_assert_cmpint(mb_text_width(""), ==, 0);
    g_assert_cmpint(mb_text_width(NULL), ==, 0);
}

static void test_fit(void)
{
    assert_text(mb_text_fit("Minutes", 7), "Minutes");
    assert_text(mb_text_fit("Minutes", 6), "Minut…");
    assert_text(mb_text_fit("Minutes", 1), "…");
    assert_text(mb_text_fit("Minutes", 0), "");
    assert_text(mb_text_fit("日本語", 6), "日本語");
    assert_text(mb_text_fit("日本語", 5), "日本…");
    assert_text(mb_text_fit("日本語", 4), "日…");
    assert_text(mb_text_fit("e\314\201e\314\201e", 2), "e\314\201…"); /* the accent stays with its letter */
    assert_text(mb_text_fit("", 3), "");
    assert_text(mb_text_fit(NULL, 3), "");
}

static void assert_wrap(const char *text, int columns, const char *expected)
{
    g_auto(GStrv) lines = mb_text_wrap(text, columns);
    assert_text(g_strjoinv("|", lines), expected);
}

static void test_wrap(void)
{
    assert_wrap("The minutes were agreed.", 12, "The minutes|were agreed.");
    assert_wrap("The minutes were agreed.", 11, "The minutes|were|agreed.");
    assert_wrap("one\n\ntwo\n", 10, "one||two");
    assert_wrap("abcdefghij kl", 4, "abcd|efgh|ij|kl");
    assert_wrap("ab abcdefgh", 4, "ab|abcd|efgh");
    assert_wrap("  indented text", 10, "  indented|text");
    assert_wrap("a   b", 10, "a   b");
    assert_wrap("aaa   b", 4, "aaa|b");
    assert_wrap("日本語", 4, "日本|語");
    assert_wrap("日本", 1, "日|本");
    assert_wrap("10\302\240am sharp", 7, "10\302\240am|sharp"); /* no break at a no-break space */
    assert_wrap("ab", 0, "a|b");
    assert_wrap("", 5, "");
    assert_wrap(NULL, 5, "");
}

static void test_pad(void)
{
    g_autoptr(GString) out = g_string_new("|");
    mb_text_pad(out, "café", 6, FALSE);
    g_string_append_c(out, '|');
    mb_text_pad(out, "12", 4, TRUE);
    g_string_append_c(out, '|');
    mb_text_pad(out, "too long", 3, FALSE);
    mb_text_pad(out, NULL, 2, FALSE);
    g_assert_cmpstr(out->str, ==, "|café  |  12|too long  ");
}

static void test_fold(void)
{
    assert_text(mb_text_fold("  Siân   O’Neill\t"), "sian o'neill");
    assert_text(mb_text_fold("STRASSE"), "strasse");
    assert_text(mb_text_fold("Straße"), "strasse");
    assert_text(mb_text_fold("Łukasz Søren Æsop"), "lukasz soren aesop");
    assert_text(mb_text_fold("ﬁnance\302\240team"), "finance team"); /* as PDF files print it */
    assert_text(mb_text_fold("Smith\342\200\221Jones"), "smith-jones");
    assert_text(mb_text_fold("caf\351"), "caf\357\277\275");
    assert_text(mb_text_fold(NULL), "");
}

static void test_same(void)
{
    g_assert_true(mb_text_same("O'Neill", "o’neill"));
    g_assert_true(mb_text_same("Sia\314\202n", "Siân"));
    g_assert_false(mb_text_same("Sian", "Sean"));
    g_assert_true(mb_text_same(NULL, NULL));
    g_assert_false(mb_text_same(NULL, ""));
    g_assert_true(mb_text_contains("Harbour Trust Board", "trust"));
    g_assert_true(mb_text_contains("Harbour Trust Board", ""));
    g_assert_false(mb_text_contains("Harbour Trust Board", "council"));
    g_assert_true(mb_text_empty(NULL));
    g_assert_true(mb_text_empty(""));
    g_assert_false(mb_text_empty(" "));
}

static void test_distance(void)
{
    g_assert_cmpint(mb_text_distance("", ""), ==, 0);
    g_assert_cmpint(mb_text_distance("board", ""), ==, 5);
    g_assert_cmpint(mb_text_distance("kitten", "sitting"), ==, 3);
    g_assert_cmpint(mb_text_distance("minutes", "mintues"), ==, 1); /* a swap */
    g_assert_cmpint(mb_text_distance("café", "cafe"), ==, 1);
}

static void test_nearest(void)
{
    static const char *const words[] = {"minutes", "meeting", "presenter", "paper", "to", NULL};
    g_assert_cmpstr(mb_text_nearest("minuts", words), ==, "minutes");
    g_assert_cmpstr(mb_text_nearest("Mintues", words), ==, "minutes");
    g_assert_cmpstr(mb_text_nearest("presentor", words), ==, "presenter");
    g_assert_cmpstr(mb_text_nearest("meetings", words), ==, "meeting");
    g_assert_cmpstr(mb_text_nearest("paper", words), ==, "paper");
    g_assert_null(mb_text_nearest("quorum", words));
    g_assert_null(mb_text_nearest("x", words));
    g_assert_null(mb_text_nearest("", words));
    g_autofree char *endless = g_strnfill(1000000, 'x');
    g_assert_null(mb_text_nearest(endless, words));
}

static void test_join(void)
{
    static const char *const words[] = {"a", "b", "c", NULL};
    assert_text(mb_text_join(words), "a, b and c");
    assert_text(mb_text_join(words + 1), "b and c");
    assert_text(mb_text_join(words + 2), "c");
    assert_text(mb_text_join(words + 3), "");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/visible/plain", test_visible_plain);
    g_test_add_func("/text/visible/controls", test_visible_controls);
    g_test_add_func("/text/visible/hidden", test_visible_hidden);
    g_test_add_func("/text/visible/joined", test_visible_joined);
    g_test_add_func("/text/visible/every-byte", test_visible_every_byte);
    g_test_add_func("/text/store", test_store);
    g_test_add_func("/text/width", test_width);
    g_test_add_func("/text/fit", test_fit);
    g_test_add_func("/text/wrap", test_wrap);
    g_test_add_func("/text/pad", test_pad);
    g_test_add_func("/text/fold", test_fold);
    g_test_add_func("/text/same", test_same);
    g_test_add_func("/text/distance", test_distance);
    g_test_add_func("/text/nearest", test_nearest);
    g_test_add_func("/text/join", test_join);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* Paste and copy. */
#include "test_passage.h"

static void paste(const char *before, const char *text, const char *after)
{
    g_autoptr(MbPassage) passage = passage_of(before);

    mb_passage_paste(passage, text, strlen(text));
    assert_shown(passage, after);
    if (mb_passage_undoable(passage)) {
        g_autoptr(MbPassage) first = passage_of(before);
        g_autofree char *was = mb_passage_text(first);
        g_assert_true(mb_passage_undo(passage, NULL));
        g_autofree char *is = mb_passage_text(passage);
        g_assert_cmpstr(is, ==, was);
        g_assert_cmpint(mb_passage_undoable(passage), ==, 0);
    }
}

static void test_line(void)
{
    paste("a|b", "xy", "axy|b");
    paste("a|b", "xy\n", "axy|b");
    paste("a[bc|]d", "x", "ax|d");
    paste("a[b\nc|]d", "x", "ax|d");
    paste("a|b", "**x** y", "a**x** y|b");
}

static void test_line_fonts(void)
{
    paste("a|b", "x **y**", "ax **y|**b");
    paste("**a|b**", "x", "**ax|b**");
    paste("a|b", "- x", "a- x|b");
    paste("a|", "x\ty", "ax y|");
    paste("|", "- x", "- x|");
    paste("|", "", "|");
    paste("|", "\n\n", "|");
}

static void test_lines(void)
{
    paste("|", "one\ntwo", "one\ntwo|");
    paste("|", "one\r\n\r\ntwo\r\n", "one\ntwo|");
    paste("a|b", "one\ntwo", "aone\ntwo|b");
    paste("a|", "one\ntwo\nthree", "aone\ntwo\nthree|");
    paste("|b", "one\ntwo", "one\ntwo|b");
    paste("a[x\ny|]b", "one\ntwo", "aone\ntwo|b");
    paste("- a|", "one\ntwo", "- aone\n- two|");
    paste("  - |", "one\ntwo", "  - one\n  - two|");
    paste("a|b", "- one\n- two", "a\n- one\n- two|\nb");
    paste("a|", "one\n- two", "aone\n- two|");
    paste("|b", "- one\n- two", "- one\n- two|\nb");
}

static void test_marks(void)
{
    paste("|", "## Head\n- a\n  - b\n• c\n*\td\n> note\nplain", "## Head\n- a\n  - b\n- c\n- d\n> note\nplain|");
    paste("|", "1. a\n2. b\n  1) c\n3. d", "# a\n# b\n  # c\n# d|");
    paste("|", "3. a\n7. b", "(3) a\n(7) b|");
    paste("|", "2024. A year\n5.5 million", "2024. A year\n5.5 million|");
    paste("|", "**a** b\n*c*", "**a** b\n*c|*");
}

static void test_tables(void)
{
    paste("|", "Name\tVotes\nLee\t4\n", "T Name¦Votes/Lee¦4|");
    paste("|", "| Name | Votes |\n|---|---:|\n| **Lee** | 4\\|5 |", "T Name¦Votes/**Lee**¦4|5|");
    paste("|", "| a | b |\n| c |", "T a¦b/c¦|");
    paste("x|y", "a\tb\nc\td", "x\nT a¦b/c¦d|\ny");
    paste("|", "before\na\tb\nc\td\nafter", "before\nT a¦b/c¦d\nafter|");
    /* no rectangle, or only indentation */
    paste("|", "a\tb\nc", "a b\nc|");
    paste("|", "\ta\n\tb", "a\nb|");
    /* into a cell */
    paste("T a|¦b", "x\ty\nz", "T ax y z|¦b");
    paste("T a[b¦c|]d", "x", "T ax|¦d");
}

static void test_odd_bytes(void)
{
    static const char bytes[] = "a\0b\xff\r\x1b[2J\xE2\x80\xAE";
    g_autoptr(MbPassage) passage = passage_of("|");

    mb_passage_paste(passage, bytes, sizeof bytes - 1);
    g_assert_cmpint(mb_passage_count(passage), ==, 2);
    g_assert_cmpstr(mb_passage_paragraph(passage, 0)->text->str, ==,
                    "a\xEF\xBF\xBD"
                    "b\xEF\xBF\xBD");
    g_assert_cmpstr(mb_passage_paragraph(passage, 1)->text->str, ==, "\x1b[2J\xE2\x80\xAE");
}

static void test_private(void)
{
    g_autoptr(MbPassage) passage = passage_of("secr|et");

    mb_passage_set_layer(passage, 0, 0, MB_LAYER_PRIVATE);
    mb_passage_paste(passage, "a\nb\n- c", 7);
    for (int i = 0; i < mb_passage_count(passage); i++)
        g_assert_cmpint(mb_passage_paragraph(passage, i)->layer, ==, MB_LAYER_PRIVATE);
}

/* The paragraph that was pasted into keeps its row in the book. */
static void test_keeps_rows(void)
{
    g_autoptr(MbPassage) passage = passage_of("a|b");
    g_autofree char *id = g_strdup(mb_passage_paragraph(passage, 0)->id);
    g_autoptr(Book) book = book_of(passage);

    mb_passage_paste(passage, "x\ny", 3);
    g_assert_cmpint(mb_passage_index(passage, id), ==, 0);
    g_assert_cmpuint(book->changed, ==, 2);
    g_assert_cmpuint(book->journal->len, ==, 1);
    g_assert_cmpstr(mb_edit_words[((MbEdit *)book->journal->pdata[0])->kind], ==, "pasted");
    mb_passage_place(passage, (MbSpot){0, 0}, FALSE);
    mb_passage_paste(passage, "x\n- y", 5);
    g_assert_cmpint(mb_passage_index(passage, id), ==, 2);
}

static void copied(const char *shown, const char *expected)
{
    g_autoptr(MbPassage) passage = passage_of(shown);
    g_autofree char *copy = mb_passage_copy(passage);

    g_assert_cmpstr(copy, ==, expected);
}

static void test_copy(void)
{
    copied("abc|", "");
    copied("a[bc|]d", "bc");
    copied("a[**b|]c**", "**b**");
    copied("- [a|]", "a");
    copied("a[b\n- c\n  # d\nT e¦f\ng|]h", "b\n\n- c\n  1. d\n\n| e | f |\n\ng");
    copied("T a[b¦c/d|]e¦f", "b\tc\nd");
}

/* What is copied and pasted into an empty item is the same. */
static void test_copy_paste(void)
{
    static const char all[] = "## Head\na **b** *c* 5*\n- d\n  - e\n# f\n# g\n> h\nT i¦**j**/k¦\nl|";
    g_autoptr(MbPassage) from = passage_of(all);
    g_autoptr(MbPassage) to = passage_of("|");

    mb_passage_select(from, (MbSpot){0, 0}, mb_passage_caret(from));
    g_autofree char *copy = mb_passage_copy(from);
    mb_passage_paste(to, copy, strlen(copy));
    g_autofree char *pasted = show(to);
    /* the number of a line that follows bullets was counted with them */
    g_assert_cmpstr(pasted, ==, all);
}

static void test_large(void)
{
    g_autoptr(GString) text = g_string_new(NULL);
    g_autoptr(MbPassage) passage = passage_of("a|b");
    gint64 began = g_get_monotonic_time();

    for (int i = 0; i < 20000; i++)
        g_string_append_printf(text, "Line %d of a long paper.\n", i);
    mb_passage_paste(passage, text->str, text->len);
    g_test_message("20,000 lines pasted: %d ms", (int)((g_get_monotonic_time() - began) / 1000));
    g_assert_cmpint(mb_passage_count(passage), ==, 20000);
    g_assert_cmpstr(mb_passage_paragraph(passage, 19999)->text->str, ==, "Line 19999 of a long paper.b");
    g_assert_true(mb_passage_undo(passage, NULL));
    assert_shown(passage, "a|b");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    at_time(0, 0);
    g_test_add_func("/paste/a line", test_line);
    g_test_add_func("/paste/a line with fonts or marks", test_line_fonts);
    g_test_add_func("/paste/lines", test_lines);
    g_test_add_func("/paste/bullets, numbers, headings", test_marks);
    g_test_add_func("/paste/tables", test_tables);
    g_test_add_func("/paste/odd bytes", test_odd_bytes);
    g_test_add_func("/paste/into private text stays private", test_private);
    g_test_add_func("/paste/the paragraph keeps its row", test_keeps_rows);
    g_test_add_func("/paste/copy", test_copy);
    g_test_add_func("/paste/copied and pasted is the same", test_copy_paste);
    g_test_add_func("/paste/a large text", test_large);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* Caret, selection, typing, Enter, erasing, styles, tables: what a hand notices. */
#include "test_passage.h"

typedef void (*Deed)(MbPassage *passage);

static void run(const char *before, Deed deed, const char *after)
{
    g_autoptr(MbPassage) passage = passage_of(before);

    deed(passage);
    assert_shown(passage, after);
}

static void left(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_CHARACTER, FALSE, FALSE);
}
static void right(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_CHARACTER, TRUE, FALSE);
}
static void select_right(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_CHARACTER, TRUE, TRUE);
}
static void select_word_left(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_WORD, FALSE, TRUE);
}
static void word_right(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_WORD, TRUE, FALSE);
}
static void word_left(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_WORD, FALSE, FALSE);
}
static void paragraph_end(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_PARAGRAPH, TRUE, FALSE);
}
static void paragraph_start(MbPassage *passage)
{
    mb_passage_move(passage, MB_UNIT_PARAGRAPH, FALSE, FALSE);
}
static void type_x(MbPassage *passage)
{
    mb_passage_type(passage, "x");
}
static void space(MbPassage *passage)
{
    mb_passage_type(passage, " ");
}
static void backspace(MbPassage *passage)
{
    mb_passage_erase(passage, MB_UNIT_CHARACTER, FALSE);
}
static void delete (MbPassage *passage)
{
    mb_passage_erase(passage, MB_UNIT_CHARACTER, TRUE);
}
static void backspace_word(MbPassage *passage)
{
    mb_passage_erase(passage, MB_UNIT_WORD, FALSE);
}
static void delete_word(MbPassage *passage)
{
    mb_passage_erase(passage, MB_UNIT_WORD, TRUE);
}
static void delete_to_end(MbPassage *passage)
{
    mb_passage_erase(passage, MB_UNIT_PARAGRAPH, TRUE);
}
static void tab(MbPassage *passage)
{
    mb_passage_cell(passage, TRUE);
}
static void back_tab(MbPassage *passage)
{
    mb_passage_cell(passage, FALSE);
}
static void indent(MbPassage *passage)
{
    mb_passage_indent(passage, 1);
}
static void outdent(MbPassage *passage)
{
    mb_passage_indent(passage, -1);
}
static void bold(MbPassage *passage)
{
    mb_passage_toggle_font(passage, MB_FONT_BOLD);
}
static void italic(MbPassage *passage)
{
    mb_passage_toggle_font(passage, MB_FONT_ITALIC);
}
static void bold_x(MbPassage *passage)
{
    bold(passage);
    type_keys(passage, "x y");
}
static void make_bullets(MbPassage *passage)
{
    mb_passage_set_style(passage, MB_STYLE_BULLET);
}
static void make_plain(MbPassage *passage)
{
    mb_passage_set_style(passage, MB_STYLE_PARAGRAPH);
}
static void move_down(MbPassage *passage)
{
    mb_passage_move_paragraphs(passage, TRUE);
}
static void move_up(MbPassage *passage)
{
    mb_passage_move_paragraphs(passage, FALSE);
}
static void insert_table(MbPassage *passage)
{
    mb_passage_insert_table(passage, 2, 3);
}

static void test_steps(void)
{
    run("ab|", left, "a|b");
    run("|ab", left, "|ab");
    run("ab|", right, "ab|");
    run("ab|\ncd", right, "ab\n|cd");
    run("ab\n|cd", left, "ab|\ncd");
    /* a letter with its accent, a family, a flag: one step */
    run("|e\xCC\x81z", right, "e\xCC\x81|z");
    run("ae\xCC\x81|z", left, "a|e\xCC\x81z");
    run("|👨‍👩‍👧z", right, "👨‍👩‍👧|z");
    run("x👨‍👩‍👧|", left, "x|👨‍👩‍👧");
    run("🇬🇧🇮🇪|", left, "🇬🇧|🇮🇪");
    run("|👍🏽!", right, "👍🏽|!");
}

static void test_words(void)
{
    run("|The Chair, Mr Lee", word_right, "The |Chair, Mr Lee");
    run("The |Chair, Mr Lee", word_right, "The Chair|, Mr Lee");
    run("The Chair|, Mr Lee", word_right, "The Chair, |Mr Lee");
    run("The Chair, Mr L|ee", word_right, "The Chair, Mr Lee|");
    run("Lee|\nnext", word_right, "Lee\n|next");
    run("The Chair, Mr Lee|", word_left, "The Chair, Mr |Lee");
    run("The Chair, |Mr Lee", word_left, "The Chair|, Mr Lee");
    run("The Chair|, Mr Lee", word_left, "The |Chair, Mr Lee");
    run("one\n|two", word_left, "one|\ntwo");
    run("|don't go", word_right, "don't |go");
    run("|Ünïcode wörd", word_right, "Ünïcode |wörd");
}

static void test_paragraph_steps(void)
{
    run("a|b\ncd", paragraph_end, "ab|\ncd");
    run("ab|\ncd", paragraph_end, "ab\ncd|");
    run("ab\nc|d", paragraph_start, "ab\n|cd");
    run("ab\n|cd", paragraph_start, "|ab\ncd");
}

static void test_selection(void)
{
    run("a|b", select_right, "a[b|]");
    run("one two|", select_word_left, "one [|two]");
    run("a[b|]c", right, "ab|c");
    run("a[bc|]d", left, "a|bcd");
    run("a[|bc]d", right, "abc|d");
    run("a|\nb", select_right, "a[\n|]b");
}

static void test_select_unit(void)
{
    static const struct {
        int offset;
        MbUnit unit;
        const char *shown;
    } cases[] = {
        {5, MB_UNIT_WORD, "The [Chair|], Mr\nx"},      {9, MB_UNIT_WORD, "The [Chair|], Mr\nx"},
        {13, MB_UNIT_WORD, "The Chair, [Mr|]\nx"},     {3, MB_UNIT_WORD, "[The|] Chair, Mr\nx"},
        {3, MB_UNIT_PARAGRAPH, "[The Chair, Mr|]\nx"}, {3, MB_UNIT_PASSAGE, "[The Chair, Mr\nx|]"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        g_autoptr(MbPassage) passage = passage_of("The Chair, Mr\nx");

        mb_passage_select_unit(passage, (MbSpot){0, cases[i].offset}, cases[i].unit);
        assert_shown(passage, cases[i].shown);
    }
}

/* What is asked for outside the text, or within a letter, is brought to the nearest place before it. */
static void test_clipped(void)
{
    g_autoptr(MbPassage) passage = passage_of("e\xCC\x81z\nab");

    mb_passage_place(passage, (MbSpot){0, 2}, FALSE);
    assert_shown(passage, "|e\xCC\x81z\nab");
    mb_passage_place(passage, (MbSpot){7, 0}, FALSE);
    assert_shown(passage, "e\xCC\x81z\nab|");
    mb_passage_place(passage, (MbSpot){-1, 5}, FALSE);
    assert_shown(passage, "|e\xCC\x81z\nab");
    mb_passage_place(passage, (MbSpot){1, 99}, FALSE);
    assert_shown(passage, "e\xCC\x81z\nab|");
}

static void test_typing(void)
{
    run("a|b", type_x, "ax|b");
    run("a[bc|]d", type_x, "ax|d");
    run("a[b\ncd\ne|]f", type_x, "ax|f");
    run("**a|**b", type_x, "**ax|**b");
    run("a|", bold_x, "a**x y|**");
    run("**a|**", bold_x, "**a**x y|");
    run("[**a**|]b", type_x, "**x|**b");
}

/* What is no text becomes it: breaks and tabs are spaces, damaged bytes U+FFFD; controls are kept. */
static void test_typing_odd(void)
{
    g_autoptr(MbPassage) passage = passage_of("");

    mb_passage_type(passage, "a\nb\tc\xff\xc3");
    mb_passage_type(passage, "");
    mb_passage_type(passage, "\x1b[31m");
    g_assert_cmpstr(mb_passage_paragraph(passage, 0)->text->str, ==, "a b c\xEF\xBF\xBD\xEF\xBF\xBD\x1b[31m");
    g_assert_cmpint(mb_passage_caret(passage).offset, ==, 16);
}

static void test_marks(void)
{
    run("-|", space, "- |");
    run("*|", space, "- |");
    run("1.|", space, "# |");
    run("1)|", space, "# |");
    run("5.|", space, "(5) |");
    run("# one\n2.|", space, "# one\n# |");
    run("##|", space, "## |");
    run("-|text", space, "- |text");
    run("2024.|", space, "2024. |");
    run("a-|", space, "a- |");
    run("## -|", space, "## - |");
}

/* Taking the mark back leaves what was typed. */
static void test_mark_undone(void)
{
    g_autoptr(MbPassage) passage = passage_of("");

    type_keys(passage, "- ");
    assert_shown(passage, "- |");
    g_assert_true(mb_passage_undo(passage, NULL));
    g_assert_cmpint(mb_passage_paragraph(passage, 0)->style, ==, MB_STYLE_PARAGRAPH);
    g_assert_cmpstr(mb_passage_paragraph(passage, 0)->text->str, ==, "- ");
    g_assert_cmpint(mb_passage_caret(passage).offset, ==, 2);
    type_keys(passage, "x");
    g_assert_cmpstr(mb_passage_paragraph(passage, 0)->text->str, ==, "- x");
}

static void test_enter(void)
{
    run("ab|", mb_passage_enter, "ab\n|");
    run("a|b", mb_passage_enter, "a\n|b");
    run("|ab", mb_passage_enter, "\n|ab");
    run("a[b\nc|]d", mb_passage_enter, "a\n|d");
    run("**a|b**", mb_passage_enter, "**a**\n|**b**");
    run("## ab|", mb_passage_enter, "## ab\n|");
    run("## a|b", mb_passage_enter, "## a\n## |b");
    run("- ab|", mb_passage_enter, "- ab\n- |");
    run("- a|b", mb_passage_enter, "- a\n- |b");
    run("- a\n- |", mb_passage_enter, "- a\n|");
    run("- a\n  - |", mb_passage_enter, "- a\n- |");
    run("# a|", mb_passage_enter, "# a\n# |");
    run("(7) a|", mb_passage_enter, "(7) a\n(8) |");
    run("(1) a|", mb_passage_enter, "(1) a\n# |");
}

static void test_enter_stays_private(void)
{
    g_autoptr(MbPassage) passage = passage_of("secr|et");

    mb_passage_set_layer(passage, 0, 0, MB_LAYER_PRIVATE);
    mb_passage_enter(passage);
    g_assert_cmpint(mb_passage_paragraph(passage, 0)->layer, ==, MB_LAYER_PRIVATE);
    g_assert_cmpint(mb_passage_paragraph(passage, 1)->layer, ==, MB_LAYER_PRIVATE);
}

/* Text that was private does not come out by being joined to what is not. */
static void test_joined_stays_private(void)
{
    g_autoptr(MbPassage) passage = passage_of("open\n|secret");

    mb_passage_set_layer(passage, 1, 1, MB_LAYER_PRIVATE);
    backspace(passage);
    assert_shown(passage, "open|secret");
    g_assert_cmpint(mb_passage_paragraph(passage, 0)->layer, ==, MB_LAYER_PRIVATE);
}

static void test_erasing(void)
{
    run("ab|c", backspace, "a|c");
    run("ae\xCC\x81|", backspace, "a|");
    run("a|e\xCC\x81z", delete, "a|z");
    run("x👨‍👩‍👧|", backspace, "x|");
    run("a[bc|]d", backspace, "a|d");
    run("a[b\nc\nd|]e", delete, "a|e");
    run("one two|", backspace_word, "one |");
    run("|one two", delete_word, "|two");
    run("on|e two", delete_to_end, "on|");
    run("|", backspace, "|");
    run("|", delete, "|");
    run("a|", delete, "a|");
}

static void test_joining(void)
{
    run("a\n|b", backspace, "a|b");
    run("a|\nb", delete, "a|b");
    run("## a\n|b", backspace, "## a|b");
    run("\n## |b", backspace, "## |b");
    run("a\n## |", backspace, "a|");
    run("- a\n- |b", backspace, "- a\n|b");
    run("- a\n|b", backspace, "- a|b");
    run("- a|\n- b", delete, "- a|b");
    run("- |", backspace, "|");
    run("  - |a", backspace, "|a");
    run("(7) |a", backspace, "|a");
    run("## |a", backspace, "|a");
    run("**a**\n|b", backspace, "**a|**b");
}

static void test_styles(void)
{
    run("a|b", make_bullets, "- a|b");
    run("[a\nb|]\nc", make_bullets, "- [a\n- b|]\nc");
    run("[a\n|]b", make_bullets, "- [a\n|]b");
    run("  # a|", make_bullets, "  - a|");
    run("  - a|", make_plain, "a|");
    run("(4) a|", make_plain, "a|");
    run("T a|¦b", make_plain, "T a|¦b");
    run("- a|", indent, "  - a|");
    run("  - a|", outdent, "- a|");
    run("- a|", outdent, "- a|");
    run("a|", indent, "a|");
    run("          - a|", indent, "          - a|");
}

static void test_fonts(void)
{
    run("a[bc|]d", bold, "a[**bc|]**d");
    run("a[**bc**|]d", bold, "a[bc|]d");
    run("[**a**b|]", bold, "[**ab|]**");
    run("[a\nb|]", italic, "[*a*\n*b|]*");
    run("[*a*\n*b*|]", italic, "[a\nb|]");
    run("[**a**|]", italic, "[***a|]***");
    run("[one two|]", bold, "[**one two|]**");
    run("T [a¦b|]", bold, "T [**a**¦**b|]**");
}

static void test_moving(void)
{
    run("a|\nb\nc", move_down, "b\na|\nc");
    run("a\nb\n|c", move_up, "a\n|c\nb");
    run("[a\nb|]\nc", move_down, "c\n[a\nb|]");
    run("a|\nb", move_up, "a|\nb");
    run("a\nb|", move_down, "a\nb|");
}

static void test_table(void)
{
    run("a|\nb", insert_table, "a\nT |¦¦/¦¦\nb");
    run("|", insert_table, "T |¦¦/¦¦");
    run("T a|¦b/c¦d", tab, "T a¦b|/c¦d");
    run("T a¦b|/c¦d", tab, "T a¦b/c|¦d");
    run("T a¦b/c¦d|", tab, "T a¦b/c¦d/|¦");
    run("T a¦b/c|¦d", back_tab, "T a¦b|/c¦d");
    run("T a|¦b", back_tab, "T a|¦b");
    run("a|", tab, "a|");
    run("T a|¦b/c¦d", mb_passage_enter, "T a¦b/c|¦d");
    run("T a¦b/c|¦d", mb_passage_enter, "T a¦b/c¦d/|¦");
    run("T a¦b/c¦d/|¦", mb_passage_enter, "T a¦b/c¦d\n|");
    run("T |¦", mb_passage_enter, "T ¦/|¦");
    run("T a|¦b", type_x, "T ax|¦b");
}

/* Nothing is erased beyond the cell, and no selection takes a table apart. */
static void test_table_erased(void)
{
    run("T a¦|b", backspace, "T a¦|b");
    run("T a|¦b", delete, "T a|¦b");
    run("T |a¦b", backspace, "T |a¦b");
    run("T ab|¦c", backspace_word, "T |¦c");
    run("T a|¦one two", delete_to_end, "T a|¦one two");
    run("T a[b¦c/d|]e¦f", backspace, "T a|¦/e¦f");
    run("T a[b¦c|]d", type_x, "T ax|¦d");
    run("T [a¦b|]", backspace, "T |¦");
    run("T |¦", backspace, "|");
    run("x\nT |a¦b", backspace, "x\nT |a¦b");
    run("T a¦b\n|x", backspace, "T a¦b\n|x");
    run("T a¦b\n|", backspace, "T a¦b|");
    run("|\nT a¦b", delete, "T |a¦b");
    run("x[y\nT a¦b|]/c¦d", backspace, "x|\nT ¦/c¦d");
    run("x[y\nT a¦b|]\nz", backspace, "x|\nz");
    run("T a¦[b\nx|]y", backspace, "T a¦|\ny");
    run("[T a¦b\nx|]", backspace, "|");
}

static void test_numbers(void)
{
    static const char *const marks[] = {"1.", "1.", "2.", "2.", "3.", NULL, "1.", "7.", NULL};
    g_autoptr(MbPassage) passage = passage_of("# a\n  # b\n  # c\n# d\n# e\nplain\n# f\n(7) g\n- h");

    for (int i = 0; i < 9; i++) {
        g_autofree char *mark = mb_passage_number(passage, i);

        g_assert_cmpstr(mark, ==, marks[i]);
    }
}

/* Numbers that were printed count by themselves once a line comes between. */
static void test_printed_numbers(void)
{
    run("(1) a|\n(2) b\n(3) c\nx\n(1) d", mb_passage_enter, "(1) a\n# |\n# b\n# c\nx\n(1) d");
    run("(1) a\n(2) b|\n(3) c", mb_passage_enter, "(1) a\n(2) b\n# |\n# c");
    run("(1) a\n(2) b|\n  (1) i\n(3) c", mb_passage_enter, "(1) a\n(2) b\n# |\n  # i\n# c");
    run("(1) a\n(2) [b|]\n(3) c", move_down, "(1) a\n# c\n# [b|]");
    run("(1) a\n(2) |b\n(3) c", backspace, "(1) a\n|b\n# c");
    run("(1) a\n(2) |b", type_x, "(1) a\n(2) x|b");
    run("(1) a\n(2) |b", bold, "(1) a\n(2) |b");
    run("(7) a|\n(9) b", mb_passage_enter, "(7) a\n(8) |\n(9) b");
}

static void test_replace(void)
{
    g_autoptr(MbPassage) passage = passage_of("Mr **Le** said|");

    mb_passage_replace(passage, (MbSpot){0, 3}, (MbSpot){0, 5}, "Leigh");
    assert_shown(passage, "Mr **Leigh** said|");
    mb_passage_place(passage, (MbSpot){0, 5}, FALSE);
    mb_passage_replace(passage, (MbSpot){0, 3}, (MbSpot){0, 8}, "Lee");
    assert_shown(passage, "Mr **Lee|** said");
    mb_passage_place(passage, (MbSpot){0, 1}, FALSE);
    mb_passage_replace(passage, (MbSpot){0, 3}, (MbSpot){0, 6}, "");
    assert_shown(passage, "M|r  said");
    g_assert_true(mb_passage_undo(passage, NULL));
    assert_shown(passage, "M|r **Lee** said");
}

static void test_insert(void)
{
    g_autoptr(MbPassage) passage = passage_of("a\n|b");

    g_assert_cmpint(mb_passage_insert(passage, 0, "**x**", MB_STYLE_EDITOR, MB_LAYER_PRIVATE), ==, 1);
    assert_shown(passage, "a\n> **x**\n|b");
    g_assert_cmpint(mb_passage_paragraph(passage, 1)->layer, ==, MB_LAYER_PRIVATE);
    g_assert_cmpint(mb_passage_insert(passage, -1, "first", MB_STYLE_PARAGRAPH, MB_LAYER_MINUTE), ==, 0);
    g_assert_cmpint(mb_passage_insert(passage, 99, "last", MB_STYLE_PARAGRAPH, MB_LAYER_MINUTE), ==, 4);
    assert_shown(passage, "first\na\n> **x**\n|b\nlast");
}

static void test_words_counted(void)
{
    g_autoptr(MbPassage) passage = passage_of("The Chair – Mr O'Neill\nT a¦b c/¦d\n|");

    g_assert_cmpint(mb_passage_words(passage), ==, 9);
    type_keys(passage, "two more");
    g_assert_cmpint(mb_passage_words(passage), ==, 11);
}

static void test_text(void)
{
    g_autoptr(MbPassage) passage = passage_of("a **b**\nc\n- d\n  # e\n## f\nT g¦|/i¦\n> j");
    g_autoptr(MbPassage) empty = mb_passage_new(NULL, NULL, MB_LAYER_MINUTE);
    g_autofree char *text = NULL;
    g_autofree char *none = mb_passage_text(empty);

    mb_passage_type(passage, "h|k");
    text = mb_passage_text(passage);
    g_assert_cmpstr(text, ==, "a **b**\n\nc\n\n- d\n  1. e\n\n## f\n\n| g | h\\|k |\n| i |  |\n\n> j\n");
    g_assert_cmpstr(none, ==, "");
    g_assert_cmpint(mb_passage_count(empty), ==, 1);
}

/* What was laid out for a paragraph stays right while others change. */
static void test_versions(void)
{
    g_autoptr(MbPassage) passage = passage_of("a|\nb");
    guint64 all = mb_passage_version(passage);
    guint64 first = mb_passage_paragraph_version(passage, 0);
    guint64 second = mb_passage_paragraph_version(passage, 1);

    mb_passage_move(passage, MB_UNIT_CHARACTER, FALSE, FALSE);
    g_assert_cmpuint(mb_passage_version(passage), ==, all);
    type_x(passage);
    g_assert_cmpuint(mb_passage_version(passage), >, all);
    g_assert_cmpuint(mb_passage_paragraph_version(passage, 0), >, first);
    g_assert_cmpuint(mb_passage_paragraph_version(passage, 1), ==, second);
}

static void test_reload(void)
{
    g_autoptr(MbPassage) passage = passage_of("one\nt|wo\nthree");
    g_autoptr(Book) book = book_of(passage);
    guint64 version = mb_passage_version(passage);
    GPtrArray *paragraphs = book_paragraphs(book);

    mb_passage_reload(passage, paragraphs);
    g_assert_cmpuint(mb_passage_version(passage), ==, version);
    assert_shown(passage, "one\nt|wo\nthree");
    paragraphs = book_paragraphs(book);
    mb_paragraph_set_notation(paragraphs->pdata[2], "3");
    g_ptr_array_remove_index(paragraphs, 0);
    guint64 two = mb_passage_paragraph_version(passage, 1);
    mb_passage_reload(passage, paragraphs);
    assert_shown(passage, "t|wo\n3");
    g_assert_cmpuint(mb_passage_version(passage), >, version);
    g_assert_cmpuint(mb_passage_paragraph_version(passage, 0), ==, two);
    mb_passage_reload(passage, NULL);
    assert_shown(passage, "|");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    at_time(0, 0);
    g_test_add_func("/passage/steps by letters", test_steps);
    g_test_add_func("/passage/steps by words", test_words);
    g_test_add_func("/passage/steps by paragraphs", test_paragraph_steps);
    g_test_add_func("/passage/selection", test_selection);
    g_test_add_func("/passage/double click selects the word", test_select_unit);
    g_test_add_func("/passage/the caret stays in the text", test_clipped);
    g_test_add_func("/passage/typing", test_typing);
    g_test_add_func("/passage/typing what is no text", test_typing_odd);
    g_test_add_func("/passage/a space after a mark makes a list", test_marks);
    g_test_add_func("/passage/the mark can be had back", test_mark_undone);
    g_test_add_func("/passage/Enter", test_enter);
    g_test_add_func("/passage/Enter in a private paragraph stays private", test_enter_stays_private);
    g_test_add_func("/passage/what is joined to private text is private", test_joined_stays_private);
    g_test_add_func("/passage/erasing", test_erasing);
    g_test_add_func("/passage/erasing at a paragraph's start", test_joining);
    g_test_add_func("/passage/styles and levels", test_styles);
    g_test_add_func("/passage/bold and italic", test_fonts);
    g_test_add_func("/passage/paragraphs move", test_moving);
    g_test_add_func("/passage/tables", test_table);
    g_test_add_func("/passage/erasing in and around tables", test_table_erased);
    g_test_add_func("/passage/numbers count by themselves", test_numbers);
    g_test_add_func("/passage/printed numbers count once their list changes", test_printed_numbers);
    g_test_add_func("/passage/a word replaced", test_replace);
    g_test_add_func("/passage/a paragraph inserted by a command", test_insert);
    g_test_add_func("/passage/words counted", test_words_counted);
    g_test_add_func("/passage/the whole as text", test_text);
    g_test_add_func("/passage/versions", test_versions);
    g_test_add_func("/passage/another window's changes are taken over", test_reload);
    return g_test_run();
}

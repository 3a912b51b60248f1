/* SPDX-License-Identifier: MIT */
/* The editor on the screen: lines by display width, the caret by lines, the mouse, what is selected or found, and what
 * a key costs in a long text. */
#include "../../src/screens/editor_private.h"
#include "test_passage.h"

#include <locale.h>

typedef struct {
    MbPassage *passage;
    MbEditor *editor;
    MbGrid *grid;
    int margin;
} Sheet;

static void paint(Sheet *sheet)
{
    mb_grid_fill(sheet->grid, mb_grid_area(sheet->grid), MB_LOOK_TEXT);
    mb_editor_paint(sheet->editor, sheet->grid, mb_grid_area(sheet->grid), sheet->margin, TRUE);
}

/* WRITTEN as in test_passage.h, in so many ROWS and COLUMNS (two of them the gutter, one the right edge). */
static Sheet sheet_of(const char *written, int rows, int columns)
{
    Sheet sheet = {passage_of(written), mb_editor_new(NULL), mb_grid_new(rows, columns), 0};

    mb_editor_set_passage(sheet.editor, sheet.passage);
    paint(&sheet);
    return sheet;
}

static void sheet_free(Sheet *sheet)
{
    mb_editor_free(sheet->editor);
    mb_passage_free(sheet->passage);
    mb_grid_free(sheet->grid);
}

static gboolean stroke(Sheet *sheet, const MbStroke *given)
{
    g_autofree char *clip = NULL;
    const char *why = NULL;
    gboolean taken = mb_editor_stroke(sheet->editor, given, "", &clip, &why);

    paint(sheet);
    return taken;
}

/* Keys by name, and after each of them the cursor on the caret. */
static void keys(Sheet *sheet, const char *names)
{
    g_auto(GStrv) each = g_strsplit(names, " ", -1);

    for (char **name = each; *name; name++) {
        guint32 key;
        unsigned modifiers;

        g_assert_true(mb_key_parse(*name, &key, &modifiers));
        MbStroke one = mb_stroke_key(key, modifiers);
        g_assert_true(stroke(sheet, &one));
    }
}

static void mouse(Sheet *sheet, int what, int clicks, int row, int column)
{
    MbStroke one = {
        .kind = MB_STROKE_MOUSE, .mouse = what, .button = 1, .clicks = clicks, .row = row, .column = column};

    stroke(sheet, &one);
}

static void assert_rows(Sheet *sheet, const char *expected)
{
    g_autofree char *text = mb_grid_text(sheet->grid);

    g_assert_cmpstr(text, ==, expected);
}

static void assert_looks(Sheet *sheet, const char *expected)
{
    g_autofree char *looks = mb_grid_looks(sheet->grid);

    g_assert_cmpstr(looks, ==, expected);
}

static void assert_cursor(Sheet *sheet, int row, int column)
{
    int at_row, at_column;

    mb_grid_cursor(sheet->grid, &at_row, &at_column);
    g_assert_cmpint(at_row, ==, row);
    g_assert_cmpint(at_column, ==, column);
}

/* --- lines --- */

static void words_wrap(void)
{
    Sheet sheet = sheet_of("The quick brown fox jumps|", 4, 15);

    assert_rows(&sheet, "  The quick\n  brown fox\n  jumps\n\n");
    assert_cursor(&sheet, 2, 7);
    sheet_free(&sheet);
}

static void a_long_word_is_cut(void)
{
    Sheet sheet = sheet_of("Llanfairpwllgwyngyll|", 3, 13);

    assert_rows(&sheet, "  Llanfairpw\n  llgwyngyll\n\n");
    sheet_free(&sheet);
}

static void wide_letters_count_two(void)
{
    Sheet sheet = sheet_of("日本語日本語|", 4, 11);

    assert_rows(&sheet, "  日本語日\n  本語\n\n\n");
    assert_cursor(&sheet, 1, 6);
    keys(&sheet, "Home Right");
    assert_cursor(&sheet, 1, 4);
    sheet_free(&sheet);
}

static void combining_marks_count_none(void)
{
    /* Ten letters with an acute accent each. */
    Sheet sheet = sheet_of("e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81"
                           "e\xcc\x81|",
                           3, 13);

    assert_cursor(&sheet, 0, 12);
    keys(&sheet, "Left Left");
    assert_cursor(&sheet, 0, 10);
    keys(&sheet, "Backspace");
    assert_cursor(&sheet, 0, 9);
    g_assert_cmpint((int)mb_passage_paragraph(sheet.passage, 0)->text->len, ==, 27);
    sheet_free(&sheet);
}

static void emoji_are_one_step(void)
{
    Sheet sheet = sheet_of("a👍🏽b|", 2, 20);

    keys(&sheet, "Left Left");
    g_assert_cmpint(mb_passage_caret(sheet.passage).offset, ==, 1);
    assert_cursor(&sheet, 0, 3);
    keys(&sheet, "Delete");
    assert_rows(&sheet, "  ab\n\n");
    sheet_free(&sheet);
}

/* --- the caret by lines --- */

static void the_caret_keeps_its_column(void)
{
    Sheet sheet = sheet_of("A line of forty letters or so|\nshort\nAnother line of some length", 6, 60);

    assert_cursor(&sheet, 0, 31);
    keys(&sheet, "Down");
    assert_cursor(&sheet, 2, 7);
    keys(&sheet, "Down");
    assert_cursor(&sheet, 4, 29);
    keys(&sheet, "Up Up");
    assert_cursor(&sheet, 0, 31);
    sheet_free(&sheet);
}

static void home_and_end_are_of_the_line(void)
{
    Sheet sheet = sheet_of("The quick |brown fox jumps over", 5, 15);

    assert_cursor(&sheet, 1, 2);
    keys(&sheet, "End");
    assert_cursor(&sheet, 1, 11);
    keys(&sheet, "Home");
    assert_cursor(&sheet, 1, 2);
    keys(&sheet, "Up Home");
    assert_cursor(&sheet, 0, 2);
    keys(&sheet, "Ctrl-End");
    assert_cursor(&sheet, 2, 12);
    keys(&sheet, "Ctrl-Home");
    assert_cursor(&sheet, 0, 2);
    sheet_free(&sheet);
}

static char *numbered_lines(int count)
{
    GString *text = g_string_new(NULL);

    for (int i = 0; i < count; i++)
        g_string_append_printf(text, "%sline %d", i ? "\n" : "", i + 1);
    return g_string_free(text, FALSE);
}

static void pages(void)
{
    g_autofree char *text = numbered_lines(40);
    Sheet sheet = sheet_of(text, 10, 30);

    assert_rows(&sheet, "\n  line 36\n\n  line 37\n\n  line 38\n\n  line 39\n\n  line 40\n");
    assert_cursor(&sheet, 9, 9);
    keys(&sheet, "PageUp");
    g_assert_cmpint(mb_passage_caret(sheet.passage).paragraph, ==, 31);
    keys(&sheet, "PageDown");
    g_assert_cmpint(mb_passage_caret(sheet.passage).paragraph, ==, 39);
    keys(&sheet, "Ctrl-Home PageUp");
    assert_cursor(&sheet, 0, 2);
    assert_rows(&sheet, "  line 1\n\n  line 2\n\n  line 3\n\n  line 4\n\n  line 5\n\n");
    sheet_free(&sheet);
}

/* Whatever is done, the cursor stands on the caret, in sight. */
static void the_cursor_is_on_the_caret(void)
{
    static const char *const some[] = {"Up",        "Down",   "Left",      "Right",      "PageUp",   "PageDown",
                                       "Home",      "End",    "Enter",     "Delete",     "a",        "Space",
                                       "Backspace", "Tab",    "Ctrl-Left", "Ctrl-Right", "Shift-Up", "Ctrl-z",
                                       "Ctrl-y",    "Ctrl-b", "Ctrl-Home", "Ctrl-End",   "日",       "-"};
    GRand *chance = g_rand_new_with_seed(7);
    g_autofree char *text = numbered_lines(30);
    Sheet sheet = sheet_of(text, 9, 24);

    for (int i = 0; i < 3000; i++) {
        guint32 key;
        unsigned modifiers;
        int row, column;

        g_assert_true(mb_key_parse(some[g_rand_int_range(chance, 0, G_N_ELEMENTS(some))], &key, &modifiers));
        MbStroke one = mb_stroke_key(key, modifiers);
        mb_grid_set_cursor(sheet.grid, -1, 0);
        stroke(&sheet, &one);
        mb_grid_cursor(sheet.grid, &row, &column);
        g_assert_cmpint(row, >=, 0);
        g_assert_cmpint(row, <, 9);
        g_assert_cmpint(column, >=, 2);
        g_assert_cmpint(column, <, 24);
        g_assert_cmpint(mb_editor_at_row(sheet.editor, row), ==, mb_passage_caret(sheet.passage).paragraph);
    }
    g_rand_free(chance);
    sheet_free(&sheet);
}

/* --- mouse and looks --- */

static void the_mouse_selects(void)
{
    Sheet sheet = sheet_of("The quick brown fox\nand others|", 4, 40);

    mouse(&sheet, MB_MOUSE_PRESS, 1, 0, 6);
    mouse(&sheet, MB_MOUSE_DRAG, 1, 0, 11);
    mouse(&sheet, MB_MOUSE_RELEASE, 1, 0, 11);
    assert_shown(sheet.passage, "The [quick|] brown fox\nand others");
    assert_looks(&sheet, "......sssss\n\n\n\n");
    mouse(&sheet, MB_MOUSE_PRESS, 2, 0, 14);
    assert_shown(sheet.passage, "The quick [brown|] fox\nand others");
    mouse(&sheet, MB_MOUSE_PRESS, 3, 2, 4);
    assert_shown(sheet.passage, "The quick brown fox\n[and others|]");
    mouse(&sheet, MB_MOUSE_PRESS, 1, 3, 4);
    assert_shown(sheet.passage, "The quick brown fox\nand others|");
    sheet_free(&sheet);
}

static void a_drag_crosses_paragraphs(void)
{
    Sheet sheet = sheet_of("one two\nthree four|", 4, 40);

    mouse(&sheet, MB_MOUSE_PRESS, 1, 0, 6);
    mouse(&sheet, MB_MOUSE_DRAG, 1, 2, 7);
    assert_shown(sheet.passage, "one [two\nthree|] four");
    assert_looks(&sheet, "......sss\n\n..sssss\n\n");
    sheet_free(&sheet);
}

static void what_is_found_is_shown(void)
{
    Sheet sheet = sheet_of("The café closed.\nNothing here\nA CAFE opened; cafes do.|", 6, 40);

    mb_editor_show_found(sheet.editor, "cafe");
    paint(&sheet);
    assert_looks(&sheet, "......ffff\n\n\n\n....ffff.........ffff\n\n");
    mb_editor_show_found(sheet.editor, NULL);
    paint(&sheet);
    assert_looks(&sheet, "\n\n\n\n\n\n");
    sheet_free(&sheet);
}

/* Numbers count every line of their list. */
static void lists_and_tables(void)
{
    Sheet sheet = sheet_of("- first\n  - second is long\n# one\n# two\nT Name¦Age/Ada¦4|", 9, 20);

    assert_rows(&sheet,
                "  • first\n    ◦ second is\n      long\n  2. one\n  3. two\n\n  │ Name │ Age │\n  │ Ada  │ 4   │\n\n");
    assert_cursor(&sheet, 7, 12);
    keys(&sheet, "Shift-Tab");
    assert_cursor(&sheet, 7, 7);
    keys(&sheet, "Shift-Tab");
    assert_cursor(&sheet, 6, 14);
    sheet_free(&sheet);
}

static void hostile_text_takes_its_cells(void)
{
    Sheet sheet = sheet_of("a\x1b"
                           "cb\xe2\x80\xae\xc2\x9b"
                           "c|",
                           2, 30);
    int row, column;

    mb_grid_cursor(sheet.grid, &row, &column);
    g_assert_cmpint(row, ==, 0);
    for (int i = 0; i < 30; i++) {
        gunichar c = mb_grid_row(sheet.grid, 0)[i].chars[0];

        g_assert_true(c == 0 || (c >= 0x20 && c != 0x7f && !(c >= 0x80 && c < 0xa0) && c != 0x202e));
    }
    keys(&sheet, "d");
    assert_cursor(&sheet, 0, column + 1);
    sheet_free(&sheet);
}

/* --- what a key costs --- */

/* Layouts made for the first painting, and then for keys: ROWS of the screen bound them, not the text. */
static guint64 cost_of(int paragraphs, const char *names, guint64 *first)
{
    g_autofree char *text = numbered_lines(paragraphs);
    Sheet sheet = sheet_of(text, 24, 80);
    guint64 before = sheet.editor->laid;

    *first = before;
    keys(&sheet, names);
    before = sheet.editor->laid - before;
    sheet_free(&sheet);
    return before;
}

static void a_long_text_costs_the_same(void)
{
    guint64 first_short, first_long;
    guint64 typed_short = cost_of(1, "a b c Space d Backspace", &first_short);
    guint64 typed_long = cost_of(10000, "a b c Space d Backspace", &first_long);

    g_assert_cmpint((int)first_short, ==, 1);
    g_assert_cmpint((int)typed_short, ==, 6);
    /* A screen of paragraphs and one more. */
    g_assert_cmpint((int)first_long, <=, 26);
    g_assert_cmpint((int)typed_long, ==, 6);
    g_assert_cmpint((int)cost_of(10000, "Up Up Down", &first_long), ==, 0);
    g_assert_cmpint((int)cost_of(10000, "PageUp", &first_long), <=, 26);
    g_assert_cmpint((int)cost_of(10000, "Ctrl-Home", &first_long), <=, 26);
    g_assert_cmpint((int)cost_of(10000, "Enter", &first_long), <=, 3);
    g_assert_cmpint((int)cost_of(10000, "Ctrl-a", &first_long), <=, 26);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    setlocale(LC_ALL, "C.UTF-8");
    g_test_add_func("/editor/words", words_wrap);
    g_test_add_func("/editor/long-word", a_long_word_is_cut);
    g_test_add_func("/editor/wide", wide_letters_count_two);
    g_test_add_func("/editor/combining", combining_marks_count_none);
    g_test_add_func("/editor/emoji", emoji_are_one_step);
    g_test_add_func("/editor/column", the_caret_keeps_its_column);
    g_test_add_func("/editor/edges", home_and_end_are_of_the_line);
    g_test_add_func("/editor/pages", pages);
    g_test_add_func("/editor/cursor", the_cursor_is_on_the_caret);
    g_test_add_func("/editor/mouse", the_mouse_selects);
    g_test_add_func("/editor/drag", a_drag_crosses_paragraphs);
    g_test_add_func("/editor/found", what_is_found_is_shown);
    g_test_add_func("/editor/lists", lists_and_tables);
    g_test_add_func("/editor/hostile", hostile_text_takes_its_cells);
    g_test_add_func("/editor/cost", a_long_text_costs_the_same);
    return g_test_run();
}

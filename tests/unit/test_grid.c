/* SPDX-License-Identifier: MIT */
/* The grid and its looks (grid/grid.h, grid/look.h). */
#include "minutebook/grid/grid.h"

#include "minutebook/base/text.h"

#include <math.h>
#include <string.h>

static void assert_shows(const MbGrid *grid, const char *expected)
{
    g_autofree char *text = mb_grid_text(grid);
    g_assert_cmpstr(text, ==, expected);
}

/* No row holds half a wide character, and every cell has something to show. */
static void assert_whole(const MbGrid *grid)
{
    for (int row = 0; row < mb_grid_rows(grid); row++) {
        const MbGridCell *cells = mb_grid_row(grid, row);
        for (int i = 0; i < mb_grid_columns(grid); i++) {
            gboolean second = i > 0 && cells[i - 1].width == 2;
            g_assert_cmpint(cells[i].width == 0, ==, second);
            g_assert_cmpint(cells[i].chars[0] == 0, ==, second);
            g_assert_false(cells[i].width == 2 && i == mb_grid_columns(grid) - 1);
        }
    }
}

static void test_put(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(3, 10);
    assert_shows(grid, "\n\n\n");
    g_assert_cmpint(mb_grid_put(grid, 0, 2, 8, "Chair", MB_LOOK_TITLE, 0), ==, 5);
    g_assert_cmpint(mb_grid_put(grid, 1, 0, 4, "apologies", MB_LOOK_TEXT, 0), ==, 4);
    g_assert_cmpint(mb_grid_put_length(grid, 2, 0, 10, "quorate now", 7, MB_LOOK_GOOD, 0), ==, 7);
    assert_shows(grid, "  Chair\napol\nquorate\n");
    g_autofree char *looks = mb_grid_looks(grid);
    g_assert_cmpstr(looks, ==, "..TTTTT\n\nggggggg\n");
    g_assert_cmpint(mb_grid_put(grid, 0, 0, 10, NULL, MB_LOOK_TEXT, 0), ==, 0);
}

static void test_wide(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(1, 6);
    g_assert_cmpint(mb_grid_put(grid, 0, 0, 5, "日本語", MB_LOOK_TEXT, 0), ==, 4); /* the third does not fit whole */
    assert_shows(grid, "日本\n");
    assert_whole(grid);
    mb_grid_put(grid, 0, 1, 1, "x", MB_LOOK_TEXT, 0); /* over a right half */
    assert_shows(grid, " x本\n");
    mb_grid_put(grid, 0, 2, 1, "y", MB_LOOK_TEXT, 0); /* over a left half */
    assert_shows(grid, " xy\n");
    assert_whole(grid);
    mb_grid_put(grid, 0, 0, 6, "日本語", MB_LOOK_TEXT, 0);
    mb_grid_fill(grid, (MbArea){0, 1, 1, 2}, MB_LOOK_BAR);
    assert_shows(grid, "    語\n");
    assert_whole(grid);
    g_assert_cmpint(mb_grid_put(grid, 0, 5, 9, "日", MB_LOOK_TEXT, 0), ==, 0);
    assert_whole(grid);
}

static void test_combining(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(1, 8);
    g_assert_cmpint(mb_grid_put(grid, 0, 0, 8, "Ze\314\201 o\314\202\314\203k", MB_LOOK_TEXT, 0), ==, 5);
    assert_shows(grid, "Ze\314\201 o\314\202\314\203k\n");
    g_assert_cmpuint(mb_grid_row(grid, 0)[1].chars[1], ==, 0x301);
    /* more than a cell holds, and one without a letter before it */
    g_assert_cmpint(mb_grid_put(grid, 0, 0, 8, "\314\201a\314\201\314\201\314\201\314\201\314\201", MB_LOOK_TEXT, 0),
                    ==, 1);
    assert_shows(grid, "a\314\201\314\201\314\201e\314\201 o\314\202\314\203k\n");
}

static void test_clip(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(2, 5);
    g_assert_cmpint(mb_grid_put(grid, -1, 0, 5, "above", MB_LOOK_TEXT, 0), ==, 0);
    g_assert_cmpint(mb_grid_put(grid, 2, 0, 5, "below", MB_LOOK_TEXT, 0), ==, 0);
    g_assert_cmpint(mb_grid_put(grid, 0, 5, 5, "right", MB_LOOK_TEXT, 0), ==, 0);
    g_assert_cmpint(mb_grid_put(grid, 0, 0, 0, "none", MB_LOOK_TEXT, 0), ==, 0);
    mb_grid_put(grid, 0, -2, 9, "minutes", MB_LOOK_TEXT, 0);
    mb_grid_put(grid, 1, -1, 9, "日x", MB_LOOK_TEXT, 0); /* its left half is outside: not shown */
    assert_shows(grid, "nutes\n x\n");
    mb_grid_fill(grid, (MbArea){-5, -5, 6, 7}, MB_LOOK_BAR);
    mb_grid_look(grid, 1, 3, 100, MB_LOOK_BAD);
    mb_grid_look(grid, 9, 0, 5, MB_LOOK_BAD);
    mb_grid_add(grid, 0, 4, G_MAXINT, MB_ATTRIBUTE_BOLD);
    assert_shows(grid, "  tes\n x\n");
    g_autofree char *looks = mb_grid_looks(grid);
    g_assert_cmpstr(looks, ==, "bb\n...BB\n");
    g_assert_cmpuint(mb_grid_row(grid, 0)[4].attributes, ==, MB_ATTRIBUTE_BOLD);
    assert_whole(grid);
}

static void test_fit(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(6, 8);
    g_assert_cmpint(mb_grid_put_fit(grid, 0, 0, 8, "Treasurer", MB_LOOK_TEXT, 0), ==, 8);
    g_assert_cmpint(mb_grid_put_fit(grid, 1, 0, 8, "Trustees", MB_LOOK_TEXT, 0), ==, 8);
    g_assert_cmpint(mb_grid_put_fit(grid, 2, 0, 4, "日本語", MB_LOOK_TEXT, 0), ==, 3);
    mb_grid_put_right(grid, 3, 0, 8, "£1,200", MB_LOOK_TEXT);
    mb_grid_put_right(grid, 4, 2, 5, "a longer one", MB_LOOK_TEXT);
    g_assert_cmpint(mb_grid_put_fit(grid, 5, 0, 1, "ab", MB_LOOK_TEXT, 0), ==, 1);
    assert_shows(grid, "Treasur…\nTrustees\n日…\n  £1,200\n  a lo…\n…\n");
}

static void test_marks(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(1, 40);
    mb_grid_put(grid, 0, 0, 40, "a\033]0;x\007b\tc\nd\302\233e\377", MB_LOOK_TEXT, 0);
    assert_shows(grid, "a␛]0;x␇b␉c␊d‹U+009B›e\357\277\275\n");
    mb_grid_fill(grid, mb_grid_area(grid), MB_LOOK_TEXT);
    mb_grid_put_length(grid, 0, 0, 40, "a\0b\0", 4, MB_LOOK_TEXT, 0);
    assert_shows(grid, "a␀b␀\n");
}

/* Whatever bytes are put: nothing that a terminal obeys, nothing outside, nothing half. */
static void test_random(void)
{
    static const char *const pieces[] = {"a",    "日", "\314\201", "\033",     "\377",           "\303",
                                         "\302", " ",  "\t",       "\342\200", "👩\342\200\215💻", "\357\274"};
    GRand *random = g_rand_new_with_seed(7);
    for (int round = 0; round < 20000; round++) {
        g_autoptr(MbGrid) grid = mb_grid_new(g_rand_int_range(random, 1, 4), g_rand_int_range(random, 1, 9));
        for (int i = 0; i < 4; i++) {
            g_autoptr(GString) text = g_string_new(NULL);
            for (int n = g_rand_int_range(random, 0, 9); n > 0; n--)
                g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
            int column = g_rand_int_range(random, -4, 10), columns = g_rand_int_range(random, -2, 12);
            int used = mb_grid_put_length(grid, g_rand_int_range(random, -1, 4), column, columns, text->str, text->len,
                                          MB_LOOK_TEXT, 0);
            g_assert_cmpint(used, <=, MAX(columns, 0));
            assert_whole(grid);
        }
        g_autofree char *shown = mb_grid_text(grid);
        g_assert_true(g_utf8_validate(shown, -1, NULL));
        g_assert_null(strpbrk(shown, "\033\t\007"));
    }
    g_rand_free(random);
}

/* A line of a million letters costs what is seen of it. */
static void test_long_line(void)
{
    g_autofree char *line = g_strnfill(1000000, 'x');
    g_autoptr(MbGrid) grid = mb_grid_new(1, 4);
    gint64 before = g_get_monotonic_time();
    for (int i = 0; i < 1000; i++)
        mb_grid_put_length(grid, 0, 0, 4, line, 1000000, MB_LOOK_TEXT, 0);
    g_assert_cmpint(g_get_monotonic_time() - before, <, 500 * 1000);
    assert_shows(grid, "xxxx\n");
}

static void test_lines(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(4, 16);
    mb_grid_box(grid, mb_grid_area(grid), "Actions", MB_LOOK_FRAME);
    assert_shows(grid, "┌─ Actions ────┐\n│              │\n│              │\n└──────────────┘\n");
    mb_grid_fill(grid, mb_grid_area(grid), MB_LOOK_TEXT);
    mb_grid_box(grid, (MbArea){-1, -1, 3, 4}, "Actions", MB_LOOK_FRAME);
    mb_grid_horizontal(grid, 3, -3, 100, MB_LOOK_FRAME);
    mb_grid_vertical(grid, -5, 15, 8, MB_LOOK_FRAME);
    assert_shows(grid, "  │            │\n──┘            │\n               │\n────────────────\n");
    mb_grid_box(grid, (MbArea){0, 0, 1, 1}, NULL, MB_LOOK_FRAME);
}

static void test_size(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(0, -3);
    g_assert_cmpint(mb_grid_rows(grid), ==, 1);
    g_assert_cmpint(mb_grid_columns(grid), ==, 1);
    mb_grid_put(grid, 0, 0, 1, "x", MB_LOOK_TEXT, 0);
    mb_grid_resize(grid, 500, 500);
    g_assert_true(mb_grid_touched(grid, 499));
    mb_grid_put(grid, 499, 496, 9, "last", MB_LOOK_TEXT, 0);
    g_autoptr(MbGrid) copy = mb_grid_new(1, 1);
    mb_grid_copy(copy, grid);
    g_autofree char *text = mb_grid_text(copy);
    g_assert_true(g_str_has_suffix(text, " last\n"));
    g_assert_true(mb_grid_cell_equal(&mb_grid_row(copy, 499)[499], &mb_grid_row(grid, 499)[499]));
    mb_grid_resize(grid, 2, 2);
    assert_shows(grid, "\n\n");
}

static void test_touched(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(3, 5);
    mb_grid_settle(grid);
    mb_grid_put(grid, 1, 0, 5, "a", MB_LOOK_TEXT, 0);
    g_assert_false(mb_grid_touched(grid, 0));
    g_assert_true(mb_grid_touched(grid, 1));
    g_assert_false(mb_grid_touched(grid, 2));
    mb_grid_settle(grid);
    mb_grid_look(grid, 2, 0, 1, MB_LOOK_BAD);
    g_assert_false(mb_grid_touched(grid, 1));
    g_assert_true(mb_grid_touched(grid, 2));
    g_assert_false(mb_grid_touched(grid, 3));
}

static void test_cursor(void)
{
    g_autoptr(MbGrid) grid = mb_grid_new(3, 5);
    int row, column;
    mb_grid_set_cursor(grid, 7, 9);
    mb_grid_cursor(grid, &row, &column);
    g_assert_cmpint(row, ==, 2);
    g_assert_cmpint(column, ==, 4);
    mb_grid_set_cursor(grid, -4, 2);
    mb_grid_cursor(grid, &row, &column);
    g_assert_cmpint(row, ==, -1);
}

static void test_width(void)
{
    static const char *const texts[] = {"abc",        "£–’",           "日本", "e\314\201", "👩\342\200\215💻",
                                        "\305\237‹›", "한\341\205\241"};
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++) {
        int sum = 0;
        for (const char *at = texts[i]; *at != '\0'; at = g_utf8_next_char(at))
            sum += mb_grid_char_width(g_utf8_get_char(at));
        g_assert_cmpint(sum, ==, mb_text_width(texts[i]));
    }
    g_assert_cmpint(mb_grid_char_width('\033'), ==, 0);
    g_assert_cmpint(mb_grid_char_width(0x65E5), ==, 2);
}

static void test_ascii(void)
{
    static const char *const pairs[] = {"▸>", "….",  "│|", "─-",  "┼+", "✓y",       "↑^",
                                        "’'", "“\"", "é?", "日?", "aa", "\302\240 "};
    for (gsize i = 0; i < G_N_ELEMENTS(pairs); i++)
        g_assert_cmpint(mb_grid_ascii(g_utf8_get_char(pairs[i])), ==, pairs[i][strlen(pairs[i]) - 1]);
    g_assert_cmpint(mb_grid_ascii('\033'), ==, '?');
    g_assert_cmpint(mb_grid_ascii(0), ==, '?');
    g_assert_cmpint(mb_grid_ascii(0x9B), ==, '?');
}

/* --- themes ------------------------------------------------------------------------------------------------------ */

/* One of xterm's 256 colours, a part of it from 0 to 1: the cube of 6×6×6 from 16 on, greys from 232. */
static double part_of(int colour, int part)
{
    static const int levels[] = {0, 95, 135, 175, 215, 255};
    g_assert_cmpint(colour, >=, 16); /* the first sixteen are anybody's */
    if (colour >= 232)
        return (8 + 10 * (colour - 232)) / 255.0;
    const int place[] = {36, 6, 1};
    return levels[(colour - 16) / place[part] % 6] / 255.0;
}

/* WCAG 2.1, relative luminance. */
static double luminance(int colour)
{
    static const double weights[] = {0.2126, 0.7152, 0.0722};
    double sum = 0;
    for (int i = 0; i < 3; i++) {
        double part = part_of(colour, i);
        sum += weights[i] * (part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4));
    }
    return sum;
}

static double contrast(int a, int b)
{
    double one = luminance(a), other = luminance(b);
    return (MAX(one, other) + 0.05) / (MIN(one, other) + 0.05);
}

/* 4.5:1 (WCAG 2.1, 1.4.3), for dark on any background up to a dark grey, for light from a pale grey up; lines between
 * panes 3:1 (1.4.11). */
static void assert_readable(MbTheme theme, int worst, int usual)
{
    for (int look = 0; look < MB_LOOKS; look++) {
        const MbPaint *paint = mb_look_paint(theme, (MbLook)look);
        if (paint->foreground == MB_DEFAULT_COLOUR) {
            g_assert_cmpint(paint->background, ==, MB_DEFAULT_COLOUR);
            continue;
        }
        double least = look == MB_LOOK_FRAME ? 3.0 : 4.5;
        int behind = paint->background == MB_DEFAULT_COLOUR ? worst : paint->background;
        g_test_message("theme %d look %c: %.1f", theme, mb_look_letter((MbLook)look),
                       contrast(paint->foreground, behind));
        g_assert_cmpfloat(contrast(paint->foreground, behind), >=, least);
        if (paint->background == MB_DEFAULT_COLOUR)
            g_assert_cmpfloat(contrast(paint->foreground, usual), >=, MAX(least, 4.5));
    }
}

static void test_contrast(void)
{
    assert_readable(MB_THEME_DARK, 236, 16);
    assert_readable(MB_THEME_LIGHT, 254, 231);
}

/* What must be told apart is told apart without colour. */
static void test_without_colour(void)
{
    static const MbLook apart[] = {MB_LOOK_TEXT,  MB_LOOK_BAR,     MB_LOOK_BAR_KEY, MB_LOOK_FIELD,
                                   MB_LOOK_FOUND, MB_LOOK_PRIVATE, MB_LOOK_BAD,     MB_LOOK_RESTRICTED};
    for (gsize i = 0; i < G_N_ELEMENTS(apart); i++) {
        for (gsize j = 0; j < i; j++)
            g_assert_cmpuint(mb_look_paint(MB_THEME_MONO, apart[i])->attributes, !=,
                             mb_look_paint(MB_THEME_MONO, apart[j])->attributes);
    }
    static const MbLook loud[] = {MB_LOOK_BAD,    MB_LOOK_WARNING,  MB_LOOK_GAP,
                                  MB_LOOK_UNSURE, MB_LOOK_MISSPELT, MB_LOOK_RESTRICTED};
    for (int theme = 0; theme < MB_THEMES; theme++) {
        for (gsize i = 0; i < G_N_ELEMENTS(loud); i++)
            g_assert_cmpuint(mb_look_paint((MbTheme)theme, loud[i])->attributes, !=, 0);
    }
    for (int look = 0; look < MB_LOOKS; look++) {
        const MbPaint *paint = mb_look_paint(MB_THEME_MONO, (MbLook)look);
        g_assert_true(paint->foreground == MB_DEFAULT_COLOUR && paint->background == MB_DEFAULT_COLOUR);
    }
}

static void test_letters(void)
{
    gboolean seen[128] = {FALSE};
    for (int look = 0; look < MB_LOOKS; look++) {
        guint letter = (guint)mb_look_letter((MbLook)look);
        g_assert_true(letter > ' ' && letter < 127 && !seen[letter]);
        seen[letter] = TRUE;
    }
    g_assert_cmpint(mb_look_letter(MB_LOOK_TEXT), ==, '.');
    g_assert_cmpstr(mb_theme_words[MB_THEME_LIGHT], ==, "light");
    g_assert_null(mb_theme_words[MB_THEMES]);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/grid/put", test_put);
    g_test_add_func("/grid/wide characters stay whole", test_wide);
    g_test_add_func("/grid/combining marks", test_combining);
    g_test_add_func("/grid/nothing outside is painted", test_clip);
    g_test_add_func("/grid/cut with a mark", test_fit);
    g_test_add_func("/grid/controls become marks", test_marks);
    g_test_add_func("/grid/random text", test_random);
    g_test_add_func("/grid/a line of a million letters", test_long_line);
    g_test_add_func("/grid/lines and boxes", test_lines);
    g_test_add_func("/grid/sizes and copies", test_size);
    g_test_add_func("/grid/rows that were painted", test_touched);
    g_test_add_func("/grid/cursor stays inside", test_cursor);
    g_test_add_func("/grid/widths agree with texts", test_width);
    g_test_add_func("/grid/ASCII stand-ins", test_ascii);
    g_test_add_func("/look/contrast", test_contrast);
    g_test_add_func("/look/told apart without colour", test_without_colour);
    g_test_add_func("/look/letters", test_letters);
    return g_test_run();
}

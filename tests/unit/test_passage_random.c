/* SPDX-License-Identifier: MIT */
/* 20,000 random changes with a fixed seed: whatever is done, undo leads back to the first text and redo to the last,
   what the sink was told makes the same book, a restart changes nothing, and the text as it was is what it was. And how
   long a key takes. */
#include "test_passage.h"

#include "minutebook/base/clock.h"

enum { DEEDS = 20000, ROUND = 100 };

typedef struct {
    GRand *rand;
    MbPassage *passage;
    Book *book;
    GPtrArray *texts; /* after each deed of this round */
    GArray *minutes;  /* when */
    int clock;        /* seconds */
} World;

static int pick(World *world, int below)
{
    return g_rand_int_range(world->rand, 0, below);
}

static const char *pick_text(World *world)
{
    static const char *const texts[] = {
        "a",        "b", " ",  "The", ". ",     "-",      "- ", "1.", "##",   "é", "e\xCC\x81", "👨‍👩‍👧",
        "\xCC\x81", "*", "**", "\\",  "Mr Lee", "x\xffy", "🇬🇧", "(",  "don't"};

    return texts[pick(world, G_N_ELEMENTS(texts))];
}

static const char *pick_paste(World *world)
{
    static const char *const texts[] = {
        "one line",
        "**bold** and *it*",
        "one\ntwo",
        "- a\n- b\n  - c",
        "1. a\n2. b\n\n3. c",
        "## head\ntext\n> note",
        "a\tb\nc\td",
        "| a | b |\n|---|---|\n| c | *d* |",
        "\n\n",
        "x\n\n\ny\n",
        "5 * 3\n**open\n\\*x*",
    };

    return texts[pick(world, G_N_ELEMENTS(texts))];
}

static MbSpot pick_spot(World *world)
{
    int index = pick(world, mb_passage_count(world->passage));
    int length = (int)mb_passage_paragraph(world->passage, index)->text->len;

    return (MbSpot){index, pick(world, length + 1)};
}

static void step_caret(World *world)
{
    switch (pick(world, 4)) {
    case 0:
        mb_passage_place(world->passage, pick_spot(world), FALSE);
        break;
    case 1:
        mb_passage_place(world->passage, pick_spot(world), TRUE);
        break;
    case 2:
        mb_passage_move(world->passage, (MbUnit)pick(world, 4), pick(world, 2), pick(world, 2));
        break;
    default:
        mb_passage_select_unit(world->passage, pick_spot(world), (MbUnit)pick(world, 3));
    }
}

static void change_style(World *world)
{
    MbPassage *passage = world->passage;

    switch (pick(world, 8)) {
    case 0:
        mb_passage_set_style(passage, pick(world, 6));
        break;
    case 1:
        mb_passage_indent(passage, pick(world, 2) ? 1 : -1);
        break;
    case 2:
        mb_passage_toggle_font(passage, pick(world, 2) ? MB_FONT_BOLD : MB_FONT_ITALIC);
        break;
    case 3:
        mb_passage_set_layer(passage, pick(world, 4), pick(world, 6), pick(world, 3));
        break;
    case 4:
        mb_passage_move_paragraphs(passage, pick(world, 2));
        break;
    case 5:
        mb_passage_insert_table(passage, pick(world, 3), pick(world, 4));
        break;
    case 6:
        mb_passage_cell(passage, pick(world, 2));
        break;
    default:
        mb_passage_insert(passage, pick(world, 5) - 1, "A **command** wrote", MB_STYLE_EDITOR, MB_LAYER_MINUTE);
    }
}

static void erase_some(World *world)
{
    static const MbUnit units[] = {MB_UNIT_CHARACTER, MB_UNIT_CHARACTER, MB_UNIT_CHARACTER, MB_UNIT_WORD,
                                   MB_UNIT_PARAGRAPH};

    mb_passage_erase(world->passage, units[pick(world, 5)], pick(world, 2));
}

static void replace_some(World *world)
{
    MbSpot spot = pick_spot(world);

    if (pick(world, 3))
        mb_passage_replace(world->passage, spot, (MbSpot){spot.paragraph, spot.offset + pick(world, 4)},
                           pick_text(world));
    else
        mb_passage_replace_all(world->passage, pick_text(world), pick(world, 2), pick_text(world));
}

static void paste_some(World *world)
{
    const char *text = pick_paste(world);

    mb_passage_paste(world->passage, text, strlen(text));
}

static void undo_some(World *world)
{
    for (int i = pick(world, 4); i > 0; i--)
        mb_passage_undo(world->passage, NULL);
    for (int i = pick(world, 3); i > 0; i--)
        mb_passage_redo(world->passage, NULL);
}

static void one_deed(World *world)
{
    int kind = pick(world, 100);

    if (kind < 35)
        mb_passage_type(world->passage, pick_text(world));
    else if (kind < 55)
        step_caret(world);
    else if (kind < 70)
        erase_some(world);
    else if (kind < 78)
        mb_passage_enter(world->passage);
    else if (kind < 82)
        paste_some(world);
    else if (kind < 92)
        change_style(world);
    else if (kind < 95)
        replace_some(world);
    else
        undo_some(world);
}

/* All that must hold at any moment. */
static void check_sound(const MbPassage *passage)
{
    MbSpot caret = mb_passage_caret(passage);
    MbSpot back = mb_passage_step(passage, caret, MB_UNIT_CHARACTER, FALSE);

    g_assert_cmpint(mb_passage_count(passage), >, 0);
    g_assert_cmpint(caret.paragraph, <, mb_passage_count(passage));
    if (caret.offset > 0) {
        MbSpot on = mb_passage_step(passage, back, MB_UNIT_CHARACTER, TRUE);
        g_assert_cmpint(mb_spot_compare(on, caret), ==, 0);
    }
    for (int i = 0; i < mb_passage_count(passage); i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);

        g_assert_true(g_utf8_validate(paragraph->text->str, (gssize)paragraph->text->len, NULL));
        g_assert_cmpuint(paragraph->text->len, ==, paragraph->fonts->len);
        if (paragraph->style != MB_STYLE_TABLE)
            g_assert_null(strpbrk(paragraph->text->str, "\t\n"));
        if (i)
            g_assert_cmpint(mb_passage_paragraph(passage, i - 1)->position, <, paragraph->position);
    }
}

/* The text with styles, layers and levels; no caret. */
static char *whole(const MbPassage *passage)
{
    GString *out = g_string_new(NULL);

    for (int i = 0; i < mb_passage_count(passage); i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);
        g_autofree char *notation = mb_paragraph_notation(paragraph);

        g_string_append_printf(out, "%s|%d|%d|%d|%s|%s\n", paragraph->id, paragraph->style, paragraph->level,
                               paragraph->layer, paragraph->number ? paragraph->number : "", notation);
    }
    return g_string_free(out, FALSE);
}

static void assert_whole(const MbPassage *passage, const char *expected)
{
    g_autofree char *is = whole(passage);

    g_assert_cmpstr(is, ==, expected);
}

static void restart(World *world)
{
    MbSpot caret = mb_passage_caret(world->passage);
    g_autofree char *before = whole(world->passage);
    gint64 undoable = mb_passage_undoable(world->passage);

    mb_passage_free(world->passage);
    world->passage = book_open(world->book);
    assert_whole(world->passage, before);
    g_assert_cmpint(mb_passage_undoable(world->passage), ==, undoable);
    mb_passage_place(world->passage, caret, FALSE);
}

static void check_book(const World *world)
{
    g_autoptr(MbPassage) opened = mb_passage_new(book_paragraphs(world->book), NULL, MB_LAYER_MINUTE);
    g_autofree char *expected = whole(world->passage);
    g_autofree char *text = mb_passage_text(world->passage);
    g_autofree char *opened_text = mb_passage_text(opened);

    assert_whole(opened, expected);
    g_assert_cmpstr(opened_text, ==, text);
}

/* The texts of the round, by the clock. */
static void check_as_it_was(World *world)
{
    for (int i = 0; i < 5; i++) {
        int n = pick(world, (int)world->texts->len);
        g_autofree char *stamp = mb_clock_stamp(g_array_index(world->minutes, int, n));
        g_autoptr(MbPassage) then = mb_passage_at(world->passage, stamp);

        assert_whole(then, world->texts->pdata[n]);
    }
}

static void check_undo_all(World *world, const char *first)
{
    g_autofree char *last = whole(world->passage);
    int undone = 0;

    while (mb_passage_undo(world->passage, NULL))
        undone++;
    assert_whole(world->passage, first);
    if (pick(world, 2))
        restart(world);
    for (int i = 0; i < undone; i++)
        g_assert_true(mb_passage_redo(world->passage, NULL));
    assert_whole(world->passage, last);
}

static void set_clock(World *world)
{
    world->clock += 11;
    g_autofree char *stamp = mb_clock_stamp(world->clock);
    g_setenv("MINUTEBOOK_NOW", stamp, TRUE);
}

static void one_round(World *world)
{
    MbPassage *passage = pick(world, 4) ? passage_of("The **first** line\n(1) a\n(2) b\n(3) c\nT c¦d/e¦f\nlast|")
                                        : mb_passage_new(NULL, NULL, MB_LAYER_MINUTE);
    g_autofree char *first = whole(passage);

    world->passage = passage;
    world->book = book_of(passage);
    for (int i = 0; i < ROUND; i++) {
        /* Half of the deeds come one upon the other, so that keystrokes grow edits. */
        gboolean pause = pick(world, 2);

        if (pause)
            set_clock(world);
        one_deed(world);
        check_sound(world->passage);
        if (pick(world, 25) == 0)
            restart(world);
        if (pause || !world->texts->len) {
            g_ptr_array_add(world->texts, whole(world->passage));
            g_array_append_val(world->minutes, world->clock);
        } else {
            g_free(world->texts->pdata[world->texts->len - 1]);
            world->texts->pdata[world->texts->len - 1] = whole(world->passage);
        }
    }
    check_book(world);
    check_as_it_was(world);
    check_undo_all(world, first);
    check_book(world);
    g_ptr_array_set_size(world->texts, 0);
    g_array_set_size(world->minutes, 0);
    book_free(world->book);
    mb_passage_free(world->passage);
}

static void test_random(void)
{
    World world = {.rand = g_rand_new_with_seed(20260115), .clock = 1768471200};

    world.texts = g_ptr_array_new_with_free_func(g_free);
    world.minutes = g_array_new(FALSE, FALSE, sizeof(int));
    set_clock(&world);
    for (int i = 0; i < DEEDS / ROUND; i++)
        one_round(&world);
    g_ptr_array_unref(world.texts);
    g_array_unref(world.minutes);
    g_rand_free(world.rand);
}

/* --- speed --- */

static MbPassage *long_passage(int paragraphs)
{
    GPtrArray *array = g_ptr_array_new_with_free_func((GDestroyNotify)mb_paragraph_free);

    for (int i = 0; i < paragraphs; i++) {
        MbParagraph *paragraph = mb_paragraph_new();

        paragraph->position = (i + 1) * 1024;
        mb_paragraph_set_notation(paragraph,
                                  "The Chair thanked members for their **contributions** and closed the item.");
        g_ptr_array_add(array, paragraph);
    }
    return mb_passage_new(array, NULL, MB_LAYER_MINUTE);
}

static double key_cost(MbPassage *passage)
{
    enum { KEYS = 5000 };
    gint64 began = g_get_monotonic_time();

    for (int i = 0; i < KEYS; i++)
        mb_passage_type(passage, i % 6 == 5 ? " " : "x");
    return (double)(g_get_monotonic_time() - began) / KEYS;
}

static void test_speed(void)
{
    g_autoptr(MbPassage) one = long_passage(1);
    g_autoptr(MbPassage) many = long_passage(10000);
    g_autoptr(MbPassage) long_one = long_passage(1);
    g_autofree char *megabyte = g_strnfill(1024 * 1024, 'x');

    g_unsetenv("MINUTEBOOK_NOW");
    mb_passage_paste(long_one, megabyte, 1024 * 1024);
    mb_passage_place(long_one, (MbSpot){0, 1000}, FALSE);
    g_test_message("a key at the end of 1 paragraph: %.2f µs", key_cost(one));
    g_test_message("a key at the end of 10,000 paragraphs: %.2f µs", key_cost(many));
    g_test_message("a key at the beginning of a paragraph of 1 MB: %.2f µs", key_cost(long_one));
    gint64 began = g_get_monotonic_time();
    mb_passage_place(many, (MbSpot){5000, 3}, FALSE);
    mb_passage_enter(many);
    g_test_message("Enter in the middle of 10,000 paragraphs: %d µs", (int)(g_get_monotonic_time() - began));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    at_time(0, 0);
    g_test_add_func("/random/20,000 changes", test_random);
    g_test_add_func("/random/the cost of a key", test_speed);
    return g_test_run();
}

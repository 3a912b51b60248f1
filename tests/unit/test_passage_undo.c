/* SPDX-License-Identifier: MIT */
/* The journal: bursts of keystrokes, undo and redo, a new start, what others changed, the text as it was. */
#include "test_passage.h"

static const MbEdit *last_edit(const Book *book)
{
    return book->journal->pdata[book->journal->len - 1];
}

static void assert_last(const Book *book, int kind, int offset, const char *before, const char *after)
{
    const MbEdit *edit = last_edit(book);

    g_assert_cmpstr(mb_edit_words[edit->kind], ==, mb_edit_words[kind]);
    g_assert_cmpint(edit->offset, ==, offset);
    g_assert_cmpstr(edit->before, ==, before);
    g_assert_cmpstr(edit->after, ==, after);
}

static void erase_back(MbPassage *passage, int times)
{
    for (int i = 0; i < times; i++)
        mb_passage_erase(passage, MB_UNIT_CHARACTER, FALSE);
}

/* Words typed in one go are one edit, which holds only them. */
static void test_burst(void)
{
    g_autoptr(MbPassage) passage = passage_of("The |");
    g_autoptr(Book) book = book_of(passage);

    at_time(0, 0);
    type_keys(passage, "Cha");
    at_time(0, 1);
    type_keys(passage, "ir");
    g_assert_cmpuint(book->journal->len, ==, 1);
    g_assert_cmpint(book->told, ==, 5);
    g_assert_cmpint(book->merged, ==, 4);
    assert_last(book, MB_EDIT_TYPED, 4, "", "Chair");
    g_assert_cmpstr(last_edit(book)->began, ==, "2026-01-15T10:00:00Z");
    g_assert_cmpstr(last_edit(book)->ended, ==, "2026-01-15T10:00:01Z");
    g_assert_cmpint(last_edit(book)->seq, ==, 1);
    g_assert_cmpint(last_edit(book)->caret_before.offset, ==, 4);
    g_assert_cmpint(last_edit(book)->caret_after.offset, ==, 9);
    g_assert_true(mb_passage_undo(passage, NULL));
    assert_shown(passage, "The |");
}

static void test_burst_pause(void)
{
    g_autoptr(MbPassage) passage = passage_of("|");
    g_autoptr(Book) book = book_of(passage);

    at_time(0, 0);
    type_keys(passage, "a");
    at_time(0, 2);
    type_keys(passage, "b");
    g_assert_cmpuint(book->journal->len, ==, 2);
    for (int second = 3; second <= 13; second++) {
        at_time(0, second);
        type_keys(passage, "c");
    }
    /* ten seconds after b began, however steadily */
    g_assert_cmpuint(book->journal->len, ==, 3);
    assert_last(book, MB_EDIT_TYPED, 11, "", "cc");
}

static void test_burst_ends(void)
{
    g_autoptr(MbPassage) passage = passage_of("|");
    g_autoptr(Book) book = book_of(passage);
    g_autofree char *long_word = g_strnfill(201, 'x');

    at_time(0, 0);
    type_keys(passage, "Done. ");
    type_keys(passage, "Next");
    g_assert_cmpuint(book->journal->len, ==, 2);
    assert_last(book, MB_EDIT_TYPED, 6, "", "Next");
    mb_passage_move(passage, MB_UNIT_CHARACTER, FALSE, FALSE);
    mb_passage_move(passage, MB_UNIT_CHARACTER, TRUE, FALSE);
    type_keys(passage, "!");
    g_assert_cmpuint(book->journal->len, ==, 3);
    mb_passage_enter(passage);
    type_keys(passage, long_word);
    g_assert_cmpuint(book->journal->len, ==, 6);
    assert_last(book, MB_EDIT_TYPED, 200, "", "x");
}

static void test_burst_erased(void)
{
    g_autoptr(MbPassage) passage = passage_of("The **Ch**air|");
    g_autoptr(Book) book = book_of(passage);

    at_time(0, 0);
    erase_back(passage, 4);
    g_assert_cmpuint(book->journal->len, ==, 1);
    assert_last(book, MB_EDIT_ERASED, 5, "**h**air", "");
    mb_passage_undo(passage, NULL);
    assert_shown(passage, "The **Ch**air|");
    mb_passage_place(passage, (MbSpot){0, 0}, FALSE);
    mb_passage_erase(passage, MB_UNIT_CHARACTER, TRUE);
    mb_passage_erase(passage, MB_UNIT_WORD, TRUE);
    g_assert_cmpuint(book->journal->len, ==, 3);
    assert_last(book, MB_EDIT_ERASED, 0, "The ", "");
    type_keys(passage, "A");
    g_assert_cmpuint(book->journal->len, ==, 4);
}

/* A key at the end of a megabyte writes a key into the journal, no megabyte. */
static void test_long_paragraph(void)
{
    g_autofree char *text = g_strnfill(1024 * 1024, 'x');
    g_autoptr(MbPassage) passage = passage_of(text);
    g_autoptr(Book) book = book_of(passage);

    type_keys(passage, "yz");
    assert_last(book, MB_EDIT_TYPED, 1024 * 1024, "", "yz");
    mb_passage_place(passage, (MbSpot){0, 1000}, FALSE);
    mb_passage_toggle_font(passage, MB_FONT_BOLD);
    type_keys(passage, "b");
    assert_last(book, MB_EDIT_TYPED, 1000, "", "**b**");
    mb_passage_move(passage, MB_UNIT_PARAGRAPH, TRUE, FALSE);
    mb_passage_enter(passage);
    g_assert_cmpstr(last_edit(book)->before, ==, "");
    g_assert_cmpuint(book->changed, ==, 1);
}

static void test_redo(void)
{
    g_autoptr(MbPassage) passage = passage_of("|");
    g_autoptr(Book) book = book_of(passage);
    const char *why = NULL;

    at_time(0, 0);
    type_keys(passage, "one");
    mb_passage_enter(passage);
    type_keys(passage, "two");
    g_assert_cmpint(mb_passage_undoable(passage), ==, 3);
    g_assert_true(mb_passage_undo(passage, &why));
    assert_shown(passage, "one\n|");
    g_assert_true(mb_passage_undo(passage, &why));
    assert_shown(passage, "one|");
    g_assert_cmpint(mb_passage_undoable(passage), ==, 1);
    g_assert_true(mb_passage_redo(passage, &why));
    g_assert_true(mb_passage_redo(passage, &why));
    assert_shown(passage, "one\ntwo|");
    g_assert_false(mb_passage_redo(passage, &why));
    g_assert_cmpstr(why, ==, "There is nothing to do again.");
    for (int i = 0; i < 3; i++)
        g_assert_true(mb_passage_undo(passage, &why));
    g_assert_false(mb_passage_undo(passage, &why));
    g_assert_cmpstr(why, ==, "There is nothing to undo.");
    assert_shown(passage, "|");
    /* nothing is ever taken out of the journal */
    g_assert_cmpuint(book->journal->len, ==, 10);
    assert_last(book, MB_EDIT_UNDONE, 0, "one", "");
    g_assert_cmpint(last_edit(book)->of, ==, 1);
    type_keys(passage, "x");
    g_assert_false(mb_passage_redo(passage, &why));
}

/* What could be undone before the program ended can be undone after, and done again. */
static void test_restart(void)
{
    g_autoptr(MbPassage) passage = mb_passage_new(NULL, NULL, MB_LAYER_MINUTE);
    g_autoptr(Book) book = book_new();
    g_autoptr(MbPassage) again = NULL;
    g_autoptr(MbPassage) third = NULL;

    mb_passage_set_sink(passage, book_sink, book);
    at_time(0, 0);
    type_keys(passage, "- one");
    mb_passage_enter(passage);
    type_keys(passage, "two");
    g_assert_true(mb_passage_undo(passage, NULL));
    again = book_open(book);
    assert_shown(again, "- one\n- |");
    g_assert_true(mb_passage_redo(again, NULL));
    assert_shown(again, "- one\n- two|");
    /* a key after the start is no part of a burst before it */
    type_keys(again, "!");
    assert_last(book, MB_EDIT_TYPED, 3, "", "!");
    third = book_open(book);
    for (int i = 0; i < 5; i++)
        g_assert_true(mb_passage_undo(third, NULL));
    assert_shown(third, "- |");
    g_assert_true(mb_passage_undo(third, NULL));
    g_assert_cmpstr(mb_passage_paragraph(third, 0)->text->str, ==, "");
    g_assert_false(mb_passage_undo(third, NULL));
}

static void reload_with(MbPassage *passage, const Book *book, int index, const char *notation)
{
    GPtrArray *paragraphs = book_paragraphs(book);

    mb_paragraph_set_notation(paragraphs->pdata[index], notation);
    mb_passage_reload(passage, paragraphs);
}

static void test_changed_elsewhere(void)
{
    g_autoptr(MbPassage) passage = passage_of("one\ntwo|");
    g_autoptr(Book) book = book_of(passage);
    const char *why = NULL;

    type_keys(passage, " too");
    reload_with(passage, book, 1, "two three");
    g_assert_false(mb_passage_undo(passage, &why));
    g_assert_cmpstr(why, ==, "The text has since been changed elsewhere, so this can no longer be undone here.");
    assert_shown(passage, "one\ntwo thr|ee");
    /* where the text is as it was left, a change of another paragraph does not matter */
    reload_with(passage, book, 0, "1");
    g_assert_true(mb_passage_undo(passage, &why));
    assert_shown(passage, "1\ntwo|");
}

/* What was erased is not put back into a text that is another one now. */
static void test_erased_elsewhere(void)
{
    g_autoptr(MbPassage) passage = passage_of("one two|");
    g_autoptr(Book) book = book_of(passage);

    erase_back(passage, 3);
    reload_with(passage, book, 0, "nought one ");
    g_assert_false(mb_passage_undo(passage, NULL));
    assert_shown(passage, "noug|ht one ");
}

/* Nor is a paragraph taken back into one, or lost, that says something else now. */
static void test_split_elsewhere(void)
{
    g_autoptr(MbPassage) passage = passage_of("one| two");
    g_autoptr(Book) book = book_of(passage);

    mb_passage_enter(passage);
    reload_with(passage, book, 1, "three");
    g_assert_false(mb_passage_undo(passage, NULL));
    assert_shown(passage, "one\n|three");
}

static void test_gone_elsewhere(void)
{
    g_autoptr(MbPassage) passage = passage_of("one\ntwo|");
    g_autoptr(Book) book = book_of(passage);
    GPtrArray *paragraphs;

    mb_passage_enter(passage);
    type_keys(passage, "x");
    paragraphs = book_paragraphs(book);
    g_ptr_array_remove_index(paragraphs, 2);
    mb_passage_reload(passage, paragraphs);
    assert_shown(passage, "one\ntwo|");
    g_assert_false(mb_passage_undo(passage, NULL));
    assert_shown(passage, "one\ntwo|");
}

static void assert_at(const MbPassage *passage, int minute, const char *expected)
{
    g_autofree char *stamp = g_strdup_printf("2026-01-15T10:%02d:59Z", minute);
    g_autoptr(MbPassage) then = mb_passage_at(passage, stamp);
    g_autofree char *text = mb_passage_text(then);

    g_assert_cmpstr(text, ==, expected);
    g_assert_cmpint(mb_passage_undoable(then), ==, 0);
}

static void test_as_it_was(void)
{
    g_autoptr(MbPassage) passage = passage_of("");

    at_time(1, 0);
    type_keys(passage, "one");
    at_time(2, 0);
    mb_passage_enter(passage);
    at_time(3, 0);
    type_keys(passage, "two");
    at_time(4, 0);
    mb_passage_undo(passage, NULL);
    at_time(5, 0);
    mb_passage_undo(passage, NULL);
    assert_at(passage, 5, "one\n");
    assert_at(passage, 4, "one\n\n\n");
    assert_at(passage, 3, "one\n\ntwo\n");
    assert_at(passage, 2, "one\n\n\n");
    assert_at(passage, 1, "one\n");
    assert_at(passage, 0, "");
    assert_shown(passage, "one|");
}

/* Paragraphs are put between others without touching them, until the gap is used up. */
static void test_positions(void)
{
    g_autoptr(MbPassage) passage = passage_of("a|\nz");
    g_autoptr(Book) book = book_of(passage);
    int rows = 0;

    for (int i = 0; i < 100; i++) {
        mb_passage_place(passage, (MbSpot){0, 1}, FALSE);
        mb_passage_enter(passage);
        rows += (int)book->changed;
        for (int n = 1; n < mb_passage_count(passage); n++)
            g_assert_cmpint(mb_passage_paragraph(passage, n - 1)->position, <,
                            mb_passage_paragraph(passage, n)->position);
    }
    /* a gap of 1,024 takes ten halvings, then all move once */
    g_assert_cmpint(rows, <, 100 + 10 * 100);
    g_assert_cmpint(rows, >, 100);
}

static void test_first_key_stamps(void)
{
    g_autoptr(MbPassage) passage = mb_passage_new(NULL, NULL, MB_LAYER_NOTE);

    at_time(7, 0);
    g_assert_null(mb_passage_paragraph(passage, 0)->typed_at);
    type_keys(passage, "a");
    at_time(8, 0);
    type_keys(passage, "b");
    mb_passage_enter(passage);
    g_assert_cmpstr(mb_passage_paragraph(passage, 0)->typed_at, ==, "2026-01-15T10:07:00Z");
    g_assert_null(mb_passage_paragraph(passage, 1)->typed_at);
    g_assert_cmpint(mb_passage_paragraph(passage, 1)->layer, ==, MB_LAYER_NOTE);
}

/* The first paragraph of an empty item is saved with whatever happens first. */
static void test_first_paragraph_saved(void)
{
    g_autoptr(MbPassage) passage = mb_passage_new(NULL, NULL, MB_LAYER_MINUTE);
    g_autoptr(Book) book = book_new();
    g_autoptr(MbPassage) again = NULL;

    mb_passage_set_sink(passage, book_sink, book);
    mb_passage_enter(passage);
    g_assert_cmpuint(g_hash_table_size(book->rows), ==, 2);
    again = book_open(book);
    g_assert_cmpint(mb_passage_count(again), ==, 2);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    at_time(0, 0);
    g_test_add_func("/undo/a burst of keys is one edit", test_burst);
    g_test_add_func("/undo/a pause begins another", test_burst_pause);
    g_test_add_func("/undo/a sentence, a step aside or 200 bytes end it", test_burst_ends);
    g_test_add_func("/undo/erasing letter by letter is one edit", test_burst_erased);
    g_test_add_func("/undo/a key in a long paragraph is a short edit", test_long_paragraph);
    g_test_add_func("/undo/undo and redo", test_redo);
    g_test_add_func("/undo/both survive a restart", test_restart);
    g_test_add_func("/undo/what was changed elsewhere is not undone", test_changed_elsewhere);
    g_test_add_func("/undo/what was erased does not come back into another text", test_erased_elsewhere);
    g_test_add_func("/undo/a paragraph split and changed elsewhere stays", test_split_elsewhere);
    g_test_add_func("/undo/what is gone elsewhere is not undone", test_gone_elsewhere);
    g_test_add_func("/undo/the text as it was", test_as_it_was);
    g_test_add_func("/undo/positions", test_positions);
    g_test_add_func("/undo/the first key stamps the paragraph", test_first_key_stamps);
    g_test_add_func("/undo/the first paragraph is saved", test_first_paragraph_saved);
    return g_test_run();
}

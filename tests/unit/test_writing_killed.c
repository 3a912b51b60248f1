/* SPDX-License-Identifier: MIT */
/* Programs that are killed while somebody types, and several that type at once: each a process of its own. */
#include "writing_help.h"

#include <signal.h>
#include <sys/wait.h>

static const char letters[] = "the board noted the report and asked for it to be sent to every member of the trust. ";

static char letter_at(int i)
{
    return i % 97 == 96 ? '\n' : letters[i % (int)(sizeof letters - 1)];
}

/* Types until it is killed; says so of every key that it has been told is saved. */
static void type_for_ever(Room *room, int told)
{
    MbDesk *desk = mb_desk_new(room->files.path, "Ann", MB_NO_DAY);
    MbWriting *writing = mb_writing_open(desk, room->meeting, room->item, MB_LAYER_MINUTE, NULL);
    MbPassage *passage = writing ? mb_writing_passage(writing) : NULL;

    while (passage && mb_passage_caret(passage).paragraph < mb_passage_count(passage) - 1)
        mb_passage_move(passage, MB_UNIT_PARAGRAPH, TRUE, FALSE);
    for (int i = 0; writing; i++) {
        const char key[] = {letter_at(i), '\0'};

        type(writing, key);
        if (!mb_writing_saved(writing, NULL) || write(told, "k", 1) != 1)
            break;
        if (i % 7 == 6)
            mb_writing_rest(writing, i % 70 == 69);
    }
    _exit(1);
}

/* How many keys were acknowledged before the end. */
static int run_and_kill(Room *room, gulong after_us)
{
    int ends[2];
    char byte[4096];
    gssize got;
    int told = 0;
    pid_t child;

    g_assert_cmpint(pipe(ends), ==, 0);
    child = fork();
    if (child == 0) {
        close(ends[0]);
        type_for_ever(room, ends[1]);
    }
    close(ends[1]);
    told += read(ends[0], byte, 1) == 1;
    g_usleep(after_us);
    kill(child, SIGKILL);
    while ((got = read(ends[0], byte, sizeof byte)) > 0)
        told += (int)got;
    close(ends[0]);
    waitpid(child, NULL, 0);
    return told;
}

/* TEXT is BEFORE and then at least COUNT keys, and nothing else. */
static void check_text(const char *text, const char *before, int count)
{
    int typed = 0;

    g_assert_true(g_str_has_prefix(text, before));
    for (const char *c = text + strlen(before); *c; c++, typed++)
        if (*c != letter_at(typed))
            g_error("key %d of this life is %c, not %c", typed, *c, letter_at(typed));
    if (typed < count)
        g_error("%d keys were acknowledged, %d are there", count, typed);
    g_assert_cmpint(typed, <=, count + 1);
}

static void test_killed(Room *room, gconstpointer data)
{
    g_autofree char *before = g_strdup("");
    int all = 0;

    (void)data;
    mb_desk_close(room->desk);
    for (int life = 0; life < 30; life++) {
        int told = run_and_kill(room, (gulong)g_test_rand_int_range(0, 25000));
        g_autofree char *text = text_in_book(room, room->item);
        MbBook *book = mb_book_open(room->files.path, life % 2 ? MB_BOOK_WRITE : MB_BOOK_READ, NULL);

        all += told;
        check_text(text, before, told);
        assert_clean_book(book);
        mb_book_close(book);
        g_free(before);
        before = g_steal_pointer(&text);
    }
    g_test_message("%d keys in 30 lives", all);
    g_assert_cmpint(all, >, 30);
}

/* What was left unsettled is settled by whoever writes next, and is found then. */
static void test_left_behind(Room *room, gconstpointer data)
{
    g_autoptr(GPtrArray) deeds = NULL;
    MbBook *book;
    MbDeed *deed;

    (void)data;
    mb_desk_close(room->desk);
    run_and_kill(room, 0);
    book = mb_book_open(room->files.path, MB_BOOK_WRITE, NULL);
    g_assert_true(mb_typing_unsettled(book));
    deed_begin(book, "nothing");
    deed_commit(book, "nothing");
    g_assert_false(mb_typing_unsettled(book));
    deeds = mb_history_deeds(book, TRUE, 1, NULL);
    deed = deeds->pdata[0];
    g_assert_cmpstr(deed->deed, ==, "typing");
    g_assert_cmpstr(deed->who, ==, "Ann");
    g_assert_true(g_str_has_prefix(deed->summary, "typed under item 4 Hate crime: "));
    assert_clean_book(book);
    mb_book_close(book);
}

enum { KEYS = 150 };

/* One of several hands: types its letter, looking up from time to time. */
static void type_letter(Room *room, const char *item, const char *letter, gboolean own_paragraph)
{
    MbDesk *desk = mb_desk_new(room->files.path, letter, MB_NO_DAY);
    MbWriting *writing = mb_writing_open(desk, room->meeting, item, MB_LAYER_MINUTE, NULL);
    int failed = !writing;

    if (writing && own_paragraph)
        mb_passage_enter(mb_writing_passage(writing));
    for (int i = 0; writing && i < KEYS; i++) {
        type(writing, letter);
        failed |= !mb_writing_saved(writing, NULL);
        if (i % 10 == 9) {
            mb_writing_rest(writing, i % 50 == 49);
            failed |= !mb_writing_refresh(writing, NULL);
        }
    }
    mb_writing_close(writing);
    mb_desk_free(desk);
    _exit(failed);
}

static int count_letter(const char *text, char letter)
{
    int found = 0;

    for (; *text; text++)
        found += *text == letter;
    return found;
}

static void type_at_once(Room *room, const char *second_item, gboolean own_paragraphs)
{
    pid_t hands[2];
    int status;
    MbBook *book;

    mb_desk_close(room->desk);
    for (int i = 0; i < 2; i++) {
        hands[i] = fork();
        if (hands[i] == 0)
            type_letter(room, i ? second_item : room->item, i ? "b" : "a", own_paragraphs);
    }
    for (int i = 0; i < 2; i++) {
        waitpid(hands[i], &status, 0);
        g_assert_true(WIFEXITED(status) && WEXITSTATUS(status) == 0);
    }
    book = mb_book_open(room->files.path, MB_BOOK_WRITE, NULL);
    assert_clean_book(book);
    mb_book_close(book);
}

static void test_two_items_at_once(Room *room, gconstpointer data)
{
    g_autofree char *first = NULL;
    g_autofree char *second = NULL;

    (void)data;
    type_at_once(room, room->other_item, FALSE);
    first = text_in_book(room, room->item);
    second = text_in_book(room, room->other_item);
    g_assert_cmpint(count_letter(first, 'a'), ==, KEYS);
    g_assert_cmpint(strlen(first), ==, KEYS);
    g_assert_cmpint(count_letter(second, 'b'), ==, KEYS);
}

static void check_both(Room *room)
{
    g_autofree char *text = text_in_book(room, room->item);

    g_assert_cmpint(count_letter(text, 'a'), ==, KEYS);
    g_assert_cmpint(count_letter(text, 'b'), ==, KEYS);
}

static void test_one_item_at_once(Room *room, gconstpointer data)
{
    (void)data;
    type_at_once(room, room->item, TRUE);
    check_both(room);
}

static void test_one_paragraph_at_once(Room *room, gconstpointer data)
{
    MbWriting *writing = write_at(room, room->desk, room->item);

    (void)data;
    type(writing, "-: ");
    mb_writing_close(writing);
    type_at_once(room, room->item, FALSE);
    check_both(room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/writing-killed/" name, Room, NULL, room_set_up, function, room_tear_down)
    ADD("killed", test_killed);
    ADD("left-behind", test_left_behind);
    ADD("two-items-at-once", test_two_items_at_once);
    ADD("one-item-at-once", test_one_item_at_once);
    ADD("one-paragraph-at-once", test_one_paragraph_at_once);
    return g_test_run();
}

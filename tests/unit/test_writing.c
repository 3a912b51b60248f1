/* SPDX-License-Identifier: MIT */
/* Writing: a passage that lives in the book. What another window does meanwhile, what a full disk or a broken one does,
   and what is on the disk when. Killed programs are test_writing_killed. */
#include "minutebook/desk/command.h"
#include "writing_help.h"

static void test_every_key(Room *room, gconstpointer data)
{
    static const char text[] = "The Chair said: “why”?\nAgreed";
    MbWriting *writing = write_at(room, room->desk, room->item);
    g_autoptr(GString) typed = g_string_new(NULL);

    (void)data;
    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        g_autofree char *letter = g_strndup(c, (gsize)(g_utf8_next_char(c) - c));
        g_autofree char *there = NULL;

        type(writing, letter);
        g_string_append(typed, letter);
        assert_saved(writing);
        there = text_in_book(room, room->item);
        g_assert_cmpstr(there, ==, typed->str);
    }
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
    g_assert_false(mb_typing_unsettled(mb_desk_book(room->desk)));
}

/* Text, undo and caret are there again. */
static void test_reopened(Room *room, gconstpointer data)
{
    MbWriting *writing = write_at(room, room->desk, room->item);
    MbPassage *passage = mb_writing_passage(writing);
    g_autofree char *undone = NULL;
    g_autofree char *redone = NULL;
    const char *why;
    MbSpot caret;

    (void)data;
    type(writing, "One.\nTwo.\nThree.");
    mb_passage_place(passage, (MbSpot){1, 2}, FALSE);
    g_assert_true(mb_writing_keep_caret(writing, NULL));
    mb_writing_close(writing);
    mb_desk_close(room->desk);
    writing = write_at(room, room->desk, room->item);
    passage = mb_writing_passage(writing);
    caret = mb_passage_caret(passage);
    g_assert_cmpint(caret.paragraph, ==, 1);
    g_assert_cmpint(caret.offset, ==, 2);
    g_assert_cmpint(mb_passage_count(passage), ==, 3);
    while (mb_passage_undoable(passage))
        g_assert_true(mb_passage_undo(passage, &why));
    assert_saved(writing);
    undone = text_in_book(room, room->item);
    g_assert_cmpstr(undone, ==, "");
    mb_writing_close(writing);
    writing = write_at(room, room->desk, room->item);
    passage = mb_writing_passage(writing);
    while (mb_passage_redo(passage, &why))
        ;
    assert_saved(writing);
    redone = text_in_book(room, room->item);
    g_assert_cmpstr(redone, ==, "One.\nTwo.\nThree.");
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
}

static void set_state(Room *room, MbMeetingState state)
{
    MbBook *book = mb_desk_book(room->desk);
    MbMeeting *meeting = mb_store_get(book, &MB_MEETING, room->meeting, NULL);

    meeting->state = state;
    save_alone(book, meeting);
    mb_record_free(meeting);
}

static void test_approved(Room *room, gconstpointer data)
{
    MbWriting *writing = write_at(room, room->desk, room->item);
    g_autoptr(GError) error = NULL;
    g_autofree char *there = NULL;
    const char *why = NULL;

    (void)data;
    type(writing, "Agreed");
    set_state(room, MB_STATE_APPROVED);
    type(writing, "!");
    g_assert_false(mb_writing_saved(writing, &why));
    g_assert_nonnull(strstr(why, "NOT SAVED: "));
    g_assert_nonnull(strstr(why, "approved and never change again"));
    mb_writing_close(writing);
    there = text_in_book(room, room->item);
    g_assert_cmpstr(there, ==, "Agreed");
    g_assert_null(mb_writing_open(room->desk, room->meeting, room->item, MB_LAYER_MINUTE, &error));
    g_assert_cmpstr(error->message, ==,
                    "These minutes are approved and never change again; corrections are agreed at a later meeting.");
    assert_clean_book(mb_desk_book(room->desk));
}

/* Private lines are typed where the board types live: notes here. */
static void test_layers(Room *room, gconstpointer data)
{
    MbWriting *writing = write_at(room, room->desk, room->item);
    MbPassage *passage = mb_writing_passage(writing);
    MbWriting *notes;

    (void)data;
    type(writing, "Said\nPrivately");
    mb_passage_set_layer(passage, 1, 1, MB_LAYER_PRIVATE);
    assert_saved(writing);
    mb_writing_close(writing);
    writing = write_at(room, room->desk, room->item);
    g_assert_cmpint(mb_passage_count(mb_writing_passage(writing)), ==, 2);
    notes = mb_writing_open(room->desk, room->meeting, room->item, MB_LAYER_NOTE, NULL);
    {
        g_autofree char *text = mb_passage_text(mb_writing_passage(notes));

        g_assert_null(strstr(text, "Privately"));
    }
    mb_writing_close(notes);
    mb_writing_close(writing);
}

/* --- the dump --- */

static char *dump_of(MbDesk *desk)
{
    static const char *const words[] = {"dump", NULL};
    const char *nearest;
    int taken;
    const MbCommand *command = mb_command_find(words, &taken, &nearest);
    g_autoptr(MbArguments) arguments = mb_arguments_read(command, words + 1, NULL);
    g_autoptr(GError) error = NULL;
    MbAnswer answer = {0};
    char *text;

    mb_command_run(desk, command, arguments, &answer, &error);
    g_assert_no_error(error);
    text = g_strdup(answer.text);
    mb_answer_clear(&answer);
    return text;
}

static void load_dump(MbDesk *desk, const char *path)
{
    const char *const words[] = {"load", "--dump", path, NULL};
    const char *nearest;
    int taken;
    const MbCommand *command = mb_command_find(words, &taken, &nearest);
    g_autoptr(MbArguments) arguments = mb_arguments_read(command, words + 1, NULL);
    g_autoptr(GError) error = NULL;
    MbAnswer answer = {0};

    mb_command_run(desk, command, arguments, &answer, &error);
    g_assert_no_error(error);
    mb_answer_clear(&answer);
}

/* Journal and place come through a dump; what was not settled is settled by it, also from a book opened for reading. */
static void test_dumped(Room *room, gconstpointer data)
{
    MbWriting *writing = write_at(room, room->desk, room->item);
    MbDesk *reader = mb_desk_new(room->files.path, "Ann", MB_NO_DAY);
    g_autofree char *file = g_build_filename(room->files.folder, "dump.json", NULL);
    g_autofree char *copy = g_build_filename(room->files.folder, "copy.book", NULL);
    MbDesk *second = mb_desk_new(copy, "Ann", MB_NO_DAY);
    g_autofree char *first_dump = NULL;
    g_autofree char *second_dump = NULL;
    g_autofree char *undone = NULL;

    (void)data;
    type(writing, "One.\nTwo “2”.");
    g_assert_true(mb_writing_keep_caret(writing, NULL));
    g_assert_true(mb_typing_unsettled(mb_desk_book(room->desk)));
    first_dump = dump_of(reader);
    g_assert_false(mb_typing_unsettled(mb_desk_book(room->desk)));
    g_assert_true(g_file_set_contents(file, first_dump, -1, NULL));
    load_dump(second, file);
    second_dump = dump_of(second);
    g_assert_cmpstr(second_dump, ==, first_dump);
    assert_clean_book(mb_desk_book(second));
    mb_writing_close(writing);
    writing = write_at(room, second, room->item);
    g_assert_cmpint(mb_passage_caret(mb_writing_passage(writing)).paragraph, ==, 1);
    while (mb_passage_undo(mb_writing_passage(writing), NULL))
        ;
    undone = mb_passage_text(mb_writing_passage(writing));
    g_assert_cmpstr(undone, ==, "");
    mb_writing_close(writing);
    mb_desk_free(second);
    mb_desk_free(reader);
}

/* --- two windows --- */

static char *text_of(MbWriting *writing)
{
    return mb_passage_text(mb_writing_passage(writing));
}

static void test_two_items(Room *room, gconstpointer data)
{
    MbDesk *second = mb_desk_new(room->files.path, "Bo", MB_NO_DAY);
    MbWriting *one = write_at(room, room->desk, room->item);
    MbWriting *two = write_at(room, second, room->other_item);
    g_autofree char *first_text = NULL;
    g_autofree char *second_text = NULL;

    (void)data;
    for (int i = 0; i < 20; i++) {
        type(one, "a");
        type(two, "b");
    }
    first_text = text_in_book(room, room->item);
    second_text = text_in_book(room, room->other_item);
    g_assert_cmpstr(first_text, ==, "aaaaaaaaaaaaaaaaaaaa");
    g_assert_cmpstr(second_text, ==, "bbbbbbbbbbbbbbbbbbbb");
    assert_saved(one);
    assert_saved(two);
    mb_writing_close(one);
    mb_writing_close(two);
    assert_clean_book(mb_desk_book(second));
    mb_desk_free(second);
}

/* In one paragraph: both hands' words stand, with and without looking in between. */
static void test_one_paragraph(Room *room, gconstpointer data)
{
    MbDesk *second = mb_desk_new(room->files.path, "Bo", MB_NO_DAY);
    MbWriting *one = write_at(room, room->desk, room->item);
    MbWriting *two;
    g_autofree char *there = NULL;
    g_autofree char *seen_by_one = NULL;
    g_autofree char *seen_by_two = NULL;

    (void)data;
    type(one, "The board met.");
    two = write_at(room, second, room->item);
    mb_passage_place(mb_writing_passage(one), (MbSpot){0, 4}, FALSE);
    type(two, " It was dark.");
    type(one, "whole ");
    type(two, " And cold.");
    type(one, "wide ");
    there = text_in_book(room, room->item);
    g_assert_cmpstr(there, ==, "The whole wide board met. It was dark. And cold.");
    g_assert_true(mb_writing_refresh(one, NULL));
    g_assert_true(mb_writing_refresh(two, NULL));
    seen_by_one = text_of(one);
    seen_by_two = text_of(two);
    g_assert_cmpstr(seen_by_one, ==, seen_by_two);
    g_assert_nonnull(strstr(seen_by_one, "The whole wide board met. It was dark. And cold."));
    mb_writing_close(two);
    mb_writing_close(one);
    assert_clean_book(mb_desk_book(room->desk));
    mb_desk_free(second);
}

/* The same words, changed by both: both versions stand. And what another has changed is not deleted unseen. */
static void test_collision(Room *room, gconstpointer data)
{
    MbDesk *second = mb_desk_new(room->files.path, "Bo", MB_NO_DAY);
    MbWriting *one = write_at(room, room->desk, room->item);
    MbWriting *two;
    MbPassage *passage = mb_writing_passage(one);
    g_autofree char *there = NULL;
    g_autofree char *kept = NULL;

    (void)data;
    type(one, "Ten pounds\nAgreed");
    two = write_at(room, second, room->item);
    mb_passage_replace(mb_writing_passage(two), (MbSpot){0, 0}, (MbSpot){0, 3}, "Six");
    mb_passage_replace(passage, (MbSpot){0, 0}, (MbSpot){0, 3}, "Two");
    there = text_in_book(room, room->item);
    g_assert_cmpstr(there, ==, "SixTwo pounds\nAgreed");
    g_assert_true(mb_writing_refresh(one, NULL));
    g_assert_true(mb_writing_refresh(two, NULL));
    mb_passage_place(mb_writing_passage(two), (MbSpot){1, 6}, FALSE);
    type(two, " nem con");
    mb_passage_select(passage, (MbSpot){0, 13}, (MbSpot){1, 6});
    mb_passage_erase(passage, MB_UNIT_CHARACTER, TRUE);
    kept = text_in_book(room, room->item);
    g_assert_nonnull(strstr(kept, "nem con"));
    mb_writing_close(two);
    mb_writing_close(one);
    mb_desk_free(second);
}

/* A command's change is taken over; the caret stays. */
static void test_refresh(Room *room, gconstpointer data)
{
    MbBook *book = mb_desk_book(room->desk);
    MbWriting *writing = write_at(room, room->desk, room->item);
    MbPassage *passage = mb_writing_passage(writing);
    MbMinute *minute = mb_record_new(&MB_MINUTE);
    guint64 version;
    g_autofree char *text = NULL;

    (void)data;
    type(writing, "One");
    version = mb_passage_version(passage);
    g_assert_true(mb_writing_refresh(writing, NULL));
    g_assert_cmpuint(mb_passage_version(passage), ==, version);
    mb_set(&minute->meeting, room->meeting);
    mb_set(&minute->item, room->item);
    mb_set(&minute->text, "Two");
    minute->position = 1 << 20;
    save_alone(book, minute);
    g_assert_true(mb_writing_refresh(writing, NULL));
    text = text_of(writing);
    g_assert_nonnull(strstr(text, "Two"));
    g_assert_cmpint(mb_passage_count(passage), ==, 2);
    g_assert_cmpint(mb_passage_caret(passage).paragraph, ==, 0);
    type(writing, "!");
    assert_saved(writing);
    mb_record_free(minute);
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
}

/* --- the disk --- */

typedef struct {
    Shim shim;
    Room room;
} Watched;

static void watched_set_up(Watched *watched, gconstpointer data)
{
    shim_insert(&watched->shim);
    room_set_up(&watched->room, data);
}

static void watched_tear_down(Watched *watched, gconstpointer data)
{
    room_tear_down(&watched->room, data);
    shim_remove(&watched->shim);
}

/* The main loop's half: rest when told to, until nothing is left to do. */
static void rest_until_synced(MbWriting *writing, gint64 from, int within_ms)
{
    while (!mb_writing_synced(writing)) {
        int due = mb_writing_rest(writing, FALSE);

        if (g_get_monotonic_time() - from > (gint64)within_ms * 1000)
            g_error("not on the disk after %d ms", within_ms);
        g_usleep((gulong)CLAMP(due, 1, 20) * 1000);
    }
}

/* Each key is on the disk within a quarter of a second, and no key waits for it. */
static void test_synced_in_time(Watched *watched, gconstpointer data)
{
    MbWriting *writing = write_at(&watched->room, watched->room.desk, watched->room.item);

    (void)data;
    for (int i = 0; i < 5; i++) {
        int before = g_atomic_int_get(&watched->shim.syncs);
        gint64 from = g_get_monotonic_time();

        type(writing, "key");
        g_assert_cmpint(g_atomic_int_get(&watched->shim.syncs), ==, before);
        g_assert_false(mb_writing_synced(writing));
        rest_until_synced(writing, from, 250);
        g_assert_cmpint(g_atomic_int_get(&watched->shim.syncs), ==, before + 1);
    }
    mb_writing_close(writing);
}

/* Under a hand that never rests, too; and not much oftener. */
static void test_synced_while_typing(Watched *watched, gconstpointer data)
{
    MbWriting *writing = write_at(&watched->room, watched->room.desk, watched->room.item);
    int before = g_atomic_int_get(&watched->shim.syncs);
    gint64 from = g_get_monotonic_time();
    int syncs;

    (void)data;
    while (g_get_monotonic_time() - from < 1000 * 1000) {
        type(writing, "k");
        mb_writing_rest(writing, FALSE);
        g_usleep(5000);
    }
    syncs = g_atomic_int_get(&watched->shim.syncs) - before;
    g_assert_cmpint(syncs, >=, 4);
    g_assert_cmpint(syncs, <=, 12);
    mb_writing_close(writing);
}

/* Deeds wait for the disk as ever, also after typing. */
static void test_deeds_wait(Watched *watched, gconstpointer data)
{
    Room *room = &watched->room;
    MbWriting *writing = write_at(room, room->desk, room->item);
    int before;

    (void)data;
    type(writing, "x");
    before = g_atomic_int_get(&watched->shim.syncs);
    set_state(room, MB_STATE_LIVE);
    g_assert_cmpint(g_atomic_int_get(&watched->shim.syncs), >, before);
    g_assert_true(mb_writing_synced(writing));
    mb_writing_close(writing);
}

static void test_full(Watched *watched, gconstpointer data)
{
    Room *room = &watched->room;
    MbWriting *writing = write_at(room, room->desk, room->item);
    g_autofree char *kept = NULL;
    g_autofree char *there = NULL;
    g_autofree char *rescued = g_build_filename(room->files.folder, "rescued.txt", NULL);
    g_autofree char *saved = NULL;
    const char *why = NULL;

    (void)data;
    type(writing, "Before. ");
    watched->shim.full = TRUE;
    type(writing, "While\nfull ");
    g_assert_false(mb_writing_saved(writing, &why));
    g_assert_true(g_str_has_prefix(why, "NOT SAVED: "));
    g_assert_nonnull(strstr(why, "the disk is full"));
    g_assert_false(mb_writing_synced(writing));
    kept = text_in_book(room, room->item);
    g_assert_cmpstr(kept, ==, "Before. ");
    g_assert_true(mb_writing_rescue(writing, rescued, NULL));
    g_assert_false(mb_writing_rescue(writing, rescued, NULL));
    g_assert_true(g_file_get_contents(rescued, &saved, NULL, NULL));
    g_assert_nonnull(strstr(saved, "full "));
    watched->shim.full = FALSE;
    type(writing, "and after");
    assert_saved(writing);
    there = text_in_book(room, room->item);
    g_assert_cmpstr(there, ==, "Before. While\nfull and after");
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
    writing = write_at(room, room->desk, room->item);
    while (mb_passage_undo(mb_writing_passage(writing), &why))
        ;
    assert_saved(writing);
    mb_writing_close(writing);
}

/* Room returns while the hand rests. */
static void test_full_then_rest(Watched *watched, gconstpointer data)
{
    Room *room = &watched->room;
    MbWriting *writing = write_at(room, room->desk, room->item);

    (void)data;
    watched->shim.full = TRUE;
    type(writing, "One");
    g_assert_cmpint(mb_writing_rest(writing, FALSE), >, 0);
    g_assert_false(mb_writing_saved(writing, NULL));
    watched->shim.full = FALSE;
    mb_writing_rest(writing, TRUE);
    assert_saved(writing);
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
}

/* A sync that failed is never believed when it succeeds later: all is written anew into the book itself. */
static void test_sync_fails(Watched *watched, gconstpointer data)
{
    Room *room = &watched->room;
    MbWriting *writing = write_at(room, room->desk, room->item);
    gint64 from = g_get_monotonic_time();
    const char *why = NULL;
    g_autofree char *log = g_strconcat(room->files.path, "-wal", NULL);
    struct stat facts;

    (void)data;
    g_atomic_int_set(&watched->shim.fail_syncs, 1);
    type(writing, "One");
    while (mb_writing_saved(writing, &why)) {
        g_assert_cmpint(g_get_monotonic_time() - from, <, 2 * G_USEC_PER_SEC);
        mb_writing_rest(writing, FALSE);
        g_usleep(1000);
    }
    g_assert_true(g_str_has_prefix(why, "NOT SAVED: the disk gave an error"));
    g_assert_false(mb_writing_synced(writing));
    rest_until_synced(writing, g_get_monotonic_time(), 3000);
    assert_saved(writing);
    g_assert_cmpint(stat(log, &facts), ==, 0);
    g_assert_cmpint(facts.st_size, <, 3 * 4200); /* no more than the small commit that follows */
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
}

/* A long session keeps the log short. */
static void test_log_stays_short(Room *room, gconstpointer data)
{
    MbWriting *writing = write_at(room, room->desk, room->item);
    g_autofree char *log = g_strconcat(room->files.path, "-wal", NULL);
    struct stat facts;

    (void)data;
    for (int i = 0; i < 3000; i++) {
        type(writing, i % 60 == 59 ? "\n" : "k");
        if (i % 100)
            continue;
        g_assert_cmpint(stat(log, &facts), ==, 0);
        g_assert_cmpint(facts.st_size, <, 8 * 1024 * 1024);
    }
    assert_saved(writing);
    mb_writing_close(writing);
    assert_clean_book(mb_desk_book(room->desk));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ROOM(name, function)    g_test_add("/writing/" name, Room, NULL, room_set_up, function, room_tear_down)
#define WATCHED(name, function) g_test_add("/writing/" name, Watched, NULL, watched_set_up, function, watched_tear_down)
    ROOM("every-key", test_every_key);
    ROOM("reopened", test_reopened);
    ROOM("approved", test_approved);
    ROOM("layers", test_layers);
    ROOM("dumped", test_dumped);
    ROOM("two-items", test_two_items);
    ROOM("one-paragraph", test_one_paragraph);
    ROOM("collision", test_collision);
    ROOM("refresh", test_refresh);
    ROOM("log-stays-short", test_log_stays_short);
    WATCHED("synced-in-time", test_synced_in_time);
    WATCHED("synced-while-typing", test_synced_while_typing);
    WATCHED("deeds-wait", test_deeds_wait);
    WATCHED("full", test_full);
    WATCHED("full-then-rest", test_full_then_rest);
    WATCHED("sync-fails", test_sync_fails);
    return g_test_run();
}

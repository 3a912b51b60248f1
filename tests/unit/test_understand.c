/* SPDX-License-Identifier: MIT */
/* Live reading: the text is the source, and its records follow it: they move with its words, go with them, stay where a
   hand has given them a life of their own, and nothing is made twice. */
#include "minutebook/desk/sight.h"
#include "writing_help.h"

typedef struct {
    Room room;
    MbWriting *writing;
} Hall;

static void add_person(MbBook *book, const char *board, const char *id, const char *name, const char *initials)
{
    MbPerson *person = mb_record_new(&MB_PERSON);
    MbSeat *seat = mb_record_new(&MB_SEAT);

    mb_set(&person->id, id);
    mb_set(&person->name, name);
    mb_set(&seat->board, board);
    mb_set(&seat->person, id);
    mb_set(&seat->initials, initials);
    save(book, person);
    save(book, seat);
    mb_record_free(person);
    mb_record_free(seat);
}

static void add_action(MbBook *book, const char *board, const char *ref, const char *text)
{
    MbAction *action = mb_record_new(&MB_ACTION);

    mb_set(&action->board, board);
    mb_set(&action->ref, ref);
    mb_set(&action->text, text);
    save(book, action);
    mb_record_free(action);
}

static void add_earlier(MbBook *book, const char *board)
{
    MbMeeting *earlier = mb_record_new(&MB_MEETING);

    mb_set(&earlier->board, board);
    earlier->day = mb_day_from(2025, 9, 11);
    earlier->state = MB_STATE_CIRCULATED;
    save(book, earlier);
    mb_record_free(earlier);
}

static void hall_set_up(Hall *hall, gconstpointer data)
{
    MbMeeting *meeting;
    MbBoard *board;
    MbBook *book;

    room_set_up(&hall->room, data);
    book = mb_desk_book(hall->room.desk);
    meeting = mb_store_get(book, &MB_MEETING, hall->room.meeting, NULL);
    board = mb_store_get(book, &MB_BOARD, meeting->board, NULL);
    deed_begin(book, "load");
    meeting->state = MB_STATE_WRITTEN_UP;
    board->next_ref = 100;
    save(book, meeting);
    save(book, board);
    add_person(book, board->id, "ada", "Ada Quill", "AQ");
    add_person(book, board->id, "bram", "Bram Oake", "BO");
    add_person(book, board->id, "cleo", "Cleo Marsh", "CM");
    add_action(book, board->id, "96", "Chase the landlord");
    add_earlier(book, board->id);
    deed_commit(book, "loaded");
    mb_record_free(meeting);
    mb_record_free(board);
    hall->writing = write_at(&hall->room, hall->room.desk, hall->room.item);
}

static void hall_tear_down(Hall *hall, gconstpointer data)
{
    if (hall->writing)
        mb_writing_close(hall->writing);
    assert_clean_book(mb_desk_book(hall->room.desk));
    room_tear_down(&hall->room, data);
}

static MbPassage *passage(Hall *hall)
{
    return mb_writing_passage(hall->writing);
}

/* Does COMMAND with up to four words after the meeting; its sentence. */
static char *run(Hall *hall, const char *command, const char *a, const char *b, const char *c)
{
    g_autofree char *meeting = g_strconcat("@", hall->room.meeting, NULL);
    const char *words[] = {meeting, a, a ? b : NULL, a && b ? c : NULL, NULL};
    g_autoptr(GError) error = NULL;
    MbAnswer answer = {0};
    char *text;

    mb_sight_do(hall->room.desk, command, words, NULL, &answer, &error);
    text = g_strdup(error ? error->message : answer.text ? answer.text : "");
    mb_answer_clear(&answer);
    if (hall->writing)
        mb_writing_refresh(hall->writing, NULL);
    return text;
}

/* Reads the paragraph of that index, as when the caret has just left it; -1: the whole item. */
static void read_text(Hall *hall, int index, const char *expected)
{
    g_autofree char *item = g_strconcat("@", hall->room.item, NULL);
    g_autofree char *key = index < 0 ? NULL : g_strconcat("@", mb_passage_paragraph(passage(hall), index)->id, NULL);
    g_autofree char *said = run(hall, "minutes read", item, key, NULL);

    g_assert_cmpstr(said, ==, expected);
}

static char *lines_of(Hall *hall, const char *sql)
{
    g_autofree char *all = g_strdup_printf("SELECT coalesce(group_concat(\"line\", char(10)), '') FROM (%s)", sql);

    return ask(hall->room.files.path, all);
}

/* "112 write to the pilots [Ada Quill] 2026-01-01 open", a line an action raised at this meeting. */
static void assert_log(Hall *hall, const char *expected)
{
    g_autofree char *log = lines_of(
        hall, "SELECT \"ref\" || ' ' || \"text\" || ' [' || coalesce((SELECT group_concat(coalesce(\"name\", p), '; ') "
              "FROM (SELECT \"owner\".\"name\", (SELECT \"name\" FROM \"person\" WHERE \"person\".\"id\" = "
              "\"owner\".\"person\") AS p FROM \"owner\" WHERE \"owner\".\"action\" = \"action\".\"id\" ORDER BY "
              "\"position\")), '') || '] ' || coalesce(\"due\", '-') || ' ' || \"status\" AS \"line\" FROM \"action\" "
              "WHERE \"raised_at\" IS NOT NULL ORDER BY CAST(\"ref\" AS INTEGER)");

    g_assert_cmpstr(log, ==, expected);
}

static void assert_marks(Hall *hall, const char *expected)
{
    g_autofree char *marks =
        lines_of(hall, "SELECT \"reading\" || ': ' || coalesce(\"shown\", '') || ', ' || \"state\" AS \"line\" FROM "
                       "\"mark\" ORDER BY (SELECT \"position\" FROM \"minute\" WHERE \"minute\".\"id\" = "
                       "\"mark\".\"minute\"), \"position\", \"start\"");

    g_assert_cmpstr(marks, ==, expected);
}

static void assert_said(Hall *hall, const char *sql, const char *expected)
{
    g_autofree char *answer = ask(hall->room.files.path, sql);

    g_assert_cmpstr(answer, ==, expected);
}

/* Replaces what stands from START to END of paragraph INDEX. */
static void rewrite(Hall *hall, int index, const char *old, const char *new)
{
    const char *text = mb_passage_paragraph(passage(hall), index)->text->str;
    const char *at = strstr(text, old);
    int start = (int)(at - text);

    g_assert_nonnull(at);
    mb_passage_replace(passage(hall), (MbSpot){index, start}, (MbSpot){index, start + (int)strlen(old)}, new);
    assert_saved(hall->writing);
}

/* The caret at the end, on a line of its own. */
static void type_line(Hall *hall, const char *text)
{
    MbPassage *here = passage(hall);
    int last = mb_passage_count(here) - 1;

    mb_passage_place(here, (MbSpot){last, (int)mb_passage_paragraph(here, last)->text->len}, FALSE);
    if (mb_passage_paragraph(here, last)->text->len)
        type(hall->writing, "\n");
    type(hall->writing, text);
    assert_saved(hall->writing);
}

#define PILOTS "Action: AQ to write to the pilots by 1 January 2026."

static void test_follows(Hall *hall, gconstpointer data)
{
    (void)data;
    type_line(hall, PILOTS);
    read_text(hall, 0, "Understood: 1 action (100).");
    assert_log(hall, "100 write to the pilots [Ada Quill] 2026-01-01 open");
    rewrite(hall, 0, "AQ", "BO and CM");
    rewrite(hall, 0, "1 January", "15 January");
    rewrite(hall, 0, "the pilots", "all pilots");
    read_text(hall, 0, "Understood: changed: 1 action.");
    assert_log(hall, "100 write to all pilots [Bram Oake; Cleo Marsh] 2026-01-15 open");
    assert_marks(hall, "action: 100 B. Oake, C. Marsh, 15 Jan, made");
    rewrite(hall, 0, "BO and CM", "CM");
    read_text(hall, 0, "Understood: changed: 1 action.");
    assert_log(hall, "100 write to all pilots [Cleo Marsh] 2026-01-15 open");
}

static void test_withdrawn(Hall *hall, gconstpointer data)
{
    (void)data;
    type_line(hall, PILOTS);
    read_text(hall, -1, "Understood: 1 action (100).");
    rewrite(hall, 0, "Action: AQ to write", "We wrote");
    read_text(hall, 0, "Understood: withdrawn: 1 action.");
    assert_log(hall, "");
    assert_marks(hall, "");
    rewrite(hall, 0, "We wrote", "Action: AQ to write");
    read_text(hall, 0, "Understood: 1 action (101).");
    assert_log(hall, "101 write to the pilots [Ada Quill] 2026-01-01 open");
}

/* Only the paragraph that was left is read, not the one under the hand. */
static void test_under_the_hand(Hall *hall, gconstpointer data)
{
    (void)data;
    type_line(hall, "RESOLVED that the channel be dredged.");
    type_line(hall, "Action: AQ to");
    read_text(hall, 0, "Understood: 1 decision.");
    type(hall->writing, " write.");
    read_text(hall, 0, "Nothing new was understood.");
    read_text(hall, 1, "Understood: 1 action (100).");
    assert_marks(hall, "decision: resolved, made\naction: 100 A. Quill, made");
}

static void test_split_and_joined(Hall *hall, gconstpointer data)
{
    const char *text;

    (void)data;
    type_line(hall, "The survey was shown. " PILOTS);
    read_text(hall, 0, "Understood: 1 action (100).");
    text = mb_passage_paragraph(passage(hall), 0)->text->str;
    mb_passage_place(passage(hall), (MbSpot){0, (int)(strstr(text, "Action") - text)}, FALSE);
    mb_passage_enter(passage(hall));
    assert_saved(hall->writing);
    read_text(hall, 0, "Nothing new was understood.");
    read_text(hall, 1, "Nothing new was understood.");
    assert_log(hall, "100 write to the pilots [Ada Quill] 2026-01-01 open");
    mb_passage_place(passage(hall), (MbSpot){1, 0}, FALSE);
    mb_passage_erase(passage(hall), MB_UNIT_CHARACTER, FALSE);
    assert_saved(hall->writing);
    g_assert_cmpint(mb_passage_count(passage(hall)), ==, 1);
    read_text(hall, 0, "Nothing new was understood.");
    assert_log(hall, "100 write to the pilots [Ada Quill] 2026-01-01 open");
    assert_marks(hall, "action: 100 A. Quill, 1 Jan, made");
}

static void test_two_in_one(Hall *hall, gconstpointer data)
{
    (void)data;
    type_line(hall, "Action: AQ to write to the pilots. Action: BO to buy a buoy. Action: CM to ring the bell.");
    read_text(hall, 0, "Understood: 3 actions (100, 101, 102).");
    rewrite(hall, 0, "Action: BO to buy a buoy. ", "");
    read_text(hall, 0, "Understood: withdrawn: 1 action.");
    assert_log(hall, "100 write to the pilots [Ada Quill] - open\n102 ring the bell [Cleo Marsh] - open");
}

/* Its paragraph is taken away: what was read from it goes at the next reading; brought back before, it stays. */
static void test_paragraph_gone(Hall *hall, gconstpointer data)
{
    const char *why;

    (void)data;
    type_line(hall, "The survey was shown.");
    type_line(hall, PILOTS);
    read_text(hall, -1, "Understood: 1 action (100).");
    mb_passage_select_unit(passage(hall), (MbSpot){1, 3}, MB_UNIT_PARAGRAPH);
    mb_passage_erase(passage(hall), MB_UNIT_CHARACTER, FALSE);
    mb_passage_erase(passage(hall), MB_UNIT_CHARACTER, FALSE);
    assert_saved(hall->writing);
    g_assert_cmpint(mb_passage_count(passage(hall)), ==, 1);
    while (mb_passage_count(passage(hall)) == 1 || !*mb_passage_paragraph(passage(hall), 1)->text->str)
        g_assert_true(mb_passage_undo(passage(hall), &why));
    assert_saved(hall->writing);
    read_text(hall, -1, "Nothing new was understood.");
    assert_log(hall, "100 write to the pilots [Ada Quill] 2026-01-01 open");
    mb_passage_select_unit(passage(hall), (MbSpot){1, 3}, MB_UNIT_PARAGRAPH);
    mb_passage_erase(passage(hall), MB_UNIT_CHARACTER, FALSE);
    mb_passage_erase(passage(hall), MB_UNIT_CHARACTER, FALSE);
    assert_saved(hall->writing);
    read_text(hall, 0, "Understood: withdrawn: 1 action.");
    assert_log(hall, "");
    assert_marks(hall, "");
}

static void test_private(Hall *hall, gconstpointer data)
{
    (void)data;
    type_line(hall, PILOTS);
    read_text(hall, -1, "Understood: 1 action (100).");
    mb_passage_set_layer(passage(hall), 0, 0, MB_LAYER_PRIVATE);
    assert_saved(hall->writing);
    read_text(hall, 0, "Understood: withdrawn: 1 action.");
    assert_log(hall, "");
    read_text(hall, -1, "Nothing new was understood.");
}

static void test_block(Hall *hall, gconstpointer data)
{
    (void)data;
    type_line(hall, "Action");
    type_line(hall, "Write to the pilots");
    type_line(hall, "Ada Quill");
    read_text(hall, 2, "Understood: 1 action (100).");
    assert_log(hall, "100 Write to the pilots [Ada Quill] - open");
    rewrite(hall, 2, "Ada Quill", "Bram Oake");
    read_text(hall, 2, "Understood: changed: 1 action.");
    assert_log(hall, "100 Write to the pilots [Bram Oake] - open");
    rewrite(hall, 0, "Action", "Thoughts");
    read_text(hall, 0, "Understood: withdrawn: 1 action.");
    assert_log(hall, "");
}

static void test_own_life(Hall *hall, gconstpointer data)
{
    G_GNUC_UNUSED g_autofree char *said = NULL;

    (void)data;
    type_line(hall, PILOTS);
    type_line(hall, "Action: BO to buy a buoy.");
    read_text(hall, -1, "Understood: 2 actions (100, 101).");
    {
        const char *words[] = {"100", "The letter is drafted.", NULL};
        MbAnswer answer = {0};

        g_assert_true(mb_sight_do(hall->room.desk, "actions update", words, NULL, &answer, NULL));
        mb_answer_clear(&answer);
    }
    rewrite(hall, 0, "AQ", "CM");
    read_text(hall, 0, "Nothing new was understood.");
    assert_log(hall, "100 write to the pilots [Ada Quill] 2026-01-01 open\n101 buy a buoy [Bram Oake] - open");
    assert_marks(hall, "action: 100 A. Quill, 1 Jan, own life\naction: 101 B. Oake, made");
    rewrite(hall, 0, "Action: CM to write", "We wrote");
    read_text(hall, 0, "Nothing new was understood.");
    rewrite(hall, 0, "We wrote", "Action: CM to write");
    read_text(hall, 0, "Nothing new was understood.");
    assert_log(hall, "100 write to the pilots [Ada Quill] 2026-01-01 open\n101 buy a buoy [Bram Oake] - open");
}

static void test_refused(Hall *hall, gconstpointer data)
{
    g_autofree char *said = NULL;

    (void)data;
    type_line(hall, "Bram Oake spoke. " PILOTS);
    read_text(hall, 0, "Understood: 1 action (100).");
    said = run(hall, "mark refuse", "1", NULL, NULL);
    g_assert_true(g_str_has_prefix(said, "Refused: "));
    assert_log(hall, "");
    rewrite(hall, 0, "Bram Oake spoke.", "Bram Oake had spoken.");
    read_text(hall, 0, "Nothing new was understood.");
    assert_log(hall, "");
    rewrite(hall, 0, "the pilots", "all pilots");
    read_text(hall, 0, "Understood: 1 action (101).");
    assert_log(hall, "101 write to all pilots [Ada Quill] 2026-01-01 open");
}

static void test_corrected(Hall *hall, gconstpointer data)
{
    g_autofree char *said = NULL;

    (void)data;
    type_line(hall, PILOTS);
    read_text(hall, 0, "Understood: 1 action (100).");
    said = run(hall, "mark correct", "1", "--owner", "Bram Oake");
    g_assert_cmpstr(said, ==,
                    "Corrected: 100 B. Oake, 1 Jan, from “Action: AQ to write to the pilots by 1 January 2026.”.");
    rewrite(hall, 0, "the pilots", "all pilots");
    read_text(hall, 0, "Nothing new was understood.");
    assert_log(hall, "100 write to the pilots [Bram Oake] 2026-01-01 open");
    assert_marks(hall, "action: 100 B. Oake, 1 Jan, own life");
}

static void test_register(Hall *hall, gconstpointer data)
{
    static const char sql[] =
        "SELECT coalesce(group_concat(\"person\" || ' ' || coalesce(\"status\", '-') || ' ' || "
        "coalesce(\"arrived\", '-') || ' ' || coalesce(\"left\", '-'), '; '), '') FROM (SELECT * FROM "
        "\"attendance\" ORDER BY \"person\")";

    (void)data;
    type_line(hall, "Ada Quill and Cleo Marsh joined the meeting at 14:20.");
    type_line(hall, "Ada Quill left at 15:05.");
    read_text(hall, -1, "Understood: 2 arrivals, 1 departure.");
    assert_said(hall, sql, "ada in part 14:20 15:05; cleo in part 14:20 -");
    rewrite(hall, 0, "14:20", "14:25");
    rewrite(hall, 0, "Cleo Marsh", "Bram Oake");
    read_text(hall, 0, "Understood: 1 arrival; changed: 1 arrival; withdrawn: 1 arrival.");
    assert_said(hall, sql, "ada in part 14:25 15:05; bram in part 14:25 -");
    rewrite(hall, 0, "joined the meeting at 14:25", "were late");
    read_text(hall, 0, "Understood: withdrawn: 2 arrivals.");
    rewrite(hall, 1, "left at 15:05", "spoke");
    read_text(hall, 1, "Understood: withdrawn: 1 departure.");
    assert_said(hall, "SELECT count(*) FROM \"attendance\" WHERE \"arrived\" IS NOT NULL OR \"left\" IS NOT NULL", "0");
}

static void test_update(Hall *hall, gconstpointer data)
{
    static const char sql[] =
        "SELECT \"status\" || ' ' || coalesce(\"closed_on\", '-') || ' ' || (SELECT count(*) FROM "
        "\"update\") FROM \"action\" WHERE \"ref\" = '96'";

    (void)data;
    type_line(hall, "Ref 96 – The landlord has answered. This action is closed.");
    read_text(hall, 0, "Understood: 1 update.");
    assert_said(hall, sql, "closed 2025-12-11 1");
    rewrite(hall, 0, "is closed", "remains open");
    read_text(hall, 0, "Understood: changed: 1 update.");
    assert_said(hall, sql, "open - 1");
    rewrite(hall, 0, "remains open", "is closed");
    read_text(hall, 0, "Understood: changed: 1 update.");
    assert_said(hall, sql, "closed 2025-12-11 1");
    rewrite(hall, 0, "Ref 96 – The", "The");
    read_text(hall, 0, "Understood: withdrawn: 1 update.");
    assert_said(hall, sql, "open - 0");
}

static void test_approval(Hall *hall, gconstpointer data)
{
    static const char sql[] = "SELECT \"state\" || ' ' || (SELECT count(*) FROM \"decision\") FROM \"meeting\" WHERE "
                              "\"day\" = '2025-09-11'";

    (void)data;
    type_line(hall, "The minutes of 11 September 2025 were approved as a true record.");
    read_text(hall, 0, "Understood: 1 approval of minutes.");
    assert_said(hall, sql, "approved 1");
    rewrite(hall, 0, "as a true record", "as a correct record");
    read_text(hall, 0, "Understood: changed: 1 approval of minutes.");
    assert_said(hall, sql, "approved 1");
    rewrite(hall, 0, "were approved as a correct record", "were discussed");
    read_text(hall, 0, "Understood: withdrawn: 1 approval of minutes.");
    assert_said(hall, sql, "circulated 0");
}

/* The paragraph that is typed on keeps its speaker, and loses it with the words. */
static void test_speaker(Hall *hall, gconstpointer data)
{
    static const char sql[] = "SELECT coalesce(\"speaker\", '-') || ' ' || \"text\" FROM \"minute\"";

    (void)data;
    type_line(hall, "AQ: We may be late");
    read_text(hall, 0, "Nothing new was understood.");
    assert_said(hall, sql, "ada AQ: We may be late");
    type_line(hall, "");
    mb_passage_place(passage(hall), (MbSpot){0, 18}, FALSE);
    type(hall->writing, ", or not.");
    assert_saved(hall->writing);
    assert_said(hall, "SELECT coalesce(\"speaker\", '-') || ' ' || \"text\" FROM \"minute\" WHERE \"text\" IS NOT NULL",
                "ada AQ: We may be late, or not.");
    rewrite(hall, 0, "AQ: We", "We");
    read_text(hall, 0, "Nothing new was understood.");
    assert_said(hall, "SELECT coalesce(\"speaker\", '-') FROM \"minute\" WHERE \"text\" IS NOT NULL", "-");
}

static void test_idempotent(Hall *hall, gconstpointer data)
{
    g_autofree char *rows = NULL;

    (void)data;
    type_line(hall, PILOTS);
    type_line(hall, "RESOLVED that the channel be dredged.");
    type_line(hall, "Ada Quill left at 15:05.");
    read_text(hall, -1, "Understood: 1 action (100), 1 decision, 1 departure.");
    rows = ask(hall->room.files.path, "SELECT count(*) FROM \"history\"");
    read_text(hall, -1, "Nothing new was understood.");
    read_text(hall, 1, "Nothing new was understood.");
    assert_said(hall, "SELECT count(*) FROM \"history\"", rows);
}

static void add(const char *path, void (*test)(Hall *, gconstpointer))
{
    g_test_add(path, Hall, NULL, hall_set_up, test, hall_tear_down);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_setenv("MINUTEBOOK_NOW", "2025-12-11T14:00:00Z", TRUE);
    add("/understand/an action moves with its words and keeps its ref", test_follows);
    add("/understand/what the text no longer says is withdrawn", test_withdrawn);
    add("/understand/the line under the hand is left alone", test_under_the_hand);
    add("/understand/a paragraph split and joined", test_split_and_joined);
    add("/understand/one of three in a paragraph goes", test_two_in_one);
    add("/understand/a paragraph gone, and back in time", test_paragraph_gone);
    add("/understand/a private line is not read", test_private);
    add("/understand/a block of three lines", test_block);
    add("/understand/a life of its own", test_own_life);
    add("/understand/refused while its words stay", test_refused);
    add("/understand/put right, and kept", test_corrected);
    add("/understand/the register follows and goes back", test_register);
    add("/understand/an update follows and goes back", test_update);
    add("/understand/an approval follows and goes back", test_approval);
    add("/understand/who speaks", test_speaker);
    add("/understand/read again, nothing changes", test_idempotent);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* Search: what is found, how it is shown, in which order, and that the index follows the records. */
#include "store_help.h"

#include "../../src/store/book_private.h"

/* The hits, one a line: kind|board|meeting|item|text. */
static char *found(MbBook *book, const char *words, const char *board, int limit)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(GPtrArray) hits = mb_search(book, words, board, limit, &error);
    GString *lines = g_string_new(NULL);

    g_assert_no_error(error);
    for (guint i = 0; i < hits->len; i++) {
        MbHit *hit = hits->pdata[i];

        g_string_append_printf(lines, "%s%s|%s|%s|%s|%s", i ? "\n" : "", hit->kind, hit->board ? hit->board : "",
                               hit->meeting ? hit->meeting : "", hit->item ? hit->item : "", hit->text);
    }
    return g_string_free(lines, FALSE);
}

static void check_found(MbBook *book, const char *words, const char *board, const char *expected)
{
    g_autofree char *lines = found(book, words, board, 20);

    g_assert_cmpstr(lines, ==, expected);
}

typedef struct {
    Desk desk;
    MbBoard *board;
    MbBoard *other;
    MbMeeting *old;
    MbMeeting *new;
    MbMeeting *elsewhere;
    MbItem *item;
    MbMinute *minute;
    MbAction *action;
    MbPerson *person;
} Shelf;

static void save_and_free(MbBook *book, gpointer record)
{
    save(book, record);
    mb_record_free(record);
}

static void set_up(Shelf *shelf, gconstpointer data)
{
    MbBook *book;
    MbEntry *entry = mb_record_new(&MB_ENTRY);

    desk_set_up(&shelf->desk, data);
    book = shelf->desk.book;
    shelf->board = new_board("Harbour Trust Board", "HTB");
    shelf->other = new_board("Finance Committee", "FC");
    shelf->old = new_meeting(shelf->board, mb_day_from(2024, 4, 25));
    shelf->new = new_meeting(shelf->board, mb_day_from(2025, 12, 11));
    shelf->elsewhere = new_meeting(shelf->other, mb_day_from(2025, 6, 3));
    shelf->item = new_item(shelf->new, "4", "Hate crime");
    shelf->minute = new_minute(shelf->new, shelf->item,
                               "Mrs O'Brien said that **knife crime** in Crémieux Street had fallen by 12.5%.");
    shelf->action = new_action(shelf->new, "84", "Circulate the knife crime slides");
    shelf->person = mb_record_new(&MB_PERSON);
    mb_set(&shelf->person->name, "Anna Knifesmith");
    mb_set(&shelf->person->honorific, "Dr");
    deed_begin(book, "load");
    save(book, shelf->board);
    save(book, shelf->other);
    save(book, shelf->new); /* not in the order of days */
    save(book, shelf->old);
    save(book, shelf->elsewhere);
    save(book, shelf->item);
    save(book, shelf->minute);
    save(book, shelf->action);
    save(book, shelf->person);
    save_and_free(book, new_minute(shelf->old, NULL, "Knife arches were discussed."));
    save_and_free(book, new_decision(shelf->elsewhere, NULL, "To buy a knife bin"));
    mb_set(&entry->board, shelf->board->id);
    mb_set(&entry->meeting, shelf->old->id);
    mb_set(&entry->title, "Knife crime strategy");
    save_and_free(book, entry);
    deed_commit(book, "loaded");
}

static void tear_down(Shelf *shelf, gconstpointer data)
{
    mb_record_free(shelf->board);
    mb_record_free(shelf->other);
    mb_record_free(shelf->old);
    mb_record_free(shelf->new);
    mb_record_free(shelf->elsewhere);
    mb_record_free(shelf->item);
    mb_record_free(shelf->minute);
    mb_record_free(shelf->action);
    mb_record_free(shelf->person);
    desk_tear_down(&shelf->desk, data);
}

#define MINUTE   "minute|Harbour Trust Board|2025-12-11|4 Hate crime|"
#define ACTION   "action|Harbour Trust Board|2025-12-11||Circulate the ‹knife› crime slides"
#define DECISION "decision|Finance Committee|2025-06-03||To buy a ‹knife› bin"
#define OLD      "minute|Harbour Trust Board|2024-04-25||‹Knife› arches were discussed."
#define PLAN     "plan|Harbour Trust Board|2024-04-25||‹Knife› crime strategy"
#define STREET   " in Crémieux Street had fallen by 12.5%."

/* Newest first, whatever the order in which they were written; people, who have no day, first. */
static void test_order(Shelf *shelf, gconstpointer data)
{
    (void)data;
    check_found(shelf->desk.book, "knife", NULL,
                "person||||Dr Anna ‹Knifesmith›\n" ACTION "\n" MINUTE "Mrs O'Brien said that ‹knife› crime" STREET
                "\n" DECISION "\n" PLAN "\n" OLD);
}

static void test_words(Shelf *shelf, gconstpointer data)
{
    MbBook *book = shelf->desk.book;

    (void)data;
    check_found(book, "cremieux fallen", NULL,
                MINUTE "Mrs O'Brien said that knife crime in ‹Crémieux› Street had ‹fallen› by 12.5%.");
    check_found(book, "  O'BRI ", NULL, MINUTE "Mrs ‹O'Brien› said that knife crime" STREET);
    check_found(book, "\"crime in\" fall", NULL,
                MINUTE "Mrs O'Brien said that knife ‹crime in› Crémieux Street had ‹fallen› by 12.5%.");
    check_found(book, "“knife crime” mrs", NULL, MINUTE "‹Mrs› O'Brien said that ‹knife crime›" STREET);
    check_found(book, "\"crime knife\"", NULL, "");
    check_found(book, "\"knife arch\"", NULL, ""); /* closed: not a beginning */
    check_found(book, "\"knife arch", NULL, "minute|Harbour Trust Board|2024-04-25||‹Knife arches› were discussed.");
    check_found(book, "12.5%", NULL,
                MINUTE "Mrs O'Brien said that knife crime in Crémieux Street had fallen by ‹12.5›%.");
    check_found(book, "kni fallen", NULL, ""); /* only the last word may go on */
    check_found(book, "hate", NULL, MINUTE "‹Hate› crime");
}

/* Whatever is typed is words, never syntax. */
static void test_any_text(Shelf *shelf, gconstpointer data)
{
    static const char *const typed[] = {
        "",
        " ",
        "\"",
        "\"\"",
        "\"\"\"",
        "*",
        "**",
        "-",
        "NOT",
        "AND",
        "OR OR",
        "NEAR(knife, 5)",
        "text:knife",
        "{text}:knife",
        "^",
        "^knife",
        "knife*",
        "kn*fe",
        "(knife",
        "knife)",
        "knife AND",
        "knife NOT",
        "knife -x",
        "a\"b",
        "knife \"",
        "\"knife",
        "'; DROP TABLE meeting; --",
        "+",
        "a + b",
        "knife + bin",
        "\x01",
        "\xff\xfe",
        "é",
        "\xCC\x81",
        "\xE2\x80\x9C",
        "%s%n",
        "?1",
        ":words",
        "—",
        "\xF0\x9F\x94\xAA knife",
        "\\",
    };

    (void)data;
    for (gsize i = 0; i < G_N_ELEMENTS(typed); i++) {
        g_autofree char *lines = found(shelf->desk.book, typed[i], NULL, 20);

        g_assert_nonnull(lines);
    }
    check_found(shelf->desk.book, "", NULL, "");
    check_found(shelf->desk.book, "— knife – bin", NULL,
                "decision|Finance Committee|2025-06-03||To buy a ‹knife› ‹bin›");
    {
        g_autoptr(GString) many = g_string_new(NULL);
        g_autofree char *lines = NULL;

        for (int i = 0; i < 5000; i++)
            g_string_append(many, "knife ");
        lines = found(shelf->desk.book, many->str, NULL, 1);
        g_assert_true(g_str_has_prefix(lines, "action|"));
    }
}

static void test_narrow(Shelf *shelf, gconstpointer data)
{
    MbSeat *seat = mb_record_new(&MB_SEAT);
    g_autofree char *one = NULL;

    (void)data;
    check_found(shelf->desk.book, "knife", shelf->other->id, DECISION);
    mb_set(&seat->board, shelf->other->id);
    mb_set(&seat->person, shelf->person->id);
    save_alone(shelf->desk.book, seat);
    check_found(shelf->desk.book, "knife", shelf->other->id, "person||||Dr Anna ‹Knifesmith›\n" DECISION);
    one = found(shelf->desk.book, "knife", NULL, 1);
    g_assert_cmpstr(one, ==, "person||||Dr Anna ‹Knifesmith›");
    mb_record_free(seat);
}

static void test_follows(Shelf *shelf, gconstpointer data)
{
    MbBook *book = shelf->desk.book;

    (void)data;
    mb_set(&shelf->minute->text, "Burglary was discussed.");
    save_alone(book, shelf->minute);
    check_found(book, "cremieux", NULL, "");
    check_found(book, "burgl", NULL, MINUTE "‹Burglary› was discussed.");
    shelf->minute->layer = MB_LAYER_PRIVATE;
    save_alone(book, shelf->minute);
    check_found(book, "burgl", NULL, "");
    shelf->minute->layer = MB_LAYER_NOTE;
    save_alone(book, shelf->minute);
    check_found(book, "burgl", NULL, MINUTE "‹Burglary› was discussed.");
    deed_begin(book, "minute remove");
    g_assert_true(mb_store_delete(book, shelf->minute, NULL));
    mb_book_rollback(book);
    check_found(book, "burgl", NULL, MINUTE "‹Burglary› was discussed.");
    deed_begin(book, "minute remove");
    g_assert_true(mb_store_delete(book, shelf->minute, NULL));
    deed_commit(book, "removed");
    check_found(book, "burgl", NULL, "");
    g_assert_true(mb_book_integrity(book, NULL));
}

/* A meeting that is moved takes its texts along in the order. */
static void test_moved(Shelf *shelf, gconstpointer data)
{
    (void)data;
    shelf->old->day = mb_day_from(2026, 3, 1);
    save_alone(shelf->desk.book, shelf->old);
    check_found(shelf->desk.book, "knife -street", shelf->board->id,
                MINUTE "Mrs O'Brien said that ‹knife› crime in Crémieux ‹Street› had fallen by 12.5%.");
    check_found(shelf->desk.book, "knife arches", NULL,
                "minute|Harbour Trust Board|2026-03-01||‹Knife› ‹arches› were discussed.");
    {
        g_autofree char *first = found(shelf->desk.book, "knife", NULL, 2); /* after the person */

        g_assert_nonnull(strstr(first, "\nplan|Harbour Trust Board|2026-03-01|")
                             ? first
                             : strstr(first, "\nminute|Harbour Trust Board|2026-03-01|"));
    }
}

static void test_table(Shelf *shelf, gconstpointer data)
{
    MbBook *book = shelf->desk.book;
    MbMinute *table = new_minute(shelf->new, shelf->item, NULL);
    MbCell *cell = mb_record_new(&MB_CELL);

    (void)data;
    table->style = MB_STYLE_TABLE;
    mb_set(&cell->minute, table->id);
    cell->row = 0;
    cell->col = 0;
    mb_set(&cell->text, "Wards");
    deed_begin(book, "table add");
    save(book, table);
    save(book, cell);
    deed_commit(book, "added");
    check_found(book, "wards", NULL, MINUTE "‹Wards›");
    mb_set(&cell->text, "Parishes");
    save_alone(book, cell);
    check_found(book, "wards", NULL, "");
    check_found(book, "paris", NULL, MINUTE "‹Parishes›");
    mb_record_free(table);
    mb_record_free(cell);
}

static void test_rebuild(Shelf *shelf, gconstpointer data)
{
    g_autofree char *before = found(shelf->desk.book, "knife", shelf->other->id, 20);
    g_autofree char *after = NULL;
    gint64 rows = count(shelf->desk.book, "SELECT count(*) FROM \"search_text\"");

    (void)data;
    desk_close(&shelf->desk);
    behind(shelf->desk.path, "DELETE FROM \"search_text\" WHERE \"noun\" = 'decision'; INSERT INTO \"search\" "
                             "(\"search\") VALUES ('rebuild')");
    desk_open(&shelf->desk, MB_BOOK_WRITE);
    check_found(shelf->desk.book, "knife", shelf->other->id, "");
    deed_begin(shelf->desk.book, "search rebuild");
    g_assert_true(mb_search_rebuild(shelf->desk.book, NULL));
    deed_commit(shelf->desk.book, "made anew");
    after = found(shelf->desk.book, "knife", shelf->other->id, 20);
    g_assert_cmpstr(after, ==, before);
    g_assert_cmpint(count(shelf->desk.book, "SELECT count(*) FROM \"search_text\""), ==, rows);
    desk_close(&shelf->desk);
    behind(shelf->desk.path, "INSERT INTO \"search\" (\"search\", \"rank\") VALUES ('integrity-check', 1)");
}

/* Words that the index has and the table of words lacks, and the other way round. */
static gint64 words_astray(MbBook *book)
{
    return count(book, "SELECT (SELECT count(*) FROM (SELECT \"term\" FROM temp.\"terms\" EXCEPT SELECT \"word\" FROM "
                       "\"search_word\")) + (SELECT count(*) FROM (SELECT \"word\" FROM \"search_word\" EXCEPT SELECT "
                       "\"term\" FROM temp.\"terms\"))");
}

/* The words there are come and go with the texts, whatever is done and undone. */
static void test_words_known(Shelf *shelf, gconstpointer data)
{
    static const char known[] = "SELECT group_concat(\"word\", ' ') = 'cremieux crime' FROM (SELECT \"word\" FROM "
                                "\"search_word\" WHERE \"word\" BETWEEN 'cr' AND 'cs' ORDER BY 1)";
    MbBook *book = shelf->desk.book;

    (void)data;
    g_assert_cmpint(sqlite3_exec(book->db, "CREATE VIRTUAL TABLE temp.\"terms\" USING fts5vocab(main, search, row)",
                                 NULL, NULL, NULL),
                    ==, SQLITE_OK);
    g_assert_cmpint(count(book, known), ==, 1);
    g_assert_cmpint(words_astray(book), ==, 0);
    mb_set(&shelf->minute->text, "Burglary in Crémieux Street was discussed.");
    save_alone(book, shelf->minute);
    g_assert_cmpint(words_astray(book), ==, 0);
    g_assert_cmpint(count(book, known), ==, 1); /* others speak of crime */
    g_assert_cmpint(count(book, "SELECT count(*) FROM \"search_word\" WHERE \"word\" IN ('brien', 'fallen')"), ==, 0);
    deed_begin(book, "minute remove");
    g_assert_true(mb_store_delete(book, shelf->minute, NULL));
    mb_book_rollback(book);
    g_assert_cmpint(words_astray(book), ==, 0);
    deed_begin(book, "minute remove");
    g_assert_true(mb_store_delete(book, shelf->minute, NULL));
    deed_commit(book, "removed");
    g_assert_cmpint(count(book, known), ==, 0);
    g_assert_cmpint(words_astray(book), ==, 0);
    deed_begin(book, "search rebuild");
    g_assert_true(mb_search_rebuild(book, NULL));
    deed_commit(book, "made anew");
    g_assert_cmpint(words_astray(book), ==, 0);
}

/* Adds minutes of so many meetings, each a day later, that speak of "motorwayA0", "motorwayA1" … */
static void speak_of_motorways(Shelf *shelf, int number)
{
    MbBook *book = shelf->desk.book;

    deed_begin(book, "load");
    for (int i = 0; i < number; i++) {
        MbMeeting *meeting = new_meeting(shelf->board, mb_day_from(2026, 1, 1) + i);
        g_autofree char *text = g_strdup_printf("The motorwayA%d and the Motorwayb", i);

        save(book, meeting);
        save_and_free(book, new_minute(meeting, NULL, text));
        mb_record_free(meeting);
    }
    deed_commit(book, "loaded");
}

/* A beginning finds the newest whatever words it goes on to be, be they few or many. */
static void test_beginnings(Shelf *shelf, gconstpointer data)
{
    MbBook *book = shelf->desk.book;

    (void)data;
    speak_of_motorways(shelf, 10);
    for (int many = 0; many < 2; many++) {
        g_autofree char *two = found(book, "The MOTORWA", NULL, 2);
        g_autofree char *one = found(book, "\"the motorwaya", NULL, 1);
        const char *day = many ? "2026-02-19" : "2026-01-10";
        const char *before = many ? "2026-02-18" : "2026-01-09";
        int last = many ? 49 : 9;
        g_autofree char *first =
            g_strdup_printf("minute|Harbour Trust Board|%s||‹The› ‹motorwayA%d› and ‹the› ‹Motorwayb›", day, last);
        g_autofree char *second = g_strdup_printf(
            "minute|Harbour Trust Board|%s||‹The› ‹motorwayA%d› and ‹the› ‹Motorwayb›", before, last - 1);
        g_autofree char *both = g_strconcat(first, "\n", second, NULL);
        g_autofree char *phrase =
            g_strdup_printf("minute|Harbour Trust Board|%s||‹The motorwayA%d› and the Motorwayb", day, last);

        g_assert_cmpstr(two, ==, both);
        g_assert_cmpstr(one, ==, phrase);
        if (!many) {
            check_found(book, "motorwayA3", NULL,
                        "minute|Harbour Trust Board|2026-01-04||The ‹motorwayA3› and the Motorwayb");
            speak_of_motorways(shelf, 50); /* more words than are asked for one by one */
        }
    }
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/search/" name, Shelf, NULL, set_up, function, tear_down)
    ADD("order", test_order);
    ADD("words", test_words);
    ADD("any-text", test_any_text);
    ADD("narrow", test_narrow);
    ADD("follows", test_follows);
    ADD("moved", test_moved);
    ADD("table", test_table);
    ADD("rebuild", test_rebuild);
    ADD("words-known", test_words_known);
    ADD("beginnings", test_beginnings);
    return g_test_run();
}

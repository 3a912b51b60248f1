/* SPDX-License-Identifier: MIT */
/* Typing in the book: saved key by key, settled into the history later, whoever settles it. */
#include "minutebook/store/typing.h"
#include "store_help.h"

typedef struct {
    MbBoard *board;
    MbMeeting *meeting;
    MbItem *item;
} Evening;

static void evening_save(MbBook *book, Evening *evening)
{
    evening->board = new_board("Harbour Trust Board", "HTB");
    evening->meeting = new_meeting(evening->board, mb_day_from(2025, 12, 11));
    evening->item = new_item(evening->meeting, "4", "Hate crime");
    deed_begin(book, "load");
    save(book, evening->board);
    save(book, evening->meeting);
    save(book, evening->item);
    deed_commit(book, "loaded");
}

static void evening_clear(Evening *evening)
{
    mb_record_free(evening->board);
    mb_record_free(evening->meeting);
    mb_record_free(evening->item);
}

static MbJournal *journal_row(const Evening *evening, int seq, const char *after)
{
    MbJournal *row = mb_record_new(&MB_JOURNAL);

    mb_set(&row->meeting, evening->meeting->id);
    mb_set(&row->item, evening->item->id);
    row->seq = seq;
    mb_set(&row->kind, "typed");
    mb_set(&row->after, after);
    return row;
}

/* One save of one paragraph; GONE is an id or NULL. */
static gboolean try_typing(MbBook *book, const char *who, MbJournal *row, MbMinute *minute, const char *gone,
                           GError **error)
{
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) ids = g_ptr_array_new();

    if (minute)
        g_ptr_array_add(changed, minute);
    if (gone)
        g_ptr_array_add(ids, (gpointer)gone);
    return mb_typing_save(book, who, row, changed, NULL, ids, error);
}

static void type_text(MbBook *book, const char *who, MbMinute *minute, const char *text)
{
    g_autoptr(GError) error = NULL;

    mb_set(&minute->text, text);
    try_typing(book, who, NULL, minute, NULL, &error);
    g_assert_no_error(error);
}

static char *faults_of(MbBook *book)
{
    g_autoptr(GPtrArray) faults = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GError) error = NULL;

    g_assert_true(mb_history_verify(book, faults, &error));
    g_assert_no_error(error);
    g_ptr_array_add(faults, NULL);
    return g_strjoinv("\n", (char **)faults->pdata);
}

#define assert_clean(book)                                                                                             \
    do {                                                                                                               \
        g_autofree char *found = faults_of(book);                                                                      \
        g_assert_cmpstr(found, ==, "");                                                                                \
    } while (0)

static void settle(MbBook *book)
{
    g_autoptr(GError) error = NULL;

    g_assert_true(mb_typing_settle(book, &error));
    g_assert_no_error(error);
}

static MbDeed *last_deed(MbBook *book)
{
    g_autoptr(GPtrArray) deeds = mb_history_deeds(book, TRUE, 1, NULL);

    return g_ptr_array_steal_index(deeds, 0);
}

static void test_saved_then_settled(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    MbMinute *there;
    MbDeed *deed;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    type_text(desk->book, "Ann", minute, "T");
    type_text(desk->book, "Ann", minute, "Th");
    type_text(desk->book, "Ann", minute, "The Director");
    there = mb_store_get(desk->book, &MB_MINUTE, minute->id, NULL);
    g_assert_cmpstr(there->text, ==, "The Director");
    mb_record_free(there);
    g_assert_true(mb_typing_unsettled(desk->book));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 1);
    assert_clean(desk->book);
    settle(desk->book);
    g_assert_false(mb_typing_unsettled(desk->book));
    deed = last_deed(desk->book);
    g_assert_cmpint(deed->seq, ==, 2);
    g_assert_cmpstr(deed->who, ==, "Ann");
    g_assert_cmpstr(deed->deed, ==, "typing");
    g_assert_cmpstr(deed->summary, ==, "typed under item 4 Hate crime: 12 characters, 1 paragraph");
    mb_deed_free(deed);
    assert_clean(desk->book);
    {
        g_autoptr(GPtrArray) hits = mb_search(desk->book, "director", NULL, 10, NULL);

        g_assert_cmpint(hits->len, ==, 1);
        g_ptr_array_set_free_func(hits, (GDestroyNotify)mb_hit_free);
    }
    settle(desk->book);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 2);
    mb_record_free(minute);
    evening_clear(&evening);
}

/* A deed finds everything settled: the history has both, in order. */
static void test_deed_settles_first(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    g_autofree char *deeds = NULL;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    type_text(desk->book, "Ann", minute, "Agreed.");
    mb_set(&evening.item->title, "Hate crime report");
    deed_begin(desk->book, "agenda edit");
    save(desk->book, evening.item);
    deed_commit(desk->book, "renamed");
    desk_close(desk);
    deeds = ask(desk->path, "SELECT group_concat(\"deed\") FROM (SELECT \"deed\" FROM \"history\" ORDER BY \"seq\")");
    g_assert_cmpstr(deeds, ==, "load,typing,agenda edit");
    desk_open(desk, MB_BOOK_WRITE);
    assert_clean(desk->book);
    mb_record_free(minute);
    evening_clear(&evening);
}

/* Typed and changed back, or begun and taken away again: nothing happened. */
static void test_nothing_in_the_end(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *kept;
    MbMinute *passing;

    (void)data;
    evening_save(desk->book, &evening);
    kept = new_minute(evening.meeting, evening.item, "Noted.");
    save_alone(desk->book, kept);
    passing = new_minute(evening.meeting, evening.item, NULL);
    type_text(desk->book, "Ann", kept, "Noted. x");
    type_text(desk->book, "Ann", kept, "Noted.");
    type_text(desk->book, "Ann", passing, "never");
    g_assert_true(try_typing(desk->book, "Ann", NULL, NULL, passing->id, NULL));
    assert_clean(desk->book);
    settle(desk->book);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 2);
    g_assert_false(mb_typing_unsettled(desk->book));
    assert_clean(desk->book);
    mb_record_free(kept);
    mb_record_free(passing);
    evening_clear(&evening);
}

/* Each hand is answered for by its own deed, also within one paragraph. */
static void test_two_hands(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    g_autofree char *who = NULL;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    type_text(desk->book, "Ann", minute, "One");
    type_text(desk->book, "Bo", minute, "One two");
    type_text(desk->book, "Bo", minute, "One two three");
    settle(desk->book);
    assert_clean(desk->book);
    desk_close(desk);
    who = ask(desk->path, "SELECT group_concat(\"who\" || ' ' || \"summary\", '; ') FROM (SELECT * FROM \"history\" "
                          "WHERE \"deed\" = 'typing' ORDER BY \"seq\")");
    g_assert_cmpstr(who, ==,
                    "Ann typed under item 4 Hate crime: 3 characters, 1 paragraph; "
                    "Bo typed under item 4 Hate crime: 10 characters, 1 paragraph");
    mb_record_free(minute);
    evening_clear(&evening);
}

/* What was typed behind the program's back is no typing. */
static void test_forged(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    g_autofree char *faults = NULL;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, "The motion fell.");
    save_alone(desk->book, minute);
    type_text(desk->book, "Ann", minute, "The motion fell. Noted.");
    desk_close(desk);
    behind(desk->path, "UPDATE \"unsettled\" SET \"before\" = replace(\"before\", 'fell', 'passed')");
    desk_open(desk, MB_BOOK_WRITE);
    faults = faults_of(desk->book);
    g_assert_cmpstr(faults, ==, "HTB, 11 December 2025: a paragraph of the minutes was changed outside Minutebook.");
    mb_record_free(minute);
    evening_clear(&evening);
}

static void approve(Desk *desk, Evening *evening)
{
    deed_begin(desk->book, "approve");
    evening->meeting->state = MB_STATE_APPROVED;
    save(desk->book, evening->meeting);
    deed_commit(desk->book, "approved");
}

static void test_approved(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    g_autoptr(GError) error = NULL;
    g_autofree char *said = NULL;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    type_text(desk->book, "Ann", minute, "Agreed");
    approve(desk, &evening);
    mb_set(&minute->text, "Agreed, it is said");
    g_assert_false(try_typing(desk->book, "Ann", NULL, minute, NULL, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(
        said, ==,
        "The book …/harbour.book was not changed: the minutes of this meeting are approved and never change "
        "again; corrections are agreed at a later meeting.");
    assert_clean(desk->book);
    desk_close(desk);
    {
        g_autofree char *sql = g_strdup_printf("UPDATE \"minute\" SET \"text\" = 'x'; INSERT INTO \"unsettled\" SELECT "
                                               "\"id\", 'minute', '{\"id\":\"' || \"id\" || '\"}', '%s', 'Ann' FROM "
                                               "\"minute\"",
                                               evening.meeting->id);

        behind(desk->path, sql);
    }
    desk_open(desk, MB_BOOK_WRITE);
    {
        g_autofree char *faults = faults_of(desk->book);

        g_assert_cmpstr(faults, ==,
                        "HTB, 11 December 2025: a paragraph of the minutes was changed outside Minutebook.");
    }
    mb_record_free(minute);
    evening_clear(&evening);
}

/* A withheld paragraph that is deleted and brought back is withheld again, settled meanwhile or not; its mark is not.
 */
static void check_withheld(Desk *desk, gboolean settled_between)
{
    Evening evening;
    MbMinute *minute;
    MbRestriction *restriction = mb_record_new(&MB_RESTRICTION);
    MbRestriction *back;
    MbMark *mark = mb_record_new(&MB_MARK);

    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, "The offer was 40,000.");
    mb_set(&restriction->minute, minute->id);
    mb_set(&restriction->reason, "commercial");
    mb_set(&mark->minute, minute->id);
    deed_begin(desk->book, "load");
    save(desk->book, minute);
    save(desk->book, restriction);
    save(desk->book, mark);
    deed_commit(desk->book, "loaded");
    g_assert_true(try_typing(desk->book, "Ann", NULL, NULL, minute->id, NULL));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"restriction\""), ==, 0);
    assert_clean(desk->book);
    if (settled_between)
        settle(desk->book);
    type_text(desk->book, "Ann", minute, "The offer was 40,000.");
    back = mb_store_get(desk->book, &MB_RESTRICTION, restriction->id, NULL);
    g_assert_nonnull(back);
    g_assert_true(mb_record_equal(back, restriction));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"mark\" WHERE \"minute\" IS NULL"), ==, 1);
    assert_clean(desk->book);
    settle(desk->book);
    assert_clean(desk->book);
    mb_record_free(back);
    mb_record_free(mark);
    mb_record_free(restriction);
    mb_record_free(minute);
    evening_clear(&evening);
}

static void test_withheld_again(Desk *desk, gconstpointer data)
{
    (void)data;
    check_withheld(desk, FALSE);
}

static void test_withheld_after_settling(Desk *desk, gconstpointer data)
{
    (void)data;
    check_withheld(desk, TRUE);
}

/* A withheld span stays on its words; what is typed within or at its edge belongs to it. */
static void test_spans(Desk *desk, gconstpointer data)
{
    static const struct {
        const char *text;
        int start, length;
    } steps[] = {
        {"It was said by Ann Smith then.", 15, 9},
        {"It was said by Ann Smith-Lee then.", 15, 13},
        {"It was said by Ann Smith-Lee then again.", 15, 13},
        {"It was said by Mrs Ann Smith-Lee then again.", 15, 17},
        {"It was said by Mrs Smith-Lee then again.", 15, 13},
        {"It was said by é then again.", 15, 1},
        {"It then again.", 3, 0}, /* nothing is left of it: then the whole paragraph counts as withheld */
    };
    Evening evening;
    MbMinute *minute;
    MbRestriction *span = mb_record_new(&MB_RESTRICTION);

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, "Said by Ann Smith then.");
    mb_set(&span->minute, minute->id);
    span->start = 8;
    span->length = 9;
    deed_begin(desk->book, "load");
    save(desk->book, minute);
    save(desk->book, span);
    deed_commit(desk->book, "loaded");
    for (gsize i = 0; i < G_N_ELEMENTS(steps); i++) {
        MbRestriction *now;

        type_text(desk->book, "Ann", minute, steps[i].text);
        now = mb_store_get(desk->book, &MB_RESTRICTION, span->id, NULL);
        if (now->start != steps[i].start || now->length != steps[i].length)
            g_error("%s: %d %d", steps[i].text, now->start, now->length);
        mb_record_free(now);
    }
    settle(desk->book);
    assert_clean(desk->book);
    mb_record_free(span);
    mb_record_free(minute);
    evening_clear(&evening);
}

static void test_cells(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    g_autoptr(GPtrArray) changed = g_ptr_array_new();
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(mb_record_free);

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    minute->style = MB_STYLE_TABLE;
    g_ptr_array_add(changed, minute);
    for (int i = 0; i < 4; i++) {
        MbCell *cell = mb_record_new(&MB_CELL);

        mb_set(&cell->minute, minute->id);
        cell->row = i / 2;
        cell->col = i % 2;
        mb_set(&cell->text, i ? "x" : "Ward");
        g_ptr_array_add(cells, cell);
    }
    g_assert_true(mb_typing_save(desk->book, "Ann", NULL, changed, cells, NULL, NULL));
    mb_set(&((MbCell *)cells->pdata[3])->text, "14");
    g_assert_true(mb_typing_save(desk->book, "Ann", NULL, changed, cells, NULL, NULL));
    g_ptr_array_set_size(cells, 3);
    g_assert_true(mb_typing_save(desk->book, "Ann", NULL, changed, cells, NULL, NULL));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"cell\""), ==, 3);
    assert_clean(desk->book);
    settle(desk->book);
    assert_clean(desk->book);
    g_assert_true(try_typing(desk->book, "Ann", NULL, NULL, minute->id, NULL));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"cell\""), ==, 0);
    assert_clean(desk->book);
    settle(desk->book);
    assert_clean(desk->book);
    mb_record_free(minute);
    evening_clear(&evening);
}

/* The journal in its order, a burst grown under its id; it goes with its item. */
static void test_journal(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbJournal *first;
    MbJournal *second;
    g_autoptr(GPtrArray) rows = NULL;

    (void)data;
    evening_save(desk->book, &evening);
    first = journal_row(&evening, 1, "a");
    second = journal_row(&evening, 2, "b");
    g_assert_true(try_typing(desk->book, "Ann", first, NULL, NULL, NULL));
    mb_set(&first->after, "ab");
    g_assert_true(try_typing(desk->book, "Ann", first, NULL, NULL, NULL));
    g_assert_true(try_typing(desk->book, "Ann", second, NULL, NULL, NULL));
    mb_set(&first->after, "abc");
    g_assert_true(try_typing(desk->book, "Ann", first, NULL, NULL, NULL));
    rows = mb_typing_journal(desk->book, evening.meeting->id, evening.item->id, MB_LAYER_MINUTE, NULL);
    g_assert_cmpint(rows->len, ==, 2);
    g_assert_true(mb_record_equal(rows->pdata[0], first));
    g_assert_true(mb_record_equal(rows->pdata[1], second));
    deed_begin(desk->book, "agenda drop");
    g_assert_true(mb_store_delete(desk->book, evening.item, NULL));
    deed_commit(desk->book, "dropped");
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"journal\""), ==, 0);
    assert_clean(desk->book);
    mb_record_free(first);
    mb_record_free(second);
    evening_clear(&evening);
}

static void test_place(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbHandPlace *place = mb_record_new(&MB_PLACE);
    MbHandPlace *found;

    (void)data;
    evening_save(desk->book, &evening);
    g_assert_null(mb_typing_place(desk->book, evening.meeting->id, NULL));
    mb_set(&place->meeting, evening.meeting->id);
    mb_set(&place->item, evening.item->id);
    mb_set(&place->paragraph, "p");
    place->at = 14;
    g_assert_true(mb_typing_set_place(desk->book, place, NULL));
    place->at = 15;
    g_assert_true(mb_typing_set_place(desk->book, place, NULL));
    found = mb_typing_place(desk->book, evening.meeting->id, NULL);
    g_assert_true(mb_record_equal(found, place));
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"place\""), ==, 1);
    g_assert_cmpint(count(desk->book, "SELECT count(*) FROM \"history\""), ==, 1);
    mb_record_free(found);
    mb_record_free(place);
    evening_clear(&evening);
}

/* Another window's writing is noticed, one's own is not. */
static void test_others(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    MbBook *other;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    g_assert_cmpint(mb_typing_watch(desk->book), >=, 0);
    mb_typing_others_wrote(desk->book);
    type_text(desk->book, "Ann", minute, "One");
    g_assert_false(mb_typing_others_wrote(desk->book));
    other = mb_book_open(desk->path, MB_BOOK_WRITE, NULL);
    mb_typing_others_wrote(other);
    type_text(other, "Bo", minute, "One two");
    g_assert_true(mb_typing_others_wrote(desk->book));
    g_assert_false(mb_typing_others_wrote(desk->book));
    type_text(desk->book, "Ann", minute, "One two three");
    g_assert_true(mb_typing_others_wrote(other));
    settle(other);
    g_assert_true(mb_typing_others_wrote(desk->book));
    type_text(desk->book, "Ann", minute, "One two three four");
    assert_clean(desk->book);
    settle(desk->book);
    assert_clean(desk->book);
    mb_book_close(other);
    mb_record_free(minute);
    evening_clear(&evening);
}

/* A save that fails leaves nothing, and the next one is whole. */
static void test_fails_whole(Desk *desk, gconstpointer data)
{
    Evening evening;
    MbMinute *minute;
    MbMinute *stray;
    g_autofree char *said = NULL;
    g_autoptr(GError) error = NULL;

    (void)data;
    evening_save(desk->book, &evening);
    minute = new_minute(evening.meeting, evening.item, NULL);
    stray = new_minute(evening.meeting, NULL, "x");
    mb_set(&stray->item, "nowhere");
    type_text(desk->book, "Ann", minute, "One");
    g_assert_false(try_typing(desk->book, "Ann", NULL, stray, NULL, &error));
    said = sentence(desk, error);
    g_assert_cmpstr(
        said, ==,
        "The book …/harbour.book was not changed: a record of kind “minute” refers to one of kind “item” that "
        "is not there or was to be deleted.");
    type_text(desk->book, "Ann", minute, "One two");
    assert_clean(desk->book);
    settle(desk->book);
    assert_clean(desk->book);
    mb_record_free(stray);
    mb_record_free(minute);
    evening_clear(&evening);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
#define ADD(name, function) g_test_add("/typing/" name, Desk, NULL, desk_set_up, function, desk_tear_down)
    ADD("saved-then-settled", test_saved_then_settled);
    ADD("deed-settles-first", test_deed_settles_first);
    ADD("nothing-in-the-end", test_nothing_in_the_end);
    ADD("two-hands", test_two_hands);
    ADD("forged", test_forged);
    ADD("approved", test_approved);
    ADD("withheld-again", test_withheld_again);
    ADD("withheld-after-settling", test_withheld_after_settling);
    ADD("spans", test_spans);
    ADD("cells", test_cells);
    ADD("journal", test_journal);
    ADD("place", test_place);
    ADD("others", test_others);
    ADD("fails-whole", test_fails_whole);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
#include "load_help.h"
#include "minutebook/base/error.h"
#include "minutebook/exchange/dump.h"
#include "minutebook/exchange/json.h"

/* A record of every noun with every field filled; refs refer to the record of their noun. */
static MbDossier *full_book(void)
{
    MbDossier *book = mb_dossier_new();

    for (gsize i = 0; mb_nouns[i]; i++)
        mb_dossier_new_record(book, mb_nouns[i]);
    for (gsize i = 0; mb_nouns[i]; i++) {
        MbRecord *record = mb_dossier_all(book, mb_nouns[i])->pdata[0];
        for (const MbField *f = record->noun->fields; f->name; f++) {
            static const char *const texts[] = {
                [MB_FIELD_TEXT] = "Zoë said \"no\"\n\x1B[31m",
                [MB_FIELD_INT] = "7",
                [MB_FIELD_BOOL] = "1",
                [MB_FIELD_DAY] = "2026-01-29",
                [MB_FIELD_TIME] = "10:05",
            };
            const char *text = f->kind == MB_FIELD_REF    ? ((MbRecord *)mb_dossier_all(book, f->target)->pdata[0])->id
                               : f->kind == MB_FIELD_ENUM ? f->words[1]
                                                          : texts[f->kind];
            g_assert_true(mb_field_set_text(f, record, text));
        }
    }
    return book;
}

static void assert_same_book(const MbDossier *a, const MbDossier *b)
{
    for (gsize i = 0; mb_nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(a, mb_nouns[i]);
        g_assert_cmpuint(all->len, ==, mb_dossier_all(b, mb_nouns[i])->len);
        for (guint j = 0; j < all->len; j++) {
            const MbRecord *record = all->pdata[j];
            const MbRecord *other = mb_dossier_find(b, mb_nouns[i], record->id);
            g_assert_nonnull(other);
            g_assert_true(mb_record_equal(record, other));
        }
    }
}

static void test_round(void)
{
    g_autoptr(MbDossier) book = full_book();
    mb_dossier_new_record(book, &MB_ITEM); /* all absent */
    g_autoptr(MbValue) dump = mb_dump_value(book, mb_value_new_map(), NULL);
    g_autofree char *json = mb_json_write(dump);
    g_autoptr(GError) error = NULL;
    g_autoptr(MbValue) back = mb_json_read("dump", json, strlen(json), &error);
    g_assert_no_error(error);
    g_autoptr(MbDossier) again = mb_dump_records(back, &error);
    g_assert_no_error(error);
    assert_same_book(book, again);
    g_autoptr(MbValue) second = mb_dump_value(again, mb_value_new_map(), NULL);
    g_autofree char *json_again = mb_json_write(second);
    g_assert_cmpstr(json, ==, json_again);
}

static void test_sample_round(void)
{
    Book book = book_new();

    book_load_well(&book, "board: Trust\nroll:\n  - {name: Ann Lee}\n---\nmeeting: 2025-12-11\nboard: Trust\nitems:\n  "
                          "- {title: One, text: \"A.\\n\\n- b\"}\n");
    g_autoptr(MbValue) dump = mb_dump_value(book.book, mb_value_new_map(), NULL);
    g_autoptr(MbDossier) again = mb_dump_records(dump, NULL);
    assert_same_book(book.book, again);
    book_free(&book);
}

static void test_readers(void)
{
    g_autoptr(MbDossier) book = mb_dossier_new();
    MbValue *readers = mb_value_new_map();
    MbValue *history = mb_value_new_list();

    mb_value_set(readers, "people", mb_value_new_list());
    mb_value_add(history, mb_value_new_text("deed"));
    g_autoptr(MbValue) dump = mb_dump_value(book, readers, history);
    g_assert_cmpstr(mb_value_get_text(dump, "format"), ==, "minutebook 1");
    g_assert_cmpstr(mb_value_key(dump, 1), ==, "people");
    g_assert_cmpstr(mb_value_text(mb_value_at(mb_value_get(dump, "history"), 0)), ==, "deed");
}

static void check_refused(const char *json, const char *message)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(MbValue) value = mb_json_read("dump", json, strlen(json), &error);
    g_assert_no_error(error);
    g_autoptr(MbDossier) book = mb_dump_records(value, &error);

    g_assert_null(book);
    g_assert_error(error, MB_ERROR, MB_ERROR_INPUT);
    g_assert_cmpstr(error->message, ==, message);
}

static void test_refused(void)
{
    check_refused("[]", "This is no dump of a book; expected a file written by minutebook dump.");
    check_refused(
        "{\"format\": \"minutebook 2\"}",
        "This dump is of format minutebook 2, and this version reads minutebook 1; load it with a newer version.");
    check_refused("{\"format\": \"minutebook 1\"}", "This dump holds no records; it was cut short or changed.");
    check_refused(
        "{\"format\": \"minutebook 1\", \"records\": {\"minuet\": []}}",
        "The dump holds records of minuet, which this version does not know; load it with the version that wrote it.");
    check_refused("{\"format\": \"minutebook 1\", \"records\": {\"item\": [{\"id\": \"a\", \"colour\": \"red\"}]}}",
                  "The dump holds a field colour of item, which this version does not know; load it with the version "
                  "that wrote it.");
    check_refused(
        "{\"format\": \"minutebook 1\", \"records\": {\"item\": [{\"id\": \"a\", \"minutes\": \"5\"}]}}",
        "The dump holds in field minutes of item a a value of the wrong kind; it was changed since it was written.");
    check_refused(
        "{\"format\": \"minutebook 1\", \"records\": {\"item\": [{\"id\": \"a\", \"purpose\": \"gossip\"}]}}",
        "The dump holds in field purpose of item a a value of the wrong kind; it was changed since it was written.");
    check_refused("{\"format\": \"minutebook 1\", \"records\": {\"item\": [{\"title\": \"x\"}]}}",
                  "The dump holds a record of item without id; it was changed since it was written.");
    check_refused("{\"format\": \"minutebook 1\", \"records\": {\"item\": [{\"id\": \"a\"}, {\"id\": \"a\"}]}}",
                  "The dump holds the record a of item twice; it was changed since it was written.");
    check_refused(
        "{\"format\": \"minutebook 1\", \"records\": {\"item\": [{\"id\": \"a\", \"meeting\": \"b\"}]}}",
        "The dump names in field meeting of item a a record that it does not hold; it was cut short or changed.");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/dump/round", test_round);
    g_test_add_func("/dump/sample", test_sample_round);
    g_test_add_func("/dump/readers", test_readers);
    g_test_add_func("/dump/refused", test_refused);
    return g_test_run();
}

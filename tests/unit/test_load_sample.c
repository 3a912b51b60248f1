/* SPDX-License-Identifier: MIT */
/* The sample data loads without fault, and a second time changes nothing. */
#include "load_help.h"

/* Loads the sample's files below FOLDER. */
static void load_folder(Book *book, const char *folder)
{
    const char *names[200], *bytes[200];
    gsize lengths[200];
    guint count = 0;

    for (gsize i = 0; i < mb_embedded_count && count < G_N_ELEMENTS(names); i++) {
        if (!g_str_has_prefix(mb_embedded[i].path, folder))
            continue;
        names[count] = mb_embedded[i].path;
        bytes[count] = mb_embedded[i].bytes;
        lengths[count++] = mb_embedded[i].length;
    }
    g_assert_cmpuint(count, >, 1);
    book_begin(book);
    mb_load_files(&book->load, names, bytes, lengths, count);
    g_autofree char *faults = mb_faults_text(book->load.faults);
    g_assert_cmpstr(faults, ==, "");
}

static void assert_unchanged(const Book *book)
{
    for (guint i = 0; i < book->load.changed->len; i++) {
        const MbRecord *record = book->load.changed->pdata[i];
        g_test_message("changed: %s %s", record->noun->name, record->id);
    }
    g_assert_cmpuint(book->load.changed->len, ==, 0);
    g_assert_cmpuint(book->load.gone->len, ==, 0);
}

static void test_twice(void)
{
    Book book = book_new();

    load_folder(&book, "sample-data/");
    g_assert_cmpuint(book_count(&book, &MB_BOARD), >=, 3);
    g_assert_cmpuint(book.load.gone->len, ==, 0);
    load_folder(&book, "sample-data/");
    assert_unchanged(&book);
    book_free(&book);
}

/* The book as it may come back from the store: the same records in another order. */
static void turn_round(Book *book)
{
    MbDossier *turned = mb_dossier_new();

    for (gsize i = 0; mb_nouns[i]; i++) {
        GPtrArray *all = mb_dossier_all(book->book, mb_nouns[i]);
        for (guint j = all->len; j-- > 0;)
            mb_dossier_add(turned, mb_record_copy(all->pdata[j]));
    }
    book_let_go(book);
    book->load = (MbLoad){0};
    mb_dossier_free(book->book);
    book->book = turned;
}

static void test_any_order(void)
{
    Book book = book_new();

    load_folder(&book, "sample-data/");
    turn_round(&book);
    load_folder(&book, "sample-data/");
    assert_unchanged(&book);
    book_free(&book);
}

/* One board's files after all were loaded: what several boards say of one person agrees. */
static void test_one_board(void)
{
    static const char *const folders[] = {"sample-data/csp/", "sample-data/school/", "sample-data/charity/"};
    Book book = book_new();

    load_folder(&book, "sample-data/");
    turn_round(&book);
    for (gsize i = 0; i < G_N_ELEMENTS(folders); i++) {
        load_folder(&book, folders[i]);
        assert_unchanged(&book);
    }
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/sample/twice", test_twice);
    g_test_add_func("/load/sample/any-order", test_any_order);
    g_test_add_func("/load/sample/one-board", test_one_board);
    return g_test_run();
}

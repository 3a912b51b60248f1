/* SPDX-License-Identifier: MIT */
/* The sample data loads without fault, and a second time changes nothing. */
#include "load_help.h"

static guint sample_files(const char **names, const char **bytes, gsize *lengths, guint most)
{
    guint count = 0;

    for (gsize i = 0; i < mb_embedded_count && count < most; i++) {
        if (!g_str_has_prefix(mb_embedded[i].path, "sample-data/"))
            continue;
        names[count] = mb_embedded[i].path;
        bytes[count] = mb_embedded[i].bytes;
        lengths[count++] = mb_embedded[i].length;
    }
    return count;
}

static void load_sample(Book *book)
{
    const char *names[100], *bytes[100];
    gsize lengths[100];
    guint count = sample_files(names, bytes, lengths, 100);

    book_begin(book);
    mb_load_files(&book->load, names, bytes, lengths, count);
    g_autofree char *faults = mb_faults_text(book->load.faults);
    g_assert_cmpstr(faults, ==, "");
}

static void test_twice(void)
{
    Book book = book_new();

    load_sample(&book);
    g_assert_cmpuint(book_count(&book, &MB_BOARD), >=, 3);
    g_assert_cmpuint(book.load.gone->len, ==, 0);
    for (guint i = 0; i < book.load.findings->len; i++) {
        const MbFinding *finding = book.load.findings->pdata[i];
        g_test_message("%s: %s: %s", finding->rule, finding->place, finding->text);
    }
    load_sample(&book);
    for (guint i = 0; i < book.load.changed->len; i++) {
        const MbRecord *record = book.load.changed->pdata[i];
        g_test_message("changed: %s %s", record->noun->name, record->id);
    }
    g_assert_cmpuint(book.load.changed->len, ==, 0);
    g_assert_cmpuint(book.load.gone->len, ==, 0);
    book_free(&book);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/load/sample/twice", test_twice);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* Values and the errors' domain (base/value.h, base/error.h), and the files that travel inside the program
 * (base/embedded.h). */
#include "minutebook/base/embedded.h"
#include "minutebook/base/error.h"
#include "minutebook/base/value.h"

static void test_kinds(void)
{
    g_autoptr(MbValue) map = mb_value_new_map();
    mb_value_set_text(map, "text", "words");
    mb_value_set_text(map, "empty", "");
    mb_value_set_text(map, "none", NULL);
    mb_value_set_int(map, "number", -7);
    mb_value_set_bool(map, "yes", 5);
    mb_value_set(map, "taken", mb_value_new_take(g_strdup("taken")));
    g_assert_cmpstr(mb_value_get_text(map, "text"), ==, "words");
    g_assert_cmpint(mb_value_kind(mb_value_get(map, "empty")), ==, MB_VALUE_NULL);
    g_assert_cmpint(mb_value_kind(mb_value_get(map, "none")), ==, MB_VALUE_NULL);
    g_assert_cmpint(mb_value_int(mb_value_get(map, "number")), ==, -7);
    g_assert_true(mb_value_bool(mb_value_get(map, "yes")));
    g_assert_cmpint(mb_value_kind(mb_value_get(map, "yes")), ==, MB_VALUE_BOOL);
    g_assert_cmpstr(mb_value_get_text(map, "taken"), ==, "taken");
    g_assert_null(mb_value_get_text(map, "number"));
    g_assert_cmpint(mb_value_int(mb_value_get(map, "text")), ==, 0);
    g_assert_false(mb_value_bool(mb_value_get(map, "number")));
}

static void test_absent(void)
{
    g_autoptr(MbValue) text = mb_value_new_text("words");
    g_assert_null(mb_value_get(NULL, "key"));
    g_assert_null(mb_value_get(text, "key"));
    g_assert_null(mb_value_at(text, 0));
    g_assert_null(mb_value_key(text, 0));
    g_assert_cmpuint(mb_value_length(text), ==, 0);
    g_assert_cmpuint(mb_value_length(NULL), ==, 0);
    g_assert_cmpint(mb_value_kind(NULL), ==, MB_VALUE_NULL);
    g_assert_cmpint(mb_value_place(NULL).line, ==, 0);
    g_assert_false(mb_value_plain(NULL));
    mb_value_free(NULL);
}

static void test_list(void)
{
    g_autoptr(MbValue) list = mb_value_new_list();
    mb_value_add(list, mb_value_new_text("a"));
    mb_value_add(list, mb_value_new_map());
    mb_value_add(list, NULL);
    mb_value_set_int(mb_value_at_mut(list, 1), "n", 1);
    g_assert_cmpuint(mb_value_length(list), ==, 3);
    g_assert_cmpstr(mb_value_text(mb_value_at(list, 0)), ==, "a");
    g_assert_cmpint(mb_value_int(mb_value_get(mb_value_at(list, 1), "n")), ==, 1);
    g_assert_cmpint(mb_value_kind(mb_value_at(list, 2)), ==, MB_VALUE_NULL);
    g_assert_null(mb_value_at(list, 3));
}

static void test_order(void)
{
    g_autoptr(MbValue) map = mb_value_new_map();
    mb_value_set_int(map, "b", 1);
    mb_value_set_int(map, "a", 2);
    mb_value_set_int(map, "b", 3); /* again: in its old place */
    g_assert_cmpuint(mb_value_length(map), ==, 2);
    g_assert_cmpstr(mb_value_key(map, 0), ==, "b");
    g_assert_cmpint(mb_value_int(mb_value_value(map, 0)), ==, 3);
    g_assert_cmpstr(mb_value_key(map, 1), ==, "a");
    guint index = 9;
    g_assert_true(mb_value_find(map, "a", &index));
    g_assert_cmpuint(index, ==, 1);
    g_assert_false(mb_value_find(map, "c", NULL));
}

/* A map grows past the size from which it has an index; all stays found, and in order. */
static void test_large(void)
{
    g_autoptr(MbValue) map = mb_value_new_map();
    for (int round = 0; round < 2; round++)
        for (int i = 0; i < 50000; i++) {
            g_autofree char *key = g_strdup_printf("key %d", i);
            mb_value_set_int(map, key, i + round);
        }
    g_assert_cmpuint(mb_value_length(map), ==, 50000);
    g_assert_cmpstr(mb_value_key(map, 11), ==, "key 11");
    g_assert_cmpint(mb_value_int(mb_value_get(map, "key 0")), ==, 1);
    g_assert_cmpint(mb_value_int(mb_value_get(map, "key 11")), ==, 12);
    g_assert_cmpint(mb_value_int(mb_value_get(map, "key 49999")), ==, 50000);
    g_assert_null(mb_value_get(map, "key 50000"));
}

static void test_places(void)
{
    g_autoptr(MbValue) map = mb_value_new_map();
    mb_value_set_text(map, "k", "v");
    g_assert_cmpint(mb_value_key_place(map, 0).line, ==, 0);
    mb_value_set_key_place(map, 0, (MbPlace){.file = "f.yaml", .line = 3, .column = 5});
    mb_value_set_place(map, (MbPlace){.file = "f.yaml", .line = 2, .column = 1});
    g_assert_cmpint(mb_value_key_place(map, 0).column, ==, 5);
    g_assert_cmpint(mb_value_place(map).line, ==, 2);
    g_assert_cmpstr(mb_value_place(map).file, ==, "f.yaml");
    g_assert_cmpint(mb_value_key_place(map, 1).line, ==, 0);
    mb_value_set_plain(map, TRUE);
    g_assert_true(mb_value_plain(map));
}

static void test_embedded(void)
{
    for (gsize i = 0; i < mb_embedded_count; i++)
        g_assert_true(mb_embedded_find(mb_embedded[i].path) == &mb_embedded[i]);
    g_assert_null(mb_embedded_find("forms/no such file.yaml"));
    g_assert_null(mb_embedded_find(""));
    g_assert_null(mb_embedded_find(NULL));
}

static void test_error(void)
{
    g_autoptr(GError) error = g_error_new(MB_ERROR, MB_ERROR_INPUT, "refused");
    g_assert_error(error, MB_ERROR, MB_ERROR_INPUT);
    g_assert_cmpint(MB_ERROR_INPUT, ==, 3); /* exit statuses */
    g_assert_cmpint(MB_ERROR_USAGE, ==, 2);
    g_assert_cmpint(MB_ERROR_BOOK, ==, 4);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/value/kinds", test_kinds);
    g_test_add_func("/value/absent", test_absent);
    g_test_add_func("/value/list", test_list);
    g_test_add_func("/value/order", test_order);
    g_test_add_func("/value/large", test_large);
    g_test_add_func("/value/places", test_places);
    g_test_add_func("/embedded", test_embedded);
    g_test_add_func("/error", test_error);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/base/error.h"
#include "minutebook/exchange/json.h"

#include <string.h>

static void test_write(void)
{
    g_autoptr(MbValue) map = mb_value_new_map();
    MbValue *list = mb_value_new_list();

    mb_value_set_text(map, "zebra", "caf\xC3\xA9 \"quoted\"\n");
    mb_value_set_text(map, "absent", NULL);
    mb_value_set_int(map, "number", 9007199254740993);
    mb_value_set_bool(map, "yes", TRUE);
    mb_value_add(list, mb_value_new_text("a"));
    mb_value_add(list, mb_value_new_list());
    mb_value_set(map, "list", list);
    mb_value_set_text(map, "broken", "\xFF");
    g_autofree char *json = mb_json_write(map);
    g_assert_cmpstr(json, ==,
                    "{\n  \"zebra\": \"caf\xC3\xA9 \\\"quoted\\\"\\n\",\n  \"absent\": null,\n  \"number\": "
                    "9007199254740993,\n  \"yes\": true,\n"
                    "  \"list\": [\n    \"a\",\n    []\n  ],\n  \"broken\": \"\xEF\xBF\xBD\"\n}\n");
}

static void test_read(void)
{
    static const char text[] = "{\"b\": [1, -2, true, null, \"x\"], \"a\": {}}";
    g_autoptr(GError) error = NULL;
    g_autoptr(MbValue) value = mb_json_read("f", text, strlen(text), &error);

    g_assert_no_error(error);
    g_assert_cmpstr(mb_value_key(value, 0), ==, "b");
    const MbValue *list = mb_value_get(value, "b");
    g_assert_cmpint(mb_value_int(mb_value_at(list, 1)), ==, -2);
    g_assert_true(mb_value_bool(mb_value_at(list, 2)));
    g_assert_cmpint(mb_value_kind(mb_value_at(list, 3)), ==, MB_VALUE_NULL);
    g_assert_cmpstr(mb_value_text(mb_value_at(list, 4)), ==, "x");
    g_assert_cmpint(mb_value_kind(mb_value_get(value, "a")), ==, MB_VALUE_MAP);
}

static void check_refused(const char *text, const char *begin)
{
    g_autoptr(GError) error = NULL;
    g_autoptr(MbValue) value = mb_json_read("f", text, strlen(text), &error);

    g_assert_null(value);
    g_assert_error(error, MB_ERROR, MB_ERROR_INPUT);
    g_assert_true(g_str_has_prefix(error->message, begin));
}

static char *brackets(guint count)
{
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < count; i++)
        g_string_append_c(out, '[');
    for (guint i = 0; i < count; i++)
        g_string_append_c(out, ']');
    return g_string_free(out, FALSE);
}

static void test_refused(void)
{
    check_refused("", "f:1:1: this is no JSON");
    check_refused("{\"a\": 1,\n \"a\": 2}", "f:2:4: this is no JSON");
    check_refused("{\"a\": [1,\n  2.5]}", "f:2:4: this number has a fraction");
    check_refused("[\"a.5\", 1e3]", "f:1:10: this number has a fraction");
    check_refused("[1] x", "f:1:");
}

static void test_depth(void)
{
    g_autofree char *fits = brackets(64);
    g_autofree char *deep = brackets(65);
    g_autofree char *deeper = brackets(100000);
    g_autoptr(MbValue) value = mb_json_read("f", fits, strlen(fits), NULL);

    g_assert_nonnull(value);
    check_refused(deep, "f:1:65: brackets are nested deeper than 64");
    check_refused(deeper, "f:1:");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/json/write", test_write);
    g_test_add_func("/json/read", test_read);
    g_test_add_func("/json/refused", test_refused);
    g_test_add_func("/json/depth", test_depth);
    return g_test_run();
}

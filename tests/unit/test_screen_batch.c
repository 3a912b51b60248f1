/* SPDX-License-Identifier: MIT */
/* Keys that come at once: a paste without brackets. They do what they do one by one, and are in the book before they
 * are seen. */
#include "screen_case.h"

#define MEETING "CSP/2026-01-29"
#define TEXT_OF                                                                                                        \
    "SELECT coalesce(group_concat(style || ' ' || text, '/'), '') FROM (SELECT style, text FROM minute WHERE item = "  \
    "(SELECT id FROM item WHERE number = '5' AND meeting = (SELECT id FROM meeting WHERE day = '2026-01-29')) "        \
    "ORDER BY position)"

static const char keys[] =
    "- Cameras were shown. They work well! Do they?\rIn the square.\r\rA line with a typp\bo fixed "
    "and letters like \xc3\xa9 in it.";

static void open_item(ScreenCase *test)
{
    case_book(test);
    case_show(test, "live", MEETING, "5", 24, 80);
}

/* What stands in the book after the keys came one by one. */
static char *one_by_one(char **seen)
{
    ScreenCase test;
    char *text;

    open_item(&test);
    for (const char *at = keys; *at; at = g_utf8_next_char(at))
        mb_headless_bytes(test.screen, at, (gsize)(g_utf8_next_char(at) - at));
    *seen = case_seen(&test);
    text = case_ask(&test, TEXT_OF);
    case_end(&test);
    return text;
}

static void test_same(void)
{
    g_autofree char *seen = NULL;
    g_autofree char *wanted = one_by_one(&seen);
    ScreenCase test;

    open_item(&test);
    mb_headless_bytes(test.screen, keys, strlen(keys));
    g_autofree char *got = case_ask(&test, TEXT_OF);
    g_autofree char *seen_at_once = case_seen(&test);
    g_assert_nonnull(strstr(wanted, "bullet Cameras were shown. They work well! Do they?/bullet In the square."));
    g_assert_nonnull(strstr(wanted, "A line with a typo fixed and letters like \xc3\xa9 in it."));
    g_assert_cmpstr(got, ==, wanted);
    g_assert_cmpstr(seen_at_once, ==, seen);
    case_end(&test);
}

/* A key of the table in the midst finds all before it in the book. */
static void test_key_between(void)
{
    static const char flood[] = "Before the key.\x10\x1b";
    ScreenCase test;

    open_item(&test);
    mb_headless_bytes(test.screen, flood, strlen(flood));
    g_autofree char *got = case_ask(&test, TEXT_OF);
    g_assert_nonnull(strstr(got, "Before the key."));
    case_end(&test);
}

/* A hundred kilobytes, none of it lost. */
static void test_flood(void)
{
    g_autoptr(GString) flood = g_string_new(NULL);
    ScreenCase test;

    for (int i = 0; i < 1400; i++)
        g_string_append_printf(flood, "Line %d of a text that somebody pastes with a terminal that tells nothing.\r",
                               i);
    open_item(&test);
    mb_headless_bytes(test.screen, flood->str, flood->len);
    g_autofree char *lines =
        case_ask(&test, "SELECT count(DISTINCT text) FROM minute WHERE text LIKE 'Line % nothing.'");
    g_assert_cmpstr(lines, ==, "1400");
    case_end(&test);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/screen/batch/same", test_same);
    g_test_add_func("/screen/batch/key-between", test_key_between);
    g_test_add_func("/screen/batch/flood", test_flood);
    return g_test_run();
}

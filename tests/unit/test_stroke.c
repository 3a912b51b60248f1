/* SPDX-License-Identifier: MIT */
/* Names of keys (grid/stroke.h). */
#include "minutebook/grid/stroke.h"

static const struct {
    guint32 key;
    unsigned modifiers;
    const char *name, *shown;
} keys[] = {
    {'a', 0, "a", "a"},
    {'A', 0, "A", "A"},
    {'?', 0, "?", "?"},
    {'-', 0, "-", "-"},
    {0xE9, 0, "é", "é"},
    {0x65E5, 0, "日", "日"},
    {' ', 0, "Space", "Space"},
    {' ', MB_CTRL, "Ctrl-Space", "^Space"},
    {'z', MB_CTRL, "Ctrl-Z", "^Z"},
    {'z', MB_CTRL | MB_SHIFT, "Ctrl-Shift-Z", "Shift-^Z"},
    {'-', MB_CTRL, "Ctrl--", "^-"},
    {'\\', MB_CTRL, "Ctrl-\\", "^\\"},
    {'x', MB_ALT, "Alt-X", "Alt-X"},
    {0xE9, MB_ALT, "Alt-É", "Alt-É"},
    {'x', MB_CTRL | MB_ALT, "Ctrl-Alt-X", "Alt-^X"},
    {MB_KEY_UP, 0, "Up", "↑"},
    {MB_KEY_UP, MB_ALT, "Alt-Up", "Alt-↑"},
    {MB_KEY_RIGHT, MB_CTRL | MB_SHIFT, "Ctrl-Shift-Right", "Shift-^→"},
    {MB_KEY_TAB, MB_SHIFT, "Shift-Tab", "Shift-Tab"},
    {MB_KEY_ENTER, MB_ALT, "Alt-Enter", "Alt-Enter"},
    {MB_KEY_ESCAPE, 0, "Escape", "Esc"},
    {MB_KEY_BACKSPACE, 0, "Backspace", "Bksp"},
    {MB_KEY_PAGE_UP, 0, "PageUp", "PgUp"},
    {MB_KEY_PAGE_DOWN, MB_CTRL, "Ctrl-PageDown", "^PgDn"},
    {MB_KEY_INSERT, 0, "Insert", "Ins"},
    {MB_KEY_DELETE, 0, "Delete", "Del"},
    {MB_KEY_HOME, MB_SHIFT, "Shift-Home", "Shift-Home"},
    {MB_KEY_F1, 0, "F1", "F1"},
    {MB_KEY_F12, MB_SHIFT, "Shift-F12", "Shift-F12"},
};

static void test_names(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++) {
        g_autofree char *name = mb_key_name(keys[i].key, keys[i].modifiers);
        g_autofree char *shown = mb_key_short(keys[i].key, keys[i].modifiers);
        g_assert_cmpstr(name, ==, keys[i].name);
        g_assert_cmpstr(shown, ==, keys[i].shown);
    }
}

static void assert_parsed(const char *name, guint32 key, unsigned modifiers)
{
    guint32 got = 0;
    unsigned with = 0;
    g_test_message("%s", name);
    g_assert_true(mb_key_parse(name, &got, &with));
    g_assert_cmpuint(got, ==, key);
    g_assert_cmpuint(with, ==, modifiers);
}

static void test_parse(void)
{
    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
        assert_parsed(keys[i].name, keys[i].key, keys[i].modifiers);
    assert_parsed("ctrl-z", 'z', MB_CTRL);
    assert_parsed("Shift-Ctrl-Z", 'z', MB_CTRL | MB_SHIFT);
    assert_parsed("Shift-a", 'A', 0);
    assert_parsed("Esc", MB_KEY_ESCAPE, 0);
    assert_parsed("PgDn", MB_KEY_PAGE_DOWN, 0);
    assert_parsed("f10", MB_KEY_F10, 0);
}

static void test_no_names(void)
{
    static const char *const names[] = {"",   "Ctrl-",   "Ctrl-Alt-", "Meta-x",   "F13",
                                        "ab", "Up Down", "\033",      "\302\233", "\377"};
    guint32 key = 5;
    unsigned modifiers = 5;
    for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
        g_assert_false(mb_key_parse(names[i], &key, &modifiers));
    g_assert_false(mb_key_parse(NULL, &key, &modifiers));
    g_assert_cmpuint(key, ==, 5);
    g_assert_cmpuint(modifiers, ==, 5);
}

static gboolean types(guint32 key, unsigned modifiers)
{
    MbStroke stroke = mb_stroke_key(key, modifiers);
    return mb_stroke_types(&stroke);
}

static void test_types(void)
{
    g_assert_true(types('a', 0));
    g_assert_true(types(' ', 0));
    g_assert_true(types(' ', MB_SHIFT));
    g_assert_true(types(0x1F600, 0));
    g_assert_false(types('a', MB_CTRL));
    g_assert_false(types('a', MB_ALT));
    g_assert_false(types(MB_KEY_ENTER, 0));
    g_assert_false(types(MB_KEY_NONE, 0));
    const MbStroke paste = {.kind = MB_STROKE_PASTE, .text = "a", .length = 1, .key = 'a'};
    g_assert_false(mb_stroke_types(&paste));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/stroke/names", test_names);
    g_test_add_func("/stroke/names are read", test_parse);
    g_test_add_func("/stroke/what is no name", test_no_names);
    g_test_add_func("/stroke/keys that type", test_types);
    return g_test_run();
}

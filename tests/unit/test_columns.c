/* SPDX-License-Identifier: MIT */
#include "minutebook/base/text.h"
#include "minutebook/write/columns.h"

#include <string.h>

static const MbColumn columns[] = {
    {.key = "ref", .heading = "Ref", .right = TRUE},
    {.key = "text", .heading = "Action", .flexible = TRUE},
    {.key = "owners", .heading = "Owner", .flexible = TRUE},
    {.key = "due", .heading = "Due"},
    {.key = NULL},
};

static MbValue *add_row(MbValue *list, const char *ref, const char *text, const char *due)
{
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "ref", ref);
    mb_value_set_text(row, "text", text);
    mb_value_set(row, "owners", mb_value_new_list());
    mb_value_set_text(row, "due", due);
    mb_value_add(list, row);
    return mb_value_at_mut(list, mb_value_length(list) - 1);
}

static MbValue *owners_of(const char *first, const char *second)
{
    MbValue *owners = mb_value_new_list();

    mb_value_add(owners, mb_value_new_text(first));
    if (second)
        mb_value_add(owners, mb_value_new_text(second));
    return owners;
}

static void test_aligned(void)
{
    g_autoptr(MbValue) list = mb_value_new_list();
    g_autofree char *text = NULL;

    mb_value_set(add_row(list, "9", "Call", "2026-01-09"), "owners", owners_of("Ann", "Bo"));
    mb_value_set(add_row(list, "112", "Write a paper", "2026-02-10"), "owners", owners_of("Cy", NULL));
    text = mb_write_columns(list, columns, 0, NULL);
    g_assert_cmpstr(text, ==,
                    "Ref  Action         Owner    Due\n"
                    "  9  Call           Ann, Bo  2026-01-09\n"
                    "112  Write a paper  Cy       2026-02-10\n");
}

static void test_wraps(void)
{
    g_autoptr(MbValue) list = mb_value_new_list();
    g_autofree char *text = NULL;

    mb_value_set(add_row(list, "9", "Circulate the slides of the last meeting", "2026-01-09"), "owners",
                 owners_of("Ann", NULL));
    text = mb_write_columns(list, columns, 40, NULL);
    g_assert_cmpstr(text, ==,
                    "Ref  Action            Owner  Due\n"
                    "  9  Circulate the     Ann    2026-01-09\n"
                    "     slides of the\n"
                    "     last meeting\n");
}

/* What is empty throughout is left out; nothing that could steer a terminal comes through; a line break stays within
 * its row. */
static void test_safe(void)
{
    g_autoptr(MbValue) list = mb_value_new_list();
    g_autofree char *text = NULL;

    add_row(list, "1", "a\033[2Jb\nc", NULL);
    text = mb_write_columns(list, columns, 80, NULL);
    g_assert_cmpstr(text, ==,
                    "Ref  Action\n"
                    "  1  a␛[2Jb c\n");
}

/* However much there is, no line is longer than asked for: columns that may not bend give way at last. */
static void test_never_wider(void)
{
    static const MbColumn stiff[] = {{.key = "ref", .heading = "Ref"},
                                     {.key = "text", .heading = "Action"},
                                     {.key = "due", .heading = "Due", .flexible = TRUE},
                                     {.key = NULL}};
    g_autofree char *wide = g_strnfill(90, 'x');
    g_autoptr(MbValue) list = mb_value_new_list();
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;

    add_row(list, wide, wide, wide);
    text = mb_write_columns(list, stiff, 40, NULL);
    lines = g_strsplit(text, "\n", -1);
    g_assert_cmpuint(g_strv_length(lines), >, 7);
    for (guint i = 0; lines[i]; i++)
        g_assert_cmpint(mb_text_width(lines[i]), <=, 40);
}

static void test_wide_letters(void)
{
    g_autoptr(MbValue) list = mb_value_new_list();
    g_autofree char *text = NULL;

    mb_value_set(add_row(list, "1", "会議", NULL), "owners", owners_of("Ann", NULL));
    mb_value_set(add_row(list, "2", "Café", NULL), "owners", owners_of("Bo", NULL));
    text = mb_write_columns(list, columns, 80, NULL);
    g_assert_cmpstr(text, ==,
                    "Ref  Action  Owner\n"
                    "  1  会議    Ann\n"
                    "  2  Café    Bo\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/columns/aligned", test_aligned);
    g_test_add_func("/columns/wraps", test_wraps);
    g_test_add_func("/columns/safe", test_safe);
    g_test_add_func("/columns/never-wider", test_never_wider);
    g_test_add_func("/columns/wide-letters", test_wide_letters);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
#include "load_help.h"
#include "minutebook/exchange/minute_text.h"

/* Reads TEXT under item NUMBER; each paragraph as "style level number|text", cells as "row.col=text". */
static char *shape(const char *text, const char *number)
{
    g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func(mb_record_free);
    g_autoptr(GPtrArray) cells = g_ptr_array_new_with_free_func(mb_record_free);
    GString *out = g_string_new(NULL);

    mb_minute_text_read(text, number, paragraphs, cells);
    for (guint i = 0; i < paragraphs->len; i++) {
        const MbMinute *minute = paragraphs->pdata[i];
        g_assert_cmpint(minute->position, ==, (int)i);
        g_string_append_printf(out, "%s %d %s|%s\n", mb_paragraph_style_words[minute->style], minute->level,
                               minute->number ? minute->number : "-", minute->text ? minute->text : "-");
        for (guint j = 0; j < cells->len; j++) {
            const MbCell *cell = cells->pdata[j];
            if (strcmp(cell->minute, minute->id) == 0)
                g_string_append_printf(out, "%d.%d%s=%s\n", cell->row, cell->col, cell->header ? "h" : "",
                                       cell->text ? cell->text : "-");
        }
    }
    return g_string_free(out, FALSE);
}

static void check(const char *text, const char *number, const char *expected)
{
    g_autofree char *have = shape(text, number);

    g_assert_cmpstr(have, ==, expected);
}

static void test_paragraphs(void)
{
    check("One line\njoined to another.\n\n\nThe **second** *one*.\n", NULL,
          "paragraph 0 -|One line joined to another.\nparagraph 0 -|The **second** *one*.\n");
    check("", NULL, "");
    check(NULL, NULL, "");
    check("  \r\n a\r\n", NULL, "paragraph 0 -|a\n");
    check("*Word* first.\n\n-5 degrees\n\n#1 in the list", NULL,
          "paragraph 0 -|*Word* first.\nparagraph 0 -|-5 degrees\nparagraph 0 -|#1 in the list\n");
}

static void test_lists(void)
{
    check("Intro:\n- one\n  goes on\n  - nested\n    - deeper\n- two\n\n1. first\n2. second\n12) twelfth\n\nAfter.",
          NULL,
          "paragraph 0 -|Intro:\nbullet 0 -|one goes on\nbullet 1 -|nested\nbullet 2 -|deeper\nbullet 0 "
          "-|two\nnumbered 0 1|first\nnumbered 0 2|second\nnumbered 0 12|twelfth\nparagraph 0 -|After.\n");
    check("## Next Steps\nText.\n> updated to\n> £33,748\n\n> another", NULL,
          "heading 0 -|Next Steps\nparagraph 0 -|Text.\neditor 0 -|updated to £33,748\neditor 0 -|another\n");
    check("2024. A year", NULL, "paragraph 0 -|2024. A year\n");
}

static void test_numbers(void)
{
    check("4.2 The Chair spoke.\n\n4.10.1 Then ended.", "4",
          "paragraph 0 4.2|The Chair spoke.\nparagraph 0 4.10.1|Then ended.\n");
    check("4.2 The Chair spoke.", "4.0", "paragraph 0 4.2|The Chair spoke.\n");
    check("4.2 The Chair spoke.", "5", "paragraph 0 -|4.2 The Chair spoke.\n");
    check("4.2 million was spent.", "4", "paragraph 0 -|4.2 million was spent.\n");
    check("14.1 The Chair spoke.", "1", "paragraph 0 -|14.1 The Chair spoke.\n");
    check("2.1 The Chair spoke.\n\n5.5 per cent", NULL,
          "paragraph 0 2.1|The Chair spoke.\nparagraph 0 -|5.5 per cent\n");
    check("4.2. \"Why?\" she asked.", "4", "paragraph 0 4.2|\"Why?\" she asked.\n");
}

static void test_tables(void)
{
    check("| Fund | £ |\n|---|--:|\n| Op Caesar \\| drones | 5000 |\n| | Nil |\n\nText", NULL,
          "table 0 -|-\n0.0h=Fund\n0.1h=£\n1.0=Op Caesar | drones\n1.1=5000\n2.0=-\n2.1=Nil\nparagraph 0 -|Text\n");
    check("| a | b\n\n| c |", NULL, "table 0 -|-\n0.0h=a\n0.1h=b\ntable 0 -|-\n0.0h=c\n");
}

static void test_round(void)
{
    static const char text[] = "4.1 The Chair spoke.\n\n## Funding\n\n- one\n  - nested\n- two\n1. first\n2. "
                               "second\n\n| Fund | £ |\n| a \\| b | |\n\n> editor\n\nThe end.\n";
    g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func(mb_record_free);
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    g_autoptr(MbDossier) book = mb_dossier_new();

    mb_minute_text_read(text, "4", paragraphs, cells);
    for (guint i = 0; i < cells->len; i++)
        mb_dossier_add(book, cells->pdata[i]);
    g_autofree char *written = mb_minute_text_write(book, paragraphs);
    g_assert_cmpstr(written, ==, text);
    g_autoptr(GPtrArray) none = g_ptr_array_new();
    g_autofree char *empty = mb_minute_text_write(book, none);
    g_assert_cmpstr(empty, ==, "");
}

static void add(GPtrArray *paragraphs, int style, int level, const char *number, const char *text)
{
    MbMinute *minute = mb_record_new(&MB_MINUTE);

    minute->style = style;
    minute->level = level;
    mb_set(&minute->number, number);
    mb_set(&minute->text, text);
    g_ptr_array_add(paragraphs, minute);
}

/* Lines without a number are counted, each list for itself; numbers that were printed stay, and are counted on from. */
static void test_counted(void)
{
    g_autoptr(GPtrArray) paragraphs = g_ptr_array_new_with_free_func(mb_record_free);
    g_autoptr(MbDossier) book = mb_dossier_new();
    g_autofree char *written = NULL;

    add(paragraphs, MB_STYLE_NUMBERED, 0, NULL, "one");
    add(paragraphs, MB_STYLE_NUMBERED, 0, NULL, "two");
    add(paragraphs, MB_STYLE_NUMBERED, 1, NULL, "inner");
    add(paragraphs, MB_STYLE_BULLET, 1, NULL, "dot");
    add(paragraphs, MB_STYLE_NUMBERED, 1, NULL, "inner again");
    add(paragraphs, MB_STYLE_NUMBERED, 0, NULL, "three");
    add(paragraphs, MB_STYLE_NUMBERED, 0, "7", "seven");
    add(paragraphs, MB_STYLE_NUMBERED, 0, NULL, "eight");
    add(paragraphs, MB_STYLE_PARAGRAPH, 0, "4.2", "Then this.");
    add(paragraphs, MB_STYLE_NUMBERED, 0, NULL, "one\nmore");
    add(paragraphs, MB_STYLE_PARAGRAPH, 0, "4.3", "4.3 has its number");
    written = mb_minute_text_write(book, paragraphs);
    g_assert_cmpstr(written, ==,
                    "1. one\n2. two\n  1. inner\n  - dot\n  1. inner again\n3. three\n7. seven\n8. eight\n\n4.2 Then "
                    "this.\n\n1. one more\n\n4.3 has its number\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/minute_text/paragraphs", test_paragraphs);
    g_test_add_func("/minute_text/lists", test_lists);
    g_test_add_func("/minute_text/numbers", test_numbers);
    g_test_add_func("/minute_text/tables", test_tables);
    g_test_add_func("/minute_text/round", test_round);
    g_test_add_func("/minute_text/counted", test_counted);
    return g_test_run();
}

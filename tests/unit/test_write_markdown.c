/* SPDX-License-Identifier: MIT */
#include "minutebook/write/markdown.h"

static void assert_paragraph(const char *text, const char *expected)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en");
    g_autofree char *line = g_strconcat(expected, "\n", NULL);
    g_autofree char *markdown = NULL;

    mb_node_paragraph(doc->root, text);
    markdown = mb_write_markdown(doc);
    g_assert_cmpstr(markdown, ==, line);
}

static void test_all(void)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en-GB");
    g_autofree char *markdown = NULL;
    MbNode *list;
    MbNode *table;
    MbNode *row;

    doc->marking = g_strdup("OFFICIAL");
    mb_node_heading(doc->root, 1, "Board");
    mb_node_rich(mb_node_paragraph(doc->root, NULL), "It was **agreed** to *wait*.");
    list = mb_node_list(doc->root);
    mb_node_list_item(list, NULL, "first");
    mb_node_list_item(mb_node_list(mb_node_list_item(list, NULL, "second")), "(a)", "nested");
    mb_node_list_item(mb_node_list(doc->root), "3.", "third");
    table = mb_node_table(doc->root, 2);
    mb_node_align(table, 1, MB_ALIGN_RIGHT);
    row = mb_node_row(table, TRUE);
    mb_node_cell(row, "Item");
    mb_node_cell(row, "Min");
    row = mb_node_row(table, FALSE);
    mb_node_cell(row, "a|b\nc");
    mb_node_cell(row, NULL);
    mb_node_note(doc->root, "Withheld.");
    markdown = mb_write_markdown(doc);
    g_assert_cmpstr(markdown, ==,
                    "**OFFICIAL**\n\n"
                    "# Board\n\n"
                    "It was **agreed** to *wait*.\n\n"
                    "- first\n"
                    "- second\n"
                    "  - (a) nested\n\n"
                    "<!-- -->\n\n"
                    "3. third\n\n"
                    "| Item | Min |\n"
                    "| --- | ---: |\n"
                    "| a\\|b<br>c |  |\n\n"
                    "> Withheld.\n\n"
                    "**OFFICIAL**\n");
}

static void test_hostile(void)
{
    assert_paragraph("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>");
    assert_paragraph("[x](javascript:y) ![z](u)", "\\[x\\](javascript:y) \\!\\[z\\](u)");
    assert_paragraph("*a* _b_ `c` ~~d~~", "\\*a\\* \\_b\\_ \\`c\\` \\~\\~d\\~\\~");
    assert_paragraph("&lt; A & B", "\\&lt; A \\& B");
    assert_paragraph("see http://x.org and www.x.org", "see http\\://x.org and www\\.x.org");
    assert_paragraph("back\\slash", "back\\\\slash");
    assert_paragraph("a\033b", "a␛b");
}

static void test_line_starts(void)
{
    assert_paragraph("# no heading", "\\# no heading");
    assert_paragraph("- no bullet", "\\- no bullet");
    assert_paragraph("+ no bullet", "\\+ no bullet");
    assert_paragraph("12. no list", "12\\. no list");
    assert_paragraph("3) no list", "3\\) no list");
    assert_paragraph("    no code", "no code");
    assert_paragraph("=== no heading", "\\=== no heading");
    assert_paragraph("> no quote", "\\> no quote");
    assert_paragraph("one\n- two", "one\\\n\\- two");
    assert_paragraph("4.2 stays", "4.2 stays");
    assert_paragraph("a - b", "a - b");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/markdown/all", test_all);
    g_test_add_func("/markdown/hostile", test_hostile);
    g_test_add_func("/markdown/line-starts", test_line_starts);
    return g_test_run();
}

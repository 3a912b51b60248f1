/* SPDX-License-Identifier: MIT */
#include "minutebook/doc/cut.h"
#include "minutebook/doc/doc.h"

#include <string.h>

static MbDoc *new_sample(void)
{
    MbDoc *doc = mb_doc_new("Board: Minutes", "en-GB");
    MbNode *list;
    MbNode *table;
    MbNode *row;

    doc->marking = g_strdup("OFFICIAL");
    mb_node_heading(doc->root, 1, "Board");
    mb_node_rich(mb_node_paragraph(doc->root, NULL), "It was **agreed** to *wait*.");
    list = mb_node_list(doc->root);
    mb_node_list_item(list, NULL, "first");
    mb_node_list_item(mb_node_list(mb_node_list_item(list, "2.", "second")), "(a)", "nested");
    table = mb_node_table(doc->root, 2);
    mb_node_align(table, 1, MB_ALIGN_RIGHT);
    row = mb_node_row(table, TRUE);
    mb_node_cell(row, "Item");
    mb_node_cell(row, "Minutes");
    row = mb_node_row(table, FALSE);
    mb_node_cell(row, "Hate crime");
    mb_node_cell(row, "15");
    mb_node_note(doc->root, "Withheld.");
    mb_node_page_break(doc->root);
    return doc;
}

static void test_dump(void)
{
    g_autoptr(MbDoc) doc = new_sample();
    g_autofree char *dump = mb_doc_dump(doc);

    g_assert_cmpstr(dump, ==,
                    "title: Board: Minutes\n"
                    "language: en-GB\n"
                    "marking: OFFICIAL\n"
                    "heading 1\n"
                    "  span: Board\n"
                    "paragraph\n"
                    "  span: It was \n"
                    "  span bold: agreed\n"
                    "  span:  to \n"
                    "  span italic: wait\n"
                    "  span: .\n"
                    "list\n"
                    "  list item\n"
                    "    span: first\n"
                    "  list item 2.\n"
                    "    span: second\n"
                    "    list\n"
                    "      list item (a)\n"
                    "        span: nested\n"
                    "table left right\n"
                    "  row header\n"
                    "    cell\n"
                    "      span: Item\n"
                    "    cell\n"
                    "      span: Minutes\n"
                    "  row\n"
                    "    cell\n"
                    "      span: Hate crime\n"
                    "    cell\n"
                    "      span: 15\n"
                    "note\n"
                    "  span: Withheld.\n"
                    "page break\n");
}

static void test_text(void)
{
    g_autoptr(MbDoc) doc = new_sample();
    g_autofree char *text = mb_node_text(doc->root);

    g_assert_cmpstr(text, ==, "Board It was agreed to wait. first second nested Item Minutes Hate crime 15 Withheld.");
}

static void assert_rich(const char *text, const char *expected)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en");
    g_autofree char *dump = NULL;

    mb_node_rich(mb_node_paragraph(doc->root, NULL), text);
    dump = mb_doc_dump(doc);
    g_assert_cmpstr(strchr(strchr(strchr(dump, '\n') + 1, '\n') + 1, '\n') + 1, ==, expected);
}

static void test_rich(void)
{
    assert_rich("2 * 3 * 4", "  span: 2 * 3 * 4\n");
    assert_rich("**open", "  span: **open\n");
    assert_rich("**a** and **b**", "  span bold: a\n  span:  and \n  span bold: b\n");
    assert_rich("*", "  span: *\n");
    assert_rich("****", "  span: ****\n");
    assert_rich("", "");
}

static void assert_one_fault(const MbDoc *doc, const char *expected)
{
    g_autoptr(GPtrArray) faults = mb_doc_check(doc);

    g_assert_cmpuint(faults->len, ==, 1);
    g_assert_cmpstr(faults->pdata[0], ==, expected);
}

static void test_check(void)
{
    g_autoptr(MbDoc) doc = new_sample();
    g_autoptr(GPtrArray) none = mb_doc_check(doc);
    g_autoptr(MbDoc) jump = mb_doc_new("t", "en");
    g_autoptr(MbDoc) cells = mb_doc_new("t", "en");
    g_autoptr(MbDoc) place = mb_doc_new("t", "en");

    g_assert_cmpuint(none->len, ==, 0);
    mb_node_heading(jump->root, 1, "One");
    mb_node_heading(jump->root, 3, "Three");
    assert_one_fault(jump, "Block 2: heading level 3 follows level 1.");
    mb_node_cell(mb_node_row(mb_node_table(cells->root, 2), FALSE), "alone");
    assert_one_fault(cells, "Block 1: row 1 has 1 cells in a table of 2 columns.");
    mb_node_paragraph(mb_node_cell(mb_node_row(mb_node_table(place->root, 1), FALSE), "x"), NULL);
    assert_one_fault(place, "Block 1: a paragraph stands in a cell.");
}

static void test_cut(void)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en");
    g_autoptr(MbDoc) public = NULL;
    g_autoptr(MbDoc) members = NULL;
    g_autofree char *dump = NULL;
    g_autofree char *for_members = NULL;
    MbNode *row;

    mb_node_heading(doc->root, 1, "Board");
    mb_node_heading(doc->root, 2, "Members only");
    mb_node_paragraph(doc->root, "secret words")->audience = MB_FOR_MEMBERS;
    mb_node_list_item(mb_node_list(doc->root), NULL, "secret point")->audience = MB_FOR_CLERK;
    mb_node_heading(doc->root, 2, "Table");
    row = mb_node_row(mb_node_table(doc->root, 2), FALSE);
    mb_node_cell(row, "open");
    mb_node_cell(row, "secret")->audience = MB_FOR_MEMBERS;
    public = mb_doc_cut(doc, MB_FOR_ALL);
    members = mb_doc_cut(doc, MB_FOR_MEMBERS);
    dump = mb_doc_dump(public);
    for_members = mb_doc_dump(members);
    g_assert_cmpstr(dump, ==,
                    "title: t\nlanguage: en\n"
                    "heading 1\n  span: Board\n"
                    "heading 2\n  span: Table\n"
                    "table left left\n"
                    "  row\n"
                    "    cell\n"
                    "      span: open\n"
                    "    cell\n");
    g_assert_nonnull(strstr(for_members, "secret words"));
    g_assert_null(strstr(for_members, "secret point"));
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/doc/dump", test_dump);
    g_test_add_func("/doc/text", test_text);
    g_test_add_func("/doc/rich", test_rich);
    g_test_add_func("/doc/check", test_check);
    g_test_add_func("/doc/cut", test_cut);
    return g_test_run();
}

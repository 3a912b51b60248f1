/* SPDX-License-Identifier: MIT */
#include "minutebook/base/text.h"
#include "minutebook/write/text.h"

static MbDoc *new_sample(void)
{
    MbDoc *doc = mb_doc_new("t", "en-GB");
    MbNode *list;
    MbNode *table;
    MbNode *row;

    doc->marking = g_strdup("OFFICIAL");
    doc->footer = g_strdup("Safe together");
    mb_node_heading(doc->root, 1, "Community Board");
    mb_node_heading(doc->root, 2, "1. Apologies");
    mb_node_paragraph(doc->root, "The Chair opened the meeting and welcomed those who had come.");
    list = mb_node_list(doc->root);
    mb_node_list_item(list, NULL, "the first of several points that were made");
    mb_node_list_item(mb_node_list(mb_node_list_item(list, "2.", "second")), "(a)", "nested");
    mb_node_note(doc->root, "Withheld.");
    table = mb_node_table(doc->root, 2);
    mb_node_align(table, 1, MB_ALIGN_RIGHT);
    row = mb_node_row(table, TRUE);
    mb_node_cell(row, "Item");
    mb_node_cell(row, "Min");
    row = mb_node_row(table, FALSE);
    mb_node_cell(row, "Hate crime and what the partnership can do");
    mb_node_cell(row, "15");
    return doc;
}

static void test_all(void)
{
    g_autoptr(MbDoc) doc = new_sample();
    g_autofree char *text = mb_write_text(doc, 40);

    g_assert_cmpstr(text, ==,
                    "                OFFICIAL\n"
                    "\n"
                    "Community Board\n"
                    "===============\n"
                    "\n"
                    "1. Apologies\n"
                    "------------\n"
                    "\n"
                    "The Chair opened the meeting and\n"
                    "welcomed those who had come.\n"
                    "\n"
                    "- the first of several points that were\n"
                    "  made\n"
                    "2. second\n"
                    "   (a) nested\n"
                    "\n"
                    "    Withheld.\n"
                    "\n"
                    "Item                                 Min\n"
                    "-----------------------------------  ---\n"
                    "Hate crime and what the partnership   15\n"
                    "can do\n"
                    "\n"
                    "             Safe together\n"
                    "                OFFICIAL\n");
}

static void test_safe(void)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en");
    g_autofree char *text = NULL;

    mb_node_paragraph(doc->root, "a\033[2Jb\tc\nd");
    mb_node_list_item(mb_node_list(doc->root), "\033x", "e");
    text = mb_write_text(doc, 0);
    g_assert_cmpstr(text, ==, "a␛[2Jb c\nd\n\n␛x e\n");
}

static void test_never_wider(void)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en");
    g_autofree char *word = g_strnfill(300, 'w');
    g_autofree char *text = NULL;
    g_auto(GStrv) lines = NULL;
    MbNode *row = mb_node_row(mb_node_table(doc->root, 3), FALSE);

    for (int i = 0; i < 3; i++)
        mb_node_cell(row, word);
    mb_node_heading(doc->root, 1, word);
    mb_node_paragraph(doc->root, word);
    mb_node_list_item(mb_node_list(doc->root), NULL, word);
    text = mb_write_text(doc, 80);
    lines = g_strsplit(text, "\n", -1);
    for (guint i = 0; lines[i]; i++)
        g_assert_cmpint(mb_text_width(lines[i]), <=, 80);
}

static void test_empty(void)
{
    g_autoptr(MbDoc) doc = mb_doc_new("t", "en");
    g_autofree char *text = mb_write_text(doc, 80);

    g_assert_cmpstr(text, ==, "\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/text/all", test_all);
    g_test_add_func("/text/safe", test_safe);
    g_test_add_func("/text/never-wider", test_never_wider);
    g_test_add_func("/text/empty", test_empty);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/write/csv.h"

static MbValue *one_row(const char *text)
{
    MbValue *rows = mb_value_new_list();
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "text", text);
    mb_value_add(rows, row);
    return rows;
}

static void assert_cell(const char *text, const char *cell)
{
    g_autoptr(MbValue) rows = one_row(text);
    g_autofree char *csv = mb_write_csv(rows);
    g_autofree char *expected = g_strdup_printf("text\r\n%s\r\n", cell);

    g_assert_cmpstr(csv, ==, expected);
}

static void test_rows(void)
{
    g_autoptr(MbValue) rows = mb_value_new_list();
    MbValue *row = mb_value_new_map();
    MbValue *owners = mb_value_new_list();
    g_autofree char *csv = NULL;

    mb_value_add(owners, mb_value_new_text("Ann"));
    mb_value_add(owners, mb_value_new_text("Head of Service, Probation"));
    mb_value_set_text(row, "ref", "96");
    mb_value_set(row, "owners", owners);
    mb_value_set_int(row, "days_late", -3);
    mb_value_set_bool(row, "voting", TRUE);
    mb_value_set_text(row, "due", NULL);
    mb_value_add(rows, row);
    csv = mb_write_csv(rows);
    g_assert_cmpstr(csv, ==, "ref,owners,days_late,voting,due\r\n96,\"Ann; Head of Service, Probation\",-3,yes,\r\n");
}

static void test_no_rows(void)
{
    g_autoptr(MbValue) rows = mb_value_new_list();
    g_autofree char *csv = mb_write_csv(rows);

    g_assert_cmpstr(csv, ==, "");
}

static void test_quotes(void)
{
    assert_cell("plain", "plain");
    assert_cell("say \"yes\"", "\"say \"\"yes\"\"\"");
    assert_cell("one, two", "\"one, two\"");
    assert_cell("one\ntwo", "\"one\ntwo\"");
    assert_cell("a;b", "\"a;b\"");
    assert_cell("x\033]0;", "\"x␛]0;\"");
}

static void test_formulas(void)
{
    assert_cell("=1+1", "'=1+1");
    assert_cell("+44 20", "'+44 20");
    assert_cell("-2", "'-2");
    assert_cell("@SUM(A1)", "'@SUM(A1)");
    assert_cell("\t=1", "\"'\t=1\"");
    assert_cell("\r=1", "'␍=1");
    assert_cell("   =1", "'   =1");
    assert_cell("\xC2\xA0=1", "'\xC2\xA0=1");
    assert_cell("'=1", "''=1");
    assert_cell("\"=1\"", "\"'\"\"=1\"\"\"");
    assert_cell("“=1”", "'“=1”");
    assert_cell("＝1", "'＝1");
    assert_cell("＠x", "'＠x");
    assert_cell("\xE2\x80\x8B=1", "'‹U+200B›=1");
    assert_cell("a=1", "a=1");
    assert_cell("3-4 pm", "3-4 pm");
}

static void test_headed(void)
{
    static const char *const columns[] = {"ref", "text", NULL};
    g_autoptr(MbValue) rows = mb_value_new_list();
    g_autofree char *none = mb_write_csv_headed(rows, columns);
    g_autofree char *one = NULL;
    MbValue *row = mb_value_new_map();

    g_assert_cmpstr(none, ==, "ref,text\r\n");
    mb_value_set_text(row, "text", "slides");
    mb_value_add(rows, row);
    one = mb_write_csv_headed(rows, columns);
    g_assert_cmpstr(one, ==, "ref,text\r\n,slides\r\n");
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/csv/rows", test_rows);
    g_test_add_func("/csv/no-rows", test_no_rows);
    g_test_add_func("/csv/quotes", test_quotes);
    g_test_add_func("/csv/formulas", test_formulas);
    g_test_add_func("/write_csv/headed", test_headed);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* Figures in tables and in the text beside them, periods of years, and how papers are marked. */
#include "check_help.h"

#define ITEM PLACE ", item 10 Funding"

typedef struct {
    Room room;
    MbItem *item;
    MbMinute *text;
    MbMinute *table;
} Page;

/* CELLS: rows of texts, COLUMNS each, ended by NULL. */
static Page page_new(const char *text, int columns, const char *const *cells)
{
    Page page = {.room = room_new(MB_STATE_WRITTEN_UP)};

    page.item = put_item(&page.room, "10", "Funding");
    page.text = put_text(&page.room, page.item, text);
    page.table = put_text(&page.room, page.item, NULL);
    page.table->style = MB_STYLE_TABLE;
    for (int i = 0; cells[i]; i++) {
        MbCell *cell = put(&page.room, &MB_CELL);

        mb_set(&cell->minute, page.table->id);
        cell->row = i / columns;
        cell->col = i % columns;
        cell->header = cell->row == 0;
        mb_set(&cell->text, cells[i]);
    }
    look_meeting(&page.room);
    return page;
}

static void look_at(Page *page, const char *text)
{
    mb_set(&page->text->text, text);
    look_meeting(&page->room);
}

static void test_overspend(void)
{
    static const char *const cells[] = {"Line",     "Allocated", "Spent",    "ASB",        "3600", "3815",
                                        "Lighting", "£101,749",  "111,925",  "Hate crime", "2000", "Nil",
                                        "Café",     "0",         "3,500.50", "Drones",     "5000", "5000",
                                        "Total",    "112,349",   "999,999",  NULL};
    static const char *const within[] = {"Line", "Budget", "Spent", "ASB", "3600", "3600", NULL};
    static const char *const others[] = {"Line", "Budget", "Actual", "Income", "400", "900", NULL};
    Page page = page_new("The spend was noted.", 3, cells);

    assert_found(&page.room, "overspend-row", "warning", ITEM,
                 "More was spent than was allotted: “ASB” 3,815 of 3,600, “Lighting” 111,925 of 101,749 and “Café” "
                 "3,500.50 of 0.");
    room_free(&page.room);
    page = page_new("Noted.", 3, within);
    assert_silent(&page.room, "overspend-row");
    room_free(&page.room);
    page = page_new("Noted.", 3, others);
    assert_silent(&page.room, "overspend-row");
    room_free(&page.room);
}

static void test_total_row(void)
{
    static const char *const wrong[] = {"Line",       "£",     "ASB",        "3,600", "Lighting",
                                        "101,749.50", "Total", "105,439.50", NULL};
    static const char *const right[] = {"Line", "£", "ASB", "3,600", "Lighting", "£17k", "**Total**", "20,600", NULL};
    static const char *const words[] = {"Line", "£", "ASB", "tbc", "Lighting", "17", "Total", "20", NULL};
    Page page = page_new("Noted.", 2, wrong);

    assert_found(&page.room, "table-vs-text", "error", ITEM,
                 "The total of “£” in the table is 105,439.50, and its rows add up to 105,349.50.");
    room_free(&page.room);
    page = page_new("Noted.", 2, right);
    assert_silent(&page.room, "table-vs-text");
    room_free(&page.room);
    page = page_new("Noted.", 2, words);
    assert_silent(&page.room, "table-vs-text");
    room_free(&page.room);
}

static void test_text(void)
{
    static const char *const cells[] = {"Line", "Allocated", "ASB", "3,600", "Lighting", "55,450", NULL};
    Page page = page_new("The Board had a total of £57,632 available.", 2, cells);

    assert_found(&page.room, "table-vs-text", "error", ITEM,
                 "The text gives a total of £57,632, and “Allocated” in the table adds up to 59,050.");
    look_at(&page, "The Board had a total of £59,050 available.");
    assert_silent(&page.room, "table-vs-text");
    look_at(&page, "The total was £120,000 with the county's part."); /* of something else */
    assert_silent(&page.room, "table-vs-text");
    look_at(&page, "The Board had £57,632 available."); /* not said to be a total */
    assert_silent(&page.room, "table-vs-text");
    look_at(&page, "In all £55,450 went to lighting."); /* a cell */
    assert_silent(&page.room, "table-vs-text");
    room_free(&page.room);
}

static void test_periods(void)
{
    static const char *const none[] = {NULL};
    static const struct {
        const char *text;
        const char *expected;
    } cases[] = {
        {"Offences in the year Aug 23 – Jul 23 fell.", "“Aug 23 – Jul 23” ends before it begins."},
        {"From August 2023 to July 2023 they fell.", "“August 2023 to July 2023” ends before it begins."},
        {"The grant for the financial year 2023/25 is agreed.", "“financial year 2023/25” is 2 years."},
        {"The 2024/23 report.", "“2024/23” ends before it begins."},
        {"Aug 22 – Jul 23, and the financial year 2023/24.", NULL},
        {"The strategy for 2023/26 was agreed; year 1999/00.", NULL},
        {"Between 12 May 2025 and 3 May 2025/26.", NULL},
        {"The financial year 2099/00.", NULL},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        Page page = page_new(cases[i].text, 1, none);
        const MbFinding *found = finding_of(&page.room, "period-typo");

        g_assert_cmpstr(found ? found->text : NULL, ==, cases[i].expected);
        room_free(&page.room);
    }
}

static MbPaper *put_paper(Room *room, const MbItem *item, const char *title, const char *security)
{
    MbPaper *paper = put(room, &MB_PAPER);

    mb_set(&paper->meeting, room->meeting->id);
    mb_set(&paper->item, item->id);
    mb_set(&paper->title, title);
    mb_set(&paper->security, security);
    return paper;
}

static void test_security(void)
{
    Room room = room_new(MB_STATE_CALLED);
    MbItem *item = put_item(&room, "4", "Hate crime");
    MbPaper *other;

    put_paper(&room, item, "Hate crime report", "[UNRESTRICTED]");
    put_paper(&room, item, "Annex", "unrestricted");
    put_paper(&room, item, "Names", "RESTRICTED");
    look_meeting(&room);
    assert_silent(&room, "security-vocabulary");
    other = put_paper(&room, item, "Subgroup update", "UNPROTECTED");
    look_meeting(&room);
    assert_found(&room, "security-vocabulary", "warning", PLACE,
                 "One marking has several names: [UNRESTRICTED] (“Hate crime report”) and UNPROTECTED (“Subgroup "
                 "update”).");
    mb_set(&other->security, "[Unprotected/Protected/RESTRICTED]");
    look_meeting(&room);
    assert_found(&room, "security-vocabulary", "warning", PLACE ", item 4 Hate crime",
                 "“Subgroup update” is marked “[Unprotected/Protected/RESTRICTED]”: the template was not filled in.");
    room_free(&room);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/check/tables/overspend", test_overspend);
    g_test_add_func("/check/tables/total-row", test_total_row);
    g_test_add_func("/check/tables/text", test_text);
    g_test_add_func("/check/tables/periods", test_periods);
    g_test_add_func("/check/tables/security", test_security);
    return g_test_run();
}

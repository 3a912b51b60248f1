/* SPDX-License-Identifier: MIT */
/* Tables in the minutes: rows that do not add up to their total, money in the text that is nearly that of a table, and
 * more spent than was allotted. Rows of the text's table. */
#include "check_case.h"

#include "minutebook/base/text.h"

#include <math.h>
#include <string.h>

typedef struct {
    const MbMinute *minute;
    GPtrArray *cells; /* borrowed */
    int rows;
    int columns;
} Table;

static Table table_of(const MbCase *c, const MbMinute *minute)
{
    Table table = {.minute = minute, .cells = mb_dossier_of(c->dossier, &MB_CELL, "minute", minute->id)};

    for (guint i = 0; i < table.cells->len; i++) {
        const MbCell *cell = table.cells->pdata[i];

        table.rows = MAX(table.rows, cell->row + 1);
        table.columns = MAX(table.columns, cell->col + 1);
    }
    return table;
}

/* What stands there; "" where nothing does. Borrowed. */
static const char *at(const Table *table, int row, int col)
{
    for (guint i = 0; i < table->cells->len; i++) {
        const MbCell *cell = table->cells->pdata[i];

        if (cell->row == row && cell->col == col)
            return cell->text ? cell->text : "";
    }
    return "";
}

/* "5000", "89,629", "£42,311.22", "£17k", "Nil" as an amount; FALSE where a cell is none. */
static gboolean amount(const char *text, double *value)
{
    g_autofree char *bare = mb_text_fold(text);
    char *end;

    g_strdelimit(bare, "*", ' ');
    g_strstrip(bare);
    if (strcmp(bare, "nil") == 0 || strcmp(bare, "-") == 0 || strcmp(bare, "–") == 0) {
        *value = 0;
        return TRUE;
    }
    if (g_str_has_prefix(bare, "£"))
        memmove(bare, bare + strlen("£"), strlen(bare + strlen("£")) + 1);
    for (char *comma = bare; (comma = strchr(comma, ','));)
        memmove(comma, comma + 1, strlen(comma));
    *value = g_ascii_strtod(bare, &end);
    if (end == bare || !g_ascii_isdigit(*bare))
        return FALSE;
    *value *= *end == 'k' ? 1000 : 1;
    end += *end == 'k';
    return *end == '\0';
}

static char *shown(double value)
{
    g_autofree char *plain =
        fabs(value - round(value)) < 0.005 ? g_strdup_printf("%.0f", value) : g_strdup_printf("%.2f", value);
    gsize whole = strcspn(plain, ".");
    GString *out = g_string_new(plain);

    for (gsize i = 3; i < whole; i += 3)
        g_string_insert_c(out, (gssize)(whole - i), ',');
    return g_string_free(out, FALSE);
}

static gboolean is_total(const char *label)
{
    g_autofree char *folded = mb_text_fold(label);

    g_strdelimit(folded, "*:", ' ');
    g_strstrip(folded);
    return strcmp(folded, "total") == 0 || strcmp(folded, "totals") == 0 || strcmp(folded, "sum") == 0;
}

/* The sum of the amounts in COL above ROW; FALSE where fewer than two rows have one, or one holds words. */
static gboolean sum_of(const Table *table, int col, int row, double *sum)
{
    int count = 0;

    *sum = 0;
    for (int r = 1; r < row; r++) {
        double value;

        if (!*at(table, r, col))
            continue;
        if (!amount(at(table, r, col), &value))
            return FALSE;
        *sum += value;
        count++;
    }
    return count >= 2;
}

typedef void (*TableLook)(MbCase *c, const Table *table);

static void each_table(MbCase *c, TableLook look)
{
    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];

        if (minute->style == MB_STYLE_TABLE && minute->layer == MB_LAYER_MINUTE) {
            Table table = table_of(c, minute);

            look(c, &table);
            g_ptr_array_unref(table.cells);
        }
    }
}

static char *place_of(const MbCase *c, const Table *table)
{
    return mb_case_item_place(c, mb_case_item(c, table->minute->item));
}

/* ---- table-vs-text ---- */

static void total_row(MbCase *c, const Table *table)
{
    int last = table->rows - 1;

    for (int col = 1; last > 2 && is_total(at(table, last, 0)) && col < table->columns; col++) {
        double sum, total;

        if (!amount(at(table, last, col), &total) || !sum_of(table, col, last, &sum) || fabs(sum - total) < 0.005)
            continue;
        g_autofree char *sum_shown = shown(sum);
        g_autofree char *total_shown = shown(total);
        mb_case_report(c, place_of(c, table),
                       g_strdup_printf("The total of “%s” in the table is %s, and its rows add up to %s.",
                                       at(table, 0, col), total_shown, sum_shown),
                       g_strdup("Correct the total, or the row that is wrong."));
    }
}

/* Whether VALUE stands in a cell of the table. */
static gboolean has_cell(const Table *table, double value)
{
    for (guint i = 0; i < table->cells->len; i++) {
        double cell;

        if (amount(((const MbCell *)table->cells->pdata[i])->text, &cell) && fabs(cell - value) < 0.005)
            return TRUE;
    }
    return FALSE;
}

/* A sum that the text calls a total, and that is nearly, but not quite, that of a column. */
static void compare_total(MbCase *c, const Table *table, double stated)
{
    enum { NEAR_PERCENT = 5 };
    int nearest = -1;
    double nearest_sum = 0;

    for (int col = 1; col < table->columns; col++) {
        gboolean totalled = is_total(at(table, table->rows - 1, 0));
        double sum;

        if (!sum_of(table, col, totalled ? table->rows - 1 : table->rows, &sum) || sum <= 0)
            continue;
        if (fabs(sum - stated) < 0.005)
            return;
        if (fabs(sum - stated) * 100 <= sum * NEAR_PERCENT &&
            (nearest < 0 || fabs(sum - stated) < fabs(nearest_sum - stated))) {
            nearest = col;
            nearest_sum = sum;
        }
    }
    if (nearest < 0 || has_cell(table, stated))
        return;
    g_autofree char *stated_shown = shown(stated);
    g_autofree char *sum_shown = shown(nearest_sum);
    mb_case_report(c, place_of(c, table),
                   g_strdup_printf("The text gives a total of £%s, and “%s” in the table adds up to %s.", stated_shown,
                                   at(table, 0, nearest), sum_shown),
                   g_strdup("Correct the text, or the table."));
}

static void compare_text(MbCase *c, const Table *table)
{
    g_autoptr(GRegex) total = g_regex_new("\\b(?:total|totals|totalled|totalling|altogether|in all)\\b[^£.\\n]{0,30}£"
                                          "(\\d[\\d,]*(?:\\.\\d\\d)?k?)",
                                          G_REGEX_CASELESS | G_REGEX_OPTIMIZE, 0, NULL);

    for (guint i = 0; i < c->minutes->len; i++) {
        const MbMinute *minute = c->minutes->pdata[i];
        g_autoptr(GMatchInfo) match = NULL;

        if (minute->layer != MB_LAYER_MINUTE || !minute->text || g_strcmp0(minute->item, table->minute->item) != 0)
            continue;
        for (g_regex_match(total, minute->text, 0, &match); g_match_info_matches(match);
             g_match_info_next(match, NULL)) {
            g_autofree char *words = g_match_info_fetch(match, 1);
            double stated;

            if (amount(words, &stated))
                compare_total(c, table, stated);
        }
    }
}

static void look_table(MbCase *c, const Table *table)
{
    total_row(c, table);
    compare_text(c, table);
}

void mb_check_table_totals(MbCase *c)
{
    each_table(c, look_table);
}

/* ---- overspend-row ---- */

/* The column whose heading has one of WORDS; -1 where none has. */
static int column_of(const Table *table, const char *pattern)
{
    for (int col = 0; col < table->columns; col++)
        if (g_regex_match_simple(pattern, at(table, 0, col), G_REGEX_CASELESS, 0))
            return col;
    return -1;
}

/* Accounts of budget and actual figures have rows of income too: they are left to the treasurer. */
static void overspent(MbCase *c, const Table *table)
{
    int allotted_at = column_of(table, "\\b(allocat|allott|budget|granted|awarded)");
    int spent_at = column_of(table, "\\b(spend|spent|expenditure)");
    g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;

    for (int row = 1; allotted_at >= 0 && spent_at >= 0 && allotted_at != spent_at && row < table->rows; row++) {
        const char *was = at(table, row, allotted_at);
        const char *is = at(table, row, spent_at);
        double allotted, spent;

        if (is_total(at(table, row, 0)) || !amount(*was ? was : "0", &allotted) || !amount(is, &spent) ||
            spent <= allotted)
            continue;
        g_autofree char *spent_shown = shown(spent);
        g_autofree char *allotted_shown = shown(allotted);
        g_ptr_array_add(rows, g_strdup_printf("“%s” %s of %s", at(table, row, 0), spent_shown, allotted_shown));
    }
    if (!rows->len)
        return;
    g_ptr_array_add(rows, NULL);
    list = mb_text_join((const char *const *)rows->pdata);
    mb_case_report(c, place_of(c, table), g_strdup_printf("More was spent than was allotted: %s.", list),
                   g_strdup("Say in the text what covered it, or correct the figures."));
}

void mb_check_overspend(MbCase *c)
{
    each_table(c, overspent);
}

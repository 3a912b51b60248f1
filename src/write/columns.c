/* SPDX-License-Identifier: MIT */
#include "minutebook/write/columns.h"

#include "layout.h"

#include "minutebook/base/text.h"

/* Words longer than this are broken where room is short. */
enum { WORD_LIMIT = 18 };

static guint count_columns(const MbColumn *columns)
{
    guint count = 0;

    while (columns[count].key)
        count++;
    return count;
}

static char *cell_text(const MbValue *row, const char *key)
{
    g_autofree char *text = mb_layout_value(mb_value_get(row, key), ", ");

    return mb_layout_line(text);
}

/* As wide as the widest cell, and as the heading where there is any cell. */
static int natural_width(const MbValue *list, const MbColumn *column)
{
    int width = 0;

    for (guint i = 0; i < mb_value_length(list); i++) {
        g_autofree char *text = cell_text(mb_value_at(list, i), column->key);

        width = MAX(width, mb_text_width(text));
    }
    return width ? MAX(width, mb_text_width(column->heading)) : 0;
}

/* The longest word of its heading, and of its cells up to a limit: lists for people are not broken within words that
 * could stand whole. */
static int longest_word(const char *text)
{
    g_auto(GStrv) words = g_strsplit_set(text, " -/", -1);
    int longest = 0;

    for (guint i = 0; words[i]; i++)
        longest = MAX(longest, mb_text_width(words[i]) + 1);
    return longest;
}

static int least_width(const MbValue *list, const MbColumn *column)
{
    int least = 0;

    for (guint i = 0; i < mb_value_length(list); i++) {
        g_autofree char *text = cell_text(mb_value_at(list, i), column->key);

        least = MAX(least, longest_word(text));
    }
    return MAX(MIN(least, WORD_LIMIT), mb_text_width(column->heading));
}

static MbLayoutColumn *measure(const MbValue *list, const MbColumn *columns, guint count, int width)
{
    MbLayoutColumn *layout = g_new0(MbLayoutColumn, count);

    for (guint i = 0; i < count; i++) {
        layout[i].natural = natural_width(list, &columns[i]);
        layout[i].least = least_width(list, &columns[i]);
        layout[i].flexible = columns[i].flexible;
        layout[i].right = columns[i].right;
    }
    mb_layout_fit(layout, count, width);
    return layout;
}

static void append_cells(GString *out, const MbLayoutColumn *layout, const MbColumn *columns, guint count,
                         const MbValue *row)
{
    g_auto(GStrv) cells = g_new0(char *, count + 1);

    for (guint i = 0; i < count; i++)
        cells[i] = row ? cell_text(row, columns[i].key) : g_strdup(columns[i].heading);
    mb_layout_row(out, layout, count, (const char *const *)cells, 0);
}

char *mb_write_columns(const MbValue *list, const MbColumn *columns, int width)
{
    guint count = count_columns(columns);
    g_autofree MbLayoutColumn *layout = measure(list, columns, count, width > 0 ? width : 80);
    GString *out = g_string_new(NULL);

    if (mb_value_length(list))
        append_cells(out, layout, columns, count, NULL);
    for (guint i = 0; i < mb_value_length(list); i++)
        append_cells(out, layout, columns, count, mb_value_at(list, i));
    return g_string_free(out, FALSE);
}

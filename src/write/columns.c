/* SPDX-License-Identifier: MIT */
#include "minutebook/write/columns.h"

#include "layout.h"

#include "minutebook/base/text.h"

/* Words longer than WORD_LIMIT are broken where room is short; a column narrower than PHRASE is tiresome to read. */
enum { WORD_LIMIT = 18, PHRASE = 20 };

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

/* What stands in a column: nothing counts as no column. */
static MbLayoutColumn measure(const MbValue *list, const MbColumn *column)
{
    MbLayoutColumn layout = {.flexible = column->flexible, .right = column->right};

    for (guint i = 0; i < mb_value_length(list); i++) {
        g_autofree char *text = cell_text(mb_value_at(list, i), column->key);

        layout.natural = MAX(layout.natural, mb_text_width(text));
        layout.least = MAX(layout.least, mb_layout_least(text));
    }
    layout.least = MAX(MIN(layout.least, WORD_LIMIT), mb_text_width(column->heading));
    if (layout.natural)
        layout.natural = MAX(layout.natural, mb_text_width(column->heading));
    return layout;
}

/* What a list needs to be read with ease: columns that bend as wide as a short phrase, all others whole. */
static int wanted(const MbLayoutColumn *layout, guint count)
{
    int width = -MB_LAYOUT_GAP;

    for (guint i = 0; i < count; i++)
        if (layout[i].natural)
            width += MB_LAYOUT_GAP +
                     (layout[i].flexible ? MIN(layout[i].natural, MAX(PHRASE, layout[i].least)) : layout[i].natural);
    return width;
}

/* The column that can best be spared; COUNT where none can. */
static guint most_spare(const MbLayoutColumn *layout, const MbColumn *columns, guint count)
{
    guint found = count;

    for (guint i = 0; i < count; i++)
        if (layout[i].natural && columns[i].spare && (found == count || columns[i].spare > columns[found].spare))
            found = i;
    return found;
}

static void spare(MbLayoutColumn *layout, const MbColumn *columns, guint count, int width, char **left_out)
{
    g_autoptr(GString) names = g_string_new(NULL);
    guint column;

    while (wanted(layout, count) > width && (column = most_spare(layout, columns, count)) < count) {
        layout[column].natural = 0;
        g_string_append_printf(names, "%s%s", names->len ? ", " : "", columns[column].heading);
    }
    if (left_out)
        *left_out = names->len ? g_strdup(names->str) : NULL;
}

static MbLayoutColumn *lay_out(const MbValue *list, const MbColumn *columns, guint count, int width, char **left_out)
{
    MbLayoutColumn *layout = g_new0(MbLayoutColumn, count);

    for (guint i = 0; i < count; i++)
        layout[i] = measure(list, &columns[i]);
    spare(layout, columns, count, width > 0 ? width : G_MAXINT, left_out);
    if (width > 0)
        mb_layout_fit(layout, count, width);
    for (guint i = 0; width <= 0 && i < count; i++)
        layout[i].width = layout[i].natural;
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

char *mb_write_columns(const MbValue *list, const MbColumn *columns, int width, char **left_out)
{
    guint count = count_columns(columns);
    g_autofree MbLayoutColumn *layout = lay_out(list, columns, count, width, left_out);
    GString *out = g_string_new(NULL);

    if (mb_value_length(list))
        append_cells(out, layout, columns, count, NULL);
    for (guint i = 0; i < mb_value_length(list); i++)
        append_cells(out, layout, columns, count, mb_value_at(list, i));
    return g_string_free(out, FALSE);
}

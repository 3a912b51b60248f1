/* SPDX-License-Identifier: MIT */
#include "layout.h"

#include "minutebook/base/text.h"

#include <string.h>

/* A flexible column narrower than this cannot be read. */
#define READABLE 10

static int gaps_of(const MbLayoutColumn *columns, guint count)
{
    int used = 0;

    for (guint i = 0; i < count; i++)
        used += columns[i].natural > 0;
    return MAX(used - 1, 0) * MB_LAYOUT_GAP;
}

static int width_at(const MbLayoutColumn *column, gboolean all, int cap)
{
    return all || column->flexible ? MIN(column->natural, MAX(cap, column->least)) : column->natural;
}

static int used_at(const MbLayoutColumn *columns, guint count, gboolean all, int cap)
{
    int used = 0;

    for (guint i = 0; i < count; i++)
        used += width_at(&columns[i], all, cap);
    return used;
}

/* The largest width at which columns may be capped so that all fit ROOM; 1 at least. */
static int cap_for(const MbLayoutColumn *columns, guint count, gboolean all, int room)
{
    int cap = 1;

    while (cap < room && used_at(columns, count, all, cap + 1) <= room)
        cap++;
    return cap;
}

/* ALL: every column gives way, not only the flexible ones. */
static void fit(MbLayoutColumn *columns, guint count, int room, gboolean all)
{
    int cap = cap_for(columns, count, all, room);
    int left;

    all = all || used_at(columns, count, FALSE, MIN(cap, READABLE)) > room ||
          (cap < READABLE && used_at(columns, count, FALSE, cap + 1) > room);
    if (all)
        cap = cap_for(columns, count, TRUE, room);
    for (guint i = 0; i < count; i++)
        columns[i].width = width_at(&columns[i], all, cap);
    left = room - used_at(columns, count, all, cap);
    for (guint i = 0; i < count && left > 0; i++) /* what division left over */
        if (columns[i].natural > columns[i].width) {
            columns[i].width++;
            left--;
        }
}

void mb_layout_fit(MbLayoutColumn *columns, guint count, int width)
{
    int room = width - gaps_of(columns, count);
    gboolean all = used_at(columns, count, FALSE, 0) > room; /* no room for whole words in the flexible ones alone */

    if (all && used_at(columns, count, TRUE, 0) > room) /* nor in all */
        for (guint i = 0; i < count; i++)
            columns[i].least = 0;
    fit(columns, count, room, all);
}

/* ---- words ---- */

/* Whether a long word may be broken after AT: after a hyphen, slash, point or at sign within it, but not between
 * figures, as those of a date. */
static gboolean is_joint(const char *word, const char *at)
{
    return at > word && at[1] && strchr("-/@.", *at) && !(g_ascii_isdigit(at[-1]) && g_ascii_isdigit(at[1]));
}

int mb_layout_least(const char *text)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    int least = 0;

    for (guint i = 0; words[i]; i++) {
        const char *from = words[i];

        for (const char *at = from; *at; at++)
            if (is_joint(words[i], at)) {
                g_autofree char *piece = g_strndup(from, at + 1 - from);

                least = MAX(least, mb_text_width(piece));
                from = at + 1;
            }
        least = MAX(least, mb_text_width(from));
    }
    return least;
}

/* Appends WORD with line breaks at joints, so that no piece is wider than WIDTH where that can be. */
static void append_pieces(GString *out, const char *word, int width)
{
    const char *from = word;
    const char *last = NULL;

    for (const char *at = word; *at && mb_text_width(from) > width; at++) {
        g_autofree char *piece = is_joint(word, at) ? g_strndup(from, at + 1 - from) : NULL;

        if (!piece)
            continue;
        if (mb_text_width(piece) > width && last) {
            g_string_append_len(out, from, last - from);
            g_string_append_c(out, '\n');
            from = last;
        }
        last = at + 1;
    }
    if (last && last > from && mb_text_width(from) > width) {
        g_string_append_len(out, from, last - from);
        g_string_append_c(out, '\n');
        from = last;
    }
    g_string_append(out, from);
}

/* TEXT in lines of WIDTH: between words; within a word that is too long at its joints; else anywhere. */
static char **wrap(const char *text, int width)
{
    g_auto(GStrv) words = g_strsplit(text, " ", -1);
    g_autoptr(GString) broken = g_string_new(NULL);

    for (guint i = 0; words[i]; i++) {
        if (i)
            g_string_append_c(broken, ' ');
        append_pieces(broken, words[i], width);
    }
    return mb_text_wrap(broken->str, width);
}

static void append_spaces(GString *out, int count)
{
    for (int i = 0; i < count; i++)
        g_string_append_c(out, ' ');
}

static void trim_line(GString *out)
{
    gsize length = out->len;

    while (length > 0 && out->str[length - 1] == ' ')
        length--;
    g_string_truncate(out, length);
}

/* One line of a row; FALSE where no cell has so many lines. */
static gboolean append_line(GString *out, const MbLayoutColumn *columns, guint count, char ***lines, guint at,
                            int indent)
{
    gboolean any = FALSE;

    for (guint i = 0; i < count; i++)
        any = any || (lines[i] && g_strv_length(lines[i]) > at);
    if (!any)
        return FALSE;
    append_spaces(out, indent);
    for (guint i = 0, printed = 0; i < count; i++) {
        if (!columns[i].width)
            continue;
        if (printed++)
            append_spaces(out, MB_LAYOUT_GAP);
        mb_text_pad(out, g_strv_length(lines[i]) > at ? lines[i][at] : "", columns[i].width, columns[i].right);
    }
    trim_line(out);
    g_string_append_c(out, '\n');
    return TRUE;
}

void mb_layout_row(GString *out, const MbLayoutColumn *columns, guint count, const char *const *cells, int indent)
{
    g_autofree char ***lines = g_new0(char **, count);
    guint at = 0;

    for (guint i = 0; i < count; i++)
        if (columns[i].width)
            lines[i] = wrap(cells[i] ? cells[i] : "", columns[i].width);
    while (append_line(out, columns, count, lines, at, indent))
        at++;
    for (guint i = 0; i < count; i++)
        g_strfreev(lines[i]);
}

char *mb_layout_line(const char *text)
{
    g_autofree char *line = g_strdup(text ? text : "");

    return mb_text_visible(g_strdelimit(line, "\r\n\t", ' '), FALSE);
}

static char *join_values(const MbValue *values, const char *separator)
{
    GString *out = g_string_new(NULL);
    gboolean map = mb_value_kind(values) == MB_VALUE_MAP;

    for (guint i = 0; i < mb_value_length(values); i++) {
        g_autofree char *text = mb_layout_value(map ? mb_value_value(values, i) : mb_value_at(values, i), separator);

        if (out->len && *text)
            g_string_append(out, map ? " " : separator);
        g_string_append(out, text);
    }
    return g_string_free(out, FALSE);
}

char *mb_layout_value(const MbValue *value, const char *separator)
{
    switch (mb_value_kind(value)) {
    case MB_VALUE_BOOL:
        return g_strdup(mb_value_bool(value) ? "yes" : "no");
    case MB_VALUE_INT:
        return g_strdup_printf("%" G_GINT64_FORMAT, mb_value_int(value));
    case MB_VALUE_TEXT:
        return g_strdup(mb_value_text(value));
    case MB_VALUE_LIST:
    case MB_VALUE_MAP:
        return join_values(value, separator);
    case MB_VALUE_NULL:
        break;
    }
    return g_strdup("");
}

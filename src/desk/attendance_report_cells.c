/* SPDX-License-Identifier: MIT */
/* The bytes of a report as text, cells and times. */
#include "attendance_report.h"
#include "minutebook/base/clock.h"
#include "minutebook/base/text.h"

#include <string.h>

/* --- text --- */

/* Without a mark at its head, UTF-16 shows in that every second byte of Latin letters is 0. */
static const char *charset_of(const char *bytes, gsize length, gsize *skip)
{
    *skip = 2;
    if (length >= 2 && memcmp(bytes, "\xFF\xFE", 2) == 0)
        return "UTF-16LE";
    if (length >= 2 && memcmp(bytes, "\xFE\xFF", 2) == 0)
        return "UTF-16BE";
    *skip = length >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0 ? 3 : 0;
    if (length >= 4 && bytes[0] && !bytes[1] && bytes[2] && !bytes[3])
        return "UTF-16LE";
    if (length >= 4 && !bytes[0] && bytes[1] && !bytes[2] && bytes[3])
        return "UTF-16BE";
    return g_utf8_validate(bytes, (gssize)length, NULL) ? NULL : "WINDOWS-1252";
}

/* Spaces of other widths, which reports put before "PM", become plain ones. */
static char *plain_spaces(const char *text)
{
    GString *out = g_string_new(NULL);

    for (const char *c = text; *c; c = g_utf8_next_char(c)) {
        gunichar character = g_utf8_get_char(c);

        if (g_unichar_type(character) == G_UNICODE_SPACE_SEPARATOR)
            g_string_append_c(out, ' ');
        else if (character != 0xFEFF)
            g_string_append_unichar(out, character);
    }
    return g_string_free(out, FALSE);
}

char *mb_report_text(const char *bytes, gsize length)
{
    gsize skip;
    const char *charset = charset_of(bytes, length, &skip);
    g_autofree char *converted =
        charset ? g_convert(bytes + skip, (gssize)(length - skip), "UTF-8", charset, NULL, NULL, NULL) : NULL;
    g_autofree char *stored =
        mb_text_store(converted ? converted : bytes + skip, converted ? -1 : (gssize)(length - skip));

    return plain_spaces(stored);
}

/* --- cells --- */

/* The cell at *AT, which is moved behind it; END tells whether its row ends there. */
static char *read_cell(const char **at, char separator, gboolean *end)
{
    GString *cell = g_string_new(NULL);
    gboolean quoted = **at == '"';
    const char *c = quoted ? *at + 1 : *at;

    while (*c) {
        if (quoted && c[0] == '"' && c[1] == '"')
            g_string_append_c(cell, *c++);
        else if (quoted && *c == '"') {
            quoted = FALSE;
            c++;
            continue;
        } else if (!quoted && (*c == separator || *c == '\n'))
            break;
        else
            g_string_append_c(cell, *c);
        c++;
    }
    *end = *c != separator;
    *at = *c ? c + 1 : c;
    return g_strstrip(g_string_free(cell, FALSE));
}

GPtrArray *mb_report_rows(const char *text, char separator)
{
    GPtrArray *rows = g_ptr_array_new_with_free_func((GDestroyNotify)g_strfreev);
    const char *at = text;

    while (*at) {
        GPtrArray *cells = g_ptr_array_new();
        gboolean end = FALSE;

        while (!end)
            g_ptr_array_add(cells, read_cell(&at, separator, &end));
        g_ptr_array_add(cells, NULL);
        g_ptr_array_add(rows, g_ptr_array_free(cells, FALSE));
    }
    return rows;
}

/* --- times --- */

enum { EPOCH_DAY = 719163, DAY_MINUTES = 24 * 60 };

/* The number of group N of MATCH; -1 where it is not there. */
static int number(const GMatchInfo *match, int n)
{
    g_autofree char *text = g_match_info_fetch(match, n);

    return text && *text ? (int)g_ascii_strtoll(text, NULL, 10) : -1;
}

/* A date in WORDS: year first, else as day and month or month and day, whichever is DAY. MB_NO_DAY where it is another
 * and cannot be told. FOUND is set to how it is written (newly allocated), NULL where there is none. */
static MbDay day_in(const char *words, MbDay day, char **found)
{
    g_autoptr(GRegex) iso = g_regex_new("\\b(\\d{4})-(\\d{2})-(\\d{2})", 0, 0, NULL);
    g_autoptr(GRegex) slashed = g_regex_new("\\b(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4}|\\d{2})\\b", 0, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autoptr(GMatchInfo) other = NULL;
    int year;

    *found = NULL;
    if (g_regex_match(iso, words, 0, &match)) {
        *found = g_match_info_fetch(match, 0);
        return mb_day_from(number(match, 1), number(match, 2), number(match, 3));
    }
    if (!g_regex_match(slashed, words, 0, &other))
        return MB_NO_DAY;
    *found = g_match_info_fetch(other, 0);
    year = number(other, 3) < 100 ? 2000 + number(other, 3) : number(other, 3);
    if (mb_day_from(year, number(other, 2), number(other, 1)) == day ||
        mb_day_from(year, number(other, 1), number(other, 2)) == day)
        return day;
    return MB_NO_DAY;
}

/* Minutes that OFFSET is east of UTC ("Z", "+01:00"); FALSE where there is none. */
static gboolean offset_of(const char *offset, int *minutes)
{
    gsize length = offset ? strlen(offset) : 0;
    int hours;

    *minutes = 0;
    if (length < 5)
        return length > 0;
    hours = (offset[1] - '0') * 10 + offset[2] - '0';
    *minutes = hours * 60 + (offset[length - 2] - '0') * 10 + offset[length - 1] - '0';
    if (offset[0] == '-')
        *minutes = -*minutes;
    return TRUE;
}

static MbTime half_day(MbTime time, const char *half)
{
    if (!half || !*half || time / 60 > 12)
        return time;
    return time % (12 * 60) + (g_ascii_tolower(*half) == 'p' ? 12 * 60 : 0);
}

MbTime mb_report_time(const char *words, const char *zone, MbDay day, char **other_day, int *start)
{
    g_autoptr(GRegex) regex = g_regex_new("(\\d{1,2}):(\\d{2})(?::\\d{2}(?:\\.\\d+)?)?\\s*([ap]\\.?\\s?m\\b\\.?)?\\s*"
                                          "(Z\\b|UTC|GMT|[+-]\\d{2}:?\\d{2})?",
                                          G_REGEX_CASELESS, 0, NULL);
    g_autoptr(GMatchInfo) match = NULL;
    g_autofree char *written = NULL;
    g_autofree char *half = NULL;
    g_autofree char *offset = NULL;
    MbDay on = day_in(words, day, &written);
    MbTime time;
    int east;

    if (written && on != day && other_day && !*other_day)
        *other_day = g_steal_pointer(&written);
    if (!g_regex_match(regex, words, 0, &match) || number(match, 1) > 23 || number(match, 2) > 59)
        return MB_NO_TIME;
    if (start)
        g_match_info_fetch_pos(match, 0, start, NULL);
    half = g_match_info_fetch(match, 3);
    offset = g_match_info_fetch(match, 4);
    time = half_day(number(match, 1) * 60 + number(match, 2), half);
    if (!offset_of(offset, &east))
        return time;
    on = on == MB_NO_DAY ? day : on;
    return mb_clock_time_at(zone, ((gint64)(on - EPOCH_DAY) * DAY_MINUTES + time - east) * 60);
}

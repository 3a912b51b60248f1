/* SPDX-License-Identifier: MIT */
#include "minutebook/write/csv.h"

#include "layout.h"

#include "minutebook/base/text.h"

#include <string.h>

/* What a spreadsheet passes over before it looks for a formula: spaces of all kinds, what cannot be seen, quotes. */
static gboolean is_passed_over(gunichar c)
{
    return g_unichar_isspace(c) || g_unichar_type(c) == G_UNICODE_FORMAT ||
           g_unichar_type(c) == G_UNICODE_SPACE_SEPARATOR || c == '"' || c == '\'' || c == '`' ||
           (c >= 0x2018 && c <= 0x201F) || c == 0xAB || c == 0xBB || c == 0xFF02 || c == 0xFF07;
}

static gboolean begins_formula(gunichar c)
{
    return c == '=' || c == '+' || c == '-' || c == '@' || c == 0xFF1D || c == 0xFF0B || c == 0xFF0D || c == 0xFF20 ||
           c == 0x2212 || c == 0xFE62 || c == 0xFE63 || c == 0xFE66 || c == 0xFE6B;
}

/* TEXT is valid UTF-8. */
static gboolean is_dangerous(const char *text)
{
    if (*text == '\t' || *text == '\r' || *text == '\n')
        return TRUE;
    for (; *text; text = g_utf8_next_char(text)) {
        gunichar c = g_utf8_get_char(text);

        if (begins_formula(c))
            return TRUE;
        if (!is_passed_over(c))
            return FALSE;
    }
    return FALSE;
}

/* Semicolons and tabs are quoted as well: some spreadsheets part cells at them. */
static gboolean needs_quotes(const char *text)
{
    gsize length = strlen(text);

    return strpbrk(text, ",;|\t\r\n\"") || (length && (text[0] == ' ' || text[length - 1] == ' '));
}

static void append_cell(GString *out, const char *text)
{
    gboolean quoted = needs_quotes(text);

    if (quoted)
        g_string_append_c(out, '"');
    for (; *text; text++) {
        if (*text == '"')
            g_string_append_c(out, '"');
        g_string_append_c(out, *text);
    }
    if (quoted)
        g_string_append_c(out, '"');
}

static void append_text(GString *out, const char *text)
{
    g_autofree char *valid = g_utf8_make_valid(text, -1);
    gboolean dangerous = is_dangerous(valid);
    g_autofree char *visible = mb_text_visible(valid, TRUE);
    g_autofree char *cell = g_strconcat(dangerous ? "'" : "", visible, NULL);

    append_cell(out, cell);
}

static void append_value(GString *out, const MbValue *value)
{
    g_autofree char *text = mb_layout_value(value, "; ");

    if (mb_value_kind(value) == MB_VALUE_INT)
        g_string_append(out, text);
    else
        append_text(out, text);
}

static void append_row(GString *out, const char *const *columns, const MbValue *row)
{
    for (guint i = 0; columns[i]; i++) {
        if (i)
            g_string_append_c(out, ',');
        if (row)
            append_value(out, mb_value_get(row, columns[i]));
        else
            append_text(out, columns[i]);
    }
    g_string_append(out, "\r\n");
}

char *mb_write_csv_headed(const MbValue *rows, const char *const *columns)
{
    GString *out = g_string_new(NULL);

    append_row(out, columns, NULL);
    for (guint i = 0; i < mb_value_length(rows); i++)
        append_row(out, columns, mb_value_at(rows, i));
    return g_string_free(out, FALSE);
}

char *mb_write_csv(const MbValue *rows)
{
    const MbValue *first = mb_value_length(rows) ? mb_value_at(rows, 0) : NULL;
    g_autofree const char **columns = g_new0(const char *, mb_value_length(first) + 1);

    for (guint i = 0; i < mb_value_length(first); i++)
        columns[i] = mb_value_key(first, i);
    return first ? mb_write_csv_headed(rows, columns) : g_strdup("");
}

/* SPDX-License-Identifier: MIT */
/* A minute in the notation of the files people edit: a blank line between paragraphs, "## " headings, "- " bullets, "1.
 * " numbered lines, "| a | b |" rows, "> " editor's notes. */
#include "minutebook/compose/paper.h"

#include "facts.h"

#include "minutebook/model/minute.h"

#include <string.h>

static int by_row_and_column(gconstpointer a, gconstpointer b)
{
    const MbCell *first = *(MbCell *const *)a;
    const MbCell *second = *(MbCell *const *)b;

    return first->row != second->row ? first->row - second->row : first->col - second->col;
}

static void append_cell(GString *out, const char *text)
{
    g_string_append(out, " ");
    for (const char *at = text ? text : ""; *at; at++) {
        if (*at == '|')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at == '\n' ? ' ' : *at);
    }
    g_string_append(out, text ? " |" : "|");
}

static void append_table(GString *out, const MbDossier *dossier, const MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = mb_dossier_of(dossier, &MB_CELL, "minute", minute->id);
    int row = -1;
    int next = 0;

    g_ptr_array_sort(cells, by_row_and_column);
    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];

        if (cell->row != row) {
            g_string_append(out, i ? "\n|" : "|");
            row = cell->row;
            next = 0;
        }
        for (; next < cell->col; next++)
            append_cell(out, NULL);
        append_cell(out, cell->text);
        next = cell->col + 1;
    }
}

static gboolean begins_with(const char *text, const char *number)
{
    gsize length = strlen(number);

    return text && strncmp(text, number, length) == 0 && strchr(" .)", text[length]);
}

static void append_number(GString *out, const MbMinute *minute, int count)
{
    const char *number = minute->number;

    if (minute->style == MB_STYLE_NUMBERED && !number)
        g_string_append_printf(out, "%d. ", count);
    if (!number || begins_with(minute->text, number))
        return;
    g_string_append(out, number);
    g_string_append(out, minute->style == MB_STYLE_NUMBERED && !g_str_has_suffix(number, ".") ? ". " : " ");
}

static void append_line(GString *out, const MbMinute *minute, int count)
{
    static const char *const marks[] = {"", "## ", "- ", "", "", "> "};
    gboolean indented = minute->style == MB_STYLE_BULLET || minute->style == MB_STYLE_NUMBERED;

    for (int i = 0; indented && i < minute->level; i++)
        g_string_append(out, "  ");
    g_string_append(out, marks[minute->style]);
    append_number(out, minute, count);
    for (const char *at = minute->text ? minute->text : ""; *at; at++)
        g_string_append_c(out, *at == '\n' ? ' ' : *at);
}

static gboolean in_list(const MbMinute *minute)
{
    return minute->style == MB_STYLE_BULLET || minute->style == MB_STYLE_NUMBERED;
}

char *mb_paper_text(const MbDossier *dossier, const char *item)
{
    g_autoptr(GPtrArray) minutes = item ? mb_facts_parts(dossier, &MB_MINUTE, "item", item) : g_ptr_array_new();
    GString *out = g_string_new(NULL);
    const MbMinute *last = NULL;
    int count = 0; /* within a run of numbered lines */

    for (guint i = 0; i < minutes->len; i++) {
        const MbMinute *minute = minutes->pdata[i];

        if (minute->layer != MB_LAYER_MINUTE)
            continue;
        if (last)
            g_string_append(out, in_list(last) && in_list(minute) ? "\n" : "\n\n");
        count = minute->style != MB_STYLE_NUMBERED                                         ? 0
                : last && last->style == MB_STYLE_NUMBERED && last->level == minute->level ? count + 1
                                                                                           : 1;
        if (minute->style == MB_STYLE_TABLE)
            append_table(out, dossier, minute);
        else
            append_line(out, minute, count);
        last = minute;
    }
    return g_string_free(out, out->len == 0);
}

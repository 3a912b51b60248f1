/* SPDX-License-Identifier: MIT */
#include "minutebook/exchange/minute_text.h"

#include <stdlib.h>
#include <string.h>

/* What is being read. */
typedef struct {
    const char *item_number;
    GPtrArray *paragraphs;
    GPtrArray *cells;
    MbMinute *open; /* the paragraph to which further lines are joined */
    int rows;       /* of an open table */
} Reader;

static MbMinute *paragraph_new(Reader *reader, int style, int level)
{
    MbMinute *minute = mb_record_new(&MB_MINUTE);

    minute->style = style;
    minute->level = level;
    minute->position = (int)reader->paragraphs->len;
    g_ptr_array_add(reader->paragraphs, minute);
    reader->open = minute;
    reader->rows = 0;
    return minute;
}

static void join(MbMinute *minute, const char *line)
{
    if (*line)
        mb_set_take(&minute->text, minute->text ? g_strconcat(minute->text, " ", line, NULL) : g_strdup(line));
}

/* Bytes of "4.2 " (also "4.2." and "4.2.1") at the start of LINE; 0 where there is no such number. */
static gsize number_length(const char *line)
{
    gsize at = strspn(line, "0123456789");
    guint dots = 0;

    if (!at || at > 3)
        return 0;
    while (line[at] == '.' && g_ascii_isdigit(line[at + 1])) {
        at += 1 + strspn(line + at + 1, "0123456789");
        dots++;
    }
    gsize end = at + (line[at] == '.');
    return dots && line[end] == ' ' ? at : 0;
}

/* Whether the number of LENGTH bytes is the paragraph's own: it begins with the item's number, and no lower-case word
 * follows as in "4.2 million". */
static gboolean is_own_number(const Reader *reader, const char *line, gsize length)
{
    gsize item = reader->item_number ? strspn(reader->item_number, "0123456789") : 0;
    const char *rest = line + length + strspn(line + length, ". ");

    if (!length || g_unichar_islower(g_utf8_get_char(rest)))
        return FALSE;
    return !item || (strncmp(line, reader->item_number, item) == 0 && line[item] == '.');
}

static void read_plain(Reader *reader, const char *line)
{
    if (reader->open && reader->open->style != MB_STYLE_HEADING && reader->open->style != MB_STYLE_TABLE) {
        join(reader->open, line);
        return;
    }
    gsize length = number_length(line);
    MbMinute *minute = paragraph_new(reader, MB_STYLE_PARAGRAPH, 0);
    if (is_own_number(reader, line, length)) {
        mb_set_take(&minute->number, g_strndup(line, length));
        line += length + strspn(line + length, ". ");
    }
    join(minute, line);
}

/* Bytes of "1. " or "12) " at the start of LINE; 0 where it is no numbered line. */
static gsize counted_length(const char *line)
{
    gsize digits = strspn(line, "0123456789");

    return digits && digits <= 3 && (line[digits] == '.' || line[digits] == ')') && line[digits + 1] == ' ' ? digits
                                                                                                            : 0;
}

static void add_cell(Reader *reader, char *text, int col)
{
    MbCell *cell = mb_record_new(&MB_CELL);

    mb_set(&cell->minute, reader->open->id);
    cell->row = reader->rows;
    cell->col = col;
    cell->header = reader->rows == 0;
    mb_set_take(&cell->text, g_strdup(g_strstrip(text)));
    g_ptr_array_add(reader->cells, cell);
}

/* "|---|:--|", which Markdown puts under the header. */
static gboolean is_rule(const char *line)
{
    return strchr(line, '-') && line[strspn(line, "|-: ")] == '\0';
}

/* A bar within a cell is written \|. */
static void read_row(Reader *reader, const char *line)
{
    g_autoptr(GString) cell = g_string_new(NULL);
    int col = 0;

    if (!reader->open || reader->open->style != MB_STYLE_TABLE)
        paragraph_new(reader, MB_STYLE_TABLE, 0);
    if (is_rule(line))
        return;
    for (const char *at = line + 1; *at; at++) {
        if (*at == '\\' && at[1] == '|')
            g_string_append_c(cell, *++at);
        else if (*at != '|')
            g_string_append_c(cell, *at);
        else {
            add_cell(reader, cell->str, col++);
            g_string_truncate(cell, 0);
        }
    }
    if (*g_strstrip(cell->str))
        add_cell(reader, cell->str, col);
    reader->rows++;
}

/* LINE has no space at either end; INDENT is how many it had in front. */
static void read_line(Reader *reader, char *line, int indent)
{
    gsize counted = counted_length(line);

    if (!*line)
        reader->open = NULL;
    else if (g_str_has_prefix(line, "## ")) {
        join(paragraph_new(reader, MB_STYLE_HEADING, 0), g_strchug(line + 3));
    } else if (g_str_has_prefix(line, "- ")) {
        join(paragraph_new(reader, MB_STYLE_BULLET, indent / 2), g_strchug(line + 2));
    } else if (counted) {
        MbMinute *minute = paragraph_new(reader, MB_STYLE_NUMBERED, indent / 2);
        mb_set_take(&minute->number, g_strndup(line, counted));
        join(minute, g_strchug(line + counted + 1));
    } else if (*line == '|')
        read_row(reader, line);
    else if (g_str_has_prefix(line, "> ") && reader->open && reader->open->style == MB_STYLE_EDITOR)
        join(reader->open, g_strchug(line + 2));
    else if (g_str_has_prefix(line, "> "))
        join(paragraph_new(reader, MB_STYLE_EDITOR, 0), g_strchug(line + 2));
    else
        read_plain(reader, line);
}

void mb_minute_text_read(const char *text, const char *item_number, GPtrArray *paragraphs, GPtrArray *cells)
{
    Reader reader = {.item_number = item_number, .paragraphs = paragraphs, .cells = cells};
    g_auto(GStrv) lines = g_strsplit(text ? text : "", "\n", -1);

    for (char **line = lines; *line; line++) {
        g_strdelimit(*line, "\t\r", ' ');
        int indent = (int)strspn(*line, " ");
        read_line(&reader, g_strstrip(*line), indent);
    }
}

/* ---- writing ---- */

static int compare_cells(gconstpointer a, gconstpointer b)
{
    const MbCell *first = *(const MbCell *const *)a;
    const MbCell *second = *(const MbCell *const *)b;

    return first->row != second->row ? first->row - second->row : first->col - second->col;
}

/* A line break would end the paragraph. */
static void write_text(GString *out, const char *text)
{
    for (const char *at = text ? text : ""; *at; at++)
        g_string_append_c(out, *at == '\n' ? ' ' : *at);
}

static void write_cell(GString *out, const char *text)
{
    g_string_append_c(out, ' ');
    for (const char *at = text ? text : ""; *at; at++) {
        if (*at == '|')
            g_string_append_c(out, '\\');
        g_string_append_c(out, *at == '\n' ? ' ' : *at);
    }
    g_string_append(out, text ? " |" : "|");
}

static void write_table(GString *out, const MbDossier *dossier, const MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = mb_dossier_of(dossier, &MB_CELL, "minute", minute->id);
    int row = -1, col = 0;

    g_ptr_array_sort(cells, compare_cells);
    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];
        if (cell->row != row) {
            g_string_append(out, row >= 0 ? "\n|" : "|");
            row = cell->row;
            col = 0;
        }
        for (; col < cell->col; col++)
            write_cell(out, NULL);
        write_cell(out, cell->text);
        col = cell->col + 1;
    }
}

static gboolean begins_with(const char *text, const char *number)
{
    gsize length = strlen(number);

    return text && strncmp(text, number, length) == 0 && strchr(" .)", text[length]);
}

/* The number as printed, else COUNT in a numbered list; not twice where the text has it already. */
static void write_number(GString *out, const MbMinute *minute, int count)
{
    const char *number = minute->number;
    gboolean listed = minute->style == MB_STYLE_NUMBERED;

    if (number && !begins_with(minute->text, number))
        g_string_append_printf(out, "%s%s ", number, listed && !g_str_has_suffix(number, ".") ? "." : "");
    else if (listed && !number)
        g_string_append_printf(out, "%d. ", count);
}

static void write_paragraph(GString *out, const MbMinute *minute, int count)
{
    static const char *const marks[] = {"", "## ", "- ", "", "", "> "};
    gboolean indented = minute->style == MB_STYLE_BULLET || minute->style == MB_STYLE_NUMBERED;

    for (int i = 0; indented && i < minute->level; i++)
        g_string_append(out, "  ");
    g_string_append(out, marks[minute->style]);
    write_number(out, minute, count);
    write_text(out, minute->text);
}

static gboolean in_list(const MbMinute *minute)
{
    return minute->style == MB_STYLE_BULLET || minute->style == MB_STYLE_NUMBERED;
}

enum { LEVELS = 8 };

/* Counts MINUTE in COUNTS, one a level: a deeper list begins anew, and what is nested does not end the outer one. */
static int count_line(int counts[LEVELS], const MbMinute *minute)
{
    int level = in_list(minute) ? CLAMP(minute->level, 0, LEVELS - 1) : 0;
    gboolean numbered = minute->style == MB_STYLE_NUMBERED;
    int given = numbered && minute->number ? atoi(minute->number) : 0;

    for (int i = numbered ? level + 1 : level; i < LEVELS; i++)
        counts[i] = 0;
    if (numbered)
        counts[level] = given > 0 ? given : counts[level] + 1;
    return counts[level];
}

char *mb_minute_text_write(const MbDossier *dossier, const GPtrArray *paragraphs)
{
    GString *out = g_string_new(NULL);
    int counts[LEVELS] = {0};

    for (guint i = 0; i < paragraphs->len; i++) {
        const MbMinute *minute = paragraphs->pdata[i];
        int count = count_line(counts, minute);

        if (i)
            g_string_append(out, in_list(minute) && in_list(paragraphs->pdata[i - 1]) ? "\n" : "\n\n");
        if (minute->style == MB_STYLE_TABLE)
            write_table(out, dossier, minute);
        else
            write_paragraph(out, minute, count);
    }
    if (out->len)
        g_string_append_c(out, '\n');
    return g_string_free(out, FALSE);
}

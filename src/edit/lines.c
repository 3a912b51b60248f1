/* SPDX-License-Identifier: MIT */
#include "lines.h"

#include "minutebook/base/notation.h"

#include <stdlib.h>
#include <string.h>

#define DEEPEST_LEVEL 5

typedef struct {
    GPtrArray *paragraphs;
    int counts[DEEPEST_LEVEL + 1]; /* of the list that is open, at each level */
} Reader;

/* What a line begins with. */
typedef struct {
    int style;
    int level;
    int number;
    gsize length; /* of indentation, mark and the space behind */
} Mark;

/* Bytes of a bullet at AT, with the space behind it; 0: none. */
static gsize bullet_length(const char *at)
{
    static const char *const bullets[] = {"-", "*", "•", "◦", "▪", "‣", "●", "·", "–", NULL};

    if (at[0] == 'o' && at[1] == '\t')
        return 2;
    for (const char *const *bullet = bullets; *bullet; bullet++) {
        gsize length = strlen(*bullet);

        if (strncmp(at, *bullet, length) == 0 && (at[length] == ' ' || at[length] == '\t'))
            return length + strspn(at + length, " \t");
    }
    return 0;
}

/* Of "1. " or "12)\t". */
static gsize number_length(const char *at)
{
    gsize digits = strspn(at, "0123456789");

    if (!digits || digits > 3 || (at[digits] != '.' && at[digits] != ')'))
        return 0;
    gsize space = strspn(at + digits + 1, " \t");
    return space ? digits + 1 + space : 0;
}

static gsize heading_length(const char *at)
{
    gsize signs = strspn(at, "#");

    return signs && signs <= 6 && at[signs] == ' ' ? signs + strspn(at + signs, " ") : 0;
}

static Mark mark_of(const char *line)
{
    gsize indent = strspn(line, " \t");
    const char *at = line + indent;
    Mark mark = {.style = MB_STYLE_PARAGRAPH};
    gsize length;
    int columns = 0;

    for (gsize i = 0; i < indent; i++)
        columns += line[i] == '\t' ? 2 : 1;
    if ((length = bullet_length(at)))
        mark.style = MB_STYLE_BULLET;
    else if ((length = number_length(at)))
        mark.style = MB_STYLE_NUMBERED;
    else if ((length = heading_length(at)))
        mark.style = MB_STYLE_HEADING;
    else if (g_str_has_prefix(at, "> "))
        mark.style = MB_STYLE_EDITOR, length = 2;
    if (mark.style == MB_STYLE_BULLET || mark.style == MB_STYLE_NUMBERED)
        mark.level = MIN(columns / 2, DEEPEST_LEVEL);
    mark.number = mark.style == MB_STYLE_NUMBERED ? atoi(at) : 0;
    mark.length = indent + length;
    return mark;
}

/* --- tables --- */

/* "| a | b |" */
static gboolean is_bar_row(const char *line)
{
    const char *at = line + strspn(line, " ");

    return *at == '|' && strchr(at + 1, '|');
}

/* "|---|:--|", which stands under the header. */
static gboolean is_rule(const char *line)
{
    return strchr(line, '-') && line[strspn(line, "|-: ")] == '\0';
}

static int tabs_in(const char *line)
{
    int tabs = 0;

    for (; *line; line++)
        tabs += *line == '\t';
    return tabs;
}

gboolean mb_line_marked(const char *line)
{
    return is_bar_row(line) || mark_of(line).style != MB_STYLE_PARAGRAPH;
}

/* How many lines from LINE on have the same number of tabs, so that they make a table; 0: fewer than two, or what looks
 * like a column is indentation. */
static int tab_rows(char **line)
{
    int tabs = tabs_in(*line);
    gboolean first_column = FALSE;
    int rows = 0;

    if (!tabs)
        return 0;
    for (; line[rows] && tabs_in(line[rows]) == tabs && mark_of(line[rows]).style == MB_STYLE_PARAGRAPH; rows++)
        first_column |= line[rows][0] != '\t';
    return rows >= 2 && first_column ? rows : 0;
}

static int bar_rows(char **line)
{
    int rows = 0;

    while (line[rows] && is_bar_row(line[rows]))
        rows++;
    return rows;
}

/* The cells of "| a | b |"; a bar within one is written \|. */
static GPtrArray *bar_cells(const char *line)
{
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) cell = g_string_new(NULL);

    for (const char *at = strchr(line, '|') + 1; *at; at++) {
        if (*at == '\\' && at[1] == '|') {
            g_string_append_c(cell, *++at);
        } else if (*at != '|') {
            g_string_append_c(cell, *at);
        } else {
            g_ptr_array_add(cells, g_strdup(cell->str));
            g_string_truncate(cell, 0);
        }
    }
    if (*g_strstrip(cell->str))
        g_ptr_array_add(cells, g_strdup(cell->str));
    return cells;
}

static GPtrArray *tab_cells(const char *line)
{
    GPtrArray *cells = g_ptr_array_new_with_free_func(g_free);
    g_auto(GStrv) each = g_strsplit(line, "\t", -1);

    for (char **cell = each; *cell; cell++)
        g_ptr_array_add(cells, g_strdup(*cell));
    return cells;
}

static void append(MbParagraph *table, const char *notation)
{
    mb_notation_read(notation, table->text, table->fonts);
}

static void append_row(MbParagraph *table, const GPtrArray *cells, guint columns, gboolean first)
{
    if (!first)
        append(table, "\n");
    for (guint i = 0; i < columns; i++) {
        g_autofree char *cell = i < cells->len ? g_strdelimit(g_strdup(cells->pdata[i]), "\t", ' ') : NULL;

        if (i)
            append(table, "\t");
        if (cell)
            append(table, g_strstrip(cell));
    }
}

static void read_table(Reader *reader, char **line, int rows, gboolean bars)
{
    g_autoptr(GPtrArray) all = g_ptr_array_new_with_free_func((GDestroyNotify)g_ptr_array_unref);
    MbParagraph *table = mb_paragraph_new();
    guint columns = 1;

    for (int i = 0; i < rows; i++) {
        if (bars && is_rule(line[i] + strspn(line[i], " ")))
            continue;
        GPtrArray *cells = bars ? bar_cells(line[i]) : tab_cells(line[i]);
        columns = MAX(columns, cells->len);
        g_ptr_array_add(all, cells);
    }
    table->style = MB_STYLE_TABLE;
    for (guint i = 0; i < all->len; i++)
        append_row(table, all->pdata[i], columns, i == 0);
    g_ptr_array_add(reader->paragraphs, table);
}

/* --- paragraphs --- */

/* A number that is the line's place in its list is not kept: it counts by itself. */
static void count(Reader *reader, MbParagraph *paragraph, const Mark *mark)
{
    gboolean list = mark->style == MB_STYLE_BULLET || mark->style == MB_STYLE_NUMBERED;

    for (int level = list ? mark->level + 1 : 0; level <= DEEPEST_LEVEL; level++)
        reader->counts[level] = 0;
    if (!list)
        return;
    reader->counts[mark->level]++;
    if (mark->style == MB_STYLE_NUMBERED && mark->number != reader->counts[mark->level])
        paragraph->number = g_strdup_printf("%d", mark->number);
}

static void read_line(Reader *reader, const char *line)
{
    Mark mark = mark_of(line);
    MbParagraph *paragraph = mb_paragraph_new();
    g_autofree char *text = g_strstrip(g_strdup(line + mark.length));

    paragraph->style = mark.style;
    paragraph->level = mark.level;
    count(reader, paragraph, &mark);
    mb_paragraph_set_notation(paragraph, text);
    g_ptr_array_add(reader->paragraphs, paragraph);
}

GPtrArray *mb_lines_read(const char *text)
{
    Reader reader = {.paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)mb_paragraph_free)};
    g_auto(GStrv) lines = g_strsplit(text, "\n", -1);

    for (char **line = lines; *line;) {
        int bars = bar_rows(line);
        int rows = bars ? bars : tab_rows(line);

        if (rows)
            read_table(&reader, line, rows, bars > 0);
        else if ((*line)[strspn(*line, " \t")])
            read_line(&reader, *line);
        line += MAX(rows, 1);
    }
    return reader.paragraphs;
}

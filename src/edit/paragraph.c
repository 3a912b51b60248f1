/* SPDX-License-Identifier: MIT */
#include "minutebook/edit/paragraph.h"

#include "minutebook/base/notation.h"

#include "minutebook/base/id.h"

#include <stdlib.h>
#include <string.h>

MbParagraph *mb_paragraph_new(void)
{
    MbParagraph *paragraph = g_new0(MbParagraph, 1);

    paragraph->id = mb_id_new();
    paragraph->text = g_string_new(NULL);
    paragraph->fonts = g_byte_array_new();
    return paragraph;
}

void mb_paragraph_free(MbParagraph *paragraph)
{
    if (!paragraph)
        return;
    g_free(paragraph->id);
    g_free(paragraph->number);
    g_string_free(paragraph->text, TRUE);
    g_byte_array_unref(paragraph->fonts);
    g_free(paragraph->typed_at);
    g_free(paragraph->speaker);
    g_free(paragraph->speaker_words);
    g_free(paragraph);
}

MbParagraph *mb_paragraph_copy(const MbParagraph *paragraph)
{
    MbParagraph *copy = g_memdup2(paragraph, sizeof *paragraph);

    copy->id = g_strdup(paragraph->id);
    copy->number = g_strdup(paragraph->number);
    copy->text = g_string_new_len(paragraph->text->str, (gssize)paragraph->text->len);
    copy->fonts = g_byte_array_sized_new(paragraph->fonts->len);
    if (paragraph->fonts->len)
        g_byte_array_append(copy->fonts, paragraph->fonts->data, paragraph->fonts->len);
    copy->typed_at = g_strdup(paragraph->typed_at);
    copy->speaker = g_strdup(paragraph->speaker);
    copy->speaker_words = g_strdup(paragraph->speaker_words);
    return copy;
}

char *mb_paragraph_notation(const MbParagraph *paragraph)
{
    return mb_notation_write(paragraph->text->str, paragraph->text->len, paragraph->fonts->data);
}

void mb_paragraph_set_notation(MbParagraph *paragraph, const char *notation)
{
    g_autofree char *valid = g_utf8_make_valid(notation ? notation : "", -1);

    if (paragraph->style != MB_STYLE_TABLE)
        g_strdelimit(valid, "\t\r\n", ' ');
    g_string_truncate(paragraph->text, 0);
    g_byte_array_set_size(paragraph->fonts, 0);
    mb_notation_read(valid, paragraph->text, paragraph->fonts);
}

/* --- tables --- */

static int compare_cells(gconstpointer a, gconstpointer b)
{
    const MbCell *first = *(const MbCell *const *)a;
    const MbCell *second = *(const MbCell *const *)b;

    return first->row != second->row ? first->row - second->row : first->col - second->col;
}

static void append_separator(MbParagraph *paragraph, char separator)
{
    static const guint8 plain = 0;

    g_string_append_c(paragraph->text, separator);
    g_byte_array_append(paragraph->fonts, &plain, 1);
}

static void append_cell(MbParagraph *paragraph, const char *notation)
{
    g_autofree char *valid = g_utf8_make_valid(notation ? notation : "", -1);

    mb_notation_read(g_strdelimit(valid, "\t\r\n", ' '), paragraph->text, paragraph->fonts);
}

/* Cells in order; what is missing before a cell, and at the end of a row, stands empty. */
static void read_cells(MbParagraph *paragraph, const GPtrArray *cells)
{
    int row = 0, col = 0, columns = 1;

    for (guint i = 0; i < cells->len; i++)
        columns = MAX(columns, ((const MbCell *)cells->pdata[i])->col + 1);
    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];

        for (; row < cell->row; row++, col = 0) {
            for (; col < columns - 1; col++)
                append_separator(paragraph, '\t');
            append_separator(paragraph, '\n');
        }
        for (; col < cell->col; col++)
            append_separator(paragraph, '\t');
        append_cell(paragraph, cell->text);
    }
    for (; col < columns - 1; col++)
        append_separator(paragraph, '\t');
}

MbParagraph *mb_paragraph_of(const MbMinute *minute, const MbDossier *dossier)
{
    MbParagraph *paragraph = g_new0(MbParagraph, 1);

    paragraph->id = g_strdup(minute->id);
    paragraph->position = MAX(minute->position, 0);
    paragraph->layer = minute->layer;
    paragraph->style = minute->style;
    paragraph->level = MAX(minute->level, 0);
    paragraph->number = g_strdup(minute->number);
    paragraph->text = g_string_new(NULL);
    paragraph->fonts = g_byte_array_new();
    paragraph->typed_at = g_strdup(minute->typed_at);
    paragraph->speaker = g_strdup(minute->speaker);
    paragraph->speaker_words = g_strdup(minute->speaker_words);
    if (minute->style != MB_STYLE_TABLE) {
        mb_paragraph_set_notation(paragraph, minute->text);
    } else if (dossier) {
        g_autoptr(GPtrArray) cells = mb_dossier_of(dossier, &MB_CELL, "minute", minute->id);

        g_ptr_array_sort(cells, compare_cells);
        read_cells(paragraph, cells);
    }
    return paragraph;
}

static void store_cell(const MbParagraph *paragraph, GPtrArray *cells, int row, int col, gsize from, gsize to)
{
    MbCell *cell = mb_record_new(&MB_CELL);
    const guint8 *fonts = paragraph->fonts->data;

    mb_set_take(&cell->id, g_strdup_printf("%s-%d-%d", paragraph->id, row, col));
    mb_set(&cell->minute, paragraph->id);
    cell->row = row;
    cell->col = col;
    cell->header = row == 0;
    if (to > from)
        mb_set_take(&cell->text, mb_notation_write(paragraph->text->str + from, to - from, fonts + from));
    g_ptr_array_add(cells, cell);
}

static void store_cells(const MbParagraph *paragraph, GPtrArray *cells)
{
    const GString *text = paragraph->text;
    int row = 0, col = 0;
    gsize from = 0;

    for (gsize at = 0; at <= text->len; at++) {
        char c = at < text->len ? text->str[at] : '\n';

        if (c != '\t' && c != '\n')
            continue;
        store_cell(paragraph, cells, row, col, from, at);
        row += c == '\n';
        col = c == '\n' ? 0 : col + 1;
        from = at + 1;
    }
}

void mb_paragraph_store(const MbParagraph *paragraph, MbMinute *minute, GPtrArray *cells)
{
    mb_set(&minute->id, paragraph->id);
    minute->position = paragraph->position;
    minute->layer = paragraph->layer;
    minute->style = paragraph->style;
    minute->level = paragraph->level;
    mb_set(&minute->number, paragraph->number);
    mb_set(&minute->typed_at, paragraph->typed_at);
    mb_set(&minute->speaker, paragraph->speaker);
    mb_set(&minute->speaker_words, paragraph->speaker_words);
    if (paragraph->style == MB_STYLE_TABLE) {
        mb_set(&minute->text, NULL);
        store_cells(paragraph, cells);
    } else {
        mb_set_take(&minute->text, mb_paragraph_notation(paragraph));
        if (minute->text && !*minute->text)
            mb_set(&minute->text, NULL);
    }
}

/* --- frozen --- */

enum { ID, POSITION, LAYER, STYLE, LEVEL, NUMBER, TYPED_AT, SPEAKER, SPEAKER_WORDS, TEXT, PARTS };

/* \t parts the fields and \n the paragraphs, so neither stands in a field. */
static void append_frozen(GString *out, const char *field)
{
    for (const char *at = field ? field : ""; *at; at++) {
        if (*at == '\\')
            g_string_append(out, "\\\\");
        else if (*at == '\t')
            g_string_append(out, "\\t");
        else if (*at == '\n')
            g_string_append(out, "\\n");
        else
            g_string_append_c(out, *at);
    }
}

char *mb_paragraph_freeze(const MbParagraph *paragraph)
{
    GString *out = g_string_sized_new(paragraph->text->len + 64);
    g_autofree char *notation = mb_paragraph_notation(paragraph);
    const char *const rest[] = {paragraph->number, paragraph->typed_at, paragraph->speaker, paragraph->speaker_words,
                                notation};

    append_frozen(out, paragraph->id);
    g_string_append_printf(out, "\t%d\t%s\t%s\t%d", paragraph->position, mb_layer_words[paragraph->layer],
                           mb_paragraph_style_words[paragraph->style], paragraph->level);
    for (gsize i = 0; i < G_N_ELEMENTS(rest); i++) {
        g_string_append_c(out, '\t');
        append_frozen(out, rest[i]);
    }
    return g_string_free(out, FALSE);
}

/* FIELD in its place; FALSE where a backslash stands before nothing that was frozen. */
static gboolean thaw_field(char *field)
{
    char *to = field;

    for (const char *from = field; *from; from++) {
        if (*from != '\\') {
            *to++ = *from;
            continue;
        }
        from++;
        if (*from != '\\' && *from != 't' && *from != 'n')
            return FALSE;
        *to++ = *from == 't' ? '\t' : *from == 'n' ? '\n' : '\\';
    }
    *to = '\0';
    return TRUE;
}

static gboolean thaw_number(const char *field, int *number)
{
    guint64 value;

    if (!g_ascii_string_to_unsigned(field, 10, 0, G_MAXINT, &value, NULL))
        return FALSE;
    *number = (int)value;
    return TRUE;
}

static gboolean thaw_facts(MbParagraph *paragraph, char **fields)
{
    paragraph->layer = mb_word_index(mb_layer_words, fields[LAYER]);
    paragraph->style = mb_word_index(mb_paragraph_style_words, fields[STYLE]);
    if (paragraph->layer < 0 || paragraph->style < 0 || !*fields[ID])
        return FALSE;
    mb_set(&paragraph->id, fields[ID]);
    mb_set(&paragraph->number, fields[NUMBER]);
    mb_set(&paragraph->typed_at, fields[TYPED_AT]);
    mb_set(&paragraph->speaker, fields[SPEAKER]);
    mb_set(&paragraph->speaker_words, fields[SPEAKER_WORDS]);
    return thaw_number(fields[POSITION], &paragraph->position) && thaw_number(fields[LEVEL], &paragraph->level);
}

MbParagraph *mb_paragraph_thaw(const char *frozen)
{
    g_auto(GStrv) fields = NULL;
    MbParagraph *paragraph;

    if (!frozen || !g_utf8_validate(frozen, -1, NULL))
        return NULL;
    fields = g_strsplit(frozen, "\t", PARTS + 1);
    if (g_strv_length(fields) != PARTS)
        return NULL;
    for (int i = 0; i < PARTS; i++)
        if (!thaw_field(fields[i]))
            return NULL;
    paragraph = mb_paragraph_new();
    if (!thaw_facts(paragraph, fields)) {
        mb_paragraph_free(paragraph);
        return NULL;
    }
    mb_paragraph_set_notation(paragraph, fields[TEXT]);
    return paragraph;
}

/* SPDX-License-Identifier: MIT */
/* The text under an item as the reader gets it, and what it claims. The minute and the notes are read apart: nothing
   begins in one and ends in the other. */
#include "understand.h"

#include "minutebook/model/nouns.h"
#include "minutebook/recognise/reader.h"
#include "minutebook/store/record.h"

#include <string.h>

static void free_line(gpointer data)
{
    MbUnderstandLine *line = data;

    g_free(line->text);
    g_free(line);
}

static void free_reading(gpointer reading)
{
    mb_reading_free(reading);
}

static void free_claim(gpointer data)
{
    MbClaim *claim = data;

    g_free(claim->words);
    g_free(claim->span);
    g_free(claim);
}

void mb_understand_clear(MbUnderstanding *u)
{
    g_clear_pointer(&u->claims, g_ptr_array_unref);
    g_clear_pointer(&u->readings, g_ptr_array_unref);
    g_clear_pointer(&u->lines, g_ptr_array_unref);
    g_clear_pointer(&u->marks, g_ptr_array_unref);
    g_clear_pointer(&u->touched, g_hash_table_unref);
}

static void add_line(MbUnderstanding *u, MbMinute *minute, char *text, gboolean table)
{
    MbUnderstandLine *line = g_new0(MbUnderstandLine, 1);

    line->minute = minute;
    line->text = text;
    line->table = table;
    g_ptr_array_add(u->lines, line);
}

static int by_place(gconstpointer a, gconstpointer b)
{
    const MbCell *one = *(MbCell *const *)a, *other = *(MbCell *const *)b;

    return one->row != other->row ? one->row - other->row : one->col - other->col;
}

/* The rows of a table, cells split by tabs. */
static void add_rows(MbUnderstanding *u, MbMinute *minute)
{
    g_autoptr(GPtrArray) cells = mb_dossier_of(u->dossier, &MB_CELL, "minute", minute->id);
    GString *row = NULL;

    g_ptr_array_sort(cells, by_place);
    for (guint i = 0; i < cells->len; i++) {
        const MbCell *cell = cells->pdata[i];
        gboolean first = i == 0 || cell->row != ((const MbCell *)cells->pdata[i - 1])->row;

        if (first && row)
            add_line(u, minute, g_string_free(row, FALSE), TRUE);
        if (first)
            row = g_string_new(NULL);
        else
            g_string_append_c(row, '\t');
        g_string_append(row, cell->text ? cell->text : "");
    }
    if (row)
        add_line(u, minute, g_string_free(row, FALSE), TRUE);
}

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbMinute *one = *(MbMinute *const *)a, *other = *(MbMinute *const *)b;

    return one->position != other->position ? one->position - other->position : strcmp(one->id, other->id);
}

static void add_layer(MbUnderstanding *u, int layer)
{
    GPtrArray *all = mb_dossier_all(u->dossier, &MB_MINUTE);
    g_autoptr(GPtrArray) here = g_ptr_array_new();

    for (guint i = 0; i < all->len; i++) {
        const MbMinute *minute = all->pdata[i];

        if (minute->layer == layer && minute->style != MB_STYLE_EDITOR &&
            g_strcmp0(minute->meeting, u->meeting->id) == 0 &&
            g_strcmp0(minute->item, u->item ? u->item->id : NULL) == 0)
            g_ptr_array_add(here, all->pdata[i]);
    }
    g_ptr_array_sort(here, by_position);
    for (guint i = 0; i < here->len; i++) {
        MbMinute *minute = here->pdata[i];

        if (minute->style == MB_STYLE_TABLE)
            add_rows(u, minute);
        else
            add_line(u, minute, g_strdup(minute->text ? minute->text : ""), FALSE);
    }
}

/* --- the board's actions that the text may name --- */

/* Whether what begins at TEXT may be a ref: letters, digits and what stands between them. */
static gsize ref_length(const char *text)
{
    return strspn(text, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789./-");
}

static void note_ref(GHashTable *refs, const char *text, gsize length)
{
    while (length && strchr("./-", text[length - 1]))
        length--;
    for (gsize i = 0; i <= 2 && i < length; i++) /* "96", "A12"; "AP96" is 96 */
        if (g_ascii_isdigit(text[i])) {
            g_hash_table_add(refs, g_strndup(text, length));
            g_hash_table_add(refs, g_strndup(text + i, length - i));
            return;
        }
}

static void note_refs(GHashTable *refs, const char *text)
{
    while (*text) {
        gsize length = ref_length(text);

        note_ref(refs, text, length);
        text += length;
        if (*text)
            text++;
    }
}

/* Only those: a board may have thousands. */
static gboolean load_actions(MbUnderstanding *u, GError **error)
{
    static const char sql[] = "WHERE \"board\" = :board AND \"ref\" = :ref";
    g_autoptr(GHashTable) refs = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    GHashTableIter each;
    gpointer ref;

    for (guint i = 0; i < u->lines->len; i++)
        note_refs(refs, ((const MbUnderstandLine *)u->lines->pdata[i])->text);
    g_hash_table_iter_init(&each, refs);
    while (g_hash_table_iter_next(&each, &ref, NULL)) {
        g_autoptr(GPtrArray) found =
            mb_store_load(mb_desk_book(u->desk), &MB_ACTION, error, sql, ":board", u->board->id, ":ref", ref, NULL);

        if (!found)
            return FALSE;
        for (guint i = 0; i < found->len; i++)
            if (!mb_dossier_find(u->dossier, &MB_ACTION, ((const MbRecord *)found->pdata[i])->id))
                mb_dossier_add(u->dossier, mb_record_copy(found->pdata[i]));
    }
    return TRUE;
}

/* --- claims --- */

static char *words_of(const MbUnderstanding *u, guint first, guint last, gsize start, gsize length)
{
    GString *words = g_string_new(NULL);

    for (guint i = first; i <= last && i < u->lines->len; i++) {
        const char *text = ((const MbUnderstandLine *)u->lines->pdata[i])->text;

        if (i == first)
            g_string_append_len(words, text + MIN(start, strlen(text)), (gssize)MIN(length, strlen(text)));
        else
            g_string_append_printf(words, "\n%s", text);
    }
    return g_string_free(words, FALSE);
}

static void add_claim(MbUnderstanding *u, MbReading *reading, guint base, const MbNamed *who, int part)
{
    guint first = base + (guint)reading->line, last = base + (guint)reading->last_line;
    const MbUnderstandLine *line = u->lines->pdata[first];
    int whole = (int)strlen(line->text);
    MbClaim *claim = g_new0(MbClaim, 1);

    claim->reading = reading;
    claim->who = who;
    claim->part = part;
    claim->alone = !who || reading->people->len == 1;
    claim->minute = line->minute;
    claim->start = CLAMP(reading->start, 0, whole);
    claim->length = reading->length > 0 ? MIN(reading->length, whole - claim->start) : whole - claim->start;
    claim->words = words_of(u, first, last, 0, (gsize)whole);
    claim->span = words_of(u, first, last, (gsize)claim->start, (gsize)claim->length);
    for (guint i = first; i <= last && i < u->lines->len; i++)
        claim->within |= !u->touched ||
                         g_hash_table_contains(u->touched, ((const MbUnderstandLine *)u->lines->pdata[i])->minute->id);
    g_ptr_array_add(u->claims, claim);
}

/* Of a paragraph one person speaks, who is named first; the rows of a table nobody speaks. */
static gboolean speaks_already(const MbUnderstanding *u, const MbReading *reading, guint base)
{
    const MbUnderstandLine *line = u->lines->pdata[base + (guint)reading->line];

    for (guint i = 0; i < u->claims->len; i++) {
        const MbClaim *claim = u->claims->pdata[i];

        if (claim->reading->kind == MB_READ_SPEAKER && claim->minute == line->minute)
            return TRUE;
    }
    return line->table;
}

static void add_claims(MbUnderstanding *u, MbReading *reading, guint base)
{
    const MbFamily *family = mb_understand_family(reading->kind);

    g_ptr_array_add(u->readings, reading);
    if (reading->kind == MB_READ_SPEAKER && speaks_already(u, reading, base))
        return;
    if (!family->parts || !reading->people->len) {
        add_claim(u, reading, base, NULL, 0);
        return;
    }
    for (guint i = 0; i < reading->people->len; i++)
        add_claim(u, reading, base, reading->people->pdata[i], (int)i);
}

/* Reads the lines from BASE to before END. */
static void read_lines(MbUnderstanding *u, MbReader *reader, guint base, guint end)
{
    guint count = end - base;
    g_autofree MbReadLine *lines = g_new0(MbReadLine, count + 1);
    g_autoptr(GPtrArray) readings = NULL;

    for (guint i = 0; i < count; i++) {
        const MbUnderstandLine *line = u->lines->pdata[base + i];

        lines[i] =
            (MbReadLine){.text = line->text, .heading = line->minute->style == MB_STYLE_HEADING, .table = line->table};
    }
    readings = mb_reader_read(reader, lines, (int)count, u->item ? u->item->id : NULL);
    g_ptr_array_set_free_func(readings, NULL);
    for (guint i = 0; i < readings->len; i++)
        add_claims(u, readings->pdata[i], base);
}

/* A block that begins in a paragraph which nobody asked for, and ends in one that was, touches both. */
static void widen(MbUnderstanding *u)
{
    for (guint i = 0; u->touched && i < u->claims->len; i++) {
        const MbClaim *claim = u->claims->pdata[i];

        if (claim->within)
            g_hash_table_add(u->touched, g_strdup(claim->minute->id));
    }
    for (guint i = 0; u->touched && i < u->marks->len; i++) {
        const MbMark *mark = u->marks->pdata[i];

        if (mark->minute && mark->words && strchr(mark->words, '\n'))
            g_hash_table_add(u->touched, g_strdup(mark->minute));
    }
    for (guint i = 0; u->touched && i < u->claims->len; i++) {
        MbClaim *claim = u->claims->pdata[i];

        claim->within |= g_hash_table_contains(u->touched, claim->minute->id);
    }
}

gboolean mb_understand_read(MbUnderstanding *u, GError **error)
{
    g_autoptr(MbReader) reader = NULL;
    guint notes;

    u->lines = g_ptr_array_new_with_free_func(free_line);
    u->readings = g_ptr_array_new_with_free_func(free_reading);
    u->claims = g_ptr_array_new_with_free_func(free_claim);
    add_layer(u, MB_LAYER_MINUTE);
    notes = u->lines->len;
    if (u->board->live_notes)
        add_layer(u, MB_LAYER_NOTE);
    if (!load_actions(u, error))
        return FALSE;
    if (u->lines->len)
        reader = mb_reader_new(u->dossier, u->board->id, u->meeting);
    if (notes)
        read_lines(u, reader, 0, notes);
    if (u->lines->len > notes)
        read_lines(u, reader, notes, u->lines->len);
    widen(u);
    return TRUE;
}

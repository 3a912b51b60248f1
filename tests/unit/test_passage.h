/* SPDX-License-Identifier: MIT */
/* Passages in a notation that a test can be read in: one line a paragraph, "- " a bullet (two spaces a level), "# " a
   numbered line that counts by itself, "(7) " one whose number was printed, "## " a heading, "> " an editor's note, "T
   a¦b/c¦d" a table; **bold**, *italic*.
   "|" is the caret, "[" and "]" stand around the selection. And a book that keeps what a passage tells. */
#ifndef TEST_PASSAGE_H
#define TEST_PASSAGE_H

#include "minutebook/edit/passage.h"

#include <string.h>

/* --- reading --- */

#define CARET "\xEE\x80\x80"
#define FROM  "\xEE\x80\x81"
#define TO    "\xEE\x80\x82"

static inline gboolean take_mark(MbParagraph *paragraph, const char *mark, int index, MbSpot *spot)
{
    const char *found = strstr(paragraph->text->str, mark);
    gsize at = found ? (gsize)(found - paragraph->text->str) : 0;

    if (!found)
        return FALSE;
    *spot = (MbSpot){index, (int)at};
    g_string_erase(paragraph->text, (gssize)at, (gssize)strlen(mark));
    g_byte_array_remove_range(paragraph->fonts, (guint)at, (guint)strlen(mark));
    return TRUE;
}

static inline char *with_marks(const char *line)
{
    GString *out = g_string_new(line);

    g_string_replace(out, "|", CARET, 0);
    g_string_replace(out, "[", FROM, 0);
    g_string_replace(out, "]", TO, 0);
    return g_string_free(out, FALSE);
}

static inline const char *read_style(MbParagraph *paragraph, const char *line)
{
    gsize indent = strspn(line, " ");

    if (g_str_has_prefix(line + indent, "- ") || g_str_has_prefix(line + indent, "# ")) {
        paragraph->style = line[indent] == '-' ? MB_STYLE_BULLET : MB_STYLE_NUMBERED;
        paragraph->level = (int)indent / 2;
        return line + indent + 2;
    }
    if (line[indent] == '(') {
        paragraph->style = MB_STYLE_NUMBERED;
        paragraph->level = (int)indent / 2;
        paragraph->number = g_strndup(line + indent + 1, strcspn(line + indent + 1, ")"));
        return strchr(line, ')') + 2;
    }
    paragraph->style = g_str_has_prefix(line, "## ")  ? MB_STYLE_HEADING
                       : g_str_has_prefix(line, "> ") ? MB_STYLE_EDITOR
                       : g_str_has_prefix(line, "T ") ? MB_STYLE_TABLE
                                                      : MB_STYLE_PARAGRAPH;
    return line + (paragraph->style == MB_STYLE_HEADING ? 3 : paragraph->style == MB_STYLE_PARAGRAPH ? 0 : 2);
}

static inline MbParagraph *read_paragraph(const char *line, int index)
{
    MbParagraph *paragraph = mb_paragraph_new();
    g_autofree char *marked = with_marks(read_style(paragraph, line));
    g_autoptr(GString) text = g_string_new(marked);

    if (paragraph->style == MB_STYLE_TABLE) {
        g_string_replace(text, "¦", "\t", 0);
        g_string_replace(text, "/", "\n", 0);
    }
    paragraph->position = index; /* as a loaded file has them */
    mb_paragraph_set_notation(paragraph, text->str);
    return paragraph;
}

/* PASSAGE as written; without a caret it stands at the end. */
static inline MbPassage *passage_of(const char *written)
{
    GPtrArray *paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)mb_paragraph_free);
    g_auto(GStrv) lines = g_strsplit(written, "\n", -1);
    MbSpot caret = {0, 0}, from = {0, 0}, to = {0, 0};
    gboolean placed = FALSE, selected = FALSE;

    for (int i = 0; lines[i]; i++) {
        MbParagraph *paragraph = read_paragraph(lines[i], i);

        selected |= take_mark(paragraph, FROM, i, &from);
        placed |= take_mark(paragraph, CARET, i, &caret);
        selected |= take_mark(paragraph, TO, i, &to);
        /* A caret before the selection's start had moved it. */
        if (from.paragraph == i && caret.paragraph == i && placed && selected && caret.offset < from.offset)
            from.offset = caret.offset;
        g_ptr_array_add(paragraphs, paragraph);
    }
    MbPassage *passage = mb_passage_new(paragraphs, NULL, MB_LAYER_MINUTE);
    if (selected)
        mb_passage_select(passage, mb_spot_compare(caret, from) == 0 ? to : from, caret);
    else if (placed)
        mb_passage_place(passage, caret, FALSE);
    return passage;
}

/* --- showing --- */

static inline void show_spots(GString *out, const MbPassage *passage, int index, int offset)
{
    MbSpot caret = mb_passage_caret(passage);
    MbSpot from, to, here = {index, offset};
    gboolean selected = mb_passage_selection(passage, &from, &to);

    if (selected && mb_spot_compare(from, here) == 0)
        g_string_append_c(out, '[');
    if (mb_spot_compare(caret, here) == 0)
        g_string_append_c(out, '|');
    if (selected && mb_spot_compare(to, here) == 0)
        g_string_append_c(out, ']');
}

static inline void show_paragraph(GString *out, const MbPassage *passage, int index)
{
    static const char *const fonts[] = {"", "**", "*", "***"};
    const MbParagraph *paragraph = mb_passage_paragraph(passage, index);
    guint8 font = 0;

    for (int i = 0; i <= (int)paragraph->text->len; i++) {
        gboolean end = i == (int)paragraph->text->len;
        guint8 next = end ? 0 : paragraph->fonts->data[i];
        char c = end ? '\0' : paragraph->text->str[i];

        show_spots(out, passage, index, i);
        if (next != font)
            g_string_append_printf(out, "%s%s", fonts[font], fonts[next]);
        font = next;
        if (c == '\t' || c == '\n')
            g_string_append(out, c == '\t' ? "¦" : "/");
        else if (!end)
            g_string_append_c(out, c);
    }
}

static inline char *show(const MbPassage *passage)
{
    static const char *const styles[] = {"", "## ", "- ", "# ", "T ", "> "};
    GString *out = g_string_new(NULL);

    for (int i = 0; i < mb_passage_count(passage); i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);

        g_string_append_printf(out, "%s%*s", i ? "\n" : "", paragraph->level * 2, "");
        if (paragraph->number)
            g_string_append_printf(out, "(%s) ", paragraph->number);
        else
            g_string_append(out, styles[paragraph->style]);
        show_paragraph(out, passage, i);
    }
    return g_string_free(out, FALSE);
}

static inline void assert_shown(const MbPassage *passage, const char *expected)
{
    g_autofree char *shown = show(passage);

    g_assert_cmpstr(shown, ==, expected);
}

static inline void type_keys(MbPassage *passage, const char *keys)
{
    for (const char *at = keys; *at; at = g_utf8_next_char(at)) {
        g_autofree char *key = g_strndup(at, (gsize)(g_utf8_next_char(at) - at));

        mb_passage_type(passage, key);
    }
}

static inline void at_time(int minute, int second)
{
    g_autofree char *stamp = g_strdup_printf("2026-01-15T10:%02d:%02dZ", minute, second);

    g_setenv("MINUTEBOOK_NOW", stamp, TRUE);
}

/* --- a book --- */

typedef struct {
    GHashTable *rows;   /* id: MbParagraph */
    GPtrArray *journal; /* MbEdit */
    int merged, told;
    guint changed; /* rows written by the last change */
} Book;

static inline MbEdit *edit_copy(const MbEdit *edit)
{
    MbEdit *copy = g_memdup2(edit, sizeof *edit);

    copy->began = g_strdup(edit->began);
    copy->ended = g_strdup(edit->ended);
    copy->paragraph = g_strdup(edit->paragraph);
    copy->before = g_strdup(edit->before);
    copy->after = g_strdup(edit->after);
    return copy;
}

/* Through the record, as a book does. */
static inline MbParagraph *stored_copy(const MbParagraph *paragraph)
{
    MbMinute *minute = mb_record_new(&MB_MINUTE);
    g_autoptr(GPtrArray) cells = g_ptr_array_new();
    g_autoptr(MbDossier) dossier = mb_dossier_new();

    mb_paragraph_store(paragraph, minute, cells);
    for (guint i = 0; i < cells->len; i++)
        mb_dossier_add(dossier, cells->pdata[i]);
    MbParagraph *copy = mb_paragraph_of(minute, dossier);
    mb_record_free(minute);
    return copy;
}

static inline Book *book_new(void)
{
    Book *book = g_new0(Book, 1);

    book->rows = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, (GDestroyNotify)mb_paragraph_free);
    book->journal = g_ptr_array_new_with_free_func((GDestroyNotify)mb_edit_free);
    return book;
}

static inline void book_free(Book *book)
{
    g_hash_table_unref(book->rows);
    g_ptr_array_unref(book->journal);
    g_free(book);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC(Book, book_free)

static inline void book_sink(gpointer data, const MbEditing *editing)
{
    Book *book = data;

    if (editing->merged)
        g_ptr_array_set_size(book->journal, (int)book->journal->len - 1);
    g_ptr_array_add(book->journal, edit_copy(editing->edit));
    book->merged += editing->merged;
    book->told++;
    book->changed = editing->changed->len;
    for (guint i = 0; i < editing->gone->len; i++)
        g_hash_table_remove(book->rows, editing->gone->pdata[i]);
    for (guint i = 0; i < editing->changed->len; i++) {
        const MbParagraph *paragraph = editing->changed->pdata[i];

        g_hash_table_replace(book->rows, g_strdup(paragraph->id), stored_copy(paragraph));
    }
}

static inline gint by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbParagraph *const *)a)->position - (*(MbParagraph *const *)b)->position;
}

/* Its paragraphs in order. */
static inline GPtrArray *book_paragraphs(const Book *book)
{
    GPtrArray *paragraphs = g_ptr_array_new_with_free_func((GDestroyNotify)mb_paragraph_free);
    GHashTableIter iter;
    gpointer row;

    g_hash_table_iter_init(&iter, book->rows);
    while (g_hash_table_iter_next(&iter, NULL, &row))
        g_ptr_array_add(paragraphs, mb_paragraph_copy(row));
    g_ptr_array_sort(paragraphs, by_position);
    return paragraphs;
}

/* As a new start opens it. */
static inline MbPassage *book_open(Book *book)
{
    GPtrArray *edits = g_ptr_array_new();

    for (guint i = 0; i < book->journal->len; i++)
        g_ptr_array_add(edits, edit_copy(book->journal->pdata[i]));
    MbPassage *passage = mb_passage_new(book_paragraphs(book), edits, MB_LAYER_MINUTE);
    mb_passage_set_sink(passage, book_sink, book);
    return passage;
}

/* A book that holds what PASSAGE holds, and hears of its changes. */
static inline Book *book_of(MbPassage *passage)
{
    Book *book = book_new();

    for (int i = 0; i < mb_passage_count(passage); i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(passage, i);

        g_hash_table_replace(book->rows, g_strdup(paragraph->id), stored_copy(paragraph));
    }
    mb_passage_set_sink(passage, book_sink, book);
    return book;
}

#endif

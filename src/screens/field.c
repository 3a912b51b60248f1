/* SPDX-License-Identifier: MIT */
#include "minutebook/screens/field.h"

#include "minutebook/base/text.h"

#include <string.h>

void mb_field_init(MbLineField *field, const char *text)
{
    field->text = g_string_new(text ? text : "");
    field->caret = field->text->len;
    field->left = 0;
}

void mb_field_release(MbLineField *field)
{
    if (field->text)
        g_string_free(field->text, TRUE);
    field->text = NULL;
}

void mb_field_set(MbLineField *field, const char *text)
{
    g_string_assign(field->text, text ? text : "");
    field->caret = field->text->len;
}

static gsize previous(const MbLineField *field, gsize at)
{
    const char *start = field->text->str;

    /* A letter goes with the marks on it. */
    while (at > 0) {
        at = (gsize)(g_utf8_prev_char(start + at) - start);
        if (!g_unichar_iszerowidth(g_utf8_get_char(start + at)))
            break;
    }
    return at;
}

static gsize next(const MbLineField *field, gsize at)
{
    const char *start = field->text->str;

    while (at < field->text->len) {
        at = (gsize)(g_utf8_next_char(start + at) - start);
        if (!start[at] || !g_unichar_iszerowidth(g_utf8_get_char(start + at)))
            break;
    }
    return at;
}

static gsize word_back(const MbLineField *field, gsize at)
{
    while (at > 0 && field->text->str[previous(field, at)] == ' ')
        at = previous(field, at);
    while (at > 0 && field->text->str[previous(field, at)] != ' ')
        at = previous(field, at);
    return at;
}

static void insert(MbLineField *field, const char *text, gsize length)
{
    g_string_insert_len(field->text, (gssize)field->caret, text, (gssize)length);
    field->caret += length;
}

/* A paste is one line: its line breaks and tabs become spaces. */
static void paste(MbLineField *field, const MbStroke *stroke)
{
    g_autofree char *text = mb_text_store(stroke->text, (gssize)stroke->length);

    g_strdelimit(text, "\n\t\r", ' ');
    g_strchomp(text);
    insert(field, text, strlen(text));
}

static gboolean edit_key(MbLineField *field, const MbStroke *stroke)
{
    gboolean word = (stroke->modifiers & MB_CTRL) != 0;
    gsize from = field->caret;

    switch (stroke->key) {
    case MB_KEY_LEFT:
        field->caret = word ? word_back(field, from) : previous(field, from);
        return TRUE;
    case MB_KEY_RIGHT:
        field->caret = next(field, from);
        while (word && field->caret < field->text->len && field->text->str[field->caret - 1] != ' ')
            field->caret = next(field, field->caret);
        return TRUE;
    case MB_KEY_HOME:
        field->caret = 0;
        return TRUE;
    case MB_KEY_END:
        field->caret = field->text->len;
        return TRUE;
    case MB_KEY_BACKSPACE:
        field->caret = word ? word_back(field, from) : previous(field, from);
        g_string_erase(field->text, (gssize)field->caret, (gssize)(from - field->caret));
        return TRUE;
    case MB_KEY_DELETE:
        g_string_erase(field->text, (gssize)from, (gssize)(next(field, from) - from));
        return TRUE;
    case 'u':
        if (!word)
            return FALSE;
        g_string_erase(field->text, 0, (gssize)from);
        field->caret = 0;
        return TRUE;
    default:
        return FALSE;
    }
}

gboolean mb_field_stroke(MbLineField *field, const MbStroke *stroke)
{
    char bytes[8];

    if (stroke->kind == MB_STROKE_PASTE) {
        paste(field, stroke);
        return TRUE;
    }
    if (stroke->kind != MB_STROKE_KEY)
        return FALSE;
    if (mb_stroke_types(stroke)) {
        insert(field, bytes, (gsize)g_unichar_to_utf8(stroke->key, bytes));
        return TRUE;
    }
    return edit_key(field, stroke);
}

void mb_field_paint(MbLineField *field, MbGrid *grid, int row, int column, int columns)
{
    g_autofree char *before = mb_grid_visible(field->text->str, field->caret);
    g_autofree char *all = mb_grid_visible(field->text->str, field->text->len);
    int caret = mb_text_width(before);
    const char *at = all;
    int skipped = 0;

    if (caret < field->left)
        field->left = caret;
    if (caret >= field->left + columns)
        field->left = caret - columns + 1;
    while (*at && skipped < field->left) {
        skipped += mb_grid_char_width(g_utf8_get_char(at));
        at = g_utf8_next_char(at);
    }
    mb_grid_fill(grid, (MbArea){row, column, 1, columns}, MB_LOOK_FIELD);
    mb_grid_put(grid, row, column + skipped - field->left, columns, at, MB_LOOK_FIELD, 0);
    mb_grid_set_cursor(grid, row, column + caret - field->left);
}

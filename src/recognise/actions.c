/* SPDX-License-Identifier: MIT */
/* Actions that take several lines, and tables of actions.
 *
 *   "Action" / what / owner on lines of their own       88, without an owner 55
 *   "Actions:" and a line each, with their owners       92, without an owner 55 (only lines with a bullet or number)
 *   a table with a header row                           95
 *   a row "Action | what | owner | date"                90
 *   a table of minutes with a column for actions        as a right-hand column (action_lines.c)
 *
 * The lines of a block and the rows of a table of actions are read for nothing else. */
#include "cells.h"
#include "people.h"

#include <string.h>

static gboolean is_bullet(const MbWords *words)
{
    return mb_after_number(words, 0) > 0;
}

static int next_line(const MbReadingCase *c, int line)
{
    do
        line++;
    while (line < c->count && mb_line_empty(c, line));
    return line;
}

/* Whether LINE holds owners and dates and nothing else; they are read into OWNED. */
static gboolean is_owed_line(const MbReadingCase *c, int line, MbReading *owned)
{
    if (line >= c->count || c->lines[line].heading || c->lines[line].table)
        return FALSE;
    MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
    int last = mb_last_word(other.words);
    gboolean is = last >= 0 && last < 40 && mb_owed(&other, 0, last, owned) &&
                  (owned->due_words || mb_all_known(owned->people, 0) || last < 3);

    mb_read_case_end(&other);
    return is;
}

/* Whether LINE begins something of its own: a heading, a label, an action's number. */
static gboolean begins_other(const MbReadingCase *c, MbReadingCase *other)
{
    MbReading *owned = mb_reading_new(MB_READ_ACTION, other->line);
    MbLabel label;
    int from = mb_after_number(other->words, 0);
    gboolean is =
        c->lines[other->line].heading || c->lines[other->line].table ||
        mb_label_at(other, from, mb_last_word(other->words), &label, owned) ||
        mb_is_one(other->words, from, "ref|refs|resolved|agreed|noted|recommendation|recommendations|decision");

    mb_reading_free(owned);
    return is;
}

/* Reads LINE as one action of the block that begins at FIRST; returns the last line it takes, -1 where it is none. */
static int read_block_line(MbReadingCase *c, int first, int line, gboolean plural)
{
    MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
    MbReading *reading = mb_reading_new(MB_READ_ACTION, first);
    gboolean bullet = is_bullet(other.words);
    int from = mb_after_number(other.words, 0), to = mb_last_word(other.words), last = line;
    gboolean good = from <= to && to - from < 90 && !begins_other(c, &other);

    if (good && c->lines[line].right) {
        MbReadingCase beside = mb_read_case_at(c, line, c->lines[line].right);
        mb_owed(&beside, 0, mb_last_word(beside.words), reading);
        mb_read_case_end(&beside);
    }
    good = good &&
           mb_action_clause(&other, from, plural ? to : MAX(from, mb_words_sentence_end(other.words, from)), reading) &&
           reading->text;
    if (good && !reading->people->len) { /* the owner on the next line */
        int next = next_line(c, line);
        if (is_owed_line(c, next, reading) && reading->people->len) {
            g_clear_pointer(&reading->doubt, g_free);
            reading->sure = 88;
            last = next;
        }
    }
    if (good && !reading->people->len) {
        good = bullet || !plural;
        reading->sure = MIN(reading->sure, 55);
    } else if (good) {
        reading->sure = MIN(reading->sure, plural ? 92 : 88);
    }
    if (good) {
        reading->last_line = last;
        if (line == first)
            mb_place(&other, reading, from, to);
        mb_reading_weigh(reading);
        mb_add(c, reading);
    } else {
        mb_reading_free(reading);
    }
    mb_read_case_end(&other);
    return good ? last : -1;
}

static gboolean read_block(MbReadingCase *c, int from)
{
    MbReading *owned = mb_reading_new(MB_READ_ACTION, c->line);
    int last = mb_last_word(c->words);
    MbLabel label;
    gboolean is =
        mb_label_at(c, from, last, &label, owned) && label.after > last && !label.marker && !owned->people->len;
    const char *right = c->lines[c->line].right;

    mb_reading_free(owned);
    if (!is || (right && *right))
        return FALSE;
    int line = next_line(c, c->line), taken = -1, count = 0;
    gboolean one = !label.plural;
    while (line < c->count && (count == 0 || !one)) {
        int end = read_block_line(c, one ? c->line : line, line, !one);
        if (end < 0)
            break;
        count++;
        taken = end;
        line = next_line(c, end);
    }
    c->taken = MAX(c->taken, taken);
    return count > 0;
}

/* Tables */

static void read_owner_cell(const MbReadingCase *c, const char *cell, MbReading *reading)
{
    MbReadingCase other = mb_read_case_at(c, c->line, cell);
    int last = mb_last_word(other.words);

    if (last >= 0 && !mb_owed(&other, 0, last, reading)) {
        MbNamed *named = mb_named_new(&other, 0, last);
        named->sure = 70;
        named->doubt = g_strdup_printf("“%s” is nobody in the book.", named->words);
        g_ptr_array_add(reading->people, named);
    }
    mb_read_case_end(&other);
    for (guint i = 0; i < reading->people->len; i++) {
        MbNamed *named = reading->people->pdata[i];
        named->start = named->length = 0;
    }
}

static void read_due_cell(const MbReadingCase *c, const char *cell, MbReading *reading)
{
    MbReadingCase other = mb_read_case_at(c, c->line, cell);
    int taken = mb_read_due(&other, 0, reading);

    if (!taken || taken <= mb_last_word(other.words)) {
        if (!taken)
            reading->due = MB_NO_DAY;
        g_free(reading->due_words);
        reading->due_words = mb_words_text(other.words, 0, mb_last_word(other.words));
        if (!*reading->due_words)
            g_clear_pointer(&reading->due_words, g_free);
    }
    mb_read_case_end(&other);
}

/* A row of a table of actions. */
static void read_row(MbReadingCase *c, const MbColumns *columns, int line)
{
    g_auto(GStrv) cells = g_strsplit(mb_line_text(c, line), "\t", 32);
    g_autofree char *text = mb_cell_of(columns, MB_CELL_TEXT, cells);
    g_autofree char *owner = mb_cell_of(columns, MB_CELL_OWNER, cells);
    g_autofree char *due = mb_cell_of(columns, MB_CELL_DUE, cells);
    MbReadingCase other = mb_read_case_at(c, line, text ? text : "");
    MbReading *reading = mb_reading_new(MB_READ_ACTION, line);
    gboolean good = text && mb_cell_kind(text) != MB_CELL_TEXT && !mb_update_row(&other, columns, cells);

    reading->sure = 97;
    if (good && owner)
        read_owner_cell(&other, owner, reading);
    if (good && due)
        read_due_cell(&other, due, reading);
    good = good && mb_action_clause(&other, mb_after_bullet(other.words, 0), mb_last_word(other.words), reading) &&
           reading->text;
    reading->sure = MIN(reading->sure, 95);
    if (good) {
        reading->length = (int)strlen(mb_line_text(c, line));
        mb_reading_weigh(reading);
        mb_add(c, reading);
    } else {
        mb_reading_free(reading);
    }
    mb_read_case_end(&other);
}

/* Readings made of a row's cells stand for the whole row. */
static void place_row(MbReadingCase *c, guint before, int line)
{
    for (guint i = before; i < c->readings->len; i++) {
        MbReading *reading = c->readings->pdata[i];
        reading->start = 0;
        reading->length = (int)strlen(mb_line_text(c, reading->line));
        if (reading->line == line)
            reading->sure = MIN(reading->sure, 90);
    }
}

/* "Action | Circulate the slides | JRe | 30 June": no header, the first cell is the label or begins with it. */
static gboolean read_labelled_row(MbReadingCase *c)
{
    g_auto(GStrv) cells = g_strsplit(mb_line_text(c, c->line), "\t", 16);
    MbReadingCase first = mb_read_case_at(c, c->line, cells[0] ? cells[0] : "");
    MbReading *owned = mb_reading_new(MB_READ_ACTION, c->line);
    MbLabel label;
    gboolean is = cells[0] && cells[1] && mb_label_at(&first, 0, mb_last_word(first.words), &label, owned);
    gboolean alone = is && label.after > mb_last_word(first.words);
    g_autofree char *text = is ? g_strdup_printf("Action: %s", alone ? cells[1] : "") : NULL;
    g_autofree char *beside = is ? g_strjoinv(" / ", cells + (alone ? 2 : 1)) : NULL;

    mb_reading_free(owned);
    mb_read_case_end(&first);
    if (!is)
        return FALSE;
    guint before = c->readings->len;
    MbReadingCase row = mb_read_case_at(c, c->line, alone ? text : cells[0]);
    mb_action_line(&row, beside, FALSE);
    mb_read_case_end(&row);
    place_row(c, before, c->line);
    return TRUE;
}

/* A table of minutes whose last column is for actions: each row as a line with that cell beside it. */
static void read_beside(MbReadingCase *c, const MbColumns *columns, int line)
{
    g_auto(GStrv) cells = g_strsplit(mb_line_text(c, line), "\t", 32);
    g_autofree char *action = mb_cell_of(columns, MB_CELL_TEXT, cells);
    const char *longest = "";

    for (int i = 0; cells[i]; i++)
        if (i != columns->column[MB_CELL_TEXT] && strlen(cells[i]) > strlen(longest))
            longest = cells[i];
    if (!action)
        return;
    MbReadingCase own = mb_read_case_at(c, line, action);
    MbReading *owned = mb_reading_new(MB_READ_ACTION, line);
    guint before = c->readings->len;
    if (mb_owed(&own, 0, mb_last_word(own.words), owned)) {
        MbReadingCase row = mb_read_case_at(c, line, longest);
        mb_action_line(&row, action, FALSE);
        mb_read_case_end(&row);
    } else if (mb_action_clause(&own, mb_after_number(own.words, 0), mb_last_word(own.words), owned) &&
               owned->people->len && owned->text) {
        owned->sure = MIN(owned->sure, 90);
        mb_reading_weigh(owned);
        mb_add(c, g_steal_pointer(&owned));
    }
    place_row(c, before, line);
    g_clear_pointer(&owned, mb_reading_free);
    mb_read_case_end(&own);
}

static gboolean read_table(MbReadingCase *c)
{
    MbColumns columns = mb_columns_of(mb_line_text(c, c->line));
    int line = c->line + 1;
    gboolean owned = columns.column[MB_CELL_OWNER] >= 0 || columns.column[MB_CELL_DUE] >= 0;
    int text = columns.column[MB_CELL_TEXT];

    if (text < 0 || columns.count < 2 || (!owned && text != columns.count - 1))
        return read_labelled_row(c);
    for (; line < c->count && (c->lines[line].table || strchr(mb_line_text(c, line), '\t')); line++) {
        if (owned)
            read_row(c, &columns, line);
        else
            read_beside(c, &columns, line);
    }
    if (owned)
        c->taken = MAX(c->taken, line - 1);
    return TRUE;
}

void mb_rule_actions(MbReadingCase *c)
{
    const MbReadLine *line = &c->lines[c->line];
    int from = mb_after_number(c->words, 0);

    if (c->line <= c->taken || from > mb_last_word(c->words))
        return;
    if ((line->table || strchr(line->text, '\t')) && read_table(c))
        return;
    if (read_block(c, from) || line->heading)
        return;
    mb_action_line(c, line->right, !line->table);
}

/* SPDX-License-Identifier: MIT */
/* Typing in the write-up, from one side to the other, and taking the notes over into the minute. */
#include "writeup.h"

#include "phrases.h"

#include <string.h>

MbPassage *mb_writeup_passage(const Writeup *writeup, int side)
{
    return writeup->sides[side].writing ? mb_writing_passage(writeup->sides[side].writing) : NULL;
}

/* --- reading --- */

/* The caret was in one paragraph and is in another: the one it left is to be read. */
static void note_left(Writeup *writeup, int side)
{
    MbPassage *passage = mb_writeup_passage(writeup, side);
    WriteupSide *here = &writeup->sides[side];
    const char *id = passage ? mb_passage_paragraph(passage, mb_passage_caret(passage).paragraph)->id : NULL;

    if (here->paragraph && g_strcmp0(here->paragraph, id) != 0)
        g_hash_table_add(writeup->unread, g_strdup(here->paragraph));
    mb_set(&here->paragraph, id);
}

gboolean mb_writeup_read(Writeup *writeup)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    const MbItem *item = mb_writeup_item(writeup);
    MbAnswer answer = {0};
    GHashTableIter each;
    gpointer id;
    gboolean read;

    if (!g_hash_table_size(writeup->unread) || !item)
        return FALSE;
    g_ptr_array_add(words, g_strconcat("@", writeup->id, NULL));
    g_ptr_array_add(words, g_strconcat("@", item->id, NULL));
    g_hash_table_iter_init(&each, writeup->unread);
    while (g_hash_table_iter_next(&each, &id, NULL))
        g_ptr_array_add(words, g_strconcat("@", id, NULL));
    g_ptr_array_add(words, NULL);
    g_hash_table_remove_all(writeup->unread);
    read = mb_app_do_quietly(writeup->view->app, "minutes read", (const char *const *)words->pdata, NULL, &answer);
    mb_answer_clear(&answer);
    return read;
}

void mb_writeup_leave(Writeup *writeup)
{
    for (int side = 0; side < SIDES; side++)
        if (writeup->sides[side].paragraph)
            g_hash_table_add(writeup->unread, g_steal_pointer(&writeup->sides[side].paragraph));
    mb_writeup_read(writeup);
    for (int side = 0; side < SIDES; side++)
        if (writeup->sides[side].writing) {
            mb_writing_rest(writeup->sides[side].writing, TRUE);
            mb_writing_keep_caret(writeup->sides[side].writing, NULL);
        }
}

/* --- strokes --- */

void mb_writeup_switch(MbView *view)
{
    Writeup *writeup = view->data;

    if (writeup->first_side == SIDE_NOTES)
        writeup->side = writeup->side == SIDE_NOTES ? SIDE_MINUTE : SIDE_NOTES;
}

/* In a table Tab goes to the next cell, at the start of a list's line it indents. */
static gboolean is_switch(const Writeup *writeup, const MbStroke *stroke)
{
    MbPassage *passage = mb_writeup_passage(writeup, writeup->side);
    MbSpot caret = mb_passage_caret(passage);
    int style = mb_passage_paragraph(passage, caret.paragraph)->style;

    return writeup->first_side == SIDE_NOTES && stroke->kind == MB_STROKE_KEY && stroke->key == MB_KEY_TAB &&
           !(stroke->modifiers & (MB_CTRL | MB_ALT)) && style != MB_STYLE_TABLE &&
           (caret.offset > 0 || (style != MB_STYLE_BULLET && style != MB_STYLE_NUMBERED));
}

static MbPhrasePlace place_of(const Writeup *writeup)
{
    return (MbPhrasePlace){.view = writeup->view,
                           .passage = mb_writeup_passage(writeup, writeup->side),
                           .dossier = writeup->dossier,
                           .meeting = writeup->meeting,
                           .board = writeup->board,
                           .item = mb_writeup_item(writeup)};
}

/* A stock sentence whose key stands before the caret. */
static gboolean expand(const Writeup *writeup)
{
    const MbPhrasePlace place = place_of(writeup);

    return mb_phrases_expand(&place);
}

void mb_writeup_sentences(MbView *view)
{
    const MbPhrasePlace place = place_of(view->data);

    mb_phrases_choose(&place);
}

/* A click goes to the side it hits. */
static gboolean to_side(Writeup *writeup, int side, const MbStroke *stroke, char **clip, const char **why)
{
    if (!writeup->sides[side].writing ||
        !mb_editor_stroke(writeup->sides[side].editor, stroke, mb_app_clipboard(writeup->view->app), clip, why))
        return FALSE;
    if (stroke->kind == MB_STROKE_MOUSE && stroke->mouse == MB_MOUSE_PRESS)
        writeup->side = side;
    note_left(writeup, side);
    return TRUE;
}

static void say_unsaved(Writeup *writeup)
{
    const char *why = NULL;

    for (int side = writeup->first_side; side < SIDES; side++)
        if (writeup->sides[side].writing && !mb_writing_saved(writeup->sides[side].writing, &why))
            mb_app_say(writeup->view->app, MB_LOOK_BAD, "%s", why);
}

gboolean mb_writeup_stroke(MbView *view, const MbStroke *stroke)
{
    Writeup *writeup = view->data;
    char *clip = NULL;
    const char *why = NULL;
    gboolean taken;

    if (!mb_writeup_passage(writeup, writeup->side))
        return TRUE;
    if (stroke->kind == MB_STROKE_KEY && stroke->key == MB_KEY_TAB && !stroke->modifiers && expand(writeup))
        return TRUE;
    if (is_switch(writeup, stroke)) {
        mb_writeup_switch(view);
        return TRUE;
    }
    taken = to_side(writeup, writeup->side, stroke, &clip, &why);
    if (!taken && stroke->kind == MB_STROKE_MOUSE && writeup->first_side == SIDE_NOTES)
        taken = to_side(writeup, SIDE_NOTES + SIDE_MINUTE - writeup->side, stroke, &clip, &why);
    if (clip)
        mb_app_clip(view->app, clip);
    if (why)
        mb_app_say(view->app, MB_LOOK_QUIET, "%s", why);
    if (taken)
        mb_app_repaint_part(view->app);
    say_unsaved(writeup);
    return taken;
}

void mb_writeup_gap(MbView *view)
{
    Writeup *writeup = view->data;

    if (mb_writeup_passage(writeup, writeup->side))
        mb_passage_type(mb_writeup_passage(writeup, writeup->side), "??");
}

/* --- private lines, where what was typed live is the minute --- */

void mb_writeup_private(MbView *view)
{
    Writeup *writeup = view->data;
    MbPassage *passage = mb_writeup_passage(writeup, writeup->side);
    int usual = writeup->side == SIDE_NOTES ? MB_LAYER_NOTE : MB_LAYER_MINUTE;
    MbSpot start, end;
    int layer;

    if (!mb_passage_selection(passage, &start, &end))
        start = end = mb_passage_caret(passage);
    layer = mb_passage_paragraph(passage, start.paragraph)->layer == MB_LAYER_PRIVATE ? usual : MB_LAYER_PRIVATE;
    mb_passage_set_layer(passage, start.paragraph, end.paragraph, layer);
    for (int i = start.paragraph; i <= end.paragraph; i++)
        g_hash_table_add(writeup->unread, g_strdup(mb_passage_paragraph(passage, i)->id));
    mb_app_say(view->app, MB_LOOK_PRIVATE, "%s",
               layer == MB_LAYER_PRIVATE ? "Private: this goes to nobody, and what was read from it is withdrawn."
                                         : "This is no longer private.");
}

/* --- taking over --- */

/* The paragraphs of the selection, or that of the caret; FALSE where one is private or nothing is written. */
static gboolean may_take(MbView *view, const MbPassage *notes, MbSpot start, MbSpot end)
{
    gboolean text = FALSE;

    for (int i = start.paragraph; i <= end.paragraph; i++) {
        const MbParagraph *paragraph = mb_passage_paragraph(notes, i);

        if (paragraph->layer == MB_LAYER_PRIVATE) {
            mb_app_say(view->app, MB_LOOK_PRIVATE, "That line is private; Alt-P makes it an ordinary note first.");
            return FALSE;
        }
        text = text || paragraph->text->len;
    }
    if (!text)
        mb_app_say(view->app, MB_LOOK_QUIET, "There is nothing in this line of the notes to take over.");
    return text;
}

/* The empty line that the new one at INDEX - 1 has made needless goes. */
static void drop_empty(MbPassage *minute, int index)
{
    const MbParagraph *before = mb_passage_paragraph(minute, index - 1);

    mb_passage_place(minute, (MbSpot){index - 1, (int)before->text->len}, FALSE);
    mb_passage_erase(minute, MB_UNIT_CHARACTER, TRUE);
}

/* One line of the notes after the paragraph of the minute's caret, with its fonts, style and level; an empty one gives
   way to it. The caret stands at its end. */
static void give(MbPassage *minute, const MbParagraph *note, const char *notation)
{
    int at = mb_passage_caret(minute).paragraph;
    gboolean empty = !mb_passage_paragraph(minute, at)->text->len;
    int index = mb_passage_insert(minute, empty ? at - 1 : at, notation, note->style, MB_LAYER_MINUTE);

    if (empty)
        drop_empty(minute, index + 1);
    mb_passage_place(minute, (MbSpot){index, (int)mb_passage_paragraph(minute, index)->text->len}, FALSE);
    for (int level = 0; level < note->level; level++)
        mb_passage_indent(minute, 1);
}

/* A table is taken over as text that is read as a table again; else line by line, of a selection within one line only
   what is selected. */
static void give_all(MbPassage *notes, MbPassage *minute, MbSpot start, MbSpot end)
{
    g_autofree char *copied = mb_passage_copy(notes);
    gboolean part = start.paragraph == end.paragraph;

    for (int i = start.paragraph; i <= end.paragraph; i++) {
        const MbParagraph *note = mb_passage_paragraph(notes, i);
        g_autofree char *notation = part ? g_strdup(copied) : mb_paragraph_notation(note);

        if (note->style == MB_STYLE_TABLE) {
            mb_passage_enter(minute);
            mb_passage_paste(minute, notation, strlen(notation));
        } else if (note->text->len)
            give(minute, note, notation);
    }
}

/* The hand goes on to the next line with something in it, so that the same key takes line after line. */
static void go_on(MbPassage *notes, MbSpot end)
{
    int next = end.paragraph + 1;

    while (next + 1 < mb_passage_count(notes) && !mb_passage_paragraph(notes, next)->text->len)
        next++;
    mb_passage_place(notes, next < mb_passage_count(notes) ? (MbSpot){next, 0} : end, FALSE);
}

void mb_writeup_take_over(MbView *view)
{
    Writeup *writeup = view->data;
    MbPassage *notes = mb_writeup_passage(writeup, SIDE_NOTES), *minute = mb_writeup_passage(writeup, SIDE_MINUTE);
    MbSpot start, end;

    if (!notes || !minute)
        return;
    if (!mb_passage_selection(notes, &start, &end)) {
        mb_passage_select_unit(notes, mb_passage_caret(notes), MB_UNIT_PARAGRAPH);
        if (!mb_passage_selection(notes, &start, &end))
            start = end = mb_passage_caret(notes);
    }
    if (!may_take(view, notes, start, end)) {
        mb_passage_place(notes, end, FALSE);
        return;
    }
    give_all(notes, minute, start, end);
    for (int i = start.paragraph; i <= end.paragraph; i++)
        g_hash_table_add(writeup->unread, g_strdup(mb_passage_paragraph(notes, i)->id));
    go_on(notes, end);
    for (int side = SIDE_NOTES; side < SIDES; side++)
        note_left(writeup, side);
    say_unsaved(writeup);
}

/* SPDX-License-Identifier: MIT */
/* Typing in the live meeting: strokes to the editor, what happens when the caret leaves a line, find and replace. */
#include "live.h"

#include "minutebook/base/clock.h"
#include "minutebook/desk/sight.h"

#include <string.h>

static MbPassage *passage_of(const Live *live)
{
    return live->writing ? mb_writing_passage(live->writing) : NULL;
}

static const MbParagraph *caret_paragraph(const Live *live)
{
    MbPassage *passage = passage_of(live);

    return passage ? mb_passage_paragraph(passage, mb_passage_caret(passage).paragraph) : NULL;
}

/* The caret was in one paragraph and is in another: the one it left is to be read. */
static void note_left(Live *live)
{
    const MbParagraph *here = caret_paragraph(live);

    if (live->paragraph && (!here || strcmp(here->id, live->paragraph) != 0))
        g_hash_table_add(live->unread, g_strdup(live->paragraph));
    g_free(live->paragraph);
    live->paragraph = here ? g_strdup(here->id) : NULL;
}

void mb_live_leave_text(Live *live)
{
    if (live->paragraph)
        g_hash_table_add(live->unread, g_steal_pointer(&live->paragraph));
    mb_live_read(live);
    mb_writing_keep_caret(live->writing, NULL);
}

gboolean mb_live_read(Live *live)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new_with_free_func(g_free);
    MbAnswer answer = {0};
    GHashTableIter each;
    gpointer id;
    gboolean read;

    if (!g_hash_table_size(live->unread) || !mb_live_item(live))
        return FALSE;
    g_ptr_array_add(words, mb_live_meeting_key(live));
    g_ptr_array_add(words, mb_live_item_key(live));
    g_hash_table_iter_init(&each, live->unread);
    while (g_hash_table_iter_next(&each, &id, NULL))
        g_ptr_array_add(words, g_strconcat("@", id, NULL));
    g_ptr_array_add(words, NULL);
    g_hash_table_remove_all(live->unread);
    read = mb_app_do_quietly(live->view->app, "minutes read", (const char *const *)words->pdata, NULL, &answer);
    mb_answer_clear(&answer);
    return read;
}

/* --- undo: a deed done by key goes back before the text typed before it --- */

static gboolean undo_deed(Live *live)
{
    LiveDeed deed;
    g_autofree char *seq = NULL;

    if (!live->deeds->len)
        return FALSE;
    deed = g_array_index(live->deeds, LiveDeed, live->deeds->len - 1);
    if (passage_of(live) && mb_passage_undoable(passage_of(live)) > deed.edit)
        return FALSE;
    g_array_set_size(live->deeds, live->deeds->len - 1);
    seq = g_strdup_printf("%" G_GINT64_FORMAT, deed.seq);
    mb_app_do(live->view->app, "undo", seq, NULL);
    return TRUE;
}

static gboolean is_undo(const MbStroke *stroke)
{
    return stroke->kind == MB_STROKE_KEY && stroke->key == 'z' && stroke->modifiers == MB_CTRL;
}

/* --- strokes --- */

/* Tab completes but in a table, where it goes to the next cell, and at the start of a list's line, which it indents. */
static gboolean is_tab(const Live *live, const MbStroke *stroke)
{
    const MbParagraph *here = caret_paragraph(live);
    MbSpot caret = mb_passage_caret(passage_of(live));

    return stroke->kind == MB_STROKE_KEY && stroke->key == MB_KEY_TAB && !stroke->modifiers &&
           here->style != MB_STYLE_TABLE && caret.offset > 0;
}

gboolean mb_live_stroke(MbView *view, const MbStroke *stroke)
{
    Live *live = view->data;
    char *clip = NULL;
    const char *why = NULL;
    gboolean taken;

    if (!live->writing || (is_undo(stroke) && undo_deed(live)))
        return TRUE;
    if (is_tab(live, stroke) && (mb_live_expand(live) || mb_live_complete(live)))
        return TRUE;
    taken = mb_editor_stroke(live->editor, stroke, mb_app_clipboard(view->app), &clip, &why);
    if (clip)
        mb_app_clip(view->app, clip);
    if (why)
        mb_app_say(view->app, MB_LOOK_QUIET, "%s", why);
    if (stroke->kind == MB_STROKE_KEY && stroke->key == ':')
        mb_live_expand_initials(live);
    note_left(live);
    if (taken)
        mb_app_repaint_part(view->app);
    if (!mb_writing_saved(live->writing, &why))
        mb_app_say(view->app, MB_LOOK_BAD, "%s", why);
    return taken;
}

/* --- characters that come at once --- */

/* So far into a line a character may mean more than itself: "- ", "1. ", "jre:". */
enum { MEANING_BYTES = 10, PIECE_BYTES = 200 };

/* Bytes of TEXT that are typed as one: a sentence, or what would be one burst of keystrokes. */
static gsize piece_of(const char *text)
{
    const char *at = text;

    while (*at && at - text < PIECE_BYTES) {
        gboolean ends = at > text && *at == ' ' && strchr(".?!", at[-1]);

        at = g_utf8_next_char(at);
        if (ends)
            break;
    }
    return (gsize)(at - text);
}

static void type_character(MbView *view, const char *at)
{
    MbStroke stroke = mb_stroke_key(g_utf8_get_char(at), 0);

    mb_live_stroke(view, &stroke);
}

void mb_live_type(MbView *view, const char *text)
{
    Live *live = view->data;
    MbPassage *passage = passage_of(live);
    g_autofree char *piece = NULL;

    while (passage && *text && mb_passage_caret(passage).offset < MEANING_BYTES) {
        type_character(view, text);
        text = g_utf8_next_char(text);
    }
    while (passage && *text) {
        gsize length = piece_of(text);

        g_free(piece);
        piece = g_strndup(text, length);
        mb_passage_type(passage, piece);
        text += length;
    }
    if (!passage)
        return;
    note_left(live);
    mb_app_repaint_part(view->app);
}

/* --- find and replace --- */

static void find(Live *live, gboolean from_caret)
{
    MbPassage *passage = passage_of(live);
    MbSpot at = mb_passage_caret(passage), start, end;

    (void)from_caret;
    mb_editor_show_found(live->editor, live->needle);
    if (mb_passage_find(passage, live->needle, FALSE, at, TRUE, &start, &end))
        mb_passage_select(passage, start, end);
    else
        mb_app_say(live->view->app, MB_LOOK_WARNING, "“%s” does not stand under this item.", live->needle);
}

static void find_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;

    (void)data;
    g_free(live->needle);
    live->needle = *text ? g_strdup(text) : NULL;
    mb_editor_show_found(live->editor, live->needle);
    if (live->needle)
        find(live, FALSE);
}

void mb_live_find(MbView *view)
{
    Live *live = view->data;

    if (passage_of(live))
        mb_app_ask(view, "Find", live->needle, "Under this item; F3 finds the next. An empty line ends the marking.",
                   find_answered, NULL);
}

void mb_live_find_next(MbView *view)
{
    Live *live = view->data;

    if (!live->needle)
        mb_live_find(view);
    else if (passage_of(live))
        find(live, TRUE);
}

static void replace_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;
    int count = mb_passage_replace_all(passage_of(live), live->needle, FALSE, text);

    (void)data;
    mb_app_say(view->app, MB_LOOK_GOOD, "“%s” was replaced in %d place%s; Ctrl-Z takes it back.", live->needle, count,
               count == 1 ? "" : "s");
}

static void replace_needle(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;

    (void)data;
    if (!*text)
        return;
    g_free(live->needle);
    live->needle = g_strdup(text);
    mb_app_ask(view, "Replace by", "", "Every place under this item, as one change.", replace_answered, NULL);
}

void mb_live_replace(MbView *view)
{
    Live *live = view->data;

    if (passage_of(live))
        mb_app_ask(view, "Replace", live->needle, "What is to be replaced under this item.", replace_needle, NULL);
}

/* --- small insertions --- */

static void type(Live *live, const char *text)
{
    if (passage_of(live))
        mb_passage_type(passage_of(live), text);
}

void mb_live_gap(MbView *view)
{
    type(view->data, "??");
}

void mb_live_time_now(MbView *view)
{
    Live *live = view->data;
    g_autofree char *now = mb_time_text(mb_live_now(live));

    type(live, now);
}

/* --- what did this say? --- */

static void said_answered(MbView *view, const char *text, gpointer data)
{
    Live *live = view->data;
    MbTime at = mb_time_parse(text);
    int ago = (mb_live_now(live) - at + 24 * 60) % (24 * 60);
    g_autofree char *stamp = NULL;
    g_autofree char *then = NULL;
    g_autofree char *title = g_strdup_printf("This item at %s", text);
    g_autoptr(MbPassage) passage = NULL;

    (void)data;
    if (at == MB_NO_TIME) {
        mb_app_say(view->app, MB_LOOK_BAD, "“%s” is no time; type it as 14:32.", text);
        return;
    }
    stamp = mb_clock_stamp(mb_clock_now() - (gint64)ago * 60);
    passage = mb_passage_at(passage_of(live), stamp);
    then = mb_passage_text(passage);
    mb_app_show(view->app, title, *then ? then : "Nothing was written under this item then.", FALSE);
}

void mb_live_words(MbView *view)
{
    Live *live = view->data;
    g_autofree char *now = mb_time_text(mb_live_now(live));

    if (passage_of(live))
        mb_app_ask(view, "What did this say at", now, "A time today, as 14:32.", said_answered, NULL);
}

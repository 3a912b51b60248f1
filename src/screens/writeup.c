/* SPDX-License-Identifier: MIT */
/* The write-up of a meeting: opened, from item to item, ticked. */
#include "writeup.h"

#include "dress.h"
#include "gaps.h"
#include "screens.h"
#include "spelling.h"

#include "minutebook/base/error.h"
#include "minutebook/clerk/gap.h"
#include "minutebook/clerk/number.h"
#include "minutebook/desk/sight.h"

#include <string.h>

static int index_of(const Writeup *writeup, const char *item)
{
    for (guint i = 0; item && i < writeup->items->len; i++)
        if (g_strcmp0(((MbItem *)writeup->items->pdata[i])->id, item) == 0)
            return (int)i;
    return -1;
}

/* --- looking again --- */

static gboolean load(Writeup *writeup, GError **error)
{
    MbDossier *dossier = mb_sight_meeting(mb_app_desk(writeup->view->app), writeup->id, error);
    g_autofree char *item = mb_writeup_item(writeup) ? g_strdup(mb_writeup_item(writeup)->id) : NULL;

    if (!dossier)
        return FALSE;
    mb_dossier_freeze(dossier);
    g_clear_pointer(&writeup->items, g_ptr_array_unref);
    mb_dossier_free(writeup->dossier);
    writeup->dossier = dossier;
    writeup->meeting = mb_dossier_find(dossier, &MB_MEETING, writeup->id);
    writeup->board = mb_dossier_find(dossier, &MB_BOARD, writeup->meeting->board);
    writeup->items = mb_number_items(dossier, writeup->id);
    writeup->at = index_of(writeup, item);
    mb_spell_know(mb_app_spell(writeup->view->app), dossier, writeup->board);
    return TRUE;
}

/* --- the item --- */

static void close_texts(Writeup *writeup)
{
    mb_writeup_leave(writeup);
    for (int side = 0; side < SIDES; side++) {
        mb_editor_set_passage(writeup->sides[side].editor, NULL);
        g_clear_pointer(&writeup->sides[side].writing, mb_writing_close);
    }
}

static gboolean is_saved(Writeup *writeup)
{
    const char *why;

    for (int side = 0; side < SIDES; side++)
        if (writeup->sides[side].writing && !mb_writing_saved(writeup->sides[side].writing, &why)) {
            mb_app_say(writeup->view->app, MB_LOOK_BAD, "%s", why);
            return FALSE;
        }
    return TRUE;
}

static gboolean open_side(Writeup *writeup, int side, const char *item, GError **error)
{
    static const int layers[SIDES] = {[SIDE_NOTES] = MB_LAYER_NOTE, [SIDE_MINUTE] = MB_LAYER_MINUTE};
    MbWriting *writing = mb_writing_open(mb_app_desk(writeup->view->app), writeup->id, item, layers[side], error);
    MbPassage *passage = writing ? mb_writing_passage(writing) : NULL;

    if (!writing)
        return FALSE;
    writeup->sides[side].writing = writing;
    mb_editor_set_passage(writeup->sides[side].editor, passage);
    /* The notes are read from their beginning; the minute goes on at its end. */
    if (side == SIDE_NOTES)
        mb_passage_place(passage, (MbSpot){0, 0}, FALSE);
    else
        mb_passage_move(passage, MB_UNIT_PASSAGE, TRUE, FALSE);
    return TRUE;
}

/* Items taken together have one text: that of the first. */
static const MbItem *text_of(const Writeup *writeup, const MbItem *item)
{
    const MbItem *first = mb_dossier_find(writeup->dossier, &MB_ITEM, item->taken_with);

    return first ? first : item;
}

static gboolean open_item(Writeup *writeup, int index)
{
    GError *error = NULL;

    if (index < 0 || index >= (int)writeup->items->len || !is_saved(writeup))
        return FALSE;
    g_autofree char *item = g_strdup(text_of(writeup, writeup->items->pdata[index])->id);
    g_autofree char *shown = g_strdup(((MbItem *)writeup->items->pdata[index])->id);

    close_texts(writeup);
    writeup->at = index_of(writeup, shown);
    for (int side = writeup->first_side; side < SIDES; side++)
        if (!open_side(writeup, side, item, &error)) {
            mb_app_fault(writeup->view->app, error);
            return FALSE;
        }
    writeup->side = writeup->first_side;
    return TRUE;
}

static int next_unticked(const Writeup *writeup)
{
    int count = (int)writeup->items->len;

    for (int i = 1; i <= count; i++) {
        int index = (writeup->at + i) % count;
        const MbItem *item = writeup->items->pdata[index];

        if (!item->written_up && mb_gap_wants_minute(writeup->dossier, item))
            return index;
    }
    return -1;
}

/* --- opening and closing --- */

static char *mark_of(gpointer data, const MbParagraph *paragraph, MbLook *look)
{
    return mb_dress_mark(((const Writeup *)data)->dossier, paragraph, look);
}

static gboolean is_restricted(gpointer data, const MbParagraph *paragraph)
{
    return mb_dress_restricted(((const Writeup *)data)->dossier, paragraph);
}

static GArray *misspelt(gpointer data, const MbParagraph *paragraph)
{
    const Writeup *writeup = data;

    for (int side = 0; side < SIDES; side++) {
        const MbPassage *passage = mb_writeup_passage(writeup, side);

        if (passage && mb_passage_index(passage, paragraph->id) >= 0)
            return mb_spelling_wrong(writeup->view->app, passage, paragraph);
    }
    return NULL;
}

static Writeup *writeup_new(MbView *view, const char *meeting)
{
    Writeup *writeup = g_new0(Writeup, 1);
    const MbDress dress = {.data = writeup, .mark = mark_of, .restricted = is_restricted, .misspelt = misspelt};

    writeup->view = view;
    writeup->id = g_strdup(meeting);
    writeup->at = -1;
    writeup->items = g_ptr_array_new();
    writeup->unread = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    for (int side = 0; side < SIDES; side++)
        writeup->sides[side].editor = mb_editor_new(&dress);
    return writeup;
}

static void close_view(MbView *view)
{
    Writeup *writeup = view->data;

    close_texts(writeup);
    for (int side = 0; side < SIDES; side++) {
        mb_editor_free(writeup->sides[side].editor);
        g_free(writeup->sides[side].paragraph);
    }
    g_clear_pointer(&writeup->items, g_ptr_array_unref);
    mb_dossier_free(writeup->dossier);
    g_hash_table_unref(writeup->unread);
    g_free(writeup->id);
    g_free(writeup);
}

static gboolean may_open(const Writeup *writeup, GError **error)
{
    gboolean begun = writeup->meeting->state >= MB_STATE_LIVE, open = writeup->meeting->state < MB_STATE_APPROVED;

    if (!begun)
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "This meeting has not begun; its write-up comes when it has.");
    else if (!open)
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "These minutes are %s and never change again.",
                    mb_meeting_state_words[writeup->meeting->state]);
    return begun && open;
}

/* ARGUMENT: the meeting's id, then a space and an item's where that is asked for. Begins at the item asked for, else at
   the first without a tick. */
static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 2);
    Writeup *writeup = writeup_new(view, ids[0]);
    int index;

    view->data = writeup;
    if (!load(writeup, error) || !may_open(writeup, error)) {
        close_view(view);
        return FALSE;
    }
    writeup->first_side = writeup->board->live_notes ? SIDE_NOTES : SIDE_MINUTE;
    writeup->side = writeup->first_side;
    index = ids[1] ? index_of(writeup, ids[1]) : next_unticked(writeup);
    open_item(writeup, MAX(index, 0));
    return TRUE;
}

static void refresh(MbView *view, gboolean others)
{
    Writeup *writeup = view->data;
    GError *error = NULL;

    (void)others;
    if (!load(writeup, &error)) {
        mb_app_fault(view->app, error);
        return;
    }
    for (int side = 0; side < SIDES; side++)
        if (writeup->sides[side].writing && !mb_writing_refresh(writeup->sides[side].writing, &error)) {
            mb_app_fault(view->app, error);
            return;
        }
}

static int rest(MbView *view)
{
    Writeup *writeup = view->data;
    int soonest = mb_spelling_rest(view->app);

    for (int side = 0; side < SIDES; side++) {
        int wants = writeup->sides[side].writing ? mb_writing_rest(writeup->sides[side].writing, FALSE) : -1;

        if (wants >= 0 && (soonest < 0 || wants < soonest))
            soonest = wants;
    }
    return soonest;
}

static void idle(MbView *view)
{
    if (mb_writeup_read(view->data))
        mb_app_repaint(view->app);
    mb_spelling_idle(view->app);
}

static gboolean may_leave(MbView *view)
{
    Writeup *writeup = view->data;

    mb_writeup_leave(writeup);
    return is_saved(writeup);
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Writeup *writeup = view->data;
    int index = stroke_->kind == MB_STROKE_MOUSE && stroke_->mouse == MB_MOUSE_PRESS
                    ? mb_writeup_item_at(writeup, stroke_->row, stroke_->column)
                    : -1;

    if (index < 0)
        return mb_writeup_stroke(view, stroke_);
    open_item(writeup, index);
    return TRUE;
}

/* --- keys --- */

static gboolean has_item(MbView *view)
{
    return mb_writeup_item(view->data) != NULL;
}

static gboolean has_text(MbView *view)
{
    Writeup *writeup = view->data;

    return writeup->sides[writeup->side].writing != NULL;
}

static gboolean has_notes(MbView *view)
{
    return has_text(view) && ((Writeup *)view->data)->first_side == SIDE_NOTES;
}

static void next(MbView *view)
{
    int index = next_unticked(view->data);

    if (index >= 0)
        open_item(view->data, index);
    else
        mb_app_say(view->app, MB_LOOK_GOOD,
                   "Every item is ticked; Ctrl-P “Minutes are written up” says so of the meeting.");
}

static void step(MbView *view, int by)
{
    Writeup *writeup = view->data;

    if (!open_item(writeup, writeup->at + by))
        mb_app_say(view->app, MB_LOOK_QUIET, "This is the %s item.", by < 0 ? "first" : "last");
}

static void previous(MbView *view)
{
    step(view, -1);
}

static void following(MbView *view)
{
    step(view, 1);
}

static void item_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)data;
    open_item(view->data, index_of(view->data, choice->key));
}

static char *typed_number(const MbItem *item)
{
    gsize length = item->number ? strlen(item->number) : 0;

    if (length > 2 && g_str_has_suffix(item->number, ".0"))
        length -= 2;
    return length ? g_strndup(item->number, length) : NULL;
}

static void go_to(MbView *view)
{
    Writeup *writeup = view->data;
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; i < writeup->items->len; i++) {
        const MbItem *item = writeup->items->pdata[i];

        mb_choices_add(choices, item->title ? item->title : "(no title)", item->written_up ? "✓" : NULL,
                       typed_number(item), g_strdup(item->id));
    }
    mb_app_choose(view, "Go to item (number, or part of the title)", choices, FALSE, item_chosen, NULL);
}

static void written_up(MbView *view, const char *text, gpointer data)
{
    Writeup *writeup = view->data;
    g_autofree char *meeting = g_strconcat("@", writeup->id, NULL);

    (void)text;
    (void)data;
    mb_app_do(view->app, "meeting edit", meeting, "--state", mb_meeting_state_words[MB_STATE_WRITTEN_UP], NULL);
}

/* Says what is still open before the minutes leave the desk. */
static void finish(MbView *view)
{
    Writeup *writeup = view->data;
    g_autofree char *words = NULL;
    g_autofree char *question = NULL;
    MbOpenEnds ends;

    if (!mb_gaps_count(view->app, writeup->id, &ends))
        return;
    words = mb_gaps_words(&ends);
    question = words ? g_strdup_printf("Still %s. Written up all the same?", words)
                     : g_strdup("Every gap is filled. The minutes are written up?");
    mb_app_confirm(view, question, written_up, NULL);
}

static gboolean may_finish(MbView *view)
{
    const Writeup *writeup = view->data;

    return writeup->meeting->state == MB_STATE_LIVE;
}

/* Ticks the item and goes on to the next without a tick; a ticked item loses its tick. */
static void tick(MbView *view)
{
    Writeup *writeup = view->data;
    gboolean ticked = mb_writeup_item(writeup)->written_up;
    g_autofree char *meeting = g_strconcat("@", writeup->id, NULL);
    g_autofree char *item = g_strconcat("@", mb_writeup_item(writeup)->id, NULL);

    mb_writeup_read(writeup);
    if (!mb_app_do(view->app, "agenda tick", meeting, item, ticked ? "--undo" : NULL, NULL) || ticked)
        return;
    if (next_unticked(writeup) >= 0)
        open_item(writeup, next_unticked(writeup));
    else if (may_finish(view))
        finish(view);
}

static void gap_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Writeup *writeup = view->data;
    g_auto(GStrv) key = g_strsplit(choice->key, " ", 3);
    int index = index_of(writeup, key[0]);

    (void)data;
    if (index != writeup->at && !open_item(writeup, index))
        return;
    for (int side = writeup->first_side; side < SIDES; side++)
        if (mb_gaps_select(mb_writeup_passage(writeup, side), key[1], atoi(key[2])))
            writeup->side = side;
}

static void gaps(MbView *view)
{
    Writeup *writeup = view->data;
    GPtrArray *choices = mb_gaps_choices(view->app, writeup->id);

    if (choices && choices->len) {
        mb_app_choose(view, "Gaps in this meeting", choices, FALSE, gap_chosen, NULL);
        return;
    }
    if (choices)
        mb_app_say(view->app, MB_LOOK_GOOD, "There is no gap in the text of this meeting.");
    g_clear_pointer(&choices, g_ptr_array_unref);
}

static void suggest(MbView *view)
{
    Writeup *writeup = view->data;

    mb_spelling_suggest(view, mb_writeup_passage(writeup, writeup->side));
}

static void marks(MbView *view)
{
    Writeup *writeup = view->data;
    g_autofree char *argument = g_strdup_printf("%s %s", writeup->id, mb_writeup_item(writeup)->id);

    mb_writeup_read(writeup);
    mb_app_go(view->app, "marks", argument);
}

static const MbKeyRow rows[] = {
    {"F9", "Done, next", "Tick this item as written up",
     "Ticks it and goes to the next without a tick; on a ticked item: takes the tick off.", tick, has_item},
    {"F5 Alt-Right", "Take over", "Take the notes over into the minute",
     "The selection, or this paragraph; the hand goes on to the next.", mb_writeup_take_over, has_notes},
    {"F6", "Notes/minute", "The other side", "From the notes to the minute and back; Tab does the same.",
     mb_writeup_switch, has_notes},
    {"F8", "Next open", "Next item without a tick", "After the last one from the beginning.", next, has_item},
    {"F4", "Go to", "Go to item", "Any item by its number, or part of its title.", go_to, has_item},
    {"F7", "Back", "Previous item", "The item before this one on the agenda.", previous, has_item},
    {"Shift-F8", NULL, "Following item", "The item after this one, ticked or not.", following, has_item},
    {"Alt-Shift-G", "Gaps", "Gaps", "Every ?? of this meeting; Enter goes there.", gaps, NULL},
    {"Alt-Q", "Unsure", "What was understood", "Marks that wait to be looked at: accept, correct, refuse.", marks,
     has_item},
    {"Alt-S", "Spelling", "Suggestions",
     "For the misspelt word at the caret, or the next one: choose, or put it on the list.", suggest, has_text},
    {"Alt-G", NULL, "Gap", "Types ?? for what is missing.", mb_writeup_gap, has_text},
    {"Alt-P", NULL, "Private line", "This paragraph goes to nobody; again: it is private no more.", mb_writeup_private,
     has_text},
    {"", NULL, "Stock sentences", "A short key and Tab types one; here are all.", mb_writeup_sentences, has_text},
    {"", NULL, "Minutes are written up", "Says so of the whole meeting.", finish, may_finish},
    {.name = NULL},
};

const MbScreen mb_screen_writeup = {
    .name = "writeup",
    .title = "Write up",
    .about =
        "The minutes of a meeting put into their final words, item by item. Where notes were typed at the meeting they "
        "stand beside the minute, and F5 takes a line of them over. F9 ticks the item and goes to the next. Everything "
        "is saved as you type, and read as at the meeting.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = mb_writeup_paint,
    .refresh = refresh,
    .rest = rest,
    .idle = idle,
    .headline = mb_writeup_headline,
    .may_leave = may_leave,
};

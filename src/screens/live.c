/* SPDX-License-Identifier: MIT */
/* The live meeting: opened, looked at again, closed. */
#include "live.h"
#include "screens.h"
#include "spelling.h"

#include "minutebook/clerk/number.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/desk/sight.h"

/* --- looking again --- */

static gboolean load(Live *live, GError **error)
{
    MbDesk *desk = mb_app_desk(live->view->app);
    MbDossier *dossier = mb_sight_meeting(desk, live->id, error);
    g_autofree char *item = mb_live_item(live) ? g_strdup(mb_live_item(live)->id) : NULL;

    if (!dossier)
        return FALSE;
    mb_dossier_freeze(dossier);
    g_clear_pointer(&live->items, g_ptr_array_unref);
    mb_dossier_free(live->dossier);
    live->dossier = dossier;
    live->meeting = mb_dossier_find(dossier, &MB_MEETING, live->id);
    live->board = mb_dossier_find(dossier, &MB_BOARD, live->meeting->board);
    live->rules = mb_desk_rules(desk, live->board, NULL);
    live->items = mb_number_items(dossier, live->id);
    mb_spell_know(mb_app_spell(live->view->app), dossier, live->board);
    live->at = mb_live_index(live, item);
    return TRUE;
}

static void refresh(MbView *view, gboolean others)
{
    Live *live = view->data;
    GError *error = NULL;

    (void)others;
    if (!load(live, &error) || (live->writing && !mb_writing_refresh(live->writing, &error)))
        mb_app_fault(view->app, error);
    if (live->at < 0 && live->items->len)
        mb_live_open_item(live, 0);
}

/* --- opening and closing --- */

/* Where to begin: the item asked for, where the hand was last, the item being taken, the first. */
static int first_item(Live *live, const char *item)
{
    const char *current = mb_pace_current(live->dossier, live->meeting);
    MbHandPlace *place;
    int index;

    if (item)
        return mb_live_index(live, item);
    place = mb_sight_place(mb_app_desk(live->view->app), live->id);
    index = place ? mb_live_index(live, place->item) : -1;
    live->returning = index >= 0;
    mb_record_free(place);
    if (index < 0)
        index = mb_live_index(live, current);
    return index < 0 && live->items->len ? 0 : index;
}

static void close_view(MbView *view)
{
    Live *live = view->data;

    if (live->writing) {
        mb_live_leave_text(live);
        mb_writing_close(live->writing);
    }
    mb_editor_free(live->editor);
    g_clear_pointer(&live->items, g_ptr_array_unref);
    mb_dossier_free(live->dossier);
    g_ptr_array_unref(live->visited);
    g_hash_table_unref(live->unread);
    g_array_unref(live->deeds);
    g_ptr_array_unref(live->asked);
    g_free(live->paragraph);
    g_free(live->needle);
    g_free(live->completed);
    g_free(live->id);
    g_free(live);
}

static Live *live_new(MbView *view, const char *meeting)
{
    Live *live = g_new0(Live, 1);
    MbDress dress = mb_live_dress;

    dress.data = live;
    live->view = view;
    live->id = g_strdup(meeting);
    live->at = -1;
    live->items = g_ptr_array_new();
    live->visited = g_ptr_array_new_with_free_func(g_free);
    live->unread = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
    live->deeds = g_array_new(FALSE, FALSE, sizeof(LiveDeed));
    live->asked = g_ptr_array_new_with_free_func(g_free);
    live->editor = mb_editor_new(&dress);
    return live;
}

/* ARGUMENT: the meeting's id, then a space and an item's where that is asked for. */
static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 2);
    Live *live = live_new(view, ids[0]);
    int index;

    view->data = live;
    if (!load(live, error)) {
        close_view(view);
        return FALSE;
    }
    index = first_item(live, ids[1]);
    if (index >= 0)
        mb_live_open_item(live, index);
    live->returning = FALSE;
    if (!live->items->len)
        mb_app_say(view->app, MB_LOOK_WARNING, "This meeting has no agenda yet; F6 drafts it from the forward plan.");
    return TRUE;
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Live *live = view->data;
    int index = stroke_->kind == MB_STROKE_MOUSE && stroke_->mouse == MB_MOUSE_PRESS
                    ? mb_live_item_at(live, stroke_->row, stroke_->column)
                    : -1;

    if (index < 0)
        return mb_live_stroke(view, stroke_);
    mb_live_go(live, index);
    return TRUE;
}

static void hold(MbView *view, gboolean hold_)
{
    Live *live = view->data;
    const char *why = NULL;

    if (!live->writing)
        return;
    mb_writing_hold(live->writing, hold_);
    if (!mb_writing_saved(live->writing, &why))
        mb_app_say(view->app, MB_LOOK_BAD, "%s", why);
}

static int soonest(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

/* Milliseconds until the clocks on the screen change. */
static int to_next_minute(void)
{
    return (int)(60000 - (g_get_real_time() / 1000) % 60000) + 20;
}

static int rest(MbView *view)
{
    Live *live = view->data;
    int wants = soonest(live->writing ? mb_writing_rest(live->writing, FALSE) : -1, mb_spelling_rest(view->app));

    if (live->meeting->state == MB_STATE_LIVE && !live->hide_clocks) {
        if (live->painted != mb_live_now(live)) {
            live->painted = mb_live_now(live);
            mb_app_repaint(view->app);
        }
        wants = soonest(wants, to_next_minute());
    }
    return wants;
}

static void idle(MbView *view)
{
    if (mb_live_read(view->data))
        mb_app_repaint(view->app);
    mb_spelling_idle(view->app);
}

static const char *unsaved(MbView *view)
{
    Live *live = view->data;
    const char *why = NULL;

    return live->writing && !mb_writing_saved(live->writing, &why) ? why : NULL;
}

static gboolean may_leave(MbView *view)
{
    Live *live = view->data;
    const char *why = NULL;

    if (!live->writing)
        return TRUE;
    mb_live_leave_text(live);
    mb_writing_rest(live->writing, TRUE);
    mb_writing_keep_caret(live->writing, NULL);
    if (mb_writing_saved(live->writing, &why))
        return TRUE;
    mb_app_say(view->app, MB_LOOK_BAD, "%s", why);
    return FALSE;
}

const MbScreen mb_screen_live = {
    .name = "live",
    .title = "Meeting",
    .about =
        "The meeting as it happens. On the left the agenda with the minutes each item has taken of those allotted; "
        "in the middle the text of the item: just type, everything is saved as you type. When you leave a line the "
        "program reads it, and a short mark shows what it understood: an action with its number, a decision, "
        "somebody's coming or going. Below: who is here and whether the board is quorate for this item.",
    .keys = mb_live_rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .type = mb_live_type,
    .hold = hold,
    .paint = mb_live_paint,
    .refresh = refresh,
    .rest = rest,
    .idle = idle,
    .headline = mb_live_headline,
    .unsaved = unsaved,
    .may_leave = may_leave,
};

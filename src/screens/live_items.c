/* SPDX-License-Identifier: MIT */
/* From item to item: the next in one key, any in three, back in one. */
#include "live.h"

#include "minutebook/clerk/pace.h"

#include <string.h>

/* Items taken together have one text: that of the first. */
static const MbItem *text_of(const Live *live, const MbItem *item)
{
    const MbItem *first = item->taken_with ? mb_dossier_find(live->dossier, &MB_ITEM, item->taken_with) : NULL;

    return first ? first : item;
}

static void close_text(Live *live)
{
    if (!live->writing)
        return;
    mb_live_leave_text(live);
    mb_writing_rest(live->writing, TRUE);
    mb_editor_set_passage(live->editor, NULL);
    g_clear_pointer(&live->writing, mb_writing_close);
}

static MbWriting *open_text(Live *live, const MbItem *item, GError **error)
{
    int layer = live->board->live_notes ? MB_LAYER_NOTE : MB_LAYER_MINUTE;

    return mb_writing_open(mb_app_desk(live->view->app), live->id, text_of(live, item)->id, layer, error);
}

/* The item is being taken from now on, where the meeting is under way. */
static void take(Live *live, const MbItem *item)
{
    g_autofree char *meeting = mb_live_meeting_key(live);
    g_autofree char *key = g_strconcat("@", item->id, NULL);
    const char *words[] = {meeting, key, NULL};
    const char *current = mb_pace_current(live->dossier, live->meeting);
    MbAnswer answer = {0};

    if (mb_pace_under_way(live->meeting) && g_strcmp0(current, item->id) != 0)
        mb_app_do_quietly(live->view->app, "agenda take", words, NULL, &answer);
    mb_answer_clear(&answer);
}

gboolean mb_live_open_item(Live *live, int index)
{
    g_autofree char *wanted = NULL;
    GError *error = NULL;
    const char *why;
    MbWriting *writing;

    if (index < 0 || index >= (int)live->items->len)
        return FALSE;
    wanted = g_strdup(((MbItem *)live->items->pdata[index])->id);
    /* What could not be saved must not be left behind. */
    if (live->writing && !mb_writing_saved(live->writing, &why)) {
        mb_app_say(live->view->app, MB_LOOK_BAD, "%s", why);
        return FALSE;
    }
    /* Closing reads what was left, and with that the items are loaded anew. */
    close_text(live);
    index = mb_live_index(live, wanted);
    if (index < 0)
        return FALSE;
    g_array_set_size(live->deeds, 0); /* Ctrl-Z takes back what was done under this item */
    live->at = index;
    writing = open_text(live, live->items->pdata[index], &error);
    if (!writing) {
        mb_app_fault(live->view->app, error);
        return FALSE;
    }
    live->writing = writing;
    mb_editor_set_passage(live->editor, mb_writing_passage(writing));
    if (!live->returning)
        mb_passage_move(mb_writing_passage(writing), MB_UNIT_PASSAGE, TRUE, FALSE);
    /* From now on the hand is here: whatever ends the program, it opens here again. */
    mb_writing_arrive(writing, NULL);
    g_clear_pointer(&live->paragraph, g_free);
    return TRUE;
}

/* Goes to an item and takes it. */
void mb_live_go(Live *live, int index)
{
    const MbItem *from = mb_live_item(live);
    g_autofree char *wanted = NULL;

    if (index < 0 || index >= (int)live->items->len)
        return;
    wanted = g_strdup(((MbItem *)live->items->pdata[index])->id);
    if (from && g_strcmp0(from->id, wanted) != 0)
        g_ptr_array_add(live->visited, g_strdup(from->id));
    if (mb_live_open_item(live, index))
        take(live, live->items->pdata[mb_live_index(live, wanted)]);
}

void mb_live_next(MbView *view)
{
    Live *live = view->data;

    if (live->at + 1 < (int)live->items->len)
        mb_live_go(live, live->at + 1);
    else
        mb_app_say(view->app, MB_LOOK_QUIET, "This is the last item; Ctrl-P “Close the meeting” ends it.");
}

void mb_live_previous(MbView *view)
{
    Live *live = view->data;

    if (live->at > 0)
        mb_live_go(live, live->at - 1);
    else
        mb_app_say(view->app, MB_LOOK_QUIET, "This is the first item.");
}

static void chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;

    (void)data;
    mb_live_go(live, mb_live_index(live, choice->key));
}

/* Digits of a printed number: "4.0" and "4" are both found by 4. */
static char *typed_number(const MbItem *item)
{
    g_autofree char *number = g_strdup(item->number ? item->number : "");

    if (g_str_has_suffix(number, ".0"))
        number[MAX(0, (int)strlen(number) - 2)] = '\0';
    return *number ? g_steal_pointer(&number) : NULL;
}

void mb_live_go_to(MbView *view)
{
    Live *live = view->data;
    GPtrArray *choices = mb_choices_new();

    for (guint i = 0; i < live->items->len; i++) {
        const MbItem *item = live->items->pdata[i];

        mb_choices_add(choices, item->title ? item->title : "(no title)", NULL, typed_number(item), g_strdup(item->id));
    }
    mb_app_choose(view, "Go to item (number, or part of the title)", choices, FALSE, chosen, NULL);
}

void mb_live_go_back(MbView *view)
{
    Live *live = view->data;
    g_autofree char *last = NULL;

    if (!live->visited->len) {
        mb_app_say(view->app, MB_LOOK_QUIET, "You have come from no other item yet.");
        return;
    }
    last = g_ptr_array_steal_index(live->visited, live->visited->len - 1);
    mb_live_go(live, mb_live_index(live, last));
    /* Back again leads to where this came from, not further back. */
}

/* SPDX-License-Identifier: MIT */
/* What the files of the live meeting ask of it. */
#include "live.h"

#include "minutebook/clerk/pace.h"
#include "minutebook/desk/sight.h"

const MbItem *mb_live_item(const Live *live)
{
    return live->at >= 0 && live->at < (int)live->items->len ? live->items->pdata[live->at] : NULL;
}

static char *key_of(const char *id)
{
    return id ? g_strconcat("@", id, NULL) : NULL;
}

char *mb_live_meeting_key(const Live *live)
{
    return key_of(live->id);
}

char *mb_live_item_key(const Live *live)
{
    const MbItem *item = mb_live_item(live);

    return item ? key_of(item->id) : NULL;
}

char *mb_live_paragraph_key(const Live *live)
{
    MbPassage *passage = live->writing ? mb_writing_passage(live->writing) : NULL;

    /* Where nothing was ever written there is no paragraph in the book. */
    if (passage && mb_passage_count(passage) == 1 && !mb_passage_paragraph(passage, 0)->text->len)
        return NULL;
    return passage ? key_of(mb_passage_paragraph(passage, mb_passage_caret(passage).paragraph)->id) : NULL;
}

MbTime mb_live_now(const Live *live)
{
    return mb_app_time(live->view->app, live->board);
}

gboolean mb_live_under_way(MbView *view)
{
    const Live *live = view->data;

    return mb_pace_under_way(live->meeting);
}

int mb_live_index(const Live *live, const char *item)
{
    for (guint i = 0; item && i < live->items->len; i++)
        if (g_strcmp0(((MbItem *)live->items->pdata[i])->id, item) == 0)
            return (int)i;
    return -1;
}

/* Runs it and remembers it for Ctrl-Z. */
static gboolean do_words(Live *live, const char *command, const GPtrArray *words)
{
    MbDesk *desk = mb_app_desk(live->view->app);
    gint64 before = mb_sight_last_deed(desk);
    LiveDeed deed = {0};

    if (!mb_app_do_words(live->view->app, command, (const char *const *)words->pdata, NULL))
        return FALSE;
    deed.seq = mb_sight_last_deed(desk);
    deed.edit = live->writing ? mb_passage_undoable(mb_writing_passage(live->writing)) : 0;
    if (deed.seq > before)
        g_array_append_val(live->deeds, deed);
    return TRUE;
}

gboolean mb_live_do(Live *live, const char *command, ...)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    va_list arguments;
    const char *word;

    va_start(arguments, command);
    while ((word = va_arg(arguments, const char *)))
        g_ptr_array_add(words, (gpointer)word);
    va_end(arguments);
    g_ptr_array_add(words, NULL);
    return do_words(live, command, words);
}

void mb_live_ask_begin(Live *live)
{
    g_ptr_array_set_size(live->asked, 0);
    g_ptr_array_add(live->asked, mb_live_meeting_key(live));
}

void mb_live_ask_add(Live *live, char *word)
{
    if (word)
        g_ptr_array_add(live->asked, word);
}

gboolean mb_live_ask_do(Live *live, const char *command)
{
    g_autoptr(GPtrArray) words = g_steal_pointer(&live->asked);

    live->asked = g_ptr_array_new_with_free_func(g_free);
    g_ptr_array_add(words, NULL);
    return do_words(live, command, words);
}

/* SPDX-License-Identifier: MIT */
/* What is still open in the live meeting's text, from gap to gap; and closing the meeting, which says it. */
#include "live.h"

#include "gaps.h"

#include <string.h>

/* --- gaps --- */

static void gap_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    Live *live = view->data;
    g_auto(GStrv) key = g_strsplit(choice->key, " ", 3);
    const MbItem *from = mb_live_item(live);

    (void)data;
    /* Looking is not taking: the clocks of a meeting under way stay where they are. */
    if (from && strcmp(from->id, key[0]) != 0) {
        g_ptr_array_add(live->visited, g_strdup(from->id));
        if (!mb_live_open_item(live, mb_live_index(live, key[0])))
            return;
    }
    if (live->writing && mb_gaps_select(mb_writing_passage(live->writing), key[1], atoi(key[2])))
        mb_app_say(view->app, MB_LOOK_QUIET, "Type what is missing; it takes the place of the ??.");
}

void mb_live_gaps(MbView *view)
{
    Live *live = view->data;
    GPtrArray *choices = mb_gaps_choices(view->app, live->id);

    if (choices && choices->len) {
        g_autofree char *title = g_strdup_printf("Gaps in this meeting: %u", choices->len);

        mb_app_choose(view, title, choices, FALSE, gap_chosen, NULL);
        return;
    }
    if (choices)
        mb_app_say(view->app, MB_LOOK_GOOD,
                   "There is no gap (?"
                   "?) in the text of this meeting.");
    g_clear_pointer(&choices, g_ptr_array_unref);
}

/* --- closing --- */

static void go_to_marks(Live *live)
{
    const MbItem *item = mb_live_item(live);
    g_autofree char *argument = item ? g_strdup_printf("%s %s", live->id, item->id) : g_strdup(live->id);

    mb_app_go(live->view->app, "marks", argument);
}

static void close_chosen(MbView *view, const MbChoice *choice, gpointer data)
{
    g_autofree char *meeting = mb_live_meeting_key(view->data);

    (void)data;
    if (g_strcmp0(choice->key, "close") == 0)
        mb_live_do(view->data, "meeting close", meeting, NULL);
    else if (g_strcmp0(choice->key, "gaps") == 0)
        mb_live_gaps(view);
    else if (g_strcmp0(choice->key, "unsure") == 0)
        go_to_marks(view->data);
}

static void close_choices(GPtrArray *choices, const MbOpenEnds *ends)
{
    g_autofree char *gaps = g_strdup_printf("First the gap%s (%d)", ends->gaps == 1 ? "" : "s", ends->gaps);
    g_autofree char *unsure =
        g_strdup_printf("First the unsure reading%s (%d)", ends->unsure == 1 ? "" : "s", ends->unsure);

    mb_choices_add(choices, "Close it now", ends->gaps || ends->unsure ? "they stay listed: Alt-Shift-G, Alt-Q" : NULL,
                   NULL, g_strdup("close"));
    if (ends->gaps)
        mb_choices_add(choices, gaps, NULL, NULL, g_strdup("gaps"));
    if (ends->unsure)
        mb_choices_add(choices, unsure, NULL, NULL, g_strdup("unsure"));
    mb_choices_add(choices, "Go on with the meeting", NULL, NULL, g_strdup("no"));
}

void mb_live_close(MbView *view)
{
    Live *live = view->data;
    g_autofree char *words = NULL;
    g_autofree char *title = NULL;
    GPtrArray *choices;
    MbOpenEnds ends;

    mb_live_read(live);
    if (!mb_gaps_count(view->app, live->id, &ends))
        return;
    words = mb_gaps_words(&ends);
    title = words ? g_strdup_printf("Close the meeting? It has %s", words) : g_strdup("Close the meeting now?");
    choices = mb_choices_new();
    close_choices(choices, &ends);
    mb_app_choose(view, title, choices, FALSE, close_chosen, NULL);
}

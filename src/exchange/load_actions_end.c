/* SPDX-License-Identifier: MIT */
/* What can be said of actions only when all documents are read: refs for those without one, the next ref of each board,
 * the meeting meant by "next meeting". */
#include "loading.h"

#include "minutebook/base/text.h"

#include <string.h>

/* The number of a ref that is one; 0 else. */
static int ref_number(const char *ref)
{
    guint64 number;

    return ref && g_ascii_string_to_unsigned(ref, 10, 0, G_MAXINT - 1, &number, NULL) ? (int)number : 0;
}

static void raise_next_ref(MbLoading *loading, MbBoard *board)
{
    g_autoptr(GPtrArray) actions = mb_loading_of(loading, &MB_ACTION, "board", board->id);
    int next = MAX(board->next_ref, 1);

    for (guint i = 0; i < actions->len; i++)
        next = MAX(next, ref_number(((MbAction *)actions->pdata[i])->ref) + 1);
    if (next != board->next_ref)
        ((MbBoard *)mb_loading_edit(loading, board))->next_ref = next;
}

static void number(MbLoading *loading)
{
    for (guint i = 0; i < loading->unnumbered->len; i++) {
        MbAction *action = loading->unnumbered->pdata[i];
        MbBoard *board = mb_dossier_find(loading->dossier, &MB_BOARD, action->board);
        mb_loading_edit(loading, board);
        mb_set_take(&action->ref, g_strdup_printf("%d", board->next_ref++));
    }
}

/* The month M of "M meeting" or "M's meeting" at the end of WORDS; 0 where they say none. */
static int month_meant(const char *words)
{
    g_auto(GStrv) parts = g_strsplit(words, " ", -1);
    guint count = g_strv_length(parts);

    if (count < 2 || strcmp(parts[count - 1], "meeting") != 0)
        return 0;
    char *month = parts[count - 2];
    if (g_str_has_suffix(month, "'s"))
        month[strlen(month) - 2] = '\0';
    return mb_month_from_name(month);
}

static gboolean is_in(const MbMeeting *meeting, int month)
{
    int of = 0;

    mb_day_split(meeting->day, NULL, &of, NULL);
    return !month || of == month;
}

/* The board's first meeting after the one that raised ACTION, in MONTH where one is said. */
static const MbMeeting *next_meeting(MbLoading *loading, const MbAction *action, int month)
{
    g_autoptr(GPtrArray) meetings = mb_loading_of(loading, &MB_MEETING, "board", action->board);
    const MbMeeting *next = NULL;

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        if (meeting->state != MB_STATE_CANCELLED && meeting->day > action->raised_on && is_in(meeting, month) &&
            (!next || meeting->day < next->day))
            next = meeting;
    }
    return next && (!month || next->day - action->raised_on <= 366) ? next : NULL;
}

static void place_due(MbLoading *loading, MbAction *action)
{
    g_autofree char *words = mb_text_fold(action->due_words);
    int month = month_meant(words);

    if (action->due_meeting || !action->due_words || (!month && !strstr(words, "next meeting")))
        return;
    const MbMeeting *meeting = next_meeting(loading, action, month);
    if (!meeting || (action->due != MB_NO_DAY && action->due != meeting->day))
        return;
    mb_loading_edit(loading, action);
    mb_set(&action->due_meeting, meeting->id);
    action->due = meeting->day;
}

void mb_load_actions_end(MbLoading *loading)
{
    GPtrArray *boards = mb_dossier_all(loading->dossier, &MB_BOARD);
    GPtrArray *actions = mb_dossier_all(loading->dossier, &MB_ACTION);

    for (guint i = 0; i < boards->len; i++)
        raise_next_ref(loading, boards->pdata[i]);
    number(loading);
    for (guint i = 0; i < actions->len; i++)
        if (mb_loading_seen(loading, actions->pdata[i]))
            place_due(loading, actions->pdata[i]);
}

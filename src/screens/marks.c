/* SPDX-License-Identifier: MIT */
/* What was understood of a meeting's text, the unsure first: accept, correct, refuse, each in one key. */
#include "screens.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/mark.h"
#include "minutebook/screens/list.h"

#include <string.h>

typedef struct {
    char *meeting_id;
    MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
    GPtrArray *marks; /* MbMark, borrowed */
    GPtrArray *items; /* MbItem in printed order, borrowed */
    MbList list;
} Marks;

static int rank(const MbMark *mark)
{
    return mark->state == MB_MARK_OFFERED   ? 0
           : mark->state == MB_MARK_MADE    ? 1
           : mark->state == MB_MARK_REFUSED ? 3
                                            : 2;
}

/* Where the mark's item stands on the agenda. */
static int place_of(const Marks *marks, const MbMark *mark)
{
    for (guint i = 0; i < marks->items->len; i++)
        if (g_strcmp0(((MbItem *)marks->items->pdata[i])->id, mark->item) == 0)
            return (int)i;
    return G_MAXINT;
}

static int paragraph_of(const Marks *marks, const MbMark *mark)
{
    const MbMinute *minute = mb_dossier_find(marks->dossier, &MB_MINUTE, mark->minute);

    return minute ? minute->position : G_MAXINT;
}

/* What is to be looked at first, the least sure before; else as it stands in the minutes. */
static int by_need(gconstpointer a, gconstpointer b, gpointer data)
{
    const MbMark *first = *(MbMark *const *)a, *second = *(MbMark *const *)b;
    const Marks *marks = data;
    const int differences[] = {
        rank(first) - rank(second), first->sure - second->sure, place_of(marks, first) - place_of(marks, second),
        paragraph_of(marks, first) - paragraph_of(marks, second), first->position - second->position};

    for (guint i = 0; i < G_N_ELEMENTS(differences); i++)
        if (differences[i])
            return differences[i];
    return 0;
}

static gboolean load(MbView *view, GError **error)
{
    Marks *marks = view->data;
    MbDossier *dossier = mb_sight_meeting(mb_app_desk(view->app), marks->meeting_id, error);

    if (!dossier)
        return FALSE;
    mb_dossier_freeze(dossier);
    g_clear_pointer(&marks->marks, g_ptr_array_unref);
    mb_dossier_free(marks->dossier);
    marks->dossier = dossier;
    marks->meeting = mb_dossier_find(dossier, &MB_MEETING, marks->meeting_id);
    marks->board = mb_dossier_find(dossier, &MB_BOARD, marks->meeting->board);
    g_clear_pointer(&marks->items, g_ptr_array_unref);
    marks->items = mb_number_items(dossier, marks->meeting_id);
    marks->marks = mb_dossier_of(dossier, &MB_MARK, "meeting", marks->meeting_id);
    g_ptr_array_sort_with_data(marks->marks, by_need, marks);
    mb_list_set_count(&marks->list, (int)marks->marks->len);
    return TRUE;
}

static void close_view(MbView *view)
{
    Marks *marks = view->data;

    g_clear_pointer(&marks->marks, g_ptr_array_unref);
    g_clear_pointer(&marks->items, g_ptr_array_unref);
    mb_dossier_free(marks->dossier);
    g_free(marks->meeting_id);
    g_free(marks);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 2);
    Marks *marks = g_new0(Marks, 1);

    marks->meeting_id = g_strdup(ids[0]);
    view->data = marks;
    if (load(view, error))
        return TRUE;
    close_view(view);
    return FALSE;
}

static void refresh(MbView *view, gboolean others)
{
    GError *error = NULL;

    (void)others;
    if (!load(view, &error))
        mb_app_fault(view->app, error);
}

static const MbMark *mark_at(MbView *view)
{
    Marks *marks = view->data;

    return marks->marks->len ? marks->marks->pdata[marks->list.at] : NULL;
}

static gboolean has_mark(MbView *view)
{
    return mark_at(view) != NULL;
}

/* --- deeds --- */

static void deed(MbView *view, const char *command)
{
    Marks *marks = view->data;
    g_autofree char *meeting = g_strconcat("@", marks->meeting_id, NULL);
    g_autofree char *mark = g_strconcat("@", mark_at(view)->id, NULL);

    mb_app_do(view->app, command, meeting, mark, NULL);
}

static void accept(MbView *view)
{
    deed(view, "mark accept");
}

static void refuse(MbView *view)
{
    deed(view, "mark refuse");
}

static void reopen(MbView *view)
{
    deed(view, "mark reopen");
}

static void correct(MbView *view, const char *option, const char *text)
{
    Marks *marks = view->data;
    g_autofree char *meeting = g_strconcat("@", marks->meeting_id, NULL);
    g_autofree char *mark = g_strconcat("@", mark_at(view)->id, NULL);

    mb_app_do(view->app, "mark correct", meeting, mark, option, text, NULL);
}

static void correction_typed(MbView *view, const char *text, gpointer data)
{
    if (has_mark(view))
        correct(view, data, text);
}

static void owner(MbView *view)
{
    mb_app_ask(view, "Owner", NULL, "Initials or a name; several with commas.", correction_typed, (gpointer) "--owner");
}

static void due(MbView *view)
{
    mb_app_ask(view, "Due", NULL, "“30 June”, “by Friday”, “next meeting”, 2026-06-30.", correction_typed,
               (gpointer) "--due");
}

static void words(MbView *view)
{
    mb_app_ask(view, "Text", NULL, "What is to be done, or what was decided.", correction_typed, (gpointer) "--text");
}

static void undo(MbView *view)
{
    mb_app_do(view->app, "undo", NULL);
}

/* --- painting --- */

static void paint_mark(gpointer data, int index, MbGrid *grid, int row, int column, int columns, gboolean focus)
{
    const Marks *marks = data;
    const MbMark *mark = marks->marks->pdata[index];
    const MbItem *item = mb_dossier_find(marks->dossier, &MB_ITEM, mark->item);
    MbLook look = focus                            ? MB_LOOK_FOCUS
                  : mark->state == MB_MARK_OFFERED ? MB_LOOK_UNSURE
                  : mark->state == MB_MARK_REFUSED ? MB_LOOK_QUIET
                                                   : MB_LOOK_TEXT;
    const char *sign = mark->state == MB_MARK_OFFERED    ? "?"
                       : mark->state == MB_MARK_REFUSED  ? "×"
                       : mark->state == MB_MARK_ACCEPTED ? "✓"
                                                         : "▸";
    g_autofree char *kind =
        g_strdup_printf("%s %s", mark->reading ? mark->reading : "", mark->shown ? mark->shown : "");
    int half = MIN(34, columns / 2);

    mb_grid_put(grid, row, column, 1, sign, look, MB_ATTRIBUTE_BOLD);
    mb_grid_put_fit(grid, row, column + 2, 5, item && item->number ? item->number : "", look, 0);
    mb_grid_put_fit(grid, row, column + 8, half, kind, look, 0);
    mb_grid_put_fit(grid, row, column + 10 + half, columns - half - 10, mark->words ? mark->words : "",
                    focus ? MB_LOOK_FOCUS : MB_LOOK_QUIET, 0);
}

static void paint_detail(const MbMark *mark, MbGrid *grid, MbArea area)
{
    g_autofree char *sure =
        g_strdup_printf("%s, %d %% sure%s%s", mark->reading ? mark->reading : "", MAX(0, mark->sure),
                        mark->doubt ? ": " : "", mark->doubt ? mark->doubt : "");
    g_auto(GStrv) lines = mb_text_wrap(mark->words ? mark->words : "", MAX(10, area.columns - 2));

    mb_grid_horizontal(grid, area.row, area.column, area.columns, MB_LOOK_FRAME);
    mb_grid_put_fit(grid, area.row + 1, area.column + 1, area.columns - 2, sure, MB_LOOK_MARK, 0);
    for (int i = 0; i < area.rows - 2 && lines[i]; i++)
        mb_grid_put(grid, area.row + 2 + i, area.column + 1, area.columns - 2, lines[i], MB_LOOK_TEXT, 0);
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Marks *marks = view->data;
    int detail = area.rows > 14 ? 5 : 0;

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    if (!marks->marks->len)
        mb_grid_put_fit(grid, area.row + 1, area.column + 2, area.columns - 4,
                        "Nothing has been read from this meeting's text yet.", MB_LOOK_QUIET, 0);
    else if (detail)
        paint_detail(mark_at(view), grid, (MbArea){area.row + area.rows - detail, area.column, detail, area.columns});
    mb_list_paint(&marks->list, grid, (MbArea){area.row, area.column + 1, area.rows - detail, area.columns - 2},
                  paint_mark, marks);
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Marks *marks = view->data;

    return mb_list_stroke(&marks->list, stroke_);
}

static char *headline(MbView *view, char **right)
{
    Marks *marks = view->data;
    g_autofree char *day = mb_day_long(marks->meeting->day);
    int waiting = 0;

    for (guint i = 0; i < marks->marks->len; i++)
        waiting += ((MbMark *)marks->marks->pdata[i])->state == MB_MARK_OFFERED;
    *right = g_strdup_printf("%u read, %d to be looked at", marks->marks->len, waiting);
    return g_strdup_printf("What was understood, %s, %s",
                           marks->board->short_name ? marks->board->short_name : marks->board->name, day);
}

static const MbKeyRow rows[] = {
    {"Enter", "Accept", "Accept", "It is so; where it was only offered its record is made.", accept, has_mark},
    {"Delete", "Refuse", "Refuse", "No such thing: its record is withdrawn, and it is not read again.", refuse,
     has_mark},
    {"F6", "Owner", "Correct the owner", "Of an action.", owner, has_mark},
    {"F7", "Due", "Correct the due date", "Of an action.", due, has_mark},
    {"F9", "Text", "Correct the text", "Of an action or a decision.", words, has_mark},
    {"Alt-U", NULL, "Read it again", "A refused or accepted mark follows the text again.", reopen, has_mark},
    {"Ctrl-Z", NULL, "Undo", "Takes the last deed back.", undo, NULL},
    {.name = NULL},
};

const MbScreen mb_screen_marks = {
    .name = "marks",
    .title = "What was understood",
    .about =
        "What the program read in this meeting's text: actions, decisions, comings and goings. What it was not sure of "
        "comes first and waits: Enter accepts it, Delete refuses it, F6, F7 and F9 correct it.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = paint,
    .refresh = refresh,
    .headline = headline,
};

/* SPDX-License-Identifier: MIT */
/* The meetings of every board: where the program begins when none is live. */
#include "minutebook/base/text.h"
#include "minutebook/desk/sight.h"
#include "screens.h"

#include "minutebook/screens/list.h"
#include "minutebook/screens/screen.h"

typedef struct {
    MbDossier *dossier;
    GPtrArray *meetings; /* MbMeeting, borrowed */
    MbList list;
} Meetings;

static int by_day(gconstpointer a, gconstpointer b)
{
    const MbMeeting *first = *(MbMeeting *const *)a, *second = *(MbMeeting *const *)b;

    return first->day != second->day ? (first->day < second->day ? -1 : 1) : first->starts - second->starts;
}

static MbDay today_of(MbView *view)
{
    return mb_desk_today(mb_app_desk(view->app), NULL);
}

static gboolean load(MbView *view, GError **error)
{
    Meetings *meetings = view->data;
    MbDossier *dossier = mb_sight_meetings(mb_app_desk(view->app), mb_day_add_months(today_of(view), -12),
                                           mb_day_add_months(today_of(view), 12), error);

    if (!dossier)
        return FALSE;
    g_clear_pointer(&meetings->meetings, g_ptr_array_unref);
    mb_dossier_free(meetings->dossier);
    meetings->dossier = dossier;
    meetings->meetings = g_ptr_array_copy(mb_dossier_all(dossier, &MB_MEETING), NULL, NULL);
    g_ptr_array_set_free_func(meetings->meetings, NULL);
    g_ptr_array_sort(meetings->meetings, by_day);
    mb_list_set_count(&meetings->list, (int)meetings->meetings->len);
    return TRUE;
}

static void close_view(MbView *view)
{
    Meetings *meetings = view->data;

    g_clear_pointer(&meetings->meetings, g_ptr_array_unref);
    mb_dossier_free(meetings->dossier);
    g_free(meetings);
}

/* The focus is on the meeting asked for, else on the next one. */
static void set_focus(MbView *view, const char *id)
{
    Meetings *meetings = view->data;
    int next = -1;

    for (guint i = 0; i < meetings->meetings->len; i++) {
        const MbMeeting *meeting = meetings->meetings->pdata[i];

        if (next < 0 && meeting->day >= today_of(view))
            next = (int)i;
        if (id && g_strcmp0(meeting->id, id) == 0)
            next = (int)i;
    }
    meetings->list.at = MAX(0, next);
    meetings->list.top = MAX(0, next - 6);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    view->data = g_new0(Meetings, 1);
    if (!load(view, error)) {
        close_view(view);
        return FALSE;
    }
    set_focus(view, argument);
    return TRUE;
}

static void refresh(MbView *view, gboolean others)
{
    GError *error = NULL;

    (void)others;
    if (!load(view, &error))
        mb_app_fault(view->app, error);
}

static void paint_meeting(gpointer data, int index, MbGrid *grid, int row, int column, int columns, gboolean focus)
{
    MbView *view = data;
    const Meetings *meetings = view->data;
    const MbMeeting *meeting = meetings->meetings->pdata[index];
    const MbBoard *board = mb_dossier_find(meetings->dossier, &MB_BOARD, meeting->board);
    g_autofree char *day = meeting->day != MB_NO_DAY ? mb_day_full(meeting->day)
                                                     : g_strdup(meeting->day_words ? meeting->day_words : "undated");
    g_autofree char *starts = mb_time_text(meeting->starts);
    gboolean past = meeting->day < today_of(view);
    MbLook look = focus ? MB_LOOK_FOCUS : past ? MB_LOOK_QUIET : MB_LOOK_TEXT;
    int name = MAX(10, columns - 30 - 7 - 14);

    mb_grid_put_fit(grid, row, column + 1, 28, day, look, 0);
    mb_grid_put(grid, row, column + 30, 6, starts, look, 0);
    mb_grid_put_fit(grid, row, column + 37, name,
                    board->short_name && mb_text_width(board->name) > name ? board->short_name : board->name, look, 0);
    mb_grid_put_right(grid, row, column + columns - 13, 12, mb_meeting_state_words[meeting->state],
                      focus                             ? MB_LOOK_FOCUS
                      : meeting->state == MB_STATE_LIVE ? MB_LOOK_GOOD
                                                        : MB_LOOK_QUIET);
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Meetings *meetings = view->data;

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    if (!meetings->meetings->len)
        mb_grid_put_fit(grid, area.row + 1, area.column + 2, area.columns - 4,
                        "No meetings yet: `load` brings in a board and its year (Ctrl-P).", MB_LOOK_QUIET, 0);
    mb_list_paint(&meetings->list, grid, (MbArea){area.row + 1, area.column + 1, area.rows - 2, area.columns - 2},
                  paint_meeting, view);
}

static const MbMeeting *at(MbView *view)
{
    Meetings *meetings = view->data;

    return meetings->meetings->len ? meetings->meetings->pdata[meetings->list.at] : NULL;
}

static void open_meeting(MbView *view)
{
    if (at(view))
        mb_app_go(view->app, "live", at(view)->id);
}

static void draft(MbView *view)
{
    g_autofree char *key = at(view) ? g_strconcat("@", at(view)->id, NULL) : NULL;

    if (key)
        mb_app_do(view->app, "agenda draft", key, NULL);
}

static gboolean stroke(MbView *view, const MbStroke *stroke_)
{
    Meetings *meetings = view->data;
    gboolean taken = mb_list_stroke(&meetings->list, stroke_);

    if (taken && stroke_->kind == MB_STROKE_MOUSE && stroke_->mouse == MB_MOUSE_PRESS && stroke_->clicks == 2)
        open_meeting(view);
    return taken;
}

static char *headline(MbView *view, char **right)
{
    *right = mb_day_full(today_of(view));
    return g_strdup("Meetings");
}

static const MbKeyRow rows[] = {
    {"Enter", "Open the meeting", "Open the meeting", "Its agenda and minutes; there it is started, too.", open_meeting,
     NULL},
    {"F6", "Draft its agenda", "Draft the agenda", "From the forward plan, what was carried over, matters arising.",
     draft, NULL},
    {.name = NULL},
};

const MbScreen mb_screen_meetings = {
    .name = "meetings",
    .title = "Meetings",
    .about = "The meetings of all boards, a year back and a year ahead. Enter opens one.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .stroke = stroke,
    .paint = paint,
    .refresh = refresh,
    .headline = headline,
};

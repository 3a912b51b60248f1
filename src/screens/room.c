/* SPDX-License-Identifier: MIT */
/* The room window: a second terminal on the same book, for everybody to see. It shows the item being taken, the motion
 * and the count, and nothing else: no text, no names but those in the motion, of a restricted item its public title,
 * and while the public are excluded no motion. */
#include "screens.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/desk/sight.h"

typedef struct {
    char *meeting_id;
    MbDossier *dossier;
    const MbMeeting *meeting;
    const MbBoard *board;
} Room;

static gboolean load(MbView *view, GError **error)
{
    Room *room = view->data;
    MbDossier *dossier = mb_sight_meeting(mb_app_desk(view->app), room->meeting_id, error);

    if (!dossier)
        return FALSE;
    mb_dossier_freeze(dossier);
    mb_dossier_free(room->dossier);
    room->dossier = dossier;
    room->meeting = mb_dossier_find(dossier, &MB_MEETING, room->meeting_id);
    room->board = mb_dossier_find(dossier, &MB_BOARD, room->meeting->board);
    return TRUE;
}

static void close_view(MbView *view)
{
    Room *room = view->data;

    mb_dossier_free(room->dossier);
    g_free(room->meeting_id);
    g_free(room);
}

static gboolean open_view(MbView *view, const char *argument, GError **error)
{
    g_auto(GStrv) ids = g_strsplit(argument, " ", 2);
    Room *room = g_new0(Room, 1);

    room->meeting_id = g_strdup(ids[0]);
    view->data = room;
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

enum { LOOK_AGAIN = 400 };

/* A commit may become visible just after the news of it: whoever writes in the other window waits for no second one. */
static int rest(MbView *view)
{
    if (mb_sight_others_wrote(mb_app_desk(view->app)))
        mb_app_refresh(view->app);
    return LOOK_AGAIN;
}

/* Of a restricted item, and of one nested in such, only what its restriction lets the public see. */
static const MbRestriction *restriction_of(const Room *room, const MbItem *item)
{
    for (; item; item = mb_dossier_find(room->dossier, &MB_ITEM, item->parent)) {
        const MbRestriction *restriction = mb_dossier_first(room->dossier, &MB_RESTRICTION, "item", item->id);

        if (restriction && restriction->lifted_on == MB_NO_DAY)
            return restriction;
    }
    return NULL;
}

static char *title_of(const Room *room, const MbItem *item)
{
    const MbRestriction *restriction = restriction_of(room, item);
    const char *title =
        restriction ? restriction->public_title ? restriction->public_title : "Restricted item" : item->title;

    return g_strdup_printf("%s%s%s", item->number ? item->number : "", item->number ? "  " : "", title ? title : "");
}

/* What the room is to look at under ITEM: what is put next, an open amendment before its motion; else what was settled
 * last: the motion once it was voted on, whatever was amended before. */
static const MbMotion *motion_of(const Room *room, const char *item)
{
    g_autoptr(GPtrArray) motions = mb_dossier_of(room->dossier, &MB_MOTION, "item", item);
    const MbMotion *open = NULL, *settled = NULL;

    for (guint i = 0; i < motions->len; i++) {
        const MbMotion *motion = motions->pdata[i];

        if (motion->outcome == MB_MOTION_OPEN && (!open || g_strcmp0(motion->amends, open->id) == 0 ||
                                                  (motion->amends && g_strcmp0(motion->amends, open->amends) == 0)))
            open = motion;
        else if (!motion->amends)
            settled = motion;
    }
    return open ? open : settled;
}

/* Large: a line apart, wide margins; returns the row after. */
static int paint_large(MbGrid *grid, MbArea area, int row, const char *text, MbLook look)
{
    int side = MAX(2, area.columns / 10);
    g_auto(GStrv) lines = mb_text_wrap(text, MAX(10, area.columns - 2 * side));

    for (char **line = lines; *line && row < area.rows; line++, row += 2)
        mb_grid_put(grid, row, side, area.columns - side, *line, look, MB_ATTRIBUTE_BOLD);
    return row;
}

static int paint_motion(const MbMotion *motion, MbGrid *grid, MbArea area, int row)
{
    row = paint_large(grid, area, row, motion->amends ? "Amendment" : "Motion", MB_LOOK_QUIET);
    row = paint_large(grid, area, row, motion->text ? motion->text : "", MB_LOOK_TEXT);
    if (motion->outcome != MB_MOTION_OPEN && motion->votes_for == MB_NO_INT)
        row = paint_large(grid, area, row + 1, mb_motion_words[motion->outcome], MB_LOOK_HEADING);
    if (motion->votes_for != MB_NO_INT) {
        g_autofree char *count = g_strdup_printf("For %d    Against %d    Abstained %d    %s", motion->votes_for,
                                                 MAX(0, motion->votes_against), MAX(0, motion->votes_abstained),
                                                 mb_motion_words[motion->outcome]);

        row = paint_large(grid, area, row + 1, count, MB_LOOK_HEADING);
    }
    return row;
}

static void paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    const Room *room = view->data;
    const char *current = mb_pace_current(room->dossier, room->meeting);
    const MbItem *item = mb_dossier_find(room->dossier, &MB_ITEM, current);
    gboolean excluded = mb_pace_excluded(room->dossier, room->meeting);
    const MbMotion *motion = item && !excluded && !restriction_of(room, item) ? motion_of(room, item->id) : NULL;
    g_autofree char *day = mb_day_long(room->meeting->day);
    int row = 2;

    (void)whole;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    row = paint_large(grid, area, 1, room->board->name, MB_LOOK_QUIET);
    row = paint_large(grid, area, row, day, MB_LOOK_QUIET) + 1;
    if (item) {
        g_autofree char *title = title_of(room, item);

        row = paint_large(grid, area, row, title, MB_LOOK_TITLE) + 1;
    } else
        row = paint_large(grid, area, row, room->meeting->state == MB_STATE_LIVE ? "" : "The meeting has not begun.",
                          MB_LOOK_QUIET);
    if (motion)
        paint_motion(motion, grid, area, row);
    else if (excluded)
        paint_large(grid, area, row, "The public are excluded.", MB_LOOK_QUIET);
    mb_grid_set_cursor(grid, area.rows - 1, 0);
}

static const MbKeyRow rows[] = {
    {.name = NULL},
};

const MbScreen mb_screen_room = {
    .name = "room",
    .title = "Room window",
    .about = "For everybody in the room to see: the item being taken, the motion and the count, and nothing else. F12 "
             "blanks "
             "it, Ctrl-Q closes it.",
    .keys = rows,
    .open = open_view,
    .close = close_view,
    .paint = paint,
    .refresh = refresh,
    .rest = rest,
    .bare = TRUE,
};

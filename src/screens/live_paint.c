/* SPDX-License-Identifier: MIT */
/* The live meeting as cells: agenda with clocks, text, who is here, latest actions. */
#include "live.h"

#include "dress.h"
#include "spelling.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"

#include <string.h>

/* How the screen is divided. */
typedef struct {
    MbArea agenda, text, side, strip;
    int head;   /* rows of the item's title above the text */
    int margin; /* for marks, right of the text */
} Plan;

static Plan plan_of(const Live *live, MbArea area)
{
    /* On a very low screen the text comes before all else. */
    gboolean low = area.rows < 7;
    Plan plan = {.strip = {area.row + area.rows - 2, area.column, low ? 0 : 2, area.columns}};
    int agenda = area.columns >= 180 ? 44 : area.columns >= 140 ? 36 : area.columns >= 76 ? 26 : 0;
    int side = area.columns >= 150 ? 36 : 0;
    int rows = low ? area.rows : area.rows - 3;

    plan.head = low ? 0 : 2;
    plan.agenda = (MbArea){area.row, area.column, rows, agenda};
    plan.text = (MbArea){area.row, area.column + agenda + (agenda ? 1 : 0), rows,
                         area.columns - agenda - side - (agenda ? 1 : 0) - (side ? 1 : 0)};
    plan.side = (MbArea){area.row, area.column + area.columns - side, rows, side};
    plan.margin = !live->hide_marks && plan.text.columns >= 110  ? 38
                  : !live->hide_marks && plan.text.columns >= 92 ? 28
                                                                 : 0;
    return plan;
}

/* --- top line --- */

static gboolean is_private(const Live *live)
{
    return mb_pace_excluded(live->dossier, live->meeting);
}

static char *state_words(const Live *live)
{
    g_autofree char *now = mb_time_text(mb_live_now(live));

    /* A meeting that was closed stays open for writing up. */
    if (live->meeting->state == MB_STATE_LIVE && live->meeting->closed != MB_NO_TIME) {
        g_autofree char *closed = mb_time_text(live->meeting->closed);

        return g_strdup_printf("closed %s", closed);
    }
    if (live->meeting->state == MB_STATE_LIVE && mb_pace_adjourned(live->dossier, live->meeting))
        return g_strdup_printf("ADJOURNED %s", now);
    if (live->meeting->state == MB_STATE_LIVE)
        return g_strdup_printf("%sLIVE %s", is_private(live) ? "PUBLIC EXCLUDED · " : "", now);
    return g_strdup(mb_meeting_state_words[live->meeting->state]);
}

/* "1 h 48 left · ends 13:05, 5 over": nothing where the meeting has no end. */
static char *pace_words(const Live *live)
{
    MbPace pace = mb_pace_at(live->dossier, live->meeting, mb_live_now(live));
    g_autofree char *forecast = mb_time_text(pace.forecast);
    g_autofree char *over = pace.over > 0 ? g_strdup_printf("%d", pace.over) : g_strdup("");

    /* Of a meeting written up on another day the clock says nothing. That the public are excluded must stay in sight on
       the narrowest screen. */
    if (live->meeting->state != MB_STATE_LIVE || is_private(live) || live->meeting->closed != MB_NO_TIME ||
        live->hide_clocks || pace.forecast == MB_NO_TIME ||
        live->meeting->day != mb_desk_today(mb_app_desk(live->view->app), live->board))
        return g_strdup("");
    if (pace.time_left < 0)
        return g_strdup_printf("%d min past its end · ends %s", -pace.time_left, forecast);
    return g_strdup_printf("%d h %02d left · ends %s%s%s", pace.time_left / 60, pace.time_left % 60, forecast,
                           *over ? ", over by " : "", over);
}

char *mb_live_headline(MbView *view, char **right)
{
    Live *live = view->data;
    g_autofree char *day = mb_day_long(live->meeting->day);
    g_autofree char *state = state_words(live);
    g_autofree char *pace = pace_words(live);

    *right = g_strdup_printf("%s%s%s", pace, *pace ? " · " : "", state);
    return g_strdup_printf("%s, %s", live->board->short_name ? live->board->short_name : live->board->name, day);
}

/* --- the agenda --- */

static void paint_item(const Live *live, MbGrid *grid, MbArea area, int row, int index, MbTime now)
{
    const MbItem *item = live->items->pdata[index];
    gboolean here = index == live->at;
    gboolean current = g_strcmp0(mb_pace_current(live->dossier, live->meeting), item->id) == 0;
    gboolean taken = mb_pace_taken(live->dossier, live->meeting, item->id);
    int used = mb_pace_used(live->dossier, live->meeting, item->id, now);
    MbLook look = here ? MB_LOOK_FOCUS : taken && !current ? MB_LOOK_QUIET : MB_LOOK_TEXT;
    int depth = mb_number_depth(live->dossier, item);
    g_autofree char *clock = NULL;
    g_autofree char *name = g_strdup_printf("%*s%s%s%s", depth * 2, "", item->number ? item->number : "",
                                            item->number ? " " : "", item->title ? item->title : "");
    const char *sign = item->carried_forward ? "→" : item->written_up ? "✓" : current ? "▶" : taken ? "·" : " ";

    if (!live->hide_clocks && (taken || item->minutes != MB_NO_INT))
        clock = item->minutes == MB_NO_INT ? g_strdup_printf("%d", used)
                : taken                    ? g_strdup_printf("%d/%d", used, item->minutes)
                                           : g_strdup_printf("%d", item->minutes);
    if (here)
        mb_grid_fill(grid, (MbArea){row, area.column, 1, area.columns}, MB_LOOK_FOCUS);
    mb_grid_put(grid, row, area.column, 1, sign, look, 0);
    mb_grid_put_fit(grid, row, area.column + 2, area.columns - 2 - (clock ? (int)strlen(clock) + 1 : 0), name, look, 0);
    if (clock)
        mb_grid_put_right(grid, row, area.column + area.columns - (int)strlen(clock), (int)strlen(clock), clock,
                          here                                                 ? MB_LOOK_FOCUS
                          : item->minutes != MB_NO_INT && used > item->minutes ? MB_LOOK_WARNING
                                                                               : MB_LOOK_QUIET);
}

/* The first item seen, so that the one at hand is. */
static int first_seen(const Live *live, int rows)
{
    int count = (int)live->items->len;

    if (count <= rows || live->at < rows / 2)
        return 0;
    return MIN(live->at - rows / 2, count - rows);
}

static void paint_agenda(const Live *live, MbGrid *grid, MbArea area)
{
    int first = first_seen(live, area.rows);
    MbTime now = mb_live_now(live);

    if (!area.columns)
        return;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    for (int row = 0; row < area.rows && first + row < (int)live->items->len; row++)
        paint_item(live, grid, area, area.row + row, first + row, now);
    mb_grid_vertical(grid, area.row, area.column + area.columns, area.rows, MB_LOOK_FRAME);
}

int mb_live_item_at(const Live *live, int row, int column)
{
    /* The column is that of the last painting: the top line is one row, the agenda begins at the left. */
    int first = live->items->len ? first_seen(live, live->agenda_rows) : 0;
    int index = first + row - 1;

    return column < live->agenda_columns && row >= 1 && row < 1 + live->agenda_rows && index < (int)live->items->len
               ? index
               : -1;
}

/* --- the text --- */

static char *presenters(const Live *live, const MbItem *item)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(live->dossier, &MB_PRESENTER, "item", item->id);
    GString *names = g_string_new(NULL);

    for (guint i = 0; i < all->len; i++) {
        const MbPresenter *presenter = all->pdata[i];
        const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, presenter->person);

        g_string_append_printf(names, "%s%s", i ? ", " : "",
                               person            ? person->name
                               : presenter->name ? presenter->name
                                                 : "");
    }
    return g_string_free(names, FALSE);
}

static void paint_title(const Live *live, MbGrid *grid, MbArea area)
{
    const MbItem *item = mb_live_item(live);
    gboolean withheld = item && mb_dress_withheld(live->dossier, "item", item->id);
    g_autofree char *title = item ? g_strdup_printf("%s%s%s", item->number ? item->number : "",
                                                    item->number ? "  " : "", item->title ? item->title : "")
                                  : g_strdup("No item");
    g_autofree char *who = item ? presenters(live, item) : g_strdup("");
    g_autofree char *right =
        g_strdup_printf("%s%s%s", withheld ? "■ restricted" : "", withheld && *who ? " · " : "", who);
    int width = MIN(mb_text_width(right), area.columns / 2);

    mb_grid_fill(grid, (MbArea){area.row, area.column, 1, area.columns}, MB_LOOK_TEXT);
    mb_grid_put_fit(grid, area.row, area.column + 2, area.columns - width - 4, title, MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD);
    mb_grid_put_right(grid, area.row, area.column + area.columns - width - 1, width, right,
                      withheld ? MB_LOOK_RESTRICTED : MB_LOOK_QUIET);
    mb_grid_horizontal(grid, area.row + 1, area.column, area.columns, MB_LOOK_FRAME);
}

/* --- marks --- */

static char *mark_of(gpointer data, const MbParagraph *paragraph, MbLook *look)
{
    const Live *live = data;

    return live->hide_marks ? NULL : mb_dress_mark(live->dossier, paragraph, look);
}

static gboolean is_restricted(gpointer data, const MbParagraph *paragraph)
{
    return mb_dress_restricted(((const Live *)data)->dossier, paragraph);
}

static GArray *misspelt(gpointer data, const MbParagraph *paragraph)
{
    const Live *live = data;

    return live->writing ? mb_spelling_wrong(live->view->app, mb_writing_passage(live->writing), paragraph) : NULL;
}

const MbDress mb_live_dress = {.mark = mark_of, .restricted = is_restricted, .misspelt = misspelt};

/* --- who is here --- */

static int people_here(const Live *live, int *remote)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(live->dossier, &MB_ATTENDANCE, "meeting", live->id);
    MbTime now = live->meeting->state == MB_STATE_LIVE ? mb_live_now(live) : MB_NO_TIME;
    int here = 0;

    *remote = 0;
    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];

        if (mb_quorum_in_room(live->dossier, line, now)) {
            here++;
            *remote += line->mode == MB_MODE_REMOTE;
        }
    }
    return here;
}

static void paint_who(const Live *live, MbGrid *grid, int row, MbArea area)
{
    const MbItem *item = mb_live_item(live);
    MbTime now = live->meeting->state == MB_STATE_LIVE ? mb_live_now(live) : MB_NO_TIME;
    MbQuorum quorum = mb_quorum_at(live->dossier, live->rules, live->meeting, now, item ? item->id : NULL);
    g_autofree char *needs = mb_quorum_words(live->dossier, live->rules, live->board, live->meeting->day);
    int remote, here = people_here(live, &remote);
    g_autofree char *far = remote ? g_strdup_printf(" (%d remote)", remote) : g_strdup("");
    g_autofree char *who = g_strdup_printf("%d here%s", here, far);
    g_autofree char *state = !quorum.required ? g_strdup("")
                             : quorum.quorate ? g_strdup("✓ quorate")
                                              : g_strdup_printf("✗ NOT QUORATE: %s", quorum.shortfall);
    int column = area.column + 1;

    column += mb_grid_put(grid, row, column, area.columns - 2, who, MB_LOOK_TEXT, MB_ATTRIBUTE_BOLD) + 3;
    column += mb_grid_put_fit(grid, row, column, area.column + area.columns - column - 1, state,
                              quorum.quorate ? MB_LOOK_GOOD : MB_LOOK_BAD, 0) +
              3;
    if (needs && quorum.quorate && column < area.column + area.columns - 8) {
        g_autofree char *words = g_strdup_printf("needs %s", needs);

        mb_grid_put_fit(grid, row, column, area.column + area.columns - column - 1, words, MB_LOOK_QUIET, 0);
    }
    mb_quorum_clear(&quorum);
}

/* --- latest actions --- */

static char *action_short(const Live *live, const MbAction *action)
{
    const MbOwner *owner = mb_dossier_first(live->dossier, &MB_OWNER, "action", action->id);
    const MbPerson *person = owner ? mb_dossier_find(live->dossier, &MB_PERSON, owner->person) : NULL;

    return g_strdup_printf("▸%s %s: %s", action->ref,
                           person                 ? person->name
                           : owner && owner->name ? owner->name
                                                  : "nobody",
                           action->text ? action->text : "");
}

/* Actions raised at this meeting, the newest first. Borrowed. */
static GPtrArray *latest_actions(const Live *live)
{
    GPtrArray *all = mb_dossier_all(live->dossier, &MB_ACTION);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = all->len; i-- > 0;)
        if (g_strcmp0(((MbAction *)all->pdata[i])->raised_at, live->id) == 0)
            g_ptr_array_add(found, all->pdata[i]);
    return found;
}

static void paint_latest(const Live *live, MbGrid *grid, int row, MbArea area)
{
    g_autoptr(GPtrArray) actions = latest_actions(live);
    int column = area.column + 1;

    if (!actions->len)
        mb_grid_put_fit(grid, row, column, area.columns - 2, "No action yet: type “Action: who to do what by when”.",
                        MB_LOOK_QUIET, 0);
    for (guint i = 0; i < actions->len && column < area.column + area.columns - 20; i++) {
        g_autofree char *words = action_short(live, actions->pdata[i]);

        column += mb_grid_put_fit(grid, row, column, MIN(60, area.column + area.columns - column - 1), words,
                                  MB_LOOK_MARK, 0) +
                  3;
    }
}

/* --- the side pane of a wide screen: the register and all actions of the meeting --- */

static const char *sign_of(const Live *live, const MbAttendance *line, MbLook *look)
{
    MbTime now = live->meeting->state == MB_STATE_LIVE ? mb_live_now(live) : MB_NO_TIME;

    *look = MB_LOOK_QUIET;
    if (mb_quorum_in_room(live->dossier, line, now)) {
        *look = MB_LOOK_TEXT;
        return line->mode == MB_MODE_REMOTE ? "◌" : "●";
    }
    switch (line->status) {
    case MB_ATTENDANCE_APOLOGIES:
        return "A";
    case MB_ATTENDANCE_REPRESENTED:
        *look = MB_LOOK_TEXT;
        return "D";
    case MB_ATTENDANCE_ABSENT:
        return "-";
    default:
        return line->left != MB_NO_TIME ? "◁" : " ";
    }
}

static int paint_register(const Live *live, MbGrid *grid, MbArea area)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(live->dossier, &MB_ATTENDANCE, "meeting", live->id);
    int row = area.row + 1, most = MIN(area.rows / 2, (int)lines->len + 1);

    mb_grid_put(grid, area.row, area.column + 1, area.columns - 1, "Register", MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD);
    for (guint i = 0; i < lines->len && row < area.row + most; i++) {
        const MbAttendance *line = lines->pdata[i];
        const MbPerson *person = mb_dossier_find(live->dossier, &MB_PERSON, line->person);
        MbLook look;
        const char *sign = sign_of(live, line, &look);

        mb_grid_put(grid, row, area.column + 1, 1, sign, look, 0);
        mb_grid_put_fit(grid, row++, area.column + 3, area.columns - 4,
                        person       ? person->name
                        : line->name ? line->name
                                     : "",
                        look, 0);
    }
    return row + 1;
}

static void paint_side(const Live *live, MbGrid *grid, MbArea area)
{
    g_autoptr(GPtrArray) actions = latest_actions(live);
    int row;

    if (!area.columns)
        return;
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    mb_grid_vertical(grid, area.row, area.column - 1, area.rows, MB_LOOK_FRAME);
    row = paint_register(live, grid, area);
    if (row < area.row + area.rows)
        mb_grid_put(grid, row++, area.column + 1, area.columns - 1, "Actions", MB_LOOK_TITLE, MB_ATTRIBUTE_BOLD);
    for (guint i = 0; i < actions->len; i++) {
        g_autofree char *words = action_short(live, actions->pdata[i]);
        g_auto(GStrv) wrapped = mb_text_wrap(words, area.columns - 3);

        for (char **line = wrapped; *line && row < area.row + area.rows; line++)
            mb_grid_put(grid, row++, area.column + (line == wrapped ? 1 : 3), area.columns - 3, *line, MB_LOOK_MARK, 0);
    }
}

static void paint_strip(const Live *live, MbGrid *grid, MbArea area)
{
    mb_grid_horizontal(grid, area.row - 1, area.column, area.columns, MB_LOOK_FRAME);
    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    paint_who(live, grid, area.row, area);
    paint_latest(live, grid, area.row + 1, area);
}

void mb_live_paint(MbView *view, MbGrid *grid, MbArea area, gboolean whole)
{
    Live *live = view->data;
    Plan plan = plan_of(live, area);

    live->agenda_rows = plan.agenda.rows;
    live->agenda_columns = plan.agenda.columns;
    if (whole) {
        paint_agenda(live, grid, plan.agenda);
        paint_side(live, grid, plan.side);
        if (plan.strip.rows)
            paint_strip(live, grid, plan.strip);
        if (plan.head)
            paint_title(live, grid, plan.text);
    }
    /* The text is what a key changes. */
    mb_editor_paint(
        live->editor, grid,
        (MbArea){plan.text.row + plan.head, plan.text.column, plan.text.rows - plan.head, plan.text.columns},
        plan.margin, TRUE);
}

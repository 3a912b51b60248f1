/* SPDX-License-Identifier: MIT */
#include "app_private.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/desk/sight.h"
#include "minutebook/model/finding.h"

#include <string.h>

/* Smaller than this says the size it needs. */
enum { LEAST_ROWS = 5, LEAST_COLUMNS = 20 };

MbOpenView *mb_app_top(MbApp *app)
{
    return app->views->len ? app->views->pdata[app->views->len - 1] : NULL;
}

MbDesk *mb_app_desk(MbApp *app)
{
    return app->desk;
}

/* --- views --- */

static void view_free(gpointer data)
{
    MbOpenView *open = data;

    if (open->view.screen->close)
        open->view.screen->close(&open->view);
    g_array_unref(open->bound);
    g_free(open);
}

static const MbScreen *screen_named(const char *name)
{
    for (guint i = 0; mb_screens[i]; i++)
        if (strcmp(mb_screens[i]->name, name) == 0)
            return mb_screens[i];
    return NULL;
}

static gboolean open_screen(MbApp *app, const char *name, const char *argument, GError **error)
{
    const MbScreen *screen = screen_named(name);
    MbOpenView *open;

    if (!screen) {
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "There is no screen “%s”.", name);
        return FALSE;
    }
    open = g_new0(MbOpenView, 1);
    open->view.app = app;
    open->view.screen = screen;
    open->bound = mb_app_bind(screen->keys);
    if (!screen->open(&open->view, argument, error)) {
        g_array_unref(open->bound);
        g_free(open);
        return FALSE;
    }
    g_ptr_array_add(app->views, open);
    app->dirty = app->whole = TRUE;
    return TRUE;
}

gboolean mb_app_go(MbApp *app, const char *screen, const char *argument)
{
    GError *error = NULL;

    if (open_screen(app, screen, argument, &error))
        return TRUE;
    mb_app_fault(app, error);
    return FALSE;
}

static void drop_overlays_of(MbApp *app, const MbView *view)
{
    for (guint i = 0; i < app->overlays->len; i++) {
        MbOverlay *overlay = app->overlays->pdata[i];

        if (overlay->view == view)
            overlay->closed = TRUE;
    }
}

void mb_app_back(MbApp *app)
{
    MbOpenView *open = mb_app_top(app);

    if (!open)
        return;
    if (open->view.screen->may_leave && !open->view.screen->may_leave(&open->view))
        return;
    drop_overlays_of(app, &open->view);
    g_ptr_array_set_size(app->views, (int)app->views->len - 1);
    if (!app->views->len)
        app->quitting = TRUE;
    else
        mb_app_refresh(app);
    app->dirty = app->whole = TRUE;
}

void mb_app_quit(MbApp *app)
{
    for (guint i = 0; i < app->views->len; i++) {
        MbOpenView *open = app->views->pdata[i];

        if (open->view.screen->may_leave && !open->view.screen->may_leave(&open->view))
            return;
    }
    app->quitting = TRUE;
}

/* --- what screens ask --- */

void mb_app_say(MbApp *app, MbLook look, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_free(app->message);
    app->message = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    g_strdelimit(app->message, "\n", ' ');
    app->message_look = look;
    app->dirty = app->whole = TRUE;
}

void mb_app_fault(MbApp *app, GError *error)
{
    mb_app_say(app, MB_LOOK_BAD, "%s", error ? error->message : "That did not work.");
    g_clear_error(&error);
}

void mb_app_repaint(MbApp *app)
{
    app->dirty = app->whole = TRUE;
}

void mb_app_repaint_part(MbApp *app)
{
    app->part = TRUE;
}

static void refresh_all(MbApp *app, gboolean others)
{
    for (guint i = 0; i < app->views->len; i++) {
        MbOpenView *open = app->views->pdata[i];

        if (open->view.screen->refresh)
            open->view.screen->refresh(&open->view, others);
    }
    app->dirty = app->whole = TRUE;
}

void mb_app_refresh(MbApp *app)
{
    refresh_all(app, FALSE);
}

gboolean mb_app_do_quietly(MbApp *app, const char *command, const char *const *words, const char *input,
                           MbAnswer *answer)
{
    GError *error = NULL;

    if (mb_sight_do(app->desk, command, words, input, answer, &error)) {
        mb_app_refresh(app);
        return TRUE;
    }
    mb_app_fault(app, error);
    return FALSE;
}

/* The first finding is said with the answer: there is one line. */
static void say_answer(MbApp *app, const MbAnswer *answer)
{
    const MbFinding *finding = answer->findings && answer->findings->len ? answer->findings->pdata[0] : NULL;

    if (finding)
        mb_app_say(app, MB_LOOK_WARNING, "%s %s", answer->text ? answer->text : "", finding->text);
    else if (answer->text)
        mb_app_say(app, MB_LOOK_GOOD, "%s", answer->text);
}

gboolean mb_app_do_words(MbApp *app, const char *command, const char *const *words, const char *input)
{
    MbAnswer answer = {0};
    gboolean done = mb_app_do_quietly(app, command, words, input, &answer);

    if (done)
        say_answer(app, &answer);
    mb_answer_clear(&answer);
    return done;
}

gboolean mb_app_do(MbApp *app, const char *command, ...)
{
    g_autoptr(GPtrArray) words = g_ptr_array_new();
    va_list arguments;
    const char *word;

    va_start(arguments, command);
    while ((word = va_arg(arguments, const char *)))
        g_ptr_array_add(words, (gpointer)word);
    va_end(arguments);
    g_ptr_array_add(words, NULL);
    return mb_app_do_words(app, command, (const char *const *)words->pdata, NULL);
}

void mb_app_clip(MbApp *app, char *text)
{
    g_free(app->clipboard);
    g_free(app->clip_out);
    app->clipboard = text;
    app->clip_out = g_strdup(text);
}

const char *mb_app_clipboard(MbApp *app)
{
    return app->clipboard ? app->clipboard : "";
}

static MbTime time_in(const char *zone_name, gint64 seconds)
{
    g_autoptr(GTimeZone) zone = zone_name ? g_time_zone_new_identifier(zone_name) : NULL;
    g_autoptr(GTimeZone) local = zone ? g_time_zone_ref(zone) : g_time_zone_new_local();
    g_autoptr(GDateTime) utc = g_date_time_new_from_unix_utc(seconds);
    g_autoptr(GDateTime) now = g_date_time_to_timezone(utc, local);

    return g_date_time_get_hour(now) * 60 + g_date_time_get_minute(now);
}

/* Zones are dear to look up: once a minute is enough. */
MbTime mb_app_time(MbApp *app, const MbBoard *board)
{
    const char *zone = board ? board->zone : NULL;
    gint64 now = mb_clock_now();

    if (app->minute != now / 60 || g_strcmp0(app->zone, zone) != 0) {
        app->minute = now / 60;
        g_free(app->zone);
        app->zone = g_strdup(zone);
        app->time = time_in(zone, now);
    }
    return app->time;
}

char *mb_app_stamp(MbApp *app)
{
    (void)app;
    return mb_clock_stamp(mb_clock_now());
}

/* --- the face --- */

static void to_view(MbApp *app, const MbStroke *stroke)
{
    MbOpenView *open = mb_app_top(app);
    const MbKeyRow *row = NULL;

    if (!open)
        return;
    if (stroke->kind == MB_STROKE_MOUSE && stroke->mouse == MB_MOUSE_PRESS && stroke->row == app->bar_row) {
        for (guint i = 0; i < app->bar->len; i++) {
            const MbBarPlace *place = &g_array_index(app->bar, MbBarPlace, i);

            if (stroke->column >= place->start && stroke->column < place->end)
                row = place->row;
        }
    } else if (stroke->kind == MB_STROKE_KEY) {
        row = mb_app_bound(open->bound, stroke);
        if (!row)
            row = mb_app_bound(app->global, stroke);
    }
    if (row)
        mb_app_run_row(open, row);
    else if (open->view.screen->stroke)
        open->view.screen->stroke(&open->view, stroke);
}

static void app_stroke(gpointer data, const MbStroke *stroke)
{
    MbApp *app = data;
    MbOverlay *overlay = mb_app_overlay(app);
    gboolean whole = app->whole || overlay || app->message;

    app->dirty = app->whole = TRUE;
    if (stroke->kind == MB_STROKE_RESIZE || stroke->kind == MB_STROKE_SUSPENDED)
        return;
    if (stroke->kind != MB_STROKE_MOUSE || stroke->mouse == MB_MOUSE_PRESS)
        g_clear_pointer(&app->message, g_free);
    app->part = FALSE;
    app->resting = FALSE;
    if (overlay)
        overlay->kind->stroke(overlay, stroke);
    else
        to_view(app, stroke);
    mb_app_sweep(app);
    app->whole = whole || !app->part || app->message;
}

static void paint_too_small(MbGrid *grid)
{
    MbArea area = mb_grid_area(grid);
    g_autofree char *text = g_strdup_printf("%d×%d needed", LEAST_COLUMNS, LEAST_ROWS);

    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    mb_grid_put(grid, 0, 0, area.columns, text, MB_LOOK_TEXT, 0);
    mb_grid_set_cursor(grid, 0, 0);
}

static void paint_headline(MbOpenView *open, MbGrid *grid, int columns)
{
    g_autofree char *right = NULL;
    g_autofree char *left = open->view.screen->headline ? open->view.screen->headline(&open->view, &right)
                                                        : g_strdup(open->view.screen->title);
    int width = right ? mb_text_width(right) + 2 : 0;

    mb_grid_fill(grid, (MbArea){0, 0, 1, columns}, MB_LOOK_BAR);
    if (right && width < columns)
        mb_grid_put_right(grid, 0, columns - width, width - 1, right, MB_LOOK_BAR);
    mb_grid_put_fit(grid, 0, 1, MAX(1, columns - width - 1), left, MB_LOOK_BAR, MB_ATTRIBUTE_BOLD);
}

static void paint_view(MbApp *app, MbGrid *grid)
{
    MbOpenView *open = mb_app_top(app);
    MbArea area = mb_grid_area(grid);

    if (!open)
        return;
    if (open->view.screen->bare) {
        open->view.screen->paint(&open->view, grid, area, app->whole);
        return;
    }
    if (app->whole)
        paint_headline(open, grid, area.columns);
    open->view.screen->paint(&open->view, grid, (MbArea){1, 0, area.rows - 2, area.columns}, app->whole);
    if (app->whole)
        mb_app_paint_bar(app, grid, area.rows - 1);
}

static void paint_message(const MbApp *app, MbGrid *grid)
{
    MbArea area = mb_grid_area(grid);
    int row = area.rows - 2;

    mb_grid_fill(grid, (MbArea){row, 0, 1, area.columns}, app->message_look);
    mb_grid_put_fit(grid, row, 1, area.columns - 2, app->message, app->message_look, 0);
}

static void paint_blank(MbGrid *grid)
{
    MbArea area = mb_grid_area(grid);

    mb_grid_fill(grid, area, MB_LOOK_TEXT);
    mb_grid_put(grid, area.rows - 1, 1, area.columns - 1, "F12 shows the screen again; typing goes on", MB_LOOK_QUIET,
                0);
    mb_grid_set_cursor(grid, area.rows - 1, 0);
}

static void app_paint(gpointer data, MbGrid *grid)
{
    MbApp *app = data;
    MbOverlay *overlay = mb_app_overlay(app);
    MbArea area = mb_grid_area(grid);

    if (!app->dirty)
        return;
    app->dirty = FALSE;
    if (area.rows < LEAST_ROWS || area.columns < LEAST_COLUMNS)
        paint_too_small(grid);
    else if (app->blank)
        paint_blank(grid);
    else {
        paint_view(app, grid);
        if (app->message)
            paint_message(app, grid);
        if (overlay)
            overlay->kind->paint(overlay, grid, (MbArea){1, 0, area.rows - 2, area.columns});
    }
    app->whole = FALSE;
}

static int app_rest(gpointer data)
{
    MbApp *app = data;
    int soonest = -1;

    for (guint i = 0; i < app->views->len; i++) {
        MbOpenView *open = app->views->pdata[i];
        int wants = open->view.screen->rest ? open->view.screen->rest(&open->view) : -1;

        if (wants >= 0 && (soonest < 0 || wants < soonest))
            soonest = wants;
    }
    return soonest;
}

static gboolean app_done(gpointer data)
{
    return ((MbApp *)data)->quitting;
}

static char *app_clipboard(gpointer data)
{
    return g_steal_pointer(&((MbApp *)data)->clip_out);
}

static gboolean app_suspend(gpointer data)
{
    MbApp *app = data;
    gboolean suspend = app->suspend;

    app->suspend = FALSE;
    return suspend;
}

static void look_again(MbApp *app)
{
    if (app->woken && mb_sight_others_wrote(app->desk))
        refresh_all(app, TRUE);
    app->woken = FALSE;
}

/* Another window may have written: this one looks when the hand rests; at once where it rests already. */
static void app_woken(gpointer data)
{
    MbApp *app = data;

    mb_sight_drain(app->desk);
    app->woken = TRUE;
    if (app->resting)
        look_again(app);
}

static void app_idle(gpointer data)
{
    MbApp *app = data;

    app->resting = TRUE;
    look_again(app);
    for (guint i = 0; i < app->views->len; i++) {
        MbOpenView *open = app->views->pdata[i];

        if (open->view.screen->idle)
            open->view.screen->idle(&open->view);
    }
}

const MbFace mb_app_face = {.stroke = app_stroke,
                            .paint = app_paint,
                            .rest = app_rest,
                            .idle = app_idle,
                            .woken = app_woken,
                            .done = app_done,
                            .clipboard = app_clipboard,
                            .suspend = app_suspend};

/* --- beginning and end --- */

static gboolean open_first(MbApp *app, const MbAppOptions *options, GError **error)
{
    g_autofree char *meeting = NULL;
    g_autofree char *item = NULL;
    g_autofree char *argument = NULL;

    if (options->meeting) {
        if (!mb_sight_find(app->desk, options->meeting, options->item, &meeting, &item, error))
            return FALSE;
    } else
        meeting = mb_sight_live(app->desk);
    if (!options->screen && !meeting)
        return open_screen(app, "meetings", NULL, error);
    if (!meeting && !mb_sight_find(app->desk, "next", NULL, &meeting, &item, error))
        return FALSE;
    argument = item ? g_strdup_printf("%s %s", meeting, item) : g_strdup(meeting);
    /* Leaving the meeting comes to the list of meetings, the room window just ends. */
    if (g_strcmp0(options->screen, "room") != 0 && !open_screen(app, "meetings", meeting, error))
        return FALSE;
    return open_screen(app, options->screen ? options->screen : "live", argument, error);
}

static void read_settings(MbApp *app)
{
    g_autofree char *theme = mb_sight_setting(app->desk, "theme");
    g_autofree char *lines = mb_sight_setting(app->desk, "lines");

    app->theme = MB_THEME_DARK;
    for (int i = 0; theme && i < MB_THEMES; i++)
        if (g_strcmp0(theme, mb_theme_words[i]) == 0)
            app->theme = i;
    app->ascii = g_strcmp0(lines, "ascii") == 0;
}

MbApp *mb_app_new(MbDesk *desk, const MbAppOptions *options, GError **error)
{
    MbApp *app = g_new0(MbApp, 1);

    app->desk = desk;
    app->views = g_ptr_array_new_with_free_func(view_free);
    app->overlays = g_ptr_array_new();
    app->global = mb_app_bind(mb_app_rows);
    app->bar = g_array_new(FALSE, FALSE, sizeof(MbBarPlace));
    app->dirty = app->whole = TRUE;
    if (mb_desk_open(desk, MB_BOOK_WRITE, error)) {
        read_settings(app);
        if (open_first(app, options, error))
            return app;
    }
    mb_app_free(app);
    return NULL;
}

void mb_app_free(MbApp *app)
{
    if (!app)
        return;
    while (app->views->len)
        g_ptr_array_set_size(app->views, (int)app->views->len - 1);
    for (guint i = 0; i < app->overlays->len; i++)
        ((MbOverlay *)app->overlays->pdata[i])->closed = TRUE;
    mb_app_sweep(app);
    g_ptr_array_unref(app->overlays);
    g_ptr_array_unref(app->views);
    g_array_unref(app->global);
    g_array_unref(app->bar);
    g_free(app->message);
    g_free(app->clipboard);
    g_free(app->clip_out);
    g_free(app->parting);
    g_free(app->zone);
    g_free(app);
}

int mb_app_watch(MbApp *app)
{
    return mb_sight_watch(app->desk);
}

int mb_app_theme(MbApp *app)
{
    return app->theme;
}

gboolean mb_app_ascii(MbApp *app)
{
    return app->ascii;
}

const char *mb_app_parting(MbApp *app)
{
    return app->parting;
}

/* SPDX-License-Identifier: MIT */
#include "app_private.h"

#include "minutebook/base/text.h"
#include "minutebook/desk/sight.h"

/* Smaller than this says the size it needs. */
enum { LEAST_ROWS = 5, LEAST_COLUMNS = 20 };

/* --- the app's own keys --- */

static void say_saved(MbView *view)
{
    g_autofree char *now = mb_time_text(mb_app_time(view->app, NULL));
    const char *why = view->screen->unsaved ? view->screen->unsaved(view) : NULL;

    if (why) {
        mb_app_say(view->app, MB_LOOK_BAD, "%s", why);
        return;
    }

    mb_app_say(view->app, MB_LOOK_GOOD, "Everything is saved (%s): each key is in the book before you see it.", now);
}

static void go_back(MbView *view)
{
    if (view->app->views->len > 1 || view->app->beneath)
        mb_app_back(view->app);
    else
        mb_app_say(view->app, MB_LOOK_QUIET, "This is the first screen; Ctrl-Q leaves the program.");
}

static void quit(MbView *view)
{
    mb_app_quit(view->app);
}

static void blank(MbView *view)
{
    view->app->blank = !view->app->blank;
    mb_app_repaint(view->app);
}

static void suspend(MbView *view)
{
    view->app->suspend = TRUE;
}

static void set_theme(MbView *view, const MbChoice *choice, gpointer data)
{
    (void)data;
    mb_app_do(view->app, "setting", "theme", choice->text, NULL);
}

static void choose_theme(MbView *view)
{
    GPtrArray *choices = mb_choices_new();

    for (int i = 0; i < MB_THEMES; i++)
        mb_choices_add(choices, mb_theme_words[i], NULL, NULL, g_strdup(mb_theme_words[i]));
    mb_app_choose(view, "Colours from the next start on", choices, FALSE, set_theme, NULL);
}

static const MbKeyRow app_rows[] = {
    {.keys = "F1",
     .label = "Help",
     .name = "Help for this screen",
     .help = "What this screen is and its keys.",
     .run = mb_app_help},
    {.keys = "Ctrl-P F2",
     .label = "All",
     .name = "All commands",
     .help = "Every command, found by part of its name.",
     .run = mb_app_palette},
    {.keys = "Ctrl-Q", .label = NULL, .name = "Leave Minutebook", .help = "Nothing needs to be saved.", .run = quit},
    {.keys = "Ctrl-S",
     .label = NULL,
     .name = "Is everything saved?",
     .help = "It is: says so, with the time.",
     .run = say_saved},
    {.keys = "Escape", .label = NULL, .name = "Back", .help = "To the screen before.", .run = go_back},
    {.keys = "F12",
     .label = NULL,
     .name = "Blank the screen",
     .help = "Nothing is shown; typing goes on. Again: shows it.",
     .run = blank},
    {.keys = "",
     .label = NULL,
     .name = "Suspend the program",
     .help = "Back to the shell; `fg` comes back.",
     .run = suspend},
    {.keys = "",
     .label = NULL,
     .name = "Colours: dark, light or none",
     .help = "The theme of all screens.",
     .run = choose_theme},
    {.name = NULL},
};

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
        row = mb_app_bound(open->bound, stroke, &open->view);
        if (!row)
            row = mb_app_bound(app->global, stroke, &open->view);
    }
    if (row)
        mb_app_run_row(open, row);
    else if (open->view.screen->stroke)
        open->view.screen->stroke(&open->view, stroke);
}

/* Whether all is to be painted anyway. */
static gboolean before_stroke(MbApp *app, gboolean clears)
{
    gboolean whole = app->whole || mb_app_overlay(app) || app->message;

    app->dirty = app->whole = TRUE;
    if (clears)
        g_clear_pointer(&app->message, g_free);
    app->part = FALSE;
    app->resting = FALSE;
    return whole;
}

static void after_stroke(MbApp *app, gboolean whole)
{
    mb_app_sweep(app);
    app->whole = whole || !app->part || app->message;
}

static void give_typed(MbApp *app)
{
    MbOpenView *open = mb_app_top(app);
    gboolean whole;

    if (!app->typed->len || !open)
        return;
    whole = before_stroke(app, TRUE);
    mb_app_hold(app);
    open->view.screen->type(&open->view, app->typed->str);
    g_string_truncate(app->typed, 0);
    after_stroke(app, whole);
}

static void app_stroke(gpointer data, const MbStroke *stroke)
{
    MbApp *app = data;
    MbOverlay *overlay;
    gboolean whole;

    if (mb_app_gather(app, stroke))
        return;
    give_typed(app);
    if (app->held && mb_app_ends_hold(app, stroke))
        mb_app_release(app);
    if (stroke->kind == MB_STROKE_RESIZE || stroke->kind == MB_STROKE_SUSPENDED) {
        app->dirty = app->whole = TRUE;
        return;
    }
    overlay = mb_app_overlay(app);
    whole = before_stroke(app, stroke->kind != MB_STROKE_MOUSE || stroke->mouse == MB_MOUSE_PRESS);
    if (overlay)
        overlay->kind->stroke(overlay, stroke);
    else
        to_view(app, stroke);
    after_stroke(app, whole);
}

static void app_batch(gpointer data, gboolean more)
{
    MbApp *app = data;

    if (!more) {
        give_typed(app);
        mb_app_release(app);
    }
    app->batch = more;
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
    /* Where both do not fit, the left part says what this is. */
    if (width > columns / 2 && width + mb_text_width(left) + 1 > columns)
        width = 0;
    if (width)
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

/* Above the bottom line, in as many lines as it takes up to four. */
static void paint_message(const MbApp *app, MbGrid *grid)
{
    MbArea area = mb_grid_area(grid);
    g_auto(GStrv) lines = mb_text_wrap(app->message, MAX(10, area.columns - 2));
    int count = CLAMP((int)g_strv_length(lines), 1, MIN(4, area.rows - 2));
    int row = area.rows - 1 - count;

    mb_grid_fill(grid, (MbArea){row, 0, count, area.columns}, app->message_look);
    for (int i = 0; i < count && lines[i]; i++)
        mb_grid_put_fit(grid, row + i, 1, area.columns - 2, lines[i], app->message_look, 0);
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
        mb_app_refresh_all(app, TRUE);
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
                            .batch = app_batch,
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
        return mb_app_open(app, "meetings", NULL, error);
    if (!meeting && !mb_sight_find(app->desk, "next", NULL, &meeting, &item, error))
        return FALSE;
    argument = item ? g_strdup_printf("%s %s", meeting, item) : g_strdup(meeting);
    /* Leaving the meeting comes to the list of meetings, the room window just ends. */
    app->beneath = g_strcmp0(options->screen, "room") != 0 ? g_strdup(meeting) : NULL;
    return mb_app_open(app, options->screen ? options->screen : "live", argument, error);
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
    app->modules = g_strdup(options->modules);
    app->rows = app_rows;
    app->views = g_ptr_array_new_with_free_func(mb_app_view_free);
    app->overlays = g_ptr_array_new();
    app->global = mb_app_bind(app_rows);
    app->bar = g_array_new(FALSE, FALSE, sizeof(MbBarPlace));
    app->typed = g_string_new(NULL);
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
    g_string_free(app->typed, TRUE);
    mb_spell_free(app->spell);
    g_free(app->modules);
    g_free(app->message);
    g_free(app->clipboard);
    g_free(app->clip_out);
    g_free(app->parting);
    g_free(app->zone);
    g_clear_pointer(&app->clock, g_time_zone_unref);
    g_free(app->beneath);
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

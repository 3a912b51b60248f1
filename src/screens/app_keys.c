/* SPDX-License-Identifier: MIT */
/* Keys: bound from rows, shown in the bottom line; and the app's own. */
#include "app_private.h"

#include "minutebook/base/text.h"

#include <string.h>

GArray *mb_app_bind(const MbKeyRow *rows)
{
    GArray *bound = g_array_new(FALSE, FALSE, sizeof(MbBoundKey));

    for (; rows && rows->name; rows++) {
        g_auto(GStrv) names = g_strsplit(rows->keys, " ", -1);

        for (char **name = names; *name; name++) {
            MbBoundKey key = {.row = rows};

            if (**name && mb_key_parse(*name, &key.key, &key.modifiers))
                g_array_append_val(bound, key);
        }
    }
    return bound;
}

const MbKeyRow *mb_app_bound(const GArray *bound, const MbStroke *stroke)
{
    for (guint i = 0; i < bound->len; i++) {
        const MbBoundKey *key = &g_array_index(bound, MbBoundKey, i);

        if (key->key == stroke->key && key->modifiers == stroke->modifiers)
            return key->row;
    }
    return NULL;
}

void mb_app_run_row(MbOpenView *open, const MbKeyRow *row)
{
    if (row->ready && !row->ready(&open->view))
        mb_app_say(open->view.app, MB_LOOK_WARNING, "“%s” cannot be done here now.", row->name);
    else
        row->run(&open->view);
}

/* --- the bottom line --- */

static char *first_key(const MbKeyRow *row)
{
    gsize length = strcspn(row->keys, " ");
    g_autofree char *name = g_strndup(row->keys, length);
    guint32 key;
    unsigned modifiers;

    return mb_key_parse(name, &key, &modifiers) ? mb_key_short(key, modifiers) : NULL;
}

/* Paints one key with its label at COLUMN; the columns used, 0 where it does not fit. */
static int paint_key(MbApp *app, MbGrid *grid, int row, int column, int columns, const MbKeyRow *key)
{
    g_autofree char *name = first_key(key);
    int width = name ? mb_text_width(name) + 1 + mb_text_width(key->label) : 0;
    MbBarPlace place = {column, column + width, key};

    if (!name || width > columns)
        return 0;
    int used = mb_grid_put(grid, row, column, columns, name, MB_LOOK_BAR_KEY, 0);
    mb_grid_put(grid, row, column + used + 1, columns - used - 1, key->label, MB_LOOK_BAR, 0);
    g_array_append_val(app->bar, place);
    return width + 2;
}

void mb_app_paint_bar(MbApp *app, MbGrid *grid, int row)
{
    MbOpenView *open = mb_app_top(app);
    MbOverlay *overlay = mb_app_overlay(app);
    int columns = mb_grid_columns(grid), column = 1, used;

    mb_grid_fill(grid, (MbArea){row, 0, 1, columns}, MB_LOOK_BAR);
    g_array_set_size(app->bar, 0);
    app->bar_row = row;
    if (overlay) {
        mb_grid_put_fit(grid, row, 1, columns - 2, overlay->kind->keys, MB_LOOK_BAR, 0);
        return;
    }
    /* Help and the palette come first: whoever sees nothing else sees how to see more. */
    for (const MbKeyRow *key = mb_app_rows; key->name; key++)
        if (key->label && (used = paint_key(app, grid, row, column, columns - column, key)))
            column += used;
    for (const MbKeyRow *key = open->view.screen->keys; key && key->name; key++)
        if (key->label && (!key->ready || key->ready(&open->view)) &&
            (used = paint_key(app, grid, row, column, columns - column, key)))
            column += used;
}

/* --- the app's own keys --- */

static void say_saved(MbView *view)
{
    g_autofree char *now = mb_time_text(mb_app_time(view->app, NULL));

    mb_app_say(view->app, MB_LOOK_GOOD, "Everything is saved (%s): each key is in the book before you see it.", now);
}

static void go_back(MbView *view)
{
    if (view->app->views->len > 1)
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

const MbKeyRow mb_app_rows[] = {
    {.keys = "F1", .label = "Help", .name = "Help for this screen", .help = "What this screen is and its keys.", .run = mb_app_help},
    {.keys = "Ctrl-P F2", .label = "All", .name = "All commands", .help = "Every command, found by part of its name.", .run = mb_app_palette},
    {.keys = "Ctrl-Q", .label = NULL, .name = "Leave Minutebook", .help = "Nothing needs to be saved.", .run = quit},
    {.keys = "Ctrl-S", .label = NULL, .name = "Is everything saved?", .help = "It is: says so, with the time.", .run = say_saved},
    {.keys = "Escape", .label = NULL, .name = "Back", .help = "To the screen before.", .run = go_back},
    {.keys = "F12", .label = NULL, .name = "Blank the screen", .help = "Nothing is shown; typing goes on. Again: shows it.", .run = blank},
    {.keys = "", .label = NULL, .name = "Suspend the program", .help = "Back to the shell; `fg` comes back.", .run = suspend},
    {.keys = "", .label = NULL, .name = "Colours: dark, light or none", .help = "The theme of all screens.", .run = choose_theme},
    {.name = NULL},
};

/* SPDX-License-Identifier: MIT */
/* A key's row run, and the bottom line that shows the keys. */
#include "app_private.h"

#include "minutebook/base/text.h"

#include <string.h>

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
    for (const MbKeyRow *key = app->rows; key->name; key++)
        if (key->label && (used = paint_key(app, grid, row, column, columns - column, key)))
            column += used;
    for (const MbKeyRow *key = open->view.screen->keys; key && key->name; key++)
        if (key->label && (!key->ready || key->ready(&open->view)) &&
            (used = paint_key(app, grid, row, column, columns - column, key)))
            column += used;
}

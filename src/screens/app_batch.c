/* SPDX-License-Identifier: MIT */
/* Strokes that come at once, from a paste without brackets or a hand faster than the disk: characters are typed as one
   text, and what they and the line ends between them change is saved as one, before it is shown. */
#include "app_private.h"

gboolean mb_app_gather(MbApp *app, const MbStroke *stroke)
{
    MbOpenView *open = mb_app_top(app);

    if (!app->batch || !open || !open->view.screen->type || mb_app_overlay(app) || !mb_stroke_types(stroke) ||
        mb_app_bound(open->bound, stroke, &open->view))
        return FALSE;
    g_string_append_unichar(app->typed, stroke->key);
    return TRUE;
}

gboolean mb_app_ends_hold(const MbApp *app, const MbStroke *stroke)
{
    gboolean line = stroke->kind == MB_STROKE_KEY && stroke->key == MB_KEY_ENTER && !stroke->modifiers;

    return !app->batch || !line;
}

void mb_app_hold(MbApp *app)
{
    MbOpenView *open = mb_app_top(app);

    if (!app->batch || app->held || !open->view.screen->hold)
        return;
    app->held = open;
    open->view.screen->hold(&open->view, TRUE);
}

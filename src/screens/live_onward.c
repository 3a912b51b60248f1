/* SPDX-License-Identifier: MIT */
/* From the live meeting on to another screen, and back to the text as it is then: the sweep of the action log, the
   write-up. */
#include "live.h"

static void go_on(Live *live, const char *screen)
{
    const MbItem *item = mb_live_item(live);
    g_autofree char *argument = item ? g_strdup_printf("%s %s", live->id, item->id) : g_strdup(live->id);

    if (live->writing)
        mb_live_leave_text(live);
    mb_app_go(live->view->app, screen, argument);
}

void mb_live_sweep(MbView *view)
{
    go_on(view->data, "sweep");
}

void mb_live_write_up(MbView *view)
{
    go_on(view->data, "writeup");
}

gboolean mb_live_begun(MbView *view)
{
    const MbMeeting *meeting = ((const Live *)view->data)->meeting;

    return meeting->state >= MB_STATE_LIVE && meeting->state < MB_STATE_APPROVED;
}

/* SPDX-License-Identifier: MIT */
#include "mouse.h"

/* Within this time a press on the same cell is one more click. */
enum { CLICK_MILLISECONDS = 400, MOST_CLICKS = 3, FARTHEST = 4096 };
enum { SHIFT_BIT = 4, ALT_BIT = 8, CTRL_BIT = 16, MOTION_BIT = 32, WHEEL_BIT = 64, OTHER_BIT = 128 };

static unsigned modifiers_of(int code)
{
    unsigned modifiers = 0;
    modifiers |= (code & SHIFT_BIT) != 0 ? MB_SHIFT : 0;
    modifiers |= (code & ALT_BIT) != 0 ? MB_ALT : 0;
    modifiers |= (code & CTRL_BIT) != 0 ? MB_CTRL : 0;
    return modifiers;
}

static void count_press(MbClicks *clicks, const MbStroke *stroke, gint64 now)
{
    gboolean again = clicks->clicks > 0 && clicks->button == stroke->button && clicks->row == stroke->row &&
                     clicks->column == stroke->column && now >= clicks->at && now - clicks->at <= CLICK_MILLISECONDS;
    clicks->clicks = again ? clicks->clicks % MOST_CLICKS + 1 : 1;
    clicks->button = stroke->button;
    clicks->row = stroke->row;
    clicks->column = stroke->column;
    clicks->at = now;
}

/* Kind and button; FALSE where no stroke is meant. */
static gboolean read_code(const MbClicks *clicks, int code, gboolean release, MbStroke *stroke)
{
    int button = code & 3;
    if (code < 0 || (code & OTHER_BIT) != 0)
        return FALSE;
    if ((code & WHEEL_BIT) != 0) {
        stroke->mouse = button == 0 ? MB_MOUSE_WHEEL_UP : MB_MOUSE_WHEEL_DOWN;
        return button < 2 && !release;
    }
    if ((code & MOTION_BIT) != 0) {
        stroke->mouse = MB_MOUSE_DRAG;
        stroke->button = button + 1;
        return button < 3 && !release;
    }
    stroke->mouse = release || button == 3 ? MB_MOUSE_RELEASE : MB_MOUSE_PRESS;
    stroke->button = button < 3 ? button + 1 : MAX(clicks->button, 1);
    return TRUE;
}

gboolean mb_mouse_stroke(MbClicks *clicks, int code, int column, int row, gboolean release, gint64 now,
                         MbStroke *stroke)
{
    *stroke =
        (MbStroke){.kind = MB_STROKE_MOUSE, .modifiers = modifiers_of(code), .row = row - 1, .column = column - 1};
    if (column < 1 || column > FARTHEST || row < 1 || row > FARTHEST || !read_code(clicks, code, release, stroke))
        return FALSE;
    if (stroke->mouse == MB_MOUSE_PRESS)
        count_press(clicks, stroke, now);
    stroke->clicks = stroke->button > 0 ? MAX(clicks->clicks, 1) : 0;
    return TRUE;
}

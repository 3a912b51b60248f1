/* SPDX-License-Identifier: MIT */
/* The terminal of tests drives a face as the other one does (terminal/headless.h). */
#include "minutebook/terminal/headless.h"

#include <string.h>

/* What happened, in words: strokes, paints, rests. */
typedef struct {
    GString *log;
    GString *text;
    int rests; /* to ask for at once */
    gboolean done, suspend;
    char *clipboard;
} Face;

static void on_stroke(gpointer data, const MbStroke *stroke)
{
    Face *face = data;
    g_autofree char *name = mb_key_name(stroke->key, stroke->modifiers);
    if (stroke->kind == MB_STROKE_KEY)
        g_string_append_printf(face->log, "%s ", name);
    else if (stroke->kind == MB_STROKE_PASTE)
        g_string_append_printf(face->log, "paste(%.*s) ", (int)stroke->length, stroke->text);
    else if (stroke->kind == MB_STROKE_MOUSE)
        g_string_append_printf(face->log, "mouse(%d %d %d %d,%d) ", stroke->mouse, stroke->button, stroke->clicks,
                               stroke->row, stroke->column);
    else if (stroke->kind == MB_STROKE_RESIZE)
        g_string_append_printf(face->log, "size(%d,%d) ", stroke->rows, stroke->columns);
    else
        g_string_append(face->log, "on ");
    if (mb_stroke_types(stroke))
        g_string_append_unichar(face->text, stroke->key);
    face->done = face->done || (stroke->key == 'q' && stroke->modifiers == MB_CTRL);
    face->suspend = stroke->key == 'z' && stroke->modifiers == MB_CTRL;
    if (stroke->key == 'c' && stroke->modifiers == MB_CTRL)
        face->clipboard = g_strdup(face->text->str);
}

static void on_paint(gpointer data, MbGrid *grid)
{
    Face *face = data;
    g_string_append(face->log, "| ");
    mb_grid_fill(grid, mb_grid_area(grid), MB_LOOK_TEXT);
    mb_grid_put(grid, 0, 0, mb_grid_columns(grid), face->text->str, MB_LOOK_TEXT, 0);
}

static int on_rest(gpointer data)
{
    Face *face = data;
    g_string_append(face->log, "rest ");
    return face->rests-- > 0 ? 0 : 250;
}

static gboolean is_done(gpointer data)
{
    return ((Face *)data)->done;
}

static char *on_clipboard(gpointer data)
{
    return g_steal_pointer(&((Face *)data)->clipboard);
}

static gboolean on_suspend(gpointer data)
{
    Face *face = data;
    gboolean was = face->suspend;
    face->suspend = FALSE;
    return was;
}

static const MbFace face_row = {.stroke = on_stroke,
                                .paint = on_paint,
                                .rest = on_rest,
                                .done = is_done,
                                .clipboard = on_clipboard,
                                .suspend = on_suspend};

typedef struct {
    Face face;
    MbHeadless *headless;
} Case;

static void set_up(Case *test, gconstpointer data)
{
    (void)data;
    test->face = (Face){.log = g_string_new(NULL), .text = g_string_new(NULL)};
    test->headless = mb_headless_new(&face_row, &test->face, 3, 20);
}

static void tear_down(Case *test, gconstpointer data)
{
    (void)data;
    mb_headless_free(test->headless);
    g_string_free(test->face.log, TRUE);
    g_string_free(test->face.text, TRUE);
    g_free(test->face.clipboard);
}

static void assert_log(Case *test, const char *expected)
{
    g_assert_cmpstr(test->face.log->str, ==, expected);
    g_string_truncate(test->face.log, 0);
}

static void test_keys(Case *test, gconstpointer data)
{
    (void)data;
    assert_log(test, "size(3,20) | ");
    g_assert_cmpint(mb_headless_type(test->headless, "Né\n\t"), ==, 4);
    assert_log(test, "N | é | Enter | Tab | ");
    g_assert_cmpint(mb_headless_keys(test->headless, " Ctrl-B  Shift-End "), ==, 2);
    assert_log(test, "Ctrl-B | Shift-End | ");
    g_autofree char *screen = mb_headless_screen(test->headless);
    g_assert_cmpstr(screen, ==, "Né\n\n\n");
    g_assert_true(mb_headless_shows(test->headless, "é"));
    g_assert_false(mb_headless_shows(test->headless, "Né\n"));
}

static void test_other_strokes(Case *test, gconstpointer data)
{
    (void)data;
    g_string_truncate(test->face.log, 0);
    mb_headless_paste(test->headless, "a\nb");
    mb_headless_mouse(test->headless, MB_MOUSE_PRESS, 1, 2, 1, 7);
    mb_headless_resize(test->headless, 1, 1);
    assert_log(test, "paste(a\nb) | mouse(0 1 2 1,7) | size(1,1) | ");
    g_assert_cmpint(mb_grid_columns(mb_headless_grid(test->headless)), ==, 1);
    mb_headless_bytes(test->headless, "x\033[A\033[200~p\033[201~\033", 18);
    assert_log(test, "x Up paste(p) Escape | ");
}

static void test_rest(Case *test, gconstpointer data)
{
    (void)data;
    g_string_truncate(test->face.log, 0);
    test->face.rests = 2;
    mb_headless_rest(test->headless);
    assert_log(test, "rest rest rest | ");
}

static void test_wishes(Case *test, gconstpointer data)
{
    (void)data;
    g_assert_null(mb_headless_clipboard(test->headless));
    mb_headless_type(test->headless, "minute");
    mb_headless_keys(test->headless, "Ctrl-C");
    g_assert_cmpstr(mb_headless_clipboard(test->headless), ==, "minute");
    g_string_truncate(test->face.log, 0);
    mb_headless_keys(test->headless, "Ctrl-Z");
    assert_log(test, "Ctrl-Z on | ");
    g_assert_false(mb_headless_done(test->headless));
    mb_headless_keys(test->headless, "Ctrl-Q x");
    g_assert_true(mb_headless_done(test->headless));
    assert_log(test, "Ctrl-Q | | "); /* a face that is done gets no more strokes */
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add("/headless/keys, each painted", Case, NULL, set_up, test_keys, tear_down);
    g_test_add("/headless/paste, mouse, size, bytes", Case, NULL, set_up, test_other_strokes, tear_down);
    g_test_add("/headless/rest until it only waits", Case, NULL, set_up, test_rest, tear_down);
    g_test_add("/headless/clipboard, suspension, end", Case, NULL, set_up, test_wishes, tear_down);
    return g_test_run();
}

/* SPDX-License-Identifier: MIT */
/* A face for tests of the terminal: shows what was typed and, in its lower part, the strokes that came, newest last.
   Ctrl-Q ends it, Ctrl-Z suspends it, Ctrl-C puts the text on the clipboard; Ctrl-X crashes it, Ctrl-T sets the title,
   Ctrl-W writes to the descriptor that the terminal watches besides the keys, which shows as "woken".

     echo [--ascii] [--mouse] [--theme dark|light|mono] [--bare]

   With --bare only the text is shown, which is what is measured. At the end it says on standard output how it ended. */
#include "minutebook/terminal/terminal.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

typedef struct {
    GString *text;
    GPtrArray *strokes; /* sentences */
    MbTerminalOptions options;
    GArray *rows;   /* where each begins in the text */
    gsize laid_out; /* bytes of the text */
    int columns, in_row, painted;
    int alarm[2]; /* a pipe */
    gboolean bare, changed, done, copy, suspend, title;
    guint pastes, keys, rests;
} Echo;

static char *describe(const MbStroke *stroke)
{
    static const char *const mice[] = {"press", "drag", "release", "wheel-up", "wheel-down"};
    g_autofree char *name = mb_key_name(stroke->key, stroke->modifiers);
    switch (stroke->kind) {
    case MB_STROKE_KEY:
        return g_strdup_printf("key %s", name);
    case MB_STROKE_PASTE:
        return g_strdup_printf("paste %zu %s", stroke->length, stroke->text);
    case MB_STROKE_MOUSE:
        return g_strdup_printf("mouse %s button %d clicks %d at %d,%d%s%s", mice[stroke->mouse], stroke->button,
                               stroke->clicks, stroke->row, stroke->column, stroke->modifiers != 0 ? " with " : "",
                               name);
    case MB_STROKE_RESIZE:
        return g_strdup_printf("size %dx%d", stroke->rows, stroke->columns);
    default:
        return g_strdup("went on");
    }
}

static void obey(Echo *echo, const MbStroke *stroke)
{
    gboolean ctrl = stroke->modifiers == MB_CTRL;
    echo->done = echo->done || (ctrl && stroke->key == 'q');
    echo->suspend = echo->suspend || (ctrl && stroke->key == 'z');
    echo->copy = echo->copy || (ctrl && stroke->key == 'c');
    echo->title = echo->title || (ctrl && stroke->key == 't');
    if (ctrl && stroke->key == 'w' && write(echo->alarm[1], "", 1) != 1)
        abort();
    if (ctrl && stroke->key == 'x')
        raise(SIGSEGV);
}

static void on_stroke(gpointer data, const MbStroke *stroke)
{
    Echo *echo = data;
    echo->changed = TRUE;
    echo->painted = stroke->kind == MB_STROKE_RESIZE ? 0 : echo->painted;
    if (!echo->bare)
        g_ptr_array_add(echo->strokes, describe(stroke));
    if (stroke->kind == MB_STROKE_KEY) {
        echo->keys++;
        if (mb_stroke_types(stroke))
            g_string_append_unichar(echo->text, stroke->key);
        else if (stroke->key == MB_KEY_ENTER)
            g_string_append_c(echo->text, '\n');
        else
            obey(echo, stroke);
    } else if (stroke->kind == MB_STROKE_PASTE) {
        echo->pastes++;
        g_string_append_len(echo->text, stroke->text, (gssize)stroke->length);
    }
}

/* Rows of the text, cut hard at COLUMNS characters (a test's widths will do): where each begins. */
static void lay_out(Echo *echo, int columns)
{
    const char *text = echo->text->str;
    if (columns != echo->columns)
        g_array_set_size(echo->rows, 0);
    echo->columns = columns;
    if (echo->rows->len == 0) {
        g_array_set_size(echo->rows, 1);
        echo->laid_out = echo->in_row = 0;
    }
    for (; echo->laid_out < echo->text->len; echo->laid_out = (gsize)(g_utf8_next_char(text + echo->laid_out) - text)) {
        gsize next = echo->laid_out + (text[echo->laid_out] == '\n');
        if (text[echo->laid_out] == '\n' || echo->in_row == columns) {
            g_array_append_val(echo->rows, next);
            echo->in_row = 0;
        }
        echo->in_row += text[echo->laid_out] != '\n';
    }
}

static void paint_row(const Echo *echo, MbGrid *grid, int row, guint which)
{
    gsize from = g_array_index(echo->rows, gsize, which);
    gsize to = which + 1 < echo->rows->len ? g_array_index(echo->rows, gsize, which + 1) : echo->text->len;
    if (to > from && echo->text->str[to - 1] == '\n')
        to--;
    int used = mb_grid_put_length(grid, row, 0, echo->columns, echo->text->str + from, to - from, MB_LOOK_TEXT, 0);
    mb_grid_fill(grid, (MbArea){row, used, 1, echo->columns - used}, MB_LOOK_TEXT);
    mb_grid_set_cursor(grid, row, used);
}

/* The last ROWS rows of the text; where only the last one has changed, that alone. */
static void paint_text(Echo *echo, MbGrid *grid, int rows)
{
    guint before = echo->rows->len;
    gboolean same = echo->columns == mb_grid_columns(grid) && echo->painted == rows;
    lay_out(echo, mb_grid_columns(grid));
    int last = (int)echo->rows->len - 1;
    int first = MAX(last - rows + 1, 0);
    for (int i = same && before == echo->rows->len ? last : first; i <= last; i++)
        paint_row(echo, grid, i - first, (guint)i);
    echo->painted = rows;
}

static void paint_strokes(const Echo *echo, MbGrid *grid, int from)
{
    int rows = mb_grid_rows(grid) - from - 1;
    MbArea bar = {from, 0, 1, mb_grid_columns(grid)};
    mb_grid_fill(grid, bar, MB_LOOK_BAR);
    g_autofree char *count = g_strdup_printf("%u keys %u pastes %zu bytes", echo->keys, echo->pastes, echo->text->len);
    mb_grid_put(grid, from, 0, bar.columns, count, MB_LOOK_BAR, 0);
    for (int i = 0; i < rows; i++) {
        int which = (int)echo->strokes->len - rows + i;
        MbArea line = {from + 1 + i, 0, 1, mb_grid_columns(grid)};
        mb_grid_fill(grid, line, MB_LOOK_QUIET);
        if (which >= 0)
            mb_grid_put_fit(grid, line.row, 0, line.columns, echo->strokes->pdata[which], MB_LOOK_QUIET, 0);
    }
}

static void on_paint(gpointer data, MbGrid *grid)
{
    Echo *echo = data;
    int rows = mb_grid_rows(grid);
    int half = echo->bare ? rows : rows / 2;
    if (!echo->changed)
        return;
    echo->changed = FALSE;
    paint_text(echo, grid, MAX(half, 1));
    if (half < rows)
        paint_strokes(echo, grid, MAX(half, 1));
}

static gboolean is_done(gpointer data)
{
    return ((Echo *)data)->done;
}

static void on_woken(gpointer data)
{
    Echo *echo = data;
    char byte;
    if (read(echo->alarm[0], &byte, 1) != 1)
        return;
    g_ptr_array_add(echo->strokes, g_strdup("woken"));
    echo->changed = TRUE;
}

static int on_rest(gpointer data)
{
    ((Echo *)data)->rests++;
    return -1;
}

static gboolean take(gboolean *flag)
{
    gboolean was = *flag;
    *flag = FALSE;
    return was;
}

static char *on_clipboard(gpointer data)
{
    Echo *echo = data;
    return take(&echo->copy) ? g_strdup(echo->text->str) : NULL;
}

static char *on_title(gpointer data)
{
    Echo *echo = data;
    return take(&echo->title) ? g_strdup(echo->text->str) : NULL;
}

static gboolean on_suspend(gpointer data)
{
    return take(&((Echo *)data)->suspend);
}

static gboolean read_options(Echo *echo, int argc, char **argv)
{
    g_autofree char *theme = NULL;
    gboolean ascii = FALSE, mouse = FALSE;
    const GOptionEntry entries[] = {{.long_name = "ascii", .arg_data = &ascii},
                                    {.long_name = "mouse", .arg_data = &mouse},
                                    {.long_name = "bare", .arg_data = &echo->bare},
                                    {.long_name = "theme", .arg = G_OPTION_ARG_STRING, .arg_data = &theme},
                                    {0}};
    g_autoptr(GOptionContext) context = g_option_context_new(NULL);
    g_option_context_add_main_entries(context, entries, NULL);
    if (!g_option_context_parse(context, &argc, &argv, NULL))
        return FALSE;
    echo->options = (MbTerminalOptions){.ascii = ascii, .mouse = mouse, .watch = echo->alarm[0]};
    for (int i = 0; theme != NULL && i < MB_THEMES; i++) {
        if (strcmp(theme, mb_theme_words[i]) == 0)
            echo->options.theme = i;
    }
    return TRUE;
}

int main(int argc, char **argv)
{
    const MbFace face = {.stroke = on_stroke,
                         .paint = on_paint,
                         .rest = on_rest,
                         .woken = on_woken,
                         .done = is_done,
                         .clipboard = on_clipboard,
                         .title = on_title,
                         .suspend = on_suspend};
    Echo echo = {.text = g_string_new(NULL),
                 .strokes = g_ptr_array_new_with_free_func(g_free),
                 .rows = g_array_new(FALSE, TRUE, sizeof(gsize))};
    gboolean hung_up = FALSE;
    g_autoptr(GError) error = NULL;
    if (pipe(echo.alarm) != 0 || !read_options(&echo, argc, argv))
        return 2;
    gboolean ran = mb_terminal_run(&face, &echo, &echo.options, &hung_up, &error);
    if (ran)
        printf("%s after %u keys, %u pastes, %zu bytes\n", hung_up ? "hung up" : "done", echo.keys, echo.pastes,
               echo.text->len);
    else
        fprintf(stderr, "%s\n", error->message);
    g_string_free(echo.text, TRUE);
    g_ptr_array_unref(echo.strokes);
    g_array_unref(echo.rows);
    return ran ? 0 : error->code;
}

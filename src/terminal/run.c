/* SPDX-License-Identifier: MIT */
/* The life of a key: wait, read all that has come, give its strokes, paint once, show. A loop over poll(2), since one
   descriptor of keys, one of signals and one of the face's own are all there is to wait on. */
#include "minutebook/terminal/terminal.h"

#include "guard.h"
#include "minutebook/base/error.h"
#include "minutebook/terminal/decode.h"
#include "screen.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

enum {
    ESCAPE_MILLISECONDS = 50,   /* a lone Escape is no sequence after this */
    PASTE_MILLISECONDS = 3000,  /* a paste that stands still so long has perhaps lost its end */
    BURST_BYTES = 64,           /* more at once than a hand types: a paste or a flood, of which more will come */
    BURST_MILLISECONDS = 5,     /* … within this */
    IDLE_MILLISECONDS = 100,    /* so long the hand must have rested before the face is told */
    LONGEST_MILLISECONDS = 100, /* so long may reading put painting off */
    READ_BYTES = 64 * 1024,
    FEED_BYTES = 1 << 20,
};

typedef struct {
    const MbFace *face;
    gpointer data;
    int watch;
    MbScreen *screen;
    MbGrid *grid;
    MbDecoder *decoder;
    GByteArray *bytes;
    int rest_after;   /* milliseconds; -1: not before the next stroke */
    gboolean idle;    /* the face has been told that the hand rests */
    gint64 last_read; /* when keys came, in milliseconds */
    gboolean gone, over;
} Loop;

static gint64 milliseconds(void)
{
    return g_get_monotonic_time() / 1000;
}

static gboolean is_over(Loop *loop)
{
    loop->over = loop->over || loop->face->done(loop->data);
    return loop->over || loop->gone;
}

static void give(gpointer data, const MbStroke *stroke)
{
    Loop *loop = data;
    loop->rest_after = loop->face->rest != NULL ? 0 : -1;
    loop->idle = loop->face->idle == NULL;
    if (!loop->over && !loop->face->done(loop->data))
        loop->face->stroke(loop->data, stroke);
}

static void show(Loop *loop)
{
    loop->face->paint(loop->data, loop->grid);
    mb_screen_show(loop->screen, loop->grid);
    mb_grid_settle(loop->grid);
}

/* --- size and suspension ----------------------------------------------------------------------------------------- */

static void take_size(Loop *loop)
{
    int rows, columns;
    mb_screen_size(&rows, &columns);
    if (rows == mb_grid_rows(loop->grid) && columns == mb_grid_columns(loop->grid)) {
        mb_screen_spoil(loop->screen);
        return;
    }
    mb_screen_resize(loop->screen, rows, columns);
    mb_grid_resize(loop->grid, rows, columns);
    const MbStroke stroke = {.kind = MB_STROKE_RESIZE, .rows = rows, .columns = columns};
    give(loop, &stroke);
}

/* After the program went on: the terminal may have been anything in the meantime. */
static void go_on(Loop *loop)
{
    const MbStroke stroke = {.kind = MB_STROKE_SUSPENDED};
    mb_screen_return(loop->screen);
    give(loop, &stroke);
    take_size(loop);
}

static void suspend(Loop *loop)
{
    mb_screen_leave(loop->screen);
    mb_guard_stop();
    go_on(loop);
}

static void take_signals(Loop *loop)
{
    mb_guard_woken();
    if (mb_guard_ended())
        loop->gone = TRUE;
    else if (mb_guard_suspended())
        suspend(loop);
    else if (mb_guard_continued())
        go_on(loop);
    else if (mb_guard_resized())
        take_size(loop);
}

/* --- reading ----------------------------------------------------------------------------------------------------- */

/* Whether a byte can be read within TIMEOUT milliseconds. */
static gboolean waits(int timeout)
{
    struct pollfd keys = {.fd = STDIN_FILENO, .events = POLLIN};
    return poll(&keys, 1, timeout) > 0 && (keys.revents & POLLIN) != 0;
}

/* One read(2); FALSE where the terminal has gone. */
static gboolean read_once(Loop *loop, gsize *got)
{
    guint before = loop->bytes->len;
    g_byte_array_set_size(loop->bytes, before + READ_BYTES);
    ssize_t count = read(STDIN_FILENO, loop->bytes->data + before, READ_BYTES);
    gboolean interrupted = count < 0 && (errno == EINTR || errno == EAGAIN);
    *got = (gsize)MAX(count, 0);
    g_byte_array_set_size(loop->bytes, before + (guint)*got);
    return count > 0 || interrupted;
}

/* All that has been read. What is one byte is one stroke. */
static void feed(Loop *loop)
{
    gboolean several = loop->bytes->len > 1 && loop->face->batch != NULL;
    if (several)
        loop->face->batch(loop->data, TRUE);
    mb_decoder_feed(loop->decoder, (const char *)loop->bytes->data, loop->bytes->len, loop->last_read);
    if (several)
        loop->face->batch(loop->data, FALSE);
}

/* Gives all that has come. A flood is read to its end first, so that it is painted once. A single byte is a hand's key:
   what may have come since is read next. */
static void take_keys(Loop *loop)
{
    gint64 begun = milliseconds();
    gsize got = 0;
    int wait;
    g_byte_array_set_size(loop->bytes, 0);
    do {
        loop->gone = !read_once(loop, &got) || loop->gone;
        wait = got >= BURST_BYTES ? BURST_MILLISECONDS : 0;
    } while (!loop->gone && loop->bytes->len > 1 && got > 0 && loop->bytes->len < FEED_BYTES &&
             milliseconds() - begun < LONGEST_MILLISECONDS && waits(wait));
    loop->last_read = milliseconds();
    feed(loop);
}

/* --- waiting ----------------------------------------------------------------------------------------------------- */

/* Until a paste that stands still is given as far as it came. */
static int paste_left(const Loop *loop)
{
    return (int)MAX(loop->last_read + PASTE_MILLISECONDS - milliseconds(), 0);
}

static int sooner(int a, int b)
{
    return a < 0 ? b : b < 0 ? a : MIN(a, b);
}

static int idle_left(const Loop *loop)
{
    return loop->idle ? -1 : (int)MAX(loop->last_read + IDLE_MILLISECONDS - milliseconds(), 0);
}

static int patience(const Loop *loop)
{
    if (mb_decoder_pending(loop->decoder))
        return ESCAPE_MILLISECONDS;
    if (!mb_decoder_pasting(loop->decoder))
        return sooner(loop->rest_after, idle_left(loop));
    return sooner(loop->rest_after, paste_left(loop));
}

/* Nothing came for as long as patience said. */
static void nothing_came(Loop *loop)
{
    if (mb_decoder_pending(loop->decoder))
        mb_decoder_timeout(loop->decoder);
    else if (mb_decoder_pasting(loop->decoder) && paste_left(loop) == 0)
        mb_decoder_pause(loop->decoder);
    else {
        if (idle_left(loop) == 0) {
            loop->idle = TRUE;
            loop->face->idle(loop->data);
        }
        if (loop->face->rest != NULL)
            loop->rest_after = loop->face->rest(loop->data);
    }
}

static void wait_and_take(Loop *loop)
{
    struct pollfd fds[3] = {
        {.fd = STDIN_FILENO, .events = POLLIN},
        {.fd = mb_guard_descriptor(), .events = POLLIN},
        /* A negative one is passed over; so is what this window's own keys wrote, until the hand rests. */
        {.fd = loop->idle ? loop->watch : -1, .events = POLLIN},
    };
    int count = poll(fds, G_N_ELEMENTS(fds), patience(loop));
    if (count == 0)
        nothing_came(loop);
    if (count <= 0)
        return;
    if (fds[1].revents != 0)
        take_signals(loop);
    if ((fds[0].revents & POLLIN) != 0)
        take_keys(loop);
    else if ((fds[0].revents & (POLLHUP | POLLERR | POLLNVAL)) != 0)
        loop->gone = TRUE;
    if ((fds[2].revents & (POLLERR | POLLNVAL)) != 0)
        loop->watch = -1; /* or it would wake us for ever */
    else if (fds[2].revents != 0 && loop->face->woken != NULL)
        loop->face->woken(loop->data);
}

/* What the face wishes beside its picture. */
static void heed(Loop *loop)
{
    const MbFace *face = loop->face;
    g_autofree char *text = face->clipboard != NULL ? face->clipboard(loop->data) : NULL;
    g_autofree char *title = face->title != NULL ? face->title(loop->data) : NULL;
    if (text != NULL)
        mb_screen_clipboard(loop->screen, text);
    if (title != NULL)
        mb_screen_title(loop->screen, title);
    if (face->suspend != NULL && face->suspend(loop->data))
        suspend(loop);
}

/* The end was not the face's wish: what waits to be read is given still. */
static void take_last_keys(Loop *loop)
{
    gsize got = 0;
    g_byte_array_set_size(loop->bytes, 0);
    while (loop->bytes->len < FEED_BYTES && waits(0) && read_once(loop, &got) && got > 0)
        ;
    loop->last_read = milliseconds();
    feed(loop);
    mb_decoder_finish(loop->decoder);
}

static void run(Loop *loop)
{
    const MbStroke size = {
        .kind = MB_STROKE_RESIZE, .rows = mb_grid_rows(loop->grid), .columns = mb_grid_columns(loop->grid)};
    give(loop, &size);
    while (!is_over(loop)) {
        show(loop);
        do {
            wait_and_take(loop);
        } while (!loop->gone && mb_decoder_pasting(loop->decoder) && waits(0));
        if (!is_over(loop))
            heed(loop);
    }
    if (loop->gone && !loop->over)
        take_last_keys(loop);
}

/* --- outside ----------------------------------------------------------------------------------------------------- */

gboolean mb_terminal_usable(GError **error)
{
    if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
        g_set_error(
            error, MB_ERROR, MB_ERROR_USAGE,
            "The screens need a terminal, and standard %s is none; see minutebook --help for commands that need "
            "no screens",
            isatty(STDIN_FILENO) ? "output" : "input");
        return FALSE;
    }
    return mb_screen_known(error);
}

static void open_loop(Loop *loop)
{
    int rows, columns;
    mb_screen_size(&rows, &columns);
    mb_screen_resize(loop->screen, rows, columns);
    loop->grid = mb_grid_new(rows, columns);
    loop->decoder = mb_decoder_new(give, loop);
    loop->bytes = g_byte_array_new();
}

static void close_loop(Loop *loop)
{
    mb_screen_close(loop->screen);
    mb_decoder_free(loop->decoder);
    mb_grid_free(loop->grid);
    g_byte_array_unref(loop->bytes);
}

gboolean mb_terminal_run(const MbFace *face, gpointer data, const MbTerminalOptions *options, gboolean *hung_up,
                         GError **error)
{
    Loop loop = {.face = face, .data = data, .watch = options->watch, .rest_after = -1};
    if (!mb_terminal_usable(error))
        return FALSE;
    if (!mb_guard_begin()) {
        g_set_error(error, MB_ERROR, MB_ERROR_USAGE, "The terminal cannot be used: %s", g_strerror(errno));
        return FALSE;
    }
    loop.screen = mb_screen_open(options, error);
    if (loop.screen == NULL) {
        mb_guard_end();
        return FALSE;
    }
    open_loop(&loop);
    run(&loop);
    close_loop(&loop);
    mb_guard_end();
    if (hung_up != NULL)
        *hung_up = loop.gone && !loop.over;
    return TRUE;
}

/* SPDX-License-Identifier: MIT */
/* The terminal of tests. */
#include "minutebook/terminal/headless.h"

#include "minutebook/terminal/decode.h"

#include <string.h>

struct MbHeadless {
    const MbFace *face;
    gpointer data;
    MbGrid *grid;
    MbDecoder *decoder;
    char *clipboard;
    gint64 now;
};

static void paint(MbHeadless *headless)
{
    headless->face->paint(headless->data, headless->grid);
    mb_grid_settle(headless->grid);
}

static void fetch_clipboard(MbHeadless *headless)
{
    char *text = headless->face->clipboard != NULL ? headless->face->clipboard(headless->data) : NULL;
    if (text == NULL)
        return;
    g_free(headless->clipboard);
    headless->clipboard = text;
}

static void after_stroke(MbHeadless *headless)
{
    const MbFace *face = headless->face;
    fetch_clipboard(headless);
    if (face->title != NULL)
        g_free(face->title(headless->data));
    if (face->suspend != NULL && face->suspend(headless->data)) {
        const MbStroke stroke = {.kind = MB_STROKE_SUSPENDED};
        face->stroke(headless->data, &stroke);
    }
}

/* From here every stroke goes, those of the decoder too. Nothing more is given to a face that is done. */
static void give(gpointer data, const MbStroke *stroke)
{
    MbHeadless *headless = data;
    if (headless->face->done(headless->data))
        return;
    headless->face->stroke(headless->data, stroke);
    after_stroke(headless);
}

static void give_and_paint(MbHeadless *headless, const MbStroke *stroke)
{
    give(headless, stroke);
    paint(headless);
}

MbHeadless *mb_headless_new(const MbFace *face, gpointer data, int rows, int columns)
{
    MbHeadless *headless = g_new0(MbHeadless, 1);
    headless->face = face;
    headless->data = data;
    headless->grid = mb_grid_new(rows, columns);
    headless->decoder = mb_decoder_new(give, headless);
    mb_headless_resize(headless, rows, columns);
    return headless;
}

void mb_headless_free(MbHeadless *headless)
{
    if (headless == NULL)
        return;
    mb_decoder_free(headless->decoder);
    mb_grid_free(headless->grid);
    g_free(headless->clipboard);
    g_free(headless);
}

int mb_headless_type(MbHeadless *headless, const char *text)
{
    int count = 0;
    for (const char *at = text; *at != '\0'; at = g_utf8_next_char(at), count++) {
        gunichar c = g_utf8_get_char(at);
        MbStroke stroke = mb_stroke_key(c == '\n' ? MB_KEY_ENTER : c == '\t' ? MB_KEY_TAB : c, 0);
        give_and_paint(headless, &stroke);
    }
    return count;
}

int mb_headless_keys(MbHeadless *headless, const char *names)
{
    g_auto(GStrv) words = g_strsplit(names, " ", -1);
    int count = 0;
    for (guint i = 0; words[i] != NULL; i++) {
        guint32 key = 0;
        unsigned modifiers = 0;
        if (words[i][0] == '\0')
            continue;
        if (!mb_key_parse(words[i], &key, &modifiers))
            g_error("\"%s\" is no key's name", words[i]);
        MbStroke stroke = mb_stroke_key(key, modifiers);
        give_and_paint(headless, &stroke);
        count++;
    }
    return count;
}

void mb_headless_paste(MbHeadless *headless, const char *text)
{
    const MbStroke stroke = {.kind = MB_STROKE_PASTE, .text = text, .length = strlen(text)};
    give_and_paint(headless, &stroke);
}

void mb_headless_mouse(MbHeadless *headless, int mouse, int button, int clicks, int row, int column)
{
    const MbStroke stroke = {
        .kind = MB_STROKE_MOUSE, .mouse = mouse, .button = button, .clicks = clicks, .row = row, .column = column};
    give_and_paint(headless, &stroke);
}

void mb_headless_resize(MbHeadless *headless, int rows, int columns)
{
    mb_grid_resize(headless->grid, rows, columns);
    const MbStroke stroke = {
        .kind = MB_STROKE_RESIZE, .rows = mb_grid_rows(headless->grid), .columns = mb_grid_columns(headless->grid)};
    give_and_paint(headless, &stroke);
}

void mb_headless_rest(MbHeadless *headless)
{
    if (headless->face->idle != NULL)
        headless->face->idle(headless->data);
    while (headless->face->rest != NULL && headless->face->rest(headless->data) == 0)
        ;
    fetch_clipboard(headless);
    paint(headless);
}

void mb_headless_bytes(MbHeadless *headless, const char *bytes, gsize length)
{
    if (headless->face->batch != NULL && length > 1)
        headless->face->batch(headless->data, TRUE);
    mb_decoder_feed(headless->decoder, bytes, length, headless->now += 1000);
    if (headless->face->batch != NULL && length > 1)
        headless->face->batch(headless->data, FALSE);
    if (mb_decoder_pending(headless->decoder))
        mb_decoder_timeout(headless->decoder);
    paint(headless);
}

MbGrid *mb_headless_grid(MbHeadless *headless)
{
    return headless->grid;
}

char *mb_headless_screen(MbHeadless *headless)
{
    return mb_grid_text(headless->grid);
}

gboolean mb_headless_shows(MbHeadless *headless, const char *text)
{
    g_autofree char *screen = mb_headless_screen(headless);
    g_auto(GStrv) rows = g_strsplit(screen, "\n", -1);
    for (guint i = 0; rows[i] != NULL; i++) {
        if (strstr(rows[i], text) != NULL)
            return TRUE;
    }
    return FALSE;
}

const char *mb_headless_clipboard(MbHeadless *headless)
{
    return headless->clipboard;
}

gboolean mb_headless_done(MbHeadless *headless)
{
    return headless->face->done(headless->data);
}

/* SPDX-License-Identifier: MIT */
/* Text into a grid and out of it: what stored text becomes before it is put, what a grid reads like to a test, and what
   stands for a character where the terminal knows ASCII only. */
#include "minutebook/grid/grid.h"

#include "minutebook/base/text.h"

#include <string.h>

char *mb_grid_visible(const char *text, gsize length)
{
    GString *out = g_string_sized_new(length + 16);
    const char *end = text + length;
    for (const char *at = text; at < end; at++) {
        gsize piece = strnlen(at, (gsize)(end - at));
        g_autofree char *copy = g_strndup(at, piece);
        g_autofree char *shown = mb_text_visible(copy, FALSE);
        g_string_append(out, shown);
        at += piece;
        if (at < end)
            g_string_append(out, "␀");
    }
    return g_string_free(out, FALSE);
}

static const struct {
    const char *from; /* characters of the screens' own */
    char to;
} plain[] = {
    {"─━═╌┄┈╴╶╸╺‐‑‒–—―−\302\255", '-'}, /* also the soft hyphen */
    {"│┃║╎┆┊╵╷", '|'},
    {"┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╭╮╯╰", '+'},
    {"▸▶►›»→❯⇒", '>'},
    {"◂◀◄‹«←❮", '<'},
    {"▾▼↓⌄", 'v'},
    {"▴▲↑⌃", '^'},
    {"…·∙", '.'},
    {"•●◆■◼★✱⁎", '*'},
    {"○◦◇□◻☐", 'o'},
    {"✓✔☑√", 'y'},
    {"✗✘×☒✕", 'x'},
    {"█▉▓▒░▐▌", '#'},
    {"↵⏎", '/'},
    {"‘’‚′", '\''},
    {"“”„″", '"'},
    {"␛", '?'},
    {"⚠", '!'},
    {"≈", '~'},
    {"\302\240\342\200\257", ' '}, /* no-break spaces */
};

char mb_grid_ascii(gunichar c)
{
    if (c >= 0x20 && c < 0x7F)
        return (char)c;
    for (gsize i = 0; i < G_N_ELEMENTS(plain); i++) {
        if (c >= 0xA0 && g_utf8_strchr(plain[i].from, -1, c) != NULL)
            return plain[i].to;
    }
    return '?';
}

/* Cuts what stands at the end of the line, from FROM on, and equals LAST. */
static void cut_end(GString *out, gsize from, char last)
{
    while (out->len > from && out->str[out->len - 1] == last)
        g_string_truncate(out, out->len - 1);
}

static void append_cell(GString *out, const MbGridCell *cell)
{
    for (int i = 0; i < MB_CELL_CHARS && cell->chars[i] != 0; i++)
        g_string_append_unichar(out, cell->chars[i]);
}

char *mb_grid_text(const MbGrid *grid)
{
    GString *out = g_string_new(NULL);
    for (int row = 0; row < mb_grid_rows(grid); row++) {
        gsize from = out->len;
        for (int i = 0; i < mb_grid_columns(grid); i++)
            append_cell(out, &mb_grid_row(grid, row)[i]);
        cut_end(out, from, ' ');
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

char *mb_grid_looks(const MbGrid *grid)
{
    GString *out = g_string_new(NULL);
    for (int row = 0; row < mb_grid_rows(grid); row++) {
        const MbGridCell *cells = mb_grid_row(grid, row);
        gsize from = out->len;
        for (int i = 0; i < mb_grid_columns(grid); i++) {
            if (cells[i].width > 0)
                g_string_append_c(out, mb_look_letter(cells[i].look));
        }
        cut_end(out, from, '.');
        g_string_append_c(out, '\n');
    }
    return g_string_free(out, FALSE);
}

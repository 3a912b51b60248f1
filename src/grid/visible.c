/* SPDX-License-Identifier: MIT */
/* What stored text becomes before it is put into a grid, and what stands for a character where the terminal knows ASCII
   only. */
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

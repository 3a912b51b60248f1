/* SPDX-License-Identifier: MIT */
/* What a terminal would obey or hide becomes a mark that can be read, so that stored or imported text can neither steer
 * the terminal nor look like other text. */
#include "minutebook/base/text.h"

#include <string.h>

/* Code points that steer or hide without being of Unicode's category Cf: fillers, joiners, line and paragraph
 * separators. */
static gboolean char_hides(gunichar c)
{
    switch (c) {
    case 0x034F: /* combining grapheme joiner */
    case 0x115F: /* Hangul fillers */
    case 0x1160:
    case 0x3164:
    case 0xFFA0:
    case 0x17B4: /* Khmer inherent vowels */
    case 0x17B5:
    case 0x2028:
    case 0x2029:
        return TRUE;
    default:
        return FALSE;
    }
}

/* Format characters that are seen (Arabic, Syriac and Kaithi number signs), and the soft hyphen of every word
 * processor. */
static gboolean format_is_harmless(gunichar c)
{
    return c == 0xAD || (c >= 0x600 && c <= 0x605) || c == 0x6DD || c == 0x70F || c == 0x890 || c == 0x891 ||
           c == 0x8E2 || c == 0x110BD || c == 0x110CD;
}

static gboolean char_needs_mark(gunichar c)
{
    if (c < 0xA0)
        return c < 0x20 || c >= 0x7F;
    if (c < 0x300)
        return FALSE;
    if (char_hides(c) || (c & 0xFFFE) == 0xFFFE || (c >= 0xFDD0 && c <= 0xFDEF) || (c >= 0xE0000 && c <= 0xE007F))
        return TRUE;
    return g_unichar_type(c) == G_UNICODE_FORMAT && !format_is_harmless(c);
}

static gboolean is_emoji(gunichar c)
{
    return (c >= 0x1F000 && c <= 0x1FAFF) || (c >= 0x2190 && c <= 0x2BFF);
}

/* A letter that leaves the emoji before it an emoji: variation selector 16, skin tones (which are in the emoji range
 * themselves). */
static gboolean is_emoji_modifier(gunichar c)
{
    return c == 0xFE0F;
}

static void append_mark(GString *out, gunichar c)
{
    if (c < 0x20)
        g_string_append_unichar(out, 0x2400 + c);
    else if (c == 0x7F)
        g_string_append_unichar(out, 0x2421);
    else
        g_string_append_printf(out, "‹U+%04X›", c);
}

static gunichar peek_char(const char *at)
{
    gunichar c = g_utf8_get_char_validated(at, -1);
    return c == (gunichar)-1 || c == (gunichar)-2 ? 0 : c;
}

/* Appends one code point that is no ASCII letter; EMOJI says whether an emoji stands right before. */
static void append_char(GString *out, gunichar c, const char *next, gboolean emoji, gboolean keep_lines)
{
    if ((c == '\n' || c == '\t') && keep_lines)
        g_string_append_c(out, (char)c);
    else if (c == 0x200D && emoji && is_emoji(peek_char(next)))
        g_string_append_unichar(out, c);
    else if (char_needs_mark(c))
        append_mark(out, c);
    else
        g_string_append_unichar(out, c);
}

/* The bytes at TEXT that are printable ASCII: the usual case, copied at once. */
static gsize plain_length(const char *text)
{
    gsize length = 0;
    while (text[length] >= 0x20 && text[length] < 0x7F)
        length++;
    return length;
}

char *mb_text_visible(const char *text, gboolean keep_lines)
{
    const char *at = text != NULL ? text : "";
    GString *out = g_string_sized_new(strlen(at) + 16);
    gboolean emoji = FALSE;
    for (;;) {
        gsize plain = plain_length(at);
        g_string_append_len(out, at, (gssize)plain);
        at += plain;
        if (*at == '\0')
            break;
        emoji = emoji && plain == 0;
        gunichar c = g_utf8_get_char_validated(at, -1);
        if (c == (gunichar)-1 || c == (gunichar)-2) {
            at++;
            c = 0xFFFD;
        } else {
            at = g_utf8_next_char(at);
        }
        append_char(out, c, at, emoji, keep_lines);
        emoji = is_emoji(c) || (emoji && is_emoji_modifier(c));
    }
    return g_string_free(out, FALSE);
}

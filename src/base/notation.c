/* SPDX-License-Identifier: MIT */
#include "minutebook/base/notation.h"

#include <string.h>

/* The longest mark is three asterisks. */
#define LONGEST_MARK 3

static const guint8 font_of_mark[] = {0, 2, 1, 3}; /* italic, bold, both */
static const gsize mark_of_font[] = {0, 2, 1, 3};

typedef struct {
    const char *at;
    GString *text;
    GByteArray *fonts;
    gboolean unclosed[LONGEST_MARK + 1]; /* no mark of that length closes from here on */
} Reader;

/* Bytes from AT on that are C. Looks no further, however long the text. */
static gsize run_of(const char *at, char c)
{
    gsize length = 0;

    while (at[length] == c)
        length++;
    return length;
}

/* Bytes from AT to the first mark or backslash. */
static gsize plain_at(const char *at)
{
    gsize length = 0;

    while (at[length] && at[length] != '*' && at[length] != '\\')
        length++;
    return length;
}

/* Bytes from AT to the first that is no backslash. */
static gsize slashes_at(const char *at)
{
    return run_of(at, '\\');
}

/* Where the mark of LENGTH asterisks closes, looking from INSIDE on; NULL where it does not. */
static const char *find_close(const char *inside, gsize length)
{
    for (const char *at = inside; *at;) {
        gsize slashes = slashes_at(at);

        if (slashes) {
            at += slashes + (slashes % 2 && at[slashes] == '*');
            continue;
        }
        if (at > inside && run_of(at, '*') >= length && !g_ascii_isspace(at[-1]))
            return at;
        at++;
    }
    return NULL;
}

/* The end of what the mark of LENGTH at READER opens, or NULL. */
static const char *closing(Reader *reader, gsize length)
{
    const char *inside = reader->at + length;
    const char *end;

    if (reader->unclosed[length] || run_of(reader->at, '*') != length || !*inside || g_ascii_isspace(*inside))
        return NULL;
    end = find_close(inside, length);
    reader->unclosed[length] = end == NULL;
    return end;
}

static void put(Reader *reader, const char *bytes, gsize length, guint8 font)
{
    guint from = reader->fonts->len;

    if (!length)
        return;
    g_string_append_len(reader->text, bytes, (gssize)length);
    g_byte_array_set_size(reader->fonts, from + (guint)length);
    memset(reader->fonts->data + from, font, length);
}

/* Backslashes, and the asterisk that the last of them makes text. Returns what follows. */
static const char *put_slashes(Reader *reader, const char *at, guint8 font)
{
    gsize slashes = slashes_at(at);
    gboolean before_mark = at[slashes] == '*';

    put(reader, at, before_mark ? slashes / 2 : slashes, font);
    if (!before_mark || slashes % 2 == 0)
        return at + slashes;
    put(reader, "*", 1, font);
    return at + slashes + 1;
}

static void put_between(Reader *reader, const char *from, const char *to, guint8 font)
{
    while (from < to) {
        gsize plain = 0;

        if (*from == '\\') {
            from = put_slashes(reader, from, font);
            continue;
        }
        while (from + plain < to && from[plain] != '\\')
            plain++;
        put(reader, from, plain, font);
        from += plain;
    }
}

/* Asterisks: what they open, up to its end, or themselves. */
static void read_stars(Reader *reader)
{
    for (gsize length = LONGEST_MARK; length; length--) {
        const char *end = closing(reader, length);

        if (!end)
            continue;
        put_between(reader, reader->at + length, end, font_of_mark[length]);
        reader->at = end + length;
        return;
    }
    gsize stars = run_of(reader->at, '*');
    put(reader, reader->at, stars, 0);
    reader->at += stars;
}

void mb_notation_read(const char *notation, GString *text, GByteArray *fonts)
{
    Reader reader = {.at = notation ? notation : "", .text = text, .fonts = fonts};
    gsize from = text->len;

    while (*reader.at) {
        gsize plain = plain_at(reader.at);

        put(&reader, reader.at, plain, 0);
        reader.at += plain;
        if (*reader.at == '\\')
            reader.at = put_slashes(&reader, reader.at, 0);
        else if (*reader.at == '*')
            read_stars(&reader);
    }
    mb_notation_settle(text->str + from, text->len - from, fonts->data + from, 0, text->len - from);
}

/* The font of the run of spaces from FROM to TO. */
static guint8 space_font(const char *text, gsize length, const guint8 *fonts, gsize from, gsize to)
{
    if (from == 0 || to == length)
        return 0;
    for (gsize i = from; i < to; i++)
        if (text[i] == '\t' || text[i] == '\n')
            return 0;
    return fonts[from - 1] == fonts[to] ? fonts[to] : 0;
}

void mb_notation_settle(const char *text, gsize length, guint8 *fonts, gsize from, gsize to)
{
    while (from > 0 && g_ascii_isspace(text[from - 1]))
        from--;
    while (to < length && g_ascii_isspace(text[to]))
        to++;
    for (gsize i = from; i < to; i++) {
        gsize end = i;

        while (end < length && g_ascii_isspace(text[end]))
            end++;
        if (end == i)
            continue;
        memset(fonts + i, space_font(text, length, fonts, i, end), end - i);
        i = end;
    }
}

typedef struct {
    GString *out;
    gsize slashes; /* backslashes of the text that OUT ends with */
    guint8 font;
    gboolean escape; /* asterisks of the text */
} Writer;

/* An asterisk is to follow: the backslashes before it are doubled. */
static void double_slashes(Writer *writer)
{
    for (; writer->escape && writer->slashes; writer->slashes--)
        g_string_append_c(writer->out, '\\');
    writer->slashes = 0;
}

static void write_mark(Writer *writer, guint8 font)
{
    if (!font)
        return;
    double_slashes(writer);
    g_string_append_len(writer->out, "***", (gssize)mark_of_font[font & 3]);
}

static void change_font(Writer *writer, guint8 font)
{
    if (writer->font == font)
        return;
    write_mark(writer, writer->font);
    write_mark(writer, font);
    writer->font = font;
}

static void write_byte(Writer *writer, char byte)
{
    if (byte == '*') {
        double_slashes(writer);
        if (writer->escape)
            g_string_append_c(writer->out, '\\');
    }
    g_string_append_c(writer->out, byte);
    writer->slashes = byte == '\\' ? writer->slashes + 1 : 0;
}

static char *write_all(const char *text, gsize length, const guint8 *fonts, gboolean escape)
{
    Writer writer = {.out = g_string_sized_new(length + 16), .escape = escape};

    for (gsize i = 0; i < length; i++) {
        change_font(&writer, fonts[i] & 3);
        write_byte(&writer, text[i]);
    }
    change_font(&writer, 0);
    return g_string_free(writer.out, FALSE);
}

static gboolean any_font(const guint8 *fonts, gsize length)
{
    for (gsize i = 0; i < length; i++)
        if (fonts[i])
            return TRUE;
    return FALSE;
}

static gboolean reads_as(const char *notation, const char *text, gsize length, const guint8 *fonts)
{
    g_autoptr(GString) read = g_string_sized_new(length + 1);
    g_autoptr(GByteArray) read_fonts = g_byte_array_new();

    mb_notation_read(notation, read, read_fonts);
    return read->len == length && memcmp(read->str, text, length) == 0 &&
           (!length || memcmp(read_fonts->data, fonts, length) == 0);
}

char *mb_notation_write(const char *text, gsize length, const guint8 *fonts)
{
    g_autofree guint8 *settled = NULL;
    g_autofree char *bare = NULL;
    gboolean star = memchr(text, '*', length) != NULL;

    if (!star && !any_font(fonts, length))
        return g_strndup(text, length);
    settled = g_memdup2(fonts, length);
    mb_notation_settle(text, length, settled, 0, length);
    if (!star)
        return write_all(text, length, settled, TRUE);
    /* "Cllr Smith*" needs no backslash: it is written only where the asterisk would be read as a mark. */
    bare = write_all(text, length, settled, FALSE);
    return reads_as(bare, text, length, settled) ? g_steal_pointer(&bare) : write_all(text, length, settled, TRUE);
}

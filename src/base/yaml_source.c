/* SPDX-License-Identifier: MIT */
/* A YAML file as text. Lines are counted as libyaml counts them (YAML 1.1, 4.2: CR, LF, CR LF, NEL, LS and PS end one),
 * so that all places agree. */
#include "yaml_source.h"

#include <string.h>

#define SIZE_MOST       ((gsize)16 * 1024 * 1024)
#define BAD_MOST        50  /* bytes that are no text, told of before giving up */
#define DIRECTIVES_MOST 100 /* lines that begin with %; libyaml compares each with all others */

/* How far the check has come. */
typedef struct {
    YamlSource *source;
    MbFaults *faults;
    GString *mended; /* NULL until something bad is met */
    gsize at;
    int line;
    int column;
    int bad;
    int directives;
} Check;

static MbPlace check_place(const Check *check)
{
    return (MbPlace){.file = check->source->file, .line = check->line, .column = check->column};
}

/* What YAML allows in a file (YAML 1.1, 5.1), but for a byte order mark within. */
static gboolean char_allowed(gunichar c)
{
    if (c < 0x80)
        return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0x7F);
    return c == 0x85 || (c >= 0xA0 && c != 0xFEFF && c != 0xFFFE && c != 0xFFFF);
}

static gboolean is_break(gunichar c)
{
    return c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029;
}

/* The bytes of the line break at AT, 0 where none is; CR LF is one. */
static gsize break_length(const char *at, const char *end)
{
    guchar c = (guchar)*at;
    if (c == '\n')
        return 1;
    if (c == '\r')
        return at + 1 < end && at[1] == '\n' ? 2 : 1;
    if (c == 0xC2 && end - at >= 2 && (guchar)at[1] == 0x85)
        return 2;
    return c == 0xE2 && end - at >= 3 && (guchar)at[1] == 0x80 && ((guchar)at[2] == 0xA8 || (guchar)at[2] == 0xA9) ? 3
                                                                                                                   : 0;
}

/* Tells of the byte or code point at the place reached, of LENGTH bytes, and puts U+FFFD in its stead. */
static void mend(Check *check, gunichar c, gsize length)
{
    const YamlSource *source = check->source;
    guchar byte = (guchar)source->bytes[check->at];
    if (c == (gunichar)-1)
        mb_faults_add(check->faults, check_place(check),
                      "the byte %02X is not UTF-8 text; expected a file saved as UTF-8", byte);
    else
        mb_faults_add(check->faults, check_place(check),
                      "the character U+%04X cannot stand in a file; expected text without control characters", c);
    if (check->mended == NULL) {
        check->mended = g_string_sized_new(source->length + 64);
        g_string_append_len(check->mended, source->bytes, (gssize)check->at);
    }
    g_string_append(check->mended, "\357\277\275");
    check->at += length;
    check->column++;
    check->bad++;
}

static void keep(Check *check, gsize length)
{
    if (check->mended != NULL)
        g_string_append_len(check->mended, check->source->bytes + check->at, (gssize)length);
    check->at += length;
}

/* Takes the code point or the bad byte at the place reached. */
static void check_char(Check *check)
{
    const char *at = check->source->bytes + check->at;
    const char *end = check->source->bytes + check->source->length;
    gsize broken = break_length(at, end);
    if (broken > 0) {
        keep(check, broken);
        check->line++;
        check->column = 1;
        return;
    }
    gunichar c = (guchar)*at;
    if (c >= 0x80)
        c = g_utf8_get_char_validated(at, end - at);
    gboolean valid = c != (gunichar)-1 && c != (gunichar)-2;
    gsize length = valid && c >= 0x80 ? (gsize)(g_utf8_next_char(at) - at) : 1;
    if (!valid || !char_allowed(c)) {
        mend(check, valid ? c : (gunichar)-1, length);
        return;
    }
    check->directives += c == '%' && check->column == 1;
    keep(check, length);
    check->column++;
}

/* Takes printable ASCII within a line: nearly all there is, at little more than a look a byte. */
static void check_plain(Check *check)
{
    const char *at = check->source->bytes + check->at;
    gsize left = check->source->length - check->at;
    gsize length = 0;
    while (length < left && at[length] >= 0x20 && at[length] < 0x7F)
        length++;
    if (length > 0 && check->column == 1 && at[0] == '%')
        check->directives++;
    keep(check, length);
    check->column += (int)length;
}

static gboolean check_run(Check *check)
{
    while (check->at < check->source->length && check->bad < BAD_MOST && check->directives <= DIRECTIVES_MOST) {
        check_plain(check);
        if (check->at < check->source->length)
            check_char(check);
    }
    if (check->bad >= BAD_MOST)
        mb_faults_add(check->faults, check_place(check), "too much of this file is not text; the rest was not read");
    if (check->directives > DIRECTIVES_MOST)
        mb_faults_add(check->faults, check_place(check), "more than %d lines begin with %%; the rest was not read",
                      DIRECTIVES_MOST);
    return check->bad < BAD_MOST && check->directives <= DIRECTIVES_MOST;
}

static gboolean is_utf16(const char *bytes, gsize length)
{
    return length >= 2 && (memcmp(bytes, "\377\376", 2) == 0 || memcmp(bytes, "\376\377", 2) == 0);
}

gboolean mb_yaml_source_open(YamlSource *source, const char *name, const char *bytes, gsize length, MbFaults *faults)
{
    *source = (YamlSource){.file = g_intern_string(name), .bytes = bytes, .length = length};
    MbPlace start = {.file = source->file, .line = 1, .column = 1};
    if (length > SIZE_MOST) {
        mb_faults_add(faults, start, "the file is larger than 16 MiB; expected it in smaller parts");
        return FALSE;
    }
    if (is_utf16(bytes, length)) {
        mb_faults_add(faults, start, "the file is in UTF-16; expected a file saved as UTF-8");
        return FALSE;
    }
    if (length >= 3 && memcmp(bytes, "\357\273\277", 3) == 0) { /* a byte order mark */
        source->bytes += 3;
        source->length -= 3;
    }
    Check check = {.source = source, .faults = faults, .line = 1, .column = 1};
    gboolean readable = check_run(&check);
    if (check.mended != NULL) {
        source->length = check.mended->len;
        source->bytes = source->mended = g_string_free(check.mended, FALSE);
    }
    return readable;
}

void mb_yaml_source_close(YamlSource *source)
{
    g_clear_pointer(&source->mended, g_free);
}

/* The offset after the line that OFFSET is in. */
static gsize line_after(const YamlSource *source, gsize offset)
{
    const char *end = source->bytes + source->length;
    for (const char *at = source->bytes + offset; at < end; at++) {
        gsize broken = break_length(at, end);
        if (broken > 0)
            return (gsize)(at - source->bytes) + broken;
    }
    return source->length;
}

gsize mb_yaml_source_line(const YamlSource *source, gsize offset, int from, int to)
{
    for (; from < to && offset < source->length; from++)
        offset = line_after(source, offset);
    return offset;
}

gboolean mb_yaml_source_next_document(const YamlSource *source, gsize *offset, int *line)
{
    while (*offset < source->length) {
        const char *at = source->bytes + *offset;
        gsize left = source->length - *offset;
        if (left >= 3 && memcmp(at, "---", 3) == 0 && (left == 3 || strchr(" \t\r\n", at[3]) != NULL))
            return TRUE;
        *offset = line_after(source, *offset);
        (*line)++;
    }
    return FALSE;
}

gunichar mb_yaml_source_char(const YamlSource *source, gsize offset, int column)
{
    const char *at = source->bytes + offset;
    const char *end = source->bytes + source->length;
    for (; at < end && column > 1 && break_length(at, end) == 0; column--)
        at = g_utf8_next_char(at);
    if (at >= end)
        return 0;
    gunichar c = g_utf8_get_char_validated(at, end - at);
    return is_break(c) || c == (gunichar)-1 || c == (gunichar)-2 ? 0 : c;
}

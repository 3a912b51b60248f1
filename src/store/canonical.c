/* SPDX-License-Identifier: MIT */
/* Canonical text and its digests. Fields that are absent and flags that are not set are left out, so that a later
 * version's new fields leave the digests of old records as they are. */
#include "minutebook/store/record.h"

#include "book_private.h"

#include <string.h>
#include <sys/random.h>

/* A damaged book may hold nothing where a text must be. */
static void append_quoted(GString *out, const char *text)
{
    g_string_append_c(out, '"');
    for (const char *c = text ? text : ""; *c; c++)
        if (*c == '"' || *c == '\\')
            g_string_append_printf(out, "\\%c", *c);
        else if ((guchar)*c < 0x20)
            g_string_append_printf(out, "\\u%04x", (guint)(guchar)*c);
        else
            g_string_append_c(out, *c);
    g_string_append_c(out, '"');
}

static void append_member(GString *out, const char *name, const char *text)
{
    g_string_append_c(out, out->len ? ',' : '{');
    append_quoted(out, name);
    g_string_append_c(out, ':');
    append_quoted(out, text);
}

static gboolean left_out(const MbField *field, const char *text)
{
    return !text || (field->kind == MB_FIELD_BOOL && *text == '0' && !text[1]);
}

char *mb_store_canonical(gconstpointer data)
{
    const MbRecord *record = data;
    GString *out = g_string_sized_new(128);

    append_member(out, "id", record->id);
    for (const MbField *f = record->noun->fields; f->name; f++) {
        g_autofree char *text = mb_field_text(f, record);

        if (!left_out(f, text))
            append_member(out, f->name, text);
    }
    g_string_append_c(out, '}');
    return g_string_free(out, FALSE);
}

char *mb_columns_canonical(sqlite3_stmt *statement, const MbNoun *noun)
{
    GString *out = g_string_sized_new(128);

    append_member(out, "id", (const char *)sqlite3_column_text(statement, 0));
    for (int i = 0; noun->fields[i].name; i++) {
        const char *text = (const char *)sqlite3_column_text(statement, i + 1);

        if (!left_out(&noun->fields[i], text))
            append_member(out, noun->fields[i].name, text);
    }
    g_string_append_c(out, '}');
    return g_string_free(out, FALSE);
}

void mb_digest(const char *salt, const char *canonical, char digest[MB_DIGEST_SIZE])
{
    g_autoptr(GChecksum) sum = g_checksum_new(G_CHECKSUM_SHA256);

    g_checksum_update(sum, (const guchar *)salt, (gssize)strlen(salt) + 1);
    g_checksum_update(sum, (const guchar *)canonical, (gssize)strlen(canonical));
    g_strlcpy(digest, g_checksum_get_string(sum), MB_DIGEST_SIZE);
}

void mb_salt_new(char salt[MB_SALT_SIZE])
{
    guint8 bytes[(MB_SALT_SIZE - 1) / 2];

    if (getrandom(bytes, sizeof bytes, 0) != (gssize)sizeof bytes)
        for (gsize i = 0; i < sizeof bytes; i++)
            bytes[i] = (guint8)g_random_int();
    for (gsize i = 0; i < sizeof bytes; i++)
        g_snprintf(salt + 2 * i, 3, "%02x", bytes[i]);
}

/* Passes the quoted text at FROM; its content goes to OUT. NULL where it is not one. */
static const char *read_quoted(const char *from, GString *out)
{
    g_string_truncate(out, 0);
    if (*from++ != '"')
        return NULL;
    for (; *from && *from != '"'; from++) {
        if (*from == '\\' && from[1] == 'u' && strlen(from) >= 6) {
            g_autofree char *code = g_strndup(from + 2, 4);

            g_string_append_c(out, (char)g_ascii_strtoull(code, NULL, 16));
            from += 5;
            continue;
        }
        if (*from == '\\' && from[1])
            from++;
        g_string_append_c(out, *from);
    }
    return *from == '"' ? from + 1 : NULL;
}

char *mb_canonical_member(const char *canonical, const char *name)
{
    g_autoptr(GString) key = g_string_new(NULL);
    g_autoptr(GString) value = g_string_new(NULL);
    const char *at = canonical;

    while (at && (*at == '{' || *at == ',')) {
        at = read_quoted(at + 1, key);
        at = at && *at == ':' ? read_quoted(at + 1, value) : NULL;
        if (at && strcmp(key->str, name) == 0)
            return g_strdup(value->str);
    }
    return NULL;
}

/* SPDX-License-Identifier: MIT */
#include "name_text.h"

#include "minutebook/model/item.h"
#include "minutebook/model/mark.h"

#include <string.h>

/* The first place at or after FROM where TOKEN stands by itself; NULL: none. */
static const char *next_token(const char *text, const char *from, const char *token)
{
    const char *at = from;

    while ((at = strstr(at, token))) {
        char after = at[strlen(token)];
        char before = at == text ? ' ' : at[-1];

        if (!g_ascii_isalnum(after) && !g_ascii_isalnum(before) && before != '?')
            return at;
        at += strlen(token);
    }
    return NULL;
}

/* A span follows a replacement at AT, of OLD units by NEW: moved where it begins later, grown where it holds it. */
static void follow(int *start, int *length, int at, int old, int new)
{
    if (*start == MB_NO_INT || *length == MB_NO_INT)
        return;
    if (*start > at)
        *start += new - old;
    else if (at + old <= *start + *length)
        *length += new - old;
}

static void spans_follow(const MbDossier *dossier, const char *minute, int at, int old, int new)
{
    g_autoptr(GPtrArray) restrictions = mb_dossier_of(dossier, &MB_RESTRICTION, "minute", minute);

    for (guint i = 0; i < restrictions->len; i++) {
        MbRestriction *restriction = restrictions->pdata[i];

        follow(&restriction->start, &restriction->length, at, old, new);
    }
}

static void marks_follow(const MbDossier *dossier, const char *minute, int at, int old, int new)
{
    g_autoptr(GPtrArray) marks = mb_dossier_of(dossier, &MB_MARK, "minute", minute);

    for (guint i = 0; i < marks->len; i++) {
        MbMark *mark = marks->pdata[i];

        follow(&mark->start, &mark->length, at, old, new);
    }
}

/* TEXT with the token at AT replaced. Newly allocated. */
static char *replaced(const char *text, gsize at, const char *token, const char *name)
{
    g_autofree char *head = g_strndup(text, at);

    return g_strconcat(head, name, text + at + strlen(token), NULL);
}

gboolean mb_name_words(char **text, const char *placeholder, const char *name)
{
    const char *found = *text ? next_token(*text, *text, placeholder) : NULL;
    gboolean any = found != NULL;

    while (found) {
        gsize at = found - *text;

        mb_set_take(text, replaced(*text, at, placeholder, name));
        found = next_token(*text, *text + at + strlen(name), placeholder);
    }
    return any;
}

gboolean mb_name_text(const MbDossier *dossier, MbMinute *minute, const char *placeholder, const char *name)
{
    const char *found = minute->text ? next_token(minute->text, minute->text, placeholder) : NULL;
    g_autoptr(GPtrArray) marks = mb_dossier_of(dossier, &MB_MARK, "minute", minute->id);
    gboolean any = found != NULL;

    while (found) {
        gsize at = found - minute->text;

        spans_follow(dossier, minute->id, (int)g_utf8_strlen(minute->text, (gssize)at),
                     (int)g_utf8_strlen(placeholder, -1), (int)g_utf8_strlen(name, -1));
        marks_follow(dossier, minute->id, (int)at, (int)strlen(placeholder), (int)strlen(name));
        mb_set_take(&minute->text, replaced(minute->text, at, placeholder, name));
        found = next_token(minute->text, minute->text + at + strlen(name), placeholder);
    }
    for (guint i = 0; any && i < marks->len; i++) {
        mb_name_words(&((MbMark *)marks->pdata[i])->words, placeholder, name);
        mb_name_words(&((MbMark *)marks->pdata[i])->shown, placeholder, name);
    }
    return any;
}

/* SPDX-License-Identifier: MIT */
#include "attendance_match.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

/* TEXT without what stands in brackets, spaces squeezed. */
static char *without_brackets(const char *text)
{
    GString *out = g_string_new(NULL);
    int depth = 0;

    for (const char *c = text; *c; c++) {
        if (strchr("([{", *c))
            depth++;
        else if (strchr(")]}", *c))
            depth = MAX(0, depth - 1);
        else if (!depth && !(*c == ' ' && (!out->len || out->str[out->len - 1] == ' ')))
            g_string_append_c(out, *c);
    }
    return g_strchomp(g_string_free(out, FALSE));
}

/* What stands in the first brackets; NULL: nothing. */
static char *in_brackets(const char *text)
{
    const char *open = strpbrk(text, "([{");
    const char *close = open ? strpbrk(open, ")]}") : NULL;

    return close ? g_strstrip(g_strndup(open + 1, (gsize)(close - open - 1))) : NULL;
}

/* Cuts an organisation off: "Ada Quill - Harbour Trust", "Ada Quill | HTB". A hyphen within a name has no spaces. */
static void cut_organisation(char *name)
{
    static const char *const signs[] = {" - ", " – ", " — ", " | ", " / ", " @ "};

    for (gsize i = 0; i < G_N_ELEMENTS(signs); i++) {
        char *at = strstr(name, signs[i]);

        if (at && at > name)
            *at = '\0';
    }
}

/* "Quill, Ada" the usual way round. Newly allocated. */
static char *turned(const char *name)
{
    const char *comma = strchr(name, ',');
    g_autofree char *surname = comma ? g_strstrip(g_strndup(name, (gsize)(comma - name))) : NULL;
    g_autofree char *first = comma ? g_strstrip(g_strdup(comma + 1)) : NULL;

    return comma && *first && *surname ? g_strdup_printf("%s %s", first, surname) : g_strdup(name);
}

char *mb_attendance_match_name(const char *name)
{
    g_autofree char *bare = without_brackets(name);

    if (!*bare)
        return g_strdup(name);
    cut_organisation(bare);
    return turned(bare);
}

static MbPerson *by_email(const MbDossier *dossier, const char *email)
{
    GPtrArray *people = mb_dossier_all(dossier, &MB_PERSON);
    MbPerson *found = NULL;

    for (guint i = 0; email && i < people->len; i++) {
        MbPerson *person = people->pdata[i];

        if (!person->email || !mb_text_same(person->email, email))
            continue;
        if (found)
            return NULL; /* an office's address, shared */
        found = person;
    }
    return found;
}

static MbPerson *by_name(const MbDossier *dossier, const char *board, const char *name, gboolean loose)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    if (mb_text_empty(name))
        return NULL;
    return mb_name_find(dossier, board, name, loose, found) == 1 ? found->pdata[0] : NULL;
}

/* Somebody of the roll by part of the name, or whose name is nearly that. */
static MbPerson *perhaps(const MbDossier *dossier, const char *board, const char *name)
{
    MbPerson *loosely = by_name(dossier, board, name, TRUE);
    GPtrArray *people = mb_dossier_all(dossier, &MB_PERSON);
    g_autoptr(GPtrArray) names = g_ptr_array_new();
    g_auto(GStrv) words = g_strsplit(name, " ", -1);
    const char *nearest;

    if (loosely)
        return loosely;
    for (guint i = 0; i < people->len; i++)
        g_ptr_array_add(names, ((MbPerson *)people->pdata[i])->name);
    g_ptr_array_add(names, NULL);
    nearest = mb_text_nearest(name, (const char *const *)names->pdata);
    for (guint i = 0; nearest && i < people->len; i++)
        if (((MbPerson *)people->pdata[i])->name == nearest)
            return people->pdata[i];
    for (guint i = g_strv_length(words); i-- > 0;)
        if (g_utf8_strlen(words[i], -1) > 2 && (loosely = by_name(dossier, board, words[i], TRUE)))
            return loosely;
    return NULL;
}

MbPerson *mb_attendance_match(const MbDossier *dossier, const char *board, const char *name, const char *email,
                              MbPerson **likely)
{
    g_autofree char *plain = mb_attendance_match_name(name);
    g_autofree char *inside = in_brackets(name);
    g_autofree char *inside_turned = inside ? turned(inside) : NULL;
    MbPerson *person = by_email(dossier, email);

    if (!person)
        person = by_name(dossier, board, plain, FALSE);
    if (!person)
        person = by_name(dossier, board, inside_turned, FALSE);
    if (likely)
        *likely = person ? NULL : perhaps(dossier, board, plain);
    return person;
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/model/name.h"

#include "minutebook/base/text.h"

#include <string.h>

/* Longer ones before those they begin with. All capitals are matched as they stand: Di and Pc may be names. */
static const char *const honorifics[] = {
    "Chief Supt", "Ch Supt", "Chief Insp", "Ch Insp", "Councillor", "Cllr", "Professor", "Prof",  "Revd",   "Rev",
    "Dr",         "Mrs",     "Mr",         "Miss",    "Ms",         "Mx",   "Sir",       "Dame",  "Lord",   "Lady",
    "Supt",       "Insp",    "DCI",        "DI",      "DS",         "PC",   "Sgt",       "Canon", "Father", "Sister",
};

static gboolean letter_same(char have, char want, gboolean any_case)
{
    return any_case ? g_ascii_tolower(have) == g_ascii_tolower(want) : have == want;
}

/* Bytes of TEXT that the honorific WANT takes, with full stops and the space after it; 0 where TEXT does not begin with
 * it. */
static gsize honorific_length(const char *text, const char *want)
{
    gboolean any_case = g_ascii_islower(want[1]);
    const char *at = text;

    for (; *want; want++, at++) {
        if (*want == ' ' && *at == '.')
            at++;
        if (!letter_same(*at, *want, any_case))
            return 0;
    }
    if (*at == '.')
        at++;
    return *at == ' ' && at[strspn(at, " ")] ? (gsize)(at - text) + strspn(at, " ") : 0;
}

static gsize any_honorific(const char *text)
{
    for (gsize i = 0; i < G_N_ELEMENTS(honorifics); i++) {
        gsize length = honorific_length(text, honorifics[i]);
        if (length)
            return length;
    }
    return 0;
}

char *mb_name_split(const char *name, char **honorific)
{
    g_autofree char *clean = g_strstrip(g_strdup(name ? name : ""));
    gsize length = 0;

    for (gsize more; (more = any_honorific(clean + length)) > 0;) /* "Revd Dr" */
        length += more;
    if (honorific)
        *honorific = length ? g_strchomp(g_strndup(clean, length)) : NULL;
    return g_strdup(clean + length);
}

char *mb_person_print(const MbPerson *person)
{
    if (!person->honorific)
        return g_strdup(person->name ? person->name : "");
    return g_strdup_printf("%s %s", person->honorific, person->name ? person->name : "");
}

static void append_initial(GString *out, const char *word)
{
    for (const char *at = word; *at; at = g_utf8_next_char(at)) {
        gunichar c = g_utf8_get_char(at);
        if (!g_unichar_isalpha(c))
            continue;
        g_string_append_unichar(out, g_unichar_toupper(c));
        return;
    }
}

char *mb_name_initials(const char *name)
{
    g_autofree char *valid = g_utf8_make_valid(name ? name : "", -1);
    g_auto(GStrv) words = g_strsplit_set(valid, " \t\n", -1);
    GString *out = g_string_new(NULL);

    for (char **word = words; *word; word++)
        append_initial(out, *word);
    return g_string_free(out, FALSE);
}

/* What is sought, folded once. */
typedef struct {
    const MbDossier *dossier;
    const char *board;
    char *whole;
    char *bare; /* without honorific */
    char *honorific;
} Sought;

typedef gboolean (*Matches)(const Sought *sought, const MbPerson *person);

static gboolean folds_to(const char *text, const char *folded)
{
    g_autofree char *fold = mb_text_fold(text);

    return *folded && strcmp(fold, folded) == 0;
}

static gboolean matches_print(const Sought *sought, const MbPerson *person)
{
    g_autofree char *print = mb_person_print(person);

    return folds_to(print, sought->whole);
}

static gboolean matches_name(const Sought *sought, const MbPerson *person)
{
    return folds_to(person->name, sought->bare);
}

static gboolean matches_alias(const Sought *sought, const MbPerson *person)
{
    GPtrArray *all = mb_dossier_all(sought->dossier, &MB_ALIAS);

    for (guint i = 0; i < all->len; i++) {
        const MbAlias *alias = all->pdata[i];
        if (g_strcmp0(alias->person, person->id) == 0 &&
            (folds_to(alias->name, sought->whole) || folds_to(alias->name, sought->bare)))
            return TRUE;
    }
    return FALSE;
}

static gboolean matches_initials(const Sought *sought, const MbPerson *person)
{
    const MbSeat *seat = sought->board ? mb_seat_on(sought->dossier, sought->board, person->id, MB_NO_DAY) : NULL;
    g_autofree char *derived = mb_name_initials(person->name);

    return folds_to(seat && seat->initials ? seat->initials
                    : person->initials     ? person->initials
                                           : derived,
                    sought->whole);
}

static gboolean matches_surname(const Sought *sought, const MbPerson *person)
{
    const char *space = person->name ? strrchr(person->name, ' ') : NULL;

    return space && folds_to(space + 1, sought->bare);
}

static gboolean matches_first_name(const Sought *sought, const MbPerson *person)
{
    const char *space = person->name ? strchr(person->name, ' ') : NULL;
    g_autofree char *first = space ? g_strndup(person->name, (gsize)(space - person->name)) : NULL;

    return first && folds_to(first, sought->whole);
}

static guint find_by(const Sought *sought, Matches matches, GPtrArray *found)
{
    GPtrArray *people = mb_dossier_all(sought->dossier, &MB_PERSON);
    guint before = found->len;

    for (guint i = 0; i < people->len; i++)
        if (matches(sought, people->pdata[i]))
            g_ptr_array_add(found, people->pdata[i]);
    return found->len - before;
}

static gboolean on_board(const Sought *sought, const MbPerson *person)
{
    return sought->board && mb_seat_on(sought->dossier, sought->board, person->id, MB_NO_DAY);
}

static gboolean same_honorific(const Sought *sought, const MbPerson *person)
{
    return sought->honorific && mb_text_same(person->honorific, sought->honorific);
}

/* Where several were found from FIRST on, and some of them but not all are PREFERRED, only those stay. */
static void prefer(const Sought *sought, Matches preferred, GPtrArray *found, guint first)
{
    guint kept = first;

    for (guint i = first; found->len - first > 1 && i < found->len; i++)
        if (preferred(sought, found->pdata[i]))
            found->pdata[kept++] = found->pdata[i];
    if (kept > first)
        g_ptr_array_set_size(found, (gint)kept);
}

guint mb_name_find(const MbDossier *dossier, const char *board, const char *text, gboolean loose, GPtrArray *found)
{
    static const Matches kinds[] = {matches_print,    matches_name,    matches_alias,
                                    matches_initials, matches_surname, matches_first_name};
    g_autofree char *honorific = NULL;
    g_autofree char *rest = mb_name_split(text, &honorific);
    g_autofree char *whole = mb_text_fold(text);
    g_autofree char *bare = mb_text_fold(rest);
    Sought sought = {.dossier = dossier, .board = board, .whole = whole, .bare = bare, .honorific = honorific};
    guint first = found->len;

    for (gsize i = 0; i < (loose ? G_N_ELEMENTS(kinds) : 3); i++)
        if (find_by(&sought, kinds[i], found)) {
            prefer(&sought, on_board, found, first);
            prefer(&sought, same_honorific, found, first);
            break;
        }
    return found->len - first;
}

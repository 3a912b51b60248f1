/* SPDX-License-Identifier: MIT */
/* A roll that names somebody otherwise than before: by an alias the person is renamed; without one, who is no longer
 * named is told of. */
#include "loading.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

static gboolean is_called(const MbPerson *person, const char *name)
{
    g_autofree char *print = mb_person_print(person);

    return mb_text_same(print, name) || mb_text_same(person->name, name);
}

static MbPerson *sitter_called(MbLoading *loading, const MbBoard *board, const char *name)
{
    g_autoptr(GPtrArray) seats = mb_loading_of(loading, &MB_SEAT, "board", board->id);

    for (guint i = 0; i < seats->len; i++) {
        MbPerson *person = mb_dossier_find(loading->dossier, &MB_PERSON, ((MbSeat *)seats->pdata[i])->person);
        if (person && is_called(person, name))
            return person;
    }
    return NULL;
}

static gboolean list_names(const MbValue *list, const MbPerson *person)
{
    for (guint i = 0; i < mb_value_length(list); i++) {
        const char *name = mb_value_get_text(mb_value_at(list, i), "name");
        if (name && is_called(person, name))
            return TRUE;
    }
    return FALSE;
}

/* The one whom NAME means already; NULL for nobody or several. */
static MbPerson *bearer_of(MbLoading *loading, const MbBoard *board, const char *name)
{
    g_autoptr(GPtrArray) found = g_ptr_array_new();

    return mb_name_find(loading->dossier, board->id, name, FALSE, found) == 1 ? found->pdata[0] : NULL;
}

/* Two who were at one meeting are two. */
static gboolean met(MbLoading *loading, const MbPerson *one, const MbPerson *other)
{
    g_autoptr(GPtrArray) first = mb_loading_of(loading, &MB_ATTENDANCE, "person", one->id);
    g_autoptr(GPtrArray) second = mb_loading_of(loading, &MB_ATTENDANCE, "person", other->id);

    for (guint i = 0; i < first->len; i++)
        for (guint j = 0; j < second->len; j++)
            if (g_strcmp0(((MbAttendance *)first->pdata[i])->meeting, ((MbAttendance *)second->pdata[j])->meeting) == 0)
                return TRUE;
    return FALSE;
}

/* Whatever refers to FROM refers to TO, both of NOUN. */
static void repoint(MbLoading *loading, const MbNoun *noun, const char *from, const char *to)
{
    for (gsize i = 0; mb_nouns[i]; i++)
        for (const MbField *f = mb_nouns[i]->fields; f->name; f++) {
            GPtrArray *all =
                f->kind == MB_FIELD_REF && f->target == noun ? mb_dossier_all(loading->dossier, mb_nouns[i]) : NULL;
            for (guint j = 0; all && j < all->len; j++) {
                char **ref = (char **)((char *)all->pdata[j] + f->offset);
                if (g_strcmp0(*ref, from) == 0) {
                    mb_loading_edit(loading, all->pdata[j]);
                    mb_set(ref, to);
                }
            }
        }
    g_hash_table_remove_all(loading->indexes);
}

/* A seat, an office or an alias that the two have both is one. */
static void join_doubles(MbLoading *loading, const MbNoun *noun, const char *field, const char *person)
{
    const MbField *by = mb_noun_field(noun, field);
    g_autoptr(GPtrArray) all = mb_loading_of(loading, noun, "person", person);

    for (guint i = 0; i < all->len; i++)
        for (guint j = i + 1; j < all->len; j++) {
            MbRecord *one = all->pdata[i], *other = all->pdata[j];
            g_autofree char *first = mb_field_text(by, one);
            g_autofree char *second = mb_field_text(by, other);
            if (!mb_text_same(first, second))
                continue;
            repoint(loading, noun, other->id, one->id);
            mb_loading_drop(loading, other);
            g_ptr_array_remove_index(all, j--);
        }
}

/* DOUBLE, made when a roll first named PERSON otherwise, becomes PERSON. */
static void join(MbLoading *loading, MbPerson *person, MbPerson *double_of)
{
    g_hash_table_insert(loading->merged, g_strdup(double_of->id), g_strdup(person->id));
    repoint(loading, &MB_PERSON, double_of->id, person->id);
    join_doubles(loading, &MB_SEAT, "board", person->id);
    join_doubles(loading, &MB_OFFICE, "office", person->id);
    join_doubles(loading, &MB_ALIAS, "name", person->id);
    if (!person->email)
        mb_set(&person->email, double_of->email);
    mb_loading_drop(loading, double_of);
}

static void rename_person(MbLoading *loading, const MbBoard *board, MbPerson *person, const char *print)
{
    MbPerson *bearer = bearer_of(loading, board, print);
    g_autofree char *honorific = NULL;
    g_autofree char *name = mb_name_split(print, &honorific);

    if (bearer == person || (bearer && met(loading, person, bearer)))
        return;
    mb_loading_edit(loading, person);
    if (bearer)
        join(loading, person, bearer);
    mb_set(&person->name, name);
    if (honorific)
        mb_set(&person->honorific, honorific);
    mb_loading_names_changed(loading);
}

void mb_load_renames(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    const MbValue *list = mb_fields_get(fields, "roll");

    for (guint i = 0; i < mb_value_length(list); i++) {
        const char *name = mb_value_get_text(mb_value_at(list, i), "name");
        const MbValue *aliases = mb_value_get(mb_value_at(list, i), "aliases");
        gboolean one = mb_value_text(aliases) != NULL;
        for (guint j = 0; name && *name && j < (one ? 1 : mb_value_length(aliases)); j++) {
            const char *alias = mb_value_text(one ? aliases : mb_value_at(aliases, j));
            MbPerson *person = alias ? sitter_called(loading, board, alias) : NULL;
            if (person && !list_names(list, person))
                rename_person(loading, board, person, name);
        }
    }
}

static gboolean share_surname(const char *one, const char *other)
{
    g_auto(GStrv) first = g_strsplit_set(one, " -", -1);
    g_auto(GStrv) second = g_strsplit_set(other, " -", -1);

    if (!first[0] || !second[0] || strcmp(first[0], second[0]) != 0)
        return FALSE;
    for (char **word = first + 1; *word; word++)
        if (g_strv_contains((const char *const *)second + 1, *word))
            return TRUE;
    return FALSE;
}

/* Whether NEW may be OLD under another name: one first name and part of the surname in common, or hardly a letter
 * between them. */
static gboolean is_near(const MbPerson *new, const MbPerson *old)
{
    g_autofree char *one = mb_text_fold(new->name);
    g_autofree char *other = mb_text_fold(old->name);
    const char *const words[] = {other, NULL};

    return share_surname(one, other) || (mb_text_nearest(one, words) && mb_text_distance(one, other) <= 2);
}

/* The person whom these files put on the roll and who may be OLD, or NULL. */
static const MbPerson *near_one(MbLoading *loading, const GPtrArray *seats, const MbPerson *old)
{
    for (guint i = 0; i < seats->len; i++) {
        const MbPerson *person = mb_dossier_find(loading->dossier, &MB_PERSON, ((MbSeat *)seats->pdata[i])->person);
        if (person && person != old && mb_loading_is_new(loading, seats->pdata[i]) && is_near(person, old))
            return person;
    }
    return NULL;
}

static gboolean is_over(const MbBoard *board, const MbSeat *seat)
{
    return seat->until != MB_NO_DAY && seat->until < mb_clock_today(board->zone);
}

static gboolean is_named(MbLoading *loading, const GPtrArray *seats, const char *person)
{
    for (guint i = 0; i < seats->len; i++)
        if (mb_loading_seen(loading, seats->pdata[i]) && g_strcmp0(((MbSeat *)seats->pdata[i])->person, person) == 0)
            return TRUE;
    return FALSE;
}

static void add_hint(MbLoading *loading, const GPtrArray *seats, const MbPerson *old, GString *hints)
{
    const MbPerson *new = near_one(loading, seats, old);
    g_autofree char *is = new ? mb_person_print(new) : NULL;
    g_autofree char *was = mb_person_print(old);

    if (new)
        g_string_append_printf(hints, "%s may be %s: to rename, add `aliases: [%s]`. ", is, was, was);
}

void mb_load_note_unnamed(MbLoading *loading, const MbBoard *board)
{
    g_autoptr(GPtrArray) seats = mb_loading_of(loading, &MB_SEAT, "board", board->id);
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GString) hints = g_string_new(NULL);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const MbPerson *person = mb_dossier_find(loading->dossier, &MB_PERSON, seat->person);
        if (!person || is_over(board, seat) || is_named(loading, seats, person->id))
            continue;
        g_ptr_array_add(names, mb_person_print(person));
        add_hint(loading, seats, person, hints);
    }
    if (!names->len)
        return;
    g_autofree char *all = mb_loading_list(names);
    g_string_append(hints, "Give whoever has left to: with the last day.");
    mb_loading_find(
        loading, "roll-unnamed", MB_SEVERITY_INFORMATION, g_strdup_printf("%s, roll", mb_loading_board_name(board)),
        g_strdup_printf("The file no longer names %s, who %s kept on the roll.", all, names->len == 1 ? "is" : "are"),
        g_strdup(hints->str));
}

/* SPDX-License-Identifier: MIT */
/* The roll alone: initials that two people share, names spelled nearly alike, terms that end. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

enum { DAYS_OF_WARNING = 60, SHORTEST_NAME = 8, LONG_NAME = 12 };

/* ---- who sits ---- */

static gboolean sits(const MbSeat *seat, MbDay today)
{
    return (seat->since == MB_NO_DAY || seat->since <= today) && (seat->until == MB_NO_DAY || seat->until >= today);
}

/* The seats of the board today, one a person. A new array, records borrowed. */
static GPtrArray *sitting(const MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_SEAT);
    GPtrArray *found = g_ptr_array_new();

    for (guint i = 0; c->board && i < all->len; i++) {
        const MbSeat *seat = all->pdata[i];
        if (g_strcmp0(seat->board, c->board->id) == 0 && sits(seat, c->today) &&
            mb_seat_on(c->dossier, c->board->id, seat->person, c->today) == seat)
            g_ptr_array_add(found, all->pdata[i]);
    }
    return found;
}

static const MbPerson *person_of(const MbCase *c, const MbSeat *seat)
{
    return mb_dossier_find(c->dossier, &MB_PERSON, seat->person);
}

typedef void (*PairLook)(MbCase *c, const MbSeat *one, const MbSeat *other);

static void each_pair(MbCase *c, PairLook look)
{
    g_autoptr(GPtrArray) seats = sitting(c);

    for (guint i = 0; i < seats->len; i++)
        for (guint j = i + 1; j < seats->len; j++)
            if (person_of(c, seats->pdata[i]) && person_of(c, seats->pdata[j]))
                look(c, seats->pdata[i], seats->pdata[j]);
}

/* ---- initials ---- */

static const char *given_initials(const MbCase *c, const MbSeat *seat)
{
    return seat->initials ? seat->initials : person_of(c, seat)->initials;
}

/* Those that the roll gives, else derived from the name. Newly allocated. */
static char *used_initials(const MbCase *c, const MbSeat *seat)
{
    const char *given = given_initials(c, seat);

    return given ? g_strdup(given) : mb_name_initials(person_of(c, seat)->name);
}

static void compare_initials(MbCase *c, const MbSeat *one, const MbSeat *other)
{
    g_autofree char *first = used_initials(c, one);
    g_autofree char *second = used_initials(c, other);
    g_autofree char *derived = mb_name_initials(person_of(c, one)->name);
    g_autofree char *other_derived = mb_name_initials(person_of(c, other)->name);
    g_autofree char *who = mb_person_print(person_of(c, one));
    g_autofree char *whom = mb_person_print(person_of(c, other));

    if (g_strcmp0(first, second) == 0 && *first)
        mb_case_report(c, mb_case_roll_place(c, who),
                       g_strdup_printf("%s and %s share the initials %s.", who, whom, first),
                       g_strdup("Give each initials of their own on the roll."));
    else if (*derived && g_strcmp0(derived, other_derived) == 0)
        mb_case_report_as(c, MB_SEVERITY_INFORMATION, mb_case_roll_place(c, who),
                          g_strdup_printf("%s and %s would both be %s; the roll tells them apart as %s and %s.", who,
                                          whom, derived, first, second),
                          NULL);
}

static void look_initials(MbCase *c)
{
    each_pair(c, compare_initials);
}

/* ---- names ---- */

/* One letter in a short name, two in a long one that begins alike: Barnett and Barnet, Steve and Steven Calder. */
static gboolean nearly_alike(const char *a, const char *b)
{
    g_autofree char *one = mb_text_fold(a);
    g_autofree char *other = mb_text_fold(b);
    gsize shorter = MIN(strlen(one), strlen(other));
    int distance;

    if (shorter < SHORTEST_NAME || strcmp(one, other) == 0)
        return FALSE;
    distance = mb_text_distance(one, other);
    return distance == 1 || (distance == 2 && shorter >= LONG_NAME && strncmp(one, other, 3) == 0);
}

static void compare_names(MbCase *c, const MbSeat *one, const MbSeat *other)
{
    g_autofree char *who = mb_person_print(person_of(c, one));
    g_autofree char *whom = mb_person_print(person_of(c, other));

    if (nearly_alike(person_of(c, one)->name, person_of(c, other)->name))
        mb_case_report(c, mb_case_roll_place(c, who),
                       g_strdup_printf("%s and %s are spelled nearly alike and may be one person.", who, whom),
                       g_strdup("If they are one person, keep one and add the other spelling as an alias."));
}

static void look_names(MbCase *c)
{
    each_pair(c, compare_names);
}

const MbPerson *mb_case_namesake(const MbCase *c, const char *name)
{
    g_autofree char *honorific = NULL;
    g_autofree char *bare = mb_name_split(name, &honorific);
    GPtrArray *seats = mb_dossier_all(c->dossier, &MB_SEAT);

    for (guint i = 0; c->board && i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const MbPerson *person = g_strcmp0(seat->board, c->board->id) == 0 ? person_of(c, seat) : NULL;
        if (person && person->name && nearly_alike(bare, person->name))
            return person;
    }
    return NULL;
}

/* ---- terms ---- */

static void look_term_ends(MbCase *c)
{
    g_autoptr(GPtrArray) seats = sitting(c);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const MbPerson *person = person_of(c, seat);
        if (!person || seat->until == MB_NO_DAY || seat->until - c->today > DAYS_OF_WARNING)
            continue;
        g_autofree char *who = mb_person_print(person);
        g_autofree char *day = mb_day_long(seat->until);
        mb_case_report(c, mb_case_roll_place(c, who), g_strdup_printf("The term of %s ends on %s.", who, day),
                       g_strdup("Put reappointment or a successor on an agenda before then."));
    }
}

/* Somebody still holds an office whose seat has ended. */
static void look_term_ended(MbCase *c)
{
    GPtrArray *all = mb_dossier_all(c->dossier, &MB_OFFICE);

    for (guint i = 0; c->board && i < all->len; i++) {
        const MbOffice *office = all->pdata[i];
        const MbSeat *last = mb_seat_on(c->dossier, c->board->id, office->person, MB_NO_DAY);
        if (g_strcmp0(office->board, c->board->id) != 0 || (office->until != MB_NO_DAY && office->until < c->today) ||
            !last || last->until == MB_NO_DAY || last->until >= c->today)
            continue;
        g_autofree char *who = mb_case_person(c, office->person, NULL);
        g_autofree char *day = mb_day_long(last->until);
        mb_case_report(c, mb_case_roll_place(c, who),
                       g_strdup_printf("%s is still %s, and left the board on %s.", who,
                                       office->office ? office->office : "an officer", day),
                       g_strdup("End the office, or correct the term on the roll."));
    }
}

const MbCheckRow mb_check_roll_rows[] = {
    {.rule = "shared-initials", .severity = MB_SEVERITY_WARNING, .look = look_initials},
    {.rule = "name-variant", .severity = MB_SEVERITY_WARNING, .look = look_names},
    {.rule = "term-ended", .severity = MB_SEVERITY_WARNING, .look = look_term_ended},
    {.rule = "term-ends", .severity = MB_SEVERITY_INFORMATION, .look = look_term_ends},
    {.rule = NULL},
};

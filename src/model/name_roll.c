/* SPDX-License-Identifier: MIT */
/* Who sits, holds an office or a post on a day. */
#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

static gboolean within(MbDay since, MbDay until, MbDay day)
{
    return day == MB_NO_DAY || ((since == MB_NO_DAY || since <= day) && (until == MB_NO_DAY || until >= day));
}

/* Of two terms the one that ends later, an open one last; of these the one that began later. */
static gboolean later(MbDay since, MbDay until, MbDay other_since, MbDay other_until)
{
    if (until == other_until)
        return since > other_since;
    return until == MB_NO_DAY || (other_until != MB_NO_DAY && until > other_until);
}

MbSeat *mb_seat_on(const MbDossier *dossier, const char *board, const char *person, MbDay day)
{
    GPtrArray *seats = mb_dossier_all(dossier, &MB_SEAT);
    MbSeat *best = NULL;

    for (guint i = 0; board && person && i < seats->len; i++) {
        MbSeat *seat = seats->pdata[i];
        if (g_strcmp0(seat->person, person) != 0 || g_strcmp0(seat->board, board) != 0 ||
            !within(seat->since, seat->until, day))
            continue;
        if (!best || later(seat->since, seat->until, best->since, best->until))
            best = seat;
    }
    return best;
}

const char *mb_seat_post(const MbDossier *dossier, const MbSeat *seat)
{
    const MbPost *post = mb_dossier_find(dossier, &MB_POST, seat->post);

    return post ? post->title : NULL;
}

const char *mb_seat_organisation(const MbDossier *dossier, const MbSeat *seat)
{
    const MbPost *post = seat->organisation ? NULL : mb_dossier_find(dossier, &MB_POST, seat->post);
    const MbOrganisation *organisation =
        mb_dossier_find(dossier, &MB_ORGANISATION, post ? post->organisation : seat->organisation);

    return organisation ? organisation->name : NULL;
}

/* The office of BOARD in force on DAY that is PERSON's (NULL: anyone's) and of that name (NULL: any); of several the
 * one that began last. */
static MbOffice *office_find(const MbDossier *dossier, const char *board, const char *person, const char *name,
                             MbDay day)
{
    GPtrArray *offices = mb_dossier_all(dossier, &MB_OFFICE);
    MbOffice *best = NULL;

    for (guint i = 0; board && i < offices->len; i++) {
        MbOffice *office = offices->pdata[i];
        if (g_strcmp0(office->board, board) != 0 || !within(office->since, office->until, day))
            continue;
        if ((person && g_strcmp0(office->person, person) != 0) || (name && !mb_text_same(office->office, name)))
            continue;
        if (!best || (day == MB_NO_DAY ? later(office->since, office->until, best->since, best->until)
                                       : office->since > best->since))
            best = office;
    }
    return best;
}

const char *mb_office_on(const MbDossier *dossier, const char *board, const char *person, MbDay day)
{
    const MbOffice *office = person ? office_find(dossier, board, person, NULL, day) : NULL;

    return office ? office->office : NULL;
}

MbPerson *mb_office_holder(const MbDossier *dossier, const char *board, const char *office, MbDay day)
{
    const MbOffice *held = office ? office_find(dossier, board, NULL, office, day) : NULL;

    return held ? mb_dossier_find(dossier, &MB_PERSON, held->person) : NULL;
}

static const char *seat_holder(const MbDossier *dossier, const char *post, MbDay day)
{
    GPtrArray *seats = mb_dossier_all(dossier, &MB_SEAT);
    const MbSeat *best = NULL;

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        if (g_strcmp0(seat->post, post) != 0 || !within(seat->since, seat->until, day))
            continue;
        if (!best || later(seat->since, seat->until, best->since, best->until))
            best = seat;
    }
    return best ? best->person : NULL;
}

/* A tenure says more than a seat: a seat's holder may have changed posts. */
MbPerson *mb_post_holder(const MbDossier *dossier, const char *post, MbDay day)
{
    GPtrArray *tenures = mb_dossier_all(dossier, &MB_TENURE);
    const MbTenure *best = NULL;

    for (guint i = 0; post && i < tenures->len; i++) {
        const MbTenure *tenure = tenures->pdata[i];
        if (g_strcmp0(tenure->post, post) != 0 || !within(tenure->since, tenure->until, day))
            continue;
        if (!best || tenure->since > best->since)
            best = tenure;
    }
    if (!post)
        return NULL;
    return mb_dossier_find(dossier, &MB_PERSON, best ? best->person : seat_holder(dossier, post, day));
}

MbGroup *mb_seat_group(const MbDossier *dossier, const MbSeat *seat)
{
    return mb_dossier_find(dossier, &MB_GROUP, seat->seat_group);
}

gboolean mb_seat_votes(const MbDossier *dossier, const MbSeat *seat)
{
    const MbGroup *group = mb_seat_group(dossier, seat);

    return seat->voting == MB_BY_GROUP ? !group || !group->non_voting : seat->voting == MB_YES;
}

/* SPDX-License-Identifier: MIT */
/* Those who moved, seconded and voted: whether they were there, and had a vote. Rows of the table in
 * check_attendance.c; interests are there, sums check_votes.c. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"

/* What was moved: a decision or a motion. */
typedef struct {
    const char *item;
    const char *text;
    const char *mover;
    const char *mover_name;
    const char *seconder;
    const char *seconder_name;
} Moved;

typedef void (*MovedLook)(MbCase *c, const Moved *moved);

static void each_moved(MbCase *c, MovedLook look)
{
    g_autoptr(GPtrArray) motions = mb_dossier_of(c->dossier, &MB_MOTION, "meeting", c->meeting->id);

    for (guint i = 0; i < c->decisions->len; i++) {
        const MbDecision *d = c->decisions->pdata[i];
        look(c, &(Moved){d->item, d->text, d->mover, d->mover_name, d->seconder, d->seconder_name});
    }
    for (guint i = 0; i < motions->len; i++) {
        const MbMotion *m = motions->pdata[i];
        look(c, &(Moved){m->item, m->text, m->mover, m->mover_name, m->seconder, m->seconder_name});
    }
}

/* ---- who was there ---- */

/* The attendance by which somebody came, their own or that of the member for whom they stood in; NULL where there is
 * none. */
static const MbAttendance *came_by(const MbCase *c, const char *person, const char *name)
{
    g_autofree char *bare = name ? mb_name_split(name, NULL) : NULL;
    const MbAttendance *own = mb_case_attendance(c, person, name);

    if (!own && bare)
        own = mb_case_attendance(c, NULL, bare);
    if (mb_case_came(own))
        return own;
    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *other = c->attendance->pdata[i];
        if (other->status == MB_ATTENDANCE_REPRESENTED &&
            (person ? g_strcmp0(other->represented_by, person) == 0
                    : other->represented_by_name && (mb_text_same(other->represented_by_name, name) ||
                                                     mb_text_same(other->represented_by_name, bare))))
            return other;
    }
    return NULL;
}

/* Offices, groups and the like are nobody in particular. */
static gboolean is_somebody(const MbCase *c, const char *person, const char *name)
{
    return person || (!mb_text_empty(name) && !mb_case_is_role(c, name) && !mb_case_is_collective(name));
}

static gboolean was_in_room(const MbCase *c, const char *person, const char *name, const char *item)
{
    const MbAttendance *attendance = came_by(c, person, name);

    return attendance && mb_quorum_here(c->dossier, c->meeting, attendance, item);
}

static void look_at_mover(MbCase *c, const Moved *moved, const char *person, const char *name, const char *deed)
{
    g_autofree char *who = mb_case_person(c, person, name);
    g_autofree char *what = mb_case_short(moved->text);

    if (!is_somebody(c, person, name) || was_in_room(c, person, name, moved->item))
        return;
    mb_case_report(c, mb_case_item_place(c, mb_case_item(c, moved->item)),
                   g_strdup_printf("%s is recorded as having %s “%s”, and was not there.", who, deed, what),
                   g_strdup("Correct the name, or the attendance."));
}

static void look_at_movers(MbCase *c, const Moved *moved)
{
    look_at_mover(c, moved, moved->mover, moved->mover_name, "moved");
    look_at_mover(c, moved, moved->seconder, moved->seconder_name, "seconded");
}

void mb_check_movers_present(MbCase *c)
{
    if (c->held && mb_case_has_register(c))
        each_moved(c, look_at_movers);
}

static void compare_movers(MbCase *c, const Moved *moved)
{
    gboolean same = moved->mover ? g_strcmp0(moved->mover, moved->seconder) == 0
                                 : !moved->seconder && moved->mover_name && moved->seconder_name &&
                                       mb_text_same(moved->mover_name, moved->seconder_name);
    g_autofree char *who = mb_case_person(c, moved->mover, moved->mover_name);
    g_autofree char *what = mb_case_short(moved->text);

    if (same && is_somebody(c, moved->mover, moved->mover_name))
        mb_case_report(c, mb_case_item_place(c, mb_case_item(c, moved->item)),
                       g_strdup_printf("%s is recorded as having both moved and seconded “%s”.", who, what),
                       g_strdup("Name who seconded it."));
}

void mb_check_movers_differ(MbCase *c)
{
    each_moved(c, compare_movers);
}

/* ---- who voted ---- */

static void look_at_vote(MbCase *c, const MbDecision *decision, const MbVote *vote)
{
    const MbAttendance *attendance = came_by(c, vote->person, vote->name);
    const char *why =
        attendance ? mb_quorum_no_vote(c->dossier, c->rules, c->meeting, attendance, decision->item) : "was not there";
    g_autofree char *who = mb_case_person(c, vote->person, vote->name);
    g_autofree char *what = mb_case_short(decision->text);

    if (vote->vote == MB_VOTE_BARRED || !why || !is_somebody(c, vote->person, vote->name))
        return;
    mb_case_report(c, mb_case_item_place(c, mb_case_item(c, decision->item)),
                   g_strdup_printf("%s is recorded as having voted on “%s”, and %s.", who, what, why),
                   g_strdup("Take the vote out, or correct the attendance or the roll."));
}

void mb_check_voters(MbCase *c)
{
    if (!c->board || !c->held || !mb_case_has_register(c) ||
        !mb_dossier_first(c->dossier, &MB_SEAT, "board", c->board->id))
        return;
    for (guint i = 0; i < c->decisions->len; i++) {
        const MbDecision *decision = c->decisions->pdata[i];
        g_autoptr(GPtrArray) votes = mb_dossier_of(c->dossier, &MB_VOTE, "decision", decision->id);
        for (guint j = 0; j < votes->len; j++)
            look_at_vote(c, decision, votes->pdata[j]);
    }
}

/* SPDX-License-Identifier: MIT */
/* Items and people of a case: found, counted as present, known to the roll. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

MbItem *mb_case_item(const MbCase *c, const char *id)
{
    MbItem *item = mb_dossier_find(c->dossier, &MB_ITEM, id);

    return item && c->meeting && g_strcmp0(item->meeting, c->meeting->id) == 0 ? item : NULL;
}

gboolean mb_case_within(const MbCase *c, const char *item, const char *outer)
{
    /* A chain of parents is short; the bound guards against a circle. */
    for (int depth = 0; item && depth < 32; depth++) {
        const MbItem *record = mb_dossier_find(c->dossier, &MB_ITEM, item);
        if (g_strcmp0(item, outer) == 0)
            return TRUE;
        item = record ? record->parent : NULL;
    }
    return FALSE;
}

/* The printed name at the meeting, else the person's. */
static gboolean is_called(const MbCase *c, const MbAttendance *attendance, const char *name)
{
    const MbPerson *person = mb_dossier_find(c->dossier, &MB_PERSON, attendance->person);

    return mb_text_same(attendance->name, name) || (person && mb_text_same(person->name, name));
}

MbAttendance *mb_case_attendance(const MbCase *c, const char *person, const char *name)
{
    for (guint i = 0; i < c->attendance->len; i++) {
        MbAttendance *attendance = c->attendance->pdata[i];
        if (person ? g_strcmp0(attendance->person, person) == 0 : name && is_called(c, attendance, name))
            return attendance;
    }
    return NULL;
}

gboolean mb_case_came(const MbAttendance *attendance)
{
    return attendance && (attendance->status == MB_ATTENDANCE_PRESENT || attendance->status == MB_ATTENDANCE_IN_PART);
}

static gboolean stood_in(const MbCase *c, const char *person, const char *name)
{
    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        if (person && g_strcmp0(attendance->represented_by, person) == 0)
            return TRUE;
        if (name && mb_text_same(attendance->represented_by_name, name))
            return TRUE;
    }
    return FALSE;
}

gboolean mb_case_was_there(const MbCase *c, const char *person, const char *name)
{
    return mb_case_came(mb_case_attendance(c, person, name)) || stood_in(c, person, name);
}

gboolean mb_case_has_register(const MbCase *c)
{
    for (guint i = 0; i < c->attendance->len; i++)
        if (((const MbAttendance *)c->attendance->pdata[i])->status != MB_ATTENDANCE_UNKNOWN)
            return TRUE;
    return FALSE;
}

gboolean mb_case_on_roll(const MbCase *c, const char *person, MbDay day)
{
    GPtrArray *deputies = mb_dossier_all(c->dossier, &MB_DEPUTY);

    if (!c->board || !person)
        return FALSE;
    if (mb_seat_on(c->dossier, c->board->id, person, day))
        return TRUE;
    for (guint i = 0; i < deputies->len; i++) {
        const MbDeputy *deputy = deputies->pdata[i];
        const MbSeat *seat = mb_dossier_find(c->dossier, &MB_SEAT, deputy->seat);
        if (g_strcmp0(deputy->person, person) == 0 && seat && g_strcmp0(seat->board, c->board->id) == 0)
            return TRUE;
    }
    return FALSE;
}

char *mb_case_off_roll(const MbCase *c, const char *person, MbDay day)
{
    const MbSeat *last = c->board && person ? mb_seat_on(c->dossier, c->board->id, person, MB_NO_DAY) : NULL;
    g_autofree char *until = last && last->until != MB_NO_DAY && last->until < day ? mb_day_long(last->until) : NULL;

    return until ? g_strdup_printf("is on the roll until %s only", until) : g_strdup("is not on the roll");
}

static gboolean is_office(const MbCase *c, const char *name)
{
    static const char *const usual[] = {"chair",        "chairman", "chairperson", "vice-chair", "vice chair",
                                        "deputy chair", "clerk",    "secretary",   "treasurer",  "chair and clerk"};
    GPtrArray *offices = mb_dossier_all(c->dossier, &MB_OFFICE);

    for (gsize i = 0; i < G_N_ELEMENTS(usual); i++)
        if (mb_text_same(name, usual[i]))
            return TRUE;
    for (guint i = 0; i < offices->len; i++)
        if (mb_text_same(name, ((const MbOffice *)offices->pdata[i])->office))
            return TRUE;
    return FALSE;
}

gboolean mb_case_is_role(const MbCase *c, const char *name)
{
    GPtrArray *posts = mb_dossier_all(c->dossier, &MB_POST);
    GPtrArray *groups = mb_dossier_all(c->dossier, &MB_GROUP);

    if (is_office(c, name))
        return TRUE;
    for (guint i = 0; i < posts->len; i++)
        if (mb_text_same(name, ((const MbPost *)posts->pdata[i])->title))
            return TRUE;
    for (guint i = 0; i < groups->len; i++)
        if (mb_text_same(name, ((const MbGroup *)groups->pdata[i])->name))
            return TRUE;
    return FALSE;
}

gboolean mb_case_is_collective(const char *name)
{
    static const char *const many[] = {"all",       "every",         "each",        "everyone",  "everybody",
                                       "members",   "partners",      "trustees",    "governors", "directors",
                                       "officers",  "leads",         "team",        "group",     "board",
                                       "committee", "organisations", "councillors", "agencies",  "staff"};
    g_autofree char *folded = mb_text_fold(name);
    g_auto(GStrv) words = g_strsplit_set(folded, " ,/", -1);

    for (char **word = words; *word; word++)
        for (gsize i = 0; i < G_N_ELEMENTS(many); i++)
            if (g_strcmp0(*word, many[i]) == 0)
                return TRUE;
    return FALSE;
}

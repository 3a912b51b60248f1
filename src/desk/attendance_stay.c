/* SPDX-License-Identifier: MIT */
/* The stays of a person in the room, wherever they are recorded. */
#include "attendance.h"
#include "which.h"

static MbStay stay_of_presence(MbPresence *presence)
{
    return (MbStay){
        presence,           &presence->arrived, &presence->left, &presence->arrived_item, &presence->left_item,
        &presence->for_item};
}

MbStay mb_attendance_stay(const MbDossier *dossier, MbAttendance *line)
{
    g_autoptr(GPtrArray) further = mb_dossier_of(dossier, &MB_PRESENCE, "attendance", line->id);
    MbPresence *last = NULL;

    for (guint i = 0; i < further->len; i++) {
        MbPresence *presence = further->pdata[i];

        if (!last || presence->position >= last->position)
            last = presence;
    }
    if (last)
        return stay_of_presence(last);
    return (MbStay){line, &line->arrived, &line->left, &line->arrived_item, &line->left_item, &line->for_item};
}

MbStay mb_attendance_stay_new(MbDesk *desk, MbAttendance *line)
{
    g_autoptr(GPtrArray) further = mb_dossier_of(mb_desk_dossier(desk), &MB_PRESENCE, "attendance", line->id);
    MbPresence *presence = mb_dossier_new_record(mb_desk_dossier(desk), &MB_PRESENCE);

    mb_set(&presence->attendance, line->id);
    presence->position = mb_which_next(further);
    return stay_of_presence(presence);
}

gboolean mb_attendance_forget(MbDesk *desk, MbAttendance *line, GError **error)
{
    g_autoptr(GPtrArray) further = mb_dossier_of(mb_desk_dossier(desk), &MB_PRESENCE, "attendance", line->id);

    line->arrived = MB_NO_TIME;
    line->left = MB_NO_TIME;
    line->for_item = FALSE;
    mb_set(&line->arrived_item, NULL);
    mb_set(&line->left_item, NULL);
    for (guint i = 0; i < further->len; i++)
        if (!mb_which_remove(desk, further->pdata[i], error))
            return FALSE;
    return TRUE;
}

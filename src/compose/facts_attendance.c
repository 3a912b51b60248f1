/* SPDX-License-Identifier: MIT */
#include "facts.h"

#include "minutebook/model/name.h"

static const MbSeat *seat_of(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance)
{
    return attendance->person ? mb_seat_on(dossier, meeting->board, attendance->person, meeting->day) : NULL;
}

char *mb_facts_attendance_name(const MbDossier *dossier, const MbAttendance *attendance)
{
    return attendance->name ? g_strdup(attendance->name) : mb_facts_person(dossier, attendance->person, NULL);
}

char *mb_facts_attendance_initials(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance)
{
    const MbSeat *seat = seat_of(dossier, meeting, attendance);
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, attendance->person);
    g_autofree char *honorific = NULL;
    g_autofree char *bare = NULL;

    if (attendance->initials)
        return g_strdup(attendance->initials);
    if (seat)
        return mb_facts_seat_initials(dossier, seat);
    if (person && person->initials)
        return g_strdup(person->initials);
    bare = mb_name_split(person ? person->name : attendance->name, &honorific);
    return *bare ? mb_name_initials(bare) : NULL;
}

const char *mb_facts_attendance_group(const MbDossier *dossier, const MbMeeting *meeting,
                                      const MbAttendance *attendance)
{
    const MbSeat *seat = seat_of(dossier, meeting, attendance);
    const MbGroup *group = seat ? mb_seat_group(dossier, seat) : NULL;

    if (attendance->group_name)
        return attendance->group_name;
    return group ? group->name : NULL;
}

const char *mb_facts_attendance_post(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance)
{
    const MbSeat *seat = seat_of(dossier, meeting, attendance);

    if (attendance->post)
        return attendance->post;
    return seat ? mb_seat_post(dossier, seat) : NULL;
}

const char *mb_facts_attendance_organisation(const MbDossier *dossier, const MbMeeting *meeting,
                                             const MbAttendance *attendance)
{
    const MbSeat *seat = seat_of(dossier, meeting, attendance);

    if (attendance->organisation)
        return attendance->organisation;
    return seat ? mb_seat_organisation(dossier, seat) : NULL;
}

const char *mb_facts_attendance_mode(const MbAttendance *attendance)
{
    gboolean here = attendance->status == MB_ATTENDANCE_PRESENT || attendance->status == MB_ATTENDANCE_IN_PART;

    if (attendance->mode == MB_MODE_UNKNOWN)
        return here ? mb_mode_words[MB_MODE_IN_PERSON] : NULL;
    return mb_mode_words[attendance->mode];
}

/* The stays after the first, in order; new array. */
static GPtrArray *further_stays(const MbDossier *dossier, const MbAttendance *attendance)
{
    return mb_facts_parts(dossier, &MB_PRESENCE, "attendance", attendance->id);
}

MbTime mb_facts_attendance_left(const MbDossier *dossier, const MbAttendance *attendance)
{
    g_autoptr(GPtrArray) further = further_stays(dossier, attendance);

    return further->len ? ((const MbPresence *)further->pdata[further->len - 1])->left : attendance->left;
}

void mb_facts_attendance_gaps(const MbDossier *dossier, const MbAttendance *attendance, GString *out)
{
    g_autoptr(GPtrArray) further = further_stays(dossier, attendance);
    MbTime left = attendance->left;

    for (guint i = 0; i < further->len; i++) {
        const MbPresence *presence = further->pdata[i];
        g_autofree char *from = mb_time_text(left);
        g_autofree char *to = mb_time_text(presence->arrived);

        if (*from && *to)
            g_string_append_printf(out, ", out from %s to %s", from, to);
        left = presence->left;
    }
}

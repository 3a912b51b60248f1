/* SPDX-License-Identifier: MIT */
#include "recorded.h"

#include "deed.h"
#include "find.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

MbItem *mb_recorded_item(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error)
{
    g_autofree char *name = NULL;

    *meeting = mb_deed_meeting(desk, arguments, error);
    if (!*meeting)
        return NULL;
    name = mb_find_meeting_name(desk, *meeting);
    if ((*meeting)->state >= MB_STATE_APPROVED) {
        mb_deed_refuse(error, "%s is %s; nothing more is recorded in its minutes.", name,
                       mb_meeting_state_words[(*meeting)->state]);
        return NULL;
    }
    return mb_find_item(desk, *meeting, mb_argument(arguments, "ITEM"), error);
}

char *mb_recorded_place(MbDesk *desk, const MbMeeting *meeting, const MbItem *item)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *shown = mb_deed_item_name(item);

    return g_strdup_printf("%s, item %s", name, shown);
}

gboolean mb_recorded_register(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < lines->len; i++)
        if (((MbAttendance *)lines->pdata[i])->status != MB_ATTENDANCE_UNKNOWN)
            return TRUE;
    return FALSE;
}

/* Whether ID and NAME, one of which stands in a record, are PERSON, or where that is NULL are called WORDS. */
static gboolean is_same(const char *id, const char *name, const MbPerson *person, const char *words)
{
    return person ? g_strcmp0(id, person->id) == 0 : !id && name && mb_text_same(name, words);
}

const MbAttendance *mb_recorded_line(const MbDossier *dossier, const MbMeeting *meeting, const MbPerson *person,
                                     const char *words)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];

        if (is_same(line->person, line->name, person, words))
            return line;
    }
    return NULL;
}

const MbAttendance *mb_recorded_represented(const MbDossier *dossier, const MbMeeting *meeting, const MbPerson *person,
                                            const char *words)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];

        if (line->status == MB_ATTENDANCE_REPRESENTED &&
            is_same(line->represented_by, line->represented_by_name, person, words))
            return line;
    }
    return NULL;
}

char *mb_recorded_absence(MbDesk *desk, const MbMeeting *meeting, const MbPerson *person, const char *words)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbAttendance *line = mb_recorded_line(dossier, meeting, person, words);
    const MbPerson *deputy;

    if (!mb_recorded_register(dossier, meeting) || mb_recorded_represented(dossier, meeting, person, words))
        return NULL;
    if (!line || line->status == MB_ATTENDANCE_UNKNOWN)
        return g_strdup("is not on the register of that meeting");
    if (line->status == MB_ATTENDANCE_APOLOGIES)
        return g_strdup("sent apologies");
    if (line->status == MB_ATTENDANCE_ABSENT)
        return g_strdup("was absent");
    if (line->status != MB_ATTENDANCE_REPRESENTED)
        return NULL;
    deputy = mb_dossier_find(dossier, &MB_PERSON, line->represented_by);
    return g_strdup_printf("was represented by %s", deputy                      ? deputy->name
                                                    : line->represented_by_name ? line->represented_by_name
                                                                                : "a deputy");
}

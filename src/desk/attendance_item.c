/* SPDX-License-Identifier: MIT */
/* What going to the next item does to the room: who left for the last one only comes back, who declared an interest in
 * this one and leaves for it goes. */
#include "attendance.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "remark.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/model/name.h"

static char *name_of(const MbDossier *dossier, const char *person, const char *words)
{
    return mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, person), words);
}

/* Who stays in the room on LINE: the member, or the deputy. */
static char *who(const MbDossier *dossier, const MbAttendance *line)
{
    return line->status == MB_ATTENDANCE_REPRESENTED ? name_of(dossier, line->represented_by, line->represented_by_name)
                                                     : name_of(dossier, line->person, line->name);
}

static gboolean come_back(MbDesk *desk, MbAttendance *line, const MbItem *next, MbTime at, GError **error)
{
    MbStay stay = mb_attendance_stay_new(desk, line);

    *stay.arrived = at;
    mb_set(stay.arrived_item, next->id);
    return mb_deed_save(desk, stay.record, error);
}

static gboolean those_for_item(MbDesk *desk, const MbMeeting *meeting, const MbItem *next, MbTime at, GPtrArray *names,
                               GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < lines->len; i++) {
        MbStay stay = mb_attendance_stay(dossier, lines->pdata[i]);

        if (!*stay.for_item || *stay.left == MB_NO_TIME || g_strcmp0(*stay.left_item, next->id) == 0)
            continue;
        if (!come_back(desk, lines->pdata[i], next, at, error))
            return FALSE;
        g_ptr_array_add(names, who(dossier, lines->pdata[i]));
    }
    return TRUE;
}

/* Those of ITEM who left the room for it: from when to when. */
static gboolean with_interests(MbDesk *desk, const char *item, MbTime at, gboolean going, GPtrArray *names,
                               GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) declarations = mb_dossier_of(dossier, &MB_DECLARATION, "item", item ? item : "");

    for (guint i = 0; i < declarations->len; i++) {
        MbDeclaration *declaration = declarations->pdata[i];
        MbTime *time = going ? &declaration->left : &declaration->back;

        if (declaration->effect != MB_EFFECT_LEFT || *time != MB_NO_TIME || (!going && declaration->left == MB_NO_TIME))
            continue;
        *time = at;
        if (!mb_deed_save(desk, declaration, error))
            return FALSE;
        g_ptr_array_add(names, name_of(dossier, declaration->person, declaration->name));
    }
    return TRUE;
}

static void say(MbAnswer *answer, GPtrArray *names, const char *one, const char *several)
{
    g_autofree char *list = NULL;

    if (!names->len)
        return;
    g_ptr_array_add(names, NULL);
    list = mb_text_join((const char *const *)names->pdata);
    mb_life_add(answer, "%s %s.", list, names->len > 2 ? several : one);
}

gboolean mb_attendance_item(MbDesk *desk, const MbMeeting *meeting, const char *before, const MbItem *next, MbTime at,
                            MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) back = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) gone = g_ptr_array_new_with_free_func(g_free);

    if (!those_for_item(desk, meeting, next, at, back, error) ||
        !with_interests(desk, before, at, FALSE, back, error) || !with_interests(desk, next->id, at, TRUE, gone, error))
        return FALSE;
    say(answer, back, "is back", "are back");
    say(answer, gone, "declared an interest and leaves", "declared an interest and leave");
    return TRUE;
}

void mb_attendance_declared(MbDesk *desk, const MbMeeting *meeting, MbDeclaration *declaration)
{
    const char *current = mb_pace_current(mb_desk_dossier(desk), meeting);

    if (mb_pace_under_way(meeting) && declaration->effect == MB_EFFECT_LEFT && declaration->left == MB_NO_TIME &&
        g_strcmp0(current, declaration->item) == 0)
        declaration->left = mb_clock_time(mb_find_board_of(desk, meeting)->zone);
}

/* SPDX-License-Identifier: MIT */
/* The public in the room, as a number; and who is in the chair. */
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"

#include "minutebook/clerk/pace.h"
#include "minutebook/model/name.h"

static gboolean meeting_public(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    g_autofree char *name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    int before = meeting ? meeting->public_present : MB_NO_INT;

    if (!meeting || !mb_find_number(mb_argument(arguments, "NUMBER"), "NUMBER", &meeting->public_present, error) ||
        !mb_deed_save(desk, meeting, error))
        return FALSE;
    mb_deed_say(answer, "%s: %d member%s of the public.", name, meeting->public_present,
                meeting->public_present == 1 ? "" : "s");
    if (before != MB_NO_INT && before != meeting->public_present)
        mb_life_add(answer, "Before: %d.", before);
    return TRUE;
}

static const MbArgument public_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "NUMBER", .help = "how many; their names are not recorded"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_meeting_public = {.name = "meeting public",
                                             .help = "records how many members of the public are there",
                                             .example = "next 3 --board CSP",
                                             .arguments = public_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = meeting_public};

/* --- the chair --- */

/* Whoever is in the chair at the moment, as an id: handed over to last, else the meeting's; NULL where unknown. */
static const char *in_chair(MbDesk *desk, const MbMeeting *meeting)
{
    const MbEvent *handed = mb_life_last(desk, meeting, MB_EVENT_CHAIR_HANDED_OVER);

    return handed && handed->person ? handed->person : meeting->chair;
}

/* The holder of the office, where in the room: who has opened the meeting where nothing else is said. */
static const char *usual_chair(MbDesk *desk, const MbMeeting *meeting)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbPerson *person = mb_office_holder(dossier, meeting->board, "Chair", meeting->day);
    const MbAttendance *line = person ? mb_recorded_line(dossier, meeting, person, NULL) : NULL;

    return line && (line->status == MB_ATTENDANCE_PRESENT || line->status == MB_ATTENDANCE_IN_PART) ? person->id : NULL;
}

/* Before the meeting, or where nobody was in the chair, it is the meeting's chair that is set. */
static gboolean chairs_meeting(MbDesk *desk, const MbMeeting *meeting, const MbPerson *person)
{
    const char *usual = usual_chair(desk, meeting);

    if (!mb_pace_under_way(meeting))
        return TRUE;
    return !meeting->chair && !meeting->chair_words && (!usual || g_strcmp0(usual, person->id) == 0);
}

static gboolean set_chair(MbDesk *desk, const MbArguments *arguments, MbMeeting *meeting, const MbPerson *person,
                          MbTime at, GError **error)
{
    if (!chairs_meeting(desk, meeting, person)) {
        if (!meeting->chair && !meeting->chair_words)
            mb_set(&meeting->chair, usual_chair(desk, meeting));
        return mb_deed_save(desk, meeting, error) &&
               mb_life_stamp(desk, meeting, MB_EVENT_CHAIR_HANDED_OVER, at,
                             mb_pace_item_at(mb_desk_dossier(desk), meeting, at), person->id,
                             mb_argument(arguments, "--capacity"), error);
    }
    mb_set(&meeting->chair, person->id);
    mb_set(&meeting->chair_words, NULL);
    mb_set(&meeting->chair_capacity, mb_argument(arguments, "--capacity"));
    return mb_deed_save(desk, meeting, error);
}

static gboolean chair(MbDesk *desk, const MbArguments *arguments, MbMeeting *meeting, const MbPerson *person, MbTime at,
                      MbAnswer *answer, GError **error)
{
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    g_autofree char *shown = mb_remark_name(person, NULL);
    g_autofree char *time = mb_time_text(at);
    g_autofree char *absence = mb_recorded_absence(desk, meeting, person, NULL);
    const char *capacity = mb_argument(arguments, "--capacity");
    gboolean handed = !chairs_meeting(desk, meeting, person);

    if (g_strcmp0(in_chair(desk, meeting), person->id) == 0 && (handed || !capacity))
        return mb_deed_refuse(error, "%s is in the chair of %s already.", shown, name);
    if (!set_chair(desk, arguments, meeting, person, at, error))
        return FALSE;
    mb_deed_say(answer, "%s: %s %s%s%s%s%s%s.", name, shown, handed ? "took the chair" : "is in the chair",
                handed ? " at " : "", handed ? time : "", capacity ? " (" : "", capacity ? capacity : "",
                capacity ? ")" : "");
    if (absence && mb_pace_under_way(meeting))
        mb_remark(answer, "chair-not-present", g_steal_pointer(&name), g_strdup_printf("%s %s.", shown, absence),
                  g_strdup("Correct the register: `attendance set`."));
    return TRUE;
}

static gboolean meeting_chair(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    const MbPerson *person =
        meeting ? mb_find_person(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "PERSON"), error) : NULL;
    MbTime at;

    return person && mb_life_at(desk, arguments, meeting, &at, error) &&
           chair(desk, arguments, meeting, person, at, answer, error);
}

static const MbArgument chair_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "PERSON", .help = "who takes the chair"},
    {.name = "--capacity", .value = "TEXT", .help = "as what: \"Vice-chair\""},
    MB_AT_OPTION,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_meeting_chair = {
    .name = "meeting chair",
    .help = "says who is in the chair; during the meeting, that the chair was handed over",
    .example = "next \"Second Name\" --capacity Vice-chair --at 11:15",
    .more = "The chair of the meeting stays whoever opened it; that the chair was handed over is an event of the item.",
    .arguments = chair_arguments,
    .need = MB_NEED_DEED,
    .run = meeting_chair};

/* SPDX-License-Identifier: MIT */
/* Attendance recorded: the status of one person. Comings and goings are attendance_come.c. */
#include "attendance.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "find_key.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

gboolean mb_attendance_is_placeholder(const char *words)
{
    return words && words[0] == '?';
}

MbAttendance *mb_attendance_line(MbDesk *desk, const MbMeeting *meeting, const MbPerson *person, const char *words)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);
    MbAttendance *line;

    for (guint i = 0; i < lines->len; i++) {
        line = lines->pdata[i];
        if (person ? g_strcmp0(line->person, person->id) == 0
                   : !line->person && line->name && mb_text_same(line->name, words))
            return line;
    }
    line = mb_dossier_new_record(dossier, &MB_ATTENDANCE);
    mb_set(&line->meeting, meeting->id);
    mb_set(&line->person, person ? person->id : NULL);
    mb_set(&line->name, person ? NULL : words);
    line->position = mb_which_next(lines);
    return line;
}

/* Whether the roll names BY, who is PERSON where the book has such a person, among the deputies of SEAT; ANY is set to
 * whether it names any. */
static gboolean is_named_deputy(const MbDossier *dossier, const MbSeat *seat, const MbPerson *person, const char *by,
                                gboolean *any)
{
    g_autoptr(GPtrArray) deputies = mb_dossier_of(dossier, &MB_DEPUTY, "seat", seat ? seat->id : "");

    *any = deputies->len > 0;
    for (guint i = 0; i < deputies->len; i++) {
        const MbDeputy *deputy = deputies->pdata[i];

        if (person && deputy->person ? g_strcmp0(deputy->person, person->id) == 0
                                     : deputy->name && mb_text_same(deputy->name, by))
            return TRUE;
    }
    return FALSE;
}

/* A deputy of whom neither the book nor the roll knows, or who is not the one that the roll names. */
static void remark_deputy(MbDesk *desk, const MbMeeting *meeting, const MbAttendance *line, const MbPerson *deputy,
                          const char *by, MbAnswer *answer)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    const MbPerson *person = mb_dossier_find(dossier, &MB_PERSON, line->person);
    g_autofree char *name = mb_remark_name(person, line->name);
    gboolean any;

    if (is_named_deputy(dossier, mb_seat_on(dossier, meeting->board, line->person, meeting->day), deputy, by, &any))
        return;
    if (!deputy)
        mb_remark_nobody(desk, answer, "deputy-not-named", mb_find_meeting_name(desk, meeting), "the deputy", by);
    else if (any)
        mb_remark(answer, "deputy-not-named", mb_find_meeting_name(desk, meeting),
                  g_strdup_printf("%s is not among the deputies that the roll names for %s.", deputy->name, name),
                  g_strdup("Correct the deputy, or name the deputy on the roll."));
}

static gboolean set_deputy(MbDesk *desk, const MbMeeting *meeting, MbAttendance *line, const char *by, MbAnswer *answer,
                           GError **error)
{
    MbPerson *deputy = NULL;

    if ((line->status == MB_ATTENDANCE_REPRESENTED) != (by != NULL))
        return mb_deed_refuse(error, by ? "--by names a deputy; it goes with the status represented."
                                        : "Represented by whom? Say --by DEPUTY.");
    if (by && mb_deed_blank(by))
        return mb_deed_refuse(error, "--by: a deputy needs a name.");
    if (by && !mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), by, &deputy, error))
        return FALSE;
    if (deputy && g_strcmp0(deputy->id, line->person) == 0)
        return mb_deed_refuse(error, "Nobody can be his or her own deputy.");
    mb_set(&line->represented_by, deputy ? deputy->id : NULL);
    mb_set(&line->represented_by_name, deputy ? NULL : by);
    if (by)
        remark_deputy(desk, meeting, line, deputy, by, answer);
    return TRUE;
}

/* Times and the way of attending; those of an earlier status go with it, and who is simply present was there all the
 * time. */
static gboolean set_times(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbAttendance *line,
                          int was, GError **error)
{
    const char *from = mb_argument(arguments, "--from");
    const char *to = mb_argument(arguments, "--to");

    if ((line->status != was || (line->status == MB_ATTENDANCE_PRESENT && !from && !to)) &&
        !mb_attendance_forget(desk, line, error))
        return FALSE;
    if (line->status != was)
        line->mode = MB_MODE_UNKNOWN;
    if (from)
        mb_set(&line->arrived_item, NULL);
    if (to)
        mb_set(&line->left_item, NULL);
    if ((from && !mb_find_time(from, "--from", &line->arrived, error)) ||
        (to && !mb_find_time(to, "--to", &line->left, error)))
        return FALSE;
    if (from && to && line->left < line->arrived && !(meeting->ends != MB_NO_TIME && meeting->ends < meeting->starts))
        return mb_deed_refuse(error, "--to: %s is before --from %s.", to, from);
    if (mb_argument(arguments, "--remote"))
        line->mode = MB_MODE_REMOTE;
    return TRUE;
}

void mb_attendance_remark_remote(MbDesk *desk, const MbMeeting *meeting, const char *name, MbAnswer *answer)
{
    const MbRules *rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL);

    if (rules && !rules->remote_allowed)
        mb_remark(answer, "remote-not-allowed", mb_find_meeting_name(desk, meeting),
                  g_strdup_printf("%s is recorded as remote, and the rule set %s does not know remote attendance.",
                                  name, rules->name),
                  rules->remote_source ? g_strdup_printf("Record apologies instead. Source: %s.", rules->remote_source)
                                       : g_strdup("Record apologies instead."));
}

/* ", from 18:30 to 19:15", as far as it is known. */
static void append_times(const MbAttendance *line, GString *out)
{
    g_autofree char *from = mb_time_text(line->arrived);
    g_autofree char *to = mb_time_text(line->left);

    if (*from || *to)
        g_string_append_printf(out, ",%s%s%s%s", *from ? " from " : "", from, *to ? (*from ? " to " : " until ") : "",
                               to);
}

char *mb_attendance_words_of(const MbDossier *dossier, const MbAttendance *line)
{
    static const char *const words[] = {"",           "is present",         "sent apologies",
                                        "was absent", "is represented by ", "came in part"};
    GString *out = g_string_new(words[line->status]);

    if (line->status == MB_ATTENDANCE_REPRESENTED) {
        g_autofree char *deputy =
            mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, line->represented_by), line->represented_by_name);

        g_string_append(out, deputy);
    }
    if (line->mode == MB_MODE_REMOTE)
        g_string_append(out, " (remote)");
    append_times(line, out);
    return g_string_free(out, FALSE);
}

/* Whether somebody who is not in the book stands on the register as WORDS, as a deputy too. */
static gboolean is_on_register(const MbDossier *dossier, const MbMeeting *meeting, const char *words)
{
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];

        if ((!line->person && line->name && mb_text_same(line->name, words)) ||
            (line->represented_by_name && mb_text_same(line->represented_by_name, words)))
            return TRUE;
    }
    return FALSE;
}

gboolean mb_attendance_who(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, MbPerson **person,
                           GError **error)
{
    const char *words = mb_argument(arguments, "PERSON");
    GError *trouble = NULL;

    *person = NULL;
    if (mb_deed_blank(words))
        return mb_deed_refuse(error, "PERSON: who came needs a name.");
    if (mb_argument(arguments, "--guest") || mb_attendance_is_placeholder(words) ||
        is_on_register(mb_desk_dossier(desk), meeting, words))
        return TRUE;
    *person = mb_find_person(desk, mb_find_board_of(desk, meeting), words, &trouble);
    if (*person)
        return TRUE;
    if (!g_error_matches(trouble, MB_ERROR, MB_ERROR_USAGE) || mb_find_is_key(words)) {
        g_propagate_error(error, trouble);
        return FALSE;
    }
    mb_deed_refuse(error, "%s --guest enters somebody who is not in the book.", trouble->message);
    g_error_free(trouble);
    return FALSE;
}

static gboolean attendance_set(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    g_autofree char *meeting_name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    g_autofree char *name = NULL;
    g_autofree char *before = NULL;
    g_autofree char *now = NULL;
    MbAttendance *line;
    MbPerson *person;
    int was;

    if (!meeting)
        return FALSE;
    if (meeting->state >= MB_STATE_APPROVED)
        return mb_deed_refuse(error, "%s is %s; its register stays as it was.", meeting_name,
                              mb_meeting_state_words[meeting->state]);
    if (!mb_attendance_who(desk, arguments, meeting, &person, error))
        return FALSE;
    line = mb_attendance_line(desk, meeting, person, mb_argument(arguments, "PERSON"));
    was = line->status;
    before = mb_attendance_words_of(mb_desk_dossier(desk), line);
    if (!mb_find_word(mb_argument(arguments, "STATUS"), "STATUS", mb_attendance_words, &line->status, error) ||
        !set_deputy(desk, meeting, line, mb_argument(arguments, "--by"), answer, error) ||
        !set_times(desk, arguments, meeting, line, was, error) || !mb_deed_save(desk, line, error))
        return FALSE;
    name = mb_remark_name(person, mb_argument(arguments, "PERSON"));
    if (mb_argument(arguments, "--remote"))
        mb_attendance_remark_remote(desk, meeting, name, answer);
    now = mb_attendance_words_of(mb_desk_dossier(desk), line);
    mb_deed_say(answer, "%s: %s %s%s%s%s.", meeting_name, name, now,
                *before && strcmp(before, now) != 0 ? " (before: " : "",
                *before && strcmp(before, now) != 0 ? before : "", *before && strcmp(before, now) != 0 ? ")" : "");
    return mb_life_quorum_now(desk, meeting, answer, error);
}

static const MbArgument set_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "PERSON", .help = "any unambiguous part of the name, or initials"},
    {.name = "STATUS", .help = "present, apologies, absent, represented, or \"in part\""},
    {.name = "--by", .value = "DEPUTY", .help = "who represents the person"},
    {.name = "--remote", .help = "joined from elsewhere"},
    {.name = "--from", .value = "HH:MM", .help = "arrived"},
    {.name = "--to", .value = "HH:MM", .help = "left"},
    {.name = "--guest", .help = "somebody who is not in the book: kept by name"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance_set = {.name = "attendance set",
                                             .help = "records who came",
                                             .example = "next \"Second Name\" represented --by \"Third Name\"",
                                             .arguments = set_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = attendance_set};

/* --- cleared --- */

/* Whether LINE says more than that somebody of the roll came or not. */
static gboolean says_more(const MbAttendance *line)
{
    return line->role || line->post || line->organisation || line->group_name || line->initials || line->note;
}

static gboolean clear(MbDesk *desk, MbAttendance *line, GError **error)
{
    if (!mb_attendance_forget(desk, line, error))
        return FALSE;
    line->status = MB_ATTENDANCE_UNKNOWN;
    line->mode = MB_MODE_UNKNOWN;
    mb_set(&line->status_words, NULL);
    mb_set(&line->represented_by, NULL);
    mb_set(&line->represented_by_name, NULL);
    return line->person && says_more(line) ? mb_deed_save(desk, line, error) : mb_which_remove(desk, line, error);
}

static gboolean attendance_clear(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_life_meeting(desk, arguments, error);
    const char *words = mb_argument(arguments, "PERSON");
    g_autofree char *meeting_name = meeting ? mb_find_meeting_name(desk, meeting) : NULL;
    g_autofree char *name = NULL;
    g_autofree char *before = NULL;
    const MbAttendance *there;
    MbPerson *person;

    if (!meeting || !mb_attendance_who(desk, arguments, meeting, &person, error))
        return FALSE;
    there = mb_recorded_line(mb_desk_dossier(desk), meeting, person, words);
    name = mb_remark_name(person, words);
    if (!there || there->status == MB_ATTENDANCE_UNKNOWN)
        return mb_deed_refuse(error, "%s: nothing is recorded of %s.", meeting_name, name);
    before = mb_attendance_words_of(mb_desk_dossier(desk), there);
    if (!clear(desk, mb_attendance_line(desk, meeting, person, words), error))
        return FALSE;
    mb_deed_say(answer, "%s: %s is not marked any more (before: %s).", meeting_name, name, before);
    return mb_life_quorum_now(desk, meeting, answer, error);
}

static const MbArgument clear_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "PERSON", .help = "any unambiguous part of the name, or initials"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_attendance_clear = {.name = "attendance clear",
                                               .help =
                                                   "takes back what was recorded of a person, comings and goings too",
                                               .example = "next \"Second Name\"",
                                               .arguments = clear_arguments,
                                               .need = MB_NEED_DEED,
                                               .run = attendance_clear};

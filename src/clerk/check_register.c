/* SPDX-License-Identifier: MIT */
/* The register: members of whom nothing is said, deputies whom nobody named, members who came by a way that the rules
 * do not know. Rows of the table in check_attendance.c. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"

static const MbSeat *seat_of(const MbCase *c, const MbAttendance *attendance)
{
    return c->board ? mb_seat_on(c->dossier, c->board->id, attendance->person, c->meeting->day) : NULL;
}

/* Remote attendance of members; guests and officers may listen from where they like. */
void mb_check_remote(MbCase *c)
{
    for (guint i = 0; c->rules && !c->rules->remote_allowed && i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        g_autofree char *who = mb_case_person(c, attendance->person, attendance->name);
        if (attendance->mode != MB_MODE_REMOTE || !mb_case_came(attendance) || !seat_of(c, attendance))
            continue;
        mb_case_report(
            c, mb_case_place(c),
            g_strdup_printf(
                "%s attended remotely, and under the rules of the board a member is present only in the room.", who),
            g_strdup("Record them as having sent apologies, and that they listened in, or correct how they attended."));
    }
}

/* Where the rules know no deputies, one whom the board never named is more than a matter of the list. */
void mb_check_deputies(MbCase *c)
{
    MbSeverity severity = c->rules && !c->rules->deputies_count ? MB_SEVERITY_WARNING : MB_SEVERITY_INFORMATION;

    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        const MbSeat *seat = attendance->status == MB_ATTENDANCE_REPRESENTED ? seat_of(c, attendance) : NULL;
        g_autofree char *member = mb_case_person(c, attendance->person, attendance->name);
        g_autofree char *who = mb_case_person(c, attendance->represented_by, attendance->represented_by_name);
        if (!seat || (!attendance->represented_by && !attendance->represented_by_name) ||
            mb_quorum_deputy(c->dossier, seat, attendance))
            continue;
        mb_case_report_as(
            c, severity, mb_case_place(c),
            g_strdup_printf(
                "%s stood in for %s and is not among the deputies named for that seat: not counted towards the quorum.",
                who, member),
            g_strdup("Name them as a deputy on the roll, or record them as a guest."));
    }
}

/* ---- members of whom nothing is said ---- */

static gboolean is_in_term(const MbSeat *seat, MbDay day)
{
    return day == MB_NO_DAY ||
           ((seat->since == MB_NO_DAY || seat->since <= day) && (seat->until == MB_NO_DAY || seat->until >= day));
}

static gboolean is_accounted(const MbCase *c, const char *person)
{
    const MbAttendance *attendance = mb_case_attendance(c, person, NULL);

    return (attendance && (attendance->status != MB_ATTENDANCE_UNKNOWN || attendance->status_words)) ||
           mb_case_was_there(c, person, NULL) || g_strcmp0(c->meeting->chair, person) == 0;
}

/* The members who are not in the register, each once, as printed. */
static GPtrArray *unaccounted(const MbCase *c)
{
    GPtrArray *names = g_ptr_array_new_with_free_func(g_free);
    g_autoptr(GPtrArray) seats = mb_dossier_of(c->dossier, &MB_SEAT, "board", c->board->id);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        g_autofree char *name = mb_case_person(c, seat->person, NULL);
        if (seat->person && is_in_term(seat, c->meeting->day) && !is_accounted(c, seat->person) &&
            !g_ptr_array_find_with_equal_func(names, name, g_str_equal, NULL))
            g_ptr_array_add(names, g_steal_pointer(&name));
    }
    return names;
}

void mb_check_unaccounted(MbCase *c)
{
    g_autoptr(GPtrArray) names = NULL;
    g_autofree char *list = NULL;
    gboolean one;

    if (!c->board || !c->over || !mb_case_has_register(c))
        return;
    names = unaccounted(c);
    one = names->len == 1;
    g_ptr_array_add(names, NULL);
    list = mb_text_join((const char *const *)names->pdata);
    if (names->len > 1)
        mb_case_report(c, mb_case_place(c),
                       g_strdup_printf("The register does not say whether %s %s there.", list, one ? "was" : "were"),
                       g_strdup("Record each as present, as having sent apologies, or as absent."));
}

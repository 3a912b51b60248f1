/* SPDX-License-Identifier: MIT */
/* Who was there and what they decided: quorum, posts and names as printed; the table of the family. Interests are
 * check_interests.c, votes check_votes.c. Who counts to the quorum is clerk/quorum.h. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/name.h"

/* ---- quorum ---- */

static void report_inquorate(MbCase *c, const MbItem *item, const MbQuorum *quorum, const char *what)
{
    mb_case_report(c, mb_case_item_place(c, item),
                   g_strdup_printf("%s: only %s were there.", what, quorum->shortfall ? quorum->shortfall : "too few"),
                   g_strdup("Correct the attendance, or bring the decision to the next meeting to be ratified."));
}

/* Where somebody declared an interest that bars from the quorum, the item's own count. */
static void item_quorum(MbCase *c, const MbDecision *decision)
{
    const MbItem *item = mb_case_item(c, decision->item);
    MbQuorum quorum;

    if (!item)
        return;
    quorum = mb_quorum_at(c->dossier, c->rules, c->meeting, item->started, item->id);
    if (quorum.required > 0 && !quorum.quorate) {
        g_autofree char *name = mb_case_item_name(item);
        g_autofree char *what = g_strdup_printf("A decision was taken under %s without a quorum", name);
        report_inquorate(c, item, &quorum, what);
    }
    mb_quorum_clear(&quorum);
}

static void look_inquorate(MbCase *c)
{
    MbQuorum quorum;

    if (!c->held || !c->decisions->len || !mb_case_has_register(c))
        return;
    quorum = mb_quorum_at(c->dossier, c->rules, c->meeting, MB_NO_TIME, NULL);
    if (quorum.required > 0 && !quorum.quorate)
        report_inquorate(c, NULL, &quorum, "The meeting took decisions without a quorum");
    else
        for (guint i = 0; i < c->decisions->len; i++)
            item_quorum(c, c->decisions->pdata[i]);
    mb_quorum_clear(&quorum);
}

/* ---- attendance as printed ---- */

static void look_group_duplicate(MbCase *c)
{
    for (guint i = 0; i < c->attendance->len; i++)
        for (guint j = i + 1; j < c->attendance->len; j++) {
            const MbAttendance *one = c->attendance->pdata[i];
            const MbAttendance *other = c->attendance->pdata[j];
            g_autofree char *who = mb_case_person(c, one->person, one->name);
            if (one->person ? g_strcmp0(one->person, other->person) == 0
                            : one->name && !other->person && mb_text_same(one->name, other->name))
                mb_case_report(c, mb_case_place(c), g_strdup_printf("%s stands in the attendance twice.", who),
                               g_strdup("Take one of the two out."));
        }
}

static void look_role_variant(MbCase *c)
{
    for (guint i = 0; c->board && i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        const MbSeat *seat =
            attendance->post ? mb_seat_on(c->dossier, c->board->id, attendance->person, c->meeting->day) : NULL;
        const char *post = seat ? mb_seat_post(c->dossier, seat) : NULL;
        g_autofree char *who = mb_case_person(c, attendance->person, attendance->name);
        if (!post || mb_text_contains(post, attendance->post) || mb_text_contains(attendance->post, post))
            continue;
        mb_case_report(
            c, mb_case_place(c),
            g_strdup_printf("%s is printed here as %s, and stands on the roll as %s.", who, attendance->post, post),
            g_strdup("Correct the post here, or on the roll."));
    }
}

/* A name known by its letters only, one or two letters from somebody's on the roll. */
static void look_name_variant(MbCase *c)
{
    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        const MbPerson *near = attendance->person || !attendance->name ? NULL : mb_case_namesake(c, attendance->name);
        g_autofree char *name = near ? mb_person_print(near) : NULL;
        if (near)
            mb_case_report(c, mb_case_place(c),
                           g_strdup_printf("%s, in the attendance, is on no roll; %s is, and is spelled nearly alike.",
                                           attendance->name, name),
                           g_strdup("Say that it is the same person, or settle this if it is not."));
    }
}

const MbCheckRow mb_check_attendance_rows[] = {
    {.rule = "inquorate", .severity = MB_SEVERITY_ERROR, .look = look_inquorate},
    {.rule = "conflicted-mover", .severity = MB_SEVERITY_ERROR, .look = mb_check_conflicted},
    {.rule = "mover-not-present", .severity = MB_SEVERITY_ERROR, .look = mb_check_movers_present},
    {.rule = "mover-is-seconder", .severity = MB_SEVERITY_ERROR, .look = mb_check_movers_differ},
    {.rule = "voter-without-vote", .severity = MB_SEVERITY_ERROR, .look = mb_check_voters},
    {.rule = "arithmetic", .severity = MB_SEVERITY_ERROR, .look = mb_check_votes},
    {.rule = "remote-not-allowed", .severity = MB_SEVERITY_WARNING, .look = mb_check_remote},
    {.rule = "member-unaccounted", .severity = MB_SEVERITY_WARNING, .look = mb_check_unaccounted},
    {.rule = "deputy-not-named", .severity = MB_SEVERITY_INFORMATION, .look = mb_check_deputies},
    {.rule = "group-duplicate", .severity = MB_SEVERITY_WARNING, .look = look_group_duplicate},
    {.rule = "name-variant", .severity = MB_SEVERITY_WARNING, .look = look_name_variant},
    {.rule = "role-variant", .severity = MB_SEVERITY_WARNING, .look = look_role_variant},
    {.rule = NULL},
};

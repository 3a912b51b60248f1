/* SPDX-License-Identifier: MIT */
/* Votes that do not add up: names against counts, counts against those who could vote, the outcome against both. A row
 * of the table in check_attendance.c. */
#include "check_case.h"

#include "minutebook/clerk/quorum.h"

static const char *const fix_votes = "Correct the counts, the names or the attendance.";

static void report(MbCase *c, const char *item, char *text)
{
    mb_case_report(c, mb_case_item_place(c, mb_case_item(c, item)), text, g_strdup(fix_votes));
}

/* ---- names against counts ---- */

static int votes_named(const GPtrArray *votes, MbVoteKind kind)
{
    int count = 0;

    for (guint i = 0; i < votes->len; i++)
        count += ((const MbVote *)votes->pdata[i])->vote == (int)kind;
    return count;
}

static void compare_names(MbCase *c, const MbDecision *decision)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(c->dossier, &MB_VOTE, "decision", decision->id);
    g_autofree char *what = mb_case_short(decision->text);
    const struct {
        int counted;
        MbVoteKind kind;
        const char *word;
    } sides[] = {{decision->votes_for, MB_VOTE_FOR, "for"},
                 {decision->votes_against, MB_VOTE_AGAINST, "against"},
                 {decision->votes_abstained, MB_VOTE_ABSTAINED, "abstaining"}};

    for (gsize i = 0; votes->len && i < G_N_ELEMENTS(sides); i++) {
        int named = votes_named(votes, sides[i].kind);
        if (sides[i].counted != MB_NO_INT && sides[i].counted != named)
            report(c, decision->item,
                   g_strdup_printf("“%s”: %d counted %s, and %d named.", what, sides[i].counted, sides[i].word, named));
    }
}

/* ---- counts against those who could vote ---- */

/* Whether whoever filled that seat, the member or the deputy, took no part under ITEM for an interest. */
static gboolean is_kept_out(const MbCase *c, const MbAttendance *attendance, const char *item)
{
    gboolean sent = attendance->status == MB_ATTENDANCE_REPRESENTED;

    for (guint i = 0; i < c->declarations->len; i++) {
        const MbDeclaration *declaration = c->declarations->pdata[i];
        if (mb_case_declared(c, declaration, sent ? attendance->represented_by : attendance->person,
                             sent ? attendance->represented_by_name : attendance->name, item))
            return TRUE;
    }
    return FALSE;
}

/* At most so many could vote under ITEM: those who were in the room for it, have a vote, and took part. MB_NO_INT where
 * it is not known, for want of a register or a roll. */
static int could_vote(const MbCase *c, const char *item)
{
    int count = 0;

    if (!c->board || !mb_case_has_register(c) || !mb_dossier_first(c->dossier, &MB_SEAT, "board", c->board->id))
        return MB_NO_INT;
    for (guint i = 0; i < c->attendance->len; i++) {
        const MbAttendance *attendance = c->attendance->pdata[i];
        count +=
            !mb_quorum_no_vote(c->dossier, c->rules, c->meeting, attendance, item) && !is_kept_out(c, attendance, item);
    }
    return count;
}

static int sum_of(int votes_for, int votes_against, int abstained)
{
    return MAX(votes_for, 0) + MAX(votes_against, 0) + MAX(abstained, 0);
}

static void compare_present(MbCase *c, const char *item, const char *text, int sum)
{
    int voters = sum > 0 ? could_vote(c, item) : MB_NO_INT;
    g_autofree char *what = mb_case_short(text);
    g_autofree char *votes = mb_case_count(sum, "vote");

    if (voters != MB_NO_INT && sum > voters)
        report(c, item, g_strdup_printf("“%s”: %s, and only %d of those present could vote.", what, votes, voters));
}

/* ---- the outcome ---- */

static gboolean is_counted(int votes_for, int votes_against)
{
    return votes_for != MB_NO_INT && votes_against != MB_NO_INT;
}

static gboolean is_adopted(int outcome)
{
    return outcome == MB_OUTCOME_AGREED || outcome == MB_OUTCOME_APPROVED || outcome == MB_OUTCOME_RESOLVED ||
           outcome == MB_OUTCOME_RECOMMENDED;
}

static void compare_outcome(MbCase *c, const char *item, const char *text, int votes_for, int votes_against,
                            const char *outcome, gboolean adopted, gboolean lost)
{
    g_autofree char *what = mb_case_short(text);

    if (is_counted(votes_for, votes_against) &&
        ((adopted && votes_for < votes_against) || (lost && votes_for > votes_against)))
        report(c, item,
               g_strdup_printf("“%s” is recorded as %s, with %d for and %d against.", what, outcome, votes_for,
                               votes_against));
}

static void look_at_decision(MbCase *c, const MbDecision *decision)
{
    compare_names(c, decision);
    compare_present(c, decision->item, decision->text,
                    sum_of(decision->votes_for, decision->votes_against, decision->votes_abstained));
    compare_outcome(c, decision->item, decision->text, decision->votes_for, decision->votes_against,
                    mb_outcome_words[decision->outcome], is_adopted(decision->outcome),
                    decision->outcome == MB_OUTCOME_REJECTED);
}

static void look_at_motion(MbCase *c, const MbMotion *motion)
{
    compare_present(c, motion->item, motion->text,
                    sum_of(motion->votes_for, motion->votes_against, motion->votes_abstained));
    compare_outcome(c, motion->item, motion->text, motion->votes_for, motion->votes_against,
                    mb_motion_words[motion->outcome], motion->outcome == MB_MOTION_CARRIED, FALSE);
}

void mb_check_votes(MbCase *c)
{
    g_autoptr(GPtrArray) motions = mb_dossier_of(c->dossier, &MB_MOTION, "meeting", c->meeting->id);

    for (guint i = 0; i < c->decisions->len; i++)
        look_at_decision(c, c->decisions->pdata[i]);
    for (guint i = 0; i < motions->len; i++)
        look_at_motion(c, motions->pdata[i]);
}

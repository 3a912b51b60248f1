/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/vote.h"

#include "minutebook/clerk/quorum.h"
#include "minutebook/model/board.h"
#include "minutebook/model/name.h"

const char *const mb_vote_base_words[] = {"votes cast", "present", "all", NULL};

MbVoteRule mb_vote_rule(const MbRules *rules)
{
    MbVoteRule rule = {.over = 1, .under = 2, .base = MB_VOTE_OF_CAST};

    if (!rules)
        return rule;
    if (rules->vote_under > 0 && rules->vote_over >= 0) {
        rule.over = rules->vote_over;
        rule.under = rules->vote_under;
    }
    if (rules->vote_base)
        rule.base = MAX(mb_word_index(mb_vote_base_words, rules->vote_base), 0);
    rule.casting_vote = rules->casting_vote;
    return rule;
}

/* Of how many the share is reckoned. */
static int base_of(const MbVoteRule *rule, const MbVoteCount *count, gboolean *known)
{
    int base = rule->base == MB_VOTE_OF_PRESENT ? count->present
               : rule->base == MB_VOTE_OF_ALL   ? count->members
                                                : count->for_ + count->against;

    *known = base != MB_NO_INT;
    return *known ? base : count->for_ + count->against;
}

MbVoteResult mb_vote_result(const MbVoteRule *rule, const MbVoteCount *count)
{
    MbVoteResult result = {.tie = count->for_ == count->against && count->for_ > 0};
    gint64 share;
    int votes;

    result.base = base_of(rule, count, &result.known);
    share = (gint64)result.base * rule->over / rule->under;
    result.needed = (int)share + 1;
    result.casting_used = result.tie && rule->casting_vote && count->casting != MB_NO_INT;
    result.casting_open = result.tie && rule->casting_vote && count->casting == MB_NO_INT;
    if (!result.casting_used) {
        result.carried = count->for_ >= result.needed;
        return result;
    }
    /* The second vote is cast like the first: of the votes cast there is one more. */
    votes = count->for_ + (count->casting == MB_VOTE_FOR);
    if (rule->base == MB_VOTE_OF_CAST || !result.known)
        result.needed = (int)((gint64)(result.base + 1) * rule->over / rule->under) + 1;
    result.carried = votes >= result.needed;
    return result;
}

/* Whether the share needed has to be told: where more than half of the votes cast is not enough, or was not. */
static gboolean needs_telling(const MbVoteRule *rule, const MbVoteCount *count, const MbVoteResult *result)
{
    gboolean simple = rule->base == MB_VOTE_OF_CAST && rule->over * 2 == rule->under;

    return !simple && (!result->carried || count->against > 0 || count->abstained > 0);
}

char *mb_vote_words_of(const MbVoteRule *rule, const MbVoteCount *count, const MbVoteResult *result)
{
    GString *out = g_string_new(result->carried ? "carried" : "lost");

    g_string_append_printf(out, ", %d for, %d against", count->for_, count->against);
    if (count->abstained)
        g_string_append_printf(out, ", %d abstained", count->abstained);
    if (result->casting_used)
        g_string_append_printf(out, ", by the chair's casting vote %s", mb_vote_words[count->casting]);
    if (needs_telling(rule, count, result))
        g_string_append_printf(out, ": %d of %d %s needed", result->needed, result->base,
                               result->needed == 1 ? "is" : "are");
    return g_string_free(out, FALSE);
}

/* --- who --- */

const MbDeclaration *mb_vote_barred(const MbDossier *dossier, const MbRules *rules, const char *item,
                                    const char *person)
{
    g_autoptr(GPtrArray) all = item ? mb_dossier_of(dossier, &MB_DECLARATION, "item", item) : NULL;

    for (guint i = 0; all && person && i < all->len; i++) {
        const MbDeclaration *declaration = all->pdata[i];
        const MbInterestKind *kind = rules && declaration->kind ? mb_rules_interest(rules, declaration->kind) : NULL;
        gboolean bars = declaration->effect == MB_EFFECT_LEFT || declaration->effect == MB_EFFECT_DID_NOT_VOTE ||
                        (kind && !kind->may_vote);

        if (bars && !declaration->dispensation && g_strcmp0(declaration->person, person) == 0)
            return declaration;
    }
    return NULL;
}

static gboolean has_register(const GPtrArray *lines)
{
    for (guint i = 0; i < lines->len; i++)
        if (((const MbAttendance *)lines->pdata[i])->status != MB_ATTENDANCE_UNKNOWN)
            return TRUE;
    return FALSE;
}

void mb_vote_electorate(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, const char *item,
                        int *members, int *present)
{
    GPtrArray *people = mb_dossier_all(dossier, &MB_PERSON);
    g_autoptr(GPtrArray) lines = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);

    *members = *present = 0;
    for (guint i = 0; i < people->len; i++) {
        const MbSeat *seat =
            mb_seat_on(dossier, meeting->board, ((const MbRecord *)people->pdata[i])->id, meeting->day);

        *members += seat && mb_seat_votes(dossier, seat);
    }
    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];

        *present += line->person && !mb_quorum_no_vote(dossier, rules, meeting, line, item) &&
                    !mb_vote_barred(dossier, rules, item,
                                    line->status == MB_ATTENDANCE_REPRESENTED ? line->represented_by : line->person);
    }
    if (!has_register(lines))
        *present = MB_NO_INT;
}

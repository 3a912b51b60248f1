/* SPDX-License-Identifier: MIT */
/* What is required. Who is in the room to fill it is quorum_room.c. */
#include "minutebook/clerk/quorum.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"
#include "quorum_private.h"

static gboolean in_term(const MbSeat *seat, MbDay day)
{
    return day == MB_NO_DAY ||
           ((seat->since == MB_NO_DAY || seat->since <= day) && (seat->until == MB_NO_DAY || seat->until >= day));
}

static gboolean board_says(const MbBoard *board)
{
    return board->quorum_members > 0 || board->quorum_under > 0 || board->quorum_majority || board->quorum_at_least > 0;
}

MbQuorumRule mb_quorum_rule(const MbBoard *board, const MbRules *rules)
{
    MbQuorumRule rule = {.members = board->quorum_members,
                         .over = board->quorum_over,
                         .under = board->quorum_under,
                         .majority = board->quorum_majority,
                         .at_least = board->quorum_at_least,
                         .rounding = board->quorum_rounding,
                         .of = board->quorum_of};

    if (!board_says(board) && rules)
        rule = (MbQuorumRule){.members = MB_NO_INT,
                              .over = rules->quorum_over,
                              .under = rules->quorum_under,
                              .majority = rules->quorum_majority,
                              .at_least = rules->quorum_at_least,
                              .rounding = rules->quorum_rounding,
                              .of = rules->quorum_of};
    return rule;
}

gboolean mb_quorum_seat_counts(const MbDossier *dossier, const MbQuorumRule *rule, const MbSeat *seat)
{
    const MbGroup *group = mb_seat_group(dossier, seat);

    if (group && group->outside_quorum)
        return FALSE;
    return rule->of == MB_QUORUM_OF_ALL || mb_seat_votes(dossier, seat);
}

GPtrArray *mb_quorum_seats(const MbDossier *dossier, const char *board, MbDay day)
{
    GPtrArray *seats = mb_dossier_of(dossier, &MB_SEAT, "board", board);

    for (guint i = seats->len; i > 0; i--)
        if (!in_term(seats->pdata[i - 1], day))
            g_ptr_array_remove_index(seats, i - 1);
    return seats;
}

int mb_quorum_members(const MbDossier *dossier, const MbQuorumRule *rule, const GPtrArray *seats)
{
    g_autoptr(GHashTable) people = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        if (seat->person && mb_quorum_seat_counts(dossier, rule, seat))
            g_hash_table_add(people, seat->person);
    }
    return (int)g_hash_table_size(people);
}

static int share(const MbQuorumRule *rule, int members)
{
    int parts = members * rule->over;

    switch ((MbRounding)rule->rounding) {
    case MB_ROUND_UP:
        return (parts + rule->under - 1) / rule->under;
    case MB_ROUND_NEAREST:
        return (2 * parts + rule->under) / (2 * rule->under);
    case MB_ROUND_DOWN:
        break;
    }
    return parts / rule->under;
}

int mb_quorum_required(const MbQuorumRule *rule, int members)
{
    int required = MAX(rule->members, 0);

    if (rule->over > 0 && rule->under > 0)
        required = MAX(required, share(rule, members));
    if (rule->majority)
        required = MAX(required, members / 2 + 1);
    return MAX(required, rule->at_least);
}

/* "3 of them Statutory", or "3 Statutory members" where they are all that is asked for. */
static void add_groups(const MbDossier *dossier, const char *board, gboolean alone, GPtrArray *parts)
{
    g_autoptr(GPtrArray) groups = mb_dossier_of(dossier, &MB_GROUP, "board", board);

    for (guint i = 0; i < groups->len; i++) {
        const MbGroup *group = groups->pdata[i];
        if (group->quorum > 0)
            g_ptr_array_add(parts, alone ? g_strdup_printf("%d %s member%s", group->quorum, group->name,
                                                           group->quorum == 1 ? "" : "s")
                                         : g_strdup_printf("%d of them %s", group->quorum, group->name));
    }
}

char *mb_quorum_words(const MbDossier *dossier, const MbRules *rules, const MbBoard *board, MbDay day)
{
    MbQuorumRule rule = mb_quorum_rule(board, rules);
    g_autoptr(GPtrArray) seats = mb_quorum_seats(dossier, board->id, day);
    g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func(g_free);
    int members = mb_quorum_members(dossier, &rule, seats);
    int required = mb_quorum_required(&rule, members);
    gboolean reckoned = rule.majority || (rule.over > 0 && rule.under > 0);

    if (required > 0 && reckoned && members > 0)
        g_ptr_array_add(parts,
                        g_strdup_printf("%d of %d %smember%s", required, members,
                                        rule.of == MB_QUORUM_OF_VOTING ? "voting " : "", members == 1 ? "" : "s"));
    else if (required > 0)
        g_ptr_array_add(parts, g_strdup_printf("%d member%s", required, required == 1 ? "" : "s"));
    add_groups(dossier, board->id, required <= 0, parts);
    if (!parts->len)
        return NULL;
    g_ptr_array_add(parts, NULL);
    return g_strjoinv(", ", (char **)parts->pdata);
}

void mb_quorum_clear(MbQuorum *quorum)
{
    g_clear_pointer(&quorum->shortfall, g_free);
}

/* SPDX-License-Identifier: MIT */
/* A board's own facts: names, rules, notice, quorum, groups. */
#include "loading.h"

#include "minutebook/base/clock.h"
#include "minutebook/exchange/rules.h"
#include "minutebook/model/name.h"

static const char *const board_keys[] = {
    "board",     "short",      "organisation", "parent",    "zone",       "marking", "strapline", "rules",     "style",
    "numbering", "restricted", "saturdays",    "names",     "notice",     "quorum",  "groups",    "audiences", "roll",
    "offices",   "contacts",   "interests",    "decisions", "priorities", "live",    NULL,
};

static MbBoard *short_name_bearer(MbLoading *loading, const char *short_name)
{
    return short_name ? mb_loading_board(loading, short_name) : NULL;
}

MbBoard *mb_load_board_name(MbLoading *loading, const MbValue *document)
{
    MbFields fields;

    if (!mb_fields_open(&fields, loading->faults, document, "a board", "board: Harbour Trust Board", board_keys) ||
        !mb_fields_need(&fields, "board", "a board"))
        return NULL;
    g_autofree char *name = mb_fields_text(&fields, "board");
    g_autofree char *short_name = mb_fields_peek(&fields, "short");
    if (!name)
        return NULL;
    MbBoard *board = mb_loading_board(loading, name);
    MbBoard *bearer = short_name_bearer(loading, short_name);
    if (bearer && bearer != board) {
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(&fields, "short")),
                      "%s already means %s: expected another short name, or %s under names: where it is the same board",
                      short_name, bearer->name, bearer->name);
        return NULL;
    }
    board = board ? mb_loading_edit(loading, board) : mb_loading_new(loading, &MB_BOARD);
    if (!board->name)
        mb_set(&board->name, name);
    mb_fields_set(&fields, "short", &board->short_name);
    if (board->next_ref == MB_NO_INT)
        board->next_ref = 1;
    return board;
}

static void load_zone(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    mb_fields_set(fields, "zone", &board->zone);
    if (mb_fields_has(fields, "zone") && board->zone && !mb_clock_zone_known(board->zone))
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "zone")),
                      "%s is no time zone of this machine: expected one such as Europe/London", board->zone);
}

static void load_rule_set(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    g_autoptr(GError) error = NULL;

    mb_fields_set(fields, "rules", &board->rules);
    if (!mb_fields_has(fields, "rules") || !board->rules || mb_loading_rules(loading, board))
        return;
    g_autoptr(MbRules) none G_GNUC_UNUSED = mb_rules_load(board->rules, &error);
    mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "rules")), "%s",
                  error ? error->message : "this rule set cannot be read");
}

static void load_style(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    mb_fields_set(fields, "style", &board->style);
    if (mb_fields_has(fields, "style") && board->style &&
        !g_strv_contains((const char *const *)loading->styles, board->style))
        mb_fields_no_word(loading->faults, mb_fields_get(fields, "style"), "house style",
                          (const char *const *)loading->styles);
}

/* The parent may stand in a later document of the same files: all boards' names are known by now. */
static void load_parent(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    const MbBoard *parent = mb_loading_board_at(loading, fields, "parent");

    if (parent == board)
        mb_faults_add(loading->faults, mb_value_place(mb_fields_get(fields, "parent")),
                      "a board is no committee of itself: expected another board");
    else if (parent || (mb_value_find(fields->map, "parent", NULL) && !mb_fields_has(fields, "parent")))
        mb_set(&board->parent, parent ? parent->id : NULL);
}

static void load_names(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    g_autoptr(GPtrArray) names = mb_fields_texts(fields, "names", "[Harbour Trustees]");

    for (guint i = 0; names && i < names->len; i++) {
        g_autofree char *name = mb_fields_line(loading->faults, names->pdata[i], "Harbour Trustees");
        const MbBoard *bearer = name ? mb_loading_board(loading, name) : NULL;
        if (!name || bearer == board)
            continue;
        if (bearer) {
            mb_faults_add(loading->faults, mb_value_place(names->pdata[i]),
                          "%s already means %s: expected a name that no other board bears", name, bearer->name);
            continue;
        }
        MbBoardName *other = mb_loading_new(loading, &MB_BOARD_NAME);
        mb_set(&other->board, board->id);
        mb_set(&other->name, name);
    }
}

void mb_load_notice(MbBoard *board, const MbFields *fields)
{
    static const char *const known[] = {"agenda", "papers", NULL};
    MbFields notice;

    if (!mb_fields_has(fields, "notice") ||
        !mb_fields_open(&notice, fields->faults, mb_fields_get(fields, "notice"), "notice",
                        "{agenda: 5 clear days, papers: 8 working days}", known))
        return;
    mb_fields_set_period(&notice, "agenda", &board->agenda_notice, &board->agenda_notice_kind);
    mb_fields_set_period(&notice, "papers", &board->papers_notice, &board->papers_notice_kind);
}

/* A group is a name, or {name, voting, quorum}. Both default to true. */
static void load_group(MbLoading *loading, const MbBoard *board, const MbValue *value, int position)
{
    static const char *const known[] = {"name", "voting", "quorum", NULL};
    gboolean voting = TRUE, counts = TRUE;
    g_autofree char *name = NULL;
    MbFields fields;

    if (mb_value_kind(value) == MB_VALUE_MAP) {
        if (!mb_fields_open(&fields, loading->faults, value, "a group", "{name: Invited, voting: false}", known) ||
            !mb_fields_need(&fields, "name", "a group"))
            return;
        name = mb_fields_text(&fields, "name");
        mb_fields_set_bool(&fields, "voting", &voting);
        counts = voting;
        mb_fields_set_bool(&fields, "quorum", &counts);
    } else
        name = mb_fields_line(loading->faults, value, "Statutory, or {name: Invited, voting: false}");
    if (!name)
        return;
    MbGroup *group = mb_load_group_called(loading, board, name);
    group = group ? mb_loading_edit(loading, group) : mb_loading_new(loading, &MB_GROUP);
    mb_set(&group->board, board->id);
    mb_set(&group->name, name);
    group->position = position;
    group->non_voting = !voting;
    group->outside_quorum = !counts;
}

static void load_groups(MbLoading *loading, const MbBoard *board, const MbFields *fields)
{
    const MbValue *list = mb_fields_list(fields, "groups", "[Statutory, Invited]");

    for (guint i = 0; i < mb_value_length(list); i++)
        load_group(loading, board, mb_value_at(list, i), (int)i);
}

static void load_group_quorums(MbLoading *loading, const MbBoard *board, const MbFields *quorum)
{
    const MbValue *map = mb_fields_get(quorum, "groups");
    g_autoptr(GPtrArray) groups = mb_loading_of(loading, &MB_GROUP, "board", board->id);
    MbFields fields = {.faults = loading->faults, .map = map};

    for (guint i = 0; i < groups->len; i++)
        ((MbGroup *)mb_loading_edit(loading, groups->pdata[i]))->quorum = MB_NO_INT;
    if (!mb_fields_has(quorum, "groups"))
        return;
    if (mb_value_kind(map) != MB_VALUE_MAP)
        mb_faults_add(loading->faults, mb_value_place(map), "groups: is no map: expected one such as {Statutory: 3}");
    for (guint i = 0; i < mb_value_length(map); i++) {
        MbGroup *group = mb_load_group_called(loading, board, mb_value_key(map, i));
        if (group)
            mb_fields_set_int(&fields, mb_value_key(map, i), &group->quorum);
        else
            mb_load_no_group(loading, board, mb_value_key_place(map, i), mb_value_key(map, i));
    }
}

/* The key replaces the whole of what the board had. */
static void load_quorum(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    static const char *const known[] = {"members",  "groups", "fraction", "at_least",
                                        "rounding", "of",     "majority", NULL};
    MbFields quorum;

    if (!mb_fields_has(fields, "quorum") ||
        !mb_fields_open(&quorum, loading->faults, mb_fields_get(fields, "quorum"), "a quorum",
                        "{members: 5, groups: {Statutory: 3}} or {fraction: 1/4, at_least: 3}", known))
        return;
    board->quorum_members = board->quorum_over = board->quorum_under = board->quorum_at_least = MB_NO_INT;
    board->quorum_majority = FALSE;
    board->quorum_rounding = MB_ROUND_UP;
    board->quorum_of = MB_QUORUM_OF_VOTING;
    mb_fields_set_int(&quorum, "members", &board->quorum_members);
    mb_fields_set_fraction(&quorum, "fraction", &board->quorum_over, &board->quorum_under);
    mb_fields_set_int(&quorum, "at_least", &board->quorum_at_least);
    mb_fields_set_word(&quorum, "rounding", mb_rounding_words, "rounding", &board->quorum_rounding);
    mb_fields_set_word(&quorum, "of", mb_quorum_of_words, "membership", &board->quorum_of);
    mb_fields_set_bool(&quorum, "majority", &board->quorum_majority);
    load_group_quorums(loading, board, &quorum);
}

/* Seats of BOARD that are not over, of GROUP (NULL: of any group that counts). */
static int seats_counted(MbLoading *loading, const MbBoard *board, const MbGroup *group)
{
    g_autoptr(GPtrArray) seats = mb_loading_of(loading, &MB_SEAT, "board", board->id);
    MbDay today = mb_clock_today(board->zone);
    int count = 0;

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const MbGroup *of = mb_seat_group(loading->dossier, seat);
        if (seat->until == MB_NO_DAY || seat->until >= today)
            count += group ? of == group : !of || !of->outside_quorum;
    }
    return count;
}

static void check_quorum(MbLoading *loading, const MbBoard *board, const char *of, int quorum, int seats)
{
    if (quorum == MB_NO_INT || quorum <= seats)
        return;
    mb_loading_find(loading, "quorum-larger-than-roll", MB_SEVERITY_WARNING,
                    g_strdup_printf("%s, quorum", mb_loading_board_name(board)),
                    g_strdup_printf("The quorum asks for %d %s, and the roll has %d.", quorum, of, seats),
                    g_strdup("Correct the quorum or complete the roll."));
}

static void check_quorums(MbLoading *loading, const MbBoard *board)
{
    g_autoptr(GPtrArray) groups = mb_loading_of(loading, &MB_GROUP, "board", board->id);
    int seats = seats_counted(loading, board, NULL);

    check_quorum(loading, board, "members", board->quorum_members, seats);
    check_quorum(loading, board, "members at least", board->quorum_at_least, seats);
    for (guint i = 0; i < groups->len; i++) {
        const MbGroup *group = groups->pdata[i];
        g_autofree char *of = g_strdup_printf("%s members", group->name);
        check_quorum(loading, board, of, group->quorum, seats_counted(loading, board, group));
    }
}

static void load_facts(MbLoading *loading, MbBoard *board, const MbFields *fields)
{
    static const char *const places[] = {"in place", "last", NULL};
    static const char *const texts[] = {"minute", "notes", NULL};
    int restricted = board->restricted_last;
    int live = board->live_notes;

    mb_fields_set(fields, "organisation", &board->organisation);
    load_parent(loading, board, fields);
    load_zone(loading, board, fields);
    mb_fields_set(fields, "marking", &board->marking);
    mb_fields_set(fields, "strapline", &board->strapline);
    load_rule_set(loading, board, fields);
    load_style(loading, board, fields);
    mb_fields_set_word(fields, "numbering", mb_numbering_words, "numbering", &board->numbering);
    mb_fields_set_word(fields, "restricted", places, "place for restricted business", &restricted);
    board->restricted_last = restricted == 1;
    mb_fields_set_word(fields, "live", texts, "kind of text", &live);
    board->live_notes = live == 1;
    mb_fields_set_bool(fields, "saturdays", &board->saturdays);
    mb_load_notice(board, fields);
}

void mb_load_board(MbLoading *loading, MbBoard *board, const MbValue *document)
{
    MbFields fields = {.faults = loading->faults, .map = document};

    load_facts(loading, board, &fields);
    load_names(loading, board, &fields);
    load_groups(loading, board, &fields);
    load_quorum(loading, board, &fields);
    mb_load_roll(loading, board, &fields);
    mb_load_registers(loading, board, &fields);
    check_quorums(loading, board);
}

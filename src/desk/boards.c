/* SPDX-License-Identifier: MIT */
/* Boards and their rolls: listed, added, edited. */
#include "change.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "remark.h"

#include "minutebook/base/clock.h"
#include "minutebook/base/text.h"
#include "minutebook/compose/paper.h"
#include "minutebook/exchange/rules.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

static const MbColumn board_columns[] = {
    {.key = "short", .heading = "Short"},
    {.key = "name", .heading = "Board", .flexible = TRUE},
    {.key = "organisation", .heading = "Organisation", .flexible = TRUE},
    {.key = "people", .heading = "People", .right = TRUE},
    {.key = NULL},
};

static gboolean boards_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbValue *rows;
    GPtrArray *boards;

    (void)arguments;
    if (!mb_desk_boards(desk, error))
        return FALSE;
    rows = mb_value_new_list();
    boards = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    for (guint i = 0; i < boards->len; i++) {
        const MbBoard *board = boards->pdata[i];

        mb_value_add(rows,
                     mb_paper_board(mb_desk_dossier(desk), board,
                                    mb_store_people_on(mb_desk_book(desk), board->id, mb_desk_today(desk, board))));
    }
    mb_deed_list(answer, rows, board_columns,
                 "The book holds no board yet; `minutebook load FILE.yaml` brings one in.");
    return TRUE;
}

static const MbArgument no_arguments[] = {{.name = NULL}};
const MbCommand mb_command_boards = {.name = "boards",
                                     .help = "the boards of this book",
                                     .example = "",
                                     .arguments = no_arguments,
                                     .need = MB_NEED_BOOK,
                                     .run = boards_list};

static const MbColumn roll_columns[] = {
    {.key = "name", .heading = "Name", .flexible = TRUE},
    {.key = "initials", .heading = "Initials", .spare = 4},
    {.key = "office", .heading = "Office", .flexible = TRUE},
    {.key = "post", .heading = "Post", .flexible = TRUE},
    {.key = "organisation", .heading = "Organisation", .flexible = TRUE, .spare = 2},
    {.key = "group", .heading = "Group", .flexible = TRUE},
    {.key = "voting", .heading = "Votes", .spare = 3},
    {.key = "term", .heading = "Term", .flexible = TRUE, .spare = 1},
    {.key = NULL},
};

/* For people, first and last day of a term in one: "2022-05-19 to 2026-05-18", "from 2025-09-01". */
static void add_term(MbValue *row)
{
    const char *from = mb_value_get_text(row, "from");
    const char *to = mb_value_get_text(row, "to");

    if (from && to)
        mb_value_set(row, "term", mb_value_new_take(g_strdup_printf("%s to %s", from, to)));
    else if (from || to)
        mb_value_set(row, "term", mb_value_new_take(g_strdup_printf("%s %s", from ? "from" : "to", from ? from : to)));
}

static gboolean sits_on(const MbSeat *seat, MbDay day)
{
    return (seat->since == MB_NO_DAY || seat->since <= day) && (seat->until == MB_NO_DAY || seat->until >= day);
}

static gboolean roll_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBoard *board = mb_find_board(desk, mb_argument(arguments, "BOARD"), error);
    gboolean all = mb_argument(arguments, "--all") != NULL;
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) seats = NULL;
    MbDay today;
    MbValue *rows;

    if (!board || !mb_store_dossier_board(mb_desk_book(desk), dossier, board->id, error))
        return FALSE;
    today = mb_desk_today(desk, board);
    seats = mb_dossier_of(dossier, &MB_SEAT, "board", board->id);
    rows = mb_value_new_list();
    for (guint i = 0; i < seats->len; i++)
        if (all || sits_on(seats->pdata[i], today))
            mb_value_add(rows, mb_paper_seat(dossier, seats->pdata[i], today));
    mb_deed_list(answer, rows, roll_columns, "Nobody sits on this board.");
    for (guint i = 0; i < mb_value_length(mb_deed_shown(answer)); i++)
        add_term(mb_value_at_mut(answer->shown, i));
    return TRUE;
}

static const MbArgument roll_arguments[] = {
    {.name = "BOARD", .help = "any unambiguous part of its name"},
    {.name = "--all", .help = "also those whose term has ended or not begun"},
    {.name = NULL},
};
const MbCommand mb_command_roll = {.name = "roll",
                                   .help = "who sits on a board",
                                   .example = "CSP",
                                   .arguments = roll_arguments,
                                   .need = MB_NEED_BOOK,
                                   .run = roll_list};

/* "did you mean english-parish?", of the rule sets whose name holds what was typed, else of the nearest; "" where none
 * is near. */
static char *rules_suggested(const char *words, char **names)
{
    g_autoptr(GPtrArray) near = g_ptr_array_new();
    g_autofree char *list = NULL;
    const char *nearest = mb_text_nearest(words, (const char *const *)names);

    for (guint i = 0; names[i]; i++)
        if (!mb_deed_blank(words) && mb_text_contains(names[i], words))
            g_ptr_array_add(near, names[i]);
    if (!near->len && nearest)
        g_ptr_array_add(near, (gpointer)nearest);
    g_ptr_array_add(near, NULL);
    list = g_strjoinv(" or ", (char **)near->pdata);
    return *list ? g_strdup_printf("did you mean %s? ", list) : g_strdup("");
}

/* A name that no rule set has is a wrong word on the command line; one whose file has faults is not. */
static gboolean rules_known(MbDesk *desk, const MbBoard *board, GError **error)
{
    g_auto(GStrv) names = mb_rules_names();
    g_autofree char *all = NULL;
    g_autofree char *suggested = NULL;

    if (board->rules && g_strv_contains((const char *const *)names, board->rules))
        return mb_desk_rules(desk, board, error) != NULL;
    all = g_strjoinv(", ", names);
    suggested = rules_suggested(board->rules ? board->rules : "", names);
    return mb_deed_refuse(error, "--rules: there is no rule set “%s”; %s%s %s.", board->rules ? board->rules : "",
                          suggested, *suggested ? "There are" : "there are", all);
}

/* Sets what the options of add and edit say. */
static gboolean set_board(MbDesk *desk, const MbArguments *arguments, MbBoard *board, GError **error)
{
    static const struct {
        const char *option;
        gsize offset;
    } texts[] = {
        {"--short", offsetof(MbBoard, short_name)}, {"--organisation", offsetof(MbBoard, organisation)},
        {"--marking", offsetof(MbBoard, marking)},  {"--strapline", offsetof(MbBoard, strapline)},
        {"--zone", offsetof(MbBoard, zone)},        {"--rules", offsetof(MbBoard, rules)},
    };
    const char *numbering = mb_argument(arguments, "--numbering");
    const char *quorum = mb_argument(arguments, "--quorum");
    const char *zone = mb_argument(arguments, "--zone");

    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        if (mb_argument(arguments, texts[i].option))
            mb_set((char **)((char *)board + texts[i].offset), mb_argument(arguments, texts[i].option));
    if (zone && !mb_clock_zone_known(zone))
        return mb_deed_refuse(error, "--zone: “%s” is no time zone; expected a name such as Europe/London.", zone);
    if (numbering && !mb_find_word(numbering, "--numbering", mb_numbering_words, &board->numbering, error))
        return FALSE;
    if (quorum && !mb_find_number(quorum, "--quorum", &board->quorum_members, error))
        return FALSE;
    return !mb_argument(arguments, "--rules") || rules_known(desk, board, error);
}

/* How OTHER has NAME already: "the name", "the short name", "an earlier or other name"; NULL where it has not. */
static const char *has_name(MbDesk *desk, const MbBoard *other, const char *name)
{
    g_autoptr(GPtrArray) names = mb_dossier_of(mb_desk_dossier(desk), &MB_BOARD_NAME, "board", other->id);

    if (mb_text_same(other->name, name))
        return "the name";
    if (other->short_name && mb_text_same(other->short_name, name))
        return "the short name";
    for (guint i = 0; i < names->len; i++)
        if (mb_text_same(((MbBoardName *)names->pdata[i])->name, name))
            return "another printed name";
    return NULL;
}

/* Whether no other board is found by NAME (NULL: none is given). */
static gboolean name_free(MbDesk *desk, const MbBoard *board, const char *name, GError **error)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);

    for (guint i = 0; !mb_deed_blank(name) && i < all->len; i++) {
        const MbBoard *other = all->pdata[i];
        const char *what = other == board ? NULL : has_name(desk, other, name);

        if (what)
            return mb_deed_refuse(error, "“%s” is %s of the board %s already; `board edit` changes that one.", name,
                                  what, other->name);
    }
    return TRUE;
}

/* More than the whole roll can never come together. */
static void remark_quorum(MbDesk *desk, const MbArguments *arguments, const MbBoard *board, MbAnswer *answer)
{
    int people = mb_store_people_on(mb_desk_book(desk), board->id, mb_desk_today(desk, board));

    if (mb_argument(arguments, "--quorum") && board->quorum_members > people)
        mb_remark(
            answer, "quorum-larger-than-roll", g_strdup_printf("%s, quorum", mb_find_board_name(board)),
            g_strdup_printf("The quorum asks for %d members, and the roll has %d.", board->quorum_members, people),
            g_strdup("Correct the quorum, or complete the roll."));
}

static gboolean board_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBoard *board;

    if (!mb_desk_boards(desk, error))
        return FALSE;
    if (mb_deed_blank(mb_argument(arguments, "NAME")))
        return mb_deed_refuse(error, "A board needs a name.");
    board = mb_dossier_new_record(mb_desk_dossier(desk), &MB_BOARD);
    mb_set(&board->name, mb_argument(arguments, "NAME"));
    if (!set_board(desk, arguments, board, error) || !name_free(desk, board, board->name, error) ||
        !name_free(desk, board, board->short_name, error) || !mb_deed_save(desk, board, error))
        return FALSE;
    remark_quorum(desk, arguments, board, answer);
    mb_deed_say(answer, "Board %s%s%s%s added; `minutebook load` brings in its roll.", board->name,
                board->short_name ? " (" : "", board->short_name ? board->short_name : "",
                board->short_name ? ")" : "");
    return TRUE;
}

#define BOARD_OPTIONS                                                                                                  \
    {.name = "--short", .value = "NAME", .help = "short name"},                                                        \
        {.name = "--organisation", .value = "NAME", .help = "the body it belongs to"},                                 \
        {.name = "--rules", .value = "SET", .help = "a rule set, such as charity-trustees"},                           \
        {.name = "--numbering", .value = "SCHEME", .help = "1, 1.0 or 1.1"},                                           \
        {.name = "--quorum", .value = "N", .help = "so many members"},                                                 \
        {.name = "--marking", .value = "TEXT", .help = "protective marking of every page"},                            \
        {.name = "--strapline", .value = "TEXT", .help = "footer of every page"},                                      \
    {                                                                                                                  \
        .name = "--zone", .value = "ZONE", .help = "time zone, such as Europe/London"                                  \
    }

static const MbArgument board_add_arguments[] = {
    {.name = "NAME", .help = "its name, in quotes"}, BOARD_OPTIONS, {.name = NULL}};
const MbCommand mb_command_board_add = {.name = "board add",
                                        .help = "adds a board",
                                        .example = "\"Audit Committee\" --short Audit --rules charity-trustees",
                                        .arguments = board_add_arguments,
                                        .need = MB_NEED_DEED,
                                        .run = board_add};

/* The name BOARD had until today still finds it; another spelling of the same name needs no memory. */
static gboolean rename_board(MbDesk *desk, MbBoard *board, const char *name, GError **error)
{
    MbBoardName *old;

    if (mb_text_same(name, board->name)) {
        mb_set(&board->name, name);
        return TRUE;
    }
    old = mb_dossier_new_record(mb_desk_dossier(desk), &MB_BOARD_NAME);
    mb_set(&old->board, board->id);
    mb_set(&old->name, board->name);
    old->until = mb_desk_today(desk, board) - 1;
    mb_set(&board->name, name);
    return mb_deed_save(desk, old, error);
}

static const MbArgument board_edit_arguments[] = {
    {.name = "BOARD", .help = "any unambiguous part of its name"},
    {.name = "--name", .value = "NAME", .help = "its new name; the old one still finds it"},
    BOARD_OPTIONS,
    {.name = NULL}};

static char *board_changes(const MbBoard *before, const MbBoard *after)
{
    static const MbChangeName names[] = {{"name", "name"},
                                         {"short_name", "short name"},
                                         {"organisation", "organisation"},
                                         {"rules", "rules"},
                                         {"numbering", "numbering"},
                                         {"quorum_members", "quorum"},
                                         {"marking", "marking"},
                                         {"strapline", "strapline"},
                                         {"zone", "time zone"},
                                         {NULL, NULL}};
    GString *changes = g_string_new(NULL);

    mb_change_fields(changes, before, after, names);
    if (!changes->len)
        g_string_append(changes, mb_change_words(changes));
    return g_string_free(changes, FALSE);
}

static gboolean board_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {NULL};
    MbBoard *board = mb_find_board(desk, mb_argument(arguments, "BOARD"), error);
    const char *name = mb_argument(arguments, "--name");
    MbBoard *before = board ? mb_record_copy(board) : NULL;
    g_autofree char *changes = NULL;
    gboolean done;

    if (name && mb_deed_blank(name))
        done = mb_deed_refuse(error, "--name: a board needs a name.");
    else
        done = board && mb_change_asked(arguments, board_edit_arguments, besides, error) &&
               set_board(desk, arguments, board, error) && name_free(desk, board, name, error) &&
               name_free(desk, board, mb_argument(arguments, "--short"), error) &&
               (!name || rename_board(desk, board, name, error)) && mb_deed_save(desk, board, error);
    if (done) {
        changes = board_changes(before, board);
        remark_quorum(desk, arguments, board, answer);
        mb_deed_say(answer, "%s: %s.", mb_find_board_name(before), changes);
    }
    mb_record_free(before);
    return done;
}

const MbCommand mb_command_board_edit = {.name = "board edit",
                                         .help = "changes a board",
                                         .example = "Audit --quorum 3",
                                         .arguments = board_edit_arguments,
                                         .need = MB_NEED_DEED,
                                         .run = board_edit};

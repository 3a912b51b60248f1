/* SPDX-License-Identifier: MIT */
/* Boards and their rolls: listed, added, edited. */
#include "commands.h"
#include "deed.h"
#include "find.h"

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

        mb_value_add(rows, mb_paper_board(mb_desk_dossier(desk), board, mb_store_people_on(mb_desk_book(desk), board->id, mb_desk_today(desk, board))));
    }
    mb_deed_list(answer, rows, board_columns, "The book holds no board yet; `minutebook load FILE.yaml` brings one in.");
    return TRUE;
}

static const MbArgument no_arguments[] = {{.name = NULL}};
const MbCommand mb_command_boards = {
    .name = "boards", .help = "the boards of this book", .example = "", .arguments = no_arguments, .need = MB_NEED_BOOK, .run = boards_list};

static const MbColumn roll_columns[] = {
    {.key = "name", .heading = "Name"},
    {.key = "initials", .heading = "Initials"},
    {.key = "office", .heading = "Office"},
    {.key = "post", .heading = "Post", .flexible = TRUE},
    {.key = "organisation", .heading = "Organisation", .flexible = TRUE},
    {.key = "group", .heading = "Group"},
    {.key = "voting", .heading = "Votes"},
    {.key = "from", .heading = "From"},
    {.key = "to", .heading = "To"},
    {.key = NULL},
};

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
    return TRUE;
}

static const MbArgument roll_arguments[] = {
    {.name = "BOARD", .help = "any unambiguous part of its name"},
    {.name = "--all", .help = "also those whose term has ended or not begun"},
    {.name = NULL},
};
const MbCommand mb_command_roll = {
    .name = "roll", .help = "who sits on a board", .example = "CSP", .arguments = roll_arguments, .need = MB_NEED_BOOK, .run = roll_list};

/* Sets what the options of add and edit say. */
static gboolean set_board(MbDesk *desk, const MbArguments *arguments, MbBoard *board, GError **error)
{
    static const struct {
        const char *option;
        gsize offset;
    } texts[] = {
        {"--short", offsetof(MbBoard, short_name)}, {"--organisation", offsetof(MbBoard, organisation)}, {"--marking", offsetof(MbBoard, marking)},
        {"--strapline", offsetof(MbBoard, strapline)}, {"--zone", offsetof(MbBoard, zone)}, {"--rules", offsetof(MbBoard, rules)},
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
    return !mb_argument(arguments, "--rules") || mb_desk_rules(desk, board, error);
}

static gboolean name_free(MbDesk *desk, const MbBoard *board, GError **error)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);

    for (guint i = 0; i < all->len; i++) {
        const MbBoard *other = all->pdata[i];

        if (other == board)
            continue;
        if (mb_text_same(other->name, board->name) || (board->short_name && other->short_name && mb_text_same(other->short_name, board->short_name)))
            return mb_deed_refuse(error, "There is a board %s (%s) already; `board edit` changes it.", other->name, mb_find_board_name(other));
    }
    return TRUE;
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
    if (!set_board(desk, arguments, board, error) || !name_free(desk, board, error) || !mb_deed_save(desk, board, error))
        return FALSE;
    mb_deed_say(answer, "Board %s added; `minutebook load` brings in its roll.", board->name);
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
        {.name = "--zone", .value = "ZONE", .help = "time zone, such as Europe/London"}

static const MbArgument board_add_arguments[] = {{.name = "NAME", .help = "its name, in quotes"}, BOARD_OPTIONS, {.name = NULL}};
const MbCommand mb_command_board_add = {.name = "board add",
                                        .help = "adds a board",
                                        .example = "\"Audit Committee\" --short Audit --rules charity-trustees",
                                        .arguments = board_add_arguments,
                                        .need = MB_NEED_DEED,
                                        .run = board_add};

static gboolean board_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbBoard *board = mb_find_board(desk, mb_argument(arguments, "BOARD"), error);
    const char *name = mb_argument(arguments, "--name");

    if (!board || !set_board(desk, arguments, board, error))
        return FALSE;
    if (name && !mb_text_same(name, board->name)) {
        MbBoardName *old = mb_dossier_new_record(mb_desk_dossier(desk), &MB_BOARD_NAME);

        mb_set(&old->board, board->id);
        mb_set(&old->name, board->name);
        old->until = mb_desk_today(desk, board) - 1;
        mb_set(&board->name, name);
        if (!mb_deed_save(desk, old, error))
            return FALSE;
    }
    if (!name_free(desk, board, error) || !mb_deed_save(desk, board, error))
        return FALSE;
    mb_deed_say(answer, "Board %s changed.", board->name);
    return TRUE;
}

static const MbArgument board_edit_arguments[] = {{.name = "BOARD", .help = "any unambiguous part of its name"},
                                                  {.name = "--name", .value = "NAME", .help = "its new name; the old one still finds it"},
                                                  BOARD_OPTIONS,
                                                  {.name = NULL}};
const MbCommand mb_command_board_edit = {.name = "board edit",
                                         .help = "changes a board",
                                         .example = "Audit --quorum 3",
                                         .arguments = board_edit_arguments,
                                         .need = MB_NEED_DEED,
                                         .run = board_edit};

/* SPDX-License-Identifier: MIT */
/* Search over every year. */
#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/base/text.h"
#include "minutebook/store/search.h"

#include <string.h>

static const MbColumn hit_columns[] = {
    {.key = "kind", .heading = "Kind"},
    {.key = "short", .heading = "Board"},
    {.key = "meeting", .heading = "Meeting"},
    {.key = "item", .heading = "Item", .flexible = TRUE},
    {.key = "text", .heading = "Text", .flexible = TRUE},
    {.key = NULL},
};

/* TEXT without the marks around what was found. */
static char *unmarked(const char *text)
{
    GString *plain = g_string_new(text);

    g_string_replace(plain, "\342\200\271", "", 0);
    g_string_replace(plain, "\342\200\272", "", 0);
    return g_string_free(plain, FALSE);
}

static MbValue *hit_row(const MbHit *hit)
{
    g_autofree char *text = unmarked(hit->text);
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "kind", hit->kind);
    mb_value_set_text(row, "board", hit->board);
    mb_value_set_text(row, "meeting", hit->meeting);
    mb_value_set_text(row, "item", hit->item);
    mb_value_set_text(row, "text", text);
    return row;
}

static gboolean search(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    const char *const *words = mb_argument_all(arguments, "WORDS");
    const char *limit_words = mb_argument(arguments, "--limit");
    g_autofree char *query = g_strjoinv(" ", (char **)words);
    g_autoptr(GPtrArray) hits = NULL;
    MbBoard *board = NULL;
    int limit = 20;
    MbValue *rows;

    if ((limit_words && !mb_find_number(limit_words, "--limit", &limit, error)) ||
        (mb_argument(arguments, "--board") &&
         !mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error)))
        return FALSE;
    if (strspn(query, " \t\n\"") == strlen(query))
        return mb_deed_refuse(error, "Search for what? Give a word or the beginning of one.");
    hits = mb_search(mb_desk_book(desk), query, board ? board->id : NULL, limit, error);
    if (!hits)
        return FALSE;
    rows = mb_value_new_list();
    for (guint i = 0; i < hits->len; i++)
        mb_value_add(rows, hit_row(hits->pdata[i]));
    mb_deed_list(answer, rows, hit_columns, "Nothing in the book holds these words.");
    for (guint i = 0; i < hits->len; i++)
        mb_value_set_text(mb_value_at_mut(mb_deed_shown(answer), i), "text", ((MbHit *)hits->pdata[i])->text);
    if (!mb_desk_boards(desk, error))
        return FALSE;
    mb_deed_short_names(desk, answer);
    if (hits->len && (int)hits->len == limit)
        answer->note = g_strdup_printf("The newest %d; --limit N shows more.", limit);
    return TRUE;
}

static const MbArgument search_arguments[] = {
    {.name = "WORDS", .help = "words, or a \"phrase\"; the last may be a beginning", .flags = MB_ARGUMENT_MANY},
    MB_BOARD_OPTION,
    {.name = "--limit", .value = "N", .help = "at most so many (20)"},
    {.name = NULL},
};
const MbCommand mb_command_search = {
    .name = "search",
    .help = "every year's people, text, decisions, actions and plans: people first, then the newest",
    .example = "street lighting",
    .arguments = search_arguments,
    .need = MB_NEED_BOOK,
    .run = search};

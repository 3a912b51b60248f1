/* SPDX-License-Identifier: MIT */
/* The stock sentences, listed. */
#include "commands.h"
#include "deed.h"
#include "find.h"

#include "minutebook/exchange/sentences.h"

static const MbColumn columns[] = {
    {.key = "key", .heading = "Key"}, {.key = "text", .heading = "Sentence", .flexible = TRUE}, {.key = NULL}};

static gboolean sentences(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) all = NULL;
    MbBoard *board;
    MbValue *rows;

    if (!mb_find_board_option(desk, mb_argument(arguments, "--board"), &board, error))
        return FALSE;
    all = mb_sentences_load(board ? board->rules : NULL, error);
    if (!all)
        return FALSE;
    rows = mb_value_new_list();
    for (guint i = 0; i < all->len; i++) {
        const MbSentence *sentence = all->pdata[i];
        MbValue *row = mb_value_new_map();

        mb_value_set_text(row, "key", sentence->key);
        mb_value_set_text(row, "text", sentence->text);
        mb_value_add(rows, row);
    }
    mb_deed_list(answer, rows, columns, "There are no stock sentences.");
    return TRUE;
}

static const MbArgument sentence_arguments[] = {MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_sentences = {
    .name = "sentences",
    .help = "the stock sentences that a short key writes",
    .example = "--board CSP",
    .more =
        "They are files in forms/sentences, one for all boards and one a rule set; your own go into the configuration "
        "folder.",
    .arguments = sentence_arguments,
    .need = MB_NEED_BOOK,
    .run = sentences};

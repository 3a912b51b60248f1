/* SPDX-License-Identifier: MIT */
/* Deeds taken back. Typing has an undo of its own, key by key (edit/passage.h); here are whole deeds, as the history
 * numbers them. */
#include "commands.h"
#include "deed.h"

#include "minutebook/base/text.h"
#include "minutebook/store/history.h"

#include <string.h>

static MbDeed *deed_meant(MbDesk *desk, const char *words, GError **error)
{
    MbBook *book = mb_desk_book(desk);
    g_autoptr(GError) problem = NULL;
    MbDeed *deed;
    guint64 seq = 0;

    if (words && !g_ascii_string_to_unsigned(words, 10, 1, G_MAXINT64, &seq, NULL)) {
        mb_deed_refuse(error, "“%s” is no number of a deed; `log` lists them.", words);
        return NULL;
    }
    deed =
        words ? mb_history_deed(book, (gint64)seq, &problem) : mb_history_last_of(book, mb_desk_user(desk), &problem);
    if (problem)
        g_propagate_error(error, g_steal_pointer(&problem));
    else if (!deed && words)
        mb_deed_refuse(error, "There is no deed %s; `log` lists them.", words);
    else if (!deed)
        mb_deed_refuse(error,
                       "%s has done nothing in this book yet; `undo SEQ` undoes any deed by the number that `log` "
                       "gives.",
                       mb_desk_user(desk));
    return deed;
}

static gboolean undo(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbDeed *deed = deed_meant(desk, mb_argument(arguments, "SEQ"), error);
    g_autofree char *told = NULL;
    gboolean done = deed && mb_history_undo(mb_desk_book(desk), deed->seq, error);

    if (done) {
        told = mb_text_visible(deed->summary, FALSE);
        mb_deed_say(answer, "Undone: deed %" G_GINT64_FORMAT ", %s%s%s", deed->seq, deed->deed, *told ? ": " : "",
                    told);
        mb_value_set_int(answer->value, "seq", deed->seq);
    }
    mb_deed_free(deed);
    return done;
}

static const MbArgument undo_arguments[] = {
    {.name = "SEQ", .help = "the deed's number, as `log` gives it; else your last one", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = NULL},
};
const MbCommand mb_command_undo = {.name = "undo",
                                   .help = "takes a deed back: everything that it changed is as it was before",
                                   .example = "12",
                                   .more = "Undoing is a deed, too: undone itself, it does the first one "
                                           "again.\nRefused where something has changed since, "
                                           "where minutes have been approved, and where a text was disposed of.",
                                   .arguments = undo_arguments,
                                   .need = MB_NEED_DEED,
                                   .run = undo};

/* SPDX-License-Identifier: MIT */
#include "minutebook/desk/sight.h"

#include "deed.h"
#include "find.h"

#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"
#include "minutebook/store/record.h"
#include "minutebook/store/typing.h"

#include <string.h>

/* Runs LOAD within one consistent view of the book, unless a deed or a view is open already. */
static gboolean begin(MbDesk *desk, GError **error)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_READ, error);

    return book && mb_book_begin_reading(book, error);
}

static gboolean load_meeting(MbBook *book, MbDossier *dossier, const char *id, GError **error)
{
    MbMeeting *found = mb_store_get(book, &MB_MEETING, id, error);
    gboolean done;

    if (!found)
        return mb_deed_refuse(error, "That meeting is no longer in the book.");
    done = mb_store_dossier_board(book, dossier, found->board, error) &&
           mb_store_dossier_meeting(book, dossier, id, error) &&
           mb_store_dossier_open_actions(book, dossier, found->board, error);
    mb_record_free(found);
    return done;
}

MbDossier *mb_sight_meeting(MbDesk *desk, const char *meeting, GError **error)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    gboolean done;

    if (!begin(desk, error))
        return NULL;
    done = load_meeting(mb_desk_book(desk), dossier, meeting, error);
    mb_book_end_reading(mb_desk_book(desk));
    return done ? g_steal_pointer(&dossier) : NULL;
}

gboolean mb_sight_surroundings(MbDesk *desk, MbDossier *dossier, const char *meeting, GError **error)
{
    const MbMeeting *found = mb_dossier_find(dossier, &MB_MEETING, meeting);
    MbDay day = found ? found->day : MB_NO_DAY;

    return found && mb_desk_open(desk, MB_BOOK_READ, error) &&
           mb_store_dossier_meetings(mb_desk_book(desk), dossier, found->board, mb_day_add_months(day, -12),
                                     mb_day_add_months(day, 12), error);
}

MbDossier *mb_sight_meetings(MbDesk *desk, MbDay since, MbDay until, GError **error)
{
    g_autoptr(MbDossier) dossier = mb_dossier_new();
    MbBook *book = mb_desk_open(desk, MB_BOOK_READ, error);
    gboolean done;

    if (!book || !mb_store_dossier_boards(book, dossier, error))
        return NULL;
    g_autoptr(GPtrArray) meetings = mb_store_meetings(book, NULL, since, until, error);
    done = meetings != NULL;
    for (guint i = 0; done && i < meetings->len; i++)
        mb_dossier_add(dossier, mb_record_copy(meetings->pdata[i]));
    return done ? g_steal_pointer(&dossier) : NULL;
}

gboolean mb_sight_find(MbDesk *desk, const char *meeting_words, const char *item_words, char **meeting, char **item,
                       GError **error)
{
    MbMeeting *found;
    MbItem *found_item;

    *meeting = *item = NULL;
    if (!mb_desk_open(desk, MB_BOOK_READ, error))
        return FALSE;
    found = mb_find_meeting(desk, meeting_words, NULL, error);
    if (!found)
        return FALSE;
    *meeting = g_strdup(found->id);
    if (!item_words)
        return TRUE;
    if (!mb_store_dossier_items(mb_desk_book(desk), mb_desk_dossier(desk), *meeting, error))
        return FALSE;
    found_item = mb_find_item(desk, mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, *meeting), item_words, error);
    *item = found_item ? g_strdup(found_item->id) : NULL;
    return found_item != NULL;
}

char *mb_sight_live(MbDesk *desk)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_READ, NULL);
    g_autoptr(GPtrArray) live = NULL;

    if (!book)
        return NULL;
    live = mb_store_load(book, &MB_MEETING, NULL,
                         "WHERE \"state\" = 'live' ORDER BY (SELECT max(\"stamp\") FROM \"place\" WHERE "
                         "\"place\".\"meeting\" = \"meeting\".\"id\") DESC, \"day\" DESC LIMIT 1",
                         NULL);
    return live && live->len ? g_strdup(((MbMeeting *)live->pdata[0])->id) : NULL;
}

char *mb_sight_setting(MbDesk *desk, const char *name)
{
    MbBook *book = mb_desk_open(desk, MB_BOOK_READ, NULL);

    return book ? mb_store_setting(book, name) : NULL;
}

gboolean mb_sight_do(MbDesk *desk, const char *name, const char *const *words, const char *input, MbAnswer *answer,
                     GError **error)
{
    for (guint i = 0; mb_commands[i]; i++)
        if (strcmp(mb_commands[i]->name, name) == 0) {
            g_autoptr(MbArguments) arguments = mb_arguments_read(mb_commands[i], words, error);

            if (!arguments)
                return FALSE;
            if (input)
                mb_arguments_input(arguments, input, strlen(input));
            return mb_command_run(desk, mb_commands[i], arguments, answer, error);
        }
    return mb_deed_refuse(error, "There is no command “%s”.", name);
}

gint64 mb_sight_last_deed(MbDesk *desk)
{
    gint64 seq = 0;

    mb_store_number(mb_desk_book(desk), &seq, NULL, "SELECT max(\"seq\") FROM \"history\"", NULL);
    return seq;
}

MbHandPlace *mb_sight_place(MbDesk *desk, const char *meeting)
{
    return mb_typing_place(mb_desk_book(desk), meeting, NULL);
}

int mb_sight_watch(MbDesk *desk)
{
    return mb_typing_watch(mb_desk_book(desk));
}

gboolean mb_sight_others_wrote(MbDesk *desk)
{
    return mb_typing_others_wrote(mb_desk_book(desk));
}

void mb_sight_drain(MbDesk *desk)
{
    mb_typing_drain(mb_desk_book(desk));
}

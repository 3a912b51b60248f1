/* SPDX-License-Identifier: MIT */
#include "deed.h"

#include "find.h"

#include "minutebook/base/error.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/record.h"

void mb_deed_say(MbAnswer *answer, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    g_free(answer->text);
    answer->text = g_strdup_vprintf(format, arguments);
    va_end(arguments);
    if (!answer->value)
        answer->value = mb_value_new_map();
    mb_value_set_text(answer->value, "done", answer->text);
}

void mb_deed_list(MbAnswer *answer, MbValue *list, const MbColumn *columns, const char *empty)
{
    mb_value_free(answer->value);
    answer->value = list;
    answer->columns = columns;
    answer->empty = empty;
}

MbValue *mb_deed_shown(MbAnswer *answer)
{
    if (!answer->shown)
        answer->shown = mb_value_copy(answer->value);
    return answer->shown;
}

void mb_deed_short_names(MbDesk *desk, MbAnswer *answer)
{
    GPtrArray *boards = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    MbValue *rows = mb_deed_shown(answer);

    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        const char *name = mb_value_get_text(row, "board");

        for (guint b = 0; name && b < boards->len; b++)
            if (g_strcmp0(((MbBoard *)boards->pdata[b])->name, name) == 0)
                mb_value_set_text(row, "short", mb_find_board_name(boards->pdata[b]));
    }
}

gboolean mb_deed_save(MbDesk *desk, gpointer record, GError **error)
{
    return mb_store_save(mb_desk_book(desk), record, error);
}

gboolean mb_deed_delete(MbDesk *desk, gpointer record, GError **error)
{
    return mb_store_delete(mb_desk_book(desk), record, error);
}

gboolean mb_deed_save_all(MbDesk *desk, GPtrArray *changed, GPtrArray *gone, GError **error)
{
    for (guint i = 0; gone && i < gone->len; i++)
        if (!mb_deed_delete(desk, gone->pdata[i], error))
            return FALSE;
    for (guint i = 0; changed && i < changed->len; i++)
        if (!mb_deed_save(desk, changed->pdata[i], error))
            return FALSE;
    return TRUE;
}

MbMeeting *mb_deed_meeting(MbDesk *desk, const MbArguments *arguments, GError **error)
{
    MbMeeting *meeting =
        mb_find_meeting(desk, mb_argument(arguments, "MEETING"), mb_argument(arguments, "--board"), error);
    MbBook *book = mb_desk_book(desk);
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autofree char *id = meeting ? g_strdup(meeting->id) : NULL;

    if (!meeting || !mb_store_dossier_board(book, dossier, meeting->board, error) ||
        !mb_store_dossier_meeting(book, dossier, id, error))
        return NULL;
    return mb_dossier_find(dossier, &MB_MEETING, id);
}

gboolean mb_deed_surroundings(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    MbBook *book = mb_desk_book(desk);
    MbDossier *dossier = mb_desk_dossier(desk);
    MbDay since = mb_day_add_months(meeting->day, -24);
    MbDay until = mb_day_add_months(meeting->day, 12);

    return mb_store_dossier_meetings(book, dossier, meeting->board, since, until, error) &&
           mb_store_dossier_plans(book, dossier, meeting->board, meeting->day, meeting->day, error) &&
           mb_store_dossier_open_actions(book, dossier, meeting->board, error);
}

static gboolean was_held_before(const MbMeeting *other, const MbMeeting *meeting)
{
    return other->day != MB_NO_DAY && other->day <= meeting->day && other != meeting && other->state >= MB_STATE_LIVE &&
           other->state <= MB_STATE_SIGNED;
}

gboolean mb_deed_approvals(MbDesk *desk, const MbMeeting *meeting, GError **error)
{
    g_autoptr(GPtrArray) meetings = mb_dossier_of(mb_desk_dossier(desk), &MB_MEETING, "board", meeting->board);
    MbDay oldest = meeting->day;

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *other = meetings->pdata[i];

        if (was_held_before(other, meeting) && other->state <= MB_STATE_CIRCULATED)
            oldest = MIN(oldest, other->day);
    }
    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *other = meetings->pdata[i];

        if (was_held_before(other, meeting) && other->day >= oldest &&
            !mb_store_dossier_meeting(mb_desk_book(desk), mb_desk_dossier(desk), other->id, error))
            return FALSE;
    }
    return TRUE;
}

gboolean mb_deed_refuse(GError **error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    if (error && !*error)
        *error = g_error_new_valist(MB_ERROR, MB_ERROR_USAGE, format, arguments);
    va_end(arguments);
    return FALSE;
}

gboolean mb_deed_blank(const char *text)
{
    while (text && g_unichar_isspace(g_utf8_get_char(text)))
        text = g_utf8_next_char(text);
    return !text || !*text;
}

char *mb_deed_item_name(const MbItem *item)
{
    return g_strdup_printf("%s%s%s", item->number ? item->number : "", item->number && item->title ? " " : "",
                           item->title ? item->title : "");
}

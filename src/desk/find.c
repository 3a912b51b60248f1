/* SPDX-License-Identifier: MIT */
#include "find.h"

#include "find_key.h"
#include "remark.h"

#include "minutebook/base/error.h"
#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/model/name.h"
#include "minutebook/store/dossier.h"
#include "minutebook/store/query.h"

#include <string.h>

static void refuse(GError **error, const char *format, ...) G_GNUC_PRINTF(2, 3);

static void refuse(GError **error, const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    if (error && !*error)
        *error = g_error_new_valist(MB_ERROR, MB_ERROR_USAGE, format, arguments);
    va_end(arguments);
}

/* "A; B; C", of a list of texts that it takes. */
static char *candidates(GPtrArray *texts)
{
    g_ptr_array_add(texts, NULL);
    return g_strjoinv("; ", (char **)texts->pdata);
}

const char *mb_find_board_name(const MbBoard *board)
{
    if (!board)
        return "?";
    return board->short_name ? board->short_name : board->name;
}

/* The ways in which words name a board; the first way that fits any board counts. */
typedef enum { BY_NAME, BY_SHORT_NAME, BY_OTHER_NAME, BY_PART, WAYS } Way;

static gboolean other_name_fits(MbDesk *desk, const MbBoard *board, const char *words,
                                gboolean (*fits)(const char *, const char *))
{
    g_autoptr(GPtrArray) names = mb_dossier_of(mb_desk_dossier(desk), &MB_BOARD_NAME, "board", board->id);

    for (guint i = 0; i < names->len; i++)
        if (fits(((MbBoardName *)names->pdata[i])->name, words))
            return TRUE;
    return FALSE;
}

static gboolean named_so(MbDesk *desk, const MbBoard *board, const char *words, Way way)
{
    switch (way) {
    case BY_NAME:
        return mb_text_same(board->name, words);
    case BY_SHORT_NAME:
        return board->short_name && mb_text_same(board->short_name, words);
    case BY_OTHER_NAME:
        return other_name_fits(desk, board, words, mb_text_same);
    default:
        return mb_text_contains(board->name, words) ||
               (board->short_name && mb_text_contains(board->short_name, words)) ||
               other_name_fits(desk, board, words, mb_text_contains);
    }
}

static GPtrArray *boards_named(MbDesk *desk, const char *words)
{
    GPtrArray *all = mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD);
    GPtrArray *found = g_ptr_array_new();

    for (Way way = BY_NAME; way < WAYS && !found->len; way++)
        for (guint i = 0; i < all->len; i++)
            if (named_so(desk, all->pdata[i], words, way))
                g_ptr_array_add(found, all->pdata[i]);
    return found;
}

static char *board_list(GPtrArray *boards)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < boards->len; i++) {
        const MbBoard *board = boards->pdata[i];

        g_ptr_array_add(names, board->short_name ? g_strdup_printf("%s (%s)", board->name, board->short_name)
                                                 : g_strdup(board->name));
    }
    return candidates(names);
}

MbBoard *mb_find_board(MbDesk *desk, const char *words, GError **error)
{
    g_autoptr(GPtrArray) found = NULL;
    g_autofree char *list = NULL;

    if (mb_find_is_key(words))
        return mb_desk_boards(desk, error) ? mb_find_key(desk, &MB_BOARD, words, error) : NULL;
    if (!mb_desk_boards(desk, error))
        return NULL;
    found = boards_named(desk, words);
    if (found->len == 1)
        return found->pdata[0];
    list = board_list(found->len ? found : mb_dossier_all(mb_desk_dossier(desk), &MB_BOARD));
    if (found->len)
        refuse(error, "“%s” fits several boards: %s. Write more of the name.", words, list);
    else if (*list)
        refuse(error, "No board is called “%s”. There are: %s.", words, list);
    else
        refuse(error, "No board is called “%s”: the book holds none yet; `minutebook load FILE.yaml` brings one in.",
               words);
    return NULL;
}

gboolean mb_find_board_option(MbDesk *desk, const char *words, MbBoard **board, GError **error)
{
    *board = NULL;
    if (!mb_desk_boards(desk, error))
        return FALSE;
    if (words)
        *board = mb_find_board(desk, words, error);
    return !words || *board;
}

MbBoard *mb_find_board_of(MbDesk *desk, const MbMeeting *meeting)
{
    return mb_dossier_find(mb_desk_dossier(desk), &MB_BOARD, meeting->board);
}

char *mb_find_meeting_name(MbDesk *desk, const MbMeeting *meeting)
{
    g_autofree char *day = meeting->day != MB_NO_DAY ? mb_day_long(meeting->day)
                                                     : g_strdup(meeting->day_words ? meeting->day_words : "undated");

    return g_strdup_printf("%s, %s", mb_find_board_name(mb_find_board_of(desk, meeting)), day);
}

static char *meeting_list(MbDesk *desk, GPtrArray *meetings)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        g_autofree char *day = mb_day_iso(meeting->day);
        g_autofree char *starts = mb_time_text(meeting->starts);

        g_ptr_array_add(names, g_strdup_printf("%s/%s%s%s", mb_find_board_name(mb_find_board_of(desk, meeting)), day,
                                               *starts ? "@" : "", starts));
    }
    return candidates(names);
}

static int by_distance(gconstpointer a, gconstpointer b, gpointer day)
{
    return ABS((*(MbMeeting *const *)a)->day - *(const MbDay *)day) -
           ABS((*(MbMeeting *const *)b)->day - *(const MbDay *)day);
}

/* The three meetings nearest to DAY, for the sentence that says there is none on it. */
static char *nearby(MbDesk *desk, MbDay day, const char *board)
{
    g_autoptr(GPtrArray) near = mb_store_meetings(mb_desk_book(desk), board, day - 400, day + 400, NULL);

    if (!near)
        return g_strdup("");
    g_ptr_array_sort_with_data(near, by_distance, &day);
    if (near->len > 3)
        g_ptr_array_set_size(near, 3);
    return meeting_list(desk, near);
}

/* What the words of a MEETING are made of. */
typedef struct {
    char *board; /* before "/", or NULL */
    char *when;  /* "next", "last", or an ISO day */
    MbTime at;
} MeetingWords;

static void meeting_words_clear(MeetingWords *words)
{
    g_free(words->board);
    g_free(words->when);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(MeetingWords, meeting_words_clear)

static gboolean split_meeting(const char *text, MeetingWords *words, GError **error)
{
    const char *slash = strrchr(text, '/');
    char *at;

    words->board = slash ? g_strndup(text, slash - text) : NULL;
    words->when = g_strdup(slash ? slash + 1 : text);
    words->at = MB_NO_TIME;
    at = strchr(words->when, '@');
    if (at) {
        *at = '\0';
        return mb_find_time(at + 1, "the time after @", &words->at, error);
    }
    return TRUE;
}

static GPtrArray *meetings_meant(MbDesk *desk, const MeetingWords *words, const MbBoard *board, MbDay *day,
                                 GError **error)
{
    MbDay today = mb_desk_today(desk, board);
    const char *id = board ? board->id : NULL;

    *day = MB_NO_DAY;
    if (mb_text_same(words->when, "next"))
        return mb_store_meetings_next(mb_desk_book(desk), today, id, error);
    if (mb_text_same(words->when, "last"))
        return mb_store_meetings_last(mb_desk_book(desk), today, id, error);
    *day = mb_day_parse_iso(words->when);
    if (*day == MB_NO_DAY) {
        refuse(error, "“%s” is no meeting: expected a date such as 2026-01-29, `next`, `last`, or BOARD/DATE.",
               words->when);
        return NULL;
    }
    return mb_store_meetings_on(mb_desk_book(desk), *day, id, error);
}

static void keep_time(GPtrArray *meetings, MbTime at)
{
    for (guint i = 0; at != MB_NO_TIME && i < meetings->len;)
        if (((MbMeeting *)meetings->pdata[i])->starts != at)
            g_ptr_array_remove_index(meetings, i);
        else
            i++;
}

static void no_meeting(MbDesk *desk, const MeetingWords *words, const MbBoard *board, MbDay day, GError **error)
{
    g_autofree char *near = nearby(desk, day != MB_NO_DAY ? day : mb_desk_today(desk, board), board ? board->id : NULL);
    const char *of = board ? mb_find_board_name(board) : "any board";

    if (day == MB_NO_DAY)
        refuse(error, "%s has no %s meeting in the book; `minutebook meetings` lists what there is.",
               board ? of : "No board", words->when);
    else if (*near)
        refuse(error, "There is no meeting of %s on %s; the nearest: %s.", of, words->when, near);
    else
        refuse(error, "There is no meeting of %s on %s.", of, words->when);
}

/* The record of RECORD's id on the desk: the one that lies there already, since others may hold it; else a copy. */
static gpointer on_desk(MbDesk *desk, gpointer record)
{
    const MbRecord *wanted = record;
    gpointer there = mb_dossier_find(mb_desk_dossier(desk), wanted->noun, wanted->id);

    return there ? there : mb_dossier_add(mb_desk_dossier(desk), mb_record_copy(record));
}

MbMeeting *mb_find_meeting(MbDesk *desk, const char *text, const char *board_words, GError **error)
{
    g_auto(MeetingWords) words = {0};
    g_autoptr(GPtrArray) found = NULL;
    MbBoard *board;
    MbDay day;

    if (mb_find_is_key(text))
        return mb_desk_boards(desk, error) ? mb_find_key(desk, &MB_MEETING, text, error) : NULL;
    if (!split_meeting(text, &words, error) ||
        !mb_find_board_option(desk, words.board ? words.board : board_words, &board, error))
        return NULL;
    found = meetings_meant(desk, &words, board, &day, error);
    if (!found)
        return NULL;
    keep_time(found, words.at);
    if (found->len == 0) {
        no_meeting(desk, &words, board, day, error);
        return NULL;
    }
    if (found->len > 1) {
        g_autofree char *list = meeting_list(desk, found);

        refuse(error, "“%s” fits several meetings: %s. Name one so.", text, list);
        return NULL;
    }
    return on_desk(desk, found->pdata[0]);
}

MbItem *mb_find_item(MbDesk *desk, const MbMeeting *meeting, const char *words, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *meeting_name = mb_find_meeting_name(desk, meeting);
    g_autofree char *list = NULL;

    if (mb_find_is_key(words))
        return mb_find_key(desk, &MB_ITEM, words, error);
    if (mb_number_find(dossier, meeting->id, words, found) == 1)
        return found->pdata[0];
    for (guint i = 0; i < found->len; i++) {
        const MbItem *item = found->pdata[i];

        g_ptr_array_add(names, g_strdup_printf("%s %s", item->number ? item->number : "–",
                                               item->title ? item->title : "(no title)"));
    }
    list = candidates(names);
    if (found->len)
        refuse(error, "“%s” fits several items of %s: %s. Use the number or more of the title.", words, meeting_name,
               list);
    else
        refuse(error, "%s has no item “%s”; `minutebook agenda show` lists them.", meeting_name, words);
    return NULL;
}

static char *person_list(const MbDossier *dossier, GPtrArray *people)
{
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < people->len && i < 8; i++) {
        MbSeat *seat = mb_dossier_first(dossier, &MB_SEAT, "person", ((MbPerson *)people->pdata[i])->id);
        const char *organisation = seat ? mb_seat_organisation(dossier, seat) : NULL;
        g_autofree char *name = mb_person_print(people->pdata[i]);

        g_ptr_array_add(names, organisation ? g_strdup_printf("%s (%s)", name, organisation) : g_strdup(name));
    }
    return candidates(names);
}

static gboolean load_people(MbDesk *desk, const MbBoard *board, GError **error)
{
    return mb_store_dossier_people(mb_desk_book(desk), mb_desk_dossier(desk), error) &&
           (!board || mb_store_dossier_board(mb_desk_book(desk), mb_desk_dossier(desk), board->id, error));
}

gboolean mb_find_person_or_words(MbDesk *desk, const MbBoard *board, const char *words, MbPerson **person,
                                 GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autofree char *list = NULL;

    *person = NULL;
    if (!load_people(desk, board, error))
        return FALSE;
    if (mb_find_is_key(words)) {
        *person = mb_find_key(desk, &MB_PERSON, words, error);
        return *person != NULL;
    }
    if (mb_name_find(dossier, board ? board->id : NULL, words, TRUE, found) == 1)
        *person = found->pdata[0];
    if (found->len <= 1)
        return TRUE;
    list = person_list(dossier, found);
    refuse(error, "“%s” fits several people: %s. Write the whole name.", words, list);
    return FALSE;
}

/* Any part of a name, where no kind of whole name fits. */
static void people_with_part(const MbDossier *dossier, const char *words, GPtrArray *found)
{
    GPtrArray *all = mb_dossier_all(dossier, &MB_PERSON);

    for (guint i = 0; i < all->len; i++) {
        g_autofree char *name = mb_person_print(all->pdata[i]);

        if (mb_text_contains(name, words))
            g_ptr_array_add(found, all->pdata[i]);
    }
}

static void nobody(MbDesk *desk, const char *words, GError **error)
{
    g_autofree char *nearest = mb_remark_nearest(desk, words);

    if (nearest)
        refuse(error, "Nobody in the book is called “%s”; did you mean %s?", words, nearest);
    else
        refuse(error, "Nobody in the book is called “%s”; `minutebook people` lists everyone.", words);
}

MbPerson *mb_find_person(MbDesk *desk, const MbBoard *board, const char *words, GError **error)
{
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) found = g_ptr_array_new();
    g_autofree char *list = NULL;
    MbPerson *person;

    if (!mb_find_person_or_words(desk, board, words, &person, error))
        return NULL;
    if (person)
        return person;
    people_with_part(dossier, words, found);
    if (found->len == 1)
        return found->pdata[0];
    if (!found->len) {
        nobody(desk, words, error);
        return NULL;
    }
    list = person_list(dossier, found);
    refuse(error, "“%s” fits several people: %s. Write the whole name.", words, list);
    return NULL;
}

static MbAction *take_action(MbDesk *desk, MbAction *action, GError **error)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    MbAction *taken = on_desk(desk, action);

    return mb_store_dossier_action_parts(mb_desk_book(desk), dossier, error) ? taken : NULL;
}

MbAction *mb_find_action(MbDesk *desk, const char *text, const char *board_words, GError **error)
{
    const char *slash = strrchr(text, '/');
    g_autofree char *before = slash ? g_strndup(text, slash - text) : NULL;
    MbActionFilter filter = {.ref = slash ? slash + 1 : text};
    g_autoptr(GPtrArray) found = NULL;
    g_autoptr(GPtrArray) names = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;
    MbBoard *board;

    if (mb_find_is_key(text)) {
        MbAction *action = mb_desk_boards(desk, error) ? mb_find_key(desk, &MB_ACTION, text, error) : NULL;

        return action ? take_action(desk, action, error) : NULL;
    }
    if (!mb_find_board_option(desk, before ? before : board_words, &board, error))
        return NULL;
    filter.board = board ? board->id : NULL;
    filter.today = mb_desk_today(desk, board);
    found = mb_store_actions(mb_desk_book(desk), &filter, error);
    if (!found)
        return NULL;
    if (found->len == 1)
        return take_action(desk, found->pdata[0], error);
    for (guint i = 0; i < found->len; i++) {
        const MbAction *action = found->pdata[i];
        g_autofree char *short_text = mb_text_fit(action->text, 40);

        g_ptr_array_add(
            names, g_strdup_printf("%s/%s “%s”",
                                   mb_find_board_name(mb_dossier_find(mb_desk_dossier(desk), &MB_BOARD, action->board)),
                                   action->ref, short_text));
    }
    list = candidates(names);
    if (found->len)
        refuse(error, "Several boards have an action %s: %s. Name the board.", filter.ref, list);
    else
        refuse(error, "There is no action %s%s%s; `minutebook actions` lists them.", filter.ref, board ? " of " : "",
               board ? mb_find_board_name(board) : "");
    return NULL;
}

gboolean mb_find_day(const char *words, const char *name, MbDay *day, GError **error)
{
    *day = mb_day_parse_iso(words);
    if (*day == MB_NO_DAY)
        refuse(error, "%s: “%s” is no date; expected YYYY-MM-DD, such as 2026-01-29.", name, words);
    return *day != MB_NO_DAY;
}

gboolean mb_find_time(const char *words, const char *name, MbTime *time, GError **error)
{
    *time = mb_time_parse(words);
    if (*time == MB_NO_TIME)
        refuse(error, "%s: “%s” is no time of day; expected HH:MM, such as 14:05.", name, words);
    return *time != MB_NO_TIME;
}

/* Where the second time begins, after "-", a dash or "to"; NULL where there is none. LENGTH is set to that of the
 * first. */
static const char *second_time(const char *words, gsize *length)
{
    static const char *const between[] = {"-", "–", "—", " to "};

    for (gsize i = 0; i < G_N_ELEMENTS(between); i++) {
        const char *at = strstr(words, between[i]);

        *length = at ? (gsize)(at - words) : strlen(words);
        if (at)
            return at + strlen(between[i]);
    }
    return NULL;
}

gboolean mb_find_times(const char *words, const char *name, MbTime *starts, MbTime *ends, GError **error)
{
    gsize length;
    const char *second = second_time(words, &length);
    g_autofree char *first = g_strstrip(g_strndup(words, length));
    g_autofree char *last = second ? g_strstrip(g_strdup(second)) : NULL;

    *starts = mb_time_parse(first);
    *ends = last ? mb_time_parse(last) : MB_NO_TIME;
    if (*starts != MB_NO_TIME && (!last || *ends != MB_NO_TIME))
        return TRUE;
    refuse(error, "%s: “%s” is no time of day; expected START-END such as 10:00-13:00, or the start alone.", name,
           *starts == MB_NO_TIME ? first : last);
    return FALSE;
}

gboolean mb_find_number(const char *words, const char *name, int *number, GError **error)
{
    guint64 value;

    if (!g_ascii_string_to_unsigned(words, 10, 0, G_MAXINT32, &value, NULL)) {
        refuse(error, "%s: “%s” is no whole number from 0.", name, words);
        return FALSE;
    }
    *number = (int)value;
    return TRUE;
}

gboolean mb_find_word(const char *words, const char *name, const char *const *enum_words, int *index, GError **error)
{
    g_autoptr(GPtrArray) known = g_ptr_array_new_with_free_func(g_free);
    g_autofree char *list = NULL;
    g_autofree char *folded = g_ascii_strdown(words, -1);

    *index = mb_word_index(enum_words, folded);
    if (*index >= 0 && *words)
        return TRUE;
    for (int i = 0; enum_words[i]; i++)
        if (*enum_words[i])
            g_ptr_array_add(known, g_strdup(enum_words[i]));
    g_ptr_array_add(known, NULL);
    list = g_strjoinv(", ", (char **)known->pdata);
    refuse(error, "%s: “%s” is not known; expected one of %s.", name, words, list);
    return FALSE;
}

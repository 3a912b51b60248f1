/* SPDX-License-Identifier: MIT */
/* What was understood of the minutes: listed, and looked at one by one. */
#include "understand.h"

#include "change.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "find_key.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/model/nouns.h"

#include <string.h>

/* --- in order --- */

/* A mark and where it stands: item of the agenda, paragraph, place in it. */
typedef struct {
    MbMark *mark;
    const MbItem *item;
    int item_order;
    int layer;
    int position; /* of the paragraph */
} Place;

static int by_place(gconstpointer a, gconstpointer b)
{
    const Place *one = a, *other = b;
    const int keys[][2] = {{one->item_order, other->item_order},
                           {one->layer, other->layer},
                           {one->position, other->position},
                           {one->mark->start, other->mark->start},
                           {one->mark->position, other->mark->position}};

    for (gsize i = 0; i < G_N_ELEMENTS(keys); i++)
        if (keys[i][0] != keys[i][1])
            return keys[i][0] < keys[i][1] ? -1 : 1;
    return strcmp(one->mark->id, other->mark->id);
}

/* Who speaks is worth a line only where it is not sure. */
static gboolean is_listed(const MbMark *mark)
{
    return mark->shown || mb_mark_kind(mark) != MB_READ_SPEAKER;
}

/* The marks of MEETING in the order of the agenda and the text. */
static GArray *places_of(MbDesk *desk, const MbMeeting *meeting)
{
    MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) items = mb_number_items(dossier, meeting->id);
    g_autoptr(GPtrArray) marks = mb_dossier_of(dossier, &MB_MARK, "meeting", meeting->id);
    GArray *places = g_array_new(FALSE, FALSE, sizeof(Place));

    for (guint i = 0; i < marks->len; i++) {
        Place place = {.mark = marks->pdata[i]};
        const MbMinute *minute = mb_dossier_find(dossier, &MB_MINUTE, place.mark->minute);
        guint order;

        if (!is_listed(place.mark))
            continue;
        place.item = mb_dossier_find(dossier, &MB_ITEM, place.mark->item);
        place.item_order = !place.item                                   ? -1
                           : g_ptr_array_find(items, place.item, &order) ? (int)order
                                                                         : (int)items->len;
        place.layer = minute ? minute->layer : G_MAXINT;
        place.position = minute ? minute->position : G_MAXINT;
        g_array_append_val(places, place);
    }
    g_array_sort(places, by_place);
    return places;
}

/* --- listed --- */

static const MbColumn mark_columns[] = {
    {.key = "number", .heading = "No.", .right = TRUE},
    {.key = "item", .heading = "Item"},
    {.key = "reading", .heading = "Read as"},
    {.key = "shown", .heading = "Mark", .flexible = TRUE},
    {.key = "sure", .heading = "Sure", .right = TRUE},
    {.key = "state", .heading = "State"},
    {.key = "text", .heading = "Text", .flexible = TRUE},
    {.key = NULL},
};

static MbValue *row_of(const Place *place, guint number)
{
    MbValue *row = mb_value_new_map();
    g_autofree char *span = mb_mark_span(place->mark);

    g_strdelimit(span, "\n\t", ' ');
    mb_value_set_int(row, "number", (int)number);
    mb_value_set_text(row, "item", place->item ? place->item->number : NULL);
    mb_value_set_text(row, "reading", place->mark->reading);
    mb_value_set_text(row, "shown", place->mark->shown);
    mb_value_set_int(row, "sure", place->mark->sure);
    mb_value_set_text(row, "state", mb_mark_state_words[place->mark->state]);
    mb_value_set_text(row, "doubt", place->mark->doubt);
    mb_value_set_text(row, "text", span);
    return row;
}

/* Why a mark is not sure stands in place of its text. */
static void show_doubts(MbValue *rows)
{
    for (guint i = 0; i < mb_value_length(rows); i++) {
        MbValue *row = mb_value_at_mut(rows, i);
        const char *doubt = mb_value_get_text(row, "doubt");
        gboolean offered = g_strcmp0(mb_value_get_text(row, "state"), mb_mark_state_words[MB_MARK_OFFERED]) == 0;
        g_autofree char *both =
            doubt && offered ? g_strdup_printf("%s (%s)", mb_value_get_text(row, "text"), doubt) : NULL;

        if (both)
            mb_value_set_text(row, "text", both);
    }
}

static gboolean marks_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    gboolean unsure = mb_argument(arguments, "--unsure") != NULL;
    g_autoptr(GArray) places = NULL;
    MbItem *item = NULL;
    MbValue *rows;

    if (!meeting)
        return FALSE;
    if (mb_argument(arguments, "ITEM")) {
        item = mb_find_item(desk, meeting, mb_argument(arguments, "ITEM"), error);
        if (!item)
            return FALSE;
    }
    places = places_of(desk, meeting);
    rows = mb_value_new_list();
    for (guint i = 0; i < places->len; i++) {
        const Place *place = &g_array_index(places, Place, i);

        if ((!item || place->item == item) && (!unsure || place->mark->state == MB_MARK_OFFERED))
            mb_value_add(rows, row_of(place, i + 1));
    }
    mb_deed_list(answer, rows, mark_columns,
                 unsure ? "Nothing waits to be looked at." : "Nothing was understood of these minutes yet.");
    show_doubts(mb_deed_shown(answer));
    return TRUE;
}

static const MbArgument list_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "ITEM", .help = "the printed number, or part of the title", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--unsure", .help = "only what waits to be looked at"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_marks = {
    .name = "marks",
    .help = "what was understood of the minutes: each mark, how sure, and the words it was read from",
    .example = "next 5 --unsure",
    .arguments = list_arguments,
    .need = MB_NEED_BOOK,
    .run = marks_list,
};

/* --- looked at --- */

static MbMark *by_key(MbDesk *desk, const MbMeeting *meeting, const char *words, GError **error)
{
    MbMark *mark = mb_find_key(desk, &MB_MARK, words, error);

    if (mark && g_strcmp0(mark->meeting, meeting->id) != 0) {
        mb_deed_refuse(error, "That mark belongs to another meeting.");
        return NULL;
    }
    return mark;
}

static MbMark *by_number(MbDesk *desk, const MbMeeting *meeting, const char *words, GError **error)
{
    g_autoptr(GArray) places = places_of(desk, meeting);
    g_autofree char *name = mb_find_meeting_name(desk, meeting);
    guint64 number = 0;

    if (places->len && g_ascii_string_to_unsigned(words, 10, 1, places->len, &number, NULL))
        return g_array_index(places, Place, number - 1).mark;
    if (places->len)
        mb_deed_refuse(error, "MARK: “%s” is none of the %u marks of %s; `marks` lists them with their numbers.", words,
                       places->len, name);
    else
        mb_deed_refuse(error, "%s has no marks; `minutes read` reads its minutes.", name);
    return NULL;
}

/* The mark that the arguments name, of minutes that may still change. */
static MbMark *mark_meant(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, GError **error)
{
    const char *words = mb_argument(arguments, "MARK");
    g_autofree char *name = NULL;

    /* What lies on the desk may be older than this deed. */
    mb_desk_clear(desk);
    *meeting = mb_deed_meeting(desk, arguments, error);
    if (!*meeting)
        return NULL;
    name = mb_find_meeting_name(desk, *meeting);
    if ((*meeting)->state >= MB_STATE_APPROVED) {
        mb_deed_refuse(error, "The minutes of %s are %s and never change again.", name,
                       mb_meeting_state_words[(*meeting)->state]);
        return NULL;
    }
    return mb_find_is_key(words) ? by_key(desk, *meeting, words, error) : by_number(desk, *meeting, words, error);
}

static void say(MbAnswer *answer, const char *deed, const MbMark *mark)
{
    g_autofree char *span = mb_mark_span(mark);
    g_autofree char *shown = NULL;

    g_strdelimit(span, "\n\t", ' ');
    shown = mb_text_fit(span, 60);
    mb_deed_say(answer, "%s: %s%s%s“%s”.", deed, mark->shown ? mark->shown : mark->reading,
                mark->shown ? ", from " : " ", "", shown);
}

static gboolean mark_accept(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_auto(MbUnderstood) understood = {0};
    MbMeeting *meeting;
    MbMark *mark = mark_meant(desk, arguments, &meeting, error);

    if (!mark || !mb_understand_accept(desk, meeting, mark, NULL, &understood, error))
        return FALSE;
    say(answer, "Accepted", mark);
    return TRUE;
}

static gboolean mark_refuse(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_auto(MbUnderstood) understood = {0};
    MbMeeting *meeting;
    MbMark *mark = mark_meant(desk, arguments, &meeting, error);

    if (!mark || !mb_understand_refuse(desk, meeting, mark, &understood, error))
        return FALSE;
    say(answer, "Refused", mark);
    return TRUE;
}

static gboolean mark_reopen(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    g_auto(MbUnderstood) understood = {0};
    MbMeeting *meeting;
    MbMark *mark = mark_meant(desk, arguments, &meeting, error);

    if (!mark || !mb_understand_reopen(desk, meeting, mark, &understood, error))
        return FALSE;
    say(answer, mb_mark_state_words[mark->state], mark);
    answer->text[0] = g_ascii_toupper(answer->text[0]);
    mb_value_set_text(answer->value, "done", answer->text);
    return TRUE;
}

#define MARK_ARGUMENT                                                                                                  \
    {                                                                                                                  \
        .name = "MARK", .help = "its number, as `marks` lists it"                                                      \
    }

static const MbArgument look_arguments[] = {MB_MEETING_ARGUMENT, MARK_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_mark_accept = {
    .name = "mark accept",
    .help = "confirms a mark: what was only offered is recorded",
    .example = "next 3",
    .arguments = look_arguments,
    .need = MB_NEED_DEED,
    .run = mark_accept,
};
const MbCommand mb_command_mark_refuse = {
    .name = "mark refuse",
    .help = "no such thing was said: what was made of it goes, and its words are not read so again",
    .example = "next 3",
    .arguments = look_arguments,
    .need = MB_NEED_DEED,
    .run = mark_refuse,
};
const MbCommand mb_command_mark_reopen = {
    .name = "mark reopen",
    .help = "a mark that was accepted or refused is read again as if it had never been looked at",
    .example = "next 3",
    .arguments = look_arguments,
    .need = MB_NEED_DEED,
    .run = mark_reopen,
};

static const MbArgument correct_arguments[] = {
    MB_MEETING_ARGUMENT,
    MARK_ARGUMENT,
    {.name = "--text", .value = "TEXT", .help = "what is to be done, was decided, reported or declared"},
    {.name = "--owner",
     .value = "PERSON",
     .help = "who owes it, came, left or declared; of an action several times",
     .flags = MB_ARGUMENT_MANY},
    {.name = "--due", .value = "DUE", .help = "a date, \"next meeting\", or words kept as written"},
    {.name = "--outcome", .value = "OUTCOME", .help = "of a decision, or open or closed of a report on an action"},
    {.name = "--condition", .value = "TEXT", .help = "subject to what"},
    {.name = "--effect", .value = "EFFECT", .help = "of a declaration: left, stayed, spoke, or \"did not vote\""},
    {.name = "--at", .value = "HH:MM", .help = "when somebody came or left"},
    MB_BOARD_OPTION,
    {.name = NULL},
};

static gboolean mark_correct(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {"--board", NULL};
    const MbMarkChanges changes = {
        .text = mb_argument(arguments, "--text"),
        .owners = mb_argument_all(arguments, "--owner"),
        .due = mb_argument(arguments, "--due"),
        .outcome = mb_argument(arguments, "--outcome"),
        .condition = mb_argument(arguments, "--condition"),
        .effect = mb_argument(arguments, "--effect"),
        .at = mb_argument(arguments, "--at"),
    };
    g_auto(MbUnderstood) understood = {0};
    MbMeeting *meeting;
    MbMark *mark = mark_meant(desk, arguments, &meeting, error);

    if (!mark || !mb_change_asked(arguments, correct_arguments, besides, error) ||
        !mb_understand_accept(desk, meeting, mark, &changes, &understood, error))
        return FALSE;
    say(answer, "Corrected", mark);
    return TRUE;
}

const MbCommand mb_command_mark_correct = {
    .name = "mark correct",
    .help = "puts right what was understood, and keeps it: the text no longer moves it",
    .example = "next 3 --owner \"Second Name\" --due 2026-03-27",
    .arguments = correct_arguments,
    .need = MB_NEED_DEED,
    .run = mark_correct,
};

/* SPDX-License-Identifier: MIT */
/* Paragraphs withheld from the public, and private ones that go to nobody: "don't minute that". */
#include "agenda.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "paragraphs.h"
#include "recorded.h"
#include "which.h"

#include "minutebook/desk/understand.h"

/* --- withheld from the public --- */

static GPtrArray *restrictions_of(MbDesk *desk, const MbMinute *minute)
{
    return mb_dossier_of(mb_desk_dossier(desk), &MB_RESTRICTION, "minute", minute->id);
}

/* The span that --start and --length give, in characters; absent: the whole paragraph. */
static gboolean span_of(const MbArguments *arguments, const MbMinute *minute, int *start, int *length, GError **error)
{
    const char *from = mb_argument(arguments, "--start");
    const char *count = mb_argument(arguments, "--length");
    int size = (int)g_utf8_strlen(minute->text ? minute->text : "", -1);

    *start = *length = MB_NO_INT;
    if (!from && !count)
        return TRUE;
    if (!from || !count)
        return mb_deed_refuse(error, "--start and --length belong together: from which character, and how many.");
    if (!mb_find_number(from, "--start", start, error) || !mb_find_number(count, "--length", length, error))
        return FALSE;
    if (*length < 1 || *start >= size || *length > size - *start)
        return mb_deed_refuse(error, "The paragraph has %d characters; there are none from %d on for %d.", size, *start,
                              *length);
    return TRUE;
}

/* The restriction of exactly that span, if there is one already. */
static MbRestriction *same_span(MbDesk *desk, const MbMinute *minute, int start, int length)
{
    g_autoptr(GPtrArray) all = restrictions_of(desk, minute);

    for (guint i = 0; i < all->len; i++) {
        MbRestriction *restriction = all->pdata[i];

        if (restriction->start == start && restriction->length == length)
            return restriction;
    }
    return NULL;
}

static gboolean withhold(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                         const MbMinute *minute, MbAnswer *answer, GError **error)
{
    g_autofree char *place = mb_recorded_place(desk, meeting, item);
    g_autofree char *label = mb_paragraph_label(minute);
    MbRestriction *restriction;
    int start, length;

    if (!span_of(arguments, minute, &start, &length, error))
        return FALSE;
    restriction = same_span(desk, minute, start, length);
    if (!restriction) {
        restriction = mb_dossier_new_record(mb_desk_dossier(desk), &MB_RESTRICTION);
        mb_set(&restriction->minute, minute->id);
        restriction->start = start;
        restriction->length = length;
    }
    mb_set(&restriction->paragraph, mb_argument(arguments, "--paragraph"));
    mb_set(&restriction->public_title, mb_argument(arguments, "--title"));
    restriction->lifted_on = MB_NO_DAY;
    mb_set(&restriction->lifted_by, NULL);
    if (!mb_deed_save(desk, restriction, error))
        return FALSE;
    if (start == MB_NO_INT)
        mb_deed_say(answer, "%s: the paragraph %s is withheld under paragraph %s.", place, label,
                    restriction->paragraph);
    else
        mb_deed_say(answer, "%s: %d character%s of the paragraph %s are withheld under paragraph %s.", place, length,
                    length == 1 ? "" : "s", label, restriction->paragraph);
    return TRUE;
}

/* The paragraph that --text names, under an item of a meeting that may still be changed. */
static MbMinute *text_meant(MbDesk *desk, const MbArguments *arguments, MbMeeting **meeting, MbItem **item,
                            GError **error)
{
    mb_desk_clear(desk);
    *item = mb_recorded_item(desk, arguments, meeting, error);
    return *item ? mb_paragraph_meant(desk, *item, mb_argument(arguments, "--text"), error) : NULL;
}

static gboolean minutes_restrict(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item;
    MbMinute *minute = text_meant(desk, arguments, &meeting, &item, error);

    if (!minute ||
        !mb_agenda_paragraph_known(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "--paragraph"), error))
        return FALSE;
    if (minute->layer != MB_LAYER_MINUTE)
        return mb_deed_refuse(error, "That paragraph is %s: it goes to nobody anyway.",
                              minute->layer == MB_LAYER_NOTE ? "a note of your own" : "private");
    return withhold(desk, arguments, meeting, item, minute, answer, error);
}

#define TEXT_OPTION                                                                                                    \
    {                                                                                                                  \
        .name = "--text", .value = "PARAGRAPH", .help = "which paragraph, by its number in order from 1",              \
        .flags = MB_ARGUMENT_NEEDED                                                                                    \
    }

static const MbArgument restrict_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    TEXT_OPTION,
    {.name = "--start", .value = "N", .help = "only a part of it: from which character, the first is 0"},
    {.name = "--length", .value = "N", .help = "and how many"},
    {.name = "--paragraph",
     .value = "P",
     .help = "why: of the board's rule set: 1 to 7 of Schedule 12A, a to c, commercial …",
     .flags = MB_ARGUMENT_NEEDED},
    {.name = "--title", .value = "TITLE", .help = "what the public is told of it"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_minutes_restrict = {
    .name = "minutes restrict",
    .help = "withholds a paragraph of the minutes, or a part of it, from the public",
    .example = "next 6 --text 2 --paragraph 3",
    .more = "A whole item is withheld by `agenda restrict`.",
    .arguments = restrict_arguments,
    .need = MB_NEED_DEED,
    .run = minutes_restrict};

/* Whether the minutes of MEETING went out to the public: from then on it is on record what was withheld. */
static gboolean is_published(MbDesk *desk, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(mb_desk_dossier(desk), &MB_PUBLICATION, "meeting", meeting->id);

    for (guint i = 0; i < all->len; i++) {
        const MbPublication *publication = all->pdata[i];

        if (publication->state != MB_PUBLISHED_WITHDRAWN && g_strcmp0(publication->document, "minutes") == 0)
            return TRUE;
    }
    return FALSE;
}

static gboolean open_one(MbDesk *desk, const MbArguments *arguments, MbRestriction *restriction, gboolean published,
                         GError **error)
{
    if (!published)
        return mb_which_remove(desk, restriction, error);
    restriction->lifted_on = mb_desk_today(desk, NULL);
    mb_set(&restriction->lifted_by, mb_argument(arguments, "--by"));
    return mb_deed_save(desk, restriction, error);
}

static gboolean minutes_open(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item;
    MbMinute *minute = text_meant(desk, arguments, &meeting, &item, error);
    g_autoptr(GPtrArray) all = minute ? restrictions_of(desk, minute) : NULL;
    g_autofree char *place = minute ? mb_recorded_place(desk, meeting, item) : NULL;
    g_autofree char *label = minute ? mb_paragraph_label(minute) : NULL;
    gboolean published = minute && is_published(desk, meeting);

    if (!minute)
        return FALSE;
    if (!all->len)
        return mb_deed_refuse(error, "The paragraph %s is not withheld.", label);
    if (published && !mb_argument(arguments, "--by"))
        return mb_deed_refuse(error, "These minutes are published: by whose authority is the restriction lifted? Say "
                                     "--by.");
    for (guint i = 0; i < all->len; i++)
        if (!open_one(desk, arguments, all->pdata[i], published, error))
            return FALSE;
    mb_deed_say(answer, "%s: the paragraph %s is open%s%s.", place, label, published ? ", by authority of " : "",
                published ? mb_argument(arguments, "--by") : "");
    return TRUE;
}

static const MbArgument open_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT,
    TEXT_OPTION,         {.name = "--by", .value = "AUTHORITY", .help = "who lifts it, once the minutes are published"},
    MB_BOARD_OPTION,     {.name = NULL},
};
const MbCommand mb_command_minutes_open = {.name = "minutes open",
                                           .help = "takes the restriction of a paragraph away, or lifts it",
                                           .example = "next 6 --text 2",
                                           .arguments = open_arguments,
                                           .need = MB_NEED_DEED,
                                           .run = minutes_open};

/* --- private --- */

/* The paragraphs that the arguments name; NULL with the sentence. */
static GPtrArray *paragraphs_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    const char *const *words = mb_argument_all(arguments, "PARAGRAPH");
    g_autoptr(GPtrArray) meant = g_ptr_array_new();

    for (guint i = 0; words[i]; i++) {
        MbMinute *minute = mb_paragraph_meant(desk, item, words[i], error);

        if (!minute)
            return NULL;
        if (!g_ptr_array_find(meant, minute, NULL))
            g_ptr_array_add(meant, minute);
    }
    return g_steal_pointer(&meant);
}

static gboolean set_layer(MbDesk *desk, const GPtrArray *minutes, int layer, guint *changed, GError **error)
{
    *changed = 0;
    for (guint i = 0; i < minutes->len; i++) {
        MbMinute *minute = minutes->pdata[i];

        if ((minute->layer == MB_LAYER_PRIVATE) == (layer == MB_LAYER_PRIVATE))
            continue;
        minute->layer = layer;
        ++*changed;
        if (!mb_deed_save(desk, minute, error))
            return FALSE;
    }
    return TRUE;
}

/* Reads what these paragraphs say now: nothing, where they are private. */
static gboolean read_again(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const GPtrArray *minutes,
                           MbUnderstood *understood, GError **error)
{
    g_autoptr(GPtrArray) ids = g_ptr_array_new_with_free_func(g_free);

    for (guint i = 0; i < minutes->len; i++)
        g_ptr_array_add(ids, g_strdup(((const MbMinute *)minutes->pdata[i])->id));
    g_ptr_array_add(ids, NULL);
    return mb_understand(desk, meeting, item, (const char *const *)ids->pdata, understood, error);
}

/* What was read from one of them and stays, since it has a life of its own: an action that was chased, say. */
static guint kept_of(MbDesk *desk, const GPtrArray *minutes)
{
    const GPtrArray *marks = mb_dossier_all(mb_desk_dossier(desk), &MB_MARK);
    guint kept = 0;

    for (guint i = 0; i < marks->len; i++) {
        const MbMark *mark = marks->pdata[i];

        for (guint p = 0; mark->record && p < minutes->len; p++)
            kept += g_strcmp0(mark->minute, ((const MbMinute *)minutes->pdata[p])->id) == 0;
    }
    return kept;
}

static gboolean move_to(MbDesk *desk, const MbArguments *arguments, gboolean private, MbAnswer *answer, GError **error)
{
    g_auto(MbUnderstood) understood = {0};
    MbMeeting *meeting;
    MbItem *item;
    g_autoptr(GPtrArray) minutes = NULL;
    g_autofree char *place = NULL;
    g_autofree char *words = NULL;
    int layer = MB_LAYER_PRIVATE;
    guint changed, kept;

    mb_desk_clear(desk);
    item = mb_recorded_item(desk, arguments, &meeting, error);
    minutes = item ? paragraphs_meant(desk, arguments, item, error) : NULL;
    if (!minutes)
        return FALSE;
    if (!private)
        layer = mb_find_board_of(desk, meeting)->live_notes ? MB_LAYER_NOTE : MB_LAYER_MINUTE;
    if (!set_layer(desk, minutes, layer, &changed, error))
        return FALSE;
    if (!changed)
        return mb_deed_refuse(error, "%s already.", private ? "That is private" : "That is minuted");
    if (!read_again(desk, meeting, item, minutes, &understood, error))
        return FALSE;
    place = mb_recorded_place(desk, meeting, item);
    words = mb_understood_words(&understood);
    kept = private ? kept_of(desk, minutes) : 0;
    mb_deed_say(answer, "%s: %u paragraph%s %s.", place, changed, changed == 1 ? "" : "s",
                private ? "made private; nobody else gets to see that" : "minuted again");
    if (words)
        mb_life_add(answer, "Understood: %s.", words);
    if (kept)
        mb_life_add(answer, "Kept: %u record%s changed since; take %s away by hand where wrong.", kept,
                    kept == 1 ? "" : "s", kept == 1 ? "it" : "them");
    return TRUE;
}

static gboolean minutes_private(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    return move_to(desk, arguments, TRUE, answer, error);
}

static gboolean minutes_public(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    return move_to(desk, arguments, FALSE, answer, error);
}

static const MbArgument private_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "PARAGRAPH", .help = "which, by its number in order from 1; may be several", .flags = MB_ARGUMENT_MANY},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_minutes_private = {
    .name = "minutes private",
    .help = "takes paragraphs out (“don't minute that”): they go to nobody, what was read from them is withdrawn",
    .example = "next 6 2 3",
    .arguments = private_arguments,
    .need = MB_NEED_DEED,
    .run = minutes_private};
const MbCommand mb_command_minutes_public = {.name = "minutes public",
                                             .help = "minutes private paragraphs again, and reads them",
                                             .example = "next 6 2 3",
                                             .arguments = private_arguments,
                                             .need = MB_NEED_DEED,
                                             .run = minutes_public};

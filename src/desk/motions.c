/* SPDX-License-Identifier: MIT */
/* Motions and amendments: listed, moved, withdrawn. They are voted on in motions_vote.c. */
#include "motions.h"

#include "commands.h"
#include "decisions.h"
#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

#include <string.h>

enum { SHORT_TEXT = 60 };

#define REPLACE "replace “"
#define BY      "” by “"

static int by_position(gconstpointer a, gconstpointer b)
{
    return (*(MbMotion *const *)a)->position - (*(MbMotion *const *)b)->position;
}

GPtrArray *mb_motions_of(MbDesk *desk, const MbItem *item)
{
    GPtrArray *all = mb_dossier_of(mb_desk_dossier(desk), &MB_MOTION, "item", item->id);

    g_ptr_array_sort(all, by_position);
    return all;
}

MbMotion *mb_motion_amendment(MbDesk *desk, const MbItem *item, const MbMotion *motion)
{
    g_autoptr(GPtrArray) all = mb_motions_of(desk, item);

    for (guint i = all->len; i-- > 0;) {
        MbMotion *other = all->pdata[i];

        if (other->outcome == MB_MOTION_OPEN && g_strcmp0(other->amends, motion->id) == 0)
            return other;
    }
    return NULL;
}

/* The open motion that is put next; NULL where none. */
static MbMotion *next_put(MbDesk *desk, const MbItem *item, const GPtrArray *all)
{
    for (guint i = 0; i < all->len; i++) {
        MbMotion *motion = all->pdata[i];
        MbMotion *amendment;

        if (motion->amends || motion->outcome != MB_MOTION_OPEN)
            continue;
        while ((amendment = mb_motion_amendment(desk, item, motion)) != NULL)
            motion = amendment;
        return motion;
    }
    return NULL;
}

static char *text_of(MbDesk *desk, gconstpointer record)
{
    const MbMotion *motion = record;

    (void)desk;
    return g_strdup(motion->text ? motion->text : "");
}

MbMotion *mb_motion_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    g_autoptr(GPtrArray) all = mb_motions_of(desk, item);
    g_autofree char *name = mb_deed_item_name(item);
    g_autofree char *place = g_strconcat("item ", name, NULL);
    const MbWhich which = {.one = "motion", .none = "`motion add` records one first", .place = place, .label = text_of};
    MbMotion *next = mb_argument(arguments, "WHICH") ? NULL : next_put(desk, item, all);

    if (next)
        return next;
    if (all->len && !mb_argument(arguments, "WHICH")) {
        mb_deed_refuse(error, "No motion is open under item %s; `motion add` records one.", name);
        return NULL;
    }
    return mb_which(desk, all, &which, mb_argument(arguments, "WHICH"), error);
}

gboolean mb_motion_is_open(const MbMotion *motion, GError **error)
{
    return motion->outcome == MB_MOTION_OPEN ||
           mb_deed_refuse(error, "That %s was %s already; `undo` takes the deed back where it was wrong.",
                          motion->amends ? "amendment" : "motion", mb_motion_words[motion->outcome]);
}

/* --- amending --- */

char *mb_motion_replacement(const char *old_words, const char *new_words)
{
    return g_strdup_printf(REPLACE "%s" BY "%s”", old_words, new_words);
}

char *mb_motion_amended(const MbMotion *motion, const MbMotion *amendment)
{
    const char *text = amendment->text;
    const char *middle = g_str_has_prefix(text, REPLACE) ? strstr(text, BY) : NULL;
    g_autofree char *old_words = NULL;
    g_autofree char *new_words = NULL;
    const char *at;

    if (!middle || !g_str_has_suffix(text, "”"))
        return g_strdup(text);
    old_words = g_strndup(text + strlen(REPLACE), middle - text - strlen(REPLACE));
    new_words = g_strndup(middle + strlen(BY), strlen(middle) - strlen(BY) - strlen("”"));
    at = strstr(motion->text, old_words);
    return at ? g_strdup_printf("%.*s%s%s", (int)(at - motion->text), motion->text, new_words, at + strlen(old_words))
              : NULL;
}

char *mb_motion_label(const MbMotion *motion)
{
    g_autofree char *text = mb_text_fit(motion->text ? motion->text : "", SHORT_TEXT);

    return g_strdup_printf("the %s “%s”", motion->amends ? "amendment" : "motion", text);
}

/* --- the list --- */

static int number_of(const GPtrArray *all, const char *id)
{
    for (guint i = 0; id && i < all->len; i++)
        if (g_strcmp0(((const MbRecord *)all->pdata[i])->id, id) == 0)
            return (int)i + 1;
    return MB_NO_INT;
}

static void set_number(MbValue *row, const char *key, int number)
{
    if (number == MB_NO_INT)
        mb_value_set(row, key, mb_value_new_null());
    else
        mb_value_set_int(row, key, number);
}

static char *person_name(MbDesk *desk, const char *id, const char *name)
{
    const MbPerson *person = mb_dossier_find(mb_desk_dossier(desk), &MB_PERSON, id);

    return person ? mb_person_print(person) : g_strdup(name);
}

MbValue *mb_motion_value(MbDesk *desk, const MbItem *item, const MbMotion *motion)
{
    g_autoptr(GPtrArray) all = mb_motions_of(desk, item);
    g_autofree char *mover = person_name(desk, motion->mover, motion->mover_name);
    g_autofree char *seconder = person_name(desk, motion->seconder, motion->seconder_name);
    MbValue *row = mb_value_new_map();

    mb_value_set_text(row, "item", item->number);
    mb_value_set_int(row, "number", number_of(all, motion->id));
    mb_value_set_text(row, "kind", motion->amends ? "amendment" : "motion");
    set_number(row, "amends", number_of(all, motion->amends));
    mb_value_set_text(row, "text", motion->text);
    mb_value_set_text(row, "mover", mover);
    mb_value_set_text(row, "seconder", seconder);
    mb_value_set_text(row, "outcome", motion->outcome == MB_MOTION_OPEN ? "open" : mb_motion_words[motion->outcome]);
    set_number(row, "for", motion->votes_for);
    set_number(row, "against", motion->votes_against);
    set_number(row, "abstained", motion->votes_abstained);
    mb_value_set_bool(row, "next", next_put(desk, item, all) == motion);
    return row;
}

static const MbColumn list_columns[] = {
    {.key = "item", .heading = "Item"},       {.key = "number", .heading = "No."},
    {.key = "kind", .heading = "Kind"},       {.key = "text", .heading = "Text", .flexible = TRUE},
    {.key = "mover", .heading = "Moved by"},  {.key = "seconder", .heading = "Seconded by"},
    {.key = "outcome", .heading = "Outcome"}, {.key = NULL},
};

static gboolean motion_list(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting = mb_deed_meeting(desk, arguments, error);
    const char *words = mb_argument(arguments, "ITEM");
    MbItem *only = meeting && words ? mb_find_item(desk, meeting, words, error) : NULL;
    g_autoptr(GPtrArray) items = NULL;
    MbValue *rows;

    if (!meeting || (words && !only))
        return FALSE;
    rows = mb_value_new_list();
    items = mb_dossier_of(mb_desk_dossier(desk), &MB_ITEM, "meeting", meeting->id);
    for (guint i = 0; i < items->len; i++) {
        g_autoptr(GPtrArray) all = only && only != items->pdata[i] ? NULL : mb_motions_of(desk, items->pdata[i]);

        for (guint k = 0; all && k < all->len; k++)
            mb_value_add(rows, mb_motion_value(desk, items->pdata[i], all->pdata[k]));
    }
    mb_deed_list(answer, rows, list_columns, "No motion is recorded.");
    return TRUE;
}

static const MbArgument list_arguments[] = {
    MB_MEETING_ARGUMENT,
    {.name = "ITEM", .help = "the printed number, or part of the title", .flags = MB_ARGUMENT_OPTIONAL},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_motion_list = {.name = "motion list",
                                          .help = "the motions and amendments of a meeting, and what is put next",
                                          .example = "next 6",
                                          .arguments = list_arguments,
                                          .need = MB_NEED_BOOK,
                                          .run = motion_list};

/* --- moved --- */

/* Mover and seconder as a decision has them, with the same findings. */
static gboolean set_speakers(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                             MbMotion *motion, MbAnswer *answer, GError **error)
{
    MbDecision *decision = mb_record_new(&MB_DECISION);
    gboolean done = mb_decision_set_speakers(desk, arguments, meeting, item, decision, FALSE, answer, error);

    mb_set(&motion->mover, decision->mover);
    mb_set(&motion->mover_name, decision->mover_name);
    mb_set(&motion->seconder, decision->seconder);
    mb_set(&motion->seconder_name, decision->seconder_name);
    mb_record_free(decision);
    return done;
}

static gboolean save_motion(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting, const MbItem *item,
                            const char *text, const char *amends, MbAnswer *answer, GError **error)
{
    g_autoptr(GPtrArray) earlier = mb_motions_of(desk, item);
    g_autofree char *place = mb_recorded_place(desk, meeting, item);
    g_autofree char *label = NULL;
    MbMotion *motion = mb_dossier_new_record(mb_desk_dossier(desk), &MB_MOTION);

    mb_set(&motion->meeting, meeting->id);
    mb_set(&motion->item, item->id);
    mb_set(&motion->amends, amends);
    mb_set(&motion->text, text);
    motion->position = mb_which_next(earlier);
    if (!set_speakers(desk, arguments, meeting, item, motion, answer, error) || !mb_deed_save(desk, motion, error))
        return FALSE;
    label = mb_motion_label(motion);
    mb_deed_say(answer, "%s: %s is moved.", place, label);
    mb_value_set(answer->value, "motion", mb_motion_value(desk, item, motion));
    return TRUE;
}

static gboolean motion_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);

    if (!item)
        return FALSE;
    if (mb_deed_blank(mb_argument(arguments, "TEXT")))
        return mb_deed_refuse(error, "A motion needs a text: what is moved.");
    return save_motion(desk, arguments, meeting, item, mb_argument(arguments, "TEXT"), NULL, answer, error);
}

#define SPEAKER_OPTIONS                                                                                                \
    {.name = "--mover", .value = "PERSON", .help = "who moves it"},                                                    \
    {                                                                                                                  \
        .name = "--seconder", .value = "PERSON", .help = "who seconds it"                                              \
    }

static const MbArgument add_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "TEXT", .help = "what is moved, in quotes: \"That the harbour be closed in May\""},
    SPEAKER_OPTIONS,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_motion_add = {.name = "motion add",
                                         .help = "records a motion under an item; it is voted on with `motion vote`",
                                         .example =
                                             "next 6 \"That the harbour be closed in May\" --mover \"First Last\"",
                                         .arguments = add_arguments,
                                         .need = MB_NEED_DEED,
                                         .run = motion_add};

/* --- amended --- */

/* The motion to be amended: the one that --amends names, else the only one open. */
static MbMotion *main_motion(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    g_autoptr(GPtrArray) all = mb_motions_of(desk, item);
    g_autoptr(GPtrArray) open = g_ptr_array_new();
    g_autofree char *name = mb_deed_item_name(item);
    g_autofree char *place = g_strconcat("item ", name, NULL);
    const char *words = mb_argument(arguments, "--amends");
    const MbWhich which = {
        .one = "motion", .none = "`motion add` records one first", .place = place, .by = "--amends", .label = text_of};
    MbMotion *motion;

    for (guint i = 0; i < all->len; i++) {
        motion = all->pdata[i];
        if (!motion->amends && motion->outcome == MB_MOTION_OPEN)
            g_ptr_array_add(open, motion);
    }
    if (all->len && !open->len && !words) {
        mb_deed_refuse(error, "No motion is open under %s, so that there is nothing to amend.", place);
        return NULL;
    }
    motion = mb_which(desk, words ? all : open, &which, words, error);
    return motion && mb_motion_is_open(motion, error) ? motion : NULL;
}

/* The text of the amendment: words replaced, or how the motion is to read. */
static char *amendment_text(const MbArguments *arguments, const MbMotion *motion, GError **error)
{
    const char *text = mb_argument(arguments, "TEXT");
    const char *old_words = mb_argument(arguments, "--old");
    const char *new_words = mb_argument(arguments, "--new");

    if (!old_words && !new_words && !mb_deed_blank(text))
        return g_strdup(text);
    if (mb_deed_blank(old_words) || !new_words || text) {
        mb_deed_refuse(error,
                       "Give the motion as it is to read, in quotes, or --old and --new: the words to be replaced, "
                       "and by which.");
        return NULL;
    }
    if (!strstr(motion->text, old_words)) {
        mb_deed_refuse(error, "The words “%s” are not in the motion: it reads “%s” at present.", old_words,
                       motion->text);
        return NULL;
    }
    return mb_motion_replacement(old_words, new_words);
}

static gboolean motion_amend(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    const MbMotion *motion = item ? main_motion(desk, arguments, item, error) : NULL;
    g_autofree char *text = motion ? amendment_text(arguments, motion, error) : NULL;

    return text && save_motion(desk, arguments, meeting, item, text, motion->id, answer, error);
}

static const MbArgument amend_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "TEXT", .help = "the motion as it is to read, in quotes", .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--old", .value = "WORDS", .help = "instead: the words of the motion that are to be replaced"},
    {.name = "--new", .value = "WORDS", .help = "and by which"},
    {.name = "--amends", .value = "WHICH", .help = "which motion, where several are open: its number in order"},
    SPEAKER_OPTIONS,
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_motion_amend = {
    .name = "motion amend",
    .help = "records an amendment; it is put before the motion, whose text it changes where carried",
    .example = "next 6 --old \"in May\" --new \"in June\" --mover \"First Last\"",
    .arguments = amend_arguments,
    .need = MB_NEED_DEED,
    .run = motion_amend};

/* --- withdrawn --- */

/* What amended it is not put any more. */
static gboolean drop_amendments(MbDesk *desk, const MbItem *item, const MbMotion *motion, GError **error)
{
    MbMotion *amendment;

    while ((amendment = mb_motion_amendment(desk, item, motion)) != NULL) {
        amendment->outcome = MB_MOTION_NOT_PUT;
        if (!mb_deed_save(desk, amendment, error))
            return FALSE;
    }
    return TRUE;
}

static gboolean motion_withdraw(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbMotion *motion = item ? mb_motion_meant(desk, arguments, item, error) : NULL;
    g_autofree char *place = NULL;
    g_autofree char *label = NULL;

    if (!motion || !mb_motion_is_open(motion, error))
        return FALSE;
    motion->outcome = mb_argument(arguments, "--not-put") ? MB_MOTION_NOT_PUT : MB_MOTION_WITHDRAWN;
    if (!mb_deed_save(desk, motion, error) || !drop_amendments(desk, item, motion, error))
        return FALSE;
    place = mb_recorded_place(desk, meeting, item);
    label = mb_motion_label(motion);
    mb_deed_say(answer, "%s: %s is %s.", place, label, mb_motion_words[motion->outcome]);
    mb_value_set(answer->value, "motion", mb_motion_value(desk, item, motion));
    return TRUE;
}

static const MbArgument withdraw_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "WHICH",
     .help = "its number in order, or part of its text; what is put next, unless said",
     .flags = MB_ARGUMENT_OPTIONAL},
    {.name = "--not-put", .help = "it was not withdrawn, but never put"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_motion_withdraw = {.name = "motion withdraw",
                                              .help = "records that a motion or amendment was withdrawn, or not put",
                                              .example = "next 6 2",
                                              .arguments = withdraw_arguments,
                                              .need = MB_NEED_DEED,
                                              .run = motion_withdraw};

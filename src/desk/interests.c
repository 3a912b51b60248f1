/* SPDX-License-Identifier: MIT */
/* Interests declared at a meeting: recorded, and corrected or taken away while its minutes are not approved. */
#include "attendance.h"
#include "change.h"
#include "commands.h"
#include "deed.h"
#include "find.h"
#include "life.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/model/name.h"

static gboolean kind_known(MbDesk *desk, const MbBoard *board, const char *kind, GError **error)
{
    const MbRules *rules = mb_desk_rules(desk, board, error);
    GString *known;

    if (!rules)
        return board->rules == NULL;
    if (!kind || mb_rules_interest(rules, kind))
        return TRUE;
    known = g_string_new(NULL);
    for (guint i = 0; i < rules->interests->len; i++)
        g_string_append_printf(known, "%s%s", i ? ", " : "", ((MbInterestKind *)rules->interests->pdata[i])->name);
    mb_deed_refuse(error, "--kind: the rule set %s knows %s.", rules->name, known->str);
    g_string_free(known, TRUE);
    return FALSE;
}

static gboolean interest_add(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    const char *effect = mb_argument(arguments, "--effect");
    g_autoptr(GPtrArray) earlier = NULL;
    g_autofree char *name = NULL;
    g_autofree char *shown = NULL;
    MbDeclaration *declaration;
    MbPerson *person;

    if (!item || !kind_known(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "--kind"), error))
        return FALSE;
    person = mb_find_person(desk, mb_find_board_of(desk, meeting), mb_argument(arguments, "PERSON"), error);
    if (!person)
        return FALSE;
    earlier = mb_dossier_of(mb_desk_dossier(desk), &MB_DECLARATION, "meeting", meeting->id);
    declaration = mb_dossier_new_record(mb_desk_dossier(desk), &MB_DECLARATION);
    mb_set(&declaration->meeting, meeting->id);
    mb_set(&declaration->item, item->id);
    mb_set(&declaration->person, person->id);
    mb_set(&declaration->kind, mb_argument(arguments, "--kind"));
    mb_set(&declaration->nature, mb_argument(arguments, "--nature"));
    mb_set(&declaration->dispensation, mb_argument(arguments, "--dispensation"));
    declaration->position = mb_which_next(earlier);
    if (effect && !mb_find_word(effect, "--effect", mb_effect_words, &declaration->effect, error))
        return FALSE;
    mb_attendance_declared(desk, meeting, declaration);
    if (!mb_deed_save(desk, declaration, error))
        return FALSE;
    name = mb_person_print(person);
    shown = mb_recorded_place(desk, meeting, item);
    mb_deed_say(answer, "%s: %s declared an interest%s%s%s%s.", shown, name, declaration->nature ? ", " : "",
                declaration->nature ? declaration->nature : "", effect ? ", and " : "",
                effect ? mb_effect_words[declaration->effect] : "");
    return mb_life_quorum_now(desk, meeting, answer, error);
}

static const MbArgument interest_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    {.name = "PERSON", .help = "who declares it"},
    {.name = "--kind", .value = "KIND", .help = "as the board's rule set names it"},
    {.name = "--nature", .value = "TEXT", .help = "what the interest is"},
    {.name = "--effect", .value = "EFFECT", .help = "left, stayed, spoke, or \"did not vote\""},
    {.name = "--dispensation", .value = "REF", .help = "a dispensation held"},
    MB_BOARD_OPTION,
    {.name = NULL},
};
const MbCommand mb_command_interest_add = {
    .name = "interest add",
    .help = "records a declaration of interest",
    .example = "next 6 \"Geraint Mossop\" --kind \"conflict of interest\" --effect left",
    .arguments = interest_arguments,
    .need = MB_NEED_DEED,
    .run = interest_add};

/* "Bram Oake, owner of the dredger, left": what a declaration says. */
static char *words_of(MbDesk *desk, gconstpointer record)
{
    const MbDeclaration *declaration = record;
    g_autofree char *name = mb_remark_name(mb_dossier_find(mb_desk_dossier(desk), &MB_PERSON, declaration->person),
                                           declaration->name ? declaration->name : "somebody unnamed");
    const char *const facts[] = {declaration->kind, declaration->nature, mb_effect_words[declaration->effect]};
    GString *words = g_string_new(name);

    for (gsize i = 0; i < G_N_ELEMENTS(facts); i++)
        if (facts[i] && *facts[i])
            g_string_append_printf(words, ", %s", facts[i]);
    if (declaration->dispensation)
        g_string_append_printf(words, ", dispensation %s", declaration->dispensation);
    return g_string_free(words, FALSE);
}

static MbDeclaration *declaration_meant(MbDesk *desk, const MbArguments *arguments, const MbItem *item, GError **error)
{
    g_autoptr(GPtrArray) declarations = mb_dossier_of(mb_desk_dossier(desk), &MB_DECLARATION, "item", item->id);
    g_autofree char *name = mb_deed_item_name(item);
    g_autofree char *place = g_strconcat("item ", name, NULL);
    const MbWhich which = {
        .one = "declaration", .none = "`interest add` records one", .place = place, .label = words_of};

    return mb_which(desk, declarations, &which, mb_argument(arguments, "WHICH"), error);
}

/* Sets what the options give; an empty one takes a fact away. */
static gboolean set_declaration(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                                MbDeclaration *declaration, GError **error)
{
    const char *who = mb_argument(arguments, "--person");
    const char *kind = mb_argument(arguments, "--kind");
    const char *effect = mb_argument(arguments, "--effect");
    const MbBoard *board = mb_find_board_of(desk, meeting);
    MbPerson *person = who ? mb_find_person(desk, board, who, error) : NULL;

    if ((who && !person) || (kind && *kind && !kind_known(desk, board, kind, error)))
        return FALSE;
    if (person) {
        mb_set(&declaration->person, person->id);
        mb_set(&declaration->name, NULL);
    }
    if (kind)
        mb_set(&declaration->kind, kind);
    if (mb_argument(arguments, "--nature"))
        mb_set(&declaration->nature, mb_argument(arguments, "--nature"));
    if (mb_argument(arguments, "--dispensation"))
        mb_set(&declaration->dispensation, mb_argument(arguments, "--dispensation"));
    if (effect && !*effect)
        declaration->effect = MB_EFFECT_NONE;
    return !effect || !*effect || mb_find_word(effect, "--effect", mb_effect_words, &declaration->effect, error);
}

static const MbArgument edit_arguments[] = {
    MB_MEETING_ARGUMENT,
    MB_ITEM_ARGUMENT,
    MB_WHICH_ARGUMENT,
    {.name = "--person", .value = "PERSON", .help = "who declared it"},
    {.name = "--kind", .value = "KIND", .help = "as the board's rule set names it"},
    {.name = "--nature", .value = "TEXT", .help = "what the interest is"},
    {.name = "--effect", .value = "EFFECT", .help = "left, stayed, spoke, or \"did not vote\""},
    {.name = "--dispensation", .value = "REF", .help = "a dispensation held"},
    MB_BOARD_OPTION,
    {.name = NULL},
};

static gboolean interest_edit(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    static const char *const besides[] = {"--board", NULL};
    static const MbChangeName names[] = {
        {"kind", "kind"}, {"nature", "nature"}, {"effect", "effect"}, {"dispensation", "dispensation"}, {NULL, NULL}};
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDeclaration *declaration = item && mb_change_asked(arguments, edit_arguments, besides, error)
                                     ? declaration_meant(desk, arguments, item, error)
                                     : NULL;
    MbDeclaration *before = declaration ? mb_record_copy(declaration) : NULL;
    gboolean done = declaration && set_declaration(desk, arguments, meeting, declaration, error) &&
                    mb_deed_save(desk, declaration, error);

    if (done) {
        g_autoptr(GString) changes = g_string_new(NULL);
        const MbDossier *dossier = mb_desk_dossier(desk);
        g_autofree char *place = mb_recorded_place(desk, meeting, item);
        g_autofree char *was = mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, before->person), before->name);
        g_autofree char *is =
            mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, declaration->person), declaration->name);

        mb_change_text(changes, "person", was, is);
        mb_change_fields(changes, before, declaration, names);
        mb_deed_say(answer, "%s, interest of %s: %s.", place, was, mb_change_words(changes));
        done = mb_life_quorum_now(desk, meeting, answer, error);
    }
    mb_record_free(before);
    return done;
}

const MbCommand mb_command_interest_edit = {
    .name = "interest edit",
    .help = "corrects a declaration of interest while the minutes are not approved",
    .example = "next 6 Mossop --effect \"did not vote\"",
    .more = "WHICH may be part of the name or of the nature. An empty value takes a fact away: --nature \"\".",
    .arguments = edit_arguments,
    .need = MB_NEED_DEED,
    .run = interest_edit};

static gboolean interest_remove(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error)
{
    MbMeeting *meeting;
    MbItem *item = mb_recorded_item(desk, arguments, &meeting, error);
    MbDeclaration *declaration = item ? declaration_meant(desk, arguments, item, error) : NULL;
    g_autofree char *place = declaration ? mb_recorded_place(desk, meeting, item) : NULL;
    g_autofree char *words = declaration ? words_of(desk, declaration) : NULL;

    if (!declaration || !mb_which_remove(desk, declaration, error))
        return FALSE;
    mb_deed_say(answer, "%s: declaration of interest removed: %s.", place, words);
    return mb_life_quorum_now(desk, meeting, answer, error);
}

static const MbArgument remove_arguments[] = {
    MB_MEETING_ARGUMENT, MB_ITEM_ARGUMENT, MB_WHICH_ARGUMENT, MB_BOARD_OPTION, {.name = NULL}};
const MbCommand mb_command_interest_remove = {
    .name = "interest remove",
    .help = "takes a declaration of interest away while the minutes are not approved",
    .example = "next 6 Mossop",
    .more = "WHICH may be part of the name or of the nature.",
    .arguments = remove_arguments,
    .need = MB_NEED_DEED,
    .run = interest_remove};

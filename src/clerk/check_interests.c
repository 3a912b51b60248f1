/* SPDX-License-Identifier: MIT */
/* Interests declared, and what whoever declared them did all the same: a row of the attendance's table. */
#include "check_case.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

/* Whether the words name that item: "owner of the house (item 8)", "items 6 and 8"; not 8.1, nor 81. */
static gboolean names_item(const char *words, const MbItem *item)
{
    g_autofree char *number = item->number ? g_regex_escape_string(item->number, -1) : NULL;
    g_autofree char *pattern =
        number ? g_strdup_printf("\\bitems? (?:[\\d.]+(?:, | and |, and ))*%s(?![\\d.]*\\d)", number) : NULL;

    return pattern && words && g_regex_match_simple(pattern, words, G_REGEX_CASELESS, 0);
}

/* Whether the declaration concerns that item: made under it, nested in it or around it, or naming it. */
static gboolean touches(const MbCase *c, const MbDeclaration *declaration, const char *item_id)
{
    const MbItem *item = mb_case_item(c, item_id);

    if (!item)
        return FALSE;
    return (declaration->item &&
            (mb_case_within(c, item_id, declaration->item) || mb_case_within(c, declaration->item, item_id))) ||
           names_item(declaration->nature, item);
}

/* Took no part: by what was recorded, or because the rules say that such an interest bars from voting. */
static gboolean took_no_part(const MbCase *c, const MbDeclaration *declaration)
{
    const MbInterestKind *kind = c->rules && declaration->kind ? mb_rules_interest(c->rules, declaration->kind) : NULL;

    if (!mb_text_empty(declaration->dispensation))
        return FALSE;
    if (declaration->effect == MB_EFFECT_LEFT || declaration->effect == MB_EFFECT_DID_NOT_VOTE)
        return TRUE;
    return kind && !kind->may_vote;
}

static gboolean is_them(const MbDeclaration *declaration, const char *person, const char *name)
{
    return declaration->person ? g_strcmp0(declaration->person, person) == 0
                               : declaration->name && mb_text_same(declaration->name, name);
}

gboolean mb_case_declared(const MbCase *c, const MbDeclaration *declaration, const char *person, const char *name,
                          const char *item)
{
    return is_them(declaration, person, name) && touches(c, declaration, item) && took_no_part(c, declaration);
}

static gboolean voted(const MbCase *c, const MbDecision *decision, const MbDeclaration *declaration)
{
    g_autoptr(GPtrArray) votes = mb_dossier_of(c->dossier, &MB_VOTE, "decision", decision->id);

    for (guint i = 0; i < votes->len; i++) {
        const MbVote *vote = votes->pdata[i];
        if ((vote->vote == MB_VOTE_FOR || vote->vote == MB_VOTE_AGAINST) &&
            is_them(declaration, vote->person, vote->name))
            return TRUE;
    }
    return FALSE;
}

static void compare_interest(MbCase *c, const MbDecision *decision, const MbDeclaration *declaration)
{
    const char *deed = NULL;
    g_autofree char *who = mb_case_person(c, declaration->person, declaration->name);
    g_autofree char *what = mb_case_short(decision->text);

    if (is_them(declaration, decision->mover, decision->mover_name))
        deed = "moved";
    else if (is_them(declaration, decision->seconder, decision->seconder_name))
        deed = "seconded";
    else if (voted(c, decision, declaration))
        deed = "voted on";
    if (!deed || !touches(c, declaration, decision->item) || !took_no_part(c, declaration))
        return;
    mb_case_report(c, mb_case_item_place(c, mb_case_item(c, decision->item)),
                   g_strdup_printf("%s declared an interest%s and yet is recorded as having %s “%s”.", who,
                                   declaration->effect == MB_EFFECT_LEFT           ? " and left"
                                   : declaration->effect == MB_EFFECT_DID_NOT_VOTE ? " and did not vote"
                                                                                   : "",
                                   deed, what),
                   g_strdup("Correct the record of the decision, or of the declaration."));
}

void mb_check_conflicted(MbCase *c)
{
    for (guint i = 0; i < c->declarations->len; i++)
        for (guint j = 0; j < c->decisions->len; j++)
            compare_interest(c, c->decisions->pdata[j], c->declarations->pdata[i]);
}

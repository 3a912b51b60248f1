/* SPDX-License-Identifier: MIT */
/* Cutting, in three steps: what is withheld is judged (cut_judge.c, cut_place.c), withheld words are found again and
 * struck out (cut_words.c), what is left is copied field by field (cut.c, cut_public.c). */
#ifndef MINUTEBOOK_CLERK_CUT_PRIVATE_H
#define MINUTEBOOK_CLERK_CUT_PRIVATE_H

#include "minutebook/clerk/cut.h"
#include "minutebook/model/nouns.h"

/* What becomes of an item, an entry or a paper. */
typedef enum {
    MB_FATE_OPEN,
    MB_FATE_WITHHELD, /* its place and its public title stay */
    MB_FATE_GONE,     /* nothing stays: it is part of something withheld */
} MbFate;

typedef struct {
    const MbDossier *dossier;
    const MbRules *rules;
    MbCutFor audience;
    MbDay today;
    GHashTable
        *in_force; /* id of item, entry, paper, paragraph or action → MbRestriction that withholds the whole of it */
    GHashTable *lifted;  /* set of ids that a restriction names which does not withhold (any more) from this audience */
    GHashTable *spans;   /* id of a paragraph → GPtrArray of MbRestriction */
    GHashTable *fates;   /* id of an item → MbFate + 1, once worked out */
    GHashTable *entries; /* id of an entry → GPtrArray of the items made from it */
    GHashTable *meetings; /* id of a meeting that withholds something → GPtrArray of its items that are not open */
    GHashTable *shared;   /* set of ids of open items whose text tells of a withheld one too, taken together with it */
    GHashTable *words;    /* id of an item → MbHidden: what is withheld of its text */
    GHashTable *hidden_decisions; /* sets of ids */
    GHashTable *hidden_actions;
} MbJudge;

MbJudge *mb_judge_new(const MbDossier *dossier, const MbRules *rules, MbCutFor audience, MbDay today);
void mb_judge_free(MbJudge *judge);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbJudge, mb_judge_free)

MbFate mb_judge_item(MbJudge *judge, const MbItem *item);
/* Of an id: NULL is open; one that is not in the dossier is gone for the public, since nobody can tell. */
MbFate mb_judge_item_id(MbJudge *judge, const char *item);
MbFate mb_judge_entry(MbJudge *judge, const MbEntry *entry);
MbFate mb_judge_paper(MbJudge *judge, const MbPaper *paper);
gboolean mb_judge_decision_hidden(const MbJudge *judge, const char *decision);
gboolean mb_judge_action_hidden(const MbJudge *judge, const char *action);
gboolean mb_judge_correction_hidden(MbJudge *judge, const MbCorrection *correction);
gboolean mb_judge_motion_hidden(MbJudge *judge, const MbMotion *motion);
/* Whether MEETING withholds anything from this audience. */
gboolean mb_judge_meeting_withholds(const MbJudge *judge, const char *meeting);
/* Whether WORDS begin with the number: itself, or part of it (5.4, 5(a), 5a of 5). */
gboolean mb_judge_within_number(const char *words, const char *number);
/* Whether WORDS, as printed ("5.4", a title), name an item of MEETING that is not open, or part of one. */
gboolean mb_judge_words_name_withheld(const MbJudge *judge, const char *meeting, const char *words);
/* Whether TIME lies in what MEETING did in private: between an exclusion of the public and their return (else the
 * close), or while a withheld item was taken; its ends count. */
gboolean mb_judge_time_is_private(MbJudge *judge, const char *meeting, MbTime time);
/* The restriction that withholds the whole of that record; NULL where none. */
const MbRestriction *mb_judge_restriction(const MbJudge *judge, const char *id);
const GPtrArray *mb_judge_spans(const MbJudge *judge, const char *minute);

/* What is withheld, as the audience is told: ground and title. Texts owned; NULL where none. */
typedef struct {
    char *paragraph;
    char *reason; /* the rule set's words for the paragraph, else the reason given */
    char *title;
} MbGround;
void mb_ground_clear(MbGround *ground);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC(MbGround, mb_ground_clear)
/* Of a restriction on something with that title. */
MbGround mb_ground_of(const MbJudge *judge, const MbRestriction *restriction, const char *title);
MbGround mb_ground_of_entry(MbJudge *judge, const MbEntry *entry);
MbGround mb_ground_of_item(MbJudge *judge, const MbItem *item);
/* FORMAT of the rule set (NULL: none) with the ground in it, else a plain sentence. Newly allocated. */
char *mb_ground_notice(const MbGround *ground, const char *format);

/* What is withheld of the text of one item. */
typedef struct MbHidden MbHidden;
MbHidden *mb_hidden_new(void);
void mb_hidden_free(gpointer hidden);
/* TEXT is withheld as a whole: what repeats five of its words in a row, or all of a shorter one, tells of it. */
void mb_hidden_add_text(MbHidden *hidden, const char *text);
/* TEXT is withheld within a paragraph: it is struck out wherever it stands under this item. */
void mb_hidden_add_span(MbHidden *hidden, const char *text);
gboolean mb_hidden_told_by(const MbHidden *hidden, const char *text);
/* TEXT with every withheld span in it replaced by "[withheld]". Newly allocated; NULL for NULL. */
char *mb_hidden_strike(const MbHidden *hidden, const char *text);
/* TEXT without the spans that SPANS (MbRestriction) name by place; NULL where a span lies outside TEXT, so that nobody
 * can tell what it meant. Newly allocated. */
char *mb_hidden_strike_spans(const char *text, const GPtrArray *spans);
/* The words of a span; NULL where it lies outside TEXT. Newly allocated. */
char *mb_hidden_span_words(const char *text, const MbRestriction *span);

/* What was gathered for ITEM, or NULL. */
const MbHidden *mb_judge_hidden(const MbJudge *judge, const char *item);
/* TEXT of RECORD with what is withheld of its item struck out, and of the item of the action, decision or election that
 * it is part of. Newly allocated; NULL for NULL. */
char *mb_judge_strike(const MbJudge *judge, const MbRecord *record, const char *text);

/* Adds to CUT what the public may see of every record that is open. */
void mb_cut_for_public(MbJudge *judge, MbDossier *cut);
/* Adds the places of what is withheld: items, entries and papers with their public titles, each item with its notice.
 */
void mb_cut_stubs(MbJudge *judge, MbDossier *cut);
/* Clears references to what is not in CUT; where ALONE, takes out people, posts and organisations to whom nothing in it
 * refers. */
void mb_cut_tidy(MbDossier *cut, gboolean alone);

/* The text under the items of an audience: paragraphs with notices in place of what is withheld, cells of those that
 * stay. */
void mb_cut_text(MbJudge *judge, MbDossier *cut);
/* The notice that stands in place of what is withheld, at POSITION under ITEM (NULL: before the first item); takes
 * WORDS. */
MbMinute *mb_cut_notice_new(const char *meeting, const char *item, int position, char *words);
/* A notice as the only paragraph of ITEM. */
void mb_cut_add_notice(MbJudge *judge, MbDossier *cut, const MbItem *item, const MbGround *ground);

#endif

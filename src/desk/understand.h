/* SPDX-License-Identifier: MIT */
/* What the files of understanding share. A claim is what the text says of one thing: a reading, or, where it names
   several people who came or went, one person's part of it. A family makes, moves and withdraws the records of a kind
   of reading. */
#ifndef MINUTEBOOK_DESK_UNDERSTAND_PRIVATE_H
#define MINUTEBOOK_DESK_UNDERSTAND_PRIVATE_H

#include "minutebook/desk/understand.h"
#include "minutebook/model/rules.h"

typedef struct {
    MbReading *reading;
    const MbNamed *who; /* whose part it is; NULL: all of it */
    int part;           /* from 0 */
    gboolean alone;     /* the only part */
    MbMinute *minute;   /* the paragraph it begins in */
    char *words;        /* of all its lines, \n between them */
    char *span;         /* what carries it, with the lines after the first */
    int start, length;  /* of the span in the first line, bytes */
    gboolean within;    /* in one of the paragraphs asked for */
    MbMark *mark;       /* the mark made of it before, or NULL */
} MbClaim;

typedef struct {
    MbDesk *desk;
    MbDossier *dossier;
    MbBoard *board;
    const MbMeeting *meeting;
    const MbItem *item;  /* NULL: before the first */
    GPtrArray *lines;    /* of MbUnderstandLine */
    GPtrArray *readings; /* MbReading, owned */
    GPtrArray *claims;   /* MbClaim, owned */
    GPtrArray *marks;    /* MbMark of the item, borrowed */
    GHashTable *touched; /* ids of the paragraphs within; NULL: all */
    MbUnderstood *sum;
} MbUnderstanding;

/* A line that the reader gets: a paragraph, or a row of a table. */
typedef struct {
    MbMinute *minute;
    char *text;
    gboolean table;
} MbUnderstandLine;

typedef struct {
    gboolean parts;   /* one claim a person */
    gboolean offered; /* made only when it was accepted */
    /* A record that says the same already, made by another hand or from another paragraph; NULL where there is none. */
    gpointer (*twin)(const MbUnderstanding *u, const MbClaim *claim);
    /* Makes the record, or changes one that is there; sets the mark's kind, record and before. */
    gboolean (*make)(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error);
    /* Moves the mark's record, which is as the text made it, to what the claim says now. NULL: withdrawn and made anew.
     */
    gboolean (*follow)(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error);
    /* Takes away what the text made. */
    gboolean (*withdraw)(MbUnderstanding *u, MbMark *mark, GError **error);
    /* Appends what the text made as it stands now, with whatever would give it a life of its own. */
    void (*trace)(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out);
    /* The mark's words for the margin; CLAIM is NULL where only the record is known. NULL: not shown. */
    char *(*shown)(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record);
} MbFamily;

/* The family of a reading's kind; NULL where it is only shown (next meeting). */
const MbFamily *mb_understand_family(int kind);
extern const MbFamily mb_family_action, mb_family_undertaking, mb_family_update;
extern const MbFamily mb_family_decision, mb_family_approval, mb_family_correction;
extern const MbFamily mb_family_presence, mb_family_apologies, mb_family_declaration, mb_family_event, mb_family_closed,
    mb_family_next_meeting, mb_family_speaker;

/* What a hand puts right in a reading. NULL: as it was read. */
typedef struct {
    const char *text;
    const char *const *owners; /* NULL-ended; empty: as read */
    const char *due;
    const char *outcome;
    const char *condition;
    const char *effect;
    const char *at;
} MbMarkChanges;

/* understand_look.c: a mark looked at. Its words are read again, for the record that it makes: accepted (with CHANGES
   where not NULL; the mark keeps what was put right), refused, and as if never looked at. */
gboolean mb_understand_accept(MbDesk *desk, const MbMeeting *meeting, MbMark *mark, const MbMarkChanges *changes,
                              MbUnderstood *understood, GError **error);
gboolean mb_understand_refuse(MbDesk *desk, const MbMeeting *meeting, MbMark *mark, MbUnderstood *understood,
                              GError **error);
gboolean mb_understand_reopen(MbDesk *desk, const MbMeeting *meeting, MbMark *mark, MbUnderstood *understood,
                              GError **error);

/* understand.c: begins with what stands under ITEM, read and matched; ended by mb_understand_clear. */
gboolean mb_understand_begin(MbUnderstanding *u, MbDesk *desk, const MbMeeting *meeting, const MbItem *item,
                             const char *const *paragraphs, MbUnderstood *understood, GError **error);
/* What the mark says of its reading. */
void mb_mark_copy_reading(const MbClaim *claim, MbMark *mark);

/* understand_text.c: lines, readings and claims of the item. */
gboolean mb_understand_read(MbUnderstanding *u, GError **error);
void mb_understand_clear(MbUnderstanding *u);

/* understand_match.c: pairs claims with the marks made of them before. */
void mb_understand_match(MbUnderstanding *u);
/* Whether MARK's words are among those that were asked for. */
gboolean mb_mark_within(const MbUnderstanding *u, const MbMark *mark);
/* What carries the mark: its span, with the lines after the first. Newly allocated. */
char *mb_mark_span(const MbMark *mark);

/* understand_mark.c: a mark's record. */
gpointer mb_mark_record(const MbUnderstanding *u, const MbMark *mark);
int mb_mark_kind(const MbMark *mark);
/* Whether its record is as the text made it; and whether it is so or as it was put right through the mark. */
gboolean mb_mark_untouched(const MbUnderstanding *u, const MbMark *mark);
gboolean mb_mark_unchanged(const MbUnderstanding *u, const MbMark *mark);
/* Notes what the text made, or where CORRECTED a hand through the mark: then the text no longer moves it. */
void mb_mark_note(const MbUnderstanding *u, MbMark *mark);
void mb_mark_note_corrected(const MbUnderstanding *u, MbMark *mark);
/* Makes or moves the record of MARK by CLAIM; withdraws it. Counted in the sum. */
gboolean mb_mark_make(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error);
gboolean mb_mark_follow(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error);
gboolean mb_mark_withdraw(MbUnderstanding *u, MbMark *mark, GError **error);
/* Words for the margin. */
void mb_mark_show(const MbUnderstanding *u, const MbClaim *claim, MbMark *mark);

/* Helpers of the families. Saves RECORD and names it in the mark. */
gboolean mb_mark_keep(MbUnderstanding *u, MbMark *mark, gpointer record, GError **error);
/* Deletes RECORD from book and desk, and frees it. */
gboolean mb_understand_remove(MbUnderstanding *u, gpointer record, GError **error);
/* Whether another mark of the same kind of reading as MARK names RECORD. */
gboolean mb_understand_marked(const MbUnderstanding *u, gconstpointer record, const MbMark *mark);
/* The fields NAMES (NULL-ended) of RECORD as text, for the mark's `before`: newly allocated; and those put back from
   it, not saved. */
char *mb_remember(gconstpointer record, const char *const *names);
void mb_put_back(gpointer record, const char *remembered);
/* Deletes the mark's record, and nothing else. */
gboolean mb_withdraw_record(MbUnderstanding *u, MbMark *mark, GError **error);
/* The time that the reading says, else now where the meeting is under way, else MB_NO_TIME. */
MbTime mb_claim_time(const MbUnderstanding *u, const MbClaim *claim);
void mb_trace_record(GString *out, gconstpointer record);
/* All records of NOUN whose FIELD is ID. */
void mb_trace_parts(const MbUnderstanding *u, GString *out, const MbNoun *noun, const char *field, const char *id);
/* "J. Redsell"; the words where nobody of the book is meant. Newly allocated. */
char *mb_understand_name(const MbUnderstanding *u, const char *person, const char *words);
/* "30 Jun". Newly allocated. */
char *mb_understand_day(MbDay day);

#endif

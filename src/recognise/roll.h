/* SPDX-License-Identifier: MIT */
/* What the reader knows before the first line: everybody who may be named, by every form of words that may name them;
   the agenda; the words that make a line worth a look. Made once from the dossier (roll.c), looked up by people.c. */
#ifndef MINUTEBOOK_RECOGNISE_ROLL_H
#define MINUTEBOOK_RECOGNISE_ROLL_H

#include "minutebook/model/person.h"
#include "minutebook/recognise/reader.h"

/* How near somebody stands to this meeting: among several of a name the nearest is meant. */
typedef enum {
    MB_NEAR_HERE,     /* on the register as present, or in part */
    MB_NEAR_REGISTER, /* on the register, but not here */
    MB_NEAR_ROLL,     /* on the board's roll on the day */
    MB_NEAR_BOARD,    /* a deputy, or on the roll at another time */
    MB_NEAR_BOOK,     /* in the book */
} MbNear;

/* A form of words. Where one line of words is two forms, the earlier counts. */
typedef enum {
    MB_FORM_NAME,     /* "Harriet Calloway", "Calloway, Harriet" */
    MB_FORM_ALIAS,    /* another spelling of the book's */
    MB_FORM_INITIAL,  /* "H Calloway", "H. Calloway" */
    MB_FORM_INITIALS, /* as the register, the roll or the person says: "JRe" */
    MB_FORM_SHORT,    /* initials as they follow from the name: "JR" */
    MB_FORM_CHAIR,    /* "the Chair": whoever is in the chair */
    MB_FORM_OFFICE,   /* "the Treasurer" */
    MB_FORM_POST,     /* "Head of Housing" */
    MB_FORM_SURNAME,
    MB_FORM_FIRST,
    MB_FORM_BODY, /* an organisation with people on the board */
} MbForm;

typedef struct {
    const MbPerson *person;
    MbNear near;
    int status;         /* MbAttendanceStatus at this meeting */
    char *rank;         /* honorific in one spelling: "cllr"; "" */
    char *first, *last; /* folded; "" */
} MbFace;

/* A form of words and whom it may mean. */
typedef struct {
    MbForm form;
    int count;        /* of words */
    char **words;     /* folded */
    char *exact;      /* initials as given, else NULL */
    GPtrArray *faces; /* of MbFace, borrowed */
} MbEntry;

struct MbReader {
    const MbDossier *dossier;
    const MbMeeting *meeting;
    char *board;
    MbDay day;
    gboolean register_kept; /* somebody is marked at this meeting */
    GPtrArray *faces;       /* of MbFace */
    GHashTable *by_id;      /* person's id → MbFace */
    GHashTable *entries;    /* first word of a form → GPtrArray of MbEntry */
    GHashTable *cues;       /* word → families (cues.h) */
    GPtrArray *items;       /* of MbItem, of this meeting, borrowed */
};

void mb_roll_fill(MbReader *reader);
void mb_roll_clear(MbReader *reader);
/* The forms that begin with that folded word, or NULL. */
const GPtrArray *mb_roll_entries(const MbReader *reader, const char *fold);
const MbFace *mb_roll_face(const MbReader *reader, const char *person);
/* An honorific's one spelling ("councillor" → "cllr"), or NULL where FOLD is none. PLURAL (may be NULL): "Cllrs". */
const char *mb_roll_rank(const char *fold, gboolean *plural);

#endif

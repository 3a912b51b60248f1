/* SPDX-License-Identifier: MIT */
/* People, their posts and organisations over time. Who sits on a board is model/board.h. */
#ifndef MINUTEBOOK_MODEL_PERSON_H
#define MINUTEBOOK_MODEL_PERSON_H

#include "minutebook/model/record.h"

extern const MbNoun MB_ORGANISATION;
typedef struct {
    MB_RECORD_HEAD;
    char *name;
    char *short_name; /* "LFB" */
} MbOrganisation;

/* A post exists apart from who holds it: an action owned by a post passes to the successor. */
extern const MbNoun MB_POST;
typedef struct {
    MB_RECORD_HEAD;
    char *title;        /* "Head of Service" */
    char *organisation; /* ref; NULL where unknown */
} MbPost;

extern const MbNoun MB_PERSON;
typedef struct {
    MB_RECORD_HEAD;
    char *honorific; /* "Cllr", "Dr", "Supt": printed before the name, ignored in matching */
    char *name;      /* "Julie Redfern" */
    char *initials;  /* as the person is usually abbreviated; a board's roll may say otherwise */
    char *email;
    char *assistant; /* address that gets a copy */
    MbDay away_until;
    gboolean contact; /* named, sits on no board */
    char *note;
} MbPerson;

/* Another spelling of a name. */
extern const MbNoun MB_ALIAS;
typedef struct {
    MB_RECORD_HEAD;
    char *person; /* ref */
    char *name;
} MbAlias;

/* Who held a post, from when until when (days inclusive; MB_NO_DAY: open). */
extern const MbNoun MB_TENURE;
typedef struct {
    MB_RECORD_HEAD;
    char *person; /* ref */
    char *post;   /* ref */
    MbDay since;
    MbDay until;
} MbTenure;

#endif

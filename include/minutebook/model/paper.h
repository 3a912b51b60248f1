/* SPDX-License-Identifier: MIT */
/* Papers, their publication, who was sent what and when, and corrections to earlier minutes. */
#ifndef MINUTEBOOK_MODEL_PAPER_H
#define MINUTEBOOK_MODEL_PAPER_H

#include "minutebook/model/record.h"

extern const MbNoun MB_PAPER;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    char *item;    /* ref */
    char *parent;  /* ref to the paper it is an appendix of */
    int position;
    char *title;
    char *appendix; /* "A" */
    int state;      /* MbPaperState */
    int first_page; /* in the pack */
    int last_page;
    char *security; /* as printed: "UNRESTRICTED" */
    char *author;
    char *contact;
    char *file;   /* its name when it was attached */
    char *digest; /* SHA-256 of the file's bytes */
    MbDay due_on;
    MbDay received_on;
} MbPaper;

typedef enum {
    MB_PUBLISHED_AGENDA,
    MB_PUBLISHED_SUPPLEMENT,
    MB_PUBLISHED_DRAFT,
    MB_PUBLISHED_FINAL,
    MB_PUBLISHED_WITHDRAWN
} MbPublicationState;
extern const char *const mb_publication_words[];

/* Published is a fact about a document. */
extern const MbNoun MB_PUBLICATION;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    int position;
    char *document; /* "agenda", "minutes" … */
    char *paper;    /* ref */
    int state;      /* MbPublicationState */
    MbDay on;
    char *audience; /* "public", "members", or a list's name */
    char *digest;
    char *why; /* of a withdrawal */
} MbPublication;

/* Proof of service. */
extern const MbNoun MB_SENDING;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    int position;
    char *document;
    char *person; /* ref */
    char *name;
    char *address;
    MbDay on;
    char *channel; /* "e-mail", "post" */
} MbSending;

/* A correction, agreed at one meeting, to the minutes of an earlier one. The old words are kept. */
extern const MbNoun MB_CORRECTION;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref: whose minutes are corrected */
    char *at;      /* ref: the meeting that agreed it */
    char *at_item; /* ref */
    int position;
    char *page;
    char *item;   /* as printed: "5.4" */
    char *minute; /* ref to the paragraph, where found */
    char *old_text;
    char *new_text;
} MbCorrection;

#endif

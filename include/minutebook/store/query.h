/* SPDX-License-Identifier: MIT */
/* Questions that need more than a dossier: meetings by day, actions by filter, decisions, settings. All arrays are new
 * and free their records; NULL on error. */
#ifndef MINUTEBOOK_STORE_QUERY_H
#define MINUTEBOOK_STORE_QUERY_H

#include "minutebook/model/action.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/store/book.h"

/* Meetings on DAY, of BOARD (an id) or of all (NULL). */
GPtrArray *mb_store_meetings_on(MbBook *book, MbDay day, const char *board, GError **error);
/* Those of the earliest day from TODAY on that has a meeting not closed or cancelled; all of that day. */
GPtrArray *mb_store_meetings_next(MbBook *book, MbDay today, const char *board, GError **error);
/* Those of the latest day up to TODAY that has a meeting held or live. */
GPtrArray *mb_store_meetings_last(MbBook *book, MbDay today, const char *board, GError **error);
/* From SINCE to UNTIL (MB_NO_DAY: open), by day, undated ones last. */
GPtrArray *mb_store_meetings(MbBook *book, const char *board, MbDay since, MbDay until, GError **error);

typedef struct {
    const char *board;   /* id, or NULL */
    const char *owner;   /* a person's id, or NULL: owns it himself or through a post held today */
    const char *meeting; /* id: raised there, or NULL */
    const char *ref;     /* or NULL */
    gboolean open;       /* open or reported complete */
    gboolean overdue;    /* open and due before today */
    MbDay today;
} MbActionFilter;

/* Overdue ones by due day, others by board and ref. */
GPtrArray *mb_store_actions(MbBook *book, const MbActionFilter *filter, GError **error);
/* By day. */
GPtrArray *mb_store_decisions(MbBook *book, const char *board, GError **error);
/* What those decisions refer to (meetings, items) and their votes, added to DOSSIER. */
gboolean mb_store_decision_parts(MbBook *book, MbDossier *dossier, const char *board, GError **error);

/* Of BOARD's meetings from SINCE to UNTIL, both included. */
GPtrArray *mb_store_attendance_between(MbBook *book, const char *board, MbDay since, MbDay until, GError **error);

/* The meetings, items and decisions of BOARD, without a plan in DOSSIER also the entries that led to actions, what is
 * restricted of them and of its actions, and the paragraphs that are withheld: what a document of many meetings needs
 * in order to withhold. Added to DOSSIER. */
gboolean mb_store_restricted_places(MbBook *book, MbDossier *dossier, const char *board, GError **error);

/* A setting's value, newly allocated; NULL where it is not set or on error. */
char *mb_store_setting(MbBook *book, const char *name);
/* Within a deed. */
gboolean mb_store_set_setting(MbBook *book, const char *name, const char *value, GError **error);

/* How many people sit on BOARD on DAY. */
int mb_store_people_on(MbBook *book, const char *board, MbDay day);

#endif

/* SPDX-License-Identifier: MIT */
/* A board: its rules, roll, offices, audiences, registers. Its meetings are model/meeting.h, its forward plan
 * model/plan.h. */
#ifndef MINUTEBOOK_MODEL_BOARD_H
#define MINUTEBOOK_MODEL_BOARD_H

#include "minutebook/model/record.h"

typedef enum { MB_NUMBERING_1, MB_NUMBERING_1_0, MB_NUMBERING_1_1 } MbNumbering;
extern const char *const mb_numbering_words[]; /* "1", "1.0", "1.1" */

/* Of whom the quorum is reckoned. */
typedef enum { MB_QUORUM_OF_VOTING, MB_QUORUM_OF_ALL } MbQuorumOf;
extern const char *const mb_quorum_of_words[]; /* "voting", "all" */

typedef enum { MB_ROUND_UP, MB_ROUND_NEAREST, MB_ROUND_DOWN } MbRounding;
extern const char *const mb_rounding_words[]; /* "up", "nearest", "down" */

/* How a period of notice is counted; see clerk/notice.h. */
typedef enum { MB_NOTICE_NONE, MB_NOTICE_CLEAR_DAYS, MB_NOTICE_WORKING_DAYS, MB_NOTICE_DAYS } MbNoticeKind;
extern const char *const mb_notice_words[]; /* "", "clear days", "working days", "days" */

extern const MbNoun MB_BOARD;
typedef struct {
    MB_RECORD_HEAD;
    char *name;
    char *short_name;
    char *organisation; /* the body it belongs to, as printed */
    char *parent;       /* ref to the board it is a committee of */
    char *zone;         /* IANA name; NULL: the system's */
    char *marking;
    char *strapline;
    char *rules;              /* a rule set of forms/rules, by name */
    char *style;              /* a house style, by name */
    int numbering;            /* MbNumbering */
    gboolean restricted_last; /* restricted business after the open business */
    gboolean saturdays;       /* Saturdays count as clear days */
    gboolean live_notes;      /* what is typed live is notes; else it is the minute itself */
    int agenda_notice;        /* count, with its kind; absent: the rule set's */
    int agenda_notice_kind;   /* MbNoticeKind */
    int papers_notice;
    int papers_notice_kind;
    int quorum_members; /* so many members */
    int quorum_over;    /* fraction quorum_over/quorum_under, 1/4: 1 and 4 */
    int quorum_under;
    gboolean quorum_majority; /* more than half */
    int quorum_at_least;      /* never fewer than this */
    int quorum_rounding;      /* MbRounding */
    int quorum_of;            /* MbQuorumOf */
    int next_ref;             /* the number the next action gets; never goes back */
    int next_minute;          /* the next minute number, where the board numbers its minutes apart (25/117) */
    char *minute_prefix;      /* "25/" */
} MbBoard;

/* Another printed name of the board. */
extern const MbNoun MB_BOARD_NAME;
typedef struct {
    MB_RECORD_HEAD;
    char *board; /* ref */
    char *name;
    MbDay since;
    MbDay until;
} MbBoardName;

/* A group of the roll; the board names its own. */
extern const MbNoun MB_GROUP;
typedef struct {
    MB_RECORD_HEAD;
    char *board; /* ref */
    int position;
    char *name;
    gboolean non_voting;
    gboolean outside_quorum; /* its members do not count towards the quorum */
    int quorum;              /* at least so many of this group must be here; absent: no such rule */
} MbGroup;

/* A seat: a person on the roll, from when until when. */
extern const MbNoun MB_SEAT;
typedef struct {
    MB_RECORD_HEAD;
    char *board;  /* ref */
    char *person; /* ref */
    int position;
    char *seat_group;   /* ref to the group */
    char *post;         /* ref */
    char *organisation; /* ref */
    char *initials;     /* on this board */
    int voting;         /* MbTri: as the group says, or said for this seat */
    MbDay since;
    MbDay until;
    char *note;
} MbSeat;
typedef enum { MB_BY_GROUP, MB_YES, MB_NO } MbTri;
extern const char *const mb_tri_words[]; /* "", "yes", "no" */

/* Who may stand in for a seat. PERSON is NULL where only a name is known. */
extern const MbNoun MB_DEPUTY;
typedef struct {
    MB_RECORD_HEAD;
    char *seat;   /* ref */
    char *person; /* ref */
    char *name;
    gboolean no_vote;        /* may not vote */
    gboolean outside_quorum; /* does not count */
    MbDay since;
    MbDay until;
} MbDeputy;

/* An office held: Chair, Vice-chair, Treasurer, Interim Chair. */
extern const MbNoun MB_OFFICE;
typedef struct {
    MB_RECORD_HEAD;
    char *board;  /* ref */
    char *person; /* ref */
    char *office;
    MbDay since;
    MbDay until;
} MbOffice;

/* A list of the board's own of who may see something. */
extern const MbNoun MB_AUDIENCE;
typedef struct {
    MB_RECORD_HEAD;
    char *board; /* ref */
    char *name;
} MbAudience;

extern const MbNoun MB_AUDIENCE_ENTRY;
typedef struct {
    MB_RECORD_HEAD;
    char *audience;   /* ref */
    char *seat_group; /* ref: all of that group … */
    char *person;     /* … or this person */
    gboolean minus;   /* taken off the list */
} MbAudienceEntry;

/* The register of interests. */
extern const MbNoun MB_INTEREST;
typedef struct {
    MB_RECORD_HEAD;
    char *board;  /* ref */
    char *person; /* ref */
    char *nature;
    char *kind; /* as the rule set names it */
    MbDay since;
    MbDay until;
} MbInterest;

/* A numbered priority of a year. */
extern const MbNoun MB_PRIORITY;
typedef struct {
    MB_RECORD_HEAD;
    char *board; /* ref */
    char *year;  /* "2025/26" */
    char *number;
    char *title;
} MbPriority;

#endif

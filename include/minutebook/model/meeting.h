/* SPDX-License-Identifier: MIT */
/* A meeting, who came to it and what happened to it. Its agenda is model/item.h, its text model/minute.h. */
#ifndef MINUTEBOOK_MODEL_MEETING_H
#define MINUTEBOOK_MODEL_MEETING_H

#include "minutebook/model/record.h"

/* In the order of a meeting's life; cancelled stands apart. */
typedef enum {
    MB_STATE_PLANNED,
    MB_STATE_CALLED, /* the agenda is out: its numbers freeze */
    MB_STATE_LIVE,   /* opened; once closed (`closed` is set) until it is written up */
    MB_STATE_WRITTEN_UP,
    MB_STATE_WITH_CHAIR,
    MB_STATE_CIRCULATED,
    MB_STATE_APPROVED,
    MB_STATE_SIGNED,
    MB_STATE_CANCELLED,
} MbMeetingState;
extern const char *const mb_meeting_state_words[];

typedef enum { MB_MEETING_ORDINARY, MB_MEETING_EXTRAORDINARY, MB_MEETING_ANNUAL } MbMeetingKind;
extern const char *const mb_meeting_kind_words[];

extern const MbNoun MB_MEETING;
typedef struct {
    MB_RECORD_HEAD;
    char *board;     /* ref */
    MbDay day;       /* MB_NO_DAY while only day_words are known */
    char *day_words; /* as written, where it was vague: "Sept 23", "TBC" */
    MbTime starts;
    MbTime ends;
    MbTime closed; /* when it was closed in fact */
    char *venue;
    int kind;             /* MbMeetingKind */
    int state;            /* MbMeetingState */
    char *chair;          /* ref to the person in the chair */
    char *chair_words;    /* as printed, or where it is no person of the book */
    char *chair_capacity; /* "Vice-chair", where not the usual chair */
    char *minute_taker;   /* ref */
    char *minute_taker_words;
    char *marking; /* where not the board's */
    char *strapline;
    int public_present; /* a number, never names */
    char *cancelled_why;
    MbDay called_on;       /* the day the agenda went out */
    char *called_late_why; /* the chair's reason for shorter notice */
    MbDay planned_day;     /* the day its forward plan gives, where it was moved since */
    char *by_hand;         /* names of the fields changed by hand, by spaces: loading the plan again keeps them */
    char *received_as;     /* ref to the agenda item of a later meeting that received the minutes */
} MbMeeting;

/* A decision sought of the meeting, or what it is to be told: bullets at the top of some papers. */
extern const MbNoun MB_OBJECTIVE;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    int position;
    char *text;
} MbObjective;

typedef enum {
    MB_EVENT_OPENED,
    MB_EVENT_ADJOURNED,
    MB_EVENT_RESUMED,
    MB_EVENT_CLOSED,
    MB_EVENT_QUORUM_LOST,
    MB_EVENT_QUORUM_REGAINED,
    MB_EVENT_PUBLIC_EXCLUDED,
    MB_EVENT_PUBLIC_READMITTED,
    MB_EVENT_CHAIR_HANDED_OVER,
    MB_EVENT_ITEM_TAKEN, /* order and time in which items were taken: for the clocks, printed nowhere */
} MbEventKind;
extern const char *const mb_event_words[];

extern const MbNoun MB_EVENT;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    int position;
    MbTime at;
    int what;     /* MbEventKind */
    char *item;   /* ref: during which item */
    char *person; /* ref: who takes the chair, who stayed */
    char *text;
} MbEvent;

typedef enum {
    MB_ATTENDANCE_UNKNOWN,
    MB_ATTENDANCE_PRESENT,
    MB_ATTENDANCE_APOLOGIES,
    MB_ATTENDANCE_ABSENT,
    MB_ATTENDANCE_REPRESENTED,
    MB_ATTENDANCE_IN_PART,
} MbAttendanceStatus;
extern const char *const mb_attendance_words[]; /* "", "present", "apologies", "absent", "represented", "in part" */

typedef enum { MB_MODE_UNKNOWN, MB_MODE_IN_PERSON, MB_MODE_REMOTE } MbMode;
extern const char *const mb_mode_words[]; /* "", "in person", "remote" */

/* One person at one meeting. What is NULL here is as the roll says on the day. */
extern const MbNoun MB_ATTENDANCE;
typedef struct {
    MB_RECORD_HEAD;
    char *meeting; /* ref */
    int position;
    char *person;              /* ref; NULL for a guest known by name only */
    char *name;                /* as printed, where not as in the book */
    char *initials;            /* as printed at this meeting */
    char *role;                /* "note taker", "observer" */
    char *post;                /* as printed, for guests */
    char *organisation;        /* as printed, for guests */
    char *group_name;          /* as printed, for guests */
    int status;                /* MbAttendanceStatus */
    char *status_words;        /* the board's own word: "Yes in part" */
    int mode;                  /* MbMode */
    char *represented_by;      /* ref to the deputy */
    char *represented_by_name; /* where the deputy is not in the book */
    MbTime arrived;
    MbTime left;
    char *arrived_item; /* ref: came during this item */
    char *left_item;    /* ref */
    gboolean for_item;  /* left for that item only: back when the next is taken */
    char *note;
} MbAttendance;

/* Further comings and goings of the same person. */
extern const MbNoun MB_PRESENCE;
typedef struct {
    MB_RECORD_HEAD;
    char *attendance; /* ref */
    int position;
    MbTime arrived;
    MbTime left;
    char *arrived_item; /* ref */
    char *left_item;    /* ref */
    gboolean for_item;  /* as above */
} MbPresence;

#endif

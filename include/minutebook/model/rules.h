/* SPDX-License-Identifier: MIT */
/* A rule set: notice, reasons for withholding, interests, voting, approval and remote attendance, as data with the
   source of each rule. The files are forms/rules/NAME.yaml, read by exchange/rules.h; a board may depart from each by
   its own settings (model/board.h). */
#ifndef MINUTEBOOK_MODEL_RULES_H
#define MINUTEBOOK_MODEL_RULES_H

#include "minutebook/base/day.h"
#include "minutebook/model/board.h"

/* A reason for withholding. */
typedef struct {
    char *paragraph; /* "3", "a", "commercial" */
    char *words;     /* "Information relating to the financial or business affairs of any particular person" */
    char *source;
} MbReason;

/* A kind of interest and what it does. */
typedef struct {
    char *name; /* "disclosable pecuniary interest" */
    gboolean may_speak;
    gboolean may_vote;
    gboolean must_leave;
    gboolean counts_to_quorum;
    char *source;
} MbInterestKind;

typedef struct {
    char *name;      /* "english-principal-council" */
    char *title;     /* "Principal councils in England" */
    int year_starts; /* month, 1 to 12 */

    int agenda_notice; /* count and MbNoticeKind; absent: MB_NO_INT */
    int agenda_notice_kind;
    char *agenda_notice_source;
    int papers_notice;
    int papers_notice_kind;
    char *papers_notice_source;
    gboolean saturdays; /* count as clear days */
    gboolean every_day; /* counts as a clear day, Sundays and holidays too: notice outside the 1972 Act (Companies Act
                           2006 s360 leaves out only the two ends) */
    gboolean easter_break;    /* Maundy Thursday to Easter Tuesday do not count */
    gboolean christmas_break; /* 24 December to 1 January do not count */
    char *counting_source;

    int quorum_over; /* where the board states none: a fraction … */
    int quorum_under;
    gboolean quorum_majority;
    int quorum_at_least;
    int quorum_rounding;           /* MbRounding */
    int quorum_of;                 /* MbQuorumOf */
    gboolean inquorate_recommends; /* quorum lost: decisions become recommendations (else: adjourn) */
    gboolean deputies_count; /* a deputy listed for a seat fills it; false: only members do, deputies neither count nor
                                vote */
    char *quorum_source;

    GPtrArray *reasons; /* of MbReason */
    char *withheld;     /* the notice in place of withheld text; %s stands for the paragraph, %w for its words */
    char *exclusion;    /* the resolution to exclude the public, with %s and %w */
    char *readmission;
    char *withheld_source;

    GPtrArray *interests; /* of MbInterestKind */

    int vote_over; /* carried by more than vote_over/vote_under of the base */
    int vote_under;
    char *vote_base; /* "votes cast", "present", "all" */
    gboolean casting_vote;
    char *vote_source;

    gboolean extraordinary_approves; /* an extraordinary meeting may approve minutes */
    gboolean publish_draft;          /* draft minutes are published as draft */
    char *approval_source;

    gboolean remote_allowed;
    gboolean remote_counts; /* to the quorum */
    gboolean remote_votes;
    char *remote_source;
} MbRules;

/* Everything absent or false. */
MbRules *mb_rules_new(void);
void mb_rules_free(MbRules *rules);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbRules, mb_rules_free)
const MbReason *mb_rules_reason(const MbRules *rules, const char *paragraph);
const MbInterestKind *mb_rules_interest(const MbRules *rules, const char *name);

#endif

/* SPDX-License-Identifier: MIT */
/* The cut for the public. Each noun's public fields are listed here; a noun or a field that is not listed is not
 * public. */
#include "cut_private.h"

#include <string.h>

/* How a record of a noun is judged. TRUE: it is withheld. */
typedef gboolean (*Hides)(MbJudge *judge, gconstpointer record);
/* What is taken back from a copy. */
typedef void (*Trims)(MbJudge *judge, gconstpointer record, gpointer copy);

typedef struct {
    const MbNoun *noun;
    const char *fields; /* by spaces */
    Hides hides;
    Trims trims;
} Policy;

static gboolean by_item(MbJudge *judge, const char *item)
{
    return mb_judge_item_id(judge, item) != MB_FATE_OPEN;
}

static gboolean hides_objective(MbJudge *judge, gconstpointer record)
{
    const MbObjective *objective = record;

    return mb_judge_meeting_withholds(
        judge, objective->meeting); /* it names no item: where something is withheld, nobody can tell */
}

static gboolean is_about_the_public(const MbEvent *event)
{
    return event->what == MB_EVENT_PUBLIC_EXCLUDED || event->what == MB_EVENT_PUBLIC_READMITTED;
}

/* Whether the public were out of the room at EVENT: the last exclusion before it was not ended. */
static gboolean in_private(const MbDossier *dossier, const MbEvent *event)
{
    GPtrArray *events = mb_dossier_all(dossier, &MB_EVENT);
    const MbEvent *last = NULL;

    for (guint i = 0; i < events->len; i++) {
        const MbEvent *other = events->pdata[i];

        if (is_about_the_public(other) && g_strcmp0(other->meeting, event->meeting) == 0 &&
            other->position < event->position && (!last || other->position > last->position))
            last = other;
    }
    return last && last->what == MB_EVENT_PUBLIC_EXCLUDED;
}

static gboolean hides_event(MbJudge *judge, gconstpointer record)
{
    const MbEvent *event = record;
    gboolean of_quorum = event->what == MB_EVENT_QUORUM_LOST || event->what == MB_EVENT_QUORUM_REGAINED;

    /* When items were begun would tell how long a withheld one took; so would a quorum regained at its end. */
    if (event->what == MB_EVENT_ITEM_TAKEN || (of_quorum && mb_judge_time_is_private(judge, event->meeting, event->at)))
        return TRUE;
    if (is_about_the_public(event) || event->what == MB_EVENT_OPENED || event->what == MB_EVENT_CLOSED)
        return FALSE;
    return by_item(judge, event->item) || in_private(judge->dossier, event);
}

/* Of an exclusion the resolution is public, in the rule set's words; who stayed and why is not, where anything is
 * withheld, nor when: it would tell how long was spoken. */
static void trim_event(MbJudge *judge, gconstpointer record, gpointer copy)
{
    const MbEvent *event = record;
    MbEvent *public = copy;
    const MbItem *item = mb_dossier_find(judge->dossier, &MB_ITEM, event->item);
    gboolean bare = by_item(judge, event->item) || in_private(judge->dossier, event) ||
                    (is_about_the_public(event) && mb_judge_meeting_withholds(judge, event->meeting));

    if (!bare)
        return;
    mb_set(&public->text, NULL);
    mb_set(&public->person, NULL);
    public->at = MB_NO_TIME;
    if (event->what == MB_EVENT_PUBLIC_EXCLUDED && item && judge->rules && judge->rules->exclusion) {
        g_auto(MbGround) ground = mb_ground_of_item(judge, item);

        if (ground.paragraph && ground.reason)
            mb_set_take(&public->text, mb_ground_notice(&ground, judge->rules->exclusion));
    }
}

/* Who came or went for a withheld item is not told, nor when: it would tell how long it took. A note may tell. */
static void trim_attendance(MbJudge *judge, gconstpointer record, gpointer copy)
{
    const MbAttendance *attendance = record;
    MbAttendance *public = copy;

    if (by_item(judge, attendance->arrived_item) ||
        mb_judge_time_is_private(judge, attendance->meeting, attendance->arrived))
    public->arrived = MB_NO_TIME;
    if (by_item(judge, attendance->left_item) || mb_judge_time_is_private(judge, attendance->meeting, attendance->left))
    public->left = MB_NO_TIME;
    if (mb_judge_meeting_withholds(judge, attendance->meeting))
        mb_set(&public->note, NULL);
}

static gboolean hides_presence(MbJudge *judge, gconstpointer record)
{
    const MbPresence *presence = record;
    const MbAttendance *attendance = mb_dossier_find(judge->dossier, &MB_ATTENDANCE, presence->attendance);

    if (!attendance || mb_judge_time_is_private(judge, attendance->meeting, presence->arrived) ||
        mb_judge_time_is_private(judge, attendance->meeting, presence->left))
        return TRUE;
    return by_item(judge, presence->arrived_item) || by_item(judge, presence->left_item);
}

static gboolean hides_entry(MbJudge *judge, gconstpointer record)
{
    return mb_judge_entry(judge, record) != MB_FATE_OPEN;
}

static gboolean hides_part_of_entry(MbJudge *judge, gconstpointer record)
{
    const MbEntryLead *lead = record; /* leads and moves alike begin with their entry */
    const MbEntry *entry = mb_dossier_find(judge->dossier, &MB_ENTRY, lead->entry);

    return !entry || mb_judge_entry(judge, entry) != MB_FATE_OPEN;
}

static void trim_move(MbJudge *judge, gconstpointer record, gpointer copy)
{
    const MbMove *move = record;
    gboolean known = mb_dossier_find(judge->dossier, &MB_DECISION, move->decision) != NULL;

    if (move->decision && (!known || mb_judge_decision_hidden(judge, move->decision)))
        mb_set(&((MbMove *)copy)->why, NULL);
}

static gboolean hides_item(MbJudge *judge, gconstpointer record)
{
    return mb_judge_item(judge, record) != MB_FATE_OPEN;
}

/* Pages count through the members' pack: a gap would tell how long a withheld paper is. */
static void trim_item(MbJudge *judge, gconstpointer record, gpointer copy)
{
    const MbItem *item = record;
    MbItem *public = copy;

    if (mb_judge_meeting_withholds(judge, item->meeting))
        mb_set(&public->pages, NULL);
    if (by_item(judge, item->taken_with))
        mb_set(&public->taken_with, NULL);
}

static gboolean hides_presenter(MbJudge *judge, gconstpointer record)
{
    return by_item(judge, ((const MbPresenter *)record)->item);
}

static gboolean hides_recommendation(MbJudge *judge, gconstpointer record)
{
    const MbRecommendation *recommendation = record;

    return by_item(judge, recommendation->item) ||
           mb_hidden_told_by(mb_judge_hidden(judge, recommendation->item), recommendation->text);
}

static gboolean hides_paper(MbJudge *judge, gconstpointer record)
{
    return mb_judge_paper(judge, record) != MB_FATE_OPEN;
}

static void trim_paper(MbJudge *judge, gconstpointer record, gpointer copy)
{
    MbPaper *public = copy;

    if (!mb_judge_meeting_withholds(judge, ((const MbPaper *)record)->meeting))
        return;
    public->first_page = MB_NO_INT;
    public->last_page = MB_NO_INT;
}

static gboolean hides_correction(MbJudge *judge, gconstpointer record)
{
    return mb_judge_correction_hidden(judge, record);
}

static gboolean hides_declaration(MbJudge *judge, gconstpointer record)
{
    const MbDeclaration *declaration = record;

    return by_item(judge, declaration->item) ||
           mb_hidden_told_by(mb_judge_hidden(judge, declaration->item), declaration->nature);
}

/* Where an interest names no item, it may lie in a withheld one. */
static void trim_declaration(MbJudge *judge, gconstpointer record, gpointer copy)
{
    const MbDeclaration *declaration = record;
    MbDeclaration *public = copy;

    if (declaration->item || !mb_judge_meeting_withholds(judge, declaration->meeting))
        return;
    mb_set(&public->nature, NULL);
    public->left = MB_NO_TIME;
    public->back = MB_NO_TIME;
}

static gboolean hides_decision(MbJudge *judge, gconstpointer record)
{
    return mb_judge_decision_hidden(judge, ((const MbRecord *)record)->id);
}

static gboolean hides_vote(MbJudge *judge, gconstpointer record)
{
    return mb_judge_decision_hidden(judge, ((const MbVote *)record)->decision);
}

static gboolean hides_motion(MbJudge *judge, gconstpointer record)
{
    return mb_judge_motion_hidden(judge, record);
}

static gboolean hides_election(MbJudge *judge, gconstpointer record)
{
    return by_item(judge, ((const MbElection *)record)->item);
}

static gboolean hides_candidate(MbJudge *judge, gconstpointer record)
{
    const MbElection *election = mb_dossier_find(judge->dossier, &MB_ELECTION, ((const MbCandidate *)record)->election);

    return !election || by_item(judge, election->item);
}

static gboolean hides_action(MbJudge *judge, gconstpointer record)
{
    return mb_judge_action_hidden(judge, ((const MbRecord *)record)->id);
}

static gboolean hides_owner(MbJudge *judge, gconstpointer record)
{
    return mb_judge_action_hidden(judge, ((const MbOwner *)record)->action);
}

/* An update under an open item may be about an action of a withheld one, and the other way about. */
static gboolean hides_update(MbJudge *judge, gconstpointer record)
{
    const MbUpdate *update = record;
    const MbAction *action = mb_dossier_find(judge->dossier, &MB_ACTION, update->action);

    if (!action || mb_judge_action_hidden(judge, update->action) || by_item(judge, update->item))
        return TRUE;
    return mb_hidden_told_by(mb_judge_hidden(judge, update->item), update->text) ||
           mb_hidden_told_by(mb_judge_hidden(judge, action->item), update->text);
}

/* Not listed, so not public: settings, settled findings, aliases, deputies, audiences, interests, lines of plans,
 * restrictions (stubs get their own), publications, sendings, chasers, redates. Text and cells are cut.c's. */
static const Policy policies[] = {
    {.noun = &MB_ORGANISATION, .fields = "name short_name"},
    {.noun = &MB_POST, .fields = "title organisation"},
    {.noun = &MB_PERSON, .fields = "honorific name initials contact"},
    {.noun = &MB_TENURE, .fields = "person post since until"},
    {.noun = &MB_BOARD,
     .fields = "name short_name organisation parent zone marking strapline rules style numbering restricted_last "
               "saturdays agenda_notice agenda_notice_kind papers_notice papers_notice_kind quorum_members quorum_over "
               "quorum_under quorum_majority quorum_at_least quorum_rounding quorum_of"},
    {.noun = &MB_BOARD_NAME, .fields = "board name since until"},
    {.noun = &MB_GROUP, .fields = "board position name non_voting outside_quorum quorum"},
    {.noun = &MB_SEAT, .fields = "board person position seat_group post organisation initials voting since until"},
    {.noun = &MB_OFFICE, .fields = "board person office since until"},
    {.noun = &MB_PRIORITY, .fields = "board year number title"},
    {.noun = &MB_MEETING,
     .fields =
         "board day day_words starts ends closed venue kind state chair chair_words chair_capacity minute_taker "
         "minute_taker_words marking strapline public_present cancelled_why called_on called_late_why planned_day"},
    {.noun = &MB_OBJECTIVE, .fields = "meeting position text", .hides = hides_objective},
    {.noun = &MB_EVENT,
     .fields = "meeting position at what item person text",
     .hides = hides_event,
     .trims = trim_event},
    {.noun = &MB_ATTENDANCE,
     .fields = "meeting position person name initials role post organisation group_name status status_words mode "
               "represented_by represented_by_name arrived left note",
     .trims = trim_attendance},
    {.noun = &MB_PRESENCE, .fields = "attendance position arrived left", .hides = hides_presence},
    {.noun = &MB_PLAN, .fields = "board year since until meeting_rule"},
    {.noun = &MB_ENTRY,
     .fields = "board plan parent meeting meeting_words section position title purpose minutes paper priority status "
               "state standing_text statutory matters_arising letter",
     .hides = hides_entry},
    {.noun = &MB_ENTRY_LEAD, .fields = "entry position person name", .hides = hides_part_of_entry},
    {.noun = &MB_MOVE,
     .fields = "entry position from_meeting to_meeting why on",
     .hides = hides_part_of_entry,
     .trims = trim_move},
    {.noun = &MB_ITEM,
     .fields =
         "meeting parent position lettered number number_kept minute_number title purpose minutes paper paper_words "
         "pages standing_text source approves matters_arising urgent_why taken taken_with carried_forward",
     .hides = hides_item,
     .trims = trim_item},
    {.noun = &MB_PRESENTER,
     .fields = "item position person name on_behalf_of on_behalf_of_name",
     .hides = hides_presenter},
    {.noun = &MB_RECOMMENDATION, .fields = "item position text", .hides = hides_recommendation},
    {.noun = &MB_PAPER,
     .fields = "meeting item parent position title appendix state first_page last_page security author",
     .hides = hides_paper,
     .trims = trim_paper},
    {.noun = &MB_CORRECTION,
     .fields = "meeting at at_item position page item old_text new_text",
     .hides = hides_correction},
    {.noun = &MB_DECLARATION,
     .fields = "meeting position item person name kind nature effect dispensation left back",
     .hides = hides_declaration,
     .trims = trim_declaration},
    {.noun = &MB_DECISION,
     .fields =
         "board meeting item position text outcome condition condition_met mover mover_name seconder seconder_name "
         "votes_for votes_against votes_abstained method casting_vote body form taken_by on ratifies",
     .hides = hides_decision},
    {.noun = &MB_VOTE, .fields = "decision position person name vote", .hides = hides_vote},
    {.noun = &MB_MOTION,
     .fields = "meeting item amends position text mover mover_name seconder seconder_name outcome votes_for "
               "votes_against votes_abstained decision",
     .hides = hides_motion},
    {.noun = &MB_ELECTION, .fields = "meeting item position office elected elected_name", .hides = hides_election},
    {.noun = &MB_CANDIDATE, .fields = "election round position person name votes withdrawn", .hides = hides_candidate},
    {.noun = &MB_ACTION,
     .fields = "board ref text status due due_words due_meeting raised_on raised_at item item_words closed_on "
               "closed_at position",
     .hides = hides_action},
    {.noun = &MB_OWNER, .fields = "action position person post name", .hides = hides_owner},
    {.noun = &MB_UPDATE, .fields = "action position on meeting item text outcome", .hides = hides_update},
};

static gboolean is_text(const MbField *field)
{
    return field->kind == MB_FIELD_TEXT || field->kind == MB_FIELD_REF;
}

/* A field's memory is copied as it is; a text gets its own, with withheld spans struck out. */
static void copy_field(const MbJudge *judge, const MbField *field, gconstpointer record, gpointer copy)
{
    const char *from = (const char *)record + field->offset;
    char *to = (char *)copy + field->offset;

    if (!is_text(field))
        memcpy(to, from, sizeof(int));
    else if (field->kind == MB_FIELD_TEXT)
        mb_set_take((char **)to, mb_judge_strike(judge, record, *(char *const *)from));
    else
        mb_set((char **)to, *(char *const *)from);
}

static gpointer copy_public(MbJudge *judge, const Policy *policy, char **names, const MbRecord *record)
{
    MbRecord *copy = mb_record_new(policy->noun);

    g_free(copy->id);
    copy->id = g_strdup(record->id);
    for (guint i = 0; names[i]; i++)
        copy_field(judge, mb_noun_field(policy->noun, names[i]), record, copy);
    if (policy->trims)
        policy->trims(judge, record, copy);
    return copy;
}

void mb_cut_for_public(MbJudge *judge, MbDossier *cut)
{
    for (gsize i = 0; i < G_N_ELEMENTS(policies); i++) {
        g_auto(GStrv) names = g_strsplit(policies[i].fields, " ", -1);
        GPtrArray *all = mb_dossier_all(judge->dossier, policies[i].noun);

        for (guint at = 0; at < all->len; at++)
            if (!policies[i].hides || !policies[i].hides(judge, all->pdata[at]))
                mb_dossier_add(cut, copy_public(judge, &policies[i], names, all->pdata[at]));
    }
}

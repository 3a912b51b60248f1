/* SPDX-License-Identifier: MIT */
/* Who is in the room, and whether that makes a quorum. */
#include "minutebook/base/text.h"
#include "minutebook/clerk/number.h"
#include "minutebook/clerk/quorum.h"
#include "minutebook/model/decision.h"
#include "minutebook/model/name.h"
#include "quorum_private.h"

#define UNKNOWN G_MININT

/* Minutes from the meeting's start: below 0 before it, beyond 24 hours never; UNKNOWN where either is not known. A
 * meeting may run past midnight. */
static int since_start(const MbMeeting *meeting, MbTime time)
{
    int span;

    if (time == MB_NO_TIME || !meeting)
        return UNKNOWN;
    if (meeting->starts == MB_NO_TIME)
        return time;
    span = mb_time_span(meeting->starts, time);
    return span > 18 * 60 ? span - 24 * 60 : span;
}

/* A coming or going: the time stated, else when the item began (or ended) during which it was. */
static MbTime time_of(const MbDossier *dossier, MbTime stated, const char *item, gboolean going)
{
    const MbItem *during = stated == MB_NO_TIME ? mb_dossier_find(dossier, &MB_ITEM, item) : NULL;

    if (!during)
        return stated;
    return going && during->ended != MB_NO_TIME ? during->ended : during->started;
}

static gboolean within(const MbMeeting *meeting, MbTime arrived, MbTime left, MbTime at)
{
    int from = since_start(meeting, arrived);
    int until = since_start(meeting, left);
    int now = since_start(meeting, at);

    return (from == UNKNOWN || from <= now) && (until == UNKNOWN || now < until);
}

static gboolean came(const MbAttendance *attendance)
{
    return attendance->status == MB_ATTENDANCE_PRESENT || attendance->status == MB_ATTENDANCE_IN_PART ||
           attendance->status == MB_ATTENDANCE_REPRESENTED;
}

gboolean mb_quorum_in_room(const MbDossier *dossier, const MbAttendance *attendance, MbTime at)
{
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, attendance->meeting);
    g_autoptr(GPtrArray) further = NULL;

    if (!came(attendance))
        return FALSE;
    if (at == MB_NO_TIME)
        return TRUE;
    if (within(meeting, time_of(dossier, attendance->arrived, attendance->arrived_item, FALSE),
               time_of(dossier, attendance->left, attendance->left_item, TRUE), at))
        return TRUE;
    further = mb_dossier_of(dossier, &MB_PRESENCE, "attendance", attendance->id);
    for (guint i = 0; i < further->len; i++) {
        const MbPresence *presence = further->pdata[i];
        if (within(meeting, time_of(dossier, presence->arrived, presence->arrived_item, FALSE),
                   time_of(dossier, presence->left, presence->left_item, TRUE), at))
            return TRUE;
    }
    return FALSE;
}

/* Where no times are known, the order of the agenda tells: who came during a later item, or left during an earlier one,
 * is not there for this one. */
static gboolean here_for_item(const GPtrArray *items, const char *arrived_item, const char *left_item, guint index)
{
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        if ((i > index && g_strcmp0(item->id, arrived_item) == 0) || (i < index && g_strcmp0(item->id, left_item) == 0))
            return FALSE;
    }
    return TRUE;
}

/* What is asked. */
typedef struct {
    const MbDossier *dossier;
    const MbRules *rules;
    const MbMeeting *meeting;
    MbTime at;
    const MbItem *item;
    GPtrArray *items; /* of the agenda, in order */
    guint index;      /* of the item among them */
    GPtrArray *attendances;
    MbQuorumRule rule;
} Question;

static gboolean was_here(const Question *question, const MbAttendance *attendance)
{
    g_autoptr(GPtrArray) further = NULL;

    if (!mb_quorum_in_room(question->dossier, attendance, question->at))
        return FALSE;
    if (question->at != MB_NO_TIME || !question->item ||
        here_for_item(question->items, attendance->arrived_item, attendance->left_item, question->index))
        return TRUE;
    further = mb_dossier_of(question->dossier, &MB_PRESENCE, "attendance", attendance->id);
    for (guint i = 0; i < further->len; i++) {
        const MbPresence *presence = further->pdata[i];
        if (here_for_item(question->items, presence->arrived_item, presence->left_item, question->index))
            return TRUE;
    }
    return FALSE;
}

static gboolean bars(const Question *question, const MbDeclaration *declaration)
{
    const MbInterestKind *kind =
        question->rules && declaration->kind ? mb_rules_interest(question->rules, declaration->kind) : NULL;

    if (declaration->effect == MB_EFFECT_LEFT)
        return TRUE;
    return kind && !kind->counts_to_quorum && !declaration->dispensation;
}

static gboolean is_barred(const Question *question, const char *person, const char *name)
{
    g_autoptr(GPtrArray) declarations = NULL;

    if (!question->item)
        return FALSE;
    declarations = mb_dossier_of(question->dossier, &MB_DECLARATION, "item", question->item->id);
    for (guint i = 0; i < declarations->len; i++) {
        const MbDeclaration *declaration = declarations->pdata[i];
        gboolean same = person ? g_strcmp0(declaration->person, person) == 0
                               : name && declaration->name && mb_text_same(declaration->name, name);
        if (same && bars(question, declaration))
            return TRUE;
    }
    return FALSE;
}

static const MbAttendance *attendance_of(const Question *question, const char *person)
{
    for (guint i = 0; i < question->attendances->len; i++) {
        const MbAttendance *attendance = question->attendances->pdata[i];
        if (person && g_strcmp0(attendance->person, person) == 0)
            return attendance;
    }
    return NULL;
}

static const char *name_of(const MbDossier *dossier, const char *person, const char *name)
{
    const MbPerson *record = mb_dossier_find(dossier, &MB_PERSON, person);

    return record ? record->name : name;
}

static gboolean is_sent(const MbDossier *dossier, const MbDeputy *deputy, const MbAttendance *attendance)
{
    const char *listed = name_of(dossier, deputy->person, deputy->name);
    const char *came_instead = name_of(dossier, attendance->represented_by, attendance->represented_by_name);

    if (deputy->person && attendance->represented_by)
        return g_str_equal(deputy->person, attendance->represented_by);
    return listed && came_instead && mb_text_same(listed, came_instead);
}

const MbDeputy *mb_quorum_deputy(const MbDossier *dossier, const MbSeat *seat, const MbAttendance *attendance)
{
    g_autoptr(GPtrArray) deputies = mb_dossier_of(dossier, &MB_DEPUTY, "seat", seat->id);
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, attendance->meeting);
    MbDay day = meeting ? meeting->day : MB_NO_DAY;

    for (guint i = 0; i < deputies->len; i++) {
        const MbDeputy *deputy = deputies->pdata[i];
        gboolean now = day == MB_NO_DAY || ((deputy->since == MB_NO_DAY || deputy->since <= day) &&
                                            (deputy->until == MB_NO_DAY || deputy->until >= day));
        if (now && is_sent(dossier, deputy, attendance))
            return deputy;
    }
    return NULL;
}

static gboolean deputy_counts(const Question *question, const MbSeat *seat, const MbAttendance *attendance)
{
    const MbDeputy *deputy = mb_quorum_deputy(question->dossier, seat, attendance);

    return deputy && !deputy->outside_quorum && (!question->rules || question->rules->deputies_count);
}

/* Who fills SEAT in the room, as a key that names a person once however many seats they fill; NULL: nobody who counts.
 */
static const char *filled_by(const Question *question, const MbSeat *seat)
{
    const MbAttendance *attendance = attendance_of(question, seat->person);
    gboolean deputed = attendance && attendance->status == MB_ATTENDANCE_REPRESENTED;
    const char *person;
    const char *name;

    if (!attendance || !was_here(question, attendance))
        return NULL;
    if (attendance->mode == MB_MODE_REMOTE && question->rules && !question->rules->remote_counts)
        return NULL;
    if (deputed && !deputy_counts(question, seat, attendance))
        return NULL;
    person = deputed ? attendance->represented_by : seat->person;
    name = deputed ? attendance->represented_by_name : NULL;
    if (is_barred(question, person, name))
        return NULL;
    return person ? person : name ? name : attendance->id;
}

static int count_here(const Question *question, const GPtrArray *seats, const char *group)
{
    g_autoptr(GHashTable) here = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];
        const char *key;

        if (group ? g_strcmp0(seat->seat_group, group) != 0
                  : !mb_quorum_seat_counts(question->dossier, &question->rule, seat))
            continue;
        key = filled_by(question, seat);
        if (key)
            g_hash_table_add(here, (gpointer)key);
    }
    return (int)g_hash_table_size(here);
}

/* Appends what is missing of the groups that must be there; returns how many they ask for together. */
static int check_groups(const Question *question, const GPtrArray *seats, GPtrArray *missing)
{
    g_autoptr(GPtrArray) groups = mb_dossier_of(question->dossier, &MB_GROUP, "board", question->meeting->board);
    int asked = 0;

    for (guint i = 0; i < groups->len; i++) {
        const MbGroup *group = groups->pdata[i];
        int here = group->quorum > 0 ? count_here(question, seats, group->id) : 0;

        if (group->quorum <= 0)
            continue;
        asked += group->quorum;
        if (here < group->quorum)
            g_ptr_array_add(missing, g_strdup_printf("%d of %d %s member%s", here, group->quorum, group->name,
                                                     group->quorum == 1 ? "" : "s"));
    }
    return asked;
}

static MbQuorum answer(const Question *question, const GPtrArray *seats)
{
    g_autoptr(GPtrArray) missing = g_ptr_array_new_with_free_func(g_free);
    MbQuorum quorum = {.members = mb_quorum_members(question->dossier, &question->rule, seats),
                       .here = count_here(question, seats, NULL)};
    int asked = check_groups(question, seats, missing);

    quorum.required = mb_quorum_required(&question->rule, quorum.members);
    if (quorum.here < quorum.required)
        g_ptr_array_insert(
            missing, 0,
            g_strdup_printf("%d of %d member%s", quorum.here, quorum.required, quorum.required == 1 ? "" : "s"));
    quorum.required = quorum.required > 0 ? quorum.required : asked;
    quorum.quorate = missing->len == 0;
    g_ptr_array_add(missing, NULL);
    quorum.shortfall = quorum.quorate ? NULL : mb_text_join((const char *const *)missing->pdata);
    return quorum;
}

/* Fills QUESTION but for what the quorum alone asks; its items are the caller's to free. */
static void ask(Question *question, const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, MbTime at,
                const char *item)
{
    *question = (Question){.dossier = dossier,
                           .rules = rules,
                           .meeting = meeting,
                           .at = at,
                           .item = mb_dossier_find(dossier, &MB_ITEM, item)};
    question->items = mb_number_items(dossier, meeting->id);
    if (!question->item)
        return;
    g_ptr_array_find(question->items, question->item, &question->index);
    if (question->at == MB_NO_TIME)
        question->at = question->item->started;
}

MbQuorum mb_quorum_at(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting, MbTime at,
                      const char *item)
{
    const MbBoard *board = mb_dossier_find(dossier, &MB_BOARD, meeting->board);
    g_autoptr(GPtrArray) seats = NULL;
    g_autoptr(GPtrArray) attendances = NULL;
    Question question;
    MbQuorum quorum;

    if (!board)
        return (MbQuorum){.quorate = TRUE};
    ask(&question, dossier, rules, meeting, at, item);
    seats = mb_quorum_seats(dossier, meeting->board, meeting->day);
    attendances = mb_dossier_of(dossier, &MB_ATTENDANCE, "meeting", meeting->id);
    question.attendances = attendances;
    question.rule = mb_quorum_rule(board, rules);
    quorum = answer(&question, seats);
    g_ptr_array_unref(question.items);
    return quorum;
}

gboolean mb_quorum_here(const MbDossier *dossier, const MbMeeting *meeting, const MbAttendance *attendance,
                        const char *item)
{
    Question question;
    gboolean here;

    ask(&question, dossier, NULL, meeting, MB_NO_TIME, item);
    here = was_here(&question, attendance);
    g_ptr_array_unref(question.items);
    return here;
}

static const char *deputy_no_vote(const Question *question, const MbSeat *seat, const MbAttendance *attendance)
{
    const MbDeputy *deputy = mb_quorum_deputy(question->dossier, seat, attendance);

    if (question->rules && !question->rules->deputies_count)
        return "stood in for a member, which gives no vote under the rules of the board";
    return deputy && deputy->no_vote ? "stood in for a member, without a vote" : NULL;
}

const char *mb_quorum_no_vote(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting,
                              const MbAttendance *attendance, const char *item)
{
    const MbSeat *seat = mb_seat_on(dossier, meeting->board, attendance->person, meeting->day);
    Question question = {.dossier = dossier, .rules = rules};

    if (!seat)
        return "has no seat on the board";
    if (!mb_seat_votes(dossier, seat))
        return "has a seat without a vote";
    if (!mb_quorum_here(dossier, meeting, attendance, item))
        return "was not there";
    if (attendance->mode == MB_MODE_REMOTE && rules && !rules->remote_votes)
        return "attended remotely, which gives no vote under the rules of the board";
    return attendance->status == MB_ATTENDANCE_REPRESENTED ? deputy_no_vote(&question, seat, attendance) : NULL;
}

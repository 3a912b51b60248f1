/* SPDX-License-Identifier: MIT */
/* What the text says was decided: decisions, minutes approved, corrections to them. */
#include "understand.h"

#include "deed.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

/* --- decisions --- */

static void set_person(char **id, char **name, const MbNamed *named)
{
    mb_set(id, named ? named->person : NULL);
    mb_set(name, named && !named->person ? named->words : NULL);
}

static void set_decision(const MbClaim *claim, MbDecision *decision)
{
    const MbReading *reading = claim->reading;

    mb_set(&decision->text, reading->text);
    decision->outcome = reading->outcome >= 0                    ? reading->outcome
                        : reading->kind == (int)MB_READ_APPROVAL ? (int)MB_OUTCOME_APPROVED
                                                                 : (int)MB_OUTCOME_AGREED;
    mb_set(&decision->condition, reading->condition);
    mb_set(&decision->body, reading->body);
    set_person(&decision->mover, &decision->mover_name, reading->mover);
    set_person(&decision->seconder, &decision->seconder_name, reading->seconder);
    decision->votes_for = reading->votes_for;
    decision->votes_against = reading->votes_against;
    decision->votes_abstained = reading->votes_abstained;
}

static MbDecision *new_decision(MbUnderstanding *u)
{
    MbDecision *decision = mb_dossier_new_record(u->dossier, &MB_DECISION);

    mb_set(&decision->board, u->board->id);
    mb_set(&decision->meeting, u->meeting->id);
    mb_set(&decision->item, u->item ? u->item->id : NULL);
    if (u->item) {
        g_autoptr(GPtrArray) siblings = mb_dossier_of(u->dossier, &MB_DECISION, "item", u->item->id);

        decision->position = mb_which_next(siblings);
    }
    return decision;
}

/* Whether the item has a decision that nobody's text made: this may be the same in other words. */
static gboolean is_recorded_by_hand(const MbUnderstanding *u)
{
    g_autoptr(GPtrArray) decisions = mb_dossier_of(u->dossier, &MB_DECISION, "item", u->item ? u->item->id : "");
    GPtrArray *marks = mb_dossier_all(u->dossier, &MB_MARK);

    for (guint i = 0; i < decisions->len; i++) {
        const MbDecision *decision = decisions->pdata[i];
        gboolean marked = FALSE;

        for (guint k = 0; k < marks->len; k++)
            marked |= g_strcmp0(((const MbMark *)marks->pdata[k])->record, decision->id) == 0;
        if (!marked)
            return TRUE;
    }
    return FALSE;
}

static gboolean make_decision(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbDecision *decision;

    if (!claim->reading->text)
        return TRUE;
    if (mark->state != MB_MARK_ACCEPTED && is_recorded_by_hand(u)) {
        mb_set(&mark->doubt, "A decision was recorded by hand under this item; it may be the same.");
        return TRUE;
    }
    decision = new_decision(u);
    set_decision(claim, decision);
    return mb_mark_keep(u, mark, decision, error);
}

static gboolean follow_decision(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbDecision *decision = mb_mark_record(u, mark);

    if (claim->reading->text)
        set_decision(claim, decision);
    return mb_deed_save(u->desk, decision, error);
}

static void trace_decision(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    mb_trace_record(out, record);
    mb_trace_parts(u, out, &MB_VOTE, "decision", mark->record);
    mb_trace_parts(u, out, &MB_MOTION, "decision", mark->record);
    mb_trace_parts(u, out, &MB_DECISION, "ratifies", mark->record);
    mb_trace_parts(u, out, &MB_ACTION, "decision", mark->record);
}

/* Past its "that": a motion is moved with it, and is resolved with it before the text. */
static const char *past_that(const char *text)
{
    return g_ascii_strncasecmp(text, "that ", 5) == 0 ? text + 5 : text;
}

static gpointer twin_decision(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_DECISION, "meeting", u->meeting->id);

    for (guint i = 0; claim->reading->text && i < all->len; i++) {
        const MbDecision *decision = all->pdata[i];

        if (g_strcmp0(decision->item, u->item ? u->item->id : NULL) == 0 && decision->text &&
            mb_text_same(past_that(decision->text), past_that(claim->reading->text)))
            return all->pdata[i];
    }
    return NULL;
}

/* "resolved 7–2–1", "agreed". */
static char *decision_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbDecision *decision = record;
    int outcome = decision ? decision->outcome : claim && claim->reading->outcome >= 0 ? claim->reading->outcome : 0;

    (void)u;
    (void)mark;
    if (decision && decision->votes_for != MB_NO_INT && decision->votes_against != MB_NO_INT)
        return g_strdup_printf("%s %d–%d–%d", mb_outcome_words[outcome], decision->votes_for, decision->votes_against,
                               MAX(decision->votes_abstained, 0));
    return g_strdup(mb_outcome_words[outcome]);
}

const MbFamily mb_family_decision = {
    .twin = twin_decision,
    .make = make_decision,
    .follow = follow_decision,
    .withdraw = mb_withdraw_record,
    .trace = trace_decision,
    .shown = decision_shown,
};

/* --- minutes approved --- */

/* The minutes that are approved, where their meeting was held. */
static MbMeeting *approved_by(const MbUnderstanding *u, const MbClaim *claim)
{
    MbMeeting *earlier = mb_dossier_find(u->dossier, &MB_MEETING, claim->reading->meeting);

    return earlier && earlier != u->meeting && earlier->state >= MB_STATE_LIVE && earlier->state <= MB_STATE_SIGNED
               ? earlier
               : NULL;
}

/* The item of this agenda that proposes those minutes, else the one at hand. */
static const char *item_for(const MbUnderstanding *u, const MbMeeting *earlier)
{
    g_autoptr(GPtrArray) items = mb_dossier_of(u->dossier, &MB_ITEM, "approves", earlier->id);

    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        if (g_strcmp0(item->meeting, u->meeting->id) == 0 && !item->dropped)
            return item->id;
    }
    return u->item ? u->item->id : NULL;
}

/* What carries it, without marks of bold and the full stop, on one line. Newly allocated. */
static char *sentence_of(const MbClaim *claim)
{
    GString *text = g_string_new(claim->span);

    g_string_replace(text, "*", "", 0);
    g_string_replace(text, "\n", " ", 0);
    while (text->len && strchr(". ", text->str[text->len - 1]))
        g_string_truncate(text, text->len - 1);
    return g_string_free(text, FALSE);
}

static void set_approval(const MbClaim *claim, MbDecision *decision)
{
    g_autofree char *sentence = sentence_of(claim);

    set_decision(claim, decision);
    if (!decision->text)
        mb_set(&decision->text, sentence);
}

static const char *const state[] = {"state", NULL};

static gboolean approve(MbUnderstanding *u, MbMeeting *earlier, MbMark *mark, GError **error)
{
    g_autofree char *was = mb_remember(earlier, state);
    g_autofree char *before = g_strdup_printf("%s\n%s", earlier->id, was);

    if (earlier->state >= MB_STATE_APPROVED)
        return TRUE;
    earlier->state = MB_STATE_APPROVED;
    mb_set(&mark->before, before);
    return mb_deed_save(u->desk, earlier, error);
}

static gboolean make_approval(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbMeeting *earlier = approved_by(u, claim);
    MbDecision *decision;

    if (!earlier) {
        mb_set(&mark->doubt, mark->doubt ? mark->doubt : "Which meeting's minutes these are is not known.");
        return TRUE;
    }
    decision = new_decision(u);
    set_approval(claim, decision);
    mb_set(&decision->item, item_for(u, earlier));
    return mb_mark_keep(u, mark, decision, error) && approve(u, earlier, mark, error);
}

/* The meeting that the mark's text approved; NULL where it was approved before. WAS is set to how it was. */
static MbMeeting *approved_of(const MbUnderstanding *u, const MbMark *mark, const char **was)
{
    gsize length = mark->before ? strcspn(mark->before, "\n") : 0;
    g_autofree char *id = g_strndup(mark->before ? mark->before : "", length);

    *was = mark->before ? mark->before + length : "";
    return mb_dossier_find(u->dossier, &MB_MEETING, id);
}

static gboolean take_back(MbUnderstanding *u, MbMark *mark, GError **error)
{
    const char *was;
    MbMeeting *earlier = approved_of(u, mark, &was);

    if (!earlier)
        return TRUE;
    mb_put_back(earlier, was);
    mb_set(&mark->before, NULL);
    return mb_deed_save(u->desk, earlier, error);
}

static gboolean withdraw_approval(MbUnderstanding *u, MbMark *mark, GError **error)
{
    return take_back(u, mark, error) && mb_withdraw_record(u, mark, error);
}

static gboolean follow_approval(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbDecision *decision = mb_mark_record(u, mark);
    MbMeeting *earlier = approved_by(u, claim);
    const char *was;

    if (earlier && earlier == approved_of(u, mark, &was)) {
        set_approval(claim, decision);
        return mb_deed_save(u->desk, decision, error);
    }
    if (!withdraw_approval(u, mark, error))
        return FALSE;
    mb_set(&mark->kind, NULL);
    mb_set(&mark->record, NULL);
    return make_approval(u, claim, mark, error);
}

/* Once this meeting's own minutes have left the desk, what they approved stands. */
static void trace_approval(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    const char *was;
    const MbMeeting *earlier = approved_of(u, mark, &was);

    mb_trace_record(out, record);
    if (earlier)
        g_string_append_printf(out, "%s%s\n", mb_meeting_state_words[earlier->state],
                               u->meeting->state > MB_STATE_WRITTEN_UP ? ", and stands" : "");
}

static gpointer twin_approval(const MbUnderstanding *u, const MbClaim *claim)
{
    const MbMeeting *earlier = approved_by(u, claim);
    const char *item = earlier ? item_for(u, earlier) : NULL;
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_DECISION, "item", item ? item : "");

    for (guint i = 0; earlier && earlier->state >= MB_STATE_APPROVED && i < all->len; i++) {
        const MbDecision *decision = all->pdata[i];

        if (decision->outcome == MB_OUTCOME_APPROVED || decision->outcome == MB_OUTCOME_AGREED)
            return all->pdata[i];
    }
    return NULL;
}

/* "minutes of 26 Feb approved". */
static char *approval_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbMeeting *earlier = claim ? mb_dossier_find(u->dossier, &MB_MEETING, claim->reading->meeting) : NULL;
    MbDay day = earlier ? earlier->day : claim ? claim->reading->meeting_day : MB_NO_DAY;
    g_autofree char *shown = mb_understand_day(day);

    (void)mark;
    (void)record;
    return g_strdup_printf("minutes%s%s approved", *shown ? " of " : "", shown);
}

const MbFamily mb_family_approval = {
    .twin = twin_approval,
    .make = make_approval,
    .follow = follow_approval,
    .withdraw = withdraw_approval,
    .trace = trace_approval,
    .shown = approval_shown,
};

/* --- corrections --- */

/* The paragraph of the corrected minutes in which the old words stand. */
static gboolean find_paragraph(MbUnderstanding *u, MbCorrection *correction, GError **error)
{
    static const char sql[] = "WHERE \"meeting\" = :meeting AND \"layer\" = 'minute' ORDER BY \"item\", \"position\"";
    g_autoptr(GPtrArray) all = NULL;
    const char *found = NULL;
    int places = 0;

    if (!correction->old_text)
        return TRUE;
    all = mb_store_load(mb_desk_book(u->desk), &MB_MINUTE, error, sql, ":meeting", correction->meeting, NULL);
    for (guint i = 0; all && i < all->len; i++) {
        const MbMinute *minute = all->pdata[i];

        if (minute->text && mb_text_contains(minute->text, correction->old_text)) {
            found = minute->id;
            places++;
        }
    }
    mb_set(&correction->minute, places == 1 ? found : NULL);
    return all != NULL;
}

/* The meeting whose minutes are corrected: as read, else the one whose minutes are approved here. */
static const char *corrected(const MbUnderstanding *u, const MbClaim *claim)
{
    const char *id = claim->reading->meeting ? claim->reading->meeting : u->item ? u->item->approves : NULL;

    return mb_dossier_find(u->dossier, &MB_MEETING, id) ? id : NULL;
}

static gboolean save_correction(MbUnderstanding *u, const MbClaim *claim, MbCorrection *correction, MbMark *mark,
                                GError **error)
{
    const MbReading *reading = claim->reading;

    mb_set(&correction->meeting, corrected(u, claim));
    mb_set(&correction->page, reading->page);
    mb_set(&correction->item, reading->item);
    mb_set(&correction->old_text, reading->old_words);
    mb_set(&correction->new_text, reading->new_words ? reading->new_words : reading->text);
    return find_paragraph(u, correction, error) && mb_mark_keep(u, mark, correction, error);
}

static gboolean make_correction(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbCorrection *correction;
    g_autoptr(GPtrArray) earlier = NULL;

    if (!corrected(u, claim)) {
        mb_set(&mark->doubt, mark->doubt ? mark->doubt : "Which meeting's minutes are corrected is not known.");
        return TRUE;
    }
    earlier = mb_dossier_of(u->dossier, &MB_CORRECTION, "meeting", corrected(u, claim));
    correction = mb_dossier_new_record(u->dossier, &MB_CORRECTION);
    correction->position = mb_which_next(earlier);
    mb_set(&correction->at, u->meeting->id);
    mb_set(&correction->at_item, u->item ? u->item->id : NULL);
    return save_correction(u, claim, correction, mark, error);
}

static gboolean follow_correction(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    return !corrected(u, claim) || save_correction(u, claim, mb_mark_record(u, mark), mark, error);
}

static void trace_correction(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    (void)u;
    (void)mark;
    mb_trace_record(out, record);
}

static gpointer twin_correction(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_CORRECTION, "at", u->meeting->id);

    for (guint i = 0; i < all->len; i++) {
        const MbCorrection *correction = all->pdata[i];

        if (g_strcmp0(correction->meeting, corrected(u, claim)) == 0 &&
            mb_text_same(correction->old_text, claim->reading->old_words) &&
            mb_text_same(correction->new_text, claim->reading->new_words))
            return all->pdata[i];
    }
    return NULL;
}

static char *correction_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbCorrection *correction = record;
    const char *item = correction ? correction->item : claim ? claim->reading->item : NULL;

    (void)u;
    (void)mark;
    return g_strdup_printf("correction%s%s", item ? " to " : "", item ? item : "");
}

const MbFamily mb_family_correction = {
    .twin = twin_correction,
    .make = make_correction,
    .follow = follow_correction,
    .withdraw = mb_withdraw_record,
    .trace = trace_correction,
    .shown = correction_shown,
};

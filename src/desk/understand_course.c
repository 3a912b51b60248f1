/* SPDX-License-Identifier: MIT */
/* Interests declared, the course of the meeting and who speaks, as the text says it. */
#include "understand.h"

#include "deed.h"
#include "find.h"
#include "life.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/model/nouns.h"

/* --- declarations --- */

/* The kind as the board's rule set names it, else as written. */
static const char *kind_of(const MbUnderstanding *u, const char *words)
{
    const MbRules *rules = words ? mb_desk_rules(u->desk, u->board, NULL) : NULL;
    const char *found = NULL;

    if (!rules || mb_rules_interest(rules, words))
        return words;
    for (guint i = 0; i < rules->interests->len; i++) {
        const MbInterestKind *kind = rules->interests->pdata[i];

        if (mb_text_same(kind->name, words))
            return kind->name;
        if (mb_text_contains(words, kind->name) && !found)
            found = kind->name;
    }
    return found ? found : words;
}

/* The item in which the interest lies: as said, else the one at hand, unless that is where interests are declared. */
static const char *interest_item(const MbUnderstanding *u, const MbClaim *claim)
{
    if (claim->reading->item_id)
        return claim->reading->item_id;
    if (!u->item || claim->reading->item_words || (u->item->title && mb_text_contains(u->item->title, "interest")))
        return NULL;
    return u->item->id;
}

static void set_declaration(const MbUnderstanding *u, const MbClaim *claim, MbDeclaration *declaration)
{
    mb_set(&declaration->item, interest_item(u, claim));
    mb_set(&declaration->person, claim->who->person);
    mb_set(&declaration->name, claim->who->person ? NULL : claim->who->words);
    mb_set(&declaration->kind, kind_of(u, claim->reading->kind_words));
    mb_set(&declaration->nature, claim->reading->text);
    declaration->effect = MAX(claim->reading->effect, 0);
}

static gboolean make_declaration(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_DECLARATION, "meeting", u->meeting->id);
    MbDeclaration *declaration;

    if (!claim->who || (!claim->who->person && claim->who->candidates))
        return TRUE;
    declaration = mb_dossier_new_record(u->dossier, &MB_DECLARATION);
    mb_set(&declaration->meeting, u->meeting->id);
    declaration->position = mb_which_next(all);
    set_declaration(u, claim, declaration);
    return mb_mark_keep(u, mark, declaration, error);
}

static gboolean follow_declaration(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbDeclaration *declaration = mb_mark_record(u, mark);

    if (claim->who)
        set_declaration(u, claim, declaration);
    return mb_deed_save(u->desk, declaration, error);
}

/* When the member left and came back is written by going from item to item. */
static void trace_declaration(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    MbDeclaration *declaration = mb_record_copy(record);

    (void)u;
    (void)mark;
    declaration->left = declaration->back = MB_NO_TIME;
    mb_trace_record(out, declaration);
    mb_record_free(declaration);
}

static gpointer twin_declaration(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_DECLARATION, "meeting", u->meeting->id);

    for (guint i = 0; claim->who && i < all->len; i++) {
        const MbDeclaration *declaration = all->pdata[i];

        if (claim->who->person && g_strcmp0(declaration->person, claim->who->person) == 0 &&
            g_strcmp0(declaration->item, interest_item(u, claim)) == 0)
            return all->pdata[i];
    }
    return NULL;
}

/* "interest J. Redsell, item 6, left". */
static char *declaration_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbDeclaration *declaration = record;
    const MbItem *item = mb_dossier_find(u->dossier, &MB_ITEM,
                                         declaration ? declaration->item
                                         : claim     ? interest_item(u, claim)
                                                     : NULL);
    int effect = declaration ? declaration->effect : 0;
    g_autofree char *name = declaration           ? mb_understand_name(u, declaration->person, declaration->name)
                            : claim && claim->who ? mb_understand_name(u, claim->who->person, claim->who->words)
                                                  : g_strdup("?");

    (void)mark;
    return g_strdup_printf("interest %s%s%s%s%s", name, item && item->number ? ", item " : "",
                           item && item->number ? item->number : "", effect ? ", " : "", mb_effect_words[effect]);
}

const MbFamily mb_family_declaration = {
    .parts = TRUE,
    .twin = twin_declaration,
    .make = make_declaration,
    .follow = follow_declaration,
    .withdraw = mb_withdraw_record,
    .trace = trace_declaration,
    .shown = declaration_shown,
};

/* --- events --- */

static MbEventKind event_of(int kind)
{
    return kind == MB_READ_CHAIR       ? MB_EVENT_CHAIR_HANDED_OVER
           : kind == MB_READ_ADJOURNED ? MB_EVENT_ADJOURNED
           : kind == MB_READ_RESUMED   ? MB_EVENT_RESUMED
                                       : MB_EVENT_CLOSED;
}

static const char *chair_of(const MbClaim *claim)
{
    const MbNamed *who = claim->reading->people->len ? claim->reading->people->pdata[0] : NULL;

    return who ? who->person : NULL;
}

/* An event without a time has its place in the text only. */
static gboolean make_event(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbEventKind what = event_of(claim->reading->kind);
    MbTime at = mb_claim_time(u, claim);
    GPtrArray *all = mb_dossier_all(u->dossier, &MB_EVENT);
    guint before = all->len;

    if (at == MB_NO_TIME || (what == MB_EVENT_CHAIR_HANDED_OVER && !chair_of(claim)))
        return TRUE;
    if (!mb_life_stamp(u->desk, u->meeting, what, at, u->item ? u->item->id : NULL, chair_of(claim), NULL, error))
        return FALSE;
    return mb_mark_keep(u, mark, mb_dossier_all(u->dossier, &MB_EVENT)->pdata[before], error);
}

static void trace_event(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    (void)u;
    (void)mark;
    mb_trace_record(out, record);
}

static gpointer twin_event(const MbUnderstanding *u, const MbClaim *claim)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(u->dossier, &MB_EVENT, "meeting", u->meeting->id);

    for (guint i = 0; i < all->len; i++) {
        const MbEvent *event = all->pdata[i];

        if (event->what == (int)event_of(claim->reading->kind) &&
            (event->at == claim->reading->at ||
             (claim->reading->at == MB_NO_TIME && g_strcmp0(event->item, u->item ? u->item->id : NULL) == 0)) &&
            (event->what != MB_EVENT_CHAIR_HANDED_OVER || g_strcmp0(event->person, chair_of(claim)) == 0))
            return all->pdata[i];
    }
    return NULL;
}

/* "15:10 adjourned", "15:20 chair L. Fisk". */
static char *event_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbEvent *event = record;
    int kind = mb_mark_kind(mark);
    g_autofree char *time = mb_time_text(event ? event->at : claim ? claim->reading->at : MB_NO_TIME);
    const char *person = event ? event->person : claim ? chair_of(claim) : NULL;
    g_autofree char *name = person ? mb_understand_name(u, person, NULL) : g_strdup("");

    return g_strdup_printf("%s%s%s%s%s", time, *time ? " " : "", mb_reading_words[kind], *name ? " " : "", name);
}

const MbFamily mb_family_event = {
    .twin = twin_event,
    .make = make_event,
    .withdraw = mb_withdraw_record,
    .trace = trace_event,
    .shown = event_shown,
};

static const char *const closing[] = {"closed", NULL};

/* The mutable record of the meeting at hand. */
static MbMeeting *meeting_of(const MbUnderstanding *u)
{
    return mb_dossier_find(u->dossier, &MB_MEETING, u->meeting->id);
}

static gboolean make_closed(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    MbMeeting *meeting = meeting_of(u);
    g_autofree char *was = mb_remember(meeting, closing);

    if (!make_event(u, claim, mark, error))
        return FALSE;
    if (!mark->kind)
        return TRUE;
    mb_set(&mark->before, was);
    meeting->closed = ((const MbEvent *)mb_mark_record(u, mark))->at;
    return mb_life_settle(u->desk, meeting, error) && mb_deed_save(u->desk, meeting, error);
}

static gboolean withdraw_closed(MbUnderstanding *u, MbMark *mark, GError **error)
{
    MbMeeting *meeting = meeting_of(u);

    mb_put_back(meeting, mark->before);
    return mb_withdraw_record(u, mark, error) && mb_life_settle(u->desk, meeting, error) &&
           mb_deed_save(u->desk, meeting, error);
}

/* Closing is a deed of its own; text that says the same time agrees with it. */
static gpointer twin_closed(const MbUnderstanding *u, const MbClaim *claim)
{
    gpointer event = twin_event(u, claim);

    if (event)
        return event;
    return u->meeting->closed != MB_NO_TIME &&
                   (claim->reading->at == MB_NO_TIME || claim->reading->at == u->meeting->closed)
               ? meeting_of(u)
               : NULL;
}

static void trace_closed(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    if (((const MbRecord *)record)->noun == &MB_EVENT)
        trace_event(u, mark, record, out);
}

static char *closed_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbRecord *head = record;

    return event_shown(u, claim, mark, head && head->noun == &MB_EVENT ? record : NULL);
}

const MbFamily mb_family_closed = {
    .offered = TRUE,
    .twin = twin_closed,
    .make = make_closed,
    .withdraw = withdraw_closed,
    .trace = trace_closed,
    .shown = closed_shown,
};

/* --- the next meeting: only compared with the book --- */

static gboolean make_nothing(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    (void)u;
    (void)claim;
    (void)mark;
    (void)error;
    return TRUE;
}

static gboolean withdraw_nothing(MbUnderstanding *u, MbMark *mark, GError **error)
{
    (void)u;
    (void)mark;
    (void)error;
    return TRUE;
}

static gpointer twin_next(const MbUnderstanding *u, const MbClaim *claim)
{
    MbMeeting *next = mb_dossier_find(u->dossier, &MB_MEETING, claim->reading->due_meeting);

    return next && (claim->reading->at == MB_NO_TIME || claim->reading->at == next->starts) ? next : NULL;
}

static char *next_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbMeeting *next = record;
    g_autofree char *day = mb_understand_day(next ? next->day : claim ? claim->reading->due : MB_NO_DAY);

    (void)u;
    (void)mark;
    return g_strdup_printf("next meeting %s", day);
}

const MbFamily mb_family_next_meeting = {
    .offered = TRUE,
    .twin = twin_next,
    .make = make_nothing,
    .withdraw = withdraw_nothing,
    .shown = next_shown,
};

/* --- who speaks --- */

static const char *const speaking[] = {"speaker", "speaker_words", NULL};

static const MbNamed *speaker_of(const MbClaim *claim)
{
    return claim->reading->people->len ? claim->reading->people->pdata[0] : NULL;
}

static gboolean make_speaker(MbUnderstanding *u, const MbClaim *claim, MbMark *mark, GError **error)
{
    const MbNamed *who = speaker_of(claim);
    g_autofree char *was = mb_remember(claim->minute, speaking);

    if (!who)
        return TRUE;
    mb_set(&claim->minute->speaker, who->person);
    mb_set(&claim->minute->speaker_words, who->person ? NULL : who->words);
    mb_set(&mark->before, was);
    return mb_mark_keep(u, mark, claim->minute, error);
}

static gboolean withdraw_speaker(MbUnderstanding *u, MbMark *mark, GError **error)
{
    MbMinute *minute = mb_mark_record(u, mark);

    mb_put_back(minute, mark->before);
    return mb_deed_save(u->desk, minute, error);
}

static void trace_speaker(const MbUnderstanding *u, const MbMark *mark, gconstpointer record, GString *out)
{
    g_autofree char *now = mb_remember(record, speaking);

    (void)u;
    (void)mark;
    g_string_append(out, now);
}

static gpointer twin_speaker(const MbUnderstanding *u, const MbClaim *claim)
{
    const MbNamed *who = speaker_of(claim);

    (void)u;
    return who && who->person && g_strcmp0(claim->minute->speaker, who->person) == 0 ? claim->minute : NULL;
}

/* Only where it waits to be looked at. */
static char *speaker_shown(const MbUnderstanding *u, const MbClaim *claim, const MbMark *mark, gconstpointer record)
{
    const MbNamed *who = claim ? speaker_of(claim) : NULL;

    (void)record;
    if (!who || mark->state != MB_MARK_OFFERED)
        return NULL;
    return mb_understand_name(u, who->person, who->words);
}

const MbFamily mb_family_speaker = {
    .twin = twin_speaker,
    .make = make_speaker,
    .withdraw = withdraw_speaker,
    .trace = trace_speaker,
    .shown = speaker_shown,
};

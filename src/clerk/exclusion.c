/* SPDX-License-Identifier: MIT */
#include "minutebook/clerk/exclusion.h"

#include "minutebook/base/text.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/model/item.h"

#include <string.h>

#define LEAD "paragraph "

/* --- the words --- */

char *mb_exclusion_text(const char *paragraph, const char *const *staying)
{
    g_autofree char *names = staying && staying[0] ? mb_text_join(staying) : NULL;

    return g_strdup_printf(LEAD "%s%s%s%s", paragraph, names ? "; " : "", names ? names : "", names ? " stayed" : "");
}

/* TEMPLATE with %s and %w. */
static char *filled(const char *template, const char *paragraph, const char *words)
{
    GString *out = g_string_new(NULL);

    for (const char *c = template; *c; c++) {
        if (c[0] == '%' && (c[1] == 's' || c[1] == 'w'))
            g_string_append(out, *++c == 's' ? paragraph : words);
        else
            g_string_append_c(out, *c);
    }
    return g_string_free(out, FALSE);
}

char *mb_exclusion_words(const MbRules *rules, const char *paragraph)
{
    const MbReason *reason = rules ? mb_rules_reason(rules, paragraph) : NULL;

    if (rules && rules->exclusion)
        return filled(rules->exclusion, paragraph, reason && reason->words ? reason->words : "");
    return g_strdup_printf("RESOLVED: that the public be excluded for this item (%s).", paragraph);
}

char *mb_exclusion_end_words(const MbRules *rules)
{
    return g_strdup(rules && rules->readmission ? rules->readmission : "The public were readmitted to the meeting.");
}

/* --- which reason --- */

/* The paragraph that an event's text names: interned, so that it can be borrowed. */
static const char *named_in(const char *text)
{
    g_autofree char *paragraph = NULL;

    if (!text || !g_str_has_prefix(text, LEAD))
        return NULL;
    text += strlen(LEAD);
    paragraph = g_strndup(text, strcspn(text, ";"));
    return g_intern_string(g_strstrip(paragraph));
}

const char *mb_exclusion_paragraph(const MbDossier *dossier, const MbEvent *event)
{
    const char *named = named_in(event->text);
    const MbRestriction *restriction =
        event->item ? mb_dossier_first(dossier, &MB_RESTRICTION, "item", event->item) : NULL;

    if (named)
        return named;
    return restriction && restriction->paragraph ? restriction->paragraph : "";
}

static const MbEvent *last_of(const GPtrArray *events, int what)
{
    for (guint i = events->len; i-- > 0;)
        if (((const MbEvent *)events->pdata[i])->what == what)
            return events->pdata[i];
    return NULL;
}

const char *mb_exclusion_now(const MbDossier *dossier, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);
    const MbEvent *excluded = last_of(events, MB_EVENT_PUBLIC_EXCLUDED);

    return excluded && mb_pace_excluded(dossier, meeting) ? mb_exclusion_paragraph(dossier, excluded) : NULL;
}

/* --- what was minuted in private --- */

typedef struct {
    const MbDossier *dossier;
    const MbRules *rules;
    const GPtrArray *events;          /* of the meeting, in order */
    guint from, to;                   /* places of the exclusion and of its end (or the last event) */
    const MbMinute *resolution, *end; /* the paragraphs; NULL where not found */
    const char *paragraph;
    GArray *found; /* MbPrivateText */
} Period;

static gboolean is_withheld(const MbDossier *dossier, const char *field, const char *id)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(dossier, &MB_RESTRICTION, field, id);

    for (guint i = 0; i < all->len; i++)
        if (((const MbRestriction *)all->pdata[i])->start == MB_NO_INT)
            return TRUE;
    return FALSE;
}

static const MbMinute *with_text(const MbDossier *dossier, const char *item, const char *text)
{
    g_autoptr(GPtrArray) all = item ? mb_dossier_of(dossier, &MB_MINUTE, "item", item) : NULL;

    for (guint i = 0; all && i < all->len; i++)
        if (g_strcmp0(((const MbMinute *)all->pdata[i])->text, text) == 0)
            return all->pdata[i];
    return NULL;
}

static gboolean typed_within(const Period *period, const MbMinute *minute)
{
    if (!period->resolution || !minute->typed_at)
        return TRUE;
    return g_strcmp0(minute->typed_at, period->resolution->typed_at) >= 0 &&
           (!period->end || g_strcmp0(minute->typed_at, period->end->typed_at) < 0);
}

static gboolean stands_after_end(const Period *period, const MbMinute *minute)
{
    return period->end && g_strcmp0(period->end->item, minute->item) == 0 && minute->position >= period->end->position;
}

/* Under the item of the exclusion: what stands between resolution and readmission. */
static gboolean stands_within(const Period *period, const MbMinute *minute)
{
    if (minute == period->resolution || minute == period->end)
        return FALSE;
    if (period->resolution && minute->position < period->resolution->position)
        return FALSE;
    return !period->end || g_strcmp0(period->end->item, minute->item) != 0 || minute->position < period->end->position;
}

static void add_open(Period *period, const char *item, gboolean whole, gboolean own)
{
    g_autoptr(GPtrArray) all = mb_dossier_of(period->dossier, &MB_MINUTE, "item", item);

    if (is_withheld(period->dossier, "item", item))
        return;
    for (guint i = 0; i < all->len; i++) {
        MbPrivateText text = {.minute = all->pdata[i], .paragraph = period->paragraph};
        gboolean private = own ? stands_within(period, text.minute)
                               : !stands_after_end(period, text.minute) && (whole || typed_within(period, text.minute));

        if (private && text.minute->layer == MB_LAYER_MINUTE &&
            !is_withheld(period->dossier, "minute", text.minute->id))
            g_array_append_val(period->found, text);
    }
}

static gboolean taken_before(const Period *period, const char *item)
{
    for (guint i = 0; i < period->from; i++) {
        const MbEvent *event = period->events->pdata[i];

        if (event->what == MB_EVENT_ITEM_TAKEN && g_strcmp0(event->item, item) == 0)
            return TRUE;
    }
    return FALSE;
}

static void add_period(Period *period)
{
    const MbEvent *excluded = period->events->pdata[period->from];
    const MbEvent *ended = period->events->pdata[period->to];
    g_autofree char *words = mb_exclusion_words(period->rules, period->paragraph);
    g_autofree char *end_words = mb_exclusion_end_words(period->rules);

    period->resolution = with_text(period->dossier, excluded->item, words);
    period->end = ended->what == MB_EVENT_PUBLIC_READMITTED ? with_text(period->dossier, ended->item, end_words) : NULL;
    if (excluded->item)
        add_open(period, excluded->item, FALSE, TRUE);
    for (guint i = period->from + 1; i <= period->to; i++) {
        const MbEvent *event = period->events->pdata[i];

        if (event->what == MB_EVENT_ITEM_TAKEN && event->item && g_strcmp0(event->item, excluded->item) != 0)
            add_open(period, event->item, !taken_before(period, event->item), FALSE);
    }
}

GArray *mb_exclusion_open_text(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting)
{
    g_autoptr(GPtrArray) events = mb_pace_events(dossier, meeting);
    Period period = {.dossier = dossier,
                     .rules = rules,
                     .events = events,
                     .found = g_array_new(FALSE, FALSE, sizeof(MbPrivateText))};

    for (guint i = 0; i < events->len; i++) {
        if (((const MbEvent *)events->pdata[i])->what != MB_EVENT_PUBLIC_EXCLUDED)
            continue;
        period.from = i;
        period.paragraph = mb_exclusion_paragraph(dossier, events->pdata[i]);
        for (period.to = i; period.to + 1 < events->len; period.to++)
            if (((const MbEvent *)events->pdata[period.to])->what == MB_EVENT_PUBLIC_READMITTED)
                break;
        add_period(&period);
    }
    return period.found;
}

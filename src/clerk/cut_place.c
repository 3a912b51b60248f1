/* SPDX-License-Identifier: MIT */
/* What is withheld by its place as printed ("item 5.4", a title), and what the audience is told of it. */
#include "cut_private.h"

#include "minutebook/base/text.h"

#include <string.h>

static int by_position(gconstpointer a, gconstpointer b)
{
    const MbEvent *first = *(MbEvent *const *)a;
    const MbEvent *second = *(MbEvent *const *)b;

    return (first->position > second->position) - (first->position < second->position);
}

/* Meetings may run past midnight: times are reckoned from the meeting's start. */
static int since_start(const MbDossier *dossier, const char *id, MbTime time)
{
    const MbMeeting *meeting = mb_dossier_find(dossier, &MB_MEETING, id);
    MbTime start = meeting && meeting->starts != MB_NO_TIME ? meeting->starts - 60 : 0; /* people come early */

    return (time - start + 24 * 60) % (24 * 60);
}

static gboolean within_exclusion(const MbDossier *dossier, const char *meeting, MbTime time)
{
    g_autoptr(GPtrArray) events = mb_dossier_of(dossier, &MB_EVENT, "meeting", meeting);
    int at = since_start(dossier, meeting, time);
    int excluded = -1;

    g_ptr_array_sort(events, by_position);
    for (guint i = 0; i < events->len; i++) {
        const MbEvent *event = events->pdata[i];

        if (event->what == MB_EVENT_PUBLIC_EXCLUDED && excluded < 0)
            excluded = event->at == MB_NO_TIME ? 0 : since_start(dossier, meeting, event->at);
        if (event->what != MB_EVENT_PUBLIC_READMITTED || excluded < 0)
            continue;
        if (at >= excluded && (event->at == MB_NO_TIME || at <= since_start(dossier, meeting, event->at)))
            return TRUE;
        excluded = -1;
    }
    return excluded >= 0 && at >= excluded;
}

gboolean mb_judge_time_is_private(MbJudge *judge, const char *meeting, MbTime time)
{
    const GPtrArray *items = meeting ? g_hash_table_lookup(judge->meetings, meeting) : NULL;
    int at = since_start(judge->dossier, meeting, time);

    if (!items || time == MB_NO_TIME)
        return FALSE;
    for (guint i = 0; i < items->len; i++) {
        const MbItem *item = items->pdata[i];

        if (item->started != MB_NO_TIME && item->ended != MB_NO_TIME &&
            at >= since_start(judge->dossier, meeting, item->started) &&
            at <= since_start(judge->dossier, meeting, item->ended))
            return TRUE;
    }
    return within_exclusion(judge->dossier, meeting, time);
}

/* Whether anything of the item's text is withheld: then nobody can tell what a correction to it says. */
static gboolean partly_withheld(const MbJudge *judge, const char *item)
{
    return item && (mb_judge_hidden(judge, item) || g_hash_table_contains(judge->shared, item));
}

/* Whether the text of that meeting or item is here to be looked at: of other meetings only paragraphs that a
 * restriction names may be. */
static gboolean text_is_here(const MbJudge *judge, const char *field, const char *id)
{
    g_autoptr(GPtrArray) minutes = mb_dossier_of(judge->dossier, &MB_MINUTE, field, id);

    for (guint i = 0; i < minutes->len; i++) {
        const char *minute = ((const MbMinute *)minutes->pdata[i])->id;

        if (!mb_judge_restriction(judge, minute) && !mb_judge_spans(judge, minute) &&
            !g_hash_table_contains(judge->lifted, minute))
            return TRUE;
    }
    return FALSE;
}

/* The item of the corrected minutes under that number; NULL where none, or where its text is not here. */
static const MbItem *item_numbered(const MbJudge *judge, const char *meeting, const char *number)
{
    g_autoptr(GPtrArray) items = mb_dossier_of(judge->dossier, &MB_ITEM, "meeting", meeting);
    const MbItem *best = NULL;
    gsize longest = 0;

    for (guint i = 0; number && i < items->len; i++) {
        const MbItem *item = items->pdata[i];
        gsize length = item->number ? strlen(item->number) : 0;

        if (length > longest && mb_judge_within_number(number, item->number) && text_is_here(judge, "item", item->id)) {
            best = item;
            longest = length;
        }
    }
    return best;
}

/* A correction quotes the minutes. Where these withhold nothing it is open; else its place must be known, and open. */
gboolean mb_judge_correction_hidden(MbJudge *judge, const MbCorrection *correction)
{
    const MbMinute *minute = mb_dossier_find(judge->dossier, &MB_MINUTE, correction->minute);
    const MbItem *item;

    if (mb_judge_item_id(judge, correction->at_item) != MB_FATE_OPEN ||
        mb_judge_words_name_withheld(judge, correction->meeting, correction->item))
        return TRUE;
    if (judge->audience == MB_CUT_MEMBERS && !mb_judge_meeting_withholds(judge, correction->meeting))
        return FALSE;
    if (minute)
        return minute->layer != MB_LAYER_MINUTE || mb_judge_item_id(judge, minute->item) != MB_FATE_OPEN ||
               mb_judge_restriction(judge, minute->id) || mb_judge_spans(judge, minute->id) ||
               mb_hidden_told_by(mb_judge_hidden(judge, minute->item), correction->old_text) ||
               mb_hidden_told_by(mb_judge_hidden(judge, minute->item), correction->new_text);
    if (correction->meeting && !mb_judge_meeting_withholds(judge, correction->meeting) &&
        text_is_here(judge, "meeting", correction->meeting))
        return FALSE;
    item = item_numbered(judge, correction->meeting, correction->item);
    return !item || mb_judge_item_id(judge, item->id) != MB_FATE_OPEN || partly_withheld(judge, item->id);
}

void mb_ground_clear(MbGround *ground)
{
    g_clear_pointer(&ground->paragraph, g_free);
    g_clear_pointer(&ground->reason, g_free);
    g_clear_pointer(&ground->title, g_free);
}

/* The reason that is told is the rule set's; what was typed only where the rule set has none. */
static MbGround ground(const MbJudge *judge, const char *paragraph, const char *reason, const char *public_title,
                       const char *title)
{
    const MbReason *rule = judge->rules && paragraph ? mb_rules_reason(judge->rules, paragraph) : NULL;
    gboolean same = public_title && mb_text_same(public_title, "same");

    return (MbGround){
        .paragraph = g_strdup(paragraph),
        .reason = g_strdup(rule && rule->words ? rule->words : reason),
        .title = g_strdup(same ? title : public_title),
    };
}

MbGround mb_ground_of(const MbJudge *judge, const MbRestriction *restriction, const char *title)
{
    return ground(judge, restriction->paragraph, restriction->reason, restriction->public_title, title);
}

MbGround mb_ground_of_entry(MbJudge *judge, const MbEntry *entry)
{
    const MbRestriction *restriction = mb_judge_restriction(judge, entry->id);
    const GPtrArray *items = g_hash_table_lookup(judge->entries, entry->id);

    if (restriction)
        return mb_ground_of(judge, restriction, entry->title);
    if (entry->restricted)
        return ground(judge, entry->paragraph, entry->reason, entry->public_title, entry->title);
    for (guint i = 0; items && i < items->len;
         i++) { /* withheld for the item made from it: that item's title is the public one */
        const MbItem *item = items->pdata[i];

        restriction = mb_judge_restriction(judge, item->id);
        if (restriction)
            return mb_ground_of(judge, restriction, item->title);
    }
    return (MbGround){0};
}

MbGround mb_ground_of_item(MbJudge *judge, const MbItem *item)
{
    const MbRestriction *restriction = mb_judge_restriction(judge, item->id);
    const MbEntry *entry = mb_dossier_find(judge->dossier, &MB_ENTRY, item->entry);
    const MbItem *earlier = mb_dossier_find(judge->dossier, &MB_ITEM, item->carried_from);

    if (restriction)
        return mb_ground_of(judge, restriction, item->title);
    if (entry && entry->restricted)
        return mb_ground_of_entry(judge, entry);
    restriction = earlier ? mb_judge_restriction(judge, earlier->id) : NULL;
    return restriction ? mb_ground_of(judge, restriction, earlier->title) : (MbGround){0};
}

static char *plain_notice(const MbGround *ground)
{
    const char *reason = ground->reason;

    if (ground->paragraph && reason)
        return g_strdup_printf("Withheld (paragraph %s: %s).", ground->paragraph, reason);
    if (ground->paragraph)
        return g_strdup_printf("Withheld (paragraph %s).", ground->paragraph);
    return reason ? g_strdup_printf("Withheld: %s.", reason) : g_strdup("Withheld.");
}

char *mb_ground_notice(const MbGround *ground, const char *format)
{
    GString *out;

    if (!format || (strstr(format, "%s") && !ground->paragraph) || (strstr(format, "%w") && !ground->reason))
        return plain_notice(ground);
    out = g_string_new(NULL);
    for (const char *at = format; *at; at++) {
        if (at[0] == '%' && (at[1] == 's' || at[1] == 'w'))
            g_string_append(out, *++at == 's' ? ground->paragraph : ground->reason);
        else
            g_string_append_c(out, *at);
    }
    return g_string_free(out, FALSE);
}

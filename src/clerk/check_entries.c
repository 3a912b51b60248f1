/* SPDX-License-Identifier: MIT */
/* Single entries of the forward plan: moved again and again, moved without a reason, contradicting another, left behind
 * at a meeting that is past. Rows of the table in check_plan.c. */
#include "check_match.h"
#include "check_year.h"

#include "minutebook/base/text.h"

/* ---- moves ---- */

static char *meeting_day(const MbCase *c, const char *id)
{
    const MbMeeting *meeting = mb_dossier_find(c->dossier, &MB_MEETING, id);

    return meeting ? mb_case_day(meeting) : g_strdup("no meeting");
}

/* "from 25 September 2025 to 11 December 2025, then to 29 January 2026" */
static char *journey(const MbCase *c, const GPtrArray *moves)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < moves->len; i++) {
        const MbMove *move = moves->pdata[i];
        g_autofree char *from = meeting_day(c, move->from_meeting);
        g_autofree char *to = meeting_day(c, move->to_meeting);
        if (i == 0)
            g_string_append_printf(text, "from %s to %s", from, to);
        else
            g_string_append_printf(text, ", then to %s", to);
    }
    return g_string_free(text, FALSE);
}

void mb_check_plan_moved(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        g_autoptr(GPtrArray) moves = mb_dossier_of(c->dossier, &MB_MOVE, "entry", entry->id);
        g_autofree char *way = moves->len > 1 ? journey(c, moves) : NULL;
        g_autofree char *times = moves->len > 2 ? g_strdup_printf("%u times", moves->len) : g_strdup("twice");
        if (way)
            mb_case_report(c, mb_year_place(c, entry),
                           g_strdup_printf("“%s” has been moved %s: %s.", entry->title, times, way), NULL);
    }
}

void mb_check_move_unspecified(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        g_autoptr(GPtrArray) moves = mb_dossier_of(c->dossier, &MB_MOVE, "entry", entry->id);
        for (guint j = 0; j < moves->len; j++) {
            const MbMove *move = moves->pdata[j];
            g_autofree char *from = meeting_day(c, move->from_meeting);
            if (mb_text_empty(move->why))
                mb_case_report(c, mb_year_place(c, entry),
                               g_strdup_printf("“%s” was moved from %s, and no reason is given.", entry->title, from),
                               g_strdup("Give the reason."));
            else if (!move->to_meeting)
                mb_case_report(c, mb_year_place(c, entry),
                               g_strdup_printf("“%s” was moved from %s, and no meeting is named to which it goes.",
                                               entry->title, from),
                               g_strdup("Place it at a meeting."));
        }
    }
}

/* ---- contradictions ---- */

static gboolean says_no_update(const char *words, const char *title)
{
    g_autofree char *phrase = g_strdup_printf("no update for %s", title);
    g_autofree char *other = g_strdup_printf("no update on %s", title);

    return words && (mb_text_contains(words, phrase) || mb_text_contains(words, other));
}

static gboolean denies(const MbEntry *entry, const char *title)
{
    return says_no_update(entry->note, title) || says_no_update(entry->status, title) ||
           says_no_update(entry->standing_text, title) || says_no_update(entry->title, title);
}

/* A pair is compared both ways round; FIRST says that this is the first of the two. */
static void compare(MbCase *c, const MbEntry *entry, const MbEntry *other, gboolean first)
{
    g_autofree char *day = meeting_day(c, entry->meeting);

    if (denies(other, entry->title))
        mb_case_report(
            c, mb_year_place(c, entry),
            g_strdup_printf("“%s” is planned for %s, and “%s” at the same meeting says that there is no update on it.",
                            entry->title, day, other->title),
            g_strdup("Take one of the two out."));
    if (first && !entry->parent && !other->parent && mb_text_same(entry->title, other->title))
        mb_case_report(c, mb_year_place(c, entry), g_strdup_printf("“%s” is planned twice for %s.", entry->title, day),
                       g_strdup("Take one of the two out."));
}

static gboolean is_awaited(int paper)
{
    return paper == MB_PAPER_AWAITED || paper == MB_PAPER_LATE || paper == MB_PAPER_TO_BE_CIRCULATED;
}

/* "Item received", and yet the paper is awaited. */
static void compare_paper(MbCase *c, const MbEntry *entry)
{
    if (!is_awaited(entry->paper) || !entry->status ||
        !(mb_text_same(entry->status, "item received") || mb_text_same(entry->status, "paper received") ||
          mb_text_same(entry->status, "received")))
        return;
    mb_case_report(c, mb_year_place(c, entry),
                   g_strdup_printf("“%s” has the status “%s”, and its paper is marked %s.", entry->title, entry->status,
                                   mb_paper_state_words[entry->paper]),
                   g_strdup("Mark the paper as received, or change the status."));
}

void mb_check_plan_contradiction(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        if (entry->state == MB_ENTRY_DONE)
            continue;
        compare_paper(c, entry);
        for (guint j = 0; entry->meeting && j < entries->len; j++) {
            const MbEntry *other = entries->pdata[j];
            if (other != entry && other->state != MB_ENTRY_DONE && g_strcmp0(other->meeting, entry->meeting) == 0)
                compare(c, entry, other, i < j);
        }
    }
}

/* ---- left behind ---- */

/* What comes meeting after meeting is not left behind when one is cancelled; what comes in a month or once is. */
static gboolean comes_again(const MbCase *c, const MbEntry *entry)
{
    const MbLine *line = mb_dossier_find(c->dossier, &MB_LINE, entry->line);

    return line && (line->every == MB_EVERY_MEETING || line->every == MB_EVERY_SECOND_MEETING ||
                    line->every == MB_EVERY_QUARTER);
}

/* Read together with another item, as one of its papers. */
static gboolean came_as_paper(const MbCase *c, const MbEntry *entry)
{
    GPtrArray *papers = mb_dossier_all(c->dossier, &MB_PAPER);

    for (guint i = 0; i < papers->len; i++) {
        const MbPaper *paper = papers->pdata[i];
        if (g_strcmp0(paper->meeting, c->meeting->id) == 0 && mb_match_same_title(entry->title, paper->title))
            return TRUE;
    }
    return FALSE;
}

static gboolean is_left_behind(const MbCase *c, const MbEntry *entry)
{
    if ((entry->state != MB_ENTRY_PLANNED && entry->state != MB_ENTRY_MOVED) || entry->section != MB_SECTION_BUSINESS ||
        entry->parent || !entry->title)
        return FALSE;
    if (c->meeting->state == MB_STATE_CANCELLED)
        return !comes_again(c, entry);
    return c->over && c->items->len > 0 && !mb_match_item(c, entry, NULL) && !came_as_paper(c, entry);
}

static void look_at_meeting(MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_match_entries(c);
    g_autofree char *day = mb_case_day(c->meeting);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        if (is_left_behind(c, entry))
            mb_case_report(c, mb_year_place(c, entry),
                           c->meeting->state == MB_STATE_CANCELLED
                               ? g_strdup_printf("“%s” is still planned for %s, and that meeting was cancelled.",
                                                 entry->title, day)
                               : g_strdup_printf("“%s” is still planned for %s, and that meeting was held without it.",
                                                 entry->title, day),
                           g_strdup("Move it to a coming meeting, or drop it, with the reason."));
    }
}

/* The meetings for which something is planned. */
static GHashTable *planned_meetings(const MbCase *c)
{
    g_autoptr(GPtrArray) entries = mb_year_entries(c);
    GHashTable *meetings = g_hash_table_new(g_str_hash, g_str_equal);

    for (guint i = 0; i < entries->len; i++) {
        const MbEntry *entry = entries->pdata[i];
        if (entry->meeting)
            g_hash_table_add(meetings, entry->meeting);
    }
    return meetings;
}

/* Without a meeting, every past meeting of the board whose agenda is here. */
void mb_check_plan_stale(MbCase *c)
{
    GPtrArray *meetings = mb_dossier_all(c->dossier, &MB_MEETING);
    g_autoptr(GHashTable) planned = planned_meetings(c);
    const MbCheck check = {.dossier = c->dossier, .rules = c->rules, .today = c->today};

    if (c->meeting) {
        look_at_meeting(c);
        return;
    }
    for (guint i = 0; c->board && i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];
        MbCase past;
        if (g_strcmp0(meeting->board, c->board->id) != 0 || meeting->state < MB_STATE_LIVE ||
            !g_hash_table_contains(planned, meeting->id))
            continue;
        mb_case_begin(&past, &check, c->board->id, meeting, c->findings);
        past.row = c->row;
        look_at_meeting(&past);
        mb_case_end(&past);
    }
}

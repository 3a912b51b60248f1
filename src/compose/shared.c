/* SPDX-License-Identifier: MIT */
/* What several documents print alike. */
#include "documents.h"

#include "facts.h"

#include <string.h>

char *mb_compose_day(const MbMeeting *meeting)
{
    if (meeting->day != MB_NO_DAY)
        return mb_day_full(meeting->day);
    return g_strdup(meeting->day_words ? meeting->day_words : "date to be confirmed");
}

char *mb_compose_times(const MbMeeting *meeting)
{
    g_autofree char *starts = mb_time_text(meeting->starts);
    g_autofree char *ends = mb_time_text(meeting->ends);

    if (!*starts)
        return NULL;
    return *ends ? g_strdup_printf("%s to %s", starts, ends) : g_steal_pointer(&starts);
}

void mb_compose_fact(MbNode *root, const char *name, const char *text)
{
    g_autofree char *label = g_strconcat(name, ": ", NULL);
    MbNode *paragraph;

    if (!text || !*text)
        return;
    paragraph = mb_node_paragraph(root, NULL);
    mb_node_span(paragraph, label, MB_SPAN_BOLD);
    mb_node_span(paragraph, text, MB_SPAN_PLAIN);
}

MbNode *mb_compose_line(MbNode *paragraph, const char *name, const char *text)
{
    g_autofree char *label = g_strconcat(paragraph->children->len ? "\n" : "", name, ": ", NULL);

    if (!text || !*text)
        return paragraph;
    mb_node_span(paragraph, label, MB_SPAN_BOLD);
    mb_node_span(paragraph, text, MB_SPAN_PLAIN);
    return paragraph;
}

static void add_cancelled(const MbMeeting *meeting, MbNode *root)
{
    g_autofree char *text = g_strdup_printf("This meeting was cancelled%s%s", meeting->cancelled_why ? ": " : ".",
                                            meeting->cancelled_why ? meeting->cancelled_why : "");

    mb_node_note(root, text);
}

MbNode *mb_compose_facts(const MbComposition *composition, MbNode *root, gboolean ahead)
{
    const MbMeeting *meeting = composition->meeting;
    g_autofree char *day = mb_compose_day(meeting);
    g_autofree char *times = mb_compose_times(meeting);
    g_autofree char *chair =
        ahead ? mb_facts_chair_expected(composition->dossier, meeting) : mb_facts_chair(composition->dossier, meeting);
    g_autofree char *capacity =
        chair && meeting->chair_capacity ? g_strdup_printf("%s (%s)", chair, meeting->chair_capacity) : g_strdup(chair);
    MbNode *paragraph;

    if (meeting->state == MB_STATE_CANCELLED)
        add_cancelled(meeting, root);
    paragraph = mb_compose_line(mb_node_paragraph(root, NULL), "Date", day);
    mb_compose_line(paragraph, "Time", times);
    mb_compose_line(paragraph, "Venue", meeting->venue);
    return mb_compose_line(paragraph, "Chair", capacity);
}

void mb_compose_next_meeting(const MbComposition *composition, MbNode *root)
{
    MbDay known;
    const MbMeeting *next = mb_facts_next_meeting(composition->dossier, composition->meeting, &known);
    g_autofree char *day = next ? mb_day_full(known) : NULL;
    g_autofree char *times = next ? mb_compose_times(next) : NULL;
    g_autofree char *text = NULL;

    if (!next)
        return;
    text = g_strjoin(", ", day, times ? times : next->venue, times ? next->venue : NULL, NULL);
    mb_compose_fact(root, "Next meeting", text);
}

char *mb_compose_item_heading(const MbItem *item)
{
    const char *number = item->number;
    gboolean plain = number && number[strspn(number, "0123456789")] == '\0';

    if (!number)
        return g_strdup(item->title ? item->title : "");
    return g_strstrip(g_strdup_printf("%s%s %s", number, plain ? "." : "", item->title ? item->title : ""));
}

MbNode *mb_compose_table(MbNode *root, const char *const *headings, const char *aligns)
{
    int columns = (int)strlen(aligns);
    MbNode *table = mb_node_table(root, columns);
    MbNode *row = mb_node_row(table, TRUE);

    for (int i = 0; i < columns; i++) {
        mb_node_align(table, i, aligns[i] == 'r' ? MB_ALIGN_RIGHT : MB_ALIGN_LEFT);
        mb_node_cell(row, headings[i]);
    }
    return table;
}

static char *cell_text(const MbValue *value)
{
    GString *out;

    switch (mb_value_kind(value)) {
    case MB_VALUE_TEXT:
        return g_strdup(mb_value_text(value));
    case MB_VALUE_INT:
        return g_strdup_printf("%" G_GINT64_FORMAT, mb_value_int(value));
    case MB_VALUE_LIST:
        out = g_string_new(NULL);
        for (guint i = 0; i < mb_value_length(value); i++) {
            g_autofree char *text = cell_text(mb_value_at(value, i));

            g_string_append_printf(out, "%s%s", i ? ", " : "", text);
        }
        return g_string_free(out, FALSE);
    default:
        return g_strdup("");
    }
}

void mb_compose_row(MbNode *table, const MbValue *row, const char *const *keys)
{
    MbNode *node = mb_node_row(table, FALSE);

    for (guint i = 0; keys[i]; i++) {
        g_autofree char *text = cell_text(mb_value_get(row, keys[i]));

        mb_node_cell(node, text);
    }
}

/* SPDX-License-Identifier: MIT */
/* Readings: made, freed, and written as one line for tests and dumps. */
#include "minutebook/recognise/reading.h"

#include "minutebook/model/action.h"
#include "minutebook/model/decision.h"

const char *const mb_reading_words[] = {
    [MB_READ_ACTION] = "action",
    [MB_READ_DECISION] = "decision",
    [MB_READ_APPROVAL] = "approval",
    [MB_READ_CORRECTION] = "correction",
    [MB_READ_UPDATE] = "update",
    [MB_READ_ARRIVAL] = "arrival",
    [MB_READ_DEPARTURE] = "departure",
    [MB_READ_APOLOGIES] = "apologies",
    [MB_READ_DECLARATION] = "declaration",
    [MB_READ_CHAIR] = "chair",
    [MB_READ_ADJOURNED] = "adjourned",
    [MB_READ_RESUMED] = "resumed",
    [MB_READ_CLOSED] = "closed",
    [MB_READ_NEXT_MEETING] = "next meeting",
    [MB_READ_SPEAKER] = "speaker",
    [MB_READ_UNDERTAKING] = "undertaking",
    [MB_READINGS] = NULL,
};

void mb_named_free(MbNamed *named)
{
    if (!named)
        return;
    g_free(named->person);
    g_clear_pointer(&named->candidates, g_ptr_array_unref);
    g_free(named->words);
    g_free(named->doubt);
    g_free(named);
}

static void free_named(gpointer named)
{
    mb_named_free(named);
}

MbReading *mb_reading_new(MbReadingKind kind, int line)
{
    MbReading *reading = g_new0(MbReading, 1);

    reading->kind = (int)kind;
    reading->line = reading->last_line = line;
    reading->people = g_ptr_array_new_with_free_func(free_named);
    reading->due = reading->meeting_day = MB_NO_DAY;
    reading->outcome = -1;
    reading->votes_for = reading->votes_against = reading->votes_abstained = MB_NO_INT;
    reading->at = MB_NO_TIME;
    return reading;
}

void mb_reading_free(MbReading *reading)
{
    if (!reading)
        return;
    char **texts[] = {
        &reading->doubt,     &reading->text,       &reading->due_words,  &reading->due_meeting,
        &reading->ref,       &reading->action,     &reading->condition,  &reading->body,
        &reading->meeting,   &reading->page,       &reading->item,       &reading->old_words,
        &reading->new_words, &reading->kind_words, &reading->item_words, &reading->item_id,
    };
    for (gsize i = 0; i < G_N_ELEMENTS(texts); i++)
        g_free(*texts[i]);
    mb_named_free(reading->mover);
    mb_named_free(reading->seconder);
    g_ptr_array_unref(reading->people);
    g_free(reading);
}

/* `redfern` where one person is meant, `"JR"=redfern|rudd` where several may be, `"Yasir"` where nobody of the book is,
 * `"All"*` where many together are. */
static void append_named(GString *out, const MbNamed *named)
{
    if (named->person) {
        g_string_append(out, named->person);
        return;
    }
    g_string_append_printf(out, "\"%s\"%s", named->words ? named->words : "", named->collective ? "*" : "");
    for (guint i = 0; named->candidates && i < named->candidates->len; i++)
        g_string_append_printf(out, "%s%s", i ? "|" : "=", (const char *)named->candidates->pdata[i]);
}

static void append_people(GString *out, const GPtrArray *people)
{
    if (people->len == 0)
        return;
    g_string_append(out, " [");
    for (guint i = 0; i < people->len; i++) {
        if (i)
            g_string_append(out, "; ");
        append_named(out, people->pdata[i]);
    }
    g_string_append_c(out, ']');
}

static void append_one(GString *out, const char *label, const MbNamed *named)
{
    if (!named)
        return;
    g_string_append_printf(out, " %s [", label);
    append_named(out, named);
    g_string_append_c(out, ']');
}

static void append_words(GString *out, const char *label, const char *words)
{
    if (words)
        g_string_append_printf(out, " %s«%s»", label, words);
}

static void append_plain(GString *out, const char *label, const char *words)
{
    if (words)
        g_string_append_printf(out, " %s%s", label, words);
}

static void append_day(GString *out, const char *label, MbDay day)
{
    g_autofree char *iso = mb_day_iso(day);

    if (day != MB_NO_DAY)
        g_string_append_printf(out, " %s%s", label, iso);
}

static void append_votes(GString *out, const MbReading *reading)
{
    int votes[] = {reading->votes_for, reading->votes_against, reading->votes_abstained};

    if (votes[0] == MB_NO_INT && votes[1] == MB_NO_INT && votes[2] == MB_NO_INT)
        return;
    g_string_append(out, " votes ");
    for (gsize i = 0; i < G_N_ELEMENTS(votes); i++) {
        if (votes[i] == MB_NO_INT)
            g_string_append_printf(out, "%s?", i ? "-" : "");
        else
            g_string_append_printf(out, "%s%d", i ? "-" : "", votes[i]);
    }
}

static void append_outcome(GString *out, const MbReading *reading)
{
    const char *const *words = reading->kind == MB_READ_DECISION ? mb_outcome_words : mb_update_words;

    if (reading->outcome >= 0 && words[reading->outcome][0])
        append_plain(out, "", words[reading->outcome]);
}

static void append_deed(GString *out, const MbReading *reading)
{
    append_plain(out, "ref ", reading->ref);
    append_plain(out, "=", reading->action);
    append_outcome(out, reading);
    append_one(out, "moved", reading->mover);
    append_one(out, "seconded", reading->seconder);
    append_votes(out, reading);
    append_plain(out, "", reading->unanimous ? "unanimous" : NULL);
    append_words(out, "subject to ", reading->condition);
    append_words(out, "to ", reading->body);
    append_plain(out, "of ", reading->meeting);
    append_day(out, "of day ", reading->meeting_day);
    append_plain(out, "", reading->publish ? "publish" : NULL);
    append_words(out, "page ", reading->page);
    append_words(out, "item ", reading->item);
    append_words(out, "for ", reading->old_words);
    append_words(out, "read ", reading->new_words);
}

static void append_presence(GString *out, const MbReading *reading)
{
    g_autofree char *at = mb_time_text(reading->at);

    append_plain(out, "at ", reading->at != MB_NO_TIME ? at : NULL);
    append_plain(out, "", reading->for_item ? "for the item" : NULL);
    append_plain(out, "", reading->remote ? "remote" : NULL);
    append_words(out, "kind ", reading->kind_words);
    append_plain(out, "", reading->effect != MB_EFFECT_NONE ? mb_effect_words[reading->effect] : NULL);
    append_words(out, "about ", reading->item_words);
    append_plain(out, "=", reading->item_id);
}

char *mb_reading_text(const MbReading *reading)
{
    GString *out = g_string_new(NULL);

    g_string_append_printf(out, "%s %d", mb_reading_words[reading->kind], reading->sure);
    if (reading->last_line > reading->line)
        g_string_append_printf(out, " lines %d-%d", reading->line, reading->last_line);
    append_people(out, reading->people);
    append_day(out, "due ", reading->due);
    append_words(out, "", reading->due_words);
    append_plain(out, "@", reading->due_meeting);
    append_deed(out, reading);
    append_presence(out, reading);
    if (reading->doubt)
        g_string_append_printf(out, " ?«%s»", reading->doubt);
    if (reading->text)
        g_string_append_printf(out, ": %s", reading->text);
    return g_string_free(out, FALSE);
}

/* SPDX-License-Identifier: MIT */
/* The reader: made once from the dossier, then each line goes through the rules whose words it has. */
#include "minutebook/recognise/reader.h"

#include "cues.h"
#include "people.h"

#include <stdlib.h>

MbReader *mb_reader_new(const MbDossier *dossier, const char *board, const MbMeeting *meeting)
{
    MbReader *reader = g_new0(MbReader, 1);

    reader->dossier = dossier;
    reader->board = g_strdup(board);
    reader->meeting = meeting;
    reader->day = meeting ? meeting->day : MB_NO_DAY;
    reader->cues = mb_cues_new();
    mb_roll_fill(reader);
    return reader;
}

void mb_reader_free(MbReader *reader)
{
    if (!reader)
        return;
    mb_roll_clear(reader);
    g_hash_table_unref(reader->cues);
    g_free(reader->board);
    g_free(reader);
}

static MbReadingCase case_of(MbReader *reader)
{
    return (MbReadingCase){
        .reader = reader,
        .dossier = reader->dossier,
        .board = reader->board,
        .meeting = reader->meeting,
        .chair = reader->meeting ? reader->meeting->chair : NULL,
        .taken = -1,
    };
}

/* A table's rows and headings are read for what they may hold; the rest is running text. */
static void read_line(MbReadingCase *c)
{
    const MbReadLine *line = &c->lines[c->line];

    c->cues = mb_cues_of_line(c->reader, c->words);
    mb_rule_updates(c);
    mb_rule_approvals(c);
    mb_rule_decisions(c);
    mb_rule_actions(c);
    if (!line->table && (c->cues & MB_CUE_APOLOGIES || (!line->heading && c->cues & (MB_CUE_COMING | MB_CUE_GOING))))
        mb_rule_attendance(c);
    if (!line->table && !line->heading && c->cues & MB_CUE_INTEREST)
        mb_rule_declarations(c);
    if (!line->table && c->cues & (MB_CUE_CHAIR | MB_CUE_MEETING))
        mb_rule_proceedings(c);
    if (!line->table && !line->heading)
        mb_rule_speakers(c);
}

/* A reading and when it was found: of one place the earlier found comes first. */
typedef struct {
    MbReading *reading;
    guint found;
} Found;

static int by_place(gconstpointer a, gconstpointer b)
{
    const Found *one = a, *two = b;

    if (one->reading->line != two->reading->line)
        return one->reading->line < two->reading->line ? -1 : 1;
    if (one->reading->start != two->reading->start)
        return one->reading->start < two->reading->start ? -1 : 1;
    return one->found < two->found ? -1 : one->found > two->found;
}

static void sort_readings(GPtrArray *readings)
{
    g_autofree Found *found = g_new(Found, readings->len + 1);

    for (guint i = 0; i < readings->len; i++)
        found[i] = (Found){.reading = readings->pdata[i], .found = i};
    qsort(found, readings->len, sizeof *found, by_place);
    for (guint i = 0; i < readings->len; i++)
        readings->pdata[i] = found[i].reading;
}

static void free_reading(gpointer reading)
{
    mb_reading_free(reading);
}

GPtrArray *mb_reader_read(MbReader *reader, const MbReadLine *lines, int count, const char *item)
{
    MbReadingCase c = case_of(reader);

    c.item = item;
    c.lines = lines;
    c.count = count;
    c.readings = g_ptr_array_new_with_free_func(free_reading);
    for (c.line = 0; c.line < count; c.line++) {
        if (c.line <= c.taken)
            continue;
        c.words = mb_words_new(lines[c.line].text);
        read_line(&c);
        g_clear_pointer(&c.words, mb_words_free);
    }
    sort_readings(c.readings);
    return c.readings;
}

static void free_named(gpointer named)
{
    mb_named_free(named);
}

static void copy_candidates(const MbReader *reader, const MbNamed *named, GPtrArray *candidates)
{
    for (guint i = 0; candidates && named->candidates && i < named->candidates->len; i++)
        g_ptr_array_add(candidates, mb_roll_face(reader, named->candidates->pdata[i])->person->id);
}

const char *mb_reader_person(MbReader *reader, const char *words, GPtrArray *candidates)
{
    MbReadingCase c = case_of(reader);
    g_autoptr(MbWords) split = mb_words_new(words);
    g_autoptr(GPtrArray) people = g_ptr_array_new_with_free_func(free_named);

    c.words = split;
    int taken = mb_read_person_loosely(&c, 0, TRUE, people);
    taken += taken && mb_words_match(split, taken, ".") ? 1 : 0;
    if (!taken || taken < (int)mb_words_count(split))
        return NULL;
    const MbNamed *named = people->pdata[0];
    const MbFace *face = mb_roll_face(reader, named->person);
    copy_candidates(reader, named, candidates);
    return face ? face->person->id : NULL;
}

MbDay mb_reader_day(MbReader *reader, const char *words, const char **meeting)
{
    MbReadingCase c = case_of(reader);
    g_autoptr(MbWords) split = mb_words_new(words);
    MbReading *reading = mb_reading_new(MB_READ_ACTION, 0);

    c.words = split;
    mb_read_due(&c, 0, reading);
    MbDay day = reading->due;
    const MbMeeting *due = mb_dossier_find(reader->dossier, &MB_MEETING, reading->due_meeting);
    if (meeting)
        *meeting = due ? due->id : NULL;
    mb_reading_free(reading);
    return day;
}

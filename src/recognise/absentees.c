/* SPDX-License-Identifier: MIT */
/* Apologies: "Apologies were received from A, B and C", "Apologies: A; B", "A sent her apologies", a heading with names
   beneath it; and those for lateness or leaving early, which are a coming or a going. Nothing is read from "no
   apologies" or "apologies for the delay".

   How sure: a list after "apologies" 95; "A sent apologies" 95; lines beneath a heading 90; apologies for coming late
   or leaving early 75, since the time is not told. */
#include "absentees.h"

#include "deeds.h"
#include "people.h"

#include <string.h>

typedef enum { OF_ABSENCE, OF_LATENESS, OF_LEAVING, OF_ELSE } About;

/* What stands after "for"; TAKEN gets its words. */
static About about(const MbReadingCase *c, int index, int *taken)
{
    static const struct {
        About about;
        const char *phrase;
    } rows[] = {
        {OF_ABSENCE, "absence|non-attendance|absences|inability"},
        {OF_ABSENCE, "the|this|today's meeting"},
        {OF_ABSENCE, "not attending|being"},
        {OF_ABSENCE, "being unable|absent"},
        {OF_LATENESS, "lateness"},
        {OF_LATENESS, "late|delayed arrival"},
        {OF_LATENESS, "arriving|being|joining late"},
        {OF_LATENESS, "her|his|their late arrival"},
        {OF_LATENESS, "her|his|their lateness"},
        {OF_LEAVING, "leaving"},
        {OF_LEAVING, "early departure"},
        {OF_LEAVING, "having to leave"},
        {OF_LEAVING, "needing to leave"},
        {OF_LEAVING, "her|his|their early departure"},
    };

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        if ((*taken = mb_words_match(c->words, index, rows[i].phrase)) > 0)
            return rows[i].about;
    *taken = 0;
    return OF_ELSE;
}

/* "ECFRS" after somebody's name is where they come from. */
static void drop_acronyms(GPtrArray *people)
{
    for (guint i = people->len; i > 1; i--) {
        const MbNamed *named = people->pdata[i - 1];
        gboolean capitals = named->words && *named->words && !strchr(named->words, ' ');
        for (const char *at = named->words; capitals && *at; at++)
            capitals = g_ascii_isupper(*at);
        if (!named->person && !named->candidates && capitals && strlen(named->words) > 2)
            g_ptr_array_remove_index(people, i - 1);
    }
}

static void drop_bodies(GPtrArray *people)
{
    for (guint i = people->len; i > 1; i--)
        if (((const MbNamed *)people->pdata[i - 1])->body)
            g_ptr_array_remove_index(people, i - 1);
}

/* "… and Peter Lomax attended in his place": who comes last did something else. */
static gboolean does_something(const MbReadingCase *c, int index)
{
    return mb_words_match(c->words, index,
                          "attended|attends|attending|substituted|substituting|deputised|deputising|was|is|will|would|"
                          "represented|represents|joined|chaired|took|agreed|asked|stated|advised|reported|has|had") >
           0;
}

/* Where a remark on the last name ends: "– Police;", ", who is on holiday;". */
static int after_remark(const MbReadingCase *c, int index, int to)
{
    int end = mb_find_in(c->words, index, MIN(to, index + 14), ";");

    return end < 0 ? -1 : end + 1;
}

/* Where names are set apart by semicolons, what follows a name after a comma says where they come from. */
static void keep_first(GPtrArray *people, guint first)
{
    for (guint i = people->len; i > first + 1; i--) {
        const MbNamed *named = people->pdata[i - 1];
        if (!named->person && !named->candidates)
            g_ptr_array_remove_index(people, i - 1);
    }
}

/* The list of the absent from INDEX on; the index after it. */
static int read_list(MbReadingCase *c, int index, int to, GPtrArray *people)
{
    gboolean semicolons = mb_find_in(c->words, index, to, ";") >= 0;
    guint before;
    int end = index;

    do {
        before = people->len;
        int taken = mb_read_people(c, index, people);
        if (!taken)
            break;
        end = index + taken;
        if (does_something(c, end) && people->len - before > 1)
            g_ptr_array_remove_index(people, people->len - 1);
        if (semicolons)
            keep_first(people, before);
        index = after_remark(c, end, to);
    } while (index > 0 && index <= to);
    drop_acronyms(people);
    drop_bodies(people);
    return end;
}

static void add_apologies(MbReadingCase *c, MbReading *reading, int from, int to)
{
    mb_reading_weigh(reading);
    mb_place(c, reading, from, MAX(from, to));
    mb_add(c, reading);
}

static void set_kind(MbReading *reading, About what)
{
    reading->sure = 95;
    if (what != OF_LATENESS && what != OF_LEAVING)
        return;
    reading->kind = what == OF_LATENESS ? MB_READ_ARRIVAL : MB_READ_DEPARTURE;
    mb_doubt(reading, 75, what == OF_LATENESS ? "When they came is not told." : "When they left is not told.");
}

/* Words between "apologies" and the names: "were received and noted from", "(received):". */
static int joining_words(const MbReadingCase *c, int index, gboolean *from)
{
    static const char passing[] =
        "were|was|had|have|has|been|also|formally|are|received|noted|accepted|given|recorded|sent|"
        "tendered|submitted|made|offered|read|and|(|)|duly|only|in|advance";
    int start = index;

    while (mb_words_match(c->words, index, passing))
        index++;
    *from = TRUE;
    if (mb_words_match(c->words, index, "on behalf of"))
        index += 3;
    else if (mb_words_match(c->words, index, "from|by|:|-|for"))
        index++;
    else
        *from = FALSE;
    if (!*from)
        return 0;
    index += mb_words_match(c->words, index, "from|received");
    index += mb_words_match(c->words, index, "from|:");
    index += mb_words_match(c->words, index, "the following");
    index += mb_words_match(c->words, index, "members|people|board|partners");
    index += mb_words_match(c->words, index, ":");
    return index - start;
}

/* "Cllr Moss sent her apologies": the index where who it is begins, or -1. */
static int sender_before(MbReadingCase *c, int from, int index, GPtrArray *people)
{
    int i = index;

    while (i > from && mb_words_match(c->words, i - 1, "his|her|their|formal|sincere|its|an"))
        i--;
    if (i <= from || !mb_words_match(c->words, i - 1,
                                     "sent|gave|gives|sends|tendered|offered|submitted|extended|expressed|"
                                     "presented|conveyed|made|give|send|given"))
        return -1;
    return mb_read_people_before(c, from, i - 1, people);
}

/* Whether what follows takes it away from absence: "apologies to residents", "apologies for the delay". */
static gboolean of_something_else(const MbReadingCase *c, int after)
{
    if (mb_words_match(c->words, after, "to") && !mb_words_match(c->words, after, "to the meeting|board|committee"))
        return TRUE;
    return mb_words_match(c->words, after, "that|about|over|regarding|letter|if") > 0;
}

/* A line that is one person and nothing else but marks and a bullet. */
static gboolean only_a_person(MbReadingCase *c, int line, GPtrArray *people)
{
    MbReadingCase other = mb_read_case_at(c, line, mb_line_text(c, line));
    int start = mb_after_bullet(other.words, 0);
    int taken = c->lines[line].heading || c->lines[line].table ? 0 : mb_read_people(&other, start, people);
    int end = start + taken;

    while (mb_words_match(other.words, end, ".|,|;"))
        end++;
    if (taken && (mb_words_match(other.words, end, "-|,|(") || mb_words_match(other.words, end - 1, ",")))
        end = (int)mb_words_count(other.words); /* "Ian Moss – Police" */
    gboolean only = taken && end >= (int)mb_words_count(other.words);
    mb_read_case_end(&other);
    return only;
}

/* "Apologies" alone, and the absent on lines beneath. */
static void read_beneath(MbReadingCase *c, int index)
{
    int from = mb_after_number(c->words, mb_after_bullet(c->words, 0));
    int end = index + 1 + mb_words_match(c->words, index + 1, "for absence");
    int line = c->line + 1;

    end += mb_words_match(c->words, end, "received");
    end += mb_words_match(c->words, end, ":|.");
    if (from < index || end < (int)mb_words_count(c->words))
        return;
    MbReading *reading = mb_reading_new(MB_READ_APOLOGIES, c->line);
    while (line < c->count) {
        guint before = reading->people->len;
        if (!only_a_person(c, line, reading->people)) {
            g_ptr_array_set_size(reading->people, (gint)before);
            break;
        }
        reading->last_line = line++;
    }
    if (!mb_people_keep_persons(reading->people)) {
        mb_reading_free(reading);
        return;
    }
    c->taken = reading->last_line;
    reading->sure = 90;
    add_apologies(c, reading, index, index);
}

static gboolean no_apologies(const MbReadingCase *c, int from, int index)
{
    return mb_words_match(c->words, index - 2, "letter|note of") ||
           mb_find_in(c->words, MAX(from, index - 4), index - 1, "no|nil|without|accepted|accept") >= 0;
}

void mb_read_apologies(MbReadingCase *c, int index)
{
    int from = mb_words_sentence_start(c->words, index), to = mb_words_sentence_end(c->words, index);
    int taken = 0, after = index + 1;
    About what = OF_ABSENCE;
    gboolean listed = FALSE;

    if (no_apologies(c, from, index) || of_something_else(c, after))
        return;
    if (mb_words_match(c->words, after, "for")) {
        what = about(c, after + 1, &taken);
        after += taken ? 1 + taken : 0;
    }
    MbReading *reading = mb_reading_new(MB_READ_APOLOGIES, c->line);
    after += what == OF_ABSENCE ? 0 : mb_words_match(c->words, after, "early|late");
    int end = after;
    int start = mb_words_match(c->words, after, "for|on|from") ? -1 : sender_before(c, from, index, reading->people);
    int joined = start < 0 ? joining_words(c, after, &listed) : 0;
    if (listed)
        end = read_list(c, after + joined, to, reading->people);
    else if (start >= 0 && what == OF_ELSE && mb_words_match(c->words, after, "for"))
        g_ptr_array_set_size(reading->people, 0);
    if (mb_people_keep_persons(reading->people)) {
        set_kind(reading, what);
        add_apologies(c, reading, start >= 0 ? start : index, end - 1);
        return;
    }
    mb_reading_free(reading);
    if (!listed || joined == 1)
        read_beneath(c, index);
}

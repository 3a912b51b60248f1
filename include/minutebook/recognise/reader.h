/* SPDX-License-Identifier: MIT */
/* The one reader: lines as clerks write them → readings (recognise/reading.h), in the light of a board's roll, the
   agenda and the meeting's day. It serves the live screen, `minutes add`, import and checking. It must not see what is
   not there: "took no action", "the action plan", "agreed to disagree later". Cheap where there is nothing: keywords
   pick the candidates, patterns are looked at only then. */
#ifndef MINUTEBOOK_RECOGNISE_READER_H
#define MINUTEBOOK_RECOGNISE_READER_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/recognise/reading.h"

typedef struct MbReader MbReader;

typedef struct {
    const char *text;  /* one paragraph, no line breaks; marks of bold and italic (** and *) are looked through */
    const char *right; /* what stands in a right-hand column beside it, or NULL */
    gboolean heading;
    gboolean table; /* a row of a table: cells are split by tabs */
} MbReadLine;

/* DOSSIER holds the board with its roll and people, the meeting with its agenda and attendance, the board's open
   actions and its meetings before and after, as far as they are known; borrowed and unchanged while the reader lives.
   MEETING may be NULL (no day, no agenda). */
MbReader *mb_reader_new(const MbDossier *dossier, const char *board, const MbMeeting *meeting);
void mb_reader_free(MbReader *reader);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbReader, mb_reader_free)

/* All that LINES (of one item, in order) state: MbReading, by place. A block (Action / text / owner on lines of their
   own) is one reading over several lines. ITEM is the id of the item they stand under, or NULL. New array that frees.
 */
GPtrArray *mb_reader_read(MbReader *reader, const MbReadLine *lines, int count, const char *item);

/* The person whom WORDS name (initials, surname with or without title, first name, whole name): those on the register
   of this meeting before others. NULL where nobody or several; CANDIDATES (may be NULL) gets the ids of several. */
const char *mb_reader_person(MbReader *reader, const char *words, GPtrArray *candidates);
/* The day that WORDS mean, said on the meeting's day: "by Friday", "6 October", "end of October", "next meeting" (then
   MEETING, may be NULL, is set to its id or NULL), "in 6 months". MB_NO_DAY where none. */
MbDay mb_reader_day(MbReader *reader, const char *words, const char **meeting);

#endif

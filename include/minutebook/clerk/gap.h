/* SPDX-License-Identifier: MIT */
/* What is still to be written: gaps (“??” typed for what was missed), listed until each is filled in, and the items
   that want a minute. That no gap goes out is clerk/check_text.c's matter. */
#ifndef MINUTEBOOK_CLERK_GAP_H
#define MINUTEBOOK_CLERK_GAP_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/item.h"
#include "minutebook/model/minute.h"

typedef struct {
    const MbItem *item;     /* NULL: before the first item. Borrowed, as the next. */
    const MbMinute *minute; /* the paragraph */
    int nth;                /* it is the nth of its paragraph, from 0; a table's cells are counted row by row */
    char *words;            /* the words around it, without notation, to know it by */
} MbGap;

/* Every gap of MEETING (an id) in its minutes and the clerk's notes, in the order of the agenda; private lines go to
 * nobody and have none. New array that owns its MbGap. */
GPtrArray *mb_gap_list(const MbDossier *dossier, const char *meeting);
/* Where the NTH gap of TEXT begins and ends (bytes); FALSE where it has not so many. A longer run of question marks is
 * one gap. */
gboolean mb_gap_find(const char *text, int nth, int *start, int *end);

/* Whether ITEM is to be written up: it is on the agenda, has a text of its own (nothing is taken together with another
 * item, and a heading over nested items needs none) and was not put off. */
gboolean mb_gap_wants_minute(const MbDossier *dossier, const MbItem *item);

#endif

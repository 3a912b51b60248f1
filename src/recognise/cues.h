/* SPDX-License-Identifier: MIT */
/* Words that make a line worth a look, by the family of rules they belong to: a line without any costs one look in a
   table a word. Also the items of the agenda, as lines name them. */
#ifndef MINUTEBOOK_RECOGNISE_CUES_H
#define MINUTEBOOK_RECOGNISE_CUES_H

#include "roll.h"
#include "rules.h"

#include "minutebook/model/item.h"

enum {
    MB_CUE_COMING = 1,    /* "joined" */
    MB_CUE_GOING = 2,     /* "left" */
    MB_CUE_APOLOGIES = 4, /* "apologies" */
    MB_CUE_INTEREST = 8,  /* "declared" */
    MB_CUE_CHAIR = 16,    /* "chaired" */
    MB_CUE_MEETING = 32,  /* "adjourned", "closed", "next" */
    MB_CUE_SPEECH = 64,   /* "asked" */
    MB_CUE_PLAIN = 128,   /* "The", "Action", "Monday", "Please": with a capital, yet no part of a name */
};

/* word → its families, as GINT_TO_POINTER. Free with g_hash_table_unref. */
GHashTable *mb_cues_new(void);
int mb_cue_of(const MbReader *reader, const MbWord *word);
gboolean mb_word_is_plain(const MbReadingCase *c, const MbWord *word);
int mb_cues_of_line(const MbReader *reader, const MbWords *words);

/* "item 6", "agenda item 5.1", "items 5 and 6", "this item", "the youth centre lease": words taken, 0 where none. Fills
 * IDS with the ids of items of this agenda (borrowed, "" where it is none of them), one an item named. */
int mb_read_items(const MbReadingCase *c, int index, GPtrArray *ids);
/* The item of this agenda whose title the words FROM to TO give, or NULL. */
const MbItem *mb_item_titled(const MbReadingCase *c, int from, int to);
/* Whether the item at hand is the one for declarations of interest. */
gboolean mb_item_of_interests(const MbReadingCase *c);

#endif

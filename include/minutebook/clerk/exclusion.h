/* SPDX-License-Identifier: MIT */
/* The public excluded: under which paragraph, and what was minuted in the meantime. The deed is desk/exclusion.h; what
   the public may see of it is clerk/cut.h.

   Where the whole of an item was private (nothing was minuted under it before), the item itself is restricted; where it
   began in public, each paragraph after the resolution is. Of an item that was first taken in private, all text is
   private; of one that was taken before, what was typed since. Where the resolution is no longer to be found in the
   text, the whole of it counts as private: rather too much is withheld than too little. */
#ifndef MINUTEBOOK_CLERK_EXCLUSION_H
#define MINUTEBOOK_CLERK_EXCLUSION_H

#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/minute.h"
#include "minutebook/model/rules.h"

/* The reason under which the public are excluded from MEETING at present: the paragraph of the rule set ("3",
 * "commercial"), "" where none is known; NULL where they are not excluded. Borrowed. What is typed now is to be
 * withheld under it. */
const char *mb_exclusion_now(const MbDossier *dossier, const MbMeeting *meeting);
/* The paragraph of the rule set that EVENT, an exclusion, names; "" where none. Borrowed. */
const char *mb_exclusion_paragraph(const MbDossier *dossier, const MbEvent *event);
/* What an exclusion's event says: "paragraph 3", "paragraph 3; Edie Lark stayed". STAYING: names, NULL-ended. Newly
 * allocated. */
char *mb_exclusion_text(const char *paragraph, const char *const *staying);
/* The resolution in the rule set's words, %s and %w filled in; in plain ones where RULES has none (or is NULL). Newly
 * allocated. */
char *mb_exclusion_words(const MbRules *rules, const char *paragraph);
char *mb_exclusion_end_words(const MbRules *rules);

/* A paragraph that was minuted in private and may still be seen, and the reason to withhold it for. */
typedef struct {
    const MbMinute *minute;
    const char *paragraph; /* borrowed; "" where none is known */
} MbPrivateText;
/* All of these in MEETING; free with g_array_unref. */
GArray *mb_exclusion_open_text(const MbDossier *dossier, const MbRules *rules, const MbMeeting *meeting);

#endif

/* SPDX-License-Identifier: MIT */
/* Stock sentences for a board, as a screen types them: by key, their slots filled in. The files are
   exchange/sentences.h. */
#ifndef MINUTEBOOK_DESK_STOCK_H
#define MINUTEBOOK_DESK_STOCK_H

#include "minutebook/desk/desk.h"

typedef struct {
    char *key;
    char *text; /* with its slots */
} MbStock;

/* Those of BOARD's rule set; a new array that owns them. NULL on error: a file of the user's that is faulty. */
GPtrArray *mb_stock_load(MbDesk *desk, const MbBoard *board, GError **error);
/* TEXT with its slots filled for MEETING (in DOSSIER, with its board) and ITEM (may be NULL) at NOW; what is not known
 * becomes “??”. Newly allocated. */
char *mb_stock_fill(MbDesk *desk, const MbDossier *dossier, const MbMeeting *meeting, const MbItem *item, MbTime now,
                    const char *text);

#endif

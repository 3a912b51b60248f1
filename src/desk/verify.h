/* SPDX-License-Identifier: MIT */
/* `log --verify`: the history proved, and compared with a digest that was kept outside the book. */
#ifndef MINUTEBOOK_DESK_VERIFY_H
#define MINUTEBOOK_DESK_VERIFY_H

#include "minutebook/desk/command.h"

/* KEPT (NULL: none) is a digest noted down or printed earlier, or its beginning: the book must still hold the deed that
 * had it. A book put back whole to an earlier day is whole in itself; only such a digest tells. */
gboolean mb_verify_history(MbDesk *desk, const char *kept, MbAnswer *answer, GError **error);

#endif

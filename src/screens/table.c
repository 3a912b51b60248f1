/* SPDX-License-Identifier: MIT */
/* All screens. */
#include "screens.h"

const MbScreen *const mb_screens[] = {&mb_screen_meetings,
                                      &mb_screen_live,
                                      &mb_screen_attendance,
                                      &mb_screen_marks,
                                      &mb_screen_room,
                                      &mb_screen_sweep,
                                      &mb_screen_writeup,
                                      &mb_screen_votes,
                                      &mb_screen_count,
                                      &mb_screen_rollcall,
                                      NULL};

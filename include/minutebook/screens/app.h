/* SPDX-License-Identifier: MIT */
/* The program's screens as one face (grid/face.h): which screen is open, what lies over it (palette, help, questions),
   the top and bottom lines. A screen is screens/screen.h. Screens hold no facts: what they show is in the book. */
#ifndef MINUTEBOOK_SCREENS_APP_H
#define MINUTEBOOK_SCREENS_APP_H

#include "minutebook/desk/desk.h"
#include "minutebook/grid/face.h"

typedef struct MbApp MbApp;

/* What to open. SCREEN: a screen's name ("live", "room", "meetings"), NULL: the meeting that is live where one is, else
   the list of meetings. MEETING and ITEM as on the command line, or NULL. */
typedef struct {
    const char *screen;
    const char *meeting;
    const char *item;
    const char *modules; /* the folder of loadable modules; NULL: beside the program, or where they were installed */
} MbAppOptions;

/* The desk's book is opened for writing. NULL with the error to print. */
MbApp *mb_app_new(MbDesk *desk, const MbAppOptions *options, GError **error);
/* Closes every screen: what was typed is settled. */
void mb_app_free(MbApp *app);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbApp, mb_app_free)

/* Its data is an MbApp. */
extern const MbFace mb_app_face;
/* A descriptor to wait on for other windows' changes, or -1. */
int mb_app_watch(MbApp *app);
/* The theme and whether lines are plain ASCII, by the book's settings "theme" and "lines". */
int mb_app_theme(MbApp *app);
gboolean mb_app_ascii(MbApp *app);
/* What to say on the terminal after leaving, or NULL: text that could not be saved and where it is. Borrowed. */
const char *mb_app_parting(MbApp *app);

#endif

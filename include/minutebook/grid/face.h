/* SPDX-License-Identifier: MIT */
/* A face: what a terminal drives. The program's screens are one (screens/app.h); a terminal knows nothing else of them.
   Life of a key: the terminal reads all that has come, gives each stroke, and when no more waits lets the face paint
   once. When the hand rests, `rest` does what could wait. */
#ifndef MINUTEBOOK_GRID_FACE_H
#define MINUTEBOOK_GRID_FACE_H

#include "minutebook/grid/grid.h"
#include "minutebook/grid/stroke.h"

typedef struct {
    void (*stroke)(gpointer data, const MbStroke *stroke);
    /* Several strokes have come at once (MORE), and those were all (not MORE): nothing is painted between, so that they
       may be worked through as one. */
    void (*batch)(gpointer data, gboolean more);
    /* Paints what has changed since the last time; GRID is as this function left it, blank after a resize. */
    void (*paint)(gpointer data, MbGrid *grid);
    /* Nothing waits to be read: does a little of what could wait and says after how many milliseconds it wants to be
       called again if still nothing came (0: at once, there is more to do; -1: not before the next stroke). */
    int (*rest)(gpointer data);
    /* The hand has rested for a tenth of a second: what would be felt if it came between two keys. Called once, then
       not before the next stroke. */
    void (*idle)(gpointer data);
    /* Something was written to DESCRIPTOR (below). */
    void (*woken)(gpointer data);
    /* Whether the program is to end. */
    gboolean (*done)(gpointer data);
    /* Text to go to the terminal's clipboard since the last call, or NULL; newly allocated (OSC 52). */
    char *(*clipboard)(gpointer data);
    /* The window's title since the last call where it changed, or NULL; newly allocated. */
    char *(*title)(gpointer data);
    /* Whether the program is to be suspended now (as a shell's job), or the screen to be left to another program. */
    gboolean (*suspend)(gpointer data);
} MbFace;
/* Any of them but stroke, paint and done may be NULL. */

#endif

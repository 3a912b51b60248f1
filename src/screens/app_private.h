/* SPDX-License-Identifier: MIT */
/* What the files of the app share. */
#ifndef MINUTEBOOK_SCREENS_APP_PRIVATE_H
#define MINUTEBOOK_SCREENS_APP_PRIVATE_H

#include "minutebook/screens/screen.h"

typedef struct MbOverlay MbOverlay;

/* Something over the screen that takes the strokes until it closes: a question, a list, a text. */
typedef struct {
    void (*stroke)(MbOverlay *overlay, const MbStroke *stroke);
    void (*paint)(MbOverlay *overlay, MbGrid *grid, MbArea area);
    void (*free)(MbOverlay *overlay);
    const char *keys; /* for the bottom line */
} MbOverlayKind;

struct MbOverlay {
    const MbOverlayKind *kind;
    MbApp *app;
    MbView *view; /* that it serves, or NULL */
    gboolean closed;
};

/* A key of a view, read from its row once. */
typedef struct {
    guint32 key;
    unsigned modifiers;
    const MbKeyRow *row;
} MbBoundKey;

typedef struct {
    MbView view;
    GArray *bound; /* of MbBoundKey */
} MbOpenView;

/* Where a row of the bottom line was painted: for clicks. */
typedef struct {
    int start, end;
    const MbKeyRow *row;
} MbBarPlace;

struct MbApp {
    MbDesk *desk;
    MbSpell *spell; /* made when first asked for */
    char *modules;
    GPtrArray *views;    /* MbOpenView, the last is on top */
    char *beneath;       /* the list of meetings is to come when the last view closes, the focus on this one; or NULL */
    GPtrArray *overlays; /* MbOverlay */
    const MbKeyRow *rows; /* the app's own, for bottom line, help and palette */
    GArray *global;       /* of MbBoundKey: the app's own keys */
    GArray *bar;          /* of MbBarPlace */
    int bar_row;
    char *message;
    MbLook message_look;
    char *clipboard;
    char *clip_out;
    char *parting;
    int theme;
    gboolean ascii;
    gboolean blank; /* nothing is shown; strokes go on as ever */
    gboolean quitting;
    gboolean suspend;
    gboolean resting; /* the hand has rested since the last stroke */
    gboolean woken;   /* something was written to the log, by this window or another one */
    gboolean dirty;   /* something is to be painted … */
    gboolean whole;   /* … everything */
    gboolean part;    /* the stroke at hand has changed a part only */
    gboolean batch;   /* more strokes have come than the one at hand */
    GString *typed;   /* characters of a batch, for the top screen */
    MbOpenView *held; /* what its keys change is not saved yet, until the batch ends; or NULL */
    char *zone;       /* of the time told last, and that time */
    GTimeZone *clock;
    gint64 minute;
    MbTime time;
};

/* app_batch.c: strokes that come at once. Whether STROKE was kept for the others. */
gboolean mb_app_gather(MbApp *app, const MbStroke *stroke);
/* Whether keeping back what is to be saved ends with STROKE. */
gboolean mb_app_ends_hold(const MbApp *app, const MbStroke *stroke);
void mb_app_hold(MbApp *app);
void mb_app_release(MbApp *app); /* all is saved from here on, and has been */
/* app_bind.c */
GArray *mb_app_bind(const MbKeyRow *rows);
const MbKeyRow *mb_app_bound(const GArray *bound, const MbStroke *stroke, MbView *view);
/* app_core.c */
MbOpenView *mb_app_top(MbApp *app);
gboolean mb_app_open(MbApp *app, const char *name, const char *argument, GError **error);
void mb_app_view_free(gpointer view);
void mb_app_refresh_all(MbApp *app, gboolean others);
/* app_keys.c */
void mb_app_paint_bar(MbApp *app, MbGrid *grid, int row);
void mb_app_run_row(MbOpenView *open, const MbKeyRow *row);
/* app_overlay.c */
void mb_app_push(MbApp *app, MbOverlay *overlay);
MbOverlay *mb_app_overlay(MbApp *app);
void mb_app_sweep(MbApp *app); /* frees those that have closed */
/* app_palette.c */
void mb_app_palette(MbView *view);
void mb_app_help(MbView *view);

#endif

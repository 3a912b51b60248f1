/* SPDX-License-Identifier: MIT */
/* A screen: one const table and one file. What it offers stands in its key rows, from which the bottom line, the help
   page (F1) and the palette (Ctrl-P) follow. A deed is a command of the desk's table, run by mb_app_do. */
#ifndef MINUTEBOOK_SCREENS_SCREEN_H
#define MINUTEBOOK_SCREENS_SCREEN_H

#include "minutebook/desk/command.h"
#include "minutebook/desk/spell.h"
#include "minutebook/screens/app.h"

typedef struct MbScreen MbScreen;

/* A screen that is open. */
typedef struct {
    MbApp *app;
    const MbScreen *screen;
    gpointer data; /* the screen's own */
} MbView;

/* Something a screen can do. */
typedef struct {
    const char *keys;  /* by name, the first is the one shown: "F8 Alt-Down"; "" where only the palette has it */
    const char *label; /* in the bottom line; NULL: not there */
    const char *name;  /* in the palette; NULL ends the table */
    const char *help;  /* one sentence */
    void (*run)(MbView *view);
    gboolean (*ready)(MbView *view); /* whether it can be done now; NULL: always */
} MbKeyRow;

struct MbScreen {
    const char *name;  /* by which it is opened */
    const char *title; /* in the top line where `headline` is NULL */
    const char *about; /* what F1 says first */
    const MbKeyRow *keys;
    /* Sets view->data. ARGUMENT is the screen's own: a meeting's id, say, or NULL. */
    gboolean (*open)(MbView *view, const char *argument, GError **error);
    void (*close)(MbView *view);
    /* A stroke that is no key of the table; TRUE where it was taken. */
    gboolean (*stroke)(MbView *view, const MbStroke *stroke);
    /* Characters that have come at once, as if each were a stroke of its own; NULL: they are. */
    void (*type)(MbView *view, const char *text);
    /* HOLD: characters and lines are coming faster than they are shown; what they change may be saved as one. Not HOLD:
       no more come, and before anything else is done or shown all is to be saved. With `type` only. */
    void (*hold)(MbView *view, gboolean hold);
    /* Paints AREA: below the top line, above the bottom line; sets the cursor. Where not WHOLE, what it painted last is
       still there and only what mb_app_repaint_part spoke of has changed. */
    void (*paint)(MbView *view, MbGrid *grid, MbArea area, gboolean whole);
    /* The book has changed, by a deed of this window (OTHERS false) or by another one. */
    void (*refresh)(MbView *view, gboolean others);
    /* As MbFace.rest. */
    int (*rest)(MbView *view);
    /* As MbFace.idle. */
    void (*idle)(MbView *view);
    /* The top line: left and right part; newly allocated. */
    char *(*headline)(MbView *view, char **right);
    /* Why what was typed here is not in the book; NULL where it is. Borrowed. NULL: nothing is typed here. */
    const char *(*unsaved)(MbView *view);
    /* TRUE where Ctrl-Q may leave now; else it has said why not. NULL: always. */
    gboolean (*may_leave)(MbView *view);
    /* The whole terminal without top and bottom line (the room window, blank screen). */
    gboolean bare;
};

/* All screens, NULL-ended (screens/table.c). */
extern const MbScreen *const mb_screens[];

/* --- what screens ask of the app --- */
MbDesk *mb_app_desk(MbApp *app);
MbSpell *mb_app_spell(MbApp *app); /* in the language of the book's setting "spelling"; never NULL */
/* Opens a screen over this one; leaving it comes back. FALSE: it has said why. */
gboolean mb_app_go(MbApp *app, const char *screen, const char *argument);
void mb_app_back(MbApp *app); /* closes the top screen; the last one ends the program */
void mb_app_quit(MbApp *app); /* as Ctrl-Q */

/* One sentence above the bottom line until the next stroke; never a sound, never a box. */
void mb_app_say(MbApp *app, MbLook look, const char *format, ...) G_GNUC_PRINTF(3, 4);
void mb_app_fault(MbApp *app, GError *error); /* says the error; takes it */

/* Does a command of the desk's table (words end with NULL; "@KEY" names a record), says its sentence or why not, and
 * lets screens look again. ..._with gives it a text as input. */
gboolean mb_app_do(MbApp *app, const char *command, ...) G_GNUC_NULL_TERMINATED;
gboolean mb_app_do_words(MbApp *app, const char *command, const char *const *words, const char *input);
/* The same without saying its sentence; ANSWER (cleared by the caller) holds it. Errors are said. */
gboolean mb_app_do_quietly(MbApp *app, const char *command, const char *const *words, const char *input,
                           MbAnswer *answer);
/* Number of the last deed done by mb_app_do…, 0 where none since the last call with CLEAR: what Ctrl-Z takes back. */
void mb_app_refresh(MbApp *app);
void mb_app_repaint(MbApp *app); /* something to show has changed */
/* Within MbScreen.stroke: this stroke has changed nothing but the part that the screen paints even where not WHOLE. */
void mb_app_repaint_part(MbApp *app);

/* A question with a line to type into; ANSWERED is called with the text on Enter (it may ask again), not on Escape.
 * HINT is a line of help. */
typedef void (*MbAnswered)(MbView *view, const char *text, gpointer data);
void mb_app_ask(MbView *view, const char *title, const char *text, const char *hint, MbAnswered answered,
                gpointer data);
/* A list to choose from, narrowed by typing. */
typedef struct {
    char *text;
    char *detail; /* to the right, quiet; or NULL */
    char *number; /* typed alone it chooses at once where no other begins so; or NULL */
    gpointer data;
    char *key; /* owned; an id, say */
} MbChoice;
typedef void (*MbChosen)(MbView *view, const MbChoice *choice, gpointer data);
GPtrArray *mb_choices_new(void);
/* Takes KEY and NUMBER, copies the texts. */
MbChoice *mb_choices_add(GPtrArray *choices, const char *text, const char *detail, char *number, char *key);
/* Takes CHOICES. FREE_TEXT: what fits none may be entered too (a choice with key NULL and the text typed). */
void mb_app_choose(MbView *view, const char *title, GPtrArray *choices, gboolean free_text, MbChosen chosen,
                   gpointer data);
/* A text to read, scrolled; LARGE: with wide margins and empty lines, to be read aloud. Any other key goes back. */
void mb_app_show(MbApp *app, const char *title, const char *text, gboolean large);
void mb_app_confirm(MbView *view, const char *question, MbAnswered yes, gpointer data);

void mb_app_clip(MbApp *app, char *text); /* to the clipboard; taken */
/* What was cut or copied last in this program, or "". */
const char *mb_app_clipboard(MbApp *app);

/* Now, in BOARD's zone (minutes), and as UTC stamp (newly allocated). */
MbTime mb_app_time(MbApp *app, const MbBoard *board);
char *mb_app_stamp(MbApp *app);

#endif

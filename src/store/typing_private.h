/* SPDX-License-Identifier: MIT */
/* What the files of typing share: what is known of the paragraphs being typed, and the thread that syncs. */
#ifndef MINUTEBOOK_STORE_TYPING_PRIVATE_H
#define MINUTEBOOK_STORE_TYPING_PRIVATE_H

#include "book_private.h"

#include "minutebook/store/typing.h"

/* A paragraph that is noted in `unsettled`, as it stands in the book. */
typedef struct {
    MbMinute *minute;
    GHashTable *cells;   /* id → MbCell, owned; NULL: not looked at yet */
    gboolean looked;     /* for withheld spans */
    GPtrArray *withheld; /* MbRestriction with a span, owned; NULL: none */
} MbKnown;

/* The thread that syncs. Everything here but `thread` is used under the mutex. */
typedef struct {
    GThread *thread; /* NULL until the first sync */
    GMutex mutex;
    GCond cond;
    sqlite3_file *log;
    gboolean wanted; /* asked for, not begun */
    gboolean busy;   /* under way */
    gboolean stop;
    gboolean failed;
    guint64 target; /* the number of commits that the sync under way covers */
    guint64 synced; /* of commits that are on the disk */
} MbSyncing;

typedef struct MbTyping {
    guint32 version;   /* of the book's data after the last commit of typing: where it differs, others have written */
    GHashTable *known; /* id → MbKnown */
    char *who;         /* whose the known ones are */
    char *journal;     /* id of the journal's row written last */
    char *open;        /* id of the meeting found open for changes */
    MbTypingMeet meet;
    gpointer meet_data;
    int watch;           /* inotify; -1: none */
    gint64 data_version; /* as PRAGMA data_version said last; 0: not asked */
    guint tidings;       /* grows with what others, or deeds from here, have written */
    guint told;          /* of these, when mb_typing_others_wrote was called last */
    guint64 commits;     /* of typing, in the log */
    MbSyncing sync;
} MbTyping;

/* typing_state.c: made when first asked for. */
MbTyping *mb_typing_of(MbBook *book);
void mb_known_free(gpointer known);
/* Forgets what is known of the paragraphs: it may not be so any more. */
void mb_typing_forget(MbTyping *typing);
void mb_typing_free(MbBook *book);
/* Notes in `unsettled` that RECORD (NOUN, ID) was BEFORE (a record; NULL: not there), unless it is noted already. */
gboolean mb_typing_note(MbBook *book, const char *who, const char *meeting, const MbNoun *noun, const char *id,
                        gconstpointer before, GError **error);

/* typing_parts.c: what hangs on a paragraph. */
gboolean mb_typing_save_cells(MbBook *book, const char *who, MbKnown *known, GPtrArray *cells, GError **error);
/* Deletes MINUTE: its cells and restrictions go with it; what else refers to it (marks, corrections) no longer does. */
gboolean mb_typing_delete(MbBook *book, const char *who, const MbMinute *minute, GError **error);
/* MINUTE is there again (undone): what was withheld of it is withheld again. */
gboolean mb_typing_withhold_again(MbBook *book, const char *who, const MbMinute *minute, GError **error);
/* Withheld spans of a paragraph move with its text, from that of KNOWN to TEXT. */
gboolean mb_typing_move_spans(MbBook *book, const char *who, MbKnown *known, const char *text, GError **error);

/* typing_settle.c: within a transaction; MEETING and WHO, or all where NULL. */
gboolean mb_typing_settle_within(MbBook *book, const char *meeting, const char *who, GError **error);
/* Whether NOUN's record ID is unsettled; BEFORE as it was at its last settling (NULL: not there; new text). Never so
 * under approved minutes: nobody types there. */
gboolean mb_typing_unsettled_record(MbBook *book, const char *noun, const char *id, char **before);

/* typing_state.c: whether each commit waits for the disk (deeds) or not (typing). */
gboolean mb_typing_wait_for_disk(MbBook *book, gboolean wait, GError **error);
/* A deed was committed: it is on the disk with all that came before. */
void mb_typing_deed_done(MbBook *book);
/* All that is committed has been synced by other means. */
void mb_typing_all_synced(MbBook *book);

#endif

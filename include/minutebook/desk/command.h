/* SPDX-License-Identifier: MIT */
/* The command table: every deed once, with its name, help, arguments, what it needs, and the function that does it.
 * Command line, palette, keys, help and man page all come from these rows. */
#ifndef MINUTEBOOK_DESK_COMMAND_H
#define MINUTEBOOK_DESK_COMMAND_H

#include "minutebook/base/value.h"
#include "minutebook/desk/desk.h"
#include "minutebook/write/columns.h"

typedef enum {
    MB_ARGUMENT_PLAIN = 0,
    MB_ARGUMENT_OPTIONAL = 1, /* of a positional: may be left out */
    MB_ARGUMENT_MANY = 2,     /* may come several times; a positional one takes all words that are left */
    MB_ARGUMENT_NEEDED = 4,   /* of an option: must be there */
} MbArgumentFlags;

typedef struct {
    const char *name;  /* "MEETING", or "--owner"; NULL ends the list */
    const char *value; /* what an option takes ("PERSON"); NULL: a switch */
    const char *help;
    unsigned flags; /* MbArgumentFlags */
} MbArgument;

typedef struct MbArguments MbArguments;

/* What a command has to say. Filled by its function; printed by whoever ran it. */
typedef struct {
    char *text;     /* one sentence or a whole text for people; of a deed also its line in the history */
    MbValue *value; /* the same for scripts */
    MbValue *shown; /* the list as people see it, where that differs from VALUE: shorter names, facts put together;
                       NULL: VALUE itself */
    const MbColumn *columns; /* where VALUE is a list to be shown as columns; borrowed */
    const char *empty;       /* what to say of an empty list; borrowed */
    char *title;             /* lines before the list, or NULL */
    char *note;              /* a line after the list (totals), or NULL */
    gboolean raw;            /* TEXT is a document: printed byte for byte */
    GPtrArray *findings;     /* for standard error, where they are not what was asked for */
    int status;              /* exit status where all went well: 0, or 1 where findings say so */
} MbAnswer;
void mb_answer_clear(MbAnswer *answer);

/* What must stand before the function is called. */
typedef enum {
    MB_NEED_NOTHING,
    MB_NEED_BOOK, /* the book, open for reading, one consistent view */
    MB_NEED_DEED, /* the book, open for writing, within a deed: committed where the function returns TRUE, else undone
                   */
    MB_NEED_SCREENS, /* a terminal: whoever runs it opens the screen of that name; it has no function */
} MbNeed;

typedef struct {
    const char *name;    /* "actions add" */
    const char *help;    /* one line */
    const char *example; /* arguments of an example */
    const char *more;    /* further help, or NULL */
    const MbArgument *arguments;
    MbNeed need;
    gboolean input; /* reads a text besides its arguments, which mb_arguments_input has set (the command line: standard
                       input) */
    gboolean (*run)(MbDesk *desk, const MbArguments *arguments, MbAnswer *answer, GError **error);
} MbCommand;

/* All commands, in the order of the help; NULL-ended. Each row stands in the file of its subject. */
extern const MbCommand *const mb_commands[];

/* The command that the beginning of WORDS names (the longest name counts); TAKEN is set to the number of words used.
 * NULL where none: then NEAREST (borrowed) is the nearest name or NULL. */
const MbCommand *mb_command_find(const char *const *words, int *taken, const char **nearest);

/* The commands that begin with WORD and another ("`agenda draft`, `agenda show`"); "" where there are none. Newly
 * allocated. */
char *mb_command_family(const char *word);

/* Reads WORDS (after the name) by the command's arguments. NULL with MB_ERROR_USAGE. */
MbArguments *mb_arguments_read(const MbCommand *command, const char *const *words, GError **error);
/* Gives the text that a command with `input` reads; before the deed begins, so that nobody waits for a hand that types.
 * Found by mb_argument(arguments, MB_INPUT). */
void mb_arguments_input(MbArguments *arguments, const char *bytes, gsize length);
#define MB_INPUT "<"
void mb_arguments_free(MbArguments *arguments);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(MbArguments, mb_arguments_free)
const char *mb_argument(const MbArguments *arguments,
                        const char *name); /* the value, or NULL; a switch that is there gives "" */
const char *const *mb_argument_all(const MbArguments *arguments, const char *name); /* NULL-ended, never NULL */

/* Does COMMAND at DESK. */
gboolean mb_command_run(MbDesk *desk, const MbCommand *command, const MbArguments *arguments, MbAnswer *answer,
                        GError **error);

/* "minutebook actions add TEXT --owner PERSON … [--due DATE]". Newly allocated. */
char *mb_command_usage(const MbCommand *command);

#endif

/* SPDX-License-Identifier: MIT */
/* What all nouns share: a plain struct and one const table that names its fields. From the table follow loading and
   saving (store/record.h), the JSON dump (exchange/dump.h) and the history's digests, so that a field can be forgotten
   nowhere. How records hang together is model/dossier.h. */
#ifndef MINUTEBOOK_MODEL_RECORD_H
#define MINUTEBOOK_MODEL_RECORD_H

#include "minutebook/base/day.h"

#include <glib.h>
#include <stddef.h>

typedef enum {
    MB_FIELD_TEXT, /* char *; NULL where absent, never "" */
    MB_FIELD_REF,  /* char *: the id of a record of `target`; NULL where none */
    MB_FIELD_INT,  /* int, 0 or more; MB_NO_INT where absent */
    MB_FIELD_BOOL, /* gboolean */
    MB_FIELD_DAY,  /* MbDay; stored as YYYY-MM-DD */
    MB_FIELD_TIME, /* MbTime; stored as HH:MM */
    MB_FIELD_ENUM, /* int, an index into `words`; "" among the words stands for absent */
} MbFieldKind;

#define MB_NO_INT (-1)

typedef struct MbNoun MbNoun;

typedef struct {
    const char *name; /* also the column's name; NULL ends the table */
    MbFieldKind kind;
    gsize offset;
    const char *const *words; /* of an ENUM: NULL-ended, in the order of its C enum */
    const MbNoun *target;     /* of a REF */
} MbField;

struct MbNoun {
    const char *name; /* also the table's name */
    gsize size;
    const MbField *fields; /* without `id`, which every noun has */
};

/* Every noun's struct begins so. The id is a text key (base/id.h), never shown. */
#define MB_RECORD_HEAD                                                                                                 \
    const MbNoun *noun;                                                                                                \
    char *id

typedef struct {
    MB_RECORD_HEAD;
} MbRecord;

/* A record of NOUN with a new id, everything absent (enums at their first word). Free with mb_record_free, which also
 * serves as a GDestroyNotify. */
gpointer mb_record_new(const MbNoun *noun);
void mb_record_free(gpointer record);
gpointer mb_record_copy(gconstpointer record);
/* Whether all fields agree, the id included. */
gboolean mb_record_equal(gconstpointer a, gconstpointer b);

/* Replaces a text field by a copy of TEXT; "" is stored as NULL. */
void mb_set(char **field, const char *text);
/* Replaces a text field by TEXT itself. */
void mb_set_take(char **field, char *text);

/* A field as text, in the form in which it is stored (ISO dates, words of enums, "1"/"0"): NULL where absent. Newly
 * allocated. */
char *mb_field_text(const MbField *field, gconstpointer record);
/* Reads that form back; FALSE where the text is not of the field's kind (the record is unchanged). NULL makes it
 * absent. */
gboolean mb_field_set_text(const MbField *field, gpointer record, const char *text);
/* The field of that name, or NULL. */
const MbField *mb_noun_field(const MbNoun *noun, const char *name);

/* The index of WORD in an enum's words (exact), or -1. */
int mb_word_index(const char *const *words, const char *word);

/* For the tables in model/. */
#define MB_TEXT(S, f)                                                                                                  \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_TEXT, .offset = offsetof(S, f)                                                    \
    }
#define MB_REF(S, f, t)                                                                                                \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_REF, .offset = offsetof(S, f), .target = &(t)                                     \
    }
#define MB_INT(S, f)                                                                                                   \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_INT, .offset = offsetof(S, f)                                                     \
    }
#define MB_BOOL(S, f)                                                                                                  \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_BOOL, .offset = offsetof(S, f)                                                    \
    }
#define MB_DAY(S, f)                                                                                                   \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_DAY, .offset = offsetof(S, f)                                                     \
    }
#define MB_TIME(S, f)                                                                                                  \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_TIME, .offset = offsetof(S, f)                                                    \
    }
#define MB_ENUM(S, f, w)                                                                                               \
    {                                                                                                                  \
        .name = #f, .kind = MB_FIELD_ENUM, .offset = offsetof(S, f), .words = (w)                                      \
    }
#define MB_END                                                                                                         \
    {                                                                                                                  \
        .name = NULL                                                                                                   \
    }

#endif

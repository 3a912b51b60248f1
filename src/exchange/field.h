/* SPDX-License-Identifier: MIT */
/* Typed access to the keys of a map that people wrote, each fault with its place, what was found and what was expected.
 * Used by the loading of documents (load_*.c) and of rule sets (rules.c). */
#ifndef MINUTEBOOK_EXCHANGE_FIELD_H
#define MINUTEBOOK_EXCHANGE_FIELD_H

#include "minutebook/base/day.h"
#include "minutebook/base/yaml.h"

/* A map that is being read. Both borrowed. */
typedef struct {
    MbFaults *faults;
    const MbValue *map;
} MbFields;

/* Begins reading VALUE, which is WHAT ("an agenda item"). FALSE where it is no map (a fault that gives EXAMPLE). Keys
 * that are none of KNOWN (NULL-ended) are faults. */
gboolean mb_fields_open(MbFields *fields, MbFaults *faults, const MbValue *value, const char *what, const char *example,
                        const char *const *known);
/* Whether KEY stands here with a value. */
gboolean mb_fields_has(const MbFields *fields, const char *key);
const MbValue *mb_fields_get(const MbFields *fields, const char *key);
/* As mb_fields_has; where it does not, a fault at the map: "an action needs text:". */
gboolean mb_fields_need(const MbFields *fields, const char *key, const char *what);

/* Each of these leaves its target as it is where KEY is absent or wrong (a fault), and makes it absent where KEY stands
 * without a value. */
void mb_fields_set(const MbFields *fields, const char *key, char **target); /* one line: line breaks become spaces */
void mb_fields_set_lines(const MbFields *fields, const char *key, char **target); /* as written */
void mb_fields_set_email(const MbFields *fields, const char *key, char **target);
void mb_fields_set_day(const MbFields *fields, const char *key, MbDay *target);
void mb_fields_set_time(const MbFields *fields, const char *key, MbTime *target);
void mb_fields_set_int(const MbFields *fields, const char *key, int *target); /* 0 or more */
void mb_fields_set_bool(const MbFields *fields, const char *key, gboolean *target);
/* The index in WORDS (NULL-ended; "" among them is absence). WHAT: "outcome". */
void mb_fields_set_word(const MbFields *fields, const char *key, const char *const *words, const char *what,
                        int *target);
void mb_fields_set_month(const MbFields *fields, const char *key, int *target); /* 1 to 12 */
void mb_fields_set_range(const MbFields *fields, const char *key, MbTime *start,
                         MbTime *end); /* "10:00-13:00", or a start alone */
void mb_fields_set_period(const MbFields *fields, const char *key, int *count,
                          int *kind); /* "5 clear days", with MbNoticeKind; weeks count as 7 days */
void mb_fields_set_fraction(const MbFields *fields, const char *key, int *over, int *under); /* "1/4" */

/* KEY's text in one line, newly allocated; NULL where absent or wrong (a fault). */
char *mb_fields_text(const MbFields *fields, const char *key);
/* The same, but of what is wrong nothing is told: for keys that are read again. */
char *mb_fields_peek(const MbFields *fields, const char *key);
/* VALUE's text in one line, newly allocated; NULL where it is none (a fault that gives EXAMPLE). */
char *mb_fields_line(MbFaults *faults, const MbValue *value, const char *example);
/* The list at KEY; NULL where absent or no list (a fault that gives EXAMPLE). Borrowed. */
const MbValue *mb_fields_list(const MbFields *fields, const char *key, const char *example);
/* The texts of a list at KEY, or the one text that stands there: a new array of borrowed text values. NULL where KEY is
 * absent. */
GPtrArray *mb_fields_texts(const MbFields *fields, const char *key, const char *example);

/* Faults where END is before START; the fault stands at KEY. */
void mb_fields_order_days(const MbFields *fields, const char *key, MbDay start, MbDay end);
void mb_fields_order_times(const MbFields *fields, const char *key, MbTime start, MbTime end);

/* A fault at VALUE: "FOUND is no WHAT: expected one of …", the nearest of WORDS (NULL-ended, "" left out) named. */
void mb_fields_no_word(MbFaults *faults, const MbValue *value, const char *what, const char *const *words);
/* A text fit for a message: one line of at most 60 columns. Newly allocated. */
char *mb_fields_shown(const char *text);

#endif

/* SPDX-License-Identifier: MIT */
/* Where a record belongs: found by climbing its references, each noun by the one that it hangs on. */
#include "book_private.h"

#include "minutebook/model/nouns.h"
#include "minutebook/store/record.h"

#include <string.h>

enum { HIGHEST_CLIMB = 6 };

/* The fields by which records hang on others, the nearest to a meeting first. */
static const char *const hooks[] = {
    "meeting", "raised_at", "item", "minute", "decision", "attendance", "election", "action", "entry", "paper", NULL,
};

/* A redate, a plan's line or a seat belongs to no meeting. An action is hooked only by where it was raised. */
static const MbField *hook_of(gconstpointer record, const char **id)
{
    const MbNoun *noun = ((const MbRecord *)record)->noun;

    for (int i = 0; hooks[i]; i++) {
        const MbField *field = mb_noun_field(noun, hooks[i]);

        if (!field || field->kind != MB_FIELD_REF)
            continue;
        *id = *(char *const *)((const char *)record + field->offset);
        if (*id)
            return field;
    }
    return NULL;
}

static char *climb(MbBook *book, gconstpointer record, int steps)
{
    const char *id = NULL;
    const MbField *field = hook_of(record, &id);
    char *meeting = NULL;
    gpointer above;

    if (!field || field->target == &MB_MEETING)
        return field ? g_strdup(id) : NULL;
    above = steps > 0 ? mb_store_get(book, field->target, id, NULL) : NULL;
    if (above)
        meeting = climb(book, above, steps - 1);
    mb_record_free(above);
    return meeting;
}

char *mb_place_meeting(MbBook *book, gconstpointer record)
{
    const MbRecord *head = record;

    return head->noun == &MB_MEETING ? g_strdup(head->id) : climb(book, record, HIGHEST_CLIMB);
}

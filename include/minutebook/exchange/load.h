/* SPDX-License-Identifier: MIT */
/* YAML that people edit → records. The format is docs/FILES.md. The store is not touched: DOSSIER holds the book as it
 * is, and what is loaded changes it and is listed in CHANGED. */
#ifndef MINUTEBOOK_EXCHANGE_LOAD_H
#define MINUTEBOOK_EXCHANGE_LOAD_H

#include "minutebook/base/yaml.h"
#include "minutebook/model/dossier.h"

typedef struct {
    MbDossier *dossier; /* the whole book, changed in place; of no use after faults */
    GPtrArray
        *changed; /* records new or changed (borrowed), in the order in which they were met; a record may come twice */
    GPtrArray *gone;     /* records that the file replaced by others (owners, leads, paragraphs of a text that is loaded
                            again): to be deleted. Stolen from the dossier; the array frees them */
    GPtrArray *findings; /* MbFinding: leads and owners not on the roll, meetings moved off bank holidays */
    MbFaults *faults;    /* what is wrong; nothing may be saved where there is any */
} MbLoad;

/* Loads the documents of several files in order: boards first, then plans, then meetings, whatever the order of files.
 * Each of NAMES names the bytes at the same index (both NULL-ended alike). */
void mb_load_files(MbLoad *load, const char *const *names, const char *const *bytes, const gsize *lengths, guint count);

#endif

/* SPDX-License-Identifier: MIT */
/* Files that travel inside the program: forms/, sample-data/ and src/store/migrations/, by their path in the source
 * tree. src/embed.py makes them. */
#ifndef MINUTEBOOK_BASE_EMBEDDED_H
#define MINUTEBOOK_BASE_EMBEDDED_H

#include <glib.h>

typedef struct {
    const char *path;  /* "forms/rules/partnership.yaml" */
    const char *bytes; /* ended by a NUL that LENGTH does not count */
    gsize length;
} MbEmbedded;

/* Sorted by path. */
extern const MbEmbedded mb_embedded[];
extern const gsize mb_embedded_count;

/* The file of that path, or NULL. */
const MbEmbedded *mb_embedded_find(const char *path);

#endif

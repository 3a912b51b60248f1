/* SPDX-License-Identifier: MIT */
/* The chain's digest of one deed: SHA-256 over the chain before it, then the deed's own fields and how many changes it
   has, then of each change noun, id, kind, the salted digest of the content after it (of a deletion: of nothing) and
   the meeting it belonged to; each as "LENGTH:BYTES,", and what is absent as "-,". Neither content nor salt is in it,
   so that both can be disposed of. */
#ifndef MINUTEBOOK_STORE_CHAIN_H
#define MINUTEBOOK_STORE_CHAIN_H

#include "minutebook/store/history.h"

typedef struct {
    GChecksum *sum;
} MbChain;

void mb_chain_start(MbChain *chain, const char *previous, const MbDeed *deed, int changes);
/* One change: its noun, record, kind, digest and meeting count (NULL: it belonged to none). */
void mb_chain_add(MbChain *chain, const MbChange *change);
char *mb_chain_end(MbChain *chain); /* hexadecimal, newly allocated */

#endif

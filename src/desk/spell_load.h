/* SPDX-License-Identifier: MIT */
/* The spelling module and its dictionary, found and opened. */
#ifndef MINUTEBOOK_DESK_SPELL_LOAD_H
#define MINUTEBOOK_DESK_SPELL_LOAD_H

#include "spell_module.h"

#include <glib.h>

typedef struct {
    const MbSpellModule *module;
    void *dictionary;
    char *why; /* where there is none: a sentence */
} MbSpellLoaded;

/* Never NULL. Safe in a thread of its own. */
MbSpellLoaded *mb_spell_load(const char *language, const char *folder);
void mb_spell_unload(MbSpellLoaded *loaded);

#endif

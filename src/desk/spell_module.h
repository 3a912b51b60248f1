/* SPDX-License-Identifier: MIT */
/* What the spelling module offers: a shared object of its own, so that a program that checks no spelling does not pay
   for the library. desk/spell.h loads it. */
#ifndef MINUTEBOOK_DESK_SPELL_MODULE_H
#define MINUTEBOOK_DESK_SPELL_MODULE_H

typedef struct {
    /* The dictionary in these two files; NULL where it cannot be read. */
    void *(*open)(const char *affixes, const char *words);
    void (*close)(void *dictionary);
    /* "UTF-8", "ISO8859-1" …: what words are to be in. Borrowed. */
    const char *(*encoding)(void *dictionary);
    int (*good)(void *dictionary, const char *word);
    /* The number of suggestions, set in *WORDS; freed by `done`. */
    int (*suggest)(void *dictionary, const char *word, char ***words);
    void (*done)(void *dictionary, char **words, int count);
} MbSpellModule;

/* The name under which a module has its MbSpellModule. */
#define MB_SPELL_SYMBOL "mb_spell_module"

#endif

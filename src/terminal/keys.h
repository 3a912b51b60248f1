/* SPDX-License-Identifier: MIT */
/* What the sequences of terminals mean: tables only. How they are cut out of the bytes: decode.c. Sources: the keys
   that xterm (ctlseqs), the VT220, the Linux console, rxvt, VTE, Windows Terminal, PuTTY and tmux send. */
#ifndef MINUTEBOOK_TERMINAL_KEYS_H
#define MINUTEBOOK_TERMINAL_KEYS_H

#include <glib.h>

/* A control sequence as it came: ESC [ PREFIX PARAMETERS FINAL, or the same after ESC O. */
typedef struct {
    char prefix; /* one of < = > ?, or 0 */
    char final;
    int count;         /* of parameters, at least 1 */
    int parameters[8]; /* -1 where left out */
    int sub[8];        /* the first one after a colon, -1 where there is none */
} MbSequence;

/* Reads the text between ESC [ and FINAL. FALSE where it is none that can be meant. */
gboolean mb_sequence_read(MbSequence *sequence, const char *text, gsize length, char final);
/* The key that a sequence after ESC [ means; MB_KEY_NONE where it is no key (a terminal's answer, or unknown). */
guint32 mb_keys_control(const MbSequence *sequence, unsigned *modifiers);
/* The same after ESC O. */
guint32 mb_keys_single(const MbSequence *sequence, unsigned *modifiers);
/* The key of a code point with MODIFIERS as screens know it: Ctrl and Alt with lower case letters, Enter for CR, …;
 * MB_KEY_NONE where none types it. */
guint32 mb_keys_code(guint32 code, unsigned *modifiers);
/* The key of one byte below 0x20, or 0x7F. */
guint32 mb_keys_byte(guint8 byte, unsigned *modifiers);

#endif

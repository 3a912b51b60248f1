/* SPDX-License-Identifier: MIT */
/* From the bytes that terminals send to strokes: UTF-8, control keys, the sequences of xterm, the Linux console, rxvt,
   GNOME Terminal, Windows Terminal and tmux (cursor and function keys with modifiers, also in the fixterms/CSI-u form),
   SGR mouse reports, bracketed paste. Bytes that make no sense are dropped, never obeyed. Knows no descriptor and no
   clock: whoever reads says when a lone Escape has waited long enough. */
#ifndef MINUTEBOOK_TERMINAL_DECODE_H
#define MINUTEBOOK_TERMINAL_DECODE_H

#include "minutebook/grid/stroke.h"

typedef struct MbDecoder MbDecoder;
typedef void (*MbStrokeTaker)(gpointer data, const MbStroke *stroke);

MbDecoder *mb_decoder_new(MbStrokeTaker taker, gpointer data);
void mb_decoder_free(MbDecoder *decoder);
/* Takes BYTES as they came, all that waited; gives every stroke that is whole. NOW is in milliseconds (for double
 * clicks). A mark that ends a paste counts only where BYTES hold no later one of the same paste: text that was pasted
 * may hold such a mark itself. */
void mb_decoder_feed(MbDecoder *decoder, const char *bytes, gsize length, gint64 now);
/* Whether something has begun that more bytes may finish (a lone Escape, half a sequence); not within a paste. */
gboolean mb_decoder_pending(const MbDecoder *decoder);
/* No more came in time: what has begun is what it is (Escape). */
void mb_decoder_timeout(MbDecoder *decoder);
/* Whether a paste has begun, not ended, and something of it has not been given. */
gboolean mb_decoder_pasting(const MbDecoder *decoder);
/* A paste has stood still for long, perhaps since its end was lost: it is given as far as it came, and from now on
 * Escape, Ctrl-C or Ctrl-Q, fed alone, ends it. */
void mb_decoder_pause(MbDecoder *decoder);
/* The input has ended: an unfinished paste is given as far as it came. */
void mb_decoder_finish(MbDecoder *decoder);

#endif

/* SPDX-License-Identifier: MIT */
#include "chain.h"

#include <string.h>

static void add_text(MbChain *chain, const char *text)
{
    char length[24];

    if (!text) {
        g_checksum_update(chain->sum, (const guchar *)"-,", -1);
        return;
    }
    g_snprintf(length, sizeof length, "%zu:", strlen(text));
    g_checksum_update(chain->sum, (const guchar *)length, -1);
    g_checksum_update(chain->sum, (const guchar *)text, (gssize)strlen(text));
    g_checksum_update(chain->sum, (const guchar *)",", 1);
}

static void add_number(MbChain *chain, gint64 number)
{
    char text[24];

    g_snprintf(text, sizeof text, "%" G_GINT64_FORMAT, number);
    add_text(chain, text);
}

void mb_chain_start(MbChain *chain, const char *previous, const MbDeed *deed, int changes)
{
    chain->sum = g_checksum_new(G_CHECKSUM_SHA256);
    add_text(chain, previous);
    add_number(chain, deed->seq);
    add_text(chain, deed->at);
    add_text(chain, deed->who);
    add_text(chain, deed->deed);
    add_text(chain, deed->summary);
    add_number(chain, changes);
}

void mb_chain_add(MbChain *chain, const MbChange *change)
{
    add_text(chain, change->noun);
    add_text(chain, change->record);
    add_text(chain, change->kind);
    add_text(chain, change->digest);
    add_text(chain, change->meeting);
}

char *mb_chain_end(MbChain *chain)
{
    char *digest = g_strdup(g_checksum_get_string(chain->sum));

    g_clear_pointer(&chain->sum, g_checksum_free);
    return digest;
}

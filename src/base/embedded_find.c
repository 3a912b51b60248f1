/* SPDX-License-Identifier: MIT */
/* Looks up a file that travels inside the program; the table itself is made by src/embed.py. */
#include "minutebook/base/embedded.h"

#include <string.h>

const MbEmbedded *mb_embedded_find(const char *path)
{
    if (path == NULL)
        return NULL;
    gsize low = 0;
    gsize high = mb_embedded_count;
    while (low < high) {
        gsize middle = low + (high - low) / 2;
        int order = strcmp(path, mb_embedded[middle].path);
        if (order == 0)
            return &mb_embedded[middle];
        if (order < 0)
            high = middle;
        else
            low = middle + 1;
    }
    return NULL;
}

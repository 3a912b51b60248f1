/* SPDX-License-Identifier: MIT */
#include "minutebook/base/id.h"

#include "minutebook/base/clock.h"

#include <string.h>
#include <sys/random.h>

enum { TIME_LETTERS = 7, CHANCE_LETTERS = 11 };

static const char letters[] = "0123456789abcdefghjkmnpqrstvwxyz";

char *mb_id_new(void)
{
    guint64 time = (guint64)mb_clock_now();
    guint64 chance = 0;
    char *id = g_malloc(TIME_LETTERS + CHANCE_LETTERS + 1);

    /* A short read cannot happen below 256 bytes once the kernel's pool is ready; GLib's generator stands in where the
     * call is missing. */
    if (getrandom(&chance, sizeof chance, 0) != (gssize)sizeof chance)
        chance = ((guint64)g_random_int() << 32) | g_random_int();
    for (int i = TIME_LETTERS - 1; i >= 0; i--, time >>= 5)
        id[i] = letters[time & 31];
    for (int i = 0; i < CHANCE_LETTERS; i++, chance >>= 5)
        id[TIME_LETTERS + i] = letters[chance & 31];
    id[TIME_LETTERS + CHANCE_LETTERS] = '\0';
    return id;
}

gboolean mb_id_is(const char *text)
{
    return strlen(text) == TIME_LETTERS + CHANCE_LETTERS && strspn(text, letters) == TIME_LETTERS + CHANCE_LETTERS;
}

/* SPDX-License-Identifier: MIT */
#include "drive.h"

#include <string.h>

/* An answer of the terminal's is no more than this long; the program's queue always has room for it. */
static void send_replies(Drive *drive)
{
    GByteArray *replies = drive->screen->replies;

    if (replies->len > 0 && drive->child.master >= 0)
        child_write(&drive->child, (const char *)replies->data, replies->len);
    drive->replied += replies->len;
    g_byte_array_set_size(replies, 0);
}

static void show(Drive *drive)
{
    screen_feed(drive->screen, (const char *)drive->raw->data + drive->shown, drive->raw->len - drive->shown);
    drive->shown = drive->raw->len;
    send_replies(drive);
}

gsize drive_step(Drive *drive, gint64 timeout, int other)
{
    char buffer[65536];
    const gsize got = child_read(&drive->child, buffer, sizeof buffer, timeout, other);

    if (got == 0)
        return 0;
    drive->last_output = child_now();
    if (drive->bytes == 0)
        drive->first_output = drive->last_output;
    drive->bytes += (gint64)got;
    g_byte_array_append(drive->raw, (const guint8 *)buffer, (guint)got);
    if (!drive->blind)
        show(drive);
    return got;
}

void drive_blind(Drive *drive, gboolean blind)
{
    drive->blind = blind;
    if (!blind)
        show(drive);
}

void drive_drain(Drive *drive)
{
    while (drive_step(drive, 0, -1) > 0)
        ;
}

gboolean drive_send(Drive *drive, const char *bytes, gsize length)
{
    gint64 patience = child_now() + 10 * G_USEC_PER_SEC;

    drive->child.asked = child_now();
    drive->child.asked_cpu = child_cpu(&drive->child);
    while (length > 0 && !drive->child.ended && child_now() < patience) {
        const gsize put = child_write(&drive->child, bytes, length);

        if (put > 0)
            patience = child_now() + 10 * G_USEC_PER_SEC;
        bytes += put;
        length -= put;
        if (length > 0)
            drive_step(drive, 1000, -1);
    }
    return length == 0;
}

gboolean drive_quiet(Drive *drive, gint64 gap, gint64 within)
{
    const gint64 end = child_now() + within;

    while (child_now() < end) {
        const gint64 since = child_now();

        while (drive_step(drive, MAX(since + gap - child_now(), 0), -1) == 0)
            if (child_now() >= since + gap)
                return TRUE;
    }
    return FALSE;
}

KeyCost drive_key(Drive *drive, const char *bytes, gsize length, gint64 pace, gint64 timeout)
{
    KeyCost cost = {-1, -1, 0};
    const gint64 start = child_now();

    if (child_write(&drive->child, bytes, length) != length)
        return cost;
    for (;;) {
        const gint64 left = start + (cost.last < 0 ? MAX(pace, timeout) : pace) - child_now();
        gsize got;

        if (left <= 0 || drive->child.ended)
            return cost;
        got = drive_step(drive, left, -1);
        if (got == 0)
            continue;
        cost.last = drive->last_output - start;
        cost.first = cost.first < 0 ? cost.last : cost.first;
        cost.bytes += (gint64)got;
    }
}

gint64 drive_flood(Drive *drive, const char *bytes, gsize length, gint64 gap, gint64 within)
{
    const gint64 start = child_now();
    gint64 taken = -1;

    while (child_now() < start + within && !drive->child.ended) {
        const gsize put = length > 0 && child_writable(&drive->child) ? child_write(&drive->child, bytes, length) : 0;
        gsize got;

        bytes += put;
        length -= put;
        if (length == 0 && taken < 0)
            taken = child_now() - start;
        got = drive_step(drive, put > 0 ? 0 : length > 0 ? 200 : gap, -1);
        if (got == 0 && length == 0 && put == 0 && child_now() - MAX(drive->last_output, start + taken) >= gap)
            break;
    }
    return taken;
}

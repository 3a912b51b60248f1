/* SPDX-License-Identifier: MIT */
/* A small board with one meeting, for the tests of compose/. */
#ifndef MINUTEBOOK_TESTS_SAMPLE_MEETING_H
#define MINUTEBOOK_TESTS_SAMPLE_MEETING_H

#include "minutebook/model/nouns.h"

#include <string.h>

static gpointer put(MbDossier *dossier, const MbNoun *noun, const char *id, const char *const *fields)
{
    MbRecord *record = mb_record_new(noun);

    g_free(record->id);
    record->id = g_strdup(id);
    for (guint i = 0; fields[i]; i += 2)
        g_assert_true(mb_field_set_text(mb_noun_field(noun, fields[i]), record, fields[i + 1]));
    return mb_dossier_add(dossier, record);
}

#define PUT(dossier, noun, id, ...) put((dossier), &(noun), (id), (const char *const[]){__VA_ARGS__, NULL})

static void put_people(MbDossier *d)
{
    PUT(d, MB_ORGANISATION, "council", "name", "Harbour Council");
    PUT(d, MB_POST, "director", "title", "Director", "organisation", "council");
    PUT(d, MB_PERSON, "ann", "name", "Ann Lee", "honorific", "Cllr", "email", "ann@example.org");
    PUT(d, MB_PERSON, "bo", "name", "Bo Adeyemi-Hart");
    PUT(d, MB_BOARD, "board", "name", "Harbour Trust Board", "short_name", "HTB", "organisation", "Harbour Trust",
        "marking", "OFFICIAL", "strapline", "Safe together", "numbering", "1");
    PUT(d, MB_GROUP, "members", "board", "board", "name", "Members", "position", "0");
    PUT(d, MB_SEAT, "seat-ann", "board", "board", "person", "ann", "seat_group", "members", "post", "director",
        "organisation", "council", "position", "0", "since", "2024-05-01");
    PUT(d, MB_OFFICE, "chair", "board", "board", "person", "ann", "office", "Chair", "since", "2024-05-01");
}

static void put_meeting(MbDossier *d)
{
    PUT(d, MB_MEETING, "meeting", "board", "board", "day", "2026-01-29", "starts", "10:00", "ends", "11:00", "closed",
        "10:52", "venue", "Learning Centre", "chair", "ann", "state", "written up", "public_present", "3");
    PUT(d, MB_MEETING, "before", "board", "board", "day", "2025-09-27", "state", "circulated");
    PUT(d, MB_MEETING, "next", "board", "board", "day", "2026-03-12", "starts", "10:00", "venue", "Quay House", "state",
        "planned");
    PUT(d, MB_ATTENDANCE, "at-ann", "meeting", "meeting", "person", "ann", "status", "present", "position", "0");
    PUT(d, MB_ATTENDANCE, "at-guest", "meeting", "meeting", "name", "Guest Person", "organisation", "County",
        "group_name", "Guests", "status", "in part", "mode", "remote", "arrived", "10:20", "position", "1");
    PUT(d, MB_ATTENDANCE, "at-bo", "meeting", "meeting", "person", "bo", "status", "represented", "represented_by_name",
        "Cy Deputy", "position", "2");
}

static void put_items(MbDossier *d)
{
    PUT(d, MB_ITEM, "i1", "meeting", "meeting", "number", "1", "title", "Apologies", "minutes", "5", "paper", "verbal",
        "position", "0", "source", "standing");
    PUT(d, MB_ITEM, "i11", "meeting", "meeting", "number", "1.1", "title", "Matters arising", "parent", "i1",
        "position", "0", "source", "matters arising");
    PUT(d, MB_ITEM, "i2", "meeting", "meeting", "number", "2", "title", "Sale of the quay", "minutes", "20", "position",
        "1", "source", "plan", "standing_text", "In private");
    PUT(d, MB_ITEM, "i3", "meeting", "meeting", "number", "3", "title", "Reports", "minutes", "15", "position", "2",
        "purpose", "decision");
    PUT(d, MB_ITEM, "i3a", "meeting", "meeting", "number", "3(a)", "title", "Performance", "parent", "i3", "lettered",
        "1", "position", "0");
    PUT(d, MB_PRESENTER, "p1", "item", "i3", "person", "ann", "position", "0");
    PUT(d, MB_PRESENTER, "p2", "item", "i3", "name", "CSP team", "position", "1");
    PUT(d, MB_PRESENTER, "p3", "item", "i2", "name", "A secret presenter");
    PUT(d, MB_RESTRICTION, "r2", "item", "i2", "paragraph", "3", "public_title", "A property matter");
    PUT(d, MB_MINUTE, "m0", "meeting", "meeting", "item", "i2", "text", "The quay will be sold to a secret buyer.",
        "position", "0");
    PUT(d, MB_MINUTE, "m1", "meeting", "meeting", "item", "i3", "text", "The report was **received**.", "number", "3.1",
        "position", "0");
    PUT(d, MB_MINUTE, "m2", "meeting", "meeting", "item", "i3", "text", "Points", "style", "heading", "position", "1");
    PUT(d, MB_MINUTE, "m3", "meeting", "meeting", "item", "i3", "text", "one", "style", "bullet", "level", "0",
        "position", "2");
    PUT(d, MB_MINUTE, "m4", "meeting", "meeting", "item", "i3", "text", "nested", "style", "bullet", "level", "1",
        "position", "3");
    PUT(d, MB_MINUTE, "m5", "meeting", "meeting", "item", "i3", "style", "table", "position", "4");
    PUT(d, MB_CELL, "c1", "minute", "m5", "row", "0", "col", "0", "header", "1", "text", "Month");
    PUT(d, MB_CELL, "c2", "minute", "m5", "row", "0", "col", "1", "header", "1", "text", "Count");
    PUT(d, MB_CELL, "c3", "minute", "m5", "row", "1", "col", "0", "text", "May");
    PUT(d, MB_CELL, "c4", "minute", "m5", "row", "1", "col", "1", "text", "4");
    PUT(d, MB_MINUTE, "m6", "meeting", "meeting", "item", "i3", "text", "the clerk's own note", "layer", "note",
        "position", "5");
    PUT(d, MB_MINUTE, "m7", "meeting", "meeting", "item", "i3", "text", "a step", "style", "numbered", "level", "0",
        "position", "6");
    PUT(d, MB_MINUTE, "m8", "meeting", "meeting", "item", "i3", "text", "another", "style", "numbered", "level", "0",
        "position", "7");
}

static void put_business(MbDossier *d)
{
    PUT(d, MB_DECISION, "d1", "board", "board", "meeting", "meeting", "item", "i3", "text", "to adopt the strategy",
        "outcome", "resolved", "mover", "ann", "seconder_name", "Guest Person", "votes_for", "7", "votes_against", "2");
    PUT(d, MB_VOTE, "v1", "decision", "d1", "person", "bo", "vote", "against");
    PUT(d, MB_ACTION, "a1", "board", "board", "ref", "96", "text", "Circulate the slides", "status", "open", "due",
        "2026-02-09", "raised_at", "meeting", "item", "i3", "raised_on", "2026-01-29");
    PUT(d, MB_OWNER, "o1", "action", "a1", "person", "ann", "position", "0");
    PUT(d, MB_OWNER, "o2", "action", "a1", "name", "All partners", "position", "1");
    PUT(d, MB_CHASER, "ch1", "action", "a1", "step", "reminder", "on", "2026-02-10");
    PUT(d, MB_ACTION, "a2", "board", "board", "ref", "84", "text", "Ask the Council", "status", "closed", "raised_on",
        "2025-09-27", "item_words", "5.1");
    PUT(d, MB_UPDATE, "u1", "action", "a2", "meeting", "meeting", "item", "i11", "text", "Done in December", "outcome",
        "closed");
    PUT(d, MB_ACTION, "a3", "board", "board", "ref", "97", "text", "Pay the secret buyer's surveyor", "status", "open",
        "raised_at", "meeting", "item", "i2");
    PUT(d, MB_DECLARATION, "de1", "meeting", "meeting", "item", "i3", "person", "bo", "kind", "pecuniary", "effect",
        "left", "left", "10:31", "back", "10:44");
    PUT(d, MB_CORRECTION, "co1", "meeting", "before", "at", "meeting", "at_item", "i1", "page", "3", "item", "4.2",
        "old_text", "twelve", "new_text", "twenty");
    PUT(d, MB_ENTRY, "e1", "board", "board", "meeting", "next", "title", "Hate crime", "minutes", "15", "status",
        "item received", "position", "0", "section", "business");
    PUT(d, MB_ENTRY_LEAD, "el1", "entry", "e1", "person", "ann");
    PUT(d, MB_MOVE, "mo1", "entry", "e1", "from_meeting", "meeting", "to_meeting", "next", "why", "data not ready",
        "on", "2026-01-20");
    PUT(d, MB_ENTRY, "e2", "board", "board", "meeting_words", "TBC", "title", "A secret plan", "restricted", "1",
        "paragraph", "3", "position", "1", "section", "business");
}

static MbDossier *sample_meeting(void)
{
    MbDossier *dossier = mb_dossier_new();

    put_people(dossier);
    put_meeting(dossier);
    put_items(dossier);
    put_business(dossier);
    return dossier;
}

#endif

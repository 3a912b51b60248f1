/* SPDX-License-Identifier: MIT */
/* An invented board for tests of the reader: fourteen people, some with the same initials, surname or first name, a
   meeting on Thursday 16 April 2026 with its register and agenda, actions, and meetings before and after. Ids are plain
   words, so that a reading's line (mb_reading_text) can be written into a test. */
#ifndef MINUTEBOOK_TESTS_READER_CASE_H
#define MINUTEBOOK_TESTS_READER_CASE_H

#include "minutebook/model/nouns.h"
#include "minutebook/recognise/reader.h"

#include <string.h>

typedef struct {
    MbDossier *dossier;
    MbReader *reader;
} ReaderCase;

/* What a line must be read as: readings as mb_reading_text writes them, one a line; "" for none. In TEXT a line break
 * begins another line and " || " what stands in the right-hand column. */
typedef struct {
    const char *text;
    const char *expected;
} ReaderRow;

static gpointer case_add(MbDossier *dossier, const MbNoun *noun, const char *id)
{
    MbRecord *record = mb_record_new(noun);

    g_free(record->id);
    record->id = g_strdup(id);
    return mb_dossier_add(dossier, record);
}

/* A person; on the board's roll where INITIALS is not NULL ("" for none given), and on this meeting's register where
 * STATUS is not MB_ATTENDANCE_UNKNOWN. */
static void case_person(MbDossier *dossier, const char *id, const char *honorific, const char *name,
                        const char *initials, int status)
{
    MbPerson *person = case_add(dossier, &MB_PERSON, id);

    mb_set(&person->honorific, honorific);
    mb_set(&person->name, name);
    person->contact = initials == NULL;
    if (initials) {
        g_autofree char *seat_id = g_strconcat("seat-", id, NULL);
        MbSeat *seat = case_add(dossier, &MB_SEAT, seat_id);
        mb_set(&seat->board, "wexmoor");
        mb_set(&seat->person, id);
        mb_set(&seat->initials, initials);
    }
    if (status != MB_ATTENDANCE_UNKNOWN) {
        MbAttendance *attendance = mb_dossier_new_record(dossier, &MB_ATTENDANCE);
        mb_set(&attendance->meeting, "m-april");
        mb_set(&attendance->person, id);
        attendance->status = status;
    }
}

static void case_post(MbDossier *dossier, const char *person, const char *post, const char *title,
                      const char *organisation)
{
    g_autofree char *seat_id = g_strconcat("seat-", person, NULL);
    MbPost *record = case_add(dossier, &MB_POST, post);
    MbTenure *tenure = mb_dossier_new_record(dossier, &MB_TENURE);
    MbSeat *seat = mb_dossier_find(dossier, &MB_SEAT, seat_id);

    mb_set(&record->title, title);
    mb_set(&record->organisation, organisation);
    mb_set(&tenure->person, person);
    mb_set(&tenure->post, post);
    mb_set(&seat->post, post);
    mb_set(&seat->organisation, organisation);
}

static void case_organisation(MbDossier *dossier, const char *id, const char *name, const char *short_name)
{
    MbOrganisation *organisation = case_add(dossier, &MB_ORGANISATION, id);

    mb_set(&organisation->name, name);
    mb_set(&organisation->short_name, short_name);
}

static void case_office(MbDossier *dossier, const char *person, const char *title)
{
    MbOffice *office = mb_dossier_new_record(dossier, &MB_OFFICE);

    mb_set(&office->board, "wexmoor");
    mb_set(&office->person, person);
    mb_set(&office->office, title);
}

static void case_alias(MbDossier *dossier, const char *person, const char *name)
{
    MbAlias *alias = mb_dossier_new_record(dossier, &MB_ALIAS);

    mb_set(&alias->person, person);
    mb_set(&alias->name, name);
}

static MbMeeting *case_meeting(MbDossier *dossier, const char *id, const char *day, int state)
{
    MbMeeting *meeting = case_add(dossier, &MB_MEETING, id);

    mb_set(&meeting->board, "wexmoor");
    meeting->day = mb_day_parse_iso(day);
    meeting->starts = 14 * 60;
    meeting->ends = 16 * 60;
    meeting->state = state;
    return meeting;
}

static MbItem *case_item(MbDossier *dossier, const char *id, const char *parent, const char *number, const char *title)
{
    MbItem *item = case_add(dossier, &MB_ITEM, id);

    mb_set(&item->meeting, "m-april");
    mb_set(&item->parent, parent);
    mb_set(&item->number, number);
    mb_set(&item->title, title);
    item->position = (int)mb_dossier_all(dossier, &MB_ITEM)->len;
    return item;
}

static void case_action(MbDossier *dossier, const char *id, const char *ref, int status, const char *text)
{
    MbAction *action = case_add(dossier, &MB_ACTION, id);

    mb_set(&action->board, "wexmoor");
    mb_set(&action->ref, ref);
    mb_set(&action->text, text);
    mb_set(&action->raised_at, "m-february");
    action->status = status;
    action->raised_on = mb_day_parse_iso("2026-02-26");
}

/* JR may be Redfern (JRe) or Rudd (JRu); MT Thorne or Tate; Adeyemi and Peter are two each, but only one Peter is here;
 * Moss sent apologies; Osgood stands in for Brackley; Karim is a contact. */
static void case_people(MbDossier *dossier)
{
    case_person(dossier, "calloway", NULL, "Harriet Calloway", "HC", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "fisk", NULL, "Leonard Fisk", "LF", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "redfern", "Cllr", "Jonas Redfern", "JRe", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "rudd", NULL, "Joyce Rudd", "JRu", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "thorne", NULL, "Martin Thorne", "MT", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "tate", NULL, "Maureen Tate", "MT", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "tunde", "Cllr", "Tunde Adeyemi", "", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "grace", "Dr", "Grace Adeyemi", "", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "lomax", NULL, "Peter Lomax", "PL", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "whitcombe", NULL, "Peter Whitcombe", "PW", MB_ATTENDANCE_ABSENT);
    case_person(dossier, "darcy", "Mrs", "Angela D'Arcy", "AD", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "pugh", "Cllr", "Siân Pugh-Davies", "SPD", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "brackley", "Supt", "Owen Brackley", "OB", MB_ATTENDANCE_REPRESENTED);
    case_person(dossier, "iqbal", NULL, "Mohammed Iqbal", "MI", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "nair", NULL, "Priya Nair", "PN", MB_ATTENDANCE_PRESENT);
    case_person(dossier, "moss", "Cllr", "Declan Moss", "DM", MB_ATTENDANCE_APOLOGIES);
    case_person(dossier, "osgood", "Insp", "Ruth Osgood", NULL, MB_ATTENDANCE_PRESENT);
    case_person(dossier, "karim", NULL, "Yusuf Karim", NULL, MB_ATTENDANCE_UNKNOWN);
}

static void case_board(MbDossier *dossier)
{
    MbBoard *board = case_add(dossier, &MB_BOARD, "wexmoor");
    MbDeputy *deputy = mb_dossier_new_record(dossier, &MB_DEPUTY);

    mb_set(&board->name, "Wexmoor Partnership Board");
    mb_set(&board->short_name, "WPB");
    case_people(dossier);
    mb_set(&deputy->seat, "seat-brackley");
    mb_set(&deputy->person, "osgood");
    case_organisation(dossier, "wdc", "Wexmoor District Council", "WDC");
    case_organisation(dossier, "police", "Wex Valley Police", "WVP");
    case_organisation(dossier, "probation", "Probation Service", NULL);
    case_post(dossier, "thorne", "post-housing", "Head of Housing", "wdc");
    case_post(dossier, "tate", "post-probation", "Area Manager", "probation");
    case_post(dossier, "brackley", "post-police", "District Commander", "police");
    case_office(dossier, "calloway", "Chair");
    case_office(dossier, "fisk", "Vice-chair");
    case_office(dossier, "nair", "Treasurer");
    case_alias(dossier, "iqbal", "Mo Iqbal");
    case_alias(dossier, "pugh", "Sian Davies");
}

static void case_meetings(MbDossier *dossier)
{
    case_meeting(dossier, "m-january", "2026-01-15", MB_STATE_SIGNED);
    case_meeting(dossier, "m-february", "2026-02-26", MB_STATE_CIRCULATED);
    MbMeeting *now = case_meeting(dossier, "m-april", "2026-04-16", MB_STATE_LIVE);
    mb_set(&now->chair, "calloway");
    case_meeting(dossier, "m-june", "2026-06-18", MB_STATE_PLANNED);
    case_meeting(dossier, "m-september", "2026-09-17", MB_STATE_PLANNED);
    case_meeting(dossier, "m-november", "2026-11-19", MB_STATE_PLANNED);
}

static void case_agenda(MbDossier *dossier)
{
    case_item(dossier, "item1", NULL, "1", "Welcome and apologies");
    case_item(dossier, "item2", NULL, "2", "Declarations of interest");
    mb_set(&case_item(dossier, "item3", NULL, "3", "Minutes of the last meeting")->approves, "m-february");
    case_item(dossier, "item4", NULL, "4", "Action log");
    case_item(dossier, "item5", NULL, "5", "Community grants");
    case_item(dossier, "item5.1", "item5", "5.1", "Applications received");
    case_item(dossier, "item6", NULL, "6", "Youth centre lease");
    case_item(dossier, "item7", NULL, "7", "Budget 2026/27");
    case_item(dossier, "item8", NULL, "8", "Any other business");
}

G_GNUC_UNUSED static ReaderCase *reader_case_new(void)
{
    ReaderCase *self = g_new0(ReaderCase, 1);

    self->dossier = mb_dossier_new();
    case_board(self->dossier);
    case_meetings(self->dossier);
    case_agenda(self->dossier);
    case_action(self->dossier, "a84", "84", MB_ACTION_OPEN, "Repair the bridge lights");
    case_action(self->dossier, "a91", "91", MB_ACTION_OPEN, "Circulate the leaflet");
    case_action(self->dossier, "a96", "96", MB_ACTION_REPORTED, "Chase the landlord");
    case_action(self->dossier, "a99", "99", MB_ACTION_CLOSED, "Book the hall");
    case_action(self->dossier, "aA12", "A12", MB_ACTION_OPEN, "Order the signs");
    self->reader = mb_reader_new(self->dossier, "wexmoor", mb_dossier_find(self->dossier, &MB_MEETING, "m-april"));
    return self;
}

G_GNUC_UNUSED static void reader_case_free(ReaderCase *self)
{
    mb_reader_free(self->reader);
    mb_dossier_free(self->dossier);
    g_free(self);
}

/* TEXT as lines under ITEM (or NULL): its readings of KINDS (a bit each), one a line. */
G_GNUC_UNUSED static char *reader_case_kinds(ReaderCase *self, const char *text, const char *item, guint kinds)
{
    g_auto(GStrv) texts = g_strsplit(text, "\n", -1);
    guint count = g_strv_length(texts);
    g_autofree MbReadLine *lines = g_new0(MbReadLine, count + 1);
    GString *out = g_string_new(NULL);

    for (guint i = 0; i < count; i++) {
        char *right = strstr(texts[i], " || ");
        if (right) {
            *right = '\0';
            lines[i].right = right + 4;
        }
        lines[i].text = texts[i];
        lines[i].table = strchr(texts[i], '\t') != NULL;
    }
    g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, lines, (int)count, item);
    for (guint i = 0; i < readings->len; i++) {
        g_autofree char *one = mb_reading_text(readings->pdata[i]);
        if (kinds & 1u << ((const MbReading *)readings->pdata[i])->kind)
            g_string_append_printf(out, "%s%s", out->len ? "\n" : "", one);
    }
    return g_string_free(out, FALSE);
}

G_GNUC_UNUSED static char *reader_case_read(ReaderCase *self, const char *text, const char *item)
{
    return reader_case_kinds(self, text, item, ~0u);
}

/* Reads each row and reports every one that differs, with both sides, before the test fails. */
G_GNUC_UNUSED static void reader_case_rows_of(guint kinds, const ReaderRow *rows, gsize count)
{
    ReaderCase *self = reader_case_new();
    guint wrong = 0;

    for (gsize i = 0; i < count; i++) {
        g_autofree char *got = reader_case_kinds(self, rows[i].text, NULL, kinds);
        if (strcmp(got, rows[i].expected) == 0)
            continue;
        g_printerr("# %s\n#   expected: %s\n#   got:      %s\n", rows[i].text, rows[i].expected, got);
        wrong++;
    }
    reader_case_free(self);
    g_assert_cmpuint(wrong, ==, 0);
}

G_GNUC_UNUSED static void reader_case_rows(const ReaderRow *rows, gsize count)
{
    reader_case_rows_of(~0u, rows, count);
}

#endif

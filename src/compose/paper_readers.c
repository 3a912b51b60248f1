/* SPDX-License-Identifier: MIT */
/* The lists of a dump that are for readers. */
#include "minutebook/compose/paper.h"

#include "minutebook/model/name.h"

static MbValue *person_value(const MbDossier *dossier, const MbPerson *person)
{
    g_autoptr(GPtrArray) aliases = mb_dossier_of(dossier, &MB_ALIAS, "person", person->id);
    g_autofree char *name = mb_person_print(person);
    MbValue *value = mb_value_new_map();
    MbValue *names = mb_value_new_list();

    for (guint i = 0; i < aliases->len; i++)
        mb_value_add(names, mb_value_new_text(((MbAlias *)aliases->pdata[i])->name));
    mb_value_set_text(value, "name", name);
    mb_value_set_text(value, "email", person->email);
    mb_value_set(value, "aliases", names);
    return value;
}

static MbValue *people_value(const MbDossier *dossier)
{
    GPtrArray *people = mb_dossier_all(dossier, &MB_PERSON);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < people->len; i++)
        mb_value_add(list, person_value(dossier, people->pdata[i]));
    return list;
}

static MbValue *board_value(const MbDossier *dossier, const MbBoard *board, MbDay today)
{
    g_autoptr(GPtrArray) seats = mb_dossier_of(dossier, &MB_SEAT, "board", board->id);
    MbValue *roll = mb_value_new_list();
    MbValue *value;
    int sitting = 0;

    for (guint i = 0; i < seats->len; i++) {
        const MbSeat *seat = seats->pdata[i];

        if (mb_seat_on(dossier, board->id, seat->person, today) == seat)
            sitting++;
        mb_value_add(roll, mb_paper_seat(dossier, seat, today));
    }
    value = mb_paper_board(dossier, board, sitting);
    mb_value_set(value, "roll", roll);
    return value;
}

static MbValue *boards_value(const MbDossier *dossier, MbDay today)
{
    GPtrArray *boards = mb_dossier_all(dossier, &MB_BOARD);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < boards->len; i++)
        mb_value_add(list, board_value(dossier, boards->pdata[i], today));
    return list;
}

static MbValue *meetings_value(const MbDossier *dossier)
{
    GPtrArray *meetings = mb_dossier_all(dossier, &MB_MEETING);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < meetings->len; i++) {
        const MbMeeting *meeting = meetings->pdata[i];

        mb_value_add(list, mb_paper_value(dossier, meeting, meeting->state < MB_STATE_LIVE ? "agenda" : "minutes"));
    }
    return list;
}

static MbValue *plans_value(const MbDossier *dossier)
{
    GPtrArray *entries = mb_dossier_all(dossier, &MB_ENTRY);
    MbValue *list = mb_value_new_list();

    for (guint i = 0; i < entries->len; i++)
        if (!((MbEntry *)entries->pdata[i])->parent)
            mb_value_add(list, mb_paper_entry(dossier, entries->pdata[i]));
    return list;
}

MbValue *mb_paper_readers(const MbDossier *dossier, MbDay today)
{
    MbValue *value = mb_value_new_map();

    mb_value_set(value, "people", people_value(dossier));
    mb_value_set(value, "boards", boards_value(dossier, today));
    mb_value_set(value, "meetings", meetings_value(dossier));
    mb_value_set(value, "plans", plans_value(dossier));
    return value;
}

/* SPDX-License-Identifier: MIT */
#include "minutebook/model/person.h"

static const MbField organisation_fields[] = {
    MB_TEXT(MbOrganisation, name),
    MB_TEXT(MbOrganisation, short_name),
    MB_END,
};
const MbNoun MB_ORGANISATION = {.name = "organisation", .size = sizeof(MbOrganisation), .fields = organisation_fields};

static const MbField post_fields[] = {
    MB_TEXT(MbPost, title),
    MB_REF(MbPost, organisation, MB_ORGANISATION),
    MB_END,
};
const MbNoun MB_POST = {.name = "post", .size = sizeof(MbPost), .fields = post_fields};

static const MbField person_fields[] = {
    MB_TEXT(MbPerson, honorific), MB_TEXT(MbPerson, name),      MB_TEXT(MbPerson, initials),
    MB_TEXT(MbPerson, email),     MB_TEXT(MbPerson, assistant), MB_DAY(MbPerson, away_until),
    MB_BOOL(MbPerson, contact),   MB_TEXT(MbPerson, note),      MB_END,
};
const MbNoun MB_PERSON = {.name = "person", .size = sizeof(MbPerson), .fields = person_fields};

static const MbField alias_fields[] = {
    MB_REF(MbAlias, person, MB_PERSON),
    MB_TEXT(MbAlias, name),
    MB_END,
};
const MbNoun MB_ALIAS = {.name = "alias", .size = sizeof(MbAlias), .fields = alias_fields};

static const MbField tenure_fields[] = {
    MB_REF(MbTenure, person, MB_PERSON),
    MB_REF(MbTenure, post, MB_POST),
    MB_DAY(MbTenure, since),
    MB_DAY(MbTenure, until),
    MB_END,
};
const MbNoun MB_TENURE = {.name = "tenure", .size = sizeof(MbTenure), .fields = tenure_fields};

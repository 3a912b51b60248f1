/* SPDX-License-Identifier: MIT */
/* Records → the tree of a document (doc/doc.h), one kind a file. What the audience may not see has been cut from the
 * records before (clerk/cut.h). */
#ifndef MINUTEBOOK_COMPOSE_DOCUMENT_H
#define MINUTEBOOK_COMPOSE_DOCUMENT_H

#include "minutebook/base/value.h"
#include "minutebook/doc/doc.h"
#include "minutebook/model/dossier.h"
#include "minutebook/model/meeting.h"
#include "minutebook/model/rules.h"

typedef enum {
    MB_DOCUMENT_AGENDA,
    MB_DOCUMENT_MINUTES,
    MB_DOCUMENT_ACTIONS,
    MB_DOCUMENT_ATTENDANCE,
    MB_DOCUMENT_PLAN,
    MB_DOCUMENT_DECISIONS,
} MbDocumentKind;
extern const char *const mb_document_words[]; /* "agenda", "minutes", "actions", "attendance", "plan", "decisions" */

typedef struct {
    const MbDossier *dossier; /* cut for the audience */
    const MbRules *rules;     /* may be NULL */
    const MbMeeting *meeting; /* in DOSSIER */
    MbDay today;
    gboolean public_copy;
} MbComposition;

/* The document's tree. Never NULL. */
MbDoc *mb_compose_document(const MbComposition *composition, MbDocumentKind kind);
/* The document as rows for CSV: a list of maps with the same keys; NULL for agenda and minutes, which are no tables. */
MbValue *mb_compose_rows(const MbComposition *composition, MbDocumentKind kind);
/* The keys of those rows in order, a NULL-ended array, so that no rows still have their headings; NULL for agenda and
 * minutes. */
const char *const *mb_compose_columns(MbDocumentKind kind);
/* The document as JSON has it: a PAPER for agenda and minutes, lists for the others. */
MbValue *mb_compose_value(const MbComposition *composition, MbDocumentKind kind);

#endif

/* SPDX-License-Identifier: MIT */
#include "decisions.h"

#include "deed.h"
#include "find.h"
#include "recorded.h"
#include "remark.h"
#include "which.h"

#include "minutebook/base/text.h"
#include "minutebook/model/name.h"

static char *label_of(MbDesk *desk, gconstpointer record)
{
    const MbDecision *decision = record;

    (void)desk;
    return g_strdup(decision->text ? decision->text : "");
}

MbDecision *mb_decision_meant(MbDesk *desk, const MbItem *item, const char *words, const char *by, GError **error)
{
    g_autoptr(GPtrArray) decisions = mb_dossier_of(mb_desk_dossier(desk), &MB_DECISION, "item", item->id);
    g_autofree char *name = mb_deed_item_name(item);
    g_autofree char *place = g_strconcat("item ", name, NULL);
    const MbWhich which = {
        .one = "decision", .none = "`decision add` records one first", .place = place, .by = by, .label = label_of};

    return mb_which(desk, decisions, &which, words, error);
}

/* Who moved or seconded: a person of the book, or the words. */
typedef struct {
    const char *role; /* "mover" */
    const char *words;
    MbPerson *person;
} Speaker;

/* A mover who is nobody in the book, or of whom the register does not say that he or she was there. */
static void remark_speaker(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, const Speaker *speaker,
                           MbAnswer *answer)
{
    gboolean mover = g_str_equal(speaker->role, "mover");
    g_autofree char *role = g_strdup_printf("the %s", speaker->role);
    g_autofree char *name = mb_remark_name(speaker->person, speaker->words);
    g_autofree char *absence = mb_recorded_absence(desk, meeting, speaker->person, speaker->words);

    if (!speaker->person && !mb_recorded_line(mb_desk_dossier(desk), meeting, NULL, speaker->words) &&
        !mb_recorded_represented(mb_desk_dossier(desk), meeting, NULL, speaker->words))
        mb_remark_nobody(desk, answer, mover ? "mover-not-on-roll" : "seconder-not-on-roll",
                         mb_recorded_place(desk, meeting, item), role, speaker->words);
    else if (absence)
        mb_remark(answer, mover ? "mover-not-present" : "seconder-not-present", mb_recorded_place(desk, meeting, item),
                  g_strdup_printf("%s, %s, %s.", name, role, absence), g_strdup("Correct the name or the register."));
}

/* Finds whom SPEAKER names, and sets ID or NAME to it. */
static gboolean set_speaker(MbDesk *desk, const MbMeeting *meeting, const MbItem *item, Speaker *speaker,
                            gboolean may_clear, char **id, char **name, MbAnswer *answer, GError **error)
{
    gboolean blank = mb_deed_blank(speaker->words);

    if (!speaker->words)
        return TRUE;
    if (blank && !may_clear)
        return mb_deed_refuse(error, "--%s: the %s needs a name.", speaker->role, speaker->role);
    if (!blank &&
        !mb_find_person_or_words(desk, mb_find_board_of(desk, meeting), speaker->words, &speaker->person, error))
        return FALSE;
    if (!blank)
        remark_speaker(desk, meeting, item, speaker, answer);
    mb_set(id, speaker->person ? speaker->person->id : NULL);
    mb_set(name, speaker->person || blank ? NULL : speaker->words);
    return TRUE;
}

static gboolean seconds_own(const MbDecision *decision)
{
    if (decision->mover || decision->seconder)
        return g_strcmp0(decision->mover, decision->seconder) == 0;
    return decision->mover_name && decision->seconder_name &&
           mb_text_same(decision->mover_name, decision->seconder_name);
}

gboolean mb_decision_set_speakers(MbDesk *desk, const MbArguments *arguments, const MbMeeting *meeting,
                                  const MbItem *item, MbDecision *decision, gboolean may_clear, MbAnswer *answer,
                                  GError **error)
{
    Speaker mover = {.role = "mover", .words = mb_argument(arguments, "--mover")};
    Speaker seconder = {.role = "seconder", .words = mb_argument(arguments, "--seconder")};
    g_autofree char *name = NULL;

    if (!set_speaker(desk, meeting, item, &mover, may_clear, &decision->mover, &decision->mover_name, answer, error) ||
        !set_speaker(desk, meeting, item, &seconder, may_clear, &decision->seconder, &decision->seconder_name, answer,
                     error))
        return FALSE;
    if ((!mover.words && !seconder.words) || !seconds_own(decision))
        return TRUE;
    name = mb_decision_mover(desk, decision);
    return mb_deed_refuse(error, "--%s: %s cannot second what %s moved.", seconder.words ? "seconder" : "mover", name,
                          name);
}

/* A count as typed; nothing at all takes it away. */
static gboolean set_count(const MbArguments *arguments, const char *option, int *count, GError **error)
{
    const char *words = mb_argument(arguments, option);

    if (words && !*words)
        *count = MB_NO_INT;
    return !words || !*words || mb_find_number(words, option, count, error);
}

gboolean mb_decision_set_counts(const MbArguments *arguments, MbDecision *decision, GError **error)
{
    return set_count(arguments, "--for", &decision->votes_for, error) &&
           set_count(arguments, "--against", &decision->votes_against, error) &&
           set_count(arguments, "--abstained", &decision->votes_abstained, error);
}

static gboolean agrees(const MbDecision *decision)
{
    return decision->outcome == MB_OUTCOME_AGREED || decision->outcome == MB_OUTCOME_APPROVED;
}

gboolean mb_decision_approve(MbDesk *desk, const MbItem *item, const MbDecision *decision, MbMeeting **approved,
                             GError **error)
{
    MbMeeting *earlier = mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, item->approves);

    *approved = NULL;
    if (!earlier || !agrees(decision) || earlier->state >= MB_STATE_APPROVED)
        return TRUE;
    earlier->state = MB_STATE_APPROVED;
    *approved = earlier;
    return mb_deed_save(desk, earlier, error);
}

const MbMeeting *mb_decision_has_approved(MbDesk *desk, const MbItem *item, const MbDecision *decision)
{
    const MbMeeting *earlier = mb_dossier_find(mb_desk_dossier(desk), &MB_MEETING, item->approves);

    return earlier && agrees(decision) && earlier->state >= MB_STATE_APPROVED ? earlier : NULL;
}

char *mb_decision_mover(MbDesk *desk, const MbDecision *decision)
{
    return mb_remark_name(mb_dossier_find(mb_desk_dossier(desk), &MB_PERSON, decision->mover), decision->mover_name);
}

char *mb_decision_seconder(MbDesk *desk, const MbDecision *decision)
{
    return mb_remark_name(mb_dossier_find(mb_desk_dossier(desk), &MB_PERSON, decision->seconder),
                          decision->seconder_name);
}

char *mb_decision_votes(MbDesk *desk, const MbDecision *decision)
{
    static const int kinds[] = {MB_VOTE_FOR, MB_VOTE_AGAINST, MB_VOTE_ABSTAINED};
    const MbDossier *dossier = mb_desk_dossier(desk);
    g_autoptr(GPtrArray) votes = mb_dossier_of(dossier, &MB_VOTE, "decision", decision->id);
    GString *out = g_string_new(NULL);

    for (gsize kind = 0; kind < G_N_ELEMENTS(kinds); kind++) {
        g_autoptr(GString) names = g_string_new(NULL);
        int count = 0;

        for (guint i = 0; i < votes->len; i++) {
            const MbVote *vote = votes->pdata[i];
            g_autofree char *name = vote->vote == kinds[kind]
                                        ? mb_remark_name(mb_dossier_find(dossier, &MB_PERSON, vote->person), vote->name)
                                        : NULL;

            if (name)
                g_string_append_printf(names, "%s%s", count++ ? ", " : "", name);
        }
        g_string_append_printf(out, "%s%d %s%s%s%s", kind ? ", " : "", count, mb_vote_words[kinds[kind]],
                               count ? " (" : "", names->str, count ? ")" : "");
    }
    return g_string_free(out, FALSE);
}

/* SPDX-License-Identifier: MIT */
/* What helps the hand that writes at the live meeting: stock sentences and spelling. */
#include "live.h"

#include "phrases.h"
#include "spelling.h"

static MbPhrasePlace place_of(Live *live)
{
    return (MbPhrasePlace){.view = live->view,
                           .passage = live->writing ? mb_writing_passage(live->writing) : NULL,
                           .dossier = live->dossier,
                           .meeting = live->meeting,
                           .board = live->board,
                           .item = mb_live_item(live)};
}

gboolean mb_live_expand(Live *live)
{
    const MbPhrasePlace place = place_of(live);

    return place.passage && mb_phrases_expand(&place);
}

void mb_live_sentences(MbView *view)
{
    const MbPhrasePlace place = place_of(view->data);

    mb_phrases_choose(&place);
}

void mb_live_suggest(MbView *view)
{
    Live *live = view->data;

    mb_spelling_suggest(view, live->writing ? mb_writing_passage(live->writing) : NULL);
}

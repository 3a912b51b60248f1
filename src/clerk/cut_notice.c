/* SPDX-License-Identifier: MIT */
/* The notice that stands in place of what is withheld. */
#include "cut_private.h"

MbMinute *mb_cut_notice_new(const char *meeting, const char *item, int position, char *words)
{
    MbMinute *notice = mb_record_new(&MB_MINUTE);

    g_free(notice->id);
    notice->id = g_strdup_printf("withheld-%s-%d", item ? item : meeting, position);
    mb_set(&notice->meeting, meeting);
    mb_set(&notice->item, item);
    notice->position = position;
    notice->level = 0;
    mb_set_take(&notice->text, words);
    return notice;
}

void mb_cut_add_notice(MbJudge *judge, MbDossier *cut, const MbItem *item, const MbGround *ground)
{
    mb_dossier_add(cut, mb_cut_notice_new(item->meeting, item->id, 0,
                                          mb_ground_notice(ground, judge->rules ? judge->rules->withheld : NULL)));
}

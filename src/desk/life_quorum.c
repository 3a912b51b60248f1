/* SPDX-License-Identifier: MIT */
/* The quorum lost and regained, recorded as it happens. */
#include "deed.h"
#include "find.h"
#include "life.h"

#include "minutebook/base/clock.h"
#include "minutebook/clerk/pace.h"
#include "minutebook/clerk/quorum.h"

/* What is asked, of one meeting. */
typedef struct {
    MbDesk *desk;
    const MbDossier *dossier;
    const MbMeeting *meeting;
    const MbRules *rules;
} Case;

static gboolean quorate_at(const Case *c, MbTime at)
{
    MbQuorum quorum = mb_quorum_at(c->dossier, c->rules, c->meeting, at, NULL);
    gboolean quorate = quorum.quorate;

    mb_quorum_clear(&quorum);
    return quorate;
}

static gboolean was_quorate_at(const Case *c, MbTime time, MbTime before)
{
    return time != MB_NO_TIME && mb_pace_minute(c->meeting, time) < mb_pace_minute(c->meeting, before) &&
           quorate_at(c, time);
}

/* Whether the board was quorate at any time before AT, by the register as it stands now: when the meeting opened, or
 * when somebody came. So what is only put right in the register is no loss. */
static gboolean was_quorate(const Case *c, MbTime at)
{
    g_autoptr(GPtrArray) events = mb_pace_events(c->dossier, c->meeting);
    g_autoptr(GPtrArray) lines = mb_dossier_of(c->dossier, &MB_ATTENDANCE, "meeting", c->meeting->id);

    for (guint i = 0; i < events->len; i++)
        if (was_quorate_at(c, ((MbEvent *)events->pdata[i])->at, at))
            return TRUE;
    for (guint i = 0; i < lines->len; i++) {
        const MbAttendance *line = lines->pdata[i];
        g_autoptr(GPtrArray) further = mb_dossier_of(c->dossier, &MB_PRESENCE, "attendance", line->id);

        if (was_quorate_at(c, line->arrived, at))
            return TRUE;
        for (guint p = 0; p < further->len; p++)
            if (was_quorate_at(c, ((MbPresence *)further->pdata[p])->arrived, at))
                return TRUE;
    }
    return FALSE;
}

/* Whether the loss of the quorum was recorded last. */
static gboolean loss_stands(const Case *c)
{
    const MbEvent *lost = mb_life_last(c->desk, c->meeting, MB_EVENT_QUORUM_LOST);
    const MbEvent *regained = mb_life_last(c->desk, c->meeting, MB_EVENT_QUORUM_REGAINED);

    return lost && (!regained || regained->position < lost->position);
}

static const char *consequence(const Case *c)
{
    return c->rules && c->rules->inquorate_recommends
               ? "What is decided now is a recommendation, to be ratified by a quorate meeting"
               : "Nothing can be decided until it is regained: adjourn (`meeting adjourn`), or go on without deciding";
}

static gboolean say_lost(const Case *c, const MbQuorum *quorum, MbTime at, const char *item, gboolean stamp,
                         MbAnswer *answer, GError **error)
{
    g_autofree char *time = mb_time_text(at);

    if (stamp && !mb_life_stamp(c->desk, c->meeting, MB_EVENT_QUORUM_LOST, at, item, NULL, quorum->shortfall, error))
        return FALSE;
    if (stamp)
        mb_life_add(answer, "The quorum is lost at %s: %s. %s.", time, quorum->shortfall, consequence(c));
    else
        mb_life_add(answer, "Not quorate: %s.", quorum->shortfall);
    return TRUE;
}

static gboolean say_regained(const Case *c, MbTime at, const char *item, MbAnswer *answer, GError **error)
{
    g_autofree char *time = mb_time_text(at);

    if (!mb_life_stamp(c->desk, c->meeting, MB_EVENT_QUORUM_REGAINED, at, item, NULL, NULL, error))
        return FALSE;
    mb_life_add(answer, "Quorate again at %s.", time);
    return TRUE;
}

gboolean mb_life_quorum(MbDesk *desk, const MbMeeting *meeting, MbTime at, MbAnswer *answer, GError **error)
{
    Case c = {.desk = desk,
              .dossier = mb_desk_dossier(desk),
              .meeting = meeting,
              .rules = mb_desk_rules(desk, mb_find_board_of(desk, meeting), NULL)};
    const char *item = mb_pace_item_at(c.dossier, meeting, at);
    gboolean done = TRUE;
    MbQuorum quorum;

    if (!mb_pace_under_way(meeting) || mb_pace_adjourned(c.dossier, meeting))
        return TRUE;
    quorum = mb_quorum_at(c.dossier, c.rules, meeting, at, item);
    if (quorum.required > 0 && !quorum.quorate)
        done = say_lost(&c, &quorum, at, item, !loss_stands(&c) && was_quorate(&c, at), answer, error);
    else if (quorum.required > 0 && loss_stands(&c))
        done = say_regained(&c, at, item, answer, error);
    if (answer->value && quorum.required > 0)
        mb_value_set_bool(answer->value, "quorate", quorum.quorate);
    mb_quorum_clear(&quorum);
    return done;
}

gboolean mb_life_quorum_now(MbDesk *desk, const MbMeeting *meeting, MbAnswer *answer, GError **error)
{
    return mb_life_quorum(desk, meeting, mb_clock_time(mb_find_board_of(desk, meeting)->zone), answer, error);
}

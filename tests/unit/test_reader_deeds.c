/* SPDX-License-Identifier: MIT */
/* What is read of actions, updates, decisions, approvals and corrections, and what is not. */
#include "reader_case.h"

/* A line, or several, the item they stand under, and the readings of these kinds as mb_reading_text writes them. */
typedef struct {
    const char *text;
    const char *item; /* id, or NULL */
    const char *expected;
} Row;

static const Row days[] = {
    {"Action: PN to circulate the notes by Friday.", NULL,
     "action 96 [nair] due 2026-04-17 «by Friday»: circulate the notes"},
    {"Action: PN to circulate the notes by close of play Friday.", NULL,
     "action 96 [nair] due 2026-04-17 «by close of play Friday»: circulate the notes"},
    {"Action: PN to circulate the notes before 6 October", NULL,
     "action 96 [nair] due 2026-10-06 «before 6 October»: circulate the notes"},
    {"Action: PN to circulate the notes by 30 June", NULL,
     "action 96 [nair] due 2026-06-30 «by 30 June»: circulate the notes"},
    {"Action: PN to circulate the notes by 30/6/26", NULL,
     "action 96 [nair] due 2026-06-30 «by 30/6/26»: circulate the notes"},
    {"Action: PN to circulate the notes by 30.06.2026", NULL,
     "action 96 [nair] due 2026-06-30 «by 30.06.2026»: circulate the notes"},
    {"Action: PN to circulate the notes by June 30th", NULL,
     "action 96 [nair] due 2026-06-30 «by June 30th»: circulate the notes"},
    {"Action: PN to circulate the notes by the end of October", NULL,
     "action 96 [nair] due 2026-10-31 «by the end of October»: circulate the notes"},
    {"Action: PN to circulate the notes by end of the month", NULL,
     "action 96 [nair] due 2026-04-30 «by end of the month»: circulate the notes"},
    {"Action: PN to circulate the notes by mid-November", NULL,
     "action 96 [nair] due 2026-11-15 «by mid-November»: circulate the notes"},
    {"Action: PN to circulate the notes next week", NULL,
     "action 96 [nair] due 2026-04-24 «next week»: circulate the notes"},
    {"Action: PN to circulate the notes within two weeks", NULL,
     "action 96 [nair] due 2026-04-30 «within two weeks»: circulate the notes"},
    {"Action: PN to report back in 6 months", NULL, "action 96 [nair] due 2026-10-16 «in 6 months»: report back"},
    {"Action: PN to report back in 3 months' time.", NULL,
     "action 96 [nair] due 2026-07-16 «in 3 months' time»: report back"},
    {"Action: PN to report back in 6 months’ time.", NULL,
     "action 96 [nair] due 2026-10-16 «in 6 months’ time»: report back"},
    {"Action: PN to report back at the next meeting.", NULL,
     "action 96 [nair] due 2026-06-18 «at the next meeting» @m-june: report back"},
    {"Action: PN to bring figures to the September meeting", NULL,
     "action 96 [nair] due 2026-09-17 «to the September meeting» @m-september: bring figures to the September meeting"},
    {"Action: PN to bring figures to September's CSP", NULL, "action 96 [nair]: bring figures to September's CSP"},
    {"Action: PN to bring figures to September's WPB", NULL,
     "action 96 [nair] due 2026-09-17 «to September's WPB» @m-september: bring figures to September's WPB"},
    {"Action: PN to circulate the notes before the next board", NULL,
     "action 96 [nair] due 2026-06-18 «before the next board» @m-june: circulate the notes"},
    {"Action: PN to circulate the notes asap", NULL, "action 96 [nair] «asap»: circulate the notes"},
    {"Action: PN to circulate the notes as soon as possible.", NULL,
     "action 96 [nair] «as soon as possible»: circulate the notes"},
    {"Action: PN to circulate the notes by Christmas", NULL,
     "action 96 [nair] due 2026-12-25 «by Christmas»: circulate the notes"},
    {"Action: PN to circulate the notes by Q3", NULL, "action 96 [nair] «by Q3»: circulate the notes"},
    {"Action: PN to monitor the lights (ongoing)", NULL, "action 96 [nair] «ongoing»: monitor the lights"},
    {"Action: PN to circulate the notes by 31 June", NULL,
     "action 60 [nair] «by 31 June» ?«There is no such day as 31 June.»: circulate the notes"},
    {"Action: PN to circulate the notes by Monday 30 June", NULL,
     "action 60 [nair] due 2026-06-30 «by Monday 30 June» ?«30 June 2026 is a Tuesday.»: circulate the notes"},
    {"Action: PN to circulate the notes by 10 April", NULL,
     "action 60 [nair] due 2027-04-10 «by 10 April» ?«10 April 2027 is almost a year off.»: circulate the notes"},
    {"Action: PN to circulate the notes by Easter", NULL,
     "action 96 [nair] due 2027-03-28 «by Easter»: circulate the notes"},
    {"Action: PN to circulate the notes by next Friday", NULL,
     "action 96 [nair] due 2026-04-24 «by next Friday»: circulate the notes"},
    {"Action: PN to circulate the notes within 5 working days", NULL,
     "action 96 [nair] due 2026-04-23 «within 5 working days»: circulate the notes"},
    {"Action: PN to attend the next Finance Committee meeting", NULL,
     "action 96 [nair]: attend the next Finance Committee meeting"},
    {"Action: PN to send the draft by Friday to all members", NULL,
     "action 96 [nair] due 2026-04-17 «by Friday»: send the draft to all members"},
    {"Action: PN to circulate the notes – 30 June", NULL,
     "action 96 [nair] due 2026-06-30 «30 June»: circulate the notes"},
    {"Action: PN to circulate the notes (30 June)", NULL,
     "action 96 [nair] due 2026-06-30 «30 June»: circulate the notes"},
    {"Action: PN, 30 June: circulate the notes", NULL,
     "action 96 [nair] due 2026-06-30 «30 June»: circulate the notes"},
    {"Action: By 30 June, PN to circulate the notes", NULL,
     "action 96 [nair] due 2026-06-30 «By 30 June»: circulate the notes"},
    {"Action: PN to circulate the minutes of 16 January.", NULL,
     "action 96 [nair]: circulate the minutes of 16 January"},
    {"Action: PN to circulate the notes in advance of the meeting on 17 September", NULL,
     "action 96 [nair] due 2026-09-17 «in advance of the meeting on 17 September» @m-september: circulate the notes"},
    {"Action: PN to circulate the notes no later than 5pm on Friday 1 May", NULL,
     "action 96 [nair] due 2026-05-01 «no later than 5pm on Friday 1 May»: circulate the notes"},
    {"Action: PN to circulate the notes in October", NULL,
     "action 96 [nair] due 2026-10-31 «in October»: circulate the notes"},
    {"Action: PN to circulate the notes by the end of the financial year", NULL,
     "action 96 [nair] due 2027-03-31 «by the end of the financial year»: circulate the notes"},
    {"Action: PN to circulate the notes by the 30th", NULL,
     "action 96 [nair] due 2026-04-30 «by the 30th»: circulate the notes"},
    {"Action: PN to circulate the notes by 29 February", NULL,
     "action 60 [nair] «by 29 February» ?«There is no such day as 29 February.»: circulate the notes"},
    {"Action: PN to book the hall for the fair on 5 October", NULL,
     "action 96 [nair]: book the hall for the fair on 5 October"},
    {"Action: PN to circulate the notes by the AGM", NULL, "action 96 [nair] «by the AGM»: circulate the notes"},
    {"Action: PN to circulate the notes by the end of next week.", NULL,
     "action 96 [nair] due 2026-04-24 «by the end of next week»: circulate the notes"},
    {"Action: PN to circulate the notes by 30 June 2026, and MT to print them.", NULL,
     "action 96 [nair] due 2026-06-30 «by 30 June 2026»: circulate the notes\naction 50 [\"MT\"=thorne|tate] ?«“MT” "
     "may be Martin Thorne or Maureen Tate.»: print them"},
    {"Action: PN to circulate the notes tomorrow", NULL,
     "action 96 [nair] due 2026-04-17 «tomorrow»: circulate the notes"},
    {"Action: PN to circulate the notes by 2026-06-30", NULL,
     "action 96 [nair] due 2026-06-30 «by 2026-06-30»: circulate the notes"},
    {"Action: PN to circulate the notes by June", NULL,
     "action 96 [nair] due 2026-06-01 «by June»: circulate the notes"},
    {"Action: PN to circulate the notes by the year's end", NULL,
     "action 96 [nair] due 2026-12-31 «by the year's end»: circulate the notes"},
};

static const Row actions[] = {
    {"Action: Redfern and Nair to circulate the slides by 30 June.", NULL,
     "action 90 [redfern; nair] due 2026-06-30 «by 30 June»: circulate the slides"},
    {"ACTION – Joyce Rudd to book the hall", NULL, "action 97 [rudd]: book the hall"},
    {"Actions:\n- PN to book the hall\n- JRe to write to the landlord by Friday\n- order the signs\nThe meeting then "
     "discussed grants.",
     NULL,
     "action 92 [nair]: book the hall\naction 92 [redfern] due 2026-04-17 «by Friday»: write to the landlord\naction "
     "55 ?«No owner is named.»: order the signs"},
    {"Priya Nair to book the hall (action)", NULL, "action 92 [nair]: book the hall"},
    {"Action (JRe): book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"Action (JRe, 30 June): book the hall", NULL, "action 96 [redfern] due 2026-06-30 «30 June»: book the hall"},
    {"The clerk will write to the MP.\nACTION: JRe", NULL,
     "action 75 lines 0-1 [redfern] ?«What is to be done was taken from the line beside it.»: The clerk will write to "
     "the MP"},
    {"The slides would be circulated. ACTION JRe", NULL, "action 82 [redfern]: The slides would be circulated"},
    {"AP3: JRe to book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"Action 12: JRe to book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"**Action:** JRe to book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"**Action** JRe to book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"Action\nWrite to the landlord about the lease\nJoyce Rudd", NULL,
     "action 88 lines 0-2 [rudd]: Write to the landlord about the lease"},
    {"Action\nJoyce Rudd to write to the landlord", NULL, "action 88 lines 0-1 [rudd]: write to the landlord"},
    {"The bridge lights need repair and a contractor would be found. || JRe", NULL,
     "action 72 [redfern]: The bridge lights need repair and a contractor would be found"},
    {"The bridge lights need repair. JRe would find a contractor. || JRe / 30 June", NULL,
     "action 90 [redfern] due 2026-06-30 «30 June»: find a contractor"},
    {"A contractor would be found for the lights. || JRe by 30 June", NULL,
     "action 72 [redfern] due 2026-06-30 «by 30 June»: A contractor would be found for the lights"},
    {"A contractor would be found for the lights. || Action: JRe", NULL,
     "action 72 [redfern]: A contractor would be found for the lights"},
    {"PN would look at the lights. || ACTION", NULL, "action 72 [nair]: look at the lights"},
    {"Action\tOwner\tDue\nWrite to the landlord\tJRe\t30 June\nBook the hall\tPN, MT\tnext meeting\nPaint the "
     "door\tYasir\t",
     NULL,
     "action 95 [redfern] due 2026-06-30 «30 June»: Write to the landlord\naction 50 [nair; \"MT\"=thorne|tate] due "
     "2026-06-18 «next meeting» @m-june ?«“MT” may be Martin Thorne or Maureen Tate.»: Book the hall\naction 55 "
     "[\"Yasir\"] ?«“Yasir” is nobody's name in the book.»: Paint the door"},
    {"It was agreed that Priya Nair would circulate the list. (action)", NULL, "action 92 [nair]: circulate the list"},
    {"It was agreed that Priya Nair would circulate the list (action).", NULL, "action 92 [nair]: circulate the list"},
    {"It was agreed that Priya Nair would circulate the list (action 95: Priya Nair, 30 June).", NULL,
     "action 92 [nair] due 2026-06-30 «30 June»: circulate the list"},
    {"The lights were discussed at length. Action: PN to ring the contractor by Friday. Members thanked her.", NULL,
     "action 96 [nair] due 2026-04-17 «by Friday»: ring the contractor"},
    {"Action: book the hall (JRe)", NULL, "action 93 [redfern]: book the hall"},
    {"Action: book the hall – JRe", NULL, "action 93 [redfern]: book the hall"},
    {"Action: book the hall. Owner: JRe", NULL, "action 93 [redfern]: book the hall"},
    {"Action: Owner: JRe – book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"Action: book the hall – JRe, 30 June 2026", NULL,
     "action 93 [redfern] due 2026-06-30 «30 June 2026»: book the hall"},
    {"Action 96: Circulate the slides – Priya Nair, 9 May 2026", NULL,
     "update 95 ref 96 =a96: Circulate the slides – Priya Nair, 9 May 2026"},
    {"Action: All to confirm attendance by Friday", NULL,
     "action 92 [\"All\"*] due 2026-04-17 «by Friday»: confirm attendance"},
    {"Action: Partners to review the plan", NULL, "action 92 [\"Partners\"*]: review the plan"},
    {"Action: All CSP members need to sign the agreement", NULL,
     "action 92 [\"All CSP members\"*]: sign the agreement"},
    {"Action: review the plan", NULL, "action 60 ?«No owner is named.»: review the plan"},
    {"Action: JRe to book the hall; PN to order the signs; MT to paint the door", NULL,
     "action 96 [redfern]: book the hall\naction 96 [nair]: order the signs\naction 50 [\"MT\"=thorne|tate] ?«“MT” may "
     "be Martin Thorne or Maureen Tate.»: paint the door"},
    {"Actions: 1) JRe to book the hall 2) PN to order the signs by 30 June", NULL,
     "action 96 [redfern]: book the hall\naction 96 [nair] due 2026-06-30 «by 30 June»: order the signs"},
    {"Action: JRe to book the hall and PN to order the signs.", NULL,
     "action 96 [redfern]: book the hall\naction 96 [nair]: order the signs"},
    {"RF to provide an update at the next meeting", NULL,
     "undertaking 45 [\"RF\"] due 2026-06-18 «at the next meeting» @m-june ?«The owner is nobody in the book.»: "
     "provide an update"},
    {"Cllr Redfern will circulate the leaflet by Friday.", NULL,
     "undertaking 75 [redfern] due 2026-04-17 «by Friday»: circulate the leaflet"},
    {"Priya agreed to circulate the leaflet.", NULL, "undertaking 82 [nair]: circulate the leaflet"},
    {"Priya undertook to find the deeds.", NULL, "undertaking 82 [nair]: find the deeds"},
    {"HC – asked JRe to circulate the slides.", NULL, "undertaking 72 [redfern]: circulate the slides"},
    {"Action: Yasir to link in with the team", NULL,
     "action 55 [\"Yasir\"] ?«“Yasir” is nobody's name in the book.»: link in with the team"},
    {"ACTION: The Community Safety Team to publish the strategy", NULL,
     "action 70 [\"The Community Safety Team\"] ?«“The Community Safety Team” is nobody in the book.»: publish the "
     "strategy"},
    {"Action: letter to the MP to be sent", NULL, "action 60 ?«No owner is named.»: letter to the MP to be sent"},
    {"Action: Write to the MP", NULL, "action 60 ?«No owner is named.»: Write to the MP"},
    {"Action: JR to book the hall", NULL,
     "action 50 [\"JR\"=redfern|rudd] ?«“JR” may be Jonas Redfern or Joyce Rudd.»: book the hall"},
    {"Action: MT to book the hall", NULL,
     "action 50 [\"MT\"=thorne|tate] ?«“MT” may be Martin Thorne or Maureen Tate.»: book the hall"},
    {"Action: Clerk to write to the county", NULL, "action 85 [\"Clerk\"]: write to the county"},
    {"Action: the slides to be circulated by JRe by Friday", NULL,
     "action 85 [redfern] due 2026-04-17 «by Friday»: the slides to be circulated"},
    {"Action: Julie to pass the details to David. Priya to ring the contractor by 30 June.", NULL,
     "action 55 [\"Julie\"] ?«“Julie” is nobody's name in the book.»: pass the details to David\naction 90 [nair] due "
     "2026-06-30 «by 30 June»: ring the contractor"},
    {"- **ACTION** – All members to sign the agreement (**Outstanding**)", NULL,
     "action 75 [\"All members\"*] ?«Its state is given: it may be an action of an earlier meeting.»: sign the "
     "agreement"},
    {"- ACTION – Peter Lomax to work with the team (CLOSED)", NULL,
     "action 75 [lomax] ?«Its state is given: it may be an action of an earlier meeting.»: work with the team"},
    {"The chair thanked PN. [Action: PN to reply]", NULL, "action 96 [nair]: reply"},
    {"Action for PN: reply to the letter.", NULL, "action 96 [nair]: reply to the letter"},
    {"Action by PN: reply to the letter.", NULL, "action 96 [nair]: reply to the letter"},
    {"Agreed action: PN to reply to the letter", NULL, "action 96 [nair]: reply to the letter"},
    {"Item\tDiscussion\tAction\n5\tThe lease was discussed and a reply would be sent.\tPN\n6\tThe budget was "
     "noted.\tJRe to circulate the figures by 30 June",
     NULL,
     "action 72 [nair]: The lease was discussed and a reply would be sent\naction 90 [redfern] due 2026-06-30 «by 30 "
     "June»: circulate the figures"},
    {"Action\tReply to the landlord\tPN\t30 June", NULL,
     "action 90 [nair] due 2026-06-30 «30 June»: Reply to the landlord"},
    {"Action: Cllr Pugh-Davies, the Treasurer and MI to meet the landlord", NULL,
     "action 95 [pugh; nair; iqbal]: meet the landlord"},
    {"Action: The Chair to write to the landlord", NULL, "action 95 [calloway]: write to the landlord"},
    {"Action: Probation Service to send figures", NULL,
     "action 65 [tate] ?«“Probation Service” is an organisation; Maureen Tate sits for it.»: send figures"},
    {"ACTION: PN to ring the school, JRe to write to the landlord.", NULL,
     "action 96 [nair]: ring the school\naction 96 [redfern]: write to the landlord"},
    {"Action Points:\n1. PN to ring the school by Friday\n2. JRe – write to the landlord (30 June)\n3. Lights to be "
     "repaired || MI",
     NULL,
     "action 92 [nair] due 2026-04-17 «by Friday»: ring the school\naction 92 [redfern] due 2026-06-30 «30 June»: "
     "write to the landlord\naction 92 [iqbal]: Lights to be repaired"},
    {"Actions\nPN: ring the school\nJRe: write to the landlord", NULL,
     "action 92 [nair]: ring the school\naction 92 [redfern]: write to the landlord"},
    {"ACTIONS:\n\nPriya Nair to ring the school\n\nJoyce Rudd to write", NULL,
     "action 92 [nair]: ring the school\naction 92 [rudd]: write"},
    {"Action\tWho\tBy when\nRing the school\tPN\tasap", NULL, "action 95 [nair] «asap»: Ring the school"},
    {"No\tAction\tLead\tDate\n1\tRing the school\tPriya Nair\t1/5/26", NULL,
     "action 95 [nair] due 2026-05-01 «1/5/26»: Ring the school"},
    {"What\tWho\tWhen\nRing the school\tAll\tOngoing", NULL, "action 92 [\"All\"*] «Ongoing»: Ring the school"},
    {"Action: PN to ring the school (by Friday).", NULL,
     "action 96 [nair] due 2026-04-17 «by Friday»: ring the school"},
    {"Action: PN/JRe to ring the school", NULL, "action 96 [nair; redfern]: ring the school"},
    {"Action: PN & JRe to ring the school", NULL, "action 96 [nair; redfern]: ring the school"},
    {"Action: PN, JRe and MI will ring the school", NULL, "action 96 [nair; redfern; iqbal]: ring the school"},
    {"Action: Cllrs Redfern and Moss to visit", NULL, "action 96 [redfern; moss]: visit"},
    {"Action: Head of Housing to ring the school", NULL, "action 92 [thorne]: ring the school"},
    {"Action: Priya (Treasurer) to ring the school", NULL, "action 92 [nair]: ring the school"},
    {"Action: ring the school – Priya Nair by Friday", NULL,
     "action 93 [nair] due 2026-04-17 «by Friday»: ring the school"},
    {"Action: ring the school [PN, 30 June]", NULL, "action 93 [nair] due 2026-06-30 «30 June»: ring the school"},
    {"Action: ring the school. (PN)", NULL, "action 93 [nair]: ring the school"},
    {"Action: PN should ring the school by no later than 30 June.", NULL,
     "action 96 [nair] due 2026-06-30 «by no later than 30 June»: ring the school"},
    {"Action: PN, to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"Action: PN to (a) ring the school and (b) write to the landlord by 30 June.", NULL,
     "action 96 [nair] due 2026-06-30 «by 30 June»: (a) ring the school and (b) write to the landlord"},
    {"ACTION - PN - ring the school - 30 June", NULL, "action 96 [nair] due 2026-06-30 «30 June»: ring the school"},
    {"PN to ring the school - ACTION", NULL, "action 82 [nair]: ring the school"},
    {"The school to be rung. ACTION: PN by 30 June", NULL,
     "action 82 [nair] due 2026-06-30 «by 30 June»: The school to be rung"},
    {"New action: PN to ring the school.", NULL, "action 96 [nair]: ring the school"},
    {"Action required: PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"Action agreed: PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"Action for all: return the forms by Friday", NULL,
     "action 92 [\"all\"*] due 2026-04-17 «by Friday»: return the forms"},
    {"Action 7.1: PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"Action (7): PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"ACTION 3 PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"Action : PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"5.2 Action: PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"• Action: PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"[Action PN: ring the school by 30 June]", NULL, "action 96 [nair] due 2026-06-30 «by 30 June»: ring the school"},
    {"*Action:* PN to ring the school", NULL, "action 96 [nair]: ring the school"},
    {"__Action__: PN to ring the school", NULL, "undertaking 85 [nair]: ring the school"},
    {"The lease: PN to ring the landlord by 30 June", NULL,
     "undertaking 85 [nair] due 2026-06-30 «by 30 June»: ring the landlord"},
};

static const Row undertakings[] = {
    {"RF to provide an update at the next meeting.", NULL,
     "undertaking 45 [\"RF\"] due 2026-06-18 «at the next meeting» @m-june ?«The owner is nobody in the book.»: "
     "provide an update"},
    {"PN to provide an update at the next meeting.", NULL,
     "undertaking 85 [nair] due 2026-06-18 «at the next meeting» @m-june: provide an update"},
    {"It was agreed that PN would provide an update.", NULL,
     "decision 92 agreed: PN would provide an update\nundertaking 75 [nair]: provide an update"},
    {"The Clerk was asked to write to the county council.", NULL,
     "undertaking 80 [\"The Clerk\"]: write to the county council"},
    {"Harriet Calloway would find out the cost by June.", NULL,
     "undertaking 75 [calloway] due 2026-06-01 «by June»: find out the cost"},
    {"Cllr Redfern said that he would explore it further.", NULL, "undertaking 60 [redfern]: explore it further"},
    {"Cllr Redfern stated that he was not aware of the kit but would explore it further.", NULL,
     "undertaking 60 [redfern]: explore it further"},
    {"Priya is to check the figures.", NULL, "undertaking 80 [nair]: check the figures"},
    {"PN has agreed to check the figures.", NULL, "undertaking 82 [nair]: check the figures"},
    {"MC – will circulate the slides.", NULL,
     "undertaking 45 [\"MC\"] ?«The owner is nobody in the book.»: circulate the slides"},
    {"HC – will circulate the slides.", NULL, "undertaking 75 [calloway]: circulate the slides"},
    {"Priya Nair to present the annual report.", NULL, "undertaking 85 [nair]: present the annual report"},
    {"Joyce Rudd and Martin Thorne to meet the landlord before the next meeting.", NULL,
     "undertaking 85 [rudd; thorne] due 2026-06-18 «before the next meeting» @m-june: meet the landlord"},
    {"The Treasurer will circulate revised figures within a fortnight.", NULL,
     "undertaking 75 [nair] due 2026-04-30 «within a fortnight»: circulate revised figures"},
    {"Members asked Cllr Moss to write to the minister.", NULL, "undertaking 72 [moss]: write to the minister"},
    {"Priya Nair should check the lease.", NULL, "undertaking 50 [nair]: check the lease"},
    {"Joyce Rudd offered to draft a reply.", NULL, "undertaking 82 [rudd]: draft a reply"},
    {"PN and JRe – to meet the landlord.", NULL, "undertaking 85 [nair; redfern]: meet the landlord"},
    {"After discussion, PN undertook to ring the school.", NULL, "undertaking 82 [nair]: ring the school"},
    {"Supt Calloway and Perrin Achterberg would set police patrols beside the results by the end of December.", NULL,
     "undertaking 45 [calloway; \"Perrin Achterberg\"] due 2026-12-31 «by the end of December» ?«The owner is nobody "
     "in the book.»: set police patrols beside the results"},
};

static const Row updates[] = {
    {"Ref 96 – the landlord was rung. This action remains open.", NULL,
     "update 97 ref 96 =a96 open: the landlord was rung. This action remains open."},
    {"Ref 84 – This was discussed outside of the meeting and a full response provided. This action will now be closed.",
     NULL,
     "update 97 ref 84 =a84 closed: This was discussed outside of the meeting and a full response provided. This "
     "action will now be closed."},
    {"Ref 96 – PN to chase an update from the landlord.", NULL,
     "update 97 ref 96 =a96: PN to chase an update from the landlord."},
    {"Ref 108 – This action will now be closed as the letter was sent.", NULL,
     "update 55 ref 108 closed ?«The board has no action 108.»: This action will now be closed as the letter was "
     "sent."},
    {"Action 96: landlord chased, no reply yet. Carried forward.", NULL,
     "update 95 ref 96 =a96 open: landlord chased, no reply yet. Carried forward."},
    {"96. Landlord rung. CLOSED", NULL, "update 80 ref 96 =a96 closed: Landlord rung. CLOSED"},
    {"96. Landlord rung.", "item4", "update 92 ref 96 =a96: Landlord rung."},
    {"96 – Landlord rung.", "item4", "update 92 ref 96 =a96: Landlord rung."},
    {"A12 – signs ordered (CLOSED)", "item4", "update 92 ref A12 =aA12 closed: signs ordered"},
    {"97 – not known", "item4", "update 50 ref 97 ?«The board has no action 97.»: not known"},
    {"(96) Landlord rung (CLOSED)", NULL, "update 80 ref 96 =a96 closed: Landlord rung"},
    {"Ref 91: leaflet sent to all. (CLOSED)", NULL, "update 97 ref 91 =a91 closed: leaflet sent to all."},
    {"Ref 91: Outstanding", NULL, "update 97 ref 91 =a91 open: Outstanding"},
    {"Ref 91 (Outstanding)", NULL, "update 97 ref 91 =a91 open: (Outstanding)"},
    {"Ref 91 closed.", NULL, "update 97 ref 91 =a91 closed: closed."},
    {"Ref 96 – superseded by action 112.", NULL, "update 97 ref 96 =a96 closed: superseded by action 112."},
    {"Ref 96 – no longer required", NULL, "update 97 ref 96 =a96 closed: no longer required"},
    {"Ref 96 – to be closed once the landlord has replied.", NULL,
     "update 65 ref 96 =a96 open ?«It is to be closed only when something else has happened.»: to be closed once the "
     "landlord has replied."},
    {"Ref 96 – cannot be closed until the landlord replies", NULL,
     "update 97 ref 96 =a96 open: cannot be closed until the landlord replies"},
    {"Ref 96 – work is in progress", NULL, "update 97 ref 96 =a96 open: work is in progress"},
    {"Ref 96 – the form is to be completed by the owner.", NULL,
     "update 97 ref 96 =a96 open: the form is to be completed by the owner."},
    {"Ref 96 was discussed.", NULL, "update 97 ref 96 =a96: was discussed."},
    {"Action 12: JRe to book the hall", NULL, "action 96 [redfern]: book the hall"},
    {"Action 300: completed", NULL, "update 55 ref 300 closed ?«The board has no action 300.»: completed"},
    {"AP96: landlord rung, complete", NULL, "update 95 ref 96 =a96 closed: landlord rung, complete"},
    {"Ref. 96: landlord rung", NULL, "update 97 ref 96 =a96: landlord rung"},
    {"Action ref 96 - closed", NULL, "update 97 ref 96 =a96 closed: closed"},
    {"Action A12: signs ordered; closed", NULL, "update 95 ref A12 =aA12 closed: signs ordered; closed"},
    {"Refs 84 and 91 are closed.", NULL,
     "update 97 ref 84 =a84 closed: are closed.\nupdate 97 ref 91 =a91 closed: are closed."},
    {"Ref\tAction\tOwner\tDue\tStatus\n96\tChase the landlord\tPN\t30 June\tOpen\n84\tRepair the "
     "lights\tJRe\t\tClosed\n140\tBuy a printer\tMI\t1 May\topen",
     NULL,
     "update 92 ref 96 =a96 open\nupdate 92 ref 84 =a84 closed\naction 95 [iqbal] due 2026-05-01 «1 May»: Buy a "
     "printer"},
    {"Ref 96 – not yet complete; MT will ring again.", NULL,
     "update 97 ref 96 =a96 open: not yet complete; MT will ring again."},
    {"Ref 99 – done", NULL, "update 97 ref 99 =a99 closed: done"},
    {"Legacy leaflet (action 91): a proof has come.", "item4", "update 88 ref 91 =a91: a proof has come."},
    {"1. Legacy leaflet (action 91): a proof has come. 2. Bridge lights (action 84): mended, and closed.", "item4",
     "update 88 ref 91 =a91: a proof has come.\nupdate 88 ref 84 =a84 closed: mended, and closed."},
    {"The leaflet had gone out (action 91), and the bridge lights were still dark (action 84).", "item4",
     "update 78 ref 91 =a91: The leaflet had gone out\nupdate 78 ref 84 =a84: the bridge lights were still dark"},
    {"Refs 84 and 91 – carried forward.", NULL,
     "update 97 ref 84 =a84 open: carried forward.\nupdate 97 ref 91 =a91 open: carried forward."},
};

static const Row decisions[] = {
    {"RESOLVED that the strategy be adopted.", NULL, "decision 95 resolved: the strategy be adopted"},
    {"RESOLVED: that the strategy be adopted", NULL, "decision 95 resolved: the strategy be adopted"},
    {"It was RESOLVED that the strategy be adopted.", NULL, "decision 95 resolved: the strategy be adopted"},
    {"It was resolved to adopt the strategy.", NULL, "decision 92 resolved: adopt the strategy"},
    {"The Board agreed to adopt the plan.", NULL, "decision 92 agreed: adopt the plan"},
    {"Members noted the report.", NULL, "decision 88 noted: the report"},
    {"AGREED – that the plan be adopted.", NULL, "decision 95 agreed: the plan be adopted"},
    {"Agreed: hall to be painted", NULL, "decision 95 agreed: hall to be painted"},
    {"The Board agreed that the strategy would be adopted.", NULL, "decision 92 agreed: the strategy would be adopted"},
    {"The Board voted and agreed the wording of the priorities as presented.", NULL,
     "decision 84 agreed: the wording of the priorities as presented"},
    {"There were no objections to the proposal.", NULL, "decision 85 agreed: the proposal"},
    {"There were no objections by the board to implement the recommendation.", NULL,
     "decision 85 agreed: implement the recommendation"},
    {"The Board has no objections to the proposal or TOR.", NULL, "decision 85 agreed: the proposal or TOR"},
    {"The report was noted.", NULL, "decision 80 noted: The report"},
    {"The budget was approved subject to two amendments.", NULL,
     "decision 85 approved subject to «subject to two amendments»: The budget"},
    {"The budget was approved, subject to the Treasurer's advice, by 7 votes to 2.", NULL,
     "decision 85 approved votes 7-2-? subject to «subject to the Treasurer's advice»: The budget"},
    {"The Board approved the budget by 7 votes to 2 with one abstention.", NULL,
     "decision 92 approved votes 7-2-1: the budget"},
    {"It was proposed by Cllr Redfern, seconded by Priya Nair and unanimously agreed that the grant be paid.", NULL,
     "decision 92 agreed moved [redfern] seconded [nair] unanimous: the grant be paid"},
    {"Proposed by Cllr Redfern, seconded by Priya Nair: that the grant be paid. Carried unanimously.", NULL,
     "decision 85 agreed moved [redfern] seconded [nair] unanimous: the grant be paid"},
    {"Cllr Redfern proposed and Priya Nair seconded that the grant be paid. The motion was carried 7 for, 2 against, 1 "
     "abstained.",
     NULL, "decision 90 agreed moved [redfern] seconded [nair] votes 7-2-1: the grant be paid"},
    {"The motion that the hall be sold was lost by 9 votes to 3.", NULL,
     "decision 90 rejected votes 3-9-?: the hall be sold"},
    {"The motion fell.", NULL, "decision 60 rejected: The motion"},
    {"The motion to sell the hall was carried nem con.", NULL, "decision 90 agreed unanimous: sell the hall"},
    {"RESOLVED (moved by Cllr Redfern, seconded by Priya Nair; 7 for, 2 against, none abstained): that the hall be "
     "sold",
     NULL, "decision 95 resolved moved [redfern] seconded [nair] votes 7-2-0: the hall be sold"},
    {"RESOLVED: that the hall be sold (moved by Cllr Redfern, seconded by Priya Nair; 7 for, 2 against, none "
     "abstained)",
     NULL, "decision 95 resolved moved [redfern] seconded [nair] votes 7-2-0: the hall be sold"},
    {"RECOMMENDED to Full Council that the budget be approved.", NULL,
     "decision 95 recommended to «Full Council»: the budget be approved"},
    {"RECOMMENDED to Full Council: that the budget be approved.", NULL,
     "decision 95 recommended to «Full Council»: the budget be approved"},
    {"The Board recommended to the District Council that the lease be ended.", NULL,
     "decision 90 recommended to «the District Council»: the lease be ended"},
    {"It was recommended that the lease be ended.", NULL, "decision 75 recommended: the lease be ended"},
    {"The item was deferred to the September meeting.", NULL,
     "decision 85 deferred: The item was deferred to the September meeting"},
    {"The Board deferred the item until June.", NULL, "decision 92 deferred: the item until June"},
    {"Deferred to the September meeting.", NULL, "decision 90 deferred: Deferred to the September meeting"},
    {"The application was refused.", NULL, "decision 80 rejected: The application"},
    {"The Board rejected the offer.", NULL, "decision 92 rejected: the offer"},
    {"Recommendation\nThat the board adopt the protocol.\nAGREED", NULL,
     "decision 90 lines 0-2 agreed: That the board adopt the protocol"},
    {"Recommendation: that the board adopt the protocol.\nAGREED", NULL,
     "decision 90 lines 0-1 agreed: the board adopt the protocol"},
    {"The strategy was presented.\nAGREED", NULL,
     "decision 72 lines 0-1 agreed ?«What was decided was taken from the line before.»: The strategy was presented"},
    {"RESOLVED that:\n(a) the report be noted;\n(b) the budget be approved; and\n(c) PN be thanked.\nThe next item was "
     "taken.",
     NULL,
     "decision 95 resolved: the report be noted\ndecision 95 resolved: the budget be approved\ndecision 95 resolved: "
     "PN be thanked"},
    {"RESOLVED that (a) the report be noted; (b) the budget be approved.", NULL,
     "decision 95 resolved: the report be noted\ndecision 95 resolved: the budget be approved"},
    {"RESOLVED that the hall be sold.\nProposed by Cllr Redfern, seconded by Priya Nair. 7 for, 2 against.", NULL,
     "decision 95 resolved moved [redfern] seconded [nair] votes 7-2-?: the hall be sold"},
    {"RESOLVED that the hall be sold. Proposed: Cllr Redfern. Seconded: Priya Nair.", NULL,
     "decision 95 resolved moved [redfern] seconded [nair]: the hall be sold"},
    {"The Board noted the report and agreed to fund the post.", NULL,
     "decision 88 noted: the report\ndecision 84 agreed: fund the post"},
    {"Members discussed the plan and agreed that the hall be let.", NULL, "decision 84 agreed: the hall be let"},
    {"Following discussion, it was agreed that the hall be let.", NULL, "decision 90 agreed: the hall be let"},
    {"After a long debate the Board agreed to let the hall.", NULL, "decision 90 agreed: let the hall"},
    {"The Board noted that it was raining.", NULL,
     "decision 65 noted ?«It may be an opinion and no decision.»: it was raining"},
    {"Apologies were noted.", NULL, "decision 50 noted ?«It may be a remark and no decision.»: Apologies"},
    {"Concerns were noted.", NULL, "decision 50 noted ?«It may be a remark and no decision.»: Concerns"},
    {"The hall should be let. This was agreed.", NULL, "decision 85 agreed: The hall should be let"},
    {"Harriet Calloway suggested that the hall be let. All agreed.", NULL, "decision 85 agreed: the hall be let"},
    {"Marguerite moved that there be four meetings a year. By 12 votes to 6, with 2 abstentions, it was rejected.",
     NULL,
     "decision 60 rejected moved [\"Marguerite\"] votes 6-12-2 ?«“Marguerite” is nobody's name in the book.»: there be "
     "four meetings a year"},
    {"Voted unanimously to confirm the elections.", NULL, "decision 80 agreed unanimous: confirm the elections"},
    {"The following payments were approved:", NULL, "decision 85 approved: The following payments"},
    {"Letter from the bank\tNoted", NULL, "decision 80 noted: Letter from the bank"},
    {"Bank balance of £500 || Noted", NULL, "decision 80 noted: Bank balance of £500"},
    {"DECISION: The Board approved the lease.", NULL, "decision 92 approved: the lease"},
    {"Decision: to let the hall", NULL, "decision 90 agreed: let the hall"},
    {"Resolution 12/26: that the hall be let", NULL, "decision 90 resolved: the hall be let"},
    {"The Board agrees to adopt the plan.", NULL, "decision 70 agreed: adopt the plan"},
    {"Members agreed that it was a good idea.", NULL,
     "decision 65 agreed ?«It may be an opinion and no decision.»: it was a good idea"},
    {"We agreed to meet in May.", NULL, "decision 92 agreed: meet in May"},
    {"All agreed to support the bid.", NULL, "decision 92 agreed: support the bid"},
    {"AGREED to Cabinet: that the fees be raised", NULL, "decision 95 agreed to «Cabinet»: the fees be raised"},
    {"APPROVED: The budget for 2026/27, subject to the audit (7 for, none against)", NULL,
     "decision 95 approved votes 7-0-? subject to «subject to the audit»: The budget for 2026/27"},
    {"The risk assessment, as circulated, was unanimously approved.", NULL,
     "decision 85 approved unanimous: The risk assessment, as circulated"},
    {"This project was unanimously approved.", NULL, "decision 85 approved unanimous: This project"},
    {"It was agreed by seven votes to two, with two abstentions, that a breakfast club open in January.", NULL,
     "decision 92 agreed votes 7-2-2: a breakfast club open in January"},
    {"Following a vote, the proposal was carried by a majority of 7 to 2.", NULL,
     "decision 60 agreed votes 7-2-?: the proposal"},
    {"It was agreed in principle to sell the hall.", NULL, "decision 92 agreed: in principle to sell the hall"},
    {"The Board accepted the offer of £500.", NULL, "decision 75 agreed: the offer of £500"},
    {"The Board ratified the chair's decision of 12 March.", NULL,
     "decision 92 approved: the chair's decision of 12 March"},
    {"The Board endorsed the approach and asked for a report in June.", NULL,
     "decision 92 approved: the approach and asked for a report in June"},
    {"Subject to contract, the Board agreed to buy the van.", NULL,
     "decision 92 agreed subject to «Subject to contract»: buy the van"},
    {"The Board agreed, subject to contract, to buy the van.", NULL,
     "decision 92 agreed subject to «subject to contract»: buy the van"},
    {"The Board declined to fund the trip.", NULL, "decision 85 rejected: fund the trip"},
    {"RESOLVED\n• that the report be noted\n• that the budget be approved\nThe chair moved on.", NULL,
     "decision 95 resolved: the report be noted\ndecision 95 resolved: the budget be approved"},
    {"It was RESOLVED:\n1. to note the report\n2. to approve the budget, subject to audit\n7 for, 2 against.", NULL,
     "decision 95 resolved votes 7-2-?: note the report\ndecision 95 resolved votes 7-2-? subject to «subject to "
     "audit»: approve the budget"},
    {"RESOLVED to note the report and to approve the budget.", NULL,
     "decision 95 resolved: note the report and to approve the budget"},
    {"NOTED that the fence had been mended.", NULL, "decision 95 noted: the fence had been mended"},
    {"Noted that the fence had been mended.", NULL,
     "decision 55 noted ?«It may be a remark and no decision.»: the fence had been mended"},
    {"The lease was discussed. Approved.", NULL, "decision 85 approved: The lease was discussed"},
    {"Proposal: The hall be sold\nVote approved", NULL, "decision 85 lines 0-1 approved: The hall be sold"},
    {"Priya Nair proposed that the hall be let.\nThis was agreed unanimously.", NULL,
     "decision 85 agreed moved [nair] unanimous: the hall be let"},
    {"Resolved (7-2-1) that the hall be let.", NULL, "decision 90 resolved votes 7-2-1: the hall be let"},
    {"The hall be let. Carried (For 7, Against 2, Abstentions 1).", NULL,
     "decision 85 agreed votes 7-2-1: The hall be let"},
    {"The amendment was lost.", NULL, "decision 60 rejected: The amendment"},
    {"On being put to the vote, the motion was lost.", NULL, "decision 60 rejected: the motion"},
    {"It was moved by Cllr Redfern, seconded by PN, and resolved that the hall be let.", NULL,
     "decision 92 resolved moved [redfern] seconded [nair]: the hall be let"},
    {"Moved: Cllr Redfern; seconded: PN. That the hall be let. CARRIED", NULL,
     "decision 85 agreed moved [redfern] seconded [nair]: the hall be let"},
    {"On the proposition of Cllr Redfern, seconded by PN, it was resolved to let the hall.", NULL,
     "decision 92 resolved moved [redfern] seconded [nair]: let the hall"},
    {"Councillor Redfern proposed, seconded by Priya Nair, and it was agreed that the hall be let.", NULL,
     "decision 90 agreed moved [redfern] seconded [nair]: the hall be let"},
    {"The terms of reference were approved by the Board.", NULL, "decision 85 approved: The terms of reference"},
    {"The plan was approved in principle.", NULL, "decision 85 approved: The plan was approved in principle"},
    {"The Board agreed the following: the hall be let and the barn sold.", NULL,
     "decision 92 agreed: the following: the hall be let and the barn sold"},
    {"Members unanimously agreed to let the hall.", NULL, "decision 92 agreed unanimous: let the hall"},
    {"The partnership agreed not to proceed.", NULL, "decision 92 agreed: not to proceed"},
    {"The recommendations were agreed.", NULL, "decision 80 agreed: The recommendations"},
    {"Recommendation 4 was accepted.", NULL, "decision 75 agreed: Recommendation 4"},
    {"Proposed by Cllr Redfern, seconded by PN. RESOLVED that the hall be let.", NULL,
     "decision 95 resolved moved [redfern] seconded [nair]: the hall be let"},
};

static const Row approvals[] = {
    {"The minutes of the meeting held on 26 February 2026 were approved as a true record.", NULL,
     "approval 96 of m-february of day 2026-02-26"},
    {"The minutes of 26/2/26 were agreed as a correct record and signed by the chair.", NULL,
     "approval 96 of m-february of day 2026-02-26"},
    {"The minutes of the last meeting were confirmed as a true record and signed by the Chair.", NULL,
     "approval 92 of m-february"},
    {"Minutes of the last meeting: agreed", NULL, "approval 92 of m-february"},
    {"The minutes were approved as a true record and the Board agreed for them to be published.", "item3",
     "approval 92 of m-february publish"},
    {"Agreed as a true record.", "item3", "approval 92 of m-february"},
    {"The minutes were approved.", "item3", "approval 92 of m-february"},
    {"Minutes from 26/02/26.\nThe minutes were approved as a true record and the Board agreed for them to be "
     "published.",
     NULL, "approval 92 of m-february of day 2026-02-26 publish"},
    {"The minutes of 15 January 2026 were approved subject to the following amendments:\nPage 6 (5.4) item (6) "
     "Priorities for 2009/10 should be replaced with Serious Crime.\npage 3, item 4.2: 'twelve' to read 'twenty'",
     NULL,
     "approval 96 subject to «subject to the following amendments» of m-january of day 2026-01-15\ncorrection 92 of "
     "m-january page «6» item «5.4 (6)» for «Priorities for 2009/10» read «Serious Crime»: Page 6 (5.4) item "
     "(6)\ncorrection 92 of m-january page «3» item «4.2» for «twelve» read «twenty»: page 3, item 4.2"},
    {"Page 12 (8.1.2) NI47 - No changes should be replaced with targets negotiated by communities", NULL,
     "correction 75 page «12» item «8.1.2» for «NI47 - No changes» read «targets negotiated by communities» ?«It is "
     "not said which minutes are corrected.»: Page 12 (8.1.2)"},
    {"Item 5: delete 'the hall', insert 'the barn'.", "item3",
     "correction 92 of m-february item «5» for «the hall» read «the barn»: Item 5"},
    {"Under 4.1, “MT” should read “JRe”.", "item3",
     "correction 92 of m-february item «4.1» for «MT» read «JRe»: Under 4.1"},
    {"It was proposed by Cllr Redfern, seconded by Priya Nair and unanimously agreed that the minutes of the last "
     "meeting held on the 26th February 2026 as circulated were correct.",
     NULL, "approval 96 moved [redfern] seconded [nair] unanimous of m-february of day 2026-02-26"},
    {"RESOLVED that the minutes of the meeting held on 26 February be signed as a correct record.", NULL,
     "approval 96 of m-february of day 2026-02-26"},
    {"The Board approved the minutes of 26 February.", NULL, "approval 96 of m-february of day 2026-02-26"},
    {"Members agreed the minutes of the previous meeting.", NULL, "approval 92 of m-february"},
    {"The minutes of the Finance Committee of 3 March were noted.", NULL,
     "decision 80 noted: The minutes of the Finance Committee of 3 March"},
    {"The minutes of the Finance Committee were approved.", NULL,
     "decision 85 approved: The minutes of the Finance Committee"},
    {"Approval of the minutes was deferred.", NULL, "decision 85 deferred: Approval of the minutes"},
    {"The minutes of the last meeting held on 1 March 2026 were agreed as a true copy subject to amendments on page 6 "
     "and page 12.",
     NULL,
     "approval 75 subject to «subject to amendments on page 6 and page 12» of day 2026-03-01 ?«The book has no meeting "
     "of this board on 1 March 2026.»"},
    {"The minutes of 15 January 2026 were approved.", "item3",
     "approval 65 of m-january of day 2026-01-15 ?«The item is to approve the minutes of 26 February 2026.»"},
    {"The minutes of the meeting of 10th December 2025 were taken as read and approved.", NULL,
     "approval 75 of day 2025-12-10 ?«The book has no meeting of this board on 10 December 2025.»"},
    {"Minutes approved.", NULL, "approval 92 of m-february"},
    {"Minutes of 26 February – approved", NULL, "approval 96 of m-february of day 2026-02-26"},
    {"The minutes were agreed. Six actions were reported on.", NULL, "approval 92 of m-february"},
    {"The minutes of the previous meeting were agreed as a true record.", NULL, "approval 92 of m-february"},
    {"The minutes were agreed with the following amendments: page 2, item 3: \"June\" to read \"July\".", NULL,
     "approval 92 subject to «with the following amendments» of m-february\ncorrection 92 of m-february page «2» item "
     "«3» for «June» read «July»: page 2, item 3"},
    {"The minutes of 26 February were received and approved for publication.", NULL,
     "approval 96 of m-february of day 2026-02-26 publish"},
    {"The minutes of the last meeting were approved, and JRe was thanked for them.", NULL, "approval 92 of m-february"},
    {"Unanimous adoption of previous minutes", NULL, "approval 92 unanimous of m-february"},
    {"The minutes of the AGM held on 15 January 2026 were approved.", NULL,
     "approval 96 of m-january of day 2026-01-15"},
};

/* Nothing of these kinds is in them. */
static const Row nothing[] = {
    {"The Board took no action.", NULL, ""},
    {"No action was taken on the complaint.", NULL, ""},
    {"The action plan was reviewed by officers.", NULL, ""},
    {"The action log was updated before the meeting.", NULL, ""},
    {"An action group has been formed in Lower Wex.", NULL, ""},
    {"Enforcement action is under way at the quarry.", NULL, ""},
    {"Legal action would cost too much.", NULL, ""},
    {"Industrial action closed the depot on Tuesday.", NULL, ""},
    {"Actions from the last meeting were discussed.", NULL, ""},
    {"Actions speak louder than words, said Mr Fisk.", NULL, ""},
    {"In action at last, the crossing works well.", NULL, ""},
    {"Further action may be needed in the autumn.", NULL, ""},
    {"The class action was settled.", NULL, ""},
    {"Action: none", NULL, ""},
    {"Actions: nil", NULL, ""},
    {"Action – no action required", NULL, ""},
    {"Outstanding actions:", NULL, ""},
    {"Action plan: version 3", NULL, ""},
    {"Her quick action saved the day.", NULL, ""},
    {"Please see the action log at Appendix A.", NULL, ""},
    {"The committee's action was praised in the press.", NULL, ""},
    {"Action Fraud reported a rise in cases.", NULL, ""},
    {"Action on hunger, a charity, gave a talk.", NULL, ""},
    {"Priya Nair will be leaving in June.", NULL, ""},
    {"Priya Nair would like more detail.", NULL, ""},
    {"Joyce Rudd hoped to see progress soon.", NULL, ""},
    {"Cllr Redfern asked whether the police would attend.", NULL, ""},
    {"Martin Thorne thanked everybody for coming.", NULL, ""},
    {"Harriet Calloway had agreed to chair the panel last year.", NULL, ""},
    {"Members will recall the visit in May.", NULL, ""},
    {"The roof will need to be repaired.", NULL, ""},
    {"Officers are to be congratulated.", NULL, ""},
    {"Peter Lomax was unable to attend.", NULL, ""},
    {"Who will circulate the list?", NULL, ""},
    {"If JRe were to resign there would be an election.", NULL, ""},
    {"Joyce Rudd to her credit stayed until the end.", NULL, ""},
    {"Mohammed Iqbal agreed with the Chair.", NULL, ""},
    {"Residents to the north of the site objected.", NULL, ""},
    {"The landlord would repair the roof when the money came.", NULL, ""},
    {"The Council will publish its strategy in July.", NULL, ""},
    {"Ref 96", NULL, ""},
    {"See ref 96 for the background.", NULL, ""},
    {"The Board discussed ref 96 at some length.", NULL, ""},
    {"96 residents attended the open day.", NULL, ""},
    {"84 people signed the petition, which is now closed.", NULL, ""},
    {"As noted under Ref 96, nothing has been heard.", NULL, ""},
    {"For reference, 96 leaflets were printed.", NULL, ""},
    {"Route 96 – the bus – still runs late.", NULL, ""},
    {"The road will remain closed until June.", NULL, ""},
    {"The survey is complete.", NULL, ""},
    {"Item 9 was outstanding work by the team.", NULL, ""},
    {"Once agreed, the plan will be sent to partners.", NULL, ""},
    {"If approved, work would begin in June.", NULL, ""},
    {"An agreed protocol was followed.", NULL, ""},
    {"The terms were not agreed.", NULL, ""},
    {"Members did not agree on a date.", NULL, ""},
    {"No decision was taken.", NULL, ""},
    {"The decision was discussed.", NULL, ""},
    {"Members agreed to disagree.", NULL, ""},
    {"It had been agreed at an earlier meeting that the hall be let.", NULL, ""},
    {"Terms are to be agreed with the landlord.", NULL, ""},
    {"The plan is to be approved by Cabinet in July.", NULL, ""},
    {"The grant was approved by Cabinet in March.", NULL, ""},
    {"The lease was agreed at the last meeting.", NULL, ""},
    {"The budget was agreed last year.", NULL, ""},
    {"The Finance Committee agreed the budget.", NULL, ""},
    {"The District Council refused the application last month.", NULL, ""},
    {"Cllr Redfern noted that it was raining.", NULL, ""},
    {"It was noted that it was raining.", NULL, ""},
    {"The shop is in approved premises.", NULL, ""},
    {"Members asked whether the plan had been approved.", NULL, ""},
    {"The review recommended that lamps be replaced.", NULL, ""},
    {"Officers recommended refusal.", NULL, ""},
    {"Recommended reading was circulated.", NULL, ""},
    {"The Board was asked to agree the plan.", NULL, ""},
    {"The Board will agree its priorities in June.", NULL, ""},
    {"Members were invited to note the report.", NULL, ""},
    {"Accepted practice is to lock the door.", NULL, ""},
    {"As agreed, the hall was let.", NULL, ""},
    {"He agreed to look at it.", NULL, ""},
    {"The tenant refused access.", NULL, ""},
    {"The motion sensor failed in the night.", NULL, ""},
    {"The contract carried a penalty.", NULL, ""},
    {"He lost by 7 votes to 2 in the local election, which was noted in the press.", NULL, ""},
    {"A resolution of the dispute is hoped for.", NULL, ""},
    {"The Resolution Foundation published a report.", NULL, ""},
    {"Decision makers were invited to the launch.", NULL, ""},
    {"The partnership had adopted a new logo.", NULL, ""},
    {"It was clear that all had agreed.", NULL, ""},
    {"Was the plan agreed?", NULL, ""},
    {"Voting closes at noon on Friday.", NULL, ""},
    {"Four for dinner, two against the wall.", NULL, ""},
    {"The proposed budget was explained.", NULL, ""},
    {"A second motion picture was shown to pupils.", NULL, ""},
    {"The minutes will be approved at the next meeting.", NULL, ""},
    {"The minutes were not approved.", NULL, ""},
    {"To approve the minutes of the last meeting.", NULL, ""},
    {"Once the minutes are approved they will be published.", NULL, ""},
    {"Five minutes were allowed for each speaker.", NULL, ""},
    {"The agreed minutes are on the website.", NULL, ""},
    {"The draft minutes were circulated.", NULL, ""},
    {"The minute taker was thanked.", NULL, ""},
    {"Item 5 should be deferred.", NULL, ""},
    {"Item 6 should be replaced with a new policy.", NULL, ""},
    {"Page 4 was left blank.", NULL, ""},
    {"Please replace the batteries with new ones.", NULL, ""},
    {"Section 17 should be read with care.", NULL, ""},
    {"Under item 5 the grants should be higher.", NULL, ""},
    {"The Chair asked for page numbers.", "item3", ""},
    {"The log was reviewed and updates were recorded.", "item4", ""},
    {"4.1 Members thanked the clerk.", "item4", ""},
    {"12 actions were reviewed.", "item4", ""},
    {"Friday was busy at the youth centre.", NULL, ""},
    {"The next meeting will be in September.", NULL, ""},
    {"By June the lights had been repaired.", NULL, ""},
    {"In six months, crime fell by a tenth.", NULL, ""},
    {"June Abbott presented the figures.", NULL, ""},
    {"May was the wettest month.", NULL, ""},
    {"Name\tOrganisation\tAttendance\nPriya Nair\tTreasurer\tAttended", NULL, ""},
    {"Item\tPresenter\tPages\nYouth centre lease\tJRe\t11-30", NULL, ""},
    {"Priority\tAllocated\tSpend\nHate crime\t2000\tNil", NULL, ""},
    {"ACTION JRe", NULL, ""},
    {"The action plan was reviewed.", NULL, ""},
    {"The action log was reviewed, and updates were recorded.", NULL, ""},
    {"No further action was needed.", NULL, ""},
    {"In action at last, the group met.", NULL, ""},
    {"Legal action was considered.", NULL, ""},
    {"An action group has been set up.", NULL, ""},
    {"Members agreed to disagree later.", NULL, ""},
    {"Action plan: to be reviewed", NULL, ""},
    {"Actions – none", NULL, ""},
    {"Harriet Calloway will be leaving in June.", NULL, ""},
    {"Cllr Redfern asked if members would attend.", NULL, ""},
    {"Members will recall the visit.", NULL, ""},
    {"The Board will consider the plan in June.", NULL, ""},
    {"Ofsted to visit in June.", NULL, ""},
    {"PN had agreed to circulate the list, and had done so.", NULL, ""},
    {"Would PN circulate the list?", NULL, ""},
    {"Priya Nair would support the proposal if the cost fell.", NULL, ""},
    {"Priya would like to thank everyone.", NULL, ""},
    {"Members were asked to return their forms by Friday.", NULL, ""},
    {"If JRe were to resign, an election would follow.", NULL, ""},
    {"Priya Nair agreed with the proposal.", NULL, ""},
    {"Priya Nair agreed to disagree.", NULL, ""},
    {"The landlord to repair the roof.", NULL, ""},
    {"96. Landlord rung.", NULL, ""},
    {"4.1 The log was reviewed.", "item4", ""},
    {"This action can now be closed.", NULL, ""},
    {"The board discussed ref 96 at length.", NULL, ""},
    {"As noted under Ref 96, the landlord has not replied.", NULL, ""},
    {"96 residents attended.", NULL, ""},
    {"84 people signed, and the petition is now closed.", NULL, ""},
    {"4. Action log", NULL, ""},
    {"4. Bridge lights repaired", "item4", ""},
    {"The leaflet had gone out (action 91).", "item5", ""},
    {"The leaflet had gone out (action 300).", "item4", ""},
    {"No objections.", NULL, ""},
    {"JRe recommended that the lease be ended.", NULL, ""},
    {"Once agreed, the plan will be sent out.", NULL, ""},
    {"An agreed protocol was used.", NULL, ""},
    {"JRe noted that it was raining.", NULL, ""},
    {"Terms to be agreed.", NULL, ""},
    {"The plan is to be agreed by Cabinet.", NULL, ""},
    {"The grant was approved at the last meeting.", NULL, ""},
    {"The Adult Safeguarding Board and the Executive agreed the strategy.", NULL, ""},
    {"This was agreed.", NULL, ""},
    {"Decision: none", NULL, ""},
    {"The Council agreed to fund the lights.", NULL, ""},
    {"Agreed as recommended.", NULL, ""},
    {"The chair thanked members, who agreed with her.", NULL, ""},
    {"Cllr Redfern reported that the council had approved the plan.", NULL, ""},
    {"Priya Nair was elected Chair.", NULL, ""},
    {"The chair proposed that the meeting be closed.", NULL, ""},
    {"Carried (For 7, Against 2, Abstentions 1).", NULL, ""},
    {"The vote was tied and the chair gave a casting vote against.", NULL, ""},
    {"The partnership did not agree to proceed.", NULL, ""},
    {"The Board could not agree on a date.", NULL, ""},
    {"The Board will agree the plan in June.", NULL, ""},
    {"Board members were asked to note the report.", NULL, ""},
    {"The Board is recommended to approve the plan.", NULL, ""},
    {"Members of the public agreed that it was noisy.", NULL, ""},
    {"The council's decision was announced.", NULL, ""},
    {"Decisions were put off.", NULL, ""},
    {"The motion sensor failed.", NULL, ""},
    {"A vote of thanks was given.", NULL, ""},
    {"The board of the college approved the merger.", NULL, ""},
    {"The paper was taken as read and approved.", NULL, ""},
    {"Approval was sought from the bank.", NULL, ""},
    {"Passed to the police.", NULL, ""},
    {"Adopted children were discussed.", NULL, ""},
    {"Item 5: delete the words about the hall.", NULL, ""},
    {"It took ten minutes to agree.", NULL, ""},
    {"Minutes of Wednesday 26 February 2026 and matters arising", NULL, ""},
    {"The word \"shall\" should be \"may\" in the terms.", NULL, ""},
    {"Members had approved the minutes by e-mail.", NULL, ""},
    {"The Board asked that the minutes be approved by e-mail.", NULL, ""},
};

/* Only the lines of these kinds: what else is in a row is read by other rules. */
static char *deeds_of(const char *readings)
{
    static const char *const kinds[] = {"action ", "decision ", "approval ", "correction ", "update ", "undertaking "};
    g_auto(GStrv) lines = g_strsplit(readings, "\n", -1);
    GString *out = g_string_new(NULL);

    for (char **line = lines; *line; line++)
        for (gsize k = 0; k < G_N_ELEMENTS(kinds); k++)
            if (g_str_has_prefix(*line, kinds[k]))
                g_string_append_printf(out, "%s%s", out->len ? "\n" : "", *line);
    return g_string_free(out, FALSE);
}

static void check_rows(const Row *rows, gsize count)
{
    ReaderCase *self = reader_case_new();
    guint wrong = 0;

    for (gsize i = 0; i < count; i++) {
        g_autofree char *all = reader_case_read(self, rows[i].text, rows[i].item);
        g_autofree char *got = deeds_of(all);
        if (strcmp(got, rows[i].expected) == 0)
            continue;
        g_printerr("# %s\n#   expected: %s\n#   got:      %s\n", rows[i].text, rows[i].expected, got);
        wrong++;
    }
    reader_case_free(self);
    g_assert_cmpuint(wrong, ==, 0);
}

static void test_days(void)
{
    check_rows(days, G_N_ELEMENTS(days));
}

static void test_actions(void)
{
    check_rows(actions, G_N_ELEMENTS(actions));
}

static void test_undertakings(void)
{
    check_rows(undertakings, G_N_ELEMENTS(undertakings));
}

static void test_updates(void)
{
    check_rows(updates, G_N_ELEMENTS(updates));
}

static void test_decisions(void)
{
    check_rows(decisions, G_N_ELEMENTS(decisions));
}

static void test_approvals(void)
{
    check_rows(approvals, G_N_ELEMENTS(approvals));
}

static void test_nothing(void)
{
    check_rows(nothing, G_N_ELEMENTS(nothing));
}

/* What the day's words mean by themselves, said on Thursday 16 April 2026. */
static void test_reader_day(void)
{
    static const struct {
        const char *words, *day, *meeting;
    } cases[] = {
        {"by Friday", "2026-04-17", NULL},
        {"Thursday", "2026-04-23", NULL},
        {"6 October", "2026-10-06", NULL},
        {"the 6th of October 2027", "2027-10-06", NULL},
        {"end of October", "2026-10-31", NULL},
        {"end of February 2028", "2028-02-29", NULL},
        {"next meeting", "2026-06-18", "m-june"},
        {"the November meeting", "2026-11-19", "m-november"},
        {"the August meeting", "", NULL},
        {"in 6 months", "2026-10-16", NULL},
        {"in four weeks", "2026-05-14", NULL},
        {"within 10 working days", "2026-04-30", NULL},
        {"as soon as possible", "", NULL},
        {"1 January", "2027-01-01", NULL},
        {"16 April", "2026-04-16", NULL},
        {"30/2/26", "", NULL},
        {"", "", NULL},
        {"the landlord", "", NULL},
    };
    ReaderCase *self = reader_case_new();

    for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
        const char *meeting = NULL;
        MbDay day = mb_reader_day(self->reader, cases[i].words, &meeting);
        g_autofree char *iso = mb_day_iso(day);
        g_test_message("%s", cases[i].words);
        g_assert_cmpstr(iso, ==, cases[i].day);
        g_assert_cmpstr(meeting, ==, cases[i].meeting);
    }
    reader_case_free(self);
}

/* Without a meeting no day is counted from anywhere; what is written out is still understood. */
static void test_no_meeting(void)
{
    MbDossier *dossier = mb_dossier_new();
    MbReader *reader = mb_reader_new(dossier, "none", NULL);

    g_assert_cmpint(mb_reader_day(reader, "by Friday", NULL), ==, MB_NO_DAY);
    g_assert_cmpint(mb_reader_day(reader, "30 June", NULL), ==, MB_NO_DAY);
    g_assert_cmpint(mb_reader_day(reader, "30 June 2026", NULL), ==, mb_day_parse_iso("2026-06-30"));
    g_assert_cmpint(mb_reader_day(reader, "in 6 months", NULL), ==, MB_NO_DAY);
    mb_reader_free(reader);
    mb_dossier_free(dossier);
}

/* What the paper recommends is what "Agreed" means under its item. */
static void test_recommendations(void)
{
    ReaderCase *self = reader_case_new();
    MbRecommendation *one = case_add(self->dossier, &MB_RECOMMENDATION, "r1");
    MbRecommendation *two = case_add(self->dossier, &MB_RECOMMENDATION, "r2");
    static const Row rows[] = {
        {"AGREED", "item6", "decision 88 agreed: that the lease be renewed; that the rent be frozen"},
        {"Agreed as recommended.", "item6", "decision 85 agreed: that the lease be renewed; that the rent be frozen"},
        {"The recommendations were agreed.", "item6",
         "decision 85 agreed: that the lease be renewed; that the rent be frozen"},
        {"AGREED", "item7", ""},
    };

    mb_set(&one->item, "item6");
    mb_set(&one->text, "that the lease be renewed");
    mb_set(&two->item, "item6");
    mb_set(&two->text, "that the rent be frozen.");
    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++) {
        g_autofree char *got = reader_case_read(self, rows[i].text, rows[i].item);
        g_assert_cmpstr(got, ==, rows[i].expected);
    }
    reader_case_free(self);
}

/* An action raised at this very meeting is none of the old ones: its number is not reported on. */
static void test_raised_here(void)
{
    ReaderCase *self = reader_case_new();
    MbAction *action = mb_dossier_find(self->dossier, &MB_ACTION, "a96");

    mb_set(&action->raised_at, "m-april");
    g_autofree char *got = reader_case_read(self, "Action 96: Circulate the slides – Priya Nair, 9 May 2026", NULL);
    g_assert_cmpstr(got, ==, "action 93 [nair] due 2026-05-09 «9 May 2026»: Circulate the slides");
    reader_case_free(self);
}

/* Where it stands in the line: from the label to the end of its sentence. */
static void test_places(void)
{
    static const char text[] = "It rained. Action: PN to ring the school by Friday. All agreed to let the hall.";
    ReaderCase *self = reader_case_new();
    const MbReadLine line = {.text = text};
    g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, &line, 1, NULL);

    g_assert_cmpuint(readings->len, ==, 2);
    const MbReading *action = readings->pdata[0], *decision = readings->pdata[1];
    g_autofree char *first = g_strndup(text + action->start, (gsize)action->length);
    g_autofree char *second = g_strndup(text + decision->start, (gsize)decision->length);
    const MbNamed *owner = action->people->pdata[0];
    g_autofree char *name = g_strndup(text + owner->start, (gsize)owner->length);
    g_assert_cmpstr(first, ==, "Action: PN to ring the school by Friday.");
    g_assert_cmpstr(second, ==, "All agreed to let the hall.");
    g_assert_cmpstr(name, ==, "PN");
    reader_case_free(self);
}

/* Words and marks of these rules in any order, some of them broken: nothing fails, and every place lies in its line. */
static void test_hostile(void)
{
    static const char *const bits[] = {
        "Action",
        "ACTION:",
        "(action)",
        "Actions:",
        "Ref 96 –",
        "JRe",
        "Priya Nair",
        "MT",
        "to",
        "will",
        "agreed",
        "RESOLVED",
        "that",
        "(a)",
        "(b)",
        ";",
        ".",
        ",",
        ":",
        "(",
        ")",
        "[",
        "by",
        "30 June",
        "Friday",
        "next meeting",
        "31/2/26",
        "7 for",
        "2 against",
        "votes",
        "to 2",
        "moved by",
        "seconded by",
        "subject to",
        "minutes",
        "were",
        "approved",
        "page 6",
        "(5.4)",
        "should be replaced with",
        "“x”",
        "\xff\xfe",
        "\xe2\x80",
        "**",
        "The Board",
        "Recommendation",
        "was",
        "carried",
        "no",
        "objections",
        "and",
        "in",
        "6",
        "months",
        "end of",
        "\t",
        "Owner",
        "Due",
        "99999999999999999999",
        "it",
        "\xe2\x80\x93",
    };
    ReaderCase *self = reader_case_new();
    GRand *random = g_rand_new_with_seed(20260416);

    for (int round = 0; round < 3000; round++) {
        GString *text[4];
        MbReadLine lines[4] = {{0}};
        for (int i = 0; i < 4; i++) {
            text[i] = g_string_new(NULL);
            for (int n = g_rand_int_range(random, 0, 14); n > 0; n--)
                g_string_append_printf(text[i], "%s%s", bits[g_rand_int_range(random, 0, G_N_ELEMENTS(bits))],
                                       g_rand_int_range(random, 0, 6) ? " " : "");
            lines[i] =
                (MbReadLine){.text = text[i]->str,
                             .right = g_rand_int_range(random, 0, 4) ? NULL : bits[g_rand_int_range(random, 0, 20)],
                             .heading = !g_rand_int_range(random, 0, 9),
                             .table = strchr(text[i]->str, '\t') != NULL};
        }
        g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, lines, 4, round % 3 ? "item3" : "item4");
        for (guint i = 0; i < readings->len; i++) {
            const MbReading *reading = readings->pdata[i];
            g_assert_cmpint(reading->sure, >=, 30);
            g_assert_cmpint(reading->sure, <=, 100);
            g_assert_cmpint(reading->last_line, >=, reading->line);
            g_assert_cmpint(reading->start, >=, 0);
            g_assert_cmpint(reading->start + reading->length, <=, (int)text[reading->line]->len);
        }
        for (int i = 0; i < 4; i++)
            g_string_free(text[i], TRUE);
    }
    g_rand_free(random);
    reader_case_free(self);
}

static double seconds_for(ReaderCase *self, const char *bit, guint times)
{
    GString *text = g_string_new(NULL);

    for (guint i = 0; i < times; i++)
        g_string_append(text, bit);
    const MbReadLine line = {.text = text->str};
    gint64 began = g_get_monotonic_time();
    G_GNUC_UNUSED g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, &line, 1, "item3");
    double seconds = (double)(g_get_monotonic_time() - began) / 1e6;
    g_string_free(text, TRUE);
    return seconds;
}

/* Eight times the text takes about eight times as long and never sixty-four, whatever it repeats. */
static void test_linear(void)
{
    static const char *const bits[] = {
        "Action: PN to ring the school by Friday. ",
        "action ",
        "Ref 96 – closed. ",
        "by 30 June ",
        "The Board agreed that ",
        "(a) ; ",
        "RESOLVED ",
        "subject to ",
        "moved by JRe, seconded by PN, ",
        "7 for ",
        "minutes were approved ",
        "page 6 (5.4) ",
        "JRe and MT to circulate ; ",
        "the motion was ",
        "( ",
        "and ",
    };
    ReaderCase *self = reader_case_new();

    for (gsize i = 0; i < G_N_ELEMENTS(bits); i++) {
        double little = seconds_for(self, bits[i], 1000), much = seconds_for(self, bits[i], 8000);
        g_test_message("%s: %.3f s, %.3f s", bits[i], little, much);
        g_assert_cmpfloat(much, <, 30 * little + 0.2);
    }
    reader_case_free(self);
}

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    g_test_add_func("/reader/deeds/days", test_days);
    g_test_add_func("/reader/deeds/actions", test_actions);
    g_test_add_func("/reader/deeds/undertakings", test_undertakings);
    g_test_add_func("/reader/deeds/updates", test_updates);
    g_test_add_func("/reader/deeds/decisions", test_decisions);
    g_test_add_func("/reader/deeds/approvals", test_approvals);
    g_test_add_func("/reader/deeds/nothing", test_nothing);
    g_test_add_func("/reader/deeds/reader-day", test_reader_day);
    g_test_add_func("/reader/deeds/no-meeting", test_no_meeting);
    g_test_add_func("/reader/deeds/recommendations", test_recommendations);
    g_test_add_func("/reader/deeds/raised-here", test_raised_here);
    g_test_add_func("/reader/deeds/places", test_places);
    g_test_add_func("/reader/deeds/hostile", test_hostile);
    g_test_add_func("/reader/deeds/linear", test_linear);
    return g_test_run();
}

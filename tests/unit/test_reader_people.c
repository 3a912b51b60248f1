/* SPDX-License-Identifier: MIT */
/* How the reader understands people, comings and goings, apologies, interests, the meeting's course and speakers. The
   people are those of reader_case.h; actions and decisions have a test of their own. */
#include "reader_case.h"

enum {
    KINDS = 1u << MB_READ_ARRIVAL | 1u << MB_READ_DEPARTURE | 1u << MB_READ_APOLOGIES | 1u << MB_READ_DECLARATION |
            1u << MB_READ_CHAIR | 1u << MB_READ_ADJOURNED | 1u << MB_READ_RESUMED | 1u << MB_READ_CLOSED |
            1u << MB_READ_NEXT_MEETING | 1u << MB_READ_SPEAKER,
};

static const ReaderRow comings[] = {
    {"Cllr Redfern joined the meeting at 14:20.", "arrival 95 [redfern] at 14:20"},
    {"JRe joined 14:20", "arrival 95 [redfern] at 14:20"},
    {"JR joined the meeting.", "arrival 50 [\"JR\"=redfern|rudd] ?«“JR” may be Jonas Redfern or Joyce Rudd.»"},
    {"At 2.20pm Cllr Redfern joined the meeting.", "arrival 95 [redfern] at 14:20"},
    {"14:20 – Dr Adeyemi arrived", "arrival 95 [grace] at 14:20"},
    {"Cllr Adeyemi arrived at 2.15pm.", "arrival 95 [tunde] at 14:15"},
    {"Angela D'Arcy and Mo Iqbal left the meeting at 3pm.", "departure 95 [darcy; iqbal] at 15:00"},
    {"The Treasurer left the meeting for item 6.", "departure 95 [nair] for the item about «item 6» =item6"},
    {"Harriet Calloway (HC) left at 15:10 and returned at 15:25.",
     "departure 95 [calloway] at 15:10\narrival 88 [calloway] at 15:25"},
    {"Cllr Redfern left.", "departure 85 [redfern]"},
    {"Siân Pugh-Davies joined remotely at 14:05.", "arrival 95 [pugh] at 14:05 remote"},
    {"Peter joined the meeting during item 5.",
     "arrival 80 [lomax] about «item 5» =item5 ?«Peter Whitcombe, who is not here, may be meant too.»"},
    {"Redfurn joined the meeting at 14:20.",
     "arrival 55 [\"Redfurn\"=redfern] at 14:20 ?«“Redfurn” may be a slip for Jonas Redfern.»"},
    {"Russel Smith joined the meeting at 14:20.",
     "arrival 70 [\"Russel Smith\"] at 14:20 ?«“Russel Smith” is nobody's name in the book.»"},
    {"Martin had to leave at 15:00.", "departure 85 [thorne] at 15:00"},
    {"Martin will have to leave at 15:00.", "departure 60 [thorne] at 15:00 ?«It is announced, not told.»"},
    {"Grace gave her apologies for leaving early.", "departure 75 [grace] ?«When they left is not told.»"},
    {"Apologies for lateness were received from Priya Nair.", "arrival 75 [nair] ?«When they came is not told.»"},
    {"Mrs D'Arcy left the room during item 6.", "departure 95 [darcy] for the item about «item 6» =item6"},
    {"Mrs D'Arcy left the meeting during item 6.", "departure 95 [darcy] about «item 6» =item6"},
    {"Mrs D'Arcy left the meeting for the remainder of the item.",
     "departure 95 [darcy] for the item about «the item»"},
    {"Mrs D'Arcy left the meeting while this item was discussed.",
     "departure 95 [darcy] for the item about «this item»"},
    {"MI rejoined the call at 14:50.", "arrival 95 [iqbal] at 14:50"},
    {"MI dropped off the call at 14:40, rejoining at 14:50.",
     "departure 95 [iqbal] at 14:40\narrival 88 [iqbal] at 14:50"},
    {"Cllr Redfern gave his report and left the meeting at 15:00.",
     "speaker 95 [redfern]\ndeparture 88 [redfern] at 15:00"},
    {"It was noted that Cllr Redfern had left the meeting at 15:10.", "departure 85 [redfern] at 15:10"},
    {"When Cllr Redfern joined the meeting the vote was over.",
     "arrival 65 [redfern] ?«It is told in passing and may be of another time.»"},
    {"(Cllr Redfern joined the meeting at 14:20)", "arrival 95 [redfern] at 14:20"},
    {"The meeting was joined by Priya Nair at 14:30.", "arrival 95 [nair] at 14:30"},
    {"Ruth Osgood left to attend another meeting.", "departure 85 [osgood]"},
    {"Priya joined via Teams.", "arrival 92 [nair] remote"},
    {"Priya entered the room at 14:12.", "arrival 92 [nair] at 14:12"},
    {"Priya returned to the meeting.", "arrival 92 [nair]"},
    {"Priya attended until 15:30.", "departure 92 [nair] at 15:30"},
    {"Priya attended from item 4.", "arrival 92 [nair] about «item 4» =item4"},
    {"**Cllr Redfern** joined the meeting at *14:20*.", "arrival 95 [redfern] at 14:20"},
    {"- HC left at 3.15pm", "departure 95 [calloway] at 15:15"},
    {"4.2 Cllr Redfern left the meeting.", "departure 95 [redfern]"},
    {"Cllr Redfern arrived late.", "arrival 85 [redfern]"},
    {"Cllr Redfern arrived at the meeting after item 3.", "arrival 95 [redfern] about «item 3» =item3"},
    {"Cllr Redfern came in at 14:35.", "arrival 95 [redfern] at 14:35"},
    {"Cllr Redfern left early.", "departure 85 [redfern]"},
    {"Peter Lomax stepped out of the meeting at 15:00.", "departure 95 [lomax] at 15:00"},
    {"Cllr Redfern withdrew from the meeting for item 6.", "departure 95 [redfern] for the item about «item 6» =item6"},
    {"HC and LF left the meeting at 15:40", "departure 95 [calloway; fisk] at 15:40"},
    {"Harriet Calloway, Leonard Fisk and Priya Nair joined the meeting at 14:10.",
     "arrival 95 [calloway; fisk; nair] at 14:10"},
    {"Cllr Redfern joined the meeting at 14:20 and Grace left at 14:30.",
     "arrival 95 [redfern] at 14:20\ndeparture 92 [grace] at 14:30"},
    {"The WDC left the meeting.", "departure 65 [thorne] ?«“The WDC” is an organisation; Martin Thorne sits for it.»"},
    {"Joyce Rudd joined the meeting.", "arrival 95 [rudd]"},
    {"Joyce Rudd joined the call via Teams at 14:02 and left at 15:58.",
     "arrival 95 [rudd] at 14:02 remote\ndeparture 88 [rudd] at 15:58"},
    {"J Rudd arrived at 2:20 pm", "arrival 94 [rudd] at 14:20"},
    {"14:32 Joyce Rudd left", "departure 95 [rudd] at 14:32"},
    {"Mrs Rudd arrived during item 4", "arrival 95 [rudd] about «item 4» =item4"},
    {"Owen Brackley (Ruth Osgood deputising) joined the meeting.", "arrival 95 [brackley]"},
    {"The Vice-chair left the room for this item.", "departure 95 [fisk] for the item about «this item»"},
    {"Priya Nair needed to leave early.", "departure 85 [nair]"},
    {"Angela D’Arcy left the meeting.", "departure 95 [darcy]"},
    {"PETER LOMAX JOINED THE MEETING AT 14:20.", "arrival 95 [lomax] at 14:20"},
    {"Miss A Muir left the meeting for item 6.", "departure 70 [\"Miss A Muir\"] for the item about «item 6» =item6 "
                                                 "?«“Miss A Muir” is nobody's name in the book.»"},
};

static const ReaderRow apologies[] = {
    {"Apologies were received from Cllr Moss, Supt Brackley and Peter Whitcombe.",
     "apologies 95 [moss; brackley; whitcombe]"},
    {"Apologies: Cllr Moss, Supt Brackley; Yusuf Karim (Probation)", "apologies 95 [moss; brackley; karim]"},
    {"Cllr Moss sent his apologies.", "apologies 95 [moss]"},
    {"Apologies\nCllr Moss\nOwen Brackley – Police\nThe meeting began.", "apologies 90 lines 0-2 [moss; brackley]"},
    {"Julie Smith sent apologies.", "apologies 70 [\"Julie Smith\"] ?«“Julie Smith” is nobody's name in the book.»"},
    {"Apologies for absence were received and accepted from Cllrs Moss and Adeyemi.", "apologies 95 [moss; tunde]"},
    {"An apology for absence was received from Peter Whitcombe.", "apologies 95 [whitcombe]"},
    {"Apologies from DM and OB.", "apologies 95 [moss; brackley]"},
    {"Apologies – Cllr Moss (Finance), Supt O Brackley", "apologies 94 [moss; brackley]"},
    {"Apologies received: Declan Moss, MWFRS; Peter Whitcombe, Public Health", "apologies 95 [moss; whitcombe]"},
    {"Apologies were received on behalf of Owen Brackley, who was represented by Ruth Osgood.",
     "apologies 95 [brackley]"},
    {"Apologies were received from Owen Brackley and Ruth Osgood attended in his place.", "apologies 95 [brackley]"},
    {"The Chair gave apologies for Cllr Moss.", "apologies 95 [moss]"},
    {"Declan Moss has sent apologies for today's meeting.", "apologies 95 [moss]"},
    {"Apologies: Declan Moss, Adult Social Care, Peter Whitcombe, MWFRS", "apologies 95 [moss; whitcombe]"},
    {"Apologies: Declan Moss, Adult Care Network; Peter Whitcombe, Someone Else", "apologies 95 [moss; whitcombe]"},
    {"Apologies for absence had been received from Cllr Moss.", "apologies 95 [moss]"},
    {"Apologies were submitted by Cllr Moss and Peter Whitcombe.", "apologies 95 [moss; whitcombe]"},
    {"Apologies for absence: Cllr D Moss; P Whitcombe; Supt Brackley.", "apologies 94 [moss; whitcombe; brackley]"},
    {"Cllr Moss and Supt Brackley had sent apologies.", "apologies 95 [moss; brackley]"},
    {"Received apologies from Cllr Moss.", "apologies 95 [moss]"},
    {"1. Apologies: Cllr Moss", "apologies 95 [moss]"},
    {"Apologies for absence\n- Cllr Moss\n- Peter Whitcombe\n2. Minutes", "apologies 90 lines 0-2 [moss; whitcombe]"},
};

static const ReaderRow declarations[] = {
    {"Cllr Redfern declared a non-pecuniary interest in item 6 as a trustee of the Youth Trust, and left the meeting.",
     "declaration 95 [redfern] kind «non-pecuniary interest» left about «item 6» =item6: a trustee of the Youth Trust"},
    {"Cllr Redfern declared an interest in items 5 and 6.",
     "declaration 95 [redfern] about «items 5 and 6» =item5\ndeclaration 95 [redfern] about «items 5 and 6» =item6"},
    {"JRe declared a personal and prejudicial interest in the youth centre lease because his wife works there. He left "
     "the room and did not vote.",
     "declaration 95 [redfern] kind «personal and prejudicial interest» left about «the youth centre lease» =item6: "
     "his wife works there"},
    {"An interest was declared by Priya Nair in item 7.", "declaration 95 [nair] about «item 7» =item7"},
    {"Declarations: Cllr Redfern – item 6 (trustee of the Youth Trust)",
     "declaration 95 [redfern] about «item 6» =item6: trustee of the Youth Trust"},
    {"There was one declaration of interest: Cllr Redfern in item 6.",
     "declaration 95 [redfern] about «item 6» =item6"},
    {"Cllr Redfern made a declaration of non-pecuniary interest in item 6.",
     "declaration 95 [redfern] kind «non-pecuniary interest» about «item 6» =item6"},
    {"Declaration of interest was received from Priya Nair in relation to item 7.",
     "declaration 95 [nair] about «item 7» =item7"},
    {"Cllr Redfern declared a disclosable pecuniary interest in agenda item 6 and withdrew from the meeting.",
     "declaration 95 [redfern] kind «disclosable pecuniary interest» left about «agenda item 6» =item6"},
    {"Cllr Redfern declared an interest in item 6, being a governor of the school, and remained in the room but did "
     "not vote.",
     "declaration 95 [redfern] did not vote about «item 6» =item6: a governor of the school"},
    {"Cllr Redfern declared an interest in item 6, spoke but did not vote.",
     "declaration 95 [redfern] did not vote about «item 6» =item6"},
    {"Cllr Redfern declared an interest in item 6 and took no part in the discussion.",
     "declaration 95 [redfern] did not vote about «item 6» =item6"},
    {"Cllr Redfern declared an interest in item 9.",
     "declaration 80 [redfern] about «item 9» ?«The agenda has no such item.»"},
    {"Cllr Redfern declared an interest in item 6 as he is a member of the club.",
     "declaration 95 [redfern] about «item 6» =item6"},
    {"Cllr Redfern declared a conflict of interest in respect of item 7.",
     "declaration 95 [redfern] kind «conflict of interest» about «item 7» =item7"},
    {"Cllr Redfern and Dr Adeyemi declared personal interests in item 6.",
     "declaration 95 [redfern; grace] kind «personal interests» about «item 6» =item6"},
    {"Cllr Redfern declared an interest.", "declaration 85 [redfern]"},
    {"Cllr Redfern declared a DPI in item 6.", "declaration 95 [redfern] kind «DPI» about «item 6» =item6"},
    {"Cllr Redfern declared a personal interest in item 5.1 (his son is a member). She remained in the meeting.",
     "declaration 95 [redfern] kind «personal interest» stayed about «item 5.1» =item5.1: his son is a member"},
    {"Cllr Redfern declared that he had an interest in item 6.", "declaration 95 [redfern] about «item 6» =item6"},
    {"Cllr Adeyemi declared a prejudicial interest in Budget 2026/27 and left the room.",
     "declaration 95 [tunde] kind «prejudicial interest» left about «Budget 2026/27» =item7"},
    {"An interest in item 6 was declared by Cllr Redfern as a tenant.",
     "declaration 95 [redfern] about «item 6» =item6: a tenant"},
    {"Declarations of interest were made by Cllr Redfern and Priya Nair in respect of item 5.1.",
     "declaration 95 [redfern; nair] about «item 5.1» =item5.1"},
    {"Declarations of Interest – Priya Nair, item 7, as Treasurer of the Trust.",
     "declaration 95 [nair] about «item 7» =item7: Treasurer of the Trust"},
    {"Cllr Pugh-Davies declared a registerable interest in item 6; she left the room.",
     "declaration 95 [pugh] kind «registerable interest» left about «item 6» =item6"},
    {"Priya Nair declared a conflict in item 7.", "declaration 95 [nair] kind «conflict» about «item 7» =item7"},
    {"It was noted that Priya Nair declared an interest in item 7.", "declaration 95 [nair] about «item 7» =item7"},
};

static const ReaderRow chairs[] = {
    {"Cllr Fisk took the chair.", "chair 95 [fisk]"},
    {"In the absence of the Chair, Leonard Fisk chaired the meeting.", "chair 95 [fisk]"},
    {"The Chair handed over to Leonard for item 6.", "chair 60 [fisk] ?«They may only have been given the floor.»"},
    {"The Chair handed the chair to LF.", "chair 95 [fisk]"},
    {"Leonard Fisk (Vice-chair) took the chair for item 6.", "chair 95 [fisk]"},
    {"LF took the Chair.", "chair 95 [fisk]"},
    {"Harriet Calloway resumed the chair.", "chair 95 [calloway]"},
    {"Leonard Fisk in the chair.", "chair 92 [fisk]"},
    {"The chair was taken by Leonard Fisk.", "chair 95 [fisk]"},
    {"Cllr Redfern was elected chair for the meeting.", "chair 92 [redfern]"},
    {"In the absence of the Chair and Vice-chair, Priya Nair took the chair.", "chair 95 [nair]"},
    {"The Chair handed over to Priya Nair to chair the rest of the meeting.", "chair 92 [nair]"},
    {"The Chair handed over to Priya Nair.", "chair 60 [nair] ?«They may only have been given the floor.»"},
    {"With Leonard Fisk in the chair, the meeting went on.", "chair 92 [fisk]"},
    {"Chair: Leonard Fisk", "chair 90 [fisk]"},
    {"Chair: Leonard Fisk (Vice-chair)", "chair 90 [fisk]"},
    {"Priya Nair assumed the chair.", "chair 95 [nair]"},
    {"Dr Adeyemi chaired this item.", "chair 95 [grace]"},
    {"The Vice-chair took over the chair.", "chair 95 [fisk]"},
    {"Cllr. O. Williams took the Chair and welcomed everyone.",
     "chair 70 [\"Cllr. O. Williams\"] ?«“Cllr. O. Williams” is nobody's name in the book.»"},
};

static const ReaderRow happenings[] = {
    {"The meeting closed at 4:47pm.", "closed 95 at 16:47"},
    {"The meeting was adjourned at 15:00 for ten minutes.", "adjourned 95 at 15:00"},
    {"The meeting resumed at 15:10.", "resumed 95 at 15:10"},
    {"The Chair closed the meeting at 16:05.", "closed 95 at 16:05"},
    {"Date of next meeting: 18 June 2026 at 2pm", "next meeting 95 due 2026-06-18 «18 June 2026» @m-june at 14:00"},
    {"Next meeting: Thursday 25 June 2026",
     "next meeting 75 due 2026-06-25 «Thursday 25 June 2026» ?«The next meeting in the book is on 18 June 2026.»"},
    {"The meeting ended at 16:05.", "closed 95 at 16:05"},
    {"Meeting closed.", "closed 90"},
    {"There being no further business, the Chair declared the meeting closed at 4.05pm.", "closed 95 at 16:05"},
    {"There being no further business the meeting closed at 16:05.", "closed 95 at 16:05"},
    {"RESOLVED that the meeting be adjourned.", "adjourned 70"},
    {"The meeting adjourned for a comfort break at 15:00 and resumed at 15:10.",
     "adjourned 95 at 15:00\nresumed 95 at 15:10"},
    {"The Chair adjourned the meeting at 15:00.", "adjourned 95 at 15:00"},
    {"The meeting reconvened.", "resumed 90"},
    {"Close of meeting: 16:05", "closed 95 at 16:05"},
    {"The meeting finished at 4.05 pm", "closed 95 at 16:05"},
    {"The next meeting of the Board is on 18 June 2026.", "next meeting 95 due 2026-06-18 «18 June 2026» @m-june"},
    {"The next meeting will be held on Thursday 18 June at 10am in the Town Hall.",
     "next meeting 95 due 2026-06-18 «Thursday 18 June» @m-june at 10:00"},
    {"Date of Next Meeting – 18 June 2026", "next meeting 95 due 2026-06-18 «18 June 2026» @m-june"},
    {"Dates of next meetings: 18 June 2026, 17 September 2026 and 19 November 2026.",
     "next meeting 95 due 2026-06-18 «18 June 2026» @m-june\nnext meeting 95 due 2026-09-17 «17 September 2026» "
     "@m-september\nnext meeting 95 due 2026-11-19 «19 November 2026» @m-november"},
    {"Next meeting: 2 April 2026",
     "next meeting 60 due 2026-04-02 «2 April 2026» ?«That day is not after this meeting.»"},
    {"At 15:00 the meeting adjourned.", "adjourned 95 at 15:00"},
    {"The meeting was suspended.", "adjourned 90"},
    {"The Chair thanked everyone and closed the meeting at 16:02.", "speaker 95 [calloway]\nclosed 95 at 16:02"},
    {"The meeting concluded with thanks.", "closed 90"},
    {"Meeting closed at 4.45 p.m.", "closed 95 at 16:45"},
    {"Date of next meeting\n18 June 2026 at 2pm",
     "next meeting 95 lines 0-1 due 2026-06-18 «18 June 2026» @m-june at 14:00"},
    {"Next meeting\n\nThursday 18 June", "next meeting 95 lines 0-2 due 2026-06-18 «Thursday 18 June» @m-june"},
};

static const ReaderRow speakers[] = {
    {"MC – This is a report", "speaker 45 [\"MC\"] ?«“MC” is nobody's name in the book.»"},
    {"HC – this is a report that went to the council", "speaker 92 [calloway]"},
    {"HC: this is new", "speaker 92 [calloway]"},
    {"JRe –asked about the money.", "speaker 92 [redfern]"},
    {"(PN) replied that it was fine.", "speaker 92 [nair]"},
    {"Cllr Redfern asked whether it was new. Mark stated no. Harriet stated that it was.",
     "speaker 95 [redfern]\nspeaker 92 [calloway]"},
    {"The Chair thanked Priya.", "speaker 95 [calloway]"},
    {"Peter asked if there were any concerns.",
     "speaker 80 [lomax] ?«Peter Whitcombe, who is not here, may be meant too.»"},
    {"Julie Smith asked if there were any concerns.",
     "speaker 70 [\"Julie Smith\"] ?«“Julie Smith” is nobody's name in the book.»"},
    {"Cllr Moss queried the timeline.", "speaker 60 [moss] ?«Declan Moss sent apologies.»"},
    {"MT advised that it was done.", "speaker 50 [\"MT\"=thorne|tate] ?«“MT” may be Martin Thorne or Maureen Tate.»"},
    {"Martin Thorne and Maureen Tate presented the report.", "speaker 95 [thorne; tate]"},
    {"The Chair asked if Cllr Redfern joined the meeting.", "speaker 95 [calloway]"},
    {"The Chair reminded members to declare interests.", "speaker 95 [calloway]"},
    {"Cllr Redfern expressed an interest in the project.", "speaker 95 [redfern]"},
    {"Chair: I think so.", "speaker 92 [calloway]"},
    {"MC – noted", "speaker 45 [\"MC\"] ?«“MC” is nobody's name in the book.»"},
    {"MT – said so", "speaker 50 [\"MT\"=thorne|tate] ?«“MT” may be Martin Thorne or Maureen Tate.»"},
    {"JR – said so", "speaker 50 [\"JR\"=redfern|rudd] ?«“JR” may be Jonas Redfern or Joyce Rudd.»"},
    {"Cllr JRe – the road is closed", "speaker 92 [redfern]"},
    {"jre: the road is closed", "speaker 75 [redfern]"},
    {"PN - asked for more", "speaker 92 [nair]"},
    {"Harriet: welcome all", "speaker 92 [calloway]"},
    {"Harriet – welcome all", "speaker 70 [calloway] ?«What follows the dash may be no speech.»"},
    {"Priya Nair: budget", "speaker 92 [nair]"},
    {"Priya Nair – Budget 2026/27", "speaker 70 [nair] ?«What follows the dash may be no speech.»"},
    {"TC: Any patterns?", "speaker 45 [\"TC\"] ?«“TC” is nobody's name in the book.»"},
    {"Cllr Redfern also asked about parking.", "speaker 95 [redfern]"},
    {"Cllr Redfern then went on to say more.", "speaker 95 [redfern]"},
    {"Cllr Redfern gave an update on parking.", "speaker 95 [redfern]"},
    {"Cllr Redfern and Priya thanked the team.", "speaker 92 [redfern; nair]"},
    {"The Chair welcomed everyone. Priya Nair presented the report. The Chair thanked her.",
     "speaker 95 [calloway]\nspeaker 95 [nair]\nspeaker 95 [calloway]"},
    {"HC asked PN to explain. PN explained.", "speaker 95 [calloway]\nspeaker 95 [nair]"},
    {"In response, Priya advised that costs rose.", "speaker 92 [nair]"},
    {"• Priya advised that costs rose.", "speaker 92 [nair]"},
    {"(a) Priya advised that costs rose.", "speaker 92 [nair]"},
    {"3.2 Dr Adeyemi reported that costs rose.", "speaker 95 [grace]"},
    {"Siân asked why.", "speaker 92 [pugh]"},
    {"Sian Davies asked why.", "speaker 95 [pugh]"},
    {"Cllr S Pugh-Davies asked why.", "speaker 94 [pugh]"},
    {"Pugh-Davies asked why.", "speaker 90 [pugh]"},
    {"Mr Lomax asked why.", "speaker 95 [lomax]"},
    {"Dr Redfern asked why.", "speaker 80 [redfern] ?«“Dr Redfern” is Cllr Jonas Redfern in the book.»"},
    {"Adeyemi asked why.", "speaker 50 [\"Adeyemi\"=tunde|grace] ?«“Adeyemi” may be Tunde Adeyemi or Grace Adeyemi.»"},
    {"Head of Housing reported on voids.", "speaker 92 [thorne]"},
    {"The Head of Housing reported on voids.", "speaker 92 [thorne]"},
    {"The Treasurer presented the accounts.", "speaker 95 [nair]"},
    {"The Vice Chair presented the accounts.", "speaker 95 [fisk]"},
    {"The District Commander outlined the figures.",
     "speaker 60 [brackley] ?«Owen Brackley is represented by somebody else.»"},
    {"Insp Osgood outlined the figures.", "speaker 95 [osgood]"},
    {"Yusuf Karim spoke about the market.", "speaker 75 [karim] ?«Yusuf Karim is not on this meeting's register.»"},
    {"Yusuf asked if that was so.", "speaker 75 [karim] ?«Yusuf Karim is not on this meeting's register.»"},
    {"Traffic added that to the list.", "speaker 50 [\"Traffic\"] ?«“Traffic” is nobody's name in the book.»"},
    {"Chief Supt Bell opened the meeting.",
     "speaker 70 [\"Chief Supt Bell\"] ?«“Chief Supt Bell” is nobody's name in the book.»"},
    {"Grace and Tunde Adeyemi asked for details.", "speaker 92 [grace; tunde]"},
    {"Harriet Calloway, Chair, welcomed members.", "speaker 95 [calloway]"},
    {"Harriet Caloway welcomed members.",
     "speaker 55 [\"Harriet Caloway\"=calloway] ?«“Harriet Caloway” may be a slip for Harriet Calloway.»"},
    {"Calloway, Harriet asked for it.", "speaker 95 [calloway]"},
    {"H Calloway asked for it.", "speaker 94 [calloway]"},
    {"H. Calloway asked for it.", "speaker 94 [calloway]"},
    {"Peter Whitcombe asked for it.", "speaker 60 [whitcombe] ?«Peter Whitcombe is marked absent.»"},
    {"Moss asked for it.", "speaker 60 [moss] ?«Declan Moss sent apologies.»"},
    {"Will asked if it was so.", "speaker 50 [\"Will\"] ?«“Will” is nobody's name in the book.»"},
    {"The Chair asked Priya to leave the room.", "speaker 95 [calloway]"},
};

static const ReaderRow nothing[] = {
    {"Cllr Redfern joined the scheme.", ""},
    {"The item was left open.", ""},
    {"The decision was left to the Chair.", ""},
    {"Joining instructions were sent.", ""},
    {"The board arrived at a figure of 300.", ""},
    {"No apologies were received.", ""},
    {"There were no apologies for absence.", ""},
    {"Apologies were given for the delay in circulating the papers.", ""},
    {"There were no declarations of interest.", ""},
    {"Members were asked to declare any interest.", ""},
    {"The Chair declared the meeting open.", ""},
    {"Declarations of interest: none.", ""},
    {"The board is chaired by Jo Broad.", ""},
    {"The item was adjourned.", ""},
    {"An update will come to the next meeting on 18 June.", ""},
    {"Funding: bids were made", ""},
    {"Next Steps: all schools", ""},
    {"Police advised that nothing was found.", ""},
    {"Apologies had been received from all partners.", ""},
    {"Apologies: None", ""},
    {"Apologies were noted.", ""},
    {"The Clerk gave apologies for the late papers.", ""},
    {"Priya offered apologies to residents.", ""},
    {"Leonard left it to the Chair to decide.", ""},
    {"Leonard left the council in May.", ""},
    {"Leonard left the papers with the Clerk.", ""},
    {"Leonard has left the organisation.", ""},
    {"Priya joined the Board in 2019.", ""},
    {"Priya joined last month's meeting.", ""},
    {"Priya joined the previous meeting by phone.", ""},
    {"Priya returned the form.", ""},
    {"Priya attended the conference.", ""},
    {"All members left the room.", ""},
    {"The public left the meeting at 16:00.", ""},
    {"The letter from Cllr Redfern arrived late.", ""},
    {"Cllr Redfern arrived at a conclusion.", ""},
    {"Two members left.", ""},
    {"Cllr Redfern withdrew the motion.", ""},
    {"No interests were declared.", ""},
    {"None declared.", ""},
    {"No member declared an interest.", ""},
    {"Priya Nair declared no interest in item 6.", ""},
    {"Cllr Redfern had nothing to declare.", ""},
    {"Declarations: None.", ""},
    {"2. Declarations of interest", ""},
    {"It was in the interest of Cllr Redfern to wait.", ""},
    {"Cllr Redfern declared the fair open.", ""},
    {"Cllr Redfern declared his support for the scheme.", ""},
    {"The Chair declared the motion carried.", ""},
    {"Bank interest of £30 was received.", ""},
    {"Cllr Redfern was elected Chair for the coming year.", ""},
    {"Leonard Fisk chaired the sub-group.", ""},
    {"Leonard Fisk chairs the grants panel.", ""},
    {"Leonard to chair the next meeting.", ""},
    {"Please take the chair out of the room.", ""},
    {"The Chair handed over to Peter for an update.", ""},
    {"The chair of the panel was thanked.", ""},
    {"The meeting closed to the public at 15:00.", ""},
    {"The last meeting closed at 16:00.", ""},
    {"The road was closed at 14:00.", ""},
    {"The action was closed.", ""},
    {"A closed meeting was held.", ""},
    {"The meeting will close at 16:00.", ""},
    {"The planning meeting was adjourned.", ""},
    {"The inquest was adjourned until May.", ""},
    {"Work on the bridge resumed.", ""},
    {"Members agreed that the meeting closed too early.", ""},
    {"HC to circulate the slides.", ""},
    {"HC – to circulate the slides", ""},
    {"David Rhodes – Knife crime update", ""},
    {"Josh Stone: Might be worth it", ""},
    {"NB: the fee is due", ""},
    {"AOB – none", ""},
    {"Cllr Redfern gave birth.", ""},
    {"WDC advised that bins were late.", ""},
    {"Probation Service reported on staffing.", ""},
    {"The report noted that crime rose.", ""},
    {"The report was noted.", ""},
    {"Members noted the report.", ""},
    {"The Board asked for more.", ""},
    {"It was reported that bins were late.", ""},
    {"He asked about bins.", ""},
    {"Crime added to the pressure.", ""},
    {"Redfern House presented problems.", ""},
    {"Redfern's report noted the fall.", ""},
    {"A resident asked about bins.", ""},
    {"Mark the date in your diary.", ""},
    {"Police asked for more.", ""},
    {"Shopkeepers asked if it was so.", ""},
    {"Cllr Redfern joined in the discussion.", ""},
    {"Cllr Redfern joined the debate.", ""},
    {"Cllr Redfern joined the working group.", ""},
    {"Cllr Redfern joined forces with the police.", ""},
    {"Grace returned to item 5.", ""},
    {"Grace returned to the council after the election.", ""},
    {"Grace left for Leeds.", ""},
    {"Grace left a message for the landlord.", ""},
    {"Cllr Redfern came in for praise.", ""},
    {"The Chair closed the item.", ""},
    {"The Chair closed the discussion at 15:00.", ""},
    {"The Chair adjourned the item.", ""},
    {"Nominations closed on 5 May.", ""},
    {"The consultation closed at 5pm.", ""},
    {"The office closes at 17:00.", ""},
    {"Interest rates rose.", ""},
    {"An apology from the supplier was read.", ""},
    {"A letter of apology from Peter Lomax was read.", ""},
    {"Next meeting of the Police Panel: 5 May 2026", ""},
    {"Next meeting: TBC", ""},
    {"To be brought to the next meeting by HC.", ""},
    {"Copies will be sent before the next meeting on 18 June 2026.", ""},
    {"The meeting on 18 June will be longer.", ""},
    {"The Chair of Governors left the school.", ""},
    {"It was agreed to leave the matter with the Chair.", ""},
    {"Three places are left.", ""},
    {"Cllr Moss arrived in the ward office in May.", ""},
    {"The new bins arrived on 3 April.", ""},
    {"The post of clerk was left vacant.", ""},
    {"Peter left no stone unturned.", ""},
    {"Leave was granted to Cllr Moss.", ""},
    {"The grant was returned.", ""},
    {"The form should be returned to Priya Nair by 30 April.", ""},
    {"Anyone who arrives late should sign the book.", ""},
    {"Members who joined late were told.", ""},
    {"The meeting room was cold.", ""},
    {"Priya Nair was absent for item 6.", ""},
    {"The Board accepted the supplier's apologies.", ""},
    {"His apologies came too late.", ""},
    {"Apologies for the short notice.", ""},
    {"Apologies for absence", ""},
    {"Tunde Adeyemi had previously declared an interest in item 6.", ""},
    {"Should Priya Nair declare an interest she must leave.", ""},
    {"The result was declared.", ""},
    {"A state of emergency was declared by the council.", ""},
    {"Cllr Redfern declared a lifelong interest in trains.", ""},
    {"Public interest in the scheme was high.", ""},
    {"Priya Nair took the minutes.", ""},
    {"Priya Nair took a chair to the front.", ""},
    {"Dr Adeyemi was thanked for chairing the panel.", ""},
    {"Cllr Redfern, who chairs the panel, spoke.", ""},
    {"The meeting will reconvene on 5 May.", ""},
    {"The debate was adjourned.", ""},
    {"Closing date for bids: 30 May.", ""},
    {"The case was closed at 15:00.", ""},
    {"The gates closed before the meeting ended.", ""},
    {"A Resident left the meeting.", ""},
    {"The Chair and Vice-chair were thanked.", ""},
    {"Anyone who arrived late signed the book.", ""},
    {"Highways Team advised that the road is shut.", ""},
};

typedef struct {
    const ReaderRow *rows;
    gsize count;
} Table;

static void test_table(gconstpointer data)
{
    const Table *table = data;

    reader_case_rows_of(KINDS, table->rows, table->count);
}

/* What WORDS name: the person's id, or the candidates after a question mark. */
static void check_person(MbReader *reader, const char *words, const char *expected)
{
    g_autoptr(GPtrArray) candidates = g_ptr_array_new();
    const char *person = mb_reader_person(reader, words, candidates);
    g_autoptr(GString) got = g_string_new(person ? person : "?");

    for (guint i = 0; i < candidates->len; i++)
        g_string_append_printf(got, "%s%s", i ? "|" : "", (const char *)candidates->pdata[i]);
    if (strcmp(got->str, expected) != 0)
        g_error("“%s”: expected %s, got %s", words, expected, got->str);
}

static void test_person(void)
{
    static const char *const rows[][2] = {
        {"Harriet Calloway", "calloway"},
        {"harriet", "calloway"},
        {"HC", "calloway"},
        {"hc", "calloway"},
        {"JRe", "redfern"},
        {"jru", "rudd"},
        {"JR", "?redfern|rudd"},
        {"MT", "?thorne|tate"},
        {"Adeyemi", "?tunde|grace"},
        {"Dr Adeyemi", "grace"},
        {"Councillor Adeyemi", "tunde"},
        {"Peter", "lomax"},
        {"Peter Whitcombe", "whitcombe"},
        {"Whitcombe", "whitcombe"},
        {"J. Redfern", "redfern"},
        {"Redfern, Jonas", "redfern"},
        {"Mo Iqbal", "iqbal"},
        {"Mo", "iqbal"},
        {"Sian Pugh-Davies", "pugh"},
        {"Supt. Brackley", "brackley"},
        {"Chief Superintendent Brackley", "brackley"},
        {"the Chair", "calloway"},
        {"Vice Chair", "fisk"},
        {"Head of Housing", "thorne"},
        {"Wexmoor District Council", "thorne"},
        {"D’Arcy", "darcy"},
        {"d'arcy", "darcy"},
        {"Whitcomb", "?whitcombe"},
        {"Martin Thorn", "?thorne"},
        {"Martin Rudd", "?"},
        {"Julie", "?"},
        {"All", "?"},
        {"", "?"},
        {"Harriet and Leonard", "?"},
    };
    ReaderCase *self = reader_case_new();

    for (gsize i = 0; i < G_N_ELEMENTS(rows); i++)
        check_person(self->reader, rows[i][0], rows[i][1]);
    reader_case_free(self);
}

/* The chair changes hands within an item, and the item at hand is the one that an interest is declared in. */
static void test_in_context(void)
{
    ReaderCase *self = reader_case_new();
    g_autofree char *chair = reader_case_read(
        self, "The Chair left the meeting.\nLeonard Fisk took the chair.\nThe Chair thanked the team.", NULL);
    g_autofree char *interest =
        reader_case_kinds(self, "Priya Nair declared an interest and left the room.", "item7", KINDS);
    g_autofree char *register_line = reader_case_kinds(self, "Declan Moss\tFinance\tApologies", "item1", KINDS);

    g_assert_cmpstr(chair, ==,
                    "departure 95 [calloway]\n"
                    "chair 95 [fisk]\n"
                    "speaker 95 [fisk]");
    g_assert_cmpstr(interest, ==, "declaration 95 [nair] left =item7");
    g_assert_cmpstr(register_line, ==, "");
    reader_case_free(self);
}

/* Without a meeting there is a roll all the same, and nobody is more here than another. */
static void test_without_meeting(void)
{
    ReaderCase *self = reader_case_new();
    g_autoptr(MbReader) reader = mb_reader_new(self->dossier, "wexmoor", NULL);
    const MbReadLine line = {.text = "The Chair thanked Peter."};

    check_person(reader, "Peter", "?lomax|whitcombe");
    check_person(reader, "the Chair", "calloway");
    g_autoptr(GPtrArray) readings = mb_reader_read(reader, &line, 1, NULL);
    g_assert_cmpuint(readings->len, ==, 1);
    reader_case_free(self);
}

/* Where a reading and who is named in it stand, in bytes of the line as it was given. */
static void test_places(void)
{
    static const char text[] = "– **Siân Pugh-Davies** left at 15:10.";
    const MbReadLine line = {.text = text};
    ReaderCase *self = reader_case_new();
    g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, &line, 1, NULL);

    g_assert_cmpuint(readings->len, ==, 1);
    const MbReading *reading = readings->pdata[0];
    const MbNamed *named = reading->people->pdata[0];
    g_autofree char *who = g_strndup(text + named->start, (gsize)named->length);
    g_autofree char *what = g_strndup(text + reading->start, (gsize)reading->length);
    g_assert_cmpstr(who, ==, "Siân Pugh-Davies");
    g_assert_cmpstr(what, ==, "Siân Pugh-Davies** left at 15:10");
    g_assert_cmpstr(named->words, ==, "Siân Pugh-Davies");
    reader_case_free(self);
}

/* Bytes that are no text, text cut in the middle of a letter, and a line of a megabyte are read without harm. */
static void test_robust(void)
{
    static const char *const pieces[] = {"Cllr Redfern ",
                                         "joined ",
                                         "the meeting ",
                                         "left ",
                                         "item 6 ",
                                         "declared ",
                                         "an ",
                                         "interest ",
                                         "apologies ",
                                         "from ",
                                         ", ",
                                         "and ",
                                         "the Chair ",
                                         "asked ",
                                         "(",
                                         ")",
                                         ": ",
                                         "– ",
                                         "\xE2\x80",
                                         "\xFF",
                                         "Siân ",
                                         "closed ",
                                         "14:20 ",
                                         "**",
                                         "JR ",
                                         ". "};
    ReaderCase *self = reader_case_new();
    g_autoptr(GRand) random = g_rand_new_with_seed(20260416);

    for (int i = 0; i < 3000; i++) {
        g_autoptr(GString) text = g_string_new(NULL);
        for (int k = g_rand_int_range(random, 0, 30); k > 0; k--)
            g_string_append(text, pieces[g_rand_int_range(random, 0, G_N_ELEMENTS(pieces))]);
        for (int k = g_rand_int_range(random, -6, 12); k > 0; k--)
            g_string_append_c(text, (char)g_rand_int_range(random, 1, 256));
        g_string_truncate(text, (gsize)g_rand_int_range(random, 0, (gint)text->len + 1));
        g_autofree char *got = reader_case_read(self, text->str, i % 2 ? "item6" : NULL);
        g_assert_nonnull(got);
    }
    reader_case_free(self);
}

static void test_long_line(void)
{
    ReaderCase *self = reader_case_new();
    g_autoptr(GString) text = g_string_new(NULL);

    while (text->len < 1000000)
        g_string_append(text, "Cllr Redfern and the Chair joined and declared interest, apologies from Adeyemi, left ");
    gint64 start = g_get_monotonic_time();
    MbReadLine line = {.text = text->str};
    g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, &line, 1, NULL);
    g_test_message("a line of a megabyte: %.0f ms", (double)(g_get_monotonic_time() - start) / 1000);
    g_assert_nonnull(readings);
    reader_case_free(self);
}

static void say_speed(const char *what, const char *text)
{
    enum { LINES = 2000 };
    ReaderCase *self = reader_case_new();
    g_autofree MbReadLine *lines = g_new0(MbReadLine, LINES);

    for (int i = 0; i < LINES; i++)
        lines[i].text = text;
    gint64 start = g_get_monotonic_time();
    g_autoptr(GPtrArray) readings = mb_reader_read(self->reader, lines, LINES, NULL);
    g_test_message("%s: %.1f µs a line", what, (double)(g_get_monotonic_time() - start) / LINES);
    g_assert_nonnull(readings);
    reader_case_free(self);
}

/* Said and not asserted: machines differ. */
static void test_speed(void)
{
    say_speed("a line without keywords",
              "Works to the footbridge are expected to take about six weeks once the steel is on "
              "site, and the river path stays open meanwhile.");
    say_speed("a line with a speaker",
              "Cllr Redfern asked whether the works to the footbridge would close the river path, "
              "and for how long. Priya Nair advised that it stays open.");
    say_speed("a line with a declaration",
              "Cllr Redfern declared a non-pecuniary interest in item 6 as a trustee of the Youth "
              "Trust, and left the meeting.");
}

static const struct {
    const char *name;
    Table table;
} tables[] = {
    {"/reader/people/comings", {comings, G_N_ELEMENTS(comings)}},
    {"/reader/people/apologies", {apologies, G_N_ELEMENTS(apologies)}},
    {"/reader/people/declarations", {declarations, G_N_ELEMENTS(declarations)}},
    {"/reader/people/chairs", {chairs, G_N_ELEMENTS(chairs)}},
    {"/reader/people/happenings", {happenings, G_N_ELEMENTS(happenings)}},
    {"/reader/people/speakers", {speakers, G_N_ELEMENTS(speakers)}},
    {"/reader/people/nothing", {nothing, G_N_ELEMENTS(nothing)}},
};

int main(int argc, char **argv)
{
    g_test_init(&argc, &argv, NULL);
    for (gsize i = 0; i < G_N_ELEMENTS(tables); i++)
        g_test_add_data_func(tables[i].name, &tables[i].table, test_table);
    g_test_add_func("/reader/people/person", test_person);
    g_test_add_func("/reader/people/in-context", test_in_context);
    g_test_add_func("/reader/people/without-meeting", test_without_meeting);
    g_test_add_func("/reader/people/places", test_places);
    g_test_add_func("/reader/people/robust", test_robust);
    g_test_add_func("/reader/people/long-line", test_long_line);
    g_test_add_func("/reader/people/speed", test_speed);
    return g_test_run();
}

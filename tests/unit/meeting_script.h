/* SPDX-License-Identifier: MIT */
/* A meeting of two hours as a secretary types it: when, by which keys, which words. Invented. */
#ifndef MINUTEBOOK_TESTS_MEETING_SCRIPT_H
#define MINUTEBOOK_TESTS_MEETING_SCRIPT_H

#include <stddef.h>

/* At TIME (of 29 January 2026) the hand presses KEYS, then types TEXT. Either may be NULL. */
typedef struct {
    const char *time, *keys, *text;
} MeetingStep;

static const MeetingStep meeting_script[] = {
    {"10:01", NULL,
     "The Chair welcomed members to the first meeting of the year and thanked the Town Hall staff, who had opened the "
     "room "
     "early because of the snow. She reminded everybody that papers would be taken as read and that presenters were to "
     "speak "
     "for no more than five minutes each, so that most of the time could be given to questions.\n"},
    {"10:02", NULL, "Apologies were received from Lucian Haverstock and Oluwaseun Prideaux.\n"},
    {"10:03", NULL,
     "Members introduced themselves. The Chair noted that the meeting was being held in person for the first time "
     "since "
     "September, and that those who had joined by telephone would be asked for their views first on every item.\n"},
    {"10:05", "F8",
     "Jasper Redfearn declared a personal interest in item 10 as a trustee of the Harrowmere Play Fund.\n"},
    {"10:06", NULL,
     "There were no other declarations. Members were reminded that an interest that only becomes apparent in the "
     "course of "
     "the discussion is to be declared as soon as it does.\n"},
    {"10:08", "F8",
     "The minutes of the meeting held on 11 December 2025 were gone through page by page. Two members asked about the "
     "order "
     "of the names on the first page, which follows the membership list and not the alphabet; it was agreed to leave "
     "it so.\n"},
    {"10:10", NULL,
     "The Chair asked that matters arising be kept to those actions whose date had passed, since the others would come "
     "back "
     "with their own items later in the morning. Members were content with that, and asked for the log to be sent with "
     "the "
     "papers in future rather than tabled on the day.\n"},
    {"10:12", NULL, "Action 94: complete.\nAction 95: the draft had been received and was with the lawyers.\n"},
    {"10:14", NULL, "Hamza Lockyer arrived at 10.12.\n"},
    {"10:17", "F4 4",
     "The Chair announced that the borough had been awarded a small grant for the night-time economy, the letter "
     "having "
     "arrived the evening before. It pays for two wardens until the summer and for the training of door staff. She "
     "thanked "
     "the officers who had written the bid in the week before Christmas.\n"},
    {"10:20", NULL, "Action: Jonquil Rosewarne to circulate the grant letter by 6 February.\n"},
    {"10:22", "F8",
     "Mina Castellow presented the draft strategic assessment. Recorded crime had fallen by four per cent over the "
     "twelve "
     "months, but violence in the two central wards had not, and shop theft had risen for the third year in a row. The "
     "survey of residents, to which eleven hundred people had replied, put anti-social behaviour first, speeding "
     "second and "
     "burglary third. She drew attention to the maps in the appendix, which show how strongly the figures of a single "
     "street "
     "can move those of a whole ward.\n"},
    {"10:31", NULL,
     "In discussion members asked how the figures compared with those of similar boroughs. Mina Castellow explained "
     "that the "
     "family of comparators had changed in the autumn, so that comparisons over more than a year had to be read with "
     "care; "
     "a note on the method would be added. Kofi Lindqvist said that people on probation were counted at their address "
     "and not "
     "where the offence took place, which made the northern wards look worse than they are. Hester Dunmallow asked for "
     "deliberate fires to be shown apart from accidental ones, as the two call for quite different work.\n"},
    {"10:40", NULL,
     "The Chair summed up: the assessment was sound, its findings were plain, and three priorities followed from it, "
     "namely "
     "violence in the centre, the safety of women at night, and the harm done by drugs.\n"},
    {"10:42", NULL, "RESOLVED that the strategic assessment be approved, subject to the note on comparators.\n"},
    {"10:43", NULL, "Action: Mina Castellow and Kofi Lindqvist to add a note on the method by 20 February.\n"},
    {"10:44", NULL, "Action: Hester Dunmallow to supply the figures for deliberate fires by 13 February.\n"},
    {"10:46", "F8",
     "The dashboard was taken as read. Two of the nine measures were red. The first, the time taken to remove "
     "graffiti, was "
     "put down to the contractor's change of depot and was expected to be amber by March. The second, repeat incidents "
     "of "
     "domestic abuse, was thought to reflect better recording; members were not content with that and wanted to see "
     "the "
     "cases behind the number before they accepted it.\n"},
    {"10:52", NULL, "Action: Bronagh Tallis to review a sample of repeat cases by 12 March.\n"},
    {"10:54", NULL, "Action: Jonquil Rosewarne to obtain a recovery plan from the contractor by 27 February.\n"},
    {"10:57", "F8",
     "Idris Calloway and Tobias Wrenfield gave a joint presentation on the serious violence duty. The needs assessment "
     "had "
     "been published in time and the strategy had been signed by every partner but one. Of the forty young people whom "
     "the "
     "outreach team had met since the summer, thirty-one had stayed with it for more than six weeks, which was better "
     "than "
     "anybody had hoped. Schools had asked for more, and the team could not do more with the money it had.\n"},
    {"11:04", NULL,
     "Marguerite Sallow asked whether the housing providers had been told of the tenancies at risk. It was explained "
     "that "
     "they had been told by telephone but not in writing, and that a form of agreement for sharing such information "
     "had been "
     "lying with the lawyers since October. Several members said that this had gone on for too long.\n"},
    {"11:08", NULL, "Action: Idris Calloway to bring the agreement on sharing information to the next meeting.\n"},
    {"11:09", NULL, "Action: Tobias Wrenfield and Marguerite Sallow to list the tenancies at risk by 10 February.\n"},
    {"11:11", NULL, "RESOLVED that the report on the serious violence duty be noted.\n"},
    {"11:12", "F8",
     "Jonquil Rosewarne reported that the order for the town centre runs out in June and has to be consulted on for at "
     "least "
     "six weeks before it can be made again. The evidence had been gathered: ninety-four incidents of drinking in the "
     "street, "
     "most of them between four in the afternoon and eight in the evening, and most of them in the same three places. "
     "The "
     "traders wanted the order widened to the bus station. The operator did not object, and the legal advice was that "
     "the "
     "bus station could be included if the evidence for it was shown separately.\n"},
    {"11:20", NULL, "Anselm Oyelaran left at 11.20.\n"},
    {"11:22", NULL,
     "RESOLVED that a consultation on the order be opened in March, proposed by Hester Dunmallow and seconded by "
     "Marguerite "
     "Sallow, 9 for, 2 against.\n"},
    {"11:24", NULL, "Action: Jonquil Rosewarne to publish the consultation by 9 March.\n"},
    {"11:26", "F4 1 0",
     "Members turned to the fund for the coming year. There were fourteen applications for a total of ninety-one "
     "thousand "
     "pounds, and sixty thousand to give. The panel had met twice, had scored each application against the priorities, "
     "and "
     "recommended nine of them in full and one in part. Members looked in particular at the two that had been turned "
     "down "
     "although they had been supported before; the panel explained that neither had reported on what it had done with "
     "the "
     "money of the year before.\n"},
    {"11:34", NULL, "RESOLVED that the grants recommended by the panel be made, unanimously.\n"},
    {"11:35", NULL, "Action: Mina Castellow to write to all applicants by 6 February.\n"},
    {"11:36", NULL, "Action: Marguerite Sallow to visit the two projects turned down by 31 March.\n"},
    {"11:38", "F8",
     "It was reported that of the sixty-two cameras in the centre seven had been out of order in December, three of "
     "them for "
     "the whole month. The contract provides for repair within five days. Members found the delay hard to understand, "
     "given "
     "that spare parts are held in the depot, and asked for the clause on penalties to be used.\n"},
    {"11:42", NULL,
     "Lighting in the lane behind the market was to be renewed before Easter. The lamp posts had been ordered, the "
     "holes would "
     "be dug in the second week of March, and the lane would be closed for three nights, which the traders had been "
     "told of. "
     "Members asked that the work be finished before the fair. Two of them had walked the lane after dark in December "
     "and "
     "described what they had seen there: one lamp in four was out, the fence by the yard was down, and the gate to "
     "the car "
     "park stood open although it is meant to be locked at nine.\n"},
    {"11:44", NULL, "Action: Jonquil Rosewarne to invoke the penalty clause by 13 February.\n"},
    {"11:46", "F7", NULL},
    {"11:47", NULL,
     "The Chair added that a list of the grants would be put on the website once the letters had gone out.\n"},
    {"11:48", "F4 1 3",
     "Rosalind Thwaite-Owusu and Emrys Jalloh spoke to their paper on hate crime. Reports had risen by a fifth, which "
     "was "
     "welcome in so far as more people came forward and worrying in so far as more had happened. The reporting centres "
     "in the "
     "two libraries had each taken a dozen reports since they opened. What was missing was a word back to those who "
     "had made "
     "them: most had heard nothing for weeks, and some had said that they would not report again. Members agreed that "
     "this "
     "was the single thing that would make the greatest difference, and that it would cost next to nothing.\n"},
    {"11:54", NULL, "Action: Emrys Jalloh to draft a standard letter of thanks by 20 February.\n"},
    {"11:55", NULL, "AGREED that the reporting centres be kept open until March 2027.\n"},
    {"11:57", "F4 1 5",
     "There was no other business. The Chair thanked Caspian Drewitt, who had taken on the charter at short notice, "
     "and asked "
     "that the date of the summer meeting be looked at again because of the school holidays.\n"},
    {"11:58", NULL, "There were some who wnated to meet in the evening.\n"},
    {"11:58", "Up Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Right Ctrl-Backspace", "wanted "},
    {"11:59", "Ctrl-End", "The date was left as it is.\n"},
    {"12:00", "F8", "The next meeting will be held on 26 March 2026 at 10.00.\n"},
};

#endif

# SPDX-License-Identifier: MIT
"""An invented meeting of two hours, as a clerk types it item by item, and the record that it must leave behind."""

BOARD = """\
board: Saltmarsh Conservators
short: SMC
organisation: Saltmarsh Trust
zone: Europe/London
rules: charity-trustees
quorum: {members: 4}
groups: [Conservators, {name: Officers, voting: false, quorum: false}]
roll:
  - {name: Hester Vane, initials: HV, group: Conservators, office: Chair}
  - {name: Cllr Tobias Reeve, initials: TR, group: Conservators, office: Vice-chair}
  - {name: Dr Ines Calder, initials: IC, group: Conservators}
  - {name: Rufus Ottley, initials: RO, group: Conservators}
  - {name: Maud Pennick, initials: MP, group: Conservators}
  - {name: Jonah Birch, initials: JB, group: Conservators}
  - {name: Cllr Sunita Rao, initials: SR, group: Conservators}
  - {name: Philip Gaunt, initials: PG, post: Warden, organisation: Saltmarsh Trust, group: Officers}
  - {name: Odile Marsh, initials: OM, post: Treasurer, organisation: Saltmarsh Trust, group: Officers}
"""

PLAN = """\
board: SMC
year: 2026
meetings:
  - {date: 2026-01-22, time: "14:00-16:00", venue: Boat House}
  - {date: 2026-04-23, time: "14:00-16:00", venue: Boat House}
  - {date: 2026-07-16, time: "14:00-16:00", venue: Boat House}
  - {date: 2026-10-15, time: "14:00-16:00", venue: Boat House}
opening:
  - {title: Welcome and apologies, presenter: Chair, minutes: 5}
  - {title: Declarations of interest, presenter: Chair, minutes: 5}
  - {title: Minutes and matters arising, presenter: Chair, minutes: 10, matters_arising: true}
business:
  - {title: Sea wall, lead: Philip Gaunt, every: meeting, purpose: decision, minutes: 30}
  - {title: Accounts, lead: Odile Marsh, every: April, purpose: decision, minutes: 20}
  - {title: Grazing licences, lead: Maud Pennick, every: April, purpose: decision, minutes: 15}
  - {title: Visitors, lead: Jonah Birch, every: meeting, purpose: discussion, minutes: 15}
  - {title: Volunteers, lead: Rufus Ottley, every: meeting, purpose: discussion, minutes: 10}
closing:
  - {title: Any other business, presenter: Chair, minutes: 10}
"""

EARLIER = """\
meeting: 2026-01-22
board: SMC
state: circulated
time: "14:00-16:00"
closed: "15:50"
venue: Boat House
chair: Hester Vane
items:
  - number: "1"
    title: Welcome
    text: Hester Vane welcomed everybody.
  - number: "2"
    title: Sea wall
    text: |
      The Warden reported that eleven metres of the wall had slipped in the December storm.
    actions:
      - {ref: 31, text: Survey the slipped wall, owners: [Philip Gaunt], due: 2026-03-01, status: open}
      - {ref: 32, text: Ask the insurer for a form of claim, owners: [Odile Marsh], due: 2026-02-15, status: open}
      - {ref: 33, text: Mend the bird hide, owners: [Jonah Birch], due: 2026-04-01, status: open}
      - {ref: 34, text: Write to the sailing club, owners: [Hester Vane, Cllr Tobias Reeve], due: 2026-02-28, status: open}
"""

DAY = "2026-04-23"

# Item, and what is typed under it.
TEXTS = [
    ("1", """\
The Chair opened the meeting at 14:00 and welcomed everybody to the Boat House, and in particular the two members of the public who had come to hear about the sea wall. She reminded those present that the tide would be over the causeway from about five o'clock, and that the meeting would therefore have to end in good time.

Apologies were received from Cllr Sunita Rao.

The Chair thanked the Warden and his helpers for clearing the path after the March gales. It had taken them four days, much of it in the rain, and the path was now in a better state than it had been for years.
"""),
    ("2", """\
The Chair asked whether anybody had an interest to declare in any item on the agenda.

Maud Pennick declared a personal interest in item 6 as a tenant of the lower meadow.

There were no other declarations. It was noted in discussion that the register of interests is looked through once a year, and that the next time would be in the autumn.
"""),
    ("3.1", """\
Page 1 (2): "eleven metres" should be replaced with "fourteen metres".

With that correction having been discussed, the draft was looked at page by page. Nobody had anything else to say about it, although it was remarked that the paragraph on the wall might have said more about what the storm had done to the hedge.

The minutes of 22 January 2026 were approved as a true record.
"""),
    ("3.2", """\
The Conservators went through the action log of the last meeting.

Ref 31 – The survey was made in February and stands in the paper to item 4. This action is closed.

Ref 32 – The form has come and is filled in, but the photographs are still missing. This action remains open.

Ref 33 – The roof of the hide is done. This action is closed.

Ref 34 – The letter went out on 3 February and the club has answered that its members will keep to the southern channel in the nesting season. This action is closed.
"""),
    ("4", """\
Philip Gaunt presented the survey of the sea wall. Fourteen metres had slipped, and a further twenty were loose at the foot. He showed photographs from before and after the storm, and a drawing of how the stones would have to be taken up and laid again. In his view the wall would stand another summer, but not another winter.

Dr Ines Calder joined the meeting at 14:25.

Members asked about the cost. Two firms had given a price: Thornback Marine asked for £48,500, and Lowe and Daughters for £53,200, the difference lying mainly in the price of stone. The action plan in the appendix sets out the order of the work. Nobody was for waiting another year; the Chair said that she would not like to explain to the village why nothing had been done when there had been fair warning.

It was asked whether the work might be done by volunteers. The Warden thought not: the stones weigh half a ton each, and the insurer would not hear of it. What volunteers could do was to carry the small stuff, which would save perhaps a week.

Jonah Birch was worried about the terns, which nest within sight of the wall from May. The survey says that the work can be done from the landward side, and the Warden undertook that nothing with an engine would come nearer than the sluice until the young have flown.

It was proposed by Jonah Birch, seconded by Rufus Ottley, and RESOLVED by 5 votes to 1 with 0 abstentions that the offer of Thornback Marine of £48,500 be accepted.

RESOLVED that the work begin after the nesting season, subject to the consent of Natural England.

Action: Philip Gaunt to send the drawings to Natural England by 8 May.

Action: PG and OM to sign the contract with Thornback Marine by 30 May 2026.

Action: Hester Vane to tell the parish council when the path will be closed by 15 May.
"""),
    ("5", """\
Odile Marsh presented the accounts for the year to 31 March. Income had been £91,340, of which a little more than half came from the car park; spending had been £84,120, so that £7,220 could be put to the reserve. The reserve stood at £62,000, which was a little less than a year's spending and about what the policy asks for.

The largest single item had been the new boardwalk, which cost £19,800 and was finished within its budget. Fuel and insurance had both gone up by more than was foreseen. The examiner had found nothing to remark upon, and thanked the Treasurer for the order in which the books were kept.

Dr Calder asked why the income from the shop had fallen. It was explained that the shop had been shut for six weeks while its floor was laid, and that the takings since then were better than in the year before. The Conservators took no action on this.

The Board APPROVED the accounts for 2025/26.

The Board AGREED that £7,000 be moved to the wall fund.

Action: Odile Marsh to send the accounts to the Charity Commission by 31 July.

Action: OM to ask the examiner for his fee before the next meeting.
"""),
    ("6", """\
Maud Pennick left the room.

The Vice-chair presented the paper in her stead. There were three licences for grazing, all of which end at Michaelmas. The tenants of the upper and the lower meadow wished to go on; the tenant of the spit did not, since two bullocks had been lost there to the tide in the autumn.

Members discussed whether the spit should be grazed at all. The sward is thin, the fence has to be mended every spring, and the plovers do better where there is no trampling. On the other hand it had been grazed within living memory, and some of the older inhabitants would be sorry to see it stop.

The Board AGREED that the licences of the upper and the lower meadow be renewed for three years.

It was resolved that the spit not be let again. [unanimous]

Action: Cllr Tobias Reeve to draft the two licences by 1 September.

Action: Philip Gaunt to take down the fence on the spit before the end of October.

Maud Pennick returned to the meeting at 15:12.
"""),
    ("7", """\
Jonah Birch reported on visitors. The counter at the gate had gone past forty thousand in the year for the first time, and the car park had been full on eleven days. Most came by car, although the new bus stop was beginning to be used; a survey in the last week of March found that one visitor in nine had come by bus, on foot or by bicycle.

There was a long discussion of dogs. Some wished them to be kept out of the reserve from April to July; others thought that a lead was enough, and that a rule which nobody watches over is worse than none. The Warden said that he had spoken to nineteen owners since the beginning of March, and that seventeen of them had been very civil about it. It was felt that good signs would do more than a by-law.

The Board AGREED that dogs be kept on a lead from 1 April to 31 July.

Action: Jonah Birch to order six signs by 15 May.

Action: Rufus Ottley to put the new rule on the website by 1 May.

RO will ask the school whether the children would like to draw the signs.
"""),
    ("8", """\
Rufus Ottley reported that thirty-one volunteers had worked in the winter, for six hundred and forty hours in all. Most of the work had been on the hedge along the lane, which is now laid from the gate to the first bend. Two of the older volunteers have said that they will not be back in the autumn, and it would be good to find somebody who could learn to lay a hedge from them while they can still show how it is done.

The day with the scouts had gone well. Nobody fell in. The wheelbarrows, however, are beyond repair, and two pairs of loppers have gone missing, probably into the reeds.

The Board AGREED that up to £400 be spent on tools.

Action: RO to buy four wheelbarrows by 30 June.

Cllr Reeve left the meeting at 15:40.
"""),
    ("9", """\
The Chair mentioned that the lifeboat crew would like to practise off the spit on the second Saturday in June. Nobody minded, provided that they keep clear of the tern colony.

The Treasurer mentioned that the bank is to close its branch in the village in June, and that the takings of the shop would then have to be carried to the town. Nobody much likes the thought of that in the dark months, and it was left to the Treasurer to find out what other banks would do.

Action: Hester Vane to write to the coxswain by 10 May.

Action: Odile Marsh to compare three banks and report to the next meeting.

The meeting closed at 15:55.

The next meeting will be held on 16 July 2026 at 14:00.
"""),
]

ACTIONS = [
    # ref, item, owners, due, text
    ("35", "4", ["Philip Gaunt"], "2026-05-08", "send the drawings to Natural England"),
    ("36", "4", ["Philip Gaunt", "Odile Marsh"], "2026-05-30", "sign the contract with Thornback Marine"),
    ("37", "4", ["Hester Vane"], "2026-05-15", "tell the parish council when the path will be closed"),
    ("38", "5", ["Odile Marsh"], "2026-07-31", "send the accounts to the Charity Commission"),
    ("39", "5", ["Odile Marsh"], "2026-07-16", "ask the examiner for his fee"),
    ("40", "6", ["Cllr Tobias Reeve"], "2026-09-01", "draft the two licences"),
    ("41", "6", ["Philip Gaunt"], "2026-10-31", "take down the fence on the spit"),
    ("42", "7", ["Jonah Birch"], "2026-05-15", "order six signs"),
    ("43", "7", ["Rufus Ottley"], "2026-05-01", "put the new rule on the website"),
    ("44", "8", ["Rufus Ottley"], "2026-06-30", "buy four wheelbarrows"),
    ("45", "9", ["Hester Vane"], "2026-05-10", "write to the coxswain"),
    ("46", "9", ["Odile Marsh"], "2026-07-16", "compare three banks and report to the next meeting"),
]

DECISIONS = [
    # item, outcome, text, mover, seconder, for, against, abstained, condition
    ("3.1", "approved", "The minutes of 22 January 2026 were approved as a true record", None, None, None, None, None, None),
    ("4", "resolved", "the offer of Thornback Marine of £48,500 be accepted", "Jonah Birch", "Rufus Ottley", 5, 1, 0, None),
    ("4", "resolved", "the work begin after the nesting season", None, None, None, None, None, "subject to the consent of Natural England"),
    ("5", "approved", "the accounts for 2025/26", None, None, None, None, None, None),
    ("5", "agreed", "£7,000 be moved to the wall fund", None, None, None, None, None, None),
    ("6", "agreed", "the licences of the upper and the lower meadow be renewed for three years", None, None, None, None, None, None),
    ("6", "resolved", "the spit not be let again", None, None, None, None, None, None),
    ("7", "agreed", "dogs be kept on a lead from 1 April to 31 July", None, None, None, None, None, None),
    ("8", "agreed", "up to £400 be spent on tools", None, None, None, None, None, None),
]

UPDATES = [("31", "closed"), ("32", "open"), ("33", "closed"), ("34", "closed")]
STATUS = {"31": "closed", "32": "open", "33": "closed", "34": "closed"}

REGISTER = {
    "Hester Vane": ("present", None, None),
    "Cllr Tobias Reeve": ("in part", None, "15:40"),
    "Dr Ines Calder": ("in part", "14:25", None),
    "Rufus Ottley": ("present", None, None),
    "Jonah Birch": ("present", None, None),
    "Cllr Sunita Rao": ("apologies", None, None),
    "Philip Gaunt": ("present", None, None),
    "Odile Marsh": ("present", None, None),
}

DECLARATIONS = [("Maud Pennick", "6")]
CORRECTIONS = [("2026-01-22", "1", "2", "eleven metres", "fourteen metres")]
OFFERED = [("7", "undertaking"), ("9", "closed")]

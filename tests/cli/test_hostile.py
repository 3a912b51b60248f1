#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What somebody bent on harm, or bad luck, would try: hostile words, hostile texts, leaks of what is withheld, damaged files, kills, odd surroundings.

The long hunts run only where MINUTEBOOK_NIGHTLY is set."""
import os
import random
import re
import sqlite3

from harness import BOARD, MEETING, PLAN, Desk, check, lacks, main, test

NIGHTLY = bool(os.environ.get("MINUTEBOOK_NIGHTLY"))
DOCUMENTS = ("agenda", "minutes", "actions", "attendance", "plan", "decisions")
TABLES = ("actions", "attendance", "plan", "decisions")


# ---- What is withheld ----------------------------------------------------------------------------------------------

# Every §name§ is a word of its own that only members may see; every ¤name¤ one that nobody gets in an export.
SECRETS = {}
SECRETS["board"] = BOARD.replace("aliases: [C. Marsh]", "aliases: [C. Marsh], away_until: 2026-02-01, note: ¤seat¤").replace("email: ada@example.org", "email: ¤mail¤@example.org, assistant: ¤assistant¤@example.org") + """\
contacts:
  - {name: Guest Person, email: ¤guestmail¤@example.org, note: ¤contact¤}
interests:
  - {name: Dov Pell, nature: ¤interest¤, kind: conflict of interest, from: 2024-05-01}
"""
SECRETS["plan"] = PLAN + """\
  - title: §plantitle§
    lead: [§planlead§]
    at: [2026-02-11]
    minutes: 13
    purpose: decision
    note: ¤plannote¤
    status: §planstatus§
    text: §plantext§
    priority: 5
    recommendations: [to §planrecommend§]
    restricted: {paragraph: commercial, public_title: Planned matter}
    parts: [{title: §planpart§, lead: §planpartlead§}]
  - {title: §movedtitle§, lead: §movedlead§, at: [2025-10-08], restricted: {paragraph: commercial}}
moves:
  - {item: §movedtitle§, from: 2025-10-08, to: 2026-03-25, why: §movewhy§, on: 2025-09-01}
"""
# Four years back: what was carried and what is still owed reaches into papers of today.
SECRETS["old"] = """\
meeting: 2021-03-10
board: HTB
state: approved
time: "18:00-20:00"
items:
  - number: "7"
    title: §oldtitle§
    restricted: {paragraph: commercial, public_title: same as ever}
    text: §oldtext§
    items:
      - number: "7.1"
        title: §oldnested§
        actions:
          - {ref: 31, text: Old §oldaction§, owners: [§oldowner§], due: 2021-05-01, status: open}
        items:
          - number: 7.1.1
            title: §olddeep§
            actions:
              - {ref: 32, text: Deep §deepaction§, owners: [§deepowner§], status: open}
  - number: "8"
    title: Old rates
    text: |
      The tenant §oldspan§ is in arrears of rent. Members sighed.
    restricted_text:
      - {text: The tenant §oldspan§ is in arrears of rent., paragraph: commercial}
    actions:
      - {ref: 33, text: The tenant §oldspan§ is in arrears of rent., owners: [Ada Quill], status: open}
      - {ref: 34, text: Write again to the tenant §oldspan§ is in arrears of rent., owners: [The tenant §oldspan§ is in arrears of rent.], status: open,
         updates: [{on: 2021-04-01, text: The tenant §oldspan§ is in arrears of rent., outcome: open}]}
"""
SECRETS["meeting"] = MEETING.replace("attendance:", "objectives: [to hear of §objective§]\nevents:\n"
                                     "  - {at: \"18:50\", what: public excluded, item: \"3\", text: §exclusion§}\n"
                                     "  - {at: \"18:55\", what: adjourned, item: \"3\", text: §event§}\n"
                                     "  - {at: \"18:57\", what: resumed, text: §resumed§}\n"
                                     "  - {at: \"19:10\", what: public readmitted, item: \"3\", text: §readmission§}\nattendance:", 1).replace(
                                         "{name: Dov Pell, status: apologies}", "{name: Dov Pell, status: apologies, note: §attendancenote§}") + """\
  - number: "3"
    minute_number: §minutenumber§
    title: §title§
    presenter: [§presenter§]
    on_behalf_of: §behalf§
    minutes: 20
    paper: received
    papers:
      - {title: §paper§, pages: 11-13, state: received, author: §author§, contact: ¤papercontact¤@example.org, appendix: A, security: §security§}
    restricted: {paragraph: commercial, public_title: A commercial matter, reason: under §reason§}
    recommendations: [to accept §recommendation§]
    approves: 2021-03-10
    corrections:
      - {page: 3, item: "7", old: §correctionold§, new: §correctionnew§}
    text: |
      ## §heading§

      The offer was §text§ and **§bold§**.

      - §bullet§

      | §cellhead§ | Sum |
      | §cell§ | §cellsum§ |

      > §editor§
    notes: |
      ¤notes¤ whispered.
    restricted_text:
      - {text: The offer was §text§, paragraph: commercial}
    declarations:
      - {name: Dov Pell, kind: conflict of interest, nature: §nature§, effect: left, dispensation: §dispensation§}
      - {name: §declarer§, nature: §nature2§, effect: stayed}
    decisions:
      - {text: To accept §decision§, outcome: agreed, condition: if §condition§ signs, mover: §mover§, seconder: §seconder§, for: 1, against: 1, abstained: 0, body: §body§, method: §method§, votes: {§voter§: for, Ada Quill: against}}
    actions:
      - {ref: 50, text: Write to §action§, owners: [§owner§, {post: §post§, organisation: §organisation§}], due: 2025-12-24, due_words: by §duewords§ day, status: open,
         updates: [{on: 2025-11-01, text: §update§ has replied, outcome: open}], chasers: [{on: 2025-12-26, step: reminder, to: §chaser§}], moved: [{from: 2025-11-24, to: 2025-12-24, why: §redate§, on: 2025-11-20}]}
      - {ref: 51, text: Pay §closedaction§, owners: [§closedowner§], status: closed}
    motions:
      - {text: To refuse §motion§, mover: §motionmover§, seconder: §motionseconder§, outcome: lost, for: 1, against: 3, abstained: 0, amendments: [{text: Or §amendment§, mover: Ada Quill, outcome: lost}]}
    elections:
      - {office: §office§, rounds: [[{name: §candidate§, votes: 4}, {name: Ada Quill, votes: 3}]], elected: §candidate§}
    items:
      - number: "3.1"
        title: §nestedtitle§
        text: §nestedtext§
        approves: 2021-03-10
        corrections: [{page: 1, item: "8", old: §nestedold§, new: §nestednew§}]
        decisions: [{text: §nesteddecision§, outcome: agreed}]
        actions: [{ref: 52, text: §nestedaction§, owners: [Ada Quill], status: open}]
        items:
          - {number: "3.1(a)", title: §deeptitle§, text: §deeptext§, decisions: [{text: §deepdecision§, outcome: noted}]}
  - number: "4"
    title: Rates
    presenter: [The firm of §spanfirm§]
    text: |
      The rates were set. The firm of §spanfirm§ owes it. Members thanked the clerk.

      The harbour owes **§span§** to the crown.

      | Payer | Sum |
      | The firm of §spanfirm§ | 4 |
    restricted_text:
      - {text: The firm of §spanfirm§, paragraph: commercial}
      - {text: The harbour owes **§span§** to the crown., paragraph: commercial}
    decisions:
      - {text: The harbour owes §span§ to the crown., outcome: noted}
      - {text: That the firm of §spanfirm§ be sued, outcome: agreed, mover: The firm of §spanfirm§, votes: {The firm of §spanfirm§: for}}
    elections:
      - {office: Auditor, rounds: [[{name: The firm of §spanfirm§, votes: 4}]], elected: The firm of §spanfirm§}
    actions:
      - {ref: 53, text: Sue the firm of §spanfirm§, owners: [The firm of §spanfirm§], due_words: when the firm of §spanfirm§ pays, status: open,
         updates: [{on: 2025-11-01, text: The firm of §spanfirm§ wrote, outcome: open}]}
  - number: "5"
    title: Earlier business
    updates:
      - {ref: 50, text: The §laterupdate§ letter went out, outcome: open}
      - {ref: 52, text: The §laterupdate2§ letter came in, outcome: closed}
      - {ref: 31, text: The §laterupdate3§ matter drags on, outcome: open}
      - {ref: 53, text: The firm of §spanfirm§ hid, outcome: open}
      - {ref: 33, text: It is §laterfree§, outcome: open}
  - number: "6"
    title: Once withheld
    restricted: {paragraph: commercial, public_title: Hidden once, lifted: 2026-01-10, lifted_by: the Chair}
    text: This may be read by all now.
"""
SECRETS["meeting"] = SECRETS["meeting"].replace("      - {ref: 33, text: It is §laterfree§, outcome: open}\n", "")
# The meeting after: corrections to withheld text, reports on withheld actions.
SECRETS["after"] = """\
meeting: 2025-12-10
board: HTB
state: circulated
time: "18:00-20:00"
items:
  - number: "1"
    title: Minutes
    approves: 2025-10-08
    corrections:
      - {page: 3, item: "3", old: §laterold§, new: §laternew§}
      - {page: 3, item: "3.1", old: §laterold2§, new: §laternew2§}
      - {page: 4, item: "4", old: The firm of §spanfirm§, new: The guild of §spannew§}
      - {page: 4, old: no item §laterold3§, new: §laternew3§}
    updates:
      - {ref: 50, text: §afterupdate§ has paid, outcome: open}
      - {ref: 53, text: The firm of §spanfirm§ paid, outcome: open}
  - number: "2"
    title: §secondtitle§
    presenter: [§secondpresenter§]
    restricted: {paragraph: commercial}
    recommendations: [§secondrecommend§]
    items:
      - {number: "2.1", title: §secondnested§, presenter: [§secondnestedlead§], recommendations: [§secondnestedrecommend§]}
  - {number: "3", title: §thirdtitle§, restricted: {paragraph: commercial}}
  - {number: "4", title: §fourthtitle§, restricted: {paragraph: commercial, public_title: Carried}, presenter: [§fourthlead§]}
  - number: "5"
    title: §fifthtitle§
    restricted: {paragraph: commercial}
    items:
      - {number: "5.1", title: §fifthnested§, presenter: [§fifthnestedlead§], recommendations: [§fifthrecommend§]}
"""


def letters(name, length):
    """A word of LENGTH letters that nothing else holds a piece of; for one name always the same."""
    choice = random.Random(name)
    return "".join(choice.choice("qxzjkvwb") for _ in range(length))


def secret(text, length):
    return re.sub("[§¤]([a-z0-9]+)[§¤]", lambda match: letters(match.group(1), length), text)


def canaries(sign):
    return set(re.findall("%s([a-z0-9]+)%s" % (sign, sign), "".join(SECRETS.values())))


def secretive(desk, length):
    """A book in which every restricted field of every kind holds a word of its own."""
    desk.run("init")
    desk.run("load", *[desk.write(name + ".yaml", secret(SECRETS[name], length)) for name in ("board", "plan", "old", "meeting", "after")])
    word = lambda name: letters(name, length)
    # What commands make of it: deferred, drafted, restricted by hand.
    desk.run("agenda", "add", "2026-02-11", word("addedtitle"), "--presenter", word("addedlead"), "--urgent", word("addedwhy"))
    desk.run("agenda", "restrict", "2026-02-11", word("addedtitle"), "--paragraph", "commercial")
    desk.run("agenda", "defer", "2026-02-11", word("addedtitle"), "2026-03-25", "--why", word("deferwhy"))
    desk.run("agenda", "defer", "2025-12-10", "2", "2026-02-11", "--why", word("deferwhy2"), code=None)
    desk.run("agenda", "defer", "2025-10-08", "3", "2026-03-25", "--why", word("deferwhy3"), code=None)
    desk.run("agenda", "defer", "2025-10-08", "3.1", "2026-02-11", "--why", word("deferwhy4"), code=None)
    desk.run("plan", "add", "2026-03-25", word("plannedtitle"), "--lead", word("plannedlead"), "--note", word("plannednote"))
    with sqlite3.connect(desk.book) as book:
        book.execute("update item set carried_forward = 1 where number in ('3.1', '5.1') or title = ?", [word("fourthtitle")])
    book.close()
    desk.run("agenda", "draft", "2026-02-11")
    desk.run("agenda", "draft", "2026-03-25")
    desk.run("agenda", "restrict", "2026-03-25", word("plannedtitle"), "--paragraph", "commercial", "--public-title", "Planned by hand")
    desk.run("decision", "add", "2025-12-10", "3", "To sell " + word("commanddecision"), "--outcome", "agreed")
    desk.run("interest", "add", "2025-12-10", "3", "Bram Oake", "--nature", word("commandnature"))
    desk.run("actions", "update", "50", word("commandupdate"))
    desk.run("actions", "add", "Ask " + word("commandaction"), "--owner", word("commandowner"), "--meeting", "2025-12-10", "--item", "3")
    desk.run("minutes", "add", "2025-12-10", "3", stdin="Then %s spoke.\n" % word("commandtext"))
    desk.run("minutes", "add", "2025-12-10", "1", "--notes", stdin="Then %s spoke.\n" % word("commandnotes"))
    return desk


COMMANDED = ("addedtitle addedlead addedwhy deferwhy deferwhy2 deferwhy3 deferwhy4 plannedtitle plannedlead plannednote commanddecision commandnature commandupdate commandaction commandowner commandtext commandnotes").split()


def exports(desk, *more):
    for meeting in ("2021-03-10", "2025-10-08", "2025-12-10", "2026-02-11", "2026-03-25"):
        for document in DOCUMENTS:
            for form in ("text", "markdown", "json", "csv") if document in TABLES else ("text", "markdown", "json"):
                yield (meeting, document, form), desk.run("export", document, meeting, "--format", form, *more).raw.decode()


def leaks(text, names, length):
    """Those of the secret words NAMES of which TEXT holds six letters in a row."""
    held = set(re.findall("(?=([qxzjkvwb]{6}))", text.lower()))
    return sorted(name for name in names if any(letters(name, length)[at:at + 6] in held for at in range(length - 5)))


@test("nothing restricted, of no kind and by no way, is in any public document: not six letters of it")
def _(desk):
    secretive(desk, 24)
    names = canaries("§") | canaries("¤") | set(COMMANDED)
    found = {}
    for place, text in exports(desk):
        for name in leaks(text, names, 24):
            found.setdefault(name, []).append("/".join(place))
    check(not found, "leaks: " + "; ".join("%s in %s" % (name, ", ".join(places)) for name, places in sorted(found.items())))


@test("public documents are the same bytes whatever is withheld and however long it is")
def _(desk):
    other = Desk()
    secretive(desk, 24)
    secretive(other, 7)
    short = dict(exports(other))
    told = ["/".join(place) for place, text in exports(desk) if text != short[place]]
    check(not told, "what is withheld shows in: " + ", ".join(told))


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What somebody bent on harm, or bad luck, would try: hostile words, hostile texts, leaks of what is withheld, damaged files, kills, odd surroundings.

The long hunts run only where MINUTEBOOK_NIGHTLY is set."""
import csv
import io
import os
import pty
import random
import re
import signal
import sqlite3
import subprocess
import time
import tty

from harness import BOARD, MEETING, PLAN, PROGRAM, Desk, Failed, check, harbour, main, short, test

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
    # What commands make of it: added, carried, drafted, restricted by hand.
    desk.run("agenda", "add", "2026-02-11", word("addedtitle"), "--presenter", word("addedlead"), "--urgent", word("addedwhy"))
    desk.run("agenda", "restrict", "2026-02-11", word("addedtitle"), "--paragraph", "commercial")
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


COMMANDED = ("addedtitle addedlead addedwhy plannedtitle plannedlead plannednote commanddecision commandnature commandupdate commandaction commandowner commandtext commandnotes").split()


def exports(desk, *more, meetings=("2021-03-10", "2025-10-08", "2025-12-10", "2026-02-11", "2026-03-25")):
    """Every document of every meeting; all formats at night, else the two that differ most."""
    for meeting in meetings:
        for document in DOCUMENTS if meeting == meetings[-1] else ("agenda", "minutes", "plan", "decisions"):
            forms = ("text", "markdown", "json", "csv") if NIGHTLY else ("csv", "json") if document == "attendance" else ("text", "json")
            for form in forms:
                if form != "csv" or document in TABLES:
                    yield (meeting, document, form), desk.run("export", document, meeting, "--format", form, *more).raw.decode()


def leaks(text, names, length, piece=6):
    """Those of the secret words NAMES of which TEXT holds PIECE letters in a row."""
    held = set(re.findall("(?=([qxzjkvwb]{%d}))" % piece, text.lower()))
    return sorted(name for name in names if any(letters(name, length)[at:at + piece] in held for at in range(length - piece + 1)))


@test("nothing restricted, of no kind and by no way, is in any public document: not six letters of it, nor how long it is")
def _(desk):
    other = Desk()
    secretive(desk, 24)
    secretive(other, 7)
    short = dict(exports(other))
    names = canaries("§") | canaries("¤") | set(COMMANDED)
    for place, text in exports(desk):
        found = leaks(text, names, 24)
        check(not found, "%s leaks %s" % ("/".join(place), ", ".join(found)))
        check(text == short[place], "%s tells something of what is withheld" % "/".join(place))


@test("what is restricted and deferred stays restricted where it goes, on agenda and plan")
def _(desk):
    desk.run("init")
    desk.run("load", *[desk.write(name + ".yaml", secret(SECRETS[name], 24)) for name in ("board", "plan")])
    word = lambda name: letters(name, 24)
    desk.run("agenda", "add", "2026-02-11", word("addedtitle"), "--presenter", word("addedlead"))
    desk.run("agenda", "restrict", "2026-02-11", word("addedtitle"), "--paragraph", "commercial")
    desk.run("agenda", "add", "2026-02-11", word("nestedtitle"), "--under", word("addedtitle"))
    desk.run("agenda", "defer", "2026-02-11", word("nestedtitle"), "2026-03-25", "--why", word("deferwhy"))
    desk.run("agenda", "defer", "2026-02-11", word("addedtitle"), "2026-03-25", "--why", word("deferwhy"))
    desk.run("agenda", "draft", "2026-03-25")
    for place, text in exports(desk, meetings=("2026-02-11", "2026-03-25")):
        found = leaks(text, ("addedtitle", "addedlead", "nestedtitle", "deferwhy"), 24)
        check(not found, "%s leaks %s" % ("/".join(place), ", ".join(found)))


@test("members get all that is withheld from the public, but the clerk's own notes go to nobody")
def _(desk):
    secretive(desk, 24)
    told = set()
    for place, text in exports(desk, "--audience", "members"):
        found = leaks(text, canaries("¤") | {"commandnotes"}, 24, 12)
        check(not found, "%s for members holds %s" % ("/".join(place), ", ".join(found)))
        told |= set(leaks(text, canaries("§") | set(COMMANDED), 24, 12))
    for name in ("title presenter text bold bullet cell decision mover voter motion amendment candidate action owner duewords nature recommendation nestedtitle deeptext spanfirm span "
                 "oldaction oldspan laterupdate laternew afterupdate plantitle planlead planpart movedtitle movewhy fifthnested fourthtitle commandtext commanddecision event objective").split():
        check(name in told, "no paper tells the members %s" % name)


# ---- Hostile words -------------------------------------------------------------------------------------------------

# Each command as it would work; every word of it but the command's own is tried as each hostile one. A deed is undone by bringing the book back.
COMMANDS = """
load given.yaml|boards|people|meetings|meetings --board HTB --since 2025-01-01 --until 2027-01-01|roll HTB
board add New --short N --organisation O --zone Europe/London --rules charity-trustees|board edit HTB --name X --quorum 3 --marking M --strapline S --numbering 1.0
person add Ann --board HTB --post P --organisation O --group Trustees --email a@example.org --from 2026-01-01|person edit Ada --name Adele --email e@example.org --to 2026-12-31
meeting add HTB 2026-06-10 --time 18:00-20:00 --venue V|meeting edit next --time 18:00-20:00 --venue V --chair Ada --state called --closed 19:00|meeting move next 2026-02-18 --why W
meeting cancel next --why W|agenda draft next|agenda show next --board HTB|agenda add next Title --presenter Ada --minutes 5 --purpose decision --paper late --urgent U --after 1
agenda edit 2025-10-08 2 --title T --minutes 4 --paper received|agenda move 2025-10-08 1 --after 2|agenda defer next 1 2026-03-25 --why W|agenda drop next 1 --why W
agenda restrict 2025-10-08 2 --paragraph commercial --reason R --public-title T|agenda restrict 2025-10-08 2 --lift L|notice next|plan --board HTB --year 2025/26
plan add next Title --lead Ada --minutes 3 --purpose decision --priority 1 --note N|plan move Budget next --why W --from 2026-03-25|attendance last|attendance --since 2025-01-01 --until 2026-01-01 --board HTB
attendance set last Ada present --from 18:00 --to 19:00|attendance set last Bram represented --by Cleo|interest add last 2 Ada --kind pecuniary --nature N --effect left --dispensation D
decision add last 2 Text --outcome agreed --condition C --mover Ada --seconder Bram --for 2 --against 1 --abstained 0 --body B|vote add last 2 --for Ada --against Bram|minutes last
minutes add last 2|actions --owner Ada --board HTB --meeting last|actions add Text --owner Ada --due 2026-02-01 --board HTB --meeting last --item 2|actions update 1 Text --text T --owner Bram|actions close 1
actions reopen 3|actions redate 1 2026-03-01 --why W|decisions --board HTB|check next|check given.yaml|search dredging --board HTB --limit 3|export minutes last --format json --audience public -o out.txt
log --limit 3|backup copy.minutebook|restore copy.minutebook --replace|doctor|dump
"""
COMMANDS = [line.split() for line in COMMANDS.replace("\n", "|").split("|") if line]
PAYLOADS = [b"", b" ", b"\x1b]0;title\x07\x1b[2J", b"a\nb\rc\td\x08\x7f", b"\x01\x02\x1e\x1f", b"\xff\xfe\xc3\x28", b"\xed\xa0\x80", b"\xc2\x9b31m", "\u202eabc\u2066\u200b\u2028\ufeff".encode(),
            b"A" * 100000, b"\xcc\x81" * 5000, b"0000-00-00", b"9999-12-31", b"0001-01-01", b"2026-02-30", b"2026-13-01", b"99999999999999999999", b"-1", b"-9223372036854775808", b"1e9", b"/", b"@", b"CSP/",
            b"/2026-01-29", b"HTB/2026-02-11@18:00", b"HTB/", b"HTB/last", b"next@25:00", b"next@", b"@18:00", b"2026-02-11@", b"2026-02-11@18:00@18:00", b"//", b"%s%n%s%n", b"';DROP TABLE item;--", b"*", b"\"", b"NULL",
            b"--", b"-", b"--json", b"--help", b"--as-of", b"24:00", b"10:00-09:00", b"-5-3", b"12:60-13", b"1.1.1.1.1.1", b"9A", b"((((", b"..", b"/dev/null/x", b"\xf0\x9f\x98\x80" * 30]
FAMILIES = {" ".join(command[:2]) for command in COMMANDS if command[0] in ("board", "person", "meeting", "interest", "decision", "vote", "agenda")} | {
    "plan add", "plan move", "attendance set", "minutes add", "actions add", "actions update", "actions close", "actions reopen", "actions redate"}
CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u200b\u2028\u2029\ufeff]")


def put_back(desk, kept):
    for name in os.listdir(desk.folder):
        if name.startswith("book.minutebook") or name in ("copy.minutebook", "out.txt"):
            os.remove(os.path.join(desk.folder, name))
    for name, data in kept.items():
        os.chmod(desk.write(name, data), 0o600)


def judge(result):
    """What is wrong with how RESULT took hostile words; NULL where nothing is."""
    if not 0 <= result.code <= 4:
        return "left with %d" % result.code
    if CONTROL.search(result.err) or re.search("[\udc80-\udcff]", result.err):
        return "raw control characters or broken bytes on standard error"
    if result.code >= 2 and result.words[:1] not in (["load"], ["check"]) and result.err.count("\n") != 1:
        return "more or less than one sentence on standard error"
    if result.code >= 2 and not result.err.strip():
        return "no word of why"
    return None


def tried(desk, kept, words, stdin):
    try:
        result = desk.run(*words, code=None, stdin=stdin, wait=20)
    except Failed as why:
        return str(why)
    trouble = judge(result)
    return "%s: %s" % (trouble, short(str(result), 800)) if trouble else None


@test("hostile words in any place of any command are taken or refused in one clean sentence, and crash nothing")
def _(desk):
    harbour(desk)
    desk.write("given.yaml", BOARD)
    kept = {name: desk.read(name) for name in os.listdir(desk.folder) if name.startswith("book.minutebook")}
    chosen = random.Random(3)
    troubles = []
    for command in COMMANDS:
        own = 2 if " ".join(command[:2]) in FAMILIES else 1
        places = [at for at in range(own, len(command)) if not command[at].startswith("--")]
        cases = [(at, payload) for at in places for payload in (PAYLOADS if NIGHTLY else [chosen.choice(PAYLOADS)])]
        for at, payload in cases:
            words = [word.encode() for word in command[:at]] + [payload] + [word.encode() for word in command[at + 1:]]
            trouble = tried(desk, kept, words, "Some words.\n" if command[:2] == ["minutes", "add"] else "")
            if trouble:
                troubles.append("%s with %r: %s" % (" ".join(command), payload[:40], trouble))
            put_back(desk, kept)
    check(not troubles, "%d of them did harm:\n%s" % (len(troubles), "\n".join(troubles[:200])))


@test("words that once did harm: an empty rule set, one meeting named in two ways, a line feed")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("board", "add", "New", "--rules", "").sentence("--rules")
    desk.refused("roll", "a\nb").sentence("Harbour")
    desk.refused("agenda", "show", "a\nb").sentence("next")
    desk.unchanged(before)
    result = desk.run("plan", "move", "Dredging", "next", "--why", "W", "--from", "HTB/2026-02-11@18:00", code=None)
    check(not judge(result), str(result))


# ---- Hostile texts -------------------------------------------------------------------------------------------------

TEXTS = ("\x1b[31m\x1b]52;c;YQ==\x07", "=1+1|' /C calc'!A0", "\u202egnp.exe\u2069", "<script>alert(1)</script>", "@SUM(A1:A9)", "a|b\\|c", "\n# injected\n\n- injected", "[x](javascript:alert(1))", "\r\nBcc: all@example.org",
         "+44 1234", "![x](http://example.org/x.png)", "\x9b2J\x7f\x00".replace("\x00", ""), "-2+3", "\t=1", "`**_~~", "&lt;b&gt;&#60;", "\uff1dsum", "<!-- ", "]]>", "a\u2028b\u200bc", "1. one\n\n    code")
LISTS = ("boards", "people", "meetings", "roll HTB", "actions", "attendance 2025-10-08", "attendance --since 2020-01-01", "decisions", "plan", "agenda show 2025-10-08", "agenda show 2026-02-11", "search harbour", "log", "check 2025-10-08",
         "minutes 2025-10-08", "check")


def poisoned(desk):
    """A book in which every text of every record holds something hostile, as if an older program or another hand had put it there."""
    secretive(desk, 24)
    choice = random.Random(5)
    names = sorted(set(re.findall("[§¤]([a-z0-9]+)[§¤]", "".join(SECRETS.values()))) | set(COMMANDED))
    with sqlite3.connect(desk.book) as book:
        book.execute("pragma trusted_schema = on")
        tables = [row[0] for row in book.execute("select name from sqlite_schema where type = 'table' and name not like 'sqlite%' and sql like '%STRICT%'")]
        for table in tables:
            if table in ("history", "change", "setting"):
                continue
            for column in [row[1] for row in book.execute('pragma table_info("%s")' % table) if row[2] == "TEXT" and row[1] != "id"]:
                for name in names:
                    try:
                        book.execute('update "%s" set "%s" = replace("%s", ?, ?) where instr("%s", ?)' % (table, column, column, column), [letters(name, 24), choice.choice(TEXTS), letters(name, 24)])
                    except sqlite3.IntegrityError:
                        pass
    book.close()
    return desk


def on_terminal(desk, words):
    """What WORDS print to a terminal."""
    ours, theirs = pty.openpty()
    tty.setraw(theirs)
    child = subprocess.Popen([PROGRAM] + words, stdin=subprocess.DEVNULL, stdout=theirs, stderr=theirs, env=desk.env, cwd=desk.folder)
    os.close(theirs)
    printed = b""
    while True:
        try:
            data = os.read(ours, 65536)
        except OSError:
            data = b""
        if not data:
            break
        printed += data
    os.close(ours)
    check(0 <= child.wait() <= 1, "%s left with %d: %s" % (" ".join(words), child.returncode, printed[-500:]))
    return printed.decode("utf-8")


@test("hostile text in every field comes out harmlessly: on a terminal, as JSON, as CSV, as Markdown")
def _(desk):
    poisoned(desk)
    for words in LISTS:
        shown = on_terminal(desk, words.split())
        found = CONTROL.search(shown)
        check(not found, "`%s` sends %r to a terminal: %r" % (words, found and found.group(), shown[max(0, found.start() - 60):found.end() + 40] if found else ""))
        desk.run(*words.split(), "--json", code=None).json()
    desk.run("dump").json()
    for audience in ("public", "members"):
        for meeting in ("2025-10-08", "2026-02-11"):
            for document in DOCUMENTS:
                words = ["export", document, meeting, "--audience", audience, "--format"]
                desk.run(*words, "json").json()
                found = CONTROL.search(on_terminal(desk, words + ["text"]))
                check(not found, "%s sends control characters to a terminal" % words)
                found = CONTROL.search(desk.run(*words, "text").out)
                check(not found, "%s as text holds %r" % (document, found and found.group()))
                harmless_markdown(desk.run(*words, "markdown").out)
                if document in TABLES:
                    harmless_csv(desk.run(*words, "csv").out)


def harmless_markdown(text):
    for pattern in (r"(?<!\\)<(script|!--)", r"(?<!\\)\]\((javascript|http)", r"^# injected", r"^- injected", "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202e]"):
        found = re.search(pattern, text, re.MULTILINE)
        check(not found, "Markdown holds %r: %r" % (found and found.group(), text[max(0, found.start() - 80):found.end() + 60] if found else ""))


def harmless_csv(text):
    for row in csv.reader(io.StringIO(text, newline="")):
        for cell in row:
            check(not re.match("[ \\s'\"]*[=+@\t\r\uff1d\uff0b\uff20-]", cell) or cell.startswith("'") or re.fullmatch("-?[0-9]+", cell), "this cell is a formula to a spreadsheet: %r" % cell)
            check(not CONTROL.search(cell), "CSV holds control characters: %r" % cell)


# ---- Kills and odd surroundings ------------------------------------------------------------------------------------

def whole(desk):
    """The book is sound, its history whole, and nothing half made lies about under a name that somebody would take for a file."""
    if os.path.exists(desk.book):
        desk.run("log", "--verify")
        desk.run("doctor")
        with sqlite3.connect(desk.book) as book:
            check(book.execute("pragma integrity_check").fetchall() == [("ok",)], "the book is damaged")
            check(book.execute("pragma foreign_key_check").fetchall() == [], "the book has references to nothing")
        book.close()


def killed(desk, words, after):
    child = subprocess.Popen([PROGRAM] + words, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=desk.env, cwd=desk.folder)
    try:
        child.wait(after)
    except subprocess.TimeoutExpired:
        child.kill()
    return child.wait() == -signal.SIGKILL


def killing(desk, words, prepare, look, times):
    """Runs WORDS in a fresh place and kills it at a random moment of its life, TIMES times."""
    prepare(desk)
    began = time.monotonic()
    desk.run(*words)
    life = time.monotonic() - began
    choice = random.Random(1)
    died = 0
    for _ in range(times):
        put_back(desk, {})
        prepare(desk)
        died += killed(desk, words, life * choice.random() * 1.2)
        whole(desk)
        look(desk)
    check(died, "it was never caught alive")


@test("killed at any moment, a load, a new book and an action are there wholly or not at all")
def _(desk):
    times = 100 if NIGHTLY else 5
    harbour(desk)
    kept = {name: desk.read(name) for name in os.listdir(desk.folder) if name.startswith("book.minutebook")}
    desk.write("more.yaml", "---\n".join(secret(SECRETS[name], 9) for name in ("plan", "old", "meeting")))

    def all_or_nothing(desk):
        loaded = len(desk.json("actions"))
        check(loaded in (3, 11), "half a load: %d actions" % loaded)

    def counted(desk):
        refs = [action["ref"] for action in desk.json("actions")]
        check(refs in (["1", "2", "3"], ["1", "2", "3", "4"]), "the actions are %s" % refs)

    def usable(desk):
        if os.path.exists(desk.book):
            boards = [board["short"] for board in desk.json("boards")]
            check(len(boards) in (0, 4), "a book that is neither empty nor full: %s" % boards)

    killing(desk, ["load", "more.yaml"], lambda d: put_back(d, kept), all_or_nothing, times)
    killing(desk, ["actions", "add", "Mend the gate", "--owner", "Ada"], lambda d: put_back(d, kept), counted, times)
    killing(desk, ["init", "--sample"], lambda d: put_back(d, {}), usable, times)
    killing(desk, ["export", "minutes", "2025-10-08", "-o", "out.txt"], lambda d: put_back(d, kept), lambda d: check(not os.path.exists(os.path.join(d.folder, "out.txt")) or d.read("out.txt").endswith(b"\n"),
                                                                                                            "half an export"), times)


@test("whatever the umask, no file is made that others may read, and no folder")
def _(desk):
    for mask in (0, 0o022, 0o777):
        put_back(desk, {})
        home = os.path.join(desk.folder, "home%o" % mask)
        os.mkdir(home, 0o700)
        env = {"HOME": home, "MINUTEBOOK_BOOK": None}
        limits = lambda mask=mask: os.umask(mask)
        desk.run("init", "--sample", env=env, limits=limits)
        desk.run("actions", "add", "Mend the gate", "--owner", "Nobody", "--board", "CSP", env=env, limits=limits)
        desk.run("export", "minutes", "last", "--board", "CSP", "-o", os.path.join(home, "out.txt"), env=env, limits=limits)
        desk.run("backup", os.path.join(home, "copy.minutebook"), env=env, limits=limits)
        for folder, folders, files in os.walk(home):
            for name in folders + files:
                mode = os.lstat(os.path.join(folder, name)).st_mode & 0o777
                check(mode == (0o700 if name in folders else 0o600), "under umask %03o %s is made with %03o" % (mask, name, mode))


@test("without a home, in one that cannot be written, or with a relative data folder it works or says why")
def _(desk):
    none = {"MINUTEBOOK_BOOK": None}
    desk.refused("boards", env=dict(none, HOME="/nowhere/at/all"), code=4).sentence()
    desk.refused("init", env=dict(none, HOME="/proc/self"), code=4).sentence()
    desk.refused("init", env=dict(none, HOME="/dev/null"), code=4).sentence()
    desk.run("init", env=dict(none, XDG_DATA_HOME="relative/folder"))
    check(not os.path.exists(os.path.join(desk.folder, "relative")), "a relative XDG_DATA_HOME is to be ignored (XDG Base Directory Specification)")
    desk.run("boards", env=dict(none, HOME="x" * 5000), code=None)
    desk.run("boards", env={"MINUTEBOOK_BOOK": "x" * 5000}, code=4).sentence()
    desk.run("boards", env={"MINUTEBOOK_BOOK": desk.folder}, code=4).sentence()
    desk.run("boards", env={"MINUTEBOOK_NOW": "yesterday\x1b[2J"}, code=None)
    desk.run("boards", env={"TZ": "/etc/passwd", "MINUTEBOOK_NOW": None}, code=None)
    check(not CONTROL.search(desk.run("boards", env={"MINUTEBOOK_BOOK": "/no/\x1b[2J\u202e"}, code=4).err), "control characters of a path reach the terminal")
    check(not CONTROL.search(desk.run("roll", "\x1b[2J", code=None).err), "control characters of a word reach the terminal")


@test("output that nobody takes is said with status 4, and a reader who leaves does not hurt the book")
def _(desk):
    harbour(desk)
    for words in (["boards"], ["dump"], ["minutes", "last"], ["--help"], ["--version"], ["actions", "--help"], ["export", "minutes", "last"], ["actions", "--json"]):
        with open("/dev/full", "w", encoding="ascii") as full:
            done = subprocess.run([PROGRAM] + words, stdin=subprocess.DEVNULL, stdout=full, stderr=subprocess.PIPE, env=desk.env, check=False)
        check(done.returncode == 4, "`%s` to a full device left with %d" % (" ".join(words), done.returncode))
        check(done.stderr.count(b"\n") == 1 and b"written" in done.stderr, "`%s` to a full device says %r" % (" ".join(words), done.stderr))
    child = subprocess.Popen([PROGRAM, "dump"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=desk.env)
    child.stdout.close()
    said = child.stderr.read()
    child.stderr.close()
    check(child.wait() in (-signal.SIGPIPE, 4, 0) and b"Sanitizer" not in said, "a reader who left: %d, %r" % (child.returncode, said))
    for closed in ((0,), (1,), (2,), (0, 1, 2)):
        for words in (["boards"], ["actions", "add", "Mend the gate", "--owner", "Ada"], ["load", "-"], ["minutes", "add", "last", "2"]):
            child = subprocess.Popen([PROGRAM] + words, env=desk.env, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                                     preexec_fn=lambda closed=closed: [os.close(number) for number in closed])
            check(0 <= child.wait() <= 4, "`%s` with %s closed left with %d" % (" ".join(words), closed, child.returncode))
    whole(desk)


main()

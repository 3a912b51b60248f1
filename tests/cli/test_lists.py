#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""boards, people, meetings, roll: the shapes that scripts rely on, and the deeds on them."""
from harness import check, harbour, holds, lacks, main, same, test

BOARD_KEYS = {"name", "short", "organisation", "people"}
MEETING_KEYS = {"board", "date", "start", "end", "venue", "state"}
ROLL_KEYS = {"name", "initials", "post", "organisation", "group", "office", "voting", "from", "to"}


def has(row, keys):
    check(keys <= set(row), "%s lacks %s" % (row, keys - set(row)))


def one(rows, key, value):
    found = [row for row in rows if row[key] == value]
    same(len(found), 1, "rows with %s %r" % (key, value))
    return found[0]


@test("boards: name, short name, organisation and how many sit on it")
def _(desk):
    harbour(desk)
    rows = desk.json("boards")
    same(len(rows), 1, "boards")
    has(rows[0], BOARD_KEYS)
    same([rows[0][key] for key in ("name", "short", "organisation", "people")], ["Harbour Trust Board", "HTB", "Harbour Trust", 5], "the board")


@test("roll: in the file's order, with group, post, office and vote")
def _(desk):
    harbour(desk)
    rows = desk.json("roll", "HTB")
    for row in rows:
        has(row, ROLL_KEYS)
    same([row["name"] for row in rows], ["Ada Quill", "Bram Oake", "Dr Cleo Marsh", "Dov Pell", "Edie Lark"], "the roll")
    same([row["initials"] for row in rows], ["AQ", "BO", "CM", "DP", "EL"], "the initials")
    same([row["voting"] for row in rows], [True, True, True, True, False], "who votes")
    ada, edie = rows[0], rows[4]
    same([ada["group"], ada["post"], ada["office"]], ["Trustees", "Chair of Trustees", "Chair"], "Ada Quill")
    same([edie["group"], edie["post"], edie["organisation"], edie["office"]], ["Officers", "Harbour Master", "Harbour Trust", None], "Edie Lark")


@test("a roll without initials is given derived ones")
def _(desk):
    harbour(desk)
    desk.load("board: Pier Committee\nroll:\n  - {name: Gwen Hythe}\n  - {name: Ivo van der Berg}\n")
    initials = [row["initials"] for row in desk.json("roll", "Pier")]
    check(all(initials), "derived initials: %s" % initials)
    same(initials[0], "GH", "the initials of Gwen Hythe")


@test("a term that has ended leaves the roll of today and stays in that of its time")
def _(desk):
    harbour(desk)
    desk.run("person", "edit", "Dov Pell", "--board", "HTB", "--to", "2025-12-31")
    check("Dov Pell" not in [row["name"] for row in desk.json("roll", "HTB")], "Dov Pell is still on the roll")
    check("Dov Pell" in [row["name"] for row in desk.json("roll", "HTB", "--as-of", "2025-12-31")], "Dov Pell was on the roll on his last day")
    same(one(desk.json("roll", "HTB", "--all"), "name", "Dov Pell")["to"], "2025-12-31", "his last day")


@test("meetings: in order of date, with state and times; next and last are as of today")
def _(desk):
    harbour(desk)
    rows = desk.json("meetings")
    for row in rows:
        has(row, MEETING_KEYS)
    same([(row["date"], row["state"]) for row in rows], [("2025-10-08", "circulated"), ("2026-02-11", "planned"), ("2026-03-25", "planned")], "the meetings")
    same([rows[0][key] for key in ("board", "start", "end", "venue")], ["Harbour Trust Board", "18:00", "20:00", "Custom House"], "the first")
    same([row["date"] for row in desk.json("meetings", "--since", "2026-02-11", "--until", "2026-02-28")], ["2026-02-11"], "in February")
    same(desk.json("agenda", "show", "next")["date"], "2026-02-11", "next")
    same(desk.json("agenda", "show", "next", "--as-of", "2026-02-11")["date"], "2026-02-11", "next, on the day itself")
    same(desk.json("agenda", "show", "next", "--as-of", "2026-02-12")["date"], "2026-03-25", "next, the day after")
    same(desk.json("minutes", "last")["date"], "2025-10-08", "last")
    same(desk.json("minutes", "HTB/2025-10-08")["date"], "2025-10-08", "BOARD/DATE")


@test("two meetings on one day are told apart by their time")
def _(desk):
    harbour(desk)
    desk.run("meeting", "add", "HTB", "2026-02-11", "--time", "09:00-10:00", "--kind", "extraordinary")
    desk.refused("agenda", "show", "2026-02-11").sentence("09:00", "18:00")
    same(desk.json("agenda", "show", "2026-02-11@09:00")["start"], "09:00", "the one in the morning")
    same(desk.json("agenda", "show", "HTB/2026-02-11@18:00")["start"], "18:00", "the one in the evening")


@test("a meeting is added, edited, moved with the actions due at it, and cancelled")
def _(desk):
    harbour(desk)
    desk.run("actions", "add", "Report on the tenders", "--owner", "Edie Lark", "--due", "next meeting")
    ref = desk.json("actions")[-1]["ref"]
    same(one(desk.json("actions"), "ref", ref)["due"], "2026-02-11", "due at the next meeting")
    desk.run("meeting", "edit", "next", "--venue", "Lifeboat House")
    desk.run("meeting", "move", "next", "2026-02-18", "--why", "the tide")
    same(one(desk.json("meetings"), "date", "2026-02-18")["venue"], "Lifeboat House", "the venue")
    same(one(desk.json("actions"), "ref", ref)["due"], "2026-02-18", "due, after the meeting moved")
    desk.run("meeting", "cancel", "2026-02-18", "--why", "storm")
    same(one(desk.json("meetings"), "date", "2026-02-18")["state"], "cancelled", "the state")
    same(desk.json("agenda", "show", "next")["date"], "2026-03-25", "next, the other being cancelled")
    desk.refused("meeting", "cancel", "next").sentence("--why")


@test("a person is added to a roll, renamed, and found by the old name")
def _(desk):
    harbour(desk)
    desk.run("person", "add", "Hal Brine", "--board", "HTB", "--group", "Trustees", "--post", "Treasurer", "--email", "hal@example.org")
    row = one(desk.json("roll", "HTB"), "name", "Hal Brine")
    same([row["group"], row["post"]], ["Trustees", "Treasurer"], "the new member")
    desk.run("person", "edit", "Hal Brine", "--name", "Hal Brine-Foster")
    one(desk.json("roll", "HTB"), "name", "Hal Brine-Foster")
    desk.run("actions", "add", "Count the moorings", "--owner", "Hal Brine")
    same(desk.json("actions")[-1]["owners"], ["Hal Brine-Foster"], "the owner")
    desk.refused("person", "add", "Ian Kelp", "--board", "HTB", "--group", "Pirates").sentence("Pirates", "Trustees")
    check("Ian Kelp" not in desk.run("people").out, "Ian Kelp was refused and is there")


@test("people are found by part of a name, an alias, initials on the board")
def _(desk):
    harbour(desk)
    for words in ("Cleo", "C. Marsh", "Dr Cleo Marsh", "Cleo Marsh", "marsh", "CM"):
        desk.run("actions", "add", "Found by " + words, "--owner", words, "--board", "HTB")
        same(desk.json("actions")[-1]["owners"], ["Dr Cleo Marsh"], "the owner by " + words)


@test("a board is added and edited; its old name still finds it")
def _(desk):
    harbour(desk)
    desk.run("board", "add", "Audit Committee", "--short", "AC", "--rules", "charity-trustees")
    same([board["short"] for board in desk.json("boards")], ["AC", "HTB"], "the boards, by name")
    desk.run("board", "edit", "AC", "--name", "Audit and Risk Committee")
    desk.run("roll", "Audit Committee")
    desk.run("roll", "Audit and Risk")
    desk.refused("board", "add", "Audit and Risk Committee").sentence("Audit and Risk Committee")
    result = desk.run("board", "add", "X", "--rules", "no-such-rules", code=None)
    check(result.code in (2, 3), result)
    result.sentence("no-such-rules", "charity-trustees")


@test("the sample has three boards with rolls and meetings of two years, and a committee of one of them")
def _(desk):
    desk.sample()
    boards = desk.json("boards")
    same(len(boards), 4, "boards")
    for board in boards:
        if board["short"] == "Resources":
            continue
        roll = desk.json("roll", board["short"])
        same(len(roll), board["people"], "the roll of " + board["short"])
        check(sum(row["office"] == "Chair" for row in roll) == 1, "%s has one chair" % board["short"])
        meetings = desk.json("meetings", "--board", board["short"])
        check(meetings[0]["date"] < "2024-07" and meetings[-1]["date"] > "2026-01-15", "%s has two years" % board["short"])
        same(meetings, sorted(meetings, key=lambda meeting: meeting["date"]), "the order")
        holds(desk.run("meetings", "--board", board["short"]).out, meetings[0]["date"])


@test("a board takes no name by which another is found, and an exact name wins before parts")
def _(desk):
    harbour(desk)
    desk.load("board: Harbour Trust Board Dredging Panel\nshort: HTB2\nnames: [The Dredgers]\nroll: []\n")
    before = desk.dump()
    for words in (["HTB"], ["htb2"], ["The Dredgers"], ["New Board", "--short", "htb"], ["New Board", "--short", "The Dredgers"]):
        desk.refused("board", "add", *words).sentence("already")
    desk.refused("board", "edit", "HTB2", "--name", "HTB").sentence("HTB", "short name")
    desk.unchanged(before)
    for words in ("HTB", "harbour trust board"):
        same(len(desk.json("roll", words)), 5, "the roll of " + words)
    desk.refused("roll", "Trust").sentence("HTB", "HTB2")


@test("a rule set that is not there is refused with the option and the nearest")
def _(desk):
    harbour(desk)
    desk.refused("board", "add", "Parish Council", "--rules", "parish").sentence("--rules", "parish", "did you mean english-parish?", "charity-trustees")
    desk.refused("board", "edit", "HTB", "--rules", "charity-trustee").sentence("did you mean charity-trustees?")


@test("blank names and empty edits are refused, and say what can be changed")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    before = desk.dump()
    for blank in ("", "  "):
        desk.refused("person", "edit", "Dov", "--name", blank).sentence("name")
        desk.refused("board", "edit", "HTB", "--name", blank).sentence("name")
        desk.refused("agenda", "edit", "next", "Dredging", "--title", blank).sentence("title")
    desk.refused("person", "edit", "Dov").sentence("--email", "--post")
    desk.refused("board", "edit", "HTB").sentence("--quorum")
    desk.refused("meeting", "edit", "next", "--board", "HTB").sentence("--venue")
    desk.refused("agenda", "edit", "next", "Dredging").sentence("--minutes", "--presenter")
    desk.unchanged(before)


@test("a quorum that the roll cannot reach is a finding")
def _(desk):
    harbour(desk)
    result = desk.run("board", "edit", "HTB", "--quorum", "99")
    same(result.out, "HTB: quorum 3 → 99.\n", "the answer")
    holds(result.err, "[quorum-larger-than-roll]")
    lacks(desk.run("board", "edit", "HTB", "--quorum", "4").err, "quorum-larger-than-roll")


@test("states go forwards; approving and cancelling are deeds of their own")
def _(desk):
    harbour(desk)
    before = desk.dump()
    for state in ("approved", "signed"):
        desk.refused("meeting", "edit", "last", "--state", state).sentence("--state", "later meeting", "decision add")
        desk.refused("meeting", "add", "HTB", "2026-06-10", "--state", state).sentence("planned or called")
    desk.refused("meeting", "edit", "next", "--state", "cancelled").sentence("meeting cancel", "reason")
    desk.refused("meeting", "add", "HTB", "2026-06-10", "--state", "live").sentence("planned or called")
    desk.refused("meeting", "edit", "last", "--state", "called").sentence("circulated", "called")
    desk.refused("meeting", "edit", "last", "--state", "written up").sentence("circulated", "written up")
    desk.unchanged(before)
    same(desk.run("meeting", "edit", "next", "--state", "called").out, "HTB, 11 February 2026: state planned → called.\n", "the answer")
    desk.run("meeting", "edit", "next", "--state", "planned")
    desk.run("meeting", "edit", "next", "--state", "live")
    desk.refused("meeting", "edit", "2026-02-11", "--state", "planned").sentence("live")
    desk.run("meeting", "edit", "2026-02-11", "--state", "with the chair")


@test("a meeting called and planned again numbers its items anew")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    desk.run("meeting", "edit", "next", "--state", "called")
    desk.run("meeting", "edit", "next", "--state", "planned")
    desk.run("agenda", "move", "next", "Wreck", "--before", "Dredging")
    numbers = {item["title"]: item["number"] for item in desk.json("agenda", "show", "next")["items"]}
    same([numbers["Wreck of the Sybil"], numbers["Dredging"]], ["3", "4"], "the numbers")


@test("a meeting cannot have closed before its start; past midnight it can")
def _(desk):
    harbour(desk)
    desk.refused("meeting", "edit", "last", "--closed", "17:59").sentence("--closed", "17:59", "18:00")
    desk.refused("meeting", "edit", "last", "--time", "20:00-21:00").sentence("19:40", "20:00")
    same(desk.run("meeting", "edit", "last", "--closed", "00:20").out, "HTB, 8 October 2025: closed 19:40 → 00:20.\n", "past midnight")


@test("times of a meeting may stand with a hyphen, a dash, spaces or to")
def _(desk):
    harbour(desk)
    for words in ("09:00-10:30", "09:00–10:30", "09:00 - 10:30", "09:00 to 10:30"):
        desk.run("meeting", "edit", "next", "--time", "18:00-20:00")
        same(desk.run("meeting", "edit", "next", "--time", words).out, "HTB, 11 February 2026: start 18:00 → 09:00, end 20:00 → 10:30.\n", words)
    for words in ("9-10", "09:00-", "half past nine", "09:00-25:00", "10:00-09:00"):
        desk.refused("meeting", "edit", "next", "--time", words).sentence("--time")


@test("a chair who is nobody in the book is a finding; answers say what changed from what to what")
def _(desk):
    harbour(desk)
    result = desk.run("meeting", "edit", "next", "--venue", "Lifeboat House", "--chair", "Brom Oake")
    same(result.out, "HTB, 11 February 2026: venue Custom House → Lifeboat House, chair none → Brom Oake.\n", "the answer")
    holds(result.err, "Did you mean Bram Oake? [chair-not-on-roll]")
    same(desk.run("meeting", "edit", "next", "--chair", "cm").out, "HTB, 11 February 2026: chair Brom Oake → Dr Cleo Marsh.\n", "the second answer")
    same(desk.json("log")[0]["summary"], "HTB, 11 February 2026: chair Brom Oake → Dr Cleo Marsh.", "the history")


@test("people: post and organisation come from one seat, initials from the roll, and every seat is told")
def _(desk):
    harbour(desk)
    desk.load("""board: Pier Committee
short: Pier
groups: [Wardens]
roll:
  - {name: Ada Quill, initials: AQX, organisation: Pier Company, group: Wardens}
  - {name: Gwen Hythe, initials: GWH, post: Warden, organisation: Pier Company, group: Wardens}
""")
    people = desk.json("people")
    ada = one(people, "name", "Ada Quill")
    same([ada["post"], ada["organisation"], ada["initials"]], ["Chair of Trustees", None, "AQ"], "Ada Quill")
    same(ada["seats"], [{"board": "Harbour Trust Board", "post": "Chair of Trustees", "organisation": None, "group": "Trustees"},
                        {"board": "Pier Committee", "post": None, "organisation": "Pier Company", "group": "Wardens"}], "her seats")
    same(one(people, "name", "Gwen Hythe")["initials"], "GWH", "the initials of the roll")


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Loading YAML: what is right goes in, again and again; what is wrong is told with its place, all of it, and nothing goes in."""
import os
import re

from harness import BOARD, MEETING, PLAN, ROOT, check, harbour, holds, lacks, main, same, test

FAULT = re.compile(r"^(?P<file>\S.*?):(?P<line>\d+):(?P<column>\d+): (?P<text>.+)$")


def faults(desk, text, *expected, name="wrong.yaml"):
    """Loads TEXT, which is refused with one line a fault; EXPECTED: (line, column or None, parts of the text…) of each, in order."""
    before = desk.dump()
    path = desk.write(name, text)
    result = desk.run("load", path, code=3)
    same(result.out, "", "standard output")
    lines = [line for line in result.err.splitlines() if line]
    found = []
    for line in lines:
        match = FAULT.match(line)
        check(match, "no FILE:LINE:COLUMN: %r" % line)
        same(match.group("file"), path, "the file named")
        found.append((int(match.group("line")), int(match.group("column")), match.group("text")))
    check(len(found) == len(expected), "%d faults expected, found:\n%s" % (len(expected), result.err))
    for (line, column, words), (where, at, *parts) in zip(found, expected):
        check(line == where, "line %d expected for %s, found:\n%s" % (where, parts, result.err))
        check(at is None or column == at, "column %s expected for %s, found:\n%s" % (at, parts, result.err))
        for part in parts:
            check(part.lower() in words.lower(), "no %r in: %s" % (part, words))
    desk.unchanged(before)
    return result


def empty(desk):
    desk.run("init")
    return desk


@test("a board, its plan and a meeting are loaded in one command, whatever the order of files")
def _(desk):
    desk.run("init")
    files = [desk.write("m.yaml", MEETING), desk.write("p.yaml", PLAN), desk.write("b.yaml", BOARD)]
    out = desk.run("load", *files).out
    holds(out, "3 files")
    same(len(desk.json("meetings")), 3, "meetings")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3"], "actions")


@test("one file may hold several documents, and standard input is a file")
def _(desk):
    desk.run("init")
    desk.run("load", "-", stdin="---\n".join([BOARD, PLAN, MEETING]))
    same(len(desk.json("meetings")), 3, "meetings")


@test("loading the same again changes nothing and says so")
def _(desk):
    harbour(desk)
    before = desk.dump()
    out = desk.run("load", "board.yaml", "plan.yaml", "meeting.yaml").out
    holds(out, "0 records")
    desk.unchanged(before)


@test("loading again updates what is named and keeps what was changed by hand or moved since")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    desk.run("plan", "move", "Wreck", "2026-03-25", "--why", "divers are late", "--from", "2026-02-11")
    desk.run("agenda", "edit", "next", "Dredging", "--minutes", "40")
    desk.load(PLAN.replace("title: Budget, lead: Bram Oake", "title: Budget, lead: Ada Quill"))
    plan = desk.json("plan", "--board", "HTB", "--year", "2025/26")
    def rows(title):
        return [row for row in plan if row["item"] == title]
    same([row["meeting"] for row in rows("Wreck of the Sybil")], ["2026-03-25"], "where the moved item stands")
    same([row["lead"] for row in rows("Budget")], ["Ada Quill"], "the new lead")
    desk.run("agenda", "draft", "next")
    minutes = {item["title"]: item["minutes"] for item in desk.json("agenda", "show", "next")["items"]}
    same(minutes["Dredging"], 40, "minutes set by hand")
    check("Wreck of the Sybil" not in minutes, "the item that was moved is back")


@test("a file with some items of a meeting adds them in the order of their numbers and leaves the others")
def _(desk):
    harbour(desk)
    desk.load("meeting: 2025-10-08\nboard: HTB\nitems:\n  - {number: \"3\", title: Moorings, text: All full.}\n  - {number: \"4\", title: Pilots}\n  - {number: \"5\", title: Rates}\n")
    same([(item["number"], item["title"]) for item in desk.json("minutes", "last")["items"]],
         [("1", "Apologies"), ("2", "Dredging"), ("3", "Moorings"), ("4", "Pilots"), ("5", "Rates")], "the items")


@test("an empty book file and a file that is not there are refused in a sentence")
def _(desk):
    empty(desk)
    before = desk.dump()
    desk.refused("load").sentence("file")
    desk.refused("load", "absent.yaml", code=3).sentence("absent.yaml")
    desk.refused("load", desk.folder, code=3).sentence(desk.folder)
    result = desk.refused("load", desk.write("empty.yaml", ""), code=3)
    holds(result.err, "empty.yaml")
    desk.unchanged(before)


@test("an unknown key is refused with the nearest known one, at its place")
def _(desk):
    faults(empty(desk), "board: Pier\nzoen: Europe/London\n", (2, 1, "zoen", "zone"))


@test("all faults of a file come at once, in order, each with its line")
def _(desk):
    faults(empty(desk), """board: Pier Committee
short: PC
quorum: {members: many}
groups: [Trustees]
roll:
  - {name: Gwen Hythe, group: Pirates, from: 2025-02-30}
  - {nmae: Ivo Berg}
  - {name: Joan Reed, from: 2025-05-01, to: 2024-05-01}
""",
           (3, None, "many"), (6, None, "Pirates", "Trustees"), (6, None, "2025-02-30"), (7, None, "name"), (7, None, "nmae", "name"), (8, None, "2024-05-01"))


@test("dates that are none are refused, leap days kept apart")
def _(desk):
    harbour(desk)
    for day, good in (("2026-02-29", False), ("2028-02-29", True), ("2026-04-31", False), ("2026-13-01", False), ("26-01-01", False), ("01/02/2026", False), ("2026-1-5", False)):
        text = "meeting: %s\nboard: HTB\ntime: \"10:00-11:00\"\nstate: planned\n" % day
        if good:
            desk.load(text)
        else:
            faults(desk, text, (1, 10, day))


@test("times that are none, and an end before its start, are refused")
def _(desk):
    harbour(desk)
    faults(desk, "meeting: 2026-05-06\nboard: HTB\ntime: \"25:00-26:00\"\n", (3, 7, "25:00"))
    faults(desk, "meeting: 2026-05-06\nboard: HTB\ntime: \"12:00-11:00\"\n", (3, 7, "12:00"))


@test("a duplicate key, a wrong type, negative minutes are refused")
def _(desk):
    harbour(desk)
    faults(desk, "board: Pier\nshort: P\nshort: Q\n", (3, 1, "short"))
    faults(desk, "board: [Pier]\n", (1, 8, "text"))
    faults(desk, "board: Pier\nroll: nobody\n", (2, 7, "list"))
    faults(desk, "board: HTB\nyear: 2026/27\nbusiness:\n  - {title: Rates, every: meeting, minutes: -5}\n", (4, None, "-5"))
    faults(desk, "board: HTB\nyear: 2026/27\nbusiness:\n  - {title: Rates, every: meeting, minutes: soon}\n", (4, None, "soon"))


@test("an unknown every, month, group, rule set, style or paragraph is refused with what there is")
def _(desk):
    harbour(desk)
    faults(desk, "board: HTB\nyear: 2026/27\nbusiness:\n  - {title: Rates, every: fortnight}\n", (4, None, "fortnight", "meeting"))
    faults(desk, "board: HTB\nyear: 2026/27\nbusiness:\n  - {title: Rates, every: [March, Juneuary]}\n", (4, None, "Juneuary"))
    faults(desk, "board: HTB\nrules: charity-trustee\n", (2, 8, "charity-trustee", "charity-trustees"))
    faults(desk, "board: HTB\nstyle: baroque\n", (2, 8, "baroque"))
    faults(desk, "board: HTB\nquorum: {groups: {Pirates: 2}}\n", (2, None, "Pirates"))
    faults(desk, "board: HTB\nyear: 2026/27\nbusiness:\n  - {title: Rates, every: meeting, restricted: {paragraph: 9z}}\n", (4, None, "9z"))


@test("a plan or a meeting of a board that is not in the book is refused with its place")
def _(desk):
    empty(desk)
    faults(desk, PLAN, (1, 8, "HTB"))
    faults(desk, MEETING, (2, 8, "HTB"))


@test("a file with one fault among good documents loads none of them")
def _(desk):
    empty(desk)
    good = desk.write("board.yaml", BOARD)
    wrong = desk.write("plan.yaml", PLAN.replace("every: March", "every: Marhc"))
    before = desk.dump()
    result = desk.refused("load", good, wrong, code=3)
    holds(result.err, wrong + ":12:")
    lacks(result.err, good + ":")
    desk.unchanged(before)


@test("YAML that is broken is refused at the place where it breaks")
def _(desk):
    empty(desk)
    for text, line in (("board: [Pier\n", None), ("board: \"Pier\n", None), ("board: Pier\n\tshort: P\n", 2), ("board: Pier\n bad: x\n", None), ("%YAML 9.9\n---\nboard: P\n", None), ("- a\n- b\n", 1),
                       ("just a sentence\n", 1), ("board: *nowhere\n", 1), ("!!binary aGk=\n", 1), ("}{", 1)):
        before = desk.dump()
        result = desk.refused("load", desk.write("broken.yaml", text), code=3)
        match = FAULT.match(result.err.splitlines()[0])
        check(match, "no place: %s" % result)
        if line:
            same(int(match.group("line")), line, "the line of %r" % text)
        desk.unchanged(before)


@test("bytes that are no UTF-8, NUL bytes and byte-order marks do no harm")
def _(desk):
    empty(desk)
    for text in (b"board: Pier\xff\xfe\n", b"board: Pi\x00er\n", b"\xff\xfeb\x00o\x00", b"\x00" * 100, bytes(range(256)), b"board: \xed\xa0\x80\n"):
        before = desk.dump()
        result = desk.refused("load", desk.write("bytes.yaml", text), code=3)
        check(FAULT.match(result.err.splitlines()[0]), "no place: %s" % result)
        desk.unchanged(before)
    desk.run("load", desk.write("mark.yaml", b"\xef\xbb\xbfboard: Pier Committee\n"))
    same(desk.json("boards")[0]["name"], "Pier Committee", "the board of a file with a byte-order mark")


@test("aliases that multiply, and depth without end, are refused in less than two seconds")
def _(desk):
    empty(desk)
    laughs = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n"
    for level in range(1, 12):
        laughs += "a%d: &a%d [%s]\n" % (level, level, ", ".join(["*a%d" % (level - 1)] * 10))
    for text in (laughs, "[" * 100000, "board: " + "{a: " * 20000, "- " * 50000 + "x\n", "&a [*a]\n", "board: &b\n  <<: *b\n"):
        before = desk.dump()
        result = desk.run("load", desk.write("hostile.yaml", text), code=3, wait=20)
        check(FAULT.match(result.err.splitlines()[0]), "no place: %s" % result)
        check(len(result.err) < 20000, "%d bytes of complaint" % len(result.err))
        desk.unchanged(before)


@test("a file of 17 MB is refused before it is read, a long name is kept")
def _(desk):
    empty(desk)
    before = desk.dump()
    desk.refused("load", desk.write("huge.yaml", b"# " + b"x" * (17 * 1024 * 1024)), code=3).sentence("huge.yaml")
    desk.unchanged(before)
    name = "Committee " + "of many words " * 700
    desk.load("board: %s\n" % name.strip())
    same(desk.json("boards")[0]["name"], name.strip(), "a name of ten thousand characters")


@test("a file of many faults does not drown the reader")
def _(desk):
    empty(desk)
    text = "board: Pier\nroll:\n" + "".join("  - {nmae: Person %d}\n" % i for i in range(5000))
    result = desk.run("load", desk.write("many.yaml", text), code=3)
    check(FAULT.match(result.err.splitlines()[0]), "no place: %s" % result)
    holds(result.err, "many.yaml:3:")
    same(desk.json("boards"), [], "boards")


@test("control characters, bidirectional marks and markup in names come out harmless")
def _(desk):
    empty(desk)
    desk.load('board: "Pier \\e[31m Committee\\x07"\nshort: "P\\u202eC"\nroll:\n  - {name: "Gwen \\e]0;owned\\a Hythe"}\n')
    for words in (["boards"], ["people"], ["roll", "Pier"], ["log"]):
        for extra in ([], ["--json"]):
            out = desk.run(*words, *extra).out
            for mark in ("\x1b", "\x07", "\x9b") + (() if extra else ("\u202e",)):
                check(mark not in out, "%r comes out of %s: %r" % (mark, words, out))


@test("a lead who is not on the roll is loaded and is a finding")
def _(desk):
    harbour(desk)
    result = desk.load("board: HTB\nyear: 2025/26\nbusiness:\n  - {title: Ferry timetable, lead: The Ferry Company, at: [2026-02-11], minutes: 5}\n")
    holds(result.err, "The Ferry Company")
    row = [row for row in desk.json("plan", "--board", "HTB", "--year", "2025/26") if row["item"] == "Ferry timetable"]
    same([(entry["meeting"], entry["lead"]) for entry in row], [("2026-02-11", "The Ferry Company")], "the plan")


@test("check FILE finds what load would refuse, and loads nothing")
def _(desk):
    harbour(desk)
    before = desk.dump()
    path = desk.write("wrong.yaml", "board: HTB\nzoen: Europe/London\n")
    rows = desk.json("check", path, code=1)
    same(len(rows), 1, "findings")
    same(rows[0]["severity"], "error", "the severity")
    holds(rows[0]["place"] + " " + rows[0]["text"], path + ":2:1")
    same(desk.json("check", desk.write("right.yaml", BOARD)), [], "findings in a good file")
    desk.unchanged(before)


@test("meeting dates may be a rule")
def _(desk):
    harbour(desk)
    desk.load("board: HTB\nyear: 2026/27\nmeetings: {rule: \"third Thursday of June, September, December, March\", time: \"14:00-16:30\"}\n")
    dates = [row["date"] for row in desk.json("meetings", "--since", "2026-04-01")]
    same(dates, ["2026-06-18", "2026-09-17", "2026-12-17", "2027-03-18"], "the dates")


@test("the sample's own files load into an empty book one by one")
def _(desk):
    empty(desk)
    for board in sorted(os.listdir(os.path.join(ROOT, "sample-data"))):
        folder = os.path.join(ROOT, "sample-data", board)
        names = sorted(name for name in os.listdir(folder) if name.endswith(".yaml"))
        desk.run("load", *[os.path.join(folder, name) for name in sorted(names, key=lambda name: (name != "board.yaml", not name.startswith("plan"), name))])
    same(len(desk.json("boards")), 4, "boards")


@test("a ref of another meeting's action is refused, and that action stays")
def _(desk):
    harbour(desk)
    faults(desk, "meeting: 2026-02-11\nboard: HTB\nitems:\n  - title: Boats\n    actions: [{ref: 2, text: Buy a boat}]\n", (5, 21, "ref 2 is the action “Write to the pilots” of 8 October 2025: expected a ref of its own"))
    same([row["text"] for row in desk.json("actions") if row["ref"] == "2"], ["Write to the pilots"], "action 2")


@test("approved minutes stand against a changed file, and the same file is silent")
def _(desk):
    harbour(desk)
    approved = MEETING.replace("state: circulated", "state: approved")
    desk.load(approved)
    holds(desk.load(approved).out, "0 records")
    faults(desk, approved.replace('closed: "19:40"', 'closed: "20:40"').replace("name: Dov Pell, status: apologies", "name: Dov Pell, status: present").replace("for: 3", "for: 4"),
           (5, 9, "2025-10-08", "approved", "closed:"), (12, 5, "attendance:"), (27, None, "decisions:"))


@test("an alias renames somebody on the roll, also where the new name was loaded before")
def _(desk):
    harbour(desk)
    result = desk.load("board: HTB\nroll:\n  - {name: Bram Oake}\n  - {name: Ada Quill-Marsh}\n  - {name: Dr Cleo Marsh}\n  - {name: Dov Pell}\n  - {name: Edie Lark}\n")
    holds(result.err, "no longer names Ada Quill, who is kept on the roll")
    holds(result.err, "Ada Quill-Marsh may be Ada Quill: to rename, add `aliases: [Ada Quill]`")
    desk.load("board: HTB\nroll:\n  - {name: Ada Quill-Marsh, aliases: [Ada Quill]}\n")
    names = [row["name"] for row in desk.json("roll", "HTB")]
    check("Ada Quill-Marsh" in names and "Ada Quill" not in names and len(names) == len(set(names)) == 5, names)
    desk.run("log", "--verify")
    desk.run("doctor")


@test("a file that is no text is refused in one line")
def _(desk):
    empty(desk)
    for data in (b"\x7fELF\x02\x01\x00" + bytes(range(256)) * 20, b"\xff\xfa" * 300):
        result = desk.refused("load", desk.write("program", data), code=3)
        holds(result.sentence(), "program:1:1: this is no text file: expected YAML")


main()

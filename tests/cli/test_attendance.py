#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Who came: the register of a meeting and the matrix of many; interests and votes."""
from harness import check, harbour, holds, main, same, test

KEYS = {"name", "post", "organisation", "group", "status", "represented_by", "mode", "from", "to", "note"}


def register(desk, *words):
    return desk.json("attendance", *(words or ("last",)))


def row_of(desk, name, *words):
    found = [row for row in register(desk, *words) if row["name"] == name]
    same(len(found), 1, "rows of " + name)
    return found[0]


@test("the register has everyone, with status, deputy, mode and times")
def _(desk):
    harbour(desk)
    for row in register(desk):
        check(KEYS <= set(row), row)
    same([(row["name"], row["status"]) for row in register(desk)],
         [("Ada Quill", "present"), ("Bram Oake", "represented"), ("Dr Cleo Marsh", "present"), ("Dov Pell", "apologies"), ("Edie Lark", "in part")], "the register")
    same(row_of(desk, "Bram Oake")["represented_by"], "Fay Thorn", "the deputy")
    same([row_of(desk, "Ada Quill")["mode"], row_of(desk, "Dr Cleo Marsh")["mode"]], ["in person", "remote"], "the mode")
    same(row_of(desk, "Edie Lark")["from"], "18:20", "when Edie Lark came")
    same([row_of(desk, "Ada Quill")["group"], row_of(desk, "Edie Lark")["post"]], ["Trustees", "Harbour Master"], "group and post")


@test("attendance is recorded, and recorded anew")
def _(desk):
    harbour(desk)
    desk.run("attendance", "set", "next", "Ada Quill", "present")
    desk.run("attendance", "set", "next", "Bram Oake", "represented", "--by", "Fay Thorn")
    desk.run("attendance", "set", "next", "CM", "present", "--remote")
    desk.run("attendance", "set", "next", "Edie", "in part", "--from", "18:30", "--to", "19:15")
    desk.run("attendance", "set", "next", "Captain Reef", "present", "--guest")
    same(row_of(desk, "Dr Cleo Marsh", "next")["mode"], "remote", "the mode")
    same([row_of(desk, "Edie Lark", "next")[key] for key in ("status", "from", "to")], ["in part", "18:30", "19:15"], "in part")
    same(row_of(desk, "Captain Reef", "next")["status"], "present", "the guest")
    desk.run("attendance", "set", "next", "Ada Quill", "apologies")
    same(row_of(desk, "Ada Quill", "next")["status"], "apologies", "recorded anew")


@test("a word too few, times the wrong way round, a stranger are refused")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("attendance", "set", "next", "Captain Reef", "present").sentence("Captain Reef")
    desk.refused("attendance", "set", "next", "Edie", "in part", "--from", "19:15", "--to", "18:30").sentence("19:15")
    desk.refused("attendance", "set", "next", "Edie", "present", "--from", "7pm").sentence("7pm")
    desk.refused("attendance", "set", "next", "Ada Quill").sentence("STATUS")
    desk.unchanged(before)


@test("the matrix counts meetings held since a day, with percentages")
def _(desk):
    harbour(desk)
    for name, status in (("Ada Quill", "present"), ("Bram Oake", "present"), ("Dr Cleo Marsh", "apologies"), ("Dov Pell", "apologies"), ("Edie Lark", "present")):
        desk.run("attendance", "set", "2026-02-11", name, status)
    desk.run("meeting", "edit", "2026-02-11", "--state", "written up", "--closed", "20:00", "--as-of", "2026-02-12")
    out = desk.run("attendance", "--since", "2025-04-01", "--board", "HTB", "--as-of", "2026-02-12").out
    line = next(line for line in out.splitlines() if "Ada Quill" in line)
    holds(line, "100")
    line = next(line for line in out.splitlines() if "Dov Pell" in line)
    check(" 0" in line, line)
    line = next(line for line in out.splitlines() if "Cleo Marsh" in line)
    holds(line, "50")
    rows = desk.json("attendance", "--since", "2025-04-01", "--board", "HTB", "--as-of", "2026-02-12")
    check("Ada Quill" in str(rows), rows)


@test("an inquorate meeting, and a presenter with apologies, are found by check")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    for name in ("Bram Oake", "Dr Cleo Marsh", "Edie Lark"):
        desk.run("attendance", "set", "next", name, "apologies")
    desk.run("attendance", "set", "next", "Ada Quill", "present")
    desk.run("attendance", "set", "next", "Dov Pell", "present")
    desk.run("decision", "add", "next", "Dredging", "To dredge the basin")
    desk.run("meeting", "edit", "2026-02-11", "--state", "written up", "--as-of", "2026-02-12")
    rules = [row["rule"] for row in desk.json("check", "2026-02-11", "--as-of", "2026-02-12", code=1)]
    check("inquorate" in rules, rules)
    check("presenter-with-apologies" in rules, rules)


@test("who declared an interest and left may not vote, and moving the decision is a finding")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    for name in ("Ada Quill", "Bram Oake", "Dr Cleo Marsh", "Dov Pell", "Edie Lark"):
        desk.run("attendance", "set", "next", name, "present")
    desk.run("interest", "add", "next", "Dredging", "Bram Oake", "--nature", "owns a dredger", "--effect", "left")
    desk.run("decision", "add", "next", "Dredging", "To dredge the basin", "--outcome", "resolved", "--mover", "Bram Oake")
    desk.refused("vote", "add", "next", "Dredging", "Bram Oake: for").sentence("Bram Oake", "interest")
    desk.run("vote", "add", "next", "Dredging", "Ada Quill: for", "Dr Cleo Marsh: for", "Dov Pell: against")
    row = next(row for row in desk.json("decisions") if row["text"] == "To dredge the basin")
    same([row["outcome"], row["for"], row["against"], row["abstained"]], ["resolved", 2, 1, 0], "the decision")
    desk.run("meeting", "edit", "2026-02-11", "--state", "written up", "--as-of", "2026-02-12")
    rules = [finding["rule"] for finding in desk.json("check", "2026-02-11", "--as-of", "2026-02-12", code=1)]
    check("conflicted-mover" in rules, rules)


@test("the register of decisions, newest meeting or oldest, all of them")
def _(desk):
    harbour(desk)
    rows = desk.json("decisions", "--board", "HTB")
    same(len(rows), 1, "decisions")
    check({"board", "meeting", "item", "text", "outcome"} <= set(rows[0]), rows[0])
    same([rows[0]["meeting"], rows[0]["outcome"], rows[0]["for"]], ["2025-10-08", "resolved", 3], "the decision")
    desk.refused("vote", "add", "next", "Dredging", "Ada Quill: for").sentence("Dredging")
    desk.run("agenda", "draft", "next")
    desk.refused("vote", "add", "next", "Dredging", "Ada Quill: for").sentence("decision add")
    desk.run("decision", "add", "next", "Dredging", "To dredge")
    desk.refused("vote", "add", "next", "Dredging", "Ada Quill").sentence("Ada Quill")
    desk.refused("vote", "add", "next", "Dredging", "Ada Quill: perhaps").sentence("perhaps")


@test("the sample's registers add up")
def _(desk):
    desk.sample()
    for board in desk.json("boards"):
        if board["short"] == "Resources":
            continue
        rows = register(desk, "last", "--board", board["short"])
        check(len(rows) >= 5, "%s: %d rows" % (board["short"], len(rows)))
        check({row["status"] for row in rows} <= {"present", "apologies", "absent", "represented", "in part"}, rows)
        check(all(row["represented_by"] for row in rows if row["status"] == "represented"), "somebody is represented by nobody")


def in_session(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    for name, status in (("Ada Quill", "present"), ("Dr Cleo Marsh", "present"), ("Dov Pell", "apologies"), ("Edie Lark", "present")):
        desk.run("attendance", "set", "next", name, status)
    desk.run("attendance", "set", "next", "Bram Oake", "represented", "--by", "Fay Thorn")
    desk.run("decision", "add", "next", "Dredging", "To dredge the basin")
    return desk


@test("votes are refused of whom has none, of whom was not there, and twice in two ways; each is named")
def _(desk):
    in_session(desk)
    before = desk.dump()
    desk.refused("vote", "add", "next", "3", "Edie Lark: for", "Dov Pell: for", "Ada Quill: for").sentence("Edie Lark has a seat without a vote", "Dov Pell sent apologies")
    desk.refused("vote", "add", "next", "3", "Bram Oake: for").sentence("Bram Oake was represented by Fay Thorn")
    desk.refused("vote", "add", "next", "3", "Ada Quill: for", "AQ: against").sentence("Ada Quill would vote both for and against")
    desk.run("person", "add", "Hal Brine")
    desk.refused("vote", "add", "next", "3", "Hal Brine: for").sentence("Hal Brine has no seat")
    desk.run("vote", "add", "next", "3", "Ada Quill: for", "AQ: for", "Fay Thorn: for", "CM: against")
    same(desk.run("vote", "add", "next", "3", "CM: abstained").out, "HTB, 11 February 2026, item 3 Dredging: votes recorded: 2 for (Ada Quill, Fay Thorn), 0 against, 1 abstained (Dr Cleo Marsh).\n", "the answer")
    check(before != desk.dump(), "no vote was recorded")


@test("several decisions under an item are listed with their numbers")
def _(desk):
    in_session(desk)
    desk.run("decision", "add", "next", "3", "To paint the buoys")
    desk.refused("vote", "add", "next", "3", "Ada Quill: for").sentence("1 “To dredge the basin”", "2 “To paint the buoys”", "--decision")
    desk.refused("vote", "add", "next", "3", "Ada Quill: for", "--decision", "3").sentence("3", "2 “To paint the buoys”")


@test("nobody seconds his own motion; a mover who was not there is a finding")
def _(desk):
    in_session(desk)
    before = desk.dump()
    desk.refused("decision", "add", "next", "3", "To wait", "--mover", "Ada Quill", "--seconder", "AQ").sentence("Ada Quill", "second")
    desk.unchanged(before)
    holds(desk.run("decision", "add", "next", "3", "To wait", "--mover", "Dov Pell", "--seconder", "AQ").err, "Dov Pell, the mover, sent apologies. Correct the name or the register. [mover-not-present]")
    same(desk.run("decision", "add", "next", "3", "To wait more", "--mover", "Fay Thorn", "--seconder", "AQ").err, "", "a deputy moves")
    holds(desk.run("decision", "add", "next", "3", "To wait on", "--mover", "Ida Quill").err, "Did you mean Ada Quill? [mover-not-on-roll]")


@test("the answers say in English who came, and from what it was changed")
def _(desk):
    harbour(desk)
    def says(expected, *words):
        same(desk.run("attendance", "set", "next", *words).out, "HTB, 11 February 2026: " + expected + "\n", " ".join(words))
    says("Ada Quill is present.", "AQ", "present")
    says("Bram Oake is represented by Fay Thorn.", "bram", "represented", "--by", "Fay Thorn")
    says("Dr Cleo Marsh is present (remote).", "CM", "present", "--remote")
    says("Edie Lark came in part, from 19:45.", "Edie", "in part", "--from", "19:45")
    says("Edie Lark came in part, from 19:45 to 20:00 (before: came in part, from 19:45).", "Edie", "in part", "--to", "20:00")
    says("Dov Pell was absent.", "Dov", "absent")
    says("Dov Pell sent apologies (before: was absent).", "Dov", "apologies")


@test("a deputy whom neither book nor roll knows, and remote attendance where the rules know none, are findings")
def _(desk):
    harbour(desk)
    same(desk.run("attendance", "set", "next", "Bram Oake", "represented", "--by", "Fay Thorn").err, "", "the deputy that the roll names")
    result = desk.run("attendance", "set", "next", "Bram Oake", "represented", "--by", "Jim Smith")
    holds(result.out, "is represented by Jim Smith")
    holds(result.err, "“Jim Smith”, the deputy, is nobody in the book")
    holds(result.err, "[deputy-not-named]")
    same(desk.run("attendance", "set", "next", "CM", "present", "--remote").err, "", "remote under rules that allow it")
    desk.run("board", "edit", "HTB", "--rules", "english-parish")
    holds(desk.run("attendance", "set", "next", "CM", "present", "--remote").err, "[remote-not-allowed]")


@test("the matrix of no meeting is empty, and leaves out who had left before")
def _(desk):
    harbour(desk)
    same(desk.run("attendance", "--since", "2026-03-01").out, "No meeting has been held since then.\n", "the matrix from a day to come")
    same(desk.json("attendance", "--since", "2026-03-01", "--board", "HTB"), [], "the matrix as JSON")
    desk.run("person", "edit", "Dov Pell", "--board", "HTB", "--to", "2025-10-07")
    same([row["name"] for row in desk.json("attendance", "--since", "2025-04-01")], ["Ada Quill", "Bram Oake", "Dr Cleo Marsh", "Edie Lark"], "the matrix")


main()

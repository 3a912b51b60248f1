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


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The action log."""
from harness import check, harbour, holds, main, same, test

KEYS = {"ref", "board", "text", "owners", "raised", "item", "due", "due_words", "status", "days_late", "chasers"}


def by_ref(desk, ref, *words):
    found = [row for row in desk.json("actions", *words) if row["ref"] == ref]
    same(len(found), 1, "actions %s" % ref)
    return found[0]


@test("an action as JSON has what scripts rely on")
def _(desk):
    harbour(desk)
    row = by_ref(desk, "1")
    check(KEYS <= set(row), "missing: %s" % (KEYS - set(row)))
    same([row[key] for key in ("board", "text", "owners", "due", "status", "chasers")],
         ["Harbour Trust Board", "Ask three firms for tenders", ["Edie Lark"], "2025-12-01", "open", 0], "action 1")
    same(row["raised"], "2025-10-08", "raised")
    same(row["days_late"], 45, "days late on 15 January")
    holds(row["item"], "2", "the item")
    same(by_ref(desk, "2")["owners"], ["Ada Quill", "Bram Oake"], "two owners")


@test("overdue is due before today: not on the day, and never when closed")
def _(desk):
    harbour(desk)
    same([row["ref"] for row in desk.json("actions", "--overdue")], ["1"], "overdue on 15 January, when action 2 is due")
    same([row["ref"] for row in desk.json("actions", "--overdue", "--as-of", "2026-01-16")], ["1", "2"], "overdue the day after")
    same([row["ref"] for row in desk.json("actions", "--overdue", "--as-of", "2025-12-01")], [], "overdue on 1 December, when action 1 is due")
    same(by_ref(desk, "2", "--as-of", "2026-01-16")["days_late"], 1, "days late")
    check(not by_ref(desk, "2")["days_late"], "on the day nothing is late")


@test("lists are narrowed by open, owner, board and meeting")
def _(desk):
    harbour(desk)
    def refs(*words):
        return [row["ref"] for row in desk.json("actions", *words)]
    same(sorted(refs()), ["1", "2", "3"], "all")
    same(sorted(refs("--open")), ["1", "2"], "open")
    same(refs("--owner", "Bram Oake"), ["2"], "of Bram Oake")
    same(refs("--owner", "Dov", "--open"), [], "open ones of Dov Pell")
    same(sorted(refs("--meeting", "2025-10-08")), ["1", "2", "3"], "of the meeting")
    desk.refused("actions", "--owner", "Nemo").sentence("Nemo")


@test("an action is added with the board's next ref, never one that was used")
def _(desk):
    harbour(desk)
    answer = desk.json("actions", "add", "Mend the slipway", "--owner", "Edie Lark", "--owner", "Dov Pell", "--due", "2026-02-06", "--board", "HTB")
    same(answer["ref"], "4", "the ref")
    row = by_ref(desk, "4")
    same([row["text"], row["owners"], row["due"], row["status"], row["raised"]], ["Mend the slipway", ["Edie Lark", "Dov Pell"], "2026-02-06", "open", "2026-01-15"], "the action")
    desk.run("actions", "close", "4", "Mended.")
    same(desk.json("actions", "add", "Paint it", "--owner", "Edie Lark")["ref"], "5", "the next ref")


@test("a due date may be a date, the next meeting, or words that are kept")
def _(desk):
    harbour(desk)
    for due, expected in (("2026-02-28", "2026-02-28"), ("next meeting", "2026-02-11"), ("before the tides turn", None)):
        ref = desk.json("actions", "add", "Do it", "--owner", "Ada Quill", "--due", due)["ref"]
        row = by_ref(desk, ref)
        same(row["due"], expected, "due %s" % due)
        same(row["due_words"], due, "the words")
    desk.refused("actions", "add", "Do it", "--owner", "Ada Quill", "--due", "2026-02-29").sentence("2026-02-29")


@test("an owner who is nobody in the book is kept as written and is a finding")
def _(desk):
    harbour(desk)
    result = desk.run("actions", "add", "Sweep the quay", "--owner", "All partners")
    holds(result.err, "All partners")
    holds(result.err, "[owner-not-on-roll]")
    same(desk.json("actions")[-1]["owners"], ["All partners"], "the owner")


@test("close, reopen, redate, update: each says what it did and keeps the reason")
def _(desk):
    harbour(desk)
    holds(desk.run("actions", "close", "1", "Three tenders came.").out, "1")
    same(by_ref(desk, "1")["status"], "closed", "closed")
    desk.refused("actions", "close", "1").sentence("closed")
    desk.run("actions", "reopen", "1", "--why", "one firm withdrew")
    same(by_ref(desk, "1")["status"], "open", "reopened")
    desk.run("actions", "redate", "1", "2026-02-20", "--why", "the firms asked for time")
    same(by_ref(desk, "1")["due"], "2026-02-20", "the new date")
    same(desk.json("actions", "--overdue"), [], "overdue after the new date")
    desk.run("actions", "update", "1", "Two of three are in.")
    desk.run("actions", "update", "1", "--reported-complete")
    same(by_ref(desk, "1")["status"], "reported", "reported complete")
    dump = desk.run("dump").out
    for text in ("Three tenders came.", "one firm withdrew", "the firms asked for time", "Two of three are in."):
        holds(dump, text, "the dump")


@test("an action is handed over and reworded")
def _(desk):
    harbour(desk)
    desk.run("actions", "update", "1", "--owner", "Dr Cleo Marsh", "--text", "Ask four firms for tenders")
    row = by_ref(desk, "1")
    same([row["owners"], row["text"]], [["Dr Cleo Marsh"], "Ask four firms for tenders"], "the action")


@test("what is refused changes nothing")
def _(desk):
    harbour(desk)
    before = desk.dump()
    desk.refused("actions", "add", "", "--owner", "Ada Quill").sentence("text")
    desk.refused("actions", "add", "   ", "--owner", "Ada Quill").sentence("text")
    desk.refused("actions", "add", "Do it", "--owner", "Ada Quill", "--board", "Moon").sentence("Moon")
    desk.refused("actions", "add", "Do it", "--owner", "Ada Quill", "--meeting", "2025-10-09").sentence("2025-10-09")
    desk.refused("actions", "add", "Do it", "--owner", "Ada Quill", "--item", "2").sentence("--meeting")
    desk.refused("actions", "update", "1").sentence("action 1")
    desk.refused("actions", "redate", "1", "2026-02-30").sentence("2026-02-30")
    desk.refused("actions", "redate", "77", "2026-02-20").sentence("77")
    desk.refused("actions", "reopen", "1").sentence("1")
    desk.unchanged(before)


@test("in a book of several boards an action needs its board")
def _(desk):
    desk.sample()
    before = desk.dump()
    desk.refused("actions", "add", "Do it", "--owner", "Beatrix Onslow").sentence("board")
    desk.unchanged(before)
    board = desk.json("actions", "--board", "CSP")[0]["board"]
    same(desk.json("actions", "add", "Do it", "--owner", "Beatrix Onslow", "--board", "CSP")["board"], board, "the board")


@test("a post may own an action: whoever holds it is found by it")
def _(desk):
    harbour(desk)
    desk.load("""meeting: 2025-10-08
board: HTB
items:
  - number: "3"
    title: Moorings
    actions:
      - {ref: 9, text: Count the moorings, owners: [{post: Harbour Master, organisation: Harbour Trust}], due: 2026-01-02, status: open}
""")
    check("9" in [row["ref"] for row in desk.json("actions", "--owner", "Edie Lark")], "the action of the Harbour Master is hers")


@test("the sample's overdue actions are overdue, and closed ones are not among them")
def _(desk):
    desk.sample()
    rows = desk.json("actions", "--overdue")
    check(len(rows) >= 5, "only %d overdue" % len(rows))
    for row in rows:
        check(row["due"] < "2026-01-15" and row["status"] != "closed" and row["days_late"] > 0, row)
    text = desk.run("actions", "--overdue").out
    holds(text, "%d actions overdue" % len(rows))


@test("an English date is understood, words are kept and said to be no date, figures are refused")
def _(desk):
    harbour(desk)
    for due, expected in (("30 June", "2026-06-30"), ("30 June 2026", "2026-06-30"), ("30th of", None), ("1st March", "2026-03-01"), ("March 1, 2027", "2027-03-01"), ("by 10 Jan", "2027-01-10"),
                          ("15 January", "2026-01-15"), ("Friday 30 January 2026", "2026-01-30"), ("today", "2026-01-15"), ("Tomorrow", "2026-01-16"), ("Friday", None), ("end of June", None)):
        answer = desk.json("actions", "add", "Do it", "--owner", "bram", "--due", due)
        row = by_ref(desk, answer["ref"])
        same([row["due"], row["due_words"]], [expected, due], "due %s" % due)
        check(("never overdue" in answer["done"]) == (expected is None), answer["done"])
        holds(answer["done"], "for Bram Oake")
    before = desk.dump()
    for due in ("30/06/2026", "30.6.26", "30-06-2026", "6/30", "by 30/06/2026", "20260630"):
        desk.refused("actions", "add", "Do it", "--owner", "Bram Oake", "--due", due).sentence("--due", "YYYY-MM-DD")
    desk.refused("actions", "add", "Do it", "--owner", "Bram Oake", "--due", "31 June").sentence("31 June")
    desk.refused("actions", "add", "Do it", "--owner", "Bram Oake", "--due", "Friday 29 January 2026").sentence("Thursday 29 January 2026")
    desk.unchanged(before)


@test("a due date that is past is a finding, and due words stand in the list")
def _(desk):
    harbour(desk)
    holds(desk.run("actions", "add", "Do it", "--owner", "Bram Oake", "--due", "2026-01-14").err, "[due-in-the-past]")
    same(desk.run("actions", "add", "Do it too", "--owner", "Bram Oake", "--due", "15 January").err, "", "due today")
    desk.run("actions", "add", "Some day", "--owner", "Bram Oake", "--due", "before the tides turn")
    line = next(line for line in desk.run("actions").out.splitlines() if "Some day" in line)
    holds(line, "before the tides turn")
    same(desk.run("actions", "redate", "1", "20 February").out, "Action 1 of HTB: due 1 December 2025 → 20 February 2026.\n", "the answer")
    same(desk.run("actions", "update", "1", "--owner", "cm").out, "Action 1 of HTB: owner Edie Lark → Dr Cleo Marsh.\n", "the answer")


main()

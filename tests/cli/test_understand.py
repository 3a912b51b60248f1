#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is typed becomes records: every kind of reading, the marks between text and record, and what a hand does to them."""
import os
import sys

from harness import MEETING, check, harbour, holds, lacks, main, same, test


def ready(desk):
    """The small book with the agenda of 11 February 2026: 1 Apologies, 2 Minutes, 2.1 of 8 October, 3 Dredging, 4 Wreck (restricted), 5 Any other business."""
    harbour(desk)
    desk.run("agenda", "draft", "2026-02-11")
    return desk


def add(desk, item, text, *words):
    return desk.run("minutes", "add", "2026-02-11", item, *words, stdin=text).out


def paper(desk):
    return desk.json("minutes", "2026-02-11")


def marks(desk, *words):
    return [(row["item"], row["reading"], row["shown"], row["state"]) for row in desk.json("marks", "2026-02-11", *words)]


def action(desk, ref):
    rows = [row for row in desk.json("actions") if row["ref"] == ref]
    check(len(rows) == 1, "action %s is there %d times" % (ref, len(rows)))
    return rows[0]


def deeds(desk):
    return len(desk.run("log").out.splitlines())


@test("an action that is typed stands in the log with owner, due date, meeting and item, and the answer says its ref")
def _(desk):
    ready(desk)
    out = add(desk, "3", "Edie Lark showed the survey.\n\nAction: Bram Oake to measure the north channel by 6 March 2026.\n")
    holds(out, "2 paragraphs added to the minutes; understood: 1 action (4).")
    row = action(desk, "4")
    same([row[key] for key in ("text", "owners", "due", "due_words", "status", "raised", "item")],
         ["measure the north channel", ["Bram Oake"], "2026-03-06", "by 6 March 2026", "open", "2026-02-11", "3"], "the action")
    same(marks(desk), [("3", "action", "4 B. Oake, 6 Mar", "made")], "the marks")


@test("several owners, a due date that is the next meeting, an action of everybody")
def _(desk):
    ready(desk)
    holds(add(desk, "3", "Action: AQ and CM to visit the lock before the next meeting.\n\nAction: All to read the survey.\n"), "2 actions (4, 5)")
    same([action(desk, "4")[key] for key in ("owners", "due")], [["Ada Quill", "Dr Cleo Marsh"], "2026-03-25"], "action 4")
    same(action(desk, "5")["owners"], ["All"], "action 5")


@test("decisions have outcome, mover, seconder, votes and condition")
def _(desk):
    ready(desk)
    out = add(desk, "3", "It was proposed by Ada Quill, seconded by Dr Cleo Marsh, and RESOLVED by 3 votes to 1 with 0 abstentions that the north channel be dredged in March.\n\n"
              "The Board AGREED the survey, subject to the pilots' comments.\n")
    holds(out, "2 decisions")
    first, second = paper(desk)["decisions"]
    same([first[key] for key in ("item", "text", "outcome", "mover", "seconder", "for", "against", "abstained")],
         ["3", "the north channel be dredged in March", "resolved", "Ada Quill", "Dr Cleo Marsh", 3, 1, 0], "the first")
    same([second[key] for key in ("text", "outcome", "condition", "for")], ["the survey", "agreed", "subject to the pilots' comments", None], "the second")
    same(marks(desk), [("3", "decision", "resolved 3–1–0", "made"), ("3", "decision", "agreed", "made")], "the marks")


@test("a report on an action of an earlier meeting is its update, and closes it where the minutes say so")
def _(desk):
    ready(desk)
    holds(add(desk, "2.2", "Ref 1 – Three firms have answered. This action is closed.\n\nRef 2 – The pilots are at sea. This action remains open.\n"), "2 updates")
    same([action(desk, ref)["status"] for ref in "12"], ["closed", "open"], "status")
    same([(row["ref"], row["item"], row["outcome"]) for row in paper(desk)["action_updates"]], [("1", "2.2", "closed"), ("2", "2.2", "open")], "the updates")
    holds(paper(desk)["action_updates"][0]["text"], "Three firms have answered")
    same([mark[2:] for mark in marks(desk)], [("Ref 1 closed", "made"), ("Ref 2 open", "made")], "the marks")


@test("a report on an action that the board does not have is only offered")
def _(desk):
    ready(desk)
    before = desk.json("actions")
    holds(add(desk, "2.2", "Ref 77 – Done. This action is closed.\n"), "1 to look at")
    same(desk.json("actions"), before, "the log")
    rows = desk.json("marks", "2026-02-11", "--unsure")
    same([(row["reading"], row["state"], row["doubt"]) for row in rows], [("update", "offered", "The board has no action 77.")], "the marks")


@test("the approval of earlier minutes is a decision, approves them, and its corrections are entries of their own")
def _(desk):
    ready(desk)
    holds(add(desk, "2.1", "The minutes of 8 October 2025 were approved as a true record.\n"), "1 approval of minutes")
    same(desk.json("meetings")[0]["state"], "approved", "the state")
    same([(row["item"], row["text"], row["outcome"]) for row in paper(desk)["decisions"]],
         [("2.1", "The minutes of 8 October 2025 were approved as a true record", "approved")], "the decision")
    same([mark[2:] for mark in marks(desk)], [("minutes of 8 Oct approved", "made")], "the mark")


@test("a correction of earlier minutes is kept with old and new words")
def _(desk):
    ready(desk)
    holds(add(desk, "2.1", "Page 2 (2): \"forty centimetres\" should be replaced with \"sixty centimetres\".\n"), "1 correction")
    same(paper(desk)["corrections"], [{"minutes_of": "2025-10-08", "page": "2", "item": "2", "old": "forty centimetres", "new": "sixty centimetres"}], "the corrections")


@test("who arrives, leaves and sends apologies stands in the register")
def _(desk):
    ready(desk)
    add(desk, "1", "Apologies were received from Dov Pell.\n")
    desk.run("attendance", "set", "2026-02-11", "Ada Quill", "present")
    holds(add(desk, "3", "Dr Cleo Marsh joined the meeting at 18:20.\n\nAda Quill left at 19:05.\n"), "1 arrival, 1 departure")
    rows = {row["name"]: (row["status"], row["from"], row["to"]) for row in desk.json("attendance", "2026-02-11")}
    same(rows["Dov Pell"], ("apologies", None, None), "Dov Pell")
    same(rows["Dr Cleo Marsh"], ("in part", "18:20", None), "Dr Cleo Marsh")
    same(rows["Ada Quill"], ("in part", None, "19:05"), "Ada Quill")
    same([mark[2] for mark in marks(desk)], ["apologies D. Pell", "18:20 in C. Marsh", "19:05 out A. Quill"], "the marks")


@test("a declaration of interest has person, item, kind and what the member did")
def _(desk):
    ready(desk)
    holds(add(desk, "1", "Bram Oake declared a personal interest in item 3 as an owner of the dredger, and left the room.\n"), "1 declaration")
    same([(row["name"], row["item"], row["effect"]) for row in paper(desk)["declarations"]], [("Bram Oake", "3", "left")], "the declaration")


@test("an undertaking without a label is offered; accepted it becomes an action")
def _(desk):
    ready(desk)
    holds(add(desk, "3", "Bram Oake will look into the price of buoys and report back.\n"), "1 to look at")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3"], "the log")
    same(marks(desk, "--unsure"), [("3", "undertaking", "action B. Oake", "offered")], "the marks")
    holds(desk.run("mark", "accept", "2026-02-11", "1").out, "Accepted: 4 B. Oake")
    same(action(desk, "4")["owners"], ["Bram Oake"], "the action")
    same(marks(desk), [("3", "undertaking", "4 B. Oake", "accepted")], "the marks")


@test("reading what has not changed changes nothing and leaves no row in the history")
def _(desk):
    ready(desk)
    add(desk, "1", "Apologies were received from Dov Pell and Bram Oake.\n\nDr Cleo Marsh joined the meeting at 18:20 and left at 19:00.\n")
    add(desk, "2.1", "The minutes of 8 October 2025 were approved as a true record.\n")
    add(desk, "2.2", "Ref 1 – Three firms have answered. This action is closed.\n")
    add(desk, "3", "Action: AQ to write to the pilots by 1 March.\n\nRESOLVED that the channel be dredged.\n\nBram Oake declared an interest in item 3.\n\nThe Board agreed to adjourn at 19:10.\n\nAQ: We may be late.\n")
    before = desk.dump()
    for words in ([], ["3"], ["2.1"]):
        holds(desk.run("minutes", "read", "2026-02-11", *words).out, "Nothing new was understood.")
    desk.unchanged(before)


@test("a mark that is refused takes its record with it and stays refused when the item is read again")
def _(desk):
    ready(desk)
    add(desk, "3", "Action: AQ to write to the pilots by 1 March.\n")
    holds(desk.run("mark", "refuse", "2026-02-11", "1").out, "Refused")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3"], "the log")
    desk.run("minutes", "read", "2026-02-11")
    same([mark[3] for mark in marks(desk)], ["refused"], "the mark")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3"], "the log, read again")
    desk.run("mark", "reopen", "2026-02-11", "1")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3", "5"], "the log, opened again: a ref is never given twice")
    same([mark[2:] for mark in marks(desk)], [("5 A. Quill, 1 Mar", "made")], "the mark")


@test("a mark that is put right keeps what was put right")
def _(desk):
    ready(desk)
    add(desk, "3", "Action: AQ to write to the pilots by 1 March.\n")
    desk.run("mark", "correct", "2026-02-11", "1", "--owner", "Dov Pell", "--owner", "Edie Lark", "--due", "2026-03-10", "--text", "Write to all pilots")
    row = action(desk, "4")
    same([row[key] for key in ("text", "owners", "due", "status")], ["Write to all pilots", ["Dov Pell", "Edie Lark"], "2026-03-10", "open"], "the action")
    same([mark[2:] for mark in marks(desk)], [("4 D. Pell, E. Lark, 10 Mar", "accepted")], "the mark")
    before = desk.dump()
    desk.run("minutes", "read", "2026-02-11")
    desk.unchanged(before)
    desk.refused("mark", "correct", "2026-02-11", "1").sentence("--owner")
    desk.refused("mark", "correct", "2026-02-11", "1", "--text", " ").sentence("--text")
    desk.refused("mark", "correct", "2026-02-11", "1", "--outcome", "agreed").sentence("--outcome")
    desk.refused("mark", "accept", "2026-02-11", "7").sentence("marks")
    desk.unchanged(before)


@test("a decision that is put right, an update that is put right")
def _(desk):
    ready(desk)
    add(desk, "3", "RESOLVED that the channel be dredged.\n")
    add(desk, "2.2", "Ref 2 – The pilots have answered.\n")
    desk.run("mark", "correct", "2026-02-11", "2", "--outcome", "deferred", "--condition", "subject to funds")
    same([(row["outcome"], row["condition"]) for row in paper(desk)["decisions"]], [("deferred", "subject to funds")], "the decision")
    desk.run("mark", "correct", "2026-02-11", "1", "--outcome", "closed")
    same(action(desk, "2")["status"], "closed", "the action")
    desk.run("mark", "refuse", "2026-02-11", "1")
    same(action(desk, "2")["status"], "open", "the action whose report was refused")


@test("a record with a life of its own is left alone")
def _(desk):
    ready(desk)
    add(desk, "3", "Action: AQ to write to the pilots by 1 March.\n\nAction: BO to buy a buoy.\n")
    desk.run("actions", "update", "4", "The letter is drafted.")
    desk.run("minutes", "read", "2026-02-11")
    same([mark[3] for mark in marks(desk)], ["own life", "made"], "the marks")
    before = desk.dump()
    desk.refused("mark", "refuse", "2026-02-11", "1").sentence("stays")
    desk.run("minutes", "read", "2026-02-11")
    desk.unchanged(before)


@test("what was taken away by hand is not made again")
def _(desk):
    ready(desk)
    add(desk, "3", "RESOLVED that the channel be dredged.\n")
    desk.run("decision", "remove", "2026-02-11", "3")
    desk.run("minutes", "read", "2026-02-11")
    same(paper(desk)["decisions"], [], "the decisions")
    same([mark[3] for mark in marks(desk)], ["refused"], "the mark")


@test("what is recorded already is not recorded twice")
def _(desk):
    ready(desk)
    desk.run("decision", "add", "2026-02-11", "3", "The channel be dredged", "--outcome", "resolved")
    desk.run("actions", "add", "Write to the pilots", "--owner", "Ada Quill", "--meeting", "2026-02-11", "--item", "3")
    add(desk, "3", "RESOLVED that the channel be dredged.\n\nAction: Ada Quill to write to the pilots.\n")
    same(len(paper(desk)["decisions"]), 1, "decisions")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3", "4"], "the log")
    same([mark[3] for mark in marks(desk)], ["own life", "own life"], "the marks")


@test("a decision beside one that was recorded by hand in other words is only offered")
def _(desk):
    harbour(desk)
    holds(desk.run("minutes", "read", "2025-10-08").out, "1 to look at")
    same([row["text"] for row in desk.json("minutes", "2025-10-08")["decisions"]], ["That the north channel be dredged before the spring tides"], "the decisions")
    rows = desk.json("marks", "2025-10-08", "--unsure")
    same([row["doubt"] for row in rows], ["A decision was recorded by hand under this item; it may be the same."], "the doubt")
    desk.run("mark", "accept", "2025-10-08", str(rows[0]["number"]))
    same(len(desk.json("minutes", "2025-10-08")["decisions"]), 2, "decisions, when it is not the same")


@test("a meeting that is loaded again with another text loses what was read from the old one when it is read again")
def _(desk):
    harbour(desk)
    add_last = lambda text: desk.run("minutes", "add", "2025-10-08", "1", stdin=text)
    add_last("Action: Ada Quill to ring the bell.\n")
    check("4" in [row["ref"] for row in desk.json("actions")], "no action")
    desk.load(MEETING.replace("Dov Pell had sent apologies.", "Nobody was missing."))
    desk.run("minutes", "read", "2025-10-08")
    check("4" not in [row["ref"] for row in desk.json("actions")], "the action of a text that is gone")


@test("notes are read only where the board types its notes live")
def _(desk):
    ready(desk)
    add(desk, "3", "Action: AQ to write to the pilots.\n", "--notes")
    same([row["ref"] for row in desk.json("actions")], ["1", "2", "3"], "the log")


@test("undoing what was added takes with it all that was read from it")
def _(desk):
    ready(desk)
    before = (desk.json("actions"), desk.json("decisions"), desk.json("attendance", "2026-02-11"), desk.json("meetings"))
    add(desk, "3", "Action: AQ to write to the pilots.\n\nRESOLVED that the channel be dredged.\n\nDov Pell left at 19:00.\n")
    desk.run("undo")
    same((desk.json("actions"), desk.json("decisions"), desk.json("attendance", "2026-02-11"), desk.json("meetings")), before, "the book")


@test("approved minutes are never read again, and a dump brings marks along")
def _(desk):
    ready(desk)
    desk.refused("minutes", "read", "2025-10-08", "99").sentence("99")
    add(desk, "3", "Action: AQ to write to the pilots.\n")
    add(desk, "2.1", "The minutes of 8 October 2025 were approved.\n")
    desk.refused("minutes", "read", "2025-10-08").sentence("approved")
    desk.refused("mark", "accept", "2025-10-08", "1").sentence("approved")
    dump = desk.write("dump.json", desk.dump())
    desk.run("--book", "other.minutebook", "load", "--dump", dump)
    same(desk.run("--book", "other.minutebook", "dump").raw, desk.dump(), "the dump of its copy")


@test("no mark comes out of an export")
def _(desk):
    ready(desk)
    add(desk, "4", "Action: AQ to sell the wreck to ZEBRACANARY.\n")
    for document in ("minutes", "actions", "agenda"):
        lacks(desk.run("export", document, "2026-02-11", "--format", "json").out, "ZEBRACANARY")


# --- two hours ---

sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "data"))
import meeting as two_hours  # noqa: E402


def two_hours_typed(desk):
    """The board with its meetings, its register begun, and the text typed item by item."""
    desk.run("init")
    desk.run("load", desk.write("board.yaml", two_hours.BOARD), desk.write("plan.yaml", two_hours.PLAN), desk.write("earlier.yaml", two_hours.EARLIER))
    desk.run("agenda", "draft", two_hours.DAY)
    for name in ("HV", "TR", "RO", "MP", "JB", "PG", "OM"):
        desk.run("attendance", "set", two_hours.DAY, name, "present")
    for number, text in two_hours.TEXTS:
        desk.run("minutes", "add", two_hours.DAY, number, stdin=text)


def assert_two_hours(desk):
    sheet = desk.json("minutes", two_hours.DAY)
    log = {row["ref"]: row for row in desk.json("actions")}
    same([(ref, log[ref]["item"], log[ref]["owners"], log[ref]["due"], log[ref]["text"]) for ref in sorted(log) if ref > "34"], two_hours.ACTIONS, "the actions")
    same({ref: log[ref]["status"] for ref in two_hours.STATUS}, two_hours.STATUS, "the earlier actions")
    same([tuple(row[key] for key in ("item", "outcome", "text", "mover", "seconder", "for", "against", "abstained", "condition")) for row in sheet["decisions"]], two_hours.DECISIONS, "the decisions")
    same([(row["ref"], row["outcome"]) for row in sheet["action_updates"]], two_hours.UPDATES, "the updates")
    same([(row["name"], row["item"]) for row in sheet["declarations"]], two_hours.DECLARATIONS, "the declarations")
    same([tuple(row[key] for key in ("minutes_of", "page", "item", "old", "new")) for row in sheet["corrections"]], two_hours.CORRECTIONS, "the corrections")
    register = {row["name"]: (row["status"], row["from"], row["to"]) for row in desk.json("attendance", two_hours.DAY)}
    same({name: register[name] for name in two_hours.REGISTER}, two_hours.REGISTER, "the register")
    same(register["Maud Pennick"][0], "in part", "Maud Pennick, who left for an item")
    same(next(row["state"] for row in desk.json("meetings") if row["date"] == "2026-01-22"), "approved", "the earlier minutes")
    same([(row["item"], row["reading"]) for row in desk.json("marks", two_hours.DAY, "--unsure")], two_hours.OFFERED, "what waits to be looked at")


@test("a meeting of two hours, typed item by item, ends in the exact record")
def _(desk):
    two_hours_typed(desk)
    assert_two_hours(desk)
    before = desk.dump()
    holds(desk.run("minutes", "read", two_hours.DAY).out, "Nothing new was understood.")
    desk.unchanged(before)


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""A wrong record of a meeting put right while its minutes are not approved: decisions, votes, interests."""
from harness import harbour, holds, lacks, main, same, test

PLACE = "HTB, 8 October 2025, item 2 Dredging"
CHANNEL = "That the north channel be dredged before the spring tides"


def decisions(desk):
    return [row for row in desk.json("decisions", "--board", "HTB") if row["item"] == "2"]


def summary(desk):
    return desk.json("log")[0]["summary"]


def whole(desk):
    holds(desk.run("log", "--verify").out, "The history is whole.")


def approve(desk):
    """The minutes of October are approved in February."""
    desk.run("agenda", "draft", "next")
    item = next(item["number"] for item in desk.json("agenda", "show", "next")["items"] if item["title"].startswith("Minutes of the meeting"))
    desk.run("meeting", "edit", "next", "--state", "live")
    desk.run("decision", "add", "2026-02-11", item, "That the minutes be agreed")
    return item


@test("a decision is corrected, and the answer says from what to what")
def _(desk):
    harbour(desk)
    out = desk.run("decision", "edit", "last", "2", "--outcome", "rejected", "--for", "1", "--against", "2", "--mover", "Bram Oake", "--condition", "subject to funds").out
    same(out, PLACE + ", decision “That the north channel be dredged before the sp…”: outcome resolved → rejected, condition none → subject to funds, for 3 → 1, "
         "against 0 → 2, mover Ada Quill → Bram Oake.\n", "the answer")
    same(summary(desk), out.strip(), "the history")
    row = decisions(desk)[0]
    same([row[key] for key in ("outcome", "condition", "for", "against", "abstained", "mover", "seconder")],
         ["rejected", "subject to funds", 1, 2, 0, "Bram Oake", "Dr Cleo Marsh"], "the decision")
    same(desk.run("decision", "edit", "last", "2", "--seconder", "", "--abstained", "", "--condition", "").out.split("”: ")[1],
         "condition subject to funds → none, abstained 0 → none, seconder Dr Cleo Marsh → none.\n", "what an empty value takes away")
    holds(desk.run("decision", "edit", "last", "2", "--outcome", "rejected").out, "nothing changed")
    same(desk.run("decision", "edit", "last", "2", "--text", "That it be dredged").out.split("”: ")[1], "text %s → That it be dredged.\n" % CHANNEL, "another text")
    whole(desk)


@test("of several decisions one is meant by its number or part of its text")
def _(desk):
    harbour(desk)
    desk.run("decision", "add", "last", "2", "To write to the pilots")
    desk.run("decision", "add", "last", "2", "To write to the yacht club")
    before = desk.dump()
    desk.refused("decision", "edit", "last", "2", "--outcome", "noted").sentence("3 decisions", "1 “That the north", "2 “To write to the pilots”", "3 “To write to the yacht club”")
    desk.refused("decision", "edit", "last", "2", "write", "--outcome", "noted").sentence("more than one", "pilots", "yacht club")
    for nonsense in ("whales", "4", "0", "", "-1"):
        desk.refused("decision", "remove", "last", "2", "--", nonsense).sentence("pilots")
    desk.refused("decision", "edit", "last", "1", "--outcome", "noted").sentence("no decision", "decision add")
    desk.refused("decision", "edit", "last", "2", "pilots").sentence("--outcome", "--text")
    desk.refused("decision", "edit", "last", "2", "pilots", "--text", " ").sentence("text")
    desk.refused("decision", "edit", "last", "2", "pilots", "--mover", "Ada Quill", "--seconder", "Ada").sentence("cannot second")
    desk.refused("decision", "edit", "last", "2", "1", "--mover", "Cleo Marsh").sentence("--mover", "cannot second")
    desk.unchanged(before)
    desk.run("decision", "edit", "last", "2", "2", "--outcome", "noted")
    desk.run("decision", "edit", "last", "2", "yacht", "--outcome", "deferred")
    same([row["outcome"] for row in decisions(desk)], ["resolved", "noted", "deferred"], "the outcomes")


@test("a decision is removed with its votes; what is said of it suffices to record it again")
def _(desk):
    harbour(desk)
    desk.run("vote", "add", "last", "2", "Ada Quill: for", "Dr Cleo Marsh: against")
    desk.run("decision", "add", "last", "2", "To write to the pilots")
    out = desk.run("decision", "remove", "last", "2", "north channel").out
    same(out, PLACE + ": decision removed, resolved, moved by Ada Quill, seconded by Dr Cleo Marsh, 1 for (Ada Quill), 1 against (Dr Cleo Marsh), 0 abstained: " + CHANNEL + ".\n", "the answer")
    same(summary(desk), out.strip(), "the history")
    same([row["text"] for row in decisions(desk)], ["To write to the pilots"], "the decisions left")
    desk.run("decision", "add", "last", "2", "To tell the yacht club")
    same([row["text"] for row in decisions(desk)], ["To write to the pilots", "To tell the yacht club"], "the order, after one was added")
    same(desk.run("decision", "remove", "last", "2", "2").out, PLACE + ": decision removed, agreed: To tell the yacht club.\n", "the second")
    whole(desk)


@test("counts of votes by name follow the names: a vote is taken away, and the last leaves nothing counted")
def _(desk):
    harbour(desk)
    desk.run("vote", "add", "last", "2", "Ada Quill: for", "Dr Cleo Marsh: against")
    before = desk.dump()
    desk.refused("decision", "edit", "last", "2", "--for", "3").sentence("votes by name", "vote remove")
    desk.refused("vote", "remove", "last", "2", "Dov Pell").sentence("No vote of Dov Pell")
    desk.refused("vote", "remove", "last", "2", "Ada Quill", "Dov Pell").sentence("No vote of Dov Pell")
    desk.refused("vote", "remove", "last", "2").sentence("PERSON")
    desk.unchanged(before)
    same(desk.run("vote", "remove", "last", "2", "CM").out,
         PLACE + ": votes removed: 1 for (Ada Quill), 1 against (Dr Cleo Marsh), 0 abstained → 1 for (Ada Quill), 0 against, 0 abstained.\n", "the answer")
    row = decisions(desk)[0]
    same([row["for"], row["against"], row["abstained"], [vote["name"] for vote in row["votes"]]], [1, 0, 0, ["Ada Quill"]], "the counts")
    holds(desk.run("vote", "remove", "last", "2", "Ada Quill").out, "→ none counted.")
    row = decisions(desk)[0]
    same([row["for"], row["against"], row["abstained"], row["votes"]], [None, None, None, []], "nothing counted")
    desk.run("decision", "edit", "last", "2", "--for", "3")
    whole(desk)


@test("a vote goes to the decision that is named by number or text")
def _(desk):
    harbour(desk)
    desk.run("decision", "add", "last", "2", "To write to the pilots")
    desk.refused("vote", "add", "last", "2", "Ada Quill: for").sentence("2 decisions")
    desk.run("vote", "add", "last", "2", "Ada Quill: for", "--decision", "pilots")
    desk.run("vote", "add", "last", "2", "Ada Quill: against", "--decision", "1")
    same([(row["for"], row["against"]) for row in decisions(desk)], [(0, 1), (1, 0)], "the counts")
    desk.run("vote", "remove", "last", "2", "Ada Quill", "--decision", "2")
    same([len(row["votes"]) for row in decisions(desk)], [1, 0], "votes left")


@test("an interest is corrected and removed, named by who declared it")
def _(desk):
    harbour(desk)
    desk.run("interest", "add", "last", "2", "Ada Quill", "--nature", "owns the dredger", "--effect", "stayed")
    same(desk.run("interest", "edit", "last", "2", "--effect", "left", "--nature", "is a director of the dredging firm").out,
         PLACE + ", interest of Ada Quill: nature owns the dredger → is a director of the dredging firm, effect stayed → left.\n", "the answer")
    desk.run("interest", "add", "last", "2", "Bram Oake", "--nature", "brother of the pilot")
    before = desk.dump()
    desk.refused("interest", "edit", "last", "2", "--effect", "spoke").sentence("2 declarations", "Ada Quill", "Bram Oake")
    desk.refused("interest", "remove", "last", "2", "whales").sentence("none of what stands", "Ada Quill")
    desk.refused("interest", "edit", "last", "2", "Ada").sentence("--effect")
    desk.refused("interest", "edit", "last", "2", "Ada", "--effect", "slept").sentence("slept", "left")
    desk.refused("interest", "remove", "last", "1").sentence("no declaration", "interest add")
    desk.unchanged(before)
    same(desk.run("interest", "edit", "last", "2", "pilot", "--person", "Dov Pell", "--nature", "").out,
         PLACE + ", interest of Bram Oake: person Bram Oake → Dov Pell, nature brother of the pilot → none.\n", "who it was")
    out = desk.run("interest", "remove", "last", "2", "1").out
    same(out, PLACE + ": declaration of interest removed: Ada Quill, is a director of the dredging firm, left.\n", "the answer")
    same(summary(desk), out.strip(), "the history")
    same([row["name"] for row in desk.json("minutes", "last")["declarations"]], ["Dov Pell"], "who is left")
    whole(desk)


@test("nothing of approved minutes is corrected so, nor the decision that approved them")
def _(desk):
    harbour(desk)
    desk.run("interest", "add", "last", "2", "Ada Quill")
    item = approve(desk)
    before = desk.dump()
    for words in (["decision", "edit", "2025-10-08", "2", "--outcome", "noted"], ["decision", "remove", "2025-10-08", "2"], ["vote", "remove", "2025-10-08", "2", "Dr Cleo Marsh"],
                  ["interest", "edit", "2025-10-08", "2", "--effect", "left"], ["interest", "remove", "2025-10-08", "2"]):
        desk.refused(*words).sentence("8 October 2025", "approved")
    desk.refused("decision", "edit", "2026-02-11", item, "--outcome", "deferred").sentence("approved the minutes of HTB, 8 October 2025", "outcome stays")
    desk.refused("decision", "remove", "2026-02-11", item).sentence("approved the minutes of HTB, 8 October 2025")
    desk.unchanged(before)
    holds(desk.run("decision", "edit", "2026-02-11", item, "--text", "That the minutes be agreed as circulated").out, "→ That the minutes be agreed as circulated")


@test("a decision on minutes that was put off and is then agreed approves them")
def _(desk):
    harbour(desk)
    desk.run("agenda", "draft", "next")
    item = next(item["number"] for item in desk.json("agenda", "show", "next")["items"] if item["title"].startswith("Minutes of the meeting"))
    desk.run("meeting", "edit", "next", "--state", "live")
    lacks(desk.run("decision", "add", "2026-02-11", item, "The minutes of October", "--outcome", "deferred").out, "are approved")
    holds(desk.run("decision", "edit", "2026-02-11", item, "--outcome", "agreed").out,
          "outcome deferred → agreed. The minutes of HTB, 8 October 2025 are approved (state circulated → approved).")
    same([row["state"] for row in desk.json("meetings") if row["date"] == "2025-10-08"], ["approved"], "the state")


main()

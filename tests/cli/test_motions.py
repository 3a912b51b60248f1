#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Motions, amendments, votes."""
from at_the_meeting import DAY, decided, under_way
from harness import holds, main, same, test


def motions(desk):
    return [(one["number"], one["amends"], one["text"], one["outcome"], one["next"]) for one in desk.json("motion", "list", DAY)]


@test("an amendment is put first; carried, it changes the motion, which is put next and becomes a decision")
def _(desk):
    under_way(desk)
    desk.run("motion", "add", DAY, "3", "That the harbour be closed in May", "--mover", "Quill", "--seconder", "Marsh")
    desk.run("motion", "amend", DAY, "3", "--old", "in May", "--new", "in June", "--mover", "Pell")
    desk.refused("motion", "vote", DAY, "3", "1", "--for", "4").sentence("First the amendment")
    holds(desk.run("motion", "vote", DAY, "3", "--for", "3", "--against", "1").out, "carried, 3 for, 1 against. The motion now reads “That the harbour be closed in June” and is put next.")
    same(motions(desk), [(1, None, "That the harbour be closed in June", "open", True), (2, 1, "replace “in May” by “in June”", "carried", False)], "the motions")
    holds(desk.run("motion", "vote", DAY, "3", "--for", "2", "--against", "1", "--abstained", "1").out, "carried, 2 for, 1 against, 1 abstained. Recorded as a decision.")
    same(decided(desk), [("3", "resolved", "That the harbour be closed in June")], "the decisions")


@test("a tie asks for the casting vote")
def _(desk):
    under_way(desk)
    desk.run("motion", "add", DAY, "4", "To end")
    before = desk.dump()
    desk.refused("motion", "vote", DAY, "4", "--for", "2", "--against", "2").sentence("equal", "--casting")
    desk.refused("motion", "vote", DAY, "4", "--for", "3", "--against", "1", "--casting", "for").sentence("not equal")
    desk.unchanged(before)
    holds(desk.run("motion", "vote", DAY, "4", "--for", "2", "--against", "2", "--casting", "against").out, "lost, 2 for, 2 against, by the chair's casting vote against.")
    same(decided(desk), [("4", "rejected", "To end")], "what is kept with the casting vote")


@test("names are counted, and a member barred by an interest has no vote")
def _(desk):
    under_way(desk)
    desk.run("motion", "add", DAY, "3", "To buy the tug")
    desk.run("interest", "add", DAY, "3", "Bram Oake", "--kind", "conflict of interest", "--nature", "owner", "--effect", "stayed")
    desk.refused("motion", "vote", DAY, "3", "--names", "Ada Quill: for", "--names", "Bram Oake: for").sentence("Bram Oake", "declared an interest")
    out = desk.run("motion", "vote", DAY, "3", "--names", "Ada Quill: for", "--names", "Dov Pell: for", "--names", "Cleo Marsh: against").out
    holds(out, "carried, 2 for, 1 against.")
    holds(out, "Barred by an interest: Bram Oake.")


@test("withdrawn, not put, lost: no decision; nothing is voted on twice")
def _(desk):
    under_way(desk)
    for text in ("To stay", "To go", "To sleep"):
        desk.run("motion", "add", DAY, "4", text)
    desk.run("motion", "amend", DAY, "4", "To go soon", "--amends", "To go")
    desk.run("motion", "withdraw", DAY, "4", "2")
    desk.run("motion", "vote", DAY, "4", "1", "--for", "1", "--against", "3")
    desk.run("motion", "vote", DAY, "4", "--result", "lost")
    same([one[3] for one in motions(desk)], ["lost", "withdrawn", "lost", "not put"], "the outcomes")
    same(decided(desk), [], "the decisions")
    desk.refused("motion", "vote", DAY, "4", "1", "--for", "4").sentence("already", "undo")


@test("more votes than members in the room are a finding")
def _(desk):
    under_way(desk)
    desk.run("motion", "add", DAY, "4", "To end")
    holds(desk.run("motion", "vote", DAY, "4", "--for", "9", "--against", "1").err, "10 votes are counted, and 4 may vote.")


main()

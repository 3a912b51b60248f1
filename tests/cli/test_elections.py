#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Elections by round, and the office after them."""
from at_the_meeting import DAY, under_way
from harness import holds, main, same, test


@test("two rounds, and the office passes on the day")
def _(desk):
    under_way(desk)
    desk.run("election", "add", DAY, "1", "Chair", "--candidate", "Dov Pell")
    holds(desk.run("election", "vote", DAY, "1", "Dov Pell=2", "Cleo Marsh=2").out, "equal")
    holds(desk.run("election", "vote", DAY, "1", "Dov Pell=3", "Cleo Marsh=1", "--round", "2").out, "Dov Pell has more than half")
    one = desk.json("election", "list", DAY)[0]
    same([[(who["name"], who["votes"]) for who in turn] for turn in one["rounds"]], [[("Dov Pell", 2), ("Dr Cleo Marsh", 2)], [("Dov Pell", 3), ("Dr Cleo Marsh", 1)]], "the rounds")
    same((one["leader"], one["majority"], one["tie"], one["elected"], one["holder"]), ("Dov Pell", True, False, None, "Ada Quill"), "how it stands")
    holds(desk.run("election", "elect", DAY, "1", "Dov Pell").out, "still held by Ada Quill; --update-office")
    holds(desk.run("election", "elect", DAY, "1", "Dov Pell", "--update-office", "--term-until", "2027-02-10").out, "until then by Ada Quill")
    same([who["name"] for who in desk.json("roll", "HTB") if who["office"] == "Chair"], ["Dov Pell"], "the chair")


@test("what cannot be is refused")
def _(desk):
    under_way(desk)
    desk.run("election", "add", DAY, "1", "Chair")
    before = desk.dump()
    desk.refused("election", "add", DAY, "1", "chair").sentence("already")
    desk.refused("election", "vote", DAY, "1", "Dov Pell=3", "--round", "4").sentence("next round is 1")
    desk.refused("election", "vote", DAY, "1", "Dov Pell=many").sentence("many")
    desk.refused("election", "elect", DAY, "1", "Dov Pell", "--update-office", "--term-until", "2025-01-01").sentence("term")
    desk.refused("election", "vote", DAY, "4", "Dov Pell=3").sentence("election add")
    desk.unchanged(before)


main()

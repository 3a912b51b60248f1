#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Agreed as recommended."""
from at_the_meeting import DAY, decided, minute, under_way
from harness import holds, lacks, main, same, test


@test("several recommendations become lettered parts, right after the paragraph named, one decision each")
def _(desk):
    under_way(desk)
    holds(desk.run("decision", "agree", DAY, "2", "--after", "1").out, "item 2 Dredging: agreed as recommended, 3 decisions.")
    holds(minute(desk), "Edie Lark reported. AGREED: (a) to note the report; (b) that the north channel be dredged; and (c) to approve the budget of £40,000. The tide tables were discussed.")
    same(decided(desk), [("2", "agreed", "note the report"), ("2", "agreed", "the north channel be dredged"), ("2", "agreed", "approve the budget of £40,000")], "the decisions")


@test("reading the minutes again makes no decision twice")
def _(desk):
    under_way(desk)
    desk.run("decision", "agree", DAY, "3")
    desk.run("minutes", "read", DAY)
    same(decided(desk), [("3", "agreed", "note the report")], "the decisions")
    desk.run("log", "--verify")


@test("an item without recommendations, and one agreed already, are refused")
def _(desk):
    under_way(desk)
    desk.run("decision", "agree", DAY, "3")
    before = desk.dump()
    desk.refused("decision", "agree", DAY, "4").sentence("Any other business", "no recommendation", "decision add")
    desk.refused("decision", "agree", DAY, "3").sentence("Budget", "already")
    desk.refused("decision", "agree", DAY, "2", "--after", "9").sentence("2 paragraphs")
    desk.unchanged(before)


@test("without a quorum it is a finding where the rules say adjourn")
def _(desk):
    under_way(desk)
    for name in ("Bram Oake", "Dov Pell"):
        desk.run("attendance", "leave", DAY, name)
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:40:00Z"
    holds(desk.run("decision", "agree", DAY, "3").err, "not quorate")


@test("without a quorum it becomes a recommendation where the rules say so")
def _(desk):
    under_way(desk)
    desk.run("board", "edit", "HTB", "--rules", "partnership")
    for name in ("Bram Oake", "Dov Pell"):
        desk.run("attendance", "leave", DAY, name)
    desk.env["MINUTEBOOK_NOW"] = "2026-02-11T18:40:00Z"
    holds(desk.run("decision", "agree", DAY, "3").out, "a quorate meeting is to ratify it.")
    same(decided(desk), [("3", "recommended", "note the report")], "the decision")


@test("undo takes sentence and decisions back")
def _(desk):
    under_way(desk)
    desk.run("decision", "agree", DAY, "2")
    desk.run("undo")
    same(decided(desk), [], "the decisions")
    lacks(minute(desk), "AGREED")


main()

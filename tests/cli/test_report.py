#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What is reported on actions at a meeting; stock sentences."""
import os

from at_the_meeting import DAY, minute, under_way
from harness import check, holds, main, same, test


def action(desk, ref):
    return next(one for one in desk.json("actions") if one["ref"] == ref)


def reported(desk):
    """The updates at that meeting."""
    return desk.json("minutes", DAY)["action_updates"]


@test("closed at the meeting: the sentence, the update, and nothing twice when read again")
def _(desk):
    under_way(desk)
    holds(desk.run("actions", "report", "1", "close", "Three tenders are in", "--meeting", DAY, "--item", "1").out, "Ref 1 – Three tenders are in. This action is closed.")
    holds(minute(desk), "Ref 1 – Three tenders are in. This action is closed.")
    desk.run("minutes", "read", DAY)
    desk.run("minutes", "read", DAY)
    same((action(desk, "1")["status"], len(reported(desk))), ("closed", 1), "the action")
    desk.run("undo")
    desk.run("log", "--verify")


@test("kept open, redated, handed over")
def _(desk):
    under_way(desk)
    desk.run("actions", "report", "2", "redate", "--due", "2026-05-01", "--meeting", DAY, "--item", "1")
    desk.run("actions", "report", "2", "hand-over", "Ada Quill has no time.", "--owner", "Dov Pell", "--meeting", DAY, "--item", "1")
    desk.run("actions", "report", "1", "open", "Two tenders are in", "--meeting", DAY, "--item", "1", "--after", "1")
    holds(minute(desk), "Ref 2 – This action remains open, due 1 May 2026. Ref 1 – Two tenders are in. This action remains open. Ref 2 – Ada Quill has no time.")
    same((action(desk, "2")["due"], action(desk, "2")["owners"], action(desk, "2")["status"]), ("2026-05-01", ["Dov Pell"], "open"), "action 2")


@test("what cannot be reported is refused with what to do")
def _(desk):
    under_way(desk)
    before = desk.dump()
    desk.refused("actions", "report", "3", "open", "--meeting", DAY, "--item", "1").sentence("closed", "actions reopen")
    desk.refused("actions", "report", "2", "redate", "--meeting", DAY, "--item", "1").sentence("--due")
    desk.refused("actions", "report", "2", "hand-over", "--meeting", DAY, "--item", "1").sentence("--owner")
    desk.refused("actions", "report", "2", "open", "--meeting", "2025-10-08", "--item", "1").sentence("raised at that very meeting")
    desk.unchanged(before)


@test("stock sentences: the program's, and one's own in their place; a wrong slot is told with line and column")
def _(desk):
    under_way(desk)
    rows = desk.json("sentences", "--board", "HTB")
    check(len(rows) >= 25, "%d sentences" % len(rows))
    same(rows[-1], {"key": "close", "text": "There being no further business, the Chair closed the meeting at {time}."}, "the last one")
    folder = os.path.join(desk.home, ".config", "minutebook", "forms", "sentences")
    os.makedirs(folder)
    with open(os.path.join(folder, "charity-trustees.yaml"), "w", encoding="utf-8") as file:
        file.write("sentences:\n  - {key: close, text: We went home.}\n")
    same(desk.json("sentences", "--board", "HTB")[-1]["text"], "We went home.", "the own one")
    with open(os.path.join(folder, "charity-trustees.yaml"), "w", encoding="utf-8") as file:
        file.write("sentences:\n  - {key: close, text: \"At {tme}.\"}\n")
    holds(desk.refused("sentences", "--board", "HTB", code=3).err, "charity-trustees.yaml:2:24:")


main()

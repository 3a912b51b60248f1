#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Two real partnerships, given as YAML: the roll of one in four groups, and the agenda of 27 September 2023 from the other's forward plan."""
import os

from harness import ROOT, check, holds, main, same, skip, test

DATA = os.path.join(ROOT, "tests", "data")


def given(desk, name):
    path = os.path.join(DATA, name)
    if not os.path.exists(path):
        skip("%s is not here" % name)
    desk.run("init")
    desk.run("load", path)
    return desk.json("boards")[0]["short"]


@test("the agenda of 27 September 2023 has 14 items, 149 of 180 minutes, two untimed")
def _(desk):
    board = given(desk, "bd-forward-plan.yaml")
    out = desk.run("agenda", "draft", "2023-09-27", "--board", board, "--as-of", "2023-09-01").out
    answer = desk.json("agenda", "show", "2023-09-27", "--board", board, "--as-of", "2023-09-01")
    top = [item for item in answer["items"] if item["source"] != "matters arising"]
    same([item["number"] for item in top], [str(number) for number in range(1, 15)], "the numbers")
    same([answer["minutes_planned"], answer["minutes_available"]], [149, 180], "minutes")
    same(len([item for item in top if item["minutes"] is None]), 2, "untimed items")
    holds(out, "149 minutes planned of 180")
    holds(out, "2 items untimed")
    same(len([item for item in top if item["restricted"]]), 3, "restricted items")
    same([finding["rule"] for finding in answer["findings"]].count("untimed-item"), 2, "findings of untimed items")
    same(top[0]["starts"], "10:00", "the first starts")


@test("the roll has four groups, each with its people")
def _(desk):
    board = given(desk, "thurrock-roll.yaml")
    rows = desk.json("roll", board)
    groups = []
    for row in rows:
        if row["group"] not in groups:
            groups.append(row["group"])
    same(groups, ["Statutory", "Non-statutory", "Invited", "Ex officio"], "the groups")
    same(len(rows), desk.json("boards")[0]["people"], "people on the roll")
    check(len(rows) >= 20, "%d people on the roll" % len(rows))
    check(all(row["initials"] for row in rows), "somebody has no initials")
    out = desk.run("roll", board).out
    for group in groups:
        holds(out, group)


@test("the public agenda of that day shows nothing of the restricted items but number and public title")
def _(desk):
    board = given(desk, "bd-forward-plan.yaml")
    desk.run("agenda", "draft", "2023-09-27", "--board", board, "--as-of", "2023-09-01")
    items = desk.json("agenda", "show", "2023-09-27", "--board", board)["items"]
    public = desk.run("export", "agenda", "2023-09-27", "--board", board).out
    for item in items:
        if item["restricted"] and item["restricted"]["public_title"] not in ("same", item["title"]):
            check(item["title"] not in public, "%s is in the public agenda" % item["title"])
            holds(public, item["restricted"]["public_title"] or "Restricted item")


main()

#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The public excluded and readmitted; paragraphs withheld, and private ones."""
from at_the_meeting import DAY, decided, minute, under_way
from harness import holds, lacks, main, same, test


def public(desk):
    return " ".join(desk.run("export", "minutes", DAY, "--format", "text").out.split())


@test("what is minuted between resolution and readmission is withheld, under every item")
def _(desk):
    under_way(desk)
    desk.run("agenda", "take", DAY, "2")
    holds(desk.run("meeting", "exclude", DAY, "2", "--paragraph", "commercial", "--staying", "Edie Lark").out, "excluded at 18:30, paragraph commercial; Edie Lark stayed")
    desk.run("minutes", "add", DAY, "2", stdin="The price is twelve silver herrings.")
    desk.run("agenda", "take", DAY, "4")
    desk.run("minutes", "add", DAY, "4", stdin="A second secret under four eyes.")
    holds(desk.run("meeting", "readmit", DAY, "--at", "18:55").out, "the public readmitted at 18:55.")
    desk.run("minutes", "add", DAY, "4", stdin="Open again for everybody.")
    text = public(desk)
    holds(text, "The tide tables were discussed. AGREED: that this item be confidential to the trustees (commercial:")
    holds(text, "Those who had withdrawn returned to the meeting. Open again for everybody.")
    lacks(text, "herrings")
    lacks(text, "secret")
    holds(minute(desk), "twelve silver herrings")


@test("a meeting that ends in private withholds it too, without a readmission")
def _(desk):
    under_way(desk)
    desk.run("meeting", "exclude", DAY, "2", "--paragraph", "commercial")
    desk.run("minutes", "add", DAY, "2", stdin="The price is twelve silver herrings.")
    lacks(public(desk), "herrings")
    desk.run("meeting", "close", DAY, "--at", "19:30")
    text = public(desk)
    lacks(text, "herrings")
    holds(text, "The tide tables were discussed.")


@test("an item that begins in private is withheld as a whole; its resolution is public")
def _(desk):
    under_way(desk)
    holds(desk.run("meeting", "exclude", DAY, "4", "--paragraph", "staffing", "--title", "A member of staff").out, "the item is withheld")
    desk.run("minutes", "add", DAY, "4", stdin="The cook was promoted to admiral.")
    text = public(desk)
    holds(text, "4. A member of staff ~~~~~~~~~~~~~~~~~~~~ AGREED: that this item be confidential")
    lacks(text, "admiral")


@test("excluded twice, readmitted without, an unknown reason: refused")
def _(desk):
    under_way(desk)
    desk.refused("meeting", "readmit", DAY).sentence("not excluded", "meeting exclude")
    desk.refused("meeting", "exclude", DAY, "4", "--paragraph", "9").sentence("no paragraph", "commercial")
    desk.run("meeting", "exclude", DAY, "4", "--paragraph", "legal")
    desk.refused("meeting", "exclude", DAY, "5", "--paragraph", "legal").sentence("already", "meeting readmit")


@test("a paragraph, and a part of one, withheld and opened again")
def _(desk):
    under_way(desk)
    desk.run("minutes", "restrict", DAY, "2", "--text", "1", "--start", "0", "--length", "9", "--paragraph", "personal")
    desk.run("minutes", "restrict", DAY, "2", "--text", "2", "--paragraph", "legal")
    text = public(desk)
    lacks(text, "Edie Lark reported")
    lacks(text, "tide tables")
    desk.refused("minutes", "restrict", DAY, "2", "--text", "1", "--start", "18", "--length", "9", "--paragraph", "personal").sentence("19 characters")
    desk.run("minutes", "open", DAY, "2", "--text", "1")
    desk.run("minutes", "open", DAY, "2", "--text", "2")
    holds(public(desk), "Edie Lark reported. The tide tables were discussed.")
    desk.refused("minutes", "open", DAY, "2", "--text", "2").sentence("not withheld")


@test("“don't minute that” takes the paragraph out and withdraws what was read from it; back again, it is read anew")
def _(desk):
    under_way(desk)
    desk.run("minutes", "add", DAY, "4", stdin="RESOLVED that the bell be rung.")
    desk.run("minutes", "read", DAY)
    same(decided(desk), [("4", "resolved", "the bell be rung")], "the decision")
    desk.run("minutes", "private", DAY, "4", "1")
    same(decided(desk), [], "nothing is left of it")
    lacks(minute(desk), "bell")
    desk.refused("minutes", "private", DAY, "4", "1").sentence("already")
    desk.run("minutes", "public", DAY, "4", "1")
    same(decided(desk), [("4", "resolved", "the bell be rung")], "the decision again")


main()

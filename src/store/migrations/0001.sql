-- SPDX-License-Identifier: MIT
-- The first book: one table a noun (include/minutebook/model/), the history, the search index.
-- Foreign keys are checked at commit, so that a deed may write its records in any order.

CREATE TABLE "setting" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "value" TEXT
) STRICT;

CREATE TABLE "settled" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "rule" TEXT,
  "place" TEXT,
  "text" TEXT,
  "why" TEXT,
  "on" TEXT
) STRICT;

CREATE TABLE "organisation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "short_name" TEXT
) STRICT;

CREATE TABLE "post" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "title" TEXT,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "person" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "honorific" TEXT,
  "name" TEXT,
  "initials" TEXT,
  "email" TEXT,
  "assistant" TEXT,
  "away_until" TEXT,
  "contact" INTEGER NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE "alias" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT
) STRICT;

CREATE TABLE "tenure" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "post" TEXT REFERENCES "post" DEFERRABLE INITIALLY DEFERRED,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE "board" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "name" TEXT,
  "short_name" TEXT,
  "organisation" TEXT,
  "parent" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "zone" TEXT,
  "marking" TEXT,
  "strapline" TEXT,
  "rules" TEXT,
  "style" TEXT,
  "numbering" TEXT,
  "restricted_last" INTEGER NOT NULL,
  "saturdays" INTEGER NOT NULL,
  "live_notes" INTEGER NOT NULL,
  "agenda_notice" INTEGER,
  "agenda_notice_kind" TEXT,
  "papers_notice" INTEGER,
  "papers_notice_kind" TEXT,
  "quorum_members" INTEGER,
  "quorum_over" INTEGER,
  "quorum_under" INTEGER,
  "quorum_majority" INTEGER NOT NULL,
  "quorum_at_least" INTEGER,
  "quorum_rounding" TEXT,
  "quorum_of" TEXT,
  "next_ref" INTEGER,
  "next_minute" INTEGER,
  "minute_prefix" TEXT
) STRICT;

CREATE TABLE "board_name" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE "group" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "name" TEXT,
  "non_voting" INTEGER NOT NULL,
  "outside_quorum" INTEGER NOT NULL,
  "quorum" INTEGER
) STRICT;

CREATE TABLE "seat" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "seat_group" TEXT REFERENCES "group" DEFERRABLE INITIALLY DEFERRED,
  "post" TEXT REFERENCES "post" DEFERRABLE INITIALLY DEFERRED,
  "organisation" TEXT REFERENCES "organisation" DEFERRABLE INITIALLY DEFERRED,
  "initials" TEXT,
  "voting" TEXT,
  "since" TEXT,
  "until" TEXT,
  "note" TEXT
) STRICT;

CREATE TABLE "deputy" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "seat" TEXT REFERENCES "seat" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "no_vote" INTEGER NOT NULL,
  "outside_quorum" INTEGER NOT NULL,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE "office" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "office" TEXT,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE "audience" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT
) STRICT;

CREATE TABLE "audience_entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "audience" TEXT REFERENCES "audience" DEFERRABLE INITIALLY DEFERRED,
  "seat_group" TEXT REFERENCES "group" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "minus" INTEGER NOT NULL
) STRICT;

CREATE TABLE "interest" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "nature" TEXT,
  "kind" TEXT,
  "since" TEXT,
  "until" TEXT
) STRICT;

CREATE TABLE "priority" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "year" TEXT,
  "number" TEXT,
  "title" TEXT
) STRICT;

CREATE TABLE "meeting" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "day" TEXT,
  "day_words" TEXT,
  "starts" TEXT,
  "ends" TEXT,
  "closed" TEXT,
  "venue" TEXT,
  "kind" TEXT,
  "state" TEXT,
  "chair" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "chair_words" TEXT,
  "chair_capacity" TEXT,
  "minute_taker" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "minute_taker_words" TEXT,
  "marking" TEXT,
  "strapline" TEXT,
  "public_present" INTEGER,
  "cancelled_why" TEXT,
  "called_on" TEXT,
  "called_late_why" TEXT,
  "planned_day" TEXT,
  "by_hand" TEXT,
  "received_as" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "objective" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "text" TEXT
) STRICT;

CREATE TABLE "event" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "at" TEXT,
  "what" TEXT,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT
) STRICT;

CREATE TABLE "attendance" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "initials" TEXT,
  "role" TEXT,
  "post" TEXT,
  "organisation" TEXT,
  "group_name" TEXT,
  "status" TEXT,
  "status_words" TEXT,
  "mode" TEXT,
  "represented_by" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "represented_by_name" TEXT,
  "arrived" TEXT,
  "left" TEXT,
  "arrived_item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "left_item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "for_item" INTEGER NOT NULL,
  "note" TEXT
) STRICT;

CREATE TABLE "presence" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "attendance" TEXT REFERENCES "attendance" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "arrived" TEXT,
  "left" TEXT,
  "arrived_item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "left_item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "for_item" INTEGER NOT NULL
) STRICT;

CREATE TABLE "plan" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "year" TEXT,
  "since" TEXT,
  "until" TEXT,
  "meeting_rule" TEXT
) STRICT;

CREATE TABLE "line" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "plan" TEXT REFERENCES "plan" DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT REFERENCES "line" DEFERRABLE INITIALLY DEFERRED,
  "section" TEXT,
  "position" INTEGER,
  "title" TEXT,
  "every" TEXT,
  "months" TEXT,
  "since" TEXT,
  "until" TEXT,
  "purpose" TEXT,
  "minutes" INTEGER,
  "paper" TEXT,
  "priority" TEXT,
  "status" TEXT,
  "note" TEXT,
  "standing_text" TEXT,
  "statutory" INTEGER NOT NULL,
  "matters_arising" INTEGER NOT NULL,
  "restricted" INTEGER NOT NULL,
  "paragraph" TEXT,
  "reason" TEXT,
  "public_title" TEXT,
  "letter" TEXT
) STRICT;

CREATE TABLE "line_lead" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "line" TEXT REFERENCES "line" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT
) STRICT;

CREATE TABLE "line_when" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "line" TEXT REFERENCES "line" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "day" TEXT,
  "words" TEXT
) STRICT;

CREATE TABLE "line_recommendation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "line" TEXT REFERENCES "line" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "text" TEXT
) STRICT;

CREATE TABLE "entry" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "plan" TEXT REFERENCES "plan" DEFERRABLE INITIALLY DEFERRED,
  "line" TEXT REFERENCES "line" DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT REFERENCES "entry" DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "planned_day" TEXT,
  "meeting_words" TEXT,
  "section" TEXT,
  "position" INTEGER,
  "title" TEXT,
  "purpose" TEXT,
  "minutes" INTEGER,
  "paper" TEXT,
  "priority" TEXT,
  "status" TEXT,
  "state" TEXT,
  "note" TEXT,
  "standing_text" TEXT,
  "statutory" INTEGER NOT NULL,
  "matters_arising" INTEGER NOT NULL,
  "restricted" INTEGER NOT NULL,
  "paragraph" TEXT,
  "reason" TEXT,
  "public_title" TEXT,
  "letter" TEXT,
  "by_hand" TEXT
) STRICT;

CREATE TABLE "entry_lead" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "entry" TEXT REFERENCES "entry" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT
) STRICT;

CREATE TABLE "move" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "entry" TEXT REFERENCES "entry" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "from_meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "to_meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "why" TEXT,
  "on" TEXT,
  "decision" TEXT REFERENCES "decision" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "item" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "lettered" INTEGER NOT NULL,
  "number" TEXT,
  "number_kept" INTEGER NOT NULL,
  "minute_number" TEXT,
  "title" TEXT,
  "purpose" TEXT,
  "minutes" INTEGER,
  "paper" TEXT,
  "paper_words" TEXT,
  "pages" TEXT,
  "standing_text" TEXT,
  "source" TEXT,
  "entry" TEXT REFERENCES "entry" DEFERRABLE INITIALLY DEFERRED,
  "carried_from" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "approves" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "by_hand" TEXT,
  "dropped" INTEGER NOT NULL,
  "dropped_why" TEXT,
  "deferred_to" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "matters_arising" INTEGER NOT NULL,
  "urgent_why" TEXT,
  "taken" INTEGER,
  "taken_with" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "started" TEXT,
  "ended" TEXT,
  "carried_forward" INTEGER NOT NULL,
  "written_up" INTEGER NOT NULL
) STRICT;

CREATE TABLE "presenter" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "on_behalf_of" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "on_behalf_of_name" TEXT
) STRICT;

CREATE TABLE "recommendation" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "text" TEXT
) STRICT;

CREATE TABLE "restriction" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "entry" TEXT REFERENCES "entry" DEFERRABLE INITIALLY DEFERRED,
  "paper" TEXT REFERENCES "paper" DEFERRABLE INITIALLY DEFERRED,
  "minute" TEXT REFERENCES "minute" DEFERRABLE INITIALLY DEFERRED,
  "action" TEXT REFERENCES "action" DEFERRABLE INITIALLY DEFERRED,
  "start" INTEGER,
  "length" INTEGER,
  "paragraph" TEXT,
  "reason" TEXT,
  "public_title" TEXT,
  "audience" TEXT REFERENCES "audience" DEFERRABLE INITIALLY DEFERRED,
  "lifted_on" TEXT,
  "lifted_by" TEXT
) STRICT;

CREATE TABLE "paper" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "parent" TEXT REFERENCES "paper" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "title" TEXT,
  "appendix" TEXT,
  "state" TEXT,
  "first_page" INTEGER,
  "last_page" INTEGER,
  "security" TEXT,
  "author" TEXT,
  "contact" TEXT,
  "file" TEXT,
  "digest" TEXT,
  "due_on" TEXT,
  "received_on" TEXT
) STRICT;

CREATE TABLE "publication" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "document" TEXT,
  "paper" TEXT REFERENCES "paper" DEFERRABLE INITIALLY DEFERRED,
  "state" TEXT,
  "on" TEXT,
  "audience" TEXT,
  "digest" TEXT,
  "why" TEXT
) STRICT;

CREATE TABLE "sending" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "document" TEXT,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "address" TEXT,
  "on" TEXT,
  "channel" TEXT
) STRICT;

CREATE TABLE "correction" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "at" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "at_item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "page" TEXT,
  "item" TEXT,
  "minute" TEXT REFERENCES "minute" DEFERRABLE INITIALLY DEFERRED,
  "old_text" TEXT,
  "new_text" TEXT
) STRICT;

CREATE TABLE "minute" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "layer" TEXT,
  "style" TEXT,
  "level" INTEGER,
  "number" TEXT,
  "text" TEXT,
  "speaker" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "speaker_words" TEXT,
  "typed_at" TEXT
) STRICT;

CREATE TABLE "cell" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "minute" TEXT REFERENCES "minute" DEFERRABLE INITIALLY DEFERRED,
  "row" INTEGER,
  "col" INTEGER,
  "header" INTEGER NOT NULL,
  "text" TEXT
) STRICT;

CREATE TABLE "declaration" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "kind" TEXT,
  "nature" TEXT,
  "effect" TEXT,
  "dispensation" TEXT,
  "left" TEXT,
  "back" TEXT
) STRICT;

CREATE TABLE "decision" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "text" TEXT,
  "outcome" TEXT,
  "condition" TEXT,
  "condition_met" INTEGER NOT NULL,
  "mover" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "mover_name" TEXT,
  "seconder" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "seconder_name" TEXT,
  "votes_for" INTEGER,
  "votes_against" INTEGER,
  "votes_abstained" INTEGER,
  "method" TEXT,
  "casting_vote" INTEGER NOT NULL,
  "body" TEXT,
  "form" TEXT,
  "taken_by" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "on" TEXT,
  "ratifies" TEXT REFERENCES "decision" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "vote" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "decision" TEXT REFERENCES "decision" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "vote" TEXT
) STRICT;

CREATE TABLE "motion" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "amends" TEXT REFERENCES "motion" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "text" TEXT,
  "mover" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "mover_name" TEXT,
  "seconder" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "seconder_name" TEXT,
  "outcome" TEXT,
  "votes_for" INTEGER,
  "votes_against" INTEGER,
  "votes_abstained" INTEGER,
  "decision" TEXT REFERENCES "decision" DEFERRABLE INITIALLY DEFERRED
) STRICT;

CREATE TABLE "election" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "office" TEXT,
  "elected" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "elected_name" TEXT
) STRICT;

CREATE TABLE "candidate" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "election" TEXT REFERENCES "election" DEFERRABLE INITIALLY DEFERRED,
  "round" INTEGER,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "votes" INTEGER,
  "withdrawn" INTEGER NOT NULL
) STRICT;

CREATE TABLE "action" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "board" TEXT REFERENCES "board" DEFERRABLE INITIALLY DEFERRED,
  "ref" TEXT,
  "text" TEXT,
  "status" TEXT,
  "due" TEXT,
  "due_words" TEXT,
  "due_meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "raised_on" TEXT,
  "raised_at" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "item_words" TEXT,
  "decision" TEXT REFERENCES "decision" DEFERRABLE INITIALLY DEFERRED,
  "closed_on" TEXT,
  "closed_at" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "superseded_by" TEXT REFERENCES "action" DEFERRABLE INITIALLY DEFERRED,
  "old_ref" TEXT,
  "position" INTEGER
) STRICT;

CREATE TABLE "owner" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "action" TEXT REFERENCES "action" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "post" TEXT REFERENCES "post" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT
) STRICT;

CREATE TABLE "update" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "action" TEXT REFERENCES "action" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "on" TEXT,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "text" TEXT,
  "outcome" TEXT
) STRICT;

CREATE TABLE "chaser" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "action" TEXT REFERENCES "action" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "on" TEXT,
  "person" TEXT REFERENCES "person" DEFERRABLE INITIALLY DEFERRED,
  "name" TEXT,
  "step" TEXT,
  "channel" TEXT,
  "text" TEXT
) STRICT;

CREATE TABLE "redate" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "action" TEXT REFERENCES "action" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "on" TEXT,
  "from_day" TEXT,
  "from_words" TEXT,
  "to_day" TEXT,
  "to_words" TEXT,
  "why" TEXT
) STRICT;

CREATE INDEX "settled_board" ON "settled" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "settled_meeting" ON "settled" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "post_organisation" ON "post" ("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "alias_person" ON "alias" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "tenure_person" ON "tenure" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "tenure_post" ON "tenure" ("post") WHERE "post" IS NOT NULL;
CREATE INDEX "board_parent" ON "board" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "board_name_board" ON "board_name" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "group_board" ON "group" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "seat_board" ON "seat" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "seat_person" ON "seat" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "seat_seat_group" ON "seat" ("seat_group") WHERE "seat_group" IS NOT NULL;
CREATE INDEX "seat_post" ON "seat" ("post") WHERE "post" IS NOT NULL;
CREATE INDEX "seat_organisation" ON "seat" ("organisation") WHERE "organisation" IS NOT NULL;
CREATE INDEX "deputy_seat" ON "deputy" ("seat") WHERE "seat" IS NOT NULL;
CREATE INDEX "deputy_person" ON "deputy" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "office_board" ON "office" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "office_person" ON "office" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "audience_board" ON "audience" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "audience_entry_audience" ON "audience_entry" ("audience") WHERE "audience" IS NOT NULL;
CREATE INDEX "audience_entry_seat_group" ON "audience_entry" ("seat_group") WHERE "seat_group" IS NOT NULL;
CREATE INDEX "audience_entry_person" ON "audience_entry" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "interest_board" ON "interest" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "interest_person" ON "interest" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "priority_board" ON "priority" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "meeting_chair" ON "meeting" ("chair") WHERE "chair" IS NOT NULL;
CREATE INDEX "meeting_minute_taker" ON "meeting" ("minute_taker") WHERE "minute_taker" IS NOT NULL;
CREATE INDEX "meeting_received_as" ON "meeting" ("received_as") WHERE "received_as" IS NOT NULL;
CREATE INDEX "objective_meeting" ON "objective" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "event_meeting" ON "event" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "event_item" ON "event" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "event_person" ON "event" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "attendance_meeting" ON "attendance" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "attendance_person" ON "attendance" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "attendance_represented_by" ON "attendance" ("represented_by") WHERE "represented_by" IS NOT NULL;
CREATE INDEX "attendance_arrived_item" ON "attendance" ("arrived_item") WHERE "arrived_item" IS NOT NULL;
CREATE INDEX "attendance_left_item" ON "attendance" ("left_item") WHERE "left_item" IS NOT NULL;
CREATE INDEX "presence_attendance" ON "presence" ("attendance") WHERE "attendance" IS NOT NULL;
CREATE INDEX "presence_arrived_item" ON "presence" ("arrived_item") WHERE "arrived_item" IS NOT NULL;
CREATE INDEX "presence_left_item" ON "presence" ("left_item") WHERE "left_item" IS NOT NULL;
CREATE INDEX "plan_board" ON "plan" ("board", "since", "until") WHERE "board" IS NOT NULL;
CREATE INDEX "line_plan" ON "line" ("plan") WHERE "plan" IS NOT NULL;
CREATE INDEX "line_parent" ON "line" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "line_lead_line" ON "line_lead" ("line") WHERE "line" IS NOT NULL;
CREATE INDEX "line_lead_person" ON "line_lead" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "line_when_line" ON "line_when" ("line") WHERE "line" IS NOT NULL;
CREATE INDEX "line_recommendation_line" ON "line_recommendation" ("line") WHERE "line" IS NOT NULL;
CREATE INDEX "entry_board" ON "entry" ("board") WHERE "board" IS NOT NULL;
CREATE INDEX "entry_plan" ON "entry" ("plan") WHERE "plan" IS NOT NULL;
CREATE INDEX "entry_line" ON "entry" ("line") WHERE "line" IS NOT NULL;
CREATE INDEX "entry_parent" ON "entry" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "entry_loose" ON "entry" ("board") WHERE "meeting" IS NULL AND "plan" IS NULL;
CREATE INDEX "entry_meeting" ON "entry" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "entry_lead_entry" ON "entry_lead" ("entry") WHERE "entry" IS NOT NULL;
CREATE INDEX "entry_lead_person" ON "entry_lead" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "move_entry" ON "move" ("entry") WHERE "entry" IS NOT NULL;
CREATE INDEX "move_from_meeting" ON "move" ("from_meeting") WHERE "from_meeting" IS NOT NULL;
CREATE INDEX "move_to_meeting" ON "move" ("to_meeting") WHERE "to_meeting" IS NOT NULL;
CREATE INDEX "move_decision" ON "move" ("decision") WHERE "decision" IS NOT NULL;
CREATE INDEX "item_meeting" ON "item" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "item_parent" ON "item" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "item_entry" ON "item" ("entry") WHERE "entry" IS NOT NULL;
CREATE INDEX "item_carried_from" ON "item" ("carried_from") WHERE "carried_from" IS NOT NULL;
CREATE INDEX "item_approves" ON "item" ("approves") WHERE "approves" IS NOT NULL;
CREATE INDEX "item_deferred_to" ON "item" ("deferred_to") WHERE "deferred_to" IS NOT NULL;
CREATE INDEX "item_taken_with" ON "item" ("taken_with") WHERE "taken_with" IS NOT NULL;
CREATE INDEX "presenter_item" ON "presenter" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "presenter_person" ON "presenter" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "presenter_on_behalf_of" ON "presenter" ("on_behalf_of") WHERE "on_behalf_of" IS NOT NULL;
CREATE INDEX "recommendation_item" ON "recommendation" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "restriction_item" ON "restriction" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "restriction_entry" ON "restriction" ("entry") WHERE "entry" IS NOT NULL;
CREATE INDEX "restriction_paper" ON "restriction" ("paper") WHERE "paper" IS NOT NULL;
CREATE INDEX "restriction_minute" ON "restriction" ("minute") WHERE "minute" IS NOT NULL;
CREATE INDEX "restriction_action" ON "restriction" ("action") WHERE "action" IS NOT NULL;
CREATE INDEX "restriction_audience" ON "restriction" ("audience") WHERE "audience" IS NOT NULL;
CREATE INDEX "paper_meeting" ON "paper" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "paper_item" ON "paper" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "paper_parent" ON "paper" ("parent") WHERE "parent" IS NOT NULL;
CREATE INDEX "publication_meeting" ON "publication" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "publication_paper" ON "publication" ("paper") WHERE "paper" IS NOT NULL;
CREATE INDEX "sending_meeting" ON "sending" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "sending_person" ON "sending" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "correction_meeting" ON "correction" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "correction_at" ON "correction" ("at") WHERE "at" IS NOT NULL;
CREATE INDEX "correction_at_item" ON "correction" ("at_item") WHERE "at_item" IS NOT NULL;
CREATE INDEX "correction_minute" ON "correction" ("minute") WHERE "minute" IS NOT NULL;
CREATE INDEX "minute_meeting" ON "minute" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "minute_item" ON "minute" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "minute_speaker" ON "minute" ("speaker") WHERE "speaker" IS NOT NULL;
CREATE INDEX "cell_minute" ON "cell" ("minute") WHERE "minute" IS NOT NULL;
CREATE INDEX "declaration_meeting" ON "declaration" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "declaration_item" ON "declaration" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "declaration_person" ON "declaration" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "decision_meeting" ON "decision" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "decision_item" ON "decision" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "decision_mover" ON "decision" ("mover") WHERE "mover" IS NOT NULL;
CREATE INDEX "decision_seconder" ON "decision" ("seconder") WHERE "seconder" IS NOT NULL;
CREATE INDEX "decision_taken_by" ON "decision" ("taken_by") WHERE "taken_by" IS NOT NULL;
CREATE INDEX "decision_ratifies" ON "decision" ("ratifies") WHERE "ratifies" IS NOT NULL;
CREATE INDEX "vote_decision" ON "vote" ("decision") WHERE "decision" IS NOT NULL;
CREATE INDEX "vote_person" ON "vote" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "motion_meeting" ON "motion" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "motion_item" ON "motion" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "motion_amends" ON "motion" ("amends") WHERE "amends" IS NOT NULL;
CREATE INDEX "motion_mover" ON "motion" ("mover") WHERE "mover" IS NOT NULL;
CREATE INDEX "motion_seconder" ON "motion" ("seconder") WHERE "seconder" IS NOT NULL;
CREATE INDEX "motion_decision" ON "motion" ("decision") WHERE "decision" IS NOT NULL;
CREATE INDEX "election_meeting" ON "election" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "election_item" ON "election" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "election_elected" ON "election" ("elected") WHERE "elected" IS NOT NULL;
CREATE INDEX "candidate_election" ON "candidate" ("election") WHERE "election" IS NOT NULL;
CREATE INDEX "candidate_person" ON "candidate" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "action_due_meeting" ON "action" ("due_meeting") WHERE "due_meeting" IS NOT NULL;
CREATE INDEX "action_raised_at" ON "action" ("raised_at") WHERE "raised_at" IS NOT NULL;
CREATE INDEX "action_item" ON "action" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "action_decision" ON "action" ("decision") WHERE "decision" IS NOT NULL;
CREATE INDEX "action_closed_at" ON "action" ("closed_at") WHERE "closed_at" IS NOT NULL;
CREATE INDEX "action_superseded_by" ON "action" ("superseded_by") WHERE "superseded_by" IS NOT NULL;
CREATE INDEX "owner_action" ON "owner" ("action") WHERE "action" IS NOT NULL;
CREATE INDEX "owner_person" ON "owner" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "owner_post" ON "owner" ("post") WHERE "post" IS NOT NULL;
CREATE INDEX "update_action" ON "update" ("action") WHERE "action" IS NOT NULL;
CREATE INDEX "update_meeting" ON "update" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "update_item" ON "update" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "chaser_action" ON "chaser" ("action") WHERE "action" IS NOT NULL;
CREATE INDEX "chaser_person" ON "chaser" ("person") WHERE "person" IS NOT NULL;
CREATE INDEX "redate_action" ON "redate" ("action") WHERE "action" IS NOT NULL;

CREATE INDEX "action_status" ON "action" ("status", "due");
CREATE INDEX "action_board_status" ON "action" ("board", "status", "due");
CREATE INDEX "action_ref" ON "action" ("board", "ref");
CREATE INDEX "meeting_day" ON "meeting" ("day");
CREATE INDEX "meeting_board_day" ON "meeting" ("board", "day");
CREATE INDEX "decision_on" ON "decision" ("board", "on");

-- The history: one row a deed, chained by digests; "change" holds what each deed changed. Chains are made of salted digests, never of content, so that
-- disposal may take away "before" and "salt" and leave a history that still verifies. "meeting" is the id of the meeting that the record belonged to.
CREATE TABLE "history" (
  "seq" INTEGER PRIMARY KEY NOT NULL,
  "at" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  "deed" TEXT NOT NULL,
  "summary" TEXT NOT NULL,
  "chain" TEXT NOT NULL
) STRICT;

CREATE TABLE "change" (
  "seq" INTEGER NOT NULL REFERENCES "history",
  "position" INTEGER NOT NULL,
  "noun" TEXT NOT NULL,
  "record" TEXT NOT NULL,
  "kind" TEXT NOT NULL,
  "salt" TEXT NOT NULL,
  "digest" TEXT NOT NULL,
  "before" TEXT,
  "meeting" TEXT,
  PRIMARY KEY ("seq", "position")
) STRICT, WITHOUT ROWID;
CREATE INDEX "change_record" ON "change" ("record", "seq");

-- Search: "search_text" holds what is indexed; its key starts with the day, so that the newest come first without sorting. "board" is the id of the board
-- that a search may be narrowed to.
CREATE TABLE "search_text" (
  "doc" INTEGER PRIMARY KEY NOT NULL,
  "noun" TEXT NOT NULL,
  "record" TEXT NOT NULL,
  "board" TEXT,
  "text" TEXT NOT NULL
) STRICT;
CREATE UNIQUE INDEX "search_text_record" ON "search_text" ("record", "noun");
CREATE VIRTUAL TABLE "search" USING fts5("text", content='search_text', content_rowid='doc', tokenize='unicode61 remove_diacritics 2', prefix='1 2 3 4');
-- Each word that some text has, for the beginnings that are longer than those indexed.
CREATE TABLE "search_word" ("word" TEXT PRIMARY KEY NOT NULL) STRICT, WITHOUT ROWID;

-- Marks: what the reader understood of paragraphs.
CREATE TABLE "mark" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" DEFERRABLE INITIALLY DEFERRED,
  "minute" TEXT REFERENCES "minute" DEFERRABLE INITIALLY DEFERRED,
  "position" INTEGER,
  "reading" TEXT,
  "start" INTEGER,
  "length" INTEGER,
  "sure" INTEGER,
  "doubt" TEXT,
  "words" TEXT,
  "shown" TEXT,
  "kind" TEXT,
  "record" TEXT,
  "made" TEXT,
  "before" TEXT,
  "state" TEXT
) STRICT;
CREATE INDEX "mark_meeting" ON "mark" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "mark_item" ON "mark" ("item") WHERE "item" IS NOT NULL;
CREATE INDEX "mark_minute" ON "mark" ("minute") WHERE "minute" IS NOT NULL;
CREATE INDEX "mark_record" ON "mark" ("record") WHERE "record" IS NOT NULL;

-- Typing. "journal" and "place" are working material without history: they go with the meeting or item that they belong to. "unsettled" keeps each record
-- that was typed and has no row in the history yet as it was before (NULL: it was not there).
CREATE TABLE "journal" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "layer" TEXT,
  "seq" INTEGER,
  "undoes" INTEGER,
  "kind" TEXT,
  "began" TEXT,
  "ended" TEXT,
  "paragraph" TEXT,
  "at" INTEGER,
  "before" TEXT,
  "after" TEXT,
  "carets" TEXT,
  "who" TEXT
) STRICT;
CREATE INDEX "journal_place" ON "journal" ("meeting", "item", "layer", "seq");
CREATE INDEX "journal_item" ON "journal" ("item") WHERE "item" IS NOT NULL;

CREATE TABLE "place" (
  "id" TEXT PRIMARY KEY NOT NULL,
  "meeting" TEXT REFERENCES "meeting" ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "item" TEXT REFERENCES "item" ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED,
  "layer" TEXT,
  "paragraph" TEXT,
  "at" INTEGER,
  "stamp" TEXT
) STRICT;
CREATE INDEX "place_meeting" ON "place" ("meeting") WHERE "meeting" IS NOT NULL;
CREATE INDEX "place_item" ON "place" ("item") WHERE "item" IS NOT NULL;

CREATE TABLE "unsettled" (
  "record" TEXT NOT NULL,
  "noun" TEXT NOT NULL,
  "before" TEXT,
  "meeting" TEXT NOT NULL,
  "who" TEXT NOT NULL,
  PRIMARY KEY ("noun", "record")
) STRICT, WITHOUT ROWID;

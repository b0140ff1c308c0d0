#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A ward's management assesses itself, by keyboard, seen as a screen reader sees it.

Begins a self-assessment of a ward, fills in five areas and a part of the sixth, and then the program
is killed. What is left is recovered, and the assessment goes on at the same statement. It is finished,
the result is read, an action is made of what is missing, and the report is saved. The keys go through
the display, the words come over the real accessibility bus.

Usage: ladder.py PROGRAM LADDER.csv (on a display, on a session bus of its own)
"""
import csv
import os
import sys
import tempfile
import time

sys.dont_write_bytecode = True
import keyboard  # noqa: E402
from keyboard import Failed, find, find_all, find_application, is_focused, key, ok, start, tab_to  # noqa: E402
from keyboard import type_text, wait_for  # noqa: E402

WARD = "Medicin 1"
AREAS = [
    "Leadership and culture",
    "Need",
    "Capacity",
    "Forecasting",
    "Balancing and decisions",
    "From plan to schedule",
    "Levels in step",
    "Follow-up and learning",
    "Information and IT",
    "Competence and organisation",
]
KILLED_IN = 5  # the number of the area, from 0
MAX_PRESSES = 200  # for a whole assessment: at ten seconds each that is half an hour


def read_ladder(path):
    """The statements' English texts by area and step, in their order."""
    ladder = {}
    with open(path, encoding="utf-8", newline="") as table:
        for row in csv.DictReader(table):
            ladder.setdefault(row["area"], {}).setdefault(int(row["step"]), []).append(row)
    return [ladder[area] for area in sorted(ladder)]


wizard = None  # the node of the assessment that is being filled in: it alone is searched


def see(role, begins):
    return find(role, begins, wizard)


def enter_wizard():
    global wizard
    wizard = wait_for("the assessment", lambda: find("filler", "VbAssessmentWizard"))


def leave_wizard():
    global wizard
    wizard = None


def name_of(row):
    return f"Step {row['step']} · {row['level'].capitalize()}. {row['statement_en']}"


def expect_focus(row):
    wait_for(
        f"the focus on “{row['statement_en']}”",
        lambda: is_focused(see("list item", name_of(row))),
    )


def expect_answer(row, word):
    wait_for(
        f"the answer {word}",
        lambda: see("list item", f"{name_of(row)} Answer: {word}"),
    )


def go_to(page):
    """Ctrl and the page's place in the sidebar."""
    names = [row.get_name() for row in find_all("list item")]
    key(f"ctrl+{names.index(page) - names.index('Overview') + 1}")
    time.sleep(1.0)


def open_ladder():
    key("ctrl+f")
    time.sleep(0.5)
    type_text(WARD)
    key("Return")
    wait_for(f"{WARD} to be chosen", lambda: find("push button", f"Unit: {WARD}"))
    go_to("Development Ladder")


def expect_area(number):
    wait_for(
        f"area {number + 1}",
        lambda: see("heading", f"{number + 1} {AREAS[number]}"),
    )


def fill_in(ladder, number, wanted=None):
    """Fulfils step 2, but not step 3, and goes on to the next page by the button that has the focus."""
    area = ladder[number]
    expect_area(number)
    expect_focus(area[2][0])
    key(*["4"] * (len(area[2]) - 1), "3")
    expect_focus(area[3][0])
    key("2", *["1"] * (len(area[3]) - 1))
    if wanted is not None:
        key("alt+w")
        key(wanted)
    key("Return")


def begin():
    tab_to("push button", "New Self-Assessment")
    key("Return")
    wait_for("the questions before", lambda: find("spin button", "Participants"))
    key("Down", "Tab")
    wait_for("the focus on the participants", lambda: is_focused(find("spin button", "Participants")))
    key("ctrl+a")
    type_text("7")
    key("alt+s")


def run(program, ladder, folder):
    report = os.path.join(folder, "medicin-1.pdf")

    process = start(program)
    wait_for("the start page", lambda: find("list item", "Open Example Region"))
    tab_to("list item", "Open Example Region")
    key("Return")
    wait_for("the example", lambda: find("push button", "Unit: Region Exempel"))
    open_ladder()
    ok(f"the page of the ladder opens on {WARD}")

    presses = keyboard.presses
    begin()
    enter_wizard()
    expect_area(0)
    expect_focus(ladder[0][2][0])
    ok("a self-assessment begins at the first statement")

    first = ladder[0][2][0]
    key("Return")
    type_text("protokoll 2026-10-02")
    key("Return")
    expect_focus(ladder[0][2][1])
    key("Up", "4", "ctrl+z")
    expect_answer(first, "Not Answered")
    expect_focus(first)
    ok("evidence is written, an answer is given and undone")

    for number in range(KILLED_IN):
        fill_in(ladder, number, wanted="3" if number == 0 else None)
    expect_area(KILLED_IN)
    left_at = ladder[KILLED_IN][2]
    expect_focus(left_at[0])
    key("4", "2")
    expect_answer(left_at[1], "Partly")
    expect_focus(left_at[2])
    ok(f"{KILLED_IN} areas are filled in, and the next one is begun")

    before_kill = keyboard.presses - presses
    leave_wizard()
    process.kill()
    process.wait()
    wait_for("the program to be gone", lambda: find_application() is None)
    process = start(program)
    wait_for("the offer to recover", lambda: find("push button", "Recover"))
    tab_to("push button", "Recover")
    key("Return")
    wait_for("the recovered plan", lambda: find("push button", "Unit: "))
    open_ladder()
    ok("the program is killed, and its plan recovered")

    presses = keyboard.presses
    tab_to("push button", "New Self-Assessment")
    key("Return")
    wait_for("what was begun", lambda: is_focused(find("list item", "Management, ")))
    key("Return")
    enter_wizard()
    expect_area(KILLED_IN)
    expect_focus(left_at[2])
    expect_answer(left_at[0], "Yes")
    expect_answer(left_at[1], "Partly")
    for number in range(KILLED_IN):
        dot = f"{number + 1} {AREAS[number]}: Step 2 · Begun, nothing left to answer"
        if see("push button", dot) is None:
            raise Failed(f"nothing says “{dot}”")
    ok("it goes on at the same statement, and no answer is lost")

    key("3", "Return")
    for number in range(KILLED_IN + 1, len(AREAS)):
        fill_in(ladder, number)
    wait_for("the review", lambda: see("heading", "Review"))
    wait_for("the reached step", lambda: see("label", "Reached: Step 1 · Reactive"))
    row = f"{KILLED_IN + 1} {AREAS[KILLED_IN]}: Step 1 · Reactive, wanted: –, all answered"
    wait_for("the area that holds the others back", lambda: see("list item", row))
    ok("the review names the area that holds the others back")

    tab_to("list item", row, top=wizard)
    key("Return")
    expect_area(KILLED_IN)
    expect_focus(left_at[0])
    key("Down", "4", *["ctrl+Next"] * (len(AREAS) - KILLED_IN))
    wait_for("the reached step", lambda: see("label", "Reached: Step 2 · Begun"))
    wait_for("the focus on Finish", lambda: is_focused(see("push button", "Finish")))
    key("Return")
    leave_wizard()
    wait_for("the result", lambda: find("push button", "Reached step: 2\u00a0of\u00a05"))
    n_presses = before_kill + keyboard.presses - presses
    if n_presses > MAX_PRESSES:
        raise Failed(f"{n_presses} presses of keys are too many")
    ok("it is corrected and finished: step 2 of 5")
    print(f"# {n_presses} presses of keys from the beginning to the end", flush=True)

    missing = ladder[0][3][0]["statement_en"]
    tab_to("list item", missing)
    key("Return")
    wait_for("a draft action", lambda: find("label", f"{AREAS[0]} · Proposed"))
    ok("an action is made of what is missing")

    key("alt+p")
    time.sleep(1.5)
    key("ctrl+a")
    type_text(report)
    key("Return")
    wait_for("the report", lambda: os.path.exists(report) and os.path.getsize(report) > 0)
    with open(report, "rb") as file:
        if file.read(5) != b"%PDF-":
            raise Failed("the report is no PDF")
    ok("the report is saved")
    process.kill()


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as place:
        statements = read_ladder(sys.argv[2])
        sys.exit(keyboard.main(10, lambda: run(sys.argv[1], statements, place)))

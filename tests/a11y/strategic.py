#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A planner's afternoon on the years to come, by keyboard, seen as a screen reader sees it.

Loads the national scenario into the example, lowers one lever, reads the new year of balance, saves
it all as a scenario of one's own, compares the two, decides the own one as plan, and undoes that.
The keys go through the display, the words come over the real accessibility bus.

Usage: strategic.py PROGRAM (on a display, on a session bus of its own)
"""
import sys
import time

sys.dont_write_bytecode = True
from keyboard import answer, find, find_all, is_focused, key, main, ok, start, tab_to, type_text, wait_for  # noqa: E402

NATIONAL = "Plats för vård 2024"
OWN = f"{NATIONAL}, own"
STEPS = 3


def go_to(page):
    """Ctrl and the page's place in the sidebar."""
    names = [row.get_name() for row in find_all("list item")]
    key(f"ctrl+{names.index(page) - names.index('Overview') + 1}")
    wait_for(f"the page {page}", lambda: find("panel", page))


def read(page, figure):
    """A key figure of a page as it is told: "Year of balance: 2026, probability 84%"."""
    panel = find("panel", page)
    node = find("push button", figure, panel) if panel is not None else None
    return node.get_name() if node is not None else ""


def read_shortage(page, figure):
    said = read(page, figure)
    return said if "shortage" in said else None


def expect(page, figure, begins):
    return wait_for(
        f"“{figure}: {begins}” on {page}",
        lambda: read(page, f"{figure}: {begins}"),
    )


def first_lever():
    """The name of the topmost slider of a lever; that of the target occupancy is none."""
    for node in find_all("slider"):
        if not node.get_name().startswith("Target"):
            return node.get_name()
    return None


def run(program):
    process = start(program)
    wait_for("the start page", lambda: find("list item", "Open Example Region"))
    tab_to("list item", "Open Example Region")
    key("Return")
    wait_for("the example", lambda: find("push button", "Unit: Region Exempel"))
    ok("the example region opens")

    key("ctrl+e")
    wait_for("the scenarios", lambda: find("list item", NATIONAL))
    for _ in range(10):
        if is_focused(find("list item", NATIONAL)):
            break
        key("Down")
    key("Return")
    wait_for("the national scenario", lambda: find("push button", f"Scenario: {NATIONAL}"))
    wait_for("its unit", lambda: find("push button", "Unit: Riket"))
    ok(f"the scenario {NATIONAL} is chosen, and the nation with it")

    go_to("Potential")
    expect("Potential", "Gap 2023", "−2,230")
    before = expect("Potential", "Year of balance", "2026")
    ok(f"the gap of 2,230 beds is closed: {before}")

    lever = wait_for("a lever", first_lever)
    tab_to("slider", lever)
    key(*["Left"] * STEPS)
    lowered = expect("Potential", "Year of balance", "–")
    gap = wait_for("what is left", lambda: read_shortage("Potential", "Gap 2026"))
    ok(f"less of “{lever}” moves the year of balance: {lowered}; {gap}")

    go_to("Scenarios")
    tab_to("push button", "Save as own scenario")
    key("Return")
    wait_for("the dialog", lambda: find("text", "Name"))
    answer("alt+s", "Name")
    wait_for("the own scenario", lambda: find("push button", f"Scenario: {OWN}"))
    expect("Scenarios", "Year of balance", "–")
    ok(f"it is saved as “{OWN}”")

    wait_for("what it is compared with", lambda: find("label", f"“{OWN}” compared with “{NATIONAL}”"))
    sentence = wait_for("the difference in words", lambda: find("label", f"{lever}: "))
    ok(f"the two are compared: {sentence.get_name()}")

    tab_to("push button", "Decide as Plan")
    key("Return")
    wait_for("the dialog", lambda: find("text", "Decided by"))
    time.sleep(1.0)  # the keys may follow a new window late
    type_text("Regionstyrelsen")
    answer("alt+d", "Decided by")
    wait_for("the plan", lambda: find("list item", OWN))
    planned = wait_for("the planned gap", lambda: read_shortage("Scenarios", "Planned gap"))
    ok(f"it is the plan: {planned}")

    key("ctrl+z")
    wait_for("no plan", lambda: "no plan is decided" in read("Scenarios", "Planned gap"))
    ok("the decision is undone")
    process.kill()


if __name__ == "__main__":
    sys.exit(main(8, lambda: run(sys.argv[1])))

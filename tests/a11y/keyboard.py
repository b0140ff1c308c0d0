# SPDX-License-Identifier: GPL-3.0-or-later
"""What the scripted sessions share: keys go through the display, words come over the accessibility bus."""
import subprocess
import time

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # noqa: E402

WAIT = 30.0  # seconds that anything may take on a busy machine

presses = 0  # how many keys have been pressed
passed = 0  # how many steps have been told to be right


class Failed(Exception):
    pass


def walk(node):
    """The node and all below it; what vanishes meanwhile is passed over."""
    try:
        yield node
        for i in range(node.get_child_count()):
            child = node.get_child_at_index(i)
            if child is not None:
                yield from walk(child)
    except GLib.Error:
        return


def wait_for(what, func):
    """What func() returns as soon as it is something."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end:
        found = func()
        if found:
            return found
        time.sleep(0.2)
    raise Failed(f"waited {WAIT:.0f} s in vain for {what}")


def find_application():
    desktop = Atspi.get_desktop(0)
    for i in range(desktop.get_child_count()):
        application = desktop.get_child_at_index(i)
        if application is not None and "ardbalans" in application.get_name():
            return application
    return None


def find(role, begins, top=None):
    """The first node of a role whose name begins so, and that has a place on the display."""
    application = top if top is not None else find_application()
    if application is None:
        return None
    # Names change under way, and without a main loop nobody tells the cache.
    application.clear_cache()
    for node in walk(application):
        try:
            if (
                node.get_role_name() == role
                # Some names have the mark of their mnemonic in front.
                and node.get_name().lstrip("_").startswith(begins)
                # The page of a stack is no widget, and has no place of its own.
                and (role == "panel" or is_shown(node))
            ):
                return node
        except GLib.Error:
            pass
    return None


def find_all(role):
    """The nodes of a role, in the order of the tree, that have a place on the display."""
    application = find_application()
    application.clear_cache()
    return [node for node in walk(application) if node.get_role_name() == role and is_shown(node)]


def is_shown(node):
    """What has never been laid out stays in the tree with empty bounds."""
    extents = Atspi.Component.get_extents(node, Atspi.CoordType.WINDOW)
    return extents.width > 0 and extents.height > 0


def key(*keys):
    global presses
    for each in keys:
        presses += 1
        subprocess.run(["xdotool", "key", "--clearmodifiers", each], check=True)
        time.sleep(0.15)


def type_text(text):
    global presses
    presses += len(text)
    subprocess.run(["xdotool", "type", "--delay", "25", text], check=True)
    time.sleep(0.3)


def answer(mnemonic, field):
    """Presses the button of a dialog that has this field, until the dialog is gone: without a window
    manager, the keys may follow a new window late."""

    def press():
        key(mnemonic)
        time.sleep(1.0)
        return find("text", field) is None

    wait_for(f"the end of the dialog with “{field}”", press)


def start(program, *arguments):
    process = subprocess.Popen([program, *arguments], stdin=subprocess.DEVNULL)
    wait_for("the window", lambda: find("frame", ""))
    return process


def stop(process):
    key("ctrl+q")
    try:
        process.wait(WAIT)
    except subprocess.TimeoutExpired:
        process.kill()
        raise Failed("the program did not end on Ctrl+Q")
    if process.returncode != 0:
        raise Failed(f"the program ended with status {process.returncode}")
    wait_for("the window to go", lambda: find_application() is None)


def is_focused(node):
    return node is not None and node.get_state_set().contains(Atspi.StateType.FOCUSED)


def has_focus(node):
    try:
        node.clear_cache()
        return is_focused(node)
    except GLib.Error:
        return False


def tab_to(role, begins, top=None):
    """Walks by Tab until the control has the focus; looks for it anew now and then, since that is slow."""
    node = None
    for presses_here in range(80):
        if node is None or presses_here % 10 == 0:
            node = find(role, begins, top)
        if node is not None and has_focus(node):
            return
        key("Tab")
    raise Failed(f"Tab does not reach “{begins}”")


def ok(text):
    global passed
    passed += 1
    print(f"ok {passed} {text}", flush=True)


def main(n_steps, run):
    """Runs the session in TAP; the exit status for the program."""
    print(f"1..{n_steps}", flush=True)
    try:
        run()
    except Failed as failure:
        print(f"not ok {passed + 1} {failure}", flush=True)
        return 1
    return 0

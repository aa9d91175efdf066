"""Time the editor in headless Chromium (`make bench-editor`): keystrokes, and a check from the pause to its flags.

A keystroke's time is what the page's main thread works from the key to the second frame after it, in processor time, so
that other work on the machine does not count; the same for a key that types nothing is told beside it. A check's time runs
from the end of the pause, when its request leaves, to the lines with our own flags and with LanguageTool's, by the clock.
Beside it stands how many times longer a LanguageTool server of its own takes to check a whole draft of that length, which
is what an editor without our cache of blocks would wait for; and what issue 8 aims at.
"""

from __future__ import annotations

import argparse
import logging
import shutil
import tempfile
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from playwright.sync_api import sync_playwright
from werkzeug.serving import make_server

from app import create_app
from tests.bench import Server, alone, seconds
from tests.bench_copy import copy_of
from tests.browser.editor import open_editor

if TYPE_CHECKING:
    from playwright.sync_api import Page

SIZES = (1_000, 10_000)
# Milliseconds, of the 95th percentile; and how many times longer LanguageTool's whole check should take than ours.
AIMS = {
    (1_000, "key"): 16, (1_000, "own"): 80, (1_000, "all"): 150,
    (10_000, "key"): 16, (10_000, "own"): 250, (10_000, "all"): 250,
}  # fmt: skip
RATIO = 5
FLAGS = "--no-sandbox --disable-gpu --no-first-run --disable-background-networking --disable-dev-shm-usage"
TWO_FRAMES = "() => new Promise((next) => requestAnimationFrame(() => requestAnimationFrame(next)))"
WATCH = """
window.checks = [];
const plain = window.fetch;
window.fetch = async (address, options) => {
    const sent = performance.now();
    const answer = await plain(address, options);
    if (!String(address).endsWith("/editor/check")) return answer;
    const check = {};
    const decoder = new TextDecoder();
    const watch = new TransformStream({
        transform(chunk, controller) {
            const text = decoder.decode(chunk, { stream: true });
            for (const stage of ["own", "all"]) if (text.includes(`"stage":"${stage}"`)) check[stage] = performance.now() - sent;
            if (text.includes('"type":"done"')) window.checks.push(check);
            controller.enqueue(chunk);
        },
    });
    return new Response(answer.body.pipeThrough(watch), answer);
};
"""


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--keys", type=int, default=150, help="keystrokes of each size (default 150)")
    parser.add_argument("--edits", type=int, default=12, help="paragraphs changed of each size (default 12)")
    arguments = parser.parse_args()
    logging.getLogger("werkzeug").setLevel(logging.WARNING)
    program = shutil.which("chromium") or shutil.which("google-chrome")
    with (
        Server() as languagetool,
        Server() as other,
        tempfile.TemporaryDirectory() as folder,
        sync_playwright() as playwright,
    ):
        app = create_app({"INSTANCE_PATH": Path(folder), "LANGUAGETOOL_URL": languagetool.url, "WARM_START": False})
        app.extensions["copydesk.database"].upgrade()
        server = make_server("127.0.0.1", 0, app, threaded=True)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        ask_alone = alone(other.url)
        for n in range(20):  # until Java has compiled what is hot
            ask_alone(copy_of(300, seed=1_000 + n))
        browser = playwright.chromium.launch(executable_path=program, args=FLAGS.split())
        print("milliseconds            words   flags     p50     p95     aim  LanguageTool takes")
        for words in SIZES:
            whole = [
                1_000 * seconds(ask_alone, copy_of(words, seed=500 + n)) for n in range(6 if words < 10_000 else 3)
            ]
            page = browser.new_page(base_url=f"http://127.0.0.1:{server.port}", viewport={"width": 1440, "height": 900})
            page.add_init_script(WATCH)
            flags = begin(page, words)
            print_row("idle key", words, flags, keystrokes(page, ["Shift"] * 60))
            print_row("keystroke", words, flags, keystrokes(page, sentence(arguments.keys)), AIMS[words, "key"])
            checks = [edit(page) for _ in range(arguments.edits)]
            for stage in ("own", "all"):
                times = [check[stage] for check in checks]
                print_row(f"check: {stage} flags", words, flags, times, AIMS[words, stage], whole)
            print_row("LanguageTool, whole", words, flags, whole)
            page.close()
        browser.close()
        server.shutdown()
        app.extensions["copydesk.database"].close()
    return 0


def print_row(
    what: str, words: int, flags: int, times: Sequence[float], aim: float = 0, whole: Sequence[float] = ()
) -> None:
    row = f"{what:22}{words:>7}{flags:>8}{at(times, 0.5):>8.1f}{at(times, 0.95):>8.1f}"
    if aim:
        row += f"{aim:>8.0f}"
    if whole:
        row += f"{at(whole, 0.5) / at(times, 0.5):>8.1f} times as long (aim {RATIO})"
    missed = (aim and at(times, 0.95) > aim) or (whole and at(whole, 0.5) < RATIO * at(times, 0.5))
    print(row + ("  missed" if missed else ""), flush=True)


def begin(page: Page, words: int) -> int:
    """Paste a story of that length, wait for its check, and put the caret into its middle; return how many flags it has."""
    open_editor(page)
    page.evaluate(
        """(text) => {
            const data = new DataTransfer();
            data.setData("text/plain", text);
            const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
            document.querySelector(".ProseMirror").dispatchEvent(event);
        }""",
        copy_of(words, seed=1),
    )
    wait_for_check(page, seconds=300)
    page.evaluate(
        """() => {
            const blocks = [...document.querySelectorAll("#editor p")].filter((p) => p.textContent.length > 80);
            const middle = blocks[blocks.length >> 1];
            middle.scrollIntoView({ block: "center" });
            document.querySelector(".ProseMirror").focus();
            getSelection().selectAllChildren(middle);
            getSelection().collapseToEnd();
        }"""
    )
    return page.locator(".card").count()


def keystrokes(page: Page, keys: Sequence[str]) -> list[float]:
    """Main-thread milliseconds of each key."""
    session: Any = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def work() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return 1_000 * float(next(m["value"] for m in metrics if m["name"] == "TaskDuration"))

    times = []
    for key in keys:
        before = work()
        page.keyboard.press(key)
        page.evaluate(TWO_FRAMES)
        times.append(work() - before)
    session.detach()
    return times


def edit(page: Page) -> dict[str, float]:
    """Change the paragraph and wait; return milliseconds from request to our own flags and to all of them."""
    seen = page.evaluate("checks.length")
    page.keyboard.type(" Nobody came to teh meeting.")
    page.wait_for_function("(seen) => checks.length > seen", arg=seen)
    wait_for_check(page)
    return dict(page.evaluate("checks.at(-1)"))


def wait_for_check(page: Page, seconds: float = 60) -> None:
    page.wait_for_timeout(400)  # past the pause
    page.wait_for_selector("html[data-check=ready]", state="attached", timeout=1_000 * seconds)


def sentence(length: int) -> list[str]:
    words = " He went on to say that it was the one thing they had all been waiting for this year."
    return ["Space" if c == " " else c for c in (words * (length // len(words) + 1))[:length]]


def at(times: Sequence[float], share: float) -> float:
    ranked = sorted(times)
    return ranked[min(int(len(ranked) * share), len(ranked) - 1)]


if __name__ == "__main__":
    raise SystemExit(main())

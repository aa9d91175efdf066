"""Words of rise and fall, each with the word that says the opposite: what an edit of a wrong direction puts in."""

from __future__ import annotations

RISES = {
    "rose": "fell", "rise": "fall", "rises": "falls", "rising": "falling", "risen": "fallen", "increased": "decreased",
    "increase": "decrease", "increases": "decreases", "increasing": "decreasing", "grew": "shrank", "grown": "shrunk",
    "grow": "shrink", "growing": "shrinking", "climbed": "fell", "climb": "fall", "climbing": "falling", "jumped": "dropped",
    "jump": "drop", "jumping": "dropping", "surged": "plunged", "surge": "plunge", "surging": "plunging", "soared": "plunged",
    "soaring": "plunging", "gained": "lost", "gain": "loss", "growth": "decline", "up": "down", "expanded": "shrank",
    "swelled": "shrank", "raised": "cut", "raise": "cut", "raising": "cutting", "leapt": "dropped", "leaped": "dropped",
    "rocketed": "plummeted", "hike": "cut", "hiked": "cut", "spiked": "dropped", "rallied": "slid", "widened": "narrowed",
    "widening": "narrowing", "lengthened": "shortened", "ballooned": "shrank", "mounted": "fell", "higher": "lower",
}  # fmt: skip
FALLS = {
    "fell": "rose", "fall": "rise", "falls": "rises", "falling": "rising", "fallen": "risen", "decreased": "increased",
    "decrease": "increase", "decreases": "increases", "decreasing": "increasing", "shrank": "grew", "shrunk": "grown",
    "shrink": "grow", "shrinking": "growing", "dropped": "rose", "drop": "rise", "drops": "rises", "dropping": "rising",
    "declined": "rose", "decline": "rise", "declines": "rises", "declining": "rising", "plunged": "surged", "plunge": "surge",
    "plunging": "surging", "plummeted": "soared", "slumped": "jumped", "slump": "jump", "down": "up", "slipped": "rose",
    "slid": "rose", "slide": "rise", "sliding": "rising", "dipped": "rose", "dip": "rise", "tumbled": "jumped",
    "sank": "rose", "sunk": "risen", "reduced": "increased", "reduction": "increase", "lowered": "raised", "shed": "gained",
    "dwindled": "grew", "eased": "rose", "cut": "raised", "cuts": "raises", "cutting": "raising", "slashed": "raised",
    "trimmed": "raised", "narrowed": "widened", "narrowing": "widening", "shortened": "lengthened", "lower": "higher",
}  # fmt: skip
# Comparatives and the way they point: True for more.
MORE = {"more": True, "higher": True, "bigger": True, "larger": True, "fewer": False, "less": False, "lower": False,
        "smaller": False}  # fmt: skip

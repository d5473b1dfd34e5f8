"""Small debates to try the program on."""

from debatemap import edit
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Link, Source
from debatemap.sync.merge.three_way import merge3

__all__ = ["disputed", "empty", "rain"]


def rain() -> Debate:
    """Returns a debate with a shared claim, joint premises, an undercut, an inbox and a source.

    Unfolded it reads:

        Rain is good.
          + Plants grow.
            -! Not in winter.
            + Roots drink.
          - Streets flood.
          + Wells fill.      (joint)
          + We need wells.   (joint)
        Sun is good.
          - Streets flood.
        Snow is white.       (unplaced)
    """
    claims = {
        "rain": Claim("Rain is good."),
        "sun": Claim("Sun is good."),
        "plants": Claim(
            "Plants grow.",
            note="a longer remark,\nline by line",
            tags=("nature",),
            by="editor",
            created="2026-01-03",
            sources=(Citation("almanac", "after rain, green", "p. 4"),),
        ),
        "winter": Claim("Not in winter."),
        "roots": Claim("Roots drink."),
        "floods": Claim("Streets flood."),
        "fill": Claim("Wells fill."),
        "need": Claim("We need wells."),
        "snow": Claim("Snow is white."),
    }
    links = {
        "l-plants": Link(("plants",), "supports", "rain", "a0"),
        "l-winter": Link(("winter",), "attacks", "l-plants", "a0"),
        "l-roots": Link(("roots",), "supports", "plants", "a0"),
        "l-floods": Link(("floods",), "attacks", "rain", "a1"),
        "l-wells": Link(("fill", "need"), "supports", "rain", "a2"),
        "l-too": Link(("floods",), "attacks", "sun", "a0"),
    }
    sources = {"almanac": Source("Ann Author", "The Almanac", "https://example.org/a", "1999")}
    return Debate(Header("rain_map", "The weather", ("rain", "sun")), claims, links, sources)


def disputed() -> Debate:
    """Returns the same debate as two people left it: a title, words, a note, a claim that went."""
    ours, theirs = rain(), rain()
    for debate, verbs in (
        (ours, (
            edit.set_title(ours, "Rain or shine"),
            edit.reword(ours, "roots", "Roots drink deeply."),
            edit.set_note(ours, "floods", "since 1999"),
            edit.delete_claim(ours, "winter"),
        )),
        (theirs, (
            edit.set_title(theirs, "The climate"),
            edit.reword(theirs, "roots", "Roots drink little."),
            edit.set_note(theirs, "floods", "in spring"),
            edit.reword(theirs, "winter", "Not in a hard winter."),
        )),
    ):  # fmt: skip
        for change in verbs:
            debate.apply(change)
    return merge3(rain(), ours, theirs).debate


def empty() -> Debate:
    """Returns a debate with nothing in it."""
    return Debate(Header("empty_map"))

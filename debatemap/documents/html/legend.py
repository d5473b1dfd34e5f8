"""What the words and signs of the page mean."""

from typing import Final

__all__ = ["LEGEND"]

_STEP: Final = (
    "It does not deny a claim. It denies that the claim above it bears on what that stands "
    "beneath: even if it is true, this does not follow."
)
_AGAIN: Final = (
    "Each claim is written out once. Where it stands again, its text is a link to that place."
)
_STRENGTH: Final = (
    "From 0 to 100: how a claim stands once all that bears on it is weighed. From 55 the "
    "verdict is for, to 45 it is against, between the two it is open. In brackets, and as a band: "
    "where it would lie in nine of ten cases if people held of each claim what they might, which "
    "is anything from 25 to 75 where nobody has rated it, and the less the more have."
)
_TERMS: Final = (
    ("Thesis", "A claim that the debate is about."),
    ("Pro", "A claim that speaks for the claim that it stands beneath."),
    ("Con", "A claim that speaks against it."),
    ("Undercut", _STEP),
    ("Backing", "A reason why that does follow."),
    ("Premises together", "In one frame: each is needed, and if one falls, the step falls."),
    ("Numbers", _AGAIN),
    ("Strength", _STRENGTH),
)

LEGEND: Final = (
    '<aside aria-labelledby="legend"><h2 id="legend">How to read this page</h2><dl>'
    + "".join(f"<dt>{term}</dt><dd>{words}</dd>" for term, words in _TERMS)
    + "</dl></aside>"
)

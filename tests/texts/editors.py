"""Random texts, and what editors do to the words that they quote."""

from hypothesis import strategies as st

__all__ = ["CHANGED", "HABITS", "sentences"]

_LISTED = """
    the a of and we think that power balance safety model models open closed weights release
    actors smaller larger check peace military force war it’s don't don’t finds faults sooner
    naïve café 10 2024 3.5 1,000 Mark Zuckerberg Meta Khan well-known co-op oﬃce ﬁnd
    democracy hospital analogy limits often government governments compute resources
"""
_WORDS = _LISTED.split()
_STOPS = (" ", " ", " ", " ", " ", ", ", "; ", " — ", "\n", "  ", "-\n\n ", " (", ") ", " “", "” ")


@st.composite
def sentences(draw: st.DrawFn, least: int = 12, most: int = 60) -> str:
    """Returns a text of random words with marks between, every sentence with a number."""
    words = draw(st.lists(st.sampled_from(_WORDS), min_size=least, max_size=most))
    parts = []
    for place, word in enumerate(words):
        stop = draw(st.sampled_from(_STOPS))
        parts += [word.capitalize() if place % 11 == 0 else word, stop]
        if place % 11 == 10:
            parts.append(f"see {place * 37}. ")
    return "".join(parts)


def _swapped(text: str, pairs: dict[str, str]) -> str:
    return "".join(pairs.get(each, each) for each in text)


HABITS = {
    "upper": str.upper,
    "lower": str.lower,
    "quotation marks": lambda text: _swapped(text, {"“": "«", "”": "»", "’": "'", '"': "”"}),
    "dashes": lambda text: text.replace(" — ", " -- ").replace("-\n\n", "–\n\n"),
    "ligatures": lambda text: text.replace("ﬁ", "fi").replace("ﬃ", "ffi"),
    "white space": lambda text: " ".join(text.split()),
    "narrow blanks": lambda text: text.replace(" ", "\u00a0"),
    "sic": lambda text: text.replace(" model ", " model [sic] "),
    "hyphenation": lambda text: text.replace("democracy", "demo-\n  cracy"),
    "soft hyphens": lambda text: text.replace("hospital", "hos\u00adpi\u00adtal"),
    "brackets": lambda text: (
        # A ligature of two letters has no other case of its own.
        f"[{text[0].swapcase()}]{text[1:]}"
        if text[:2].isalpha() and len(text[0].swapcase()) == 1
        else text
    ),
    "quoted": lambda text: f"“{text}”",
}
"""Habits of editors that leave the words as they are."""

CHANGED = {
    "negation": ("not", "never", "no", "without", "cannot"),
    "number": ("11", "2025", "3.6", "1,001", "ninety"),
    "name": ("Jeff", "Sundar", "Google", "Alan"),
}

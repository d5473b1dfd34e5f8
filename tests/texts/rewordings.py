"""What annotators do to the words that they take from a text, beyond what editors do to quotes.

Who splits a text into claims drops connectives and asides, says what a pronoun means, puts a verb
in another tense, and joins pieces of a sentence.
"""

import random
import re
from collections.abc import Callable, Iterator
from typing import Final

__all__ = ["REWORDINGS", "reworded", "sentences_of"]

_SENTENCE: Final = re.compile(r"[^.!?\n]{20,400}[.!?]")
_CONNECTIVE: Final = re.compile(
    r"^(?:But|And|So|Yet|Or|Thus|Hence|However|Therefore|Still|Moreover|Also|Then|Because|When|If)"
    r"\b,? ",
)
_PRONOUN: Final = re.compile(r"\b(?:it|he|she|they|this|that|which|these|them|one|we|you|I)\b")
_MEANT: Final = ("the old bridge", "the council", "such a model", "Anna Bell", "the engineers")
_TENSES: Final = {
    "is": "was", "are": "were", "has": "had", "have": "had", "can": "could", "will": "would",
    "was": "is", "were": "are", "does": "did", "do": "did", "need": "needed", "makes": "made",
    "takes": "took", "adds": "added", "gives": "gave", "costs": "cost", "finds": "found",
}  # fmt: skip
_TENSE: Final = re.compile(rf"\b(?:{'|'.join(_TENSES)})\b")
_ASIDE: Final = re.compile(r", [^,.;:]{3,60},|\s*\([^()]{3,60}\)| — [^—]{3,60} —")
_ADVERB: Final = re.compile(
    r"\b(?:only|also|even|just|often|soon|really|already|still|most|more|very|\w+ly)\b "
)


def _without_connective(sentence: str, _: random.Random) -> str:
    return _CONNECTIVE.sub("", sentence)


def _with_small_letter(sentence: str, _: random.Random) -> str:
    return sentence[:1].lower() + sentence[1:].rstrip(".!?")


def _resolved(sentence: str, chance: random.Random) -> str:
    return _PRONOUN.sub(chance.choice(_MEANT), sentence, count=1)


def _in_brackets(sentence: str, chance: random.Random) -> str:
    return _PRONOUN.sub(f"[{chance.choice(_MEANT)}]", sentence, count=1)


def _in_another_tense(sentence: str, _: random.Random) -> str:
    return _TENSE.sub(lambda found: _TENSES[found.group()], sentence, count=1)


def _without_aside(sentence: str, _: random.Random) -> str:
    return _ASIDE.sub("", sentence, count=1)


def _without_adverb(sentence: str, _: random.Random) -> str:
    return _ADVERB.sub("", sentence, count=1)


def _joined(sentence: str, chance: random.Random) -> str:
    """Leaves out some words in the middle of a sentence, and does not say so."""
    words = sentence.split(" ")
    at = chance.randrange(2, max(3, len(words) - 4))
    return " ".join(words[:at] + words[at + chance.randint(1, 2) :])


REWORDINGS: Final[dict[str, Callable[[str, random.Random], str]]] = {
    "connective": _without_connective,
    "small letter": _with_small_letter,
    "pronoun": _resolved,
    "brackets": _in_brackets,
    "tense": _in_another_tense,
    "aside": _without_aside,
    "adverb": _without_adverb,
    "joined": _joined,
}


def sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Yields where each sentence of a text begins and ends, blanks before it left out."""
    for found in _SENTENCE.finditer(text):
        yield found.end() - len(found.group().lstrip()), found.end()


def reworded(sentence: str, chance: random.Random, most: int = 3) -> tuple[str, set[str]]:
    """Returns a sentence as an annotator may have it, and what was done to it."""
    done: set[str] = set()
    for name in chance.sample([*REWORDINGS], chance.randint(1, most)):
        changed = REWORDINGS[name](sentence, chance).strip()
        if changed != sentence:
            sentence, done = changed, done | {name}
    return sentence, done

"""Changes of a quote that may turn its meaning round: of a negation, a number or a name."""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Final

from debatemap.texts.found import Risk

__all__ = ["is_negation", "risk_of"]

_DENYING: Final = """
    no not never none nobody nothing neither nor nowhere without cannot hardly scarcely barely
    seldom rarely aint dont doesnt didnt isnt arent wasnt werent wont wouldnt cant couldnt
    shouldnt hasnt havent hadnt unless except
    nicht nichts nie niemals niemand nirgends kein keine keinen keinem keiner keines ohne weder
    ne pas jamais rien aucun aucune sans non nunca nada nadie sin ni mai niente senza não nem sem
    niet geen nooit niemand niets zonder
"""
"""In English, German, French, Spanish, Italian, Portuguese and Dutch."""
_PREFIXES: Final = ("un", "in", "im", "il", "ir", "dis", "non", "anti", "mis", "a")
_SHORTEST: Final = 4
"""Letters of a word that a prefix can negate."""
_COUNTING: Final = """
    zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety
    hundred thousand million billion trillion half third quarter double twice once dozen percent
    first second tenth hundredth % ‰ $ € £ ¥ + = < > ± × ÷
    null eins zwei drei vier fünf sechs sieben acht neun zehn hundert tausend prozent
    deux trois quatre cinq sept huit neuf dix cent mille
"""
_NEGATIONS: Final = frozenset(_DENYING.split())
_NUMBERS: Final = frozenset(_COUNTING.split())


def is_negation(word: str) -> bool:
    """Tells whether a folded word denies.

    Examples:
        >>> is_negation("isn't"), is_negation("nicht"), is_negation("note")
        (True, True, False)
    """
    return word in _NEGATIONS or word.endswith("n't")


def _is_number(word: str) -> bool:
    return word in _NUMBERS or any(each.isnumeric() for each in word)


def risk_of(quoted: Sequence[str], written: Sequence[str], names: Iterable[str]) -> Risk:
    """Returns what it changes to quote some words as others.

    Args:
        quoted: The words of the quote, folded.
        written: The words of the text, folded.
        names: Those of both that are names.

    Examples:
        >>> risk_of(["is"], ["is", "not"], ()), risk_of(["legal"], ["illegal"], ())
        ('negation', 'negation')
        >>> risk_of(["7"], ["9"], ()), risk_of(["don't"], ["do", "not"], ())
        ('number', '')
    """
    if sum(map(is_negation, quoted)) != sum(map(is_negation, written)):
        return "negation"
    if any(_is_opposite(one, other) for one in quoted for other in written):
        return "negation"
    if Counter(filter(_is_number, quoted)) != Counter(filter(_is_number, written)):
        return "number"
    changed = Counter(quoted)
    changed.subtract(written)
    return "name" if any(changed[name] for name in names) else ""


def _is_opposite(one: str, other: str) -> bool:
    short, long = sorted((one, other), key=len)
    return (
        len(short) >= _SHORTEST
        and long.endswith(short)
        and long.removesuffix(short).rstrip("-") in _PREFIXES
    ) or (long.endswith("less") and long.removesuffix("less") == short.removesuffix("ful"))

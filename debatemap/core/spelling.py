"""British spellings as American ones, by rules, so that both are one word to a search.

The rules follow the usual lists of the differences (Oxford's “Spelling: British and American”,
VarCon of the SCOWL word lists): -ise and -ize, -yse and -yze, -our and -or, -re and -er, -ence and
-ense, -ogue and -og, ae and oe for e. A word that ends like one of them and is none, as “promise”,
becomes another string in both texts alike, which does no harm.
"""

import re
from typing import Final

__all__ = ["american", "shared_beginning"]

_ENDINGS: Final = tuple(
    (re.compile(pattern), to)
    for pattern, to in (
        (r"(?<=[a-z]{3})is(e|es|ed|ing|er|ers|ation|ations|able)$", r"iz\1"),
        (r"(?<=[a-z]{3})ys(e|es|ed|ing|er|ers)$", r"yz\1"),
        (
            r"(?<=[a-z]{3})our(|s|ed|ing|al|able|ably|ful|less|ite|ites|er|ers|ism|hood|hoods|ly)$",
            r"or\1",
        ),
        (r"(?<=[a-z]{3})ogue(|s)$", r"og\1"),
        (
            r"^(cent|met|lit|theat|fib|calib|spect|somb|lust|meag|millimet|kilomet)re(|s)$",
            r"\1er\2",
        ),
        (r"^(cent|calib)red$", r"\1ered"),
        (r"^(def|off|lic|pret)ence(|s|d|less)$", r"\1ense\2"),
        (r"^program(me|mes)$", "program"),
        (r"^(judg|acknowledg)ement(|s)$", r"\1ment\2"),
        (r"^(fulfil|enrol|instil|distil)(|s|ment|ments)$", r"\1l\2"),
        (r"^(skil|wil)ful(|ly)$", r"\1lful\2"),
    )
)
_BEGINNINGS: Final = (
    ("aesthet", "esthet"),
    ("ageing", "aging"),
    ("anaem", "anem"),
    ("anaesth", "anesth"),
    ("archaeo", "archeo"),
    ("encyclopaed", "encycloped"),
    ("foet", "fet"),
    ("grey", "gray"),
    ("gynaec", "gynec"),
    ("haem", "hem"),
    ("leukaem", "leukem"),
    ("mould", "mold"),
    ("oestr", "estr"),
    ("orthopaed", "orthoped"),
    ("paed", "ped"),
    ("plough", "plow"),
    ("sceptic", "skeptic"),
)
_UNSURE: Final = re.compile("(?:(?<=dg)ment|er?|(?<=en)s|[iyrz])$")
"""What may stand there otherwise, at the end of a stem: a letter that an ending changes, or one
that is spelled in two ways."""


def american(word: str) -> str:
    """Returns a word in small letters in its American spelling.

    Examples:
        >>> american("decentralised"), american("labour"), american("hour"), american("paediatric")
        ('decentralized', 'labor', 'hour', 'pediatric')
    """
    for british, other in _BEGINNINGS:
        if word.startswith(british):
            word = other + word[len(british) :]
            break
    for pattern, to in _ENDINGS:
        changed = pattern.sub(to, word)
        if changed != word:
            return changed
    return word


def shared_beginning(stem: str) -> tuple[str, ...]:
    """Returns what every word of a stem begins with, in either spelling.

    Examples:
        >>> shared_beginning("color"), shared_beginning("pediatr")
        (('colo',), ('pediat', 'paediat'))
    """
    beginning = _UNSURE.sub("", stem)
    others = (british + beginning[len(us) :] for british, us in _BEGINNINGS if stem.startswith(us))
    return (beginning, *others)

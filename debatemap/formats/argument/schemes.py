"""The argumentation schemes of Walton, Reed and Macagno that arguebuf knows, by name."""

import re
from typing import Final

__all__ = ["DEFAULT", "scheme_name", "scheme_of"]

DEFAULT: Final = "DEFAULT"
"""The scheme of a step that names none."""
_NAMES: Final = (
    "POSITION_TO_KNOW", "EXPERT_OPINION", "WITNESS_TESTIMONY", "POPULAR_OPINION",
    "POPULAR_PRACTICE", "EXAMPLE", "ANALOGY", "PRACTICAL_REASONING_FROM_ANALOGY", "COMPOSITION",
    "DIVISION", "OPPOSITIONS", "RHETORICAL_OPPOSITIONS", "ALTERNATIVES", "VERBAL_CLASSIFICATION",
    "VERBAL_CLASSIFICATION_DEFINITION", "VERBAL_CLASSIFICATION_VAGUENESS",
    "VERBAL_CLASSIFICATION_ARBITRARINESS", "INTERACTION_OF_ACT_AND_PERSON", "VALUES", "SACRIFICE",
    "THE_GROUP_AND_ITS_MEMBERS", "PRACTICAL_REASONING", "TWO_PERSON_PRACTICAL_REASONING", "WASTE",
    "SUNK_COSTS", "IGNORANCE", "EPISTEMIC_IGNORANCE", "CAUSE_TO_EFFECT", "CORRELATION_TO_CAUSE",
    "SIGN", "ABDUCTIVE", "EVIDENCE_TO_HYPOTHESIS", "CONSEQUENCES", "PRAGMATIC_ALTERNATIVES",
    "THREAT", "FEAR_APPEAL", "DANGER_APPEAL", "NEED_FOR_HELP", "DISTRESS", "COMMITMENT", "ETHOTIC",
    "GENERIC_AD_HOMINEM", "PRAGMATIC_INCONSISTENCY", "INCONSISTENT_COMMITMENT",
    "CIRCUMSTANTIAL_AD_HOMINEM", "BIAS", "BIAS_AD_HOMINEM", "GRADUALISM", "SLIPPERY_SLOPE",
    "PRECEDENT_SLIPPERY_SLOPE", "SORITES_SLIPPERY_SLOPE", "VERBAL_SLIPPERY_SLOPE",
    "FULL_SLIPPERY_SLOPE", "CONSTITUTIVE_RULE_CLAIMS", "RULES", "EXCEPTIONAL_CASE", "PRECEDENT",
    "PLEA_FOR_EXCUSE", "PERCEPTION", "MEMORY", "POSITIVE_VALUES", "NEGATIVE_VALUES",
    "POSITIVE_CONSEQUENCES", "NEGATIVE_CONSEQUENCES",
)  # fmt: skip
"""In the order of their numbers, from 1."""
_WORDS: Final = re.compile(r"[^A-Z]+")
_BEFORE: Final = re.compile(r"^(THE_)?(ARGUMENT|ARGUMENTS|APPEAL|SCHEME)?_?(FROM|BY|TO)_")
_SMALL: Final = ("to", "from", "and", "its", "for", "of", "ad")


def scheme_of(name: str) -> str:
    """Returns the name that arguebuf has for a scheme, DEFAULT where it has none.

    Examples:
        >>> scheme_of("Argument from Expert Opinion"), scheme_of("Cause To Effect"), scheme_of("?")
        ('EXPERT_OPINION', 'CAUSE_TO_EFFECT', 'DEFAULT')
    """
    words = _WORDS.sub("_", name.upper()).strip("_")
    return next((each for each in (words, _BEFORE.sub("", words)) if each in _NAMES), DEFAULT)


def scheme_name(value: object) -> str:
    """Returns a scheme of arguebuf in words; empty for the default and for what it does not know.

    Args:
        value: Its name or its number.

    Examples:
        >>> scheme_name("SUPPORT_CAUSE_TO_EFFECT"), scheme_name(2), scheme_name("SUPPORT_DEFAULT")
        ('Cause to Effect', 'Expert Opinion', '')
    """
    if isinstance(value, int) and 0 < value <= len(_NAMES):
        name = _NAMES[value - 1]
    else:
        name = str(value).removeprefix("SUPPORT_")
    if name not in _NAMES:
        return ""
    words = (word if word in _SMALL else word.capitalize() for word in name.lower().split("_"))
    return " ".join(words)

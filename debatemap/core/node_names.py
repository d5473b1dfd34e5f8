"""Claims and links as sentences name them."""

from typing import Final

from debatemap.core.debate import Debate
from debatemap.core.model import Link
from debatemap.core.text import SafeText, excerpt

__all__ = ["name_of", "premises_of", "quoted"]

_CELLS: Final = 32


def name_of(debate: Debate, node: str) -> str:
    """Returns a claim's beginning in quotation marks, or "the step from …" for a link.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains.")})
        >>> name_of(debate, "a")
        '“It rains.”'
    """
    if node in debate.claims:
        return quoted(debate.claims[node].text, _CELLS)
    if node in debate.links:
        premise = debate.links[node].premises[0]
        return f"the step from {name_of(debate, premise)}"
    return f"“{excerpt(node)}”, which does not exist"


def quoted(text: str, cells: int = 40) -> SafeText:
    """Returns the beginning of a claim's words in quotation marks.

    Args:
        text: The words.
        cells: How many cells wide they are at most, without the marks.

    Examples:
        >>> quoted("It rains."), quoted(" ")
        ('“It rains.”', 'a claim without words')
    """
    words = excerpt(text, cells)
    return SafeText(f"“{words}”" if words else "a claim without words")


def premises_of(debate: Debate, link: Link) -> str:
    """Returns the claim that a link leads from, or all of them where it has joint premises.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("Wells fill."), "b": Claim("We need wells.")})
        >>> premises_of(debate, Link(("a", "b"), "supports", "t"))
        '“Wells fill.” with “We need wells.”'
    """
    first, *others = (name_of(debate, premise) for premise in link.premises)
    if not others:
        return first
    return f"{first} with {others[0] if len(others) == 1 else f'{len(others)} joint premises'}"

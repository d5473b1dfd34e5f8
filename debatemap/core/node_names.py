"""Claims and links as sentences name them."""

from debatemap.core.debate import Debate
from debatemap.core.text import excerpt

__all__ = ["name_of"]


def name_of(debate: Debate, node: str) -> str:
    """Returns a claim's beginning in quotation marks, or "the step from …" for a link.

    Examples:
        >>> from debatemap.core.model import Claim, Header
        >>> debate = Debate(Header("m"), {"a": Claim("It rains.")})
        >>> name_of(debate, "a")
        '“It rains.”'
    """
    if node in debate.claims:
        return f"“{excerpt(debate.claims[node].text, 32)}”"
    if node in debate.links:
        premise = debate.links[node].premises[0]
        return f"the step from {name_of(debate, premise)}"
    return f"“{excerpt(node)}”, which does not exist"

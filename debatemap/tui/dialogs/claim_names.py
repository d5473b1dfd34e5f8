"""Words for what a dialog is about, which may be gone from the map while the dialog is open."""

from typing import Final

from debatemap.core.debate import Debate

__all__ = ["GONE", "exists", "words_of"]

GONE: Final = "The claim is gone from the map."


def exists(debate: Debate, node: str) -> bool:
    """Tells whether a claim or a link is in a map."""
    return node in debate.claims or node in debate.links


def words_of(debate: Debate, claim: str) -> str:
    """Returns the words of a claim, or that it is gone."""
    found = debate.claims.get(claim)
    return found.text if found is not None else "a claim that is gone"

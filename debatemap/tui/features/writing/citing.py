"""Cite a source for a claim, and mend what it cites, by the one form for both."""

from typing import TYPE_CHECKING

from debatemap import edit
from debatemap.tui.features.writing.source_form import ask_for_source, ask_to_mend, cited

if TYPE_CHECKING:
    from collections.abc import Mapping

    from debatemap.core.model import Citation
    from debatemap.tui.context import MapContext

__all__ = ["cite", "mend"]


async def cite(
    context: "MapContext",
    claim: str,
    typed: str = "",
    resumed: "Mapping[str, str] | None" = None,
) -> bool:
    """Asks for a source of a claim, and has the claim cite it.

    Args:
        context: The open map.
        claim: The claim.
        typed: What was typed to look for a source.
        resumed: What the form was filled with already, at another time.

    Returns:
        Whether the form was accepted.
    """
    said = await ask_for_source(context, claim, typed, resumed=resumed)
    if said is not None:
        context.attempt(lambda: context.do(cited(context, claim, said)))
    return said is not None


async def mend(
    context: "MapContext", claim: str, index: int, resumed: "Mapping[str, str] | None" = None
) -> bool:
    """Asks what to change of a citation and of its source, and changes it.

    Args:
        context: The open map.
        claim: The claim.
        index: The place of the citation among those of the claim.
        resumed: What the form was filled with already, at another time.

    Returns:
        Whether the form was accepted.

    Raises:
        EditRefusedError: The citation is gone, or another one meanwhile.
    """
    was = _citation(context, claim, index)
    said = await ask_to_mend(context, claim, index, resumed=resumed)
    if said is None:
        return False
    if _citation(context, claim, index).ref != was.ref:
        raise edit.EditRefusedError("that source was changed meanwhile")
    change = edit.recite(context.session.debate, claim, index, said.made_source, **said.said)
    context.attempt(lambda: context.do(change))
    return True


def _citation(context: "MapContext", claim: str, index: int) -> "Citation":
    found = context.session.debate.claims.get(claim)
    if found is None or index >= len(found.sources):
        raise edit.EditRefusedError("that source is gone from the map")
    return found.sources[index]

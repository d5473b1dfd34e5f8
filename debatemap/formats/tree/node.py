"""A place in a tree of claims, as readers find it and as writers get it."""

from typing import NamedTuple

from debatemap.core.model import NO_EXTRA, Claim, Extra, Stance

__all__ = ["TreeNode"]


class TreeNode(NamedTuple):
    """A claim at one place; a parent stands in front of its children.

    Attributes:
        claim: The claim.
        parent: The index of the node that it stands under; None at the top.
        stance: For or against what it stands under; None where the file does not say.
        key: The claim's id in the file; empty where that has none.
        link: The id of its step in the file; empty where that has none.
        link_extra: Fields of the step that a map has no place for.
        of_step: Whether it speaks to the step of its parent, and not to the claim there.
        is_joined: Whether it is a further premise of the step of the sibling in front of it.
        same_as: The id of the claim in the file that stands here once more; its text is not here.
        is_loose: Whether it stands at the top and is no thesis.
        name: What references in the file call it, where that is not its id.
        place: Where it stands in the file, for a report.
        is_by_sign: Whether its stance comes from a bullet alone, which a heading outweighs.
        is_labelled: Whether a label in the file says that its words are a claim's.
    """

    claim: Claim
    parent: int | None = None
    stance: Stance | None = None
    key: str = ""
    link: str = ""
    link_extra: Extra = NO_EXTRA
    of_step: bool = False
    is_joined: bool = False
    same_as: str = ""
    is_loose: bool = False
    name: str = ""
    place: str = ""
    is_by_sign: bool = False
    is_labelled: bool = False

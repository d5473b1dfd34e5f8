"""What stands in a node of a mind map and has no place in a claim."""

from collections.abc import Iterator
from typing import Final

from debatemap.formats.freeplane.rich_text import elements_in
from debatemap.formats.xml_input import XmlElement

__all__ = ["unread_parts"]

_READ: Final = "nodenote.properties"
_LOOKS: Final = (
    "alwaysunfoldednode", "automaticedgecolor", "automaticlayout", "blinkingnode", "clonepaste",
    "creationmodification", "firstgroupnode", "freenode", "hierarchicalicons", "mapstyle",
    "nodeconditionalstyles", "revisionplugin", "summarynode",
)  # fmt: skip
"""What the names of hooks hold that say how a node looks, or when it was made."""
_KINDS: Final = (
    ("externalobject", "pictures"), ("latex", "formulas"), ("timemanagement", "reminders"),
)  # fmt: skip


def unread_parts(element: XmlElement) -> Iterator[tuple[str, str]]:
    """Yields what a node has beside its words, as its kind and its place."""
    own = {name.lower(): value for name, value in element.attributes.items()}
    if own.get("encrypted_content"):
        yield "encrypted branches", element.place
    for hook in element.named("hook"):
        given = {name.lower(): value for name, value in hook.attributes.items()}
        name = given.get("name", "").lower()
        if "equation" in given:
            yield "formulas", hook.place
        elif not name.endswith(_READ) and not any(look in name for look in _LOOKS):
            kinds = (kind for part, kind in _KINDS if part in name)
            yield next(kinds, "hooks of other programs"), hook.place
    for rich in element.named("richcontent"):
        for each in elements_in(rich):
            if each.tag == "img":
                yield "pictures", each.place

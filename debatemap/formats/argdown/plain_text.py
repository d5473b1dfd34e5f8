"""The text of a statement, an argument or a heading: from its tokens to plain text."""

from typing import Final, NamedTuple

from debatemap.formats.argdown import tokens as t
from debatemap.formats.argdown.argdown_model import Link, Member
from debatemap.formats.argdown.patterns import LINK_PARTS
from debatemap.formats.argdown.tokens import CONTENT, Token

__all__ = ["Content", "read_content", "tag_of"]

_WORDS: Final = {
    "*": "italic text is not closed by *", "_": "italic text is not closed by _",
    "**": "bold text is not closed by **", "__": "bold text is not closed by __",
}  # fmt: skip


class Content(NamedTuple):
    """How far a text goes, and what is wrong with it; no problem has an empty text."""

    after: int
    start: int = 0
    text: str = ""


def read_content(tokens: list[Token], here: int, member: Member, *, keeps_tags: bool) -> Content:
    """Reads the text that begins at a token into a member.

    A line break becomes a blank, unless the text ends with it.
    """
    opened: list[int] = []
    member.text, before = member.text or "", member.text
    pending = False
    while tokens[here][0] in CONTENT or (opened and tokens[here][0] == t.CLOSE):
        kind, value, start = tokens[here]
        if kind == t.CLOSE:
            opened.pop()
            member.text += value
            pending = False
        else:
            if pending and not member.text.endswith(" "):
                member.text += " "
            pending = kind == t.NEWLINE
            if kind == t.OPEN:
                opened.append(here)
            elif not _add(kind, value, member, keeps_tags=keeps_tags):
                return Content(here, start, "a link stands on one line")
        here += 1
    member.text = member.text or before
    if opened:
        first = tokens[opened[-1]]
        problem = f"{_WORDS[first[1]]}; a backslash in front of it makes it plain"
        return Content(here, first[2], problem)
    return Content(here)


def _add(kind: int, value: str, member: Member, *, keeps_tags: bool) -> bool:
    """Adds a token to the text of a member, and tells whether it is sound."""
    if kind in (t.TEXT, t.MENTION):
        member.text = (member.text or "") + value
    elif kind == t.TAG:
        tag_of(value, member, keeps_text=keeps_tags)
    elif kind == t.LINK:
        parts = LINK_PARTS.search(value)
        if parts is None:
            return False
        member.links = [*(member.links or ()), Link(parts[1], parts[2])]
        member.text = (member.text or "") + parts[1] + (" " if value.endswith(" ") else "")
    return True


def tag_of(image: str, member: Member, *, keeps_text: bool) -> None:
    """Adds a tag to a member, and its words to the text."""
    if keeps_text:
        before = member.text or ""
        member.text = before + image
        member.spans = [*(member.spans or ()), (len(before), len(member.text))]
    tag = image[2 : image.rindex(")")] if image[1] == "(" else image[1:].rstrip(" \t")
    if member.tags is None:
        member.tags = [tag]
    elif tag not in member.tags:
        member.tags.append(tag)

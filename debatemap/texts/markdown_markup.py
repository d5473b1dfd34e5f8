"""What of a Markdown text is markup: a reader who quotes it leaves that out."""

import re
from typing import Final

__all__ = ["markup_of"]

_MARKUP: Final = re.compile(
    r"""
    ^[ ]{0,3}\#{1,6}[ \t]+                        # a heading
    | ^[ ]{0,3}(?:>[ ]?)+                         # a quotation
    | ^[ \t]{0,40}[*+-][ \t]+                     # an item of a list
    | ^[ ]{0,3}(?:`{3,}[^`\n]*|~~~[^\n]*)$      # the fence of code
    | ^[ ]{0,3}\[[^\]\n]{1,200}\]:[ ][^\n]*$      # the address of a link
    | \]\([^()\n]{0,500}(?:\([^()\n]{0,200}\))?\)  # that of a link within the text
    | \]\[[^\]\n]{0,200}\]
    | !?\[(?=[^\]\n]{1,200}\][(\[])
    | <(?=https?://|mailto:) | (?<=[^\s<])>(?=\W|$)(?<=[a-z0-9/]>)
    | \*{1,3} | (?<!\w)_{1,3}(?=\S) | (?<=\S)_{1,3}(?!\w) | ~~ | `{1,3}
    | \\(?=[!-/:-@\[-`{-~])                       # a mark that is meant as it stands
    """,
    re.VERBOSE | re.MULTILINE,
)


def markup_of(text: str) -> list[tuple[int, int]]:
    """Returns the parts of a Markdown text that are no words of it, in order.

    Examples:
        >>> [text[start:end] for text in ["A **bold** [way](http://x)"]
        ...     for start, end in markup_of(text)]
        ['**', '**', '[', '](http://x)']
    """
    return [match.span() for match in _MARKUP.finditer(text)]

"""The tokens of Argdown, and what a person calls them."""

from typing import Final

__all__ = ["CONTENT", "NAMES", "LexerError", "Token"]

EOF: Final = 0
NEWLINE: Final = 1
EMPTYLINE: Final = 2
INDENT: Final = 3
DEDENT: Final = 4
TEXT: Final = 5
TAG: Final = 6
LINK: Final = 7
MENTION: Final = 8
OPEN: Final = 9
CLOSE: Final = 10
STATEMENT_DEFINITION: Final = 11
STATEMENT_REFERENCE: Final = 12
ARGUMENT_DEFINITION: Final = 13
ARGUMENT_REFERENCE: Final = 14
DATA: Final = 15
FRONT_MATTER: Final = 16
HEADING: Final = 17
NUMBER: Final = 18
ORDERED: Final = 19
UNORDERED: Final = 20
INFERENCE_START: Final = 21
INFERENCE_END: Final = 22
DELIMITER: Final = 23
RELATION: Final = 24

CONTENT: Final = frozenset({NEWLINE, TEXT, TAG, LINK, MENTION, OPEN})
"""What the text of a statement, an argument or a heading is made of."""

NAMES: Final = {
    EOF: "the end of the file", NEWLINE: "a line break", EMPTYLINE: "an empty line",
    INDENT: "a deeper line", DEDENT: "a line further out", TEXT: "text", TAG: "a tag",
    LINK: "a link", MENTION: "a mention", OPEN: "bold or italic text",
    CLOSE: "the end of bold or italic text",
    STATEMENT_DEFINITION: "the definition of a statement",
    STATEMENT_REFERENCE: "a reference to a statement",
    ARGUMENT_DEFINITION: "the definition of an argument",
    ARGUMENT_REFERENCE: "a reference to an argument", DATA: "data in braces",
    FRONT_MATTER: "front matter", HEADING: "a heading", NUMBER: "a number in parentheses",
    ORDERED: "an item of a list", UNORDERED: "an item of a list",
    INFERENCE_START: "the line of an inference", INFERENCE_END: "the end of an inference",
    DELIMITER: "a comma", RELATION: "a relation",
}  # fmt: skip
"""What each kind is called in an error."""


Token = tuple[int, str, int]
"""A part of an Argdown text: one of the kinds of this module; its text without escapes, its title,
its sign, or as it stands in the file; and where it begins in the file's text."""


class LexerError(Exception):
    """A character that begins nothing.

    Attributes:
        start: Where it stands.
        problem: What is wrong.
    """

    def __init__(self, start: int, problem: str) -> None:
        self.start, self.problem = start, problem
        super().__init__(problem)

"""What features tell the screen of the open map; the screen follows once and paints once."""

from textual.message import Message

__all__ = [
    "JudgementReady",
    "PanesChanged",
    "SignsChanged",
    "StateChanged",
    "StrengthsChanged",
    "WritingEnded",
]


class StateChanged(Message):
    """The line of the title or the hints have something else to say than before."""


class SignsChanged(Message):
    """Other claims have signs than before: what differs, what is unseen.

    Attributes:
        with_details: Whether the details have other news of the selected claim, too.
    """

    def __init__(self, *, with_details: bool = True) -> None:
        super().__init__()
        self.with_details = with_details


class StrengthsChanged(Message):
    """Other strengths are to be shown than before."""


class JudgementReady(Message):
    """The judgement is ready, or is looked at in another way: the details tell of it, too.

    Attributes:
        at_rest: Whether the details wait until keys rest, as after an edit.
    """

    def __init__(self, *, at_rest: bool = False) -> None:
        super().__init__()
        self.at_rest = at_rest


class WritingEnded(Message):
    """What was written is in the map, or was dropped: it need not be kept any longer."""


class PanesChanged(Message):
    """Other things are to be shown beside the outline."""

"""Who rates alike, what unites and divides them, and the verdict without each person."""

from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar, Final, NamedTuple

from textual.binding import BindingType
from textual.content import Content

from debatemap.core.text import excerpt, width
from debatemap.judge.judgement import Judgement
from debatemap.judge.people.group_words import group_name, means, people_in, summary
from debatemap.judge.people.one_person import Without, without_each
from debatemap.judge.people.opinion_groups import OpinionGroups, Share, opinion_groups
from debatemap.judge.verdict_move import move_words
from debatemap.tui.dialogs.claim_names import words_of
from debatemap.tui.features.judging.claim_list import Lead, LeadingScreen
from debatemap.tui.system.key_bindings import bound
from debatemap.tui.widgets.choice_list import heading
from debatemap.tui.widgets.strength_bar import COLOURS

if TYPE_CHECKING:
    from debatemap.core.debate import Debate
    from debatemap.tui.context import MapContext

__all__ = ["GroupsScreen"]

_SHOWN: Final = 8
_PEOPLE: Final = 6
_NAME: Final = 20


class _Found(NamedTuple):
    """What ratings say of people."""

    groups: OpinionGroups
    without: tuple[Without, ...]


class GroupsScreen(LeadingScreen):
    """The opinion groups of a map, and what unites and divides them.

    Args:
        context: The open map.
        thesis: The claim whose verdict is told without each person.
    """

    BINDINGS: ClassVar[list[BindingType]] = bound({"groups_go": "go"})

    def __init__(self, context: "MapContext", thesis: str) -> None:
        super().__init__(context, thesis)
        self._found: _Found | None = None

    def look(self) -> None:
        """Looks for groups in a thread."""
        self._found = None
        self.lay_out()
        self.consult_beside(partial(_looked, self.subject), self._take)

    def keys(self) -> Sequence[tuple[str, str]]:
        """Returns the keys that can be pressed now: (id in the table of keys, word) each."""
        leads = self.lead is not None and self.lead.node is not None
        return [*([("groups_go", "goes there")] if leads else []), ("lines_leave", "leaves")]

    def _take(self, found: _Found) -> None:
        self._found = found
        self.lay_out()

    def renew(self) -> None:
        """Shows the groups, or that they are being looked for."""
        title = Content.styled("Who rates alike", "$quiet")
        if self._found is None:
            self.show(Content("\n").join([title, Content("looking …")]), ())
        else:
            lines = [title, Content.styled(summary(self._found.groups), "bold")]
            debate = self._map.session.debate
            leads = list(_leads(debate, self._found, self.room, plain=self.app.settings.plain))
            self.show(Content("\n").join(lines), leads, self.index)
        self.show_keys()


def _looked(thesis: str, judgement: Judgement) -> _Found:
    debate = judgement.debate
    without = without_each(debate, thesis, judgement.method, sure=_PEOPLE)
    return _Found(opinion_groups(debate), tuple(without))


def _leads(debate: "Debate", found: _Found, room: int, *, plain: bool) -> Iterator[Lead]:
    groups = found.groups
    for place, group in enumerate(groups.groups):
        names = people_in(group.people)
        words = excerpt(f"{group_name(place)} ({len(group.people):,}): {names}", room)
        yield Lead(Content.styled(words, "bold $accent"), is_read=True)
        for one in group.typical[:2]:
            side = "for" if one.is_for else "against"
            yield _line(debate, one.claim, f"  {side}, unlike others: ", (), room)
    for title, claims in (
        ("What unites them", [(o.claim, o.is_for, o.shares) for o in groups.uniting]),
        ("What divides them", [(o.claim, None, o.shares) for o in groups.dividing]),
    ):
        if claims:
            yield Lead(heading(title, len(claims)), is_read=True)
        for claim, is_for, shares in claims[:_SHOWN]:
            side = {True: "for: ", False: "against: ", None: ""}[is_for]
            yield _line(debate, claim, f"  {side}", shares, room)
    if found.without:
        yield Lead(heading("The verdict without one person", len(found.without)), is_read=True)
    for without in found.without[:_PEOPLE]:
        turns = Content.styled(", which turns it", "bold") if without.turns else Content("")
        name, verdict = f"  without {excerpt(without.person, _NAME)}: ", without.verdict
        goes = f"{move_words(without.before, verdict, plain=plain)}, {verdict.side.word}"
        shown = Content.styled(goes, COLOURS.get(verdict.side, "$warning"))
        yield Lead(Content.assemble(name, shown, turns), is_read=True)
    if groups.left_out:
        few = f"Too few ratings to be in a group: {people_in(groups.left_out)}"
        yield Lead(Content.styled(excerpt(few, room), "$quiet"), is_read=True)


def _line(debate: "Debate", claim: str, lead: str, shares: Sequence[Share], room: int) -> Lead:
    """Returns a claim with how each group rates it at the right."""
    figures = means(shares)
    text = excerpt(words_of(debate, claim), max(8, room - len(lead) - len(figures) - 2))
    blanks = " " * max(0, room - len(lead) - width(text) - len(figures))
    return Lead(Content.assemble((lead, "$quiet"), text, blanks, (figures, "$quiet")), claim)

"""Judge the open map while it is read and edited."""

import asyncio
from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING, Any, Final, NamedTuple, TypeVar

from debatemap.config import Config
from debatemap.core import collector
from debatemap.core.change import Change, combine
from debatemap.core.debate import Debate
from debatemap.judge.judgement import Agreement, Assumption, Assumptions, Judgement
from debatemap.judge.methods import BY_ID, DEFAULT, Method
from debatemap.tui.features.judging.group_means import GroupMeans
from debatemap.tui.features.judging.halt import Halt
from debatemap.tui.features.judging.opinions import rating_spread, reworded_for
from debatemap.tui.features.judging.work_list import Working
from debatemap.tui.messages import JudgementReady, PanesChanged, StrengthsChanged
from debatemap.tui.widgets.strength_bar import Standing
from debatemap.views.outline.row_layout import NUMBER
from debatemap.workspace import background

if TYPE_CHECKING:
    from textual.timer import Timer

    from debatemap.judge.explain.turning import Turning
    from debatemap.tui.context import MapContext

__all__ = ["Assurance", "Judging"]

Result = TypeVar("Result")

_AT_ONCE: Final = 2_000
"""Claims of a map that is judged before the next key; a larger one is judged in a thread."""
_LIGHT: Final = 2_000
"""Claims and links below an edit that are weighed before it is drawn."""
_AT_REST: Final = 300
"""Claims of a map on which the verdict is tried before the next key."""
_TRIED: Final = 10_000
"""Claims up to which it is tried what would turn the verdict."""
_AT_ONCE_TRIED: Final = 400
"""Sets of claims that are tried before the next key; more are tried in a thread."""
_SHOWN_FOR: Final = 3.0
"""Seconds for which it is shown what a strength was before an edit."""
_WAIT: Final = 0.02
"""Seconds between two looks whether the judgement can be asked."""


class Assurance(NamedTuple):
    """How sure the verdict on a thesis is.

    Attributes:
        agreement: Which methods say the same.
        turning: What would turn it, or None where there is too much to try.
    """

    agreement: Agreement
    turning: "Turning | None"


class Judging:
    """The judgement of the open map, and how it is looked at.

    Attributes:
        judgement: The judgement, or None until there is one.
        method: How strengths are evaluated.
        person: Whose ratings count; empty for the mean of all.
        is_spread: Whether it is shown, in place of strengths, how far apart people are.
        is_shown: Whether strengths are shown.
        form: How strengths are shown beside claims: "number", "bar" or "both".
        is_labelled: Whether labels are shown beside them.
        tells_surety: Whether the details tell how sure a verdict is, and what would turn it.
        assumed: What a what-if assumes, of claims and links that there are.
        scenario: The name under which it was kept or opened last, or empty.
        working: What is left to do.
        groups: Who rates alike, while spreads are shown.
    """

    def __init__(self, context: "MapContext") -> None:
        self._map = context
        self.method: Method = DEFAULT
        self.person, self.is_spread = "", False
        self.is_shown, self.is_labelled, self.tells_surety = True, False, False
        self.form: str = NUMBER
        self.judgement: Judgement | None = None
        self.assumed: Assumptions = {}
        self._is_asked = False
        self._halt = Halt()
        self._assuring: str | None = None
        self._round = 0
        self.working, self.groups = Working(context, self), GroupMeans(context, self)
        self.forget()

    def forget(self) -> None:
        """Begins anew, as for another map."""
        self._round += 1
        self.judgement = None
        self.assumed, self.scenario = {}, ""
        self.working.forget()
        self._waiting: list[Change] = []
        self._before: dict[str, float] = {}
        self._assurances: dict[str, Assurance] = {}
        self._timer: Timer | None = None
        self._is_weighing = False

    @property
    def ready(self) -> Judgement | None:
        """The judgement where it is up to date, or None while it is being made."""
        return None if self._is_weighing else self.judgement

    @property
    def thesis(self) -> str | None:
        """The claim at the top of the selected one, whose verdict is shown."""
        row = self._map.row
        return self._map.outline.path(row)[0][1] if row is not None else None

    @property
    def debate(self) -> Debate:
        """The map as it is now."""
        return self._map.session.debate

    def open(self, settings: Config, *, tells_surety: bool = False) -> None:
        """Judges the map as the settings say.

        Args:
            settings: The settings.
            tells_surety: Whether the details tell how sure a verdict is, from the beginning.
        """
        self.tells_surety = tells_surety
        self.is_shown, self.is_labelled = settings.shows_strengths, settings.labels
        self.form = settings.strength_form
        self.method = BY_ID.get(settings.method, DEFAULT)
        self.begin()

    def begin(self) -> None:
        """Judges the map from scratch, as with another method or for another person."""
        self._outdate()
        self._waiting.clear()
        self._round += 1
        self.groups.look()
        if len(self._map.session.debate.claims) <= _AT_ONCE:
            self.judgement = _judged(self.debate, self.method, self.person, dict(self.assumed))
            self._is_weighing = False
            self._map.post_message(JudgementReady())
        else:
            self.judgement, self._is_weighing = None, True
            self._map.post_message(JudgementReady())
            self._map.run_beside(self._begin_beside(), group="judging")

    def follow(self, change: Change) -> None:
        """Takes up an edit."""
        self._outdate()
        if change.stances:
            self.groups.look()
        self.assumed = _existing(self.assumed, self._map.session.debate)
        if self.judgement is None or self._is_busy:
            self._waiting.append(change)
            return
        self.judgement.take_up(change)
        self._weigh()

    def assume(self, assumed: Assumptions) -> None:
        """Assumes these things and nothing else; what that changes stays marked."""
        self._outdate()
        self.assumed = _existing(assumed, self._map.session.debate)
        if self.judgement is not None and not self._is_busy:
            self.judgement.suppose(self.assumed)
            self._weigh()
        self._tell()

    def standing(self, claim: str, link: str | None = None) -> Standing | None:
        """Returns how a claim stands, as a row shows it, and what is assumed of its step."""
        judgement = self.ready
        if judgement is None:
            return None
        if self.is_spread:
            return rating_spread(judgement, claim, self.groups.of(judgement, claim))
        return Standing(
            judgement.strength(claim),
            judgement.range(claim) is None,
            self.before(claim),
            judgement.label(claim) if self.is_labelled else None,
            self.assumed.get(claim, ""),
            step=self.assumed.get(link or "", ""),
            reworded=bool(reworded_for(judgement, claim, self.person)),
        )

    def number(self, claim: str) -> float | None:
        """Returns the strength of the standing alone, where strengths are shown and known."""
        judgement = self.ready
        if judgement is None or not self.is_shown:
            return None
        if self.is_spread:
            spread = rating_spread(judgement, claim)
            return spread.strength if spread is not None else None
        return judgement.strength(claim)

    def before(self, claim: str) -> float | None:
        """Returns what a strength was before the last edit, while that is shown.

        In a what-if it is the strength that the map gives as it is by now, where that settles.
        """
        if not self.assumed or self.judgement is None:
            return self._before.get(claim)
        as_it_is = self.judgement.as_it_is(claim)
        return as_it_is.strength if as_it_is.range is None else None

    def assurance(self, claim: str) -> Assurance | None:
        """Returns how sure the verdict on a claim is, where that was tried."""
        return self._assurances.get(claim)

    def rest(self) -> None:
        """Is told that the cursor rests: then it is found out how sure the verdict is."""
        judgement, thesis = self.ready, self.thesis
        if judgement is None or thesis is None or self._is_busy or not self.is_shown:
            return
        if judgement.is_found_out(thesis) and thesis in self._assurances:
            return
        if self._assuring == thesis:
            return
        if len(self._map.session.debate.claims) <= _AT_REST:
            judgement.find_out([thesis])
            self._map.post_message(PanesChanged())
            assurance = _assured(judgement, thesis, _AT_ONCE_TRIED)
            if assurance.turning is None or assurance.turning.complete:
                self._take_assurance(thesis, assurance)
                return
        self._assuring, self._halt = thesis, Halt()
        self._map.run_beside(self._assure_beside(thesis, self._halt), group="judging")

    async def ask(self, question: Callable[[Judgement], Result]) -> Result | None:
        """Asks something of the judgement in a thread, once it is up to date.

        Strengths stay in sight; what is edited meanwhile is weighed after the answer.

        Args:
            question: What to ask of a fork of the judgement, whose debate is a snapshot.

        Returns:
            The answer, or None where the map was edited meanwhile.
        """
        while (judgement := self.ready) is None or self._is_asked:
            await asyncio.sleep(_WAIT)
        self._is_asked = True
        fork = judgement.fork(self._map.session.snapshot().debate)
        try:
            answer = await _beside(question, fork)
            judgement.adopt(fork)
        finally:
            is_behind = self._is_behind(judgement)
            self._is_asked = False
            if self.ready is not None:
                self._catch_up(self.ready)
            # The cursor may have come to rest while nothing could be tried.
            self._map.call_later(self._rest_again)
        return None if is_behind else answer

    def _rest_again(self) -> None:
        if self._map.is_attached:
            self.rest()

    @property
    def _is_busy(self) -> bool:
        """Whether a thread is at the judgement, so that nothing else may change it."""
        return self._is_weighing or self._is_asked

    async def _begin_beside(self) -> None:
        """Judges a large map in a thread; what is edited meanwhile is weighed after that."""
        session, this = self._map.session, self._round
        await self._map.painted()
        if this != self._round:
            return
        self._waiting.clear()
        inputs = session.snapshot().debate, self.method, self.person, dict(self.assumed)
        try:
            judgement = await _beside(_judged, *inputs, keep=True)
        except BaseException:
            self._is_weighing = self._is_weighing and this != self._round
            raise
        if this == self._round:
            judgement.follow_debate(session.debate)
            self.judgement, self._is_weighing = judgement, False
            self._catch_up(judgement)
            self._map.post_message(JudgementReady())

    def _weigh(self) -> None:
        if self.judgement is None:
            return
        if self.judgement.is_light(_LIGHT):
            self._take_weights(self.judgement.weigh())
        else:
            self._is_weighing = True
            fork = self.judgement.fork(self._map.session.snapshot().debate)
            self._map.run_beside(self._weigh_beside(self.judgement, fork), group="judging")

    async def _weigh_beside(self, judgement: Judgement, fork: Judgement) -> None:
        try:
            before = await _beside(_weighed, fork)
        except BaseException:
            self._is_weighing = self._is_weighing and judgement is not self.judgement
            raise
        if judgement is self.judgement:
            judgement.adopt(fork)
            self._is_weighing = False
            self._take_weights(before)
            self._catch_up(judgement)
            self._tell()

    async def _assure_beside(self, thesis: str, halt: Halt) -> None:
        """Finds out first within what the verdict lies, which every edit breaks off."""
        try:
            await self.ask(lambda now: now.find_out([thesis], halt))
            self._map.post_message(PanesChanged())
            assurance = await self.ask(partial(_assured, thesis=thesis))
        except background.StoppedError:
            return
        finally:
            if halt is self._halt:
                self._assuring = None
        if assurance is not None:
            self._take_assurance(thesis, assurance)

    def _take_assurance(self, thesis: str, assurance: Assurance) -> None:
        self._assurances[thesis] = assurance
        if self._map.row is not None and self._map.row.claim == thesis:
            self._map.post_message(PanesChanged())

    def _outdate(self) -> None:
        """Forgets what was found out about the judgement as it was."""
        self._halt.is_set = True
        self._assuring = None
        self._assurances.clear()
        self.working.outdate()

    def _is_behind(self, judgement: Judgement) -> bool:
        """Tells whether a judgement does not know yet of all that was done."""
        is_another = judgement is not self.judgement
        return is_another or bool(self._waiting) or judgement.assumed != self.assumed

    def _catch_up(self, judgement: Judgement) -> None:
        """Takes up what was done while a thread was at the judgement."""
        if not self._waiting and judgement.assumed == self.assumed:
            return
        if self._waiting:
            judgement.take_up(combine(self._waiting))
            self._waiting.clear()
        judgement.suppose(self.assumed)
        self._weigh()
        self._tell()

    def _take_weights(self, before: Mapping[str, float]) -> None:
        """Shows for a moment what has changed."""
        self._before = dict(before)
        if self._timer is not None:
            self._timer.stop()
        self._timer = self._map.set_timer(_SHOWN_FOR, self._forget_before)
        self._map.post_message(StrengthsChanged())

    def _tell(self) -> None:
        """Says in the title what there is now, and in the details once keys rest."""
        self._map.post_message(JudgementReady(at_rest=True))

    def _forget_before(self) -> None:
        self._before.clear()
        self._map.post_message(StrengthsChanged())


def _existing(assumed: Assumptions, debate: Debate) -> dict[str, Assumption]:
    return {node: how for node, how in assumed.items() if debate.exists(node)}


def _assured(judgement: Judgement, thesis: str, budget: int | None = None) -> Assurance:
    from debatemap.judge.explain.turning import BUDGET, turning  # noqa: PLC0415  (a map opens without it)

    few = len(judgement.debate.claims) <= _TRIED
    found = turning(judgement, thesis, budget=budget or BUDGET) if few else None
    return Assurance(judgement.agreement(thesis), found)


def _judged(debate: Debate, method: Method, person: str, assumed: Assumptions) -> Judgement:
    judgement = Judgement(debate, method, person, assumed)
    judgement.labelling()
    return judgement


def _weighed(judgement: Judgement) -> dict[str, float]:
    """Brings strengths and labels up to date; returns the strengths before."""
    before = judgement.weigh()
    judgement.labelling()
    return before


async def _beside(
    work: Callable[..., Result],
    *inputs: Any,  # noqa: ANN401  (whatever the work takes)
    keep: bool = False,
) -> Result:
    """Does work in a thread. Frameworks are many lists and no garbage to be looked for."""
    with collector.paused(keep=keep):
        return await background.run(work, *inputs)

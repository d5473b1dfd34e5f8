"""Every verb, with the arguments that hypothesis may call it with: one line a verb."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import count, pairwise
from typing import Any, Final
from unittest.mock import patch

from hypothesis import strategies as st

from debatemap import edit
from debatemap.core.change import Change, combine
from debatemap.core.debate import Debate
from debatemap.core.fields import fields_of
from debatemap.core.model import STANCES, Source, Stance
from debatemap.core.scenarios import ABSENT, FALSE, TRUE, scenarios_in
from tests.soundness import fresh
from tests.strategies import MISSING, PEOPLE, SCENARIO_NAMES, source_texts, typed_texts

__all__ = ["VERBS", "attempt", "changes", "steady_ids", "steps_of"]

Values = st.SearchStrategy[Any]
Arguments = Callable[[Debate], st.SearchStrategy[dict[str, Any]]]
Verb = Callable[..., Change]


def _with(**fields: Callable[[Debate], Values]) -> Arguments:
    """Returns arguments that are drawn one by one."""
    return lambda debate: st.fixed_dictionaries({k: of(debate) for k, of in fields.items()})


def _both(first: Arguments, second: Arguments) -> Arguments:
    return lambda debate: st.builds(lambda a, b: a | b, first(debate), second(debate))


def _any_of(strategy: Values) -> Callable[[Debate], Values]:
    return lambda _: strategy


def _mostly(ids: list[str], *odd: str) -> st.SearchStrategy[str]:
    return st.sampled_from([*ids * 4, *odd, MISSING])


def _claim(debate: Debate) -> Values:
    return _mostly(sorted(debate.claims), *sorted(debate.links)[:1])


def _link(debate: Debate) -> Values:
    return _mostly(sorted(debate.links), *sorted(debate.claims)[:1])


def _sibling(debate: Debate) -> Values:
    """Draws a link that stands after another one, where there is any."""
    later = [pair for target in debate.steps for pair in pairwise(debate.links_into(target))]
    apart = [
        low
        for high, low in later
        if debate.links[high].premises[0] not in debate.links[low].premises
    ]
    return _mostly(apart * 4, *sorted(debate.links))


def _node(debate: Debate) -> Values:
    return _mostly(sorted(debate.claims) + sorted(debate.links))


def _claims(debate: Debate) -> Values:
    return st.lists(_claim(debate), min_size=1, max_size=2)


def _source(debate: Debate) -> Values:
    return _mostly(sorted(debate.sources))


def _after(debate: Debate) -> Values:
    return st.one_of(st.none(), _link(debate))


def _thesis(debate: Debate) -> Values:
    return _mostly([*debate.header.theses] * 4, *sorted(debate.claims))


def _assumed(debate: Debate) -> Values:
    worlds = st.sampled_from((TRUE, FALSE, ABSENT))
    return st.dictionaries(_node(debate), worlds, min_size=1, max_size=3)


def _ratings(debate: Debate) -> Values:
    values = st.one_of(st.integers(-1, 101), st.floats(0, 100))
    own = st.dictionaries(_node(debate), values, max_size=3)
    return st.dictionaries(st.one_of(st.sampled_from(PEOPLE), typed_texts), own, max_size=3)


def _scenario(debate: Debate) -> Values:
    return _mostly(sorted(scenarios_in(debate.header)) * 4)


def _place(debate: Debate) -> st.SearchStrategy[dict[str, Any]]:
    """Draws a claim with a link that puts it somewhere, or with None; rarely nonsense."""
    real = [(claim, key) for key, link in debate.links.items() for claim in link.premises]
    loose = [(claim, None) for claim in debate.claims]
    odd = [(MISSING, None), *((claim, MISSING) for claim in debate.claims)][:2]
    crossed = [(claim, key) for claim in debate.claims for key in debate.links][:2]
    places = [*real * 4, *loose, *odd, *crossed]
    return st.sampled_from(places).map(lambda place: {"claim": place[0], "link_id": place[1]})


def _premise(debate: Debate) -> st.SearchStrategy[dict[str, Any]]:
    """Draws a link and one of its premises, a joint one where there is any."""
    pairs = [(key, claim) for key, link in debate.links.items() for claim in link.premises]
    real = {key: set(link.premises) & debate.claims.keys() for key, link in debate.links.items()}
    joint = [(key, claim) for key, claim in pairs if {claim} < real[key]]
    pool = [*joint * 4, *pairs, (MISSING, MISSING)]
    return st.sampled_from(pool).map(lambda pair: {"link_id": pair[0], "claim": pair[1]})


def _lift(debate: Debate) -> st.SearchStrategy[dict[str, Any]]:
    """Draws a link and the link above it."""
    links = debate.links.items()
    pairs = [(low, high) for low, link in links for high in debate.links_from(link.target)]
    on_links = [(low, link.target) for low, link in links if link.target in debate.links]
    odd = [*((key, None) for key in debate.links), (MISSING, MISSING)]
    pool = [*(pairs + on_links) * 4, *odd]
    return st.sampled_from(pool).map(lambda pair: {"link_id": pair[0], "above": pair[1]})


_KINDS: Final = st.sampled_from(("", "study", "rumour"))


def _citation(debate: Debate) -> st.SearchStrategy[dict[str, Any]]:
    """Draws a citation, mostly one of a source that the map has, where there is any."""
    cited = [
        (key, number, citation.ref in debate.sources)
        for key, claim in debate.claims.items()
        for number, citation in enumerate(claim.sources)
    ]
    known = [(key, number) for key, number, is_known in cited if is_known]
    pool = [
        *known * 9,
        *((key, number) for key, number, _ in cited),
        *((key, 9) for key in debate.claims),
        (MISSING, 0),
    ]
    return st.sampled_from(pool).map(lambda pair: {"claim": pair[0], "index": pair[1]})


def _cut(debate: Debate, claim: str, link_id: str | None) -> Change:
    return edit.cut_fragment(debate, claim, link_id)[1]


def _cut_and_paste(
    debate: Debate, claim: str, link_id: str | None, target: str | None, stance: Stance
) -> Change:
    """Returns both steps as one, made on a debate of their own."""
    between = fresh(debate)
    fragment, cut = edit.cut_fragment(between, claim, link_id)
    between.apply(cut)
    return combine([cut, edit.paste_fragment(between, fragment, target, stance)])


def _paste_again(debate: Debate, claim: str, link_id: str | None, target: str) -> Change:
    """Pastes a branch that was cut, though it stands where it was by now."""
    fragment, _ = edit.cut_fragment(debate, claim, link_id)
    return edit.paste_fragment(debate, fragment, target, "supports")


def _carry(
    debate: Debate, claims: list[str], target: str | None, stance: Stance, *, whole: bool
) -> Change:
    """Copies claims out of a debate and pastes them into it, as into another map."""
    return edit.paste_parcel(debate, edit.pack(debate, claims, stance, whole=whole), target)


def _bulk(verb: Callable[..., edit.Bulk]) -> Verb:
    """Returns a verb that gives the change of one which edits many claims."""
    return lambda debate, **given: verb(debate, **given).change


def _alike(debate: Debate) -> Values:
    """Draws links into one target with one stance."""
    kinds: dict[tuple[str, str], list[str]] = {}
    for key, link in sorted(debate.links.items()):
        kinds.setdefault((link.target, link.stance), []).append(key)
    return st.sampled_from([*[*kinds.values()] * 4, [MISSING]])


_text = _any_of(typed_texts)
_field = _any_of(st.sampled_from([field.name for field in fields_of("claims")]))
_stance = _any_of(st.sampled_from(STANCES))
_flag = _any_of(st.booleans())
_steps = _any_of(st.sampled_from((-2, -1, 1, 2)))
_signed = _any_of(st.sampled_from((edit.UNSIGNED, edit.Signature("editor", "2026-01-03"))))
_record = _any_of(
    st.tuples(*[typed_texts] * 3, st.just("2024")).map(lambda fields: Source(*fields))
)
_records = _any_of(
    st.lists(st.tuples(*[typed_texts] * 3).map(lambda fields: Source(*fields)), max_size=3)
)
_name = _any_of(st.one_of(st.sampled_from(SCENARIO_NAMES), typed_texts))
_person = _any_of(st.one_of(st.sampled_from(PEOPLE), typed_texts))
_value = _any_of(st.one_of(st.none(), st.integers(-1, 101), st.floats(0, 100)))
_tags = _any_of(st.lists(typed_texts, max_size=3))
_maybe_stance = _any_of(st.sampled_from((None, *STANCES)))
_maybe_node: Callable[[Debate], Values] = lambda debate: st.one_of(st.none(), _node(debate))  # noqa: E731

VERBS: Final[dict[str, tuple[Verb, Arguments]]] = {
    "add_reply": (edit.add_reply, _with(target=_node, stance=_stance, text=_text, after=_after)),
    "add_sibling": (edit.add_sibling, _with(link_id=_link, text=_text, signed=_signed)),
    "add_source": (edit.add_source, _with(claim=_claim, source=_record, quote=_text, at=_text)),
    "add_sources": (edit.add_sources, _with(sources=_records)),
    "add_thesis": (edit.add_thesis, _with(text=_text, after=_thesis, signed=_signed)),
    "add_unplaced": (edit.add_unplaced, _with(text=_text, signed=_signed)),
    "apply_assumptions": (edit.apply_assumptions, _with(assumed=_assumed, person=_person)),
    "cite": (edit.cite, _with(claim=_claim, ref=_source, quote=_text, at=_text)),
    "connect": (edit.connect, _with(premise=_claim, target=_node, stance=_stance, after=_after)),
    "copy_branch": (edit.copy_branch, _with(claim=_claim, target=_node, stance=_stance)),
    "cut_fragment": (_cut, _place),
    "delete_branch": (edit.delete_branch, _place),
    "delete_claim": (edit.delete_claim, _with(claim=_claim)),
    "demote": (edit.demote, _with(link_id=_sibling)),
    "drop_scenario": (edit.drop_scenario, _with(name=_scenario)),
    "flip": (edit.flip, _with(link_id=_link)),
    "delete_claims": (_bulk(edit.delete_claims), _with(claims=_claims)),
    "delete_claims_everywhere": (_bulk(edit.delete_claims_everywhere), _with(claims=_claims)),
    "flip_claims": (_bulk(edit.flip_claims), _with(claims=_claims)),
    "group_claims": (edit.group_claims, _with(links=_alike, text=_text, signed=_signed)),
    "insert_between": (edit.insert_between, _with(link_id=_link, text=_text, signed=_signed)),
    "join_premises": (edit.join_premises, _with(link_id=_link, claims=_claims)),
    "keep_scenario": (edit.keep_scenario, _with(name=_name, assumed=_assumed)),
    "make_thesis": (edit.make_thesis, _with(claim=_claim)),
    "merge_all": (edit.merge_all, _with(survivor=_claim, others=_claims)),
    "merge_claims": (edit.merge_claims, _with(survivor=_claim, other=_claim)),
    "move": (edit.move, _both(_place, _with(target=_node, stance=_maybe_stance))),
    "move_claims": (_bulk(edit.move_claims), _with(claims=_claims, target=_node)),
    "part_premise": (edit.part_premise, _premise),
    "paste_fragment": (_cut_and_paste, _both(_place, _with(target=_maybe_node, stance=_stance))),
    "paste_fragment again": (_paste_again, _both(_place, _with(target=_node))),
    "paste_parcel": (
        _carry, _with(claims=_claims, target=_maybe_node, stance=_stance, whole=_flag)
    ),
    "promote": (edit.promote, _lift),
    "rate": (edit.rate, _with(node=_node, person=_person, value=_value)),
    "rate_all": (edit.rate_all, _with(ratings=_ratings)),
    "rate_claims": (
        _bulk(edit.rate_claims), _with(claims=_claims, person=_person, value=_value)
    ),
    "rename_scenario": (edit.rename_scenario, _with(name=_scenario, new=_name)),
    "reorder": (edit.reorder, _with(link_id=_sibling, steps=_steps)),
    "reorder_thesis": (edit.reorder_thesis, _with(claim=_thesis, steps=_steps)),
    "reword": (edit.reword, _with(claim=_claim, text=_text)),
    "set_author": (edit.set_author, _with(claim=_claim, by=_text)),
    "set_field": (edit.set_field, _with(claim=_claim, name=_field, value=_text)),
    "set_note": (edit.set_note, _with(claim=_claim, note=_text)),
    "recite": (
        edit.recite,
        _both(_citation, _with(source=_record, quote=_text, kind=_any_of(_KINDS))),
    ),
    "set_source": (edit.set_source, _with(source_id=_source, source=_record)),
    "set_source_text": (
        edit.set_source_text, _with(source_id=_source, text=_any_of(source_texts))
    ),
    "set_tags": (edit.set_tags, _with(claim=_claim, tags=_tags)),
    "set_question": (edit.set_question, _with(question=_text)),
    "set_title": (edit.set_title, _with(title=_text)),
    "sign_claims": (_bulk(edit.sign_claims), _with(claims=_claims, by=_text)),
    "split_off": (
        lambda debate, claim: edit.split_off(debate, claim, "other.json").change,
        _with(claim=_claim),
    ),
    "tag_claims": (_bulk(edit.tag_claims), _with(claims=_claims, tags=_text)),
    "split_claim": (
        edit.split_claim, _with(claim=_claim, first=_text, second=_text, joint=_flag)
    ),
    "uncite": (edit.uncite, _citation),
    "unlink": (edit.unlink, _with(link_id=_link)),
    "unmake_thesis": (edit.unmake_thesis, _with(claim=_thesis)),
}  # fmt: skip


@contextmanager
def steady_ids() -> Iterator[None]:
    """Makes new ids the same in each run, so that hypothesis can repeat what it found."""
    ids = (f"new_{number}" for number in count())
    with patch("debatemap.edit.builder.new_id", lambda: next(ids)):
        yield


def changes(debate: Debate, verb: str) -> st.SearchStrategy[Callable[[], Change]]:
    """Returns calls of a verb on a debate, yet to be made."""
    function, arguments = VERBS[verb]
    return arguments(debate).map(lambda given: lambda: function(debate, **given))


def attempt(call: Callable[[], Change]) -> Change | str:
    """Returns a verb's change, or in words why it refuses."""
    try:
        return call()
    except edit.EditRefusedError as refusal:
        return str(refusal)


def steps_of(debate: Debate, verbs: Iterable[str], data: st.DataObject) -> Iterator[Change]:
    """Yields what verbs do to a debate once it is done, and now and then what takes it back."""
    with steady_ids():
        for verb in verbs:
            change = attempt(data.draw(changes(debate, verb)))
            if isinstance(change, str):
                continue
            for step in data.draw(st.sampled_from([[change], [change, change.inverse()]])):
                debate.apply(step)
                yield step

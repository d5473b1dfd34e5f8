"""`debatemap why`: the reason for a strength, in sentences that can be followed."""

from typing import TYPE_CHECKING, Annotated

import typer

from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_json
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

if TYPE_CHECKING:
    from debatemap.judge.explain.phrases import Sentence
    from debatemap.judge.explain.reasons import Reason
    from debatemap.judge.judgement import Judgement

__all__ = ["why"]


def why(
    map_file: MapInput,
    node: Annotated[
        str,
        typer.Argument(
            metavar="CLAIM",
            help="A claim or a link; a beginning of its id will do.",
            show_default=False,
        ),
    ],
    *,
    method: Method = "",
    person: Person = "",
    as_json: AsJson = False,
) -> None:
    """Tell why a claim is as strong as it is.

    Of a link it tells why its step counts as much as it does. Each sentence ends with the id of
    the claim or link that it is about, where there is one: ask why of that to go on.

    Examples:
      debatemap why debate.json 3f8k2m9xqz
      debatemap why debate.json 3f8k2m9xqz --method df-quad
      debatemap why debate.json b5t0c8y2hm --person Ada --json
    """
    from debatemap.cli.node_ids import node_id  # noqa: PLC0415  (`--help` must stay light)
    from debatemap.core.node_names import name_of  # noqa: PLC0415
    from debatemap.judge.explain import reasons  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415
    from debatemap.judge.verdict_words import argument_words  # noqa: PLC0415

    debate = debate_in(map_file)
    key = node_id(debate, node)
    judgement = Judgement(debate, method_of(method), person_of(debate, person))
    reason = reasons.why(judgement, key)
    if as_json:
        put_json(_described(judgement, reason))
        return
    if key in debate.claims:
        heading = f"{safe_line(debate.claims[key].text)} ({argument_words(judgement, key)})"
    else:
        heading = f"{name_of(debate, key)} to {name_of(debate, debate.links[key].target)}"
    put(SafeText(heading))
    sentences = [*reason.sentences, *_turning(judgement, key)]
    for sentence in sentences:
        lead = f"  [{sentence.leads_to}]" if sentence.leads_to is not None else ""
        put(SafeText(f"  {safe_line(sentence.text)}{lead}"))


def _turning(judgement: "Judgement", node: str) -> "list[Sentence]":
    """Returns what would turn the verdict on a claim that has replies, in the words of `crux`."""
    from debatemap.judge.explain.phrases import sentence  # noqa: PLC0415
    from debatemap.judge.explain.turning import turning  # noqa: PLC0415
    from debatemap.judge.explain.turning_words import turning_words  # noqa: PLC0415

    debate = judgement.debate
    if node not in debate.claims or node in judgement.assumed or not debate.links_into(node):
        return []
    found = turning(judgement, node)
    leads_to = found.turns[0].flips[0].claim if found.turns else None
    return [sentence(turning_words(debate, found), leads_to)]


def _described(judgement: "Judgement", reason: "Reason") -> dict[str, object]:
    return {
        "id": reason.node,
        "kind": "claim" if reason.node in judgement.debate.claims else "link",
        "method": judgement.method.id,
        "person": judgement.person or None,
        "strength": judgement.strength(reason.node),
        "range": judgement.range(reason.node),
        "label": judgement.label(reason.node).value,
        "sentences": [
            {"text": sentence.text, "leads_to": sentence.leads_to}
            for sentence in (*reason.sentences, *_turning(judgement, reason.node))
        ],
    }

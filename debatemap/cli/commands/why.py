"""`debatemap why`: the reason for a strength, in sentences that can be followed."""

from typing import Annotated

import typer

from debatemap.cli.inputs import debate_in
from debatemap.cli.method_options import Method, Person, method_of, person_of
from debatemap.cli.output import put, put_json
from debatemap.cli.shared_options import AsJson, MapInput
from debatemap.core.text import SafeText, safe_line

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
    from debatemap.judge.explain.told_reasons import told_reasons  # noqa: PLC0415
    from debatemap.judge.judgement import Judgement  # noqa: PLC0415
    from debatemap.judge.verdict_words import verdict_words  # noqa: PLC0415

    debate = debate_in(map_file)
    key = node_id(debate, node)
    judgement = Judgement(debate, method_of(method), person_of(debate, person))
    if as_json:
        from debatemap.cli.json.reason_data import described  # noqa: PLC0415

        put_json(described(judgement, key))
        return
    if key in debate.claims:
        put(safe_line(debate.claims[key].text))
        put(SafeText(f"  {verdict_words(judgement, key)}"))
    else:
        put(SafeText(f"{name_of(debate, key)} to {name_of(debate, debate.links[key].target)}"))
    for sentence in told_reasons(judgement, key):
        lead = f"  [{sentence.leads_to}]" if sentence.leads_to is not None else ""
        put(SafeText(f"  {safe_line(sentence.text)}{lead}"))

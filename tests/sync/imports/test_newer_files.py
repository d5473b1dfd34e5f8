"""A newer version of each format's file updates the map that was made of the earlier one."""

import json
from pathlib import Path
from typing import Final

import pytest

from debatemap.core.debate import Debate
from debatemap.formats.registry import names
from debatemap.workspace.foreign_file import read_foreign

T, P, C = "Trains should run at night.", "Many people would use them.", "They lose money."
NEWER: Final = "Very many people would use them."
_STEPS: Final = (("2", "4"), ("4", "1"), ("3", "5"), ("5", "1"))
_AIF: Final = json.dumps(
    {
        "nodes": [
            *({"nodeID": str(n), "text": text, "type": "I"} for n, text in enumerate((T, P, C), 1)),
            {"nodeID": "4", "text": "RA", "type": "RA"},
            {"nodeID": "5", "text": "CA", "type": "CA"},
        ],
        "edges": [
            {"edgeID": f"{start}{end}", "fromID": start, "toID": end} for start, end in _STEPS
        ],
        "locutions": [],
    }
)
FILES: Final = {
    "argdown": f"[T]: {T}\n  + {P}\n  - [C]: {C}\n",
    "aif": _AIF,
    "xaif": f'{{"AIF": {_AIF}, "text": ""}}',
    "arguebuf": f'{{"nodes": {{"a": {{"atom": {{"text": "{T}"}}}}, "b": {{"atom": {{"text": "{P}"'
    f'}}}}, "c": {{"atom": {{"text": "{C}"}}}}, "s": {{"scheme": {{"support": "SUPPORT_DEFAULT"}}}}'
    ', "k": {"scheme": {"attack": "ATTACK_DEFAULT"}}}, "edges": {"1": {"source": "b", "target":'
    ' "s"}, "2": {"source": "s", "target": "a"}, "3": {"source": "c", "target": "k"},'
    ' "4": {"source": "k", "target": "a"}}, "majorClaim": "a", "schemaVersion": 1}',
    "sadface": f'{{"nodes": [{{"id": "a", "type": "atom", "text": "{T}"}}, {{"id": "b", "type":'
    f' "atom", "text": "{P}"}}, {{"id": "c", "type": "atom", "text": "{C}"}}, {{"id": "s", "type":'
    ' "scheme", "name": "support"}, {"id": "k", "type": "scheme", "name": "conflict"}],'
    ' "edges": [{"id": "1", "source_id": "b", "target_id": "s"}, {"id": "2", "source_id": "s",'
    ' "target_id": "a"}, {"id": "3", "source_id": "c", "target_id": "k"}, {"id": "4",'
    ' "source_id": "k", "target_id": "a"}], "metadata": {"core": {"version": "0.5"}}}',
    "carneades": f"statements:\n  a: {T}\n  b: {P}\n  c: {C}\narguments:\n"
    "  s: {premises: [b], conclusion: a}\n  k: {premises: [c], conclusion: ¬a}\n",
    "node-link": f'{{"directed": true, "nodes": [{{"id": 1, "label": "{T}"}}, {{"id": 2, "label":'
    f' "{P}"}}, {{"id": 3, "label": "{C}"}}], "links": [{{"source": 2, "target": 1, "stance":'
    ' "pro"}, {"source": 3, "target": 1, "stance": "con"}]}',
    "canvas": f'{{"nodes": [{{"id": "a", "type": "text", "text": "{T}", "x": 0, "y": 0, "width": 9,'
    f' "height": 9}}, {{"id": "b", "type": "text", "text": "{P}", "x": 0, "y": 9, "width": 9,'
    f' "height": 9}}, {{"id": "c", "type": "text", "text": "{C}", "x": 9, "y": 9, "width": 9,'
    ' "height": 9}], "edges": [{"id": "1", "fromNode": "b", "toNode": "a", "label": "pro"},'
    ' {"id": "2", "fromNode": "c", "toNode": "a", "label": "con"}]}',
    "mindmup": f'{{"title": "{T}", "id": 1, "formatVersion": 2, "ideas": {{"1": {{"title":'
    f' "Pro: {P}", "id": 2}}, "2": {{"title": "Con: {C}", "id": 3}}}}}}',
    "graphml": '<graphml xmlns="http://graphml.graphdrawing.org/xmlns"><key id="l" for="node"'
    ' attr.name="label" attr.type="string"/><key id="s" for="edge" attr.name="stance"'
    f' attr.type="string"/><graph edgedefault="directed"><node id="a"><data key="l">{T}</data>'
    f'</node><node id="b"><data key="l">{P}</data></node><node id="c"><data key="l">{C}</data>'
    '</node><edge source="b" target="a"><data key="s">pro</data></edge>'
    '<edge source="c" target="a"><data key="s">con</data></edge></graph></graphml>',
    "freeplane": f'<map version="1.0.1"><node ID="a" TEXT="{T}"><node ID="b" TEXT="Pro: {P}"/>'
    f'<node ID="c" TEXT="Con: {C}"/></node></map>',
    "opml": f'<opml version="2.0"><head/><body><outline text="{T}"><outline text="Pro: {P}"/>'
    f'<outline text="Con: {C}"/></outline></body></opml>',
    "org": f"* {T}\n** {P} :pro:\n** {C} :con:\n",
    "af": f"p af 3\n# {T}\n# {P}\n# {C}\n2 1\n3 1\n",
    "apx": "arg(trains). arg(Many_people). arg(money).\natt(Many_people,trains).\n"
    "att(money,trains).\n",
    "tgf": f"1 {T}\n2 {P}\n3 {C}\n#\n2 1 pro\n3 1 con\n",
    "csv": f"id,target,stance,text\na,,thesis,{T}\nb,a,pro,{P}\nc,a,con,{C}\n",
    "outline": f"+ {T}\n  + {P}\n  - {C}\n",
    "kialo": f"Discussion Title: Trains\n\n1. {T}\n1.1. Pro: {P}\n1.2. Con: {C}\n",
    "markdown": f"# Trains\n\n- {T}\n  - **Pro:** {P}\n  - **Con:** {C}\n",
}


def test_there_is_a_file_of_each_format() -> None:
    assert FILES.keys() == set(names(reads=True)) - {"debatemap"}


@pytest.mark.parametrize("name", FILES)
def test_a_newer_version_changes_what_it_changed_and_doubles_nothing(
    name: str, tmp_path: Path
) -> None:
    path, words = tmp_path / "talk.txt", "Many_people" if name == "apx" else P
    newer = "Very_Many_people" if name == "apx" else NEWER
    path.write_text(FILES[name], encoding="utf-8")
    made = read_foreign(path, name).new_map()
    (key,) = [key for key, claim in made.claims.items() if claim.text == words]
    claims = {**made.claims, key: made.claims[key]._replace(note="Ours.")}
    mine = Debate(made.header, claims, made.links, made.sources, {"Ada": {key: 80.0}})
    assert not read_foreign(path, name).change_of(mine, None).change
    path.write_text(FILES[name].replace(words, newer), encoding="utf-8")
    brought = read_foreign(path, name).change_of(mine, None)
    assert brought.is_update
    assert brought.conflicts == ()
    assert brought.summary == "updated the map: 0 claims added, 1 changed, 0 removed"
    assert brought.debate.claims[key] == claims[key]._replace(text=newer)
    assert brought.debate.stances == mine.stances


def test_a_foreign_file_that_begins_like_the_map_is_no_version_of_it(tmp_path: Path) -> None:
    path, other = tmp_path / "talk.argdown", tmp_path / "other.argdown"
    path.write_text(FILES["argdown"])
    other.write_text("[T]: Cats purr.\n  + They seem to like it.\n")
    made = read_foreign(path).new_map()
    assert len(read_foreign(other).change_of(made, None).debate.claims) == 5

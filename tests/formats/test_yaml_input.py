"""YAML that comes from anybody: what is read, what is refused, and where."""

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from debatemap.core.errors import MapError
from debatemap.formats.yaml_input import yaml_of


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("", None),
        ("a: yes\nb: 'true'\nc: true\nd: ~", {"a": "yes", "b": "true", "c": True, "d": None}),
        ("[012, 0x1F, 0o17, -3, .5, 1e3, 1e-300]", [12, 31, 15, -3, 0.5, 1000.0, 1e-300]),
        ("d: 2026-01-03", {"d": "2026-01-03"}),
        ("1: a\ntrue: b\n~: c", {"1": "a", "true": "b", "null": "c"}),
        ("n: 123456789012345678901234567890", {"n": "123456789012345678901234567890"}),
        (".inf", ".inf"),
        ("a: |\n  one\n  two\n", {"a": "one\ntwo\n"}),
        ("- {x: [1, {y: z}]}", [{"x": [1, {"y": "z"}]}]),
        ("!!str 3", "3"),
    ],
)
def test_values_are_read_by_the_core_schema(text: str, value: object) -> None:
    assert yaml_of(text, "x") == value


@pytest.mark.parametrize(
    ("text", "problem", "place"),
    [
        ("a: &x 1\nb: *x", "the alias *x is not followed", "line 11, column 4"),
        ("{a: 1, a: 2}", "the key a is there twice", "line 10, column 8"),
        (
            "a: !!python/object:os.system x",
            "the tag tag:yaml.org,2002:python/",
            "line 10, column 4",
        ),
        ("a: !mine x", "the tag !mine is not known", "line 10, column 4"),
        ("--- a\n--- b", "expected one document, found a second one", "line 11, column 1"),
        ("{[a]: 1}", "expected a word as a key", "line 10, column 2"),
        ("a:\n b: \x07", "not allowed", "line 11, column 5"),
        ("a: 'open", "no YAML", "line"),
        ('"\ud800"', "half a character", "line 10"),
    ],
)
def test_what_is_refused_has_a_place_and_a_reason(text: str, problem: str, place: str) -> None:
    with pytest.raises(MapError) as caught:
        yaml_of(text, "x", 10)
    assert problem in caught.value.problem
    assert caught.value.place.startswith(place)


@pytest.mark.parametrize("depth", [65, 100_000])
def test_depth_is_refused_at_once(depth: int) -> None:
    with pytest.raises(MapError, match=r"line 10.*(nested in more than 64|maximum nesting depth)"):
        yaml_of("[" * depth + "]" * depth, "x", 10)


def test_aliases_cannot_grow() -> None:
    lines = ["a0: &a0 [x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 10)]
    with pytest.raises(MapError, match="alias"):
        yaml_of("\n".join(lines), "x")


def test_more_values_than_the_limit_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBATEMAP_LIMIT", "values=100")
    with pytest.raises(MapError, match="values"):
        yaml_of("[" + "x," * 200 + "]", "x")


_PLAIN = st.text(st.characters(max_codepoint=0xFFFF, exclude_categories=["Cs"]), max_size=20)


@given(st.text(st.sampled_from("ab:-?[]{},&*!|>'\"%@#\n \t\x00é\ud800"), max_size=40))
def test_any_text_is_read_or_refused(text: str) -> None:
    with suppress(MapError):
        yaml_of(text, "x")


@given(st.dictionaries(_PLAIN, _PLAIN, max_size=4))
def test_text_in_quotes_comes_back(texts: dict[str, str]) -> None:
    assert yaml_of(json.dumps(texts), "x") == texts

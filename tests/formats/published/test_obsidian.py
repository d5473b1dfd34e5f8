import io
import re
import unicodedata
import zipfile
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header, Link
from debatemap.core.text import safe_line
from debatemap.documents.judged import verdicts_of
from debatemap.formats.folder_format import FolderFormat
from debatemap.formats.markup_text import without_noncharacters
from debatemap.formats.obsidian.note_names import note_names
from debatemap.formats.registry import format_named
from tests.formats.published.charts import HOSTILE, MARKUP
from tests.strategies import chain, debates, typed_texts
from tests.tui.maps import rain

OBSIDIAN = format_named("obsidian")
assert isinstance(OBSIDIAN, FolderFormat)
_LINK = re.compile(r"(?<!\\)\[\[((?:[^\[\]\\])*)\]\]")
_REFUSED = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f]')


def notes_of(debate: Debate) -> dict[str, str]:
    assert isinstance(OBSIDIAN, FolderFormat)
    written = OBSIDIAN.write_files(debate, verdicts_of(debate) if debate.claims else None)
    return {name: data.decode() for name, data in written.files.items()}


def body_of(note: str) -> str:
    return note.split("\n---\n", 1)[1]


def properties_of(note: str) -> dict[str, Any]:
    yaml = pytest.importorskip("yaml", reason="PyYAML is not installed")
    found: dict[str, Any] = yaml.safe_load(note.split("\n---\n", 1)[0])
    return found


def test_there_is_a_note_for_each_claim_and_one_for_the_map() -> None:
    found = notes_of(rain())
    assert list(found) == [
        "The weather.md", "Rain is good.md", "Plants grow.md", "Not in winter.md",
        "Roots drink.md", "Streets flood.md", "Wells fill.md", "We need wells.md", "Sun is good.md",
        "Snow is white.md",
    ]  # fmt: skip
    assert (
        "- [[Rain is good]] – for, about 60 of 100 (30 to 75) · nobody has rated"
        in found["The weather.md"]
    )
    assert "## Not placed yet\n\n- [[Snow is white]]" in found["The weather.md"]


def test_arguments_are_links_both_ways() -> None:
    found = notes_of(rain())
    for line in (
        "- Pro: [[Plants grow]]",
        "- Undercut of the step from [[Plants grow]]: [[Not in winter]]",
        "- Con: [[Streets flood]]",
        "- Pro, only together: [[Wells fill]] and [[We need wells]]",
    ):
        assert line in found["Rain is good.md"].splitlines()
    assert "- Con of [[Sun is good]]" in found["Streets flood.md"].splitlines()
    under = "- Undercut of the step from [[Plants grow]] to [[Rain is good]]"
    assert under in found["Not in winter.md"].splitlines()


def test_properties_are_yaml() -> None:
    debate = Debate(
        Header("m", theses=("a",)),
        {"a": Claim(MARKUP, tags=("public law", "2024", "é"), by="- x: 'y'", created="2026-01-03")},
        stances={"Ann": {"a": 80.0}},
    )
    (_, note) = notes_of(debate).values()
    assert properties_of(note) == {
        "id": "a", "kind": "thesis", "aliases": [safe_line(MARKUP)],
        "tags": ["public-law", "_2024", "é"], "author": "- x: 'y'", "created": "2026-01-03",
        "ratings": ["80 by Ann"], "strength": 60,
    }  # fmt: skip


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_texts_link_nowhere_and_are_no_markup(kind: str) -> None:
    found = notes_of(HOSTILE[kind])
    names = {name.removesuffix(".md") for name in found}
    parser = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    for name, note in found.items():
        assert not _REFUSED.search(name)
        assert set(_LINK.findall(body_of(note))) <= names
        for token in parser.parse(body_of(note)):
            assert token.type not in ("html_block", "code_block", "fence", "table_open")
            for child in token.children or ():
                assert child.type in (
                    "text",
                    "text_special",
                    "softbreak",
                    "hardbreak",
                    "em_open",
                    "em_close",
                )
        if name.removesuffix(".md") in names and "kind:" in note:
            properties_of(note)


@given(debates())
def test_any_debate_becomes_notes_whose_links_lead_to_notes(debate: Debate) -> None:
    found = notes_of(debate)
    assert len(found) == len(debate.claims) + 1
    names = {name.removesuffix(".md") for name in found}
    for note in found.values():
        assert set(_LINK.findall(body_of(note))) <= names


_ODD_NAMES = (
    "CON", "con.txt", "nul", "com1", "LPT¹", "..", ".", "../../.bashrc", "-rf", "~", "a.", "A",
    "a ", "\uff41", "é", "e\u0301", "a/b", "a:b", "a\\b", "x" * 300, "漢" * 300, "claim",
    "Debate map", "",
)  # fmt: skip


@given(st.lists(st.one_of(typed_texts, st.sampled_from(_ODD_NAMES)), max_size=8))
def test_names_of_notes_are_taken_by_every_system(texts: list[str]) -> None:
    given_texts = {f"id{number}": text for number, text in enumerate(texts)}
    names = list(note_names(given_texts, ["Debate map"]).values())
    compared = {unicodedata.normalize("NFKC", name).casefold() for name in [*names, "Debate map"]}
    assert len(compared) == len(texts) + 1
    device = re.compile(r"(?i)(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?")
    for name in names:
        assert not _REFUSED.search(name), name
        assert not device.fullmatch(name), name
        assert name == name.strip(" ."), name
        assert name[0] not in "-~", name
        assert len(f"{name}.md".encode()) <= 255
        assert name == without_noncharacters(safe_line(name))


def test_as_one_file_it_is_an_archive_with_the_same_bytes_each_time() -> None:
    written = OBSIDIAN.write(rain())
    assert written == OBSIDIAN.write(rain())
    with zipfile.ZipFile(io.BytesIO(written.data)) as archive:
        assert archive.namelist()[0] == "The weather.md"
        assert b"[[Rain is good]]" in archive.read("The weather.md")


def test_what_notes_leave_out_is_told() -> None:
    debate = Debate(
        Header("m", theses=("a",)),
        {"a": Claim("A.", tags=("a b",), extra={"x": 1})},
        {"l": Link(("a",), "supports", "gone")},
    )
    assert [(loss.kind, loss.becomes) for loss in OBSIDIAN.write(debate).losses] == [
        ("unknown fields", ""),
        ("tags", "became words of letters, digits and -"),
        ("links onto what is missing", ""),
    ]


def test_steps_about_steps_stand_in_one_list() -> None:
    claims = {f"c{number}": Claim(f"Claim {number}.") for number in range(2_000)}
    links = {"l1": Link(("c1",), "supports", "c0")} | {
        f"l{number}": Link((f"c{number}",), "attacks", f"l{number - 1}")
        for number in range(2, 2_000)
    }
    found = notes_of(Debate(Header("m", theses=("c0",)), claims, links))
    assert found["Claim 0.md"].count("\n- ") == 1_999
    assert len(notes_of(chain(2_000))) == 2_001

"""The README and those beside the code say what is so: keys, file, notebook, commands, tables."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

import debatemap
from debatemap.config import load_config
from debatemap.formats.native.codec import parse
from debatemap.tui.commands.keymap import Keymap

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")
FILE_FORMAT = ROOT / "debatemap" / "formats" / "native" / "README.md"
SIGNS = {"−", "⊣", "uv"}
LONGEST = 200
"""Lines of the README: more than that nobody reads."""


def _block(language: str, containing: str, text: str = README) -> str:
    blocks = re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)
    return str(next(block for block in blocks if containing in block))


def test_it_is_short() -> None:
    assert len(README.splitlines()) <= LONGEST


def test_every_key_that_it_names_is_one() -> None:
    keymap = Keymap()
    spans = re.sub(r"```.*?```", "", README, flags=re.DOTALL).split("`")[1::2]
    named = [span for span in spans if len(span) <= 3 or span.startswith("ctrl+")]
    assert len(named) > 20
    for key in named:
        chord = tuple(key.split())
        assert keymap.command(chord) or keymap.is_prefix(chord) or key in SIGNS, key


def test_every_place_that_it_leads_to_is_there() -> None:
    places = re.findall(r"\]\(([^)]+)\)", README)
    assert len(places) > 5
    for place in places:
        assert place.startswith("https://") or (ROOT / place.partition("#")[0]).exists(), place


@pytest.mark.parametrize(
    ("folder", "table"), [("bench", "bench"), ("simulation", "simulation"), ("torture", "torture")]
)
def test_figures_stand_beside_what_measures_them(folder: str, table: str) -> None:
    text = (ROOT / "tests" / folder / "README.md").read_text(encoding="utf-8")
    between = text.split(f"<!-- {table} -->\n")[1].split(f"<!-- /{table} -->")[0]
    assert between.count("\n|") > 5
    assert f"python -m tests.{folder}" in text


def test_the_file_that_it_shows_is_a_map() -> None:
    page = FILE_FORMAT.read_text(encoding="utf-8")
    text = _block("json", '"format": "debatemap"', page)
    debate = parse(text.encode()).debate
    assert [link.stance for link in debate.links.values()] == ["attacks"]
    assert debate.stances == {"editor": {"3f8k2m9xqz": 80}}
    assert json.loads(text)["claims"].keys() == debate.claims.keys()


def test_the_notebook_example_says_what_comes_out() -> None:
    line = next(x for x in _block("python", "load(").splitlines() if "claims[" in x)
    expression, said = line.split("  # ")
    debate = debatemap.load(ROOT / "maps" / "open-source-ai.json")
    claim = re.findall(r'"(.*?)"', expression)[0]
    assert repr(debate.claims[claim].text) == said
    assert len(debate.graph) == len(debate.claims) + len(debate.links)


def test_the_notebook_s_verdicts_are_those_that_come_out() -> None:
    lines = _block("python", "Judgement(").splitlines()
    names: dict[str, object] = {"debate": debatemap.load(ROOT / "maps" / "open-source-ai.json")}
    begin = next(n for n, line in enumerate(lines) if line.startswith("from debatemap.judge"))
    said = 0
    for line in lines[begin:]:
        expression, _, comment = line.partition("  # ")
        if comment:
            assert repr(eval(expression, names)) == comment  # noqa: S307  (the README's own lines)
            said += 1
        else:
            exec(line, names)  # noqa: S102  (the README's own lines)
    assert said == 2


def test_the_settings_that_it_shows_are_settings(tmp_path: Path) -> None:
    path = tmp_path / "config.toml"
    path.write_text(_block("toml", "[keys]"), encoding="utf-8")
    config = load_config(path)
    command = Keymap(config.keys).command(("x",))
    assert config.name == "Ada"
    assert command is not None
    assert command.id == "add_con"


def test_the_two_commands_stand_on_one_line_each_and_share_their_beginning() -> None:
    first, second = (
        next(line for line in _block("sh", end).splitlines() if line.endswith(end))
        for end in ("maps/open-source-ai.json", "-m pytest")
    )
    assert first.split(" && ")[0] == second.split(" && ")[0] == "python3 -m venv .venv"


def test_the_lines_of_the_command_line_can_be_run_one_after_the_other(tmp_path: Path) -> None:
    lines = README.split("## The command line\n")[1].split("```sh\n")[1].split("```")[0]
    # No pager waits for a key here; a status is told after each line.
    script = "less() { cat; }\n" + lines.replace("\n", "\necho status $? >&2\n")
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}"
    done = subprocess.run(
        ["bash", "-c", script], cwd=tmp_path, env={**os.environ, "PATH": path},
        capture_output=True, text=True, check=True, timeout=150, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    assert done.stderr.count("status ") == lines.count("\n")
    assert done.stderr.count("status 0\n") == lines.count("\n")
    assert "Traceback" not in done.stderr
    debate = debatemap.load(tmp_path / "talk.json")
    assert (len(debate.claims), len(debate.links)) == (3, 2)
    assert (tmp_path / "talk.html").is_file()
    assert (tmp_path / "kialo.json").is_file()
    assert "1.1. Con: Night trains lose money." in done.stdout


def test_the_picture_is_there_and_fetches_nothing() -> None:
    name = re.findall(r"!\[.*?\]\((.*?)\)", README)[0]
    picture = (ROOT / name).read_text(encoding="utf-8")
    assert "If&#160;we&#160;collectively&#160;invest" in picture
    assert "url(http" not in picture


def test_the_layout_is_that_of_the_tree() -> None:
    layout = CONTRIBUTING.split("```text\n")[1].split("```")[0]
    named, above = [], ""
    for line in re.findall(r"^(?:  )?[a-z_]+/ ", layout, re.MULTILINE):
        above = above if line.startswith(" ") else line.strip()
        named.append(above + line.strip() if line.startswith(" ") else above)
    package = ROOT / "debatemap"
    parts = [*package.glob("*/"), *package.glob("*/*/")]
    there = {f"{part.relative_to(package).as_posix()}/" for part in parts if part.is_dir()}
    assert sorted(named) == sorted(name for name in there if "__pycache__" not in name)
    for place in re.findall(
        r"`((?:debatemap|tests|tui|edit|judge|check|core|formats|workspace)/[\w/.]*)`", CONTRIBUTING
    ):
        assert any((root / place).exists() for root in (ROOT, ROOT / "debatemap")), place

from pathlib import Path

import pytest

from debatemap.config import Config, OwnCommand, glyphs_setting, load_config
from debatemap.core.errors import MapError
from debatemap.store.locations import config_file


def write(text: str) -> Path:
    path = config_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def test_without_a_file_the_usual_settings_count() -> None:
    assert load_config() == Config()
    assert Config().theme == "debatemap-dark"


def test_what_the_file_says_is_taken() -> None:
    write('name = "Zoë"\ntheme = "nord"\n[keys]\nsave = ["ctrl+w", "f2"]\n')
    assert load_config() == Config(name="Zoë", theme="nord", keys={"save": ["ctrl+w", "f2"]})


def test_a_file_elsewhere_can_be_named(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text('name = "me"')
    assert load_config(path).name == "me"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ('colour = "red"', "colour"),
        ("name = 3", "name"),
        ('keys = "j"', "keys"),
        ('[keys]\nsave = "ctrl+w"', "keys.save"),
        ("[keys]\nsave = [1]", "keys.save.0"),
        ("[commands.a]\nkeys = ['f6']", "commands.a.run"),
        ("[commands.a]\nrun = 'x'\noutput = 'file'", "commands.a.output"),
        ("[commands.a]\nrun = 'x'\nlimit = -1.0", "commands.a.limit"),
        ("[hooks]\nclose = 'x'", "hooks.close.[key]"),
        ("density = 'wide'", "density"),
    ],
)
def test_what_the_program_does_not_know_is_named_with_its_place(text: str, place: str) -> None:
    path = write(text)
    with pytest.raises(MapError) as caught:
        load_config()
    assert caught.value.place == place
    assert str(path) in str(caught.value)


@pytest.mark.parametrize(
    ("data", "said"),
    [
        (b'nme = "Ada"', "nme: there is no such setting; did you mean name?"),
        (b"[commands.a]\nrun = 'x'\nkey = ['f6']", "there is no such setting; did you mean keys?"),
        (b"name = [", "it is no TOML: "),
        (b"\xff\xfe", "it is no text in UTF-8"),
    ],
)
def test_what_is_wrong_is_said_in_words_for_people(data: bytes, said: str) -> None:
    write("").write_bytes(data)
    with pytest.raises(MapError) as caught:
        load_config()
    assert said in str(caught.value)


@pytest.mark.parametrize("data", [b"name = ", b"\xff\xfe", b"[keys\n", b"a=1\na=2"])
def test_a_file_that_is_no_toml_is_a_sentence(data: bytes) -> None:
    write("").write_bytes(data)
    with pytest.raises(MapError, match=r"config\.toml"):
        load_config()


def test_a_folder_in_its_place_is_a_sentence() -> None:
    config_file().mkdir(parents=True)
    with pytest.raises(MapError, match="directory"):
        load_config()


def test_settings_are_not_changed_while_the_program_runs() -> None:
    with pytest.raises(AttributeError):
        Config().name = "x"  # type: ignore[misc]


@pytest.mark.parametrize("said", ["[" * 3000 + "]" * 3000, "{a=" * 3000 + "1" + "}" * 3000])
def test_signs_are_the_usual_ones_where_the_settings_cannot_be_read(
    tmp_path: Path, said: str
) -> None:
    path = tmp_path / "config.toml"
    path.write_text(f"name = {said}", encoding="utf-8")
    assert glyphs_setting(path) == "auto"
    path.write_text('glyphs = "ascii"', encoding="utf-8")
    assert glyphs_setting(path) == "ascii"


def test_commands_and_hooks_of_the_user_are_taken() -> None:
    write(
        'density = "comfortable"\n[commands.say]\nrun = "espeak"\nkeys = ["f6"]\nlimit = 5\n'
        '[hooks]\nsave = "git commit"\n'
    )
    settings = load_config()
    assert settings.commands == {"say": OwnCommand("espeak", ["f6"], limit=5)}
    assert settings.hooks == {"save": "git commit"}
    assert settings.density == "comfortable"

"""A way to open each dialog of the program, on a map that has something for all of them."""

import importlib
import pkgutil
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Final

from debatemap import edit, save
from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Claim, Header
from debatemap.core.scenarios import FALSE
from debatemap.tui import screens
from debatemap.tui.screens.ask import AskScreen
from debatemap.tui.screens.chooser import ChooserScreen
from debatemap.tui.screens.conflicts import ConflictsScreen
from debatemap.tui.screens.crux import CruxScreen
from debatemap.tui.screens.dialog import DialogScreen
from debatemap.tui.screens.differences import DifferencesScreen
from debatemap.tui.screens.double_crux import DoubleCruxScreen
from debatemap.tui.screens.earlier import EarlierScreen
from debatemap.tui.screens.files import FilesScreen
from debatemap.tui.screens.leading import LeadingScreen
from debatemap.tui.screens.pairs import PairsScreen
from debatemap.tui.screens.picker import PickerScreen
from debatemap.tui.screens.prompt import Dialog, PromptScreen, WriteScreen
from debatemap.tui.screens.rating import RateScreen
from debatemap.tui.screens.rating_pass import PassScreen
from debatemap.tui.screens.rating_summary import SummaryScreen
from debatemap.tui.screens.scenarios import AssumedScreen, ScenariosScreen
from debatemap.tui.screens.sources import SourcesScreen
from debatemap.tui.screens.start import StartScreen
from debatemap.tui.screens.tasks import TasksScreen
from debatemap.tui.screens.themes import ThemeScreen
from debatemap.tui.screens.versions import VersionScreen
from debatemap.tui.screens.whose import WhoseScreen
from debatemap.tui.screens.why import WhyScreen
from debatemap.workspace.session import open_session
from tests.tui.driver import Driver, opened
from tests.tui.maps import disputed

__all__ = ["BASES", "KEYS", "Kind", "all_dialogs", "everything", "opened_dialog"]

Kind = type[DialogScreen[Any]]

BASES: Final[set[Kind]] = {Dialog, LeadingScreen}
"""Classes that are never shown themselves."""

KEYS: Final[dict[Kind, str]] = {
    AskScreen: "D",
    ChooserScreen: ":",
    ConflictsScreen: "C",
    CruxScreen: "g x",
    DifferencesScreen: "g d down enter g D",
    DoubleCruxScreen: "g x p",
    EarlierScreen: "g b",
    FilesScreen: "g m",
    PairsScreen: "g a enter",
    PickerScreen: "L",
    PromptScreen: "t",
    WriteScreen: "c",
    RateScreen: "r",
    PassScreen: "R",
    SummaryScreen: "R 5 0 enter escape",
    AssumedScreen: "w f w l",
    ScenariosScreen: "w o",
    SourcesScreen: "s",
    StartScreen: "g o",
    TasksScreen: "g l",
    ThemeScreen: "g c",
    VersionScreen: "g d",
    WhoseScreen: "% p",
    WhyScreen: "!",
}
"""The keys that open each dialog, on the claim "Plants grow." of the map of `everything`."""


def all_dialogs() -> set[Kind]:
    """Returns every class of dialog of the program that is shown, those that load late as well."""
    for module in pkgutil.iter_modules(screens.__path__):
        importlib.import_module(f"{screens.__name__}.{module.name}")
    return set(_kinds(DialogScreen)) - BASES


def _kinds(of: type[Any]) -> Iterator[Kind]:
    for kind in of.__subclasses__():
        if kind.__module__.startswith("debatemap."):
            yield kind
            yield from _kinds(kind)


def everything() -> Debate:
    """Returns the weather with conflicts, two people who rated it, and a scenario."""
    debate = disputed()
    for person, ratings in (("bo", {"rain": 90, "floods": 10}), ("cy", {"rain": 20, "floods": 90})):
        for claim, value in ratings.items():
            debate.apply(edit.rate(debate, claim, person, value))
    debate.apply(edit.keep_scenario(debate, "Dry", {"floods": FALSE}))
    return debate


def _files(folder: Path) -> Path:
    """Saves that map, an earlier copy of it, and another map that says nearly the same."""
    path = folder / "rain.json"
    save(everything(), path)
    session = open_session(path)
    session.do(edit.set_title(session.debate, "Rain, shine and snow"))
    session.save()
    save(everything(), folder / "copy.json")
    claims = {"damp": Claim("Plants grow!"), "wet": Claim("Streets will flood.")}
    save(Debate(Header("other_map", "Another", ("damp",)), claims), folder / "other.json")
    return path


@asynccontextmanager
async def opened_dialog(
    kind: Kind, folder: Path, size: tuple[int, int] = (100, 30)
) -> AsyncIterator[Driver]:
    """Opens the program with a dialog of a kind in front."""
    session = open_session(_files(folder))
    async with opened(session, size=size, settings=Config(name="ann")) as user:
        await user.go_to("Plants grow.")
        await user.rest()
        for key in KEYS[kind].split():
            await user.press(key)
            await user.rest_of_screen()
        await user.until(lambda: type(user.screen) is kind, kind.__name__)
        yield user

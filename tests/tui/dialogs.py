"""A way to open each dialog of the program, on a map that has something for all of them."""

import importlib
import pkgutil
from collections.abc import AsyncGenerator, AsyncIterator, Collection, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Final

from debatemap import edit, save, tui
from debatemap.config import Config, OwnCommand
from debatemap.core.debate import Debate
from debatemap.core.glyphs import Glyphs
from debatemap.core.model import Claim, Header
from debatemap.core.scenarios import FALSE
from debatemap.tui.dialogs.ask import AskScreen
from debatemap.tui.dialogs.chooser import ChooserScreen
from debatemap.tui.dialogs.dialog import DialogScreen
from debatemap.tui.dialogs.form import FormScreen
from debatemap.tui.dialogs.key_rows import KeyListScreen
from debatemap.tui.dialogs.known_answers import KnownScreen
from debatemap.tui.dialogs.prompt import Dialog, PromptScreen, WriteScreen
from debatemap.tui.dialogs.sheet import SheetScreen
from debatemap.tui.dialogs.theme_list import ThemeScreen
from debatemap.tui.features.arranging.claim_picker import PickerScreen
from debatemap.tui.features.comparing.differences_screen import DifferencesScreen
from debatemap.tui.features.comparing.versions_screen import VersionScreen
from debatemap.tui.features.exchanging.export_screen import ExportScreen
from debatemap.tui.features.exchanging.import_screen import (
    ForeignScreen,
    ImportScreen,
    NewMapScreen,
)
from debatemap.tui.features.finding.filters_screen import FiltersScreen
from debatemap.tui.features.finding.find_screen import FindScreen
from debatemap.tui.features.judging.claim_list import LeadingScreen
from debatemap.tui.features.judging.crux_screen import CruxScreen
from debatemap.tui.features.judging.double_crux_screen import DoubleCruxScreen
from debatemap.tui.features.judging.options_screen import OptionsScreen
from debatemap.tui.features.judging.why_screen import WhyScreen
from debatemap.tui.features.judging.work_screen import TasksScreen
from debatemap.tui.features.keeping.earlier_screen import EarlierScreen
from debatemap.tui.features.keeping.maps_screen import MapsScreen
from debatemap.tui.features.keeping.start_screen import StartScreen
from debatemap.tui.features.keeping.template_screen import TemplateScreen
from debatemap.tui.features.navigation.label_screen import LabelScreen
from debatemap.tui.features.navigation.letter_screen import LetterScreen
from debatemap.tui.features.own.output_screen import OutputScreen
from debatemap.tui.features.people.groups_screen import GroupsScreen
from debatemap.tui.features.pointing.menu_screen import MenuScreen
from debatemap.tui.features.presenting.cards_screen import CardsScreen
from debatemap.tui.features.presenting.present_screen import PresentScreen
from debatemap.tui.features.rating.guided_screen import PassScreen
from debatemap.tui.features.rating.name_screen import NameScreen
from debatemap.tui.features.rating.rating_screen import RateScreen
from debatemap.tui.features.rating.summary_screen import SummaryScreen
from debatemap.tui.features.rating.whose_screen import WhoseScreen
from debatemap.tui.features.replaying.replay_screen import ReplayScreen
from debatemap.tui.features.shaping.before_after import EditPreviewScreen
from debatemap.tui.features.shaping.bulk_screen import BulkScreen
from debatemap.tui.features.shaping.marked_picker import MarkedPickerScreen
from debatemap.tui.features.shaping.new_claim_screen import NewClaimScreen
from debatemap.tui.features.shaping.paste_screen import PasteScreen
from debatemap.tui.features.shaping.preview_screen import PreviewScreen
from debatemap.tui.features.shaping.split_screen import SplitScreen
from debatemap.tui.features.sharing.conflicts_screen import ConflictsScreen
from debatemap.tui.features.sharing.files_screen import FilesScreen
from debatemap.tui.features.sharing.pairs_screen import PairsScreen
from debatemap.tui.features.similar.duplicates_screen import DuplicatesScreen
from debatemap.tui.features.views.image_screen import ImageScreen
from debatemap.tui.features.what_if.scenarios_screen import AssumedScreen, ScenariosScreen
from debatemap.tui.features.writing.source_form import SourceForm
from debatemap.tui.features.writing.sources_screen import SourcesScreen
from debatemap.workspace.session import open_session
from tests.extent import share
from tests.tui.driver import Driver, opened
from tests.tui.maps import disputed

__all__ = ["BASES", "KEYS", "Kind", "all_dialogs", "each_dialog", "everything", "opened_dialog"]

Kind = type[DialogScreen[Any]]

BASES: Final[set[Kind]] = {
    *(Dialog, FormScreen, LeadingScreen, PreviewScreen, SheetScreen),
    # These show files of other programs, and are opened in the tests of those.
    *(ForeignScreen, ImportScreen, NewMapScreen, ExportScreen),
    ImageScreen,  # asks for a terminal that shows images, and is opened in the tests of those
}
"""Classes that are never shown themselves, or not here."""

KEYS: Final[dict[Kind, str]] = {
    AskScreen: "D",
    BulkScreen: "v ~",
    ChooserScreen: "% m",
    ConflictsScreen: "C",
    CruxScreen: "g x",
    DifferencesScreen: "g d down enter g D",
    DoubleCruxScreen: "g x p",
    EditPreviewScreen: "v M",
    DuplicatesScreen: "g =",
    EarlierScreen: "g b",
    FilesScreen: "g m",
    NewClaimScreen: "B g",
    FiltersScreen: "g f",
    FindScreen: "|",
    KeyListScreen: ":",
    GroupsScreen: "% u",
    LabelScreen: "H",
    LetterScreen: "$",
    CardsScreen: "% a ctrl+t",
    PresentScreen: "% f",
    PairsScreen: "g a enter",
    MarkedPickerScreen: "v m",
    MapsScreen: "g O",
    MenuScreen: "A",
    OptionsScreen: "% c",
    PasteScreen: "B p a ctrl+s",
    PickerScreen: "L",
    KnownScreen: "t",
    PromptScreen: "g t",
    WriteScreen: "c",
    RateScreen: "r",
    NameScreen: "% n",
    OutputScreen: "f5",
    PassScreen: "R",
    SummaryScreen: "R 5 0 enter escape",
    ReplayScreen: "% h",
    AssumedScreen: "w f w l",
    ScenariosScreen: "w o",
    SourceForm: "Q",
    SplitScreen: "S",
    SourcesScreen: "s",
    StartScreen: "g o",
    TasksScreen: "g l",
    TemplateScreen: "g N",
    ThemeScreen: "g c",
    VersionScreen: "g d",
    WhoseScreen: "% p",
    WhyScreen: "!",
}
"""The keys that open each dialog, on the claim "Plants grow." of the map of `everything`."""


APART: Final[frozenset[Kind]] = frozenset(
    {AssumedScreen, BulkScreen, DifferencesScreen, EditPreviewScreen, MarkedPickerScreen}
)
"""Those whose keys leave something at the map: claims that are marked or assumed, a comparison."""


def all_dialogs() -> set[Kind]:
    """Returns every class of dialog of the program that is shown, those that load late as well."""
    for module in pkgutil.walk_packages(tui.__path__, f"{tui.__name__}."):
        if not module.name.endswith("_driver"):
            importlib.import_module(module.name)
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
    kind: Kind,
    folder: Path,
    size: tuple[int, int] = (100, 30),
    keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
    *,
    plain: bool = False,
    glyphs: Glyphs = "auto",
) -> AsyncIterator[Driver]:
    """Opens the program with a dialog of a kind in front."""
    session = open_session(_files(folder))
    settings = Config(name="ann", keys=keys, plain=plain, glyphs=glyphs, commands=_OWN)
    async with opened(session, size=size, settings=settings) as user:
        await _show(user, kind)
        yield user


_OWN: Final = {"say": OwnCommand("echo said", ["f5"])}


async def _show(user: Driver, kind: Kind) -> None:
    await user.go_to("Plants grow.")
    await user.rest()
    for key in KEYS[kind].split():
        await user.press(key)
        await user.rest_of_screen()
    await user.until(lambda: type(user.screen) is kind, kind.__name__)


async def each_dialog(
    folder: Path,
    size: tuple[int, int] = (100, 30),
    keys: Mapping[str, Sequence[str]] = MappingProxyType({}),
    *,
    kinds: Collection[Kind] = KEYS,
    part: tuple[int, int] = (0, 1),
    anew: bool = False,
    plain: bool = False,
    glyphs: Glyphs = "auto",
) -> AsyncGenerator[tuple[Driver, Kind], None]:
    """Yields a user with each dialog in front in turn, most in one program; Escape leaves them.

    It is for what does not change the view, nor the map, which each gets anew where that is asked.
    A run that is not long goes through a part of them: the first of so many, the second, …
    """
    kinds = share([kind for kind in KEYS if kind in kinds], *part)
    together = [kind for kind in kinds if kind not in APART]
    for number, those in enumerate([together, *([kind] for kind in APART if kind in kinds)]):
        own = folder / str(number)
        own.mkdir()
        session = open_session(_files(own))
        settings = Config(name="ann", keys=keys, plain=plain, glyphs=glyphs, commands=_OWN)
        async with opened(session, size=size, settings=settings) as user:
            for kind in those:
                if anew and kind is not those[0]:
                    fresh = own / kind.__name__
                    fresh.mkdir()
                    user.map.replace_session(open_session(_files(fresh)))
                    await user.press("z", "o")
                await _show(user, kind)
                yield user, kind
                await user.pilot.resize_terminal(*size)
                await _leave(user, kind)


async def _leave(user: Driver, kind: Kind) -> None:
    for _ in range(8):
        if user.screen is user.map:
            break
        await user.press("escape")
    await user.press("escape", "escape")
    assert user.screen is user.map, kind.__name__

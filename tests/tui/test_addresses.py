"""An address opens by a key, after all of it was shown, and where it says that it leads."""

from functools import partial

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from textual.containers import VerticalScroll

from debatemap.config import Config
from debatemap.core.debate import Debate
from debatemap.core.model import Citation, Claim, Header, Source
from debatemap.core.text import safe_line
from debatemap.tui.system.addresses import AddressError, read_address
from tests.tui.driver import Driver, opened

REFUSED = {
    "": "only https, http and mailto",
    "example.org": "only https, http and mailto",
    "javascript:alert(1)": "only https, http and mailto",
    "JavaScript:alert(1)": "only https, http and mailto",
    "java\nscript:x": "only https, http and mailto",
    " javascript:alert(1)": "only https, http and mailto",
    "file:///": "only https, http and mailto",
    "data:text/html,<script>": "only https, http and mailto",
    "vbscript:x": "only https, http and mailto",
    "//example.org": "only https, http and mailto",
    "--new-window": "only https, http and mailto",
    "-rf": "only https, http and mailto",
    "ht\ntps://x": "spaces, or characters that cannot be seen",
    "https://example.org\n--help": "spaces, or characters that cannot be seen",
    "https://example.org/ x": "spaces, or characters that cannot be seen",
    "https://example.org/\x1b]52;c;aGk=\x07": "spaces, or characters that cannot be seen",
    "https://example.org/\u202egpj.exe": "spaces, or characters that cannot be seen",
    "https://exam\u200bple.org": "spaces, or characters that cannot be seen",
    "https://evil.example\\@bank.com": "spaces, or characters that cannot be seen",
    "https://bank.com\u3000.evil.example": "spaces, or characters that cannot be seen",
    "http://[": "can be read",
    "http://[::1": "can be read",
    "https://a\u2100b.com": "can be read",
    "https:x": "does not say where it leads",
    "https:/evil.example": "does not say where it leads",
    "https:///evil.example": "does not say where it leads",
    "https://": "does not say where it leads",
    "https://@/": "does not say where it leads",
    "https://%65vil.example": "does not say where it leads",
    "https://bank.com\u3002evil.example": "does not say where it leads",
    "https://\uff45vil.example": "does not say where it leads",
    "https://example.org/" + "x" * 2_000: "longer than 2,000 characters",
}
LEADS = {
    "https://example.org/a?b=c#d": "It leads to example.org.",
    "HTTPS://EXAMPLE.org": "It leads to example.org.",
    "http://example.org:8080/": "It leads to example.org.",
    "http://[::1]/": "It leads to ::1.",
    "https://bank.com@evil.example/": "It leads to evil.example. What stands before the @ is only",
    "https://bank.com:443@evil.example": "It leads to evil.example. What stands before",
    "https://a@bank.com@evil.example": "It leads to evil.example. What stands before",
    "https://\u0430pple.com/": "It leads to \u0430pple.com, which the net spells xn--pple-43d.com.",
    "https://b\u00fccher.example": "which the net spells xn--bcher-kva.example.",
    "mailto:ann@example.org?bcc=eve@evil.example": "It begins a mail to ann@example.org.",
    "MAILTO:ann@example.org": "It begins a mail to ann@example.org.",
}


@pytest.mark.parametrize("url", REFUSED, ids=lambda url: ascii(url)[:40])
def test_an_address_that_does_not_lead_where_it_seems_is_refused(url: str) -> None:
    with pytest.raises(AddressError, match=REFUSED[url]):
        read_address(url)


@pytest.mark.parametrize("url", LEADS, ids=ascii)
def test_an_address_says_where_it_leads(url: str) -> None:
    address = read_address(url)
    assert address.url == url
    assert LEADS[url] in address.leads


@settings(max_examples=300)
@given(st.sampled_from(["", "https://", "http://a", "mailto:", "https://a@"]), st.text())
def test_what_is_opened_is_what_is_shown(begin: str, rest: str) -> None:
    try:
        address = read_address(begin + rest)
    except AddressError:
        return
    assert address.url == begin + rest == safe_line(begin + rest)
    assert address.url.casefold().startswith(("https:", "http:", "mailto:"))
    assert address.leads == safe_line(address.leads)


def citing(url: str) -> Debate:
    claims = {"a": Claim("It rains.", sources=(Citation("s"),))}
    return Debate(Header("m", theses=("a",)), claims, sources={"s": Source(url=url)})


@pytest.fixture
def went(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The addresses that the browser was asked to open."""
    went: list[str] = []
    monkeypatch.setattr("webbrowser.open", went.append)
    return went


async def ask(user: Driver) -> None:
    await user.press("s", "ctrl+o")


@pytest.mark.parametrize(
    "url", ["http://[", "java\nscript:x", "ht\ntps://x", "https:x", "file:///"]
)
async def test_a_refused_address_opens_nothing(url: str, went: list[str]) -> None:
    async with opened(citing(url)) as user:
        await ask(user)
        assert REFUSED[url].split(",")[0] in user.text
        await user.press("y", "enter")
        assert user.app.is_running
    assert went == []


def _is_below(shown: VerticalScroll, line: float) -> bool:
    return shown.scroll_y > line


async def test_a_long_address_is_read_to_its_end_before_it_opens(went: list[str]) -> None:
    url = "https://bank.com@evil.example/" + "".join(f"{n:04}" for n in range(490))
    bare = Config(strengths=False)  # for the digits of numbers stand beside the box, too
    async with opened(citing(url), size=(80, 20), settings=bare) as user:
        await ask(user)
        assert "It leads to evil.example." in user.text
        seen = user.text
        question = user.screen.query_one(VerticalScroll)
        await user.press("y")
        assert went == [], "its end was not shown"
        await user.until(partial(_is_below, question, 0), "the next page")
        seen += user.text
        while question.scroll_y < question.max_scroll_y:
            line = question.scroll_y
            await user.press("pagedown")
            await user.until(partial(_is_below, question, line), "the next page")
            seen += user.text
        shown = "".join(filter(str.isdigit, seen))
        assert [n for n in range(490) if f"{n:04}" not in shown] == []
        assert "0489" in user.text
        await user.press("y")
    assert went == [url]


async def test_escape_opens_nothing_however_much_was_shown(went: list[str]) -> None:
    async with opened(citing("https://example.org/" + "x" * 1_900), size=(80, 20)) as user:
        await ask(user)
        await user.press("escape")
        await ask(user)
        await user.press("pagedown", "pagedown", "pagedown", "pagedown", "n")
        assert user.app.is_running
    assert went == []

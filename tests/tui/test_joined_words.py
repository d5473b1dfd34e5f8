"""Words that a merge put together are marked until somebody has read them."""

from pathlib import Path

from debatemap import edit
from debatemap.formats.native.codec import dump
from debatemap.store.backups import keep_backup
from debatemap.store.joined_words import joined_words, note_joined
from debatemap.workspace.session import open_session
from tests.tui.driver import opened
from tests.tui.maps import rain
from tests.tui.test_merging import wait_for

BEFORE, OURS, THEIRS, BOTH = (
    f"{first} drink. They {second}."
    for first, second in (
        ("Roots", "grow"),
        ("All roots", "grow"),
        ("Roots", "grow well"),
        ("All roots", "grow well"),
    )
)


async def test_what_git_joined_is_marked_until_it_was_looked_at(tmp_path: Path) -> None:
    path = tmp_path / "rain.json"
    path.write_bytes(dump(rain()))
    note_joined("rain_map", {"roots": rain().claims["roots"].text, "floods": "Something else."})
    async with opened(open_session(path), size=(120, 30)) as user:
        await wait_for(user, "1 unseen")
        await user.press(".")
        await wait_for(user, "Joined of two wordings")
        assert user.words == rain().claims["roots"].text
        assert "A merge put these words together" in user.text
        await user.press(".")
        assert "unseen" not in user.lines[0]
    assert "roots" not in joined_words("rain_map")


async def test_what_is_joined_on_the_screen_is_told_and_marked(tmp_path: Path) -> None:
    debates = [rain() for _ in range(3)]
    for debate, text in zip(debates, (BEFORE, OURS, THEIRS), strict=True):
        debate.apply(edit.reword(debate, "roots", text))
    base, _, theirs = map(dump, debates)
    path = tmp_path / "rain.json"
    path.write_bytes(base)
    path.with_name("copy.json").write_bytes(theirs)
    keep_backup("rain_map", base)
    async with opened(open_session(path), size=(120, 30)) as user:
        user.session.do(edit.reword(user.debate, "roots", OURS))
        await user.press("g", "m")
        await wait_for(user, "the same id")
        await user.press("enter")
        await wait_for(user, "joined of two")
        assert user.debate.claims["roots"].text == BOTH
        assert "1 wording joined of two (. goes there)" in user.said
        await wait_for(user, "1 unseen")
        await user.press("u")
        await user.press()
        assert "1 unseen" not in user.lines[0], "the words are gone"
    assert joined_words("rain_map") == {"roots": BOTH}

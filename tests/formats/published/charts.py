"""Debates that charts are tried on."""

from typing import Final

from tests.tui.hostile import TEXTS, hostile

__all__ = ["HOSTILE", "MARKUP"]

MARKUP: Final = (
    '"]; x --> y  %%{init: {}}%% $$x$$ `code` "`md`" <script>alert(1)</script> ]] </script> #35; '
    "fa:fa-ban style x:#a; &lt; &amp;lt; \\n \\\\ \\l \\N \\G {a|b} ﬂ°°35¶ß :::x @{ shape: x } end "
    "1. one\n2. two\n- three\n+ four\n1) five\n# six\n=HYPERLINK('x')"
)
HOSTILE: Final = {
    **{kind: hostile(text) for kind, text in TEXTS.items()},
    "markup": hostile(MARKUP),
}

"""The colours of a picture, which follow the reader's dark or light where the viewer knows that.

Blue and orange can be told apart with any colour vision; signs and dashes say the same.
"""

from typing import Final

__all__ = ["FONTS", "STYLE"]

FONTS: Final = (
    "'Helvetica Neue',Arial,'Segoe UI','Liberation Sans','Noto Sans','DejaVu Sans',Roboto,Ubuntu,"
    "Cantarell,'Open Sans',FreeSans,'Nimbus Sans',sans-serif"
)
"""What systems have; resvg takes no other font for one that is not there."""

_LIGHT: Final = {
    "page": "#ffffff", "ink": "#22252c", "quiet": "#5e636e", "rule": "#c3c7cf", "box": "#fbfbfc",
    "accent": "#5b3fc4", "pro": "#0067a3", "con": "#a84a00",
}  # fmt: skip
_DARK: Final = {
    "page": "#16181d", "ink": "#dcdfe6", "quiet": "#a0a6b2", "rule": "#4a505c", "box": "#1e2129",
    "accent": "#b7a4f4", "pro": "#56b4e9", "con": "#f0a33f",
}  # fmt: skip
_COLOURS: Final = (
    ".page{{fill:{page}}}.box{{fill:{box};stroke:{rule}}}.thesis .box{{stroke:{accent}}}"
    ".words,.title{{fill:{ink}}}.small,.question{{fill:{quiet}}}.note{{fill:{accent}}}"
    ".trunk{{stroke:{rule}}}.tip{{fill:{quiet}}}.all{{fill:{rule}}}.part{{fill:{quiet}}}"
    "path.pro,path.backing,.sign.pro,.sign.backing{{stroke:{pro}}}"
    "path.con,path.undercut,.sign.con,.sign.undercut{{stroke:{con}}}"
    ".sign circle{{fill:{page}}}.point.pro,.point.backing,.claim.pro .stripe,"
    ".claim.backing .stripe{{fill:{pro}}}.point.con,.point.undercut,.claim.con .stripe,"
    ".claim.undercut .stripe{{fill:{con}}}.point.any,.thesis .stripe{{fill:{accent}}}"
)
_SHAPES: Final = (
    f"text{{font-family:{FONTS}}}"
    ".words{font-size:13px}.small{font-size:12px}.claim .small{font-size:11px}"
    ".title{font-size:20px;font-weight:bold}.question{font-size:14px;font-style:italic}"
    ".note{font-size:13px;font-weight:bold}.number{text-anchor:end}"
    "path{fill:none;stroke-width:1.6}.stripe,.tip{stroke:none}.thesis .box{stroke-width:2.4}"
    ".sign{stroke-width:1.4}.sign path{stroke:inherit}"
    "path.con,path.undercut{stroke-dasharray:5 3}.again{stroke-opacity:.75}.point{stroke:none}"
)
STYLE: Final = (
    _SHAPES
    + _COLOURS.format(**_LIGHT)
    + f"@media (prefers-color-scheme:dark){{{_COLOURS.format(**_DARK)}}}"
)

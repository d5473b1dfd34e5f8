"""The tests mirror the package."""

import pytest

pytest.register_assert_rewrite("tests.soundness")

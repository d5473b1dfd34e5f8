import pytest

pytest.register_assert_rewrite("tests.views.outline.naive")

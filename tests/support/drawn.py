"""How many examples Hypothesis draws for a test that wants more of them, or fewer, than others."""

from hypothesis import settings


def examples(number: int) -> settings:
    """So many examples where a test commonly has a hundred, and in proportion where a run asks for fewer."""
    assert settings.default
    return settings(max_examples=max(1, number * settings.default.max_examples // 100))

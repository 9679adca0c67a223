"""The budget file: what it sets, and what is said of one that sets nothing."""

from __future__ import annotations

import pytest

from kb import budget


def test_the_budget_is_the_one_that_was_promised() -> None:
    assert (
        budget.Budget(
            bytes=100_000,
            requests=12,
            card_bytes=40_000,
            scores={"performance": 97, "accessibility": 100, "best-practices": 100, "seo": 100},
        )
        == budget.BUDGET
    )


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "first-visit > bytes"),
        ("first-visit: {bytes: many, requests: 1}\ncard: {bytes: 1}\nscores: {}", "first-visit > bytes"),
        ("first-visit: {bytes: 1}\ncard: {bytes: 1}\nscores: {}", "first-visit > requests"),
        ("first-visit: {bytes: 1, requests: 1}\ncard: [1]\nscores: {}", "card > bytes"),
        ("first-visit: {bytes: 1, requests: 1}\ncard: {bytes: 1}\nscores: {seo: yes}", "scores > seo"),
    ],
)
def test_a_bound_that_is_no_number_is_named(text: str, said: str) -> None:
    with pytest.raises(ValueError) as refused:
        budget.read(text)
    assert str(refused.value) == f"budget.yml: {said} is not a whole number above 0"

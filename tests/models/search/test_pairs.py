"""Which stored texts a search finds and which it must not, through the database and the readers' filters."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from events.management.commands.search_pairs import Pair, is_found, pairs_of

pytestmark = pytest.mark.django_db
#: The table that the rules were made for, and pairs by somebody who had seen neither it nor the rules.
TABLE, BLIND = (list(pairs_of(Path(__file__).with_name(f"{name}.tsv"))) for name in ("pairs", "pairs_written_blind"))


@pytest.mark.parametrize("pair", [*TABLE, *BLIND], ids=lambda pair: f"{pair.one}-{pair.other}")
def test_word_of_a_pair_finds_the_other_or_must_not(pair: Pair) -> None:
    assert pair.missed() == []


def test_table_has_at_least_60_equal_and_30_different_pairs() -> None:
    assert sum(pair.same for pair in TABLE) >= 60
    assert sum(not pair.same for pair in TABLE) >= 30
    assert len({frozenset(pair[1:]) for pair in TABLE}) == len(TABLE)


@pytest.mark.parametrize(
    ("stored", "asked"),
    [
        ("Ministers meet at the harbour", "harb"), ("Jordan and Iraq", "jor"), ("organization", "organi"),
        ("اتفاقية المياه", "اتفاق"), ("الانتخابات البرلمانية", "انتخ"), ("والمفاوضات", "مفاو"), ("العراقيون", "عراق"),
        ("COVID-19", "covid"), ("السعودية", "سعود"), ("الفلسطينيون", "فلسطين"), ("برلمانية", "برلمان"),
    ],
)  # fmt: skip
def test_beginning_of_a_word_finds_it(stored: str, asked: str) -> None:
    assert is_found(stored, asked)


@pytest.mark.parametrize(
    ("stored", "asked"),
    [("5 killed in 2024", "20"), ("the usual meeting", "us"), ("مصرف لبنان", "مصر"), ("Paris", "aris"), ("Baku", "%u")],
)
def test_too_short_beginnings_and_inner_parts_find_nothing(stored: str, asked: str) -> None:
    assert not is_found(stored, asked)


@pytest.mark.parametrize("asked", ["%", "_", "*", "!!! & | :*", "'", "\\", "؟", "🙂", "\u200f", "—", "''::tsquery"[:2]])
def test_search_without_letters_or_digits_finds_nothing(asked: str) -> None:
    assert not is_found("Ministers meet at the harbour: 100% of them", asked)


@pytest.mark.parametrize(
    "asked", ["harbour & !meet", "harbour | x", "'harbour'", "harbour:*", "(harbour", "har\\bour", "harbour\x00"[:-1]]
)
def test_operators_and_punctuation_in_a_search_only_separate_words(asked: str) -> None:
    """ "harbour | x" asks for both words, as "harbour x" would."""
    assert is_found("Ministers meet at the harbour", asked) is (asked not in ("harbour | x", "har\\bour"))


def test_all_words_of_a_search_must_match_in_any_order_and_language() -> None:
    stored = "Ministers of Jordan وقّعوا اتفاقيات المياه"
    assert is_found(stored, "اتفاقية minister")
    assert not is_found(stored, "اتفاقية minister egypt")


def test_absurdly_long_words_are_stored_and_found() -> None:
    assert is_found("ab" * 5000, "ab" * 100)
    assert is_found("م" * 5000, "م" * 200)


class TestSearchPairsCommand:
    def test_counts_pairs_that_hold_and_names_the_others(self, tmp_path: Path, capsys) -> None:
        file = tmp_path / "pairs.tsv"
        file.write_text("# a table\n\nsame\tسورية\tسوريا\tnote\nsame\tword\tanother\ndifferent\tword\twords\n", "utf-8")
        call_command("search_pairs", str(file))
        told = capsys.readouterr().out
        assert told.endswith("1 of 3 pairs hold.\n")
        assert "not found: “another” asked, “word” stored" in told
        assert "\nfound: “words” asked, “word” stored" in told

    @pytest.mark.parametrize("line", ["same\tone", "alike\tone\tother", "same\tone\t "])
    def test_malformed_line_is_refused_with_its_number(self, line: str, tmp_path: Path) -> None:
        file = tmp_path / "pairs.tsv"
        file.write_text(f"same\tone\tone\n{line}\n", "utf-8")
        with pytest.raises(CommandError, match=r"pairs\.tsv:2: "):
            call_command("search_pairs", str(file))

    def test_stores_nothing_in_the_database(self, tmp_path: Path) -> None:
        from events.models import Event

        assert is_found("word", "words")
        assert not Event.objects.exists()

"""Periods in the forms of Korean and English papers, as days; and what is no period."""

from __future__ import annotations

import pytest

from careerlint.dates import read_periods

PERIODS = [
    ("2023.06-2023.08", "2023-06-01", "2023-08-31"), ("2015.11 ~ 2016.07", "2015-11-01", "2016-07-31"), ("2023년 7월 ~ 2023년 8월", "2023-07-01", "2023-08-31"), ("2023.3.2~2023.8.30", "2023-03-02", "2023-08-30"),
    ("23.06~23.08", "2023-06-01", "2023-08-31"), ("'23.06–'23.08", "2023-06-01", "2023-08-31"), ("2023/06~2023/08", "2023-06-01", "2023-08-31"), ("2020-2024:", "2020-01-01", "2024-12-31"), ("2023.06 – 08", "2023-06-01", "2023-08-31"),
    ("2023. 03. ~ 2023. 09.", "2023-03-01", "2023-09-30"), ("2022.6 \\~ 2022.12 (7개월)", "2022-06-01", "2022-12-31"), ("22년 6월 15일 ~ 22년 8월", "2022-06-15", "2022-08-31"), ("18.06.19-08.31", "2018-06-19", "2018-08-31"),
    ("2023년 3월부터 2024년 2월까지", "2023-03-01", "2024-02-29"), ("2020 상반기 ~ 2021 하반기", "2020-01-01", "2021-12-31"), ("2023.06.12 ~ 06.20", "2023-06-12", "2023-06-20"),
    ("January 2023 - December 2024", "2023-01-01", "2024-12-31"), ("01/2023 - 12/2024", "2023-01-01", "2024-12-31"), ("2019 – 2021", "2019-01-01", "2021-12-31"), ("Summer 2023 – Fall 2023", "2023-06-01", "2023-12-31"),
    ("2023-06 to 2024-01", "2023-06-01", "2024-01-31"), ("15.11.2023 – 30.06.2024", "2023-11-15", "2024-06-30"), ("March to May 2024", "2024-03-01", "2024-05-31"), ("Nov – Feb 2024", "2023-11-01", "2024-02-29"),
    ("May 15, 2020 - June 3, 2021", "2020-05-15", "2021-06-03"), ("Q1 2023 – Q3 2023", "2023-01-01", "2023-09-30"), ("Jan '22 – Mar '23", "2022-01-01", "2023-03-31"), ("09/10/2022 - 08/11/2022", "2022-09-10", "2022-11-08"),
    ("Dec 2014 → Apr 2018", "2014-12-01", "2018-04-30"), ("2020  . 2 ~ 2020 . 7", "2020-02-01", "2020-07-31"),
]  # fmt: skip
ONGOING = ["2021-03 ~ 현재", "2024.12 ~ 재직중", "Jan 2020 - Present", "Jan '22 - Present", "Jan 2020 to date", "2021 – now", "Aug 2022 → current"]
OPEN = ["2014.03 -", "(2014.03 - )", "2023.11 – 02", "2018.12.01 ~ 01.05"]
NONE = ["2023", "Spring 2021", "3.9746 - 2023", "YOLOv8 2023.1", "8:2", "1,782-2023", "0.5 ~ 1.3", "2023.13 ~ 2023.14", "010-1234-5678", "v2.0 → 3.1", "2000 → 1950 ms", "rows 2019 -> 2020", "2023 was the year", "30.02.2023 – 31.02.2023"]


@pytest.mark.parametrize(("text", "first", "last"), PERIODS)
def test_first_and_last_day(text: str, first: str, last: str) -> None:
    (period,) = read_periods(text)
    assert period.until is not None
    assert (period.since.first.isoformat(), period.until.last.isoformat()) == (first, last)


@pytest.mark.parametrize("text", ONGOING)
def test_what_goes_on(text: str) -> None:
    (period,) = read_periods(text)
    assert period.now
    assert period.until is None


@pytest.mark.parametrize("text", OPEN)
def test_what_is_left_open(text: str) -> None:
    (period,) = read_periods(text)
    assert not period.now
    assert period.until is None


@pytest.mark.parametrize("text", NONE)
def test_what_is_no_period(text: str) -> None:
    assert read_periods(text) == ()


def test_several_in_one_line_stand_where_they_are() -> None:
    text = "Delta (2019-03 – 2021-02), Rook & Raven (2021-03 – present)"
    assert [text[period.start : period.end] for period in read_periods(text)] == ["2019-03 – 2021-02", "2021-03 – present"]


@pytest.mark.parametrize(("text", "exact"), [("2019 – 2021", False), ("2019.03 – 2021.02", True), ("2019 – present", False), ("Summer 2023 – Fall 2023", False)])
def test_whether_the_months_are_known(text: str, exact: bool) -> None:
    assert read_periods(text)[0].exact is exact

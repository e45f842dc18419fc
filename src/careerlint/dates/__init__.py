"""Dates: whether a line names a period, and which days a period covers."""

from careerlint.dates.marks import (
    begins_open,
    has_date,
    has_date_range,
    is_period,
    is_when,
    without_dates,
    without_period,
)
from careerlint.dates.periods import Moment, Period, read_moments, read_periods
from careerlint.dates.totals import sums_up

__all__ = ["Moment", "Period", "begins_open", "has_date", "has_date_range", "is_period", "is_when", "read_moments", "read_periods", "sums_up", "without_dates", "without_period"]

"""Contests: the words by which Korean names of competitions are known, for expressions that ask for more around them."""

KOREAN_CONTESTS = "대회|공모전|경진|해커톤|데이터톤|메이커톤"

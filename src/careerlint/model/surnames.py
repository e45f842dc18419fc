"""Surnames: the syllables that open Korean names of persons, for expressions that ask for more around them."""

COMMON_SURNAMES = "김이박최정강조윤장임한오서신권황안송류전홍고문양손배백허유남심노하곽성차주우구민"
"""Those that most people bear: where a name stands alone, a rare one is mostly the beginning of another word."""
SURNAMES = f"{COMMON_SURNAMES}진나지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용피복"

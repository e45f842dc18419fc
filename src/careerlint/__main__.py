"""`python -m careerlint`."""

from careerlint.cli import main

if __name__ == "__main__":
    main()

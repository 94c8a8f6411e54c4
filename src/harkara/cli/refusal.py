"""How a command says no."""


class Refusal(Exception):
    """What was asked cannot be done; the message is one line that says what to do."""

    status = 1


class LeftBehind(Refusal):
    """The site's home is of another version than the program: it runs once that is mended."""

    status = 3

"""How a command says no."""


class Refusal(Exception):
    """What was asked cannot be done; the message is one line that says what to do."""

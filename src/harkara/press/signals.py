"""Word from the press to the rooms above it. Receivers that raise are logged and stop nobody."""

from django.dispatch import Signal

# After the commit that made pages stale. Gives `clock` and `count`, how many became stale.
marked = Signal()

# After a page's new bytes are in the store. Gives `path`.
pressed = Signal()

# After a page was taken out of the store. Gives `path`.
removed = Signal()

"""What the comments tell higher rooms."""

from django.dispatch import Signal

erased = Signal()
"""The words of a comment that moved in are gone. Sent in the transaction that erases them, with
`number`, the story's, and `origin`, its origin as it is kept (`actions.origin_key`)."""

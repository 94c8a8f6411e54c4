"""The newsroom: the desk and its stories."""

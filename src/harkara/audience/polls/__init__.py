"""Polls: a question of the desk's, put to readers without accounts.

A vote is written to a file of the process that took it (`journal`), and only then is the reader
thanked. A worker hands what was written over into the ledger (`models.vote`), each vote once, and
counts it (`actions.draining`). What networks do that readers do not is seen there (`scoring`):
their votes are set aside and not thrown away, and every result says how many those are.
"""

"""Visitors: what may be known of a reader without an account, and for how long.

No address is kept. A network is known by a hash that a secret of its day makes, and the secret goes
(`networks`); a form is known to be ours by a stamp, and to be sent once by a token (`tokens`).
"""

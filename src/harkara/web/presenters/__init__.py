"""Presenters: the newsroom's records to the plain values that templates show.

Templates ask the database nothing and decide nothing but layout: words, addresses and choices are
made here.
"""

"""Views: each asks the newsroom, makes plain values of the answer, and fills one template."""

"""Comments: what readers say below a story, what the desk makes of it, and what pages show."""

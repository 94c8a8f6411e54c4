"""How Hindi sounds, and how its readers write those sounds in Roman letters."""

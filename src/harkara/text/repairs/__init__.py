"""Small named fixers, each mending one kind of damage a reader would see."""

"""What the words of a line say it is: furniture of a page, a reference, running text."""

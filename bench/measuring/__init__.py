"""What every bench needs: the data to measure on, figures to print, clocks."""

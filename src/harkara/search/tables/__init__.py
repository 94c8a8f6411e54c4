"""Tables: Hindi words that the engines know from the start, each table a file of its own."""

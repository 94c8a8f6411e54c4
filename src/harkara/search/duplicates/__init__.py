"""Same story: what of a text stands in the archive already, in which stories, and how much of each.

A text is read as the terms of its telling words, so that spellings and inflections meet. Every
three of them in a row are a shingle. Of each story the archive keeps a few shingles' prints, the
lowest ones; all prints of a new text are looked up among them, and the few stories that share
some are compared with it word by word.
"""

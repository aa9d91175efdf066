"""Spelling: misspelt words, and words of the other dialect. READ FIRST: lexicon.py."""

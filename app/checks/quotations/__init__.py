"""Quotation marks: opened, closed, the right way round, and where the stops go. Read _marks.py first."""

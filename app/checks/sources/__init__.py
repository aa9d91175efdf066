"""The draft against the documents the reporter worked from. Read _matching.py first, then app/facts/sources.py."""

"""Grammar: slips of English that engines miss in news copy. READ FIRST: _phrases.py, then any check."""

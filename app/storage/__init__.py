"""What outlives a request: the newsroom's word list and its decisions on flags; never a draft. Read database.py first."""

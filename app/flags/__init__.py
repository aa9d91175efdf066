"""What Copydesk hands to the desk: flags, edits, notices, and how they are merged. Read flag.py first."""

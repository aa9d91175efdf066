"""House style. Read house.py first: entries of app/styles become checks; the other files hold rules that need code."""

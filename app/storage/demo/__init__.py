"""`make demo`: a made-up newsroom to look at. Read newsroom.py first, then story.py; copy.py reads the drafts."""

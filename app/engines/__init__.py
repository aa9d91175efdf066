"""Grammar engines behind one small interface. Read engine.py first, then choose.py."""

"""What the copy asserts, with spans. Read document.py first, then read.py for the order in which facts are found."""

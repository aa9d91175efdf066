"""The web: factory, pages, API. Read factory.py first; the main page is check_page.py."""

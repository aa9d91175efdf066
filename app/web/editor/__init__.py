"""The editor: pages to write in, and where a draft of the desk is saved. Read write_page.py first."""

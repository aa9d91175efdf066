"""House style as data: one YAML file a style, and the loader. Read style.py first."""

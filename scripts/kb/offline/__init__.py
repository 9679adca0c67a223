"""A finished site -> a copy of it that opens from a folder, as one zip to download."""

"""The course: its units as records, the lists made from them, and what progress needs to know."""

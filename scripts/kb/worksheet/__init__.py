"""The worksheet vocabulary: which blocks there are, and what they become in HTML."""

"""External links: where they stand, whether they still answer, and what to say about those that do not.

The only room that uses the network. Nothing that the check of the content needs imports the HTTP client
(asking.py, failures.py and links.py do), so that it stays as fast as it is without it.
"""

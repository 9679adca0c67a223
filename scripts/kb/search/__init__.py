"""What the search knows of the site: page HTML -> sections -> one index per language.

The searching itself is done in the reader's browser, by overrides/assets/search/.
"""

"""Spelling in both languages, on the text as readers see it. Advice, never a finding."""

"""The reference pages: works cited, their list, and the glossary."""

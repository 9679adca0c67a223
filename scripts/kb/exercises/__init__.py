"""The exercises: the catalogue, and what each is for."""

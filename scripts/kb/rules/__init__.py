"""One question per module: records in, findings out. Siblings never import each other."""

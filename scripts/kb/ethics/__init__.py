"""The ethics desk: situations as records, the finder, the lists under the clauses."""

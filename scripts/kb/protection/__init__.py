"""What a page may load and tell others: one policy, said by every page and by the host's headers."""

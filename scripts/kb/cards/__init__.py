"""Picture cards: what is shown of a page where its address is shared. words -> draw -> store."""

"""The workshops: plans as records, and the agenda and lists made from them."""

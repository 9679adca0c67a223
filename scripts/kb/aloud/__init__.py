"""What the HTML of a page needs so that a screen reader reads it aloud well."""

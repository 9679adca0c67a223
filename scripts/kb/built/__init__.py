"""What lies in a folder of built files, as records: pages, style sheets, feeds, maps, indexes, documents."""

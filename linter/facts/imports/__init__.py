"""Other people's data made into fact files: tables of Wikidata's query service, and Popolo."""

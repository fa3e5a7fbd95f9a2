"""Names of persons: addresses, occupations, foreign and stage names, namesakes."""

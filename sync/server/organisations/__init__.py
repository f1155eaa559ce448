"""Who can act - landlords, directorates, operators."""

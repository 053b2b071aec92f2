"""The SAD sheet: pages drawn like the paper form, with an editor at each rectangle."""

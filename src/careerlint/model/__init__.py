"""The words that every other room shares: frozen data, standard library only."""

"""The command `factlint`."""

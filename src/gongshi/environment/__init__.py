"""The one place that asks the environment: clock, fonts and libraries of this machine, where the program is."""

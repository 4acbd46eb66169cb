"""The only room that reads the environment: clock, fonts and libraries of this machine, the program's folder."""

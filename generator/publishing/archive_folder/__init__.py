"""An archive on disk as a person keeps it: its folder, its settings, its links, its language and colours."""

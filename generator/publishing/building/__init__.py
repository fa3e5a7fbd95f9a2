"""The site made of the pages: built, checked to be whole, put in the place of the old one, or served."""

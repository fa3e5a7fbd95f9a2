"""Files of office programs: Word, OpenDocument, tables, and older formats that LibreOffice converts."""

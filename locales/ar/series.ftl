### Said of series, parts and slots: in forms, lists and on pages.

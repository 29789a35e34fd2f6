### Said when something cannot be done.

### Said to readers: listings, meetings, feeds.

### Said at the desk of what is stored and cannot be read.

left-out-title = Left out of the calendar
left-out-intro = What is stored of these cannot be read, so no reader sees them. Whoever runs the server learns what to do with:
left-out-newer = A newer version of the calendar wrote it and can read it.
left-out-group = Group { $name }
left-out-topic = Topic { $name }
left-out-change = Change { $number } of the log
desk-unreadable = Cannot be read
desk-unreadable-intro = Something that is stored of this meeting cannot be read. Until that is mended it can be neither shown nor changed nor approved. You can reject what waits and take it off the calendar; its poster is told. Whoever runs the server learns more with:
desk-unreadable-revision = Revision { $number }
desk-unreadable-document = As it is stored
desk-unreadable-approve = What was sent cannot be read, so it cannot be approved.

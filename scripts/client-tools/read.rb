# What Ruby's icalendar reads from a calendar on standard input: start, end, status and title.
require "icalendar"
require "stringio"

Icalendar::Calendar.parse($stdin.read).each do |calendar|
  calendar.events.each do |event|
    at = ->(moment) { moment.to_time.getutc.strftime("%Y-%m-%d %H:%M") }
    puts "#{at.(event.dtstart)} #{at.(event.dtend)} #{event.status || 'CONFIRMED'} #{event.summary}"
  end
end

<?php
// What PHP's sabre/vobject unrolls from a calendar on standard input: start, end, status and title.
spl_autoload_register(function ($name) {
    require '/usr/share/php/' . str_replace('\\', '/', $name) . '.php';
});
error_reporting(E_ALL & ~E_DEPRECATED);
$utc = new DateTimeZone('UTC');
$calendar = Sabre\VObject\Reader::read(stream_get_contents(STDIN));
$calendar->expand(new DateTime('2032-01-01', $utc), new DateTime('2033-01-01', $utc));
foreach ($calendar->VEVENT ?? [] as $event) {
    $at = fn ($moment) => $moment->getDateTime()->setTimezone($utc)->format('Y-m-d H:i');
    echo "{$at($event->DTSTART)} {$at($event->DTEND)} {$event->STATUS} {$event->SUMMARY}\n";
}
